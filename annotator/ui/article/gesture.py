"""Gestures: what the mouse does to the selection, and to the edges of the picked span."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QElapsedTimer, QPointF, QTimer, SignalInstance
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget

from annotator.arabic import words
from annotator.core.span import Span
from annotator.ui.article.move import Caret
from annotator.ui.article.outline import START
from annotator.ui.article.pick import BAR, HANDLE, TEXT, Hit

STILL = 3
"""A pointer that moves no further than this many pixels has not been dragged."""
SCROLL_MS, SCROLL_SHARE = 16, 0.25

Range = tuple[int, int]


class Canvas(Protocol):
    """What gestures need of the article view, which says of each what it is for."""

    @property
    def text(self) -> str: ...
    @property
    def anchor(self) -> int: ...
    @property
    def picked(self) -> str: ...
    @property
    def picked_span(self) -> Span | None: ...
    @property
    def span_clicked(self) -> SignalInstance: ...
    @property
    def crowd_clicked(self) -> SignalInstance: ...
    @property
    def edge_dragged(self) -> SignalInstance: ...
    @property
    def fragment_drawn(self) -> SignalInstance: ...
    def hit(self, point: QPointF) -> Hit: ...
    def place(self, point: QPointF) -> Caret: ...
    def to_page(self, point: QPointF) -> QPointF: ...
    def selection(self) -> Range | None: ...
    def set_selection(self, start: int, end: int) -> None: ...
    def put_caret(self, caret: Caret) -> None: ...
    def paragraph(self, position: int) -> Range: ...
    def propose(self, start: int | None, end: int | None) -> None: ...
    def viewport(self) -> QWidget: ...
    def verticalScrollBar(self) -> QScrollBar: ...


@dataclass(slots=True)
class Press:
    """A button held down: where, on what, and the range a drag from there always keeps.

    `adding` says that the range drawn is for the picked span.
    """

    at: QPointF
    hit: Hit
    kept: Range
    by_words: bool = False
    dragged: bool = False
    adding: bool = False


class Gesture:
    """Turns presses, moves and releases (in the page's coordinates) into selections, picks and dragged edges.

    A drag goes by letter inside one word and by whole words across words. A click that is no drag picks the innermost
    span under it; clicking the same place again picks the one around it.
    """

    def __init__(self, view: Canvas) -> None:
        self._view = view
        self._press: Press | None = None
        self._clicked: tuple[str, ...] = ()
        self._since_double = QElapsedTimer()
        self._double_at = QPointF()
        self._pointer = QPointF()
        # A child of what it scrolls: a window that is replaced in the middle of a drag takes it along.
        self._scrolling = QTimer(view.viewport(), interval=SCROLL_MS)
        self._scrolling.timeout.connect(self._scroll_on)

    @property
    def is_active(self) -> bool:
        """Whether a button is held down."""
        return self._press is not None

    def press(self, point: QPointF, extend: bool, adding: bool = False) -> None:
        """The button goes down; with `extend` the selection grows to the point, `adding` draws a fragment."""
        if self._is_third(point):
            self._select_more(point)
            return
        hit = self._view.hit(point)
        caret = hit.caret.position
        kept = (caret, caret)
        if extend and hit.kind == TEXT:
            kept = (self._view.anchor, self._view.anchor)
        self._press = Press(point, hit, kept, adding=adding and hit.kind == TEXT)
        if extend and hit.kind == TEXT:
            self._press.dragged = True
            self._select_to(point)
        elif hit.kind == TEXT:
            self._view.put_caret(hit.caret)

    def double(self, point: QPointF, adding: bool = False) -> None:
        """The second press of a double click: the word under the point, as a fragment if `adding`."""
        hit = self._view.hit(point)
        word = self._word(hit)
        if hit.kind != TEXT or word is None:
            self.press(point, extend=False, adding=adding)
            return
        self._since_double.start()
        self._double_at = point
        self._press = Press(point, hit, word, by_words=True, dragged=True, adding=adding)
        self._view.set_selection(*word)

    def move(self, point: QPointF, pointer: QPointF) -> None:
        """The held pointer is over `point`, at `pointer` in the viewport."""
        press = self._press
        if press is None:
            return
        self._pointer = pointer
        if not press.dragged and (point - press.at).manhattanLength() <= STILL:
            return
        if press.by_words and (point - press.at).manhattanLength() <= STILL:
            return
        press.dragged = True
        if press.hit.kind == HANDLE:
            self._view.propose(*self._proposal(press, point))
        elif press.hit.kind == TEXT:
            self._select_to(point)
        self._watch_edges(press)

    def release(self, point: QPointF) -> None:
        """The button comes up."""
        press, self._press = self._press, None
        self._scrolling.stop()
        if press is None:
            return
        if press.hit.kind == HANDLE:
            self._drop_edge(press, point)
        elif press.adding:
            self._add_drawn(press)
        elif not press.dragged:
            self._click(press.hit)

    def cancel(self) -> None:
        """Forget what is held, because the text under it has gone."""
        self._press, self._clicked = None, ()
        self._scrolling.stop()
        self._view.propose(None, None)

    def _click(self, hit: Hit) -> None:
        """Pick the innermost span, or, if one of these spans is picked by such a click already, the one around it.

        The count of spans that have no bar of their own asks which of them is meant.
        """
        if hit.kind == BAR and len(hit.spans) > 1:
            self._view.crowd_clicked.emit(hit.spans)
            return
        picked = self._view.picked
        again = hit.spans == self._clicked and picked in hit.spans
        self._clicked = hit.spans
        if again:
            self._view.span_clicked.emit(hit.spans[(hit.spans.index(picked) + 1) % len(hit.spans)])
        else:
            self._view.span_clicked.emit(hit.spans[0] if hit.spans else "")

    def _select_to(self, point: QPointF) -> None:
        press = self._press
        assert press is not None
        here = self._view.place(point)
        low, high = press.kept
        backwards = here.position < low
        start, end = min(low, here.position), max(high, here.position)
        if press.by_words or not self._is_in_one_word(start, end):
            start, end = words.snap_to_words(self._view.text, start, end)
        if press.by_words:
            start, end = min(start, low), max(end, high)
        self._view.set_selection(*((end, start) if backwards else (start, end)))

    def _is_in_one_word(self, start: int, end: int) -> bool:
        if start == end:
            return True
        word = words.word_at(self._view.text, start)
        return word is not None and word[0] <= start and end <= word[1]

    def _word(self, hit: Hit) -> Range | None:
        if hit.letter is None:
            return None
        return words.word_at(self._view.text, hit.letter[0]) or hit.letter

    def _is_third(self, point: QPointF) -> bool:
        soon = self._since_double.isValid() and self._since_double.elapsed() < QApplication.doubleClickInterval()
        return soon and (point - self._double_at).manhattanLength() <= STILL

    def _select_more(self, point: QPointF) -> None:
        """After the word, the sentence; after the sentence, the paragraph."""
        position = self._view.hit(point).caret.position
        start, end = self._view.paragraph(position)
        sentence = next(
            ((start + a, start + b) for a, b in words.sentences(self._view.text[start:end]) if start + b >= position),
            (start, end),
        )
        self._since_double.start()
        self._view.set_selection(*((start, end) if self._view.selection() == sentence else sentence))

    def _proposal(self, press: Press, point: QPointF) -> Range:
        """The picked span with the held edge at the point, never empty."""
        span = self._view.picked_span
        assert span is not None
        hit = self._view.place(point).position
        if press.hit.edge == START:
            return (hit if hit < span.end else span.start), span.end
        return span.start, (hit if hit > span.start else span.end)

    def _drop_edge(self, press: Press, point: QPointF) -> None:
        span = self._view.picked_span
        self._view.propose(None, None)
        if span is None or not press.dragged:
            return
        proposal = self._proposal(press, point)
        if proposal != (span.start, span.end):
            self._view.edge_dragged.emit(span.id, *proposal)

    def _add_drawn(self, press: Press) -> None:
        drawn = self._view.selection()
        if press.dragged and drawn is not None:
            self._view.fragment_drawn.emit(*drawn)

    def _watch_edges(self, press: Press) -> None:
        outside = not 0 <= self._pointer.y() < self._view.viewport().height()
        if outside and press.hit.kind != BAR:
            self._scrolling.start()
        else:
            self._scrolling.stop()

    def _scroll_on(self) -> None:
        """The pointer is held above or below the window: go on scrolling, the faster the further out it is."""
        beyond = self._pointer.y() - max(0.0, min(self._pointer.y(), float(self._view.viewport().height())))
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + round(beyond * SCROLL_SHARE))
        self.move(self._view.to_page(self._pointer), self._pointer)
