"""The article list's model: a window onto the project's catalogue, read page by page as rows come into sight."""

from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.core.layer import DONE, NEW, SKIPPED, STARTED
from annotator.store import catalogue
from annotator.store.catalogue import ArticleRow
from annotator.store.store import Store

PAGE = 64
PAGES_KEPT = 16
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1

Index = QModelIndex | QPersistentModelIndex


class ArticleModel(QAbstractListModel):
    """Holds the numbers of the articles to show, eight bytes each, and the last few pages of their rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store: Store | None = None
        self._annotator_id: str | None = None
        self._numbers: Sequence[int] = ()
        self._pages: OrderedDict[int, dict[int, ArticleRow]] = OrderedDict()

    def show(self, store: Store | None, annotator_id: str | None, status: str | None, words: str) -> None:
        """Show the articles of the project at `status` (None for all) whose title or source holds `words`."""
        numbers = catalogue.article_numbers(store, annotator_id, status, words) if store else ()
        if store is self._store and annotator_id == self._annotator_id and numbers == self._numbers:
            self._refresh_all()
            return
        self.beginResetModel()
        self._store, self._annotator_id, self._numbers = store, annotator_id, numbers
        self._pages.clear()
        self.endResetModel()

    def _refresh_all(self) -> None:
        """The same articles in the same order: their rows are read anew, and the view stays where it is."""
        self._pages.clear()
        if self._numbers:
            self.dataChanged.emit(self.index(0), self.index(len(self._numbers) - 1))

    def article(self, place: int) -> ArticleRow | None:
        """The row at a place of the list; None when it is not there, or not in the project any more."""
        if not 0 <= place < len(self._numbers):
            return None
        return self._page(place // PAGE).get(self._numbers[place])

    def place_of(self, number: int | None) -> int | None:
        """Where the article of that number stands in the list, if it does; the numbers are in order."""
        if number is None:
            return None
        place = bisect_left(self._numbers, number)
        return place if place < len(self._numbers) and self._numbers[place] == number else None

    def refresh(self, place: int) -> None:
        """Read the row at a place anew."""
        self._pages.pop(place // PAGE, None)
        self.dataChanged.emit(self.index(place), self.index(place))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._numbers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        say = _SAID.get(role)
        row = self.article(index.row()) if say else None
        return say(row) if say and row else None

    def _page(self, number: int) -> dict[int, ArticleRow]:
        if number not in self._pages:
            assert self._store is not None
            numbers = self._numbers[number * PAGE : (number + 1) * PAGE]
            rows = catalogue.article_rows(self._store, numbers, self._annotator_id)
            self._pages[number] = {row.number: row for row in rows}
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        return self._pages[number]


def standing(row: ArticleRow) -> str:
    """How far the annotator is with the article, in words: how many spans, or that nothing was done."""
    if row.status == SKIPPED:
        return status_name(SKIPPED)
    if row.spans:
        return QCoreApplication.translate("ArticleList", "%n spans", None, row.spans)
    if row.status == NEW:
        return QCoreApplication.translate("ArticleList", "Not started")
    return QCoreApplication.translate("ArticleList", "No spans")


def status_name(status: str) -> str:
    """The name of a status, said of one article."""
    names = {
        NEW: QCoreApplication.translate("ArticleList", "New", "one article"),
        STARTED: QCoreApplication.translate("ArticleList", "Started", "one article"),
        DONE: QCoreApplication.translate("ArticleList", "Done", "one article"),
        SKIPPED: QCoreApplication.translate("ArticleList", "Skipped", "one article"),
    }
    return names[status]


def _spoken(row: ArticleRow) -> str:
    """A row as a screen reader says it."""
    said = [row.title, row.source or "", status_name(row.status), standing(row)]
    return " · ".join(part for place, part in enumerate(said) if part and part not in said[:place])


_SAID: dict[int, Callable[[ArticleRow], Any]] = {
    ROW_ROLE: lambda row: row,
    int(Qt.ItemDataRole.DisplayRole): lambda row: row.title,
    int(Qt.ItemDataRole.AccessibleTextRole): _spoken,
}
