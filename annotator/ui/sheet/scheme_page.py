"""What the pages of the scheme's sheet are made of: a grid of names and what stands beside them."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from annotator.core.scheme import LANGUAGES, Words
from annotator.ui.button import Button
from annotator.ui.button import Words as Said
from annotator.ui.flow import FlowLayout
from annotator.ui.prose import Prose
from annotator.ui.sheet.drafting import Drafting
from annotator.ui.sheet.scheme_field import WordField
from annotator.ui.style import RING_ROOM_PX, plain_label
from annotator.ui.theme import Theme

NAME_PX, LINE_PX = 92, 36
CHIP_GAP = 4 - 2 * RING_ROOM_PX
LANGUAGE_NAMES = {"ar": "العربية", "en": "English"}

Entry = tuple[str, Callable[[], object]]


class SchemePage(QWidget):
    """One label, kind of event or attribute. It is made anew where there are other things to show.

    `left` says that Enter was pressed in a field; `opened` that an attribute is to be shown, by its id, "" for none;
    `went` that a label is, by its id.
    """

    left = Signal()
    opened = Signal(str)
    went = Signal(str)

    def __init__(self, drafting: Drafting, theme: Theme) -> None:
        super().__init__()
        self._drafting = drafting
        self._theme = theme
        self._menu: QMenu | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, RING_ROOM_PX, 0)
        self._column.setSpacing(8)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(4)
        self._grid.setHorizontalSpacing(12)
        self._grid.setColumnMinimumWidth(0, NAME_PX)
        self._grid.setColumnStretch(1, 1)

    def refresh(self) -> None:
        """Show what follows from a step that gave nothing new to show."""

    def _add(self, title: str, *widgets: QWidget, stretch: bool = True) -> Prose:
        """A line of the grid."""
        name = plain_label(title, muted=True)
        name.setWordWrap(True)
        name.setMinimumHeight(LINE_PX)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for widget in widgets:
            line.addWidget(widget)
        if stretch:
            line.addStretch(1)
        row = self._grid.rowCount()
        self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addLayout(line, row, 1)
        return name

    def _fields(self, names: Words, name: str, title: str, keep: Callable[[Words], bool]) -> list[WordField]:
        """A field for each language; each keystroke is kept."""
        fields = []
        for language in LANGUAGES:
            field = WordField(names.get(language, ""), f"{name}.{language}", language)
            field.setPlaceholderText(LANGUAGE_NAMES[language])
            field.setAccessibleName(f"{title}: {LANGUAGE_NAMES[language]}")
            field.entered.connect(self.left)
            fields.append(field)
        for field in fields:
            field.said.connect(lambda _: _take(fields, keep(_words_in(fields))))
        return fields

    def _field(self, field: WordField, title: str, width: int, keep: Callable[[str], bool]) -> WordField:
        """One field; each keystroke is kept."""
        field.setFixedWidth(width)
        field.setAccessibleName(title)
        field.entered.connect(self.left)
        field.said.connect(lambda text: _take([field], keep(text)))
        return field

    def _chips(self, *chips: Button) -> QWidget:
        box = QWidget()
        flow = FlowLayout(CHIP_GAP, box)
        for chip in chips:
            flow.addWidget(chip)
        return box

    def _chip(self, words: str, name: str, chosen: bool, act: Callable[[], object]) -> Button:
        """An option; the chosen one stays chosen however often it is pressed."""
        chip = Button(self._theme, "option", Said(words))
        chip.setObjectName(name)
        chip.setCheckable(True)
        chip.setChecked(chosen)
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.clicked.connect(lambda: act())
        return chip

    def _button(self, words: str, name: str, act: Callable[[], object], kind: str = "small") -> Button:
        button = Button(self._theme, kind, Said(words))
        button.setObjectName(name)
        button.clicked.connect(lambda: act())
        return button

    def _ask(self, button: Button, entries: list[Entry | tuple[str, list[Entry]]]) -> None:
        """A menu under the button: entries, or menus of entries."""
        if self._menu is not None:
            self._menu.deleteLater()
        self._menu = QMenu(self)
        for words, inside in entries:
            if isinstance(inside, list):
                part = self._menu.addMenu(words.replace("&", "&&"))
                for inner, act in inside:
                    _add_entry(part, inner, act)
            else:
                _add_entry(self._menu, words, inside)
        self._menu.popup(button.mapToGlobal(button.rect().bottomLeft()))


def _words_in(fields: list[WordField]) -> Words:
    return {language: field.text() for language, field in zip(LANGUAGES, fields, strict=True)}


def _take(fields: list[WordField], taken: bool) -> None:
    for field in fields if taken else ():
        field.take()


def _add_entry(menu: QMenu, words: str, act: Callable[[], object]) -> None:
    menu.addAction(words.replace("&", "&&")).triggered.connect(lambda: act())
