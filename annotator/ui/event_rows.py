"""Event rows: events as cards of one line each. Only the rows that show are set and painted, however many there are."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.core.layer import Event
from annotator.core.open_item import open_items
from annotator.ui.button import baseline
from annotator.ui.event_words import BRIEF, SHORTEST, Matter, event_pieces
from annotator.ui.icon import icon_pixmap
from annotator.ui.language import number
from annotator.ui.piece import LINE_PX, Box, paint_boxes, set_line, spoken
from annotator.ui.style import RING_ROOM_PX, paint_ring, scaled
from annotator.ui.theme import Theme

ROW_PX = 38
PITCH_PX = ROW_PX + 2 * RING_ROOM_PX
PAD_PX, CORNER = 12, 10.0
ICON_PX, GAP_PX = 14, 8


class EventRows(QWidget):
    """A click on a chip names its span, a click elsewhere on a card its event."""

    event_chosen = Signal(str)
    span_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._events: Sequence[Event] = ()
        self._first = 0
        self._matter: Matter | None = None
        self._set: dict[int, list[Box]] = {}
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self.update()

    def show_events(self, events: Sequence[Event], first: int, matter: Matter) -> None:
        """Show events; `first` is the place of the first among all of the article's, from 0."""
        self._events, self._first, self._matter = events, first, matter
        self._set.clear()
        if self._events:
            self.setAccessibleName(spoken(event_pieces(self._events[0], matter, BRIEF)))
        self.setVisible(bool(events))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.width(), len(self._events) * PITCH_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, len(self._events) * PITCH_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set.clear()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        first, last = event.rect().top() // PITCH_PX, event.rect().bottom() // PITCH_PX
        for row in range(max(0, first), min(len(self._events), last + 1)):
            self._paint_row(painter, row)
        painter.end()

    def _paint_row(self, painter: QPainter, row: int) -> None:
        card = self._card(row)
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.setBrush(self._theme.colour("raised"))
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)
        caption, words = scaled(self.font(), "small"), number(self._first + row + 1)
        wide = QFontMetricsF(caption).horizontalAdvance(words)
        painter.setFont(caption)
        painter.setPen(self._theme.colour("muted"))
        left = card.right() - PAD_PX - wide if self._rtl else card.left() + PAD_PX
        painter.drawText(QPointF(left, baseline(card, caption)), words)
        if self._lacks(row):
            left = card.left() + PAD_PX - 2 if self._rtl else card.right() - PAD_PX + 2 - ICON_PX
            icon = icon_pixmap("warning", self._theme.colour("warning"), ICON_PX)
            painter.drawPixmap(QPointF(left, card.center().y() - ICON_PX / 2), icon)
        paint_boxes(painter, self._boxes(row), self._theme, self.font())
        if row == 0 and self.hasFocus():
            paint_ring(painter, card, CORNER, self._theme)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        row = int(event.position().y()) // PITCH_PX
        if event.button() != Qt.MouseButton.LeftButton or not 0 <= row < len(self._events):
            return
        boxes = (box for box in self._boxes(row) if box.piece.span and box.room.contains(event.position()))
        box = next(boxes, None)
        if box is not None:
            self.span_chosen.emit(box.piece.span)
        self.event_chosen.emit(self._events[row].id)

    @property
    def _rtl(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _card(self, row: int) -> QRectF:
        room = RING_ROOM_PX
        return QRectF(room, row * PITCH_PX + room, self.width() - 2 * room, ROW_PX)

    def _lacks(self, row: int) -> bool:
        return self._matter is not None and bool(open_items(self._matter.scheme, (), (self._events[row],)))

    def _boxes(self, row: int) -> list[Box]:
        """The row's sentence, set once for as long as nothing changes."""
        if row not in self._set and self._matter is not None:
            card = self._card(row)
            digits = QFontMetricsF(scaled(self.font(), "small")).horizontalAdvance(number(self._first + row + 1))
            lead, trail = PAD_PX + digits + GAP_PX, PAD_PX + (ICON_PX + 4 if self._lacks(row) else 0)
            width, top = card.width() - lead - trail, card.center().y() - LINE_PX / 2
            boxes: list[Box] = []
            for brevity in (BRIEF, SHORTEST):
                pieces = event_pieces(self._events[row], self._matter, brevity)
                boxes = set_line(pieces, width, self.font(), self._rtl, top)
                if [box.shown for box in boxes] == [piece.text for piece in pieces]:
                    break
            shift = card.left() + (trail if self._rtl else lead)
            self._set[row] = [Box(box.piece, box.room.translated(shift, 0), box.shown) for box in boxes]
        return self._set.get(row, [])
