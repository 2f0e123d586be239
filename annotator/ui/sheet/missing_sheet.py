"""“What is missing”: everything the article lacks, a row each; Enter goes to where it can be given."""

from PySide6.QtCore import QCoreApplication, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from annotator.core.frame import fillers
from annotator.core.open_item import OpenItem
from annotator.ui.button import Words
from annotator.ui.desk import Desk
from annotator.ui.language import current, number
from annotator.ui.mark import mark_icon
from annotator.ui.missing import item_words, missing
from annotator.ui.seen import seen_quote, shortened
from annotator.ui.sheet.frame import Sheet
from annotator.ui.style import table_style
from annotator.ui.theme import Theme, reading_font
from annotator.ui.wording import isolated

SIZE = QSize(720, 460)
ROW_PX, MARK_SIZE, WHERE_PX = 38, QSize(24, 18), 330
QUOTE_PT, QUOTE_LETTERS = 11.5, 60


class MissingSheet(Sheet):
    """Follows every change. `chosen` tells the item to go to, when the sheet has gone."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Missing", "What is missing"), theme, SIZE, parent)
        self._desk = desk
        self._items: list[OpenItem] = []
        self._model = QStandardItemModel(0, 2, self)
        self.table = MissingTable(self._model, theme)
        self.show_side(False)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self.table)
        self.foot.addStretch(1)
        self.cancel.show_parts(Words(QCoreApplication.translate("Missing", "Close")))
        self.primary.show_parts(Words(QCoreApplication.translate("Missing", "Go there")))
        self.primary.clicked.connect(self._choose)
        self.table.doubleClicked.connect(self._choose)
        for announced in (desk.changed, desk.article_opened):
            announced.connect(self.refresh)
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        super().set_theme(theme)
        self.table.set_theme(theme)
        self.refresh()

    def focus_first(self) -> None:
        """The table has the focus, so that the arrows walk it at once."""
        self.table.setFocus(Qt.FocusReason.PopupFocusReason)

    def refresh(self, *_: object) -> None:
        """List what is missing now."""
        row = max(0, self.table.currentIndex().row())
        self._items = missing(self._desk)
        self._model.removeRows(0, self._model.rowCount())
        for item in self._items:
            self._model.appendRow([self._where(item), QStandardItem(item_words(item, self._desk))])
        self.table.setCurrentIndex(self._model.index(min(row, len(self._items) - 1), 0))
        self.primary.setEnabled(bool(self._items))
        nothing = QCoreApplication.translate("Missing", "Nothing is missing in this article.")
        count = QCoreApplication.translate("Missing", "%n things are missing", None, len(self._items))
        self.show_subtitle(count if self._items else nothing)

    def _where(self, item: OpenItem) -> QStandardItem:
        """The words that lack something, with their mark; an event by its number and its first words."""
        text = self._desk.article.text if self._desk.article else ""
        span = self._desk.span(item.span or "")
        event = self._desk.event_of(item.event or "")
        if span is not None:
            cell = QStandardItem(isolated(shortened(seen_quote(span, text), QUOTE_LETTERS)))
            cell.setFont(reading_font(QUOTE_PT))
            label = self._desk.scheme.label(span.label)
            if label is not None:
                cell.setIcon(mark_icon(label, self.theme, current()))
            return cell
        place = self._desk.events.index(event) + 1 if event else 0
        words = QCoreApplication.translate("Missing", "Event %1").replace("%1", number(place))
        kind = self._desk.scheme.event_type(event.type) if event else None
        filled = [span for role in kind.roles for span in fillers(event, role.id)] if kind and event else []
        named = self._desk.span(filled[0]) if filled else None
        about = f" · {isolated(shortened(seen_quote(named, text), QUOTE_LETTERS))}" if named else ""
        return QStandardItem(words + about)

    def _choose(self, *_: object) -> None:
        row = self.table.currentIndex().row()
        self.accept()
        if 0 <= row < len(self._items):
            self.chosen.emit(self._items[row])


class MissingTable(QTableView):
    """A row at a time, by the arrows; Enter goes on to the sheet."""

    def __init__(self, model: QStandardItemModel, theme: Theme) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(QCoreApplication.translate("Missing", "What is missing"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setIconSize(MARK_SIZE)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_PX)
        self.horizontalHeader().setStretchLastSection(True)
        self.setColumnWidth(0, WHERE_PX)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.setStyleSheet(table_style(theme))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is the sheet's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def moveCursor(
        self, cursorAction: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Home and End mean the first and the last row."""
        last = self.model().rowCount() - 1
        ends = {QAbstractItemView.CursorAction.MoveHome: 0, QAbstractItemView.CursorAction.MoveEnd: last}
        if cursorAction in ends:
            return self.model().index(ends[cursorAction], 0)
        return super().moveCursor(cursorAction, modifiers)
