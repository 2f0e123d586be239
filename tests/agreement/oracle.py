"""Slow, plain ways to the same figures, written from the definitions, to hold the quick ones against."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations, permutations

Marked = tuple[int, int, str]
GAP = ""


def f1_exact(first: Iterable[Marked], second: Iterable[Marked]) -> float | None:
    """Sets of (start, end, label)."""
    ours, theirs = set(first), set(second)
    return 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours or theirs else None


def most_pairs(first: Sequence[Marked], second: Sequence[Marked], iou: float) -> int:
    """The most one-to-one pairs of one label that share `iou`, by trying every way."""
    ours, theirs = sorted(set(first)), sorted(set(second))
    if len(ours) > len(theirs):
        ours, theirs = theirs, ours
    return max(
        (
            sum(a[2] == b[2] and share(a, b) >= iou for a, b in zip(ours, order, strict=True))
            for order in permutations(theirs, len(ours))
        ),
        default=0,
    )


def share(a: Marked, b: Marked) -> float:
    """Intersection over union, letter by letter."""
    ours, theirs = set(range(a[0], a[1])), set(range(b[0], b[1]))
    return len(ours & theirs) / len(ours | theirs)


def f1_character(first: Iterable[Marked], second: Iterable[Marked]) -> float | None:
    """Sets of (letter, label)."""
    ours = {(at, label) for start, end, label in first for at in range(start, end)}
    theirs = {(at, label) for start, end, label in second for at in range(start, end)}
    return 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours or theirs else None


def u_alpha(articles: Sequence[tuple[int, Sequence[Sequence[Marked]]]]) -> float | None:
    """uα over (length, annotators' spans), letter by letter. No annotator's spans may overlap."""
    together: Counter[tuple[str, str]] = Counter()
    squares: Counter[str] = Counter()
    for length, layers in articles:
        rows = [letters(length, marks) for marks in layers]
        for one, other in permutations(range(len(rows)), 2):
            for at in range(length):
                together[rows[one][at], rows[other][at]] += 1 / (len(rows) - 1)  # type: ignore[assignment]
        for row, marks in zip(rows, layers, strict=True):
            squares[GAP] += row.count(GAP)
            for start, end, label in marks:
                squares[label] += (end - start) ** 2
    return _alpha(together, squares)


def _alpha(together: Counter[tuple[str, str]], squares: Counter[str]) -> float | None:
    whole = sum(together.values())
    margins: Counter[str] = Counter()
    for (one, _), length in together.items():
        margins[one] += length
    observed = sum(length for (one, other), length in together.items() if one != other)
    expected = sum(
        whole * margins[one] * margins[other] / (whole * whole - sum(squares.values()))
        for one, other in permutations(margins, 2)
    )
    return 1 - observed / expected if expected else None


def letters(length: int, marks: Sequence[Marked]) -> list[str]:
    """The label of each letter."""
    row = [GAP] * length
    for start, end, label in marks:
        row[start:end] = [label] * (end - start)
    return row


def letter_alpha(articles: Sequence[tuple[int, Sequence[Sequence[Marked]]]]) -> float:
    """Krippendorff's nominal α in which every letter is a thing of its own."""
    together: Counter[tuple[str, str]] = Counter()
    for length, layers in articles:
        rows = [letters(length, marks) for marks in layers]
        for one, other in permutations(range(len(rows)), 2):
            for at in range(length):
                together[rows[one][at], rows[other][at]] += 1 / (len(rows) - 1)  # type: ignore[assignment]
    margins: Counter[str] = Counter()
    for (value, _), number in together.items():
        margins[value] += number
    whole = sum(margins.values())
    observed = sum(number for pair, number in together.items() if pair[0] != pair[1])
    expected = sum(margins[a] * margins[b] for a, b in permutations(margins, 2)) / (whole - 1)
    return 1 - observed / expected


def cheapest(costs: Sequence[Sequence[float]]) -> float:
    """The least that any partial one-to-one pairing costs, by trying every one."""
    rows, columns = len(costs), len(costs[0]) if costs else 0
    best = 0.0
    for size in range(1, min(rows, columns) + 1):
        for chosen in combinations(range(rows), size):
            for order in permutations(range(columns), size):
                best = min(best, sum(costs[row][column] for row, column in zip(chosen, order, strict=True)))
    return best
