"""Ranks: the spans in reading order, to be looked up by where they reach."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from operator import attrgetter, eq, le

from annotator.core.span import Span

_id = attrgetter("id")
START = 32
"""A span's code is its start above so many bits, less its end: codes ascend in reading order and compare fast."""


class Ranks:
    """Spans by start, the longer first, then by id. A look-up begins where the first one still reaches over a place."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = list(spans)
        self._codes = [(span.fragments[0][0] << START) - span.fragments[-1][1] for span in self._spans]
        if not self._is_in_order():
            self._spans.sort(key=lambda span: (_code(span), span.id))
            self._codes = [_code(span) for span in self._spans]
        self._furthest = list(accumulate([span.fragments[-1][1] for span in self._spans], max))

    def replace(self, gone: Iterable[Span], come: Iterable[Span]) -> None:
        """Take some spans out and others in."""
        first = behind = len(self._spans)
        for span in gone:
            place = self._place(span)
            del self._spans[place], self._codes[place], self._furthest[place]
            first, behind = min(first, place), min(behind, len(self._spans) - place)
        for span in come:
            place = self._place(span)
            self._spans.insert(place, span)
            self._codes.insert(place, _code(span))
            self._furthest.insert(place, 0)
            first, behind = min(first, place), min(behind, len(self._spans) - place - 1)
        self._reach(first, behind)

    def between(self, start: int, end: int) -> Sequence[Span]:
        """The spans that have a code point in [start, end), in reading order; an empty range counts as one place."""
        last = bisect_left(self._codes, max(end, start + 1) - 1 << START)
        first = bisect_right(self._furthest, start, 0, last)
        return [span for span in self._spans[first:last] if span.fragments[-1][1] > start]

    def _is_in_order(self) -> bool:
        """Whether there is nothing to sort, which is told much faster than it is done: spans come in reading order."""
        equal = map(eq, self._codes, self._codes[1:])
        twins = [place for place, same in enumerate(equal) if same]
        return all(map(le, self._codes, self._codes[1:])) and all(
            self._spans[place].id <= self._spans[place + 1].id for place in twins
        )

    def _place(self, span: Span) -> int:
        """Where the span is, or would be."""
        code = _code(span)
        first = bisect_left(self._codes, code)
        return bisect_left(self._spans, span.id, first, bisect_right(self._codes, code, first), key=_id)

    def _reach(self, first: int, behind: int) -> None:
        """How far the spans up to each one reach, worked out anew from the `first` on.

        The last so many `behind` it have not changed: once one of them comes out as it was, so do all after it.
        """
        furthest = self._furthest[first - 1] if first else 0
        for place in range(first, len(self._spans)):
            furthest = max(furthest, self._spans[place].fragments[-1][1])
            if furthest == self._furthest[place] and place >= len(self._spans) - behind:
                return
            self._furthest[place] = furthest


def _code(span: Span) -> int:
    return (span.fragments[0][0] << START) - span.fragments[-1][1]
