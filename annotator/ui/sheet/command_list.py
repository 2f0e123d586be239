"""The list of commands with their keys, as the palette and the keys' sheet show it: headings and rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPixmap, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.arabic.letters import fold
from annotator.arabic.offsets import map_utf16
from annotator.ui.article_delegate import cut_to_width, reads_rtl
from annotator.ui.icon import icon_pixmap
from annotator.ui.keycap import HEIGHT as KEYCAP_HEIGHT
from annotator.ui.keycap import keycap_width, paint_keycap
from annotator.ui.keymap import caps
from annotator.ui.prose import rise
from annotator.ui.style import RING_PX, scaled
from annotator.ui.theme import Theme, reading_font

ROW_PX, HEADING_PX = 38, 28
EDGE, PAD, GAP, CAP_GAP, KEYS_GAP = 8, 12, 12, 4, 14
ICON_PX = 20
READING_PT = 11.5
CORNER = 7.0
ROW_ROLE = Qt.ItemDataRole.UserRole
LEAST_WORDS_PX = 40
LEAP = 8

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list. `keys` are combinations; `aside` stands behind the words and `note` at the end, both muted.

    `found` are the folded words that were searched for: what holds one of them is set in bold. `reading` sets the words
    in the face of articles. `picture` stands in the icon's place, made anew for every theme.
    """

    words: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    aside: str = ""
    note: str = ""
    found: tuple[str, ...] = ()
    heading: bool = False
    enabled: bool = True
    reading: bool = False
    picture: Callable[[Theme], QPixmap] | None = None


class RowModel(QAbstractListModel):
    """Rows as Qt's list wants them; headings and rows that are switched off cannot be reached."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows in place of the ones before."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def change(self, number: int, row: Row) -> None:
        """Show one row otherwise."""
        self._rows = (*self._rows[:number], row, *self._rows[number + 1 :])
        index = self.index(number)
        self.dataChanged.emit(index, index)

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return self._rows

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " · ".join(part for part in (row.words, row.aside, row.note, *row.keys) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self._rows[index.row()]
        if row.heading or not row.enabled:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class RowView(QListView):
    """The list. It shows which row is chosen also while the focus is in the field above it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, row_px: int = ROW_PX) -> None:
        super().__init__(parent)
        self.rows = RowModel(self)
        self.setModel(self.rows)
        self._row_px = row_px
        self._delegate = RowDelegate(theme, row_px, self)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setStyleSheet("QListView { background: transparent; border: none; outline: none; }")

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._delegate.theme = theme
        self.viewport().update()

    @property
    def chosen(self) -> int:
        """The number of the chosen row; -1 when there is none."""
        return self.currentIndex().row()

    def choose(self, number: int) -> None:
        """Choose a row and show it."""
        self.setCurrentIndex(self.rows.index(number))
        self.scrollTo(self.currentIndex())

    def choose_first(self) -> None:
        """Choose the first row that can be chosen, and show the list from its start."""
        self.setCurrentIndex(QModelIndex())
        self.step(1)
        self.scrollToTop()

    def step(self, step: int) -> None:
        """Choose the next (1) or previous (-1) row that can be chosen, and round again."""
        rows = self.rows.rows
        at = self.chosen if self.chosen >= 0 or step > 0 else 0
        for distance in range(1, len(rows) + 1):
            number = (at + step * distance) % len(rows)
            if rows[number].enabled and not rows[number].heading:
                self.choose(number)
                return

    def leap(self, step: int) -> None:
        """Choose a row some way further down (1) or up (-1), at most the last or first."""
        free = [number for number, row in enumerate(self.rows.rows) if row.enabled and not row.heading]
        if free:
            at = free.index(self.chosen) if self.chosen in free else 0
            self.choose(free[max(0, min(len(free) - 1, at + step * LEAP))])

    def natural_height(self) -> int:
        """As high as all its rows."""
        return sum(HEADING_PX if row.heading else self._row_px for row in self.rows.rows)


