"""Moving the caret: as seen (left, right, up, down) and as read (letter, word, sentence, paragraph, document)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from annotator.arabic import grapheme, words
from annotator.ui.article.boxes import Box, Boxes
from annotator.ui.article.layout import Page, Spot

FARTHEST = 2_000
"""A word as seen ends after so many letters at the latest."""
NEAR = 64
"""So much text on both sides tells whether a word starts at a place."""


@dataclass(frozen=True, slots=True)
class Caret:
    """A place between two graphemes, as a code point.

    Where direction changes, one code point has two places on screen: `after` keeps to the letter before it.
    `goal` is the x that moving by lines tries to keep.
    """

    position: int
    after: bool = False
    goal: float | None = None


def caret_x(page: Page, caret: Caret) -> float:
    """Where on its line the caret stands, in the column's pixels."""
    boxes = page.boxes(page.spot_of(caret.position))
    before, behind = boxes.ending(caret.position), boxes.starting(caret.position)
    if before is not None and (caret.after or behind is None):
        return before.tail
    if behind is not None:
        return behind.head
    earlier = [box for box in boxes.reading if box.end <= caret.position]
    if earlier:
        return earlier[-1].tail
    return boxes.reading[0].head if boxes.reading else float(page.width)


def move(page: Page, caret: Caret, unit: str, step: int) -> Caret:
    """The caret `step` units on.

    Units as seen: `letter_left`, `letter_right`, `word_left`, `word_right` (a negative step goes the other way) and
    `line` (down; negative: up). Units as read, where a positive step goes onward: `letter`, `word`, `sentence`,
    `paragraph`, `document`, and `line_edge`, the end of the line (negative: its start). Raises KeyError on any other
    unit.
    """
    one = UNITS[unit]
    for _ in range(abs(step)):
        moved = one(page, caret, step > 0)
        if moved == caret:
            break
        caret = moved
    return caret


def leftwards(page: Page, caret: Caret, left: bool) -> Caret:
    """One letter to the left on screen, or to the right; past the end of a line, on to the line read next."""
    spot = page.spot_of(caret.position)
    boxes = page.boxes(spot)
    gap = _gap(boxes, caret_x(page, caret))
    if left and gap > 0:
        return _left_of(boxes.screen[gap - 1])
    if not left and gap < len(boxes.screen):
        return _right_of(boxes.screen[gap])
    return (_enter_next if left else _enter_previous)(page, spot, caret)


def _rightwards(page: Page, caret: Caret, right: bool) -> Caret:
    return leftwards(page, caret, not right)


def _enter_next(page: Page, spot: Spot, caret: Caret) -> Caret:
    """At the right end of the next line."""
    below = page.after(spot)
    if below is None:
        return caret
    screen = page.boxes(below).screen
    return _right_of(screen[-1]) if screen else Caret(page.line(below).start)


def _enter_previous(page: Page, spot: Spot, caret: Caret) -> Caret:
    """At the left end of the line above; where that is the very place the caret stands at, one letter further."""
    above = page.before(spot)
    if above is None:
        return caret
    screen = page.boxes(above).screen
    if not screen:
        return Caret(page.line(above).start)
    end = _left_of(screen[0])
    return end if page.spot_of(end.position) == above else _right_of(screen[0])


def _word_leftwards(page: Page, caret: Caret, left: bool) -> Caret:
    """To the next place to the left where a word starts, or where a paragraph starts or ends."""
    for _ in range(FARTHEST):
        moved = leftwards(page, caret, left)
        if moved == caret or _is_stop(page, moved.position):
            return moved
        caret = moved
    return caret


def _word_rightwards(page: Page, caret: Caret, right: bool) -> Caret:
    return _word_leftwards(page, caret, not right)


def _is_stop(page: Page, position: int) -> bool:
    if position in page.paragraph(position):
        return True
    around = max(0, position - NEAR)
    word = words.word_at(page.text[around : position + NEAR], position - around)
    return word is not None and around + word[0] == position


