"""Going from place to place, and round again."""

from annotator.core.walk import next_place

PLACES = [(2, 4), (8, 9), (20, 25)]


def test_the_next_one_begins_behind_and_the_last_leads_to_the_first() -> None:
    assert next_place(PLACES, 2, 1) == (8, 9)
    assert next_place(PLACES, 0, 1) == (2, 4)
    assert next_place(PLACES, 20, 1) == (2, 4)


def test_the_previous_one_begins_before_and_the_first_leads_to_the_last() -> None:
    assert next_place(PLACES, 20, -1) == (8, 9)
    assert next_place(PLACES, 2, -1) == (20, 25)
    assert next_place([], 2, -1) is None
