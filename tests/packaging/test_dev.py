"""The development command: what it looks for, what it says, and when it makes the environment anew."""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import shlex
import subprocess
import sys
import tomllib
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import pytest

import dev
import provision
import stages
import system
from system import Need

ABSENT = Need("library", "libhashiya-absent.so.9", "libhashiya-absent9")
ABSENT_FONT = Need("font", "HashiyaAbsentFont", "fonts-hashiya-absent")
LOCK = provision.LOCK.read_text("utf-8")
CONSUMERS_LOCK = provision.CONSUMERS_LOCK.read_text("utf-8")


# Looking


def test_only_what_is_absent_is_missing() -> None:
    needs = [Need("library", "libc.so.6", "libc6"), ABSENT, Need("program", "sh", "dash"), ABSENT_FONT]
    assert system.find_missing(needs) == [ABSENT, ABSENT_FONT]


def test_every_need_has_a_probe_and_a_package_of_its_own() -> None:
    needs = [*system.OFFSCREEN, *system.WINDOW, *system.FONTS, *system.TESTS, *system.PIP]
    assert {need.kind for need in needs} <= set(system.PROBES)
    assert len({need.package for need in needs}) == len(needs)


def test_a_font_is_found_by_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "FONT_FOLDERS", (str(tmp_path),))
    assert not system.has_font("NotoNaskhArabic")
    (tmp_path / "noto").mkdir()
    (tmp_path / "noto" / "NotoNaskhArabic-Regular.ttf").touch()
    assert system.has_font("NotoNaskhArabic")


# Installing


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """The apt-get commands that would have been run."""
    seen: list[tuple[str, ...]] = []

    def install(packages: list[str], elevation: list[str]) -> str:
        seen.append((*elevation, *packages))
        return "E: Unable to locate package"

    monkeypatch.setattr(system, "install_packages", install)
    monkeypatch.setattr(system, "has_apt", lambda: True)
    monkeypatch.setattr(sys, "platform", "linux")
    return seen


def test_without_rights_nothing_is_installed_and_the_exact_command_is_said(
    commands: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system, "find_elevation", lambda: None)
    said: list[str] = []
    assert system.provide([ABSENT, ABSENT_FONT], said.append) == [ABSENT, ABSENT_FONT]
    assert commands == []
    assert said[0].splitlines()[-1].strip() == (
        "sudo apt-get update && sudo apt-get install -y --no-install-recommends"
        " libhashiya-absent9 fonts-hashiya-absent"
    )


def test_with_rights_one_command_installs_everything(
    commands: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system, "find_elevation", lambda: ["sudo", "-n"])
    said: list[str] = []
    assert system.provide([ABSENT, ABSENT_FONT], said.append) == [ABSENT, ABSENT_FONT]
    assert commands == [("sudo", "-n", "libhashiya-absent9", "fonts-hashiya-absent")]
    assert "E: Unable to locate package" in said


def test_where_there_is_no_apt_the_libraries_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "has_apt", lambda: False)
    monkeypatch.setattr(sys, "platform", "linux")
    said: list[str] = []
    system.provide([ABSENT], said.append)
    assert "libhashiya-absent.so.9 (libhashiya-absent9)" in said[0]
    assert "apt-get" not in said[0]


def test_when_nothing_is_missing_nothing_is_said_or_done(commands: list[tuple[str, ...]]) -> None:
    said: list[str] = []
    assert system.provide([Need("program", "sh", "dash")], said.append) == []
    assert (said, commands) == ([], [])


def test_a_missing_library_stops_the_command_and_a_font_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(provision, "ensure", lambda say, environment: Path("python"))
    monkeypatch.setattr(system, "find_elevation", lambda: None)
    assert dev.prepare([ABSENT_FONT]) == Path("python")
    with pytest.raises(SystemExit, match="run the same command again"):
        dev.prepare([ABSENT])


# The environment


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A project folder with a lock, pyproject.toml and an environment's Python."""
    (tmp_path / "packaging").mkdir()
    (tmp_path / "packaging" / "requirements.txt").write_text("click==1\n")
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    python = provision.find_python(tmp_path / ".venv")
    python.parent.mkdir(parents=True)
    python.touch()
    return tmp_path


