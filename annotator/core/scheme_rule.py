"""Rules: how the rows of a layer change when the scheme does, so that they go on saying what they said.

A saved version of the scheme keeps the rules that led to it, in order.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from annotator.core.change import Edit
from annotator.core.frame import attribute, with_attribute
from annotator.core.layer import Comment, Event, Relation
from annotator.core.span import Attributes, Fragment, Span

LABEL, EVENT = "label", "event"
Held = TypeVar("Held", Span, Event)
Owner = tuple[str, str]
"""Whose attribute it is: a label's or an event type's, and its id."""


@dataclass(frozen=True, slots=True)
class Relabel:
    """Spans of `label` get the label `to`: all of them, or those whose `attribute` has that `value`."""

    label: str
    to: str
    attribute: str | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Revalue:
    """What `attribute` holds goes to `to_attribute`, where nothing is set there yet; else it is lost.

    `value` None means whatever it holds; `to_value` None leaves the value as it is. With `when` only where another
    attribute (its id) holds that value.
    """

    owner: Owner
    attribute: str
    to_attribute: str
    value: str | None = None
    to_value: str | None = None
    when: tuple[str, str] | None = None


Rule = Relabel | Revalue


@dataclass(frozen=True, slots=True)
class Content:
    """What hangs on one layer."""

    spans: tuple[Span, ...]
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()
    comments: tuple[Comment, ...] = ()


@dataclass(frozen=True, slots=True)
class Carried:
    """A layer's rows under the new scheme. `joined` are the ids of spans that now say what another one says, and
    became one with it; `lost` are those that lost a value, because another one stood in its place."""

    content: Content
    joined: frozenset[str] = frozenset()
    lost: frozenset[str] = frozenset()


def touched_labels(rules: Iterable[Rule]) -> frozenset[str]:
    """The labels whose spans any of the rules may change."""
    return frozenset(
        rule.label if isinstance(rule, Relabel) else rule.owner[1]
        for rule in rules
        if isinstance(rule, Relabel) or rule.owner[0] == LABEL
    )


def touched_events(rules: Iterable[Rule]) -> frozenset[str]:
    """The event types whose events any of the rules may change by themselves."""
    return frozenset(rule.owner[1] for rule in rules if isinstance(rule, Revalue) and rule.owner[0] == EVENT)


def carry(content: Content, rules: Sequence[Rule]) -> Carried:
    """The rows of a layer after the rules, in order. Nothing else about them changes."""
    lost: set[str] = set()
    spans, events = content.spans, content.events
    for rule in rules:
        if isinstance(rule, Relabel):
            spans = tuple(_relabelled(span, rule) for span in spans)
        elif rule.owner[0] == LABEL:
            spans = tuple(_revalued(span, span.label, rule, lost) for span in spans)
        else:
            events = tuple(_revalued(event, event.type, rule, lost) for event in events)
    carried = replace(content, spans=spans, events=events)
    twins = _twins(content.spans, spans)
    if not twins:
        return Carried(carried, lost=frozenset(lost))
    return Carried(_joined(carried, twins, lost), frozenset(twins), frozenset(lost - set(twins)))


def edits_between(before: Content, after: Content) -> Iterator[Edit]:
    """The edits that lead from a layer's rows to what they were carried to."""
    for some, others in (
        (before.spans, after.spans),
        (before.events, after.events),
        (before.relations, after.relations),
        (before.comments, after.comments),
    ):
        later = {row.id: row for row in others}
        yield from (Edit(row, later.get(row.id)) for row in some if later.get(row.id) != row)


# ---------------------------------------------------------------- one row


def _relabelled(span: Span, rule: Relabel) -> Span:
    meant = span.label == rule.label and (
        rule.attribute is None or attribute(span.attributes, rule.attribute) == rule.value
    )
    return replace(span, label=rule.to) if meant else span


