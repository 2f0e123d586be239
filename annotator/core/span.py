"""A span: one or more pieces of the text under one label."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from annotator.core.identity import new_id

Fragment = tuple[int, int]
Attributes = tuple[tuple[str, str], ...]

MANUAL, IMPORTED, SUGGESTED, PREDICTED = "manual", "imported", "suggested_accepted", "prediction"
ORIGINS = (MANUAL, IMPORTED, SUGGESTED, PREDICTED)


@dataclass(frozen=True, slots=True)
class Span:
    """A labelled stretch of one layer's article.

    `fragments` are half-open code-point ranges, ordered and apart; almost always one. `start` and `end` are their hull.
    """

    layer: str
    id: str
    label: str
    fragments: tuple[Fragment, ...]
    attributes: Attributes = ()
    note: str = ""
    origin: str = MANUAL
    source: str | None = None
    score: float | None = None
    decision: str | None = None

    @property
    def start(self) -> int:
        """First code point."""
        return self.fragments[0][0]

    @property
    def end(self) -> int:
        """One past the last code point."""
        return self.fragments[-1][1]


def make_span(layer: str, label: str, start: int, end: int) -> Span:
    """A new contiguous span [start, end) in code points, with an id of its own."""
    return Span(layer, new_id(), label, ((start, end),))


def missing_spans(layer: str, label: str, places: Iterable[Fragment], spans: Iterable[Span]) -> list[Span]:
    """New contiguous spans for those places, each taken once, that no span has under this label."""
    taken = {span.fragments for span in spans if span.label == label}
    return [make_span(layer, label, *place) for place in dict.fromkeys(places) if (place,) not in taken]


def quote(span: Span, text: str) -> str:
    """The words of the span: its fragments joined by one space."""
    return " ".join(text[start:end] for start, end in span.fragments)


def with_hull(span: Span, start: int, end: int) -> Span:
    """The span with its outer edges at [start, end); inner fragments stay, those left outside go."""
    kept = [(max(a, start), min(b, end)) for a, b in span.fragments if a < end and b > start]
    if not kept:
        return replace(span, fragments=((start, end),))
    kept[0] = (start, kept[0][1])
    kept[-1] = (kept[-1][0], end)
    return replace(span, fragments=tuple(kept))


def reading_order(spans: Iterable[Span]) -> list[Span]:
    """Spans as a reader meets them: by start, the longer first, then by id."""
    return sorted(spans, key=_place)


def moved(spans: Sequence[Span], edits: Iterable[tuple[Span | None, Span | None]]) -> tuple[Span, ...]:
    """Spans in reading order after edits, each a span before and after, in reading order again.

    Each edit takes time that grows with the logarithm of their number, beside one copy of them all.
    """
    held = list(spans)
    for before, after in edits:
        if before is not None:
            place = bisect_left(held, _place(before), key=_place)
            if place < len(held) and held[place].id == before.id:
                del held[place]
        if after is not None:
            held.insert(bisect_left(held, _place(after), key=_place), after)
    return tuple(held)


def _place(span: Span) -> tuple[int, int, str]:
    return span.start, -span.end, span.id


def same_place(span: Span, other: Span) -> bool:
    """Whether two spans say the same thing: the same fragments under the same label."""
    return span.label == other.label and span.fragments == other.fragments


def twin(span: Span, spans: Sequence[Span]) -> Span | None:
    """Another one of the spans, which are in reading order, that says the same thing; or None."""
    first = bisect_left(spans, span.start, key=_start)
    last = bisect_right(spans, span.start, key=_start)
    return next((other for other in spans[first:last] if other.id != span.id and same_place(other, span)), None)


def _start(span: Span) -> int:
    return span.start


def fault(span: Span, length: int) -> str | None:
    """What is wrong with the span's offsets in a text of `length` code points, or None."""
    previous = 0
    if not span.fragments:
        return "the span has no fragments"
    for start, end in span.fragments:
        if start >= end:
            return f"the span is empty at {start}"
        if start < previous:
            return f"the span's fragments overlap or are out of order at {start}"
        if end > length:
            return f"the span ends {end - length} characters past the text"
        previous = end
    return None
