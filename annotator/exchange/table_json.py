"""Rows of JSON: a list of objects, an object that holds one such list, one object, or an object on each line."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from annotator.core.record import Notice, Refusal
from annotator.core.sentence import Sentence, say
from annotator.exchange.check import Fault
from annotator.exchange.column import TEXT, Row, Wanted, choose
from annotator.exchange.diagnosis import DEEP, double_fault, syntax_fault
from annotator.exchange.jsonl import BOM, EMPTY, MARKED, MAX_LINE, WIDE_BOMS
from annotator.exchange.reason import shown_path, why_misshapen

WIDE = say("the file is UTF-16; JSON must be UTF-8.")
NO_OBJECT = say("it is not an object with named values.")
NO_ARTICLE = say("it is neither an article nor one list of articles, as far as its names tell.")
UNENDED = say("the list is not closed: the file is damaged or cut off.")
LONG = say("the line is longer than {limit} MB.", limit=MAX_LINE // 2**20)
BLOCK = 2**20
# A whole string, a bracket, or the beginning of a string whose end has not been read yet.
PIECE = re.compile(rb'"(?:[^"\\]++|\\.)*+"|[\[\]{}]|"', re.DOTALL)
SPACE = b" \t\r\n"
BETWEEN = SPACE + b",["

Found = Row | Refusal | Notice


def rows(path: Path, encoding: str | None, wanted: Wanted) -> Iterator[Found]:
    """The rows, streamed where the file permits. Raises Fault when the file as such cannot be read."""
    name = shown_path(path)
    with path.open("rb") as file:
        head = file.read(len(BOM))
        if head[:2] in WIDE_BOMS:
            raise Fault(WIDE)
        if head == BOM:
            yield Notice(name, None, MARKED)
        else:
            file.seek(0)
        opening, start, line = _opening(file)
        file.seek(start)
        if opening == b"[":
            yield from _each(_elements(file, line), name)
        elif path.suffix.lower() == ".json" and not _is_lined(file):
            file.seek(start)
            yield from _whole(file, name, wanted)
        else:
            file.seek(start)
            yield from _each(_lines(file, line), name)


def _opening(file: BinaryIO) -> tuple[bytes, int, int]:
    """The first byte that is no space, where it stands, and in which line. Raises Fault when there is none."""
    line = 1
    while block := file.read(BLOCK):
        rest = block.lstrip(SPACE)
        line += block[: len(block) - len(rest)].count(b"\n")
        if rest:
            return rest[:1], file.tell() - len(rest), line
    raise Fault(EMPTY)


def _is_lined(file: BinaryIO) -> bool:
    """Whether the first line is a whole object and not the last."""
    first = file.readline(MAX_LINE)
    try:
        return isinstance(msgspec.json.decode(first), dict) and bool(file.read(BLOCK).strip(SPACE))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False


def _lines(file: BinaryIO, number: int) -> Iterator[tuple[int, bytes | Sentence]]:
    """Lines that hold something, split at LF only; instead of one that is too long, the reason."""
    while line := file.readline(MAX_LINE + 1):
        if line.strip(SPACE):
            yield number, line if len(line) <= MAX_LINE else LONG
        while len(line) > MAX_LINE and line and not line.endswith(b"\n"):
            line = file.readline(MAX_LINE + 1)
        number += 1


def _elements(file: BinaryIO, line: int) -> Iterator[tuple[int, bytes | Sentence]]:
    """The objects of a list with the lines they begin in, one at a time.

    Instead of anything else that stands there, of an object that is too long, or of the end that is missing, the
    reason.
    """
    buffer, at, done, start, depth = b"", 0, 0, 0, 0
    # Twice as much each time, so that a long string is not searched from its beginning again and again.
    while block := file.read(max(BLOCK, len(buffer))):
        buffer, at, start, done = buffer[done:] + block, at - done, start - done, 0
        while piece := PIECE.search(buffer, at):
            sign = piece.group()
            if sign == b'"':
                break
            at = piece.end()
            depth += (sign in b"[{") - (sign in b"]}")
            if sign in b"[{" and depth == 2:
                start = piece.start()
                if buffer[done:start].strip(BETWEEN):
                    yield line, NO_OBJECT
                line += buffer.count(b"\n", done, start)
            elif sign in b"]}" and depth == 1:
                yield line, buffer[start:at]
                line += buffer.count(b"\n", start, at)
                done = at
            elif depth == 0:
                if buffer[done : at - 1].strip(BETWEEN):
                    yield line, NO_OBJECT
                return
        if len(buffer) - done > MAX_LINE:
            yield line, LONG
            return
    yield line, UNENDED


def _each(items: Iterator[tuple[int, bytes | Sentence]], name: str) -> Iterator[Found]:
    for line, item in items:
        try:
            if isinstance(item, Sentence):
                raise Fault(item)
            yield Row(line, _object(item))
        except Fault as fault:
            yield Refusal(name, line, fault.sentence)


def _object(item: bytes) -> dict[str, Any]:
    """The named values of an object. Raises Fault."""
    try:
        value = msgspec.json.decode(item)
    except RecursionError:
        raise Fault(DEEP) from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Fault(syntax_fault(item) or why_misshapen(str(error))) from None
    if not isinstance(value, dict):
        raise Fault(NO_OBJECT)
    fault = double_fault(item)
    if fault:
        raise Fault(fault)
    return value


def _whole(file: BinaryIO, name: str, wanted: Wanted) -> Iterator[Found]:
    """One object: an article, or what holds a list of them."""
    content = file.read(MAX_LINE + 1)
    if len(content) > MAX_LINE:
        raise Fault(LONG)
    value = _object(content)
    if isinstance(value.get(_text_column(value, wanted)), str):
        yield Row(None, value)
        return
    lists = [item for item in value.values() if isinstance(item, list) and item and isinstance(item[0], dict)]
    if len(lists) != 1:
        raise Fault(NO_ARTICLE)
    for number, item in enumerate(lists[0], 1):
        yield Row(number, item) if isinstance(item, dict) else Refusal(name, number, NO_OBJECT)


def _text_column(value: dict[str, Any], wanted: Wanted) -> str:
    """The column of the text; an empty one where none is known to be that."""
    try:
        return choose(tuple(value), wanted, False).of(TEXT) or ""
    except Fault:
        return ""
