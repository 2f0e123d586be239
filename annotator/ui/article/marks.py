"""Marks: which tints and bars each line of a block carries, in the column's horizontal pixels."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from annotator.core.span import Span
from annotator.ui.article.boxes import Interval, merge
from annotator.ui.article.lanes import HIDDEN, MOST, Cover, Extent, Lanes, close_up, depths
from annotator.ui.article.shape import Line, Shape
from annotator.ui.theme import look

GAP = 2
"""Pixels that stay free between two bars in one lane."""


@dataclass(frozen=True, slots=True)
class Tint:
    """A coloured stretch under the words of one line; `depth` says how far it is inset."""

    span: Span
    pieces: tuple[Interval, ...]
    depth: int


@dataclass(frozen=True, slots=True)
class Bar:
    """A span's bar on one line: its stretches from left to right, its row, and whether the span starts or ends here.

    `joint` is where the fragments of a discontinuous span are joined on this line; a line that lies between two of them
    has no pieces of its own.
    """

    span: Span
    pieces: tuple[Interval, ...]
    row: int
    starts: bool
    ends: bool
    joint: Interval | None = None

    @property
    def left(self) -> float:
        """The leftmost pixel."""
        return self.pieces[0][0] if self.pieces or self.joint is None else self.joint[0]

    @property
    def right(self) -> float:
        """The rightmost pixel: where a right-to-left span begins."""
        return self.pieces[-1][1] if self.pieces or self.joint is None else self.joint[1]


@dataclass(frozen=True, slots=True)
class Crowd:
    """The spans of one line that found no row of their own; only their number is shown."""

    spans: tuple[Span, ...]
    row: int
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Marked:
    """Everything one line carries. Tints are in the order of painting, the innermost last."""

    tints: tuple[Tint, ...]
    bars: tuple[Bar, ...]
    crowd: Crowd | None


class _Stretch(NamedTuple):
    """A span with the first and last line it shows on, its depth and its lane."""

    span: Span
    first: int
    last: int
    depth: int
    lane: int


class Marks:
    """The marks of a shape's spans, in reading order. They are thrown away when a span changes; the shape is kept.

    What `before` them has worked out is taken over where nothing changed.
    """

    def __init__(self, shape: Shape, spans: Sequence[Span], before: "Marks | None" = None) -> None:
        self._shape = shape
        self._extents: dict[str, tuple[Span, Extent]] = {}
        self._depths: Mapping[str, int] | None = None
        self._stretches = self._stretch(spans, before._extents if before else {})
        self._firsts = [stretch.first for stretch in self._stretches]
        self._furthest = list(accumulate((stretch.last for stretch in self._stretches), max))
        self._used, self._hidden = _usage(len(shape.lines), self._stretches)
        self._lines: dict[int, tuple[Sequence[_Stretch], Marked]] = {}
        self._before = before._lines if before else {}

    def rows(self, number: int) -> int:
        """How many rows of bars a line needs."""
        return len(set(self._rows(number).values()))

    def line(self, number: int) -> Marked:
        """What a line carries, worked out when first asked for; the same as before if it carries the same."""
        if number not in self._lines:
            here = self._here(number)
            old = self._before.pop(number, None)
            self._lines[number] = old if old and old[0] == here else (here, self._mark(number, here))
        return self._lines[number][1]

    def depth(self, span_id: str) -> int:
        """How deeply a span lies in others of its block; 0 when the block does not show it."""
        if self._depths is None:
            self._depths = {stretch.span.id: stretch.depth for stretch in self._stretches}
        return self._depths.get(span_id, 0)

    def _stretch(self, spans: Sequence[Span], known: Mapping[str, tuple[Span, Extent]]) -> Sequence[_Stretch]:
        """The spans that can be seen in the block, with their lanes: the shortest take theirs first."""
        placed = _lines_of(self._shape, spans)
        lanes, full = Lanes(), _crowding(self._shape)
        found = [HIDDEN] * len(placed)
        base = self._shape.block.start
        lengths = [end - start for _, start, end, *_ in placed]
        for index in sorted(range(len(placed)), key=lengths.__getitem__):
            span, start, end, first, last, _ = placed[index]
            if full.is_full_somewhere(start - base if start > base else 0, end - base):
                continue
            before = known.get(span.id)
            extent = before[1] if before and before[0] is span else _extent(self._shape, span, first, last)
            self._extents[span.id] = (span, extent)
            found[index] = lanes.put(extent.first, extent.last)
            if found[index] != HIDDEN:
                full.add(max(start, base) - base, min(end, self._shape.block.end) - base)
        return [
            _Stretch(span, first, last, depth, lane)
            for (span, _, _, first, last, depth), lane in zip(placed, found, strict=True)
        ]

    def _here(self, number: int) -> Sequence[_Stretch]:
        """The spans that show on a line, in reading order."""
        first = bisect_left(self._furthest, number)
        some = self._stretches[first : bisect_right(self._firsts, number, first)]
        return [stretch for stretch in some if stretch.last >= number]

    def _rows(self, number: int) -> Mapping[int, int]:
        return close_up(_bits(self._used[number]), self._hidden[number])

    def _mark(self, number: int, here: Sequence[_Stretch]) -> Marked:
        rows = self._rows(number)
        bars, crowded = [], []
        for stretch in sorted(here, key=_innermost_first):
            if stretch.lane == HIDDEN or (self._hidden[number] and stretch.lane == MOST - 1):
                crowded.append(stretch)
            else:
                bars.append(self._bar(stretch, number, rows[stretch.lane]))
        crowd = self._crowd(crowded, number, rows.get(HIDDEN, 0))
        return Marked(self._tints(here, number), tuple(bar for bar in bars if bar), crowd)

    def _tints(self, here: Sequence[_Stretch], number: int) -> tuple[Tint, ...]:
        """The tints that can be seen: what others above it cover entirely is left out."""
        line = self._shape.lines[number]
        covers = [Cover(line.visible_end - line.start, 1) for _ in range(deepest() + 1)]
        tints: list[Tint] = []
        for stretch in sorted(here, key=_innermost_first):
            ranges = [(a - line.start, b - line.start) for a, b in clip(line, stretch.span)]
            if any(covers[stretch.depth].has_gap(*place) for place in ranges):
                tints.append(Tint(stretch.span, span_pieces(self._shape, stretch.span, number), stretch.depth))
                for cover in covers[stretch.depth :]:
                    for place in ranges:
                        cover.add(*place)
        return tuple(tint for tint in reversed(tints) if tint.pieces)

    def _bar(self, stretch: _Stretch, number: int, row: int) -> Bar | None:
        pieces = span_pieces(self._shape, stretch.span, number)
        joint = _joint(self._shape, stretch.span, number) if len(stretch.span.fragments) > 1 else None
        if not pieces and joint is None:
            return None
        block = self._shape.block
        starts = number == stretch.first and stretch.span.start >= block.start
        ends = number == stretch.last and stretch.span.end <= block.end
        return Bar(stretch.span, pieces, row, starts, ends, joint)

    def _crowd(self, crowded: Sequence[_Stretch], number: int, row: int) -> Crowd | None:
        line = self._shape.lines[number]
        start = max(line.start, min((stretch.span.start for stretch in crowded), default=line.end))
        end = min(line.visible_end, max((stretch.span.end for stretch in crowded), default=line.start))
        pieces = self._shape.boxes(number).pieces(start, end)
        if not crowded or not pieces:
            return None
        return Crowd(tuple(stretch.span for stretch in crowded), row, pieces[0][0], pieces[-1][1])


def span_pieces(shape: Shape, span: Span, number: int) -> tuple[Interval, ...]:
    """The stretches that a span's fragments cover on a line, from left to right."""
    boxes = shape.boxes(number)
    found = [boxes.pieces(start, end) for start, end in clip(shape.lines[number], span)]
    return found[0] if len(found) == 1 else merge(piece for pieces in found for piece in pieces)


