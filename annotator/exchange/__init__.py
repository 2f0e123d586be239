"""Files in and out: one module per format, one row per format in FORMATS."""

import importlib
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, cast

from annotator.core.record import Notice, Record, Refusal
from annotator.core.scheme import Scheme
from annotator.core.sentence import Refused

Outcome = Record | Refusal | Notice
Progress = Callable[[int], None]


class ExportError(Refused):
    """An export did not happen; `sentence` says why. What stood at the destination still stands there."""


@dataclass(frozen=True, slots=True)
class About:
    """What the manifest tells beside the data: none of it may alter the data's bytes."""

    project: str
    exported_at: str
    tool_version: str
    scheme: Scheme


@dataclass(frozen=True, slots=True)
class Written:
    """What an export wrote and read back: records, spans, the spans of each label, the file's SHA-256."""

    count: int
    spans: int
    sha256: str
    labels: tuple[tuple[str, int], ...] = ()


class Exchanger(Protocol):
    """What the module of a format offers: `read` where it reads, `write` where it writes."""

    def read(self, path: Path, labels: Container[str], encoding: str | None, strict: bool) -> Iterator[Outcome]: ...

    def write(self, records: Iterable[Record], out: Path, about: About, on_progress: Progress | None) -> Written: ...


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file. `carries` and `cannot` are sentences; `module` is imported only when the format is used."""

    name: str
    title: str
    suffixes: tuple[str, ...]
    reads: bool
    writes: bool
    carries: tuple[str, ...]
    cannot: tuple[str, ...]
    module: str

    def read(
        self, path: Path, labels: Container[str], encoding: str | None = None, strict: bool = False
    ) -> Iterator[Outcome]:
        """What the file holds, one outcome at a time; a faulty file is a Refusal, not an exception."""
        return self._load().read(path, labels, encoding, strict)

    def write(self, records: Iterable[Record], out: Path, about: About, on_progress: Progress | None = None) -> Written:
        """Write and read back `records`. Raises ExportError, after which `out` is as it was."""
        return self._load().write(records, out, about, on_progress)

    def _load(self) -> Exchanger:
        return cast(Exchanger, importlib.import_module(self.module))


FORMATS: tuple[Format, ...] = (
    Format(
        name="jsonl",
        title="Hashiya JSONL",
        suffixes=(".jsonl", ".ndjson"),
        reads=True,
        writes=True,
        carries=("Everything: one record per article and layer, with offsets in code points.",),
        cannot=("Which annotators are the same person.", "The log of changes, so no undo."),
        module="annotator.exchange.jsonl",
    ),
    Format(
        name="text",
        title="Plain text",
        suffixes=(".txt",),
        reads=True,
        writes=False,
        carries=("The text of one article per file; its first paragraph is the headline.",),
        cannot=("Spans, or anything else beside the text.",),
        module="annotator.exchange.text",
    ),
)


def format_named(name: str) -> Format | None:
    """The format of that name, if there is one."""
    return next((row for row in FORMATS if row.name == name), None)


def format_of(path: Path) -> Format | None:
    """The format that reads files of this name, told by the suffix in any case of letters."""
    suffix = path.suffix.lower()
    return next((row for row in FORMATS if row.reads and suffix in row.suffixes), None)
