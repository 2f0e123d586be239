"""JSON of other programs, piece by piece: the lines of a JSONL file, the items of a JSON list, each decoded or refused.

Nothing here knows a format. A piece may have at most MAX_LINE bytes, so that no file fills the memory.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

import msgspec

from annotator.core.record import Notice, Refusal
from annotator.core.sentence import Sentence, say
from annotator.exchange.check import Fault
from annotator.exchange.diagnosis import DEEP, double_fault, nul_fault, syntax_fault
from annotator.exchange.jsonl import BOM, EMPTY, MARKED, MAX_LINE, WIDE_BOMS
from annotator.exchange.reason import shown, shown_path, why_misshapen, why_unreadable

Numbered = tuple[int, bytes]
Shape = TypeVar("Shape")

CHUNK = 2**18
WIDE = say("the file is UTF-16; JSON must be UTF-8.")
SPREAD = say("one value runs over many lines; JSONL has one object on each line.")
NO_OBJECT = say("it is not a JSON object.")
CUT_OFF = say("not valid JSON: the file ends inside a value.")
NO_LIST = say("it is neither a JSON list nor an object.")
TOKEN = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"|["\[\]{}]', re.DOTALL)
OPENERS, CLOSERS = (b"{", b"["), (b"}", b"]")
LOOK = 2**20
"""So many bytes of a file's first line are looked at to tell what it is."""

_DECODER = msgspec.json.Decoder()


def decode(piece: bytes) -> dict[str, Any]:
    """The object of one piece. Raises Fault, whose sentence says what is wrong."""
    try:
        value = _DECODER.decode(piece)
    except RecursionError:
        raise Fault(DEEP) from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        reason = say("not valid JSON: {reason}.", reason=shown(str(error), 200))
        raise Fault(syntax_fault(piece) or reason) from None
    fault = nul_fault(piece) or double_fault(piece)
    if fault or not isinstance(value, dict):
        raise Fault(fault or NO_OBJECT)
    return value


def shaped(value: Any, kind: type[Shape]) -> Shape:
    """The value in the shape that a format has. Raises Fault."""
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        raise Fault(why_misshapen(str(error))) from None
    except RecursionError:
        raise Fault(DEEP) from None


def lines(path: Path) -> Iterator[Numbered | Refusal | Notice]:
    """The lines of a JSONL file that hold anything, with their numbers from 1."""
    name, is_empty = shown_path(path), True
    try:
        with path.open("rb") as file:
            for number, line in _numbered(file):
                fault = _first_fault(line) if is_empty else None
                if number == 1 and line.startswith(BOM):
                    line = line.removeprefix(BOM)
                    yield Notice(name, None, MARKED)
                if fault:
                    yield Refusal(name, None, fault)
                    return
                if len(line) > MAX_LINE:
                    yield Refusal(name, number, say("the line is longer than {limit} MB.", limit=MAX_LINE // 2**20))
                elif line.strip():
                    yield number, line
                is_empty = is_empty and not line.strip()
    except OSError as error:
        yield Refusal(name, None, why_unreadable(error))
        return
    if is_empty:
        yield Refusal(name, None, EMPTY)


def _numbered(file: BinaryIO) -> Iterator[Numbered]:
    """Numbered lines split at LF only. Of a line that is too long, the beginning, longer than MAX_LINE."""
    number = 0
    while line := file.readline(MAX_LINE + 1):
        number += 1
        yield number, line
        rest = line
        while len(line) > MAX_LINE and rest and not rest.endswith(b"\n"):
            rest = file.readline(2**20)


def _first_fault(line: bytes) -> Sentence | None:
    """Why this first line tells that the whole file is something else, or None."""
    if line[:2] in WIDE_BOMS:
        return WIDE
    return SPREAD if line.removeprefix(BOM).strip() in (b"[", b"{") else None


def first_object(path: Path, head: bytes) -> dict[str, Any]:
    """The object on the first line, to tell what the file is; empty when there is none. `head` is how it begins."""
    line, end, _ = head.removeprefix(BOM).lstrip().partition(b"\n")
    try:
        if not end:
            with path.open("rb") as file:
                line = file.readline(LOOK).removeprefix(BOM)
        found = _DECODER.decode(line)
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def items(path: Path) -> Iterator[Numbered | Refusal | Notice]:
    """The objects of a JSON list, or the one object that a file is, each with the line on which it begins."""
    name = shown_path(path)
    try:
        with path.open("rb") as file:
            head = file.read(CHUNK)
            if head[:2] in WIDE_BOMS:
                yield Refusal(name, None, WIDE)
                return
            if head.startswith(BOM):
                yield Notice(name, None, MARKED)
            yield from _cut(file, head.removeprefix(BOM))
    except OSError as error:
        yield Refusal(name, None, why_unreadable(error))
    except Fault as fault:
        yield Refusal(name, None, fault.sentence)


def _cut(file: BinaryIO, buffer: bytes) -> Iterator[Numbered]:
    """The pieces between the outermost brackets. Raises Fault when the file is not one list of objects, or one object.

    `begin` and `end` are where in the buffer the current piece begins and the last one ended.
    """
    opener = buffer.lstrip()[:1]
    if opener not in (b"[", b"{"):
        raise Fault(NO_LIST if opener else EMPTY)
    outer = int(opener == b"[")
    line, counted, depth, at, end, count = 1, 0, 0, 0, 0, 0
    begin: int | None = None
    while True:
        for token in TOKEN.finditer(buffer, at):
            sign = token.group()
            if sign == b'"':
                # A string whose end is not here yet.
                at = token.start()
                break
            at = token.end()
            if sign in OPENERS:
                if depth == outer and begin is None:
                    begin = token.start()
                    line, counted = line + buffer.count(b"\n", counted, begin), begin
                    _refuse_gap(buffer[end:begin], b"," if count else b"[" * outer, line)
                depth += 1
            elif sign in CLOSERS:
                depth -= 1
                if depth == outer and begin is not None:
                    yield line, buffer[begin:at]
                    begin, end, count = None, at, count + 1
        else:
            at = len(buffer)
        cut = end if begin is None else begin
        if len(buffer) - cut > MAX_LINE:
            raise Fault(say("one value is longer than {limit} MB.", limit=MAX_LINE // 2**20))
        line += buffer.count(b"\n", counted, cut)
        more = file.read(max(CHUNK, len(buffer)))
        if not more:
            break
        buffer, at, end, counted = buffer[cut:] + more, at - cut, end - cut, 0
        begin = None if begin is None else 0
    if begin is not None or depth > 0:
        raise Fault(CUT_OFF)
    _refuse_gap(buffer[end:], b"]" if outer and count else b"[]" * outer, line)


def _refuse_gap(gap: bytes, wanted: bytes, line: int) -> None:
    """Raise Fault unless between two values stands what belongs there."""
    if b"".join(gap.split()) != wanted:
        raise Fault(say("something other than an object stands in the list near line {line}.", line=line))