def _joint(shape: Shape, span: Span, number: int) -> Interval | None:
    """From where a discontinuous span comes to where it goes on this line, its gaps included."""
    line = shape.lines[number]
    pieces = shape.boxes(number).pieces(max(span.start, line.start), min(span.end, line.visible_end))
    return (pieces[0][0], pieces[-1][1]) if pieces else None


def clip(line: Line, span: Span) -> tuple[tuple[int, int], ...]:
    """What of a span's fragments can be seen on a line, in code points."""
    first, last = line.start, line.visible_end
    return tuple((max(a, first), min(b, last)) for a, b in span.fragments if a < last and b > first)


def deepest() -> int:
    """How deeply nested tints are inset at most."""
    return int(look()["article"]["tint_max_depth"])


def _lines_of(shape: Shape, spans: Sequence[Span]) -> list[tuple[Span, int, int, int, int, int]]:
    """The spans that can be seen in the block, each with its start, end, first and last line, and depth."""
    base, block_end = shape.block.start, shape.block.end
    starts, visible = [line.start for line in shape.lines], [line.visible_end for line in shape.lines]
    hulls = [(span.fragments[0][0], span.fragments[-1][1]) for span in spans]
    result = []
    for span, (start, end), depth in zip(spans, hulls, depths(hulls, deepest()), strict=True):
        first = bisect_right(starts, start) - 1 if start > base else 0
        if max(start, base) >= visible[first]:
            # White space that hangs off a line's end is not seen.
            first += 1
        last = bisect_left(starts, end if end < block_end else block_end) - 1
        if first <= last:
            result.append((span, start, end, first, last, depth))
    return result


