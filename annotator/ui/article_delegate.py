"""How one article looks in the list: its status disc, its headline in two lines, where it is from, how far it is."""

import unicodedata
from html import escape

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QHelpEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip, QWidget

from annotator.core.layer import DONE, SKIPPED, STARTED
from annotator.store.catalogue import ArticleRow
from annotator.ui.article_model import ROW_ROLE, standing
from annotator.ui.style import RING_PX, scaled
from annotator.ui.theme import Theme

LEAD, TRAIL, TOP, BOTTOM = 6, 2, 9, 8
"""What is left free round a row; at the trailing side the scroll bar adds to it."""

PAD_LEAD, PAD_TRAIL = 14, 10
DISC, DISC_GAP = 16, 10
CORNER = 8.0
LINE_EM = 1.45
LACKS_GAP = 8.0
ELLIPSIS = "…"
FSI, PDI = "\u2068", "\u2069"

Index = QModelIndex | QPersistentModelIndex
State = QStyle.StateFlag


class ArticleDelegate(QStyledItemDelegate):
    """Paints the rows of an ArticleModel. `opened` is the number of the article that is open, or None; `lacking` says
    how many things are missing in it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = QFont(parent.font())
        self._title.setWeight(QFont.Weight.Medium)
        self._meta = scaled(parent.font(), "caption")
        self.opened: int | None = None
        self.lacking = 0

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme

    @property
    def height(self) -> int:
        """The height of every row, in logical pixels."""
        return TOP + 2 * _pitch(self._title) + 1 + _pitch(self._meta) + BOTTOM

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ArticleRow | None = index.data(ROW_ROLE)
        if row is None:
            return
        direction: Qt.LayoutDirection = option.direction
        rtl = direction == Qt.LayoutDirection.RightToLeft
        box = _row_box(option.rect, rtl)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, box, option.state, row.number == self.opened)
        left = box.right() - PAD_LEAD - DISC if rtl else box.left() + PAD_LEAD
        paint_disc(painter, QPointF(left, box.top() + TOP + 3), row.status, self._theme, rtl)
        words = _words_box(box, rtl)
        self._paint_title(painter, words, row.title, rtl)
        self._paint_meta(painter, words, row, direction)
        painter.restore()

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """The whole headline where the list had to cut it."""
        row: ArticleRow | None = index.data(ROW_ROLE)
        if event.type() != QEvent.Type.ToolTip or row is None:
            return False
        width = _words_box(_row_box(option.rect, False), False).width()
        whole = " ".join(set_in_lines(row.title, self._title, width)) == " ".join(row.title.split())
        direction = "rtl" if reads_rtl(row.title) else "ltr"
        QToolTip.showText(event.globalPos(), "" if whole else f"<p dir='{direction}'>{escape(row.title)}</p>", view)
        return True

    def _paint_ground(self, painter: QPainter, box: QRectF, state: State, opened: bool) -> None:
        tone = "select_row" if opened else "hover" if state & State.State_MouseOver else ""
        if tone:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(tone))
            painter.drawRoundedRect(box, CORNER, CORNER)
        if state & State.State_HasFocus:
            inset = RING_PX / 2
            painter.setPen(QPen(self._theme.colour("focus"), RING_PX))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), CORNER, CORNER)

    def _paint_title(self, painter: QPainter, words: QRectF, title: str, rtl: bool) -> None:
        """One line stands at the list's leading edge; a headline that wraps, where its script is read from."""
        lines = set_in_lines(title, self._title, words.width())
        title_rtl = reads_rtl(title)
        side = Qt.AlignmentFlag.AlignRight if (title_rtl if len(lines) > 1 else rtl) else Qt.AlignmentFlag.AlignLeft
        painter.setFont(self._title)
        painter.setPen(self._theme.colour("text"))
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if title_rtl else Qt.LayoutDirection.LeftToRight)
        pitch = _pitch(self._title)
        for number, line in enumerate(lines):
            box = QRectF(words.left(), words.top() + number * pitch, words.width(), pitch)
            painter.drawText(box, _one_line(side), line)

    def _paint_meta(self, painter: QPainter, words: QRectF, row: ArticleRow, direction: Qt.LayoutDirection) -> None:
        """Where it is from and how far it is; at the end of the line what the open article lacks."""
        rtl = direction == Qt.LayoutDirection.RightToLeft
        metrics = QFontMetricsF(self._meta)
        # Under two lines even where the headline takes one: rows that line up are quicker to run through.
        box = QRectF(words.left(), words.top() + 2 * _pitch(self._title) + 1, words.width(), _pitch(self._meta))
        painter.setFont(self._meta)
        painter.setLayoutDirection(direction)
        leading, trailing = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        leading, trailing = (trailing, leading) if rtl else (leading, trailing)
        if self.lacking and row.number == self.opened:
            lacks = QCoreApplication.translate("ArticleList", "%n open", None, self.lacking)
            painter.setPen(self._theme.colour("warning"))
            painter.drawText(box, _one_line(trailing), lacks)
            taken = metrics.horizontalAdvance(lacks) + LACKS_GAP
            box.adjust(taken if rtl else 0, 0, 0 if rtl else -taken, 0)
        text = standing(row)
        if row.source:
            room = box.width() - metrics.horizontalAdvance(f" · {text}") - 2
            text = f"{FSI}{cut_to_width(row.source, metrics, room)}{PDI} · {text}"
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(box, _one_line(leading), text)


