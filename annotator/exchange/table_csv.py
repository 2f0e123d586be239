"""Rows of CSV and TSV: the header names the columns; cells may hold line ends inside quotation marks.

What parts the cells (comma, semicolon, tab, bar) is told by the header. The whole file must be readable in its encoding
before its first row is given, so that nothing of a damaged file comes in.
"""

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, TextIO

from annotator.core.record import Notice, Refusal
from annotator.core.sentence import say
from annotator.exchange.check import MAX_TEXT, Fault
from annotator.exchange.column import Row, Wanted, choose, distinct
from annotator.exchange.reason import shown, shown_path
from annotator.exchange.text import (
    MARKS,
    EncodingUncertain,
    Unreadable,
    is_damaged,
    known_encoding,
    looks_wide,
    preview_of,
)

DELIMITERS = (",", ";", "\t", "|")
HEAD, BLOCK = 2**16, 2**20
MAX_CELL, MAX_LINE = 2 * MAX_TEXT, 2**26


def rows(path: Path, encoding: str | None, wanted: Wanted) -> Iterator[Row | Refusal | Notice]:
    """The rows, streamed; `line` is where a row begins. Raises Fault and Unreadable when there is no table at all."""
    name = shown_path(path)
    with _opened(path, encoding) as (reader, used):
        if encoding is not None and used != known_encoding(encoding):
            message = "the file is {encoding} and was read so, not as {named}."
            yield Notice(name, None, say(message, encoding=used, named=known_encoding(encoding)))
        yield from _rows(reader, name, used, wanted)


def names(path: Path, encoding: str | None) -> list[str]:
    """The names of the columns, from the file's beginning. Raises Fault and Unreadable when there is no table."""
    with _opened(path, encoding, is_whole=False) as (reader, _):
        try:
            return distinct(next(filter(any, reader), []))
        except csv.Error as error:
            raise Fault(_complaint(error)) from error


@contextmanager
def _opened(path: Path, encoding: str | None, is_whole: bool = True) -> Iterator[tuple[Any, str]]:
    """A reader of the file's rows, and the encoding they are in."""
    with path.open("rb") as raw:
        mark, used = find_encoding(raw, encoding, is_whole)
        raw.seek(len(mark))
        head = io.TextIOWrapper(io.BytesIO(raw.read(HEAD)), used, errors="replace", newline="").read()
        raw.seek(len(mark))
        with io.TextIOWrapper(raw, used, newline="") as file:
            # The limit is one for all readers of the process; the usual one is too small for articles.
            csv.field_size_limit(MAX_CELL)
            yield csv.reader(_lines(file), strict=True, **_dialect(head, path.suffix.lower() in (".tsv", ".tab"))), used


def find_encoding(raw: BinaryIO, encoding: str | None, is_whole: bool = True) -> tuple[bytes, str]:
    """The byte order mark and the encoding of the file, by the rule of `text.decode`. Raises Unreadable.

    Unless it `is_whole` that is looked at, only the first block is.
    """
    named = None if encoding is None else known_encoding(encoding)
    head = raw.read(HEAD)
    mark, marked = next(((m, n) for m, n in MARKS if head.startswith(m)), (b"", None))
    used = marked or named or "utf-8"
    if marked is None and named is not None and not named.startswith("utf"):
        broken, is_ascii = _first_broken(raw, 0, "utf-8", is_whole)
        used = "utf-8" if broken is None and not is_ascii else named
    wide = looks_wide(head) if marked is None and named is None else None
    if wide:
        raise Unreadable(
            say("the file looks like UTF-16 without its mark. If it is, import it as {guess}.", guess=wide)
        )
    broken, _ = _first_broken(raw, len(mark), used, is_whole)
    if broken is not None:
        raise _unreadable(raw, broken, used, marked is None and named is None)
    return mark, used


