"""Marks: which tints and bars each line of a block carries, in the column's horizontal pixels."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annotator.core.span import Span
from annotator.ui.article.boxes import Interval, merge
from annotator.ui.article.lanes import HIDDEN, MOST, Extent, assign, close_up, depths
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


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A span with the first and last line it shows on, and its depth."""

    span: Span
    first: int
    last: int
    depth: int


class Marks:
    """The marks of a shape's spans. They are thrown away when a span changes; the shape is kept."""

    def __init__(self, shape: Shape, spans: Sequence[Span]) -> None:
        self._shape = shape
        self._stretches = sorted(_stretches(shape, spans), key=_innermost_first)
        lanes = assign(_extent(shape, stretch) for stretch in self._stretches)
        self._lanes: Mapping[str, int] = lanes
        self._used, self._hidden = _usage(len(shape.lines), self._stretches, lanes)
        self._lines: dict[int, Marked] = {}

    def rows(self, number: int) -> int:
        """How many rows of bars a line needs."""
        return len(set(close_up(_bits(self._used[number]), self._hidden[number]).values()))

    def line(self, number: int) -> Marked:
        """What a line carries, worked out when first asked for."""
        if number not in self._lines:
            self._lines[number] = self._mark(number)
        return self._lines[number]

    def depth(self, span_id: str) -> int:
        """How deeply a span lies in others of its block; 0 when the block does not show it."""
        return next((stretch.depth for stretch in self._stretches if stretch.span.id == span_id), 0)

    def _mark(self, number: int) -> Marked:
        here = [stretch for stretch in self._stretches if stretch.first <= number <= stretch.last]
        rows = close_up(_bits(self._used[number]), self._hidden[number])
        bars, crowded = [], []
        for stretch in here:
            lane = self._lanes[stretch.span.id]
            if lane == HIDDEN or (self._hidden[number] and lane == MOST - 1):
                crowded.append(stretch)
            else:
                bars.append(self._bar(stretch, number, rows[lane]))
        crowd = self._crowd(crowded, number, rows.get(HIDDEN, 0))
        return Marked(self._tints(here, number), tuple(bar for bar in bars if bar), crowd)

    def _tints(self, here: Sequence[_Stretch], number: int) -> tuple[Tint, ...]:
        """One tint for each different stretch and depth: what another would cover entirely is left out."""
        seen: set[object] = set()
        tints: list[Tint] = []
        for stretch in here:
            key = (clip(self._shape.lines[number], stretch.span), stretch.depth)
            if key not in seen:
                seen.add(key)
                tints.append(Tint(stretch.span, span_pieces(self._shape, stretch.span, number), stretch.depth))
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


def _stretches(shape: Shape, spans: Sequence[Span]) -> list[_Stretch]:
    """The spans that can be seen in the block, by start, the longer first."""
    ordered = sorted(spans, key=lambda span: (span.start, -span.end, span.id))
    deepest = int(look()["article"]["tint_max_depth"])
    found = depths([(span.start, span.end) for span in ordered], deepest)
    result = []
    for span, depth in zip(ordered, found, strict=True):
        first = _first_line(shape, max(span.start, shape.block.start))
        last = shape.line_of(min(span.end, shape.block.end) - 1)
        if first <= last:
            result.append(_Stretch(span, first, last, depth))
    return result


def _innermost_first(stretch: _Stretch) -> tuple[int, int, int, str]:
    """The order of tints from the top one down: the shortest on top, of equal ones the deepest."""
    span = stretch.span
    return (span.end - span.start, -stretch.depth, -span.start, span.id)


def _first_line(shape: Shape, start: int) -> int:
    """The line a span is first seen on: white space that hangs off a line's end is not seen."""
    number = shape.line_of(start)
    return number if start < shape.lines[number].visible_end else number + 1


def _extent(shape: Shape, stretch: _Stretch) -> Extent:
    span = stretch.span
    far = shape.width * 4 + 1_000.0
    first, last = _edges(shape, span, stretch.first), _edges(shape, span, stretch.last)
    begin = stretch.first * far + shape.width - first[1]
    finish = stretch.last * far + shape.width - last[0]
    tab = int(look()["article"]["tab_min_px"]) if span.start >= shape.block.start else 0
    return Extent(span.id, span.start, span.end, begin, max(finish, begin + tab) + GAP)


def _edges(shape: Shape, span: Span, number: int) -> Interval:
    pieces = span_pieces(shape, span, number)
    return (pieces[0][0], pieces[-1][1]) if pieces else (0.0, 0.0)


def _usage(lines: int, stretches: Sequence[_Stretch], lanes: Mapping[str, int]) -> tuple[Sequence[int], Sequence[bool]]:
    """For every line, the lanes used on it as bits, and whether spans of it are hidden."""
    used = [0] * lines
    change = [0] * (lines + 1)
    for stretch in stretches:
        lane = lanes[stretch.span.id]
        if lane == HIDDEN:
            change[stretch.first] += 1
            change[stretch.last + 1] -= 1
        else:
            for number in range(stretch.first, stretch.last + 1):
                used[number] |= 1 << lane
    hidden, running = [], 0
    for step in change[:lines]:
        running += step
        hidden.append(running > 0)
    return used, hidden


def _bits(used: int) -> list[int]:
    return [lane for lane in range(MOST) if used >> lane & 1]
