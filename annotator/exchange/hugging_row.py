"""A row of a dataset for Hugging Face: its columns, the classes of labels and tags, and the way to a row and back."""

import json
from dataclasses import dataclass
from typing import Any

import msgspec

from annotator.arabic.token import Range
from annotator.core.article import Article, hash_text
from annotator.core.layer import Annotator, Event, Layer, Relation
from annotator.core.record import Record
from annotator.core.scheme import Scheme
from annotator.core.sentence import say
from annotator.core.span import Attributes, Span, quote
from annotator.exchange import ExportError
from annotator.exchange.align import Alignment
from annotator.exchange.output import UNLIKE
from annotator.exchange.tag import MARKS, OUTSIDE, from_tags, to_tags


@dataclass(frozen=True, slots=True)
class Classes:
    """The names of the classes: of spans and of tokens. A class is its place in the list."""

    labels: tuple[str, ...]
    tags: tuple[str, ...]


def classes(scheme: Scheme, tags: str) -> Classes:
    """Every label of the scheme, in use or not, so that the numbers stay when a label is switched on."""
    labels = tuple(label.id for label in scheme.every_label)
    marks = dict.fromkeys(MARKS[tags])
    return Classes(labels, (OUTSIDE, *(f"{mark}-{label}" for label in labels for mark in marks)))


def to_row(record: Record, found: Alignment, known: Classes, scheme: str) -> dict[str, Any]:
    """The row of a record whose layer was aligned. Raises ExportError when a label is not among the classes."""
    article, layer, annotator = record.article, record.layer, record.annotator
    assert layer is not None
    tags = to_tags(len(found.places), ((p.first, p.last, p.span.label) for p in found.placed), scheme)
    tagged = {p.span.id for p in found.placed}
    try:
        return {
            "id": layer.id,
            **{name: getattr(article, name) for name in ("title", "source", "url", "published", "licence", "text")},
            "article_id": article.id,
            "meta": msgspec.json.encode(dict(article.meta)).decode("utf-8"),
            "annotator": layer.annotator,
            "annotator_name": annotator.name if annotator else "",
            "layer": {
                "kind": layer.kind,
                "status": layer.status,
                "pass": layer.pass_number,
                "open_answer": layer.open_answer,
            },
            "tokens": [article.text[start:end] for start, end in found.places],
            "ner_tags": [known.tags.index(tag) for tag in tags],
            "spans": [_span_row(span, article.text, span.id in tagged, known) for span in record.spans],
            "relations": [_relation_row(link) for link in record.relations],
            "events": [_event_row(event) for event in record.events],
        }
    except ValueError as error:
        message = "Export stopped. No file was left behind. Article “{article}” has a label that the scheme lacks."
        raise ExportError(say(message, article=article.id)) from error


def _span_row(span: Span, text: str, in_tags: bool, known: Classes) -> dict[str, Any]:
    return {
        "id": span.id,
        "label": known.labels.index(span.label),
        "start": span.start,
        "end": span.end,
        "fragments": [list(fragment) for fragment in span.fragments],
        "quote": quote(span, text),
        "attributes": _pairs(span.attributes),
        "note": span.note,
        "origin": span.origin,
        "source": span.source,
        "score": span.score,
        "in_tags": in_tags,
    }


def _relation_row(link: Relation) -> dict[str, Any]:
    ends = {"source": link.source, "target": link.target}
    return {"id": link.id, "type": link.type, **ends, "attributes": _pairs(link.attributes)}


def _event_row(event: Event) -> dict[str, Any]:
    return {
        "id": event.id,
        "type": event.type,
        "trigger": event.trigger,
        "arguments": [{"role": role, "span": span} for role, span in event.arguments],
        "claims": list(event.claims),
        "attributes": _pairs(event.attributes),
    }


def _pairs(attributes: Attributes) -> list[dict[str, str]]:
    return [{"name": name, "value": value} for name, value in attributes]


