"""Cells: the buttons of a matrix, painted, and the walk through them by arrow keys."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from annotator.core.scheme import Label
from annotator.ui.prose import rise, tip
from annotator.ui.style import RING_PX, mixed
from annotator.ui.theme import Theme

Ground = Callable[[Theme], QColor]

GAP_PX = 2
CORNER = 5.0
LEAST = QSize(44, 30)
USUAL = QSize(76, 42)
HOVER_SHARE = 0.10
ON_DARK = 0.75
"""Light ink on dark paper weighs more, and the number on it must stay readable."""
STEPS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
ENDS = {Qt.Key.Key_Home: -1, Qt.Key.Key_End: 1}


class Step(QAbstractButton):
    """A button that is walked to with the arrows from its neighbours; Enter presses it, as Space does.

    `stepped` carries rows down and columns towards the row's end, as seen; `ended` -1 for its start and 1 for its end.
    """

    stepped = Signal(int, int)
    ended = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def say(self, words: str) -> None:
        """What the button is, for ears and for the pointer."""
        self.setAccessibleName(words)
        self.setToolTip(tip(words))

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.theme = theme
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS:
            down, right = STEPS[key]
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self.stepped.emit(down, -right if rtl else right)
        elif key in ENDS:
            self.ended.emit(ENDS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)


class Walk(QObject):
    """Which of some steps the Tab key leads to, and which one an arrow leads to from there."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._places: dict[tuple[int, int], Step] = {}
        self._at: Step | None = None

    def lead_through(self, places: dict[tuple[int, int], Step]) -> None:
        """Lead through these from now on, by row and column; the first of them takes the Tab key."""
        self._places = places
        self._at = None
        for place, step in places.items():
            step.stepped.connect(lambda down, along, here=place: self._step(here, down, along))
            step.ended.connect(lambda way, row=place[0]: self._go_to_end(row, way))
            step.installEventFilter(self)
        self.settle()

    def settle(self) -> None:
        """Let the Tab key lead to the first that can be pressed, if the one it led to no longer can."""
        if self._at is None or not self._at.isEnabled():
            steps = (self._places[place] for place in sorted(self._places))
            first = next((step for step in steps if step.isEnabled()), None)
            if first is not None:
                self.stand_at(first)

    def stand_at(self, step: Step) -> None:
        """Let the Tab key lead to this one."""
        if self._at is not None:
            self._at.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._at = step
        step.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def at(self) -> Step | None:
        """The one that the Tab key leads to."""
        return self._at

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whatever is clicked is where the arrows go on from."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, Step):
            self.stand_at(watched)
        return False

    def _step(self, here: tuple[int, int], down: int, along: int) -> None:
        row, column = here
        last = max(max(place) for place in self._places)
        while 0 <= row <= last and 0 <= column <= last:
            row, column = row + down, column + along
            step = self._places.get((row, column))
            if step is not None and step.isEnabled():
                step.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _go_to_end(self, row: int, way: int) -> None:
        columns = sorted(column for r, column in self._places if r == row and self._places[r, column].isEnabled())
        if columns:
            self._places[row, columns[0] if way < 0 else columns[-1]].setFocus(Qt.FocusReason.TabFocusReason)


class Cell(Step):
    """A cell: a number on a ground; the picked one and the one in focus are ringed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._ground: Ground = blank
        self._strong = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_number(self, words: str, ground: Ground, strong: bool = True) -> None:
        """Show a number, set in bold or not, on its ground."""
        self.setText(words)
        self._ground, self._strong = ground, strong
        self.updateGeometry()
        self.update()

    def ground(self, theme: Theme) -> QColor:
        """The colour it stands on in a theme."""
        return self._ground(theme)

    def sizeHint(self) -> QSize:
        return USUAL

    def minimumSizeHint(self) -> QSize:
        words = round(QFontMetricsF(self._font()).horizontalAdvance(self.text())) + 4 * GAP_PX
        return LEAST.expandedTo(QSize(words, 0))

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if self._strong else QFont.Weight.Normal)
        return font

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(GAP_PX, GAP_PX, -GAP_PX, -GAP_PX)
        colour = self._ground(self.theme)
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            colour = mixed(self.theme.colour("ink"), colour, HOVER_SHARE)
        ringed = self.hasFocus() or self.isChecked()
        inner = box.adjusted(RING_PX, RING_PX, -RING_PX, -RING_PX) if ringed else box
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(inner, CORNER, CORNER)
        if ringed:
            _paint_rim(painter, QRectF(self.rect()), self.theme, self.hasFocus())
        self._paint_words(painter, box)
        painter.end()

    def _paint_words(self, painter: QPainter, box: QRectF) -> None:
        font = self._font()
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self.theme.colour("text" if self._strong or self.isEnabled() else "muted"))
        left = box.center().x() - metrics.horizontalAdvance(self.text()) / 2
        painter.drawText(round(left), round(box.center().y() + rise(font)), self.text())


def _paint_rim(painter: QPainter, box: QRectF, theme: Theme, focused: bool) -> None:
    half = RING_PX / 2
    painter.setPen(QPen(theme.colour("focus" if focused else "line_strong"), RING_PX))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), CORNER + RING_PX, CORNER + RING_PX)


def blank(theme: Theme) -> QColor:
    """The ground of a cell in which nothing can be."""
    return mixed(theme.colour("window"), theme.colour("raised"), 0.55)


def bare(theme: Theme) -> QColor:
    """The ground of a cell in which there is nothing."""
    return theme.colour("raised")


def tone(share: float) -> Ground:
    """A ground of ink, `share` of it over the card's paper."""

    def ground(theme: Theme) -> QColor:
        ink, paper = theme.colour("ink"), theme.colour("raised")
        return mixed(ink, paper, share if paper.lightness() > ink.lightness() else share * ON_DARK)

    return ground


def tinted(label: Label) -> Ground:
    """The ground of a label."""
    return lambda theme: theme.tint(label)
