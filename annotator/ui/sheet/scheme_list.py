"""The list at the start of the scheme's sheet: every label in order, and under them the kinds of events."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import QWidget

from annotator.core.scheme import Label
from annotator.core.scheme_rule import EVENT, LABEL, Owner
from annotator.ui.language import current, number
from annotator.ui.mark import mark_pixmap
from annotator.ui.sheet.command_list import Row, RowView
from annotator.ui.sheet.drafting import Drafting
from annotator.ui.theme import Theme

ROW_PX = 36
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class SchemeList(RowView):
    """Enter goes into what is chosen; Alt+Up and Alt+Down move a label, Insert adds one."""

    chosen_changed = Signal()
    entered = Signal()
    moved = Signal(int)
    added = Signal()

    def __init__(self, drafting: Drafting, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, ROW_PX)
        self._drafting = drafting
        self._owners: dict[int, Owner] = {}
        self._told: Owner | None = None
        self.setAccessibleName(QCoreApplication.translate("Scheme", "Labels"))
        self.selectionModel().currentChanged.connect(self._tell)
        self.doubleClicked.connect(lambda _: self.entered.emit())
        self.refresh()

    @property
    def owner(self) -> Owner | None:
        """The label or the kind of event that is chosen."""
        return self._owners.get(self.chosen)

    def choose_owner(self, owner: Owner | None) -> None:
        """Choose a label or a kind of event; where it is gone, the first label."""
        found = next((row for row, known in self._owners.items() if known == owner), None)
        self.choose(found if found is not None else next(iter(self._owners)))

    def refresh(self) -> None:
        """Show the draft as it is, with the same thing chosen."""
        before = self.owner
        rows: list[Row] = []
        self._owners = {}
        for label in self._drafting.scheme.every_label:
            self._owners[len(rows)] = (LABEL, label.id)
            rows.append(self._row(label))
        if self._drafting.scheme.events:
            rows.append(Row(QCoreApplication.translate("Scheme", "Events"), heading=True))
        for event in self._drafting.scheme.events:
            self._owners[len(rows)] = (EVENT, event.id)
            rows.append(Row(event.name(current()), icon="span"))
        self.rows.show(rows)
        self.choose_owner(before)

    def _row(self, label: Label) -> Row:
        count = self._drafting.count(label.id)
        off = "" if label.in_use else QCoreApplication.translate("Scheme", "off")
        return Row(
            label.name(current()),
            (label.key,),
            aside=off,
            note=number(count) if count else "",
            picture=partial(_mark, label),
        )

    def _tell(self, *_: object) -> None:
        """Say that something else is chosen; the same thing in a list that was filled anew is nothing else."""
        if self.owner not in (None, self._told):
            self._told = self.owner
            self.chosen_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alt = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            # The sheet's.
            event.ignore()
        elif key in STEPS and alt:
            self.moved.emit(STEPS[key])
        elif key in STEPS:
            self.step(STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key == Qt.Key.Key_Insert:
            self.added.emit()
        else:
            super().keyPressEvent(event)


def _mark(label: Label, theme: Theme) -> QPixmap:
    return mark_pixmap(label, theme, current())
