"""What the tour draws beside its card: the outline round the words, and the dots that count its steps."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from annotator.ui.theme import Theme

RING_PX = 3


class Ring(QWidget):
    """An outline in ink round words of the article; it lies over the text and lets the mouse through."""

    def __init__(self, theme: Theme, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._theme = theme
        self._boxes: list[QRectF] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self.update()

    def show_round(self, boxes: list[QRectF]) -> None:
        """Outline these boxes of the viewport; none hides the outline."""
        self.setVisible(bool(boxes))
        if not boxes:
            return
        around = QRectF(boxes[0])
        for box in boxes:
            around = around.united(box)
        room = around.toAlignedRect().adjusted(-2 * RING_PX, -2 * RING_PX, 2 * RING_PX, 2 * RING_PX)
        self.setGeometry(room)
        self._boxes = [box.translated(-room.left(), -room.top()) for box in boxes]
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("ink"), 2))
        for box in self._boxes:
            painter.drawRoundedRect(box.adjusted(-RING_PX, -1, RING_PX, 1), 5, 5)
        painter.end()


class Dots(QWidget):
    """How far the tour is: a dot a step, the present one long and dark."""

    def __init__(self, theme: Theme, count: int) -> None:
        super().__init__()
        self._theme = theme
        self._count = count
        self._step = 0
        self.setFixedSize(count * 14 + 8, 12)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self.update()

    def show_step(self, step: int) -> None:
        """Make this step (from 0) the present one."""
        self._step = step
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        at = 0.0
        for step in range(self._count):
            width = 16.0 if step == self._step else 6.0
            painter.setBrush(self._theme.colour("ink" if step == self._step else "line_strong"))
            painter.drawRoundedRect(QRectF(at, 3, width, 6), 3, 3)
            at += width + 8
        painter.end()
