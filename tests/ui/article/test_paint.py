"""What is painted: the same ink whatever is annotated, and every span to be seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from annotator.core.article import Article, make_article
from annotator.core.scheme import Label
from annotator.core.span import Span
from annotator.ui.article.lanes import MOST
from annotator.ui.article.paint import paint_page
from annotator.ui.article.scene import Scene
from annotator.ui.article.tab import label_tab, tab_width
from annotator.ui.article.view import ArticleView
from annotator.ui.theme import Theme, look

Show = Callable[..., ArticleView]
SpanOf = Callable[..., Span]
Picture = Callable[[ArticleView], QImage]


def count(image: QImage, colour: QColor, box: QRect | None = None) -> int:
    """How many pixels of exactly that colour the picture has, in a part of it."""
    box = (box or image.rect()).intersected(image.rect())
    wanted = colour.rgb() & 0xFFFFFF
    return sum(
        image.pixel(x, y) & 0xFFFFFF == wanted
        for y in range(box.top(), box.bottom() + 1)
        for x in range(box.left(), box.right() + 1)
    )


def around(rect: QRectF, margin: int = 1) -> QRect:
    return rect.toAlignedRect().adjusted(-margin, -margin, margin, margin)


def test_annotating_changes_no_pixel_of_the_ink(
    show: Show, article: Article, invisible: Sequence[Label], span_of: SpanOf, picture: Picture
) -> None:
    view = show(article, labels=invisible, size=(708, 900))
    bare = picture(view)
    spans = [
        span_of("زوارق سريعة", "WEAPON"),
        span_of("إسكان", "TARGET"),
        span_of("لاقة", "CLAIM"),
        span_of("سلاح", "WEAPON"),
        span_of("أمل", "TARGET"),
        span_of("من طراز F-", "WEAPON"),
        span_of("هُجُومَ", "CLAIM"),
        span_of("ريحانة", "TARGET"),
    ]
    view.show_spans(spans)
    assert all(view.span_bar_rect(span.id) is not None for span in spans)
    assert picture(view) == bare


def test_the_ink_is_there_to_be_compared(show: Show, article: Article, picture: Picture) -> None:
    view = show(article, size=(708, 900))
    image = picture(view)
    assert count(image, QColor(Theme("light").hex("text"))) > 1_000


def test_every_label_shows_its_tint_and_its_bar(
    show: Show, article: Article, labels: Sequence[Label], span_of: SpanOf, picture: Picture
) -> None:
    words = ("ثلاثة زوارق سريعة", "فجر الأحد", "عيار 107 ملم", "أرصفة الوقود")
    spans = [span_of(word, label.id, label.id) for word, label in zip(words, labels, strict=True)]
    view = show(article, spans, size=(708, 900))
    image, theme = picture(view), Theme("light")
    for span, label in zip(spans, labels, strict=True):
        for rect in view.range_rects(span.start, span.end):
            assert count(image, theme.tint(label), around(rect)) > rect.width() * rect.height() / 3
        bar = view.span_bar_rect(span.id)
        assert bar is not None
        assert count(image, theme.bar(label), around(bar)) > bar.width()


def test_nested_tints_and_crossing_tints_are_both_seen(
    show: Show, article: Article, labels: Sequence[Label], span_of: SpanOf, picture: Picture
) -> None:
    outer, inner = span_of("ثلاثة زوارق سريعة", "CLAIM"), span_of("زوارق", "WEAPON", nth=1)
    crossing = span_of("سريعة أطلقت", "ACTOR")
    view = show(article, [outer, inner, crossing], size=(708, 900))
    image, theme = picture(view), Theme("light")
    by_id = {label.id: label for label in labels}
    inside = around(view.range_rects(inner.start, inner.end)[0])
    assert count(image, theme.tint(by_id["WEAPON"]), inside) > 100
    assert count(image, theme.tint(by_id["CLAIM"]), inside.adjusted(0, 0, 0, 4 - inside.height())) > 20
    assert count(image, theme.tint(by_id["ACTOR"])) > 100
    bars = [view.span_bar_rect(span.id) for span in (outer, inner, crossing)]
    around_all, inside_it, across = (bar.top() for bar in bars if bar is not None)
    assert inside_it == across
    assert around_all == across + look()["article"]["lane_pitch_px"]


def test_two_labels_on_the_same_words_are_both_seen(
    show: Show, article: Article, labels: Sequence[Label], span_of: SpanOf, picture: Picture
) -> None:
    view = show(article, [span_of("زوارق", "ACTOR"), span_of("زوارق", "WEAPON")], size=(708, 900))
    image, theme = picture(view), Theme("light")
    for label in labels:
        if label.id in ("ACTOR", "WEAPON"):
            assert count(image, theme.tint(label)) > 20
            assert count(image, theme.bar(label)) > 20


def test_tabs_of_short_neighbours_do_not_cover_each_other(
    show: Show, labels: Sequence[Label], picture: Picture
) -> None:
    text = "في ا ب ج د هـ و ز ح"
    spans = [Span("l", f"s{n}", labels[n % 4].id, ((n, n + 1),)) for n in range(3, len(text), 2)]
    view = show(make_article(text), spans)
    width = int(look()["article"]["tab_min_px"])
    bars = [view.span_bar_rect(span.id) for span in spans]
    tabs = [QRectF(bar.right() - width, bar.top(), width, 15) for bar in bars if bar is not None]
    assert len(tabs) >= 6
    for number, tab in enumerate(tabs):
        assert not any(tab.intersects(other) for other in tabs[number + 1 :])


def test_more_spans_than_lanes_are_counted_in_the_last_one(
    qtbot: QtBot, show: Show, article: Article, labels: Sequence[Label]
) -> None:
    spans = [Span("l", f"s{n}", labels[n % 4].id, ((2, 40 - n),)) for n in range(9)]
    view = show(article, spans)
    spot = view.page.spot_of(2)
    marked = view.page.marked(spot)
    assert len(marked.bars) == 3
    assert marked.crowd is not None
    assert len(marked.crowd.spans) == 6
    assert {bar.row for bar in marked.bars} == {0, 1, 2}
    assert marked.crowd.row == 3
    assert view.page.face(spot).line_height(4) == view.page.line_bottom(spot) - view.page.line_top(spot)
    assert look()["article"]["lane_max"] == MOST


def test_the_selection_lies_under_the_ink(show: Show, article: Article, picture: Picture) -> None:
    view = show(article, size=(708, 900))
    start = article.text.index("زوارق")
    view.set_selection(start, start + 5)
    rect = view.range_rects(start, start + 5)[0]
    image = picture(view)
    assert count(image, Theme("light").colour("selection"), around(rect)) > rect.width() * rect.height() / 2
    assert count(image, Theme("light").colour("text"), around(rect)) > 10


def test_the_picked_span_is_outlined_in_its_colour_and_has_two_handles(
    show: Show, article: Article, labels: Sequence[Label], span_of: SpanOf, picture: Picture
) -> None:
    span = span_of("ثلاثة زوارق سريعة", "ACTOR")
    view = show(article, [span], size=(708, 900))
    bar_colour = Theme("light").bar(next(label for label in labels if label.id == "ACTOR"))
    rect = view.range_rects(span.start, span.end)[0]
    above = QRect(rect.toAlignedRect().adjusted(0, -4, 0, 2 - int(rect.height())))
    assert count(picture(view), bar_colour, above) == 0
    view.show_picked(span.id)
    image = picture(view)
    assert count(image, bar_colour, above) > rect.width()
    start_handle = QRect(int(rect.right()) - 3, int(rect.top()) - 5, 9, 9)
    end_handle = QRect(int(rect.left()) - 5, int(rect.bottom()) - 3, 9, 9)
    assert count(image, bar_colour, start_handle) > 25
    assert count(image, bar_colour, end_handle) > 25


def test_the_caret_is_seen_only_with_the_keyboard_focus(
    qtbot: QtBot, show: Show, article: Article, picture: Picture
) -> None:
    view = show(article, size=(708, 900))
    view.clearFocus()
    start = article.text.index("زوارق سريعة")
    view.set_selection(start, start)
    edge = view.range_rects(start, start + 1)[0]
    column = QRect(int(edge.right()) - 2, int(edge.top()) + 1, 5, int(edge.height()) - 2)
    without = count(picture(view), Theme("light").colour("ink"), column)
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    assert count(picture(view), Theme("light").colour("ink"), column) >= without + 2 * (column.height() - 4)


def test_an_unknown_label_is_shown_without_colour(show: Show, article: Article, picture: Picture) -> None:
    view = show(article, [Span("l", "s", "GONE", ((3, 12),))])
    bar = view.span_bar_rect("s")
    assert bar is not None
    assert count(picture(view), Theme("light").colour("line_strong"), around(bar)) > bar.width()


def test_fragments_share_a_lane_and_a_line_joins_them(
    show: Show, article: Article, labels: Sequence[Label], picture: Picture
) -> None:
    first, last = article.text.index("زوارق سريعة"), article.text.index("فجر الأحد")
    span = Span("l", "s", "ACTOR", ((first, first + 5), (last, last + 3)))
    view = show(article, [span], size=(708, 900))
    spot = view.page.spot_of(first)
    assert view.page.spot_of(last) == spot
    (bar,) = view.page.marked(spot).bars
    assert len(bar.pieces) == 2
    rect = view.span_bar_rect("s")
    assert rect is not None
    between = QRect(int(rect.left() + bar.pieces[0][1] - bar.left) + 2, int(rect.top()), 8, 4)
    assert count(picture(view), Theme("light").bar(labels[0]), between) == 8


def test_names_stand_in_tabs_only_where_they_fit(
    qtbot: QtBot, labels: Sequence[Label], show: Show, article: Article, span_of: SpanOf, picture: Picture
) -> None:
    view = show(article, [span_of("ثلاثة زوارق سريعة", "TARGET"), span_of("فجر", "TARGET")], size=(708, 900))
    before = picture(view)
    view.set_names_shown(True)
    after = picture(view)
    long, short = (
        view.span_bar_rect("TARGET-" + str(article.text.index("ثلاثة"))),
        view.range_rects(*_of(article, "فجر"))[0],
    )
    assert long is not None
    tab = around(QRectF(long.left(), long.top(), long.width(), 15))
    assert before.copy(tab) != after.copy(tab)
    below = QRect(int(short.left()) - 2, int(short.bottom()), int(short.width()) + 4, 20)
    assert before.copy(below) == after.copy(below)


def _of(article: Article, words: str) -> tuple[int, int]:
    start = article.text.index(words)
    return start, start + len(words)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_tabs_are_sharp_at_every_scale(qtbot: QtBot, labels: Sequence[Label], scale: float) -> None:
    tab = label_tab(labels[0], Theme("dark"), "ar", named=False, scale=scale)
    assert tab.devicePixelRatio() == scale
    assert tab.height() == pytest.approx(15 * scale, abs=1)
    assert label_tab(labels[0], Theme("dark"), "ar", named=False, scale=scale) is tab
    named = label_tab(labels[0], Theme("dark"), "ar", named=True, scale=scale)
    assert named.deviceIndependentSize().width() == pytest.approx(tab_width(labels[0].name("ar"), "ar"), abs=1)


def test_a_page_paints_at_twice_the_density(
    qtbot: QtBot, show: Show, article: Article, labels: Sequence[Label], span_of: SpanOf
) -> None:
    view = show(article, [span_of("ثلاثة زوارق سريعة", "ACTOR")])
    image = QImage(1400, 1200, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(2)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    scene = Scene(Theme("light"), "ar", {label.id: label for label in labels}, scale=2.0)
    paint_page(painter, view.page, scene, 0, 600)
    painter.end()
    assert count(image, Theme("light").bar(labels[0])) > 600


def test_themes_and_languages_change_only_the_drawing(
    show: Show, article: Article, span_of: SpanOf, picture: Picture
) -> None:
    view = show(article, [span_of("ثلاثة زوارق سريعة", "ACTOR")], size=(708, 900))
    shapes = [view.page.place(number).shape for number in range(len(view.page.blocks))]
    seen = [picture(view)]
    for theme in ("dark", "sepia"):
        view.set_theme(Theme(theme))
        seen.append(picture(view))
        assert count(seen[-1], Theme(theme).colour("paper")) > 100_000
    assert all(one != other for one, other in pairwise(seen))
    assert [view.page.place(number).shape for number in range(len(view.page.blocks))] == shapes
