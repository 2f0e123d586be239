"""What the writers of other programs' JSON share: a line for each record, and reading back."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from annotator.core.record import Record, Refusal
from annotator.core.sentence import Sentence, say
from annotator.exchange import ExportError, Outcome
from annotator.exchange.escape import json_line


def encoded(
    records: Iterable[Record], carried: Callable[[Record], Record], shape: Callable[[Record], dict[str, Any]]
) -> Iterator[tuple[bytes, Record]]:
    """A line of JSON for each record as the format carries it. Raises ExportError for one that has no JSON form."""
    for record in records:
        kept = carried(record)
        yield line_of(kept, shape).encode("utf-8"), kept


def line_of(record: Record, shape: Callable[[Record], dict[str, Any]]) -> str:
    """The record's line with its end. Raises ExportError."""
    try:
        return json_line(shape(record)) + "\n"
    except ValueError as error:
        message = "Export stopped. No file was left behind. Article “{article}” cannot be written: {reason}."
        raise ExportError(say(message, article=record.article.id, reason=str(error))) from error


def taken_back(outcomes: Iterable[Outcome]) -> Iterator[Record]:
    """The records of a file just written. Raises ExportError where anything in it is refused."""
    for outcome in outcomes:
        if isinstance(outcome, Refusal):
            raise ExportError(unread(outcome.line or 0, outcome.reason))
        if isinstance(outcome, Record):
            yield outcome


def unread(line: int, reason: Sentence) -> Sentence:
    """That a line of ours is not understood by our own reader."""
    message = "Export stopped. No file was left behind. Line {line} did not read back: {reason}"
    return say(message, line=line, reason=str(reason))


def is_empty(path: Path) -> bool:
    """Whether there is nothing in the file, as when there was nothing to export."""
    return path.stat().st_size == 0
