"""The header's field “Search or run a command”: it looks like a field and opens the palette."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from annotator.ui.icon import icon_pixmap
from annotator.ui.keycap import HEIGHT as KEYCAP_HEIGHT
from annotator.ui.keycap import keycap_width, paint_keycap
from annotator.ui.keymap import caps
from annotator.ui.prose import rise
from annotator.ui.style import RING_ROOM_PX, paint_ring
from annotator.ui.theme import Theme, look

WIDTH_PX, ICON_PX, PAD, GAP = 260, 16, 10, 8


class SearchField(QAbstractButton):
    """A click opens the palette, as its key does. On narrow windows it gives way down to its icon."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = ""
        words = QCoreApplication.translate("Palette", "Search or run a command")
        self.setText(words)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_key(self, key: str) -> None:
        """Show which key opens the palette, too."""
        self._key = " ".join(caps(key))
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH_PX, look()["space"]["row"]["field"]) + QSize(2 * RING_ROOM_PX, 2 * RING_ROOM_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * (PAD + RING_ROOM_PX) + ICON_PX, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        room = RING_ROOM_PX
        corner = float(look()["radius"]["control"])
        box = QRectF(self.rect()).adjusted(room, room, -room, -room)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._theme.colour("hover" if self.underMouse() else "raised"))
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
        self._paint_parts(painter, box.adjusted(PAD, 0, -PAD, 0))
        if self.hasFocus():
            paint_ring(painter, box, corner, self._theme)
        painter.end()

    def _paint_parts(self, painter: QPainter, box: QRectF) -> None:
        """The icon where reading begins, the key at the other end, the words as far as they fit between."""
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        middle = box.center().y()
        icon_left = box.right() - ICON_PX if rtl else box.left()
        icon = icon_pixmap("search", self._theme.colour("text"), ICON_PX)
        painter.drawPixmap(QPointF(icon_left, round(middle - ICON_PX / 2)), icon)
        width = keycap_width(self._key) if self._key else 0
        room = box.width() - ICON_PX - GAP
        if width and room > width:
            left = box.left() if rtl else box.right() - width
            paint_keycap(painter, left, round(middle - KEYCAP_HEIGHT / 2), self._key, self._theme)
            room -= width + GAP
        metrics = QFontMetricsF(self.font())
        words = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        if room > PAD:
            start = icon_left - GAP - metrics.horizontalAdvance(words) if rtl else icon_left + ICON_PX + GAP
            painter.setPen(self._theme.colour("muted"))
            painter.setFont(self.font())
            painter.setLayoutDirection(self.layoutDirection())
            painter.drawText(QPointF(start, round(middle + rise(self.font()))), words)
