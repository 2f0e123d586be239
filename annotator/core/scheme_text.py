"""Writing a scheme as TOML, so that reading it gives the scheme back. Comments of an older text are not kept."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import astuple, fields

from annotator.core.policy import Policy
from annotator.core.scheme import (
    IN,
    THEMES,
    Attribute,
    Choice,
    EventType,
    Guideline,
    Label,
    RelationType,
    Role,
    Scheme,
    TourStep,
)

BARE = re.compile(r"[A-Za-z0-9_-]+")
DELETE = "\x7f"


def write_scheme(scheme: Scheme) -> str:
    """The scheme's TOML. What `toml` of the scheme itself says is not looked at."""
    lines = [f"id = {_text(scheme.id)}", f"version = {scheme.version}"]
    if scheme.tour is not None:
        lines += ["", *_tour(scheme.tour)]
    for label in scheme.every_label:
        lines += ["", *_label(label)]
    for attribute, labels in _shared(scheme):
        lines += ["", *_attribute("attribute", attribute, labels)]
    for event in scheme.events:
        lines += ["", *_event(event)]
    for relation in scheme.relations:
        lines += ["", *_relation(relation)]
    if scheme.policy != Policy():
        lines += ["", *_policy(scheme.policy)]
    return "\n".join(lines) + "\n"


def _policy(policy: Policy) -> Iterator[str]:
    yield "[agreement]"
    yield f"confusable = [{', '.join(sorted(_list(sorted(pair)) for pair in policy.confusable))}]"
    yield f"extents = {_list(sorted(policy.extents))}"
    yield f"stances = {_list(sorted(policy.stances))}"
    weights = ", ".join(f"{_key(label)} = {weight}" for label, weight in sorted(policy.weights.items()))
    yield f"weights = {{ {weights} }}" if weights else "weights = {}"


def _tour(tour: TourStep) -> Iterator[str]:
    yield "[tour]"
    for field in fields(tour):
        yield f"{field.name} = {_text(getattr(tour, field.name))}"


def _label(label: Label) -> Iterator[str]:
    yield "[[label]]"
    yield f"id = {_text(label.id)}"
    yield f"key = {_text(label.key)}"
    yield f"pattern = {_text(label.pattern)}"
    yield f"core = {_truth(label.core)}"
    if label.on:
        yield "on = true"
    if label.clitics != IN:
        yield f"clitics = {_text(label.clitics)}"
    yield f"name = {_table(label.names)}"
    yield f"mark = {_table(label.marks)}"
    yield from _guideline(label.guideline)
    yield "[label.colours]"
    for theme in THEMES:
        bar, on, tint = astuple(label.colours[theme])
        yield f"{theme} = {_table({'bar': bar, 'on': on, 'tint': tint})}"


def _guideline(guideline: Guideline) -> Iterator[str]:
    for field in fields(guideline):
        words: Mapping[str, str] = getattr(guideline, field.name)
        if words:
            yield f"[label.{field.name}]"
            yield from (f"{_key(language)} = {_text(said)}" for language, said in words.items())


def _shared(scheme: Scheme) -> list[tuple[Attribute, list[str]]]:
    """Each attribute with the labels that have it: the same one stands once where the order of all allows it."""
    tables: list[tuple[Attribute, list[str]]] = []
    for label in scheme.every_label:
        at = 0
        for number, attribute in enumerate(label.attributes):
            known = [table for table, _ in tables[at:]]
            if attribute in known:
                at += known.index(attribute)
            else:
                # Before what a later attribute of the label may share, else at the end.
                later = [known.index(other) for other in label.attributes[number:] if other in known]
                at += min(later, default=len(known))
                tables.insert(at, (attribute, []))
            tables[at][1].append(label.id)
            at += 1
    return tables


def _attribute(head: str, attribute: Attribute, labels: list[str] | None = None) -> Iterator[str]:
    yield f"[[{head}]]"
    yield f"id = {_text(attribute.id)}"
    if labels is not None:
        yield f"labels = {_list(labels)}"
    yield f"kind = {_text(attribute.kind)}"
    if attribute.required:
        yield "required = true"
    yield f"name = {_table(attribute.names)}"
    if attribute.choices:
        yield "choice = ["
        yield from (f"    {_choice(choice)}," for choice in attribute.choices)
        yield "]"


def _choice(choice: Choice) -> str:
    return f"{{ id = {_text(choice.id)}, key = {_text(choice.key)}, name = {_table(choice.names)} }}"


def _event(event: EventType) -> Iterator[str]:
    yield "[[event]]"
    yield f"id = {_text(event.id)}"
    yield f"name = {_table(event.names)}"
    yield f"triggers = {_list(event.triggers)}"
    yield f"claims = {_list(event.claims)}"
    if event.claims_silence is not None:
        yield f"claims_silence = {_text(event.claims_silence)}"
    if not event.roles:
        yield "role = []"
    for role in event.roles:
        yield from ("", *_role(role))
    for attribute in event.attributes:
        yield from ("", *_attribute("event.attribute", attribute))
    for pattern in event.patterns:
        filled = [role.id for role in event.roles if role.id in pattern.roles]
        yield from ("", "[[event.sentence]]", f"roles = {_list(filled)}", f"words = {_table(pattern.words)}")


def _role(role: Role) -> Iterator[str]:
    yield "[[event.role]]"
    yield f"id = {_text(role.id)}"
    yield f"name = {_table(role.names)}"
    yield f"labels = {_list(role.labels)}"
    if role.silence is not None:
        yield f"silence = {_text(role.silence)}"


def _relation(relation: RelationType) -> Iterator[str]:
    yield "[[relation]]"
    yield f"id = {_text(relation.id)}"
    yield f"name = {_table(relation.names)}"
    yield f"sources = {_list(relation.sources)}"
    yield f"targets = {_list(relation.targets)}"


# ---------------------------------------------------------------- values


def _text(value: str) -> str:
    """A basic string: JSON's, but that TOML wants one more character escaped."""
    return json.dumps(value, ensure_ascii=False).replace(DELETE, "\\u007F")


def _truth(value: bool) -> str:
    return "true" if value else "false"


def _list(values: tuple[str, ...] | list[str]) -> str:
    return f"[{', '.join(map(_text, values))}]"


def _table(words: Mapping[str, str]) -> str:
    inside = ", ".join(f"{_key(key)} = {_text(value)}" for key, value in words.items())
    return f"{{ {inside} }}" if inside else "{}"


def _key(key: str) -> str:
    return key if BARE.fullmatch(key) else _text(key)
