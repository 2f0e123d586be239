"""Clusters: what must be settled together, out of the marks of all annotators of one article.

What all have marked alike stands by itself and ties nothing together. The rest hangs together where it overlaps
(touching is not overlapping).
"""

from collections.abc import Iterable, Sequence

from annotator.agreement.ground import Ground

MOST_MARKS = 8
"""More different marks than this in one cluster are a tangle."""


def components(ground: Ground, indexes: Iterable[int]) -> list[tuple[list[int], bool]]:
    """The marks at these indexes in groups that overlap, in order, and whether each was cut out of a tangle."""
    wanted = set(indexes)
    edges = [row for row in ground.overlaps if row[0] in wanted and row[1] in wanted]
    whole = _joined(wanted, edges, len(wanted))
    strongest_first = sorted(edges, key=lambda row: (-_nearness(ground, row), row))
    cut = _joined(wanted, strongest_first, MOST_MARKS)
    sizes = {index: len(group) for group in whole for index in group}
    return [(group, sizes[group[0]] > MOST_MARKS) for group in cut]


def _nearness(ground: Ground, row: tuple[int, int, int]) -> float:
    one, other, shared = row
    return shared / (ground.lengths[one] + ground.lengths[other] - shared)


def _joined(indexes: Iterable[int], edges: Sequence[tuple[int, int, int]], most: int) -> list[list[int]]:
    """Groups made by the edges in turn, leaving out those that would make a group too large."""
    group_of = {index: [index] for index in indexes}
    for one, other, _ in edges:
        here, there = group_of[one], group_of[other]
        if here is not there and len(here) + len(there) <= most:
            here, there = (here, there) if len(here) >= len(there) else (there, here)
            here.extend(there)
            for index in there:
                group_of[index] = here
    groups = {id(group): group for group in group_of.values()}
    return sorted(sorted(group) for group in groups.values())
