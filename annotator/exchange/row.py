"""The record as it stands in JSON: the shapes and the order of their keys, and the way to and from core's values."""

from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import Annotated, Any

import msgspec

from annotator.core.article import Article
from annotator.core.layer import Annotator, Comment, Decision, Event, Layer, Relation
from annotator.core.record import Record
from annotator.core.span import Attributes, Fragment, Span

SCHEMA, UNIT, LANGUAGE = "hashiya/1", "codepoint", "ar"
CONTEXT_LENGTH = 8
IN_TEXT, BY_ID, IN_TIME = attrgetter("start", "end", "id"), attrgetter("id"), attrgetter("at", "id")

# Bounded, so that no number of a file overflows a column of the project.
Whole = Annotated[int, msgspec.Meta(ge=-(2**31), le=2**31 - 1)]
Ordinal = Annotated[int, msgspec.Meta(ge=1, le=2**31 - 1)]


class Shape(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    """An object of the record: every key present, no other allowed."""


class AttributeRow(Shape):
    """A named value."""

    name: str
    value: str


class MetaRow(Shape):
    """What is known about the article; `free` is whatever else its source said."""

    title: str
    source: str | None
    url: str | None
    published: str | None
    licence: str | None
    encoding: str
    raw_sha256: str | None
    import_changes: tuple[str, ...]
    free: dict[str, Any]


class LayerRow(Shape):
    """Who worked on it, how far, by which scheme."""

    id: str
    kind: str
    annotator: str
    annotator_name: str
    pass_number: Ordinal = msgspec.field(name="pass")
    status: str
    open_answer: str | None
    scheme: str
    scheme_version: Ordinal
    guideline: str | None
    updated_at: str


class SpanRow(Shape):
    """A span with its words and a few characters round it, in code points."""

    id: str
    label: str
    start: Whole
    end: Whole
    fragments: tuple[tuple[Whole, Whole], ...]
    quote: str
    prefix: str
    suffix: str
    attributes: tuple[AttributeRow, ...]
    note: str
    origin: str
    source: str | None
    score: float | None
    decision: str | None


class RelationRow(Shape):
    """A link from span to span, by their ids."""

    id: str
    type: str
    source: str
    target: str
    attributes: tuple[AttributeRow, ...]


class ArgumentRow(Shape):
    """A span in a role."""

    role: str
    span: str


class EventRow(Shape):
    """What happened, with the spans that play a part in it."""

    id: str
    type: str
    trigger: str | None
    arguments: tuple[ArgumentRow, ...]
    claims: tuple[str, ...]
    attributes: tuple[AttributeRow, ...]


class CommentRow(Shape):
    """A remark on the article or a span."""

    id: str
    layer: str | None
    span: str | None
    author: str
    parent: str | None
    body: str
    at: str
    resolved: bool


class DecisionRow(Shape):
    """How a disagreement was settled."""

    id: str
    cluster: str
    kind: str
    action: str
    reviewer: str
    at: str
    facets: tuple[str, ...]
    chosen: tuple[str, ...]
    alternatives: tuple[str, ...]
    inputs: tuple[str, ...]
    reason: str | None
    rule: str | None
    note: str
    blind: bool
    conflict: bool
    ms: Whole | None


class Content(Shape):
    """The record without its provenance: what the export's content hash covers."""

    schema: str
    article_id: str
    text: str
    text_sha256: str
    lang: str
    offset_unit: str
    meta: MetaRow
    layer: LayerRow | None
    spans: tuple[SpanRow, ...]
    relations: tuple[RelationRow, ...]
    events: tuple[EventRow, ...]
    comments: tuple[CommentRow, ...]
    decisions: tuple[DecisionRow, ...]


class ProvenanceRow(Shape):
    """What wrote the line, and the hash of all the rest of it."""

    tool: str
    export_id: str


class RecordRow(Content):
    """A whole line."""

    provenance: ProvenanceRow


def to_content(record: Record) -> Content:
    """The record's JSON shape, its lists in canonical order. Raises ValueError when it has no JSON form."""
    article = record.article
    return Content(
        SCHEMA,
        article.id,
        article.text,
        article.sha256,
        LANGUAGE,
        UNIT,
        _meta_row(article),
        _layer_row(record),
        _in_order([_span_row(span, article.text) for span in record.spans], IN_TEXT),
        _in_order(map(_relation_row, record.relations), BY_ID),
        _in_order(map(_event_row, record.events), BY_ID),
        _in_order(map(_comment_row, record.comments), IN_TIME),
        _in_order(map(_decision_row, record.decisions), IN_TIME),
    )


def _in_order(rows: Iterable[Any], key: Callable[[Any], Any]) -> tuple[Any, ...]:
    return tuple(sorted(rows, key=key))


def content_of(row: RecordRow) -> Content:
    """The content of a whole line, as it was read."""
    row.meta.free = _sorted(row.meta.free)
    return Content(*(getattr(row, name) for name in Content.__struct_fields__))


def _meta_row(article: Article) -> MetaRow:
    return MetaRow(
        article.title,
        article.source,
        article.url,
        article.published,
        article.licence,
        article.encoding,
        article.raw_sha256,
        article.import_changes,
        _sorted(article.meta),
    )


def _sorted(value: Any) -> Any:
    """The same JSON value with the keys of its objects in order, so that equal records have equal bytes."""
    if isinstance(value, Mapping):
        return {key: _sorted(value[key]) for key in sorted(value)}
    return [_sorted(item) for item in value] if isinstance(value, list | tuple) else value


def _layer_row(record: Record) -> LayerRow | None:
    layer, annotator = record.layer, record.annotator
    if layer is None:
        return None
    if annotator is None or annotator.id != layer.annotator:
        raise ValueError(f"the layer {layer.id} is without its annotator")
    return LayerRow(
        id=layer.id,
        kind=layer.kind,
        annotator=layer.annotator,
        annotator_name=annotator.name,
        pass_number=layer.pass_number,
        status=layer.status,
        open_answer=layer.open_answer,
        scheme=record.scheme,
        scheme_version=layer.scheme,
        guideline=layer.guideline,
        updated_at=record.updated_at,
    )


def _span_row(span: Span, text: str) -> SpanRow:
    fragments, score = span.fragments, span.score
    start, end = fragments[0][0], fragments[-1][1]
    if score is not None and not abs(score) < float("inf"):
        raise ValueError(f"the score of the span {span.id} is not a number")
    return SpanRow(
        span.id,
        span.label,
        start,
        end,
        fragments,
        text[start:end] if len(fragments) == 1 else words(fragments, text),
        text[max(0, start - CONTEXT_LENGTH) : start],
        text[end : end + CONTEXT_LENGTH],
        _attribute_rows(span.attributes),
        span.note,
        span.origin,
        span.source,
        None if score is None else float(score),
        span.decision,
    )


def words(fragments: tuple[Fragment, ...], text: str) -> str:
    """What `core.span.quote` says, without a detour where there is one fragment, as almost always."""
    if len(fragments) == 1:
        start, end = fragments[0]
        return text[start:end]
    return " ".join(text[start:end] for start, end in fragments)


def _attribute_rows(attributes: Attributes) -> tuple[AttributeRow, ...]:
    return tuple(AttributeRow(name, value) for name, value in attributes) if attributes else ()


def _relation_row(relation: Relation) -> RelationRow:
    return RelationRow(
        relation.id, relation.type, relation.source, relation.target, _attribute_rows(relation.attributes)
    )


def _event_row(event: Event) -> EventRow:
    arguments = tuple(ArgumentRow(role, span) for role, span in event.arguments)
    return EventRow(event.id, event.type, event.trigger, arguments, event.claims, _attribute_rows(event.attributes))


def _comment_row(comment: Comment) -> CommentRow:
    return CommentRow(
        **{name: getattr(comment, name) for name in CommentRow.__struct_fields__},
    )


def _decision_row(decision: Decision) -> DecisionRow:
    return DecisionRow(
        **{name: getattr(decision, name) for name in DecisionRow.__struct_fields__},
    )


def to_record(row: Content, path: str = "", line: int | None = None) -> Record:
    """Core's values for a row whose content was not checked yet; `path` and `line` say where it stood."""
    layer = row.layer
    name = layer.id if layer else ""
    return Record(
        article=_article(row),
        layer=_layer(layer, row.article_id) if layer else None,
        annotator=Annotator(layer.annotator, layer.annotator_name) if layer else None,
        scheme=layer.scheme if layer else "",
        updated_at=layer.updated_at if layer else "",
        spans=tuple(_span(span, name) for span in row.spans),
        events=tuple(_event(event, name) for event in row.events),
        relations=tuple(
            Relation(name, r.id, r.type, r.source, r.target, _attributes(r.attributes)) for r in row.relations
        ),
        comments=tuple(Comment(article=row.article_id, **msgspec.structs.asdict(c)) for c in row.comments),
        decisions=tuple(Decision(layer=name, **msgspec.structs.asdict(d)) for d in row.decisions),
        path=path,
        line=line,
    )


def _article(row: Content) -> Article:
    meta = row.meta
    return Article(
        row.article_id,
        row.text,
        meta.title,
        row.text_sha256,
        meta.source,
        meta.url,
        meta.published,
        meta.licence,
        meta.encoding,
        meta.raw_sha256,
        meta.import_changes,
        meta.free,
    )


def _layer(row: LayerRow, article: str) -> Layer:
    return Layer(
        row.id,
        article,
        row.annotator,
        row.pass_number,
        row.kind,
        row.status,
        row.open_answer,
        row.scheme_version,
        row.guideline,
    )


def _span(row: SpanRow, layer: str) -> Span:
    return Span(
        layer,
        row.id,
        row.label,
        row.fragments,
        _attributes(row.attributes),
        row.note,
        row.origin,
        row.source,
        row.score,
        row.decision,
    )


def _event(row: EventRow, layer: str) -> Event:
    arguments = tuple((argument.role, argument.span) for argument in row.arguments)
    return Event(layer, row.id, row.type, row.trigger, arguments, row.claims, _attributes(row.attributes))


def _attributes(rows: tuple[AttributeRow, ...]) -> Attributes:
    return tuple((row.name, row.value) for row in rows) if rows else ()
