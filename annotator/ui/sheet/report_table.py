"""The table of what was refused or remarked: line, why, and the words themselves."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from annotator.core.record import Notice, Refusal
from annotator.ui import language
from annotator.ui.sheet.excerpt import excerpts
from annotator.ui.style import scaled
from annotator.ui.theme import Theme, reading_font
from annotator.ui.wording import isolated, sentence_words

Report = Refusal | Notice
MOST_ROWS = 300
EXCERPT_POINTS = 11.5
ROW_PX, LEAST_COLUMN_PX = 34, 40
CELL_PAD, SLACK, MOST_HEIGHT = 10, 6, 10_000
SHARES = {True: (0.12, 0.5), False: (0.28, 0.4)}
"""What of the width the place and the reason take: in reports on one file, and on several."""
LEFT_TO_RIGHT, END = "\u2066", "\u2069"


class Cells(QStyledItemDelegate):
    """Reckons how high a cell must be for all its lines; the style sheet's padding would be forgotten otherwise."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        table = self.parent()
        assert isinstance(table, QTableWidget)
        width = table.columnWidth(index.column()) - 2 * CELL_PAD - SLACK
        font = index.data(Qt.ItemDataRole.FontRole) or table.font()
        room = QRect(0, 0, max(1, width), MOST_HEIGHT)
        lines = QFontMetrics(font).boundingRect(room, Qt.TextFlag.TextWordWrap.value, index.data() or "")
        return QSize(0, max(ROW_PX, lines.height() + CELL_PAD))


class ReportTable(QTableWidget):
    """Up to MOST_ROWS reports; `copy_all` puts every one of them on the clipboard."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self._reports: Sequence[Report] = ()
        self._one_file = True
        self.setFont(scaled(self.font(), "small"))
        self.horizontalHeader().setFont(scaled(self.font(), "small"))
        self.setItemDelegate(Cells(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setMinimumSectionSize(ROW_PX)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setMinimumSectionSize(LEAST_COLUMN_PX)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setHighlightSections(False)
        self.setHorizontalHeaderLabels(
            [
                QCoreApplication.translate("Import", "Line"),
                QCoreApplication.translate("Import", "Why"),
                QCoreApplication.translate("Import", "From the text"),
            ]
        )
        self.setAccessibleName(QCoreApplication.translate("Import", "Refused or remarked"))
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.setFrameShape(QFrame.Shape.NoFrame)
        ground, line, muted = theme.hex("raised"), theme.hex("line"), theme.hex("muted")
        picked, text = theme.hex("select_row"), theme.hex("text")
        self.setStyleSheet(
            f"QTableView {{ background: {ground}; border: 1px solid {line}; border-radius: 9px; outline: none; }}"
            f"QTableView:focus {{ border: 2px solid {theme.hex('focus')}; }}"
            f"QTableView::item {{ border-bottom: 1px solid {line}; padding: 1px {CELL_PAD}px; }}"
            f"QTableView::item:selected {{ background: {picked}; color: {text}; }}"
            f"QHeaderView {{ background: transparent; }}"
            f"QHeaderView::section {{ background: transparent; color: {muted}; border: none;"
            f" border-bottom: 1px solid {line}; padding: 0 10px; font-weight: 400; }}"
        )
        self._danger = theme.colour("danger")
        self._warning = theme.colour("warning")

    def show_reports(self, reports: Sequence[Report]) -> None:
        """Fill the table; one row each, with the words of the file where they can be read."""
        self._reports = reports
        shown = reports[:MOST_ROWS]
        self._one_file = len({report.path for report in shown}) == 1
        words = _excerpts(shown)
        self.setRowCount(len(shown))
        for row, report in enumerate(shown):
            self._fill(row, report, words[row])
        self._fit()

    def copy_all(self) -> None:
        """Every report as lines of tab-separated text."""
        lines = (f"{r.path}\t{r.line or ''}\t{sentence_words(r.reason)}" for r in self._reports)
        QGuiApplication.clipboard().setText("\n".join(lines))

    @property
    def left_out(self) -> int:
        """How many reports have no row."""
        return max(0, len(self._reports) - MOST_ROWS)

    def _fill(self, row: int, report: Report, words: str) -> None:
        where = QTableWidgetItem(_place(report, self._one_file))
        where.setFont(scaled(self.font(), "strong"))
        where.setForeground(self._danger if isinstance(report, Refusal) else self._warning)
        why = QTableWidgetItem(sentence_words(report.reason))
        excerpt = QTableWidgetItem(isolated(words))
        excerpt.setFont(reading_font(EXCERPT_POINTS))
        for column, item in enumerate((where, why, excerpt)):
            self.setItem(row, column, item)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = self.viewport().width()
        for column, share in enumerate(SHARES[self._one_file]):
            self.setColumnWidth(column, round(width * share))
        self.resizeRowsToContents()

    def natural_height(self, most: int) -> int:
        """As high as its rows are, but at most `most` pixels."""
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        return min(most, rows + self.horizontalHeader().sizeHint().height() + 4)


def _place(report: Report, one_file: bool) -> str:
    """The line's number, and the file's name where rows are of several files."""
    line = language.number(report.line) if report.line else ""
    name = f"{LEFT_TO_RIGHT}{Path(report.path).name}{END}"
    if one_file:
        return line or "–"
    return f"{name} · {line}" if line else name


def _excerpts(reports: Sequence[Report]) -> list[str]:
    by_path: dict[str, list[Report]] = {}
    for report in reports:
        by_path.setdefault(report.path, []).append(report)
    found = {path: excerpts(Path(path), some) for path, some in by_path.items()}
    return [found[report.path].get(report.line, "") for report in reports]
