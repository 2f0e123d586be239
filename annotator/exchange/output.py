"""Putting an export in place: written beside its destination, read back, renamed; or nothing at all."""

import hashlib
import json
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

from annotator.core.record import Record
from annotator.core.sentence import say
from annotator.exchange import About, ExportError, Progress, Written
from annotator.exchange.leftover import hold, new_part, sweep
from annotator.exchange.reason import shown_path, why_unwritten
from annotator.exchange.row import SCHEMA
from annotator.exchange.tally import DeepTally, Tally

MANIFEST_SUFFIX = ".manifest.json"
UNSETTLED = say("The data was written and checked, but its manifest may be missing. Export again.")
UNLIKE = say("Export stopped. No file was left behind. What was read back is not what was written.")


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


def write_file(
    lines: Iterable[tuple[bytes, Record | None]],
    out: Path,
    about: About,
    read_back: Callable[[Path], Iterator[Record]],
    on_progress: Progress | None = None,
    count_as: Callable[[], Tally] = DeepTally,
) -> Written:
    """Write the lines and the manifest as `out` and `out`.manifest.json, both or neither; only `out` for a part.

    Each line comes with the record that it holds, as the format carries it, or with None where it holds none.
    `read_back` yields the records of the finished file by a way of its own; they are compared by `count_as`. Raises
    ExportError.
    """
    place = Path(os.path.realpath(out))
    beside = Path(f"{place}{MANIFEST_SUFFIX}")
    data: Draft | None = None
    try:
        _refuse_others(*([place] if about.is_part else [place, beside]))
        data = Draft(place)
        sweep(place.parent)
        with data, (nullcontext() if about.is_part else Draft(beside)) as manifest:
            written = _fill(data, lines, on_progress, count_as(), partial(_verify, read_back, count_as()))
            if manifest is not None:
                manifest.write(manifest_of(written, about))
                manifest.finish()
            data.settle()
            if manifest is not None:
                manifest.settle()
            sync_folder(place.parent)
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


def _fill(
    data: Draft,
    lines: Iterable[tuple[bytes, Record | None]],
    on_progress: Progress | None,
    tally: Tally,
    verify: Callable[[Path, str, Tally], None],
) -> Written:
    """Write everything and have it read back."""
    digest = hashlib.sha256()
    for line, record in lines:
        data.write(line)
        digest.update(line)
        if record is not None:
            tally.add(record)
            if on_progress is not None:
                on_progress(tally.count)
    data.finish()
    verify(data.path, digest.hexdigest(), tally)
    return written_of(tally, digest.hexdigest())


def written_of(tally: Tally, sha256: str) -> Written:
    """What an export tells about itself."""
    return Written(tally.count, tally.labels.total(), sha256, tuple(sorted(tally.labels.items())))


def _verify(
    read_back: Callable[[Path], Iterator[Record]], found: Tally, path: Path, sha256: str, meant: Tally
) -> None:
    for record in read_back(path):
        found.add(record)
    if found != meant or hash_file(path) != sha256:
        raise ExportError(UNLIKE)


def hash_file(path: Path) -> str:
    """SHA-256 (hex) of the file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def manifest_of(written: Written, about: About, more: Mapping[str, Any] | None = None) -> bytes:
    """The manifest as JSON: what the data is, and nothing that the data itself depends on."""
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
        **(more or {}),
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode("utf-8") + b"\n"


def sync_folder(folder: Path) -> None:
    """Make the renaming itself durable; only POSIX can."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
