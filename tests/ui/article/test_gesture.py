"""Selecting, picking and resizing with the mouse, by real events on the real widget."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.core.article import Article, make_article
from annotator.core.span import Span
from annotator.ui.article.bar import crowd_box
from annotator.ui.article.boxes import Box
from annotator.ui.article.layout import Spot
from annotator.ui.article.outline import END, START, outline
from annotator.ui.article.view import ArticleView

Show = Callable[..., ArticleView]
LEFT, PLAIN, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


def box_at(view: ArticleView, position: int) -> tuple[Spot, Box]:
    """The box of the letter that starts at a position, scrolled into view."""
    view.ensure_visible(position)
    spot = view.page.spot_of(position)
    box = view.page.boxes(spot).starting(position)
    assert box is not None
    return spot, box


def point_of(view: ArticleView, position: int, x: float | None = None) -> QPoint:
    """A point of the viewport on the letter that starts at a position: its middle, or its `x`."""
    spot, box = box_at(view, position)
    face, top = view.page.face(spot), view.page.line_top(spot)
    middle = (box.left + box.right) / 2 if x is None else x
    at = QPointF(middle, top + (face.tint_top + face.tint_bottom) / 2)
    return (at - view.to_page(QPointF(0, 0))).toPoint()


def head_of(view: ArticleView, position: int) -> QPoint:
    """A pixel inside the edge where reading enters the letter."""
    box = box_at(view, position)[1]
    return point_of(view, position, box.head + (-1 if box.rtl else 1))


def tail_of(view: ArticleView, position: int) -> QPoint:
    """A pixel inside the edge where reading leaves the letter."""
    box = box_at(view, position)[1]
    return point_of(view, position, box.tail + (1 if box.rtl else -1))


def drag(view: ArticleView, start: QPoint, end: QPoint) -> None:
    port = view.viewport()
    QTest.mousePress(port, LEFT, PLAIN, start)
    QTest.mouseMove(port, (start + end) / 2)
    QTest.mouseMove(port, end)
    QTest.mouseRelease(port, LEFT, PLAIN, end)


def click(view: ArticleView, at: QPoint, modifier: Qt.KeyboardModifier = PLAIN) -> None:
    QTest.mouseClick(view.viewport(), LEFT, modifier, at)


def selected(view: ArticleView) -> str | None:
    chosen = view.selection()
    return view.text[slice(*chosen)] if chosen else None


@pytest.mark.parametrize(
    "words",
    ["سرايا الموج", "المجلس المحلي", "عاملًا", "107", "2500", "F-16", "AK-47", "CNN", "12,500", "الأمل والإسكان", "٣٫٥"],
)
def test_a_drag_selects_exactly_the_words_it_covers(show: Show, article: Article, words: str) -> None:
    view = show(article)
    start = article.text.rindex(words)
    drag(view, head_of(view, start), tail_of(view, start + len(words) - 1))
    assert selected(view) == words


def test_a_drag_backwards_selects_the_same(show: Show, article: Article) -> None:
    view = show(article)
    start = article.text.index("المجلس المحلي «")
    drag(view, tail_of(view, start + 12), head_of(view, start))
    assert selected(view) == "المجلس المحلي"
    assert view.caret == start


@pytest.mark.parametrize(
    ("word", "part"), [("الإسكان", "إسكان"), ("بالوقوف", "الوقوف"), ("وقال", "قال"), ("F-16", "16")]
)
def test_a_drag_inside_a_word_goes_by_letter(show: Show, article: Article, word: str, part: str) -> None:
    view = show(article)
    start = article.text.index(word) + word.index(part)
    drag(view, head_of(view, start), tail_of(view, start + len(part) - 1))
    assert selected(view) == part


def test_a_drag_across_words_takes_them_whole(show: Show, article: Article) -> None:
    view = show(article)
    first, last = article.text.index("ثلاثة"), article.text.index("سريعة")
    drag(view, head_of(view, first + 2), tail_of(view, last + 2))
    assert selected(view) == "ثلاثة زوارق سريعة"


@pytest.mark.parametrize(
    ("at", "word"),
    [
        ("الموج»", "الموج"), ("بالأمر!", "بالأمر"), ("F-16", "F-16"), ("AK-47", "AK-47"), ("12,500", "12,500"),
        ("٣٫٥", "٣٫٥"), ("الهجوم،", "الهجوم"), ("الشُّهُودُ", "الشُّهُودُ"), ("والإسكان؛", "والإسكان"),
    ],
)  # fmt: skip
def test_a_double_click_takes_the_word_without_punctuation(show: Show, article: Article, at: str, word: str) -> None:
    view = show(article)
    QTest.mouseDClick(view.viewport(), LEFT, PLAIN, point_of(view, article.text.index(at)))
    assert selected(view) == word


def test_a_third_click_takes_the_sentence_and_a_fourth_the_paragraph(show: Show) -> None:
    view = show(make_article("قال شيئًا. ثم مضى بعيدًا؟ وعاد\nفقرة"))
    at = point_of(view, view.text.index("مضى"))
    QTest.mouseDClick(view.viewport(), LEFT, PLAIN, at)
    QTest.mousePress(view.viewport(), LEFT, PLAIN, at)
    assert selected(view) == "ثم مضى بعيدًا؟"
    QTest.mouseRelease(view.viewport(), LEFT, PLAIN, at)
    QTest.mousePress(view.viewport(), LEFT, PLAIN, at)
    assert selected(view) == "قال شيئًا. ثم مضى بعيدًا؟ وعاد"


def test_shift_click_extends_the_selection(show: Show, article: Article) -> None:
    view = show(article)
    first, last = article.text.index("ثلاثة"), article.text.index("سريعة")
    click(view, head_of(view, first))
    click(view, tail_of(view, last + 4), SHIFT)
    assert selected(view) == "ثلاثة زوارق سريعة"


def test_a_click_puts_the_caret_between_the_nearest_letters(show: Show, article: Article) -> None:
    view = show(article)
    start = article.text.index("ثلاثة")
    click(view, head_of(view, start + 1))
    assert (view.caret, view.selection()) == (start + 1, None)
    click(view, tail_of(view, start + 1))
    assert view.caret == start + 2


def test_clicking_again_picks_the_span_around(qtbot: QtBot, show: Show, article: Article, nested: list[Span]) -> None:
    view = show(article, nested)
    view.span_clicked.connect(view.show_picked)
    picked = []
    at = point_of(view, nested[-1].start + 3)
    for _ in range(4):
        click(view, at)
        picked.append(view.picked)
    assert picked == ["group", "both", "claim", "group"]
    click(view, point_of(view, article.text.index("متن")))
    assert view.picked == ""


def test_every_bar_picks_its_own_span(show: Show, article: Article, nested: list[Span]) -> None:
    view = show(article, nested)
    view.span_clicked.connect(view.show_picked)
    view.ensure_visible(nested[0].start)
    for span in nested:
        bar = view.span_bar_rect(span.id)
        assert bar is not None
        click(view, QPointF(bar.left() + 5, bar.center().y()).toPoint())
        assert view.picked == span.id
        click(view, QPointF(bar.right() - 3, bar.top() + 8).toPoint())
        assert view.picked == span.id


@pytest.mark.parametrize(("edge", "word", "expected"), [(START, "المجلس", "start"), (END, "بالوقوف", "end")])
def test_a_dragged_handle_proposes_the_new_edge(
    qtbot: QtBot, show: Show, article: Article, nested: list[Span], edge: str, word: str, expected: str
) -> None:
    view = show(article, nested)
    group = nested[-1]
    view.show_picked(group.id)
    view.ensure_visible(group.start)
    handles = dict(outline(view.page, group, view.page.spots(0, view.page.height)).handles)
    grip = (handles[edge] - view.to_page(QPointF(0, 0))).toPoint()
    goal = article.text.index(word, group.start - 30)
    to = head_of(view, goal) if edge == START else tail_of(view, goal + len(word) - 1)
    with qtbot.waitSignal(view.edge_dragged) as told:
        drag(view, grip, to)
    if edge == START:
        assert told.args == [group.id, goal, group.end]
    else:
        assert told.args == [group.id, group.start, goal + len(word)]
    assert view.selection() is None


def test_a_handle_dropped_where_it_was_changes_nothing(
    qtbot: QtBot, show: Show, article: Article, nested: list[Span]
) -> None:
    view = show(article, nested)
    group = nested[-1]
    view.show_picked(group.id)
    view.ensure_visible(group.start)
    handles = dict(outline(view.page, group, view.page.spots(0, view.page.height)).handles)
    grip = (handles[START] - view.to_page(QPointF(0, 0))).toPoint()
    with qtbot.assertNotEmitted(view.edge_dragged):
        click(view, grip)


def test_a_span_can_not_be_dragged_empty(qtbot: QtBot, show: Show, article: Article, nested: list[Span]) -> None:
    view = show(article, nested)
    group = nested[-1]
    view.show_picked(group.id)
    view.ensure_visible(group.start)
    handles = dict(outline(view.page, group, view.page.spots(0, view.page.height)).handles)
    grip = (handles[START] - view.to_page(QPointF(0, 0))).toPoint()
    with qtbot.assertNotEmitted(view.edge_dragged):
        drag(view, grip, tail_of(view, group.end + 5))


def test_a_drag_past_the_edge_scrolls_on(qtbot: QtBot, show: Show, article: Article) -> None:
    view = show(article, size=(420, 260))
    port = view.viewport()
    QTest.mousePress(port, LEFT, PLAIN, head_of(view, 5))
    QTest.mouseMove(port, QPoint(200, 200))
    QTest.mouseMove(port, QPoint(200, 330))
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 60)
    QTest.mouseRelease(port, LEFT, PLAIN, QPoint(200, 330))
    chosen = view.selection()
    assert chosen is not None
    assert chosen[1] - chosen[0] > 100


def test_the_pointer_says_what_it_would_do(qtbot: QtBot, show: Show, article: Article, nested: list[Span]) -> None:
    view = show(article, nested)
    group = nested[-1]
    view.show_picked(group.id)
    text = point_of(view, article.text.index("قذائف"))
    bar = view.span_bar_rect("claim")
    handles = dict(outline(view.page, group, view.page.spots(0, view.page.height)).handles)
    assert bar is not None
    grip = (handles[END] - view.to_page(QPointF(0, 0))).toPoint()
    for at, shape in (
        (text, Qt.CursorShape.IBeamCursor),
        (bar.center().toPoint(), Qt.CursorShape.PointingHandCursor),
        (grip, Qt.CursorShape.SizeHorCursor),
    ):
        QTest.mouseMove(view.viewport(), at)
        qtbot.waitUntil(lambda wanted=shape: view.viewport().cursor().shape() == wanted)  # type: ignore[misc]


def test_the_count_of_spans_without_a_lane_asks_which_one_is_meant(show: Show, article: Article) -> None:
    spans = [Span("l", f"s{number}", "ACTOR", ((2, 40 - number),)) for number in range(9)]
    view = show(article, spans)
    asked: list[tuple[str, ...]] = []
    picked: list[str] = []
    view.crowd_clicked.connect(asked.append)
    view.span_clicked.connect(picked.append)
    spot = view.page.spot_of(2)
    crowd = view.page.marked(spot).crowd
    assert crowd is not None
    lane = view.page.line_top(spot) + view.page.face(spot).lane
    click(view, (crowd_box(crowd, lane, view._scene()).center() - view.to_page(QPointF(0, 0))).toPoint())
    assert asked == [tuple(span.id for span in crowd.spans)]
    assert len(asked[0]) == 6
    assert picked == []
