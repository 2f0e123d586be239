"""What the scheme allows to be said of spans and events, and the making of what a layer says by it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from annotator.core.layer import Event, Relation
from annotator.core.scheme import CHOICE, COUNT, TEXT, YES, Attribute, EventType, Scheme
from annotator.core.span import Attributes, Span
from seed_source import Line, SeedError, read_list, read_pairs

EVENT_COLUMNS = ("article", "type", "arguments", "claims", "attributes")
RELATION_COLUMNS = ("article", "type", "source", "target")


@dataclass(frozen=True, slots=True)
class Ground:
    """What the lines of one layer of one article stand on: its id, the article's text, spans by short name."""

    layer: str
    text: str
    spans: Mapping[str, Span]


def make_attributes(line: Line, allowed: Sequence[Attribute], text: str) -> Attributes:
    """What the line's column `attributes` says, in the order of the scheme. Raises SeedError."""
    pairs = read_pairs(line, "attributes")
    names = [name for name, _ in pairs]
    double = [name for name, count in Counter(names).items() if count > 1]
    if double:
        raise SeedError(f"{line.where}: the attribute “{double[0]}” stands twice. Remove one.")
    by_id = {attribute.id: attribute for attribute in allowed}
    for name, value in pairs:
        _need(name, by_id, "attribute", line)
        _check_value(by_id[name], value, text, line)
    missing = [attribute.id for attribute in allowed if attribute.required and attribute.id not in names]
    if missing:
        raise SeedError(f"{line.where}: the attribute “{missing[0]}” is missing. Add it.")
    order = list(by_id)
    return tuple(sorted(pairs, key=lambda pair: order.index(pair[0])))


def _check_value(attribute: Attribute, value: str, text: str, line: Line) -> None:
    if attribute.kind == CHOICE:
        _need(value, [choice.id for choice in attribute.choices], f"value of {attribute.id}", line)
    if not attribute.takes(value) or (attribute.kind == COUNT and not value.isascii()):
        wanted = "written with the digits 0 to 9" if attribute.kind == COUNT else YES
        raise SeedError(f"{line.where}: {attribute.id} “{value}” must be {wanted}. Correct it.")
    if attribute.kind == TEXT and value not in text:
        raise SeedError(f"{line.where}: {attribute.id} “{value}” must be words of the article. Correct it.")


def _need(value: str, known: Collection[str], what: str, line: Line) -> None:
    if value not in known:
        raise SeedError(f"{line.where}: “{value}” is no {what} here. Use one of these: {', '.join(known)}.")


def make_event(line: Line, number: int, ground: Ground, scheme: Scheme) -> Event:
    """The event of the line, the `number`th of its article. Raises SeedError."""
    kind = scheme.event_type(line["type"])
    if kind is None:
        raise SeedError(f"{line.where}: the scheme has no event “{line['type']}”. Correct the type.")
    arguments = read_pairs(line, "arguments")
    labels = {role.id: role.labels for role in kind.roles}
    for role, _ in arguments:
        _need(role, labels, "role", line)
    attributes = make_attributes(line, kind.attributes, ground.text)
    _check_silence({role for role, _ in arguments}, dict(attributes), kind, line)
    return Event(
        ground.layer,
        f"e{number}",
        kind.id,
        arguments=tuple((role, _find(name, labels[role], ground, line)) for role, name in arguments),
        claims=tuple(_find(name, kind.claims, ground, line) for name in read_list(line, "claims")),
        attributes=attributes,
    )


def _check_silence(filled: Collection[str], values: Mapping[str, str], kind: EventType, line: Line) -> None:
    """A role about which the text may be silent is filled, or the event says so: never both, never neither."""
    if not filled:
        raise SeedError(f"{line.where}: no span takes part in the event. Name one in arguments.")
    for role in kind.roles:
        if role.silence and (role.id in filled) == (role.silence in values):
            raise SeedError(
                f"{line.where}: either a span is {role.id}, or {role.silence} is {YES}. Keep one of the two."
            )


def make_relation(line: Line, number: int, ground: Ground, scheme: Scheme) -> Relation:
    """The relation of the line, the `number`th of its article. Raises SeedError."""
    kind = scheme.relation(line["type"])
    if kind is None:
        raise SeedError(f"{line.where}: the scheme has no relation “{line['type']}”. Correct the type.")
    source = _find(line["source"], kind.sources, ground, line)
    target = _find(line["target"], kind.targets, ground, line)
    if source == target:
        raise SeedError(f"{line.where}: “{line['source']}” is related to itself. Name another span.")
    return Relation(ground.layer, f"r{number}", kind.id, source, target)


def _find(name: str, labels: Sequence[str], ground: Ground, line: Line) -> str:
    """The id of the span of that name, which must have one of the labels. Raises SeedError."""
    span = ground.spans.get(name)
    if span is None:
        raise SeedError(f"{line.where}: no span of this layer and article is named “{name}”. Correct the name.")
    if span.label not in labels:
        fitting = " or ".join(labels)
        raise SeedError(f"{line.where}: “{name}” is {span.label}, and {fitting} is needed there. Name another span.")
    return span.id
