"""The comments of the open article as a list: who wrote what, where, and when; answers indented."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.core.layer import Comment
from annotator.core.scheme import Label
from annotator.core.thread import read_in_order
from annotator.ui.article_delegate import reads_rtl
from annotator.ui.desk import Desk
from annotator.ui.language import current, moment
from annotator.ui.mark import mark_pixmap
from annotator.ui.seen import seen_quote, shortened
from annotator.ui.style import RING_PX, scaled
from annotator.ui.theme import Theme, reading_font

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
EDGE, INDENT, GAP, PAD = 16, 24, 8, 8
QUOTE_PT, QUOTE_LETTERS, HEAD_PX = 11.5, 48, 24
LINE_EM = 1.5

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class CommentRow:
    """A comment as it is shown: `words` are those of its span, "" for a comment on the article."""

    comment: Comment
    is_answer: bool
    author: str
    words: str
    label: Label | None


def comment_rows(desk: Desk) -> list[CommentRow]:
    """The comments on the desk in the order of reading."""
    text = desk.article.text if desk.article else ""
    spans = {span.id: span for span in desk.spans}
    names = {annotator.id: annotator.name for annotator in desk.store.annotators()} if desk.has_project else {}

    def place_of(span_id: str) -> int:
        return spans[span_id].start if span_id in spans else len(text)

    rows = []
    for comment, is_answer in read_in_order(desk.comments, place_of):
        span = spans.get(comment.span or "")
        words = shortened(seen_quote(span, text), QUOTE_LETTERS) if span else ""
        label = desk.scheme.label(span.label) if span else None
        rows.append(CommentRow(comment, is_answer, names.get(comment.author, comment.author), words, label))
    return rows


class CommentList(QListView):
    """Walked with the arrows. `walked` tells the comment one came to; `removed` and `settled` what a key asks for."""

    walked = Signal(object)
    removed = Signal(object)
    settled = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._model = QStandardItemModel(0, 1, self)
        self.delegate = CommentDelegate(theme, self)
        self.setModel(self._model)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName(QCoreApplication.translate("Comments", "Comments"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self._own_viewport = self.viewport()
        self._own_viewport.setAutoFillBackground(False)

    def show_rows(self, rows: list[CommentRow]) -> None:
        """Show these; the one in hand stays in hand where it is still there."""
        held = self.row()
        blocked = self.blockSignals(True)
        self._model.clear()
        for row in rows:
            item = QStandardItem()
            item.setData(row, ROW_ROLE)
            item.setData(spoken(row), int(Qt.ItemDataRole.AccessibleTextRole))
            self._model.appendRow(item)
        if held is not None:
            self.go_to(held.comment.id)
        self.blockSignals(blocked)

    def row(self) -> CommentRow | None:
        """The row in hand."""
        found: CommentRow | None = self.currentIndex().data(ROW_ROLE) if self.currentIndex().isValid() else None
        return found

    def go_to(self, comment_id: str) -> None:
        """Take a comment's row in hand."""
        for number in range(self._model.rowCount()):
            row: CommentRow = self._model.index(number, 0).data(ROW_ROLE)
            if row.comment.id == comment_id:
                self.setCurrentIndex(self._model.index(number, 0))

    def begin(self) -> None:
        """Take the focus, at the row in hand or the first."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.row() is None and self._model.rowCount():
            self.setCurrentIndex(self._model.index(0, 0))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if not self.signalsBlocked() and current.isValid():
            self.walked.emit(current.data(ROW_ROLE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.row()
        if row is not None and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(row.comment)
        elif row is not None and event.key() == Qt.Key.Key_Space:
            self.settled.emit(row.comment)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are the window's commands here."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class CommentDelegate(QStyledItemDelegate):
    """Paints a comment: who, about which words, when; below it what was written, in its own direction."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._name = scaled(view.font(), "strong")
        self._small = scaled(view.font(), "small")

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: CommentRow = index.data(ROW_ROLE)
        width = self._view.viewport().width()
        body = _set(row.comment.body, self._view.font(), _room(width, row.is_answer))
        return QSize(0, round(PAD + HEAD_PX + _height(body) + PAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: CommentRow = index.data(ROW_ROLE)
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        box = QRectF(option.rect)
        lead = EDGE + (INDENT if row.is_answer else 0)
        box.adjust(EDGE if rtl else lead, PAD, -(lead if rtl else EDGE), -PAD)
        if row.comment.resolved:
            painter.setOpacity(0.62)
        self._paint_head(painter, box, row, rtl)
        painter.setPen(self._theme.colour("text"))
        layout = _set(row.comment.body, self._view.font(), _room(option.rect.width(), row.is_answer))
        layout.draw(painter, QPointF(box.left(), box.top() + HEAD_PX))
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self._theme.colour("select_row"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, self._theme.colour("hover"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            inset = RING_PX / 2
            painter.setPen(QPen(self._theme.colour("focus"), RING_PX))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(option.rect).adjusted(inset, inset, -inset, -inset))

    def _paint_head(self, painter: QPainter, box: QRectF, row: CommentRow, rtl: bool) -> None:
        """From the leading edge: the author, the words; at the end when it was, and whether it is settled."""
        line = QRectF(box.left(), box.top(), box.width(), HEAD_PX - 4)
        self._write(painter, line, _when(row.comment), self._small, "muted", not rtl, current() == "ar")
        at = self._write(painter, line, row.author, self._name, "text", rtl) + GAP
        if row.words and not row.is_answer:
            if row.label is not None:
                mark = mark_pixmap(row.label, self._theme, current())
                size = mark.deviceIndependentSize()
                left = line.right() - at - size.width() if rtl else line.left() + at
                painter.drawPixmap(QPointF(left, round(line.center().y() - size.height() / 2)), mark)
                at += size.width() + GAP
            room = line.adjusted(0, 0, -at, 0) if rtl else line.adjusted(at, 0, 0, 0)
            self._write(painter, room, row.words, reading_font(QUOTE_PT), "muted", rtl)

    def _write(
        self,
        painter: QPainter,
        room: QRectF,
        words: str,
        font: QFont,
        tone: str,
        at_right: bool,
        rtl: bool | None = None,
    ) -> float:
        """Write words at one side of the room, in their own direction unless one is given; how wide they are."""
        side = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
        painter.setFont(font)
        painter.setPen(self._theme.colour(tone))
        turned = reads_rtl(words) if rtl is None else rtl
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if turned else Qt.LayoutDirection.LeftToRight)
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, int(flags.value) | int(Qt.TextFlag.TextSingleLine.value), words)
        return QFontMetricsF(font).horizontalAdvance(words)


def spoken(row: CommentRow) -> str:
    """A comment as a screen reader says it."""
    return " · ".join(part for part in (row.author, row.words, row.comment.body, _when(row.comment)) if part)


def _when(comment: Comment) -> str:
    when = moment(comment.at)
    settled = QCoreApplication.translate("Comments", "settled")
    return f"{settled} · {when}" if comment.resolved else when


def _room(width: int, is_answer: bool) -> float:
    return max(40.0, width - 2 * EDGE - (INDENT if is_answer else 0))


def _set(body: str, font: QFont, width: float) -> QTextLayout:
    """The words in lines, in their own direction and at the side where they are read from."""
    own = reads_rtl(body)
    option = QTextOption((Qt.AlignmentFlag.AlignRight if own else Qt.AlignmentFlag.AlignLeft) | _ABSOLUTE)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if own else Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(body.replace("\n", "\u2028"), font)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    top, pitch = 0.0, QFontMetricsF(font).height() * LINE_EM / 1.36
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += max(pitch, line.height())
    layout.endLayout()
    return layout


def _height(layout: QTextLayout) -> float:
    last = layout.lineAt(layout.lineCount() - 1)
    return last.y() + last.height()


_ABSOLUTE = Qt.AlignmentFlag.AlignAbsolute
