"""Intervals: that they are what drawing articles gives."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement.resample import column_sums, intervals, quantile

ROWS = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(st.integers(0, 2**40), min_size=width, max_size=width), min_size=1, max_size=6)
)


@given(ROWS)
def test_every_drawn_sum_is_the_sum_of_as_many_rows(rows: list[list[int]]) -> None:
    """Each row holds a one beside its numbers, and one row's mark counts how often it was drawn."""
    marked = [[*row, 1, *(int(place == number) for place in range(len(rows)))] for number, row in enumerate(rows)]
    for sums in column_sums(marked, 3, seed=1):
        width = len(rows[0])
        times = sums[width + 1 :]
        assert sums[width] == len(rows) == sum(times)
        for column in range(width):
            assert sums[column] == sum(row[column] * n for row, n in zip(rows, times, strict=True))


def test_one_seed_gives_the_same_intervals_and_another_others() -> None:
    rows = [[random.Random(n).randrange(100), 100] for n in range(40)]
    share = [lambda sums: sums[0] / sums[1]]
    assert intervals(rows, share, 200, 1) == intervals(rows, share, 200, 1)
    assert intervals(rows, share, 200, 1) != intervals(rows, share, 200, 2)


def test_an_interval_is_as_wide_as_theory_says() -> None:
    """A mean of n independent numbers strays by their deviation over the root of n."""
    draw = random.Random(5)
    values = [draw.randrange(1000) for _ in range(400)]
    (found,) = intervals([[value] for value in values], [lambda sums: sums[0] / 400], 3000, 7)
    mean = sum(values) / 400
    error = (sum((value - mean) ** 2 for value in values) / 400) ** 0.5 / 20
    assert found is not None
    assert found[0] == pytest.approx(mean - 1.96 * error, abs=0.25 * error)
    assert found[1] == pytest.approx(mean + 1.96 * error, abs=0.25 * error)


def test_what_is_never_defined_has_no_interval() -> None:
    assert intervals([[1], [2]], [lambda sums: None], 20, 0) == [None]
    assert intervals([], [lambda sums: 1.0], 20, 0) == [None]


def test_a_quantile_lies_between_its_neighbours() -> None:
    assert quantile([0.0, 1.0, 2.0, 3.0], 0.5) == 1.5
    assert quantile([4.0], 0.975) == 4.0
