"""brat's configuration: `annotation.conf`, what may be marked, and `visual.conf`, how it is called and coloured."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from annotator.core.record import Record
from annotator.core.scheme import Attribute, EventType, Scheme
from annotator.core.span import Attributes
from annotator.exchange.brat_name import CLAIM_ROLE, NO_TRIGGER, TRIGGER_ROLE, to_name, to_role, to_value
from annotator.exchange.label_studio_config import choices

ANY, EVENT = "<ENTITY>", "<EVENT>"
OVERLAP = "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>"


@dataclass(slots=True)
class Used:
    """The types that the data has, so that the configuration has them too; values and owners of each attribute."""

    labels: set[str] = field(default_factory=set)
    relations: set[str] = field(default_factory=set)
    roles: dict[str, set[str]] = field(default_factory=dict)
    attributes: dict[str, tuple[set[str], set[str]]] = field(default_factory=dict)

    def add(self, record: Record) -> None:
        """Note what one record needs."""
        for span in record.spans:
            self.labels.add(span.label)
            self._note(span.label, span.attributes)
        for event in record.events:
            self.roles.setdefault(event.type, set()).update(role for role, _ in event.arguments)
            self._note(event.type, event.attributes)
        for link in record.relations:
            self.relations.add(link.type)
            self._note("<RELATION>", link.attributes)

    def _note(self, owner: str, attributes: Attributes) -> None:
        for name, value in attributes:
            self.note(owner, name, [value])

    def note(self, owner: str, name: str, values: Iterable[str]) -> None:
        """Note that such things may have these values of the attribute."""
        owners, known = self.attributes.setdefault(name, (set(), set()))
        owners.add(owner)
        known.update(values)


def annotation_conf(scheme: Scheme, used: Used) -> str:
    """What may be marked: the scheme, and whatever the data has besides."""
    sections = {
        "entities": _labels(scheme, used),
        "relations": [*_relations(scheme, used), OVERLAP],
        "events": list(_events(scheme, used)),
        "attributes": list(_attributes(scheme, used)),
    }
    return "\n".join(line for name, lines in sections.items() for line in (f"[{name}]", *lines, ""))


def _labels(scheme: Scheme, used: Used) -> list[str]:
    known = [label.id for label in scheme.every_label if label.in_use or label.id in used.labels]
    return [to_name(name) for name in (*known, *sorted(used.labels - set(known)))]


def _relations(scheme: Scheme, used: Used) -> Iterator[str]:
    known = {kind.id: kind for kind in scheme.relations}
    for name, kind in known.items():
        yield f"{to_name(name)}\tArg1:{_any_of(kind.sources)}, Arg2:{_any_of(kind.targets)}"
    for name in sorted(used.relations - known.keys()):
        yield f"{to_name(name)}\tArg1:{ANY}, Arg2:{ANY}"


def _any_of(labels: Iterable[str]) -> str:
    return "|".join(map(to_name, labels)) or ANY


def _events(scheme: Scheme, used: Used) -> Iterator[str]:
    known: Mapping[str, EventType] = {kind.id: kind for kind in scheme.events}
    for name in (*known, *sorted(used.roles.keys() - known.keys())):
        kind = known.get(name)
        roles = {role.id: _any_of(role.labels) for role in kind.roles} if kind else {}
        roles |= dict.fromkeys(sorted(used.roles.get(name, set()) - roles.keys()), ANY)
        triggers, claims = (_any_of(kind.triggers), _any_of(kind.claims)) if kind else (ANY, ANY)
        parts = [f"{to_role(role)}*:{labels}" for role, labels in roles.items()]
        yield f"{to_name(name)}\t{', '.join([*parts, f'{CLAIM_ROLE}*:{claims}', f'{TRIGGER_ROLE}?:{triggers}'])}"


def _attributes(scheme: Scheme, used: Used) -> Iterator[str]:
    owners: list[tuple[str, tuple[Attribute, ...]]] = [(label.id, label.attributes) for label in scheme.labels]
    for owner, attributes in (*owners, *((kind.id, kind.attributes) for kind in scheme.events)):
        for attribute in attributes:
            if found := choices(attribute):
                used.note(owner, attribute.id, found)
    for name, (some, values) in used.attributes.items():
        who = "|".join(owner if owner.startswith("<") else to_name(owner) for owner in sorted(some))
        yield f"{to_name(name, (NO_TRIGGER,))}\tArg:{who}, Value:{'|'.join(map(to_value, sorted(values)))}"
    yield f"{NO_TRIGGER}\tArg:{EVENT}"


def visual_conf(scheme: Scheme, used: Used, language: str) -> str:
    """How types are called, in the language, and coloured."""
    names: dict[str, tuple[str, ...]] = {name: (name,) for name in sorted(used.labels | used.relations)}
    names |= {link.id: (link.name(language),) for link in scheme.relations}
    names |= {kind.id: (kind.name(language),) for kind in scheme.events}
    names |= {role.id: (role.name(language),) for kind in scheme.events for role in kind.roles}
    names |= {label.id: (label.name(language), label.mark(language)) for label in scheme.every_label}
    called = [" | ".join((to_name(name), *map(_plain, words))) for name, words in names.items()]
    coloured = [
        f"{to_name(label.id)}\tbgColor:{label.colours['light'].tint}, fgColor:black, "
        f"borderColor:{label.colours['light'].bar}"
        for label in scheme.every_label
        if "light" in label.colours
    ]
    defaults = ["SPAN_DEFAULT\tfgColor:black, bgColor:lightgray, borderColor:darken", "ARC_DEFAULT\tcolor:black"]
    return "\n".join(["[labels]", *called, "", "[drawing]", *defaults, *coloured, ""])


def _plain(words: str) -> str:
    """Words that cannot be taken for more than one column."""
    return " ".join(words.replace("|", " ").split())
