"""Files in and out: one module per format, one row per format in `formats.FORMATS`."""

import importlib
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, cast

from annotator.core.record import Notice, Record, Refusal
from annotator.core.scheme import Scheme
from annotator.core.sentence import Refused
from annotator.exchange.option import USUAL, Options

Outcome = Record | Refusal | Notice
Progress = Callable[[int], None]


class ExportError(Refused):
    """An export did not happen; `sentence` says why. What stood at the destination still stands there."""


@dataclass(frozen=True, slots=True)
class About:
    """What the manifest tells beside the data: none of it may alter the data's bytes, except the `options`.

    `is_part` says that a larger export is being written: what surrounds the data is then written by the whole.
    """

    project: str
    exported_at: str
    tool_version: str
    scheme: Scheme
    options: Options = USUAL
    is_part: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """What an export wrote and read back: records, spans, the spans of each label; `sha256` is the file's, or that of
    the list of hashes where a folder was written."""

    count: int
    spans: int
    sha256: str
    labels: tuple[tuple[str, int], ...] = ()


class Exchanger(Protocol):
    """What the module of a format offers: `read` where it reads, `write` and `carried` where it writes.

    Reading what was written gives `carried(record, options)` again, ids aside, and `write` makes sure of it before
    anything is put in place. A module whose files are not told by their suffix alone offers as well
    `recognises(path, head) -> bool`: of a file with its first HEAD bytes, of a folder with none.
    """

    def read(self, path: Path, labels: Container[str], encoding: str | None, strict: bool) -> Iterator[Outcome]: ...

    def carried(self, record: Record, options: Options) -> Record: ...

    def write(self, records: Iterable[Record], out: Path, about: About, on_progress: Progress | None) -> Written: ...


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file. `carries` and `cannot` are sentences; `module` is imported only when the format is used.

    `is_folder` says that it is written as a folder, and where it reads, read as one; `extra` names the optional
    dependencies that it needs, as pip knows them; `is_whole` that it carries everything of every record,
    `is_tokens` that its spans are made of whole tokens, so that `Options.align` matters,
    `only_worked_on` that articles without a layer are left out.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    reads: bool
    writes: bool
    carries: tuple[str, ...]
    cannot: tuple[str, ...]
    module: str
    is_folder: bool = False
    extra: str = ""
    is_whole: bool = False
    is_tokens: bool = False
    only_worked_on: bool = False

    def read(
        self, path: Path, labels: Container[str], encoding: str | None = None, strict: bool = False
    ) -> Iterator[Outcome]:
        """What the file holds, one outcome at a time; a faulty file is a Refusal, not an exception."""
        return self._load().read(path, labels, encoding, strict)

    def carried(self, record: Record, options: Options) -> Record:
        """What of the record would be found in the file."""
        return self._load().carried(record, options)

    def write(self, records: Iterable[Record], out: Path, about: About, on_progress: Progress | None = None) -> Written:
        """Write and read back `records`. Raises ExportError, after which `out` is as it was."""
        return self._load().write(records, out, about, on_progress)

    def recognises(self, path: Path, head: bytes) -> bool:
        """Whether what is inside tells this format; False for a format that does not look inside."""
        look: Callable[[Path, bytes], bool] | None = getattr(self._load(), "recognises", None)
        return look is not None and look(path, head)

    def front(self, about: About, parts: Sequence[str]) -> str:
        """What stands before the card of an export in a folder, for a format whose readers look for something there.

        `parts` are the names of a split's parts, or one empty name.
        """
        make: Callable[[About, Sequence[str]], str] | None = getattr(self._load(), "front", None)
        return make(about, parts) if make is not None else ""

    def _load(self) -> Exchanger:
        return cast(Exchanger, importlib.import_module(self.module))
