"""Bundles: what travels between the projects of a team. `exchange` keeps them in files, `store` takes them in."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from annotator.core.assignment import Assigned
from annotator.core.layer import Annotator
from annotator.core.record import Record

HAND_IN, UPDATE = "hand_in", "update"
KINDS = (HAND_IN, UPDATE)


@dataclass(frozen=True, slots=True)
class SchemeText:
    """One version of a scheme: its number at home, the number it was made from, the rules between them, its TOML."""

    number: int
    previous: int | None
    mapping: str
    toml: str


@dataclass(frozen=True, slots=True)
class RuleText:
    """A numbered rule of the guideline."""

    id: str
    n: int
    version: int
    text: str
    at: str


@dataclass(frozen=True, slots=True)
class Bundle:
    """Frozen layers on their way, and with an update what else its annotator (`to`) is told.

    `records` reads them once more each time it is called; whatever is wrong with them was found before. `source` is the
    file's name, for reports; `in_force` the number of the scheme's version at home; `number` counts the updates that an
    annotator was sent, so that an older one never takes back what a newer one said.
    """

    source: str
    kind: str
    tool_version: str
    annotators: tuple[Annotator, ...]
    schemes: tuple[SchemeText, ...]
    in_force: int
    records: Callable[[], Iterator[Record]]
    to: str | None = None
    number: int = 0
    rules: tuple[RuleText, ...] = ()
    assigned: tuple[Assigned, ...] = ()
