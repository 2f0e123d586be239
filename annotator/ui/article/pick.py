"""Picking: what of the page lies under a point."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF

from annotator.core.span import Span
from annotator.ui.article.bar import crowd_box, lane_top, tab_box
from annotator.ui.article.boxes import Box
from annotator.ui.article.layout import Page, Spot
from annotator.ui.article.move import Caret
from annotator.ui.article.outline import outline
from annotator.ui.article.scene import Scene
from annotator.ui.theme import look

TEXT, BAR, HANDLE = "text", "bar", "handle"


@dataclass(frozen=True, slots=True)
class Hit:
    """What lies under a point: a `kind`, the nearest place of the caret, and the ids of the spans there.

    `letter` is the grapheme [start, end) under the point, None beside the text. Spans come from the innermost
    outwards. `edge` says which handle it is.
    """

    kind: str
    caret: Caret
    letter: tuple[int, int] | None = None
    spans: tuple[str, ...] = ()
    edge: str = ""


def pick(page: Page, scene: Scene, point: QPointF) -> Hit:
    """What lies under a point of the page: a handle before a bar, a bar before the text."""
    spot = page.spot_at(point.y())
    box = _under(page, spot, point.x())
    caret = place(page, point)
    edge = _edge(page, scene, spot, point)
    if edge and scene.picked is not None:
        return Hit(HANDLE, caret, spans=(scene.picked.id,), edge=edge)
    barred = _barred(page, scene, spot, point)
    if barred:
        return Hit(BAR, caret, spans=barred)
    letter = (box.start, box.end) if box and _in_text(page, spot, point.y()) else None
    return Hit(TEXT, caret, letter, _spans_at(page, spot.block, letter) if letter else ())


def place(page: Page, point: QPointF) -> Caret:
    """The place of the caret nearest to a point: by halves of letters, a line's start and end beside it."""
    spot = page.spot_at(point.y())
    line, boxes = page.line(spot), page.boxes(spot)
    if not boxes.screen or point.x() >= boxes.screen[-1].right:
        return Caret(line.start)
    if point.x() <= boxes.screen[0].left:
        return Caret(line.visible_end, after=True)
    box = boxes.at(point.x())
    assert box is not None
    position = box.position(point.x())
    return Caret(position, after=position == box.end)


def _under(page: Page, spot: Spot, x: float) -> Box | None:
    box = page.boxes(spot).at(x)
    return box if box is not None and box.left <= x <= box.right else None


def _in_text(page: Page, spot: Spot, y: float) -> bool:
    top, face = page.line_top(spot), page.face(spot)
    return top <= y < top + face.lane


def _edge(page: Page, scene: Scene, spot: Spot, point: QPointF) -> str:
    if scene.picked is None:
        return ""
    reach = look()["article"]["handle_px"] / 2 + int(look()["article"]["hit_slop_px"])
    around = [near for near in (page.before(spot), spot, page.after(spot)) if near is not None]
    for edge, centre in outline(page, scene.picked, around).handles:
        if (point - centre).manhattanLength() <= reach:
            return edge
    return ""


def _barred(page: Page, scene: Scene, spot: Spot, point: QPointF) -> tuple[str, ...]:
    """The span whose bar or tab is nearest to the point, if any is near; a count's hidden spans, if it is that."""
    slop = int(look()["article"]["hit_slop_px"])
    marked, lane = page.marked(spot), page.line_top(spot) + page.face(spot).lane
    if marked.crowd is not None and crowd_box(marked.crowd, lane, scene).contains(point):
        return tuple(span.id for span in marked.crowd.spans)
    found: list[tuple[float, str]] = []
    for bar in marked.bars:
        tab, top = tab_box(bar, lane, scene), lane_top(lane, bar.row)
        if tab is not None and tab.contains(point):
            return (bar.span.id,)
        drawn = bar.pieces if bar.joint is None else (bar.joint,)
        inside = any(left - slop <= point.x() <= right + slop for left, right in drawn)
        distance = max(top - point.y(), point.y() - top - int(look()["article"]["bar_px"]), 0)
        if inside and distance <= slop:
            found.append((distance, bar.span.id))
    return (min(found)[1],) if found else ()


def _spans_at(page: Page, block: int, letter: tuple[int, int]) -> tuple[str, ...]:
    start, end = letter
    here = [span for span in page.spans_of(block) if _covers(span, start, end)]
    here.sort(key=lambda span: (span.end - span.start, -span.start, span.id))
    return tuple(span.id for span in here)


def _covers(span: Span, start: int, end: int) -> bool:
    return any(first < end and last > start for first, last in span.fragments)
