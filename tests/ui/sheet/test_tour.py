"""The guided tour, with the real desk and the real article view."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRectF
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.core.layer import DONE
from annotator.ui.desk import Desk
from annotator.ui.reading import Reading
from annotator.ui.settings import setting
from annotator.ui.sheet.shadow import REACH
from annotator.ui.sheet.tour import ARROW_PX, SETTING, TourCard, aim_of
from annotator.ui.theme import Theme


@pytest.fixture
def reading(desk: Desk, window: QWidget) -> Reading:
    tour = desk.scheme.tour
    assert tour is not None
    desk.open_article(tour.article)
    reading = Reading(desk, Theme("light"), window)
    reading.setGeometry(300, 50, 700, 650)
    reading.show()
    reading.view.set_motion(False)
    return reading


@pytest.fixture
def card(desk: Desk, reading: Reading, qtbot: QtBot) -> TourCard:
    card = TourCard(desk, reading.view, Theme("light"))
    card.show()
    qtbot.wait(20)
    return card


def words_in_window(card: TourCard, reading: Reading) -> list[QRectF]:
    assert card._aim is not None
    corner = reading.view.viewport().mapTo(reading.window(), QPoint(0, 0))
    return [box.translated(corner) for box in reading.view.range_rects(card._aim.start, card._aim.end)]


def paper(card: TourCard) -> QRectF:
    edge = REACH + ARROW_PX
    return QRectF(card.geometry()).adjusted(edge, edge, -edge, -edge)


def test_its_words_are_the_schemes_and_stand_in_the_article(desk: Desk) -> None:
    aim, tour = aim_of(desk), desk.scheme.tour
    assert aim is not None
    assert tour is not None
    article = desk.store.article(aim.article)
    assert article is not None
    assert article.text[aim.start : aim.end] == tour.quote


def test_each_step_ends_with_the_persons_own_gesture(desk: Desk, card: TourCard, qtbot: QtBot) -> None:
    aim = card._aim
    assert aim is not None
    desk.select(aim.start, aim.end)
    desk.label(aim.other)
    assert card.step == 0
    desk.label(aim.label)
    assert card.step == 1
    desk.label(aim.other)
    assert card.step == 2
    desk.undo()
    assert card.step == 3
    assert setting(SETTING) != "done"
    # The span lacks what its label requires: the first time it is asked whether that is meant.
    desk.mark(DONE)
    assert card.step == 3
    with qtbot.waitSignal(card.finished):
        desk.mark(DONE)
    assert setting(SETTING) == "done"
    assert not card.isVisible()


def test_show_me_makes_every_gesture(desk: Desk, card: TourCard, qtbot: QtBot) -> None:
    aim = card._aim
    assert aim is not None
    card.show_button.click()
    assert desk.selection == (aim.start, aim.end)
    qtbot.waitUntil(lambda: card.step == 1, timeout=5_000)
    assert [(span.start, span.end, span.label) for span in desk.spans] == [(aim.start, aim.end, aim.label)]
    card.show_button.click()
    assert [span.label for span in desk.spans] == [aim.other]
    card.show_button.click()
    assert [span.label for span in desk.spans] == [aim.label]
    with qtbot.waitSignal(card.finished):
        card.show_button.click()


def test_skipping_is_remembered(card: TourCard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.finished):
        card.skip_button.click()
    assert setting(SETTING) == "done"


@pytest.mark.parametrize(("width", "height"), [(700, 650), (460, 650), (700, 420), (980, 700), (500, 330)])
def test_it_never_covers_the_words_it_points_at(
    card: TourCard, reading: Reading, qtbot: QtBot, width: int, height: int
) -> None:
    reading.setGeometry(200, 40, width, height)
    qtbot.wait(30)
    boxes = words_in_window(card, reading)
    assert boxes
    assert not any(paper(card).intersects(box) for box in boxes)
    assert card.ring.isVisible()


def test_it_follows_the_words_when_the_text_is_scrolled(card: TourCard, reading: Reading, qtbot: QtBot) -> None:
    card_before, words_before = paper(card).top(), words_in_window(card, reading)[0].top()
    reading.view.verticalScrollBar().setValue(reading.view.verticalScrollBar().value() + 30)
    words_moved = words_in_window(card, reading)[0].top() - words_before
    assert words_moved == -30
    assert paper(card).top() - card_before == words_moved
    assert not any(paper(card).intersects(box) for box in words_in_window(card, reading))


def test_it_rests_while_another_article_is_open_and_comes_back(desk: Desk, card: TourCard) -> None:
    desk.step_article(1)
    assert not card.isVisible()
    desk.step_article(-1)
    assert card.isVisible()


def test_the_outline_lies_round_the_words_and_lets_the_mouse_through(card: TourCard, reading: Reading) -> None:
    assert card._aim is not None
    for box in reading.view.range_rects(card._aim.start, card._aim.end):
        assert QRectF(card.ring.geometry()).contains(box)
    under = reading.view.viewport().childAt(card.ring.geometry().center())
    assert under is None


def test_closing_the_card_takes_the_outline_with_it(desk: Desk, card: TourCard, reading: Reading) -> None:
    card.close()
    reading.view.verticalScrollBar().setValue(5)
    desk.article_opened.emit()
    assert not card.isVisible()
    assert not card.ring.isVisible()


def test_a_deleted_card_leaves_the_view_its_scroll_bar(card: TourCard, reading: Reading) -> None:
    bar = reading.view.verticalScrollBar()
    card.skip_button.click()
    card.deleteLater()
    QCoreApplication.sendPostedEvents(card, QEvent.Type.DeferredDelete)
    assert bar.value() == 0


def test_it_leaves_the_focus_with_the_text(card: TourCard, reading: Reading) -> None:
    card.setFocus()
    assert reading.view.hasFocus()


def test_an_annotator_whose_words_are_labelled_begins_with_the_second_step(desk: Desk, reading: Reading) -> None:
    aim = aim_of(desk)
    assert aim is not None
    desk.select(aim.start, aim.end)
    desk.label(aim.label)
    assert TourCard(desk, reading.view, Theme("dark")).step == 1
