"""Lanes: which row below the text each span's bar gets, so that no two bars touch."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappush, heappushpop

MOST = 4
"""No line shows more lanes than this; what finds no lane is counted in the last one."""
HIDDEN = -1
"""The lane of a span that found none."""


@dataclass(frozen=True, slots=True)
class Extent:
    """What lane assignment needs of a span: its id, its code points [start, end), and the pixels its bar takes.

    `first` and `last` run along the paragraph as read: the line's number times a width no line has, plus the distance
    from the line's right edge.
    """

    id: str
    start: int
    end: int
    first: float
    last: float


def assign(extents: Iterable[Extent]) -> dict[str, int]:
    """A lane for every extent: the shortest first, each in the lowest lane that is free (the nearest to the text).

    The order of the input does not matter. A span that finds no lane free gets HIDDEN.
    """
    lanes: list[list[tuple[float, float]]] = [[] for _ in range(MOST)]
    result: dict[str, int] = {}
    for extent in sorted(extents, key=_shortest_first):
        result[extent.id] = HIDDEN
        for number, taken in enumerate(lanes):
            if _is_free(taken, extent):
                insort(taken, (extent.first, extent.last))
                result[extent.id] = number
                break
    return result


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
        result.append(sum(other >= end for other in furthest))
        push = heappush if len(furthest) < deepest else heappushpop
        push(furthest, end)
    return result


def _shortest_first(extent: Extent) -> tuple[int, int, str]:
    return (extent.end - extent.start, extent.start, extent.id)


def _is_free(taken: Sequence[tuple[float, float]], extent: Extent) -> bool:
    after = bisect_left(taken, (extent.first, extent.first))
    if after < len(taken) and taken[after][0] < extent.last:
        return False
    return after == 0 or taken[after - 1][1] <= extent.first
