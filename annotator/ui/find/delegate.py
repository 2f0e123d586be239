"""How the rows of what was found look: a heading with its box, or a place in its words with the place marked."""

from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.arabic.grapheme import grapheme_edges
from annotator.arabic.offsets import display_text, map_utf16
from annotator.core.scheme import Label
from annotator.ui.article.boxes import Interval, measure
from annotator.ui.find.context import context_of
from annotator.ui.find.model import OFF, ON, ROW_ROLE, FindModel, Heading, Place, heading_words, kind_name
from annotator.ui.icon import icon_pixmap
from annotator.ui.language import current
from annotator.ui.mark import mark_pixmap
from annotator.ui.prose import rise
from annotator.ui.style import RING_PX, scaled
from annotator.ui.theme import Theme, reading_font

HEADING_PX, PLACE_PX = 32, 38
EDGE, BOX, GAP = 16, 16, 12
BOX_CORNER, BOX_PEN, TICK = 4.0, 1.5, 14
FOUND_PT, FOUND_CORNER, FOUND_HEIGHT = 12.5, 3.0, 28
MARK_GAP = 6

Index = QModelIndex | QPersistentModelIndex


class FindDelegate(QStyledItemDelegate):
    """Paints the rows of a FindModel. `label_of` knows the scheme's labels by their ids."""

    def __init__(self, theme: Theme, label_of: Callable[[str], Label | None], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._label_of = label_of
        self._name = scaled(parent.font(), "strong")
        self._note = scaled(parent.font(), "small")

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, HEADING_PX if isinstance(index.data(ROW_ROLE), Heading) else PLACE_PX)

    def box_of(self, row: QRect, rtl: bool) -> QRectF:
        """Where in a row's rectangle its box is."""
        left = row.right() + 1 - EDGE - BOX if rtl else row.left() + EDGE
        return QRectF(left, row.center().y() + 1 - BOX / 2, BOX, BOX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, row = index.model(), index.data(ROW_ROLE)
        assert isinstance(model, FindModel)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, isinstance(row, Heading), index.row() == 0)
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        box = self.box_of(option.rect, rtl)
        self._paint_box(painter, box, model.state(index.row()), model.is_taken(index.row()))
        room = QRectF(option.rect)
        if rtl:
            room.adjust(EDGE, 0, box.left() - GAP - room.right(), 0)
        else:
            room.adjust(box.right() + GAP - room.left(), 0, -EDGE, 0)
        if isinstance(row, Heading):
            self._paint_heading(painter, room, row, rtl)
        else:
            self._paint_place(painter, room, row, model.text, rtl)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, heading: bool, first: bool) -> None:
        state, row = option.state, option.rect
        at = bool(state & QStyle.StateFlag.State_Selected)
        tone = "select_row" if at else "window" if heading else ""
        if not tone and state & QStyle.StateFlag.State_MouseOver:
            tone = "hover"
        if tone:
            painter.fillRect(row, self._theme.colour(tone))
        if heading and not first:
            painter.fillRect(row.left(), row.top(), row.width(), 1, self._theme.colour("line"))
        if heading:
            painter.fillRect(row.left(), row.bottom(), row.width(), 1, self._theme.colour("line"))
        if state & QStyle.StateFlag.State_HasFocus:
            inset = RING_PX / 2
            painter.setPen(QPen(self._theme.colour("focus"), RING_PX))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(row).adjusted(inset, inset, -inset, -inset))

    def _paint_box(self, painter: QPainter, box: QRectF, state: Qt.CheckState, taken: bool) -> None:
        if state == OFF:
            painter.setPen(QPen(self._theme.colour("line" if taken else "line_strong"), BOX_PEN))
            painter.setBrush(Qt.BrushStyle.NoBrush if taken else self._theme.colour("raised"))
            half = BOX_PEN / 2
            painter.drawRoundedRect(box.adjusted(half, half, -half, -half), BOX_CORNER, BOX_CORNER)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("ink"))
        painter.drawRoundedRect(box, BOX_CORNER, BOX_CORNER)
        tick = icon_pixmap("check" if state == ON else "minus", self._theme.colour("on_ink"), TICK)
        painter.drawPixmap(box.topLeft() + QPointF((BOX - TICK) / 2, (BOX - TICK) / 2), tick)

    def _paint_heading(self, painter: QPainter, room: QRectF, row: Heading, rtl: bool) -> None:
        name, note = kind_name(row.kind), heading_words(row)
        width = QFontMetricsF(self._name).horizontalAdvance(name)
        beside = QFontMetricsF(self._note).horizontalAdvance(note)
        at = room.right() - width if rtl else room.left()
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        baseline = round(room.center().y() + rise(self._name))
        for words, font, tone, left in (
            (name, self._name, "text", at),
            (note, self._note, "muted", at - GAP - beside if rtl else at + width + GAP),
        ):
            painter.setFont(font)
            painter.setPen(self._theme.colour(tone))
            painter.drawText(QPointF(left, baseline), words)

    def _paint_place(self, painter: QPainter, room: QRectF, row: Place, text: str, rtl: bool) -> None:
        room = self._paint_marks(painter, room, row, rtl)
        line = _set_in_line(text, *row.hit.range, int(room.width()), rtl)
        middle = room.center().y()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("find"))
        for left, right in line.found:
            marked = QRectF(room.left() + left - 1, middle - FOUND_HEIGHT / 2, right - left + 2, FOUND_HEIGHT)
            painter.drawRoundedRect(marked, FOUND_CORNER, FOUND_CORNER)
        painter.setPen(self._theme.colour("text"))
        line.draw(painter, room.left(), round(middle + rise(reading_font(FOUND_PT))))

    def _paint_marks(self, painter: QPainter, room: QRectF, row: Place, rtl: bool) -> QRectF:
        """The marks of the labels it has, at the row's end; what room they leave."""
        language, several = current(), len(row.labels) > 1
        for label in filter(None, map(self._label_of, reversed(row.labels))):
            mark = mark_pixmap(label, self._theme, language, name=not several)
            size = mark.deviceIndependentSize()
            left = room.left() if rtl else room.right() - size.width()
            painter.drawPixmap(QPointF(left, round(room.center().y() - size.height() / 2)), mark)
            room.adjust(size.width() + MARK_GAP if rtl else 0, 0, 0 if rtl else -size.width() - MARK_GAP, 0)
        return room


