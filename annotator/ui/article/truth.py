"""The truth view: what the text hides and in which order it is read, in small boxes between the lines.

Nothing of it stands in the text or moves it. What could disguise the text is shown even when the view is off.
"""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import groupby

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from annotator.arabic.hidden import Hidden, code_name, hidden_runs
from annotator.ui.article.boxes import HAIR, Box, Boxes
from annotator.ui.article.layout import Page, Spot
from annotator.ui.article.scene import Scene
from annotator.ui.icon import icon_pixmap
from annotator.ui.theme import interface_font

HIDDEN, DANGER, ORDER = "hidden", "danger", "order"
COLOURS = {
    HIDDEN: ("paper", "line_strong", "muted"),
    DANGER: ("danger_soft", "danger", "danger"),
    ORDER: ("ink", "ink", "on_ink"),
}
"""Ground, edge and ink of each kind of box, by their names in the theme."""
BOX_HEIGHT, BOX_PAD, BOX_GAP, BOX_CORNER = 9, 2.5, 1, 2.0
LEADER = 2
LETTER_PX = 7
REACH = 20
"""Boxes may stand so many pixels outside the column."""
MARK_PX, MARK_REACH = 16, 37
NUMBERED = 2_000
"""The pieces of a longer range are not numbered."""


@dataclass(frozen=True, slots=True)
class Note:
    """A box over a line: what it says, the x it points at, the code points [start, end) it is of, where it stands."""

    kind: str
    words: str
    x: float
    start: int
    end: int
    box: QRectF = field(default_factory=QRectF)


def paint_truth(painter: QPainter, page: Page, scene: Scene, spots: Sequence[Spot]) -> None:
    """Paint the boxes of some lines, and the mark in the margin of those that hold something to beware of."""
    if not scene.truth and not page.disguises:
        return
    orders = piece_notes(page, scene, spots)
    for spot in spots:
        for note in notes_over(page, scene, spot, orders.get(spot, ())):
            _paint_note(painter, note, page.line_top(spot) + page.face(spot).tint_top, scene)
        if dangers_on(page, spot):
            _paint_mark(painter, page, spot, scene)


def note_at(page: Page, scene: Scene, point: QPointF) -> Note | None:
    """The box of a hidden character under a point of the page."""
    below = page.spot_at(point.y() + BOX_HEIGHT + LEADER)
    found = notes_over(page, scene, below)
    return next((note for note in found if note.box.adjusted(-1, -1, 1, 1).contains(point)), None)


def note_words(text: str, note: Note) -> str:
    """The hidden character of a box by its number and its full name, for whoever points at it."""
    runs = hidden_runs(text, note.start, note.end)
    characters = dict.fromkeys(character for run in runs for character in text[run.start : run.end])
    return "\n".join(f"{code_name(character)} {unicodedata.name(character, '')}".strip() for character in characters)


def notes_over(page: Page, scene: Scene, spot: Spot, orders: Iterable[Note] = ()) -> list[Note]:
    """The boxes over a line with their places, from the right to the left; none stands on another."""
    dangers = dangers_on(page, spot)
    if not scene.truth and not dangers:
        return []
    line = page.line(spot)
    boxes = page.boxes(spot)
    notes = list(orders)
    for run in hidden_runs(page.text, line.start, line.end):
        danger = bisect_left(dangers, run.start) < bisect_left(dangers, run.end)
        if scene.truth or danger:
            notes.append(_note(run, DANGER if danger else HIDDEN, _x(boxes, run, page.width)))
    bottom = page.line_top(spot) + page.face(spot).tint_top - LEADER
    return list(_side_by_side(sorted(notes, key=lambda note: -note.x), page.width, bottom))


def piece_notes(page: Page, scene: Scene, spots: Sequence[Spot]) -> Mapping[Spot, list[Note]]:
    """The numbers of the visual pieces of what is selected, or else picked, in the order in which they are read.

    There are none for a range of one piece, or one whose lines before these have not been laid out.
    """
    ranges = _ranges(scene)
    if not scene.truth or not ranges or not spots or ranges[-1][1] - ranges[0][0] > NUMBERED:
        return {}
    first, last = page.block_of(ranges[0][0]), min(page.block_of(ranges[-1][1]), spots[-1].block)
    if not all(page.is_exact(number) for number in range(first, last + 1)):
        return {}
    pieces: list[tuple[Spot, float, int, int]] = []
    for block in range(first, last + 1):
        for number, line in enumerate(page.place(block).shape.lines):
            spot = Spot(block, number)
            for start, end in ranges:
                if line.start < end and line.end > start:
                    pieces += [(spot, *piece) for piece in _pieces(page.boxes(spot), start, end)]
    result: dict[Spot, list[Note]] = {}
    for place, (spot, x, start, end) in enumerate(pieces if len(pieces) > 1 else (), 1):
        result.setdefault(spot, []).append(Note(ORDER, scene.number(place), x, start, end))
    return result


