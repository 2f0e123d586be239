"""Spans on tokens: which tokens a span takes, and a report of each span that could not be written as it is.

Places are those of `arabic.token`: half-open code points of the article's text. A span fits when it is one fragment
that begins where a token begins and ends where one ends. What becomes of the others is the person's choice:
`expand` takes every token that the span touches from its first to its last fragment, `drop` leaves the span out,
`strict` leaves it out too and lets the writer refuse the export.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from annotator.arabic.token import Range, tokens
from annotator.core.article import make_article
from annotator.core.layer import Layer
from annotator.core.record import Record
from annotator.core.sentence import Sentence, say
from annotator.core.span import IMPORTED, Span, quote
from annotator.exchange import ExportError
from annotator.exchange.option import DROP, EXPAND, STRICT
from annotator.exchange.reason import shown

FITTING = {EXPAND: True, STRICT: False, DROP: False}
"""Whether a mode writes spans that do not fit."""

WIDENED, SHRUNK, DROPPED, DOUBLED, OVERLAPPED = "widened", "shrunk", "dropped", "doubled", "overlapped"
MOVES = (WIDENED, SHRUNK, DROPPED, DOUBLED, OVERLAPPED)
"""What can happen to a span: it takes in more of the text; it only loses white space at its edges; it is left out
because it does not fit; because after widening another span says the same; because another one lies over it in a format
that has room for one label per token."""


@dataclass(frozen=True, slots=True)
class Move:
    """One span that is written otherwise than it is, or not at all.

    `before` and `after` are its words, `start` to `end` and `new_start` to `new_end` its hull in code points; where the
    span is left out, `after` is empty and the new edges are the old ones.
    """

    article: str
    layer: str
    span: str
    label: str
    kind: str
    start: int
    end: int
    before: str
    new_start: int
    new_end: int
    after: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A span and the tokens it takes, from index `first` to index `last`, inclusive."""

    span: Span
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """The tokens of a text, the spans placed on them in the order of the text, and what happened to the others."""

    places: tuple[Range, ...]
    placed: tuple[Placed, ...]
    moves: tuple[Move, ...]

    def spans(self) -> tuple[Span, ...]:
        """The spans as they stand on their tokens: one fragment, id and label; nothing else of them."""
        found = (_standing(p.span, self.places[p.first][0], self.places[p.last][1]) for p in self.placed)
        return tuple(sorted(found, key=lambda span: (span.start, span.end, span.id)))


def align(record: Record, mode: str, is_flat: bool = False) -> Alignment:
    """Place the record's spans on the tokens of its text; `is_flat` keeps one span per token.

    Of spans that overlap, the longest in tokens is kept, of equal ones the first. Raises KeyError on an unknown mode.
    """
    text = record.article.text
    places = tuple(tokens(text))
    placed, moves = _place(record, places, FITTING[mode])
    if is_flat:
        placed, overlapped = flatten(placed)
        gone = {item.span.id for item in overlapped}
        moves = [move for move in moves if move.span not in gone]
        moves += [left_out(record, item.span, OVERLAPPED) for item in overlapped]
    moves.sort(key=lambda move: (move.start, move.end, move.span))
    return Alignment(places, tuple(sorted(placed, key=_reading)), tuple(moves))


def flatten(placed: Iterable[Placed]) -> tuple[list[Placed], list[Placed]]:
    """Those that can stand side by side, chosen by length and then by place, and those that they leave no room for."""
    kept: list[Placed] = []
    left: list[Placed] = []
    taken: set[int] = set()
    for item in sorted(placed, key=lambda p: (p.first - p.last, p.first, p.span.label, p.span.id)):
        wanted = range(item.first, item.last + 1)
        if taken.isdisjoint(wanted):
            taken.update(wanted)
            kept.append(item)
        else:
            left.append(item)
    return sorted(kept, key=_reading), sorted(left, key=_reading)


def aligned(records: Iterable[Record], mode: str, is_flat: bool = False) -> Iterator[tuple[Record, Alignment]]:
    """Every record that has a layer, aligned: what nobody has worked on is nothing to learn from.

    Raises ExportError at the end, when the mode is `strict` and spans did not fit.
    """
    misfits: list[Move] = []
    for record in records:
        if record.layer is not None:
            found = align(record, mode, is_flat)
            misfits += (move for move in found.moves if mode == STRICT and move.kind == DROPPED)
            yield record, found
    if misfits:
        raise ExportError(_misfit(misfits[0], len(misfits)))


def _misfit(first: Move, count: int) -> Sentence:
    return say(
        "Export stopped. No file was left behind. Spans that do not begin and end with a token: {count}. The first is "
        "“{quote}” in article “{article}”, at {position}. Let such spans be widened or left out.",
        count=count,
        quote=shown(first.before),
        article=first.article,
        position=first.start,
    )


def bare(record: Record, spans: tuple[Span, ...]) -> Record:
    """The text with these spans, and whose layer of which article it is; nothing else of the record."""
    known = record.layer
    layer = known and Layer(known.id, known.article, known.annotator, kind=known.kind)
    return Record(make_article(record.article.text, id=record.article.id), layer, record.annotator, spans=spans)


def _standing(span: Span, start: int, end: int) -> Span:
    return Span(span.layer, span.id, span.label, ((start, end),), origin=IMPORTED)


def _place(record: Record, places: Sequence[Range], keeps_misfits: bool) -> tuple[list[Placed], list[Move]]:
    starts, ends = [start for start, _ in places], [end for _, end in places]
    placed: dict[tuple[str, int, int], Placed] = {}
    moves: list[Move] = []
    # Those that fit come first, so that of two that end up alike the unchanged one stays.
    for fits, span in sorted(_judged(record.spans, set(starts), set(ends)), key=_fitting_first):
        first, last = bisect_right(ends, span.start), bisect_left(starts, span.end) - 1
        item = Placed(span, first, last)
        if first > last or not (fits or keeps_misfits):
            moves.append(left_out(record, span, DROPPED))
        elif placed.setdefault((span.label, first, last), item) is not item:
            moves.append(left_out(record, span, DOUBLED))
        elif not fits:
            moves.append(_moved(record, span, (starts[first], ends[last])))
    return list(placed.values()), moves


def _judged(spans: Iterable[Span], starts: set[int], ends: set[int]) -> Iterator[tuple[bool, Span]]:
    for span in spans:
        yield len(span.fragments) == 1 and span.start in starts and span.end in ends, span


def _fitting_first(judged: tuple[bool, Span]) -> tuple[bool, int, int, str]:
    fits, span = judged
    return not fits, span.start, span.end, span.id


def _reading(item: Placed) -> tuple[int, int, str, str]:
    return item.first, -item.last, item.span.label, item.span.id


def left_out(record: Record, span: Span, kind: str) -> Move:
    """That the span is not written, of a kind among MOVES."""
    return _move(record, span, kind, (span.start, span.end), "")


def _moved(record: Record, span: Span, place: Range) -> Move:
    start, end = place
    words = record.article.text[start:end]
    inside = sum(max(0, min(b, end) - max(a, start)) for a, b in span.fragments)
    return _move(record, span, SHRUNK if inside == end - start else WIDENED, place, words)


def _move(record: Record, span: Span, kind: str, place: Range, after: str) -> Move:
    before = quote(span, record.article.text)
    article = record.article.id
    return Move(
        article, span.layer, span.id, span.label, kind, span.start, span.end, before, place[0], place[1], after
    )
