"""The scheme: labels, attributes, events, roles and relations, as values. The program knows none of them by name.

`core/scheme_file.py` reads it from TOML.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from annotator.core.policy import NO_POLICY, Policy
from annotator.core.sentence import Refused
from annotator.core.span import Attributes

THEMES = ("light", "dark", "sepia")
LANGUAGES = ("ar", "en")
PATTERNS = ("solid", "double", "dash", "dot", "thin")
IN, OUT = "in", "out"
"""Whether a label's spans keep the proclitics (و ف ب ك ل س) of their first word, or leave them out."""
CHOICE, TEXT, COUNT, YES_NO = "choice", "text", "count", "yes_no"
ATTRIBUTE_KINDS = (CHOICE, TEXT, COUNT, YES_NO)
YES = "yes"
"""What a yes-or-no attribute holds when it is set."""

Words = Mapping[str, str]
"""The same thing said in each language."""


class SchemeError(Refused):
    """The scheme cannot be used; the sentence says in which line and why."""


def word(words: Words, language: str, otherwise: str = "") -> str:
    """What is said in the language, else in English, else `otherwise`."""
    return words.get(language) or words.get("en") or otherwise


@dataclass(frozen=True, slots=True)
class Colours:
    """One theme's colours of a label, as #RRGGBB: its bar, the ink on the bar, the tint under the words."""

    bar: str
    on: str
    tint: str


@dataclass(frozen=True, slots=True)
class Guideline:
    """How a label is meant, by language: what it is, what to do, what not to do, an example."""

    definition: Words
    do: Words
    dont: Words
    example: Words


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of an attribute; `key` sets it while the attribute has the focus."""

    id: str
    key: str
    names: Words

    def name(self, language: str) -> str:
        """The choice in the language."""
        return word(self.names, language, self.id)


@dataclass(frozen=True, slots=True)
class Attribute:
    """A named value that spans of some labels, or events of some types, may or must carry."""

    id: str
    kind: str
    names: Words
    required: bool = False
    choices: tuple[Choice, ...] = ()

    def name(self, language: str) -> str:
        """The attribute in the language."""
        return word(self.names, language, self.id)

    def choice(self, value: str) -> Choice | None:
        """The choice of that id."""
        return next((choice for choice in self.choices if choice.id == value), None)

    def takes(self, value: str) -> bool:
        """Whether the attribute may hold this value."""
        if self.kind == CHOICE:
            return self.choice(value) is not None
        if self.kind == YES_NO:
            return value == YES
        return bool(value.strip()) and (self.kind != COUNT or value.isdecimal())


@dataclass(frozen=True, slots=True)
class Label:
    """What a span can be called. `id` never changes; `names`, `marks` and `definitions` are by language.

    `clitics` is OUT where spans leave out the proclitics of their first word, else IN. A label that is not `core` is a
    helper: in use only where the project has switched it `on`.
    """

    id: str
    names: Words
    marks: Words
    key: str
    pattern: str
    core: bool
    colours: Mapping[str, Colours]
    guideline: Guideline
    clitics: str = IN
    attributes: tuple[Attribute, ...] = ()
    on: bool = False

    @property
    def in_use(self) -> bool:
        """Whether spans can be given this label now."""
        return self.core or self.on

    def attribute(self, attribute_id: str) -> Attribute | None:
        """The attribute of that id."""
        return next((one for one in self.attributes if one.id == attribute_id), None)

    def name(self, language: str) -> str:
        """The label's name in the language, else in English, else its id."""
        return word(self.names, language, self.id)

    def mark(self, language: str) -> str:
        """The one letter that stands for the label."""
        return word(self.marks, language) or self.name(language)[:1]

    def kept(self, attributes: Attributes) -> Attributes:
        """Those of a span's attributes that this label takes, with a value it takes."""
        known = {one.id: one for one in self.attributes}
        return tuple((name, value) for name, value in attributes if name in known and known[name].takes(value))

    @property
    def definitions(self) -> Words:
        """What the label means."""
        return self.guideline.definition


@dataclass(frozen=True, slots=True)
class Role:
    """A part that spans of these labels may play in an event. `silence` is the yes-or-no attribute of the event that
    says that the text names nobody in this role."""

    id: str
    names: Words
    labels: tuple[str, ...]
    silence: str | None = None

    def name(self, language: str) -> str:
        """The role in the language."""
        return word(self.names, language, self.id)


@dataclass(frozen=True, slots=True)
class EventPattern:
    """How an event is said when exactly these roles are filled; {role} stands for the role's spans."""

    roles: frozenset[str]
    words: Words


@dataclass(frozen=True, slots=True)
class EventType:
    """A kind of event: which labels may be its trigger, its roles, its attributes, and how it is said."""

    id: str
    names: Words
    triggers: tuple[str, ...]
    roles: tuple[Role, ...]
    attributes: tuple[Attribute, ...]
    patterns: tuple[EventPattern, ...]
    claims: tuple[str, ...] = ()
    claims_silence: str | None = None

    def attribute(self, attribute_id: str) -> Attribute | None:
        """The attribute of that id."""
        return next((one for one in self.attributes if one.id == attribute_id), None)

    def name(self, language: str) -> str:
        """The type in the language."""
        return word(self.names, language, self.id)

    def role(self, role_id: str) -> Role | None:
        """The role of that id."""
        return next((role for role in self.roles if role.id == role_id), None)


@dataclass(frozen=True, slots=True)
class RelationType:
    """A link from spans of some labels to spans of some labels."""

    id: str
    names: Words
    sources: tuple[str, ...]
    targets: tuple[str, ...]

    def name(self, language: str) -> str:
        """The relation in the language."""
        return word(self.names, language, self.id)


@dataclass(frozen=True, slots=True)
class TourStep:
    """What the guided tour asks for first: mark `quote` in `article` as `label`, then try `other`."""

    article: str
    quote: str
    label: str
    other: str


@dataclass(frozen=True, slots=True)
class Scheme:
    """A version of the scheme: everything in order, and the TOML it was read from, byte for byte."""

    id: str
    version: int
    every_label: tuple[Label, ...]
    toml: str
    tour: TourStep | None = None
    events: tuple[EventType, ...] = ()
    relations: tuple[RelationType, ...] = ()
    policy: Policy = NO_POLICY

    @property
    def labels(self) -> tuple[Label, ...]:
        """The labels that are in use: the core ones, and the helpers that were switched on."""
        return tuple(label for label in self.every_label if label.in_use)

    @property
    def sha256(self) -> str:
        """The hash that names this exact scheme."""
        return hashlib.sha256(self.toml.encode()).hexdigest()

    def label(self, label_id: str) -> Label | None:
        """The label of that id, in use or not."""
        return next((label for label in self.every_label if label.id == label_id), None)

    def label_for_key(self, key: str) -> Label | None:
        """The label in use that a key sets."""
        return next((label for label in self.labels if label.key == key), None)

    def event_type(self, type_id: str) -> EventType | None:
        """The kind of event of that id."""
        return next((kind for kind in self.events if kind.id == type_id), None)

    def relation(self, type_id: str) -> RelationType | None:
        """The kind of relation of that id."""
        return next((kind for kind in self.relations if kind.id == type_id), None)
