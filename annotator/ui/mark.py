"""Marks: the small tab with a label's letter (or its name) that stands for the label everywhere outside the text."""

import math
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QIcon, QPainter, QPen, QPixmap

from annotator.core.scheme import Label
from annotator.ui.icon import sharpest_scale
from annotator.ui.theme import Theme, interface_font

LETTER_SHARE = 11 / 18
"""The letter's font size as a share of the mark's height."""

LETTER_PAD, NAME_PAD = 7, 12
OUTLINE = 1.5
CORNER = 4


def mark_pixmap(
    label: Label, theme: Theme, language: str, size: int = 18, name: bool = False, scale: float | None = None
) -> QPixmap:
    """The label's mark, `size` logical pixels high: filled for a core label, outlined for a helper.

    With `name` it bears the whole name instead of the letter. `scale` None means the sharpest screen there is.
    """
    words = label.name(language) if name else label.mark(language)
    bar, ink = theme.bar(label).name(), theme.on_bar(label).name()
    return _draw(words, language, bar, ink, label.core, size, scale or sharpest_scale())


def mark_width(label: Label, language: str, size: int = 18, name: bool = False) -> int:
    """How wide the mark is, in logical pixels."""
    return _width(label.name(language) if name else label.mark(language), language, size)


def _font(language: str, size: int) -> QFont:
    font = QFont(interface_font(language))
    font.setPixelSize(round(size * LETTER_SHARE))
    font.setWeight(QFont.Weight.Bold)
    return font


def _width(words: str, language: str, size: int) -> int:
    pad = NAME_PAD if len(words) > 1 else LETTER_PAD
    return max(size - 1, math.ceil(QFontMetricsF(_font(language, size)).horizontalAdvance(words)) + pad)


@lru_cache(maxsize=512)
def _draw(words: str, language: str, bar: str, ink: str, core: bool, size: int, scale: float) -> QPixmap:
    width = _width(words, language, size)
    pixmap = QPixmap(math.ceil(width * scale), math.ceil(size * scale))
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_tab(painter, QRectF(0, 0, width, size), QColor(bar), core)
    _paint_words(painter, QRectF(0, 0, width, size), words, _font(language, size), QColor(ink if core else bar))
    painter.end()
    return pixmap


def _paint_tab(painter: QPainter, box: QRectF, bar: QColor, core: bool) -> None:
    if core:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(bar)
        painter.drawRoundedRect(box, CORNER, CORNER)
        return
    half = OUTLINE / 2
    painter.setPen(QPen(bar, OUTLINE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), CORNER - half, CORNER - half)


def _paint_words(painter: QPainter, box: QRectF, words: str, font: QFont, colour: QColor) -> None:
    """Centred by the ink, not by the font's line: ف rises above it and س falls below."""
    inked = QFontMetricsF(font).tightBoundingRect(words)
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(QPointF(box.center() - inked.center()), words)


def mark_icon(label: Label, theme: Theme, language: str) -> QIcon:
    """The label's mark for a row of a table, the same in the row in hand: Qt would darken it there."""
    result = QIcon()
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
        result.addPixmap(mark_pixmap(label, theme, language), mode)
    return result
