"""Event frames: who fits which role, how a frame is said, and what taking a span away does to frames and relations."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from annotator.core.change import Edit
from annotator.core.identity import new_id
from annotator.core.layer import Event, Relation
from annotator.core.scheme import YES, EventType, Role, Scheme, word
from annotator.core.span import Attributes, Span

SLOT = re.compile(r"\{(\w+)\}")


def make_event(layer: str, type_id: str) -> Event:
    """A new event of that type, with nothing in it yet."""
    return Event(layer, new_id(), type_id)


def attribute(attributes: Attributes, name: str) -> str | None:
    """What an attribute holds, or None."""
    return next((value for known, value in attributes if known == name), None)


def with_attribute(attributes: Attributes, name: str, value: str | None) -> Attributes:
    """The attributes with one set, in its place if it was there; None takes it out."""
    if value is None:
        return tuple(pair for pair in attributes if pair[0] != name)
    if attribute(attributes, name) is None:
        return (*attributes, (name, value))
    return tuple((known, value if known == name else held) for known, held in attributes)


def fillers(event: Event, role_id: str) -> tuple[str, ...]:
    """The ids of the spans in a role, in the order in which they were put there."""
    return tuple(span for role, span in event.arguments if role == role_id)


def fits(span: Span, role: Role) -> bool:
    """Whether the scheme lets the span play the role."""
    return span.label in role.labels


def fitting(spans: Iterable[Span], labels: Sequence[str], near: int, taken: Sequence[str] = ()) -> list[Span]:
    """The spans of these labels that are not `taken`, nearest to the code point `near` first."""
    free = [span for span in spans if span.label in labels and span.id not in taken]
    return sorted(free, key=lambda span: (_distance(span, near), span.start, span.id))


def _distance(span: Span, near: int) -> int:
    return max(span.start - near, near - span.end, 0)


def with_filler(event: Event, kind: EventType, role_id: str, span_id: str) -> Event:
    """The event with a span in a role. It no longer says that nobody is named there."""
    if (role_id, span_id) in event.arguments:
        return event
    role = kind.role(role_id)
    attributes = event.attributes
    if role is not None and role.silence:
        attributes = with_attribute(attributes, role.silence, None)
    return replace(event, arguments=(*event.arguments, (role_id, span_id)), attributes=attributes)


def without_filler(event: Event, role_id: str, span_id: str) -> Event:
    """The event without the span in that role."""
    return replace(event, arguments=tuple(pair for pair in event.arguments if pair != (role_id, span_id)))


def with_claim(event: Event, span_id: str) -> Event:
    """The event with a claim about it. That nobody claims it may still be said: an accusation is no such claim."""
    return event if span_id in event.claims else replace(event, claims=(*event.claims, span_id))


def without_span(event: Event, span_id: str) -> Event:
    """The event as it is once the span is gone."""
    return replace(
        event,
        trigger=None if event.trigger == span_id else event.trigger,
        arguments=tuple(pair for pair in event.arguments if pair[1] != span_id),
        claims=tuple(claim for claim in event.claims if claim != span_id),
    )


def detach(span_id: str, events: Iterable[Event], relations: Iterable[Relation]) -> tuple[Edit, ...]:
    """The edits that must go with removing a span: events let go of it, relations to or from it go too."""
    changed = [Edit(event, without_span(event, span_id)) for event in events if without_span(event, span_id) != event]
    gone = [Edit(relation, None) for relation in relations if span_id in (relation.source, relation.target)]
    return (*changed, *gone)


def unfit(span: Span, scheme: Scheme, events: Iterable[Event], relations: Iterable[Relation]) -> tuple[Edit, ...]:
    """The edits that must go with giving a span its label: what the scheme forbids to that label lets go of it."""
    kinds = {kind.id: kind for kind in scheme.events}
    pairs = [(event, _fitting_only(event, kinds[event.type], span)) for event in events if event.type in kinds]
    changed = [Edit(before, after) for before, after in pairs if before != after]
    gone = [Edit(relation, None) for relation in relations if not _may_link(relation, scheme, span)]
    return (*changed, *gone)


def _may_link(relation: Relation, scheme: Scheme, span: Span) -> bool:
    kind = scheme.relation(relation.type)
    ends = ((relation.source, kind.sources), (relation.target, kind.targets)) if kind else ()
    return all(end != span.id or span.label in labels for end, labels in ends)


def _fitting_only(event: Event, kind: EventType, span: Span) -> Event:
    def may(role_id: str) -> bool:
        role = kind.role(role_id)
        return role is None or fits(span, role)

    return replace(
        event,
        trigger=None if event.trigger == span.id and span.label not in kind.triggers else event.trigger,
        arguments=tuple(pair for pair in event.arguments if pair[1] != span.id or may(pair[0])),
        claims=tuple(claim for claim in event.claims if claim != span.id or span.label in kind.claims),
    )


def is_silent(event: Event, role: Role) -> bool:
    """Whether the event says that the text names nobody in the role."""
    return role.silence is not None and attribute(event.attributes, role.silence) == YES


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an event's sentence: words of the language, or the spans of a role."""

    words: str = ""
    role: str = ""


def sentence(event: Event, kind: EventType, language: str) -> list[Part]:
    """How the event is said: the pattern for the roles that are filled, cut into words and roles.

    Where the scheme has no pattern for exactly these roles, the longest one that fits is taken and the others follow.
    """
    filled = [role.id for role in kind.roles if fillers(event, role.id)]
    fitting_patterns = [pattern for pattern in kind.patterns if pattern.roles <= set(filled)]
    if not fitting_patterns:
        return [Part(words=kind.name(language)), *(Part(role=role) for role in filled)]
    best = max(fitting_patterns, key=lambda pattern: len(pattern.roles))
    said = [
        Part(role=piece) if number % 2 else Part(words=piece)
        for number, piece in enumerate(SLOT.split(word(best.words, language)))
        if piece
    ]
    return [*said, *(Part(role=role) for role in filled if role not in best.roles)]
