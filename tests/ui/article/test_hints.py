"""Keycaps over words: over their own words, none over another, and nothing of the text moves."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from annotator.arabic import words
from annotator.core.article import Article, make_article
from annotator.core.scheme import Label
from annotator.core.span import Span
from annotator.ui.article.cap import Cap, Hinted
from annotator.ui.article.hints import cap_boxes
from annotator.ui.article.layout import Spot
from annotator.ui.article.view import ArticleView
from annotator.ui.hint import ARABIC, EASE
from annotator.ui.theme import Theme

Show = Callable[..., ArticleView]
Picture = Callable[[ArticleView], QImage]


def caps_of(text: str, letters: str = EASE) -> tuple[Cap, ...]:
    return tuple(Cap(*word, ARABIC[key]) for word, key in zip(words.words(text), letters * 99, strict=False))


def placed(view: ArticleView, caps: Sequence[Cap]) -> list[tuple[Spot, Cap, QRectF]]:
    result = []
    for spot in view.page.spots(0, view.page.height):
        line = view.page.line(spot)
        here = [cap for cap in caps if line.start <= cap.start < line.end]
        result += [(spot, cap, box) for cap, box in cap_boxes(view.page, spot, here, "ar")]
    return result


def test_every_cap_stands_over_its_word_and_none_over_another(show: Show, article: Article) -> None:
    view = show(article)
    boxes = placed(view, caps_of(article.text))
    assert len(boxes) == len(list(words.words(article.text)))
    for spot, cap, box in boxes:
        pieces = view.page.boxes(spot).pieces(cap.start, min(cap.end, view.page.line(spot).end))
        middle = (pieces[0][0] + pieces[-1][1]) / 2
        assert abs(box.center().x() - middle) <= box.width()
        assert box.bottom() < view.page.line_top(spot) + view.page.face(spot).baseline
    for (spot, _, box), (other_spot, _, other) in itertools.pairwise(boxes):
        assert spot != other_spot or not box.intersects(other)


def test_the_shortest_words_close_together_are_pushed_apart(show: Show) -> None:
    text = "و أ ب ت ث ج ح خ د ذ ر ز ه م ن"
    view = show(make_article(text))
    boxes = [box for _, _, box in placed(view, caps_of(text))]
    assert all(one.left() >= other.right() for one, other in itertools.pairwise(boxes))


def test_the_text_and_its_lines_are_as_before_when_hints_close(
    show: Show, article: Article, nested: list[Span], picture: Picture
) -> None:
    view = show(article, nested)
    before, tops = picture(view), list(view.page.tops)
    view.show_hints(Hinted("ACTOR", caps_of(article.text)[:20], (0, 5)))
    during = picture(view)
    assert during != before
    assert list(view.page.tops) == tops
    view.show_hints(None)
    assert picture(view) == before


def test_below_the_caps_not_a_pixel_of_the_text_differs(show: Show, article: Article, picture: Picture) -> None:
    view = show(article)
    before = picture(view)
    caps = caps_of(article.text)[:6]
    view.show_hints(Hinted("ACTOR", caps))
    during = picture(view)
    offset = view.to_page(view.viewport().rect().topLeft().toPointF())
    covered = [box.translated(-offset).toAlignedRect() for _, _, box in placed(view, caps)]
    for y in range(0, before.height(), 2):
        for x in range(0, before.width(), 2):
            if before.pixel(x, y) != during.pixel(x, y):
                assert any(box.adjusted(-1, -1, 1, 1).contains(x, y) for box in covered)


@pytest.mark.parametrize("theme", ["light", "dark", "sepia"])
def test_the_label_to_come_colours_the_lip_and_the_tint_of_the_first_word(
    show: Show, article: Article, labels: Sequence[Label], picture: Picture, theme: str
) -> None:
    view = show(article)
    view.set_theme(Theme(theme))
    caps = caps_of(article.text)[:6]
    view.show_hints(Hinted(labels[2].id, caps, (caps[1].start, caps[1].end)))
    image = picture(view)
    colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(140)}
    assert Theme(theme).bar(labels[2]).name() in colours
    assert Theme(theme).tint(labels[2]).name() in colours
    assert Theme(theme).bar(labels[0]).name() not in colours


def test_hints_go_with_the_article_and_a_far_sentence_comes_into_the_window(
    show: Show, article: Article, picture: Picture
) -> None:
    long = make_article("\n".join([article.text] * 6))
    view = show(long)
    caps = caps_of(long.text)[-4:]
    view.show_hints(Hinted("ACTOR", caps))
    assert view.range_rects(caps[0].start, caps[0].end) != []
    view.show_article(article, ())
    fresh = show(article, size=(view.width(), view.height()))
    assert picture(view) == picture(fresh)
