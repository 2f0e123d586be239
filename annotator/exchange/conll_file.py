"""Reading CoNLL: our own files to the letter, and those of others as far as they go.

Ours say the text and each token's place in it. In others' the tag is the last column, parted by tabs or spaces; the
text is put together from the tokens, with a space between them and a line feed between sentences. Articles begin with
`-DOCSTART-`; without it, all is one. Work without a name on it comes in as that of the annotator CoNLL.
"""

import hashlib
import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO, TypeVar

import msgspec

from annotator.core.article import hash_text, headline
from annotator.core.layer import DONE, WORK
from annotator.core.record import Notice, Refusal
from annotator.core.sentence import Sentence, say
from annotator.core.span import IMPORTED
from annotator.exchange import Outcome
from annotator.exchange.check import MAX_TEXT, Fault, letter_splits, refuse_faults, surrogate_fault, text_fault
from annotator.exchange.diagnosis import DEEP, double_fault, nul_fault
from annotator.exchange.jsonl import BOM, EMPTY, MARKED, MAX_LINE, WIDE_BOMS
from annotator.exchange.reason import shown, shown_path, why_misshapen, why_unreadable
from annotator.exchange.row import (
    LANGUAGE,
    SCHEMA,
    UNIT,
    LayerRow,
    MetaRow,
    ProvenanceRow,
    RecordRow,
    SpanRow,
    to_record,
)
from annotator.exchange.tag import from_tags, is_tag

Shape = TypeVar("Shape")

START_WORD = "-DOCSTART-"
MAX_TOKENS = 1_000_000
"""So many an article of the greatest length has; a file that never ends an article must not fill the memory."""
ANNOTATOR, NAME = "conll", "CoNLL"
ABOUT = re.compile(r"# ?(article_id|meta|layer|text) = (.*)", re.DOTALL)
PLACE = re.compile(r"([0-9]{1,9}):([0-9]{1,9})(?:\|(.{1,64}))?")
WIDE = say("the file is UTF-16; CoNLL must be UTF-8.")
REBUILT = say("the file does not say the text; it was put together from the tokens, with a space between them.")
UNRULY = say("the tags from here on do not follow their scheme; what continues nothing begins a span.")


@dataclass(frozen=True, slots=True)
class Row:
    """A token with its tag; where the file says them, its place in the text and the id of the span it begins."""

    line: int
    token: str
    tag: str
    place: tuple[int, int] | None = None
    span: str | None = None


@dataclass(slots=True)
class Draft:
    """What was read of an article so far: what is said about it, and its sentences of `size` tokens in all."""

    line: int = 1
    known: dict[str, str] = field(default_factory=dict)
    sentences: list[list[Row]] = field(default_factory=lambda: [[]])
    size: int = 0
    refusal: Refusal | None = None

    def is_empty(self) -> bool:
        """Whether there is nothing to make an article of."""
        return not (self.known or any(self.sentences) or self.refusal)


def read_file(path: Path, labels: Container[str] | None, strict: bool = False) -> Iterator[Outcome]:
    """The file's articles with their layers, streamed. `labels` is what the scheme has; None takes any label."""
    name = shown_path(path)
    try:
        with path.open("rb") as file:
            yield from _read(file, name, labels, strict)
    except OSError as error:
        yield Refusal(name, None, why_unreadable(error))


