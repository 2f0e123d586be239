#!/usr/bin/env python3
"""Everything a developer starts: python3 packaging/dev.py VERB [ARGUMENTS]

  run [ARGUMENTS]   make what is missing and open Hashiya; without a display, take its tour
  test [ARGUMENTS]  style, types, import laws and all tests; ARGUMENTS go to pytest (and leave out the checks)
  lint              style, types and import laws only
  consumers [ARGS]  other programs read what we export, in an environment of their own; ARGS go to pytest
  bench [ARGUMENTS] the benchmarks, which print ratios and judge nothing; ARGUMENTS go to pytest
  picture [ARGS]    draw the README's picture anew, from the real program

It needs nothing but Python 3.11 or newer. The first start makes the folder .venv and takes a few minutes;
later ones take seconds. Missing libraries of the system are installed with apt-get where that is allowed.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

if sys.version_info < (3, 11):  # noqa: UP036 (this file is the one that any Python may be asked to run)
    sys.exit("Hashiya needs Python 3.11 or newer, and this is Python " + sys.version.split()[0] + ".")

import provision
import stages
import system

ROOT = provision.ROOT
TOUR = ROOT / "build" / "tour"


def say(sentence: str) -> None:
    print(sentence, flush=True)


def has_display() -> bool:
    """Whether a window can be shown: always outside Linux, there where a display server is named."""
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def prepare(needs: Sequence[system.Need], environment: provision.Environment = provision.MAIN) -> Path:
    """Make the system and the environment ready, and return the environment's Python."""
    is_ready = provision.is_ready(ROOT, environment.venv, environment.lock.name)
    wanted = [*needs, *(() if is_ready else system.PIP)]
    lacking = system.provide(wanted, say)
    if any(need.kind in system.INDISPENSABLE for need in lacking):
        sys.exit("Install them and run the same command again.")
    try:
        return provision.ensure(say, environment)
    except provision.ProvisionError as reason:
        sys.exit(str(reason))


def run(arguments: Sequence[str]) -> NoReturn:
    shown = has_display()
    python = prepare([*system.OFFSCREEN, *(system.WINDOW if shown else ()), *system.FONTS])
    if shown or arguments:
        become([str(python), "-m", "annotator", *arguments])
    say("There is no display here, so Hashiya takes its tour in a window nobody sees.")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    become([str(python), str(ROOT / "packaging" / "tour.py"), str(TOUR)])


def become(command: list[str]) -> NoReturn:
    """Hand this process over to the program, so that signals and the exit code are the program's own."""
    if os.name == "nt":
        # Windows has no exec: there the caller would not wait for the program.
        sys.exit(subprocess.call(command))
    os.execv(command[0], command)


def test(arguments: Sequence[str]) -> int:
    python = prepare([*system.OFFSCREEN, *system.WINDOW, *system.FONTS, *system.TESTS])
    selection, extra = stages.take_selection(arguments)
    if selection is not None:
        return report(stages.run_selected(python, ROOT, selection, extra))
    checks = [] if extra else stages.run_checks(python, ROOT)
    return report([*checks, *stages.run_tests(python, ROOT, extra)])


def lint(_: Sequence[str]) -> int:
    return report(stages.run_checks(prepare([]), ROOT))


def report(results: Sequence[stages.Result]) -> int:
    say(stages.write_summary(results))
    return int(any(result.code != 0 for result in results))


def consumers(arguments: Sequence[str]) -> int:
    python = prepare([*system.OFFSCREEN, *system.FONTS], provision.CONSUMERS)
    return report([stages.run_consumers(python, ROOT, arguments)])


def bench(arguments: Sequence[str]) -> int:
    python = prepare([*system.OFFSCREEN, *system.FONTS])
    names = "python_files=bench_*.py test_*.py"
    command = [str(python), "-m", "pytest", "-s", "-o", names, *(arguments or ["tests/benchmarks"])]
    return stages.run_stage("benchmarks", command, ROOT, {"QT_QPA_PLATFORM": "offscreen"}).code


def picture(arguments: Sequence[str]) -> int:
    python = prepare([*system.OFFSCREEN, *system.FONTS])
    command = [str(python), str(ROOT / "packaging" / "picture.py"), *arguments]
    return stages.run_stage("picture", command, ROOT, {"QT_QPA_PLATFORM": "offscreen"}).code


VERBS: dict[str, Callable[[Sequence[str]], int]] = {
    "run": run,
    "test": test,
    "lint": lint,
    "consumers": consumers,
    "bench": bench,
    "picture": picture,
}


def main(arguments: Sequence[str]) -> int:
    if not arguments or arguments[0] in ("-h", "--help"):
        say(__doc__)
        return 0 if arguments else 2
    verb = VERBS.get(arguments[0])
    if verb is None:
        say(f"There is no verb {arguments[0]!r}; there are: {', '.join(VERBS)}.")
        return 2
    # So that a stage that is being run, and the X server, are stopped too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    return verb(arguments[1:])


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
