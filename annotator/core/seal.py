"""Seals: a frozen layer is named by the hash of what it says, so that nobody can alter it and keep its name."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import msgspec

from annotator.core.layer import Event, Layer, Relation
from annotator.core.record import Record
from annotator.core.span import Span

_FORM = "hashiya/seal/1"
_encode = msgspec.json.Encoder().encode


def seal(record: Record, timed: bool = True) -> str:
    """The hash (hex) of what the record's layer says about its text: who, how, when, and every row of it.

    It is the same where the article and its annotator are called otherwise and where the scheme's versions have other
    numbers. `timed` takes the moment in: the same work handed in again, after other work, is then another layer.
    """
    layer = record.layer
    assert layer is not None
    about = (layer.annotator, layer.pass_number, layer.kind, layer.status, layer.open_answer, layer.guideline)
    when = record.updated_at if timed else ""
    spans = sorted(record.spans, key=_place)
    content = (
        *(_FORM, record.article.sha256, about, when),
        [_span(span) for span in spans],
        [_event(event) for event in _by_id(record.events)],
        [_relation(relation) for relation in _by_id(record.relations)],
        [replace(decision, layer="") for decision in _by_id(record.decisions)],
    )
    return hashlib.sha256(_encode(content)).hexdigest()


def _by_id(rows: Iterable[Any]) -> list[Any]:
    return sorted(rows, key=lambda row: row.id)


def _place(span: Span) -> tuple[int, int, str]:
    return span.fragments[0][0], span.fragments[-1][1], span.id


def _span(span: Span) -> tuple[object, ...]:
    score = None if span.score is None else float(span.score)
    return (*(span.id, span.label, span.fragments, span.attributes, span.note), span.origin, span.source, score,
            span.decision)  # fmt: skip


def _event(event: Event) -> tuple[object, ...]:
    return event.id, event.type, event.trigger, event.arguments, event.claims, event.attributes


def _relation(relation: Relation) -> tuple[object, ...]:
    return relation.id, relation.type, relation.source, relation.target, relation.attributes


def sealed(record: Record, timed: bool = True) -> Record:
    """The record with everything in it under the name that its content gives its layer. Remarks stay as they are."""
    layer = record.layer
    assert layer is not None
    return _under(record, layer, seal(record, timed))


def is_sealed(record: Record) -> bool:
    """Whether the layer's name is still that of its content."""
    layer = record.layer
    return layer is not None and (layer.id == seal(record) or layer.id == seal(record, timed=False))


def _under(record: Record, layer: Layer, name: str) -> Record:
    return replace(
        record,
        layer=replace(layer, id=name),
        spans=tuple(replace(row, layer=name) for row in record.spans),
        events=tuple(replace(row, layer=name) for row in record.events),
        relations=tuple(replace(row, layer=name) for row in record.relations),
        decisions=tuple(replace(row, layer=name) for row in record.decisions),
    )
