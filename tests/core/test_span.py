"""Spans: hull, fragments, faults."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.span import Fragment, Span, fault, make_span, moved, quote, reading_order, with_hull

TEXT = "قوات الجيش والشرطة"


def test_the_quote_of_a_discontinuous_span_joins_its_fragments_by_a_space() -> None:
    span = replace(make_span("l", "ACTOR", 0, 4), fragments=((0, 4), (12, 18)))
    assert quote(span, TEXT) == "قوات الشرطة"
    assert (span.start, span.end) == (0, 18)


@pytest.mark.parametrize(
    ("fragments", "words"),
    [
        ((), "no fragments"),
        (((3, 3),), "empty at 3"),
        (((5, 4),), "empty at 5"),
        (((0, 4), (3, 6)), "overlap or are out of order at 3"),
        (((0, 20),), "ends 2 characters past the text"),
    ],
)
def test_wrong_offsets_are_named(fragments: tuple[Fragment, ...], words: str) -> None:
    span = replace(make_span("l", "ACTOR", 0, 1), fragments=fragments)
    assert words in (fault(span, len(TEXT)) or "")


def test_right_offsets_have_no_fault() -> None:
    assert fault(replace(make_span("l", "ACTOR", 0, 1), fragments=((0, 4), (4, 18))), len(TEXT)) is None


def test_moving_the_hull_keeps_inner_fragments_and_drops_those_left_outside() -> None:
    span = replace(make_span("l", "ACTOR", 0, 1), fragments=((0, 4), (6, 8), (12, 18)))
    assert with_hull(span, 2, 20).fragments == ((2, 4), (6, 8), (12, 20))
    assert with_hull(span, 5, 10).fragments == ((5, 10),)
    assert with_hull(span, 9, 10).fragments == ((9, 10),)


def test_reading_order_meets_the_wider_span_first() -> None:
    wide, narrow, later = (make_span("l", "ACTOR", *place) for place in ((0, 9), (0, 4), (2, 3)))
    assert reading_order([later, narrow, wide]) == [wide, narrow, later]


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(1, 6), st.booleans()), max_size=30))
def test_spans_stay_in_reading_order_edit_by_edit(gestures: list[tuple[int, int, bool]]) -> None:
    held: tuple[Span, ...] = ()
    for start, length, goes in gestures:
        before = held[start % len(held)] if held and goes else None
        after = replace(before, fragments=((start, start + length),)) if before and length % 2 else None
        after = after or (None if before else make_span("l", "ACTOR", start, start + length))
        expected = [span for span in held if span is not before] + ([after] if after else [])
        held = moved(held, [(before, after)])
        assert list(held) == reading_order(expected)
