"""Answers of the command line: sentences for people, JSON for programs."""

import json
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NoReturn

import click

from annotator.arabic.console import plain
from annotator.core.record import Notice, Refusal
from annotator.core.sentence import Sentence
from annotator.store.creation import open_project
from annotator.store.store import Store

PAUSE = 0.1
"""Seconds between two lines about how far long work is."""

as_json = click.option("--json", "as_json", is_flag=True, help="Answer in JSON for programs.")
progress_lines = click.option(
    "--progress", is_flag=True, help="With --json: also a line that counts, now and then, before the answer."
)
project_argument = click.argument("project", type=click.Path(path_type=Path))


def teller(as_json: bool, progress: bool) -> Callable[[int], None]:
    """Tells how far long work is: JSON lines for programs that want them, one that rewrites itself at a terminal."""
    told = float("-inf")

    def tell(count: int) -> None:
        nonlocal told
        if time.monotonic() - told < PAUSE:
            return
        told = time.monotonic()
        if as_json and progress:
            say_json({"progress": count})
        elif not as_json and sys.stderr.isatty():
            click.echo(f"\r{count:,} …", err=True, nl=False)

    return tell


def opened(path: Path) -> Store:
    """The project at `path`. Raises Refused."""
    return open_project(path)


def say_json(answer: Any) -> None:
    """One line of JSON on standard output."""
    said = json.dumps(answer, ensure_ascii=False, separators=(",", ":"))
    # Names of files need not be text; half a character is escaped as JSON can.
    click.echo(said.encode("utf-8", "backslashreplace").decode())


def fail(sentence: Sentence, as_json: bool) -> NoReturn:
    """Say why nothing was done, and leave with 2."""
    if as_json:
        say_json({"error": plain_sentence(sentence)})
    else:
        click.echo(f"hashiya: {plain(str(sentence))}", err=True)
    sys.exit(2)


def plain_sentence(sentence: Sentence) -> dict[str, Any]:
    """A sentence for programs: what it says, and the template and values it is made of."""
    values = {name: value if isinstance(value, str | int) else str(value) for name, value in sentence.values}
    return {"reason": str(sentence), "template": sentence.template, "values": values}


def plain_reports(reports: Iterable[Refusal | Notice]) -> list[dict[str, Any]]:
    """Refusals and notices for programs."""
    return [{"path": r.path, "line": r.line, **plain_sentence(r.reason)} for r in reports]


def say_reports(reports: Iterable[Refusal | Notice]) -> None:
    """Refusals and notices for people: file, line and reason, one a line."""
    for report in reports:
        line = f", line {report.line}" if report.line else ""
        click.echo(plain(f"{report.path}{line}: {report.reason}"), err=True)


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun."""
    return f"{number:,} {one if number == 1 else many}"
