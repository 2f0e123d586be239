"""A flow of pieces: lines of words, chips and tags in a card, wrapped; a click on a chip names its span."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.piece import CHIP, LINE_PX, Box, Piece, paint_boxes, set_lines, spoken
from annotator.ui.prose import tip
from annotator.ui.theme import Theme


class PieceFlow(QWidget):
    """It takes no focus: the card that it is part of says which chip the keyboard is on."""

    picked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: tuple[tuple[Piece, ...], ...] = ()
        self._boxes: list[Box] = []
        self._ringed: Box | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMouseTracking(True)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self.update()

    def show_lines(self, lines: Sequence[tuple[Piece, ...]]) -> None:
        """Show these lines, each wrapped where it must be."""
        self._lines = tuple(lines)
        self._ringed = None
        self.setAccessibleName("\n".join(spoken(line) for line in self._lines))
        self._set()
        self.updateGeometry()

    @property
    def chips(self) -> list[Box]:
        """The chips, in the order in which they are read."""
        return [box for box in self._boxes if box.piece.kind == CHIP and box.piece.span]

    def ring(self, box: Box | None) -> None:
        """Show that the keyboard is on this chip."""
        self._ringed = box
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._height(self._placed(width))

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self._height(self._boxes))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, LINE_PX if self._lines else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        paint_boxes(painter, self._boxes, self._theme, self.font(), self._ringed)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        box = self._box_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if box else Qt.CursorShape.ArrowCursor)
        self.setToolTip(tip(box.piece.text) if box and box.shown != box.piece.text else "")
        super().mouseMoveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        box = self._box_at(event.position())
        if box is not None and event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(box.piece.span)

    def _set(self) -> None:
        self._boxes = self._placed(self.width())
        self.update()

    def _placed(self, width: int) -> list[Box]:
        boxes: list[Box] = []
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for line in self._lines:
            boxes += set_lines(line, width, self.font(), rtl, self._height(boxes))
        return boxes

    def _height(self, boxes: Sequence[Box]) -> int:
        return round(boxes[-1].room.bottom()) if boxes else 0

    def _box_at(self, place: QPointF) -> Box | None:
        return next((box for box in self._boxes if box.piece.span and box.room.contains(place)), None)
