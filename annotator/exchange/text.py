"""Plain text: one article per file.

The bytes become text by a written rule and nothing else is altered: a byte order mark goes, CRLF and CR become LF, and
both are recorded. Line feeds at the end of the file stay, so that the text's hash is that of the file as its author
would see it. What is neither UTF-8 nor marked as UTF-16 or UTF-32 is read only in an encoding that a person named.
"""

import codecs
import hashlib
import stat
from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import Path

from annotator.core.article import Article, make_article
from annotator.core.record import Notice, Record, Refusal
from annotator.core.sentence import Refused, Sentence, say
from annotator.exchange import Outcome
from annotator.exchange.check import MAX_TEXT, text_fault
from annotator.exchange.reason import shown, shown_path, why_unreadable

MAX_BYTES = 4 * MAX_TEXT + 4
PREVIEW_LENGTH = 600
GUESS = "windows-1256"
# The longer marks first: that of UTF-32-LE begins like that of UTF-16-LE.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What a person may name, by the name that Python's codecs give it.
ENCODINGS = {
    "utf-8": "utf-8",
    "utf-16-le": "utf-16-le",
    "utf-16-be": "utf-16-be",
    "utf-32-le": "utf-32-le",
    "utf-32-be": "utf-32-be",
    "cp1256": "windows-1256",
    "iso8859-6": "iso-8859-6",
    "mac-arabic": "mac-arabic",
    "cp720": "cp720",
    "cp864": "cp864",
}
DAMAGE_RATIO = 4


class Unreadable(Refused):
    """The bytes are no article; `sentence` is the reason."""


class EncodingUncertain(Unreadable):
    """The bytes are not Unicode and nobody said what they are. `preview` is how they begin, read as `guess`."""

    def __init__(self, position: int, preview: str) -> None:
        self.position = position
        self.preview = preview
        self.guess = GUESS
        super().__init__(
            say(
                "the encoding is uncertain: byte {position} is not UTF-8. If this is Arabic, import it as {guess}.",
                position=position + 1,
                guess=GUESS,
            )
        )


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file: the encoding it was read in, and what was normalised
    (`bom_removed`, `crlf_to_lf`, `cr_to_lf`)."""

    text: str
    encoding: str
    changes: tuple[str, ...]


def decode(raw: bytes, encoding: str | None = None) -> Decoded:
    """The text of a file's bytes.

    A byte order mark decides first. Then `encoding`, except that bytes which are Unicode beyond doubt are not garbled
    by reading them in a one-byte encoding. Raises EncodingUncertain when `encoding` is needed, Unreadable when the
    bytes are damaged or the text cannot be an article's.
    """
    named = None if encoding is None else known_encoding(encoding)
    mark, marked = next(((m, name) for m, name in MARKS if raw.startswith(m)), (b"", None))
    text, used = _read_as(raw[len(mark) :], marked, named)
    text, changes = normalise(text)
    reason = text_fault(text)
    if reason:
        raise Unreadable(reason)
    return Decoded(text, used, (("bom_removed",) if mark else ()) + changes)


def known_encoding(encoding: str) -> str:
    """The usual name of an encoding that a person named. Raises Unreadable when it is none of ENCODINGS."""
    try:
        return ENCODINGS[codecs.lookup(encoding).name]
    except (LookupError, ValueError):
        names = ", ".join(ENCODINGS.values())
        raise Unreadable(
            say(
                "“{encoding}” is not an encoding that can be read; these are: {names}.",
                encoding=shown(encoding),
                names=names,
            )
        ) from None


def _read_as(raw: bytes, marked: str | None, named: str | None) -> tuple[str, str]:
    if marked is None and named is not None and not (not named.startswith("utf") and _is_utf8(raw)):
        return _strictly(raw, named), named
    if marked is not None and marked != "utf-8":
        return _strictly(raw, marked), marked
    wide = looks_wide(raw)
    if wide:
        raise Unreadable(
            say("the file looks like UTF-16 without its mark. If it is, import it as {guess}.", guess=wide)
        )
    try:
        return raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        if marked or is_damaged(raw):
            raise Unreadable(
                say(
                    "byte {position} is not UTF-8, while the rest is: the file is damaged or cut off.",
                    position=error.start + 1,
                )
            ) from None
        raise EncodingUncertain(error.start, preview_of(raw)) from None


def _is_utf8(raw: bytes) -> bool:
    """Whether the bytes hold letters in UTF-8, which bytes of another encoding do not form by chance."""
    try:
        return not raw.decode("utf-8").isascii()
    except UnicodeDecodeError:
        return False


def _strictly(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable(
            say("byte {position} cannot be read as {encoding}.", position=error.start + 1, encoding=encoding)
        ) from None


def looks_wide(raw: bytes) -> str | None:
    """UTF-16 without a mark passes as UTF-8: every second byte is then that of Latin (00) or Arabic (06)."""
    for name, high in (("utf-16-le", raw[1::2]), ("utf-16-be", raw[::2])):
        if high and (high.count(0) + high.count(6)) * 10 > len(high) * 8:
            return name
    return None


def is_damaged(raw: bytes) -> bool:
    """Whether the bytes are UTF-8 but for a few: far more letters are whole than broken."""
    text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(1 for character in text if character > "\x7f") - broken
    return whole > broken * DAMAGE_RATIO


def preview_of(raw: bytes) -> str:
    """How bytes of an uncertain encoding begin, read as GUESS."""
    return normalise(raw[: 2 * PREVIEW_LENGTH].decode(GUESS, "replace"))[0][:PREVIEW_LENGTH]


def normalise(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with LF as its only line end, and what that changed."""
    changes = []
    for old, name in (("\r\n", "crlf_to_lf"), ("\r", "cr_to_lf")):
        if old in text:
            text = text.replace(old, "\n")
            changes.append(name)
    return text, tuple(changes)


def load(path: Path) -> bytes:
    """The bytes of a file that is small enough. Raises Unreadable, and OSError as the system gives it."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise Unreadable(say("it is not a file."))
    if status.st_size > MAX_BYTES:
        raise Unreadable(_too_large(status.st_size))
    with path.open("rb") as file:
        raw = file.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise Unreadable(_too_large(len(raw)))
    return raw


def _too_large(size: int) -> Sentence:
    return say(
        "the file has {size} MB; an article may have at most {limit} characters. Split it into several files.",
        size=round(size / 1e6),
        limit=MAX_TEXT,
    )


def make(raw: bytes, decoded: Decoded) -> Article:
    """The article of a decoded file: its id is a prefix of the text's hash, its title the headline."""
    return make_article(
        decoded.text,
        encoding=decoded.encoding,
        raw_sha256=hashlib.sha256(raw).hexdigest(),
        import_changes=decoded.changes,
    )


def read(
    path: Path, labels: Container[str] = (), encoding: str | None = None, strict: bool = False
) -> Iterator[Outcome]:
    """The article of a file, as a record without a layer; or one Refusal. `labels` and `strict` do not matter here."""
    name = shown_path(path)
    try:
        raw = load(path)
        decoded = decode(raw, encoding)
    except Unreadable as error:
        yield Refusal(name, None, error.sentence)
        return
    except OSError as error:
        yield Refusal(name, None, why_unreadable(error))
        return
    if encoding is not None and decoded.encoding != known_encoding(encoding):
        yield Notice(
            name,
            None,
            say(
                "the file is {encoding} and was read so, not as {named}.",
                encoding=decoded.encoding,
                named=known_encoding(encoding),
            ),
        )
    yield Record(make(raw, decoded), path=name)
