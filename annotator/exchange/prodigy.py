"""Prodigy's JSONL: one article and layer on each line, with its tokens: those of `arabic.token`, and white space.

    {"text": "قصف الجيش", "tokens": [{"text": "قصف", "start": 0, "end": 3, "id": 0, "ws": true}, …],
     "spans": [{"start": 4, "end": 9, "label": "PARTY", "token_start": 1, "token_end": 1}],
     "relations": [{"head": 1, "child": 0, "head_span": {…}, "child_span": {…}, "label": "names"}],
     "answer": "accept", "_annotator_id": "ليلى", "meta": {"article_id": "a1"}, "hashiya": {…}}

Offsets are half-open code points; `token_end` is the last token itself. A span that cuts a token says no tokens: it is
seen with `--highlight-chars` alone. `head` and `child` are the last tokens that the spans touch. What was skipped has
the answer `ignore`; of what others answered with `reject` only the article is read.
"""

from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from annotator.arabic.token import tokens
from annotator.core.layer import DONE, SKIPPED, Relation
from annotator.core.record import Notice, Record, Refusal
from annotator.core.sentence import Sentence, say
from annotator.core.span import IMPORTED, Span
from annotator.exchange import About, Outcome, Progress, Written, output
from annotator.exchange.arrival import Arrival, hull, made_id, plain, settle, tell, told_of
from annotator.exchange.check import Fault
from annotator.exchange.departure import encoded, is_empty, taken_back
from annotator.exchange.docbin import pieces
from annotator.exchange.feed import decode, first_object, lines, shaped
from annotator.exchange.option import Options
from annotator.exchange.reason import shown, shown_path
from annotator.exchange.row import Whole

TOOL, OURS = "prodigy", "hashiya"
ACCEPT, REJECT, IGNORE = "accept", "reject", "ignore"
REJECTED = say("the answer to it was “reject”; only the article was taken.")
SIGNS = frozenset({"spans", "tokens", "answer", "_input_hash", "_task_hash"})
"""Keys one of which a line has beside its text."""


class Place(msgspec.Struct):
    """A span, or the end of a relation, which may have no label."""

    start: Whole
    end: Whole
    label: str | None = None


class Link(msgspec.Struct):
    """A relation between two tokens, or between the spans that they stand for."""

    head: Whole
    child: Whole
    label: str
    head_span: Place | None = None
    child_span: Place | None = None


class Token(msgspec.Struct):
    """A token's place."""

    id: Whole
    start: Whole
    end: Whole


class Line(msgspec.Struct):
    """What is read of a line."""

    text: str
    spans: list[Place] | None = None
    relations: list[Link] | None = None
    tokens: list[Token] | None = None
    answer: str | None = None
    meta: dict[str, Any] | None = None
    annotator: str | None = msgspec.field(default=None, name="_annotator_id")
    session: str | None = msgspec.field(default=None, name="_session_id")


def carried(record: Record, options: Options) -> Record:
    """The spans, each from its first code point to its last, relations by type, and all about article and layer."""
    return plain(record, hull)


def recognises(path: Path, head: bytes) -> bool:
    """Whether the first line has a text and something that Prodigy says of it."""
    first = first_object(path, head)
    spans = first.get("spans", [])
    is_flat = isinstance(spans, list) and all(isinstance(span, dict) and "start" in span for span in spans)
    return isinstance(first.get("text"), str) and is_flat and not SIGNS.isdisjoint(first)


def write(records: Iterable[Record], out: Path, about: About, on_progress: Progress | None = None) -> Written:
    """Write `out` and its manifest, read every line back, then put both in place. Raises ExportError."""
    made = encoded(records, lambda record: carried(record, about.options), _line)
    return output.write_file(made, out, about, _read_back, on_progress)


@dataclass(frozen=True, slots=True)
class Grid:
    """The tokens of a text, by where they start and end."""

    starts: list[int]
    ends: list[int]

    def place(self, span: Span) -> dict[str, Any]:
        """The span, with its tokens where it is made of whole ones."""
        first, last = bisect_left(self.starts, span.start), bisect_left(self.ends, span.end)
        place = {"start": span.start, "end": span.end, "label": span.label}
        fits = span.start in self.starts[first : first + 1] and span.end in self.ends[last : last + 1]
        return {**place, "token_start": first, "token_end": last} if fits else place

    def last(self, span: Span) -> int:
        """The last token that the span touches, or the one before it."""
        return max(0, bisect_left(self.starts, span.end) - 1)


