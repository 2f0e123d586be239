"""Spans are found by where they reach, also after some of them have changed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.span import Span
from annotator.ui.article.rank import Ranks

SPANS = st.lists(st.tuples(st.integers(0, 50), st.integers(1, 40)), max_size=30)


def spans_of(ranges: list[tuple[int, int]], prefix: str = "s") -> list[Span]:
    return [Span("l", f"{prefix}{n}", "X", ((start, start + length),)) for n, (start, length) in enumerate(ranges)]


@given(SPANS, st.integers(0, 90), st.integers(1, 30))
def test_a_look_up_finds_exactly_the_spans_that_reach_in(
    ranges: list[tuple[int, int]], start: int, length: int
) -> None:
    spans = spans_of(ranges)
    found = {span.id for span in Ranks(spans).between(start, start + length)}
    assert found == {span.id for span in spans if span.start < start + length and span.end > start}


@given(SPANS, SPANS, st.data())
def test_changed_ranks_equal_new_ones(
    ranges: list[tuple[int, int]], more: list[tuple[int, int]], data: st.DataObject
) -> None:
    spans, come = spans_of(ranges), spans_of(more, "n")
    gone = data.draw(st.lists(st.sampled_from(spans), unique_by=lambda span: span.id)) if spans else []
    ranks = Ranks(spans)
    ranks.replace(gone, come)
    fresh = Ranks([span for span in spans if span not in gone] + come)
    for place in range(0, 100, 7):
        assert {span.id for span in ranks.between(place, place + 9)} == {
            span.id for span in fresh.between(place, place + 9)
        }
