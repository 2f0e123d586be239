"""The events panel says each event as a sentence; cards are walked, changed and removed by mouse or by key."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import drive
from annotator.core.change import Edit
from annotator.core.frame import fillers, make_event, with_claim, with_filler
from annotator.core.layer import Event
from annotator.ui import framing
from annotator.ui.desk import Desk
from annotator.ui.event_panel import EventPanel
from annotator.ui.event_rows import PITCH_PX
from annotator.ui.event_words import SHORTEST, claim_lines, event_pieces, matter_of
from annotator.ui.linking import link, linked
from annotator.ui.piece import CHIP, TAG, spoken
from annotator.ui.role_names import role_arcs, role_names
from annotator.ui.settings import keep_setting
from annotator.ui.theme import Theme
from annotator.ui.window import Window

ACTOR, TARGET, WEAPON, CLAIM = range(4)
ATTACK = "ATTACK"


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


def attack(desk: Desk, **roles: list[str]) -> Event:
    """An event with these spans in its roles; `claims` are claims."""
    assert desk.layer is not None
    event, kind = make_event(desk.layer.id, ATTACK), desk.scheme.events[0]
    for role, spans in roles.items():
        for span in spans:
            event = with_claim(event, span) if role == "claims" else with_filler(event, kind, role, span)
    assert desk.keep("new_event", Edit(None, event))
    return event


@pytest.fixture
def spans(desk: Desk) -> dict[str, str]:
    """Spans of the article a-0: who, what, with what, and two claims that contradict each other."""
    return {
        "dawn": mark(desk, "كتائب الفجر", ACTOR),
        "brigade": mark(desk, "لواء الساحل", ACTOR),
        "depot": mark(desk, "مستودعًا للوقود", TARGET),
        "port": mark(desk, "ميناء الصفا", TARGET),
        "drones": mark(desk, "ثلاث طائرات مسيّرة", WEAPON),
        "claim": mark(desk, "أعلنت", CLAIM),
        "denial": mark(desk, "نفى", CLAIM),
    }


def panel(window: Window) -> EventPanel:
    return window.inspector.events


def said(desk: Desk, event: Event) -> str:
    return spoken(event_pieces(desk.event_of(event.id) or event, matter_of(desk)))


def test_an_event_is_said_as_a_sentence(desk: Desk, spans: dict[str, str]) -> None:
    event = attack(desk, attacker=[spans["dawn"]], target=[spans["depot"], spans["port"]], weapon=[spans["drones"]])
    words = "كتائب الفجر attacked مستودعًا للوقود and ميناء الصفا with ثلاث طائرات مسيّرة"
    assert said(desk, event) == words
    keep_setting("language", "ar")
    begun = said(desk, event)
    assert begun.startswith("هجوم من كتائب الفجر على ")
    assert begun.endswith("بـثلاث طائرات مسيّرة")


def test_three_are_listed_and_the_shortest_form_counts_them(desk: Desk, spans: dict[str, str]) -> None:
    third = mark(desk, "هجوم", TARGET)
    event = attack(desk, target=[spans["depot"], spans["port"], third])
    assert said(desk, event) == "An attack on مستودعًا للوقود, ميناء الصفا and هجوم"
    shortest = event_pieces(event, matter_of(desk), SHORTEST)
    assert [piece.text for piece in shortest] == ["An", "attack", "on", "مستودعًا للوقود", "+2"]


def test_silence_is_said_in_words(desk: Desk, spans: dict[str, str]) -> None:
    event = attack(desk, target=[spans["depot"]])
    assert "No actor named" not in said(desk, event)
    framing.set_silent(desk, event.id, "attacker")
    framing.set_silent(desk, event.id, framing.CLAIMS)
    assert said(desk, event) == "An attack on مستودعًا للوقود No actor named"
    event = desk.event_of(event.id) or event
    assert [spoken(line) for line in claim_lines(event, matter_of(desk))] == ["No claim made"]


def test_claims_that_contradict_each_other_stand_together(desk: Desk, spans: dict[str, str]) -> None:
    event = attack(desk, target=[spans["depot"]], claims=[spans["claim"], spans["denial"]])
    link(desk, "claim_source", spans["claim"], spans["dawn"])
    link(desk, "claim_source", spans["denial"], spans["brigade"])
    link(desk, "claim_names", spans["denial"], spans["dawn"])
    lines = claim_lines(event, matter_of(desk))
    assert [spoken(line) for line in lines] == ["Claim كتائب الفجر", "Claim لواء الساحل → كتائب الفجر"]
    assert [line[0].kind for line in lines] == [TAG, TAG]


def test_a_claim_without_a_source_shows_its_own_words(desk: Desk, spans: dict[str, str]) -> None:
    event = attack(desk, claims=[spans["claim"]])
    (line,) = claim_lines(event, matter_of(desk))
    assert [piece.span for piece in line if piece.kind == CHIP] == [spans["claim"]]


def test_there_are_events_only_where_there_is_something_to_make_them_of(window: Window, desk: Desk) -> None:
    assert panel(window).isHidden()
    mark(desk, "كتائب الفجر", ACTOR)
    assert panel(window).isVisible()
    desk.open_article("a-1")
    assert panel(window).isHidden()


def test_a_click_on_a_card_opens_it_and_on_a_chip_picks_the_span(
    window: Window, desk: Desk, spans: dict[str, str]
) -> None:
    first, second = attack(desk, attacker=[spans["dawn"]]), attack(desk, attacker=[spans["brigade"]])
    drive.settle()
    rows = panel(window).rows[0]
    assert rows.isVisible()
    QTest.mouseClick(rows, Qt.MouseButton.LeftButton, pos=QPoint(rows.width() - 30, PITCH_PX + PITCH_PX // 2))
    assert desk.picked_event == second
    assert panel(window).card.hasFocus()
    box = panel(window).rows[0]._boxes(0)[0]
    QTest.mouseClick(panel(window).rows[0], Qt.MouseButton.LeftButton, pos=box.room.center().toPoint())
    assert desk.picked_event == first
    assert desk.picked is not None
    assert desk.picked.id == spans["dawn"]


def test_cards_are_walked_by_key_and_taken_apart(window: Window, desk: Desk, spans: dict[str, str]) -> None:
    first = attack(desk, attacker=[spans["dawn"], spans["brigade"]], claims=[spans["claim"]])
    second = attack(desk, target=[spans["depot"]])
    drive.settle()
    assert panel(window).enter()
    assert desk.picked_event == first
    drive.press(panel(window).card, "Down")
    assert desk.picked_event == second
    drive.press(panel(window).card, "Up")
    drive.press(panel(window).card, "Right")
    drive.press(panel(window).card, "Right")
    drive.press(panel(window).card, "Delete")
    assert [fillers(event, "attacker") for event in desk.events] == [(spans["dawn"],), ()]
    drive.press(panel(window).card, "Delete")
    assert desk.events[0].claims == ()
    desk.undo()
    desk.undo()
    assert desk.events == (first, second)


def test_enter_picks_the_span_of_the_chip(window: Window, desk: Desk, spans: dict[str, str]) -> None:
    attack(desk, attacker=[spans["dawn"]])
    desk.pick("")
    panel(window).enter()
    drive.press(panel(window).card, "Right")
    drive.press(panel(window).card, "Enter")
    assert desk.picked is not None
    assert desk.picked.id == spans["dawn"]


def test_delete_removes_the_event_and_the_next_one_has_the_focus(
    window: Window, desk: Desk, spans: dict[str, str]
) -> None:
    first, second = attack(desk, attacker=[spans["dawn"]]), attack(desk, target=[spans["depot"]])
    desk.pick("")
    panel(window).enter()
    drive.press(panel(window).card, "Delete")
    assert desk.events == (second,)
    assert desk.picked_event == second
    assert panel(window).card.hasFocus()
    drive.press(panel(window).card, "Delete")
    assert not desk.events
    assert window.focusWidget() is window.reading.view
    desk.undo()
    desk.undo()
    assert set(desk.events) == {first, second}


def test_a_link_is_taken_out_at_its_chip(window: Window, desk: Desk, spans: dict[str, str]) -> None:
    event = attack(desk, claims=[spans["claim"]])
    link(desk, "claim_source", spans["claim"], spans["dawn"])
    panel(window).enter()
    drive.press(panel(window).card, "Right")
    drive.press(panel(window).card, "Delete")
    assert linked(desk, "claim_source", spans["claim"]) == ()
    assert desk.events == (event,)


def test_what_an_event_must_say_is_set_by_key(window: Window, desk: Desk, spans: dict[str, str]) -> None:
    event = attack(desk, target=[spans["depot"]])
    panel(window).enter()
    card = panel(window).card
    assert card.silences.missing.isVisible()
    drive.press(card, "0")
    assert not card.silences.missing.isVisible()
    drive.press(card, "Space")
    row = card.attributes.in_focus()
    assert row is not None
    drive.press(row, "E")
    after = card.attributes.in_focus()
    assert after is not None
    drive.press(after, "H")
    kept = dict((desk.event_of(event.id) or event).attributes)
    assert kept == {"no_actor": "yes", "event_type": "explosions_remote", "realis": "historical"}
    assert "Past" in card.accessibleName()
    drive.press(after, "Esc")
    assert card.hasFocus()
    drive.press(card, "Esc")
    assert window.focusWidget() is window.reading.view


def test_the_picked_span_is_offered_to_the_open_event(window: Window, desk: Desk, spans: dict[str, str]) -> None:
    event = attack(desk, attacker=[spans["dawn"]])
    desk.pick_event(event.id)
    offer = panel(window).card._offer
    desk.pick(spans["dawn"])
    assert offer.isHidden()
    desk.pick(spans["drones"])
    assert offer.accessibleName() == "Add as Weapon"
    offer.click()
    assert fillers(desk.events[0], "weapon") == (spans["drones"],)
    assert offer.isHidden()


def test_three_hundred_events_cost_no_more_than_those_that_show(
    window: Window, desk: Desk, spans: dict[str, str]
) -> None:
    assert desk.layer is not None
    kind, layer = desk.scheme.events[0], desk.layer.id
    events = [with_filler(make_event(layer, ATTACK), kind, "attacker", spans["dawn"]) for _ in range(300)]
    assert desk.keep("new_event", *[Edit(None, event) for event in events])
    drive.settle()
    rows = panel(window).rows[0]
    rows.grab(rows.visibleRegion().boundingRect())
    assert rows.height() == 300 * PITCH_PX
    assert 0 < len(rows._set) <= 800 // PITCH_PX + 2


def test_nothing_is_made_anew_while_nothing_changes(window: Window, desk: Desk, spans: dict[str, str]) -> None:
    event = attack(desk, attacker=[spans["dawn"]])
    desk.pick_event(event.id)
    shown = panel(window)._shown
    desk.pick(spans["depot"])
    desk.select(0, 3)
    assert panel(window)._shown is shown


@pytest.mark.parametrize("theme", ["dark", "sepia"])
def test_the_open_card_is_outlined_in_ink_in_every_theme(
    window: Window, desk: Desk, spans: dict[str, str], theme: str
) -> None:
    attack(desk, attacker=[spans["dawn"]])
    desk.pick_event(desk.events[0].id)
    window.set_theme(Theme(theme))
    drive.settle()
    image = panel(window).card.grab().toImage()
    middle = image.height() // 2
    assert any(image.pixelColor(x, middle) == Theme(theme).colour("ink") for x in range(8))


def test_nothing_is_wider_than_the_pane(window: Window, desk: Desk, spans: dict[str, str]) -> None:
    long = mark(desk, "مسيّرات تضرب ميناء الصفا واتهامات متبادلة بين الجيش", TARGET)
    attack(desk, attacker=[spans["dawn"], spans["brigade"]], target=[long, spans["depot"]])
    panel(window).enter()
    panel(window).card.toggle()
    drive.settle()
    card = panel(window).card
    for part in (card, *card.findChildren(type(card._offer))):
        if part.isVisible():
            right = part.mapTo(window.inspector, QPoint(part.width(), 0)).x()
            assert part.mapTo(window.inspector, QPoint(0, 0)).x() >= 0
            assert right <= window.inspector.width()


def test_the_panel_stays_under_the_hand_while_its_chips_pick_spans(
    window: Window, desk: Desk, spans: dict[str, str]
) -> None:
    window.resize(1280, 560)
    attack(desk, attacker=[spans["dawn"]], target=[spans["depot"]], weapon=[spans["drones"]], claims=[spans["claim"]])
    desk.pick(spans["drones"])
    panel(window).enter()
    drive.settle()
    before = window.inspector._top_of_events()
    drive.press(panel(window).card, "Right")
    drive.press(panel(window).card, "Enter")
    drive.settle()
    assert desk.picked is not None
    assert desk.picked.id == spans["dawn"]
    assert window.inspector._top_of_events() == before


def test_the_picked_event_names_its_roles_in_the_article_until_it_is_let_go(
    window: Window, desk: Desk, spans: dict[str, str]
) -> None:
    event = attack(desk, attacker=[spans["dawn"]], target=[spans["depot"]], claims=[spans["claim"]])
    link(desk, "claim_source", spans["claim"], spans["brigade"])
    view = window.reading.view
    desk.pick("")
    before = view.viewport().grab().toImage()
    desk.pick_event(event.id)
    assert role_names(event, matter_of(desk)) == {
        spans["dawn"]: "Attacker",
        spans["depot"]: "Target",
        spans["claim"]: "Claim",
        spans["brigade"]: "Who speaks",
    }
    drive.settle()
    assert view.viewport().grab().toImage() != before
    view.setFocus()
    drive.press(view, "Esc")
    drive.settle()
    assert desk.picked_event is None
    assert view._scene().roles == {}


def test_esc_lets_go_of_the_span_first_and_of_the_event_then(
    window: Window, desk: Desk, spans: dict[str, str]
) -> None:
    event = attack(desk, attacker=[spans["dawn"]])
    desk.pick_event(event.id)
    desk.pick(spans["dawn"])
    view = window.reading.view
    view.setFocus()
    drive.press(view, "Esc")
    assert (desk.picked, desk.picked_event) == (None, event)
    drive.press(view, "Esc")
    assert desk.picked_event is None


def test_arcs_lead_from_the_heart_of_the_event_and_are_drawn_on_demand(
    window: Window, desk: Desk, spans: dict[str, str]
) -> None:
    event = attack(desk, attacker=[spans["dawn"]], target=[spans["depot"]], claims=[spans["claim"]])
    assert role_arcs(event) == ((spans["dawn"], spans["depot"]), (spans["dawn"], spans["claim"]))
    desk.pick_event(event.id)
    view = window.reading.view
    assert view._scene().arcs == ()
    view.setFocus()
    drive.press(view, "A")
    assert view._scene().arcs == role_arcs(event)
    drive.press(view, "A")
    assert view._scene().arcs == ()


def test_in_event_mode_no_span_steps_back(window: Window, desk: Desk, spans: dict[str, str]) -> None:
    event = attack(desk, attacker=[spans["dawn"]])
    desk.pick("")
    desk.pick_event(event.id)
    assert window.reading.view._scene().recede
    window.reading.roles.go_on()
    assert not window.reading.view._scene().recede
    window.reading.roles.close()
    assert window.reading.view._scene().recede


def test_enter_leads_from_the_text_to_the_events_and_esc_back(
    window: Window, desk: Desk, spans: dict[str, str]
) -> None:
    event = attack(desk, attacker=[spans["dawn"]])
    desk.pick("")
    drive.press(window.reading.view, "Enter")
    assert panel(window).card.hasFocus()
    assert desk.picked_event == event
    drive.press(panel(window).card, "Esc")
    assert window.focusWidget() is window.reading.view
    assert desk.picked_event == event
