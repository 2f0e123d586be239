"""The page: every block of an article with its place, laid out only where somebody looks.

Coordinates are the column's: x from its left edge, y from the top of the article, both in logical pixels.
"""

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil
from operator import is_not
from typing import NamedTuple

from annotator.arabic.hidden import disguises
from annotator.core.article import Article
from annotator.core.span import Span
from annotator.ui.article.block import Block, break_blocks
from annotator.ui.article.boxes import Boxes
from annotator.ui.article.face import Face
from annotator.ui.article.marks import Marked, Marks
from annotator.ui.article.rank import Ranks
from annotator.ui.article.shape import Line, Shape

KEPT = 150
"""So many laid-out blocks are kept; the least recently used go first."""
TOP_MARGIN, BOTTOM_MARGIN = 20, 40


class Spot(NamedTuple):
    """A line of the page: its block and its number in it."""

    block: int
    line: int


class Row(NamedTuple):
    """A line as it is to be painted: where it is, its top on the page, its laid-out block and its face."""

    spot: Spot
    top: int
    placed: "Placed"
    face: Face

    @property
    def marked(self) -> Marked:
        """What the line carries."""
        return self.placed.marks.line(self.spot.line)

    @property
    def bottom(self) -> int:
        """The bottom of the line, its lanes included."""
        return self.top + self.placed.heights[self.spot.line]


@dataclass(slots=True)
class Placed:
    """A laid-out block with its marks, the tops of its lines, counted from the block's own top, and their heights."""

    shape: Shape
    marks: Marks
    tops: Sequence[int]
    heights: Sequence[int]
    height: int


