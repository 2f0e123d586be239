"""Painting: tints and selection under the text, the text in one colour, bars in their lanes below it."""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QStaticText

from annotator.ui.article.arcs import paint_arcs
from annotator.ui.article.bar import paint_bar, paint_crowd
from annotator.ui.article.found import paint_hits, ring_hit
from annotator.ui.article.hints import paint_begun, paint_hints
from annotator.ui.article.layout import Page, Row, Spot
from annotator.ui.article.move import caret_x
from annotator.ui.article.outline import Frame, outline
from annotator.ui.article.scene import Scene
from annotator.ui.article.ticks import paint_ticks
from annotator.ui.article.truth import paint_truth
from annotator.ui.style import mixed
from annotator.ui.theme import interface_font, look

SLACK = 30
"""Ink, handles and tabs reach so many pixels into the neighbouring lines at most."""
NUMBER_WIDTH, NUMBER_REACH, NUMBER_SCALE = 24, 34, 0.86
RING = 2
RECEDING = 0.5
"""How much is left of a tint that steps back behind the picked event."""


def paint_page(painter: QPainter, page: Page, scene: Scene, top: float, bottom: float) -> None:
    """Paint what of the page shows between two heights; the painter stands in the page's coordinates.

    Nothing that is painted here moves a letter: tints go under the text and bars below it.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rows = page.rows(top - SLACK, bottom + SLACK)
    spots = [row.spot for row in rows]
    _tints(painter, scene, rows)
    for paint in (paint_hits, _selection, paint_begun):
        paint(painter, page, scene, spots)
    paint_text(painter, scene, rows)
    _numbers(painter, page, scene, [row for row in rows if row.top < bottom and row.top + row.face.lane > top])
    _bars(painter, scene, rows)
    for paint in (_picked, paint_ticks, ring_hit, paint_arcs, _caret, paint_truth, paint_hints):
        paint(painter, page, scene, spots)


def selection_pieces(page: Page, spot: Spot, start: int, end: int) -> list[QRectF]:
    """The rectangles, from left to right, that [start, end) covers on a line."""
    line, face, top = page.line(spot), page.face(spot), page.line_top(spot)
    pieces = page.boxes(spot).pieces(max(start, line.start), min(end, line.end))
    height = face.tint_bottom - face.tint_top
    return [QRectF(left, top + face.tint_top, right - left, height) for left, right in pieces]


def paint_text(painter: QPainter, scene: Scene, rows: Sequence[Row]) -> None:
    """Paint the text of some lines and nothing else."""
    colour = ""
    for row in rows:
        if row.face.colour != colour:
            colour = row.face.colour
            painter.setPen(scene.theme.colour(colour))
        row.placed.shape.draw(painter, row.spot.line, 0, row.top + row.face.baseline)


def _tints(painter: QPainter, scene: Scene, rows: Sequence[Row]) -> None:
    table = look()["article"]
    step, radius = int(table["tint_inset_per_depth_px"]), float(table["tint_radius"])
    painter.setPen(Qt.PenStyle.NoPen)
    ground: tuple[str, bool] | None = None
    for row in rows:
        for tint in row.marked.tints:
            recedes = scene.recedes(tint.span)
            if (tint.span.label, recedes) != ground:
                ground = tint.span.label, recedes
                colour = scene.theme.tint(scene.label(tint.span))
                # Mixed and not transparent: what lies under a tint must not shine through it.
                painter.setBrush(mixed(colour, scene.theme.colour("paper"), RECEDING) if recedes else colour)
            upper, inset = row.top + row.face.tint_top + step * tint.depth, 2 * step * tint.depth
            height = row.face.tint_bottom - row.face.tint_top - inset
            for left, right in tint.pieces:
                painter.drawRoundedRect(QRectF(left - 1, upper, right - left + 2, height), radius, radius)


def _selection(painter: QPainter, page: Page, scene: Scene, spots: Sequence[Spot]) -> None:
    if scene.selection is None:
        return
    start, end = scene.selection
    for spot in spots:
        if page.line(spot).start < end and page.line(spot).end > start:
            for box in selection_pieces(page, spot, start, end):
                painter.fillRect(box, scene.theme.colour("selection"))


def _numbers(painter: QPainter, page: Page, scene: Scene, rows: Sequence[Row]) -> None:
    for row in rows:
        number = page.blocks[row.spot.block].number
        if row.spot.line == 0 and number:
            face, words = row.face, _number(scene.number(number), scene.language)
            centre = QPointF(
                page.width + NUMBER_REACH - NUMBER_WIDTH / 2, row.top + (face.tint_top + face.tint_bottom) / 2
            )
            painter.setFont(_number_font(scene.language))
            painter.setPen(scene.theme.colour("faint"))
            painter.drawStaticText(centre - QPointF(words.size().width() / 2, words.size().height() / 2), words)


@lru_cache(maxsize=512)
def _number(words: str, language: str) -> QStaticText:
    """A paragraph's number, laid out once."""
    text = QStaticText(words)
    text.setTextFormat(Qt.TextFormat.PlainText)
    text.prepare(font=_number_font(language))
    return text


@lru_cache(maxsize=4)
def _number_font(language: str) -> QFont:
    font = interface_font(language)
    font.setPointSizeF(font.pointSizeF() * NUMBER_SCALE)
    return font


def _bars(painter: QPainter, scene: Scene, rows: Sequence[Row]) -> None:
    for row in rows:
        marked, lane = row.marked, row.top + row.face.lane
        for bar in marked.bars:
            paint_bar(painter, bar, lane, scene)
        if marked.crowd is not None:
            paint_crowd(painter, marked.crowd, lane, scene)


def _picked(painter: QPainter, page: Page, scene: Scene, spots: Sequence[Spot]) -> None:
    if scene.picked is None:
        return
    table = look()["article"]
    colour = scene.theme.bar(scene.label(scene.picked))
    shown = outline(page, scene.picked, spots)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, float(table["selected_outline_px"])))
    for frame in shown.frames:
        painter.drawPath(_run_round(frame, float(table["tint_radius"])))
    for _, centre in shown.handles:
        _handle(painter, centre, colour, scene.theme.colour("paper"))


def _run_round(frame: Frame, radius: float) -> QPainterPath:
    """The frame's line: rounded, but without the sides on which the span goes on."""
    path = QPainterPath()
    if not frame.open_left and not frame.open_right:
        path.addRoundedRect(frame.box, radius, radius)
        return path
    box = frame.box
    path.moveTo(box.topLeft())
    path.lineTo(box.topRight())
    (path.moveTo if frame.open_right else path.lineTo)(box.bottomRight())
    path.lineTo(box.bottomLeft())
    if not frame.open_left:
        path.lineTo(box.topLeft())
    return path


def _handle(painter: QPainter, centre: QPointF, colour: QColor, paper: QColor) -> None:
    radius = look()["article"]["handle_px"] / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(paper)
    painter.drawEllipse(centre, radius + RING, radius + RING)
    painter.setBrush(colour)
    painter.drawEllipse(centre, radius, radius)


def _caret(painter: QPainter, page: Page, scene: Scene, spots: Sequence[Spot]) -> None:
    if scene.caret is None:
        return
    spot = page.spot_of(scene.caret.position)
    if spot in spots:
        face, top = page.face(spot), page.line_top(spot)
        width = int(look()["article"]["caret_px"])
        left = round(caret_x(page, scene.caret) - width / 2)
        painter.fillRect(
            QRectF(left, top + face.tint_top, width, face.tint_bottom - face.tint_top), scene.theme.colour("ink")
        )
