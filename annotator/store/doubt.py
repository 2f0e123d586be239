"""Doubts: what a layer holds that the scheme has no place for, and edges that split a letter. Kept as it is."""

from collections.abc import Iterable, Iterator

from annotator.arabic.grapheme import is_edge
from annotator.core.frame import fits
from annotator.core.layer import Event, Relation
from annotator.core.record import Record
from annotator.core.scheme import Attribute, Scheme
from annotator.core.sentence import Sentence, say
from annotator.core.span import Attributes, Span


def doubts(record: Record, scheme: Scheme) -> Iterator[Sentence]:
    """Everything in the record's layer that somebody should look at."""
    spans = {span.id: span for span in record.spans}
    for span in record.spans:
        if not (is_edge(record.article.text, span.start) and is_edge(record.article.text, span.end)):
            yield say("Span {id} begins or ends inside a letter with its mark.", id=span.id)
        label = scheme.label(span.label)
        for name in _strange(span.attributes, label.attributes if label else ()):
            message = "Span {id}: the scheme gives “{label}” no attribute “{name}” with this value."
            yield say(message, id=span.id, label=span.label, name=name)
    for event in record.events:
        yield from _of_event(event, scheme, spans)
    for relation in record.relations:
        yield from _of_relation(relation, scheme, spans)


def _strange(held: Attributes, attributes: Iterable[Attribute]) -> list[str]:
    known = {one.id: one for one in attributes}
    return [name for name, value in held if name not in known or not known[name].takes(value)]


def _of_event(event: Event, scheme: Scheme, spans: dict[str, Span]) -> Iterator[Sentence]:
    kind = scheme.event_type(event.type)
    if kind is None:
        yield say("Event {id}: the scheme has no event “{type}”.", id=event.id, type=event.type)
        return
    for role_id, span_id in event.arguments:
        role, span = kind.role(role_id), spans.get(span_id)
        if role is None or (span is not None and not fits(span, role)):
            message = "Event {id}: span {span} does not fit the role “{role}”."
            yield say(message, id=event.id, span=span_id, role=role_id)
    for claim in event.claims:
        if claim in spans and spans[claim].label not in kind.claims:
            yield say("Event {id}: span {span} is no claim.", id=event.id, span=claim)
    for name in _strange(event.attributes, kind.attributes):
        yield say("Event {id}: the scheme gives it no attribute “{name}” with this value.", id=event.id, name=name)


def _of_relation(relation: Relation, scheme: Scheme, spans: dict[str, Span]) -> Iterator[Sentence]:
    kind = scheme.relation(relation.type)
    if kind is None:
        yield say("Relation {id}: the scheme has no relation “{type}”.", id=relation.id, type=relation.type)
        return
    ends = ((spans.get(relation.source), kind.sources), (spans.get(relation.target), kind.targets))
    if any(end is not None and end.label not in labels for end, labels in ends):
        yield say("Relation {id}: the scheme does not let these spans be linked so.", id=relation.id)
