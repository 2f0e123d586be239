"""Bring resources/translations up to date: collect every string a person sees, keep what is translated, compile.

    python packaging/translate.py           rewrite the .ts files and compile the .qm files
    python packaging/translate.py --check   change nothing; exit 1 when a string is missing, stale or not compiled

The strings are found here, by their literals, and handed to Qt's lupdate, whose own reading of Python misses counts
that are not literal numbers. The sentences that other rooms say (`say("…")`) stand in the context `Sentence`.
"""

import ast
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
TS_FILES = (FOLDER / "hashiya_ar.ts", FOLDER / "hashiya_en.ts")
IMPORTED = re.compile(r"^from annotator\.core\.sentence import .*\bsay\b", re.MULTILINE)
MARKERS = ("QCoreApplication.translate", "QT_TRANSLATE_NOOP")
SPEAKERS = ("core", "store", "exchange", "agreement", "cli", "ui")


def templates() -> list[str]:
    """Every literal template of a sentence in the program, sorted."""
    found: set[str] = set()
    for room in SPEAKERS:
        for file in sorted((ROOT / "annotator" / room).rglob("*.py")):
            text = file.read_text(encoding="utf-8")
            if IMPORTED.search(text) or file.name == "sentence.py":
                found.update(_templates_in(ast.parse(text), file))
    return sorted(found)


def _templates_in(tree: ast.AST, file: Path) -> Iterator[str]:
    for scope in ast.walk(tree):
        if not isinstance(scope, ast.FunctionDef | ast.Module | ast.ClassDef):
            continue
        named = list(_assignments(scope))
        for call in _own_calls(scope):
            value = call.args[0] if call.args else None
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                yield value.value
            elif isinstance(value, ast.Name) and (texts := [text for name, text in named if name == value.id]):
                yield from texts
            else:
                raise SystemExit(f"{file.relative_to(ROOT)}:{call.lineno}: say() wants a literal template.")


def _assignments(scope: ast.AST) -> Iterator[tuple[str, str]]:
    for node in ast.walk(scope):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    yield target.id, node.value.value


def _own_calls(scope: ast.AST) -> Iterator[ast.Call]:
    """Calls of `say` in this scope, leaving out the functions and classes inside it."""
    waiting = list(ast.iter_child_nodes(scope))
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            continue
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say":
            yield node
        waiting.extend(ast.iter_child_nodes(node))


def update(targets: tuple[Path, ...]) -> None:
    """Collect all strings into the .ts files `targets`, keeping their translations and dropping vanished strings."""
    with tempfile.TemporaryDirectory() as folder:
        calls = Path(folder) / "calls.py"
        calls.write_text("\n".join(_calls()) + "\n", encoding="utf-8")
        for target in targets:
            language = target.stem.rsplit("_", 1)[1]
            only = ["-pluralonly"] if language == "en" else []
            options = ["-silent", "-no-obsolete", "-locations", "none", "-sort-messages", "-target-language", language]
            _run("pyside6-lupdate", *options, *only, str(calls), "-ts", str(target))


def _calls() -> list[str]:
    """Every string as a call that lupdate reads: it takes a count for one only where that is a literal number."""
    found = {f"QCoreApplication.translate('Sentence', {_quoted(text)})" for text in templates()}
    for file in sorted((ROOT / "annotator" / "ui").rglob("*.py")):
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and ast.unparse(call.func) in MARKERS:
                found.update(_call_in(call, file))
    return sorted(found)


def _call_in(call: ast.Call, file: Path) -> Iterator[str]:
    """What a call marks; nothing where it looks up what is marked elsewhere (a menu's title, a sentence)."""
    values = [argument.value if isinstance(argument, ast.Constant) else argument for argument in call.args[:3]]
    if len(values) > 1 and isinstance(values[1], ast.expr):
        return
    words = [value for value in values if isinstance(value, str)]
    if len(words) != len([value for value in values if value is not None]) or len(words) < 2:
        raise SystemExit(f"{file.relative_to(ROOT)}:{call.lineno}: a string to translate must be a literal.")
    comment = [_quoted(words[2])] if len(words) > 2 else []
    count = [*(comment or ["None"]), "1"] if len(call.args) > 3 else comment
    yield f"QCoreApplication.translate({', '.join([_quoted(words[0]), _quoted(words[1]), *count])})"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def compile_to(target: Path, source: Path) -> None:
    """Compile one .ts file."""
    _run("pyside6-lrelease", "-silent", "-nounfinished", str(source), "-qm", str(target))


def _run(program: str, *arguments: str) -> None:
    tool = Path(sys.executable).parent / program
    done = subprocess.run([str(tool), *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{program} failed:\n{done.stdout}{done.stderr}")


def unfinished(source: Path) -> list[str]:
    """The strings of a .ts file that have no translation, or lack a plural form."""
    missing = []
    for message in ElementTree.parse(source).iter("message"):
        translation = message.find("translation")
        forms = [] if translation is None else (translation.findall("numerusform") or [translation])
        if not forms or any(not (form.text or "").strip() for form in forms):
            missing.append(message.findtext("source") or "")
    return missing


def findings() -> list[str]:
    """Everything that is not up to date, as sentences."""
    said = []
    with tempfile.TemporaryDirectory() as folder:
        for source in TS_FILES:
            fresh, compiled = Path(folder) / source.name, Path(folder) / "fresh.qm"
            fresh.write_bytes(source.read_bytes())
            update((fresh,))
            if fresh.read_bytes() != source.read_bytes():
                said.append(f"{source.name} does not hold exactly the program's strings.")
            said += [f"{source.name}: not translated: {text!r}" for text in unfinished(fresh)]
            compile_to(compiled, source)
            if compiled.read_bytes() != source.with_suffix(".qm").read_bytes():
                said.append(f"{source.with_suffix('.qm').name} is older than {source.name}.")
    return said


def main() -> int:
    """Update, or check."""
    if "--check" in sys.argv[1:]:
        found = findings()
        print("\n".join([*found, "Run: python packaging/translate.py"]) if found else "Translations are up to date.")
        return 1 if found else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    update(TS_FILES)
    for source in TS_FILES:
        compile_to(source.with_suffix(".qm"), source)
        for text in unfinished(source):
            print(f"{source.name}: not translated: {text!r}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
