"""Outlines: the frame round the picked span, piece by piece, and the two handles on it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from annotator.core.span import Span
from annotator.ui.article.layout import Page, Spot
from annotator.ui.article.marks import span_pieces
from annotator.ui.theme import look

START, END = "start", "end"
DEEPEST = 1


@dataclass(frozen=True, slots=True)
class Frame:
    """One visual piece of the picked span: the rectangle its outline runs along, open where the span goes on."""

    box: QRectF
    open_left: bool
    open_right: bool


@dataclass(frozen=True, slots=True)
class Outline:
    """The picked span's frames among the lines looked at, and the centres of its handles that stand on them."""

    frames: Sequence[Frame]
    handles: Sequence[tuple[str, QPointF]]


def outline(page: Page, span: Span, spots: Sequence[Spot]) -> Outline:
    """The outline of a span on some lines, in the page's coordinates."""
    frames: list[Frame] = []
    handles: list[tuple[str, QPointF]] = []
    for spot in spots:
        line = page.line(spot)
        if line.end <= span.start or line.start >= span.end:
            continue
        boxes = _boxes(page, span, spot)
        if not boxes:
            continue
        starts, ends = span.start >= line.start, span.end <= line.end
        goes_on, comes = (any(a < edge < b for a, b in span.fragments) for edge in (line.end, line.start))
        for index, box in enumerate(boxes):
            open_left = index == 0 and goes_on
            open_right = index == len(boxes) - 1 and comes
            frames.append(Frame(box, open_left, open_right))
        if starts:
            handles.append((START, boxes[-1].topRight()))
        if ends:
            handles.append((END, boxes[0].bottomLeft()))
    return Outline(frames, handles)


def _boxes(page: Page, span: Span, spot: Spot) -> list[QRectF]:
    """The span's pieces on a line from left to right, a hair larger than its tint, but never through the letters."""
    placed, face = page.place(spot.block), page.face(spot)
    inset = min(placed.marks.depth(span.id), DEEPEST) * int(look()["article"]["tint_inset_per_depth_px"])
    top = page.line_top(spot)
    upper, lower = top + face.tint_top + inset - 1, top + face.tint_bottom - inset + 1
    pieces = span_pieces(placed.shape, span, spot.line)
    return [QRectF(left - 1, upper, right - left + 2, lower - upper) for left, right in pieces]
