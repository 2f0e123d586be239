"""Hints: the small keycaps over the words of a sentence, each with the letter that chooses its word.

They lie over the page for a moment; no letter of the text moves.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from annotator.ui.article.cap import Cap
from annotator.ui.article.layout import Page, Spot
from annotator.ui.article.scene import Scene
from annotator.ui.theme import Theme, interface_font, look

WIDTH, WIDER, HEIGHT, CORNER, LIP = 17, 20, 16, 4.0, 2.5
"""A cap's measures at the usual size of the text; the wider ones bear Arabic letters, of which some are wide."""
LETTER_PX = {"ar": 11.0, "en": 11.5}
LIFT_EM = 0.74
"""How far above the baseline a cap's bottom stands, in em: on the letters' heads, not on their bodies."""
USUAL_EM, LARGEST = 21.33, 1.25
APART = 1.0


def paint_begun(painter: QPainter, page: Page, scene: Scene, spots: Sequence[Spot]) -> None:
    """Paint, under the text, where a span of the first word alone would lie."""
    if scene.hinted is None or scene.hinted.begun is None:
        return
    start, end = scene.hinted.begun
    label = scene.label_named(scene.hinted.label)
    painter.setBrush(scene.theme.tint(label))
    painter.setPen(QPen(scene.theme.bar(label), float(look()["article"]["selected_outline_px"])))
    radius = float(look()["article"]["tint_radius"])
    for spot in spots:
        face, top = page.face(spot), page.line_top(spot)
        for left, right in _pieces(page, spot, start, end):
            painter.drawRoundedRect(
                QRectF(left - 1, top + face.tint_top, right - left + 2, face.tint_bottom - face.tint_top),
                radius,
                radius,
            )


def paint_hints(painter: QPainter, page: Page, scene: Scene, spots: Sequence[Spot]) -> None:
    """Paint the caps of the lines that show, over everything else."""
    hinted = scene.hinted
    if hinted is None:
        return
    lip = scene.theme.bar(scene.label_named(hinted.label))
    for spot in spots:
        here = [cap for cap in hinted.caps if page.line(spot).start <= cap.start < page.line(spot).end]
        for cap, box in cap_boxes(page, spot, here, scene.language):
            chosen = hinted.begun is not None and cap.start <= hinted.begun[0] < cap.end
            picture = _draw(cap.letter, scene.language, chosen, scene.theme, lip.name(), box.height(), scene.scale)
            painter.drawPixmap(QPointF(_crisp(box.left(), scene.scale), _crisp(box.top(), scene.scale)), picture)


def cap_boxes(page: Page, spot: Spot, caps: Sequence[Cap], language: str) -> list[tuple[Cap, QRectF]]:
    """Where the caps of a line stand, in the page's coordinates, from right to left; none covers another."""
    face = page.face(spot)
    scale = min(LARGEST, max(1.0, face.em / USUAL_EM))
    width, height = _size(language, scale)
    top = page.line_top(spot) + face.baseline - round(face.em * LIFT_EM) - height
    wanted = sorted(((_middle(page, spot, cap), cap) for cap in caps), key=lambda placed: -placed[0])
    result: list[tuple[Cap, QRectF]] = []
    for middle, cap in wanted:
        left = middle - width / 2
        if result:
            left = min(left, result[-1][1].left() - APART - width)
        result.append((cap, QRectF(left, top, width, height)))
    return result


def _middle(page: Page, spot: Spot, cap: Cap) -> float:
    pieces = _pieces(page, spot, cap.start, cap.end)
    return (pieces[0][0] + pieces[-1][1]) / 2 if pieces else float(page.width)


def _pieces(page: Page, spot: Spot, start: int, end: int) -> Sequence[tuple[float, float]]:
    line = page.line(spot)
    return page.boxes(spot).pieces(max(start, line.start), min(end, line.end))


@lru_cache(maxsize=256)
def _draw(letter: str, language: str, chosen: bool, theme: Theme, lip: str, height: float, scale: float) -> QPixmap:
    """A keycap on the colour of a key, with a lip in the label's; filled with ink when its word is chosen."""
    size = height / HEIGHT
    width, _ = _size(language, size)
    pixmap = QPixmap(ceil(width * scale), ceil(height * scale))
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    outer = QRectF(0, 0, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(lip))
    painter.drawRoundedRect(outer, CORNER, CORNER)
    face = outer.adjusted(1, 1, -1, -LIP * size)
    painter.setBrush(theme.colour("ink" if chosen else "raised"))
    painter.drawRoundedRect(face, CORNER - 1, CORNER - 1)
    _write(painter, letter, _font(language, size), theme.colour("on_ink" if chosen else "text"), face.center())
    painter.end()
    return pixmap


def _size(language: str, scale: float) -> tuple[int, int]:
    return round((WIDER if language == "ar" else WIDTH) * scale), round(HEIGHT * scale)


def _font(language: str, size: float) -> QFont:
    font = interface_font(language)
    font.setPixelSize(round(LETTER_PX[language] * size))
    font.setWeight(QFont.Weight.Bold)
    return font


def _write(painter: QPainter, letter: str, font: QFont, ink: QColor, centre: QPointF) -> None:
    """Centred by its own ink: ح falls below the line and لا rises above it."""
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(centre - QFontMetricsF(font).tightBoundingRect(letter).center(), letter)


def _crisp(place: float, scale: float) -> float:
    return round(place * scale) / scale
