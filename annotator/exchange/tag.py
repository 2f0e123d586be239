"""Tags: one word per token that says where spans begin and end, in IOB2 or BILOU, and the way back.

Runs are inclusive token indexes with a label: (first, last, label). No two share a token.
"""

import re
from collections.abc import Iterable, Sequence

from annotator.exchange.option import BILOU, IOB2

Run = tuple[int, int, str]

OUTSIDE = "O"
TAG = re.compile(r"O|[BILUES]-.{1,100}")
MARKS = {IOB2: ("B", "I", "I", "B"), BILOU: ("B", "I", "L", "U")}
"""By scheme: the first token of several, those within, the last, and the only one."""
BEGINS, ENDS = frozenset("BUS"), frozenset("LEUS")
"""E and S are what BIOES says for L and U."""


def to_tags(count: int, runs: Iterable[Run], scheme: str) -> list[str]:
    """The tags of `count` tokens. Raises KeyError on an unknown scheme."""
    begin, within, end, alone = MARKS[scheme]
    tags = [OUTSIDE] * count
    for first, last, label in runs:
        marks = [alone] if first == last else [begin, *[within] * (last - first - 1), end]
        tags[first : last + 1] = [f"{mark}-{label}" for mark in marks]
    return tags


def is_tag(word: str) -> bool:
    """Whether the word is a tag of IOB1, IOB2, BILOU or BIOES."""
    return TAG.fullmatch(word) is not None


def from_tags(tags: Sequence[str]) -> tuple[list[Run], int | None]:
    """The runs that the tags of one sentence say, and the index of the first tag that does not follow its scheme.

    Such tags are read as the CoNLL evaluation does: what continues nothing begins a run. Every tag must satisfy
    `is_tag`.
    """
    runs: list[Run] = []
    irregular, is_open = None, False
    for index, tag in enumerate(tags):
        if tag == OUTSIDE:
            is_open = False
            continue
        mark, label = tag[0], tag[2:]
        continues = is_open and mark not in BEGINS and runs[-1][2] == label
        if continues:
            runs[-1] = (runs[-1][0], index, label)
        else:
            runs.append((index, index, label))
            irregular = index if irregular is None and mark not in BEGINS else irregular
        is_open = mark not in ENDS
    return runs, irregular