def _line(page: Page, caret: Caret, down: bool) -> Caret:
    spot = page.spot_of(caret.position)
    target = page.after(spot) if down else page.before(spot)
    if target is None:
        return caret
    goal = caret_x(page, caret) if caret.goal is None else caret.goal
    return at_x(page, target, goal)


def turn(page: Page, caret: Caret, distance: int) -> Caret:
    """The caret so many pixels further down the page (negative: up), at the same x as far as may be."""
    spot = page.spot_of(caret.position)
    target = page.spot_at(page.line_top(spot) + distance)
    goal = caret_x(page, caret) if caret.goal is None else caret.goal
    return at_x(page, target, goal)


def at_x(page: Page, spot: Spot, x: float) -> Caret:
    """The caret on a line nearest to `x`."""
    boxes = page.boxes(spot)
    box = boxes.at(x)
    if box is None:
        return Caret(page.line(spot).start, goal=x)
    position = box.position(x)
    if page.spot_of(position) != spot:
        position = box.start
    return Caret(position, after=position == box.end, goal=x)


def _letter(page: Page, caret: Caret, onward: bool) -> Caret:
    if onward:
        return Caret(min(len(page.text), grapheme.next_edge(page.text, caret.position)))
    return Caret(max(0, grapheme.previous_edge(page.text, caret.position)))


def _word(page: Page, caret: Caret, onward: bool) -> Caret:
    find = words.next_word_start if onward else words.previous_word_start
    return Caret(find(page.text, caret.position))


def _sentence(page: Page, caret: Caret, onward: bool) -> Caret:
    """To where the next sentence starts, or the one before; an empty paragraph counts as one."""
    start, end = page.paragraph(caret.position)
    starts = _sentence_starts(page, start, end)
    if onward:
        after = [place for place in starts if place > caret.position]
        return Caret(after[0] if after else min(len(page.text), end + 1))
    before = [place for place in starts if place < caret.position]
    if not before and start:
        before = _sentence_starts(page, *page.paragraph(start - 1))
    return Caret(before[-1] if before else 0)


def _sentence_starts(page: Page, start: int, end: int) -> list[int]:
    return [start + first for first, _ in words.sentences(page.text[start:end])] or [start]


def _paragraph(page: Page, caret: Caret, onward: bool) -> Caret:
    start, end = page.paragraph(caret.position)
    if onward:
        return Caret(min(len(page.text), end + 1))
    return Caret(start if caret.position > start else page.paragraph(max(0, start - 1))[0])


def _document(page: Page, caret: Caret, onward: bool) -> Caret:
    return Caret(len(page.text) if onward else 0)


def _edge(page: Page, caret: Caret, onward: bool) -> Caret:
    spot = page.spot_of(caret.position)
    line = page.line(spot)
    if not onward:
        return Caret(line.start)
    if page.spot_of(line.visible_end) == spot:
        return Caret(line.visible_end, after=True)
    return Caret(grapheme.previous_edge(page.text, line.visible_end), after=True)


def _gap(boxes: Boxes, x: float) -> int:
    """How many boxes stand to the left of `x`."""
    return sum((box.left + box.right) / 2 < x for box in boxes.screen)


def _left_of(box: Box) -> Caret:
    return Caret(box.end, after=True) if box.rtl else Caret(box.start)


def _right_of(box: Box) -> Caret:
    return Caret(box.start) if box.rtl else Caret(box.end, after=True)


UNITS: Mapping[str, Callable[[Page, Caret, bool], Caret]] = {
    "letter_left": leftwards,
    "letter_right": _rightwards,
    "word_left": _word_leftwards,
    "word_right": _word_rightwards,
    "line": _line,
    "letter": _letter,
    "word": _word,
    "sentence": _sentence,
    "paragraph": _paragraph,
    "document": _document,
    "line_edge": _edge,
}
