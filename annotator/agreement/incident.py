"""Events of two layers held against each other: which of them are the same, and who plays which part in them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from annotator.agreement.assignment import cheapest_matching, largest_matching
from annotator.agreement.ground import Ground
from annotator.agreement.pairing import Counts
from annotator.core.layer import Event
from annotator.core.record import Record
from annotator.core.span import Attributes, Span

EVENTS_FIRST, EVENTS_SECOND, EVENTS_BOTH = "events_first", "events_second", "events_both"
ROLE_FIRST, ROLE_SECOND, ROLE_EXACT, ROLE_RELAXED = "role_first", "role_second", "role_exact", "role_relaxed"
EVENT_TYPE = "event_type"
_ROLE_WEIGHT, _TYPE_WEIGHT = 1e-3, 1e-6


@dataclass(frozen=True, slots=True)
class Incident:
    """An event with its spans as marks of the article's ground: `arguments` (role, mark), and all it is told by."""

    event: Event
    arguments: tuple[tuple[str, int], ...]
    claims: tuple[int, ...]
    trigger: int | None

    @property
    def told_by(self) -> tuple[int, ...]:
        """The marks by which the event is recognised: its trigger and its arguments."""
        found = [mark for _, mark in self.arguments]
        return tuple(dict.fromkeys([*found, self.trigger] if self.trigger is not None else found))


@dataclass(frozen=True, slots=True)
class Stage:
    """The events of an article by annotator, and which marks overlap and which are near each other."""

    incidents: tuple[tuple[Incident, ...], ...]
    touching: Mapping[int, Sequence[int]]
    near: Mapping[int, Sequence[int]]


def set_stage(ground: Ground, records: Iterable[Record], near_pairs: Iterable[tuple[int, int]]) -> Stage | None:
    """The events of the records, which stand in the ground's order; None where nobody made any."""
    found = list(records)
    if not any(record.events for record in found):
        return None
    touching, near = defaultdict(list), defaultdict(list)
    for index in range(len(ground.marks)):
        touching[index].append(index)
        near[index].append(index)
    for one, other, _ in ground.overlaps:
        touching[one].append(other)
        touching[other].append(one)
    for one, other in near_pairs:
        near[one].append(other)
        near[other].append(one)
    index_of: dict[tuple[object, ...], int] = {mark[2:]: index for index, mark in enumerate(ground.marks)}
    return Stage(tuple(_incidents(record, index_of) for record in found), touching, near)


def _incidents(record: Record, index_of: Mapping[tuple[object, ...], int]) -> tuple[Incident, ...]:
    marks = {span.id: index_of[span.label, span.fragments] for span in record.spans} if record.events else {}
    return tuple(_incident(event, marks) for event in record.events)


def _incident(event: Event, marks: Mapping[str, int]) -> Incident:
    """Spans that are not there (any more) are left out."""
    arguments = dict.fromkeys((role, marks[span]) for role, span in event.arguments if span in marks)
    claims = dict.fromkeys(marks[span] for span in event.claims if span in marks)
    return Incident(event, tuple(arguments), tuple(claims), marks.get(event.trigger or ""))


def match_events(stage: Stage, first: int, second: int) -> list[tuple[int, int]]:
    """The pairs of events of two annotators that share most triggers and arguments, one to one; places in their lists.

    Overlap counts, whatever the label. Between equal choices those with equal roles, then of one type, are taken.
    """
    ours, theirs = stage.incidents[first], stage.incidents[second]
    costs = [[(j, -weight) for j, other in enumerate(theirs) if (weight := _weight(stage, one, other))] for one in ours]
    return sorted((row, column) for column, row in cheapest_matching(costs).items())


def _weight(stage: Stage, one: Incident, other: Incident) -> float:
    wanted = set(other.told_by)
    edges = {mark: [near for near in stage.touching[mark] if near in wanted] for mark in one.told_by}
    shared = len(largest_matching(edges))
    if not shared:
        return 0.0
    same_role = sum(
        any(role == another and theirs in stage.touching[mark] for another, theirs in other.arguments)
        for role, mark in one.arguments
    )
    return shared + same_role * _ROLE_WEIGHT + (one.event.type == other.event.type) * _TYPE_WEIGHT


def count_events(
    ground: Ground, stage: Stage, first: int, second: int, counts: Counts
) -> list[tuple[Event, Event]]:
    """Add what the annotators have in common in their events; the events that match."""
    one, other = ground.who[first], ground.who[second]
    ours, theirs = stage.incidents[first], stage.incidents[second]
    for what, part, incidents in ((EVENTS_FIRST, ROLE_FIRST, ours), (EVENTS_SECOND, ROLE_SECOND, theirs)):
        if incidents:
            counts[what, one, other] += len(incidents)
        for incident in incidents:
            for role, _ in incident.arguments:
                counts[part, one, other, role] += 1
    matched = [(ours[row], theirs[column]) for row, column in match_events(stage, first, second)]
    for mine, their in matched:
        counts[EVENTS_BOTH, one, other] += 1
        counts[EVENT_TYPE, mine.event.type, their.event.type] += 1
        for role, exact, relaxed in _roles(ground, stage, mine, their):
            counts[ROLE_EXACT, one, other, role] += exact
            counts[ROLE_RELAXED, one, other, role] += relaxed
    return [(mine.event, their.event) for mine, their in matched]


def _roles(ground: Ground, stage: Stage, mine: Incident, their: Incident) -> Iterable[tuple[str, int, int]]:
    """Per role that both fill: how many fillers are at equal places, and how many are near, one to one."""
    ours, theirs = _by_role(mine), _by_role(their)
    for role in ours.keys() & theirs.keys():
        left, right = ours[role], set(theirs[role])
        places = Counter(ground.marks[mark][3] for mark in left) & Counter(ground.marks[mark][3] for mark in right)
        edges = {mark: [near for near in stage.near[mark] if near in right] for mark in left}
        yield role, places.total(), len(largest_matching(edges))


def _by_role(incident: Incident) -> dict[str, list[int]]:
    roles: dict[str, list[int]] = {}
    for role, mark in incident.arguments:
        roles.setdefault(role, []).append(mark)
    return roles


def span_attributes(record: Record) -> dict[tuple[object, ...], Attributes]:
    """What each place under each label carries; of twins the first counts."""
    found: dict[tuple[object, ...], Attributes] = {}
    for span in record.spans:
        if span.attributes:
            found.setdefault(_place(span), span.attributes)
    return found


def _place(span: Span) -> tuple[object, ...]:
    return span.label, span.fragments
