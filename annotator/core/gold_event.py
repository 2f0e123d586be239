"""Gold events: what the decisions on an article's events come to, with the gold spans in their parts.

They follow from the questions, the decisions and the gold spans alone, in whatever order those were settled.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from annotator.core.layer import Decision, Event
from annotator.core.question import (
    CLAIMS,
    PARTS,
    SPANS,
    TRIGGER,
    WHOLE,
    Place,
    Question,
    Said,
    Told,
    Where,
    form_of,
    group_of,
    question_key,
    read_answers,
)
from annotator.core.span import Fragment, Span

Group = tuple[tuple[str, str], ...]
Pair = tuple[str, str]
"""A role, and the id of a gold span in it."""


def gold_event_id(group: Group) -> str:
    """The id of the gold event that the annotators' events of a group come to; of one in the gold, its own."""
    if len(group) == 1 and not group[0][0]:
        return group[0][1]
    return hashlib.sha256(json.dumps(group).encode()).hexdigest()[:16]


def gold_events(
    layer: str,
    questions: Iterable[Question],
    deciding: Mapping[str, Decision],
    spans: Sequence[Span],
    standing: Iterable[Event],
) -> tuple[Event, ...]:
    """The gold's events. `deciding` are the decisions that settle, by their question; `standing` the events until now:
    those that no question is about stay as long as a decision cites them."""
    asked: dict[Group, list[Question]] = defaultdict(list)
    every = list(questions)
    for question in every:
        if form_of(question) != SPANS:
            asked[group_of(question)].append(question)
    found: dict[str, Event] = {}
    if asked:
        scene = _Scene(layer, deciding, _spans_told(every), _Finder(spans, deciding.values()))
        made = (_event(scene, group, some) for group, some in sorted(asked.items()))
        found = {event.id: event for event in made if event is not None}
    handled = {gold_event_id(group) for group, some in asked.items() if _is_settled(some, deciding)}
    cited = {row for decision in deciding.values() for row in decision.chosen}
    known = {span.id for span in spans}
    for event in standing:
        if event.id not in handled and event.id in cited:
            found[event.id] = _without_missing(event, known)
    return tuple(found[name] for name in sorted(found))


@dataclass(slots=True)
class _Scene:
    layer: str
    deciding: Mapping[str, Decision]
    told: Mapping[tuple[str, str], Span]
    finder: "_Finder"


def _spans_told(questions: Iterable[Question]) -> dict[tuple[str, str], Span]:
    """Everybody's spans by annotator and id: each stands in the question about it."""
    return {(said.annotator, span.id): span for q in questions for said in q.versions for span in said.spans}


def _event(scene: _Scene, group: Group, asked: Sequence[Question]) -> Event | None:
    """The event, once it is settled that there is one."""
    whole = next((question for question in asked if form_of(question) == WHOLE), None)
    first = next(said for question in asked for said in question.versions if said.events)
    told: Told | None = Told(first.events[0].type, first.events[0].attributes)
    if whole is not None:
        told = _told(scene.deciding.get(question_key(whole)))
    if told is None or not _is_settled(asked, scene.deciding):
        return None
    parts = [question for question in asked if form_of(question) == PARTS]
    pairs = list(dict.fromkeys((*_undisputed(scene, first, parts), *_decided(scene, parts))))
    trigger = next((span for role, span in pairs if role == TRIGGER), None)
    claims = tuple(span for role, span in pairs if role == CLAIMS)
    arguments = tuple(pair for pair in pairs if pair[0] not in (TRIGGER, CLAIMS))
    return Event(scene.layer, gold_event_id(group), told.type, trigger, arguments, claims, told.attributes)


def _is_settled(asked: Sequence[Question], deciding: Mapping[str, Decision]) -> bool:
    """Whether it is settled that there is the event, or that there is none."""
    whole = [question for question in asked if form_of(question) == WHOLE]
    return any(question_key(question) in deciding for question in whole or asked)


def _told(decision: Decision | None) -> Told | None:
    if decision is None:
        return None
    return next((answer.event for answer in read_answers(decision) if answer.taken and answer.event), None)


def _undisputed(scene: _Scene, said: Said, parts: Iterable[Question]) -> list[Pair]:
    """The parts of one annotator's event that nothing is asked about: the others have them too."""
    event = said.events[0]
    disputed = {
        (role, span.id)
        for question in parts
        for other in question.versions
        if other.annotator == said.annotator
        for role, span in zip(other.roles, other.spans, strict=True)
    }
    trigger = [(TRIGGER, event.trigger)] if event.trigger else []
    pairs = [*trigger, *event.arguments, *((CLAIMS, claim) for claim in event.claims)]
    found = []
    for role, span_id in pairs:
        span = scene.told.get((said.annotator, span_id))
        if span is not None and (role, span_id) not in disputed:
            gold = scene.finder.find(Place(span.label, span.fragments))
            found += [(role, gold)] if gold else []
    return found


def _decided(scene: _Scene, parts: Iterable[Question]) -> list[Pair]:
    found = []
    for question in parts:
        decision = scene.deciding.get(question_key(question))
        for answer in read_answers(decision) if decision else ():
            for place in answer.places if answer.taken else ():
                gold = scene.finder.find(place)
                found += [(place.role, gold)] if gold else []
    return found


class _Finder:
    """Finds the gold span that stands for an annotator's: the same, or what its question was settled as."""

    def __init__(self, spans: Iterable[Span], decisions: Iterable[Decision]) -> None:
        self._spans = {span.id: span for span in spans}
        self._same: dict[Where, str] = {(span.label, span.fragments): span.id for span in self._spans.values()}
        self._settled: dict[Where, list[Decision]] = defaultdict(list)
        for decision in decisions:
            for answer in read_answers(decision):
                for place in answer.places:
                    if not place.role:
                        self._settled[place.where].append(decision)

    def find(self, place: Place) -> str | None:
        """The id of the gold span, or None where there is none (yet)."""
        if place.where in self._same:
            return self._same[place.where]
        chosen = {row for decision in self._settled[place.where] for row in decision.chosen if row in self._spans}
        rated = [
            (shared_length(place.fragments, span.fragments), span.label == place.label, span.id)
            for span in map(self._spans.__getitem__, sorted(chosen))
        ]
        best = max((row for row in rated if row[0]), default=None)
        return best[2] if best else None


def shared_length(one: Iterable[Fragment], other: Sequence[Fragment]) -> int:
    """How many code points two spans have in common."""
    return sum(max(0, min(a, b) - max(c, d)) for c, a in one for d, b in other)


def _without_missing(event: Event, known: set[str]) -> Event:
    return replace(
        event,
        trigger=event.trigger if event.trigger in known else None,
        arguments=tuple(pair for pair in event.arguments if pair[1] in known),
        claims=tuple(claim for claim in event.claims if claim in known),
    )