def _line(record: Record) -> dict[str, Any]:
    text, layer = record.article.text, record.layer
    rows = _tokens(text)
    grid = Grid([row["start"] for row in rows], [row["end"] for row in rows])
    line: dict[str, Any] = {"text": text, "tokens": rows, "spans": [grid.place(span) for span in record.spans]}
    if layer is not None and record.annotator is not None:
        line["relations"] = list(_relations(record, grid))
        line |= {"answer": IGNORE if layer.status == SKIPPED else ACCEPT, "_annotator_id": record.annotator.name}
    return {**line, "meta": {"article_id": record.article.id}, OURS: tell(record)}


def _tokens(text: str) -> list[dict[str, Any]]:
    """The tokens as spaCy counts them, so that put together they are the text."""
    words, spaces, _ = pieces(text, list(tokens(text)))
    rows, at = [], 0
    for number, (word, ws) in enumerate(zip(words, spaces, strict=True)):
        rows.append({"text": word, "start": at, "end": at + len(word), "id": number, "ws": ws})
        at += len(word) + ws
    return rows


def _relations(record: Record, grid: Grid) -> Iterator[dict[str, Any]]:
    spans = {span.id: span for span in record.spans}
    for link in record.relations:
        head, child = spans[link.source], spans[link.target]
        ends = {"head": grid.last(head), "child": grid.last(child)}
        yield {**ends, "head_span": grid.place(head), "child_span": grid.place(child), "label": link.type}


def _read_back(path: Path) -> Iterator[Record]:
    return taken_back(() if is_empty(path) else _read(path, None, False))


def read(path: Path, labels: Container[str], encoding: str | None = None, strict: bool = False) -> Iterator[Outcome]:
    """The articles of a file with their spans, streamed; a faulty line is a Refusal, the others go on.

    `encoding` is not used: JSON is UTF-8.
    """
    return _read(path, labels, strict)


def _read(path: Path, labels: Container[str] | None, strict: bool) -> Iterator[Outcome]:
    name = shown_path(path)
    for found in lines(path):
        if not isinstance(found, tuple):
            yield found
            continue
        number, piece = found
        try:
            arrival, told = _arrived(decode(piece), name, number)
            record, sentences = settle(arrival, labels, strict)
        except Fault as fault:
            yield Refusal(name, number, fault.sentence)
            continue
        yield from (Notice(name, number, sentence) for sentence in (*told, *sentences))
        yield record


def _arrived(value: dict[str, Any], path: str, number: int) -> tuple[Arrival, list[Sentence]]:
    """What a line says, and what its reader should know. Raises Fault."""
    told, line = told_of(value.get(OURS)), shaped(value, Line)
    spans = [_span(place) for place in line.spans or []]
    known = dict(line.meta or {})
    article = known.pop("article_id", None)
    is_rejected = line.answer == REJECT and (told is None or told.layer is None)
    arrival = Arrival(
        TOOL,
        line.text,
        line.annotator or line.session or "",
        article if isinstance(article, str) else None,
        told,
        has_layer=not is_rejected and bool(spans or line.answer),
        status=SKIPPED if line.answer == IGNORE else DONE,
        free=known,
        spans=[] if is_rejected else spans,
        relations=[] if is_rejected else list(_links(line, spans)),
        path=path,
        line=number,
    )
    return arrival, [REJECTED] if is_rejected else []


def _span(place: Place) -> Span:
    if place.label is None:
        raise Fault(say("the key “{place}” is missing.", place="spans.label"))
    return Span("", made_id(place.label, place.start, place.end), place.label, ((place.start, place.end),),
                origin=IMPORTED)  # fmt: skip


def _links(line: Line, spans: list[Span]) -> Iterator[Relation]:
    places = {token.id: (token.start, token.end) for token in line.tokens or []}
    for number, link in enumerate(line.relations or []):
        source = _end(link.head_span, places.get(link.head), spans)
        target = _end(link.child_span, places.get(link.child), spans)
        if source is None or target is None:
            lost = link.child if source else link.head
            message = "“{key}” refers to “{value}”, which is not in the record."
            raise Fault(say(message, key="relations", value=shown(str(lost))))
        yield Relation("", made_id(link.label, source, target, number), link.label, source, target)


def _end(place: Place | None, token: tuple[int, int] | None, spans: list[Span]) -> str | None:
    """The span that is meant: that of the place, with the label if one is told; else the shortest over the token."""
    if place is not None:
        here = (span for span in spans if (span.start, span.end) == (place.start, place.end))
        return next((span.id for span in here if place.label in (None, span.label)), None)
    if token is None:
        return None
    over = [span for span in spans if span.start <= token[0] and token[1] <= span.end]
    return min(over, key=lambda span: span.end - span.start).id if over else None
