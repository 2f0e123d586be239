"""The attributes of a span or an event in the inspector: one row each, set by a click or, with the focus, by a key."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.core.frame import attribute
from annotator.core.scheme import CHOICE, YES, YES_NO, Attribute, Choice
from annotator.core.span import Attributes
from annotator.ui.attribute_row import SIDE_PX, AttributeRow, ChoiceRow, FieldRow
from annotator.ui.edge_row import NAME_PX
from annotator.ui.style import Hairline, plain_label
from annotator.ui.theme import Theme

EDGE_PX = 16
NAME_MOST_PX = 84
STEPS = {"Up": -1, "Down": 1}
YES_KEY = "Y"
Keep = Callable[[str, str, str | None], object]


class AttributeRows(QWidget):
    """What is set goes to `keep`: whose attribute it is, its name, and its value or None. `left` tells that Esc was
    pressed, or Enter with nothing more to set; `entered` is the row that a key led to, once it has its size.

    `framed` ones stand between a heading and a line, their names in a column; others have their names above them.
    """

    left = Signal()
    entered = Signal(QWidget)

    def __init__(self, keep: Keep, theme: Theme, framed: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keep = keep
        self._theme = theme
        self._owner = ""
        self._attributes: tuple[Attribute, ...] = ()
        self.rows: tuple[AttributeRow, ...] = ()
        self._line = Hairline(theme)
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._settled.timeout.connect(self._tell_entered)
        self._framed = framed
        self._lay_out()

    def _lay_out(self) -> None:
        heading = plain_label(QCoreApplication.translate("Inspector", "Attributes"), "strong")
        heading.setContentsMargins(SIDE_PX, 0, SIDE_PX, 0)
        self._column = QVBoxLayout()
        if self._framed:
            self._column.setContentsMargins(EDGE_PX - SIDE_PX, 12, EDGE_PX - SIDE_PX, 8)
        else:
            self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(heading)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(self._column)
        outer.addWidget(self._line)
        if not self._framed:
            heading.hide()
            self._line.hide()

    def put_at_head(self, widget: QWidget) -> None:
        """Put something between the heading and the first row."""
        self._column.insertWidget(1, widget)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self._line.set_theme(theme)
        for row in self.rows:
            row.set_theme(theme)

    def show_held(self, owner: str, attributes: tuple[Attribute, ...], held: Attributes) -> None:
        """Show what a span or event of that id holds; what was being typed for another one is kept first."""
        another = self._owner != owner
        if another or attributes != self._attributes:
            self._finish()
        self._owner = owner
        if attributes != self._attributes:
            self._build(attributes)
        for row in self.rows:
            if another:
                row.fold()
            row.show_value(attribute(held, row.attribute.id))
        self.setVisible(bool(attributes))

    def focus_first(self) -> bool:
        """Put the focus on the first row that is not set, or else the first; whether there is any."""
        if not self.rows or self.isHidden():
            return False
        self._enter(next((row for row in self.rows if not row.is_set), self.rows[0]))
        return True

    def in_focus(self) -> AttributeRow | None:
        """The row that has the focus."""
        focus = self.window().focusWidget()
        return next((row for row in self.rows if focus is row or (focus and row.isAncestorOf(focus))), None)

    def press(self, key: str) -> bool:
        """What a key does while a row has the focus; says whether it did anything."""
        row = self.in_focus()
        if row is None:
            return False
        if key in STEPS:
            self._step(row, STEPS[key])
        elif key == "Enter":
            row.finish()
            self._go_on(row, leave=True)
        elif key == "Esc":
            row.forget()
            self.left.emit()
        else:
            return row.press(key)
        return True

    def _build(self, attributes: tuple[Attribute, ...]) -> None:
        # While all of it is hidden, showing a row does not lay out the whole pane.
        self.hide()
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._attributes = attributes
        self.rows = tuple(self._row(one) for one in attributes)
        width = min(NAME_MOST_PX, max((row.name.sizeHint().width() for row in self.rows), default=0))
        before: QWidget = self
        for row in self.rows:
            if self._framed:
                row.name.setFixedWidth(max(NAME_PX, width))
            else:
                row.stack()
            self._column.addWidget(row)
            # The layout would show it only later, and what is not shown takes no focus.
            row.show()
            QWidget.setTabOrder(before, row.stop)
            before = row.stop

    def _row(self, one: Attribute) -> AttributeRow:
        row = ChoiceRow(one, _choices(one), self._theme) if one.kind in (CHOICE, YES_NO) else FieldRow(one, self._theme)
        row.given.connect(lambda value: self._keep(self._owner, row.attribute.id, value or None))
        row.chosen_by_key.connect(lambda: self._go_on(row))
        return row

    def _finish(self) -> None:
        for row in self.rows:
            row.finish()

    def _step(self, row: AttributeRow, step: int) -> None:
        place = self.rows.index(row) + step
        self._enter(self.rows[max(0, min(len(self.rows) - 1, place))])

    def _go_on(self, row: AttributeRow, leave: bool = False) -> None:
        """To the next row that is not set; where none follows, stay or leave."""
        following = self.rows[self.rows.index(row) + 1 :]
        waiting = next((other for other in following if not other.is_set), None)
        if waiting is not None:
            self._enter(waiting)
        elif leave:
            self.left.emit()

    def _enter(self, row: AttributeRow) -> None:
        row.stop.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._settled.start()

    def _tell_entered(self) -> None:
        row = self.in_focus()
        if row is not None:
            self.entered.emit(row)


def _choices(one: Attribute) -> tuple[Choice, ...]:
    """What can be chosen; for a yes-or-no attribute that it is so."""
    if one.kind == CHOICE:
        return one.choices
    yes = QCoreApplication.translate("Inspector", "Yes")
    return (Choice(YES, YES_KEY, {"ar": yes, "en": yes}),)
