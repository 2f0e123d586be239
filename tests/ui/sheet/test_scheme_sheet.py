"""The sheet of labels and attributes on the real window: edited in place, told what follows, kept as one change."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

import drive
from annotator.core.attribute_edit import attribute_of
from annotator.core.change import Edit
from annotator.core.layer import WORK
from annotator.core.scheme_edit import Draft, rename_label
from annotator.core.scheme_rule import LABEL
from annotator.core.span import Span, make_span
from annotator.store.check import check
from annotator.store.records import records
from annotator.store.scheme_version import versions
from annotator.ui.article.scene import Scene
from annotator.ui.button import Button
from annotator.ui.commands import command_named
from annotator.ui.desk import Desk
from annotator.ui.key import X11_OFFSET
from annotator.ui.scheme_keeping import keep_draft
from annotator.ui.sheet.attribute_page import AttributePage
from annotator.ui.sheet.frame import open_sheet
from annotator.ui.sheet.label_page import LabelPage
from annotator.ui.sheet.scheme_field import WordField
from annotator.ui.sheet.scheme_sheet import SchemeSheet
from annotator.ui.theme import Theme
from annotator.ui.window import Window

ALT = Qt.KeyboardModifier.AltModifier
G_PLACE = 34
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def sheet(program: Window) -> SchemeSheet:
    command_named("view.scheme").run(program)
    shown = open_sheet(program)
    assert isinstance(shown, SchemeSheet)
    return shown


def part(sheet: SchemeSheet, name: str) -> QWidget:
    assert sheet.page is not None
    found = sheet.page.findChild(QWidget, name)
    assert isinstance(found, QWidget), name
    return found


def field(sheet: SchemeSheet, name: str) -> WordField:
    found = part(sheet, name)
    assert isinstance(found, WordField)
    return found


def button(sheet: SchemeSheet, name: str) -> Button:
    found = part(sheet, name)
    assert isinstance(found, Button)
    return found


def type_into(sheet: SchemeSheet, name: str, words: str) -> None:
    target = field(sheet, name)
    target.setFocus()
    target.selectAll()
    QTest.keyClicks(target, words)


def label_page(sheet: SchemeSheet, label: str) -> LabelPage:
    sheet.list.choose_owner((LABEL, label))
    assert isinstance(sheet.page, LabelPage)
    return sheet.page


def all_spans(desk: Desk) -> list[Span]:
    return [span for record in records(desk.store, kinds=(WORK,)) for span in record.spans]


def rename_actor(desk: Desk) -> None:
    """Keep another name for a label, as another window may."""
    renamed = rename_label(desk.scheme, "ACTOR", {"ar": "جهة", "en": "Party"})
    assert keep_draft(desk, Draft(desk.scheme, renamed))


def labelled(desk: Desk, label: str) -> Span:
    """A span of the open layer, over the article's first words."""
    assert desk.label_range(label, 0, 5)
    return desk.spans[0]


# ---------------------------------------------------------------- what it shows


def test_every_label_stands_with_its_key_and_its_spans_in_the_project(sheet: SchemeSheet, desk: Desk) -> None:
    rows = [row for row in sheet.list.rows.rows if not row.heading]
    assert [row.words for row in rows] == [*(one.name("en") for one in desk.scheme.every_label), "Attack"]
    actors = sum(span.label == "ACTOR" for span in all_spans(desk))
    assert (rows[0].keys, rows[0].note) == (("1",), str(actors))
    assert rows[4].aside == "off"
    assert not sheet.primary.isEnabled()
    assert f"All {len(all_spans(desk))} spans stay as they are" in sheet.strip.text


def test_the_colour_tells_its_contrast_and_the_nearest_label(sheet: SchemeSheet) -> None:
    page = label_page(sheet, "ACTOR")
    assert "8.8 to 1" in page._told.text()
    assert "Claim" in page._told.text()
    assert "18.9" in page._told.text()


def test_a_colour_that_cannot_be_seen_is_refused_and_said(sheet: SchemeSheet) -> None:
    type_into(sheet, "colour", "#FFEE00")
    assert "too light" in sheet.message.text()
    assert not sheet.primary.isEnabled()
    type_into(sheet, "colour", "#204060")
    assert sheet.message.text() == ""
    assert sheet.drafting.scheme.labels[0].colours["light"].bar == "#204060"


