"""Grapheme clusters: what a reader takes for one letter (UAX #29, extended clusters).

All positions are code points. A text made of one endless cluster costs linear time in every function, and
one call of `is_edge` looks only at its neighbourhood.
"""

from functools import lru_cache

import regex

# A run of regional indicators is paired up here, because \X counts back to its beginning for every flag.
_PREPEND = r"\p{GCB=Prepend}"
_TAIL = r"[\p{GCB=Extend}\p{GCB=ZWJ}\p{GCB=SpacingMark}]"
_CLUSTER = regex.compile(rf"{_PREPEND}*+\p{{RI}}\p{{RI}}?+{_TAIL}*+|\X")

# Two neighbours decide on the edge between them, except between flags, and where a joiner or an Indic virama
# may tie an emoji or a consonant to what stands before the marks.
_FLAGS = regex.compile(r"\p{RI}\p{RI}")
_FLAG_RUN = regex.compile(r"(?r)\p{RI}++")
_JOINT = regex.compile(rf"[\p{{GCB=ZWJ}}\p{{GCB=Extend}}](?!{_TAIL})")
_JOINT_LEAD = regex.compile(rf"(?rs).?{_TAIL}*+")
_TAIL_RUN = regex.compile(rf"(?r){_TAIL}*+")


def grapheme_edges(text: str) -> tuple[int, ...]:
    """Every cluster edge of `text`, ascending, with 0 and the length."""
    return (0, *(found.end() for found in _CLUSTER.finditer(text)))


def is_edge(text: str, pos: int) -> bool:
    """Whether code point position `pos` lies between two clusters, or at either end of `text`."""
    if pos <= 0 or pos >= len(text):
        return pos in (0, len(text))
    pair = text[pos - 1 : pos + 1]
    if _FLAGS.match(pair):
        return _decided_by(_FLAG_RUN, text, pos)
    if _JOINT.match(pair):
        return _decided_by(_JOINT_LEAD, text, pos)
    return _length(pair) == 1


def previous_edge(text: str, pos: int) -> int:
    """The last edge before code point position `pos`; 0 where there is none."""
    if pos <= 0:
        return 0
    pos = min(pos, len(text))
    run = _TAIL_RUN.match(text, endpos=pos)
    edge = min(pos - 1, run.start() if run else pos)
    while not is_edge(text, edge):
        edge -= 1
    return edge


def next_edge(text: str, pos: int) -> int:
    """The first edge after code point position `pos`; the length where there is none."""
    if pos >= len(text):
        return len(text)
    begin = pos if is_edge(text, max(pos, 0)) else previous_edge(text, pos)
    found = _CLUSTER.match(text, max(begin, 0))
    return found.end() if found else len(text)


def snap_outward(text: str, start: int, end: int) -> tuple[int, int]:
    """The smallest range of whole clusters around [start, end), in code points."""
    start, end = max(start, 0), min(end, len(text))
    return (
        start if is_edge(text, start) else previous_edge(text, start),
        end if is_edge(text, end) else next_edge(text, end),
    )


def _decided_by(lead: regex.Pattern[str], text: str, pos: int) -> bool:
    found = lead.match(text, endpos=pos)
    begin = found.start() if found else pos - 1
    return any(cluster.end() == pos - begin for cluster in _CLUSTER.finditer(text[begin : pos + 1]))


@lru_cache(maxsize=4096)
def _length(pair: str) -> int:
    found = _CLUSTER.match(pair)
    return found.end() if found else 0