def _crowding(shape: Shape) -> Cover:
    """Where in the block no lane is free any more: what reaches there needs no measuring to be told it has none.

    White space that hangs off a line's end has no pixels to be taken.
    """
    cover, base = Cover(shape.block.end - shape.block.start, MOST), shape.block.start
    for line in shape.lines:
        cover.leave_out(line.visible_end - base, line.end - base)
    return cover


def _innermost_first(stretch: _Stretch) -> tuple[int, int, int, str]:
    """The order of tints from the top one down: the shortest on top, of equal ones the deepest."""
    span = stretch.span
    return (span.end - span.start, -stretch.depth, -span.start, span.id)


def _extent(shape: Shape, span: Span, first: int, last: int) -> Extent:
    far = shape.width * 4 + 1_000.0
    begin = first * far + shape.width - _edges(shape, span, first)[1]
    finish = last * far + shape.width - _edges(shape, span, last)[0]
    tab = int(look()["article"]["tab_min_px"]) if span.start >= shape.block.start else 0
    return Extent(span.id, span.start, span.end, begin, max(finish, begin + tab) + GAP)


def _edges(shape: Shape, span: Span, number: int) -> Interval:
    boxes = shape.boxes(number)
    found = [hull for place in clip(shape.lines[number], span) if (hull := boxes.hull(*place))]
    return (min(left for left, _ in found), max(right for _, right in found)) if found else (0.0, 0.0)


def _usage(lines: int, stretches: Sequence[_Stretch]) -> tuple[Sequence[int], Sequence[bool]]:
    """For every line, the lanes used on it as bits, and whether spans of it are hidden."""
    used = [0] * lines
    change = [0] * (lines + 1)
    for _, first, last, _, lane in stretches:
        if lane == HIDDEN:
            change[first] += 1
            change[last + 1] -= 1
        else:
            for number in range(first, last + 1):
                used[number] |= 1 << lane
    return used, [running > 0 for running in accumulate(change[:lines])]


def _bits(used: int) -> list[int]:
    return [lane for lane in range(MOST) if used >> lane & 1]
