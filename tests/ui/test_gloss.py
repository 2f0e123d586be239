"""Marks in the margin: a line that was talked about or lacks something bears one, and a click on it leads there."""

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import drive
from annotator.core.layer import Comment
from annotator.core.open_item import OpenItem
from annotator.core.span import Span
from annotator.ui.article.gloss import Gloss
from annotator.ui.article.truth import MARK_PX, MARK_REACH
from annotator.ui.article.view import ArticleView
from annotator.ui.button import Button, Key
from annotator.ui.commenting import comment_on, settle
from annotator.ui.desk import Desk
from annotator.ui.glossing import glosses_of
from annotator.ui.theme import Theme
from annotator.ui.window import Window

Mark = Callable[[str], Span]


@pytest.fixture
def mark(desk: Desk) -> Mark:
    """Marks words of the open article as a weapon, which must have a type."""

    def make(words: str) -> Span:
        assert desk.article is not None
        start = desk.article.text.index(words)
        desk.label_range("WEAPON", start, start + len(words))
        assert desk.picked is not None
        return desk.picked

    return make


def beside(view: ArticleView, position: int) -> QPoint:
    """The middle of the mark beside the line of a code point."""
    page = view.page
    spot = page.spot_of(position)
    face = page.face(spot)
    middle = page.line_top(spot) + (face.tint_top + face.tint_bottom) / 2
    at = view.to_page(QPointF(0, 0))
    return QPointF(page.width + MARK_REACH + MARK_PX / 2 - at.x(), middle - at.y()).toPoint()


def without_isolates(words: str) -> str:
    return words.replace("\u2068", "").replace("\u2069", "")


def shown(view: ArticleView, position: int) -> Sequence[Gloss]:
    return view.glosses_under(QPointF(beside(view, position)))


def click(view: ArticleView, position: int) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=beside(view, position))


def test_what_is_missing_stands_beside_its_line_until_it_is_given(
    program: Window, desk: Desk, mark: Mark, qtbot: QtBot
) -> None:
    view = program.reading.view
    before = view.viewport().grab().toImage()
    span = mark("مسيّرات مفخخة")
    assert shown(view, span.start) == ()
    qtbot.waitUntil(lambda: bool(shown(view, span.start)))
    image, place = view.viewport().grab().toImage(), beside(view, span.start)
    reach = MARK_PX // 2
    assert image.copy(place.x() - reach, place.y() - reach, MARK_PX, MARK_PX) != before.copy(
        place.x() - reach, place.y() - reach, MARK_PX, MARK_PX
    )
    desk.pick("")
    click(view, span.start)
    assert desk.picked == span
    row = program.inspector.attributes.in_focus()
    assert row is not None
    assert row.attribute.required
    drive.press(program.focusWidget() or program, "D")
    qtbot.waitUntil(lambda: not shown(view, span.start))


def test_the_mark_of_a_thread_opens_it_and_comes_before_what_is_missing(
    program: Window, desk: Desk, mark: Mark, qtbot: QtBot
) -> None:
    view = program.reading.view
    span = mark("مسيّرات مفخخة")
    assert comment_on(desk, "أهي سلاح واحد؟", span.id)
    desk.pick("")
    qtbot.waitUntil(lambda: len(shown(view, span.start)) == 2)
    comment, item = (gloss.about for gloss in shown(view, span.start))
    assert isinstance(comment, Comment)
    assert isinstance(item, OpenItem)
    click(view, span.start)
    panel = program.reading.comment_panel
    assert panel.isVisible()
    row = panel.list.row()
    assert row is not None
    assert row.comment == comment
    assert desk.picked == span
    settle(desk, comment)
    qtbot.waitUntil(lambda: [gloss.about for gloss in shown(view, span.start)] == [item])


def test_a_comment_on_the_article_stands_beside_its_first_line(program: Window, desk: Desk, qtbot: QtBot) -> None:
    assert comment_on(desk, "للمراجعة", None)
    qtbot.waitUntil(lambda: bool(shown(program.reading.view, 0)))


def test_the_mark_says_what_it_stands_for_when_the_pointer_rests_on_it(
    program: Window, desk: Desk, mark: Mark, qtbot: QtBot
) -> None:
    view = program.reading.view
    span = mark("مسيّرات مفخخة")
    assert comment_on(desk, "<b>أهي سلاح؟</b>", span.id)
    qtbot.waitUntil(lambda: len(shown(view, span.start)) == 2)
    said = [without_isolates(words) for words in view.tip_at(beside(view, span.start)).split("<br>")]
    assert said == ["<p>Comment: &lt;b&gt;أهي سلاح؟&lt;/b&gt;", "“Type” is not set yet.</p>"]
    assert view.tip_at(beside(view, span.start) - QPoint(100, 0)) == ""


def test_the_marks_follow_the_article_that_is_open(program: Window, desk: Desk, mark: Mark, qtbot: QtBot) -> None:
    view = program.reading.view
    span = mark("مسيّرات مفخخة")
    qtbot.waitUntil(lambda: bool(shown(view, span.start)))
    desk.step_article(1)
    assert shown(view, span.start) == ()
    desk.step_article(-1)
    qtbot.waitUntil(lambda: bool(shown(view, span.start)))


def test_an_event_that_lacks_something_stands_where_it_begins(desk: Desk, mark: Mark) -> None:
    from annotator.ui import framing

    span = mark("مسيّرات مفخخة")
    made = framing.new_event(desk)
    assert made is not None
    places = {gloss.about.event: gloss.at for gloss in glosses_of(desk) if isinstance(gloss.about, OpenItem)}
    assert places[made] == span.start


def test_a_window_made_on_work_in_hand_counts_what_is_missing_and_shows_its_keys(
    desk: Desk, mark: Mark, qtbot: QtBot
) -> None:
    span = mark("مسيّرات مفخخة")
    window = Window(desk, Theme("light"))
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    more = window.inspector.links.findChildren(Button)
    assert any(Key("L") in button.parts for button in more)
    qtbot.waitUntil(lambda: window.articles.lacking == 1)
    qtbot.waitUntil(lambda: bool(shown(window.reading.view, span.start)))