def finish(tree: Path) -> None:
    venv = tree / ".venv"
    (venv / provision.STAMP.name).write_text(provision.take_fingerprint(tree, venv))


def test_a_finished_environment_is_ready(tree: Path) -> None:
    assert not provision.is_ready(tree, tree / ".venv")
    finish(tree)
    assert provision.is_ready(tree, tree / ".venv")


@pytest.mark.parametrize("name", ["packaging/requirements.txt", "pyproject.toml"])
def test_a_changed_lock_or_pyproject_makes_it_stale(tree: Path, name: str) -> None:
    finish(tree)
    (tree / name).write_text((tree / name).read_text() + "# changed\n")
    assert not provision.is_ready(tree, tree / ".venv")


def test_a_moved_folder_makes_it_stale(tree: Path) -> None:
    finish(tree)
    moved = tree.rename(tree.with_name("elsewhere"))
    assert not provision.is_ready(moved, moved / ".venv")


def test_an_environment_without_its_python_is_not_ready(tree: Path) -> None:
    finish(tree)
    provision.find_python(tree / ".venv").unlink()
    assert not provision.is_ready(tree, tree / ".venv")


def entries(lock: str) -> list[str]:
    return [line for line in lock.splitlines() if line and line[0] not in "# "]


@pytest.mark.parametrize("lock", [LOCK, CONSUMERS_LOCK])
def test_a_lock_names_hashes_for_everything_and_no_place_to_fetch_it_from(lock: str) -> None:
    assert len(entries(lock)) > 30
    assert all("==" in line and line.endswith("\\") for line in entries(lock))
    assert "://" not in lock
    assert "--index" not in lock
    assert "--find-links" not in lock


