"""“Spans as a table”: every span of the article in a row that can be walked, jumped to, relabelled and removed."""

from PySide6.QtCore import QCoreApplication, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QButtonGroup, QFrame, QHeaderView, QTableView, QWidget

from annotator.ui.button import Button, Words
from annotator.ui.desk import Desk
from annotator.ui.key import key_name
from annotator.ui.sheet.frame import Sheet
from annotator.ui.span_model import LABEL, NOTE, PARAGRAPH, PLACE, QUOTE, SpanModel
from annotator.ui.style import scaled, table_style
from annotator.ui.theme import Theme

SIZE = QSize(900, 600)
ROW_PX, MARK_SIZE = 34, QSize(24, 18)
WIDTHS = {LABEL: 118, PARAGRAPH: 84, PLACE: 112, NOTE: 190}
ORDERS = {PLACE: 0, LABEL: 1}


class SpanSheet(Sheet):
    """Enter picks the row's span and shows it; Delete removes it; a label's key relabels it. Follows every change."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("SpanTable", "Spans as a table"), theme, SIZE, parent)
        self._desk = desk
        self.model = SpanModel(desk, theme, self)
        self.table = SpanTable(self.model, theme)
        self._kept = (0, desk.picked.id if desk.picked else "")
        self._lay_out_parts()
        self._connect()
        self._tell()
        self._go_back()

    def _lay_out_parts(self) -> None:
        self.show_side(False)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self.table)
        group = QButtonGroup(self)
        for words, column in (
            (QCoreApplication.translate("SpanTable", "Reading order"), PLACE),
            (QCoreApplication.translate("SpanTable", "By label"), LABEL),
        ):
            button = Button(self.theme, "option", Words(words))
            button.setCheckable(True)
            button.setChecked(column == PLACE)
            group.addButton(button, ORDERS[column])
            self.foot.addWidget(button)
        self._orders = group
        self.foot.addStretch(1)
        self.cancel.show_parts(Words(QCoreApplication.translate("SpanTable", "Close")))
        self.primary.show_parts(Words(QCoreApplication.translate("SpanTable", "Go to the span")))

    def _connect(self) -> None:
        self._orders.idClicked.connect(self._sort)
        self.table.horizontalHeader().sortIndicatorChanged.connect(self._tell_order)
        self.table.removed.connect(self._remove)
        self.table.labelled.connect(self._relabel)
        self.table.doubleClicked.connect(self._jump)
        self.primary.clicked.connect(self._jump)
        self.model.modelAboutToBeReset.connect(self._remember)
        self.model.modelReset.connect(self._go_back)
        self.model.modelReset.connect(self._tell)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        super().set_theme(theme)
        self.model.set_theme(theme)
        self.table.set_theme(theme)

    def focus_first(self) -> None:
        """The table has the focus, so that the arrows walk it at once."""
        self.table.setFocus(Qt.FocusReason.PopupFocusReason)

    # ---------------------------------------------------------------- the row in hand

    def _current(self) -> str:
        span = self.model.span_at(self.table.currentIndex().row())
        return span.id if span else ""

    def _remember(self) -> None:
        self._kept = (self.table.currentIndex().row(), self._current())

    def _go_back(self) -> None:
        """The same span as before; where it is gone, the one in its row."""
        row, span_id = self._kept
        found = self.model.row_of(span_id)
        row = found if found >= 0 else min(max(row, 0), self.model.rowCount() - 1)
        if row >= 0:
            self.table.setCurrentIndex(self.model.index(row, max(0, self.table.currentIndex().column())))

    def _jump(self, *_: object) -> None:
        """Close, and pick the span: the article goes there."""
        span_id = self._current()
        self.accept()
        if span_id:
            self._desk.select(0, 0)
            self._desk.pick("")
            self._desk.pick(span_id)

    def _remove(self) -> None:
        self._desk.pick(self._current())
        self._desk.remove()

    def _relabel(self, label_id: str) -> None:
        """Change the row's label; what is selected in the text is not meant."""
        if self._current():
            self._desk.select(0, 0)
            self._desk.pick(self._current())
            self._desk.label(label_id)

    # ---------------------------------------------------------------- order

    def _sort(self, place: int) -> None:
        column = next(column for column, number in ORDERS.items() if number == place)
        self.table.sortByColumn(column, Qt.SortOrder.AscendingOrder)

    def _tell_order(self, column: int, order: Qt.SortOrder) -> None:
        """Check the button of the order there is, if it has one."""
        named = ORDERS.get(PLACE if column == PARAGRAPH else column, -1) if order == Qt.SortOrder.AscendingOrder else -1
        self._orders.setExclusive(False)
        for button in self._orders.buttons():
            button.setChecked(self._orders.id(button) == named)
        self._orders.setExclusive(True)

    def _tell(self) -> None:
        count = self.model.rowCount()
        self.show_subtitle(QCoreApplication.translate("SpanTable", "%n spans", None, count))
        self.primary.setEnabled(count > 0)


class SpanTable(QTableView):
    """A row at a time, by the arrows; Tab leaves it."""

    removed = Signal()
    labelled = Signal(str)

    def __init__(self, model: SpanModel, theme: Theme) -> None:
        super().__init__()
        self._labels = {label.key: label.id for label in model.labels()}
        self.setModel(model)
        self.setAccessibleName(QCoreApplication.translate("SpanTable", "Spans as a table"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setIconSize(MARK_SIZE)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_PX)
        self._dress_header()
        self.set_theme(theme)

    def _dress_header(self) -> None:
        header = self.horizontalHeader()
        header.setFont(scaled(self.font(), "small"))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QUOTE, QHeaderView.ResizeMode.Stretch)
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, width)
        header.setSortIndicator(PLACE, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.setStyleSheet(table_style(theme))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that mean a span's change; all others walk the table or go on to the sheet."""
        name = key_name(event)
        if name in ("Delete", "Backspace"):
            self.removed.emit()
        elif name in self._labels:
            self.labelled.emit(self._labels[name])
        elif name == "Enter":
            event.ignore()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here, not the beginning of a label's name."""

    def moveCursor(
        self, cursorAction: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Home and End mean the first and the last row."""
        last = self.model().rowCount() - 1
        ends = {QAbstractItemView.CursorAction.MoveHome: 0, QAbstractItemView.CursorAction.MoveEnd: last}
        if cursorAction in ends:
            return self.model().index(ends[cursorAction], max(0, self.currentIndex().column()))
        return super().moveCursor(cursorAction, modifiers)
