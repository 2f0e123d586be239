"""γ of two annotators (Mathet, Widlöcher, Métivier 2015): how much better their best alignment is than chance.

Units may overlap and nest. Positions are code points, half-open. Chance is drawn, so the seed belongs to the figure.
"""

import random
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import sqrt
from statistics import fmean, pstdev

from annotator.agreement.assignment import cheapest_matching
from annotator.agreement.figure import NO_SPAN

Unit = tuple[int, int, str]
"""Start, end, label."""
SAMPLES = 30
_ALONE = 1.0


@dataclass(frozen=True, slots=True)
class Gamma:
    """γ with what it was told from; None where neither marked anything. `spread` is the deviation of the samples."""

    value: float | None
    observed: float = 0.0
    expected: float = 0.0
    spread: float = 0.0


def gamma(first: Sequence[Unit], second: Sequence[Unit], seed: int = 0, samples: int = SAMPLES) -> Gamma:
    """γ of two annotators' units in one article."""
    if not first and not second:
        return Gamma(None)
    observed = disorder(first, second)
    draw = _Chance(first, second, seed)
    drawn = [disorder(draw.units(), draw.units()) for _ in range(samples)]
    expected = fmean(drawn)
    value = 1 - observed / expected if expected else None
    return Gamma(value, observed, expected, pstdev(drawn))


@dataclass(frozen=True, slots=True)
class Mean:
    """The mean γ over the articles in which it is defined, and how many; None and why where there are none."""

    value: float | None
    articles: int
    reason: str = ""


def gamma_means(articles: Iterable[Mapping[str, Sequence[Unit]]], seed: int = 0) -> dict[tuple[str, str], Mean]:
    """Per pair of annotators, the mean over articles; an article is given as each one's units."""
    found: defaultdict[tuple[str, str], list[float | None]] = defaultdict(list)
    for article in articles:
        for one, other in combinations(sorted(article), 2):
            found[one, other].append(gamma(article[one], article[other], seed).value)
    return {pair: _mean([value for value in values if value is not None]) for pair, values in found.items()}


def _mean(values: Sequence[float]) -> Mean:
    return Mean(fmean(values), len(values)) if values else Mean(None, 0, str(NO_SPAN))


def positional(a: int, b: int, c: int, d: int) -> float:
    """How unlike the places [a, b) and [c, d) are: 0 for equal ones, growing without bound."""
    return float(((abs(a - c) + abs(b - d)) / (b - a + d - c)) ** 2)


def disorder(first: Sequence[Unit], second: Sequence[Unit]) -> float:
    """The disorder of the best alignment: per unit, what its partner differs by, or 1 where it has none."""
    if not first and not second:
        return 0.0
    costs = list(_savings(first, second))
    partner = cheapest_matching(costs)
    saved = sum(dict(costs[row])[column] for column, row in partner.items())
    return (_ALONE * (len(first) + len(second)) + saved) / ((len(first) + len(second)) / 2)


def _savings(first: Sequence[Unit], second: Sequence[Unit]) -> Iterator[list[tuple[int, float]]]:
    """Per unit of the first, the units of the second that are better as a partner than none, and by how much."""
    shelves = _by_size(second)
    for start, end, label in first:
        length = end - start
        found = []
        for longest, starts, shelf in shelves:
            reach = sqrt(2) * (length + longest)
            for place in range(bisect_left(starts, start - reach), bisect_right(starts, start + reach)):
                index, (c, d, other) = shelf[place]
                cost = ((abs(start - c) + abs(end - d)) / (length + d - c)) ** 2 + (label != other) - 2 * _ALONE
                if cost < 0:
                    found.append((index, cost))
        yield found


def _by_size(units: Sequence[Unit]) -> list[tuple[int, list[int], list[tuple[int, Unit]]]]:
    """The units by size: the longest length, the starts, and the units in order of them. Few long ones cost little."""
    shelves: defaultdict[int, list[tuple[int, Unit]]] = defaultdict(list)
    for index, unit in enumerate(units):
        shelves[(unit[1] - unit[0]).bit_length()].append((index, unit))
    result = []
    for shelf in shelves.values():
        shelf.sort(key=lambda row: row[1][0])
        longest = max(unit[1] - unit[0] for _, unit in shelf)
        result.append((longest, [unit[0] for _, unit in shelf], shelf))
    return result


class _Chance:
    """Draws units as the annotators make them: as many, as long, as far apart, under the same labels, anywhere."""

    def __init__(self, first: Sequence[Unit], second: Sequence[Unit], seed: int) -> None:
        self._random = random.Random(seed)
        rows = [sorted(first), sorted(second)]
        units = [unit for row in rows for unit in row]
        gaps = [unit[0] - before[1] for row in rows for before, unit in pairwise(row)]
        gaps += [row[0][0] for row in rows if row]
        self._many = _moments([len(row) for row in rows])
        self._gap = _moments(gaps)
        self._length = _moments([end - start for start, end, _ in units])
        self._labels = [label for _, _, label in units]

    def units(self) -> list[Unit]:
        """One annotator who marks at random."""
        normal = self._random.gauss
        many = max(1, round(abs(normal(*self._many))))
        units, last = [], 0
        for label in self._random.choices(self._labels, k=many):
            start = last + round(normal(*self._gap))
            last = start + max(1, round(abs(normal(*self._length))))
            units.append((start, last, label))
        return units


def _moments(values: Sequence[int]) -> tuple[float, float]:
    return fmean(values), pstdev(values)
