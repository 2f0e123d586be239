"""An edit is a value whose inverse takes it back."""

from dataclasses import replace

import pytest

from annotator.core.change import Change, Edit
from annotator.core.span import Span, make_span

SPAN = make_span("layer", "ACTOR", 3, 9)


def test_an_edit_and_its_inverse_swap_before_and_after() -> None:
    moved = replace(SPAN, fragments=((4, 9),))
    edit = Edit(SPAN, moved)
    assert edit.inverse() == Edit(moved, SPAN)
    assert edit.inverse().inverse() == edit


def test_a_change_is_taken_back_in_the_opposite_order() -> None:
    other = make_span("layer", "TARGET", 10, 12)
    change = Change("x", "a", (Edit(None, SPAN), Edit(None, other)))
    back = change.inverse(7)
    assert back.edits == (Edit(other, None), Edit(SPAN, None))
    assert back.undoes == 7


@pytest.mark.parametrize(
    ("before", "after"),
    [(None, None), (SPAN, replace(SPAN, id="other")), (SPAN, replace(SPAN, layer="other"))],
)
def test_an_edit_concerns_one_row(before: Span | None, after: Span | None) -> None:
    with pytest.raises(ValueError, match="edit"):
        Edit(before, after)
