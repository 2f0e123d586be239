"""A failure while painting ends nothing: the text stays readable, and the failure is written down once."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor, QImage

from annotator.core.article import Article
from annotator.core.span import Span
from annotator.ui.article import sheet
from annotator.ui.article.guard import completes
from annotator.ui.article.view import ArticleView
from annotator.ui.theme import Theme


def fail() -> None:
    raise ArithmeticError


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[type[BaseException]]:
    """What was handed to be written down."""
    result: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: result.append(kind))
    monkeypatch.setattr("annotator.ui.article.guard._told", set())
    return result


def test_a_failure_is_told_once_and_a_success_never(told: list[type[BaseException]]) -> None:
    assert completes(lambda: None)
    assert told == []
    assert not completes(fail)
    assert not completes(fail)
    assert told == [ArithmeticError]


@pytest.mark.parametrize("broken", ["_tints", "_bars", "paint_truth"])
def test_where_marks_cannot_be_painted_the_bare_text_is(
    show: Callable[..., ArticleView],
    article: Article,
    picture: Callable[[ArticleView], QImage],
    told: list[type[BaseException]],
    monkeypatch: pytest.MonkeyPatch,
    broken: str,
) -> None:
    bare = picture(show(article))
    view = show(article, [Span("l", "s", "ACTOR", ((3, 12),))])
    marked = picture(view)
    monkeypatch.setattr(f"annotator.ui.article.paint.{broken}", lambda *_: fail())
    broken_picture = picture(view)
    assert told == [ArithmeticError]
    assert broken_picture not in (marked, bare)
    assert _ink(broken_picture) == pytest.approx(_ink(bare), rel=0.1)
    monkeypatch.undo()
    assert picture(view) == marked


def test_where_nothing_can_be_painted_the_paper_is_blank(
    show: Callable[..., ArticleView],
    article: Article,
    picture: Callable[[ArticleView], QImage],
    told: list[type[BaseException]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    view = show(article)
    for name in ("paint_page", "paint_text"):
        monkeypatch.setattr(sheet, name, lambda *_: fail())
    assert _ink(picture(view)) == 0


def _ink(image: QImage) -> int:
    """How many pixels have the colour of the text."""
    ink = QColor(Theme("light").hex("text")).rgb()
    return sum(image.pixel(x, y) == ink for y in range(image.height()) for x in range(image.width()))