class Page:
    """An article at a width and in its faces, with its spans. Heights of blocks nobody saw yet are estimates."""

    def __init__(self, faces: Mapping[str, Face]) -> None:
        self.faces = faces
        self.width = 1
        self._given: tuple[Span, ...] = ()
        self._spans: dict[str, Span] = {}
        self._tops: Sequence[int] | None = None
        self._load(None)

    def show(self, article: Article | None, spans: Iterable[Span]) -> None:
        """Take another article (None: nothing at all) with its spans."""
        self._load(article)
        self._given = tuple(spans)
        self._spans = {span.id: span for span in self._given}
        self._ranks = Ranks(self._given)
        self.reflow(self.faces, self.width)

    def reflow(self, faces: Mapping[str, Face], width: int) -> None:
        """Set the article anew, in other faces or at another width."""
        self.faces, self.width = faces, width
        self._shapes.clear()
        self._marks.clear()
        self._former.clear()
        self._exact = [False] * len(self.blocks)
        self._heights = estimate(self.blocks, faces, width)
        self._tops = None

    def show_spans(self, spans: Iterable[Span]) -> None:
        """Take the spans as they are now. No layout is thrown away, and no mark that stays as it is."""
        gone, come = self._take(tuple(spans))
        self._ranks.replace(gone, come)
        for number in {number for span in (*gone, *come) for number in self._blocks_of(span)}:
            if number in self._marks:
                self._former[number] = self._marks.pop(number).marks
            self._exact[number] = False

    def _take(self, spans: tuple[Span, ...]) -> tuple[list[Span], list[Span]]:
        """Hold these spans; which are gone and which have come. Looked at is only what lies between two equal ends."""
        before, self._given = self._given, spans
        front = _equal(before, spans)
        back = _equal(before[front:][::-1], spans[front:][::-1])
        old = {span.id: span for span in before[front : len(before) - back]}
        new = {span.id: span for span in spans[front : len(spans) - back]}
        for span_id in old.keys() - new.keys():
            del self._spans[span_id]
        self._spans.update(new)
        return _difference(old, new)

    @property
    def spans(self) -> Mapping[str, Span]:
        """The spans by id."""
        return self._spans

    def spans_of(self, number: int) -> Sequence[Span]:
        """The spans that reach into a block, by start."""
        block = self.blocks[number]
        return self._ranks.between(block.start, block.end)

    @property
    def height(self) -> int:
        """From the top of the page to its bottom, margins included."""
        return self.tops[-1] + BOTTOM_MARGIN

    @property
    def tops(self) -> Sequence[int]:
        """The top of every block, and the bottom of the last one."""
        tops = self._tops
        if tops is None:
            tops = self._tops = list(accumulate(self._heights, initial=TOP_MARGIN))
        return tops

    def is_exact(self, number: int) -> bool:
        """Whether the block's height is measured, not estimated."""
        return self._exact[number]

    def place(self, number: int) -> Placed:
        """The block laid out and marked. Its height may turn out other than estimated, and move all below."""
        placed = self._marks.get(number)
        if placed is None:
            placed = self._marks[number] = self._place(self._shape(number), number)
        self._shapes.move_to_end(number)
        if not self._exact[number]:
            self._exact[number] = True
            if self._heights[number] != placed.height:
                self._heights[number] = placed.height
                self._tops = None
        return placed

    def block_at(self, y: float) -> int:
        """The block at a height; the first or last one beyond the text."""
        return min(max(0, bisect_right(self.tops, y) - 1), len(self.blocks) - 1)

    def block_of(self, position: int) -> int:
        """The block a code point stands in; a line end belongs to the block it ends."""
        return max(0, bisect_right(self._starts, position) - 1)

    def spot_at(self, y: float) -> Spot:
        """The line at a height; the first or last one beyond the text."""
        number = self.block_at(y)
        tops = self.place(number).tops
        return Spot(number, max(0, bisect_right(tops, y - self.tops[number]) - 1))

    def spot_of(self, position: int) -> Spot:
        """The line a code point stands on."""
        number = self.block_of(position)
        return Spot(number, self.place(number).shape.line_of(position))

    def paragraph(self, position: int) -> tuple[int, int]:
        """The paragraph a code point stands in, as [start, end) without its line end."""
        first = last = self.block_of(position)
        while first > 0 and not self.blocks[first - 1].last:
            first -= 1
        while not self.blocks[last].last:
            last += 1
        return self.blocks[first].start, self.blocks[last].end

    def after(self, spot: Spot) -> Spot | None:
        """The next line, or None after the last."""
        if spot.line + 1 < len(self.place(spot.block).shape.lines):
            return Spot(spot.block, spot.line + 1)
        return Spot(spot.block + 1, 0) if spot.block + 1 < len(self.blocks) else None

    def before(self, spot: Spot) -> Spot | None:
        """The line before, or None before the first."""
        if spot.line > 0:
            return Spot(spot.block, spot.line - 1)
        if spot.block == 0:
            return None
        return Spot(spot.block - 1, len(self.place(spot.block - 1).shape.lines) - 1)

    def line(self, spot: Spot) -> Line:
        """The code points of a line."""
        return self.place(spot.block).shape.lines[spot.line]

    def boxes(self, spot: Spot) -> Boxes:
        """The glyph boxes of a line."""
        return self.place(spot.block).shape.boxes(spot.line)

    def marked(self, spot: Spot) -> Marked:
        """What a line carries."""
        return self.place(spot.block).marks.line(spot.line)

    def face(self, spot: Spot) -> Face:
        """The face a line is set in."""
        return self.faces[self.blocks[spot.block].kind]

    def line_top(self, spot: Spot) -> int:
        """The top of a line on the page."""
        placed = self.place(spot.block)
        return self.tops[spot.block] + placed.tops[spot.line]

    def line_bottom(self, spot: Spot) -> int:
        """The bottom of a line on the page, its lanes included."""
        return self.line_top(spot) + self.place(spot.block).heights[spot.line]

    def spots(self, top: float, bottom: float) -> list[Spot]:
        """The lines that show between two heights."""
        return [row.spot for row in self.rows(top, bottom)]

    def rows(self, top: float, bottom: float) -> list[Row]:
        """The same with what their painting needs."""
        return list(self._rows(top, bottom))

    def _rows(self, top: float, bottom: float) -> Iterator[Row]:
        first = self.spot_at(top)
        for number in range(first.block, len(self.blocks)):
            placed, upper, face = self.place(number), self.tops[number], self.faces[self.blocks[number].kind]
            for line in range(first.line if number == first.block else 0, len(placed.tops)):
                if upper + placed.tops[line] >= bottom:
                    return
                yield Row(Spot(number, line), upper + placed.tops[line], placed, face)

    def spots_of(self, start: int, end: int, within: tuple[float, float]) -> list[Spot]:
        """The lines that [start, end) covers and that show between two heights."""
        top, bottom = within
        if self.block_at(top) <= self.block_of(start) <= self.block_at(bottom):
            top = max(top, self.line_top(self.spot_of(start)))
        result = []
        for row in self._rows(top, bottom):
            line = row.placed.shape.lines[row.spot.line]
            if line.start >= end:
                break
            if line.end > start:
                result.append(row.spot)
        return result

    def _load(self, article: Article | None) -> None:
        self.text = article.text if article else ""
        self.disguises = disguises(self.text)
        self.blocks: Sequence[Block] = break_blocks(article) if article else (Block(0, 0, "body"),)
        self._starts = [block.start for block in self.blocks]
        self._spans = {}
        self._given = ()
        self._ranks = Ranks(())
        self._shapes: OrderedDict[int, Shape] = OrderedDict()
        self._marks: dict[int, Placed] = {}
        self._former: dict[int, Marks] = {}
        self._exact = [False] * len(self.blocks)
        self._heights = [0] * len(self.blocks)
        self._tops = None

    def _blocks_of(self, span: Span) -> range:
        return range(self.block_of(span.start), self.block_of(max(span.start, span.end - 1)) + 1)

    def _shape(self, number: int) -> Shape:
        if number not in self._shapes:
            block = self.blocks[number]
            self._shapes[number] = Shape(self.text, block, self.faces[block.kind], self.width)
            while len(self._shapes) > KEPT:
                oldest, _ = self._shapes.popitem(last=False)
                self._marks.pop(oldest, None)
                self._former.pop(oldest, None)
        return self._shapes[number]

    def _place(self, shape: Shape, number: int) -> Placed:
        marks = Marks(shape, self.spans_of(number), self._former.pop(number, None))
        heights = [shape.face.line_height(marks.rows(line)) for line in range(len(shape.lines))]
        *tops, bottom = accumulate(heights, initial=0)
        return Placed(shape, marks, tops, heights, bottom + (shape.face.gap if shape.block.last else 0))


def estimate(blocks: Sequence[Block], faces: Mapping[str, Face], width: int) -> list[int]:
    """About how high the blocks will be at a width, before anybody lays them out."""
    measures = {kind: (face.letter / width, face.line_height(0), face.gap) for kind, face in faces.items()}
    heights = []
    for start, end, kind, _, last in blocks:
        letter, line, gap = measures[kind]
        heights.append((ceil((end - start) * letter) or 1) * line + (gap if last else 0))
    return heights


def _equal(one: Sequence[Span], other: Sequence[Span]) -> int:
    """How many spans at the beginning of both are the very same."""
    differs = list(map(is_not, one, other))
    return differs.index(True) if True in differs else len(differs)


def _difference(before: Mapping[str, Span], now: Mapping[str, Span]) -> tuple[list[Span], list[Span]]:
    """The spans that are gone and those that have come; one that looks otherwise is both."""
    gone = [before[span_id] for span_id in before.keys() - now.keys()]
    come = []
    for span_id, span in now.items():
        old = before.get(span_id)
        if old is None:
            come.append(span)
        elif old is not span and (old.fragments != span.fragments or old.label != span.label):
            gone.append(old)
            come.append(span)
    return gone, come
