"""Hashiya JSONL, the canonical record: one line per article and layer, UTF-8, LF.

Equal records have equal bytes. Where a key stands twice, where a quote or a hash does not fit the text, or where
anything is unknown, the line is refused; what a line gives besides (`prefix`, `suffix`) is computed anew.
"""

import hashlib
import re
from collections.abc import Container, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from annotator.core.record import Notice, Record, Refusal
from annotator.core.sentence import Sentence, say
from annotator.exchange import About, ExportError, Outcome, Progress, Written, output
from annotator.exchange.check import Fault, letter_splits, refuse_faults
from annotator.exchange.diagnosis import DEEP, double_fault, frame_fault, nul_fault, syntax_fault
from annotator.exchange.option import Options
from annotator.exchange.reason import shown_path, why_misshapen, why_unreadable
from annotator.exchange.row import Content, RecordRow, content_of, to_content, to_record
from annotator.exchange.tally import Tally

TOOL = "hashiya"
MAX_LINE = 64 * 1024 * 1024
BOM = b"\xef\xbb\xbf"
WIDE_BOMS = (b"\xff\xfe", b"\xfe\xff")
# Characters that would break lines or reorder a terminal, as UTF-8: U+007F, U+0085, U+061C, U+200E-F, U+2028-E,
# U+2066-9, U+FEFF. UTF-8 never holds one character inside another, so bytes may be searched; looking for how these
# have in common first is many times as fast where there are none.
UNSAFE = re.compile(rb"\x7f|\xc2\x85|\xd8\x9c|\xe2\x80[\x8e\x8f\xa8-\xae]|\xe2\x81[\xa6-\xa9]|\xef\xbb\xbf")
SUSPICIOUS = (b"\x7f", b"\xc2\x85", b"\x9c", b"\xe2", b"\xef")
CHANGED = say("the line was changed after it was exported. It was checked and taken as it is.")
MARKED = say("the file begins with a byte order mark, which was left out.")
EMPTY = say("the file is empty.")
WIDE = say("the file is UTF-16; JSONL must be UTF-8.")
SPREAD = say("one value runs over many lines; JSONL has one object on each line.")

_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(RecordRow)


def encode(record: Record) -> bytes:
    """The record's line, ending in a line feed. Raises ValueError for a record that has no JSON form."""
    return _line(_safe(to_content(record)))


def _safe(content: Content) -> bytes:
    """The content's JSON, with the characters escaped that files and terminals stumble over."""
    line = _ENCODER.encode(content)
    return UNSAFE.sub(_escape, line) if any(map(line.__contains__, SUSPICIOUS)) else line


def _escape(found: re.Match[bytes]) -> bytes:
    return b"\\u%04x" % ord(found.group().decode("utf-8"))


def _line(content: bytes) -> bytes:
    provenance = b',"provenance":{"tool":"%s","export_id":"%s"}}\n'
    return content[:-1] + provenance % (TOOL.encode(), hashlib.sha256(content).hexdigest().encode())


def decode_line(
    line: bytes, labels: Container[str] | None = None, strict: bool = False, path: str = "", number: int | None = None
) -> tuple[Record, tuple[Sentence, ...]]:
    """The record of one line, and sentences about what its reader should know.

    `labels` is what the scheme has, None takes any label; `strict` refuses spans that cut a letter from its mark;
    `path` and `number` (from 1) say where the line stands. Raises Fault, whose sentence is the reason.
    """
    row = _parse(line)
    record = to_record(row, path, number)
    refuse_faults(row, record, labels)
    differences = _differences(line, row)
    splits = tuple(letter_splits(record))
    if strict and splits:
        raise Fault(splits[0])
    return record, splits + differences


def _parse(line: bytes) -> RecordRow:
    try:
        return _DECODER.decode(line)
    except RecursionError:
        fault = DEEP
    except msgspec.ValidationError as error:
        fault = frame_fault(line) or why_misshapen(str(error))
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        fault = syntax_fault(line) or why_misshapen(str(error))
    raise Fault(fault)


def _differences(line: bytes, row: RecordRow) -> tuple[Sentence, ...]:
    """What a line says beyond its row: nothing, and quickly, where it is exactly what `encode` writes."""
    content = _safe(content_of(row))
    fault = nul_fault(line)
    if fault is None and line.rstrip(b"\r\n") == _line(content)[:-1]:
        return ()
    fault = fault or double_fault(line)
    if fault:
        raise Fault(fault)
    is_changed = row.provenance.tool == TOOL and row.provenance.export_id != hashlib.sha256(content).hexdigest()
    return (CHANGED,) if is_changed else ()


