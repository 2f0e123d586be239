"""What a person points at: files and folders, walked in order and read by the format their names tell."""

import stat
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from annotator.core.record import Notice, Record, Refusal
from annotator.core.sentence import say
from annotator.exchange import Format, Outcome, table
from annotator.exchange.arrow import COUNTS, PART
from annotator.exchange.column import Wanted
from annotator.exchange.folder import MANIFEST, SHIFTS_SUFFIX, SURROUNDINGS, TYPE_SYSTEM
from annotator.exchange.formats import FORMATS
from annotator.exchange.output import MANIFEST_SUFFIX
from annotator.exchange.reason import shown_path, why_unreadable
from annotator.exchange.text import Decoded, EncodingUncertain, Unreadable, decode, load

READABLE = ", ".join(dict.fromkeys(suffix for row in FORMATS if row.reads for suffix in row.suffixes))
TABLE = "table"
MOST_KINDS = 6
HEAD = 4096
"""So many bytes of a file are looked at to tell what it is."""


@dataclass(frozen=True, slots=True)
class Preview:
    """How a file would be read: the format's name, and one of the rest.

    `record` is the first record of a file of records, `decoded` the text of a plain one; `uncertain` asks for an
    encoding; `refusal` says why there is neither. `notices` are what the reader should know.
    """

    path: Path
    format: str = ""
    record: Record | None = None
    decoded: Decoded | None = None
    uncertain: EncodingUncertain | None = None
    refusal: Refusal | None = None
    notices: tuple[Notice, ...] = ()


def read_paths(
    paths: Iterable[Path],
    labels: Container[str],
    encoding: str | None = None,
    strict: bool = False,
    form: Format | None = None,
    columns: Wanted | None = None,
) -> Iterator[Outcome]:
    """Everything in the files and folders, streamed, in the order of their names.

    Nothing that a path or a file holds raises: it is a Refusal. `labels` are the scheme's; `encoding` is for plain
    text that is not Unicode; `strict` refuses spans that cut a letter from its mark. `form` is how everything is read;
    without it, each file is read by what its name and its beginning tell. `columns` says which column of a table is
    what, where its names do not tell.
    """
    for path in paths:
        for found in walk(path, form):
            if not isinstance(found, Path):
                yield found
                continue
            row = form or recognised(found)
            assert row is not None
            if columns and row.name == TABLE:
                yield from table.read(found, labels, encoding, strict, columns)
            else:
                yield from row.read(found, labels, encoding, strict)


def recognised(path: Path) -> Format | None:
    """The format that reads this file or folder: what its inside tells, among the formats of its suffix first."""
    if path.is_dir():
        return next((row for row in FORMATS if row.reads and row.is_folder and row.recognises(path, b"")), None)
    suffix = path.suffix.lower()
    fitting = [row for row in FORMATS if row.reads and suffix in row.suffixes]
    others = [row for row in FORMATS if row.reads and row not in fitting]
    if len(fitting) == 1:
        return fitting[0]
    head = _head(path)
    inside = (row for row in (fitting or others) if row.recognises(path, head))
    return next(inside, fitting[0] if fitting else None)


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(HEAD)
    except OSError:
        # Whoever reads the file next says why it cannot be read.
        return b""


def preview(path: Path, labels: Container[str], encoding: str | None = None) -> Preview:
    """How one file would be read, from as little of it as that needs; nothing is written anywhere."""
    found = next((found for found in walk(path) if not isinstance(found, Notice)), None)
    if found is None:
        return Preview(path, refusal=Refusal(shown_path(path), None, say("the folder is empty.")))
    if isinstance(found, Refusal):
        return Preview(path, refusal=found)
    row = recognised(found)
    assert row is not None
    if row.name == "text":
        return _preview_text(found, encoding)
    uncertain = table.uncertain(found, encoding) if row.name == TABLE else None
    return Preview(found, TABLE, uncertain=uncertain) if uncertain else _preview_records(found, row, labels, encoding)


