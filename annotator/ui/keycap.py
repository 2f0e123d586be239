"""Keycaps: the small drawn key that says which key does a thing. Latin and left to right in every language."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from annotator.ui.theme import Theme, interface_font

HEIGHT = 18
LETTER_PX = 11
PAD = 5
CORNER = 4.0


class KeyCap(QWidget):
    """One key as a picture in a layout; its accessible name is the key."""

    def __init__(self, key: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._theme = theme
        self.setFixedSize(QSize(keycap_width(key), HEIGHT))
        self.setAccessibleName(key)

    def show_key(self, key: str) -> None:
        """Show another key; the cap of none is hidden."""
        self._key = key
        self.setFixedSize(QSize(keycap_width(key), HEIGHT))
        self.setAccessibleName(key)
        self.setVisible(bool(key))
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_keycap(painter, 0, 0, self._key, self._theme)
        painter.end()


def keycap_width(key: str) -> int:
    """How wide the cap of `key` is, in logical pixels."""
    return max(HEIGHT, math.ceil(QFontMetricsF(_font()).horizontalAdvance(key)) + 2 * PAD + 2)


def paint_keycap(painter: QPainter, left: float, top: float, key: str, theme: Theme, ink: QColor | None = None) -> None:
    """Draw the cap with its corner at (left, top). With `ink` it is only outlined, for use on a filled button."""
    box = QRectF(left + 0.5, top + 0.5, keycap_width(key) - 1, HEIGHT - 1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink or theme.colour("line"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush if ink else theme.colour("raised"))
    painter.drawRoundedRect(box, CORNER, CORNER)
    # The lower lip of a key is twice as thick as its other edges.
    lip = box.bottom() - 1
    painter.drawLine(QPointF(box.left() + 2, lip), QPointF(box.right() - 2, lip))
    painter.setPen(ink or theme.colour("muted"))
    painter.setFont(_font())
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    painter.drawText(box.adjusted(0, 0, 0, -1), Qt.AlignmentFlag.AlignCenter, key)
    painter.restore()


def _font() -> QFont:
    font = interface_font("en")
    font.setPixelSize(LETTER_PX)
    return font