def read(path: Path, labels: Container[str], encoding: str | None = None, strict: bool = False) -> Iterator[Outcome]:
    """The records of a file, streamed; a faulty line is a Refusal with its number (from 1), the others go on.

    `encoding` is not used: JSON is UTF-8.
    """
    name = shown_path(path)
    try:
        with path.open("rb") as file:
            yield from _read_lines(file, name, labels, strict)
    except OSError as error:
        yield Refusal(name, None, why_unreadable(error))


def _read_lines(file: BinaryIO, name: str, labels: Container[str], strict: bool) -> Iterator[Outcome]:
    is_first = True
    for number, line in _lines(file):
        if number == 1 and line[:3] == BOM:
            line = line[3:]
            yield Notice(name, None, MARKED)
        if not line.strip():
            continue
        fault = _file_fault(line) if is_first else None
        if fault:
            yield Refusal(name, None, fault)
            return
        is_first = False
        yield from _outcomes(line, name, number, labels, strict)
    if is_first:
        yield Refusal(name, None, EMPTY)


def _outcomes(line: bytes, name: str, number: int, labels: Container[str], strict: bool) -> Iterator[Outcome]:
    if len(line) > MAX_LINE:
        yield Refusal(name, number, say("the line is longer than {limit} MB.", limit=MAX_LINE // 2**20))
        return
    try:
        record, sentences = decode_line(line, labels, strict, name, number)
    except Fault as fault:
        yield Refusal(name, number, fault.sentence)
        return
    for sentence in sentences:
        yield Notice(name, number, sentence)
    yield record


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Numbered lines split at LF only. Of a line that is too long, the beginning, longer than MAX_LINE."""
    number = 0
    while line := file.readline(MAX_LINE + 1):
        number += 1
        yield number, line
        rest = line
        while len(line) > MAX_LINE and rest and not rest.endswith(b"\n"):
            rest = file.readline(2**20)


def _file_fault(line: bytes) -> Sentence | None:
    """Why this first line tells that the whole file is something else, or None."""
    if line[:2] in WIDE_BOMS:
        return WIDE
    if line.strip() in (b"[", b"{"):
        return SPREAD
    return None


def recognises(path: Path, head: bytes) -> bool:
    """Whether a file begins like this one."""
    return b'"hashiya/' in head[:64]


def carried(record: Record, options: Options) -> Record:
    """The record itself: this format leaves nothing out."""
    return record


def write(records: Iterable[Record], out: Path, about: About, on_progress: Progress | None = None) -> Written:
    """Write `out` and its manifest, read every line back, then put both in place at once.

    `on_progress` is told the number of records written so far. Raises ExportError when anything fails, after which
    what stood at `out` stands there still; whatever `records` or `on_progress` raises comes through, likewise.
    """
    return output.write_file(_encoded(records), out, about, _read_back, on_progress, Tally)


def _encoded(records: Iterable[Record]) -> Iterator[tuple[bytes, Record]]:
    for record in records:
        try:
            line = encode(record)
        except ValueError as error:
            raise ExportError(
                say(
                    "Export stopped. No file was left behind. Article “{article}” cannot be written: {reason}.",
                    article=record.article.id,
                    reason=str(error),
                )
            ) from error
        yield line, record


def _read_back(path: Path) -> Iterator[Record]:
    """The records of a file just written. Raises ExportError at the first line that is not what was meant."""
    with path.open("rb") as file:
        for number, line in _lines(file):
            try:
                yield take_back(line, str(path), number)
            except Fault as fault:
                raise ExportError(_unlike(number, fault.sentence)) from fault


def take_back(line: bytes, path: str, number: int) -> Record:
    """The record of a line of ours. That its bytes are those meant is told by the file's hash. Raises Fault."""
    row = _parse(line)
    record = to_record(row, path, number)
    refuse_faults(row, record, None)
    fault = nul_fault(line)
    if fault:
        raise Fault(fault)
    return record


def _unlike(number: int, reason: Sentence) -> Sentence:
    return say(
        "Export stopped. No file was left behind. Line {line} did not read back: {reason}",
        line=number,
        reason=str(reason),
    )
