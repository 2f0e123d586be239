"""The stage: rows lie there as they will stand in the project."""

from hypothesis import given

from annotator.core.record import Record
from annotator.store.row import to_row
from annotator.store.stage import _span_row
from tests.exchange.sample import records


@given(records())
def test_the_quick_way_to_a_spans_row_is_the_usual_one(record: Record) -> None:
    for span in record.spans:
        assert _span_row(span) == to_row(span)
