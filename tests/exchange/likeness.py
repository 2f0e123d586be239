"""Comparing records where a format makes ids of its own for what hangs on a layer."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from annotator.core.record import Notice, Record, Refusal
from annotator.exchange import Outcome
from annotator.exchange.arrival import mark_of

Likeness = tuple[Record, str]


def likeness(record: Record) -> Likeness:
    """Two records have the same when only the ids of spans, events and relations differ, and their order."""
    return replace(record, spans=(), events=(), relations=()), mark_of(record)


def records_of(outcomes: Iterable[Outcome]) -> list[Record]:
    """The records among the outcomes."""
    return [found for found in outcomes if isinstance(found, Record)]


def reasons_of(outcomes: Iterable[Outcome]) -> list[str]:
    """Why something was refused, in words."""
    return [str(found.reason) for found in outcomes if isinstance(found, Refusal)]


def notices_of(outcomes: Iterable[Outcome]) -> list[str]:
    """What the reader should know, in words."""
    return [str(found.reason) for found in outcomes if isinstance(found, Notice)]


def make(path: Path, content: str | bytes) -> Path:
    """A file with this content."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path