def _first_broken(raw: BinaryIO, start: int, encoding: str, is_whole: bool) -> tuple[int | None, bool]:
    """Where the first byte stands that is not of the encoding, and whether all before are ASCII."""
    decoder = codecs.getincrementaldecoder(encoding)()
    raw.seek(start)
    at, is_ascii = start, True
    while True:
        block = raw.read(BLOCK)
        waiting = len(decoder.getstate()[0])
        try:
            decoder.decode(block, final=not block)
        except UnicodeDecodeError as error:
            return at - waiting + error.start, is_ascii
        is_ascii = is_ascii and block.isascii()
        at += len(block)
        if not (block and is_whole):
            return None, is_ascii


def _unreadable(raw: BinaryIO, position: int, used: str, is_guess: bool) -> Unreadable:
    raw.seek(0)
    head = raw.read(HEAD)
    raw.seek(max(0, position - HEAD))
    if used != "utf-8":
        message = "byte {position} cannot be read as {encoding}."
        return Unreadable(say(message, position=position + 1, encoding=used))
    if not is_guess or is_damaged(raw.read(2 * HEAD)):
        message = "byte {position} is not UTF-8, while the rest is: the file is damaged or cut off."
        return Unreadable(say(message, position=position + 1))
    return EncodingUncertain(position, preview_of(head))


def _lines(file: TextIO) -> Iterator[str]:
    """The lines with their ends. Raises Fault at one that is longer than any row can be."""
    while line := file.readline(MAX_LINE):
        if len(line) == MAX_LINE:
            raise Fault(say("the line is longer than {limit} MB.", limit=MAX_LINE // 2**20))
        yield line


def _dialect(head: str, is_tabbed: bool) -> dict[str, Any]:
    """What parts the cells, and whether quotation marks around a cell mean anything, which in tabbed files they may
    not."""
    widths = {delimiter: _width(head, delimiter) for delimiter in DELIMITERS}
    delimiter = "\t" if is_tabbed else max(DELIMITERS, key=lambda one: widths[one])
    quoting = csv.QUOTE_NONE if delimiter == "\t" and not _is_quoted_well(head) else csv.QUOTE_MINIMAL
    return {"delimiter": delimiter, "quoting": quoting}


def _width(head: str, delimiter: str) -> int:
    csv.field_size_limit(MAX_CELL)
    return len(next(csv.reader(io.StringIO(head, newline=""), delimiter=delimiter), []))


def _is_quoted_well(head: str) -> bool:
    try:
        for _ in csv.reader(io.StringIO(head, newline=""), delimiter="\t", strict=True):
            pass
    except csv.Error as error:
        # The head of a longer file may well end inside a cell.
        return "end of data" in str(error) and len(head) >= HEAD // 4
    return True


def _rows(reader: Any, name: str, encoding: str, wanted: Wanted) -> Iterator[Row | Refusal | Notice]:
    header: list[str] | None = None
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            break
        except csv.Error as error:
            yield Refusal(name, line, _complaint(error))
            if _is_lost(error):
                return
            continue
        except Fault as fault:
            yield Refusal(name, line, fault.sentence)
            return
        if not any(cells):
            continue
        if header is None:
            header = distinct(cells)
            choose(header, wanted, True)
            continue
        yield _row(header, cells, line, name, encoding)
    if header is None:
        raise Fault(say("the file is empty."))


def _row(header: Sequence[str], cells: list[str], line: int, name: str, encoding: str) -> Row | Refusal:
    while len(cells) > len(header) and not cells[-1]:
        cells.pop()
    if len(cells) != len(header):
        message = "the row has {count} cells, but the header names {columns} columns."
        return Refusal(name, line, say(message, count=len(cells), columns=len(header)))
    return Row(line, dict(zip(header, cells, strict=True)), encoding)


def _is_lost(error: csv.Error) -> bool:
    """Whether nobody can tell where the next row begins."""
    return any(words in str(error) for words in ("field limit", "end of data"))


def _complaint(error: csv.Error) -> Any:
    words = str(error)
    if "end of data" in words:
        return say("a quotation mark that opens in this row is never closed; the rest of the file was not read.")
    if "field limit" in words:
        message = "a cell is longer than {limit} characters; a quotation mark may be open. The rest was not read."
        return say(message, limit=MAX_CELL)
    if "expected after" in words:
        return say("something follows a closing quotation mark; inside a cell it must stand twice.")
    return say("the row cannot be read: {reason}.", reason=shown(words, 200))
