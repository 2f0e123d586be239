"""Krippendorff's α for marking stretches of a text (the family of 2016), from sums that add up over articles.

Every annotator's article is a row of units and gaps. Two annotators coincide where their units or gaps overlap, by
length; what chance would give is told from how much of the text each label covers, less what units share with
themselves. Lengths are code points.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from annotator.agreement.figure import NESTED, NO_ARTICLE, NO_OVERLAP, NO_SPAN, Figure
from annotator.agreement.ground import Ground, flattened, overlaps_itself
from annotator.agreement.pairing import Counts

TEXT, NESTING = "text", "nesting"
OVERLAP, LENGTH, SQUARE = "unit_overlap", "unit_length", "unit_square"
LABEL_OVERLAP, LABEL_LENGTH, LABEL_SQUARE = "label_overlap", "label_length", "label_square"
U_ALPHAS = ("u_alpha", "u_alpha_boundaries", "u_alpha_labels")
PREFIXES = frozenset((TEXT, NESTING, OVERLAP, LENGTH, SQUARE, LABEL_OVERLAP, LABEL_LENGTH, LABEL_SQUARE))


def count_units(cells: Ground, counts: Counts) -> None:
    """Add one article's sums. `cells` is its ground, in which no annotator's marks of one label overlap."""
    many = str(len(cells.who))
    counts[TEXT,] += len(cells.who) * cells.length
    nested = overlaps_itself(cells, same_label=False)
    counts[NESTING,] += nested
    _count(cells, many, (LABEL_OVERLAP, LABEL_LENGTH, LABEL_SQUARE), counts)
    _count(flattened(cells) if nested else cells, many, (OVERLAP, LENGTH, SQUARE), counts)


def _count(ground: Ground, many: str, names: tuple[str, str, str], counts: Counts) -> None:
    """Ordered pairs of different annotators who coincide are as many as the product of who has either, less who has
    both."""
    overlap, covered, square = names
    crossing = overlap == OVERLAP
    marks, masks = ground.marks, ground.masks
    by_label: dict[str, list[int]] = {}
    for (_, _, label, pieces), mask, length in zip(marks, masks, ground.lengths, strict=True):
        who = mask.bit_count()
        squares = length * length if len(pieces) == 1 else sum((end - start) ** 2 for start, end in pieces)
        sums = by_label.get(label)
        if sums is None:
            sums = by_label[label] = [0, 0, 0]
        sums[0] += who * length
        sums[1] += who * squares
        sums[2] += who * (who - 1) * length
    for label, (lengths, squares, alike) in by_label.items():
        counts[covered, label] += lengths
        counts[square, label] += squares
        counts[overlap, many, label, label] += alike
    for one, other, shared in ground.overlaps:
        label, another = marks[one][2], marks[other][2]
        if label != another and not crossing:
            continue
        ordered = masks[one].bit_count() * masks[other].bit_count() - (masks[one] & masks[other]).bit_count()
        if ordered:
            if label > another:
                label, another = another, label
            counts[overlap, many, label, another] += 2 * ordered * shared


@dataclass(slots=True)
class Units:
    """The sums of one measure: the whole, what each label covers, its squares, and what coincides, by label."""

    whole: float = 0
    lengths: Counter[str] = field(default_factory=Counter)
    squares: Counter[str] = field(default_factory=Counter)
    alike: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    crossed: defaultdict[tuple[str, str], float] = field(default_factory=lambda: defaultdict(float))


def units_of(counts: Mapping[tuple[str, ...], int], by_label: bool = False) -> Units:
    """The sums for all labels together or, with `by_label`, for each label against everything else."""
    overlap, covered, square = (LABEL_OVERLAP, LABEL_LENGTH, LABEL_SQUARE) if by_label else (OVERLAP, LENGTH, SQUARE)
    units = Units(whole=counts.get((TEXT,), 0))
    for key, number in counts.items():
        if key[0] == covered:
            units.lengths[key[1]] += number
        elif key[0] == square:
            units.squares[key[1]] += number
        elif key[0] == overlap:
            if key[2] == key[3]:
                units.alike[key[2]] += number / (int(key[1]) - 1)
            else:
                units.crossed[key[2], key[3]] += number / (int(key[1]) - 1)
    return units


def u_alpha(counts: Mapping[tuple[str, ...], int]) -> Figure:
    """uα: boundaries and labels together. Label by label, put together, where an annotator's own spans overlap."""
    return u_alphas(counts)["u_alpha"]


