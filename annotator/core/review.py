"""Review: how decisions make the gold of an article. Values in, values out; what lies between two golds is a change."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from annotator.core.change import Change, Edit, Row
from annotator.core.gold_event import gold_event_id, gold_events, shared_length
from annotator.core.identity import new_id
from annotator.core.layer import DONE, STARTED, Decision, Event, Layer, with_status
from annotator.core.question import (
    AGREE,
    SPANS,
    WHOLE,
    Answer,
    Place,
    Question,
    Where,
    form_of,
    form_of_key,
    group_of,
    question_key,
    read_answers,
    write_answers,
)
from annotator.core.span import MANUAL, Span, reading_order
from annotator.core.verdict import NOBODY, WAITING, Verdict, agreed

LEFT = "left"
"""The kind of a question about what stands in the gold though nobody marks it any more; its key begins so."""
Ruling = tuple[Question, Verdict]


@dataclass(frozen=True, slots=True)
class Gold:
    """An article's gold as it stands: the layer and what hangs on it, events and decisions by their ids."""

    layer: Layer
    spans: tuple[Span, ...] = ()
    events: tuple[Event, ...] = ()
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who decides, when and how: what every decision of one gesture carries. `known_as` are the reviewer's other ids.

    `inputs` are the ids of the layers that were compared; `ms` is how long the reviewer looked.
    """

    reviewer: str
    at: str
    inputs: tuple[str, ...] = ()
    blind: bool = True
    reason: str | None = None
    rule: str | None = None
    note: str = ""
    ms: int | None = None
    known_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """What the gold says, in the place of an annotator."""

    spans: tuple[Span, ...]
    events: tuple[Event, ...] = ()
    roles: tuple[str, ...] = ()
    annotator: str = ""


@dataclass(frozen=True, slots=True)
class Leftover:
    """The question whether something stays in the gold that no annotator has any more: keep it, or nobody."""

    key: str
    article: str
    start: int
    end: int
    quote: str
    versions: tuple[Kept, ...]
    kind: str = LEFT
    facets: tuple[str, ...] = (LEFT,)
    severity: float = 1.0


# ---------------------------------------------------------------- what is open


def settling(decisions: Iterable[Decision]) -> dict[str, Decision]:
    """The decisions that settle something, by the name of their question."""
    return {decision.cluster: decision for decision in decisions if decision.action not in WAITING}


def open_questions(questions: Iterable[Question], decisions: Iterable[Decision]) -> list[Question]:
    """The questions that are not settled, in their order; those put off are among them."""
    settled = settling(decisions)
    return [question for question in questions if question_key(question) not in settled]


def is_complete(questions: Iterable[Question], decisions: Iterable[Decision]) -> bool:
    """Whether every question of the article is settled."""
    return not open_questions(questions, decisions)


def all_agreed(questions: Iterable[Question], decisions: Iterable[Decision]) -> list[Ruling]:
    """What accepts everything that all agree on and that is not settled yet."""
    return [(one, agreed(one)) for one in open_questions(questions, decisions) if one.kind == AGREE]


def with_leftovers(questions: Sequence[Question], gold: Gold, text: str) -> list[Question]:
    """The article's questions, and one for each thing in the gold that none of them is about any more."""
    keys = set(map(question_key, questions))
    stale = [decision for decision in gold.decisions if decision.cluster not in keys]
    heirs = _heirs(stale, questions, gold.decisions)
    seen: set[tuple[str, ...]] = set()
    found: list[Question] = list(questions)
    for decision in stale:
        if decision.chosen in seen or heirs[decision.id]:
            continue
        left = _leftover(decision, gold, text)
        if left is not None:
            seen |= {decision.chosen} if form_of(left) != SPANS else set()
            found.append(left)
    return found


def _leftover(decision: Decision, gold: Gold, text: str) -> Question | None:
    """The question about what a decision put there; None where nothing of it is in the gold and nobody was asked."""
    is_asked = decision.cluster.startswith(f"{LEFT}:")
    spans = tuple(span for span in gold.spans if span.decision == decision.id)
    events = tuple(event for event in gold.events if event.id in decision.chosen)
    kept = Kept(spans)
    if events:
        kept = _kept_event(events[0], gold)
    elif not spans and is_asked:
        return Leftover(decision.cluster, gold.layer.article, 0, 0, "", ())
    elif not spans:
        return None
    key = decision.cluster if is_asked else f"{LEFT}:{decision.id}{'.' + WHOLE if events else ''}"
    start, end = min((s.start for s in kept.spans), default=0), max((s.end for s in kept.spans), default=0)
    return Leftover(key, gold.layer.article, start, end, text[start:end], (kept,))


def _kept_event(event: Event, gold: Gold) -> Kept:
    trigger = [("trigger", event.trigger)] if event.trigger else []
    pairs = [*trigger, *event.arguments, *(("claims", claim) for claim in event.claims)]
    known = {span.id: span for span in gold.spans}
    there = [(role, known[span]) for role, span in pairs if span in known]
    return Kept(tuple(span for _, span in there), (event,), tuple(role for role, _ in there))