class _Line:
    """A line of an article's words, right to left, and where on it the found place is, in pixels."""

    def __init__(self, words: str, start: int, end: int, width: int, rtl: bool) -> None:
        option = QTextOption((Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft) | _ABSOLUTE)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        self._layout = QTextLayout(words, _font())
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        self._layout.beginLayout()
        self._row = self._layout.createLine()
        self._row.setLineWidth(width)
        self._row.setPosition(QPointF(0, 0))
        self._layout.endLayout()
        boxes = measure(self._row, words, pairwise(grapheme_edges(words)), map_utf16(words).to_utf16)
        self.found: tuple[Interval, ...] = boxes.pieces(start, end) if start < end else ()

    def draw(self, painter: QPainter, left: float, baseline: float) -> None:
        """Draw the words in the painter's pen."""
        self._row.draw(painter, QPointF(left, baseline - self._row.ascent()))


_ABSOLUTE = Qt.AlignmentFlag.AlignAbsolute


@lru_cache(maxsize=64)
def _set_in_line(text: str, start: int, end: int, width: int, rtl: bool) -> _Line:
    """The place in its context, cut with … to the width in pixels, at the side where the interface begins."""
    context = context_of(text, start, end)
    shown = display_text(context.words)
    cut = QFontMetricsF(_font()).elidedText(shown, Qt.TextElideMode.ElideRight, width)
    visible = len(cut) if cut == shown else max(0, len(cut) - 1)
    return _Line(cut, min(context.start, visible), min(context.end, visible), width, rtl)


def _font() -> QFont:
    return reading_font(FOUND_PT)
