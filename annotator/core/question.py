"""Questions: disagreements as a reviewer is asked about them, and the answers that annotators gave.

What compares annotators makes them; here stands only what settling one needs to know of it. Code points, half-open.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

import msgspec

from annotator.core.layer import Decision, Event
from annotator.core.span import Attributes, Fragment, Span

AGREE = "agree"
"""The kind of a question on which all agree: it only waits to be accepted."""
TRIGGER, CLAIMS = "trigger", "claims"
"""The parts in an event that are no roles of the scheme: what names it, and what speaks about it."""
SPANS, WHOLE, PARTS = "spans", "whole", "parts"
"""What is asked: which spans there are; whether there is an event and of which kind; who plays a part in it."""
_PARTS = frozenset(("swapped_roles", "missing_argument"))
_encode = msgspec.json.Encoder().encode
Where = tuple[str, tuple[Fragment, ...]]
"""A label and the pieces of text under it: within one layer no two spans have the same."""


class Said(Protocol):
    """What one annotator (by id) says. `roles` stand beside `spans` that play parts in an event."""

    @property
    def annotator(self) -> str: ...
    @property
    def spans(self) -> tuple[Span, ...]: ...
    @property
    def events(self) -> tuple[Event, ...]: ...
    @property
    def roles(self) -> tuple[str, ...]: ...


class Question(Protocol):
    """One thing to settle in an article; `key` changes as soon as anybody says something else about it."""

    @property
    def key(self) -> str: ...
    @property
    def article(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def facets(self) -> tuple[str, ...]: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def quote(self) -> str: ...
    @property
    def versions(self) -> Sequence[Said]: ...


@dataclass(frozen=True, slots=True)
class Place:
    """A span as an answer has it, without a layer and an id; `role` is the part it plays, if that is what is asked."""

    label: str
    fragments: tuple[Fragment, ...]
    attributes: Attributes = ()
    role: str = ""

    @property
    def where(self) -> Where:
        """What tells it from other spans of one layer."""
        return self.label, self.fragments


@dataclass(frozen=True, slots=True)
class Told:
    """What an answer says of an event itself."""

    type: str
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer and who gave it (annotators by id; nobody: the reviewer's own). Without places and event: nothing."""

    by: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    event: Told | None = None
    taken: bool = False

    @property
    def is_nothing(self) -> bool:
        """Whether it says that there is nothing."""
        return not self.places and self.event is None


def form_of(question: Question) -> str:
    """What the question asks: SPANS, WHOLE or PARTS."""
    if not any(version.events for version in question.versions):
        return SPANS
    return PARTS if _PARTS & frozenset(question.facets) else WHOLE


def question_key(question: Question) -> str:
    """The name under which the question is decided: no other of the project has it."""
    form = form_of(question)
    if form == SPANS or question.key.endswith(f".{form}"):
        return question.key
    events = hashlib.sha256(_encode(group_of(question))).hexdigest()[:8]
    return f"{question.key}.{events}.{form}"


def form_of_key(key: str) -> str:
    """What the question of that name asks."""
    _, _, form = key.rpartition(".")
    return form if form in (WHOLE, PARTS) else SPANS


def group_of(question: Question) -> tuple[tuple[str, str], ...]:
    """The annotators' events that the question is about, each as annotator and id."""
    return tuple(sorted((said.annotator, event.id) for said in question.versions for event in said.events))


def answers(question: Question) -> tuple[Answer, ...]:
    """The different answers, what most say first. Who lacks an event is not asked who plays a part in it."""
    form = form_of(question)
    found: dict[object, Answer] = {}
    for said in question.versions:
        if form == PARTS and not said.events:
            continue
        answer = _answer(said, form)
        known = found.setdefault(_identity(answer, form), Answer((), answer.places, answer.event))
        found[_identity(answer, form)] = Answer((*known.by, *answer.by), known.places, known.event)
    return tuple(sorted(found.values(), key=lambda answer: -len(answer.by)))


def _answer(said: Said, form: str) -> Answer:
    roles = said.roles or ("",) * len(said.spans)
    places = tuple(Place(s.label, s.fragments, s.attributes, r) for s, r in zip(said.spans, roles, strict=True))
    told = Told(said.events[0].type, said.events[0].attributes) if said.events and form == WHOLE else None
    return Answer((said.annotator,) if said.annotator else (), places, told)


def _identity(answer: Answer, form: str) -> object:
    if form == WHOLE:
        return answer.event and (answer.event.type, tuple(sorted(answer.event.attributes)))
    return frozenset(
        (place.where, place.role, tuple(sorted(place.attributes)) if form == SPANS else ()) for place in answer.places
    )


_decode = msgspec.json.Decoder(Answer).decode


def write_answers(found: Iterable[Answer]) -> tuple[str, ...]:
    """The answers as a decision keeps them among its `alternatives`."""
    return tuple(_encode(answer).decode() for answer in found)


def read_answers(decision: Decision) -> tuple[Answer, ...]:
    """The answers that a decision was made between. Alternatives that another program wrote in its own way say nothing
    to us and are left out."""
    return _read(decision.alternatives)


@lru_cache(maxsize=4096)
def _read(alternatives: tuple[str, ...]) -> tuple[Answer, ...]:
    found = []
    for text in alternatives:
        try:
            found.append(_decode(text))
        except (msgspec.MsgspecError, UnicodeEncodeError):
            # Whatever a foreign file holds there: it stays as it is, and only cannot be looked into.
            continue
    return tuple(found)


def shape_of(answer: Answer, origin: int) -> object:
    """What an answer says, told from the place `origin` (a code point), whoever gave it and whatever the attributes."""
    told = [
        (place.role, place.label, tuple((start - origin, end - origin) for start, end in place.fragments))
        for place in answer.places
    ]
    return (answer.event.type, tuple(sorted(answer.event.attributes))) if answer.event else None, tuple(sorted(told))


def likeness(question: Question) -> str:
    """What questions have in common that can be settled together: the kind, the words, and what was answered."""
    shapes = sorted(str(shape_of(answer, question.start)) for answer in answers(question))
    told = _encode((question.kind, question.quote, shapes))
    return hashlib.sha256(told).hexdigest()[:16]