def paint_disc(painter: QPainter, corner: QPointF, status: str, theme: Theme, rtl: bool) -> None:
    """The status disc, 16 px: a filled check done, half a disc started, a ring new, a dashed ring skipped."""
    painter.save()
    painter.translate(corner)
    ring = QRectF(1.5, 1.5, 13, 13)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if status == DONE:
        _paint_check(painter, theme)
    elif status == STARTED:
        painter.setPen(QPen(theme.colour("ink"), 1.5))
        painter.drawEllipse(ring)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("ink"))
        # It fills from where reading begins.
        painter.drawPie(QRectF(3.8, 3.8, 8.4, 8.4), (-90 if rtl else 90) * 16, 180 * 16)
    else:
        pen = QPen(theme.colour("line_strong"), 1.5)
        if status == SKIPPED:
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([2 / 1.5, 2.6 / 1.5])
        painter.setPen(pen)
        painter.drawEllipse(ring)
    painter.restore()


def _paint_check(painter: QPainter, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("success"))
    painter.drawEllipse(QRectF(0.8, 0.8, 14.4, 14.4))
    check = QPainterPath(QPointF(4.8, 8.2))
    check.lineTo(7.1, 10.5)
    check.lineTo(11.3, 5.7)
    pen = QPen(theme.colour("side"), 1.8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(check, pen)


def set_in_lines(text: str, font: QFont, width: float, count: int = 2) -> list[str]:
    """The text in at most `count` lines of `width` pixels, broken between words; the last is cut with … if need be."""
    metrics = QFontMetricsF(font)
    words = text.split()
    lines: list[str] = []
    while words and len(lines) < count - 1:
        taken = 1
        while taken < len(words) and metrics.horizontalAdvance(" ".join(words[: taken + 1])) <= width:
            taken += 1
        lines.append(cut_to_width(" ".join(words[:taken]), metrics, width))
        words = words[taken:]
    if words:
        lines.append(cut_to_width(" ".join(words), metrics, width))
    return lines


def cut_to_width(text: str, metrics: QFontMetricsF, width: float) -> str:
    """The text, or so many of its first words with … after them as fit; a single word too wide is cut inside."""
    if metrics.horizontalAdvance(text) <= width:
        return text
    words = text.split()
    for count in range(len(words) - 1, 0, -1):
        shorter = " ".join(words[:count]) + ELLIPSIS
        if metrics.horizontalAdvance(shorter) <= width:
            return shorter
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def reads_rtl(text: str) -> bool:
    """Whether the text's first letter belongs to a script read from the right."""
    kinds = (unicodedata.bidirectional(letter) for letter in text)
    return next((kind in ("R", "AL") for kind in kinds if kind in ("L", "R", "AL")), False)


def _row_box(room: QRect, rtl: bool) -> QRectF:
    left, right = (TRAIL, LEAD) if rtl else (LEAD, TRAIL)
    return QRectF(room).adjusted(left, 0, -right, 0)


def _words_box(box: QRectF, rtl: bool) -> QRectF:
    lead = PAD_LEAD + DISC + DISC_GAP
    left, right = (PAD_TRAIL, lead) if rtl else (lead, PAD_TRAIL)
    return box.adjusted(left, TOP, -right, -BOTTOM)


def _one_line(side: Qt.AlignmentFlag) -> int:
    absolute = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    return int(absolute.value) | int(Qt.TextFlag.TextSingleLine.value)


def _pitch(font: QFont) -> int:
    return round(QFontInfo(font).pixelSize() * LINE_EM)