def _heirs(
    stale: Iterable[Decision], questions: Iterable[Question], decisions: Iterable[Decision]
) -> dict[str, list[Question]]:
    """By decision on a question that is no more, the open questions in its place: those that share a span with it,
    else the one that overlaps it most."""
    gone = list(stale)
    if not gone:
        return {}
    waiting = [one for one in open_questions(questions, decisions) if not isinstance(one, Leftover)]
    rows = [(form_of(question), _places(question), question) for question in waiting]
    return {decision.id: _heirs_of(decision, rows) for decision in gone}


def _heirs_of(decision: Decision, rows: Iterable[tuple[str, set[Where], Question]]) -> list[Question]:
    form = form_of_key(decision.cluster)
    places = {place.where for answer in read_answers(decision) for place in answer.places}
    alike = [(there, question) for other, there, question in rows if other == form]
    sharing = [question for there, question in alike if places & there]
    if sharing:
        return sharing
    best = max(((_shared(places, there), question) for there, question in alike), key=lambda row: row[0], default=None)
    return [best[1]] if best and best[0] else []


def _places(question: Question) -> set[Where]:
    return {(span.label, span.fragments) for said in question.versions for span in said.spans}


def _shared(some: Iterable[Where], others: Collection[Where]) -> int:
    return max((shared_length(one[1], other[1]) for one in some for other in others), default=0)


# ---------------------------------------------------------------- deciding


def settle(gold: Gold, questions: Sequence[Question], rulings: Iterable[Ruling], stamp: Stamp) -> Gold:
    """The gold after these rulings. `questions` are all of the article's, leftovers among them.

    A question that was decided before is decided anew; what a new hand-in left behind goes with the question in its
    place.
    """
    draft = _Draft(gold, questions)
    for question, verdict in rulings:
        draft.rule(question, verdict, stamp)
    return draft.done()


def reopen(gold: Gold, questions: Sequence[Question], decision_ids: Collection[str]) -> Gold:
    """The gold without these decisions and what they put there: their questions are open again."""
    draft = _Draft(gold, questions)
    draft.withdraw([decision for decision in gold.decisions if decision.id in decision_ids])
    return draft.done()


@dataclass(slots=True)
class _Draft:
    """The gold while it is being changed."""

    gold: Gold
    questions: Sequence[Question]
    spans: dict[str, Span] = field(init=False)
    decisions: dict[str, Decision] = field(init=False)
    at: dict[Where, str] = field(init=False)
    stale: list[Decision] = field(init=False)
    heirs: dict[str, list[Question]] = field(init=False)
    pool: dict[Where, Span] = field(default_factory=dict)

    def __post_init__(self) -> None:
        keys = set(map(question_key, self.questions))
        self.spans = {span.id: span for span in self.gold.spans}
        self.decisions = {decision.id: decision for decision in self.gold.decisions}
        self.at = {(span.label, span.fragments): span.id for span in self.gold.spans}
        self.stale = [decision for decision in self.gold.decisions if decision.cluster not in keys]
        self.heirs = _heirs(self.stale, self.questions, self.gold.decisions)

    def rule(self, question: Question, verdict: Verdict, stamp: Stamp) -> None:
        """Decide one question."""
        key, name = question_key(question), new_id()
        gone = [decision for decision in self.decisions.values() if decision.cluster == key]
        self.withdraw(gone if not verdict.settles else [*gone, *self._left_behind(question)])
        form = form_of(question)
        taken = [place for answer in verdict.answers if answer.taken for place in answer.places]
        if not verdict.settles:
            chosen: tuple[str, ...] = ()
        elif form == SPANS:
            chosen = tuple(dict.fromkeys(self._place(place, name) for place in taken))
        else:
            exists = form != WHOLE or any(answer.taken and answer.event for answer in verdict.answers)
            chosen = (gold_event_id(group_of(question)),) if exists else ()
        self.decisions[name] = _decision(name, self.gold.layer, question, verdict, chosen, stamp)

    def withdraw(self, gone: Iterable[Decision]) -> None:
        """Take decisions out, and the spans that no other decision has chosen too."""
        for decision in gone:
            self.decisions.pop(decision.id, None)
            for row in decision.chosen:
                span = self.spans.get(row)
                if span is not None and span.decision == decision.id:
                    self._release(span)

    def _release(self, span: Span) -> None:
        heir = next((one.id for one in self.decisions.values() if span.id in one.chosen), None)
        if heir is not None:
            self.spans[span.id] = replace(span, decision=heir)
            return
        where = (span.label, span.fragments)
        del self.spans[span.id]
        self.at.pop(where, None)
        self.pool[where] = span

    def _left_behind(self, question: Question) -> list[Decision]:
        """The decisions on questions that are no more, in whose place this one stands."""
        stale = [decision for decision in self.stale if decision.id in self.decisions]
        if isinstance(question, Leftover):
            about = question.key.removeprefix(f"{LEFT}:").partition(".")[0]
            events = {event.id for said in question.versions for event in said.events}
            return [one for one in stale if one.id == about or events.intersection(one.chosen)]
        key = question_key(question)
        return [one for one in stale if any(question_key(heir) == key for heir in self.heirs[one.id])]

    def _place(self, place: Place, decision: str) -> str:
        """The gold span at that place, made if it is not there; its id."""
        known = self.at.get(place.where)
        if known is not None and self.spans[known].decision in self.decisions:
            return known
        old = self.spans.get(known or "") or self.pool.get(place.where)
        if old is None:
            old = Span(self.gold.layer.id, new_id(), place.label, place.fragments, origin=MANUAL)
        span = replace(old, attributes=place.attributes, decision=decision)
        self.spans[span.id] = span
        self.at[place.where] = span.id
        return span.id

    def done(self) -> Gold:
        """The gold as it has become, its events following from the decisions."""
        layer, decisions = self.gold.layer, tuple(sorted(self.decisions.values(), key=_name))
        spans = tuple(reading_order(self.spans.values()))
        events = gold_events(layer.id, self.questions, settling(decisions), spans, self.gold.events)
        status = DONE if is_complete(self.questions, decisions) else STARTED
        return Gold(with_status(layer, status), spans, events, decisions)


