"""Showing, scrolling and the caret in the real widget."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPaintEvent, QRegion, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.core.article import Article, make_article
from annotator.core.span import Span
from annotator.ui.article.view import ArticleView

Show = Callable[..., ArticleView]
SpanOf = Callable[..., Span]
PLAIN = Qt.KeyboardModifier.NoModifier


def test_selecting_is_told_once_for_each_change(qtbot: QtBot, show: Show, article: Article) -> None:
    view = show(article)
    with qtbot.waitSignal(view.selection_changed):
        view.set_selection(3, 9)
    with qtbot.assertNotEmitted(view.selection_changed):
        view.set_selection(3, 9)
    with qtbot.waitSignal(view.selection_changed):
        view.clear_selection()
    assert view.selection() is None
    with qtbot.assertNotEmitted(view.selection_changed):
        view.clear_selection()


def test_the_first_span_of_a_line_moves_nothing(show: Show, article: Article, span_of: SpanOf) -> None:
    view = show(article)
    shapes = [view.page.place(number).shape for number in range(len(view.page.blocks))]
    tops = list(view.page.tops)
    view.show_spans([span_of("زوارق", "WEAPON"), span_of("سرايا الموج", "ACTOR"), span_of("F-16", "WEAPON")])
    assert [view.page.place(number).shape for number in range(len(view.page.blocks))] == shapes
    assert list(view.page.tops) == tops


def test_added_changed_and_removed_spans_are_shown_as_they_are_now(
    show: Show, article: Article, span_of: SpanOf
) -> None:
    first, second = span_of("ثلاثة زوارق", "WEAPON", "a"), span_of("فجر الأحد", "CLAIM", "b")
    view = show(article, [first])
    view.show_spans([first, second])
    assert view.span_bar_rect("b") is not None
    longer = span_of("ثلاثة زوارق سريعة", "WEAPON", "a")
    before = view.span_bar_rect("a")
    view.show_spans([longer, second])
    after = view.span_bar_rect("a")
    assert before is not None
    assert after is not None
    assert after.width() > before.width()
    view.show_picked("a")
    view.show_spans([second])
    assert view.span_bar_rect("a") is None
    assert view.picked == ""
    assert view.span_bar_rect("b") is not None


def test_the_caret_s_line_stays_on_screen_where_it_is_when_lanes_grow_above(
    show: Show, article: Article, span_of: SpanOf
) -> None:
    view = show(article, size=(500, 330))
    here = article.text.index("AK-47")
    view.set_selection(here, here)
    view.ensure_visible(here)
    before = view.range_rects(here, here + 1)[0].top()
    words = "زوارق سريعة أطلقت فجر الأحد"
    view.show_spans([span_of(words, "ACTOR", "a"), span_of("زوارق سريعة أطلقت", "TARGET", "b", nth=0)])
    view.show_spans([*view.page.spans.values(), span_of("زوارق سريعة", "WEAPON", "c")])
    assert view.range_rects(here, here + 1)[0].top() == before


class Exposed(QObject):
    """Collects what of a widget is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.region = QRegion()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region = self.region.united(event.region())
        return False


def test_a_new_span_repaints_only_its_paragraph(qtbot: QtBot, show: Show, article: Article, span_of: SpanOf) -> None:
    view = show(article, size=(708, 900))
    QApplication.processEvents()
    exposed = Exposed()
    view.viewport().installEventFilter(exposed)
    span = span_of("بنادق AK-47", "WEAPON")
    view.show_spans([span])
    qtbot.waitUntil(lambda: not exposed.region.isEmpty())
    painted, words = exposed.region.boundingRect(), view.range_rects(span.start, span.end)[0]
    assert painted.top() <= words.top()
    assert painted.bottom() >= words.bottom()
    assert painted.height() < view.viewport().height() / 2
    view.viewport().removeEventFilter(exposed)


def test_showing_the_same_spans_again_paints_nothing(show: Show, article: Article, nested: list[Span]) -> None:
    view = show(article, nested)
    QApplication.processEvents()
    exposed = Exposed()
    view.viewport().installEventFilter(exposed)
    view.show_spans(list(nested))
    QApplication.processEvents()
    assert exposed.region.isEmpty()
    view.viewport().removeEventFilter(exposed)


def test_the_line_at_the_top_stays_there_on_resize_and_zoom(show: Show, article: Article) -> None:
    view = show(article, size=(600, 300))
    view.verticalScrollBar().setValue(180)
    top = view.top_position()
    assert top > 0
    for width in (500, 420, 700, 600):
        view.resize(width, 300)
        spot = view.page.spot_of(top)
        assert abs(view.page.line_top(spot) - view.verticalScrollBar().value()) < view.page.face(spot).line_height(1)
    view.set_zoom(24)
    spot = view.page.spot_of(top)
    assert abs(view.page.line_top(spot) - view.verticalScrollBar().value()) < view.page.face(spot).line_height(1)


