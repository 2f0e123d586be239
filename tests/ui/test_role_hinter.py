"""The role hinter on the reading pane alone: choosing a span by letters, and event mode key by key."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import drive
from annotator import paths
from annotator.arabic.words import words
from annotator.core.layer import Event
from annotator.core.scheme_edit import Draft, switch_label
from annotator.ui.article.move import Caret
from annotator.ui.desk import Desk
from annotator.ui.frame_words import mode_words
from annotator.ui.reading import Reading
from annotator.ui.scheme_keeping import keep_draft
from annotator.ui.theme import Theme
from tests.ui.test_framing import RAID, opened


@dataclass
class Chooser:
    """The reading pane on a desk, and what was chosen."""

    desk: Desk
    reading: Reading
    chosen: list[str] = field(default_factory=list)

    def choose(self, *labels: str, taken: tuple[str, ...] = (), title: str = "") -> None:
        self.reading.roles.choose(labels, self.chosen.append, taken, title)

    def letters(self) -> dict[str, str]:
        """The letters that show, with the ids of their spans."""
        shown = self.reading.roles.letters.shown
        return {key: span.id for key, span in shown.places().items()} if shown else {}

    def press(self, *keys: str) -> list[bool]:
        return [self.reading.roles.press(key) for key in keys]

    def fill(self, key: str, span_id: str) -> None:
        """A part's key, and the letter where more than one span fits."""
        self.press(key)
        if self.letters():
            self.press(next(letter for letter, known in self.letters().items() if known == span_id))

    @property
    def event(self) -> Event:
        """The event made last."""
        return self.desk.events[-1]

    @property
    def in_roles(self) -> list[tuple[str, str]]:
        """What stands in its roles."""
        return list(self.event.arguments)


def put_up(qtbot: QtBot, desk: Desk) -> Chooser:
    reading = Reading(desk, Theme("light"))
    qtbot.addWidget(reading)
    reading.resize(700, 600)
    reading.view.set_motion(False)
    reading.show()
    reading.view.setFocus()
    return Chooser(desk, reading)


@pytest.fixture
def chooser(qtbot: QtBot, home: Path, sample: Path) -> Iterator[Chooser]:
    with opened(sample) as desk:
        yield put_up(qtbot, desk)


def ids(chooser: Chooser, label: str) -> list[str]:
    return [span.id for span in chooser.desk.spans if span.label == label]


def test_every_span_of_the_labels_but_the_taken_ones_has_a_letter(chooser: Chooser) -> None:
    actors, weapons = ids(chooser, "ACTOR"), ids(chooser, "WEAPON")
    chooser.choose("ACTOR", "WEAPON", taken=(actors[0],))
    assert sorted(chooser.letters().values()) == sorted([*actors[1:], *weapons])
    assert chooser.reading.view.hinted is not None
    assert len(chooser.reading.view.hinted.caps) == len(actors) + len(weapons) - 1


def test_the_letter_gives_its_span_and_the_letters_go(chooser: Chooser) -> None:
    chooser.choose("ACTOR")
    key, span_id = list(chooser.letters().items())[1]
    assert chooser.press(key) == [True]
    assert chooser.chosen == [span_id]
    assert (chooser.letters(), chooser.reading.view.hinted) == ({}, None)
    assert chooser.press(key) == [False]


def test_letters_begin_at_the_picked_span(chooser: Chooser) -> None:
    last = ids(chooser, "ACTOR")[-1]
    chooser.desk.pick(last)
    chooser.choose("ACTOR", taken=(last,))
    assert next(iter(chooser.letters().values())) == ids(chooser, "ACTOR")[-2]


def test_one_that_fits_is_chosen_at_once_and_none_is_told(chooser: Chooser, qtbot: QtBot) -> None:
    first, *others = ids(chooser, "ACTOR")
    chooser.choose("ACTOR", taken=tuple(others))
    assert chooser.chosen == [first]
    with qtbot.waitSignal(chooser.desk.told):
        chooser.choose("ACTOR", taken=(first, *others))
    assert chooser.chosen == [first]


@pytest.mark.parametrize("key", ["Esc", "Enter", "Backspace"])
def test_esc_enter_and_backspace_choose_nothing(chooser: Chooser, key: str) -> None:
    chooser.choose("ACTOR")
    assert chooser.press(key) == [True]
    assert (chooser.letters(), chooser.chosen) == ({}, [])