WORDS = ("id", "article_id", "title", "source", "url", "published", "licence", "meta", "annotator", "annotator_name")
PAIRS: list[Any] = [{"name": "string", "value": "string"}]
SHAPE: dict[str, Any] = {
    **dict.fromkeys(WORDS, "string"),
    "layer": {"kind": "string", "status": "string", "pass": "int32", "open_answer": "string"},
    "text": "string",
    "tokens": ["string"],
    "ner_tags": ["tag"],
    "spans": [
        {
            "id": "string",
            "label": "label",
            "start": "int32",
            "end": "int32",
            "fragments": [["int32"]],
            "quote": "string",
            "attributes": PAIRS,
            "note": "string",
            "origin": "string",
            "source": "string",
            "score": "float64",
            "in_tags": "bool",
        }
    ],
    "relations": [{**dict.fromkeys(("id", "type", "source", "target"), "string"), "attributes": PAIRS}],
    "events": [
        {
            **dict.fromkeys(("id", "type", "trigger"), "string"),
            "arguments": [{"role": "string", "span": "string"}],
            "claims": ["string"],
            "attributes": PAIRS,
        }
    ],
}
"""The columns and what they hold: a list of one is a list of that; `tag` and `label` are classes."""


def features_of(known: Classes) -> Any:
    """The columns as `datasets` describes them; lists as they are, which its old and its new versions understand."""
    names = {"tag": known.tags, "label": known.labels}

    def feature(shape: Any) -> Any:
        if isinstance(shape, dict):
            return {name: feature(inner) for name, inner in shape.items()}
        if isinstance(shape, list):
            return [feature(shape[0])]
        if shape in names:
            return {"names": list(names[shape]), "_type": "ClassLabel"}
        return {"dtype": shape, "_type": "Value"}

    return feature(SHAPE)


def schema_of(pa: Any) -> Any:
    """The columns as pyarrow, which is given, describes them."""
    kinds = {"bool": pa.bool_(), "tag": pa.int64(), "label": pa.int64()}

    def kind(shape: Any) -> Any:
        if isinstance(shape, dict):
            return pa.struct({name: kind(inner) for name, inner in shape.items()})
        if isinstance(shape, list):
            return pa.list_(kind(shape[0]))
        return kinds.get(shape) or getattr(pa, shape)()

    return pa.schema({name: kind(shape) for name, shape in SHAPE.items()})


def from_row(row: dict[str, Any] | None, known: Classes) -> Record:
    """The record of a row. Raises ExportError where the tags do not say what the spans say."""
    if row is None:
        raise ExportError(UNLIKE)
    _check_tags(row, known)
    facts = {name: row[name] for name in ("source", "url", "published", "licence")}
    meta = json.loads(row["meta"])
    article = Article(row["article_id"], row["text"], row["title"], hash_text(row["text"]), **facts, meta=meta)
    state, name = row["layer"], row["id"]
    layer = Layer(
        name, article.id, row["annotator"], state["pass"], state["kind"], state["status"], state["open_answer"]
    )
    return Record(
        article,
        layer,
        Annotator(row["annotator"], row["annotator_name"]),
        spans=tuple(_span(one, name, known) for one in row["spans"]),
        events=tuple(
            Event(name, one["id"], one["type"], one["trigger"],
                  tuple((part["role"], part["span"]) for part in one["arguments"]), tuple(one["claims"]), _of(one))
            for one in row["events"]
        ),
        relations=tuple(
            Relation(name, one["id"], one["type"], one["source"], one["target"], _of(one)) for one in row["relations"]
        ),
    )  # fmt: skip


def _span(one: dict[str, Any], layer: str, known: Classes) -> Span:
    fragments = tuple((start, end) for start, end in one["fragments"])
    more = (one["note"], one["origin"], one["source"], one["score"])
    return Span(layer, one["id"], known.labels[one["label"]], fragments, _of(one), *more)


def _of(one: dict[str, Any]) -> Attributes:
    return tuple((pair["name"], pair["value"]) for pair in one["attributes"])


def _check_tags(row: dict[str, Any], known: Classes) -> None:
    """Raise ExportError unless each run of tags lies over its span and has its label."""
    places, at = list[Range](), 0
    for token in row["tokens"]:
        start = row["text"].find(token, at)
        if start < 0 or row["text"][at:start].strip():
            raise ExportError(UNLIKE)
        at = start + len(token)
        places.append((start, at))
    runs, irregular = from_tags([known.tags[tag] for tag in row["ner_tags"]])
    tagged = sorted((one["start"], one["end"], one["label"]) for one in row["spans"] if one["in_tags"])
    if irregular is not None or len(runs) != len(tagged) or len(places) != len(row["ner_tags"]):
        raise ExportError(UNLIKE)
    for (first, last, name), (start, end, label) in zip(runs, tagged, strict=True):
        is_there = places[first][0] < end and start < places[last][1]
        if known.labels[label] != name or not is_there:
            raise ExportError(UNLIKE)
