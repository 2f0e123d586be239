"""What a person points at: files and folders, walked in order and read by the format their names tell."""

import stat
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from annotator.core.record import Notice, Record, Refusal
from annotator.core.sentence import say
from annotator.exchange import FORMATS, Outcome, format_of
from annotator.exchange.output import MANIFEST_SUFFIX
from annotator.exchange.reason import shown_path, why_unreadable
from annotator.exchange.text import Decoded, EncodingUncertain, Unreadable, decode, load

READABLE = ", ".join(suffix for row in FORMATS if row.reads for suffix in row.suffixes)


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
    paths: Iterable[Path], labels: Container[str], encoding: str | None = None, strict: bool = False
) -> Iterator[Outcome]:
    """Everything in the files and folders, streamed, in the order of their names.

    Nothing that a path or a file holds raises: it is a Refusal. `labels` are the scheme's; `encoding` is for plain
    text that is not Unicode; `strict` refuses spans that cut a letter from its mark.
    """
    for path in paths:
        for found in walk(path):
            if isinstance(found, Refusal):
                yield found
                continue
            row = format_of(found)
            assert row is not None
            yield from row.read(found, labels, encoding, strict)


def preview(path: Path, labels: Container[str], encoding: str | None = None) -> Preview:
    """How one file would be read, from as little of it as that needs; nothing is written anywhere."""
    found = next(walk(path), None)
    if found is None:
        return Preview(path, refusal=Refusal(shown_path(path), None, say("the folder is empty.")))
    if isinstance(found, Refusal):
        return Preview(path, refusal=found)
    row = format_of(found)
    assert row is not None
    return _preview_text(found, encoding) if row.name == "text" else _preview_records(found, row.name, labels)


def _preview_text(path: Path, encoding: str | None) -> Preview:
    try:
        return Preview(path, "text", decoded=decode(load(path), encoding))
    except EncodingUncertain as error:
        return Preview(path, "text", uncertain=error)
    except Unreadable as error:
        return Preview(path, "text", refusal=Refusal(shown_path(path), None, error.sentence))
    except OSError as error:
        return Preview(path, "text", refusal=Refusal(shown_path(path), None, why_unreadable(error)))


def _preview_records(path: Path, name: str, labels: Container[str]) -> Preview:
    row = format_of(path)
    assert row is not None
    notices: list[Notice] = []
    for outcome in row.read(path, labels):
        if isinstance(outcome, Notice):
            notices.append(outcome)
        elif isinstance(outcome, Refusal):
            return Preview(path, name, refusal=outcome, notices=tuple(notices))
        else:
            return Preview(path, name, record=outcome, notices=tuple(notices))
    return Preview(path, name)


def walk(path: Path) -> Iterator[Path | Refusal]:
    """The files at `path` that can be read, and a Refusal for each that cannot.

    Inside folders, hidden files and manifests of exports are passed over; a folder met twice, also by a link that
    leads back, is walked once.
    """
    waiting, seen = [path], set[tuple[int, int]]()
    while waiting:
        at = waiting.pop()
        try:
            status = at.stat()
            if stat.S_ISDIR(status.st_mode):
                waiting += _inside(at, (status.st_dev, status.st_ino), seen)
                continue
            found = _readable(at)
        except OSError as error:
            found = Refusal(shown_path(at), None, why_unreadable(error))
        except ValueError:
            found = Refusal(shown_path(at), None, say("this cannot be the name of a file."))
        if at is path or not at.name.endswith(MANIFEST_SUFFIX):
            yield found


def _inside(folder: Path, identity: tuple[int, int], seen: set[tuple[int, int]]) -> list[Path]:
    """What a folder holds, last name first; nothing when it was `seen` before."""
    if identity in seen:
        return []
    seen.add(identity)
    return [path for path in sorted(folder.iterdir(), reverse=True) if not path.name.startswith(".")]


def _readable(path: Path) -> Path | Refusal:
    if not path.is_file():
        return Refusal(shown_path(path), None, say("it is not a file."))
    if format_of(path) is None:
        reason = say("files of this kind cannot be read; these can: {suffixes}.", suffixes=READABLE)
        return Refusal(shown_path(path), None, reason)
    return path
