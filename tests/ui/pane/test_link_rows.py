"""A claim shows in the inspector who speaks and who is named; both are chosen by a letter over the span."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

import drive
from annotator.ui.button import Button
from annotator.ui.desk import Desk
from annotator.ui.linking import link, linked, unlink
from annotator.ui.theme import Theme
from annotator.ui.window import Window
from annotator.ui.wording import change_words, sentence_words

ACTOR, TARGET, WEAPON, CLAIM = range(4)
SOURCE, NAMES = "claim_source", "claim_names"


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> Iterator[Window]:
    window = Window(desk, Theme("light"))
    window.resize(1280, 800)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.reading.view.setFocus()
    yield window
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


def mark(desk: Desk, words: str, label: int) -> str:
    assert desk.article is not None
    start = desk.article.text.index(words)
    desk.label_range(desk.scheme.labels[label].id, start, start + len(words))
    assert desk.picked is not None
    return desk.picked.id


def chips(window: Window) -> list[Button]:
    return [button for button in window.inspector.links.findChildren(Button) if button.isVisible()]


def test_every_label_has_the_rows_that_the_scheme_gives_it(window: Window, desk: Desk) -> None:
    claim = mark(desk, "أعلنت", CLAIM)
    assert window.inspector.links.isVisible()
    assert [chip.accessibleName() for chip in chips(window)] == ["Who speaks", "Who is named"]
    mark(desk, "كتائب الفجر", ACTOR)
    assert [chip.accessibleName() for chip in chips(window)] == ["Same as", "Associated with"]
    mark(desk, "مستودعًا للوقود", TARGET)
    assert [chip.accessibleName() for chip in chips(window)] == ["Same as", "Part of"]
    desk.pick(claim)
    assert [chip.accessibleName() for chip in chips(window)] == ["Who speaks", "Who is named"]


def test_the_key_again_asks_for_the_next_kind_of_link(window: Window, desk: Desk) -> None:
    dawn, brigade = mark(desk, "كتائب الفجر", ACTOR), mark(desk, "لواء الساحل", ACTOR)
    mark(desk, "مستودعًا للوقود", TARGET)
    third = mark(desk, "الساحل", ACTOR)
    view, roles = window.reading.view, window.reading.roles
    drive.press(view, "L")
    shown = roles.letters.shown
    assert shown is not None
    assert len(shown.spans) == 3
    assert "L" not in shown.places()
    drive.press(view, "L")
    shown = roles.letters.shown
    assert shown is not None
    assert {span.id for span in shown.spans} == {dawn, brigade}
    drive.press(view, "L")
    assert roles.asked == "same_as"
    drive.press(view, "L")
    assert roles.asked == "associated_with"
    drive.press(view, next(key for key, span in shown.places().items() if span.id == dawn))
    assert linked(desk, "associated_with", third) == (dawn,)
    assert linked(desk, "same_as", third) == ()
    assert desk.picked is not None
    assert desk.picked.id == third


def test_a_label_that_the_scheme_links_to_nothing_is_told_so(window: Window, desk: Desk) -> None:
    told: list[str] = []
    desk.told.connect(lambda sentence: told.append(sentence_words(sentence)))
    assert desk.article is not None
    place = desk.article.text.index("مستودعًا")
    desk.label_range("PLACE", place, place + len("مستودعًا"))
    assert window.inspector.links.isHidden()
    drive.press(window.reading.view, "L")
    desk.pick("")
    window.link_span()
    assert told == [
        "The scheme links this label to no other.",
        "Pick a span first: then it can be linked to another.",
    ]


def test_arcs_show_the_links_of_the_picked_span_and_of_those_linked_to_it(window: Window, desk: Desk) -> None:
    dawn, brigade = mark(desk, "كتائب الفجر", ACTOR), mark(desk, "لواء الساحل", ACTOR)
    assert link(desk, "associated_with", brigade, dawn)
    view = window.reading.view
    assert list(view.arcs) == []
    drive.press(view, "A")
    assert list(view.arcs) == [(brigade, dawn)]
    desk.pick(dawn)
    assert list(view.arcs) == [(brigade, dawn)]
    unlink(desk, desk.relations[0].id)
    assert list(view.arcs) == []
    desk.undo()
    assert list(view.arcs) == [(brigade, dawn)]
    drive.press(view, "A")
    assert list(view.arcs) == []


def test_the_key_asks_for_who_speaks_and_then_for_who_is_named(window: Window, desk: Desk) -> None:
    dawn, brigade = mark(desk, "كتائب الفجر", ACTOR), mark(desk, "لواء الساحل", ACTOR)
    claim = mark(desk, "أعلنت", CLAIM)
    view = window.reading.view
    view.setFocus()
    drive.press(view, "L")
    shown = window.reading.roles.letters.shown
    assert shown is not None
    assert {span.id for span in shown.spans} == {dawn, brigade}
    drive.press(view, next(key for key, span in shown.places().items() if span.id == dawn))
    assert linked(desk, SOURCE, claim) == (dawn,)
    assert desk.picked is not None
    assert desk.picked.id == claim
    drive.press(view, "L")
    shown = window.reading.roles.letters.shown
    assert shown is not None
    drive.press(view, next(key for key, span in shown.places().items() if span.id == brigade))
    assert linked(desk, NAMES, claim) == (brigade,)
    assert [chip.accessibleName() for chip in chips(window)][::2] == ["كتائب الفجر", "لواء الساحل"]


def test_a_click_asks_for_this_very_link_and_one_fitting_span_is_taken_at_once(window: Window, desk: Desk) -> None:
    dawn, claim = mark(desk, "كتائب الفجر", ACTOR), mark(desk, "أعلنت", CLAIM)
    drive.settle()
    next(chip for chip in chips(window) if chip.accessibleName() == "Who is named").click()
    assert linked(desk, NAMES, claim) == (dawn,)
    assert linked(desk, SOURCE, claim) == ()


def test_delete_takes_the_link_out_and_undo_brings_it_back(window: Window, desk: Desk) -> None:
    dawn, claim = mark(desk, "كتائب الفجر", ACTOR), mark(desk, "أعلنت", CLAIM)
    assert link(desk, SOURCE, claim, dawn)
    drive.settle()
    chip = chips(window)[0]
    chip.setFocus()
    drive.press(chip, "Delete")
    assert linked(desk, SOURCE, claim) == ()
    assert desk.span(claim) is not None
    change = desk.next_undo
    assert change is not None
    assert change_words(change, desk.scheme) == "take a link out"
    desk.undo()
    assert linked(desk, SOURCE, claim) == (dawn,)


def test_what_the_scheme_forbids_is_not_linked(desk: Desk) -> None:
    dawn, weapon, claim = mark(desk, "كتائب الفجر", ACTOR), mark(desk, "مسيّرة", WEAPON), mark(desk, "أعلنت", CLAIM)
    told: list[str] = []
    desk.told.connect(lambda sentence: told.append(sentence_words(sentence)))
    assert not link(desk, SOURCE, claim, weapon)
    assert not link(desk, SOURCE, dawn, claim)
    assert link(desk, SOURCE, claim, dawn)
    assert not link(desk, SOURCE, claim, dawn)
    assert told == [
        "The scheme does not let these spans be linked so.",
        "The scheme does not let these spans be linked so.",
        "These spans are linked so already.",
    ]
    assert len(desk.relations) == 1
