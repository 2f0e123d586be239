"""What two annotators have in common in one article, counted strictly and less and less strictly.

Every way of counting pairs marks one to one, and each looser one keeps the pairs of the stricter one, so that a looser
figure is never below a stricter one.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from annotator.agreement.assignment import grow
from annotator.agreement.edge import Form, clitic_form, edge_form
from annotator.agreement.ground import Ground, overlaps_itself, united

Key = tuple[str, ...]
Counts = defaultdict[Key, int]

ARTICLES, BOTH_EMPTY = "articles", "both_empty"
FIRST, SECOND = "first", "second"
EXACT, EDGE, CLITIC, RELAXED, UNLABELLED = "exact", "edge", "edge_clitic", "relaxed", "unlabelled"
PLACES_FIRST, PLACES_SECOND = "places_first", "places_second"
CELLS_FIRST, CELLS_SECOND, CELLS_BOTH = "cells_first", "cells_second", "cells_both"
MATCHED, CONFUSION = "matched", "confusion"


@dataclass(slots=True)
class Meeting:
    """The marks of an article prepared for every pair: near ones, nearest first, and the forms of edges as needed.

    `near` holds (mark, later mark) that share at least `iou`; `close` by mark those of them with the same label;
    `same` the overlaps within a label; `doubled` the marks that stand at one place, together.
    """

    ground: Ground
    cells: Ground
    text: str
    near: list[tuple[int, int]]
    close: dict[int, list[int]]
    same: list[tuple[int, int, int]]
    doubled: list[list[int]]
    forms: dict[int, Form]


def prepare(ground: Ground, text: str, iou: float) -> Meeting:
    """What all pairs of one article need."""
    marks, lengths = ground.marks, ground.lengths
    rated = []
    close: defaultdict[int, list[int]] = defaultdict(list)
    for one, other, shared in ground.overlaps:
        part = shared / (lengths[one] + lengths[other] - shared)
        if part >= iou:
            differs = marks[one][2] != marks[other][2]
            rated.append((-part, differs, one, other))
            if not differs:
                close[one].append(other)
                close[other].append(one)
    near = [(one, other) for _, _, one, other in sorted(rated)]
    cells = united(ground) if overlaps_itself(ground, same_label=True) else ground
    same = [row for row in cells.overlaps if cells.marks[row[0]][2] == cells.marks[row[1]][2]]
    return Meeting(ground, cells, text, near, close, same, _doubled(ground), {})


def _doubled(ground: Ground) -> list[list[int]]:
    """The marks that stand at one place under different labels, together."""
    marks = ground.marks
    groups: defaultdict[tuple[tuple[int, int], ...], list[int]] = defaultdict(list)
    for one, other, shared in ground.overlaps:
        if shared == ground.lengths[one] == ground.lengths[other] and marks[one][3] == marks[other][3]:
            groups[marks[one][3]] += [one, other]
    return [sorted(set(group)) for group in groups.values()]


def count_exact(ground: Ground, first: int, second: int, counts: Counts) -> tuple[list[int], list[int], list[int]]:
    """Add what the annotators at these places marked, and what of it is equal; the marks of both, and of only one."""
    a, b = 1 << first, 1 << second
    one, other = ground.who[first], ground.who[second]
    common: list[int] = []
    left: list[int] = []
    right: list[int] = []
    for index, mask in enumerate(ground.masks):
        if mask & a:
            (common if mask & b else left).append(index)
        elif mask & b:
            right.append(index)
    counts[ARTICLES, one, other] += 1
    if not common and not left and not right:
        counts[BOTH_EMPTY, one, other] += 1
    marks = ground.marks
    for whats, indexes in (((FIRST, SECOND, EXACT), common), ((FIRST,), left), ((SECOND,), right)):
        for label, number in Counter([marks[index][2] for index in indexes]).items():
            for what in whats:
                counts[what, one, other, label] += number
    return common, left, right


def count_pair(meeting: Meeting, first: int, second: int, counts: Counts) -> list[tuple[int, int]]:
    """Add what the annotators at these places of the ground have in common; the pairs of marks that match.

    Those are marks of the two that are equal, and then the nearest others, whatever their labels.
    """
    ground = meeting.ground
    common, left, right = count_exact(ground, first, second, counts)
    a, b = 1 << first, 1 << second
    one, other = ground.who[first], ground.who[second]
    for label, number in Counter([ground.marks[index][2] for index in common]).items():
        for what in (EDGE, CLITIC, RELAXED):
            counts[what, one, other, label] += number
    _count_places(meeting, len(common), len(left), len(right), a, b, one, other, counts)
    if left and right:
        _count_edges(meeting, left, right, one, other, counts)
        _count_relaxed(meeting, left, a, b, one, other, counts)
    _count_cells(meeting, a, b, one, other, counts)
    return _count_confusion(meeting, common, left, right, one, other, counts)


def _count_edges(
    meeting: Meeting, left: list[int], right: list[int], one: str, other: str, counts: Counts
) -> None:
    """Pairs that are equal but for their edges; then, of those left over, but for proclitics."""
    forms, text = meeting.forms, meeting.text
    for index in (*left, *right):
        if index not in forms:
            forms[index] = edge_form(meeting.ground.marks[index], text)
    left_forms, right_forms = [forms[index] for index in left], [forms[index] for index in right]
    for label in _paired(left_forms, right_forms):
        counts[EDGE, one, other, label] += 1
        counts[CLITIC, one, other, label] += 1
    tails = {_tail(form) for form in left_forms} & {_tail(form) for form in right_forms}
    if tails:
        left_forms = [clitic_form(form, text) for form in left_forms if _tail(form) in tails]
        right_forms = [clitic_form(form, text) for form in right_forms if _tail(form) in tails]
        for label in _paired(left_forms, right_forms):
            counts[CLITIC, one, other, label] += 1


def _tail(form: Form) -> Hashable:
    """All of a form but where it starts."""
    label, pieces = form
    return label, pieces[0][1], pieces[1:]


def _paired(left: list[Form], right: list[Form]) -> list[str]:
    """The labels of forms that both lists hold, each as often as both do; they are taken out of the lists."""
    if set(left).isdisjoint(right):
        return []
    both = Counter(left) & Counter(right)
    for forms in (left, right):
        still = Counter(both)
        kept = []
        for form in forms:
            if still[form]:
                still[form] -= 1
            else:
                kept.append(form)
        forms[:] = kept
    return [label for (label, _), times in both.items() for _ in range(times)]


def _count_places(
    meeting: Meeting, common: int, left: int, right: int, a: int, b: int, one: str, other: str, counts: Counts
) -> None:
    """The places of either and of both, each once, whatever their labels; they belong to no label."""
    masks = meeting.ground.masks
    places = [common + left, common + right, common]
    for group in meeting.doubled:
        bits = [masks[index] & (a | b) for index in group]
        ours, theirs = sum(bool(bit & a) for bit in bits), sum(bool(bit & b) for bit in bits)
        places[0] -= max(0, ours - 1)
        places[1] -= max(0, theirs - 1)
        places[2] += bool(ours and theirs) - bits.count(a | b)
    for what, number in zip((PLACES_FIRST, PLACES_SECOND, UNLABELLED), places, strict=True):
        counts[what, one, other, ""] += number


def _count_relaxed(
    meeting: Meeting, left: Iterable[int], a: int, b: int, one: str, other: str, counts: Counts
) -> None:
    """The most pairs of one label that are near, beginning with those that are equal."""
    close, masks = meeting.close, meeting.ground.masks
    holder: dict[int, int] = {}

    def partners(mark: int) -> list[int]:
        found = [near for near in close.get(mark, ()) if masks[near] & b]
        return [mark, *found] if masks[mark] & b else found

    def holder_of(mark: int) -> int | None:
        return holder.get(mark, mark if masks[mark] & a else None)

    for mark in left:
        if mark in close and grow(mark, partners, holder_of, holder):
            counts[RELAXED, one, other, meeting.ground.marks[mark][2]] += 1


def _count_cells(meeting: Meeting, a: int, b: int, one: str, other: str, counts: Counts) -> None:
    """Code points under a label, of each annotator and of both."""
    cells = meeting.cells
    marks, masks = cells.marks, cells.masks
    by_label: dict[str, list[int]] = {}
    for mark, mask, length in zip(marks, masks, cells.lengths, strict=True):
        if mask & (a | b):
            sums = by_label.get(mark[2])
            if sums is None:
                sums = by_label[mark[2]] = [0, 0, 0]
            if mask & a:
                sums[0] += length
                if mask & b:
                    sums[2] += length
            if mask & b:
                sums[1] += length
    for earlier, later, shared in meeting.same:
        if (masks[earlier] | masks[later]) & a and (masks[earlier] | masks[later]) & b:
            times = bool(masks[earlier] & a and masks[later] & b) + bool(masks[earlier] & b and masks[later] & a)
            if times:
                by_label[marks[earlier][2]][2] += times * shared
    for label, sums in by_label.items():
        for what, number in zip((CELLS_FIRST, CELLS_SECOND, CELLS_BOTH), sums, strict=True):
            counts[what, one, other, label] += number


def _count_confusion(
    meeting: Meeting, common: list[int], left: list[int], right: list[int], one: str, other: str, counts: Counts
) -> list[tuple[int, int]]:
    """Which label stands against which on marks that match, and against none on the others; the matching."""
    marks = meeting.ground.marks
    pairs = [(index, index) for index in common]
    free_left, free_right = set(left), set(right)
    if left and right:
        for earlier, later in meeting.near:
            for mine, theirs in ((earlier, later), (later, earlier)):
                if mine in free_left and theirs in free_right:
                    pairs.append((mine, theirs))
                    free_left.discard(mine)
                    free_right.discard(theirs)
    met = [(marks[mine][2], marks[theirs][2]) for mine, theirs in pairs]
    met += [(marks[mine][2], "") for mine in free_left]
    met += [("", marks[theirs][2]) for theirs in free_right]
    for labels, number in Counter(met).items():
        counts[CONFUSION, one, other, *labels] += number
    counts[MATCHED, one, other] += len(pairs)
    return pairs