def _decision(
    name: str, layer: Layer, question: Question, verdict: Verdict, chosen: tuple[str, ...], stamp: Stamp
) -> Decision:
    people = {said.annotator for said in question.versions}
    return Decision(
        id=name,
        layer=layer.id,
        cluster=question_key(question),
        kind=question.kind,
        action=verdict.action,
        reviewer=stamp.reviewer,
        at=stamp.at,
        facets=question.facets,
        chosen=chosen,
        alternatives=write_answers(verdict.answers),
        inputs=stamp.inputs,
        reason=stamp.reason,
        rule=stamp.rule,
        note=stamp.note,
        blind=stamp.blind,
        conflict=bool(people & {stamp.reviewer, *stamp.known_as}),
        ms=stamp.ms,
    )


# ---------------------------------------------------------------- edits


def gold_edits(before: Gold, after: Gold) -> tuple[Edit, ...]:
    """The edits that lead from one gold to the other."""
    layers = (Edit(before.layer, after.layer),) if before.layer != after.layer else ()
    return (
        *layers,
        *_between(before.decisions, after.decisions),
        *_between(before.spans, after.spans),
        *_between(before.events, after.events),
    )


def _between(some: Iterable[Row], others: Iterable[Row]) -> Iterator[Edit]:
    was = {row.id: row for row in some}
    now = {row.id: row for row in others}
    yield from (Edit(row, now.get(name)) for name, row in was.items() if now.get(name) != row)
    yield from (Edit(None, row) for name, row in now.items() if name not in was)


def review_change(name: str, pairs: Sequence[tuple[Gold, Gold]]) -> Change:
    """One gesture on the gold of one article, or of several together."""
    articles = {before.layer.article for before, _ in pairs}
    edits = tuple(edit for before, after in pairs for edit in gold_edits(before, after))
    return Change(name, articles.pop() if len(articles) == 1 else "", edits)


def with_review(gold: Gold, change: Change) -> Gold:
    """The gold after a change: what the log says has become of it."""
    rows: dict[type, dict[str, Row]] = {
        Span: {row.id: row for row in gold.spans},
        Event: {row.id: row for row in gold.events},
        Decision: {row.id: row for row in gold.decisions},
        Layer: {gold.layer.id: gold.layer},
    }
    for edit in change.edits:
        held = rows.get(type(edit.row))
        layer = edit.row.id if isinstance(edit.row, Layer) else getattr(edit.row, "layer", None)
        if held is None or layer != gold.layer.id:
            continue
        held.pop(edit.row.id, None)
        if edit.after is not None:
            held[edit.row.id] = edit.after
    return _gold(rows, gold.layer.id)


def _gold(rows: Mapping[type, Mapping[str, Row]], layer: str) -> Gold:
    kept = rows[Layer][layer]
    assert isinstance(kept, Layer)
    return Gold(
        kept,
        tuple(reading_order(row for row in rows[Span].values() if isinstance(row, Span))),
        tuple(sorted((row for row in rows[Event].values() if isinstance(row, Event)), key=lambda event: event.id)),
        tuple(sorted((row for row in rows[Decision].values() if isinstance(row, Decision)), key=_name)),
    )


def _name(decision: Decision) -> str:
    return decision.id


def rejections(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions that put nothing in the gold: somebody marked it, and nobody was right."""
    return [one for one in decisions if one.action not in WAITING and (not one.chosen or one.action == NOBODY)]


def taken(decision: Decision) -> tuple[Answer, ...]:
    """The answers that a decision took."""
    return tuple(answer for answer in read_answers(decision) if answer.taken)
