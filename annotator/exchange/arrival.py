"""What another program's file says, on its way to a record; and what our own files say beside that program's keys.

A file of ours names the article, the layer and a mark of what was written. Where the mark still fits, the layer comes
back under its own id; where something was changed meanwhile, and in files of others, the id is made from the content,
so that the same file always gives the same ids. Work comes back under the name that the file gives it.
"""

import hashlib
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import msgspec

from annotator.core.article import Article, make_article
from annotator.core.layer import DONE, PREDICTION, WORK, Annotator, Event, Layer, Relation
from annotator.core.record import Record
from annotator.core.sentence import Sentence, say
from annotator.core.span import IMPORTED, PREDICTED, Attributes, Fragment, Span
from annotator.exchange.check import Fault, letter_splits, refuse_faults, surrogate_fault, text_fault
from annotator.exchange.diagnosis import DEEP
from annotator.exchange.reason import why_misshapen
from annotator.exchange.row import LayerRow, MetaRow, ProvenanceRow, RecordRow, Shape, to_content
from annotator.exchange.tally import mark

NOBODY = "-"


class Told(Shape):
    """What a file of ours says beside the other program's keys. `mark` tells whether the work was changed since."""

    meta: MetaRow
    layer: LayerRow | None
    mark: str


@dataclass(slots=True)
class Arrival:
    """What a reader found of one layer: offsets are half-open code points, ids those of the file or made up.

    `annotator` is a name; `free` whatever else the file says about the article.
    """

    tool: str
    text: str
    annotator: str = ""
    article_id: str | None = None
    told: Told | None = None
    has_layer: bool = True
    kind: str = WORK
    status: str = DONE
    pass_number: int = 1
    updated_at: str = ""
    free: Mapping[str, Any] = field(default_factory=dict)
    import_changes: tuple[str, ...] = ()
    spans: list[Span] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    path: str = ""
    line: int | None = None


def tell(record: Record) -> Told:
    """What to write beside the data of `record`, which is as the format carries it. Raises ValueError."""
    content = to_content(record)
    return Told(content.meta, content.layer, mark_of(record))


def mark_of(record: Record) -> str:
    """The mark of what a record says, ids aside."""
    return f"{mark(record):064x}"


def mark_found(found: Arrival) -> str:
    """The mark of what was found, whoever's it is."""
    return mark_of(merge_twins(_bare_record(found)))


def told_of(value: Any) -> Told | None:
    """What stands under our key, if anything does. Raises Fault when it is not what we write."""
    if value is None:
        return None
    try:
        return msgspec.convert(value, Told)
    except msgspec.ValidationError as error:
        raise Fault(why_misshapen(str(error))) from None


def settle(found: Arrival, labels: Container[str] | None, strict: bool) -> tuple[Record, list[Sentence]]:
    """The record of what was found, checked like a canonical one, and what its reader should know. Raises Fault."""
    fault = surrogate_fault(found.text) or text_fault(found.text)
    if fault:
        raise Fault(fault)
    record = _owned(merge_twins(_bare_record(found)), found)
    twins = len(found.spans) - len(record.spans)
    sentences = [say("spans that say the same thing were taken as one: {count}.", count=twins)] if twins else []
    try:
        row = to_content(_named(record))
    except RecursionError:
        raise Fault(DEEP) from None
    known = {name: getattr(row, name) for name in row.__struct_fields__}
    whole = RecordRow(**known, provenance=ProvenanceRow("", ""))
    refuse_faults(whole, _named(record), labels)
    splits = list(letter_splits(record))
    if strict and splits:
        raise Fault(splits[0])
    return record, sentences + splits


def _named(record: Record) -> Record:
    """The record under some scheme: the check wants a name where files of others have none."""
    return replace(record, scheme=record.scheme or NOBODY)


def _bare_record(found: Arrival) -> Record:
    spans = tuple(sorted(found.spans, key=lambda span: (span.start, span.end, span.id)))
    events, links = _by_id(found.events), _by_id(found.relations)
    return Record(_article(found), spans=spans, events=events, relations=links, path=found.path, line=found.line)