def _read(file: BinaryIO, name: str, labels: Container[str] | None, strict: bool) -> Iterator[Outcome]:
    draft, count = Draft(), 0
    for number, raw in _lines(file):
        if number == 1 and raw[:2] in WIDE_BOMS:
            yield Refusal(name, None, WIDE)
            return
        if number == 1 and raw.startswith(BOM):
            raw = raw.removeprefix(BOM)
            yield Notice(name, None, MARKED)
        if raw.startswith(START_WORD.encode()) and not draft.is_empty():
            yield from _outcomes(draft, name, labels, strict)
            draft, count = Draft(number), count + 1
        elif draft.refusal is None:
            try:
                _take(draft, number, raw)
            except Fault as fault:
                draft.refusal = Refusal(name, number, fault.sentence)
    if not draft.is_empty():
        yield from _outcomes(draft, name, labels, strict)
    elif not count:
        yield Refusal(name, None, EMPTY)


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Numbered lines split at LF only. Of a line that is too long, the beginning, longer than MAX_LINE."""
    number = 0
    while line := file.readline(MAX_LINE + 1):
        number += 1
        yield number, line
        rest = line
        while len(line) > MAX_LINE and rest and not rest.endswith(b"\n"):
            rest = file.readline(2**20)


def _take(draft: Draft, number: int, raw: bytes) -> None:
    """Add one line to the article. Raises Fault when it cannot be one of this format."""
    if len(raw) > MAX_LINE:
        raise Fault(say("the line is longer than {limit} MB.", limit=MAX_LINE // 2**20))
    try:
        line = raw.decode("utf-8").rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise Fault(say("byte {position} of the line is not UTF-8.", position=error.start + 1)) from None
    if line.startswith(START_WORD):
        return
    if not line.strip():
        draft.sentences += [[]] if draft.sentences[-1] else []
        return
    about = ABOUT.fullmatch(line) if "\t" not in line else None
    if about:
        if about[1] in draft.known:
            raise Fault(say("the key “{key}” stands twice.", key=about[1]))
        draft.known[about[1]] = about[2]
        return
    row = _row(line, number)
    if row is not None:
        draft.sentences[-1].append(row)
        draft.size += 1
    if draft.size > MAX_TOKENS or (row is not None and len(row.token) > MAX_TEXT):
        raise Fault(say("an article may have at most {limit} tokens. Split it into several.", limit=MAX_TOKENS))


def _row(line: str, number: int) -> Row | None:
    """The token of a line; None for a comment."""
    columns = line.split("\t") if "\t" in line else line.split()
    found = PLACE.fullmatch(columns[-1]) if len(columns) > 2 else None
    tag = columns[-2] if found else columns[-1]
    if len(columns) > 1 and columns[0] and is_tag(tag):
        place = (int(found[1]), int(found[2])) if found else None
        return Row(number, columns[0], tag, place, found[3] if found else None)
    if line.startswith("#") and "\t" not in line:
        return None
    if len(columns) == 1:
        raise Fault(say("the line has one column; a token and a tag are needed."))
    raise Fault(say("“{tag}” is no tag of IOB2 or BILOU, such as O or B-NAME.", tag=shown(tag)))


def _outcomes(draft: Draft, name: str, labels: Container[str] | None, strict: bool) -> Iterator[Outcome]:
    if draft.refusal is not None:
        yield draft.refusal
        return
    try:
        row, notices = _whole(draft)
        record = to_record(row, name, draft.line)
        refuse_faults(row, record, labels)
        splits = list(letter_splits(record))
        if strict and splits:
            raise Fault(splits[0])
    except Fault as fault:
        yield Refusal(name, draft.line, fault.sentence)
        return
    for line, sentence in (*notices, *((draft.line, split) for split in splits)):
        yield Notice(name, line, sentence)
    yield replace(record, scheme="") if "layer" not in draft.known else record


Notices = list[tuple[int, Sentence]]


def _whole(draft: Draft) -> tuple[RecordRow, Notices]:
    """The article as a canonical record, whose checks it then has to pass. Raises Fault."""
    notices: Notices = []
    if "text" in draft.known:
        text = _decoded(draft.known["text"], str, "text")
    else:
        draft.sentences, text = _rebuilt(draft.sentences)
        notices.append((draft.line, REBUILT))
    fault = surrogate_fault(text) or text_fault(text)
    if fault:
        raise Fault(fault)
    spans = tuple(_spans(draft.sentences, text, notices))
    sha256 = hash_text(text)
    return RecordRow(
        schema=SCHEMA,
        article_id=draft.known.get("article_id", sha256[:16]),
        text=text,
        text_sha256=sha256,
        lang=LANGUAGE,
        offset_unit=UNIT,
        meta=_meta(draft, text),
        layer=_layer(draft, text, spans),
        spans=spans,
        relations=(),
        events=(),
        comments=(),
        decisions=(),
        provenance=ProvenanceRow("", ""),
    ), notices


def _rebuilt(sentences: list[list[Row]]) -> tuple[list[list[Row]], str]:
    """The sentences with the places that their tokens have in the text made of them."""
    pieces: list[str] = []
    placed: list[list[Row]] = []
    at = 0
    for sentence in filter(None, sentences):
        placed.append([])
        for row in sentence:
            placed[-1].append(replace(row, place=(at, at + len(row.token))))
            pieces += (row.token, " ")
            at += len(row.token) + 1
        pieces[-1] = "\n"
    return placed, "".join(pieces[:-1])


def _spans(sentences: list[list[Row]], text: str, notices: Notices) -> Iterator[SpanRow]:
    before = 0
    for sentence in sentences:
        for row in sentence:
            before = _refuse_place(row, text, before)
        runs, irregular = from_tags([row.tag for row in sentence])
        if irregular is not None:
            notices.append((sentence[irregular].line, UNRULY))
        for first, last, label in runs:
            start, end = _place(sentence[first])[0], _place(sentence[last])[1]
            yield _span(sentence[first].span, label, start, end, text)


def _place(row: Row) -> tuple[int, int]:
    if row.place is None:
        raise Fault(say("line {line} does not say the token's place in the text.", line=row.line))
    return row.place


def _refuse_place(row: Row, text: str, before: int) -> int:
    """The token's end. Raises Fault unless the token stands where it says, behind the one before it."""
    start, end = _place(row)
    if not before <= start < end <= len(text) or text[start:end] != row.token:
        message = "line {line} says that “{token}” stands at {start} to {end}, which is not so."
        raise Fault(say(message, line=row.line, token=shown(row.token), start=start, end=end))
    return end


