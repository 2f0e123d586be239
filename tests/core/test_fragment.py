"""Fragments stay in order and apart, whatever is added and taken out."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.fragment import fragment_at, joined, without

TEXT = "قوات الجيش والشرطة في الميناء"
places = st.tuples(st.integers(0, 28), st.integers(1, 29)).filter(lambda place: place[0] < place[1])


def covered(fragments: object) -> set[int]:
    return {at for start, end in fragments for at in range(start, end)}  # type: ignore[attr-defined]


def test_what_overlaps_touches_or_has_white_space_between_is_one() -> None:
    assert joined([(0, 4), (12, 18)], TEXT) == ((0, 4), (12, 18))
    assert joined([(0, 4), (2, 10)], TEXT) == ((0, 10),)
    assert joined([(0, 4), (4, 10)], TEXT) == ((0, 10),)
    assert joined([(5, 10), (0, 4)], TEXT) == ((0, 10),)


def test_taking_out_the_middle_leaves_two() -> None:
    assert without([(0, 18)], 5, 12) == [(0, 5), (12, 18)]
    assert without([(0, 4), (12, 18)], 11, 20) == [(0, 4)]
    assert without([(0, 4)], 0, 9) == []


def test_a_place_at_the_edge_of_two_belongs_to_the_later() -> None:
    assert fragment_at([(0, 4), (4, 9)], 4) == (4, 9)
    assert fragment_at([(0, 4), (8, 9)], 4) == (0, 4)
    assert fragment_at([(0, 4), (8, 9)], 6) is None


@given(st.lists(places, min_size=1, max_size=6))
def test_joined_fragments_are_apart_and_lose_nothing(fragments: list[tuple[int, int]]) -> None:
    result = joined(fragments, TEXT)
    assert all(one[1] < other[0] for one, other in itertools.pairwise(result))
    assert all(TEXT[one[1] : other[0]].strip() for one, other in itertools.pairwise(result))
    added = covered(result) - covered(fragments)
    assert all(TEXT[at].isspace() for at in added)
    assert covered(fragments) <= covered(result)


@given(st.lists(places, min_size=1, max_size=6), places)
def test_what_is_taken_out_is_out_and_nothing_else(fragments: list[tuple[int, int]], place: tuple[int, int]) -> None:
    start, end = place
    assert covered(without(fragments, start, end)) == covered(fragments) - set(range(start, end))
