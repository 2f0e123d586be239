"""The stages of the test command: style, types, architecture, tests offscreen, tests on a real X display."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

# -noreset: otherwise the server forgets a keyboard layout when the client that set it leaves.
XVFB = ("Xvfb", "-noreset", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-displayfd")
NOTHING_COLLECTED = 5
OFFSCREEN_TESTS = "not display and not slow and not consumer"
DISPLAY_TESTS = "display and not slow and not consumer"
# Each has a Python environment of its own, so none of them is even imported in another's.
APART = ("tests/benchmarks", "tests/consumers")


class DisplayError(Exception):
    """No X server could be started; the message says why."""


@dataclass(frozen=True, slots=True)
class Result:
    """How one stage ended: its name, the exit code (0 is success), and how long it took in seconds."""

    name: str
    code: int
    seconds: float


@contextmanager
def start_display() -> Iterator[str]:
    """A virtual X server of our own on a free display, as `:N`; it is stopped, by its process, at the end.

    Raises DisplayError when it does not start.
    """
    reading, writing = os.pipe()
    with tempfile.TemporaryFile() as log:
        try:
            server = subprocess.Popen([*XVFB, str(writing)], pass_fds=(writing,), stdout=log, stderr=log)
        except OSError as reason:
            os.close(reading)
            raise DisplayError(f"Xvfb cannot be started: {reason}") from reason
        finally:
            os.close(writing)
        try:
            yield f":{read_number(reading, log.fileno())}"
        finally:
            os.close(reading)
            stop(server)


def read_number(reading: int, log: int, patience: float = 60.0) -> int:
    """The display number the server writes once it is ready."""
    answer = b""
    until = time.monotonic() + patience
    while not answer.endswith(b"\n"):
        ready, _, _ = select.select([reading], [], [], max(0.0, until - time.monotonic()))
        piece = os.read(reading, 16) if ready else b""
        if not piece:
            complaint = os.pread(log, 4000, 0).decode(errors="replace").strip()
            raise DisplayError(f"Xvfb did not start. It said: {complaint or 'nothing'}")
        answer += piece
    return int(answer)


def stop(server: subprocess.Popen[bytes]) -> None:
    server.terminate()
    try:
        server.wait(10)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def run_stage(name: str, command: Sequence[str], root: Path, more: Mapping[str, str] | None = None) -> Result:
    """Run one stage in the project's folder, its output passing straight through to the terminal."""
    print(f"\n--- {name}", flush=True)
    start = time.monotonic()
    code = subprocess.call(command, cwd=root, env={**os.environ, **(more or {})})
    return Result(name, code, time.monotonic() - start)


def list_checks(python: Path) -> list[tuple[str, list[str]]]:
    """The stages that read the code and run none of it, as name and command."""
    linter = "from importlinter.cli import lint_imports_command as check; check()"
    return [
        ("ruff", [str(python), "-m", "ruff", "check", "."]),
        ("mypy", [str(python), "-m", "mypy"]),
        ("import laws", [str(python), "-c", linter, "--no-logo"]),
    ]


def run_checks(python: Path, root: Path) -> list[Result]:
    return [run_stage(name, command, root) for name, command in list_checks(python)]


def write_pytest(python: Path, selection: str, extra: Sequence[str]) -> list[str]:
    return [str(python), "-m", "pytest", *(f"--ignore={folder}" for folder in APART), "-m", selection, *extra]


def run_offscreen(python: Path, root: Path, extra: Sequence[str], selection: str = OFFSCREEN_TESTS) -> Result:
    command = write_pytest(python, selection, extra)
    return run_stage("tests offscreen", command, root, {"QT_QPA_PLATFORM": "offscreen"})


def run_consumers(python: Path, root: Path, extra: Sequence[str]) -> Result:
    """The tests that run other programs on our files; `extra` arguments for pytest may name some of them."""
    named = [] if any(word.startswith("tests") for word in extra) else ["tests/consumers"]
    command = [str(python), "-m", "pytest", "-m", "consumer", *named, *extra]
    return run_stage("other programs", command, root, {"QT_QPA_PLATFORM": "offscreen"})


def run_on_display(python: Path, root: Path, extra: Sequence[str], selection: str = DISPLAY_TESTS) -> Result:
    name = "tests on an X display"
    try:
        with start_display() as display:
            environment = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "WAYLAND_DISPLAY": ""}
            return run_stage(name, write_pytest(python, selection, extra), root, environment)
    except DisplayError as reason:
        print(reason, flush=True)
        return Result(name, 1, 0.0)


def run_tests(python: Path, root: Path, extra: Sequence[str]) -> list[Result]:
    """Both kinds of tests. With `extra` arguments for pytest one kind may well be empty, but not both."""
    runners: list[Callable[[Path, Path, Sequence[str]], Result]] = [run_offscreen]
    if sys.platform == "linux":
        runners.append(run_on_display)
    results = [runner(python, root, extra) for runner in runners]
    some = [result for result in results if result.code != NOTHING_COLLECTED]
    return some if extra and some else results


def run_selected(python: Path, root: Path, selection: str, extra: Sequence[str]) -> list[Result]:
    """The tests of a marker expression given by hand: on a display when it asks for one."""
    asks = "display" in selection and "not display" not in selection
    return [(run_on_display if asks else run_offscreen)(python, root, extra, selection)]


def take_selection(arguments: Sequence[str]) -> tuple[str | None, list[str]]:
    """Split pytest's arguments into the marker expression of `-m`, if there is one, and the others."""
    rest = list(arguments)
    if "-m" not in rest[:-1]:
        return None, rest
    at = rest.index("-m")
    selection = rest[at + 1]
    return selection, rest[:at] + rest[at + 2 :]


def write_summary(results: Sequence[Result]) -> str:
    """One line for each stage and a last line that says it all."""
    words = {0: "ok", NOTHING_COLLECTED: "no tests found"}
    lines = [f"  {r.name:<24}{words.get(r.code, 'FAILED'):<16}{r.seconds:7.1f} s" for r in results]
    failed = [result.name for result in results if result.code != 0]
    total = sum(result.seconds for result in results)
    last = f"Everything is in order, in {total:.0f} s."
    if failed:
        last = f"Not in order: {', '.join(failed)}. Read from the line \"--- {failed[0]}\" above."
    return "\n".join(["", *lines, "", last])
