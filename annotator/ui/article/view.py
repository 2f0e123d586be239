"""The article view: the widget in which articles are read, and their spans picked, drawn and resized."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from annotator.core.article import Article
from annotator.core.span import Span, with_hull
from annotator.ui.article.cap import Hinted
from annotator.ui.article.gesture import Gesture
from annotator.ui.article.gloss import Glosses
from annotator.ui.article.layout import Spot
from annotator.ui.article.marks import Marked
from annotator.ui.article.move import Caret, move, turn
from annotator.ui.article.paint import selection_pieces
from annotator.ui.article.pick import BAR, HANDLE, TEXT, Hit, pick, place
from annotator.ui.article.scene import Scene
from annotator.ui.article.sheet import REVEAL_ROOM, Sheet
from annotator.ui.theme import Theme, look

LOWEST = 240
"""A window lower than this has not got its size yet."""
CURSORS = {
    TEXT: Qt.CursorShape.IBeamCursor,
    BAR: Qt.CursorShape.PointingHandCursor,
    HANDLE: Qt.CursorShape.SizeHorCursor,
}


_Roles = tuple[Mapping[str, str], bool, tuple[tuple[str, str], ...]]
NO_ROLES: _Roles = ({}, False, ())


class _Look(NamedTuple):
    """A line that shows: its top and bottom in the window and what it carries."""

    spot: Spot
    top: int
    bottom: int
    marked: Marked


class ArticleView(Sheet):
    """Shows an article from right to left with its spans; positions are code points of its text, ranges half-open.

    It changes nothing: it says what was selected, clicked or dragged, and shows the spans it is given.
    """

    selection_changed = Signal()
    """The caret or the selection moved, by mouse or by keys."""
    span_clicked = Signal(str)
    """The id of the span picked with the mouse; "" for plain text."""
    crowd_clicked = Signal(tuple)
    """The ids of the spans behind a “+n” that was clicked."""
    edge_dragged = Signal(str, int, int)
    """A handle of the picked span was dropped: its id and the range it would have."""
    gloss_clicked = Signal(object)
    """What the mark in the margin that was clicked is about."""
    fragment_drawn = Signal(int, int)
    """A range was drawn that is to become part of the picked span."""

    def __init__(self, theme: Theme, language: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, language, parent)
        self._picked = ""
        self._outlined: Span | None = None
        self._proposed: tuple[int, int] | None = None
        self._anchor, self._caret = 0, Caret(0)
        self._gesture = Gesture(self)
        self._hits: Sequence[tuple[int, int]] = ()
        self._hit: tuple[int, int] | None = None
        self._hinted: Hinted | None = None
        self._roles: _Roles = NO_ROLES

    # What is shown

    def show_article(
        self, article: Article | None, spans: Sequence[Span], caret: int = 0, top: int | None = None
    ) -> None:
        """Show an article with its spans, the caret at a code point and, if given, the line of `top` at the top.

        None shows an empty page.
        """
        self._gesture.cancel()
        self._scroll.glide.stop()
        self._picked, self._outlined = "", None
        self._hits, self._hit, self._hinted = (), None, None
        self._roles, self._glosses = NO_ROLES, Glosses()
        self._page.show(article, spans)
        caret = max(0, min(caret, len(self.text)))
        self._anchor, self._caret = caret, Caret(caret)
        if top is None:
            self._scroll.hold(lambda: Spot(0, 0), lambda: None, self._page.tops[0])
            self._scroll.settle()
            self.verticalScrollBar().setValue(self._comfortable(caret))
        else:
            self._scroll.hold(lambda: self._page.spot_of(top), lambda: None, 0 if top else self._page.tops[0])
        self._note_top()
        self.viewport().update()

    def show_spans(self, spans: Sequence[Span]) -> None:
        """Show the spans as they are now. The text is not laid out anew, and the line one looks at stays in place."""
        before = self._looks()
        spot = self._spot_looked_at()
        self._scroll.hold(lambda: spot, lambda: self._page.show_spans(spans))
        self._note_top()
        if self._picked not in self._page.spans:
            self._picked = ""
        self._update_changed(before, self._looks())

    def show_picked(self, span_id: str) -> None:
        """Outline a span and show its handles; "" for none."""
        span = self._page.spans.get(span_id)
        if (self._picked, self._outlined) == (span_id, span):
            return
        for other in (self._outlined, span):
            if other is not None:
                self._update_range(other.start, other.end)
        self._picked, self._outlined = span_id if span else "", span

    def show_hits(self, hits: Sequence[tuple[int, int]], hit: tuple[int, int] | None = None) -> None:
        """Mark the ranges that were found, ascending and apart, and ring the one gone to; no ranges, no marks."""
        self._hits, self._hit = hits, hit
        self.viewport().update()

    def show_roles(
        self, roles: Mapping[str, str], recede: bool = False, arcs: Sequence[tuple[str, str]] = ()
    ) -> None:
        """Name the parts that spans have in an event on their tabs; with `recede` all others step back.

        Each arc leads from one span to another, both by their ids.
        """
        shown = (roles, recede, tuple(arcs))
        if shown != self._roles:
            self._roles = shown
            self.viewport().update()

    def show_hints(self, hinted: Hinted | None) -> None:
        """Show keycaps, and the text at their ends with them; None takes the caps away."""
        self._hinted = hinted
        if hinted is not None and hinted.caps:
            ends = hinted.ends
            self._scroll.reveal(lambda: [self._page.spot_of(end) for end in ends], REVEAL_ROOM)
        self.viewport().update()

    @property
    def hinted(self) -> Hinted | None:
        """The keycaps shown, if any are."""
        return self._hinted

    @property
    def arcs(self) -> tuple[tuple[str, str], ...]:
        """The arcs that are drawn, by the ids of the spans from and to which they lead."""
        return self._roles[2]

    @property
    def picked(self) -> str:
        """The id of the span shown as picked, or ""."""
        return self._picked

    @property
    def picked_span(self) -> Span | None:
        """The span shown as picked, with the edges it was given."""
        return self._page.spans.get(self._picked)

    # Selection and caret

    @property
    def caret(self) -> int:
        """Where the caret stands."""
        return self._caret.position

    @property
    def anchor(self) -> int:
        """Where the selection began; the caret is its other end."""
        return self._anchor

    def selection(self) -> tuple[int, int] | None:
        """The selected range, or None when nothing is."""
        start, end = sorted((self._anchor, self._caret.position))
        return (start, end) if start < end else None

    def set_selection(self, start: int, end: int) -> None:
        """Select from `start` to `end`, where the caret goes; it may be the smaller."""
        self._select(start, Caret(end, after=end > start))

    def clear_selection(self) -> None:
        """Select nothing; the caret stays."""
        self._select(self._caret.position, self._caret)

    def put_caret(self, caret: Caret) -> None:
        """Put the caret to a place and select nothing."""
        self._select(caret.position, caret)

    def move_caret(self, unit: str, step: int, extend: bool) -> None:
        """Move the caret `step` units (see `move`, and `page`: what the window shows); with `extend` select on the way.

        Without `extend` a selection is left at the end one moves to. Raises KeyError on an unknown unit.
        """
        if unit == "page":
            moved = turn(self._page, self._caret, step * self.viewport().height())
        else:
            moved = move(self._page, self._caret, unit, step)
        self._select(self._anchor if extend else moved.position, moved)
        self.ensure_visible(moved.position)

    def paragraph(self, position: int) -> tuple[int, int]:
        """The paragraph [start, end) a code point stands in."""
        return self._page.paragraph(position)

    # Places

    def position_at(self, point: QPoint) -> int:
        """The code point edge nearest to a point of the viewport."""
        return self.place(self.to_page(QPointF(point))).position

    def range_rects(self, start: int, end: int) -> list[QRectF]:
        """The rectangles of the viewport that [start, end) covers where it shows, line by line, left to right."""
        spots = self._page.spots_of(start, end, self._shown())
        return [self._to_view(box) for spot in spots for box in selection_pieces(self._page, spot, start, end)]

    def span_bar_rect(self, span_id: str) -> QRectF | None:
        """Where in the viewport the first visible bar of a span is; None when none shows."""
        for spot in self._page.spots(*self._shown()):
            for bar in self._page.marked(spot).bars:
                if bar.span.id == span_id:
                    table = look()["article"]
                    lane = self._page.line_top(spot) + self._page.face(spot).lane + bar.row * table["lane_pitch_px"]
                    return self._to_view(QRectF(bar.left, lane, bar.right - bar.left, table["bar_px"]))
        return None

    def hit(self, point: QPointF) -> Hit:
        """What lies under a point of the page."""
        return pick(self._page, self._scene(), point)

    def place(self, point: QPointF) -> Caret:
        """The place of the caret nearest to a point of the page."""
        return place(self._page, point)

    def propose(self, start: int | None, end: int | None) -> None:
        """Outline the picked span as if it had these edges; None for its own again."""
        self._proposed = None if start is None or end is None else (start, end)
        self.viewport().update()

    # What Qt asks for

    def mousePressEvent(self, event: QMouseEvent) -> None:
        glosses = self.glosses_under(event.position())
        if event.button() == Qt.MouseButton.LeftButton and glosses:
            self.gloss_clicked.emit(glosses[0].about)
        elif event.button() == Qt.MouseButton.LeftButton:
            extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._scroll.glide.stop()
            self._gesture.press(self.to_page(event.position()), extend, adding=self._adds(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._gesture.double(self.to_page(event.position()), adding=self._adds(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = self.to_page(event.position())
        if self._gesture.is_active:
            self._gesture.move(point, event.position())
        else:
            over = self.glosses_under(event.position())
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else CURSORS[self.hit(point).kind])

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._gesture.release(self.to_page(event.position()))

    # Inside

    def _adds(self, event: QMouseEvent) -> bool:
        """Whether what is drawn with the mouse is to be added to the picked span."""
        return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier) and bool(self._picked)

    def _scene(self) -> Scene:
        picked = self._page.spans.get(self._picked)
        if picked is not None and self._proposed is not None:
            picked = with_hull(picked, *self._proposed)
        caret = self._caret if self.hasFocus() else None
        return replace(
            super()._scene(),
            hits=self._hits,
            hit=self._hit,
            picked=picked,
            selection=self.selection(),
            caret=caret,
            hinted=self._hinted,
            roles=self._roles[0],
            recede=self._roles[1],
            arcs=self._roles[2],
        )

    def _select(self, anchor: int, caret: Caret) -> None:
        before, after = (self._anchor, self._caret.position), (anchor, caret.position)
        self._anchor, self._caret = anchor, caret
        for one, other in zip(before, after, strict=True):
            self._update_range(min(one, other), max(one, other))
        if before != after:
            self.selection_changed.emit()

    def _comfortable(self, position: int) -> int:
        """Where to scroll so that a position shows in the upper half of the window, or the page's top with it."""
        spot = self._page.spot_of(position)
        window = max(self.viewport().height(), LOWEST)
        fits = self._page.line_bottom(spot) + REVEAL_ROOM <= window
        return 0 if fits else self._page.line_top(spot) - window // 3

    def _spot_looked_at(self) -> Spot:
        """The caret's line if it shows, else the line at the top."""
        top, bottom = self._shown()
        spot = self._page.spot_of(self._caret.position)
        shows = top <= self._page.line_top(spot) and self._page.line_bottom(spot) <= bottom
        return spot if shows else self._page.spot_at(top)

    def _update_range(self, start: int, end: int) -> None:
        spots = self._page.spots_of(start - 1, end + 1, self._reached())
        if spots:
            self._update_between(self._page.line_top(spots[0]), self._page.line_bottom(spots[-1]))

    def _looks(self) -> list[_Look]:
        """The lines something of which shows, with where they stand in the window and what they carry."""
        scrolled, rows = self._scroll.top, self._page.rows(*self._reached())
        return [_Look(row.spot, row.top - scrolled, row.bottom - scrolled, row.marked) for row in rows]

    def _update_changed(self, before: Sequence[_Look], now: Sequence[_Look]) -> None:
        """Paint the lines anew that carry something else, and everything from the first that has moved."""
        same = [old[:2] == new[:2] for old, new in zip(before, now, strict=False)]
        fixed = same.index(False) if False in same else len(same)
        scrolled = self._scroll.top
        for old, new in zip(before[:fixed], now[:fixed], strict=True):
            if old.marked is not new.marked:
                self._update_between(new.top + scrolled, max(old.bottom, new.bottom) + scrolled)
        rest = now[fixed:] or before[fixed:]
        if rest:
            self._update_between(rest[0].top + scrolled, self._shown()[1])
