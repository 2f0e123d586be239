"""Lanes: which row below the text each span's bar gets, so that no two bars touch."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

MOST = 4
"""No line shows more lanes than this; what finds no lane is counted in the last one."""
HIDDEN = -1
"""The lane of a span that found none."""


class Extent(NamedTuple):
    """What lane assignment needs of a span: its id, its code points [start, end), and the pixels its bar takes.

    `first` and `last` run along the paragraph as read: the line's number times a width no line has, plus the distance
    from the line's right edge.
    """

    id: str
    start: int
    end: int
    first: float
    last: float


class Lanes:
    """The lanes of one block while its spans are put into them, the shortest first."""

    def __init__(self) -> None:
        self._taken: list[list[tuple[float, float]]] = [[] for _ in range(MOST)]

    def put(self, first: float, last: float) -> int:
        """The lowest lane (the nearest to the text) in which these pixels are free, now taken; HIDDEN if none is."""
        for number, taken in enumerate(self._taken):
            after = bisect_left(taken, (first, first))
            if after < len(taken) and taken[after][0] < last:
                continue
            if after == 0 or taken[after - 1][1] <= first:
                insort(taken, (first, last))
                return number
        return HIDDEN


class Cover:
    """How often each of some places [0, length) was covered, up to a limit; one look finds whether a range is full."""

    def __init__(self, length: int, limit: int) -> None:
        self._counts = bytearray(length)
        self._full = limit
        self._more = bytes([*range(1, limit + 1), *range(limit, 256)])

    def leave_out(self, start: int, end: int) -> None:
        """Never let the places [start, end) become full."""
        self._counts[start:end] = bytes([self._full + 1]) * (end - start)

    def add(self, start: int, end: int) -> None:
        """Cover the places [start, end) once more."""
        self._counts[start:end] = self._counts[start:end].translate(self._more)

    def is_full_somewhere(self, start: int, end: int) -> bool:
        """Whether a place in [start, end) was covered as often as the limit says."""
        return self._counts.find(self._full, start, end) >= 0

    def has_gap(self, start: int, end: int) -> bool:
        """Whether a place in [start, end) was never covered."""
        return self._counts.find(0, start, end) >= 0


def assign(extents: Iterable[Extent]) -> dict[str, int]:
    """A lane for every extent: the shortest first, each in the lowest lane that is free (the nearest to the text).

    The order of the input does not matter. A span that finds no lane free gets HIDDEN.
    """
    lanes = Lanes()
    return {extent.id: lanes.put(extent.first, extent.last) for extent in sorted(extents, key=_shortest_first)}


def close_up(lanes: Iterable[int], hidden: bool) -> Mapping[int, int]:
    """The rows of one line: lanes that are empty on it give way to the ones below.

    Where spans of the line are hidden, the last row belongs to their count, and HIDDEN has that row.
    """
    used = sorted({lane for lane in lanes if lane != HIDDEN and not (hidden and lane == MOST - 1)})
    rows = {lane: row for row, lane in enumerate(used)}
    if hidden:
        rows[HIDDEN] = rows[MOST - 1] = len(used)
    return rows


def depths(ranges: Sequence[tuple[int, int]], deepest: int) -> list[int]:
    """How many of the ranges before it each one lies in, at most `deepest`. Ranges come by start, the longer first."""
    furthest: list[int] = []
    result: list[int] = []
    for _, end in ranges:
        place = bisect_left(furthest, end)
        result.append(len(furthest) - place)
        furthest.insert(place, end)
        if len(furthest) > deepest:
            del furthest[0]
    return result


def _shortest_first(extent: Extent) -> tuple[int, int, str]:
    return (extent.end - extent.start, extent.start, extent.id)
