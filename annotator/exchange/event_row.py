"""A row of the event table: its columns, as the scheme has them, and what stands in them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from annotator.arabic.words import sentences
from annotator.core.article import Article
from annotator.core.layer import Annotator, Event, Layer
from annotator.core.record import Record
from annotator.core.scheme import Scheme
from annotator.core.span import Attributes, Span, quote

JOIN, PAIR_JOIN = " | ", "; "
FIRST = ("event_id", "type", "published")
TRIGGER, CLAIMS, OTHER_ROLES, OTHER_ATTRIBUTES = "trigger", "claims", "other_roles", "other_attributes"
LAST = ("notes", "headline", "source", "url", "annotator", "article_id", "text_sha256", "record")
ABOUT = "{}_attributes"
"""The column beside a role's with the attributes of its spans."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns in their order: `roles` and `attributes` by the ids that the scheme gives them."""

    roles: Mapping[str, str]
    attributes: Mapping[str, str]

    @property
    def names(self) -> tuple[str, ...]:
        """All of them."""
        parts = [*self.roles.values(), TRIGGER, CLAIMS]
        described = (name for part in parts for name in (part, ABOUT.format(part)))
        return (*FIRST, *self.attributes.values(), *described, OTHER_ROLES, OTHER_ATTRIBUTES, *LAST)


def columns(scheme: Scheme) -> Columns:
    """The columns for the events of a scheme. Where a name is taken, that of the role or attribute is lengthened."""
    taken = {*FIRST, TRIGGER, CLAIMS, OTHER_ROLES, OTHER_ATTRIBUTES, *LAST}
    attributes = _named((a.id for kind in scheme.events for a in kind.attributes), "attribute", taken)
    return Columns(_named((role.id for kind in scheme.events for role in kind.roles), "role", taken), attributes)


