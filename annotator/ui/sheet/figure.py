"""A figure: a large number over the word for what it counts."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.ui import language
from annotator.ui.style import plain_label
from annotator.ui.theme import Theme

LEAST_WIDTH = 64


class Figure(QWidget):
    """`colour` is the theme's colour of the number while it is more than nothing."""

    def __init__(self, theme: Theme, words: str, colour: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._colour = colour
        self._value = 0
        self._number = plain_label("", "title")
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words = plain_label(words, "caption", muted=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMinimumWidth(LEAST_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._number)
        column.addWidget(self._words)
        self.show_value(0)

    @property
    def value(self) -> int:
        """The number."""
        return self._value

    def show_value(self, value: int, words: str | None = None, more: bool = False) -> None:
        """Show a number, and perhaps under another word; `more` says that it is only counted so far."""
        self._value = value
        self._number.setText(language.number(value) + ("+" if more else ""))
        if words is not None:
            self._words.setText(words)
        self.setAccessibleName(f"{self._words.text()}: {self._number.text()}")
        palette = QPalette(self._number.palette())
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.colour(self._colour if value else "muted"))
        self._number.setPalette(palette)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self.show_value(self._value)
