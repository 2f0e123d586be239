"""A record: one article with one layer of it, whole. What every other room receives and gives."""

from dataclasses import dataclass, field

from annotator.core.article import Article
from annotator.core.layer import Annotator, Comment, Decision, Event, Layer, Relation
from annotator.core.sentence import Sentence
from annotator.core.span import Span


@dataclass(frozen=True, slots=True)
class Record:
    """One article and, unless nobody has worked on it yet, one layer with everything in it.

    `path` and `line` (from 1) say which file it was read from, for reports.
    """

    article: Article
    layer: Layer | None = None
    annotator: Annotator | None = None
    scheme: str = ""
    updated_at: str = ""
    spans: tuple[Span, ...] = ()
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()
    comments: tuple[Comment, ...] = ()
    decisions: tuple[Decision, ...] = ()
    path: str = field(default="", compare=False)
    line: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that was not taken in, and why. `line` counts from 1."""

    path: str
    line: int | None
    reason: Sentence


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that was taken in, though the person should know about it."""

    path: str
    line: int | None
    reason: Sentence