# ---------------------------------------------------------------- by keyboard, kept and taken back


def test_a_label_is_renamed_by_keyboard_and_shows_everywhere(program: Window, sheet: SchemeSheet, desk: Desk) -> None:
    drive.press(sheet.list, "Enter")
    assert field(sheet, "name.ar").hasFocus()
    type_into(sheet, "name.en", "Party")
    assert sheet.list.rows.rows[0].words == "Party"
    drive.press(field(sheet, "name.en"), "Enter")
    assert sheet.list.hasFocus()
    assert desk.scheme.labels[0].name("en") == "Actor"
    QTest.keyClick(sheet.list, Qt.Key.Key_Return, CTRL)
    assert open_sheet(program) is None
    assert desk.scheme.labels[0].name("en") == "Party"
    dock = program.dock.label_button("ACTOR")
    assert dock is not None
    assert "Party" in dock.accessibleName()
    drive.press(program.reading.view, "Ctrl+Z")
    assert desk.scheme.labels[0].name("en") == "Actor"
    again = program.dock.label_button("ACTOR")
    assert again is not None
    assert "Actor" in again.accessibleName()


def test_labels_are_reordered_and_added_from_the_list(sheet: SchemeSheet) -> None:
    QTest.keyClick(sheet.list, Qt.Key.Key_Down, ALT)
    assert [label.id for label in sheet.drafting.scheme.labels][:2] == ["TARGET", "ACTOR"]
    assert sheet.owner == (LABEL, "ACTOR")
    QTest.keyClick(sheet.list, Qt.Key.Key_Insert)
    assert sheet.drafting.scheme.every_label[-1].key == "9"
    assert field(sheet, "name.ar").hasFocus()
    sheet.undo.click()
    sheet.undo.click()
    assert not sheet.drafting.draft.is_changed
    assert not sheet.primary.isEnabled()


def test_a_helper_is_switched_on_and_its_key_labels(program: Window, sheet: SchemeSheet, desk: Desk) -> None:
    label_page(sheet, "PLACE")
    button(sheet, "on").click()
    sheet.primary.click()
    assert program.dock.label_button("PLACE") is not None
    desk.select(0, 5)
    drive.press(program.reading.view, "6")
    assert desk.spans[0].label == "PLACE"


def test_a_label_taken_by_another_key_is_refused(sheet: SchemeSheet) -> None:
    type_into(sheet, "key", "2")
    assert "already" in sheet.message.text()
    type_into(sheet, "key", "g")
    assert sheet.drafting.scheme.labels[0].key == "G"


def test_a_key_is_told_by_its_place_under_an_arabic_layout(sheet: SchemeSheet) -> None:
    target = field(sheet, "key")
    target.setFocus()
    # Where G is printed, an Arabic layout writes ل.
    pressed = QKeyEvent(QEvent.Type.KeyPress, ord("ل"), Qt.KeyboardModifier.NoModifier, G_PLACE + X11_OFFSET, 0, 0, "ل")
    QApplication.sendEvent(target, pressed)
    assert target.text() == "G"
    assert sheet.drafting.scheme.labels[0].key == "G"


# ---------------------------------------------------------------- merging and splitting


def test_a_label_is_merged_from_the_menu(sheet: SchemeSheet, monkeypatch: pytest.MonkeyPatch) -> None:
    # Without a display Qt warns of every menu that is shown.
    monkeypatch.setattr(QMenu, "popup", lambda *_: None)
    page = label_page(sheet, "WEAPON")
    button(sheet, "merge").click()
    menu = page._menu
    assert menu is not None
    assert [action.text() for action in menu.actions()][:3] == ["Actor", "Target", "Claim"]
    menu.actions()[1].trigger()
    assert sheet.owner == (LABEL, "TARGET")
    assert sheet.drafting.scheme.label("WEAPON") is None