def _ranges(scene: Scene) -> Sequence[tuple[int, int]]:
    if scene.selection is not None:
        return (scene.selection,)
    return scene.picked.fragments if scene.picked is not None else ()


def _pieces(boxes: Boxes, start: int, end: int) -> Iterator[tuple[float, int, int]]:
    """Each stretch of one direction in [start, end): the x of its middle and its code points."""
    covered = [box for box in _within(boxes, start, end) if box.right - box.left >= HAIR]
    for _, group in groupby(covered, key=lambda box: box.rtl):
        run = list(group)
        left, right = min(box.left for box in run), max(box.right for box in run)
        yield (left + right) / 2, run[0].start, run[-1].end


def dangers_on(page: Page, spot: Spot) -> Sequence[int]:
    """Where on a line something stands that could disguise the text."""
    line = page.line(spot)
    return page.disguises[bisect_left(page.disguises, line.start) : bisect_left(page.disguises, line.end)]


def _within(boxes: Boxes, start: int, end: int) -> Sequence[Box]:
    """The boxes of the letters that [start, end) touches, as read."""
    first = max(0, bisect_right(boxes.reading, start, key=_start) - 1)
    last = bisect_left(boxes.reading, end, key=_start)
    return [box for box in boxes.reading[first:last] if box.end > start]


def _start(box: Box) -> int:
    return box.start


def _note(run: Hidden, kind: str, x: float) -> Note:
    count = run.end - run.start
    return Note(kind, f"{run.name}×{count}" if count > 1 else run.name, x, run.start, run.end)


def _x(boxes: Boxes, run: Hidden, width: int) -> float:
    """Where on the line hidden characters stand: in the middle of those that have a width, else behind the letter."""
    covered = [box for box in _within(boxes, run.start, run.end) if box.start >= run.start]
    if covered:
        return (min(box.left for box in covered) + max(box.right for box in covered)) / 2
    before = bisect_left(boxes.reading, run.start, key=_start) - 1
    if before >= 0:
        return boxes.reading[before].tail
    return boxes.reading[0].head if boxes.reading else float(width)


def _side_by_side(notes: Sequence[Note], width: int, bottom: int) -> Iterator[Note]:
    """The notes, given from right to left, with their boxes; what finds no room is counted in the last one."""
    free = width + REACH + 0.0
    for index, note in enumerate(notes):
        wide = note_width(note.words)
        right = min(free, note.x + wide / 2)
        rest = notes[index:]
        if len(rest) > 1 and right - wide - BOX_GAP - note_width("+99") < -REACH:
            kind = DANGER if any(other.kind == DANGER for other in rest) else HIDDEN
            words = f"+{len(rest)}"
            wide = note_width(words)
            # From right to left on the screen need not be the order of the text.
            start, end = min(other.start for other in rest), max(other.end for other in rest)
            yield replace(note, kind=kind, words=words, start=start, end=end, box=_box(free, wide, bottom))
            return
        yield replace(note, box=_box(right, wide, bottom))
        free = right - wide - BOX_GAP


def _box(right: float, wide: float, bottom: int) -> QRectF:
    return QRectF(right - wide, bottom - BOX_HEIGHT, wide, BOX_HEIGHT)


@lru_cache(maxsize=512)
def note_width(words: str) -> float:
    """How wide a box with these words is."""
    return max(float(BOX_HEIGHT), QFontMetricsF(_font()).horizontalAdvance(words) + 2 * BOX_PAD)


def _font() -> QFont:
    """Latin capitals and digits only, whatever the window's language."""
    font = interface_font("en")
    font.setPixelSize(LETTER_PX)
    font.setWeight(QFont.Weight.DemiBold)
    return font


def _paint_note(painter: QPainter, note: Note, tint_top: int, scene: Scene) -> None:
    ground, edge, ink = (scene.theme.colour(name) for name in COLOURS[note.kind])
    if note.kind != ORDER:
        painter.setPen(QPen(edge, 1))
        foot = min(max(note.x, note.box.left() + 2), note.box.right() - 2)
        painter.drawLine(QPointF(foot, note.box.bottom()), QPointF(note.x, tint_top + 1))
    painter.setPen(QPen(edge, 1))
    painter.setBrush(ground)
    painter.drawRoundedRect(note.box.adjusted(0.5, 0.5, -0.5, -0.5), BOX_CORNER, BOX_CORNER)
    painter.setFont(_font())
    painter.setPen(ink)
    inked = QFontMetricsF(_font()).tightBoundingRect(note.words)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    painter.drawText(note.box.center() - inked.center(), note.words)


def _paint_mark(painter: QPainter, page: Page, spot: Spot, scene: Scene) -> None:
    face = page.face(spot)
    middle = page.line_top(spot) + (face.tint_top + face.tint_bottom) // 2
    picture = icon_pixmap("warning", scene.theme.colour("danger"), MARK_PX, scale=scene.scale)
    painter.drawPixmap(QPointF(page.width + MARK_REACH, middle - MARK_PX // 2), picture)