def u_alpha_boundaries(counts: Mapping[tuple[str, ...], int]) -> Figure:
    """|uα: marked or not marked, whatever the label."""
    return u_alphas(counts)["u_alpha_boundaries"]


def u_alpha_labels(counts: Mapping[tuple[str, ...], int]) -> Figure:
    """cuα: the labels alone, where units of two annotators overlap."""
    return u_alphas(counts)["u_alpha_labels"]


def u_alphas(counts: Mapping[tuple[str, ...], int]) -> dict[str, Figure]:
    """All three, by the names they have in MEASURES."""
    if not counts.get((TEXT,)):
        return dict.fromkeys(U_ALPHAS, Figure(None, NO_ARTICLE))
    units = units_of(counts)
    nested = counts.get((NESTING,), 0) > 0
    whole = _label_by_label(units_of(counts, by_label=True)) if nested else _alpha(*_all_parts(units))
    covered, alike = sum(units.lengths.values()), sum(units.alike.values())
    squares = sum(units.squares.values())
    edges = _alpha(*_two_sided(units.whole, covered, alike + sum(units.crossed.values()), squares))
    figures = (whole, edges, _labels_alone(units))
    return dict(zip(U_ALPHAS, figures, strict=True))


def _label_by_label(units: Units) -> Figure:
    parts = [_label_parts(units, label) for label in units.lengths]
    figure = _alpha(sum(part[0] for part in parts), sum(part[1] for part in parts))
    return Figure(figure.value, NESTED) if figure.value is not None else figure


def _all_parts(units: Units) -> tuple[float, float]:
    """Observed and expected disagreement over all labels and the gaps."""
    covered, alike = sum(units.lengths.values()), sum(units.alike.values())
    gap = units.whole - covered
    gaps_alike = gap - (covered - alike - sum(units.crossed.values()))
    shares = [*units.lengths.values(), gap]
    return _parts(units.whole, alike + gaps_alike, shares, sum(units.squares.values()) + gap)


def _labels_alone(units: Units) -> Figure:
    shares: defaultdict[str, float] = defaultdict(float)
    for label, length in units.alike.items():
        shares[label] += length
    for (one, other), length in units.crossed.items():
        shares[one] += length / 2
        shares[other] += length / 2
    whole = sum(shares.values())
    if not whole:
        return Figure(None, NO_OVERLAP)
    return _alpha(*_parts(whole, sum(units.alike.values()), list(shares.values()), sum(units.squares.values())))


def u_alpha_of(counts: Mapping[tuple[str, ...], int], label: str) -> Figure:
    """uα of one label against everything else."""
    if not counts.get((TEXT,)):
        return Figure(None, NO_ARTICLE)
    return _alpha(*_label_parts(units_of(counts, by_label=True), label))


def labels_of(counts: Mapping[tuple[str, ...], int]) -> list[str]:
    """The labels that anybody used in articles two or more have finished."""
    return sorted({key[1] for key in counts if key[0] == LABEL_LENGTH})


def _label_parts(units: Units, label: str) -> tuple[float, float]:
    return _two_sided(units.whole, units.lengths[label], units.alike[label], units.squares[label])


def _two_sided(whole: float, covered: float, coincide: float, squares: float) -> tuple[float, float]:
    """Observed and expected disagreement where there are but units and gaps."""
    gap = whole - covered
    return _parts(whole, coincide + gap - (covered - coincide), [covered, gap], squares + gap)


def _parts(whole: float, alike: float, shares: list[float], squares: float) -> tuple[float, float]:
    """Observed and expected disagreement, in code points."""
    free = whole * whole - squares
    if free <= 0:
        return whole - alike, 0.0
    return whole - alike, whole * (whole * whole - sum(part * part for part in shares)) / free


def _alpha(observed: float, expected: float) -> Figure:
    return Figure(1 - observed / expected) if expected > 0 else Figure(None, NO_SPAN)
