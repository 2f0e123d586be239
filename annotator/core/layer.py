"""A layer: one annotator's work on one article, and the rows that hang on it beside spans."""

from dataclasses import dataclass, replace

from annotator.core.span import Attributes

WORK, HANDED_IN, GOLD, GOLD_FINAL, PREDICTION = "work", "handed_in", "gold", "gold_final", "prediction"
KINDS = (WORK, HANDED_IN, GOLD, GOLD_FINAL, PREDICTION)
FROZEN_KINDS = (HANDED_IN, GOLD_FINAL, PREDICTION)

NEW, STARTED, DONE, SKIPPED = "new", "started", "done", "skipped"
STATUSES = (NEW, STARTED, DONE, SKIPPED)

ANYWAY = "anyway"
"""A layer's `open_answer` once its annotator, told what the article lacks, marked it as done all the same."""


@dataclass(frozen=True, slots=True)
class Annotator:
    """A person (or a model) whose layers are kept apart. `id` is random; `name` is for display."""

    id: str
    name: str
    alias_of: str | None = None


@dataclass(frozen=True, slots=True)
class Layer:
    """Who works on which article, for which time (`pass_number`), and how far they are."""

    id: str
    article: str
    annotator: str
    pass_number: int = 1
    kind: str = WORK
    status: str = NEW
    open_answer: str | None = None
    scheme: int = 1
    guideline: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """What happened: a type, an optional trigger span, spans in roles. `claims` are spans that speak about it."""

    layer: str
    id: str
    type: str
    trigger: str | None = None
    arguments: tuple[tuple[str, str], ...] = ()
    claims: tuple[str, ...] = ()
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """A typed link from one span to another in the same layer."""

    layer: str
    id: str
    type: str
    source: str
    target: str
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark on an article or a span, threaded by `parent`; never part of agreement."""

    id: str
    article: str
    layer: str | None
    span: str | None
    author: str
    parent: str | None
    body: str
    at: str
    resolved: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """How a reviewer settled one disagreement, and why."""

    id: str
    layer: str
    cluster: str
    kind: str
    action: str
    reviewer: str
    at: str
    facets: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    inputs: tuple[str, ...] = ()
    reason: str | None = None
    rule: str | None = None
    note: str = ""
    blind: bool = True
    conflict: bool = False
    ms: int | None = None


def with_status(layer: Layer, status: str) -> Layer:
    """The same layer at another stage of work."""
    return replace(layer, status=status)
