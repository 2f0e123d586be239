"""The attributes of a span are set in the inspector, by a click or by short keys; each setting can be undone."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import drive
from annotator import paths
from annotator.core.article import make_article
from annotator.core.change import Change, Edit
from annotator.core.open_item import open_items
from annotator.core.record import Record
from annotator.core.scheme import Attribute
from annotator.core.span import Attributes, make_span
from annotator.store import records
from annotator.store.creation import create_project
from annotator.store.load import load
from annotator.ui.attribute_row import FOLDED, AttributeRow, ChoiceRow, FieldRow
from annotator.ui.desk import Desk
from annotator.ui.key import X11_OFFSET
from annotator.ui.theme import Theme
from annotator.ui.window import Window
from annotator.ui.wording import END, FIRST_STRONG, change_words

PANE_PX = 308
ACTOR, TARGET, WEAPON, CLAIM = range(4)
MORE = """
[[attribute]]
id = "claimed"
labels = ["WEAPON"]
kind = "yes_no"
required = true
name = { ar = "معلن", en = "Announced" }

[[attribute]]
id = "maker"
labels = ["WEAPON"]
kind = "text"
name = { ar = "الصانع", en = "Maker" }
"""


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> Iterator[Window]:
    window = shown_on(desk, qtbot)
    yield window
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


def shown_on(desk: Desk, qtbot: QtBot) -> Window:
    window = Window(desk, Theme("light"))
    window.resize(1280, 800)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.reading.view.setFocus()
    return window


def mark(desk: Desk, words: str, label: int) -> str:
    assert desk.article is not None
    start = desk.article.text.index(words)
    desk.select(start, start + len(words))
    desk.label(desk.scheme.labels[label].id)
    assert desk.picked is not None
    return desk.picked.id


def held(desk: Desk) -> dict[str, str]:
    assert desk.picked is not None
    return dict(desk.picked.attributes)


def row(window: Window, name: str) -> AttributeRow:
    return next(row for row in window.inspector.attributes.rows if row.attribute.id == name)


def choices(window: Window, name: str) -> ChoiceRow:
    found = row(window, name)
    assert isinstance(found, ChoiceRow)
    return found


def field(window: Window, name: str) -> FieldRow:
    found = row(window, name)
    assert isinstance(found, FieldRow)
    return found


def in_focus(window: Window) -> str:
    found = window.inspector.attributes.in_focus()
    return found.attribute.id if found else ""


def pressed(window: Window, *keys: str) -> None:
    for key in keys:
        focus = window.focusWidget()
        assert focus is not None
        drive.press(focus, key)


def test_a_span_has_a_row_for_each_attribute_of_its_label(window: Window, desk: Desk) -> None:
    mark(desk, "مستودعًا للوقود", ACTOR)
    for label in (ACTOR, TARGET, WEAPON, CLAIM):
        desk.label(desk.scheme.labels[label].id)
        rows = window.inspector.attributes.rows
        assert [row.attribute for row in rows] == list(desk.scheme.labels[label].attributes)
        assert all(row.isVisible() for row in rows)


def test_a_click_sets_and_a_second_one_unsets_and_the_text_keeps_the_focus(window: Window, desk: Desk) -> None:
    mark(desk, "كتائب الفجر", ACTOR)
    chip = choices(window, "certainty").chips["alleged"]
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert held(desk) == {"certainty": "alleged"}
    assert chip.isChecked()
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert held(desk) == {}
    assert not chip.isChecked()
    assert window.focusWidget() is window.reading.view


def test_keys_fill_the_rows_one_after_the_other_and_esc_leads_back(window: Window, desk: Desk) -> None:
    mark(desk, "طائرات مسيّرة", TARGET)
    pressed(window, "Enter")
    assert in_focus(window) == "subtype"
    pressed(window, "M", "P")
    assert in_focus(window) == "outcome"
    assert held(desk) == {"subtype": "military", "kind": "physical"}
    pressed(window, "Down", "1", "2", "Enter")
    assert held(desk)["count"] == "12"
    assert window.focusWidget() is window.reading.view
    pressed(window, "Enter")
    assert in_focus(window) == "outcome"
    pressed(window, "Esc")
    assert window.focusWidget() is window.reading.view
    assert desk.picked is not None


def test_the_same_key_again_unsets_and_stays(window: Window, desk: Desk) -> None:
    mark(desk, "كتائب الفجر", ACTOR)
    pressed(window, "Enter", "A")
    assert (held(desk), in_focus(window)) == ({"subtype": "armed_group"}, "certainty")
    pressed(window, "Up", "A")
    assert (held(desk), in_focus(window)) == ({}, "subtype")


def test_tab_goes_through_the_rows_in_their_order(window: Window, desk: Desk) -> None:
    mark(desk, "كتائب الفجر", ACTOR)
    mark(desk, "مستودعًا للوقود", TARGET)
    pressed(window, "Enter")
    seen = [in_focus(window)]
    for _ in range(3):
        pressed(window, "Tab")
        seen.append(in_focus(window))
    assert seen == ["subtype", "kind", "outcome", "count"]


def test_choice_keys_do_nothing_while_the_text_has_the_focus(window: Window, desk: Desk) -> None:
    mark(desk, "كتائب الفجر", ACTOR)
    pressed(window, "S", "U")
    assert held(desk) == {}


def test_a_letter_that_no_choice_has_does_nothing_in_a_row(window: Window, desk: Desk) -> None:
    mark(desk, "مستودعًا للوقود", TARGET)
    span = mark(desk, "كتائب الفجر", ACTOR)
    pressed(window, "Enter", "N", "O", "B")
    assert desk.picked is not None
    assert desk.picked.id == span
    assert (held(desk), in_focus(window)) == ({}, "subtype")


def test_a_label_key_still_relabels_and_the_new_rows_have_the_focus(window: Window, desk: Desk) -> None:
    mark(desk, "كتائب الفجر", ACTOR)
    pressed(window, "Enter", "4")
    assert desk.picked is not None
    assert desk.picked.label == desk.scheme.labels[CLAIM].id
    assert in_focus(window) == "stance"
    pressed(window, "D")
    assert held(desk)["stance"] == "denies"


def test_under_an_arabic_layout_the_keys_are_told_by_their_place(window: Window, desk: Desk) -> None:
    mark(desk, "كتائب الفجر", ACTOR)
    pressed(window, "Enter")
    focus = window.focusWidget()
    assert focus is not None
    # ش is on the key A.
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(focus, QKeyEvent(QEvent.Type.KeyPress, 0x634, none, 30 + X11_OFFSET, 0, 0, "ش"))
    assert held(desk) == {"subtype": "armed_group"}


def test_a_required_attribute_says_that_it_is_not_set(window: Window, desk: Desk) -> None:
    span = mark(desk, "كتائب الفجر", ACTOR)
    assert [(item.span, item.what) for item in open_items(desk.scheme, desk.spans, ())] == [(span, "subtype")]
    assert row(window, "subtype").missing.isVisible()
    assert not row(window, "certainty").missing.isVisible()
    pressed(window, "Enter", "A")
    assert open_items(desk.scheme, desk.spans, ()) == []
    assert not row(window, "subtype").missing.isVisible()


def test_each_setting_is_undone_and_brought_back_by_itself(window: Window, desk: Desk) -> None:
    mark(desk, "كتائب الفجر", ACTOR)
    pressed(window, "Enter", "A", "N")
    assert held(desk) == {"subtype": "armed_group", "certainty": "named"}
    pressed(window, "Ctrl+Z")
    assert held(desk) == {"subtype": "armed_group"}
    assert not choices(window, "certainty").chips["named"].isChecked()
    pressed(window, "Ctrl+Z")
    assert held(desk) == {}
    pressed(window, "Ctrl+Shift+Z")
    assert held(desk) == {"subtype": "armed_group"}
    assert choices(window, "subtype").chips["armed_group"].isChecked()


def test_a_change_says_which_attribute_it_set(window: Window, desk: Desk) -> None:
    mark(desk, "كتائب الفجر", ACTOR)
    pressed(window, "Enter", "A")
    assert said(desk) == "set “Type” to “Armed group”"
    pressed(window, "Up", "A")
    assert said(desk) == "clear “Type”"


def said(desk: Desk) -> str:
    assert desk.next_undo is not None
    return change_words(desk.next_undo, desk.scheme).replace(FIRST_STRONG, "").replace(END, "")


def test_a_count_takes_the_digits_of_any_script_and_nothing_else(window: Window, desk: Desk) -> None:
    mark(desk, "طائرات مسيّرة", WEAPON)
    typed = field(window, "count").field
    typed.setFocus()
    for letter in "x٠٣-":
        none = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(typed, QKeyEvent(QEvent.Type.KeyPress, ord(letter), none, letter))
    pressed(window, "Enter")
    assert held(desk) == {"count": "3"}
    assert typed.text() == "3"
    pressed(window, "Enter")
    typed.setFocus()
    typed.selectAll()
    QTest.keyClick(typed, Qt.Key.Key_Delete)
    pressed(window, "Enter")
    assert held(desk) == {}


def test_esc_leaves_a_field_as_it_was(window: Window, desk: Desk) -> None:
    mark(desk, "طائرات مسيّرة", WEAPON)
    field(window, "count").field.setFocus()
    pressed(window, "5", "Esc")
    assert held(desk) == {}
    assert field(window, "count").field.text() == ""
    assert window.focusWidget() is window.reading.view


def test_what_was_typed_is_kept_when_another_span_is_picked(window: Window, desk: Desk) -> None:
    other = mark(desk, "كتائب الفجر", ACTOR)
    span = mark(desk, "طائرات مسيّرة", WEAPON)
    field(window, "count").field.setFocus()
    pressed(window, "5")
    desk.pick(other)
    kept = desk.span(span)
    assert kept is not None
    assert kept.attributes == (("count", "5"),)
    assert held(desk) == {}


def test_long_lists_are_folded_until_they_have_the_focus_or_are_asked_for(window: Window, desk: Desk) -> None:
    other = mark(desk, "كتائب الفجر", TARGET)
    target = mark(desk, "مستودعًا للوقود", TARGET)
    listed = choices(window, "subtype")
    shown = [chip for chip in listed.chips.values() if chip.isVisible()]
    assert len(shown) == FOLDED < len(listed.chips)
    QTest.mouseClick(listed.more, Qt.MouseButton.LeftButton)
    assert all(chip.isVisible() for chip in listed.chips.values())
    QTest.mouseClick(listed.chips["other"], Qt.MouseButton.LeftButton)
    desk.pick(other)
    desk.pick(target)
    pressed(window, "Enter")
    assert in_focus(window) == "kind"
    assert listed.chips["other"].isVisible()
    assert not listed.chips["diplomatic"].isVisible()
    pressed(window, "Up")
    assert all(chip.isVisible() for chip in listed.chips.values())


@pytest.mark.parametrize("label", [ACTOR, TARGET, WEAPON, CLAIM])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_all_choices_fit_the_pane(window: Window, desk: Desk, label: int, direction: Qt.LayoutDirection) -> None:
    window.setLayoutDirection(direction)
    mark(desk, "مستودعًا للوقود", label)
    assert window.inspector.width() == PANE_PX
    rows = [row for row in window.inspector.attributes.rows if isinstance(row, ChoiceRow)]
    for one in rows:
        one.more.click()
    QApplication.processEvents()
    for one in rows:
        for chip in one.chips.values():
            at = chip.mapTo(window.inspector, chip.rect().topLeft()).x()
            assert chip.width() >= chip.sizeHint().width()
            assert at >= 0
            assert at + chip.width() <= PANE_PX


def test_a_value_the_scheme_does_not_know_is_shown_and_can_be_taken_out(window: Window, desk: Desk) -> None:
    keep(desk, (("certainty", "rumoured"),))
    listed = choices(window, "certainty")
    strange = [chip for chip in listed.findChildren(type(listed.more)) if chip.isVisible() and chip.isChecked()]
    assert [chip.accessibleName() for chip in strange] == ["rumoured"]
    QTest.mouseClick(strange[0], Qt.MouseButton.LeftButton)
    assert held(desk) == {}


def keep(desk: Desk, attributes: Attributes) -> None:
    """Put a span with these attributes into the layer, as an import would."""
    assert desk.layer is not None
    assert desk.article is not None
    assert desk.annotator is not None
    span = replace(make_span(desk.layer.id, desk.scheme.labels[ACTOR].id, 0, 8), attributes=attributes)
    desk.store.apply(Change("label", desk.article.id, (Edit(None, span),)), desk.annotator.id)
    desk.open_article(desk.article.id)
    desk.pick(span.id)


def test_what_is_set_is_in_the_records_that_are_exported(window: Window, desk: Desk) -> None:
    span = mark(desk, "كتائب الفجر", ACTOR)
    pressed(window, "Enter", "A", "N")
    exported = [one for record in records.records(desk.store) for one in record.spans if one.id == span]
    assert [one.attributes for one in exported] == [(("subtype", "armed_group"), ("certainty", "named"))]


def test_enter_opens_the_inspector_in_a_narrow_window_and_esc_closes_it(window: Window, desk: Desk) -> None:
    mark(desk, "كتائب الفجر", ACTOR)
    window.resize(900, 700)
    assert not window.inspector.isVisible()
    pressed(window, "Enter")
    assert in_focus(window) == "subtype"
    assert window.inspector.isVisible()
    pressed(window, "Esc")
    assert not window.inspector.isVisible()


def test_nothing_looks_set_that_could_not_be_kept(window: Window, desk: Desk) -> None:
    mark(desk, "كتائب الفجر", ACTOR)
    desk.store.connection.execute("PRAGMA query_only = ON")
    pressed(window, "Enter", "A")
    desk.store.connection.execute("PRAGMA query_only = OFF")
    assert held(desk) == {}
    assert not choices(window, "subtype").chips["armed_group"].isChecked()
    assert in_focus(window) == "subtype"


def test_yes_or_no_is_one_chip_and_text_is_a_field(qtbot: QtBot, dressed: None, tmp_path: Path) -> None:
    path = tmp_path / "own.hashiya"
    toml = paths.resource("scheme.toml").read_text(encoding="utf-8").replace("[[event]]", f"{MORE}\n[[event]]", 1)
    with create_project(path, toml) as store:
        load(store, [Record(make_article("قصف بثلاث طائرات مسيّرة مفخخة", id="own"))], "tests")
    desk = Desk()
    desk.open_project(path)
    desk.set_annotator("ليلى")
    window = shown_on(desk, qtbot)
    mark(desk, "طائرات مسيّرة", WEAPON)
    attribute: Attribute = row(window, "claimed").attribute
    assert attribute.required
    pressed(window, "Enter", "D", "Down", "Y")
    assert held(desk) == {"subtype": "drone", "claimed": "yes"}
    assert said(desk) == "set “Announced” to “Yes”"
    assert in_focus(window) == "maker"
    QTest.keyClicks(field(window, "maker").field, " Delta 3 ")
    pressed(window, "Enter")
    assert held(desk)["maker"] == "Delta 3"
    QTest.mouseClick(choices(window, "claimed").chips["yes"], Qt.MouseButton.LeftButton)
    assert "claimed" not in held(desk)
    assert row(window, "claimed").missing.isVisible()
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    desk.close_project()
