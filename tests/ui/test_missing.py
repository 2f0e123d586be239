"""What is missing: listed, gone to, asked about once, and recorded."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import drive
from annotator.core.change import Edit
from annotator.core.frame import make_event, with_attribute, with_filler
from annotator.core.layer import ANYWAY, DONE, STARTED
from annotator.core.span import Span
from annotator.ui.desk import Desk
from annotator.ui.missing import item_words, missing
from annotator.ui.sheet.frame import open_sheet
from annotator.ui.sheet.missing_sheet import MissingSheet
from annotator.ui.window import Window
from annotator.ui.wording import isolated


def mark(desk: Desk, words: str, label: str) -> Span:
    assert desk.article is not None
    start = desk.article.text.index(words)
    desk.select(start, start + len(words))
    desk.label(label)
    assert desk.picked is not None
    return desk.picked


def required(desk: Desk) -> tuple[str, str]:
    """A label of the scheme that has a required attribute, and that attribute."""
    return next((label.id, one.id) for label in desk.scheme.labels for one in label.attributes if one.required)


@pytest.fixture
def lacking(desk: Desk) -> Span:
    return mark(desk, "كتائب الفجر", required(desk)[0])


def test_a_required_attribute_is_missing_until_it_is_set(desk: Desk, lacking: Span) -> None:
    (item,) = missing(desk)
    assert (item.span, item.what) == (lacking.id, required(desk)[1])
    assert "not set yet" in item_words(item, desk)
    label = desk.scheme.label(lacking.label)
    assert label is not None
    choice = next(one for one in label.attributes if one.id == item.what).choices[0]
    desk.change_span("attribute", replace(lacking, attributes=((item.what, choice.id),)))
    assert missing(desk) == []


def test_a_quotation_mark_without_its_partner_is_missing_it(desk: Desk) -> None:
    claim = next(iter(desk.scheme.events[0].claims))
    assert desk.article is not None
    start = desk.article.text.index("«") + 1
    span = mark(desk, desk.article.text[start : start + 6], claim)
    assert [item.kind for item in missing(desk) if item.span == span.id] == ["attribute"]
    desk.resize(span.id, start - 1, start + 6)
    assert "quotation" in {item.kind for item in missing(desk)}


def test_an_event_whose_actor_is_neither_named_nor_said_to_be_unnamed_is_missing_it(desk: Desk) -> None:
    target = mark(desk, "كتائب الفجر", "TARGET")
    assert desk.layer is not None
    (kind,) = desk.scheme.events
    event = with_filler(make_event(desk.layer.id, kind.id), kind, "target", target.id)
    event = replace(event, attributes=(("realis", "actual"), ("event_type", "battles")))
    desk.keep("event", Edit(None, event))
    roles = [item for item in missing(desk) if item.kind == "role"]
    assert [item.what for item in roles] == ["attacker"]
    assert "attacker" in item_words(roles[0], desk).lower()
    silent = replace(event, attributes=with_attribute(event.attributes, "no_actor", "yes"))
    desk.keep("event", Edit(event, silent))
    assert [item for item in missing(desk) if item.kind == "role"] == []


def test_done_asks_once_and_keeps_the_answer(desk: Desk, lacking: Span, qtbot: QtBot) -> None:
    here = desk.article
    assert here is not None
    with qtbot.waitSignal(desk.doubted) as asked:
        desk.mark(DONE)
    assert asked.args == [1]
    assert desk.layer is not None
    assert (desk.article, desk.layer.status) == (here, STARTED)
    layer = desk.layer.id
    desk.mark(DONE)
    assert desk.article != here
    desk.open_article(here.id)
    assert desk.layer.id == layer
    assert (desk.layer.status, desk.layer.open_answer) == (DONE, ANYWAY)
    desk.mark(STARTED)
    with qtbot.assertNotEmitted(desk.doubted):
        desk.mark(DONE)


def test_an_article_that_lacks_nothing_is_done_at_once(desk: Desk, qtbot: QtBot) -> None:
    here = desk.article
    with qtbot.assertNotEmitted(desk.doubted):
        desk.mark(DONE)
    assert desk.article != here


def test_the_window_asks_in_place_and_the_list_leads_to_the_span(
    program: Window, desk: Desk, lacking: Span, qtbot: QtBot
) -> None:
    desk.select(0, 0)
    desk.pick("")
    program.reading.view.setFocus()
    QTest.keyClick(program.reading.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "1 thing missing" in program.notice.text
    QTest.keyClick(program.reading.view, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    sheet = open_sheet(program)
    assert isinstance(sheet, MissingSheet)
    QTest.keyClick(sheet.table, Qt.Key.Key_Return)
    assert open_sheet(program) is None
    assert desk.picked == lacking
    assert program.inspector.attributes.in_focus() is not None


def test_g_goes_round_what_is_missing(program: Window, desk: Desk, lacking: Span) -> None:
    assert desk.article is not None
    later = mark(desk, desk.article.text[300:306].strip(), required(desk)[0])
    desk.select(0, 0)
    desk.pick("")
    seen: list[str] = []
    for _ in range(3):
        program.let_go()
        program.reading.view.setFocus()
        desk.pick(seen[-1] if seen else "")
        QTest.keyClick(program.reading.view, Qt.Key.Key_G)
        assert desk.picked is not None
        seen.append(desk.picked.id)
    assert set(seen) == {lacking.id, later.id}
    assert seen[0] == seen[2]


def test_relabelling_takes_what_the_new_label_cannot_have_and_undo_brings_it_back(desk: Desk) -> None:
    actor = mark(desk, "كتائب الفجر", "ACTOR")
    assert desk.layer is not None
    (kind,) = desk.scheme.events
    event = with_filler(make_event(desk.layer.id, kind.id), kind, "attacker", actor.id)
    desk.keep("event", Edit(None, event), pick=actor.id)
    label = desk.scheme.label("ACTOR")
    assert label is not None
    only = next(one for one in label.attributes if one.choices)
    desk.change_span("attribute", replace(actor, attributes=((only.id, only.choices[0].id),)))
    before = (desk.spans, desk.events)
    desk.label("CLAIM")
    assert desk.picked is not None
    claim = desk.scheme.label("CLAIM")
    assert claim is not None
    assert desk.picked.attributes == claim.kept(desk.picked.attributes)
    assert desk.events[0].arguments == ()
    desk.undo()
    assert (desk.spans, desk.events) == before


def test_attributes_of_the_same_words_are_set_as_before_by_one_key_and_never_unasked(
    program: Window, desk: Desk
) -> None:
    assert desk.article is not None
    label = desk.scheme.label("TARGET")
    assert label is not None
    one = next(one for one in label.attributes if one.choices)
    first = mark(desk, "ميناء الصفا", label.id)
    desk.change_span("attribute", replace(first, attributes=((one.id, one.choices[0].id),)))
    start = desk.article.text.index("ميناء الصفا", first.end)
    desk.select(start, start + len("ميناء الصفا"))
    desk.label(label.id)
    assert desk.picked is not None
    assert not desk.picked.attributes
    desk.select(0, 0)
    program.reading.view.setFocus()
    QTest.keyClick(program.reading.view, Qt.Key.Key_Equal)
    assert desk.picked.attributes == ((one.id, one.choices[0].id),)
    desk.undo()
    assert desk.picked is not None
    assert not desk.picked.attributes


def test_what_the_same_words_had_is_offered_above_the_attributes_once_there_is_time(
    program: Window, desk: Desk
) -> None:
    assert desk.article is not None
    label = desk.scheme.label("TARGET")
    assert label is not None
    one = next(one for one in label.attributes if one.choices)
    offer = program.inspector.before
    first = mark(desk, "ميناء الصفا", label.id)
    drive.settle()
    assert offer.isHidden()
    desk.change_span("attribute", replace(first, attributes=((one.id, one.choices[0].id), ("count", "2"))))
    start = desk.article.text.index("ميناء الصفا", first.end)
    desk.label_range(label.id, start, start + len("ميناء الصفا"))
    assert offer.isHidden()
    drive.settle()
    assert offer.isVisible()
    words = f"As last time: {isolated(one.choices[0].name('en') + ', Count 2')}"
    assert offer.button.text() == words
    program.inspector.focus_first()
    drive.press(program.focusWidget() or program, "=")
    assert desk.picked is not None
    assert desk.picked.attributes == ((one.id, one.choices[0].id), ("count", "2"))
    drive.settle()
    assert offer.isHidden()
    desk.undo()
    drive.settle()
    offer.button.click()
    assert desk.picked.attributes == ((one.id, one.choices[0].id), ("count", "2"))
