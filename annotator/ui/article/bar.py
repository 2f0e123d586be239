"""Bars: the patterned line of a span in its lane, with its tab where the span begins and a tick where it ends."""

from collections.abc import Callable, Mapping
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from annotator.ui.article.boxes import Interval
from annotator.ui.article.marks import Bar, Crowd
from annotator.ui.article.scene import Scene
from annotator.ui.article.tab import count_tab, label_tab, tab_width
from annotator.ui.style import mixed
from annotator.ui.theme import look

TICK_WIDTH, TICK_HEIGHT = 2, 7
DASH, DASH_GAP, DOT = 9, 3, 3
DOUBLE_LINE, DOUBLE_HEIGHT = 1.25, 4
NAME_ROOM, ROLE_ROOM = 6, 0
"""A name stands in a tab only where the bar is so much longer than it; so does a role."""
RECEDING_BAR, RECEDING_TAB = 0.40, 0.45
"""How much is left of a bar and of a tab that step back behind the picked event."""


def paint_bar(painter: QPainter, bar: Bar, lane: int, scene: Scene) -> None:
    """Paint a bar whose line's first lane begins at `lane`."""
    label = scene.label(bar.span)
    colour, top = scene.theme.bar(label), lane_top(lane, bar.row)
    if scene.recedes(bar.span):
        colour = mixed(colour, scene.theme.colour("paper"), RECEDING_BAR)
    if scene.is_picked(bar.span):
        _solid(painter, bar.pieces, top, colour, look()["article"]["bar_selected_px"])
    else:
        PATTERNS.get(label.pattern, _solid)(painter, bar.pieces, top, colour, _thickness(label.core))
    if bar.joint is not None:
        left, right = bar.joint
        painter.fillRect(QRectF(left, top + 1, right - left, 1), colour)
    if bar.ends:
        painter.fillRect(QRectF(bar.left, top, TICK_WIDTH, TICK_HEIGHT), colour)
    if bar.starts:
        tab = label_tab(label, scene.theme, scene.language, is_named(bar, scene), scene.scale, role_words(bar, scene))
        painter.setOpacity(RECEDING_TAB if scene.recedes(bar.span) else 1)
        painter.drawPixmap(QPointF(_crisp(bar.right - tab.deviceIndependentSize().width(), scene.scale), top), tab)
        painter.setOpacity(1)


def paint_crowd(painter: QPainter, crowd: Crowd, lane: int, scene: Scene) -> None:
    """Paint how many spans of a line have no lane of their own."""
    top, colour = lane_top(lane, crowd.row), scene.theme.colour("line_strong")
    painter.fillRect(QRectF(crowd.left, top, crowd.right - crowd.left, 1), colour)
    tab = count_tab(crowd_words(crowd, scene), scene.theme, scene.language, scene.scale)
    painter.drawPixmap(QPointF(_crisp(crowd.right - tab.deviceIndependentSize().width(), scene.scale), top), tab)


def tab_box(bar: Bar, lane: int, scene: Scene) -> QRectF | None:
    """Where the bar's tab hangs; None where the span comes from another line."""
    if not bar.starts:
        return None
    label = scene.label(bar.span)
    name = label.name(scene.language) if is_named(bar, scene) else label.mark(scene.language)
    words = role_words(bar, scene) or name
    return _hanging(bar.right, tab_width(words, scene.language), lane_top(lane, bar.row))


def crowd_box(crowd: Crowd, lane: int, scene: Scene) -> QRectF:
    """Where the count of a line's hidden spans hangs."""
    width = tab_width(crowd_words(crowd, scene), scene.language)
    return _hanging(crowd.right, width, lane_top(lane, crowd.row))


def lane_top(lane: int, row: int) -> int:
    """The top of a row of bars, the first of which is at `lane`."""
    return lane + row * int(look()["article"]["lane_pitch_px"])


def is_named(bar: Bar, scene: Scene) -> bool:
    """Whether the tab bears the label's name: when names are asked for or the span is picked, and there is room."""
    if not (scene.names or scene.is_picked(bar.span)):
        return False
    name = scene.label(bar.span).name(scene.language)
    return bar.right - bar.left >= tab_width(name, scene.language) + NAME_ROOM


def role_words(bar: Bar, scene: Scene) -> str:
    """The span's part in the picked event, where it has one and there is room for it in the tab; else ""."""
    role = scene.roles.get(bar.span.id, "")
    return role if role and bar.right - bar.left >= tab_width(role, scene.language) + ROLE_ROOM else ""


def crowd_words(crowd: Crowd, scene: Scene) -> str:
    """What the tab of hidden spans says."""
    return f"+{scene.number(len(crowd.spans))}"


def _hanging(right: float, width: int, top: int) -> QRectF:
    return QRectF(right - width, top, width, int(look()["article"]["tab_height_px"]))


def _thickness(core: bool) -> float:
    return float(look()["article"]["bar_px" if core else "bar_helper_px"])


def _solid(painter: QPainter, pieces: tuple[Interval, ...], top: int, colour: QColor, thickness: float) -> None:
    for left, right in pieces:
        painter.fillRect(QRectF(left, top, right - left, thickness), colour)


def _double(painter: QPainter, pieces: tuple[Interval, ...], top: int, colour: QColor, _: float) -> None:
    for left, right in pieces:
        painter.fillRect(QRectF(left, top, right - left, DOUBLE_LINE), colour)
        painter.fillRect(QRectF(left, top + DOUBLE_HEIGHT - DOUBLE_LINE, right - left, DOUBLE_LINE), colour)


def _dash(painter: QPainter, pieces: tuple[Interval, ...], top: int, colour: QColor, thickness: float) -> None:
    _interrupted(painter, pieces, QRectF(0, top, DASH, thickness), DASH_GAP, colour)


def _dot(painter: QPainter, pieces: tuple[Interval, ...], top: int, colour: QColor, thickness: float) -> None:
    _interrupted(painter, pieces, QRectF(0, top, DOT, thickness), DOT, colour)


def _interrupted(painter: QPainter, pieces: tuple[Interval, ...], stroke: QRectF, gap: float, colour: QColor) -> None:
    """Strokes with gaps between them, counted from the right edge of the whole bar on this line."""
    anchor, width = pieces[-1][1] if pieces else 0.0, stroke.height()
    pen = _dashed(colour.rgba(), width, stroke.width(), gap)
    middle = stroke.top() + width / 2
    for left, right in pieces:
        pen.setDashOffset((anchor - right) / width)
        painter.setPen(pen)
        painter.drawLine(QPointF(right, middle), QPointF(left, middle))


@lru_cache(maxsize=64)
def _dashed(rgba: int, width: float, stroke: float, gap: float) -> QPen:
    """A pen for such strokes; whoever draws with it sets where in a stroke it begins."""
    pen = QPen(QColor.fromRgba(rgba), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([stroke / width, gap / width])
    return pen


def _crisp(x: float, scale: float) -> float:
    """The nearest place on a whole device pixel: a picture drawn between two is blurred."""
    return round(x * scale) / scale


PATTERNS: Mapping[str, Callable[[QPainter, tuple[Interval, ...], int, QColor, float], None]] = {
    "solid": _solid,
    "thin": _solid,
    "double": _double,
    "dash": _dash,
    "dot": _dot,
}
