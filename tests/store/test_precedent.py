"""Precedents: what was set on the same words before."""

from dataclasses import replace

from annotator.core.change import Change, Edit
from annotator.core.span import Attributes, Span, make_span
from annotator.store.precedent import precedent
from tests.store.bench import Bench

SET = (("subtype", "armed_group"),)


def keep(bench: Bench, start: int, end: int, label: str = "ACTOR", attributes: Attributes = ()) -> Span:
    span = replace(make_span(bench.layer.id, label, start, end), attributes=attributes)
    bench.store.apply(Change("label", bench.layer.article, (Edit(None, span),)), bench.annotator.id)
    return span


def asked(bench: Bench, span: Span) -> Attributes:
    text = bench.articles[0].text
    return precedent(bench.store, bench.annotator.id, span, text[span.start : span.end])


def test_the_same_words_under_the_same_label_have_a_precedent(bench: Bench) -> None:
    keep(bench, 0, 4, attributes=SET)
    later = keep(bench, 0, 4, label="TARGET")
    assert asked(bench, later) == ()
    assert asked(bench, replace(later, label="ACTOR")) == SET


def test_a_span_is_no_precedent_of_itself_and_other_words_are_none(bench: Bench) -> None:
    span = keep(bench, 0, 4, attributes=SET)
    assert asked(bench, span) == ()
    assert asked(bench, keep(bench, 5, 8)) == ()


def test_somebody_elses_span_is_no_precedent(bench: Bench) -> None:
    span = keep(bench, 0, 4, attributes=SET)
    other = bench.store.keep_annotator("يوسف")
    text = bench.articles[0].text
    assert precedent(bench.store, other.id, replace(span, id="new"), text[0:4]) == ()
