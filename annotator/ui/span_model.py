"""The spans of the open article as a table's model: a row each, in reading order or by label."""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.core.article import Article
from annotator.core.scheme import Label
from annotator.core.span import Span, quote
from annotator.ui.article.block import TITLE, Block, break_blocks
from annotator.ui.desk import Desk
from annotator.ui.language import current, number
from annotator.ui.mark import mark_icon
from annotator.ui.seen import seen_quote, shortened
from annotator.ui.theme import Theme, reading_font
from annotator.ui.wording import isolated, label_name

LABEL, QUOTE, PARAGRAPH, PLACE, NOTE = range(5)
QUOTE_PT, QUOTE_LETTERS = 11.5, 120

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class SpanModel(QAbstractTableModel):
    """Re-reads the desk at every change. Rows keep their order: as read, or by the scheme's labels."""

    def __init__(self, desk: Desk, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme = theme
        self._by, self._order = PLACE, Qt.SortOrder.AscendingOrder
        self._spans: Sequence[Span] = ()
        self._blocks: Sequence[Block] = ()
        self._starts: Sequence[int] = ()
        self._article: Article | None = None
        for announced in (desk.changed, desk.article_opened, desk.project_opened):
            announced.connect(self.refresh)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Read the desk's spans anew."""
        article = self._desk.article
        self.beginResetModel()
        if article is not self._article:
            self._article = article
            self._blocks = break_blocks(article) if article else ()
            self._starts = [block.start for block in self._blocks]
        self._spans = self._sorted(self._desk.spans)
        self.endResetModel()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self.layoutChanged.emit()

    def span_at(self, row: int) -> Span | None:
        """The span of a row."""
        return self._spans[row] if 0 <= row < len(self._spans) else None

    def labels(self) -> Sequence[Label]:
        """The labels of the scheme."""
        return self._desk.scheme.labels if self._desk.has_project else ()

    def row_of(self, span_id: str) -> int:
        """The row of a span; -1 when it has none."""
        return next((row for row, span in enumerate(self._spans) if span.id == span_id), -1)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows in the order of a column."""
        self._by, self._order = column, order
        self.refresh()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._spans)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else NOTE + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return heading(section)
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        span = self.span_at(index.row())
        if span is None:
            return None
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            return self._words(span, index.column(), whole=role == Role.AccessibleTextRole)
        if role == Role.DecorationRole and index.column() == LABEL:
            label = self._desk.scheme.label(span.label)
            return mark_icon(label, self._theme, current()) if label else None
        if role == Role.FontRole and index.column() == QUOTE:
            return reading_font(QUOTE_PT)
        return None

    def _words(self, span: Span, column: int, whole: bool) -> str:
        if column == LABEL:
            return label_name(self._desk.scheme, span.label)
        if column == QUOTE:
            text = self._article.text if self._article else ""
            return quote(span, text) if whole else isolated(shortened(seen_quote(span, text), QUOTE_LETTERS))
        if column == PARAGRAPH:
            return self._paragraph(span)
        if column == PLACE:
            return f"{number(span.start)}–{number(span.end)}"
        return span.note if whole else isolated(shortened(span.note, QUOTE_LETTERS)) if span.note else ""

    def _paragraph(self, span: Span) -> str:
        """The number of the paragraph the span begins in; a paragraph may be several blocks."""
        at = max(0, bisect_right(self._starts, span.start) - 1)
        while at > 0 and not self._blocks[at - 1].last:
            at -= 1
        block = self._blocks[at]
        if block.kind == TITLE:
            return QCoreApplication.translate("StatusBar", "headline")
        return number(block.number) if block.number else "–"

    def _sorted(self, spans: Sequence[Span]) -> Sequence[Span]:
        key = self._keys().get(self._by)
        rows = sorted(spans, key=key) if key else list(spans)
        return rows if self._order == Qt.SortOrder.AscendingOrder else rows[::-1]

    def _keys(self) -> Mapping[int, Callable[[Span], Any]]:
        """What rows are sorted by; those of one key stay in reading order."""
        places = {label.id: place for place, label in enumerate(self.labels())}
        text = self._article.text if self._article else ""
        return {
            LABEL: lambda span: (places.get(span.label, len(places)), span.label),
            QUOTE: lambda span: quote(span, text),
            NOTE: lambda span: (not span.note, span.note),
        }


def heading(column: int) -> str:
    """What a column is called."""
    return (
        QCoreApplication.translate("SpanTable", "Label"),
        QCoreApplication.translate("SpanTable", "Quote"),
        QCoreApplication.translate("SpanTable", "Paragraph"),
        QCoreApplication.translate("SpanTable", "Code points"),
        QCoreApplication.translate("SpanTable", "Note"),
    )[column]