def test_merging_tells_what_happens_to_everybodys_spans_and_does_it(sheet: SchemeSheet, desk: Desk) -> None:
    before = all_spans(desk)
    weapons: dict[str, int] = {}
    for record in records(desk.store, kinds=(WORK,)):
        if record.annotator:
            found = sum(span.label == "WEAPON" for span in record.spans)
            weapons[record.annotator.name] = weapons.get(record.annotator.name, 0) + found
    assert label_page(sheet, "WEAPON").merge("TARGET")
    assert sheet.owner == (LABEL, "TARGET")
    for count, line in zip(weapons.values(), sheet.strip.text.split("\n"), strict=True):
        assert f"{count} spans relabelled" in line
    assert all_spans(desk) == before
    sheet.primary.click()
    after = all_spans(desk)
    assert len(after) == len(before)
    assert not any(span.label == "WEAPON" for span in after)
    assert list(check(desk.store)) == []
    desk.undo()
    assert sorted(all_spans(desk), key=str) == sorted(before, key=str)


def test_spans_on_the_desk_follow_at_once_and_keep_their_place(program: Window, desk: Desk) -> None:
    span = labelled(desk, "WEAPON")
    article = desk.article
    command_named("view.scheme").run(program)
    sheet = open_sheet(program)
    assert isinstance(sheet, SchemeSheet)
    label_page(sheet, "WEAPON").merge("TARGET")
    sheet.primary.click()
    assert [(one.id, one.label) for one in desk.spans] == [(span.id, "TARGET")]
    assert (desk.article, desk.picked) == (article, desk.spans[0])
    assert program.dock.label_button("WEAPON") is None
    desk.undo()
    assert desk.spans == (span,)
    assert desk.article == article
    desk.redo()
    assert desk.spans[0].label == "TARGET"


def test_a_label_is_split_by_a_value_and_the_new_one_is_shown(sheet: SchemeSheet, desk: Desk) -> None:
    people = [one for one in all_spans(desk) if one.label == "TARGET" and ("kind", "human") in one.attributes]
    page = label_page(sheet, "TARGET")
    assert page.split(attribute_of(desk.scheme, (LABEL, "TARGET"), "kind"), "human")
    new = sheet.owner[1]
    assert field(sheet, "name.en").text() == "People"
    sheet.primary.click()
    assert people
    assert {one.id for one in all_spans(desk) if one.label == new} == {one.id for one in people}


def test_choices_are_merged_renamed_and_split_apart(sheet: SchemeSheet, desk: Desk) -> None:
    label_page(sheet, "TARGET")
    button(sheet, "attribute.outcome").click()
    page = sheet.page
    assert isinstance(page, AttributePage)
    type_into(sheet, "choice.killed.en", "Dead")
    assert page.merge_choice("abducted", "injured")
    page = sheet.page
    assert isinstance(page, AttributePage)
    assert "abducted" not in page.ticks
    page.ticks["damaged"].setChecked(True)
    assert page.take_apart()
    assert field(sheet, "name.en").text() == "Outcome: Damaged"
    sheet.primary.click()
    target = (LABEL, "TARGET")
    outcomes = attribute_of(desk.scheme, target, "outcome").choices
    assert [one.name("en") for one in outcomes] == ["Dead", "Injured", "None"]
    values = {pair for one in all_spans(desk) if one.label == "TARGET" for pair in one.attributes}
    assert ("outcome", "damaged") not in values
    assert ("outcome_damaged", "damaged") in values


def test_an_attribute_is_added_and_shows_in_the_inspector(program: Window, sheet: SchemeSheet, desk: Desk) -> None:
    page = label_page(sheet, "CLAIM")
    page.attributes.adders["yes_no"].click()
    type_into(sheet, "name.en", "Doubtful")
    sheet.primary.click()
    labelled(desk, "CLAIM")
    assert "Doubtful" in [row.attribute.name("en") for row in program.inspector.attributes.rows]


# ---------------------------------------------------------------- leaving, failing, others


def test_unsaved_changes_are_left_only_when_asked_twice(program: Window, sheet: SchemeSheet, desk: Desk) -> None:
    type_into(sheet, "name.en", "Party")
    drive.press(sheet.list, "Esc")
    assert open_sheet(program) is sheet
    assert "Not saved yet" in sheet.message.text()
    drive.press(sheet.list, "Esc")
    assert open_sheet(program) is None
    assert len(versions(desk.store)) == 1