def _revalued(row: Held, owner: str, rule: Revalue, lost: set[str]) -> Held:
    held = attribute(row.attributes, rule.attribute)
    if owner != rule.owner[1] or held is None or rule.value not in (None, held) or not _holds(row.attributes, rule):
        return row
    value = held if rule.to_value is None else rule.to_value
    if rule.to_attribute == rule.attribute:
        return replace(row, attributes=with_attribute(row.attributes, rule.attribute, value))
    without = with_attribute(row.attributes, rule.attribute, None)
    standing = attribute(without, rule.to_attribute)
    if standing is not None:
        lost |= {row.id} if standing != value else set()
        return replace(row, attributes=without)
    return replace(row, attributes=_put(row.attributes, rule.attribute, (rule.to_attribute, value)))


def _holds(attributes: Attributes, rule: Revalue) -> bool:
    return rule.when is None or attribute(attributes, rule.when[0]) == rule.when[1]


def _put(attributes: Attributes, name: str, pair: tuple[str, str]) -> Attributes:
    """The attributes with another one in the place of one of them."""
    return tuple(pair if known == name else (known, held) for known, held in attributes)


# ---------------------------------------------------------------- spans that came to say the same


def _twins(before: tuple[Span, ...], after: tuple[Span, ...]) -> dict[str, str]:
    """By the id of each span that says what another one says: the id of the one that stays, if possible unchanged."""
    groups: dict[tuple[str, tuple[Fragment, ...]], list[str]] = {}
    labels = {span.id: span.label for span in before}
    for span in sorted(after, key=lambda span: labels[span.id] != span.label):
        groups.setdefault((span.label, span.fragments), []).append(span.id)
    return {other: first for first, *others in groups.values() for other in others}


def _joined(content: Content, twins: dict[str, str], lost: set[str]) -> Content:
    """The rows with each twin gone and what spoke of it speaking of the one that stays."""
    by_id = {span.id: span for span in content.spans}
    for gone, stays in twins.items():
        by_id[stays] = _with_more(by_id[stays], by_id[gone], lost)
    comments = (replace(c, span=twins.get(c.span, c.span)) if c.span else c for c in content.comments)
    return Content(
        tuple(by_id[span.id] for span in content.spans if span.id not in twins),
        tuple(_redirected(event, twins) for event in content.events),
        _reconnected(content.relations, twins),
        tuple(comments),
    )


def _reconnected(relations: tuple[Relation, ...], twins: dict[str, str]) -> tuple[Relation, ...]:
    """Those that would now say what another one says, or tie a span to itself, go."""
    ends = {one.id: (twins.get(one.source, one.source), twins.get(one.target, one.target)) for one in relations}
    said = {(one.type, one.source, one.target) for one in relations if ends[one.id] == (one.source, one.target)}
    kept = []
    for one in relations:
        source, target = ends[one.id]
        if (source, target) == (one.source, one.target):
            kept.append(one)
        elif source != target and (one.type, source, target) not in said:
            said.add((one.type, source, target))
            kept.append(replace(one, source=source, target=target))
    return tuple(kept)


def _with_more(stays: Span, gone: Span, lost: set[str]) -> Span:
    """The span with what only its twin said: attributes that it has not set, and the note."""
    held = dict(stays.attributes)
    lost |= {stays.id} if any(held.get(name, value) != value for name, value in gone.attributes) else set()
    more = tuple(pair for pair in gone.attributes if pair[0] not in held)
    note = " · ".join(dict.fromkeys(note for note in (stays.note, gone.note) if note))
    return replace(stays, attributes=(*stays.attributes, *more), note=note)


def _redirected(event: Event, twins: dict[str, str]) -> Event:
    moved = ((role, twins.get(span, span)) for role, span in event.arguments)
    return replace(
        event,
        trigger=twins.get(event.trigger, event.trigger) if event.trigger else None,
        arguments=tuple(dict.fromkeys(moved)),
        claims=tuple(dict.fromkeys(twins.get(claim, claim) for claim in event.claims)),
    )
