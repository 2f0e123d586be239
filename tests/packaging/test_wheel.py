"""The wheel is the whole program: built, installed in an empty place and started from there."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

import annotator

ROOT = Path(__file__).resolve().parents[2]


def start(*arguments: str, cwd: Path, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **({"PYTHONPATH": str(path)} if path else {})}
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, f"{command} ended with {done.returncode}:\n{done.stdout}{done.stderr}"
    return done


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    start("-m", "hatchling", "build", "-t", "wheel", "-d", str(folder), cwd=ROOT)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installed")
    quiet = ["--quiet", "--disable-pip-version-check", "--no-index", "--no-deps"]
    start("-m", "pip", "install", *quiet, "--target", str(folder), str(wheel), cwd=folder)
    return folder


def list_files(folder: str) -> Sequence[str]:
    """What stands in a data folder of the project, as paths inside the package."""
    files = (path.relative_to(ROOT) for path in (ROOT / folder).rglob("*") if path.is_file())
    return sorted(f"annotator/{file.as_posix()}" for file in files if "__pycache__" not in file.parts)


@pytest.mark.parametrize("folder", ["resources", "seeds"])
def test_the_wheel_holds_every_data_file(wheel: Path, folder: str) -> None:
    files = list_files(folder)
    assert files
    assert set(files) <= set(zipfile.ZipFile(wheel).namelist())


@pytest.mark.parametrize("ending", ["resources/.toml", "resources/.json", "resources/.qm", "seeds/.jsonl"])
def test_the_wheel_holds_scheme_schema_translations_and_sample(wheel: Path, ending: str) -> None:
    folder, suffix = ending.split("/")
    names = zipfile.ZipFile(wheel).namelist()
    assert [name for name in names if name.startswith(f"annotator/{folder}/") and name.endswith(suffix)]


def test_the_wheel_holds_the_package_and_nothing_of_the_workshop(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "annotator/__main__.py" in names
    tops = {name.split("/")[0] for name in names}
    assert tops == {"annotator", f"hashiya-{annotator.__version__}.dist-info"}
    assert not [name for name in names if name.endswith(".pyc")]


def test_the_installed_program_says_its_version(installed: Path, tmp_path: Path) -> None:
    answer = start("-m", "annotator", "--version", cwd=tmp_path, path=installed)
    assert annotator.__version__ in answer.stdout


def test_the_installed_program_is_the_one_that_starts(installed: Path, tmp_path: Path) -> None:
    answer = start("-c", "import annotator; print(annotator.__file__)", cwd=tmp_path, path=installed)
    assert Path(answer.stdout.strip()) == installed / "annotator" / "__init__.py"


def test_the_installed_program_makes_a_project(installed: Path, tmp_path: Path) -> None:
    project = tmp_path / "first.hashiya"
    start("-m", "annotator", "new", project.name, cwd=tmp_path, path=installed)
    assert project.read_bytes().startswith(b"SQLite format 3\0")
