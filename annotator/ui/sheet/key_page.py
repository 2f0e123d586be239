"""All keys as one page, painted by ourselves: for the sheet on the screen, for a PDF and for paper."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QApplication

from annotator.core.scheme import Scheme
from annotator.ui.keycap import HEIGHT as KEYCAP_HEIGHT
from annotator.ui.keymap import Keymap
from annotator.ui.sheet.command_list import combination_width, paint_combination, paint_words
from annotator.ui.sheet.hit import command_names
from annotator.ui.sheet.key_group import key_groups
from annotator.ui.style import scaled
from annotator.ui.theme import Theme

ROW_PX, HEADING_PX, GROUP_GAP_PX = 22, 25, 10
COLUMN_PX, COLUMN_GAP_PX, KEYS_GAP_PX = 255, 28, 10
MUCH_HIGHER = 1.35
MOST_WORDS = 0.55
TITLE_PX = 34
PAGE_COLUMNS = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the page: a command and its keys; with no keys at all, the heading of a group."""

    words: str
    keys: tuple[str, ...] = ()


Column = tuple[Line, ...]


def key_lines(keymap: Keymap, scheme: Scheme | None) -> list[list[Line]]:
    """Every command that has keys, in its group below the group's heading, in the window's language."""
    groups = []
    for title, commands in key_groups(scheme):
        named = [Line(command_names(command, scheme)[0], keymap.keys(command)) for command in commands]
        lines = [line for line in named if line.keys]
        if lines:
            groups.append([Line(title), *lines])
    return groups


def set_in_columns(groups: Sequence[Sequence[Line]], count: int) -> list[Column]:
    """The groups in `count` columns, in order, as low as can be: whole groups, unless that makes the page much higher.
    A group that goes on in the next column has no heading there; no heading stands alone at a column's foot.
    """
    pieces = [piece for group in groups for piece in (group[:2], *([line] for line in group[2:]))]
    whole, cut = _set_low(groups, count), _set_low(pieces, count)
    return whole if columns_height(whole) <= MUCH_HIGHER * columns_height(cut) else cut


def _set_low(blocks: Sequence[Sequence[Line]], count: int) -> list[Column]:
    """The blocks, none of them parted, in at most `count` columns of the least height."""
    low, high = 0, sum(_height(line) for block in blocks for line in block)
    while low < high:
        middle = (low + high) // 2
        if len(_fill(blocks, middle)) <= count:
            high = middle
        else:
            low = middle + 1
    return _fill(blocks, high)


def columns_height(columns: Sequence[Column]) -> int:
    """How high the highest column is, in logical pixels."""
    return max((_column_height(column) for column in columns), default=0)


def paint_columns(painter: QPainter, box: QRectF, columns: Sequence[Column], theme: Theme) -> None:
    """Paint the columns side by side over the box's width, the first one where reading begins."""
    rtl = QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    width = (box.width() - COLUMN_GAP_PX * (len(columns) - 1)) / max(1, len(columns))
    for number, column in enumerate(columns):
        place = len(columns) - 1 - number if rtl else number
        left = box.left() + place * (width + COLUMN_GAP_PX)
        _paint_column(painter, QRectF(left, box.top(), width, box.height()), column, theme, rtl)


def page_size() -> QSizeF:
    """The size in logical pixels at which a page of paper is painted, before it is scaled to the paper: A4's shape."""
    width = PAGE_COLUMNS * COLUMN_PX + (PAGE_COLUMNS - 1) * COLUMN_GAP_PX
    return QSizeF(width, width * 190 / 277)


def paint_page(painter: QPainter, page: QRectF, keymap: Keymap, scheme: Scheme | None) -> None:
    """Paint everything on one page of paper with a title above, made smaller where it would not fit. `page` is in the
    painter's own units.
    """
    columns = set_in_columns(key_lines(keymap, scheme), PAGE_COLUMNS)
    size = page_size()
    height = columns_height(columns) + TITLE_PX
    scale = min(page.width() / size.width(), page.height() / height)
    painter.save()
    painter.translate(page.left() + (page.width() - size.width() * scale) / 2, page.top())
    painter.scale(scale, scale)
    rtl = QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    theme = Theme("light")
    title = QCoreApplication.translate("Keys", "Hashiya: keys at a glance")
    font = _steady(scaled(QApplication.font(), "heading"))
    paint_words(painter, QRectF(0, 0, size.width(), TITLE_PX - 8), title, font, theme.hex("text"), rtl)
    paint_columns(painter, QRectF(0, TITLE_PX, size.width(), height), columns, theme)
    painter.restore()


def _fill(blocks: Sequence[Sequence[Line]], most: int) -> list[Column]:
    """The blocks in columns of at most `most` pixels, as many as it takes; a block that is higher has its own."""
    columns: list[list[Line]] = [[]]
    for block in blocks:
        if columns[-1] and _column_height([*columns[-1], *block]) > most:
            columns.append([])
        columns[-1] += block
    return [tuple(column) for column in columns]


def _height(line: Line) -> int:
    return ROW_PX if line.keys else HEADING_PX + GROUP_GAP_PX


def _column_height(column: Sequence[Line]) -> int:
    """A heading at the top of a column has nothing to keep away from."""
    return sum(map(_height, column)) - (GROUP_GAP_PX if column and not column[0].keys else 0)


def _paint_column(painter: QPainter, box: QRectF, column: Column, theme: Theme, rtl: bool) -> None:
    body = _steady(scaled(QApplication.font(), "small"))
    strong = _steady(scaled(QApplication.font(), "strong"))
    top = box.top() - (GROUP_GAP_PX if column and not column[0].keys else 0)
    for line in column:
        if line.keys:
            _paint_line(painter, QRectF(box.left(), top, box.width(), ROW_PX), line, body, theme, rtl)
        else:
            room = QRectF(box.left(), top + GROUP_GAP_PX, box.width(), HEADING_PX - 4)
            paint_words(painter, room, line.words, strong, theme.hex("text"), rtl)
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.drawLine(room.bottomLeft(), room.bottomRight())
        top += _height(line)


def _paint_line(painter: QPainter, box: QRectF, line: Line, font: QFont, theme: Theme, rtl: bool) -> None:
    """The words where reading begins, the keys at the other end. As many keys as leave the words their room."""
    at = 0.0
    wanted = min(QFontMetricsF(font).horizontalAdvance(line.words), box.width() * MOST_WORDS)
    for key in reversed(_fitting(line.keys, box.width() - wanted)):
        width = combination_width(key)
        left = box.left() + at if rtl else box.right() - at - width
        paint_combination(painter, left, round(box.center().y() - KEYCAP_HEIGHT / 2), key, theme)
        at += width + KEYS_GAP_PX
    words = box.adjusted(at, 0, 0, 0) if rtl else box.adjusted(0, 0, -at, 0)
    paint_words(painter, words, line.words, font, theme.hex("text"), rtl)


def _fitting(keys: Sequence[str], room: float) -> list[str]:
    taken: list[str] = []
    for key in keys:
        room -= combination_width(key) + KEYS_GAP_PX
        if taken and room < 0:
            break
        taken.append(key)
    return taken


def _steady(font: QFont) -> QFont:
    """The font in pixels, so that it is as large on paper, in the page's own units, as it is on the screen."""
    steady = QFont(font)
    steady.setPixelSize(QFontInfo(font).pixelSize())
    return steady