class RowDelegate(QStyledItemDelegate):
    """Paints the rows, from the side where reading begins."""

    def __init__(self, theme: Theme, row_px: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self._row_px = row_px

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Row = index.data(ROW_ROLE)
        return QSize(0, HEADING_PX if row.heading else self._row_px)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW_ROLE)
        rtl: bool = option.direction == Qt.LayoutDirection.RightToLeft
        box = QRectF(option.rect).adjusted(EDGE, 0, -EDGE, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.heading:
            font = scaled(option.font, "caption")
            line = box.adjusted(PAD, 6, -PAD, 0)
            paint_words(painter, line, row.words, font, self.theme.colour("muted").name(), rtl)
        else:
            self._paint_ground(painter, box, option.state)
            self._paint_row(painter, box.adjusted(PAD, 0, -PAD, 0), row, option, rtl)
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRectF, state: QStyle.StateFlag) -> None:
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver) and bool(state & QStyle.StateFlag.State_Enabled)
        if chosen or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.colour("select_row" if chosen else "hover"))
            painter.drawRoundedRect(box, CORNER, CORNER)
        if chosen and state & QStyle.StateFlag.State_HasFocus:
            inset = RING_PX / 2
            painter.setPen(QPen(self.theme.colour("focus"), RING_PX))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), CORNER, CORNER)

    def _paint_row(self, painter: QPainter, box: QRectF, row: Row, option: QStyleOptionViewItem, rtl: bool) -> None:
        """Icon, words, what stands behind them; from the other end the keys and the note. `box` shrinks from both."""
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ink = "text" if row.enabled else "faint"
        if row.icon:
            left = box.right() - ICON_PX if rtl else box.left()
            icon = icon_pixmap(row.icon, self.theme.colour(ink if chosen or not row.enabled else "muted"), ICON_PX)
            painter.drawPixmap(QPointF(left, round(box.center().y() - ICON_PX / 2)), icon)
            box = _without_start(box, ICON_PX + GAP, rtl)
        if row.picture:
            picture = row.picture(self.theme)
            size = picture.deviceIndependentSize()
            left = box.right() - size.width() if rtl else box.left()
            painter.drawPixmap(QPointF(left, round(box.center().y() - size.height() / 2)), picture)
            box = _without_start(box, size.width() + GAP, rtl)
        box = self._paint_keys(painter, box, row.keys, rtl)
        small = scaled(option.font, "small")
        muted = self.theme.colour("muted" if row.enabled else "faint").name()
        if row.note:
            note = cut_to_width(row.note, QFontMetricsF(small), box.width() / 2)
            width = QFontMetricsF(small).horizontalAdvance(note)
            paint_words(painter, _end_of(box, width, rtl), note, small, muted, rtl)
            box = _without_start(box, width + GAP, not rtl)
        font = reading_font(READING_PT) if row.reading else option.font
        colour = self.theme.colour(ink).name()
        taken = paint_words(painter, box, row.words, font, colour, rtl, row.found)
        box = _without_start(box, taken + GAP, rtl)
        if row.aside and box.width() > LEAST_WORDS_PX:
            paint_words(painter, box, row.aside, small, muted, rtl, row.found)

    def _paint_keys(self, painter: QPainter, box: QRectF, keys: Sequence[str], rtl: bool) -> QRectF:
        """The keycaps at the end, each combination from left to right in every language; what is left of the box."""
        top = round(box.center().y() - KEYCAP_HEIGHT / 2)
        for key in reversed(keys):
            width = combination_width(key)
            left = box.left() if rtl else box.right() - width
            paint_combination(painter, left, top, key, self.theme)
            box = _without_start(box, width + KEYS_GAP, not rtl)
        return box


def combination_width(key: str) -> int:
    """How wide the caps of a combination are, in logical pixels."""
    widths = [keycap_width(cap) for cap in caps(key)]
    return sum(widths) + CAP_GAP * max(0, len(widths) - 1)


def paint_combination(painter: QPainter, left: float, top: float, key: str, theme: Theme) -> None:
    """Draw the caps of a combination from left to right, with their corner at (left, top)."""
    for cap in caps(key):
        paint_keycap(painter, left, top, cap, theme)
        left += keycap_width(cap) + CAP_GAP


def _without_start(box: QRectF, width: float, rtl: bool) -> QRectF:
    return box.adjusted(0, 0, -width, 0) if rtl else box.adjusted(width, 0, 0, 0)


def _end_of(box: QRectF, width: float, rtl: bool) -> QRectF:
    left = box.left() if rtl else box.right() - width
    return QRectF(left, box.top(), width + 1, box.height())


def paint_words(
    painter: QPainter, box: QRectF, words: str, font: QFont, colour: str, rtl: bool, found: Sequence[str] = ()
) -> float:
    """One line from the side where reading begins, cut with … where it does not fit; how wide it is."""
    heavy = QFont(font)
    heavy.setWeight(QFont.Weight.Bold)
    shown = cut_to_width(words, QFontMetricsF(heavy if found else font), box.width())
    line_holder = QTextLayout(shown, font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(_direction(words, rtl))
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    line_holder.setTextOption(option)
    line_holder.setFormats(_bold(shown, found))
    line_holder.beginLayout()
    line = line_holder.createLine()
    line_holder.endLayout()
    width = line.naturalTextWidth()
    left = box.right() - width if rtl else box.left()
    painter.setPen(colour)
    line.draw(painter, QPointF(left - line.x(), round(box.center().y() + rise(font)) - line.ascent() - line.y()))
    return width


def _direction(words: str, rtl: bool) -> Qt.LayoutDirection:
    """Words read as their own script does, whatever the window's language; the side they stand at is another matter."""
    own = reads_rtl(words) if any(letter.isalpha() for letter in words) else rtl
    return Qt.LayoutDirection.RightToLeft if own else Qt.LayoutDirection.LeftToRight


def _bold(words: str, found: Sequence[str]) -> list[QTextLayout.FormatRange]:
    """Bold for each whole word that holds something found: inside a word it would break the joining of letters."""
    ranges = []
    places = map_utf16(words)
    at = 0
    for word in words.split(" "):
        if any(part in fold(word).text for part in found):
            bold = QTextLayout.FormatRange()
            bold.start, bold.length = places.to_utf16(at), places.to_utf16(at + len(word)) - places.to_utf16(at)
            style = QTextCharFormat()
            style.setFontWeight(QFont.Weight.Bold)
            bold.format = style
            ranges.append(bold)
        at += len(word) + 1
    return ranges
