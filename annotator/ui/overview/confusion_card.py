"""“Label confusion”: which label of the one stands against which of the other; None where the other marked nothing."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from annotator.core.scheme import Label
from annotator.ui.language import current, number
from annotator.ui.overview.card import Card
from annotator.ui.overview.cell import Cell, bare, blank, tinted, tone
from annotator.ui.overview.finding import Findings, Pair
from annotator.ui.overview.matrix import Matrix
from annotator.ui.overview.number import short, spoken
from annotator.ui.theme import Theme
from annotator.ui.wording import isolated

LEAST_TONE, TONE_SPAN = 0.05, 0.21
STRONG_FROM = 0.35
NOTHING = "·"
NAME_PX = 98


class ConfusionCard(Card):
    """`opened` asks for the places of a cell: both annotators, and both labels, "" for none."""

    opened = Signal(str, str, str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Overview", "Label confusion"), theme, parent)
        self.matrix = Matrix(theme, NAME_PX)
        self._labels: tuple[Label, ...] = ()
        self._pair: Pair = ("", "")
        self.body.addWidget(self.matrix)

    def show_table(self, findings: Findings, labels: Sequence[Label], pair: Pair) -> None:
        """Show the confusion of two, with the labels of the first one down."""
        self._pair = pair
        table = findings.table(*pair)
        used = {label for met in table for label in met}
        shown = tuple(label for label in labels if label.core or label.id in used)
        if shown != self._labels:
            self._labels = shown
            self._make()
        most = max((count for (ours, theirs), count in table.items() if ours != theirs), default=1)
        for place, cell in self.matrix.cells.items():
            self._fill(cell, place, table, most)
        self.matrix.walk.settle()
        self._tell(findings, pair)

    def _make(self) -> None:
        none = QCoreApplication.translate("Overview", "None")
        heads: list[tuple[str, Label | None]] = [(label.name(current()), label) for label in self._labels]
        self.matrix.lay_out([*heads, (none, None)])
        for place, cell in self.matrix.cells.items():
            cell.clicked.connect(lambda _=False, place=place: self._open(place))
        self.matrix.lead_through()

    def _label(self, index: int) -> Label | None:
        return self._labels[index] if index < len(self._labels) else None

    def _id(self, index: int) -> str:
        label = self._label(index)
        return label.id if label else ""

    def _fill(self, cell: Cell, place: tuple[int, int], table: Mapping[Pair, int], most: int) -> None:
        row, column = place
        count = table.get((self._id(row), self._id(column)), 0)
        label = self._label(row)
        cell.setEnabled(count > 0)
        share = count / most
        if label is None and row == column:
            cell.show_number("", blank)
        elif not count:
            cell.show_number(NOTHING, bare, strong=False)
        elif row == column and label is not None:
            cell.show_number(number(count), tinted(label))
        else:
            cell.show_number(number(count), tone(LEAST_TONE + TONE_SPAN * share), strong=share >= STRONG_FROM)
        none = QCoreApplication.translate("Overview", "None (no label)")
        names = [one.name(current()) if one else none for one in (label, self._label(column))]
        spans = QCoreApplication.translate("Overview", "%n spans", None, count)
        words = QCoreApplication.translate("Overview", "%1 against %2: %3")
        cell.say(words.replace("%1", names[0]).replace("%2", names[1]).replace("%3", spans))

    def _tell(self, findings: Findings, pair: Pair) -> None:
        line = findings.pair(*pair)
        kappa = line.number("kappa_matched")
        found = sum(findings.table(*pair).values())
        words = QCoreApplication.translate("Overview", "κ %1 on %2 of %3 matched")
        said = words.replace("%1", short(kappa)).replace("%2", number(line.matched)).replace("%3", number(found))
        names = " × ".join(isolated(findings.names[who]) for who in pair)
        self.show_note(names, said, f"κ: {spoken(kappa)}")

    def _open(self, place: tuple[int, int]) -> None:
        self.opened.emit(*self._pair, self._id(place[0]), self._id(place[1]))
