"""Glosses: in the margin beside a line one mark for what was said about it, or for what is missing in it."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from annotator.ui.article.layout import Page, Row, Spot
from annotator.ui.article.scene import Scene
from annotator.ui.article.truth import MARK_PX, MARK_REACH, dangers_on
from annotator.ui.icon import icon_pixmap

SLOP = 3
"""So many pixels beside a mark still mean it."""


@dataclass(frozen=True, slots=True)
class Gloss:
    """A mark to stand beside the line of the code point `at`: one of our drawings in a colour of the theme.

    Of several on a line the one that comes first in their order is drawn. `about` is what a click on it is about.
    """

    at: int
    rank: int
    icon: str
    colour: str
    about: object


class Glosses:
    """The glosses of an article, found by the line they belong to."""

    def __init__(self, given: Iterable[Gloss] = ()) -> None:
        self.given: Sequence[Gloss] = sorted(given, key=lambda gloss: (gloss.at, gloss.rank))
        self._places = [gloss.at for gloss in self.given]

    def on_line(self, start: int, end: int) -> Sequence[Gloss]:
        """Those of the code points in [start, end), the one to be drawn first."""
        found = self.given[bisect_left(self._places, start) : bisect_left(self._places, end)]
        return sorted(found, key=lambda gloss: gloss.rank)


def paint_glosses(painter: QPainter, page: Page, scene: Scene, glosses: Glosses, rows: Sequence[Row]) -> None:
    """Paint the marks of some lines; a line that holds something to beware of bears the mark of that alone."""
    for row in rows:
        found = _of(page, row.spot, glosses)
        if found:
            colour = scene.theme.colour(found[0].colour)
            picture = icon_pixmap(found[0].icon, colour, MARK_PX, scale=scene.scale)
            painter.drawPixmap(_box(page, row.spot).topLeft(), picture)


def glosses_at(page: Page, glosses: Glosses, point: QPointF) -> Sequence[Gloss]:
    """The glosses whose mark is under a point of the page, the one that is drawn first; none beside the marks."""
    if not MARK_REACH - SLOP <= point.x() - page.width <= MARK_REACH + MARK_PX + SLOP:
        return ()
    spot = page.spot_at(point.y())
    found = _of(page, spot, glosses)
    return found if found and _box(page, spot).adjusted(-SLOP, -SLOP, SLOP, SLOP).contains(point) else ()


def _of(page: Page, spot: Spot, glosses: Glosses) -> Sequence[Gloss]:
    line = page.line(spot)
    # The end of the text belongs to its last line.
    end = line.end + (line.end == len(page.text))
    found = glosses.on_line(line.start, end)
    return () if found and dangers_on(page, spot) else found


def _box(page: Page, spot: Spot) -> QRectF:
    face = page.face(spot)
    middle = page.line_top(spot) + (face.tint_top + face.tint_bottom) // 2
    return QRectF(page.width + MARK_REACH, middle - MARK_PX // 2, MARK_PX, MARK_PX)
