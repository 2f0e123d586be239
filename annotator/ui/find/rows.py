"""The list of places: walked with the arrows, ticked with Space or by a click on the box."""

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from annotator.ui.article_list import ArticleView
from annotator.ui.find.delegate import EDGE, GAP, HEADING_PX, PLACE_PX, FindDelegate
from annotator.ui.find.model import FindModel, Index, Place


class FindRows(ArticleView):
    """The rows of a FindModel."""

    walked = Signal(object)
    """The person came to a place, by key or by mouse: its range."""
    chosen = Signal(object)
    """The person wants to go to it."""

    def __init__(self, model: FindModel, delegate: FindDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._delegate = delegate
        self._lower: list[int] = []
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().setMinimumSectionSize(HEADING_PX)
        self.verticalHeader().setDefaultSectionSize(PLACE_PX)
        model.modelReset.connect(self._set_heights)

    def go_to(self, place: tuple[int, int]) -> None:
        """Make a place the current one, without telling anybody."""
        number = self._rows.row_of(place)
        if number is not None and number != self.currentIndex().row():
            self._quietly(number)

    def begin(self) -> None:
        """Take the focus, at the current place or at the first one."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.currentIndex().isValid() and self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(0, 0))

    def place(self) -> tuple[int, int] | None:
        """The current place; None at a heading."""
        index = self.currentIndex()
        row = self._rows.row(index.row()) if index.isValid() else None
        return row.hit.range if isinstance(row, Place) else None

    def box(self, index: Index) -> QRectF:
        """Where in the viewport a row's box is."""
        return self._delegate.box_of(self.visualRect(index), self.layoutDirection() == Qt.LayoutDirection.RightToLeft)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if not self.signalsBlocked() and (place := self.place()) is not None:
            self.walked.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._rows.toggle(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._ticks(index, event):
            self._rows.toggle(index.row())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and not self._ticks(index, event) and (place := self.place()):
            self.chosen.emit(place)

    def _ticks(self, index: QModelIndex, event: QMouseEvent) -> bool:
        """Whether a click there is meant for the box: a heading has nothing else to click."""
        if not isinstance(self._rows.row(index.row()), Place):
            return True
        return self.box(index).adjusted(-EDGE, -PLACE_PX, GAP, PLACE_PX).contains(event.position())

    def _set_heights(self) -> None:
        for number in self._lower:
            self.setRowHeight(number, PLACE_PX)
        self._lower = self._rows.headings
        for number in self._lower:
            self.setRowHeight(number, HEADING_PX)

    def _quietly(self, number: int) -> None:
        blocked = self.blockSignals(True)
        self.setCurrentIndex(self._rows.index(number, 0))
        self.blockSignals(blocked)
        self.viewport().update()
