"""Tabs: the little flags that hang from a bar's start and bear the label's letter or name."""

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from annotator.core.scheme import Label
from annotator.ui.article.face import POINTS_PER_INCH, dots_per_inch
from annotator.ui.theme import Theme, interface_font, look

OUTLINE = 1.5


def label_tab(label: Label, theme: Theme, language: str, named: bool, scale: float, role: str = "") -> QPixmap:
    """The tab of a label with its letter, its name, or a role, sharp at `scale` device pixels to the logical one."""
    words = role or (label.name(language) if named else label.mark(language))
    bar, on = label.colours[theme.name].bar, label.colours[theme.name].on
    if label.core:
        return _draw(words, language, bar, "", on, scale)
    return _draw(words, language, theme.hex("paper"), bar, bar, scale)


def count_tab(words: str, theme: Theme, language: str, scale: float) -> QPixmap:
    """The tab that stands for the spans a line has no lane for."""
    return _draw(words, language, theme.hex("paper"), theme.hex("line_strong"), theme.hex("text"), scale)


def tab_width(words: str, language: str) -> int:
    """How wide a tab with these words is, in logical pixels."""
    table = look()["article"]
    pad = int(table["tab_pad_px"]) * 2 if len(words) > 1 else 6
    return max(int(table["tab_min_px"]), ceil(QFontMetricsF(_font(language)).horizontalAdvance(words)) + pad)


def _font(language: str) -> QFont:
    font = interface_font(language)
    font.setPointSizeF(look()["article"]["tab_text_px"][language] * POINTS_PER_INCH / dots_per_inch())
    font.setWeight(QFont.Weight.Bold)
    return font


@lru_cache(maxsize=512)
def _draw(words: str, language: str, fill: str, outline: str, ink: str, scale: float) -> QPixmap:
    width, height = tab_width(words, language), int(look()["article"]["tab_height_px"])
    pixmap = QPixmap(ceil(width * scale), ceil(height * scale))
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inset = OUTLINE / 2 if outline else 0
    painter.setPen(_pen(outline) if outline else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(QColor(fill))
    painter.drawPath(_hanging(QRectF(inset, inset, width - 2 * inset, height - 2 * inset)))
    _write(painter, words, _font(language), QColor(ink), QPointF(width / 2, height / 2))
    painter.end()
    return pixmap


def _pen(colour: str) -> QPen:
    pen = QPen(QColor(colour), OUTLINE)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return pen


def _hanging(box: QRectF) -> QPainterPath:
    """A rounded box whose top right corner, where it meets the bar, is square."""
    radius = float(look()["article"]["tab_radius"])
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(box, radius, radius)
    path.addRect(QRectF(box.right() - radius, box.top(), radius, radius))
    return path.simplified()


def _write(painter: QPainter, words: str, font: QFont, ink: QColor, centre: QPointF) -> None:
    """Centred by the ink, not by the font's line: ف rises above it and س falls below."""
    inked = QFontMetricsF(font).tightBoundingRect(words)
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(centre - inked.center(), words)