def test_letters_without_a_span_do_nothing_and_other_keys_are_left_to_their_commands(chooser: Chooser) -> None:
    chooser.choose("ACTOR")
    before = chooser.letters()
    assert chooser.press("Z", "1", "0", "Ctrl+Z", "PageDown") == [True, False, False, False, False]
    assert (chooser.letters(), chooser.chosen) == (before, [])


def test_letters_go_when_the_spans_change(chooser: Chooser) -> None:
    chooser.choose("ACTOR")
    chooser.desk.label_range("ACTOR", 0, 3)
    assert chooser.letters() == {}


def test_what_is_chosen_is_said_by_its_title_or_its_label(chooser: Chooser) -> None:
    chooser.choose("ACTOR", title="Who speaks")
    assert "Who speaks" in mode_words(chooser.reading.roles)
    chooser.choose("ACTOR")
    assert "Actor" in mode_words(chooser.reading.roles)
    chooser.press("Esc")
    assert mode_words(chooser.reading.roles) == ""


def test_choosing_ends_event_mode(chooser: Chooser) -> None:
    chooser.reading.roles.begin()
    assert chooser.reading.roles.framed is not None
    chooser.choose("ACTOR")
    assert chooser.reading.roles.framed is None
    assert chooser.letters()


# ---------------------------------------------------------------- event mode


@pytest.fixture
def mode(chooser: Chooser) -> Chooser:
    """In event mode, with a new event."""
    chooser.reading.roles.begin()
    return chooser


def test_the_nearest_spans_have_the_easiest_letters_and_every_filler_moves_the_middle(chooser: Chooser) -> None:
    chooser.reading.view.put_caret(Caret(len(chooser.reading.view.text)))
    chooser.reading.roles.begin()
    chooser.press("1")
    assert chooser.letters()["F"] == "s17"
    chooser.fill("1", "s5")
    chooser.press("2")
    assert chooser.letters()["F"] == "s7"


def test_an_event_that_is_gone_on_with_has_its_trigger_or_last_argument_in_the_middle(chooser: Chooser) -> None:
    chooser.desk.pick_event("e4")
    chooser.reading.roles.go_on()
    chooser.press("3")
    assert chooser.letters()["F"] == next(
        span.id
        for span in sorted(chooser.desk.spans, key=lambda span: abs(span.start - 1032))
        if span.label == "WEAPON" and span.id != "s19"
    )


def test_backspace_takes_letters_back_then_steps_and_at_last_the_event_itself(mode: Chooser) -> None:
    before = len(mode.desk.events)
    mode.fill("1", "s5")
    mode.press("2", "Backspace")
    assert mode.letters() == {}
    assert mode.in_roles == [("attacker", "s5")]
    mode.press("Backspace")
    assert mode.in_roles == []
    mode.press("Backspace")
    assert len(mode.desk.events) == before - 1
    assert mode.press("1", "Backspace") == [False, False]


def test_backspace_takes_nothing_back_from_before_event_mode(mode: Chooser) -> None:
    mode.fill("1", "s5")
    mode.press("Enter")
    mode.reading.roles.go_on()
    mode.press("Backspace", "Backspace")
    assert mode.in_roles == [("attacker", "s5")]


def test_shift_and_a_parts_key_take_a_span_out_again(mode: Chooser) -> None:
    mode.fill("2", "s7")
    mode.fill("2", "s8")
    mode.fill("Shift+2", "s7")
    assert mode.in_roles == [("target", "s8")]
    mode.press("Shift+2")
    assert mode.in_roles == []
    mode.fill("4", "s4")
    mode.press("Shift+4")
    assert mode.event.claims == ()


def test_nobody_is_said_of_the_part_pressed_last_or_of_the_first_that_can_say_it(
    mode: Chooser, qtbot: QtBot
) -> None:
    mode.press("0")
    assert dict(mode.event.attributes) == {"no_actor": "yes"}
    mode.press("0")
    assert dict(mode.event.attributes) == {}
    mode.press("4", "0")
    assert dict(mode.event.attributes) == {"no_claim": "yes"}
    mode.fill("1", "s5")
    with qtbot.waitSignal(mode.desk.told):
        mode.press("0")
    assert dict(mode.event.attributes) == {"no_claim": "yes"}


def test_a_click_on_a_span_that_bears_a_letter_is_as_good_as_the_letter(mode: Chooser) -> None:
    mode.press("1")
    drive.click(mode.reading.view, next(span.start + 1 for span in mode.desk.spans if span.id == "s12"))
    assert mode.in_roles == [("attacker", "s12")]
    assert mode.letters() == {}


