"""A discontinuous span is one span to the eye and the mouse: one lane, one tab, a line that joins its fragments."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.core.article import Article
from annotator.core.span import Span
from annotator.ui.article.outline import END, START, outline
from annotator.ui.article.pick import BAR
from annotator.ui.article.view import ArticleView
from tests.ui.article.test_gesture import head_of, tail_of

Show = Callable[..., ArticleView]
LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
FIRST, SECOND = "إدارة مرفأ", "الأحياء الجنوبية"


@pytest.fixture
def split(article: Article) -> Span:
    """A span of two fragments with lines between them."""
    places = [(article.text.index(words), article.text.index(words) + len(words)) for words in (FIRST, SECOND)]
    return Span("layer", "split", "ACTOR", tuple(places))


def drag(view: ArticleView, words: str, modifier: Qt.KeyboardModifier) -> None:
    start = view.text.index(words)
    begin, end = head_of(view, start), tail_of(view, start + len(words) - 1)
    port = view.viewport()
    QTest.mousePress(port, LEFT, modifier, begin)
    QTest.mouseMove(port, QPoint((begin.x() + end.x()) // 2, begin.y()))
    QTest.mouseMove(port, end)
    QTest.mouseRelease(port, LEFT, modifier, end)


def test_all_its_lines_have_a_bar_in_one_row_and_the_line_reaches_across(
    show: Show, article: Article, split: Span
) -> None:
    view = show(article, [split])
    spots = [spot for spot in view.page.spots(0, view.page.height) if view.page.marked(spot).bars]
    bars = [view.page.marked(spot).bars[0] for spot in spots]
    assert len(bars) >= 3
    assert {bar.row for bar in bars} == {0}
    assert [bool(bar.pieces) for bar in bars] == [True] + [False] * (len(bars) - 2) + [True]
    assert [bar.starts for bar in bars] == [True] + [False] * (len(bars) - 1)
    assert [bar.ends for bar in bars] == [False] * (len(bars) - 1) + [True]
    first, last = bars[0].joint, bars[-1].joint
    assert first is not None
    assert last is not None
    assert first[1] == bars[0].right
    assert first[0] < bars[0].left - 50
    assert last[0] == bars[-1].left
    assert last[1] > bars[-1].right + 20


def test_a_span_of_one_fragment_has_nothing_to_join(show: Show, article: Article, nested: list[Span]) -> None:
    view = show(article, nested)
    assert all(bar.joint is None for spot in view.page.spots(0, 900) for bar in view.page.marked(spot).bars)


def test_the_line_that_joins_it_can_be_clicked(show: Show, article: Article, split: Span) -> None:
    view = show(article, [split])
    spots = [spot for spot in view.page.spots(0, view.page.height) if view.page.marked(spot).bars]
    spot = spots[1]
    lane = view.page.line_top(spot) + view.page.face(spot).lane
    hit = view.hit(QPointF(view.page.width / 2, lane + 1))
    assert (hit.kind, hit.spans) == (BAR, ("split",))


def test_its_pieces_are_framed_whole_and_its_handles_stand_at_the_hull(
    show: Show, article: Article, split: Span
) -> None:
    view = show(article, [split])
    shown = outline(view.page, split, view.page.spots(0, view.page.height))
    assert len(shown.frames) == 2
    assert not any(frame.open_left or frame.open_right for frame in shown.frames)
    assert [edge for edge, _ in shown.handles] == [START, END]


def test_ctrl_and_drag_draw_a_fragment_of_the_picked_span_by_whole_words(
    show: Show, article: Article, span_of: Callable[..., Span], qtbot: QtBot
) -> None:
    span = span_of("المجلس المحلي", "ACTOR")
    view = show(article, [span])
    view.show_picked(span.id)
    with qtbot.waitSignal(view.fragment_drawn) as drawn, qtbot.assertNotEmitted(view.span_clicked):
        drag(view, "دارة مرف", CTRL)
    start, end = drawn.args
    assert article.text[start:end] == FIRST


def test_without_a_picked_span_or_without_ctrl_a_drag_selects(
    show: Show, article: Article, split: Span, qtbot: QtBot
) -> None:
    view = show(article, [split])
    with qtbot.assertNotEmitted(view.fragment_drawn):
        drag(view, FIRST, CTRL)
    assert view.selection() is not None
    view.show_picked("split")
    with qtbot.assertNotEmitted(view.fragment_drawn):
        drag(view, FIRST, Qt.KeyboardModifier.NoModifier)


def test_ctrl_and_a_click_that_is_no_drag_leave_the_picked_span_in_hand(
    show: Show, article: Article, split: Span, qtbot: QtBot
) -> None:
    view = show(article, [split])
    view.show_picked("split")
    with qtbot.assertNotEmitted(view.fragment_drawn), qtbot.assertNotEmitted(view.span_clicked):
        QTest.mouseClick(view.viewport(), LEFT, CTRL, head_of(view, article.text.index("شهود")))
    with qtbot.waitSignal(view.fragment_drawn) as drawn:
        QTest.mouseDClick(view.viewport(), LEFT, CTRL, head_of(view, article.text.index("شهود")))
        QTest.mouseRelease(view.viewport(), LEFT, CTRL, head_of(view, article.text.index("شهود")))
    assert article.text[slice(*drawn.args)] == "شهود"
