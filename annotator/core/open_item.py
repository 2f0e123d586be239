"""Open items: what an article still lacks by its scheme. Nothing here forbids anything; it is shown, and asked once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from annotator.core.frame import attribute, fillers, is_silent
from annotator.core.layer import Event
from annotator.core.scheme import Attribute, Scheme
from annotator.core.span import Attributes, Span

ATTRIBUTE, ROLE = "attribute", "role"
STARTS_INSIDE, ENDS_INSIDE, QUOTATION = "starts_inside", "ends_inside", "quotation"
"""Kinds: an attribute or a role not given; an edge inside a letter; a quotation mark without its partner."""


@dataclass(frozen=True, slots=True)
class OpenItem:
    """Something missing: of which kind, on which span or event, and the id of the attribute or role if it is one."""

    kind: str
    span: str | None
    event: str | None
    what: str = ""


def open_items(scheme: Scheme, spans: Iterable[Span], events: Iterable[Event]) -> list[OpenItem]:
    """Everything that is missing, spans first in their order, then events in theirs."""
    return [*_of_spans(scheme, spans), *_of_events(scheme, events)]


def _of_spans(scheme: Scheme, spans: Iterable[Span]) -> Iterator[OpenItem]:
    for span in spans:
        label = scheme.label(span.label)
        for missing in _unset(label.attributes if label else (), span.attributes):
            yield OpenItem(ATTRIBUTE, span.id, None, missing)


def _of_events(scheme: Scheme, events: Iterable[Event]) -> Iterator[OpenItem]:
    for event in events:
        kind = scheme.event_type(event.type)
        if kind is None:
            continue
        for missing in _unset(kind.attributes, event.attributes):
            yield OpenItem(ATTRIBUTE, None, event.id, missing)
        for role in kind.roles:
            if role.silence and event.arguments and not fillers(event, role.id) and not is_silent(event, role):
                yield OpenItem(ROLE, None, event.id, role.id)


def _unset(attributes: Iterable[Attribute], held: Attributes) -> Iterator[str]:
    return (one.id for one in attributes if one.required and attribute(held, one.id) is None)
