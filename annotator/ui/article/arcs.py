"""Arcs: the lines that lead from the heart of the picked event to all that take part, while they are asked for.

They run in the gaps between lines and in the free margin, so that no letter is crossed.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from annotator.core.span import Span
from annotator.ui.article.layout import Page, Spot
from annotator.ui.article.marks import span_pieces
from annotator.ui.article.scene import Scene

LINE = 1.6
ABOVE, TRUNK, CORNER = 2.5, 12.0, 5.0
"""How far above the tints arcs run, how far outside the text their trunk stands, and how round they turn."""
INSIDE = 11.0
HEAD_WIDE, HEAD_HIGH, DOT = 8.0, 7.0, 3.5


def paint_arcs(painter: QPainter, page: Page, scene: Scene, spots: Sequence[Spot]) -> None:
    """Paint every arc in ink, with its head at the span it leads to and a dot where all of them begin."""
    ends = [(page.spans.get(source), page.spans.get(target)) for source, target in scene.arcs]
    places = [(_peak(page, one), _peak(page, other)) for one, other in ends if one is not None and other is not None]
    ink = scene.theme.colour("ink")
    pen = QPen(ink, LINE)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    for begin, end in places:
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(arc_path(begin, end))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawPolygon(_head(end))
        painter.drawEllipse(begin, DOT, DOT)


def arc_path(begin: QPointF, end: QPointF) -> QPainterPath:
    """The way from above one span to above another: along the gap of the line, and from line to line by the margin."""
    path = QPainterPath(begin)
    if begin.y() == end.y():
        path.lineTo(end)
        return path
    down = CORNER if end.y() > begin.y() else -CORNER
    for corner, after in (
        (QPointF(-TRUNK, begin.y()), QPointF(-TRUNK, begin.y() + down)),
        (QPointF(-TRUNK, end.y()), QPointF(-TRUNK + CORNER, end.y())),
    ):
        before = QPointF(corner.x() + CORNER, corner.y()) if corner.y() == begin.y() else corner - QPointF(0, down)
        path.lineTo(before)
        path.quadTo(corner, after)
    path.lineTo(end)
    return path


def _head(end: QPointF) -> QPolygonF:
    """An arrowhead that hangs from the line and points down at the span."""
    half = HEAD_WIDE / 2
    return QPolygonF([end + QPointF(-half, 0), end + QPointF(half, 0), end + QPointF(0, HEAD_HIGH)])


def _peak(page: Page, span: Span) -> QPointF:
    """Above the beginning of the span, in the gap of its line, where an arc begins or ends: its tab hangs below."""
    spot = page.spot_of(span.start)
    pieces = span_pieces(page.place(spot.block).shape, span, spot.line)
    left, right = pieces[-1] if pieces else (page.width, page.width)
    return QPointF(right - min(INSIDE, (right - left) / 2), page.line_top(spot) + page.face(spot).tint_top - ABOVE)