def test_an_article_reopens_where_it_was_left(show: Show, article: Article) -> None:
    view = show(article, size=(600, 300))
    view.verticalScrollBar().setValue(200)
    top = view.top_position()
    view.show_article(None, ())
    assert (view.text, view.caret, view.top_position()) == ("", 0, 0)
    view.show_article(article, (), caret=30, top=top)
    assert view.top_position() == top
    assert view.caret == 30


def test_a_far_caret_is_in_view_when_an_article_opens(show: Show) -> None:
    text = "\n".join(f"الفقرة رقم {number} من نص طويل جدًا" for number in range(900))
    view = show(make_article(text), size=(500, 300))
    place = text.index("رقم 700 ")
    view.show_article(make_article(text), (), caret=place)
    assert view.range_rects(place, place + 3)


def test_gliding_ends_where_the_words_show(qtbot: QtBot, show: Show) -> None:
    text = "\n".join(f"الفقرة رقم {number} " + "من نص طويل جدًا " * (number % 9) for number in range(400))
    view = show(make_article(text), size=(500, 300))
    view.set_motion(True)
    place = text.index("رقم 300 ")
    view.ensure_visible(place)
    qtbot.waitUntil(lambda: bool(view.range_rects(place, place + 3)))
    qtbot.waitUntil(lambda: not view._scroll.glide.is_moving)
    assert 0 <= view.range_rects(place, place + 3)[0].top() < 300


def test_a_touch_pad_scrolls_by_its_own_pixels(show: Show, article: Article) -> None:
    view = show(article, size=(500, 300))
    turn_wheel(view, pixels=-37)
    assert view.verticalScrollBar().value() == 37
    turn_wheel(view, pixels=7)
    assert view.verticalScrollBar().value() == 30
    turn_wheel(view, pixels=-50, modifier=Qt.KeyboardModifier.ControlModifier)
    assert view.verticalScrollBar().value() == 30


def turn_wheel(view: ArticleView, pixels: int, modifier: Qt.KeyboardModifier = PLAIN) -> None:
    at = QPointF(50, 50)
    event = QWheelEvent(
        at, at, QPoint(0, pixels), QPoint(0, pixels), Qt.MouseButton.NoButton, modifier,
        Qt.ScrollPhase.ScrollUpdate, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)


def test_scrolling_up_through_unseen_paragraphs_does_not_jump(show: Show) -> None:
    text = "\n".join(f"الفقرة رقم {number} " + "من نص طويل " * (number * 7 % 40) for number in range(300))
    view = show(make_article(text), size=(500, 400))
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    for _ in range(40):
        here = view.top_position()
        before = view.range_rects(here, here + 4)[0].top()
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() - 25)
        assert view.range_rects(here, here + 4)[0].top() == before + 25


def test_the_scroll_bar_stands_at_the_end_side(show: Show, article: Article) -> None:
    view = show(article, size=(500, 300))
    assert view.viewport().x() > 0
    view.set_language("en")
    QApplication.processEvents()
    assert view.viewport().x() == 0


def test_keys_move_and_extend(show: Show, article: Article) -> None:
    view = show(article)
    view.set_selection(0, 0)
    view.move_caret("word", 1, True)
    view.move_caret("letter_left", 1, True)
    assert view.selection() == (0, view.caret)
    view.move_caret("letter_left", 1, False)
    assert view.selection() is None
    with pytest.raises(KeyError):
        view.move_caret("chapter", 1, False)


def test_paging_down_and_up_comes_back(show: Show, article: Article) -> None:
    view = show(article, size=(420, 260))
    view.set_selection(3, 3)
    view.move_caret("page", 1, False)
    assert view.caret > 60
    view.move_caret("page", -1, False)
    assert view.caret == 3


def test_what_is_painted_anew_in_part_is_what_would_be_painted_at_once(show: Show, article: Article) -> None:
    """The screen after many small changes, each of which repaints only what it has to."""
    view = show(article, size=(708, 700))
    chance = random.Random(5)
    spans: list[Span] = []
    for number in range(120):
        start = chance.randrange(len(article.text) - 40)
        if spans and chance.random() < 0.4:
            spans.remove(chance.choice(spans))
        else:
            label = chance.choice(("ACTOR", "TARGET", "WEAPON", "CLAIM"))
            spans.append(Span("l", f"s{number}", label, ((start, start + chance.randint(1, 40)),)))
        view.show_spans(list(spans))
        view.set_selection(start, start + chance.randint(0, 20))
        view.show_picked(chance.choice(spans).id if spans else "")
        view.ensure_visible(start)
        QApplication.processEvents()
        assert _on_screen(view) == view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def _on_screen(view: ArticleView) -> QImage:
    """What the viewport's window holds, painted piece by piece, not anew."""
    viewport = view.viewport()
    corner = viewport.mapTo(view, QPoint())
    grabbed = view.screen().grabWindow(view.winId(), corner.x(), corner.y(), viewport.width(), viewport.height())
    return grabbed.toImage().convertToFormat(QImage.Format.Format_RGB32)
