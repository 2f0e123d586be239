"""Disagreements about events: who has an event at all, who plays which part in it, and what is said of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from annotator.agreement.contrast import attribute_facets
from annotator.agreement.disagreement import Cluster, Version, make_cluster, place_of
from annotator.agreement.ground import Ground, lay_out
from annotator.agreement.incident import Incident, Stage, match_events, set_stage
from annotator.agreement.sheet import Sheet
from annotator.core.layer import Event
from annotator.core.policy import Policy
from annotator.core.span import Span

TRIGGER, CLAIM_ROLE = "trigger", "claims"
"""The parts that are no roles of the scheme: what names the event, and what speaks about it."""

Part = tuple[int, str, int]
"""Annotator's place, role, mark."""
Members = dict[int, Incident]


@dataclass(slots=True)
class _Scene:
    sheet: Sheet
    ground: Ground
    stage: Stage
    policy: Policy
    spans: list[dict[tuple[object, ...], Span]]


def event_clusters(sheet: Sheet, policy: Policy) -> list[Cluster]:
    """The clusters of an article's events in order of place, agreed ones too."""
    records = list(sheet.layers.values())
    if len(records) < 2:
        return []
    ground = lay_out({who: record.spans for who, record in sheet.layers.items()}, len(sheet.article.text))
    stage = set_stage(ground, records, near_pairs(ground))
    if stage is None:
        return []
    spans: list[dict[tuple[object, ...], Span]] = [{(s.label, s.fragments): s for s in r.spans} for r in records]
    scene = _Scene(sheet, ground, stage, policy, spans)
    found = [cluster for members in _same_events(stage) for cluster in _of_event(scene, members)]
    return sorted(found, key=place_of)


def near_pairs(ground: Ground) -> list[tuple[int, int]]:
    """The marks that share more than half of what they cover together."""
    lengths = ground.lengths
    return [
        (one, other) for one, other, shared in ground.overlaps if 3 * shared > lengths[one] + lengths[other]
    ]


def _same_events(stage: Stage) -> list[Members]:
    """The events of all annotators, those that match together, and nobody twice in one."""
    groups: dict[tuple[int, int], Members] = {
        (who, place): {who: incident}
        for who, incidents in enumerate(stage.incidents)
        for place, incident in enumerate(incidents)
    }
    for first, second in combinations(range(len(stage.incidents)), 2):
        for row, column in match_events(stage, first, second):
            here, there = groups[first, row], groups[second, column]
            if here is not there and not here.keys() & there.keys():
                here |= there
                for known, group in groups.items():
                    if group is there:
                        groups[known] = here
    return list({id(group): group for group in groups.values()}.values())


def _of_event(scene: _Scene, members: Members) -> Iterator[Cluster]:
    """What is to be settled about one event."""
    many = len(scene.ground.who)
    found = []
    if len(members) < many:
        found.append(_whole(scene, members, {"missing_event"}))
    else:
        facets = _said_of(scene, members)
        if facets:
            found.append(_whole(scene, members, facets))
    found += _parts_of(scene, members)
    yield from found or [_whole(scene, members, set())]


def _said_of(scene: _Scene, members: Members) -> set[str]:
    """In what the event itself differs: its type counts as an attribute."""
    said = [{"": m.event.type, **dict(m.event.attributes)} for m in members.values()]
    return {facet for one, other in combinations(said, 2) for facet in attribute_facets(one, other, scene.policy)}


def _whole(scene: _Scene, members: Members, facets: set[str]) -> Cluster:
    """The event as one thing to settle."""
    parts = [(who, role, mark) for who, incident in members.items() for role, mark in _all_parts(incident)]
    answers = [_said(members[who].event) if who in members else None for who in range(len(scene.ground.who))]
    if "missing_event" in facets:
        answers = [() if answer is not None else None for answer in answers]
    return _make(scene, members, parts, facets, answers if facets else [None] * len(answers))


def _said(event: Event) -> tuple[object, ...]:
    return event.type, tuple(sorted(event.attributes))


def _all_parts(incident: Incident) -> list[tuple[str, int]]:
    trigger = [(TRIGGER, incident.trigger)] if incident.trigger is not None else []
    return [*trigger, *incident.arguments, *((CLAIM_ROLE, mark) for mark in incident.claims)]


def _parts_of(scene: _Scene, members: Members) -> Iterator[Cluster]:
    """What is to be settled about who plays which part, among those who have the event."""
    parts = [(who, role, mark) for who, incident in members.items() for role, mark in _all_parts(incident)]
    swapped: list[Part] = []
    for group in _touching(scene.stage, parts):
        roles = {who: {role for one, role, _ in group if one == who} for who in members}
        said = {frozenset(found) for found in roles.values() if found}
        if len(said) > 1:
            swapped += group
        elif not all(roles.values()):
            facets = {"missing_argument"} | _unmarked(scene, group, [who for who in members if not roles[who]])
            yield _make(scene, members, group, facets, [frozenset(found) for found in roles.values()])
    if swapped:
        answers = [tuple(sorted((role, mark) for one, role, mark in swapped if one == who)) for who in members]
        yield _make(scene, members, swapped, {"swapped_roles"}, answers)


def _unmarked(scene: _Scene, group: Iterable[Part], without: Iterable[int]) -> set[str]:
    """Whether those who lack the part have not even marked such a span: then that is what must be settled first."""
    near = {other for _, _, mark in group for other in scene.stage.touching[mark]}
    masks = scene.ground.masks
    return {"missing"} if any(not any(masks[mark] >> who & 1 for mark in near) for who in without) else set()


def _touching(stage: Stage, parts: Sequence[Part]) -> list[list[Part]]:
    """The parts that are one: in one role on marks that overlap, or in any on marks that are near."""
    group_of: dict[Part, list[Part]] = {part: [part] for part in parts}
    for one, other in combinations(group_of, 2):
        here, there = group_of[one], group_of[other]
        where = stage.touching if one[1] == other[1] else stage.near
        if here is not there and other[2] in where[one[2]]:
            here.extend(there)
            for part in there:
                group_of[part] = here
    return list({id(group): group for group in group_of.values()}.values())


def _make(
    scene: _Scene, members: Members, parts: Iterable[Part], facets: set[str], answers: Sequence[object]
) -> Cluster:
    ground, chosen = scene.ground, list(parts)
    versions = []
    for who, name in enumerate(ground.who):
        own = [(role, mark) for one, role, mark in chosen if one == who]
        versions.append(
            Version(
                name,
                tuple(scene.spans[who][ground.marks[mark][2:]] for _, mark in own),
                (members[who].event,) if who in members else (),
                tuple(role for role, _ in own),
            )
        )
    marks = [ground.marks[mark] for _, _, mark in chosen]
    where = (min((m[0] for m in marks), default=0), max((m[1] for m in marks), default=0))
    weight = scene.policy.weight(frozenset(mark[2] for mark in marks))
    return make_cluster(scene.sheet, facets, answers, weight, where, tuple(versions))
