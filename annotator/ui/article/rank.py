"""Ranks: the spans in the order of their starts, to be looked up by where they reach."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate

from annotator.core.span import Span


class Ranks:
    """Spans by start. A look-up walks back only as far as some span still reaches over the place asked for."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans, key=_start)
        self._starts = [span.fragments[0][0] for span in self._spans]
        self._ends = [span.fragments[-1][1] for span in self._spans]
        self._furthest: list[int] = []
        self._reach(0)

    def replace(self, gone: Iterable[Span], come: Iterable[Span]) -> None:
        """Take some spans out and others in."""
        first = len(self._spans)
        for span in gone:
            place = self._place(span)
            del self._spans[place], self._starts[place], self._ends[place]
            first = min(first, place)
        for span in come:
            place = bisect_left(self._starts, _start(span))
            self._spans.insert(place, span)
            self._starts.insert(place, _start(span))
            self._ends.insert(place, span.fragments[-1][1])
            first = min(first, place)
        self._reach(first)

    def between(self, start: int, end: int) -> Sequence[Span]:
        """The spans that have a code point in [start, end), by start; an empty range counts as its one place."""
        last = bisect_left(self._starts, max(end, start + 1))
        first = last
        while first > 0 and self._furthest[first - 1] > start:
            first -= 1
        return [span for span in self._spans[first:last] if span.fragments[-1][1] > start]

    def _place(self, span: Span) -> int:
        place = bisect_left(self._starts, _start(span))
        while self._spans[place].id != span.id:
            place += 1
        return place

    def _reach(self, first: int) -> None:
        """How far the spans up to each one reach, worked out anew from the `first` on."""
        del self._furthest[first:]
        before = self._furthest[-1] if self._furthest else 0
        self._furthest += list(accumulate(self._ends[first:], max, initial=before))[1:]


def _start(span: Span) -> int:
    return span.fragments[0][0]
