"""Agreement on values that were given to the same things: Cohen's κ, Fleiss' κ, nominal α, Gwet's AC1."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence

from annotator.agreement.figure import ALL_ALIKE, NO_MATCH, NO_UNIT, NO_VALUE, ONE_VALUE, Figure

Table = Mapping[tuple[Hashable, Hashable], int]
"""How often the first gave the one value and the second the other."""


def cohen_kappa(table: Table) -> Figure:
    """Cohen's κ of two annotators: how far they agree beyond what their own habits would give by chance."""
    total = sum(table.values())
    if not total:
        return Figure(None, NO_MATCH)
    first, second = _margins(table)
    expected = sum(count * second[value] for value, count in first.items()) / total**2
    if expected == 1:
        return Figure(None, ONE_VALUE)
    return Figure((_observed(table, total) - expected) / (1 - expected))


def gwet_ac1(table: Table) -> Figure:
    """Gwet's AC1 of two annotators, which stays usable where one value is given nearly always."""
    total = sum(table.values())
    if not total:
        return Figure(None, NO_VALUE)
    first, second = _margins(table)
    shares = [(first[value] + second[value]) / (2 * total) for value in first | second]
    if len(shares) == 1:
        return Figure(1.0, ALL_ALIKE)
    expected = sum(part * (1 - part) for part in shares) / (len(shares) - 1)
    return Figure((_observed(table, total) - expected) / (1 - expected))


def fleiss_kappa(rows: Iterable[Sequence[int]]) -> Figure:
    """Fleiss' κ: per thing, how many gave it each value. Every thing must have been given equally many, two or more.

    Raises ValueError otherwise.
    """
    counted = Counter(map(tuple, rows))
    if not counted:
        return Figure(None, NO_UNIT)
    sizes = {sum(row) for row in counted}
    if len(sizes) > 1 or min(sizes) < 2:
        raise ValueError("every thing needs the same number of values, two or more")
    size, things = sizes.pop(), sum(counted.values())
    alike = sum(times * (sum(n * n for n in row) - size) for row, times in counted.items())
    observed = alike / (things * size * (size - 1))
    values = max(map(len, counted))
    totals = [sum(row[i] * times for row, times in counted.items()) for i in range(values)]
    expected = sum((n / (things * size)) ** 2 for n in totals)
    return Figure(None, ONE_VALUE) if expected == 1 else Figure((observed - expected) / (1 - expected))


def nominal_alpha(units: Iterable[Sequence[Hashable]]) -> Figure:
    """Krippendorff's α for names. Per thing, the value of each annotator; None is missing, not a value."""
    return alpha_of(Counter(map(tuple, units)))


def alpha_of(patterns: Mapping[tuple[Hashable, ...], int]) -> Figure:
    """Krippendorff's α for names, from how often each row of values occurs."""
    values: Counter[Hashable] = Counter()
    differing = 0.0
    for pattern, times in patterns.items():
        found = Counter(value for value in pattern if value is not None)
        size = sum(found.values())
        if size < 2:
            continue
        for value, count in found.items():
            values[value] += count * times
        differing += times * (size * size - sum(n * n for n in found.values())) / (size - 1)
    total = sum(values.values())
    if not total:
        return Figure(None, NO_UNIT)
    expected = (total * total - sum(n * n for n in values.values())) / (total - 1)
    return Figure(1 - differing / expected) if expected else Figure(1.0, ALL_ALIKE)


def _margins(table: Table) -> tuple[Counter[Hashable], Counter[Hashable]]:
    first: Counter[Hashable] = Counter()
    second: Counter[Hashable] = Counter()
    for (one, other), count in table.items():
        first[one] += count
        second[other] += count
    return first, second


def _observed(table: Table, total: int) -> float:
    return sum(count for (one, other), count in table.items() if one == other) / total
