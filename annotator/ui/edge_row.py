"""One edge of a span in the inspector: its name, the word it stands at (or a choice of them), the key that moves it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.ui.button import Button, Quote
from annotator.ui.flow import FlowLayout
from annotator.ui.keycap import KeyCap
from annotator.ui.prose import Prose
from annotator.ui.style import RING_ROOM_PX, plain_label
from annotator.ui.theme import Theme, reading_font

NAME_PX = 56
WORD_PT = 11.5
CHIP_GAP = 6 - 2 * RING_ROOM_PX


class EdgeRow(QWidget):
    """A word, or a row of chips of which one is chosen."""

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._word = Prose()
        self._word.setFont(reading_font(WORD_PT))
        # In line with the chips, which keep room for their focus rings.
        self._word.setContentsMargins(RING_ROOM_PX, 0, RING_ROOM_PX, 0)
        self._choices = QWidget()
        self._chips = FlowLayout(CHIP_GAP, self._choices)
        self._key = KeyCap("", theme)
        label = plain_label(name, muted=True)
        label.setMinimumWidth(NAME_PX)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label)
        row.addWidget(self._word, 1)
        row.addWidget(self._choices, 1)
        row.addWidget(self._key)

    def show_key(self, key: str) -> None:
        """Show which key moves the edge."""
        self._key.show_key(key)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self._key.set_theme(theme)
        for button in self._choices.findChildren(Button):
            button.set_theme(theme)

    def show_words(self, words: str) -> None:
        """Show the word at the edge, with nothing to choose."""
        self._chips.clear()
        self._choices.hide()
        self._word.setText(words)
        self._word.show()

    def show_choices(self, choices: Sequence[Quote], chosen: int, choose: Callable[[int], None]) -> None:
        """Show the word once for each place the edge could be; a click on one calls `choose` with its number."""
        if len(choices) < 2:
            self.show_words(choices[0].text if choices else "")
            return
        self._chips.clear()
        self._word.hide()
        for place, part in enumerate(choices):
            self._chips.addWidget(self._chip(part, place == chosen, place, choose))
        self._choices.show()

    def _chip(self, part: Quote, chosen: bool, place: int, choose: Callable[[int], None]) -> Button:
        chip = Button(self._theme, "option", part, parent=self._choices)
        chip.setCheckable(True)
        chip.setChecked(chosen)
        spoken = QCoreApplication.translate("Inspector", "%1 at “%2”")
        chip.setAccessibleName(spoken.replace("%1", self._name).replace("%2", part.text))
        chip.setToolTip(_tip(part))
        chip.clicked.connect(lambda: choose(place))
        chip.show()
        return chip


def _tip(part: Quote) -> str:
    if part.cut_off:
        return QCoreApplication.translate("Inspector", "Leave the clitic out")
    return QCoreApplication.translate("Inspector", "Take the clitic in")
