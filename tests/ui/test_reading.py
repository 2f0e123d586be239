"""The reading pane carries what is picked between the view and the desk."""

import pytest
from pytestqt.qtbot import QtBot

import drive
from annotator.core.article import make_article
from annotator.core.record import Record
from annotator.store.load import load
from annotator.ui.desk import Desk
from annotator.ui.reading import Reading
from annotator.ui.theme import Theme


@pytest.fixture
def reading(qtbot: QtBot, desk: Desk) -> Reading:
    """A long article, with a span over most of it, shown from the middle of that span on."""
    article = make_article("خبر طويل\n" + "\n".join(f"فقرة رقم {number} من خبر طويل جدًّا." for number in range(200)))
    load(desk.store, [Record(article)], "long")
    desk.open_article(article.id)
    pane = Reading(desk, Theme("light"))
    qtbot.addWidget(pane)
    pane.resize(700, 400)
    desk.label_range("CLAIM", 9, len(article.text), picked=False)
    with qtbot.waitExposed(pane):
        pane.show()
    drive.show(pane.view, article.text.index("رقم 100"))
    return pane


def test_a_span_picked_with_the_mouse_stays_where_it_is(reading: Reading, desk: Desk) -> None:
    assert desk.article is not None
    before = reading.view.verticalScrollBar().value()
    assert before > 0
    drive.click(reading.view, desk.article.text.index("رقم 100"))
    drive.settle()
    assert desk.picked is not None
    assert reading.view.verticalScrollBar().value() == before


def test_a_span_picked_in_another_way_is_brought_into_sight(reading: Reading, desk: Desk) -> None:
    before = reading.view.verticalScrollBar().value()
    desk.pick(desk.spans[0].id)
    drive.settle()
    assert reading.view.verticalScrollBar().value() < before
