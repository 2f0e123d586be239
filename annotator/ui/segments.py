"""Segments: a few choices side by side on one track, of which one holds."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from annotator.ui.prose import rise
from annotator.ui.style import RING_PX, mixed
from annotator.ui.theme import Theme

TRACK_PX, INSET_PX, PAD_PX = 32, 3, 14
TRACK_CORNER, CORNER = 8.0, 6.0
LIFT_SHARE = 0.12


class Segments(QWidget):
    """`chosen` tells the value when a person has chosen another one; arrows lead from one to the next."""

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, name: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.buttons: dict[str, Segment] = {}
        self._group = QButtonGroup(self)
        self.setAccessibleName(name)
        self.setFixedHeight(TRACK_PX)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(INSET_PX, INSET_PX, INSET_PX, INSET_PX)
        row.setSpacing(0)
        for value, words in choices:
            button = self.buttons[value] = Segment(theme, words)
            button.stepped.connect(self._step)
            button.clicked.connect(lambda _=False, value=value: self._choose(value))
            self._group.addButton(button)
            row.addWidget(button)
        self._value = ""
        self.choose(next(iter(self.buttons)))

    @property
    def value(self) -> str:
        """What holds."""
        return self._value

    def choose(self, value: str) -> None:
        """Let another one hold, without telling."""
        self._value = value
        for name, button in self.buttons.items():
            button.setChecked(name == value)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if name == value else Qt.FocusPolicy.NoFocus)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        for button in self.buttons.values():
            button.set_theme(theme)
        self.update()

    def _choose(self, value: str) -> None:
        if value != self._value:
            self.choose(value)
            self.chosen.emit(value)

    def _step(self, step: int) -> None:
        values = list(self.buttons)
        at = values.index(self._value) + step
        if 0 <= at < len(values):
            self._choose(values[at])
            self.buttons[values[at]].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("line" if _is_paper_bright(self._theme) else "raised"))
        painter.drawRoundedRect(QRectF(self.rect()), TRACK_CORNER, TRACK_CORNER)
        painter.end()


class Segment(QAbstractButton):
    """One of the choices; `stepped` asks for the next (1) or the one before (-1)."""

    stepped = Signal(int)

    def __init__(self, theme: Theme, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setCheckable(True)
        self.setText(words)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self.update()

    def _font(self, bold: bool) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(self._font(True)).horizontalAdvance(self.text()) + 2 * PAD_PX
        return QSize(round(width), TRACK_PX - 2 * INSET_PX)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        onward = Qt.Key.Key_Left if rtl else Qt.Key.Key_Right
        back = Qt.Key.Key_Right if rtl else Qt.Key.Key_Left
        if event.key() in (onward, back):
            self.stepped.emit(1 if event.key() == onward else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.isChecked():
            painter.setPen(QPen(self._theme.colour("line_strong" if self.hasFocus() else "line"), 1))
            raised = self._theme.colour("raised")
            lifted = mixed(self._theme.colour("ink"), raised, LIFT_SHARE)
            painter.setBrush(raised if _is_paper_bright(self._theme) else lifted)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)
        if self.hasFocus():
            half = RING_PX / 2
            painter.setPen(QPen(self._theme.colour("focus"), RING_PX))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(half, half, -half, -half), CORNER, CORNER)
        font = self._font(self.isChecked())
        left = box.center().x() - QFontMetricsF(font).horizontalAdvance(self.text()) / 2
        painter.setFont(font)
        painter.setPen(self._theme.colour("text" if self.isChecked() or self.underMouse() else "muted"))
        painter.drawText(QPointF(left, round(box.center().y() + rise(font))), self.text())
        painter.end()


def _is_paper_bright(theme: Theme) -> bool:
    """Whether what is raised is brighter than a line on it; else what holds is lifted from a dark track by ink."""
    return theme.colour("raised").lightness() > theme.colour("line").lightness()
