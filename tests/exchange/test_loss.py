"""What a format leaves out is counted, kind by kind, and every span that moves is listed."""

from dataclasses import replace

from hypothesis import given

from annotator.core.record import Record
from annotator.core.span import Span
from annotator.exchange.loss import DROPPED, KINDS, MOVED, SHRUNK, WIDENED, Loss, losses, shifts
from annotator.exchange.tally import DeepTally, mark
from tests.exchange.sample import full_record, records


def bare(record: Record) -> Record:
    """Text and contiguous spans, which is all that many formats keep; the ids are their own."""
    spans = (replace(Span("x", f"n{n}", s.label, ((s.start, s.end),))) for n, s in enumerate(record.spans))
    return Record(replace(record.article, source=None, published=None, meta={}), spans=tuple(spans))


def test_everything_that_a_bare_format_lacks_is_named() -> None:
    found = losses(full_record(), bare(full_record()))
    assert dict(found) == {
        "fragments": 1, "events": 1, "arguments": 3, "relations": 1, "attributes": 2, "notes": 1, "comments": 2,
        "decisions": 1, "origins": 2, "annotators": 1, "states": 1, "metadata": 4,
    }  # fmt: skip
    assert set(found) < set(KINDS)


@given(records())
def test_a_record_lacks_nothing_of_itself(record: Record) -> None:
    assert not losses(record, record)
    assert not losses(record, replace(record, path="elsewhere"))
    assert not list(shifts(record, replace(record)))


@given(records())
def test_every_dropped_span_is_counted_and_listed(record: Record) -> None:
    after = replace(record, spans=record.spans[1:])
    lost = len(record.spans[:1])
    assert losses(record, after)["spans"] == lost
    assert [(shift.kind, shift.label) for shift in shifts(record, after)] == [
        (DROPPED, span.label) for span in record.spans[:1]
    ]


def test_spans_whose_edges_move_are_listed_with_both_places() -> None:
    record = full_record()
    claim, actor, weapon = record.spans
    edges = {
        claim: ((claim.start - 1, claim.end),),
        actor: ((actor.start + 1, actor.end - 1),),
        weapon: ((weapon.fragments[0][0] - 1, weapon.end - 1),),
    }
    after = replace(record, spans=tuple(replace(span, fragments=edges[span]) for span in record.spans))
    assert [shift.kind for shift in shifts(record, after)] == [WIDENED, SHRUNK, MOVED]
    places = [(shift.before, shift.after) for shift in shifts(record, after)]
    assert places == [(span.fragments, fragments) for span, fragments in edges.items()]
    assert losses(record, after) == {"edges": 2, "fragments": 1}


def test_the_sum_tells_things_and_records() -> None:
    loss = Loss()
    for after in (full_record(), bare(full_record()), bare(full_record())):
        loss.add(full_record(), after)
    assert loss.seen == 3
    assert ("comments", 4, 2) in loss.rows()
    assert [kind for kind, _, _ in loss.rows()] == [kind for kind in KINDS if loss.things[kind]]


@given(records())
def test_what_a_record_says_does_not_hang_on_its_ids(record: Record) -> None:
    names = {span.id: f"{span.id}x" for span in record.spans}
    renamed = replace(
        record,
        spans=tuple(replace(span, id=names[span.id], layer="other") for span in record.spans[::-1]),
        events=tuple(
            replace(
                event,
                id="y" + event.id,
                trigger=names[event.trigger] if event.trigger else None,
                arguments=tuple((role, names[span]) for role, span in event.arguments[::-1]),
                claims=tuple(names[span] for span in event.claims),
            )
            for event in record.events
        ),
        relations=tuple(replace(r, source=names[r.source], target=names[r.target]) for r in record.relations),
    )
    assert mark(renamed) == mark(record)


@given(records())
def test_a_span_more_or_less_or_elsewhere_is_noticed(record: Record) -> None:
    both = DeepTally()
    both.add(record)
    for after in [replace(record, spans=record.spans[1:])] if record.spans else []:
        other = DeepTally()
        other.add(after)
        assert other != both
    text = replace(record, article=replace(record.article, sha256="0" * 64))
    assert mark(text) != mark(record)
