"""Lanes never overlap, do not depend on order, and keep short spans next to the text."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.article.lanes import HIDDEN, MOST, Extent, assign, close_up, depths

RANGES = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=40)


def extents(ranges: list[tuple[int, int]]) -> list[Extent]:
    return [
        Extent(f"s{number}", start, start + length, float(start), float(start + length))
        for number, (start, length) in enumerate(ranges)
    ]


@given(RANGES)
def test_bars_in_one_lane_never_overlap(ranges: list[tuple[int, int]]) -> None:
    given_extents = extents(ranges)
    lanes = assign(given_extents)
    for one in given_extents:
        for other in given_extents:
            same = lanes[one.id] == lanes[other.id] != HIDDEN and one.id != other.id
            assert not (same and one.first < other.last and other.first < one.last)


@given(RANGES, st.randoms())
def test_the_order_of_spans_does_not_matter(ranges: list[tuple[int, int]], chance: random.Random) -> None:
    given_extents = extents(ranges)
    shuffled = list(given_extents)
    chance.shuffle(shuffled)
    assert assign(given_extents) == assign(shuffled)


@given(RANGES)
def test_a_span_inside_another_lies_nearer_to_the_text(ranges: list[tuple[int, int]]) -> None:
    given_extents = extents(ranges)
    lanes = assign(given_extents)
    for inner in given_extents:
        for outer in given_extents:
            contained = outer.first <= inner.first and inner.last <= outer.last
            shorter = inner.end - inner.start < outer.end - outer.start
            if contained and shorter and lanes[outer.id] != HIDDEN:
                assert lanes[inner.id] != HIDDEN
                assert lanes[inner.id] < lanes[outer.id]


@given(RANGES)
def test_every_span_has_a_lane_while_there_are_lanes(ranges: list[tuple[int, int]]) -> None:
    given_extents = extents(ranges)
    lanes = assign(given_extents)
    assert set(lanes) == {extent.id for extent in given_extents}
    assert all(HIDDEN <= lane < MOST for lane in lanes.values())
    for extent in given_extents:
        if lanes[extent.id] == HIDDEN:
            rivals = {
                lanes[other.id]
                for other in given_extents
                if other.first < extent.last and extent.first < other.last and lanes[other.id] != HIDDEN
            }
            assert rivals == set(range(MOST))


def test_lanes_that_are_empty_on_a_line_are_closed_up() -> None:
    assert close_up([0, 2, 3], hidden=False) == {0: 0, 2: 1, 3: 2}
    assert close_up([], hidden=False) == {}


def test_the_last_row_of_a_full_line_counts_what_is_hidden() -> None:
    assert close_up([0, 1, 2, 3], hidden=True) == {0: 0, 1: 1, 2: 2, 3: 3, HIDDEN: 3}
    assert close_up([1], hidden=True) == {1: 0, 3: 1, HIDDEN: 1}


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 20)), max_size=25))
def test_depth_counts_the_ranges_around(ranges: list[tuple[int, int]]) -> None:
    ordered = sorted(((start, start + length) for start, length in ranges), key=lambda pair: (pair[0], -pair[1]))
    for number, depth in enumerate(depths(ordered, 3)):
        around = sum(other[1] >= ordered[number][1] for other in ordered[:number])
        assert depth == min(3, around)
