"""Which column of a table of articles is the text and which the title: one line to look at and to change."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from annotator.exchange.check import Fault
from annotator.exchange.column import TEXT, TITLE, Wanted, choose
from annotator.ui.style import plain_label

LEAST_LETTERS = 12
NONE = ""


class ColumnRow(QWidget):
    """A list of columns for the text and one for the title; `changed` tells that the person chose another."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[object, object] | None = None
        self.text = QComboBox()
        self.title = QComboBox()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        text_name = QCoreApplication.translate("Import", "Text column")
        title_name = QCoreApplication.translate("Import", "Title column")
        for name, box in ((text_name, self.text), (title_name, self.title)):
            label = plain_label(name, "small", muted=True)
            label.setBuddy(box)
            box.setAccessibleName(name)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(LEAST_LETTERS)
            box.activated.connect(self.changed)
            line.addWidget(label)
            line.addWidget(box)
        line.addStretch(1)

    @property
    def wanted(self) -> Wanted:
        """What is shown, as a map of columns; empty while no column is chosen for the text."""
        text: str = self.text.currentData() or NONE
        title: str = self.title.currentData() or NONE
        return {TEXT: text, TITLE: NONE if title == text else title} if text else {}

    def show_columns(self, names: Sequence[str], wanted: Wanted) -> None:
        """Show the columns of a file, with those chosen that would be read; what is shown already stays as it is."""
        if self._shown == (list(names), dict(wanted)):
            return
        self._shown = (list(names), dict(wanted))
        try:
            chosen = dict(choose(names, wanted, False).fields)
        except Fault:
            chosen = {}
        empty = {
            self.text: QCoreApplication.translate("Import", "Choose a column"),
            self.title: QCoreApplication.translate("Import", "No title"),
        }
        for box, field in ((self.text, TEXT), (self.title, TITLE)):
            box.clear()
            if box is self.title or field not in chosen:
                box.addItem(empty[box], NONE)
            for name in names:
                box.addItem(name, name)
            box.setCurrentIndex(max(0, box.findData(chosen.get(field, NONE))))
