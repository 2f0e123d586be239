"""The scheme: which labels there are, as data read from TOML. The program knows no label by name."""

import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

THEMES = ("light", "dark", "sepia")
LANGUAGES = ("ar", "en")
PATTERNS = ("solid", "double", "dash", "dot", "thin")
COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


class SchemeError(ValueError):
    """The scheme cannot be used; the message says where and why."""


@dataclass(frozen=True, slots=True)
class Colours:
    """One theme's colours of a label, as #RRGGBB: its bar, the ink on the bar, the tint under the words."""

    bar: str
    on: str
    tint: str


@dataclass(frozen=True, slots=True)
class Label:
    """What a span can be called. `id` never changes; `names`, `marks` and `definitions` are by language."""

    id: str
    names: Mapping[str, str]
    marks: Mapping[str, str]
    key: str
    pattern: str
    core: bool
    colours: Mapping[str, Colours]
    definitions: Mapping[str, str]

    def name(self, language: str) -> str:
        """The label's name in the language, else in English, else its id."""
        return self.names.get(language) or self.names.get("en") or self.id

    def mark(self, language: str) -> str:
        """The one letter that stands for the label."""
        return self.marks.get(language) or self.name(language)[:1]


@dataclass(frozen=True, slots=True)
class TourStep:
    """What the guided tour asks for first: mark `quote` in `article` as `label`, then try `other`."""

    article: str
    quote: str
    label: str
    other: str


@dataclass(frozen=True, slots=True)
class Scheme:
    """A version of the scheme: its labels in order, and the TOML it was read from, byte for byte."""

    id: str
    version: int
    labels: tuple[Label, ...]
    toml: str
    tour: TourStep | None = None

    @property
    def sha256(self) -> str:
        """The hash that names this exact scheme."""
        return hashlib.sha256(self.toml.encode()).hexdigest()

    def label(self, label_id: str) -> Label | None:
        """The label of that id, if the scheme has it."""
        return next((label for label in self.labels if label.id == label_id), None)

    def label_for_key(self, key: str) -> Label | None:
        """The label that a key sets."""
        return next((label for label in self.labels if label.key == key), None)


def read_scheme(toml: str) -> Scheme:
    """The scheme written in `toml`. Raises SchemeError with the place and the reason."""
    try:
        data = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise SchemeError(f"The scheme is not valid TOML: {error}.") from error
    labels = tuple(_label(entry, number) for number, entry in enumerate(_need(data, "label", list, "the scheme"), 1))
    _refuse_repeats(labels)
    tour = TourStep(**data["tour"]) if "tour" in data else None
    return Scheme(_need(data, "id", str, "the scheme"), _need(data, "version", int, "the scheme"), labels, toml, tour)


def _need(data: Mapping[str, Any], name: str, kind: type, where: str) -> Any:
    value = data.get(name)
    if not isinstance(value, kind):
        raise SchemeError(f"In {where}, “{name}” is missing or is not a {kind.__name__}.")
    return value


def _label(data: Mapping[str, Any], number: int) -> Label:
    where = f"label {number} ({data.get('id', 'without an id')})"
    pattern = _need(data, "pattern", str, where)
    if pattern not in PATTERNS:
        raise SchemeError(f"In {where}, the pattern “{pattern}” is none of {', '.join(PATTERNS)}.")
    colours = {theme: _colours(_need(data, "colours", dict, where), theme, where) for theme in THEMES}
    return Label(
        id=_need(data, "id", str, where),
        names=_need(data, "name", dict, where),
        marks=_need(data, "mark", dict, where),
        key=_need(data, "key", str, where),
        pattern=pattern,
        core=bool(data.get("core", True)),
        colours=colours,
        definitions=data.get("definition", {}),
    )


def _colours(data: Mapping[str, Any], theme: str, where: str) -> Colours:
    values = _need(data, theme, dict, f"{where}, colours")
    for part in ("bar", "on", "tint"):
        if not COLOUR.fullmatch(str(values.get(part))):
            raise SchemeError(f"In {where}, the {theme} colour “{part}” is not of the form #RRGGBB.")
    return Colours(values["bar"], values["on"], values["tint"])


def _refuse_repeats(labels: tuple[Label, ...]) -> None:
    for what, values in (("id", [label.id for label in labels]), ("key", [label.key for label in labels])):
        repeated = {value for value in values if values.count(value) > 1}
        if repeated:
            raise SchemeError(f"Two labels share the {what} “{sorted(repeated)[0]}”.")
    if not labels:
        raise SchemeError("The scheme has no labels.")
