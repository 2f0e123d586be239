"""A picked event in the article: its spans bear their roles, the others step back, arcs cross no letter."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QImage

from annotator.core.article import Article
from annotator.core.scheme import Label
from annotator.core.span import Span
from annotator.ui.article.arcs import TRUNK, arc_path
from annotator.ui.article.view import ArticleView
from annotator.ui.theme import Theme

Show = Callable[..., ArticleView]
SpanOf = Callable[..., Span]
Picture = Callable[[ArticleView], QImage]


@pytest.fixture
def spans(span_of: SpanOf) -> list[Span]:
    return [span_of("زوارق سريعة", "WEAPON", "w"), span_of("إسكان", "TARGET", "t")]


def pixels(image: QImage, box: QRect) -> set[int]:
    box = box.intersected(image.rect())
    return {image.pixel(x, y) for y in range(box.top(), box.bottom() + 1) for x in range(box.left(), box.right() + 1)}


def bar_of(view: ArticleView, span_id: str) -> QRect:
    bar = view.span_bar_rect(span_id)
    assert bar is not None
    return bar.toAlignedRect()


def test_only_spans_that_take_no_part_step_back(
    show: Show, article: Article, labels: Sequence[Label], spans: list[Span], picture: Picture
) -> None:
    view, theme = show(article, spans, size=(708, 900)), Theme("light")
    by_id = {label.id: label for label in labels}
    weapon, target = theme.bar(by_id["WEAPON"]).rgb(), theme.bar(by_id["TARGET"]).rgb()
    assert {weapon, target} <= pixels(picture(view), view.viewport().rect())
    view.show_roles({"w": "Weapon"}, recede=True)
    image = picture(view)
    assert weapon in pixels(image, bar_of(view, "w"))
    assert target not in pixels(image, bar_of(view, "t"))
    view.show_roles({"w": "Weapon"})
    assert target in pixels(picture(view), bar_of(view, "t"))


def test_the_tab_bears_the_role_and_its_letter_again_when_the_event_is_let_go(
    show: Show, article: Article, spans: list[Span], picture: Picture
) -> None:
    view = show(article, spans, size=(708, 900))
    before = picture(view)
    view.show_roles({"w": "سلاح"})
    assert picture(view) != before
    view.show_roles({})
    assert picture(view) == before


def test_a_role_that_has_no_room_leaves_the_letter(
    show: Show, article: Article, spans: list[Span], picture: Picture
) -> None:
    view = show(article, spans, size=(708, 900))
    before = picture(view)
    view.show_roles({"w": "a role with a very long name that no bar of the page could ever bear in its tab"})
    assert picture(view) == before


def test_arcs_are_drawn_only_when_they_are_asked_for_and_change_no_letter(
    show: Show, article: Article, invisible: Sequence[Label], spans: list[Span], picture: Picture
) -> None:
    view = show(article, spans, labels=invisible, size=(708, 900))
    bare = picture(view)
    view.show_roles({}, False, [("w", "t")])
    image = picture(view)
    assert image != bare
    for start, end in ((span.start, span.end) for span in spans):
        for box in view.range_rects(start, end):
            letters = box.toAlignedRect().adjusted(0, round(box.height() * 0.4), 0, 0)
            assert image.copy(letters) == bare.copy(letters)


places = st.builds(QPointF, st.integers(0, 740), st.integers(-5, 4000))


@given(begin=places, end=places)
def test_between_lines_an_arc_keeps_to_the_gaps_and_the_margin(begin: QPointF, end: QPointF) -> None:
    path = arc_path(begin, end)
    assert path.currentPosition() == end
    for step in range(101):
        point = path.pointAtPercent(step / 100)
        in_gap = min(abs(point.y() - begin.y()), abs(point.y() - end.y())) < 0.5
        assert in_gap or -TRUNK - 0.5 <= point.x() <= -TRUNK + 6