def _by_id(rows: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(sorted(rows, key=lambda row: row.id))


def _article(found: Arrival) -> Article:
    known: dict[str, Any] = {"meta": found.free, "import_changes": found.import_changes}
    if found.told:
        meta = msgspec.structs.asdict(found.told.meta)
        known = {**meta, "meta": {**found.free, **meta["free"]}}
        del known["free"]
    if found.article_id is not None:
        known["id"] = found.article_id
    return make_article(found.text, **known)


def _owned(record: Record, found: Arrival) -> Record:
    """The record with its layer, if it has any, and everything in it under that layer's id."""
    row = found.told.layer if found.told else None
    if row is None and not found.has_layer:
        return record
    name = found.annotator or found.tool
    owner = Annotator(row.annotator, row.annotator_name) if row else Annotator(owner_id(name), name)
    is_same = row is not None and found.told is not None and mark_of(record) == found.told.mark
    id = row.id if row and is_same else _layer_id(found, record, owner)
    article = record.article.id
    layer = Layer(id, article, owner.id, found.pass_number, found.kind, found.status)
    if row:
        layer = Layer(
            id, article, owner.id, row.pass_number, row.kind, row.status, row.open_answer,
            row.scheme_version, row.guideline,
        )  # fmt: skip
    record = replace(record, layer=layer, annotator=owner, scheme=row.scheme if row else "")
    at = row.updated_at if row and is_same else found.updated_at
    return under(replace(record, updated_at=at), id)


def owner_id(name: str) -> str:
    """The id of somebody known by name only: the same name gives the same id in every file."""
    return f"by.{_digest(name)}"


def _layer_id(found: Arrival, record: Record, owner: Annotator) -> str:
    return f"{found.tool}.{_digest(mark_of(record), owner.id, found.kind, str(found.pass_number))}"


def made_id(*parts: object) -> str:
    """An id made from what a thing says, for files that give it none."""
    return _digest(*map(repr, parts))


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:16]


def under(record: Record, layer: str) -> Record:
    """The record with its spans, events and relations under this id of their layer."""
    return replace(
        record,
        spans=tuple(replace(row, layer=layer) for row in record.spans),
        events=tuple(replace(row, layer=layer) for row in record.events),
        relations=tuple(replace(row, layer=layer) for row in record.relations),
    )


def plain(record: Record, shape: Callable[[Span], tuple[Fragment, ...]]) -> Record:
    """The record without events, remarks and what is known beside the place and label of a span.

    `shape` gives a span's fragments; a span without any is left out. Spans that come to say the same become one.
    """
    spans = tuple(bare_span(span, shape(span), record) for span in record.spans)
    kept = replace(record, spans=spans, events=(), comments=(), decisions=())
    return merge_twins(replace(kept, relations=tuple(replace(link, attributes=()) for link in record.relations)))


def bare_span(
    span: Span, fragments: tuple[Fragment, ...], record: Record, attributes: Attributes = (), note: str = ""
) -> Span:
    """The span with this of it alone, as an import makes it."""
    is_predicted = record.layer is not None and record.layer.kind == PREDICTION
    origin = PREDICTED if is_predicted else IMPORTED
    return Span(span.layer, span.id, span.label, fragments, attributes, note, origin)


def hull(span: Span) -> tuple[Fragment, ...]:
    """The one fragment from the span's first code point to its last."""
    return ((span.start, span.end),)


def merge_twins(record: Record) -> Record:
    """The record with spans of one label in one place as one, the first, and without spans that have no place.

    Events and relations follow; relations that lose an end go.
    """
    first: dict[tuple[object, ...], Span] = {}
    stays: dict[str, str] = {}
    for span in record.spans:
        if span.fragments:
            stays.setdefault(span.id, first.setdefault((span.label, span.fragments), span).id)
    if len(first) == len(record.spans):
        return record
    return replace(
        record,
        spans=tuple(first.values()),
        events=tuple(_followed(event, stays) for event in record.events),
        relations=tuple(
            replace(link, source=stays[link.source], target=stays[link.target])
            for link in record.relations
            if link.source in stays and link.target in stays
        ),
    )


def _followed(event: Event, stays: Mapping[str, str]) -> Event:
    return replace(
        event,
        trigger=stays.get(event.trigger) if event.trigger else None,
        arguments=tuple((role, stays[span]) for role, span in event.arguments if span in stays),
        claims=tuple(stays[span] for span in event.claims if span in stays),
    )