def _span(id: str | None, label: str, start: int, end: int, text: str) -> SpanRow:
    made = hashlib.sha256(f"{label} {start} {end}".encode("utf-8", "replace")).hexdigest()[:16]
    return SpanRow(
        id=id or made,
        label=label,
        start=start,
        end=end,
        fragments=((start, end),),
        quote=text[start:end],
        prefix="",
        suffix="",
        attributes=(),
        note="",
        origin=IMPORTED,
        source=None,
        score=None,
        decision=None,
    )


def _meta(draft: Draft, text: str) -> MetaRow:
    if "meta" in draft.known:
        return _decoded(draft.known["meta"], MetaRow, "meta")
    return MetaRow(headline(text), None, None, None, None, "utf-8", None, (), {})


def _layer(draft: Draft, text: str, spans: tuple[SpanRow, ...]) -> LayerRow:
    """The layer, whose id is made from its content where the file names none, so that it is the same every time."""
    if "layer" in draft.known:
        return _decoded(draft.known["layer"], LayerRow, "layer")
    said = repr((text, [(span.id, span.label, span.start, span.end) for span in spans]))
    id = f"conll.{hashlib.sha256(said.encode()).hexdigest()[:16]}"
    # The scheme is not known; the record gets none, but its check wants a name.
    return LayerRow(id, WORK, ANNOTATOR, NAME, 1, DONE, None, ANNOTATOR, 1, None, "")


def _decoded(value: str, kind: type[Shape], key: str) -> Shape:
    """The JSON behind a key. Raises Fault."""
    written = value.encode("utf-8")
    try:
        found = msgspec.json.decode(written, type=kind)
    except RecursionError:
        raise Fault(DEEP) from None
    except msgspec.ValidationError as error:
        raise Fault(why_misshapen(str(error))) from None
    except msgspec.DecodeError as error:
        raise Fault(say("“{key}” is not valid JSON: {reason}.", key=key, reason=shown(str(error), 200))) from None
    fault = nul_fault(written) or double_fault(written)
    if fault:
        raise Fault(fault)
    return found
