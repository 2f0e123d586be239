"""Ticks: under the first word of the picked span, the places behind its clitics at which the span could begin."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from annotator.arabic.words import clitic_cuts, word_at
from annotator.ui.article.layout import Page, Spot
from annotator.ui.article.scene import Scene
from annotator.ui.theme import look


def paint_ticks(painter: QPainter, page: Page, scene: Scene, spots: Sequence[Spot]) -> None:
    """Paint a tick at each of these places but the one where the span begins."""
    if scene.picked is None:
        return
    width, height = look()["article"]["clitic_tick_px"]
    colour = scene.theme.bar(scene.label(scene.picked))
    for place in tick_places(page.text, scene.picked.start, scene.picked.end):
        spot = page.spot_of(place)
        box = page.boxes(spot).starting(place)
        if spot in spots and box is not None:
            bottom = page.line_top(spot) + page.face(spot).tint_bottom
            painter.fillRect(QRectF(round(box.head) - width / 2, bottom - height, width, height), colour)


def tick_places(text: str, start: int, end: int) -> list[int]:
    """The cuts of the word in which a span [start, end) begins, in code points, without its own start."""
    word = word_at(text, start)
    if word is None or word[1] == start:
        return []
    places = (word[0] + cut for cut in (0, *clitic_cuts(text[slice(*word)])))
    return [place for place in places if place != start and place < end]
