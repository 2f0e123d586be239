"""Exports that are folders: written beside their destination, read back, put in its place as a whole or not at all."""

import contextlib
import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

from annotator.core.record import Record
from annotator.core.sentence import say
from annotator.exchange import About, ExportError, Progress, Written
from annotator.exchange.leftover import hold, new_part, sweep
from annotator.exchange.output import UNLIKE, hash_file, manifest_of, sync_folder, written_of
from annotator.exchange.reason import shown_path, why_unwritten
from annotator.exchange.tally import DeepTally, Tally

MANIFEST, SUMS, SCHEME = "manifest.json", "SHA256SUMS", "scheme.toml"
CARD, SHAPE, VERIFIER, SHIFTS = "README.md", "schema.json", "verify.py", "shifts.tsv"
SHIFTS_SUFFIX = f".{SHIFTS}"
TYPE_SYSTEM = "typesystem.xml"
"""What a folder of UIMA CAS files has beside them."""
SURROUNDINGS = (MANIFEST, SUMS, SCHEME, CARD, SHAPE, VERIFIER, SHIFTS)
"""The files that stand round the data of an export."""
SYNC_EACH = 256
"""Up to so many files are made durable one by one; beyond that the system is asked to write everything."""


class FolderDraft:
    """A folder beside its destination, removed again unless `settle` puts it in place.

    Write into `path`, or with `open` and `write`; only the owner may read what lies in it.
    """

    def __init__(self, destination: Path) -> None:
        self.destination = destination
        self.path = new_part(destination)
        self._descriptor = -1
        self._is_settled = False

    def __enter__(self) -> Self:
        self.path.mkdir(mode=0o700)
        if os.name == "posix":
            self._descriptor = os.open(self.path, os.O_RDONLY)
            hold(self._descriptor)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._descriptor >= 0:
            os.close(self._descriptor)
        if not self._is_settled:
            shutil.rmtree(self.path, ignore_errors=True)

    def open(self, name: str) -> BinaryIO:
        """A new file of that name (with `/` for folders inside), to be closed by who asked for it."""
        place = self.path / name
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")

    def write(self, name: str, data: bytes) -> None:
        """A new file with these bytes."""
        with self.open(name) as file:
            file.write(data)

    def files(self) -> list[str]:
        """The names of all files in it, in order."""
        return sorted(path.relative_to(self.path).as_posix() for path in self.path.rglob("*") if path.is_file())

    def settle(self) -> None:
        """Take the destination's place; what stood there goes only when this one stands."""
        _make_durable(self.path)
        old = new_part(self.destination) if self.destination.exists() else None
        if old is not None:
            self.destination.rename(old)
        try:
            self.path.rename(self.destination)
        except OSError:
            if old is not None:
                old.rename(self.destination)
            raise
        self._is_settled = True
        sync_folder(self.destination.parent)
        if old is not None:
            shutil.rmtree(old, ignore_errors=True)


def _make_durable(folder: Path) -> None:
    """Everything in it is on the disk, and its owner's alone."""
    files = []
    for path in folder.rglob("*"):
        path.chmod(0o700 if path.is_dir() else 0o600)
        files += [path] if path.is_file() else []
    if len(files) > SYNC_EACH and hasattr(os, "sync"):
        os.sync()
        return
    for path in files:
        with path.open("rb+") as file:
            os.fsync(file.fileno())


def refuse_foreign(place: Path) -> None:
    """Raise ExportError unless nothing stands at `place`, or an empty folder, or an export that may be replaced.

    A folder may be replaced when it has our manifest and no file that the manifest does not name.
    """
    if not place.exists() or (place.is_dir() and not any(place.iterdir())):
        return
    if not place.is_dir():
        raise ExportError(
            say(
                "Export stopped. “{path}” is a file; a folder is to be written there.",
                path=shown_path(place),
            )
        )
    known = {*_listed(place), MANIFEST, SUMS}
    strange = next((p for p in sorted(place.rglob("*")) if not _is_known(p, place, known)), None)
    if strange is not None:
        raise ExportError(
            say(
                "Export stopped. “{path}” holds something else: “{name}”. Choose an empty folder or a new name.",
                path=shown_path(place), name=shown_path(strange.relative_to(place)),
            )
        )


def _is_known(path: Path, place: Path, known: set[str]) -> bool:
    return (path.is_dir() and not path.is_symlink()) or path.relative_to(place).as_posix() in known


def _listed(place: Path) -> list[str]:
    """The files that the manifest of an earlier export names; none when there is no such manifest."""
    with contextlib.suppress(OSError, ValueError, RecursionError):
        content = json.loads((place / MANIFEST).read_bytes())
        if isinstance(content, dict) and content.get("tool") == "hashiya" and isinstance(content.get("files"), dict):
            return list(content["files"])
    return []


def write_folder(
    fill: Callable[[FolderDraft], Iterable[Record]],
    out: Path,
    about: About,
    read_back: Callable[[Path], Iterator[Record]],
    on_progress: Progress | None = None,
) -> Written:
    """Write a folder of one format at `out`, whole or not at all.

    `fill` writes the files into the draft and yields each record, as the format carries it, when it has written it.
    `read_back` yields the records that it finds in the finished draft, by a way of its own; they must be the same, ids
    and order aside. Around the data come the scheme, a manifest with counts per label and a list of hashes, unless
    `about.is_part`. Raises ExportError, after which `out` is as it was.
    """
    return make_folder(lambda draft: _fill_checked(draft, fill, read_back, on_progress), out, about)


def make_folder(
    fill: Callable[[FolderDraft], Tally], out: Path, about: About, more: dict[str, Any] | None = None
) -> Written:
    """Put in place what `fill` wrote and checked, with what surrounds it; `more` stands in the manifest too."""
    place = Path(os.path.realpath(out))
    try:
        refuse_foreign(place)
        sweep(place.parent)
        with FolderDraft(place) as draft:
            written = _surround(draft, fill(draft), about, {} if more is None else more)
            draft.settle()
    except OSError as error:
        raise ExportError(why_unwritten(error)) from error
    return written


def _fill_checked(
    draft: FolderDraft,
    fill: Callable[[FolderDraft], Iterable[Record]],
    read_back: Callable[[Path], Iterator[Record]],
    on_progress: Progress | None,
) -> Tally:
    meant, found = DeepTally(), DeepTally()
    for record in fill(draft):
        meant.add(record)
        if on_progress is not None:
            on_progress(meant.count)
    for record in read_back(draft.path):
        found.add(record)
    if meant != found:
        raise ExportError(UNLIKE)
    return meant


def _surround(draft: FolderDraft, tally: Tally, about: About, more: dict[str, Any]) -> Written:
    if not about.is_part:
        draft.write(SCHEME, about.scheme.toml.encode("utf-8"))
    hashes = {name: hash_file(draft.path / name) for name in draft.files()}
    sums = "".join(f"{sha256}  {name}\n" for name, sha256 in hashes.items()).encode("utf-8")
    written = written_of(tally, hashlib.sha256(sums).hexdigest())
    if not about.is_part:
        draft.write(SUMS, sums)
        draft.write(MANIFEST, manifest_of(written, about, {**more, "files": hashes}))
    return written
