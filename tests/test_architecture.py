"""The laws of ARCHITECTURE.md, kept by machine."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "annotator").rglob("*.py"))


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Every call in the tree with the last name of what is called."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            yield name, node


def places(pattern: str, *folders: str) -> list[str]:
    """Where a pattern stands in the program's source, as file:line."""
    found = []
    for file in SOURCES:
        inside = file.relative_to(ROOT / "annotator").as_posix()
        if folders and not inside.startswith(folders):
            continue
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if re.search(pattern, line):
                found.append(f"{inside}:{number}")
    return found


def test_rooms_doors_and_foreign_packages_are_imported_as_the_laws_say() -> None:
    tool = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([str(tool), "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_modules_do_not_import_each_other_in_circles() -> None:
    """Imports for types alone count too: a circle of types is a circle in the reader's head."""
    graph = grimp.build_graph("annotator", cache_dir=None)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    TopologicalSorter(imports).prepare()


def test_the_program_knows_no_label_by_name() -> None:
    assert places(r"\b(ACTOR|TARGET|WEAPON|CLAIM)\b") == []


def test_only_apply_and_load_write_annotations() -> None:
    statements = r"sql_of\(.*\)\.(insert|update|delete)|sql\.(insert|update|delete)"
    writing = {place.split(":")[0] for place in places(statements)}
    # The stage of a merge is a file of its own; what comes in from there is frozen, and `store/merge.py` adds it.
    assert writing == {"store/store.py", "store/load.py", "store/stage.py"}
    assert {place.split(":")[0] for place in places(r"\.apply\(", "ui")} == {"ui/desk.py"}


def test_no_foreign_text_is_shown_as_mark_up() -> None:
    """Bare labels and message boxes would guess at rich text; style.plain_label does not."""
    found = []
    for file in SOURCES:
        if file.name == "style.py":
            continue
        for name, call in calls(ast.parse(file.read_text(encoding="utf-8"))):
            if name in ("QLabel", "QMessageBox", "setHtml", "insertHtml", "appendHtml"):
                found.append(f"{file.name}:{call.lineno} {name}")
    assert found == []


def test_nothing_is_evaluated_unpickled_or_fetched() -> None:
    dangerous = r"(?<![.\w])(eval|exec|__import__)\(|import (pickle|shelve|marshal|socket|urllib\.request|http)\b"
    assert places(dangerous) == []


def test_the_program_starts_its_command_line_without_qt() -> None:
    code = "import sys, annotator.cli; sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_opening_a_project_does_not_import_sqlite_utils() -> None:
    code = "import sys, annotator.cli; sys.exit('sqlite_utils' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


@pytest.mark.parametrize("limit", [400])
def test_no_module_is_longer_than_it_may_be(limit: int) -> None:
    long = {file.name: n for file in SOURCES if (n := len(file.read_text(encoding="utf-8").splitlines())) > limit}
    assert long == {}


def test_every_module_and_public_name_says_what_it_is_for() -> None:
    silent = []
    for file in SOURCES:
        tree = ast.parse(file.read_text(encoding="utf-8"))
        if not ast.get_docstring(tree):
            silent.append(file.name)
        for node in tree.body:
            if not isinstance(node, ast.FunctionDef | ast.ClassDef) or node.name.startswith("_"):
                continue
            if not ast.get_docstring(node):
                silent.append(f"{file.name}:{node.lineno} {node.name}")
    assert silent == []


def test_translations_hold_every_string_in_both_languages() -> None:
    done = subprocess.run(
        [sys.executable, "packaging/translate.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_sample_is_what_its_sources_make() -> None:
    environment_free = [sys.executable, "-c", "import sys; sys.path[:0] = ['.', 'packaging']; import seeds;"]
    environment_free[-1] += "sys.exit(seeds.main(['--check']))"
    done = subprocess.run(environment_free, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


FORBIDDEN = (r"/work/", r"\.\./shared", r"shared/design", r"\bissue #?\d", r"/root/", r"/home/(?!user)")


def test_the_project_speaks_of_the_project_alone() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    found = []
    for name in listed:
        if name == "tests/test_architecture.py" or name.endswith((".png", ".qm")):
            continue
        text = (ROOT / name).read_text(encoding="utf-8", errors="replace") if (ROOT / name).is_file() else ""
        found += [f"{name}: {pattern}" for pattern in FORBIDDEN if re.search(pattern, text)]
    assert found == []
