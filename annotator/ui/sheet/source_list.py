"""The files of an import: name, kind, and what was found in each."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from annotator.ui.icon import icon_pixmap
from annotator.ui.sheet.format_words import format_words
from annotator.ui.sheet.scan import Source
from annotator.ui.style import scaled
from annotator.ui.theme import Theme

ROW_PX = 58
PAD, ICON_PX, GAP = 16, 18, 12
BADGE_HEIGHT, BADGE_PAD = 20, 8
LEFT_TO_RIGHT, END = "\u2066", "\u2069"

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the end of a row says: an icon, or words on a soft ground; both named by colours of the theme."""

    colour: str
    words: str
    icon: str = ""


def verdict(source: Source) -> Verdict:
    """What is to be said about a source, the worst first."""
    refused = len(source.refusals)
    if source.uncertain and not source.agreed:
        return Verdict("warning", QCoreApplication.translate("Import", "Confirm"))
    if refused:
        return Verdict("danger", QCoreApplication.translate("Import", "%n refused", None, refused))
    if not source.done:
        return Verdict("muted", "…")
    if source.articles or source.layers or source.unread:
        return Verdict("success", QCoreApplication.translate("Import", "Ready"), "check")
    return Verdict("muted", QCoreApplication.translate("Import", "Nothing new"))


def meta(source: Source) -> str:
    """The second line of a row: what kind of thing it is and how much is in it."""
    if source.is_folder:
        files = QCoreApplication.translate("Import", "%n files", None, source.files)
        return QCoreApplication.translate("Import", "Folder") + " · " + files
    if source.uncertain and not source.agreed:
        return QCoreApplication.translate("Import", "Uncertain encoding")
    kind = format_words(source.format)
    if source.records < 2:
        return kind
    lines = QCoreApplication.translate("Import", "%n lines", None, source.records)
    return f"{kind} · {lines}" if kind else lines


class SourceList(QListWidget):
    """One row a source, in the order they were named."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sources: list[Source] = []
        self._delegate = _Delegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setStyleSheet("QListWidget { background: transparent; border: none; outline: none; }")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(QCoreApplication.translate("Import", "Files"))

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._delegate.theme = theme
        self.viewport().update()

    def show_sources(self, sources: list[Source]) -> None:
        """Show these sources as they are now; the picked row stays picked."""
        self.sources = sources
        while self.count() < len(sources):
            self.addItem(QListWidgetItem())
        for row, source in enumerate(sources):
            words = f"{source.path.name}. {meta(source)}. {verdict(source).words}"
            if self.item(row).text() != words:
                self.item(row).setText(words)
        if self.currentRow() < 0 and sources:
            self.setCurrentRow(0)
        self.viewport().update()

    @property
    def picked(self) -> Source | None:
        """The source whose row is picked."""
        row = self.currentRow()
        return self.sources[row] if 0 <= row < len(self.sources) else None


class _Delegate(QStyledItemDelegate):
    """Draws a row from its source; the item's own text is what a screen reader reads."""

    def __init__(self, theme: Theme, rows: SourceList) -> None:
        super().__init__(rows)
        self.theme = theme
        self._rows = rows

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.row() >= len(self._rows.sources):
            return
        source = self._rows.sources[index.row()]
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, box)
        row = _Row(painter, box.adjusted(PAD, 0, -PAD, 0), rtl)
        name = "folder" if source.is_folder else "article"
        row.picture(icon_pixmap(name, self.theme.colour("muted"), ICON_PX, scale=painter.device().devicePixelRatioF()))
        self._paint_verdict(row, verdict(source))
        self._paint_words(row, source)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF) -> None:
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, self.theme.colour("select_row"))
            if state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(self.theme.colour("focus"))
                painter.drawRect(box.adjusted(1, 1, -2, -2))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, self.theme.colour("hover"))

    def _paint_verdict(self, row: "_Row", said: Verdict) -> None:
        painter = row.painter
        if said.icon:
            row.end_picture(icon_pixmap(said.icon, self.theme.colour(said.colour), ICON_PX))
            return
        font = scaled(self._rows.font(), "caption")
        width = QFontMetricsF(font).horizontalAdvance(said.words) + 2 * BADGE_PAD
        box = row.take_end(width, BADGE_HEIGHT)
        if said.colour != "muted":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.colour(f"{said.colour}_soft"))
            painter.drawRoundedRect(box, 4, 4)
        painter.setFont(font)
        painter.setPen(self.theme.colour(said.colour))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, said.words)

    def _paint_words(self, row: "_Row", source: Source) -> None:
        painter = row.painter
        alignment = Qt.AlignmentFlag.AlignRight if row.rtl else Qt.AlignmentFlag.AlignLeft
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if row.rtl else Qt.LayoutDirection.LeftToRight)
        font = scaled(self._rows.font(), "body")
        painter.setFont(font)
        painter.setPen(self.theme.colour("text"))
        name = source.path.name or str(source.path)
        name = QFontMetricsF(font).elidedText(name, Qt.TextElideMode.ElideMiddle, row.rest.width())
        flags = alignment | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(row.half(0), flags | Qt.AlignmentFlag.AlignBottom, f"{LEFT_TO_RIGHT}{name}{END}")
        small = scaled(self._rows.font(), "caption")
        painter.setFont(small)
        painter.setPen(self.theme.colour("muted"))
        words = QFontMetricsF(small).elidedText(meta(source), Qt.TextElideMode.ElideRight, row.rest.width())
        painter.drawText(row.half(1), flags | Qt.AlignmentFlag.AlignTop, words)


class _Row:
    """A row being painted: what is left of it between what was set at its start and at its end."""

    def __init__(self, painter: QPainter, box: QRectF, rtl: bool) -> None:
        self.painter = painter
        self.rest = box
        self.rtl = rtl

    def picture(self, pixmap: object) -> None:
        """Set a picture at the start."""
        self._draw(pixmap, self._take(ICON_PX, ICON_PX, at_left=not self.rtl))

    def end_picture(self, pixmap: object) -> None:
        """Set a picture at the end."""
        self._draw(pixmap, self.take_end(ICON_PX, ICON_PX))

    def take_end(self, width: float, height: float) -> QRectF:
        """Room of that size at the end."""
        return self._take(width, height, at_left=self.rtl)

    def half(self, number: int) -> QRectF:
        """The upper (0) or lower (1) half of what is left."""
        middle = self.rest.center().y()
        if number == 0:
            return QRectF(self.rest.left(), self.rest.top(), self.rest.width(), middle - self.rest.top() + 1)
        return QRectF(self.rest.left(), middle + 3, self.rest.width(), self.rest.bottom() - middle - 3)

    def _take(self, width: float, height: float, at_left: bool) -> QRectF:
        left = self.rest.left() if at_left else self.rest.right() - width
        box = QRectF(left, self.rest.center().y() - height / 2, width, height)
        if at_left:
            self.rest.setLeft(left + width + GAP)
        else:
            self.rest.setRight(left - GAP)
        return box

    def _draw(self, pixmap: object, box: QRectF) -> None:
        self.painter.drawPixmap(QPointF(box.topLeft()), pixmap)  # type: ignore[call-overload]
