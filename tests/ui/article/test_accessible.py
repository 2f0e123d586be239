"""Assistive technology reads the view as text, in Qt's own UTF-16 units."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible, QAccessibleTextInterface

from annotator.core.article import Article, make_article
from annotator.ui.article import accessible
from annotator.ui.article.view import ArticleView

Show = Callable[..., ArticleView]


@pytest.fixture(autouse=True, scope="module")
def _installed() -> None:
    accessible.install()


def text_of(view: ArticleView) -> QAccessibleTextInterface:
    answer = QAccessible.queryAccessibleInterface(view)
    assert answer is not None
    assert answer.role() == QAccessible.Role.Document
    assert answer.state().readOnly
    text = answer.textInterface()
    assert text is not None
    return text


def test_the_article_is_read_as_text(show: Show, article: Article) -> None:
    view = show(article)
    text = text_of(view)
    assert text.characterCount() == len(article.text)
    assert text.text(0, 12) == article.text[:12]
    view.set_selection(20, 20)
    assert text.cursorPosition() == 20


def test_offsets_are_utf16(show: Show) -> None:
    view = show(make_article("😀 قال"))
    text = text_of(view)
    assert text.characterCount() == 6
    assert text.text(3, 6) == "قال"
    text.setCursorPosition(3)
    assert view.caret == 2


def test_letters_are_found_where_they_stand(show: Show, article: Article) -> None:
    view = show(article)
    text = text_of(view)
    for offset in (3, 25, 90):
        box = text.characterRect(offset)
        assert not box.isEmpty()
        assert text.offsetAtPoint(box.center()) == offset
    assert text.characterRect(len(article.text)).isEmpty()


def test_text_can_be_selected_and_scrolled_to(show: Show, article: Article) -> None:
    view = show(article, size=(420, 200))
    text = text_of(view)
    text.addSelection(4, 9)
    assert view.selection() == (4, 9)
    text.removeSelection(0)
    assert view.selection() is None
    last = len(article.text) - 2
    assert not view.range_rects(last, last + 1)
    text.scrollToSubstring(last, last + 1)
    assert view.range_rects(last, last + 1)