def test_the_locks_hold_every_dependency_of_the_project() -> None:
    project = tomllib.loads((provision.ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = {LOCK: [*project["dependencies"], *project["optional-dependencies"]["dev"]]}
    extras = [wish for name, wishes in project["optional-dependencies"].items() if name != "dev" for wish in wishes]
    wanted[CONSUMERS_LOCK] = [*wanted[LOCK], *extras]
    for lock, wishes in wanted.items():
        names = [re.split("[<>=]", wish)[0].strip().lower() for wish in wishes]
        assert set(names) <= {line.split("==")[0] for line in entries(lock)}


def test_what_both_environments_hold_they_hold_in_the_same_version() -> None:
    ours = {line.split("==")[0]: line for line in entries(LOCK)}
    theirs = {line.split("==")[0]: line for line in entries(CONSUMERS_LOCK)}
    assert {name: theirs[name] for name in ours} == ours


def test_each_environment_has_a_place_a_lock_and_a_fingerprint_of_its_own(tree: Path) -> None:
    (tree / "packaging" / "requirements-consumers.txt").write_text("click==2\n")
    assert provision.MAIN.venv != provision.CONSUMERS.venv
    names = [environment.lock.name for environment in (provision.MAIN, provision.CONSUMERS)]
    finish(tree)
    assert [provision.is_ready(tree, tree / ".venv", name) for name in names] == [True, False]


def test_other_programs_are_left_out_of_the_test_command_and_alone_in_their_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    commands: list[list[str]] = []

    def run(name: str, command: list[str], root: Path, more: Any = None) -> stages.Result:
        commands.append(command)
        return stages.Result(name, 0, 1.0)

    monkeypatch.setattr(stages, "run_stage", run)
    stages.run_offscreen(Path("python"), Path(), [])
    stages.run_consumers(Path("python"), Path(), ["-x"])
    stages.run_consumers(Path("python"), Path(), ["tests/consumers/test_spacy.py"])
    assert "--ignore=tests/consumers" in commands[0]
    assert commands[1][-4:] == ["-m", "consumer", "tests/consumers", "-x"]
    assert commands[2][-3:] == ["-m", "consumer", "tests/consumers/test_spacy.py"]


# pip's own wheel


class Index:
    """A stand-in for the package index: one file list and one file."""

    def __init__(self, name: str, content: bytes) -> None:
        listing = {"files": [{"filename": name, "url": f"https://files.invalid/{name}"}]}
        self.answers = [json.dumps(listing).encode(), content]

    def __call__(self, request: Any, timeout: float) -> io.BytesIO:
        return io.BytesIO(self.answers.pop(0))


def write_lock(content: bytes) -> str:
    hashes = ["0" * 64, hashlib.sha256(content).hexdigest()]
    return " \\\n".join(["pip==1.0", *(f"    --hash=sha256:{value}" for value in hashes)]) + "\n"


def test_pip_is_pinned_by_the_lock() -> None:
    version, hashes = provision.read_pip_pin(LOCK)
    assert version[0].isdigit()
    assert len(hashes) >= 2


def test_the_locked_wheel_of_pip_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(urllib.request, "urlopen", Index("pip-1.0-py3-none-any.whl", b"wheel"))
    wheel = provision.fetch_pip(tmp_path, write_lock(b"wheel"))
    assert (wheel.name, wheel.read_bytes()) == ("pip-1.0-py3-none-any.whl", b"wheel")


def test_another_wheel_of_pip_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(urllib.request, "urlopen", Index("pip-1.0-py3-none-any.whl", b"tampered"))
    with pytest.raises(provision.ProvisionError, match="is not the file"):
        provision.fetch_pip(tmp_path, write_lock(b"wheel"))
    assert list(tmp_path.iterdir()) == []


def test_without_network_the_reader_learns_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(request: Any, timeout: float) -> io.BytesIO:
        raise urllib.error.URLError("no route to host")

    monkeypatch.setattr(urllib.request, "urlopen", fail)
    with pytest.raises(provision.ProvisionError, match=r"apt-get install python3\.\d+-venv"):
        provision.fetch_pip(tmp_path, write_lock(b"wheel"))


# The stages


@pytest.mark.parametrize(
    ("arguments", "selection", "rest"),
    [
        ("", None, ""),
        ("tests/core -x", None, "tests/core -x"),
        ("-m display -x", "display", "-x"),
        ("tests -m 'slow and not display'", "slow and not display", "tests"),
    ],
)
def test_a_marker_expression_is_taken_out_of_the_arguments(
    arguments: str, selection: str | None, rest: str
) -> None:
    assert stages.take_selection(shlex.split(arguments)) == (selection, shlex.split(rest))


def test_no_test_at_all_is_a_failure_unless_arguments_chose(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stages, "run_offscreen", lambda *_: stages.Result("offscreen", 0, 1.0))
    monkeypatch.setattr(stages, "run_on_display", lambda *_: stages.Result("display", 5, 1.0))
    python, root = Path("python"), Path()
    assert dev.report(stages.run_tests(python, root, [])) == 1
    assert dev.report(stages.run_tests(python, root, ["tests/core"])) == 0
    monkeypatch.setattr(stages, "run_offscreen", lambda *_: stages.Result("offscreen", 5, 1.0))
    assert dev.report(stages.run_tests(python, root, ["tests/core"])) == 1


def test_the_summary_names_the_stages_that_failed() -> None:
    results = [stages.Result("ruff", 0, 0.4), stages.Result("mypy", 1, 9.0), stages.Result("tests", 5, 1.0)]
    summary = stages.write_summary(results)
    assert "Not in order: mypy, tests." in summary
    assert "no tests found" in summary
    assert "Everything is in order" in stages.write_summary(results[:1])


def ask_size(display: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "DISPLAY": display}
    return subprocess.run(["xdotool", "getdisplaygeometry"], env=environment, capture_output=True, text=True)


@pytest.mark.display
def test_the_virtual_display_answers_and_is_gone_afterwards() -> None:
    with stages.start_display() as display:
        assert ask_size(display).stdout.split() == ["1280", "800"]
    assert ask_size(display).returncode != 0


def test_a_server_that_cannot_start_is_reported_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stages, "XVFB", ("sh", "-c", "echo no memory >&2; exit 1"))
    with pytest.raises(stages.DisplayError, match="no memory"), stages.start_display():
        pass


def test_the_verbs_are_listed_and_an_unknown_one_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["--help"]) == 0
    printed = capsys.readouterr().out
    assert all(f"\n  {verb} " in printed for verb in dev.VERBS)
    assert dev.main(["fly"]) == 2
    assert "run, test, lint, consumers, bench, picture" in capsys.readouterr().out