def _preview_text(path: Path, encoding: str | None) -> Preview:
    try:
        return Preview(path, "text", decoded=decode(load(path), encoding))
    except EncodingUncertain as error:
        return Preview(path, "text", uncertain=error)
    except Unreadable as error:
        return Preview(path, "text", refusal=Refusal(shown_path(path), None, error.sentence))
    except OSError as error:
        return Preview(path, "text", refusal=Refusal(shown_path(path), None, why_unreadable(error)))


def _preview_records(path: Path, row: Format, labels: Container[str], encoding: str | None) -> Preview:
    name = row.name
    notices: list[Notice] = []
    for outcome in row.read(path, labels, encoding):
        if isinstance(outcome, Notice):
            notices.append(outcome)
        elif isinstance(outcome, Refusal):
            return Preview(path, name, refusal=outcome, notices=tuple(notices))
        else:
            return Preview(path, name, record=outcome, notices=tuple(notices))
    return Preview(path, name)


def walk(path: Path, form: Format | None = None) -> Iterator[Path | Refusal | Notice]:
    """The files at `path` that can be read, and folders that are read as one, and a Refusal for what cannot be.

    Inside folders, hidden files and what an export puts beside its data are passed over, and where everything is to be
    read as `form`, files of other suffixes; files that no format reads, too, with one Notice for them all at the end.
    A folder met twice, also by a link that leads back, is walked once.
    """
    waiting, seen = [path], set[tuple[int, int]]()
    others: list[Path] = []
    while waiting:
        at = waiting.pop()
        try:
            status = at.stat()
            if stat.S_ISDIR(status.st_mode):
                identity = (status.st_dev, status.st_ino)
                is_one = identity not in seen and _is_one(at, form)
                waiting += _inside(at, identity, seen, only_folders=is_one)
                if is_one:
                    yield at
                continue
            if form is None and at is not path and at.is_file() and recognised(at) is None:
                others.append(at)
                continue
            found = _readable(at, form)
        except OSError as error:
            found = Refusal(shown_path(at), None, why_unreadable(error))
        except ValueError:
            found = Refusal(shown_path(at), None, say("this cannot be the name of a file."))
        if at is path or not (_is_beside(at) or (form is not None and at.suffix.lower() not in form.suffixes)):
            yield found
    others = [other for other in others if not _is_beside(other)]
    if others:
        yield _passed_over(path, others)


def _passed_over(folder: Path, others: Sequence[Path]) -> Notice:
    """What was left unread in a folder, in one sentence."""
    kinds = ", ".join(sorted({other.suffix.lower() or other.name for other in others})[:MOST_KINDS])
    reason = say("files of other kinds were passed over: {count} ({kinds}).", count=len(others), kinds=kinds)
    return Notice(shown_path(folder), None, reason)


def _is_one(folder: Path, form: Format | None) -> bool:
    """Whether the folder's files belong together and are read as one."""
    if form is not None:
        return form.is_folder and form.recognises(folder, b"")
    return recognised(folder) is not None


def _is_beside(path: Path) -> bool:
    """Whether an export has put the file beside its data."""
    if path.name in (*SURROUNDINGS, TYPE_SYSTEM):
        return (path.parent / MANIFEST).is_file()
    if path.name == COUNTS:
        return (path.parent / PART.format(0)).is_file()
    return path.name.endswith(MANIFEST_SUFFIX) or path.name.endswith(SHIFTS_SUFFIX)


def _inside(folder: Path, identity: tuple[int, int], seen: set[tuple[int, int]], only_folders: bool) -> list[Path]:
    """What a folder holds, last name first; nothing when it was `seen` before."""
    if identity in seen:
        return []
    seen.add(identity)
    found = [path for path in sorted(folder.iterdir(), reverse=True) if not path.name.startswith(".")]
    return [path for path in found if path.is_dir()] if only_folders else found


def _readable(path: Path, form: Format | None) -> Path | Refusal:
    if not path.is_file():
        return Refusal(shown_path(path), None, say("it is not a file."))
    if form is None and recognised(path) is None:
        reason = say("files of this kind cannot be read; these can: {suffixes}.", suffixes=READABLE)
        return Refusal(shown_path(path), None, reason)
    return path
