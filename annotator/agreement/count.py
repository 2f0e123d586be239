"""Counting: everything the measures need to know of one article, as whole numbers that add up over articles."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from annotator.agreement.ground import Ground, lay_out, overlaps_itself, united
from annotator.agreement.incident import count_events, set_stage, span_attributes
from annotator.agreement.option import DEFAULT, Options, period_of
from annotator.agreement.pairing import (
    ARTICLES,
    EDGE,
    EXACT,
    FIRST,
    RELAXED,
    SECOND,
    Counts,
    Key,
    count_exact,
    count_pair,
    prepare,
)
from annotator.agreement.sheet import Sheet
from annotator.agreement.unitizing import count_units
from annotator.core.record import Record
from annotator.core.span import Attributes

SPAN_ATTRIBUTE, EVENT_ATTRIBUTE = "span_attribute", "event_attribute"
PERIOD, GROUP = "period", "group"
UNSET, SAME, OTHER = "", "=", "≠"
"""An attribute that is not set; and, where values are free, the same value and another one."""
TREND = (FIRST, SECOND, EXACT, EDGE, RELAXED)


def count(sheet: Sheet, options: Options = DEFAULT) -> Counts:
    """What one article adds. Nothing where fewer than two have finished it."""
    counts: Counts = defaultdict(int)
    records = list(sheet.layers.values())
    if len(records) < 2:
        return counts
    text = sheet.article.text
    for who in sheet.layers:
        counts[ARTICLES, who] += 1
    ground = lay_out({who: record.spans for who, record in sheet.layers.items()}, len(text))
    if options.headline:
        count_units(united(ground) if overlaps_itself(ground, same_label=True) else ground, counts)
        for first, second in combinations(range(len(records)), 2):
            count_exact(ground, first, second, counts)
        return counts
    meeting = prepare(ground, text, options.iou)
    count_units(meeting.cells, counts)
    _count_groups(ground, meeting.near, counts)
    stage = set_stage(ground, records, meeting.near)
    attributes = [_attributes_at(ground, record) for record in records]
    for first, second in combinations(range(len(records)), 2):
        pairs = count_pair(meeting, first, second, counts)
        if attributes[first] or attributes[second]:
            _count_attributes(ground, pairs, attributes[first], attributes[second], options, counts)
        if stage is not None:
            for one, other in count_events(ground, stage, first, second, counts):
                _compare(EVENT_ATTRIBUTE, one.type, one.attributes, other.attributes, 1, options, counts)
    _count_period(sheet, options, counts)
    return counts


def total(sheets: Iterable[Sheet], options: Options = DEFAULT) -> Counts:
    """The counts of many articles together."""
    counts: Counts = defaultdict(int)
    for sheet in sheets:
        add(counts, count(sheet, options))
    return counts


def add(counts: Counts, more: Mapping[Key, int]) -> None:
    """Add more counts to some."""
    for key, number in more.items():
        counts[key] += number


def _count_groups(ground: Ground, near: Sequence[tuple[int, int]], counts: Counts) -> None:
    """The labels given to one thing by all who marked it: marks that match, joined so that nobody comes in twice."""
    group_of = list(range(len(ground.marks)))
    members: dict[int, list[int]] = {}
    masks = list(ground.masks)
    for one, other in near:
        here, there = group_of[one], group_of[other]
        if here != there and not masks[here] & masks[there]:
            masks[here] |= masks[there]
            moved = members.pop(there, [there])
            for mark in moved:
                group_of[mark] = here
            members[here] = members.get(here, [here]) + moved
    grouped: Counter[Key] = Counter()
    for index, group in enumerate(group_of):
        if group == index:
            inside = members.get(index, [index])
            labels = [label for i in inside for label in [ground.marks[i][2]] * ground.masks[i].bit_count()]
            grouped[GROUP, *sorted(labels)] += 1
    add(counts, grouped)


def _attributes_at(ground: Ground, record: Record) -> dict[int, Attributes]:
    """What each mark of a record carries, by its place in the ground."""
    held = span_attributes(record)
    return {i: held[mark[2:]] for i, mark in enumerate(ground.marks) if mark[2:] in held} if held else {}


def _count_attributes(
    ground: Ground,
    pairs: Iterable[tuple[int, int]],
    first: Mapping[int, Attributes],
    second: Mapping[int, Attributes],
    options: Options,
    counts: Counts,
) -> None:
    """Attributes of marks that match and have one label."""
    marks = ground.marks
    met = Counter(
        (marks[mine][2], first.get(mine, ()), second.get(theirs, ()))
        for mine, theirs in pairs
        if (mine in first or theirs in second) and marks[mine][2] == marks[theirs][2]
    )
    for (label, ours, other), times in met.items():
        _compare(SPAN_ATTRIBUTE, label, ours, other, times, options, counts)


def _compare(
    what: str, owner: str, first: Attributes, second: Attributes, times: int, options: Options, counts: Counts
) -> None:
    """Add what two attribute lists say, for each attribute that at least one of them sets."""
    one, other = dict(first), dict(second)
    for name in one.keys() | other.keys():
        values = one.get(name, UNSET), other.get(name, UNSET)
        if (owner, name) not in options.closed:
            values = (SAME, SAME if values[0] == values[1] else OTHER)
        counts[what, owner, name, *values] += times


def _count_period(sheet: Sheet, options: Options, counts: Counts) -> None:
    """The headline counts under the period in which the later one of each pair was finished."""
    finished = {who: period_of(record.updated_at, options.period) for who, record in sheet.layers.items()}
    found: Counts = defaultdict(int)
    for key, number in counts.items():
        if key[0] in TREND:
            found[PERIOD, max(finished[key[1]], finished[key[2]]), key[0]] += number
    add(counts, found)
