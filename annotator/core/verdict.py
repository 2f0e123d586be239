"""Verdicts: what a reviewer says to one question, before it is kept as a decision."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from annotator.core.layer import Decision
from annotator.core.question import WHOLE, Answer, Place, Question, Told, answers, form_of, shape_of
from annotator.core.scheme import OUT, Label, Scheme
from annotator.core.span import Span
from annotator.core.trim import trimmed

AGREED, TAKE, MAJORITY, BOTH, NOBODY = "agreed", "take", "majority", "both", "nobody"
EDIT, RELABEL, POLICY, TRIM, DEFER, SKIP = "edit", "relabel", "policy", "trim", "defer", "skip"
WAITING = frozenset((DEFER, SKIP))
"""What is put off: kept, so that everybody sees it, but the question stays open."""
OPEN, PUT_OFF, SETTLED = 0, 1, 2
"""The state of a question, in the order in which a reviewer comes to it."""
REASONS = ("label_confusion", "ambiguous_text", "rule_unclear", "slip", "edge_or_clitic")
"""Why somebody was not right, in the order of the digits that say it."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was done about a question, and all the answers to it, with what was taken marked."""

    action: str
    answers: tuple[Answer, ...]

    @property
    def settles(self) -> bool:
        """Whether the question is settled by it."""
        return self.action not in WAITING


def state_of(decision: Decision | None) -> int:
    """The state of a question that has this decision, or none."""
    if decision is None:
        return OPEN
    return PUT_OFF if decision.action in WAITING else SETTLED


def take(question: Question, number: int, action: str = TAKE) -> Verdict:
    """Take the answer of that number (from 0) in `answers`. Raises IndexError where there is none."""
    found = answers(question)
    chosen = found[number]
    return Verdict(action, tuple(replace(answer, taken=answer is chosen) for answer in found))


def agreed(question: Question) -> Verdict:
    """Accept what all agree on."""
    return take(question, 0, AGREED)


def majority(question: Question) -> Verdict | None:
    """Take what more than half of those asked say; None where there is no such answer."""
    found = answers(question)
    asked = sum(len(answer.by) for answer in found)
    return take(question, 0, MAJORITY) if 2 * len(found[0].by) > asked else None


def both(question: Question, numbers: Collection[int] | None = None) -> Verdict | None:
    """Keep all that anybody marked, or the answers of these numbers; None where one event cannot be two."""
    if form_of(question) == WHOLE:
        return None
    kept = (
        replace(answer, taken=bool(answer.places) and (numbers is None or number in numbers))
        for number, answer in enumerate(answers(question))
    )
    return Verdict(BOTH, tuple(kept))


def nobody(question: Question) -> Verdict:
    """Nobody is right: nothing of it goes into the gold."""
    return Verdict(NOBODY, answers(question))


def defer(question: Question) -> Verdict:
    """Wait for the guideline to say what is right."""
    return Verdict(DEFER, answers(question))


def skip(question: Question) -> Verdict:
    """Leave it for later."""
    return Verdict(SKIP, answers(question))


def edited(
    question: Question, spans: Iterable[Span], event: Told | None = None, roles: tuple[str, ...] = ()
) -> Verdict:
    """The reviewer's own answer: these spans, with these roles where parts are asked, or this event."""
    some = tuple(spans)
    parts = roles or ("",) * len(some)
    places = (Place(s.label, s.fragments, s.attributes, part) for s, part in zip(some, parts, strict=True))
    return Verdict(EDIT, (*answers(question), Answer((), tuple(places), event, taken=True)))


def relabelled(question: Question, number: int, label: Label) -> Verdict:
    """The answer of that number under another label, with those attributes that the label takes."""
    found = answers(question)
    places = {
        place.fragments: replace(place, label=label.id, attributes=label.kept(place.attributes))
        for place in found[number].places
    }
    return Verdict(RELABEL, (*found, Answer((), tuple(places.values()), found[number].event, taken=True)))


def likewise(verdict: Verdict, model: Question, other: Question) -> Verdict | None:
    """The same said to another question of the same words; None where nobody gave that answer there."""
    if not verdict.settles or verdict.action == NOBODY:
        return Verdict(verdict.action, answers(other))
    if other.quote != model.quote:
        return None
    found = answers(other)
    wanted = [shape_of(answer, model.start) for answer in verdict.answers if answer.taken and answer.by]
    given = [shape_of(answer, other.start) for answer in found]
    if any(shape not in given for shape in wanted):
        return None
    marked = tuple(replace(answer, taken=shape in wanted) for answer, shape in zip(found, given, strict=True))
    step = other.start - model.start
    own = tuple(_moved(answer, step) for answer in verdict.answers if answer.taken and not answer.by)
    return Verdict(verdict.action, (*marked, *own))


def _moved(answer: Answer, step: int) -> Answer:
    def moved(place: Place) -> Place:
        return replace(place, fragments=tuple((start + step, end + step) for start, end in place.fragments))

    return replace(answer, places=tuple(map(moved, answer.places)))


# ---------------------------------------------------------------- whole classes of questions


def follow_clitics(question: Question, scheme: Scheme, text: str) -> Verdict | None:
    """Where only a proclitic is in dispute: what the label's policy says, in or out; None where that is not all."""
    found = _only_places(question, "clitic")
    label = scheme.label(next(iter(found)).label) if found else None
    if label is None:
        return None
    starts = {place.fragments[0][0]: place for place in found}
    chosen = starts[max(starts) if label.clitics == OUT else min(starts)]
    numbers = [n for n, answer in enumerate(answers(question)) if answer.places == (chosen,)]
    return take(question, numbers[0], POLICY)


def trim_edges(question: Question, scheme: Scheme, text: str) -> Verdict | None:
    """Where only punctuation or marks at the edges are in dispute: the words without it; None where that is not all."""
    found = _only_places(question, "punctuation")
    clean = {replace(place, fragments=trimmed(place.fragments, text), attributes=()) for place in found}
    if len(clean) != 1:
        return None
    wanted = replace(clean.pop(), attributes=found[0].attributes)
    for number, answer in enumerate(answers(question)):
        if [place.where for place in answer.places] == [wanted.where]:
            return take(question, number, TRIM)
    return Verdict(TRIM, (*answers(question), Answer((), (wanted,), taken=True)))


def _only_places(question: Question, facet: str) -> list[Place]:
    """The one place that each answer has, under one label, where nothing but `facet` is in dispute."""
    found = [answer.places for answer in answers(question)]
    if question.facets != (facet,) or any(len(places) != 1 for places in found):
        return []
    labels = {places[0].label for places in found}
    return [places[0] for places in found] if len(labels) == 1 else []


ClassRule = Callable[[Question, Scheme, str], Verdict | None]
CLASS_RULES: Mapping[str, ClassRule] = {"clitic": follow_clitics, "punctuation": trim_edges}
"""By kind, what settles a whole class of questions: each takes the question, the scheme and the article's text."""