def test_another_article_another_focus_and_a_removed_event_end_the_mode(mode: Chooser) -> None:
    mode.press("1")
    mode.desk.undo()
    assert (mode.reading.roles.framed, mode.letters()) == (None, {})
    mode.reading.roles.begin()
    mode.press("1")
    mode.reading.view.clearFocus()
    assert mode.press("F") == [False]
    assert mode.reading.roles.framed is None
    mode.reading.roles.begin()
    mode.press("1")
    mode.desk.step_article(1)
    assert (mode.reading.roles.framed, mode.letters(), mode.reading.view.hinted) == (None, {}, None)


def test_while_words_are_selected_all_keys_are_left_to_their_commands(mode: Chooser) -> None:
    mode.desk.select(0, 5)
    assert mode.press("1", "Backspace", "Enter", "0") == [False] * 4
    mode.desk.select(0, 0)
    assert mode.press("1") == [True]


def test_space_brings_the_letters_to_spans_further_off(mode: Chooser) -> None:
    text = mode.reading.view.text
    for place in list(words(text))[:60:2]:
        mode.desk.label_range("WEAPON", *place, picked=False)
    mode.press("3")
    near = list(mode.letters().values())
    mode.press("Space")
    far = list(mode.letters().values())
    assert len(near) == 26
    assert far
    assert not set(near) & set(far)
    chosen = mode.letters()["F"]
    mode.press("F")
    assert mode.in_roles == [("weapon", chosen)]


def test_the_nearest_span_is_brought_into_the_window_and_the_text_stays_where_it_shows_already(mode: Chooser) -> None:
    view = mode.reading.view
    view.resize(700, 200)
    view.put_caret(Caret(len(view.text)))
    mode.reading.roles.go_on()
    view.verticalScrollBar().setValue(0)
    mode.press("3")
    shown = view.viewport().rect().toRectF()
    (box,) = view.range_rects(*_place(mode, mode.letters()["F"]))
    assert shown.contains(box.center())
    top = view.verticalScrollBar().value()
    mode.press("3")
    assert view.verticalScrollBar().value() == top


def _place(mode: Chooser, span_id: str) -> tuple[int, int]:
    span = mode.desk.span(span_id)
    assert span is not None
    return span.start, span.end


def test_e_again_makes_an_empty_event_one_of_the_next_type(
    qtbot: QtBot, qapp: QApplication, home: Path, tmp_path: Path
) -> None:
    scheme = paths.resource("scheme.toml").read_text(encoding="utf-8")
    at = scheme.index("[[event]]")
    desk = Desk()
    desk.open_project(drive.make_project(tmp_path / "two.hashiya", scheme[:at] + RAID + scheme[at:], ["خبر عن غارة"]))
    desk.set_annotator("هدى")
    roles = put_up(qtbot, desk).reading.roles
    types = []
    for _ in range(3):
        roles.begin()
        types.append([event.type for event in desk.events])
    assert types == [["RAID"], ["ATTACK"], ["RAID"]]
    assert [slot.id for slot in roles.slots()] == ["raider"]
    roles.leave()
    assert desk.events == ()
    desk.close_project()


def test_a_helper_that_is_switched_on_gives_the_event_its_trigger(chooser: Chooser) -> None:
    desk = chooser.desk
    trigger = desk.scheme.events[0].triggers[0]
    helper = desk.scheme.label(trigger)
    assert helper is not None
    assert not helper.in_use
    chooser.reading.roles.begin()
    assert helper.key not in {slot.key for slot in chooser.reading.roles.slots()}
    chooser.press("Esc")
    assert keep_draft(desk, Draft(desk.scheme, switch_label(desk.scheme, trigger, True)))
    assert desk.article is not None
    first, second, *_ = words(desk.article.text)
    marked = []
    for place in (first, second):
        assert desk.label_range(trigger, *place)
        assert desk.picked is not None
        marked.append(desk.picked.id)
    desk.pick("")
    chooser.reading.roles.begin()
    assert helper.key in {slot.key for slot in chooser.reading.roles.slots()}
    chooser.fill(helper.key, marked[1])
    assert chooser.event.trigger == marked[1]
    chooser.press(f"Shift+{helper.key}")
    assert chooser.event.trigger is None
    desk.undo()
    assert chooser.event.trigger == marked[1]
