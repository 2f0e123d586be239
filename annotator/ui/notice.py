"""The notice: one line above the status bar that says what happened and offers one thing to do about it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui.button import Button, Icon, Words
from annotator.ui.icon import icon_pixmap
from annotator.ui.style import Hairline, plain_label, stand_on
from annotator.ui.theme import Theme

Run = Callable[[], object]
SHOWN_MS = 6000
ICON_PX = 16
EDGE_PX = 14


class Notice(QWidget):
    """Hidden until there is something to say. An error stays until it is closed; all else goes after six seconds."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._error = False
        self._runs: tuple[Run | None, Run | None] = (None, None)
        self._icon = plain_label()
        self._words = plain_label()
        self._words.setWordWrap(True)
        self._actions = (Button(theme, "small", Words("")), Button(theme, "small", Words("")))
        self._close = Button(theme, "quiet", Icon("close"))
        self._close.setAccessibleName(QCoreApplication.translate("Notice", "Close"))
        self._close.setToolTip(QCoreApplication.translate("Notice", "Close"))
        self._line = Hairline(theme)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._timer.timeout.connect(self.close_notice)
        for place, button in enumerate(self._actions):
            button.clicked.connect(partial(self._act, place))
        self._close.clicked.connect(self.close_notice)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(EDGE_PX, 2, EDGE_PX, 2)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        for button in self._actions:
            row.addWidget(button)
        row.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._line)
        column.addLayout(row)

    @property
    def text(self) -> str:
        """What it says at the moment; empty when it is hidden."""
        return "" if self.isHidden() else self._words.text()

    def tell(self, text: str, action: str = "", run: Run | None = None) -> None:
        """Say that something happened, with perhaps one button that does `run` and closes the notice."""
        self._show(text, (action, ""), (run, None), error=False)
        self._timer.start()

    def tell_error(self, text: str, action: str = "", run: Run | None = None) -> None:
        """Say that something failed; the line stays until it is closed or its button is pressed."""
        self._timer.stop()
        self._show(text, (action, ""), (run, None), error=True)

    def ask(self, text: str, *answers: tuple[str, Run]) -> None:
        """Ask, with a button for each of two answers; the line stays until one is pressed or another thing is said."""
        self._timer.stop()
        (first, run), (second, other) = answers
        self._show(text, (first, second), (run, other), error=False)

    def close_notice(self) -> None:
        """Take the line away."""
        self._timer.stop()
        self._runs = (None, None)
        self.hide()
        self.closed.emit()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        for drawn in (*self._actions, self._close, self._line):
            drawn.set_theme(theme)
        self._dress()

    def _show(self, text: str, actions: tuple[str, str], runs: tuple[Run | None, Run | None], error: bool) -> None:
        self._error = error
        self._runs = runs
        self._words.setText(text)
        for button, words in zip(self._actions, actions, strict=True):
            button.show_parts(Words(words))
            button.setVisible(bool(words))
        self._dress()
        self.show()
        announce(self, text)

    def _act(self, place: int) -> None:
        run = self._runs[place]
        self.close_notice()
        if run is not None:
            run()

    def _dress(self) -> None:
        stand_on(self, self._theme, "danger_soft" if self._error else "accent_soft")
        name, colour = ("error", "danger") if self._error else ("info", "muted")
        self._icon.setPixmap(icon_pixmap(name, self._theme.colour(colour), ICON_PX))


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say it."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
