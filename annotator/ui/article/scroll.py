"""Scrolling: which part of the page shows, and that what one looks at stays where it is while the page changes."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QScrollBar

from annotator.ui.article.glide import Glide
from annotator.ui.article.layout import Page, Spot
from annotator.ui.article.paint import SLACK
from annotator.ui.theme import Theme

LINES_PER_NOTCH, NOTCH = 3, 120
FAR = 3
"""A target further away than so many windows is jumped at, and only its last stretch is followed."""

SHEET = """
QScrollBar:vertical {{ background: {paper}; border: none; width: 12px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {handle}; border: 3px solid {paper}; border-radius: 6px; min-height: 40px; }}
QScrollBar::handle:vertical:hover {{ background: {hovered}; }}
QScrollBar::handle:vertical:disabled {{ background: {paper}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; border: none; background: none; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: none; }}
"""


class Scroll:
    """The vertical scroll bar of a page in a window of some height.

    Heights above the window may turn out other than estimated; `settle` lays out what shows and moves the bar along,
    so that the text on screen does not jump.
    """

    def __init__(self, bar: QScrollBar, page: Page, window: Callable[[], int]) -> None:
        self._bar = bar
        self._page = page
        self._window = window
        self._busy = False
        self.glide = Glide(bar)

    @property
    def top(self) -> int:
        """The height of the page at which the window begins."""
        return self._bar.value()

    @property
    def is_settling(self) -> bool:
        """Whether the bar is being moved along with the page, not by a person."""
        return self._busy

    def dress(self, theme: Theme) -> None:
        """Draw the bar in the theme's ink."""
        handle = _between(theme.colour("line"), theme.colour("line_strong")).name()
        self._bar.setStyleSheet(SHEET.format(handle=handle, hovered=theme.hex("line_strong"), paper=theme.hex("paper")))

    def settle(self) -> None:
        """Lay out every block that shows, keeping in place one that did so before."""
        while True:
            shown = self._shown()
            rough = [number for number in shown if not self._page.is_exact(number)]
            if not rough:
                break
            visible = self._shown(0)
            kept = next((number for number in visible if self._page.is_exact(number)), visible[0])
            before = self._page.tops[kept]
            for number in rough:
                self._page.place(number)
            self._move_by(self._page.tops[kept] - before)
        self._measure()

    def hold(self, spot_of: Callable[[], Spot], change: Callable[[], None], screen_y: float | None = None) -> None:
        """Make a change to the page while a line stays where it is on screen (or comes to `screen_y`)."""
        if screen_y is None:
            screen_y = self._page.line_top(spot_of()) - self.top
        change()
        self._measure()
        self.put(spot_of, screen_y)
        self.settle()
        self.put(spot_of, screen_y)

    def put(self, spot_of: Callable[[], Spot], screen_y: float) -> None:
        """Scroll so that a line stands at `screen_y`."""
        spot = spot_of()
        self._measure()
        self._move_by(round(self._page.line_top(spot) - screen_y) - self.top)

    def reveal(self, spots: Callable[[], Iterable[Spot]], room: int) -> None:
        """Glide until the lines show with `room` pixels around them; the first of them if not all can."""

        def target() -> int:
            lines = list(spots())
            upper = self._page.line_top(lines[0]) - room
            lower = self._page.line_bottom(lines[-1]) + room - self._window()
            self._measure()
            return self._within(min(max(self.top, lower), upper))

        goal = target()
        if goal == self.top:
            return
        far = FAR * self._window()
        if abs(goal - self.top) > far:
            self._bar.setValue(goal + (self._window() if goal < self.top else -self._window()))
        self.glide.to(target)

    def wheel(self, event: QWheelEvent) -> None:
        """Follow a touch pad pixel by pixel, and glide for the notches of a wheel. Ctrl+wheel is left to others."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        event.accept()
        pixels, turned = event.pixelDelta(), event.angleDelta()
        if not pixels.isNull():
            self.glide.stop()
            self._bar.setValue(self.top - pixels.y())
        elif turned.y():
            step = turned.y() / NOTCH * LINES_PER_NOTCH * self._bar.singleStep()
            goal = self._within(round(self.glide.goal - step))
            self.glide.to(lambda: self._within(goal + self.glide.shifted))

    def _shown(self, around: int = SLACK) -> range:
        """The blocks that are painted: those that show, and those whose ink may reach in from so many pixels away."""
        first = self._page.block_at(self.top - around)
        return range(first, self._page.block_at(self.top + max(1, self._window()) + around) + 1)

    def _within(self, value: int) -> int:
        return max(0, min(value, self._bar.maximum()))

    def _measure(self) -> None:
        window = self._window()
        room, step = max(0, self._page.height - window), max(1, window)
        if (self._bar.maximum(), self._bar.pageStep()) == (room, step):
            return
        self._busy = True
        self._bar.setPageStep(step)
        self._bar.setRange(0, room)
        self._bar.setEnabled(room > 0)
        self._busy = False

    def _move_by(self, by: int) -> None:
        if by:
            self._busy = True
            self._bar.setMaximum(max(self._bar.maximum(), self.top + by))
            self._bar.setValue(self.top + by)
            self.glide.shift(by)
            self._busy = False


def _between(one: QColor, other: QColor) -> QColor:
    return QColor((one.red() + other.red()) // 2, (one.green() + other.green()) // 2, (one.blue() + other.blue()) // 2)
