"""Pairing things off one to one: as many as possible, or as cheaply as possible. Sparse, so long chains cost little."""

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import heappop, heappush

Edges = Mapping[int, Iterable[int]]


def largest_matching(edges: Edges, begin: Mapping[int, int] | None = None) -> dict[int, int]:
    """The most pairs in which no left and no right thing occurs twice: by right thing, the left one.

    `edges` are the right things each left thing may have. `begin` is a matching to start from, by right thing; its left
    things keep a partner.
    """
    holder = dict(begin or {})
    held = set(holder.values())
    for left in edges:
        if left not in held:
            grow(left, lambda one: edges.get(one, ()), holder.get, holder)
    return holder


def grow(
    left: int, edges: Callable[[int], Iterable[int]], holder_of: Callable[[int], int | None], holder: dict[int, int]
) -> bool:
    """Give `left` a partner by a shortest chain of exchanges, and say whether that was possible."""
    came_from: dict[int, int] = {}
    waiting = deque([left])
    while waiting:
        one = waiting.popleft()
        for right in edges(one):
            if right in came_from:
                continue
            came_from[right] = one
            taken_by = holder_of(right)
            if taken_by is not None:
                waiting.append(taken_by)
                continue
            _exchange(left, right, came_from, holder, holder_of)
            return True
    return False


def _exchange(
    left: int,
    right: int,
    came_from: Mapping[int, int],
    holder: dict[int, int],
    holder_of: Callable[[int], int | None],
) -> None:
    rights = {}
    for place in came_from:
        taken_by = holder_of(place)
        if taken_by is not None:
            rights[taken_by] = place
    while True:
        one = came_from[right]
        holder[right] = one
        if one == left:
            return
        right = rights[one]


def cheapest_matching(costs: Sequence[Sequence[tuple[int, float]]]) -> dict[int, int]:
    """The pairs that cost least together: by column, the row. A row without a partner costs nothing.

    `costs` are, per row, (column, cost) with costs below zero; other columns a row may not have.
    """
    pairs = _Pairs()
    for row in range(len(costs)):
        pairs.add(row, costs)
    return pairs.row_of


class _Pairs:
    """A cheapest matching of the rows so far, and the prices that prove it to be one."""

    def __init__(self) -> None:
        self.row_of: dict[int, int] = {}
        self._column_of: dict[int, int] = {}
        self._row_price: dict[int, float] = {}
        self._column_price: dict[int, float] = {}

    def add(self, row: int, costs: Sequence[Sequence[tuple[int, float]]]) -> None:
        """Take one more row in, along the cheapest chain of exchanges."""
        row_price, column_price, row_of = self._row_price, self._column_price, self.row_of
        row_price[row] = min((cost - column_price.get(column, 0.0) for column, cost in costs[row]), default=0.0)
        row_price[row] = min(row_price[row], 0.0)
        reached: dict[int, float] = {row: 0.0}
        settled: dict[int, float] = {}
        came_from: dict[int, int] = {}
        best: dict[int, float] = {}
        # An end of the chain is a free column, or (None) the row itself, which then stays without a partner.
        heap: list[tuple[float, int, int, int | None]] = []
        one, far = row, 0.0
        while True:
            heappush(heap, (far - row_price[one], 0, one, None))
            for column, cost in costs[one]:
                if column not in settled:
                    length = far + cost - row_price[one] - column_price.get(column, 0.0)
                    if length < best.get(column, float("inf")):
                        best[column] = length
                        heappush(heap, (length, 1, one, column))
            far, _, one, end = heappop(heap)
            while end is not None and end in settled:
                far, _, one, end = heappop(heap)
            if end is None:
                break
            settled[end] = far
            came_from[end] = one
            if end not in row_of:
                break
            one = row_of[end]
            reached[one] = far
        for column, length in settled.items():
            column_price[column] = column_price.get(column, 0.0) + length - far
        for other, length in reached.items():
            row_price[other] += far - length
        self._exchange(row, one, end, came_from)

    def _exchange(self, row: int, one: int, end: int | None, came_from: Mapping[int, int]) -> None:
        if end is None:
            if one == row:
                return
            end = self._column_of.pop(one)
            one = came_from[end]
        while True:
            before = self._column_of.get(one)
            self.row_of[end] = one
            self._column_of[one] = end
            if one == row or before is None:
                return
            end, one = before, came_from[before]