def _named(ids: Iterable[str], kind: str, taken: set[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for id in dict.fromkeys(ids):
        name = id
        while name in taken or ABOUT.format(name) in taken:
            name = f"{kind}_{name}"
        found[id] = name
        taken |= {name, ABOUT.format(name)}
    return found


def players(record: Record) -> tuple[Span, ...]:
    """The spans that play a part in the record's events."""
    used = {id for event in record.events for id in _parts(event)}
    return tuple(span for span in record.spans if span.id in used)


def _parts(event: Event) -> Iterator[str]:
    yield from (span for _, span in event.arguments)
    yield from event.claims
    if event.trigger is not None:
        yield event.trigger


def notes(event: Event, spans: Mapping[str, Span], text: str) -> str:
    """The sentence in which the event is told: that of its trigger, else of the first of its spans."""
    order = sorted((spans[id] for id in _parts(event)), key=lambda span: span.start)
    told = spans[event.trigger] if event.trigger is not None else next(iter(order), None)
    if told is None:
        return ""
    return next((text[a:b].strip() for a, b in sentences(text) if a <= told.start < b), "")


@dataclass(frozen=True, slots=True)
class Told:
    """What a row tells: the event, the spans in it with their words, and facts about article and layer by column."""

    event: Event
    spans: Mapping[str, Span]
    quotes: Mapping[str, str]
    facts: Mapping[str, str]


def told(record: Record) -> Iterator[Told]:
    """A row for each event of the record."""
    spans = {span.id: span for span in players(record)}
    article, text = record.article, record.article.text
    quotes = {id: quote(span, text) for id, span in spans.items()}
    facts = {
        "published": article.published or "",
        "headline": article.title,
        "source": article.source or "",
        "url": article.url or "",
        "annotator": record.annotator.name if record.annotator else "",
        "article_id": article.id,
        "text_sha256": article.sha256,
    }
    for event in record.events:
        yield Told(event, spans, quotes, {**facts, "notes": notes(event, spans, text)})


def cells(row: Told, known: Columns) -> dict[str, str]:
    """What stands in each column but `record`."""
    event = row.event
    found = {**dict.fromkeys(known.names, ""), **row.facts, "type": event.type}
    # An event's own id need only be unique in its layer.
    found["event_id"] = f"{event.layer}:{event.id}"
    for role, name in known.roles.items():
        _describe(found, name, [span for its, span in event.arguments if its == role], row)
    _describe(found, TRIGGER, [event.trigger] if event.trigger is not None else [], row)
    _describe(found, CLAIMS, event.claims, row)
    for id, name in known.attributes.items():
        found[name] = JOIN.join(value for its, value in event.attributes if its == id)
    others = [(role, row.quotes[span]) for role, span in event.arguments if role not in known.roles]
    found[OTHER_ROLES] = _pairs(others)
    found[OTHER_ATTRIBUTES] = _pairs(pair for pair in event.attributes if pair[0] not in known.attributes)
    return found


def _describe(found: dict[str, str], name: str, ids: Sequence[str], row: Told) -> None:
    found[name] = JOIN.join(row.quotes[id] for id in ids)
    described = [_pairs(row.spans[id].attributes) for id in ids]
    found[ABOUT.format(name)] = JOIN.join(described) if any(described) else ""


def _pairs(pairs: Iterable[tuple[str, str]]) -> str:
    return PAIR_JOIN.join(f"{name}={value}" for name, value in pairs)


def to_json(record: Record, row: Told, index: int) -> dict[str, Any]:
    """What a program needs to know of a row: the event with its spans, and which one of how many of which layer it is.

    Offsets are half-open code points.
    """
    layer, annotator = record.layer, record.annotator
    assert layer is not None
    event = row.event
    whose = {"id": layer.id, "kind": layer.kind, "status": layer.status, "pass": layer.pass_number}
    whose |= {"open_answer": layer.open_answer, "annotator": annotator.id if annotator else layer.annotator}
    return {
        "event": {
            "id": event.id,
            "type": event.type,
            "trigger": event.trigger,
            "arguments": [{"role": role, "span": span} for role, span in event.arguments],
            "claims": event.claims,
            "attributes": event.attributes,
        },
        "spans": [
            {
                "id": span.id,
                "label": span.label,
                "fragments": span.fragments,
                "quote": row.quotes[span.id],
                "attributes": span.attributes,
                "note": span.note,
            }
            for span in row.spans.values()
            if span.id in set(_parts(event))
        ],
        "layer": whose,
        "number": [index + 1, len(record.events)],
    }


def from_json(value: Mapping[str, Any], facts: Mapping[str, str]) -> tuple[Record, Told]:
    """The record with the one event of a row, and the row. Raises KeyError, TypeError, ValueError for anything else."""
    whose, said = value["layer"], value["event"]
    spans = {
        one["id"]: Span(
            whose["id"],
            one["id"],
            one["label"],
            tuple((start, end) for start, end in one["fragments"]),
            _attributes(one["attributes"]),
            one["note"],
        )
        for one in value["spans"]
    }
    event = Event(
        whose["id"],
        said["id"],
        said["type"],
        said["trigger"],
        tuple((part["role"], part["span"]) for part in said["arguments"]),
        tuple(said["claims"]),
        _attributes(said["attributes"]),
    )
    article = Article(
        facts["article_id"],
        "",
        facts["headline"],
        facts["text_sha256"],
        facts["source"] or None,
        facts["url"] or None,
        facts["published"] or None,
    )
    state = (whose["pass"], whose["kind"], whose["status"], whose["open_answer"])
    layer = Layer(whose["id"], article.id, whose["annotator"], *state)
    annotator = Annotator(whose["annotator"], facts["annotator"])
    record = Record(article, layer, annotator, spans=tuple(spans.values()), events=(event,))
    return record, Told(event, spans, {one["id"]: one["quote"] for one in value["spans"]}, facts)


def _attributes(pairs: Iterable[Sequence[str]]) -> Attributes:
    return tuple((name, value) for name, value in pairs)
