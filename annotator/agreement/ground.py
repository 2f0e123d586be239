"""The ground of a comparison: what was marked in one article by whom, each distinct mark once, and what overlaps.

Who has a mark is a set of bits, so that everything about overlaps is found out once and not once per pair. Positions
are code points, half-open.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotator.core.span import Fragment, Span

Mark = tuple[int, int, str, tuple[Fragment, ...]]
"""Start and end of the hull, label, fragments."""


@dataclass(frozen=True, slots=True)
class Ground:
    """The distinct marks in order of their place; per mark its length and, as bits, who has it.

    `who` are the annotators' ids, the first being bit 1. `overlaps` are (mark, later mark, shared code points).
    """

    who: tuple[str, ...]
    length: int
    marks: list[Mark]
    masks: list[int]
    lengths: list[int]
    overlaps: list[tuple[int, int, int]]


def lay_out(layers: Mapping[str, Iterable[Span]], length: int) -> Ground:
    """The ground of an article of `length` code points, from the spans of each annotator. Equal spans are one mark."""
    masks: dict[Mark, int] = {}
    for number, spans in enumerate(layers.values()):
        bit = 1 << number
        for span in spans:
            pieces = span.fragments
            mark = (pieces[0][0], pieces[-1][1], span.label, pieces)
            masks[mark] = masks.get(mark, 0) | bit
    return _ground(tuple(layers), length, masks)


def _ground(who: tuple[str, ...], length: int, masks: Mapping[Mark, int]) -> Ground:
    marks = sorted(masks)
    lengths = [mark[1] - mark[0] if len(mark[3]) == 1 else _covered(mark[3]) for mark in marks]
    return Ground(who, length, marks, [masks[mark] for mark in marks], lengths, list(_overlaps(marks)))


def _overlaps(marks: Sequence[Mark]) -> Iterator[tuple[int, int, int]]:
    open_marks: list[int] = []
    for later, (start, end, _, pieces) in enumerate(marks):
        open_marks = [mark for mark in open_marks if marks[mark][1] > start]
        for mark in open_marks:
            other = marks[mark]
            if len(pieces) == 1 == len(other[3]):
                yield mark, later, min(end, other[1]) - start
            elif shared := shared_length(pieces, other[3]):
                yield mark, later, shared
        open_marks.append(later)


def shared_length(one: Sequence[Fragment], other: Sequence[Fragment]) -> int:
    """How many code points two lists of fragments have in common."""
    return sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in other)


def _covered(pieces: Iterable[Fragment]) -> int:
    return sum(end - start for start, end in pieces)


def overlaps_itself(ground: Ground, same_label: bool) -> bool:
    """Whether two marks of one annotator overlap that have the same label, or else different ones."""
    marks, masks = ground.marks, ground.masks
    return any(
        masks[one] & masks[other] and (marks[one][2] == marks[other][2]) is same_label
        for one, other, _ in ground.overlaps
    )


def united(ground: Ground) -> Ground:
    """The ground with overlapping marks of one annotator and label made one, each piece a mark of its own."""
    marks, masks = ground.marks, ground.masks
    touched: dict[str, int] = {}
    for one, other, _ in ground.overlaps:
        if marks[one][2] == marks[other][2]:
            touched[marks[one][2]] = touched.get(marks[one][2], 0) | (masks[one] & masks[other])
    kept = {mark: rest for mark, mask in zip(marks, masks, strict=True) if (rest := mask & ~touched.get(mark[2], 0))}
    for label, bits in touched.items():
        for bit in _bits(bits):
            own = [mark for mark, mask in zip(marks, masks, strict=True) if mark[2] == label and mask & bit]
            for piece in _joined(piece for mark in own for piece in mark[3]):
                _put(kept, (*piece, label, (piece,)), bit)
    return _ground(ground.who, ground.length, kept)


def _bits(mask: int) -> Iterator[int]:
    while mask:
        bit = mask & -mask
        yield bit
        mask ^= bit


def _put(masks: dict[Mark, int], mark: Mark, bit: int) -> None:
    masks[mark] = masks.get(mark, 0) | bit


def _joined(pieces: Iterable[Fragment]) -> list[Fragment]:
    """The pieces with overlapping ones made one; those that only touch stay apart."""
    joined: list[Fragment] = []
    for start, end in sorted(pieces):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def flattened(ground: Ground) -> Ground:
    """The ground with every place of an annotator under one label at most: that of the shortest mark there."""
    marks, masks, lengths = ground.marks, ground.masks, ground.lengths
    within: dict[int, list[int]] = {}
    for one, other, _ in ground.overlaps:
        if masks[one] & masks[other]:
            inner, outer = (one, other) if lengths[one] < lengths[other] else (other, one)
            within.setdefault(outer, []).append(inner)
    kept: dict[Mark, int] = {}
    for index, mark in enumerate(marks):
        inside = within.get(index, ())
        taken = 0
        for inner in inside:
            taken |= masks[inner]
        if rest := masks[index] & ~taken:
            kept[mark] = kept.get(mark, 0) | rest
        for bit in _bits(masks[index] & taken):
            pieces = _joined(piece for inner in inside if masks[inner] & bit for piece in marks[inner][3])
            for piece in _left_of(mark[3], pieces):
                _put(kept, (*piece, mark[2], (piece,)), bit)
    return _ground(ground.who, ground.length, kept)


def _left_of(pieces: Iterable[Fragment], taken: Sequence[Fragment]) -> Iterator[Fragment]:
    for start, end in pieces:
        for a, b in taken:
            if a < end and b > start:
                if start < a:
                    yield start, a
                start = max(start, b)
        if start < end:
            yield start, end
