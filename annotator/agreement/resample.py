"""Intervals: how far a figure would move if other articles of the same kind had been taken (the bootstrap).

Articles are drawn, not spans, because spans of one article depend on each other.
"""

import random
from array import array
from collections.abc import Callable, Iterator, Sequence

Interval = tuple[float, float]

LEVEL = 0.95


def column_sums(rows: Sequence[Sequence[int]], samples: int, seed: int) -> Iterator[Sequence[int]]:
    """The sums of all columns over as many rows as there are, drawn with replacement, once per sample.

    A row is packed into one long integer, so that all its columns are added at once. The sums must stay below 2**64.
    """
    many = len(rows)
    largest = max((max(row, default=0) for row in rows), default=0)
    kind = "I" if largest * many < 1 << 32 else "Q"
    packed = [int.from_bytes(array(kind, row).tobytes(), "little") for row in rows]
    width = len(array(kind, rows[0]).tobytes()) if rows else 0
    draw = random.Random(seed)
    for _ in range(samples if rows else 0):
        numbers = array("I", draw.randbytes(4 * many))
        drawn = sum([packed[(number * many) >> 32] for number in numbers])
        yield array(kind, drawn.to_bytes(width, "little"))


def intervals(
    rows: Sequence[Sequence[int]],
    figures: Sequence[Callable[[Sequence[int]], float | None]],
    samples: int,
    seed: int,
) -> list[Interval | None]:
    """The middle 95 of a hundred values of each figure, which is told from the columns' sums.

    None where a figure is never defined.
    """
    found: list[list[float]] = [[] for _ in figures]
    for sums in column_sums(rows, samples, seed):
        for values, figure in zip(found, figures, strict=True):
            value = figure(sums)
            if value is not None:
                values.append(value)
    return [_middle(sorted(values)) for values in found]


def _middle(values: Sequence[float]) -> Interval | None:
    if not values:
        return None
    rest = (1 - LEVEL) / 2
    return quantile(values, rest), quantile(values, 1 - rest)


def quantile(values: Sequence[float], part: float) -> float:
    """The value below which `part` of the sorted values lie, between two of them in proportion."""
    place = part * (len(values) - 1)
    below = int(place)
    above = min(below + 1, len(values) - 1)
    return values[below] + (values[above] - values[below]) * (place - below)
