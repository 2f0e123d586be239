"""Putting an export in place: written beside its destination, read back, renamed; or nothing at all."""

import hashlib
import json
import os
import stat
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

from annotator.core.record import Record
from annotator.core.sentence import say
from annotator.exchange import About, ExportError, Progress, Written
from annotator.exchange.leftover import hold, new_part, sweep
from annotator.exchange.reason import shown_path, why_unwritten
from annotator.exchange.row import SCHEMA

MANIFEST_SUFFIX = ".manifest.json"
UNSETTLED = say("The data was written and checked, but its manifest may be missing. Export again.")


class Draft:
    """A file beside its destination, removed again unless `settle` puts it in place."""

    def __init__(self, destination: Path) -> None:
        self.destination = destination
        self.path = new_part(destination)
        self.is_settled = False
        self._file: BinaryIO | None = None

    def __enter__(self) -> Self:
        mode = stat.S_IMODE(self.destination.stat().st_mode) if self.destination.exists() else 0o666
        self._file = os.fdopen(os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb")
        hold(self._file.fileno())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if self._file is not None:
                self._file.close()
        finally:
            if not self.is_settled:
                self.path.unlink(missing_ok=True)

    def write(self, data: bytes) -> None:
        """Add to the file."""
        assert self._file is not None
        self._file.write(data)

    def finish(self) -> None:
        """Everything is on the disk, with the permissions of the file it will replace."""
        assert self._file is not None
        self._file.flush()
        if self.destination.exists():
            self.path.chmod(stat.S_IMODE(self.destination.stat().st_mode))
        os.fsync(self._file.fileno())

    def settle(self) -> None:
        """Take the destination's place, at once."""
        if self._file is not None and os.name == "nt":
            self._file.close()
        self.path.replace(self.destination)
        self.is_settled = True


@dataclass(slots=True)
class Tally:
    """What went through, counted alike while writing and while reading back."""

    count: int = 0
    labels: Counter[str] = field(default_factory=Counter)

    def add(self, record: Record) -> None:
        """Count one record."""
        self.count += 1
        self.labels.update(span.label for span in record.spans)


def write_file(
    lines: Iterable[tuple[bytes, Record]],
    out: Path,
    about: About,
    read_back: Callable[[Path], Iterator[Record]],
    on_progress: Progress | None = None,
) -> Written:
    """Write the lines and the manifest as `out` and `out`.manifest.json, both or neither. Raises ExportError."""
    place = Path(os.path.realpath(out))
    beside = Path(f"{place}{MANIFEST_SUFFIX}")
    data: Draft | None = None
    try:
        _refuse_others(place, beside)
        data, manifest = Draft(place), Draft(beside)
        sweep(place.parent)
        with data, manifest:
            written = _fill(data, lines, on_progress)
            _verify(data.path, written, read_back)
            manifest.write(_manifest(written, about))
            manifest.finish()
            data.settle()
            manifest.settle()
            _sync_folder(place.parent)
    except OSError as error:
        raise ExportError(UNSETTLED if data is not None and data.is_settled else why_unwritten(error)) from error
    return written


def _refuse_others(*destinations: Path) -> None:
    """Only what is a file, or nothing yet, may be replaced."""
    for path in destinations:
        if path.exists() and not path.is_file():
            raise ExportError(
                say("Export stopped. “{path}” is not a file that can be replaced.", path=shown_path(path))
            )


def _fill(data: Draft, lines: Iterable[tuple[bytes, Record]], on_progress: Progress | None) -> Written:
    digest, tally = hashlib.sha256(), Tally()
    for line, record in lines:
        data.write(line)
        digest.update(line)
        tally.add(record)
        if on_progress is not None:
            on_progress(tally.count)
    data.finish()
    return _written(tally, digest.hexdigest())


def _written(tally: Tally, sha256: str) -> Written:
    return Written(tally.count, tally.labels.total(), sha256, tuple(sorted(tally.labels.items())))


def _verify(path: Path, written: Written, read_back: Callable[[Path], Iterator[Record]]) -> None:
    tally = Tally()
    for record in read_back(path):
        tally.add(record)
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    if _written(tally, sha256) != written:
        raise ExportError(say("Export stopped. No file was left behind. What was read back is not what was written."))


def _manifest(written: Written, about: About) -> bytes:
    content: dict[str, Any] = {
        "schema": SCHEMA,
        "tool": "hashiya",
        "tool_version": about.tool_version,
        "project": about.project,
        "exported_at": about.exported_at,
        "records": written.count,
        "spans": written.spans,
        "labels": dict(written.labels),
        "sha256": written.sha256,
        "scheme": {"id": about.scheme.id, "version": about.scheme.version, "toml": about.scheme.toml},
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode("utf-8") + b"\n"


def _sync_folder(folder: Path) -> None:
    """Make the renaming itself durable; only POSIX can."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