def test_a_scheme_changed_in_another_window_is_not_overwritten(sheet: SchemeSheet, desk: Desk) -> None:
    other = Desk()
    other.open_project(desk.store.path)
    other.set_annotator("سامر")
    rename_actor(other)
    type_into(sheet, "name.en", "Doer")
    sheet.primary.click()
    assert "in another window" in sheet.message.text()
    assert sheet.isVisible()
    assert desk.scheme.labels[0].name("en") == "Party"
    other.close_project()


def test_another_window_shows_the_new_labels(program: Window, desk: Desk) -> None:
    other = Desk()
    other.open_project(desk.store.path)
    other.set_annotator("سامر")
    rename_actor(other)
    desk.look_for_others()
    dock = program.dock.label_button("ACTOR")
    assert dock is not None
    assert "Party" in dock.accessibleName()
    other.close_project()


def test_a_gesture_after_a_change_moves_the_layer_to_the_version_in_force(sheet: SchemeSheet, desk: Desk) -> None:
    labelled(desk, "ACTOR")
    assert desk.layer is not None
    assert desk.layer.scheme == 1
    type_into(sheet, "name.en", "Party")
    sheet.primary.click()
    assert desk.layer.scheme == 1
    desk.label_range("TARGET", 6, 9)
    assert desk.layer.scheme == 2
    desk.undo()
    assert desk.layer.scheme == 1


def test_spans_of_labels_that_are_gone_stay_readable(desk: Desk) -> None:
    assert desk.layer is not None
    span = make_span(desk.layer.id, "GONE", 0, 5)
    assert desk.keep("label", Edit(None, span))
    assert desk.spans == (span,)
    labels = {label.id: label for label in desk.scheme.every_label}
    assert Scene(Theme("light"), "ar", labels).label(span).name("ar") == "GONE"


def test_what_cannot_be_written_says_why_in_the_sheet_and_can_be_tried_again(
    sheet: SchemeSheet, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_into(sheet, "name.en", "Party")
    with monkeypatch.context() as patched:
        patched.setattr(desk.store, "read_only", True)
        sheet.primary.click()
    assert "Not kept" in sheet.message.text()
    assert desk.scheme.labels[0].name("en") == "Actor"
    sheet.primary.click()
    assert desk.scheme.labels[0].name("en") == "Party"


def test_a_step_back_shows_what_was_there_with_the_focus_where_it_was(sheet: SchemeSheet) -> None:
    type_into(sheet, "name.en", "Party")
    assert sheet.drafting.can_undo
    sheet.undo.click()
    assert field(sheet, "name.en").text() == "Actor"
    assert not sheet.drafting.can_undo


def test_the_event_types_attributes_can_be_changed_too(sheet: SchemeSheet, desk: Desk) -> None:
    sheet.list.choose_owner(("event", "ATTACK"))
    button(sheet, "attribute.realis").click()
    page = sheet.page
    assert isinstance(page, AttributePage)
    told = {event.attributes for record in records(desk.store, kinds=(WORK,)) for event in record.events}
    assert any(("realis", "negated") in held for held in told)
    assert page.merge_choice("negated", "actual")
    assert "events changed" in sheet.strip.text
    sheet.primary.click()
    after = {event.attributes for record in records(desk.store, kinds=(WORK,)) for event in record.events}
    assert not any(("realis", "negated") in held for held in after)
    assert any(("realis", "actual") in held for held in after)


def test_what_was_refused_is_put_back_when_the_focus_goes_elsewhere(sheet: SchemeSheet) -> None:
    type_into(sheet, "name.en", "Party")
    type_into(sheet, "colour", "#FFEE00")
    sheet.list.setFocus()
    assert field(sheet, "colour").text() == "#1F3FAE"
    assert field(sheet, "name.en").text() == "Party"


def test_tab_leads_from_the_list_through_the_page_to_save(sheet: SchemeSheet) -> None:
    type_into(sheet, "name.en", "Party")
    sheet.list.setFocus()
    stops = []
    for _ in range(60):
        QTest.keyClick(sheet.window().focusWidget(), Qt.Key.Key_Tab)
        stops.append(sheet.window().focusWidget())
    inside = [field(sheet, "name.ar"), field(sheet, "colour"), button(sheet, "merge")]
    wanted = [sheet.add, sheet.down, *inside, sheet.primary]
    places = [stops.index(stop) for stop in wanted]
    assert places == sorted(places)
