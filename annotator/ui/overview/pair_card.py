"""“Pair by pair”: how far each two annotators agree; darker is higher."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from annotator.ui.overview.card import Card
from annotator.ui.overview.cell import Cell, Ground, bare, blank, tone
from annotator.ui.overview.finding import Findings, Line, Number, Pair
from annotator.ui.overview.matrix import Matrix
from annotator.ui.overview.number import short, spoken
from annotator.ui.theme import Theme
from annotator.ui.wording import isolated

LEAST_TONE, TONE_SPAN, TONE_POWER = 0.05, 0.36, 3


class PairCard(Card):
    """`picked` tells of whom the confusion is to be shown; `opened` asks for the disagreements of two."""

    picked = Signal(str, str)
    opened = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Overview", "Pair by pair"), theme, parent)
        self.matrix = Matrix(theme)
        self._who: tuple[str, ...] = ()
        self._names: tuple[str, ...] = ()
        self._pair: Pair | None = None
        self.body.addWidget(self.matrix)
        self.show_note(QCoreApplication.translate("Overview", "pick a cell to see its disagreements"))

    @property
    def pair(self) -> Pair | None:
        """The two of whom the confusion is shown."""
        return self._pair

    def show_findings(self, findings: Findings, measure: str, pair: Pair | None) -> None:
        """Show the figures of a measure, and ring the pair."""
        self._pair = pair
        fresh = (self._who, self._names) != (tuple(findings.names), tuple(findings.names.values()))
        if fresh:
            self._who, self._names = tuple(findings.names), tuple(findings.names.values())
            self.matrix.lay_out([(isolated(name), None) for name in self._names])
        for (row, column), cell in self.matrix.cells.items():
            one, other = self._who[row], self._who[column]
            line = findings.pair(one, other)
            self._fill(cell, line, line.number(measure), (one, other), findings)
            if fresh and one != other:
                cell.clicked.connect(lambda _=False, one=one, other=other: self._open(one, other))
        if fresh:
            self.matrix.lead_through()
        self._ring()

    def _fill(self, cell: Cell, line: Line, number: Number, pair: Pair, findings: Findings) -> None:
        cell.setEnabled(pair[0] != pair[1])
        cell.setCheckable(pair[0] != pair[1])
        if pair[0] == pair[1]:
            cell.show_number("", blank)
            cell.say(isolated(findings.names[pair[0]]))
            return
        cell.show_number(short(number), _ground(number), strong=number.value is not None)
        words = QCoreApplication.translate("Overview", "%1 and %2: %3")
        names = [isolated(findings.names[who]) for who in pair]
        said = words.replace("%1", names[0]).replace("%2", names[1]).replace("%3", spoken(number))
        articles = QCoreApplication.translate("Overview", "%n articles in common", None, line.articles)
        cell.say(f"{said} · {articles}")

    def _open(self, one: str, other: str) -> None:
        self._pair = (one, other)
        self._ring()
        self.picked.emit(one, other)
        self.opened.emit(one, other)

    def _ring(self) -> None:
        for (row, column), cell in self.matrix.cells.items():
            picked = cell.isCheckable() and (self._who[row], self._who[column]) == self._pair
            cell.setChecked(picked)
            if picked:
                self.matrix.walk.stand_at(cell)


def _ground(number: Number) -> Ground:
    """Steeper at the top, where the figures of people who know their rules lie."""
    if number.value is None:
        return bare
    return tone(LEAST_TONE + TONE_SPAN * max(0.0, number.value) ** TONE_POWER)
