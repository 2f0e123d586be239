"""Shapes: blocks laid out at one width, and their lines."""

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QTextLayout, QTextLine, QTextOption

from annotator.arabic import grapheme, offsets
from annotator.ui.article.block import Block
from annotator.ui.article.boxes import Boxes, measure
from annotator.ui.article.face import Face


@dataclass(frozen=True, slots=True)
class Line:
    """A line [start, end) of a block in the article's code points; `visible_end` leaves out the white space that hangs
    off it."""

    start: int
    visible_end: int
    end: int


class Shape:
    """A block set in a face at a width: shaped once, in one colour, whatever is drawn around it.

    Text is always laid out from right to left, so that a paragraph does not turn when it begins with a Latin word.
    """

    def __init__(self, text: str, block: Block, face: Face, width: int) -> None:
        self.block = block
        self.face = face
        self.width = width
        shown = offsets.display_text(text[block.start : block.end])
        self._text = text
        self._map = offsets.map_utf16(shown)
        self._layout = QTextLayout(shown, face.font)
        self._layout.setTextOption(_option())
        self._layout.setCacheEnabled(True)
        self._rows = _set(self._layout, width)
        self.lines = tuple(self._line(row, shown) for row in self._rows)
        self._starts = [line.start for line in self.lines]
        self._ascents = [row.ascent() + row.y() for row in self._rows]
        self._boxes: dict[int, Boxes] = {}

    def line_of(self, position: int) -> int:
        """The number of the line that a code point stands on; a break belongs to the line after it."""
        return max(0, bisect_right(self._starts, position) - 1)

    def boxes(self, number: int) -> Boxes:
        """The glyph boxes of a line, measured when first asked for."""
        if number not in self._boxes:
            line = self.lines[number]
            graphemes = _graphemes(self._text, line.start, line.visible_end)
            self._boxes[number] = measure(self._rows[number], self._text, graphemes, self.to_utf16)
        return self._boxes[number]

    def to_utf16(self, position: int) -> int:
        """An article's code point as a UTF-16 position of the layout."""
        return self._map.to_utf16(position - self.block.start)

    def draw(self, painter: QPainter, number: int, left: float, baseline: float) -> None:
        """Draw a line's text in the painter's pen, its column starting at `left`."""
        self._rows[number].draw(painter, QPointF(left, baseline - self._ascents[number]))

    @property
    def layout(self) -> QTextLayout:
        """Qt's layout, for whoever checks our boxes against Qt's own painting."""
        return self._layout

    def _line(self, row: QTextLine, shown: str) -> Line:
        first = self._map.to_codepoint(row.textStart())
        end = self._map.to_codepoint(row.textStart() + row.textLength())
        visible = first + len(shown[first:end].rstrip())
        start = self.block.start
        return Line(start + first, start + visible, start + end)


def _option() -> QTextOption:
    option = QTextOption(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _set(layout: QTextLayout, width: int) -> tuple[QTextLine, ...]:
    rows = []
    layout.beginLayout()
    row = layout.createLine()
    while row.isValid():
        row.setLineWidth(width)
        row.setPosition(QPointF(0, 0))
        rows.append(row)
        row = layout.createLine()
    layout.endLayout()
    return tuple(rows)


def _graphemes(text: str, start: int, end: int) -> list[tuple[int, int]]:
    edges = [start + edge for edge in grapheme.grapheme_edges(text[start:end])]
    return list(pairwise(edges))
