"""Glyph boxes: where every grapheme of a laid-out line stands.

Qt's own `xToCursor` and `cursorToX` are off by a space on wrapped right-to-left lines and ambiguous at changes of
direction; the positions of the glyphs are not. Everything that is drawn or picked is measured here.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import NamedTuple

from PySide6.QtGui import QTextLine

from annotator.arabic.letters import is_invisible

Interval = tuple[float, float]

SHOWN_INSTEAD = "\ufeff"
"""The one invisible character that `display_text` puts a visible one in place of."""

JOINED = 2.6
"""Boxes closer than this many pixels are one piece: kerning leaves such gaps inside words."""
HAIR = 0.5
"""A box narrower than this has no width of its own."""


class Box(NamedTuple):
    """A grapheme [start, end) in the article's code points, from `left` to `right` in the column."""

    start: int
    end: int
    left: float
    right: float
    rtl: bool

    @property
    def head(self) -> float:
        """The edge where reading enters the box: its right in Arabic, its left in Latin."""
        return self.right if self.rtl else self.left

    @property
    def tail(self) -> float:
        """The edge where reading leaves the box."""
        return self.left if self.rtl else self.right

    def position(self, x: float) -> int:
        """The code point edge of the box nearest to `x`."""
        in_left_half = x < (self.left + self.right) / 2
        return self.end if in_left_half == self.rtl else self.start


@dataclass(slots=True)
class Boxes:
    """The visible boxes of one line, in reading order and in order on screen."""

    reading: tuple[Box, ...]
    screen: tuple[Box, ...] = field(init=False)
    _lefts: list[float] = field(init=False)
    _starts: list[int] = field(init=False)
    _edges: tuple[list[float], list[float]] = field(init=False)
    _pieces: dict[tuple[int, int], tuple[Interval, ...]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.screen = tuple(sorted((box for box in self.reading if box.right - box.left >= HAIR), key=_left))
        self._lefts = [box.left for box in self.screen]
        self._starts = [box.start for box in self.reading]
        wide = [box.right - box.left >= HAIR for box in self.reading]
        lefts = [box.left if seen else inf for box, seen in zip(self.reading, wide, strict=True)]
        rights = [box.right if seen else -inf for box, seen in zip(self.reading, wide, strict=True)]
        self._edges = (lefts, rights)

    def pieces(self, start: int, end: int) -> tuple[Interval, ...]:
        """The stretches, from left to right, that [start, end) covers on this line: several where direction changes."""
        key = (start, end)
        if key not in self._pieces:
            covered = self.reading[slice(*self._within(start, end))]
            self._pieces[key] = merge((box.left, box.right) for box in covered)
        return self._pieces[key]

    def hull(self, start: int, end: int) -> Interval | None:
        """From the leftmost to the rightmost pixel of [start, end) on this line; None where nothing of it shows."""
        low, high = self._within(start, end)
        lefts, rights = self._edges
        left = min(lefts[low:high], default=inf)
        return (left, max(rights[low:high])) if left < inf else None

    def at(self, x: float) -> Box | None:
        """The box under `x`, else the nearest one; None on a line without visible boxes."""
        if not self.screen:
            return None
        index = max(0, bisect_right(self._lefts, x) - 1)
        box = self.screen[index]
        if x > box.right and index + 1 < len(self.screen):
            after = self.screen[index + 1]
            return after if after.left - x < x - box.right else box
        return box

    def starting(self, position: int) -> Box | None:
        """The box whose grapheme starts at the code point."""
        index = bisect_right(self._starts, position) - 1
        return self.reading[index] if index >= 0 and self.reading[index].start == position else None

    def ending(self, position: int) -> Box | None:
        """The box whose grapheme ends at the code point."""
        index = bisect_right(self._starts, position - 1) - 1
        return self.reading[index] if index >= 0 and self.reading[index].end == position else None

    def _within(self, start: int, end: int) -> tuple[int, int]:
        """The boxes that [start, end) touches, as a half-open range of `reading`."""
        low = max(0, bisect_right(self._starts, start) - 1)
        if low < len(self.reading) and self.reading[low].end <= start:
            low += 1
        return low, bisect_left(self._starts, end, low)


def measure(line: QTextLine, text: str, graphemes: Iterable[tuple[int, int]], to_utf16: Callable[[int], int]) -> Boxes:
    """The boxes of a laid-out line of the article's text, whose graphemes (in its code points) are given.

    `to_utf16` maps an article's code point to the layout's UTF-16 position. Invisible characters have no box.
    """
    boxes: list[Box] = []
    for start, end in graphemes:
        if is_invisible(text[start]) and text[start] != SHOWN_INSTEAD:
            # Fonts draw nothing there and yet may give it the advance of a space.
            continue
        first = to_utf16(start)
        box = _box(line, start, end, first, to_utf16(end) - first)
        if box is not None and (box.right - box.left >= HAIR or text[start].isalpha()):
            boxes.append(box)
    return Boxes(tuple(share_ligatures(boxes)))


def share_ligatures(boxes: Sequence[Box]) -> list[Box]:
    """Boxes in reading order, with every ligature's width shared evenly among its letters.

    Fonts draw lam-alef as one glyph, or give all its width to the lam; a span that starts at the alef would begin
    before the lam, or after both.
    """
    result: list[Box] = []
    index = 0
    while index < len(boxes):
        after = index + 1
        while after < len(boxes) and _is_tail_of_ligature(boxes[after - 1], boxes[after]):
            after += 1
        result.extend(_share(boxes[index:after]))
        index = after
    return result


def merge(intervals: Iterable[Interval]) -> tuple[Interval, ...]:
    """The intervals from left to right, those that all but touch made one; hairlines are dropped."""
    result: list[Interval] = []
    for left, right in sorted(intervals):
        if right - left < HAIR:
            continue
        if result and left - result[-1][1] <= JOINED:
            result[-1] = (result[-1][0], max(result[-1][1], right))
        else:
            result.append((left, right))
    return tuple(result)


def _box(line: QTextLine, start: int, end: int, first: int, length: int) -> Box | None:
    """The grapheme's box: the advance of its glyphs; marks have none and do not count."""
    edges: list[float] = []
    origin, rtl = None, True
    for run in line.glyphRuns(first, length):
        advances = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes())
        for point, advance in zip(run.positions(), advances, strict=True):
            if origin is None:
                origin, rtl = point.x(), run.isRightToLeft()
            if advance.x() > 0:
                edges += (point.x(), point.x() + advance.x())
    if origin is None:
        return None
    return Box(start, end, min(edges, default=origin), max(edges, default=origin), rtl)


def _is_tail_of_ligature(before: Box, box: Box) -> bool:
    """Whether the box's letter is drawn by the glyph of the letter before: it has no width, or the very same place."""
    if box.start != before.end or box.rtl != before.rtl or abs(box.left - before.left) >= HAIR:
        return False
    return box.right - box.left < HAIR or abs(box.right - before.right) < HAIR


def _share(boxes: Sequence[Box]) -> Sequence[Box]:
    head = boxes[0]
    if len(boxes) == 1:
        return boxes
    width = (head.right - head.left) / len(boxes)
    order = range(len(boxes) - 1, -1, -1) if head.rtl else range(len(boxes))
    return [
        box._replace(left=head.left + place * width, right=head.left + (place + 1) * width)
        for place, box in zip(order, boxes, strict=True)
    ]


def _left(box: Box) -> float:
    return box.left
