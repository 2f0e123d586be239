"""Agreement on values, held against published numbers."""

from collections.abc import Hashable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement.coding import cohen_kappa, fleiss_kappa, gwet_ac1, nominal_alpha
from annotator.agreement.figure import Figure

_: int | None = None
# Krippendorff's own example with missing values: three annotators, fifteen things.
FIFTEEN = (
    (_, _, _, _, _, 3, 4, 1, 2, 1, 1, 3, 3, _, 3),
    (1, _, 2, 1, 3, 3, 4, 3, _, _, _, _, _, _, _),
    (_, _, 2, 1, 3, 4, 4, _, 2, 1, 1, 3, 3, _, 4),
)
NINE = ((1, 1, 1), (1, 2, 2), (2, 2, 2), (4, 4, 4), (1, 4, 4), (2, 2, 2), (1, 2, 3), (3, 3, 3), (2, 2, 2))
TEN = ((1, 0), (1, 1), (0, 1), (0, 0), (0, 0), (0, 1), (0, 0), (0, 1), (0, 0), (0, 0))
# Marked or not, over 24 cells, by two annotators.
DIGITS = ("001111111100001111110000", "000011110000000110000000")
# How many of six psychiatrists gave each of thirty patients each of five diagnoses (Fleiss 1971).
PSYCHIATRY = """
    00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 10050 11040 03300 10050 02031
    00501 30012 51000 02040 10203 00006 01050 02013 20040 10041 05010 40002 02040 10500 00006
"""


def table(*rows: Sequence[int]) -> dict[tuple[Hashable, Hashable], int]:
    return {(i, j): count for i, row in enumerate(rows) for j, count in enumerate(row)}


def value(figure: Figure) -> float:
    assert figure.value is not None
    return figure.value


@pytest.mark.parametrize(
    ("units", "alpha", "tolerance"),
    [
        (list(zip(*FIFTEEN, strict=True)), 0.691358, 1e-6),
        (NINE, 0.642, 1e-3),
        (TEN, 0.095, 1e-3),
        (list(zip(*DIGITS, strict=True)), 0.329, 1e-3),
    ],
)
def test_nominal_alpha_gives_the_published_numbers(
    units: Sequence[Sequence[Hashable]], alpha: float, tolerance: float
) -> None:
    assert value(nominal_alpha(units)) == pytest.approx(alpha, abs=tolerance)


def test_a_missing_value_is_not_a_value() -> None:
    assert nominal_alpha([(1, 1, _), (1, 1, 1), (2, _, 2)]) == Figure(1.0)


def test_alpha_says_so_when_agreement_could_not_have_been_otherwise() -> None:
    figure = nominal_alpha([("A", "A")] * 3)
    assert figure.value == 1.0
    assert figure.reason is not None
    assert nominal_alpha([("A", None)]).value is None


@pytest.mark.parametrize(
    ("rows", "kappa"),
    [
        (((88, 14, 18), (10, 40, 10), (2, 6, 12)), 0.492),
        (((20, 20), (10, 50)), 0.348),
        (((80, 7), (8, 5)), 0.314442),
    ],
)
def test_cohens_kappa_gives_the_published_numbers(rows: Sequence[Sequence[int]], kappa: float) -> None:
    assert value(cohen_kappa(table(*rows))) == pytest.approx(kappa, abs=1e-3)


def test_cohens_kappa_on_cells_is_as_published() -> None:
    counts = table(*([sum(a + b == i + j for a, b in zip(*DIGITS, strict=True)) for j in "01"] for i in "01"))
    assert value(cohen_kappa(counts)) == pytest.approx(0.385, abs=1e-3)


def test_kappa_is_undefined_with_a_reason_where_chance_agreement_is_certain_or_nothing_matched() -> None:
    for figure in (cohen_kappa({("A", "A"): 9}), cohen_kappa({}), gwet_ac1({}), fleiss_kappa([])):
        assert figure.value is None
        assert str(figure.reason)


@pytest.mark.parametrize(
    ("rows", "kappa", "tolerance"),
    [
        ([[int(digit) for digit in row] for row in PSYCHIATRY.split()], 0.43, 1e-3),
        ([(7, 1), (3, 5)], 0.161905, 6e-6),
        ([(7, 0), (0, 7)], 1.0, 1e-12),
    ],
)
def test_fleiss_kappa_gives_the_published_numbers(
    rows: Sequence[Sequence[int]], kappa: float, tolerance: float
) -> None:
    assert value(fleiss_kappa(rows)) == pytest.approx(kappa, abs=tolerance)


def test_fleiss_kappa_refuses_things_with_unequal_numbers_of_values() -> None:
    with pytest.raises(ValueError, match="same number"):
        fleiss_kappa([(2, 0), (1, 2)])


def test_ac1_stays_high_where_kappa_falls_because_one_value_prevails() -> None:
    skewed = table((80, 7), (8, 5))
    assert value(gwet_ac1(skewed)) == pytest.approx(0.808, abs=1e-5)
    assert value(cohen_kappa(skewed)) == pytest.approx(0.314442, abs=1e-5)


@pytest.mark.parametrize(("neither", "kappa"), [(100, 0.689165), (10_000, 0.798754), (10**9, 0.8)])
def test_kappa_comes_to_f1_as_what_neither_marked_grows(neither: int, kappa: float) -> None:
    assert value(cohen_kappa(table((50, 10), (15, neither)))) == pytest.approx(kappa, abs=1e-6)


UNITS = st.lists(st.lists(st.sampled_from([None, "A", "B", "C"]), min_size=3, max_size=3), min_size=1, max_size=8)


@given(UNITS, st.permutations(range(3)), st.permutations("ABC"))
def test_alpha_does_not_depend_on_who_comes_first_nor_on_what_values_are_called(
    units: list[list[str | None]], order: list[int], names: list[str]
) -> None:
    renamed = dict(zip("ABC", names, strict=True)) | {None: None}
    moved = [[renamed[unit[place]] for place in order] for unit in units]
    ours, theirs = nominal_alpha(units).value, nominal_alpha(moved).value
    assert ours == (theirs if theirs is None else pytest.approx(theirs))


def test_alpha_is_scotts_pi_but_for_the_smallness_of_the_sample() -> None:
    alpha, values = value(nominal_alpha(list(zip(*DIGITS, strict=True)))), 2 * len(DIGITS[0])
    assert 1 - (1 - alpha) * values / (values - 1) == pytest.approx(0.314, abs=1e-3)
