"""One attribute in the inspector: its name, and chips to choose from or a field to type into."""

from PySide6.QtCore import QCoreApplication, QLocale, QRectF, QRegularExpression, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPalette, QRegularExpressionValidator
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from annotator.core.scheme import COUNT, Attribute, Choice
from annotator.ui import language
from annotator.ui.button import Button, Words
from annotator.ui.flow import FlowLayout
from annotator.ui.icon import icon_pixmap
from annotator.ui.note_row import NoteField
from annotator.ui.prose import Prose
from annotator.ui.style import RING_ROOM_PX, paint_ring, plain_label
from annotator.ui.theme import Theme

CHIP_GAP = 6 - 2 * RING_ROOM_PX
LINE_PX, STACKED_PX = 34, 24
COUNT_PX = 72
CORNER_PX = 6
ICON_PX = 14
SIDE_PX, ABOVE_PX = 6, 2
"""What a row leaves free at its sides, and above and below, so that its focus ring stands clear."""
DIGITS = 9
"""A count has no more digits than this."""
FOLD_FROM, FOLDED = 6, 4
"""From so many choices on a row shows only so many, until it has the focus or is asked for all."""


class AttributeRow(QWidget):
    """What both kinds of row share. `given` is a value to be kept, "" for none; `stop` is what takes the focus."""

    given = Signal(str)
    chosen_by_key = Signal()

    def __init__(self, attribute: Attribute, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.attribute = attribute
        self.stop: QWidget = self
        self._theme = theme
        self._value: str | None = None
        self.name = plain_label(attribute.name(language.current()), muted=True)
        self.name.setWordWrap(True)
        self.name.setMinimumHeight(LINE_PX)
        self.missing = Missing(theme)

    def _lay_out(self, body: QWidget, *after: QWidget) -> None:
        column = QVBoxLayout()
        column.setSpacing(0)
        line = QHBoxLayout()
        line.setSpacing(0)
        for widget in (body, *after):
            line.addWidget(widget)
        column.addLayout(line)
        column.addWidget(self.missing)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(SIDE_PX, ABOVE_PX, SIDE_PX, ABOVE_PX)
        self._row.setSpacing(8)
        self._row.addWidget(self.name, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(column, 1)

    def stack(self) -> None:
        """Put the name above what can be chosen, where the row is narrow."""
        self._row.setDirection(QBoxLayout.Direction.TopToBottom)
        self._row.setSpacing(0)
        self.name.setMinimumHeight(STACKED_PX)
        self.name.setContentsMargins(RING_ROOM_PX, 0, RING_ROOM_PX, 0)

    @property
    def is_set(self) -> bool:
        """Whether the attribute holds something that the scheme knows."""
        return self._value is not None and self.attribute.takes(self._value)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self.missing.set_theme(theme)
        self.update()

    def show_value(self, value: str | None) -> None:
        """Show what the attribute holds."""
        self._value = value
        self.missing.setVisible(self.attribute.required and not self.is_set)

    def press(self, key: str) -> bool:
        """What a key does while the row has the focus; says whether it did anything."""
        return False

    def finish(self) -> None:
        """Give what was typed to be kept."""

    def forget(self) -> None:
        """Show again what is kept."""

    def fold(self) -> None:
        """Show the first choices only."""


class ChoiceRow(AttributeRow):
    """Chips, each with its key. The row takes the focus, not its chips: then their keys count."""

    def __init__(
        self, attribute: Attribute, choices: tuple[Choice, ...], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(attribute, theme, parent)
        self._choices = choices
        self._open = False
        body = QWidget()
        self._flow = FlowLayout(CHIP_GAP, body)
        self.chips = {choice.id: self._chip(choice) for choice in choices}
        # A value that came from elsewhere and is none of the choices.
        self._foreign = self._button()
        self._foreign.setCheckable(True)
        self._foreign.clicked.connect(lambda: self._take(""))
        self.more = self._button()
        self.more.clicked.connect(self._unfold)
        for chip in (*self.chips.values(), self._foreign, self.more):
            self._flow.addWidget(chip)
        self._lay_out(body)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _button(self, *parts: Words) -> Button:
        button = Button(self._theme, "option", *parts)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def _chip(self, choice: Choice) -> Button:
        name = choice.name(language.current())
        chip = self._button(Words(choice.key, light=True), Words(name))
        chip.setCheckable(True)
        chip.setAccessibleName(name)
        chip.clicked.connect(lambda: self._take(choice.id))
        return chip

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        super().set_theme(theme)
        for chip in (*self.chips.values(), self._foreign, self.more):
            chip.set_theme(theme)

    def show_value(self, value: str | None) -> None:
        """Fill the chip that is chosen."""
        super().show_value(value)
        for choice, chip in self.chips.items():
            chip.setChecked(choice == value)
        strange = value is not None and value not in self.chips
        self._foreign.show_parts(Words(value if value and strange else ""))
        self._foreign.setChecked(strange)
        self._foreign.setVisible(strange)
        self._show_chips()
        chosen = next((c.name(language.current()) for c in self._choices if c.id == value), value)
        unset = QCoreApplication.translate("Inspector", "Not set yet")
        self.setAccessibleName(f"{self.attribute.name(language.current())}: {chosen or unset}")

    def press(self, key: str) -> bool:
        """Set the choice that has the key, or unset it where it is set. Other letters do nothing here: the same letter
        must not set a choice in one row and leave for another span in the next."""
        choice = next((choice for choice in self._choices if choice.key.upper() == key), None)
        if choice is None:
            return len(key) == 1 and key.isalpha()
        self._take(choice.id)
        if self._value == choice.id:
            self.chosen_by_key.emit()
        return True

    def fold(self) -> None:
        """Show the first choices only, and the one that is set."""
        self._open = False
        self._show_chips()

    def _take(self, choice: str) -> None:
        """Choose; what is chosen already is taken out. What could not be kept does not look as if it were."""
        self.given.emit("" if choice == self._value else choice)
        self.show_value(self._value)

    def _unfold(self) -> None:
        self._open = True
        self._show_chips()

    def _show_chips(self) -> None:
        names = list(self.chips)
        shown = names
        if len(names) >= FOLD_FROM and not self._open and not self.hasFocus():
            at = names.index(self._value) if self._value in names else 0
            shown = names[:FOLDED] if at < FOLDED else [*names[: FOLDED - 1], names[at]]
        for name, chip in self.chips.items():
            chip.setVisible(name in shown)
        left_out = len(names) - len(shown)
        self.more.show_parts(Words(f"+{language.number(left_out)}", light=True))
        self.more.setAccessibleName(QCoreApplication.translate("Inspector", "Show all choices"))
        self.more.setToolTip(self.more.accessibleName())
        self.more.setVisible(left_out > 0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_chips()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_chips()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The chips draw themselves; the row only its ring."""
        if not self.hasFocus():
            return
        painter = QPainter(self)
        room = RING_ROOM_PX
        paint_ring(painter, QRectF(self.rect()).adjusted(room, room, -room, -room), CORNER_PX, self._theme)
        painter.end()


class FieldRow(AttributeRow):
    """A field for words or for a count."""

    def __init__(self, attribute: Attribute, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(attribute, theme, parent)
        self.field = NoteField()
        self.field.setPlaceholderText("")
        self.field.setAccessibleName(attribute.name(language.current()))
        self.field.finished.connect(self.finish)
        self.stop = self.field
        holder = QWidget()
        line = QHBoxLayout(holder)
        # In line with chips, which keep room for their focus rings.
        line.setContentsMargins(RING_ROOM_PX, 2, RING_ROOM_PX, 2)
        line.addWidget(self.field)
        if attribute.kind == COUNT:
            self.field.setFixedWidth(COUNT_PX)
            self.field.setValidator(_digits(self.field))
            line.addStretch(1)
        self._lay_out(holder)

    def show_value(self, value: str | None) -> None:
        """Show what is kept, unless something else is being typed."""
        super().show_value(value)
        if not self.field.isModified():
            self.forget()

    def finish(self) -> None:
        """Give what was typed to be kept: a count in plain digits, words without the space around them."""
        if not self.field.isModified():
            return
        self.field.setModified(False)
        typed = self.field.text().strip()
        self.given.emit(str(int(typed)) if typed and self.attribute.kind == COUNT else typed)

    def forget(self) -> None:
        """Show again what is kept."""
        value = self._value or ""
        self.field.show_note(_written(value) if self.attribute.kind == COUNT else value)


class Missing(QWidget):
    """Says under a required attribute that it is not set yet."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = Prose()
        self._words = plain_label(QCoreApplication.translate("Inspector", "Not set yet"), "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(RING_ROOM_PX, 0, RING_ROOM_PX, 4)
        row.setSpacing(6)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        self.set_theme(theme)

    def say(self, words: str) -> None:
        """Say something else that is missing."""
        self._words.setText(words)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._icon.setPixmap(icon_pixmap("warning", theme.colour("warning"), ICON_PX))
        palette = QPalette(self._words.palette())
        palette.setColor(QPalette.ColorRole.WindowText, theme.colour("warning"))
        self._words.setPalette(palette)


def _digits(field: NoteField) -> QRegularExpressionValidator:
    """Digits of any script, as the keyboard writes them."""
    pattern = QRegularExpression(rf"\d{{0,{DIGITS}}}")
    pattern.setPatternOptions(QRegularExpression.PatternOption.UseUnicodePropertiesOption)
    return QRegularExpressionValidator(pattern, field)


def _written(value: str) -> str:
    """A count in the program's own digits; what is none stays as it is."""
    if not value.isdecimal() or len(value) > DIGITS:
        return value
    locale = language.locale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale.toString(int(value))
