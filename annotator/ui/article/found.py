"""What was found in the article: marked under the words like a nested tint, and the one gone to has a ring."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from annotator.ui.article.layout import Page, Spot
from annotator.ui.article.scene import Scene
from annotator.ui.theme import look

RING = 2


def paint_hits(painter: QPainter, page: Page, scene: Scene, spots: Sequence[Spot]) -> None:
    """Mark every hit on these lines, inset so that the tint of a labelled word still shows above and below.

    A thin edge tells it from a tint where the two colours are near each other.
    """
    if not scene.hits:
        return
    radius = float(look()["article"]["tint_radius"])
    painter.setPen(QPen(scene.theme.colour("line_strong"), 1))
    painter.setBrush(scene.theme.colour("find"))
    for spot in spots:
        line = page.line(spot)
        for start, end in _between(scene.hits, line.start, line.end):
            for box in _boxes(page, spot, start, end):
                painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


def ring_hit(painter: QPainter, page: Page, scene: Scene, spots: Sequence[Spot]) -> None:
    """Run a line round the hit gone to, over everything else."""
    if scene.hit is None:
        return
    radius = float(look()["article"]["tint_radius"])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(scene.theme.colour("focus"), RING))
    for spot in spots:
        for box in _boxes(page, spot, *scene.hit):
            painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), radius, radius)


def _between(hits: Sequence[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The hits, ascending and apart, that reach into [start, end)."""
    first = max(0, bisect_right(hits, start, key=_start) - 1)
    for index in range(first, len(hits)):
        if hits[index][0] >= end:
            return
        if hits[index][1] > start:
            yield hits[index]


def _boxes(page: Page, spot: Spot, start: int, end: int) -> Iterator[QRectF]:
    line, face, top = page.line(spot), page.face(spot), page.line_top(spot)
    start, end = max(start, line.start), min(end, line.end)
    inset = int(look()["article"]["tint_inset_per_depth_px"])
    upper, lower = top + face.tint_top + inset, top + face.tint_bottom - inset
    for left, right in page.boxes(spot).pieces(start, end) if start < end else ():
        yield QRectF(left - 1, upper, right - left + 2, lower - upper)


def _start(hit: tuple[int, int]) -> int:
    return hit[0]
