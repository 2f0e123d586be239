"""The keys' sheet on the real window: new keys, clashes, resets; kept and in force at once. And all keys on a page."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit

import drive
from annotator.ui import errand
from annotator.ui.commands import COMMANDS, Command, command_named
from annotator.ui.desk import Desk
from annotator.ui.keymap import Keymap, read_keymap
from annotator.ui.settings import setting
from annotator.ui.sheet.cheat_sheet import CheatSheet, key_pdf
from annotator.ui.sheet.frame import open_sheet
from annotator.ui.sheet.key_page import Line, columns_height, key_lines, paint_page, set_in_columns
from annotator.ui.sheet.keys_sheet import KeysSheet
from annotator.ui.theme import Theme
from annotator.ui.window import Window

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def sheet(program: Window) -> KeysSheet:
    errand.show_keys(program)
    shown = open_sheet(program)
    assert isinstance(shown, KeysSheet)
    return shown


def in_force(command: str) -> tuple[str, ...]:
    """A command's keys as the settings of this machine have them."""
    return read_keymap(setting("keys")).keys(command_named(command))


def give(sheet: KeysSheet, command: str, key: Qt.Key, held: Qt.KeyboardModifier = CTRL) -> None:
    """Enter on a command's row, then a key."""
    sheet.choose(command)
    drive.press(sheet.list, "Enter")
    QTest.keyClick(sheet.list, key, held)


def test_every_command_and_label_has_a_row_with_its_keys(sheet: KeysSheet, desk: Desk) -> None:
    rows = {row.words: row.keys for row in sheet.list.rows.rows if not row.heading}
    assert len(rows) == len(COMMANDS) + len(desk.scheme.labels)
    assert rows["Redo"] == ("Ctrl+Y", "Ctrl+Shift+Z")
    assert all(row.words for row in sheet.list.rows.rows)


def test_new_keys_are_kept_at_once_and_in_force_at_once(program: Window, sheet: KeysSheet, desk: Desk) -> None:
    give(sheet, "article.next", Qt.Key.Key_U)
    assert in_force("article.next") == ("Ctrl+U",)
    sheet.accept()
    before = desk.article
    QTest.keyClick(program.reading.view, Qt.Key.Key_Down, ALT)
    assert desk.article == before
    drive.press(program.reading.view, "Ctrl+U")
    assert desk.article != before


def test_menus_and_tooltips_show_the_new_keys(program: Window, sheet: KeysSheet) -> None:
    give(sheet, "article.next", Qt.Key.Key_U)
    menu = program.header._menu_button.menu()
    assert menu is not None
    entries = [tuple(part.strip() for part in action.text().split("\t")) for action in menu.findChildren(QAction)]
    assert ("Next article", "\u2066Ctrl+U\u2069") in entries
    assert "Ctrl+U" in program.header._buttons["article.next"][0].toolTip()


def test_the_inspector_shows_the_keys_in_force(program: Window, sheet: KeysSheet) -> None:
    give(sheet, "span.start_earlier", Qt.Key.Key_H, Qt.KeyboardModifier.NoModifier)
    assert program.inspector._span._start._key.accessibleName() == "H"


def test_a_window_opened_later_has_them_too(program: Window, sheet: KeysSheet, desk: Desk) -> None:
    give(sheet, "article.next", Qt.Key.Key_U)
    again = Window(desk, Theme("light"))
    assert again.keymap.keys(command_named("article.next")) == ("Ctrl+U",)
    again.deleteLater()


def test_a_clash_is_said_and_keep_changes_nothing(sheet: KeysSheet) -> None:
    give(sheet, "article.next", Qt.Key.Key_J)
    assert "Next unfinished" in sheet.message.text()
    assert "Ctrl+J" in sheet.message.text()
    take, keep = sheet._answers
    assert (take.text(), keep.text()) == ("Take it", "Keep")
    keep.click()
    assert sheet.message.text() == ""
    assert setting("keys") == ""
    assert sheet.list.hasFocus()


def test_take_it_takes_the_key_from_the_other_command(sheet: KeysSheet) -> None:
    give(sheet, "article.next", Qt.Key.Key_J)
    drive.press(sheet._answers[0], "Enter")
    assert in_force("article.next") == ("Ctrl+J",)
    assert in_force("article.next_unfinished") == ()
    assert sheet.isVisible()


def test_a_reset_gives_both_their_keys_back(sheet: KeysSheet) -> None:
    give(sheet, "article.next", Qt.Key.Key_J)
    sheet._answers[0].click()
    sheet.choose("article.next")
    sheet.reset.click()
    assert setting("keys") == ""


def test_a_reset_that_would_take_a_key_asks_first(sheet: KeysSheet) -> None:
    give(sheet, "article.next_unfinished", Qt.Key.Key_U)
    give(sheet, "article.next", Qt.Key.Key_J)
    assert in_force("article.next") == ("Ctrl+J",)
    sheet.choose("article.next_unfinished")
    sheet.reset.click()
    assert "Next article" in sheet.message.text()
    sheet._answers[0].click()
    assert in_force("article.next_unfinished") == ("Ctrl+J",)
    assert in_force("article.next") == ()


def test_resetting_all_can_be_undone(sheet: KeysSheet) -> None:
    give(sheet, "article.next", Qt.Key.Key_U)
    sheet.reset_all.click()
    assert setting("keys") == ""
    assert not sheet.reset_all.isEnabled()
    sheet._answers[0].click()
    assert in_force("article.next") == ("Ctrl+U",)


def test_one_more_key_stands_beside_the_others_and_all_can_be_taken_away(sheet: KeysSheet) -> None:
    sheet.choose("edit.redo")
    sheet.add.click()
    QTest.keyClick(sheet.list, Qt.Key.Key_U, CTRL)
    assert in_force("edit.redo") == ("Ctrl+Y", "Ctrl+Shift+Z", "Ctrl+U")
    sheet.take_away.click()
    assert in_force("edit.redo") == ()


def test_the_keys_of_labels_can_neither_be_changed_nor_taken(sheet: KeysSheet, desk: Desk) -> None:
    label = desk.scheme.labels[0]
    sheet.choose(f"label.{label.id}")
    assert not sheet.change.isEnabled()
    drive.press(sheet.list, "Enter")
    assert "scheme" in sheet.message.text()
    give(sheet, "span.next", Qt.Key(ord(label.key)), Qt.KeyboardModifier.NoModifier)
    assert "scheme" in sheet.message.text()
    assert setting("keys") == ""


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_F, Qt.Key.Key_MediaPlay])
def test_a_key_that_cannot_be_given_is_said_and_the_next_one_taken(sheet: KeysSheet, key: Qt.Key) -> None:
    give(sheet, "view.theme", key, Qt.KeyboardModifier.NoModifier)
    assert sheet.message.text()
    assert setting("keys") == ""
    QTest.keyClick(sheet.list, Qt.Key.Key_F11)
    assert in_force("view.theme") == ("F11",)


def test_held_keys_alone_are_waited_out_and_escape_leaves_all_as_it_was(sheet: KeysSheet) -> None:
    sheet.choose("article.next")
    drive.press(sheet.list, "Enter")
    QTest.keyPress(sheet.list, Qt.Key.Key_Control, CTRL)
    QTest.keyPress(sheet.list, Qt.Key.Key_Shift, CTRL | SHIFT)
    assert sheet._waiting is not None
    drive.press(sheet.list, "Esc")
    assert sheet._waiting is None
    assert sheet.isVisible()
    assert setting("keys") == ""


def test_going_elsewhere_stops_waiting(sheet: KeysSheet) -> None:
    sheet.choose("article.next")
    drive.press(sheet.list, "Enter")
    sheet.field.setFocus()
    QTest.keyClicks(sheet.field, "u")
    assert sheet._waiting is None
    assert sheet.field.text() == "u"
    assert setting("keys") == ""


@pytest.mark.parametrize("words", ["next unf", "التالي غير المنجز", "ctrl+j"])
def test_rows_are_found_by_name_in_either_language_and_by_key(sheet: KeysSheet, words: str) -> None:
    sheet.field.setText(words)
    assert [row.words for row in sheet.list.rows.rows if not row.heading] == ["Next unfinished"]
    drive.press(sheet.field, "Enter")
    assert sheet.list.hasFocus()
    assert sheet.chosen == command_named("article.next_unfinished")


def test_a_changed_row_says_so(sheet: KeysSheet) -> None:
    give(sheet, "article.next", Qt.Key.Key_U)
    assert next(row for row in sheet.list.rows.rows if row.words == "Next article").aside == "changed"
    assert sheet.chosen == command_named("article.next")


def test_typing_into_a_file_dialog_presses_no_keys_of_the_window(program: Window) -> None:
    dialog = QFileDialog(program)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.open()
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.clear()
    QTest.keyClicks(field, "np12[")
    assert field.text() == "np12["
    dialog.close()


# -------------------------------------------------------------------- keys at a glance


def test_the_page_has_every_command_that_has_keys(desk: Desk) -> None:
    lines = {line.words: line.keys for group in key_lines(Keymap(), desk.scheme) for line in group if line.keys}
    with_keys: list[Command] = [command for command in COMMANDS if command.keys]
    assert len(lines) == len(with_keys) + len(desk.scheme.labels)
    assert lines["Undo"] == ("Ctrl+Z",)


groups = st.lists(
    st.integers(1, 9).map(lambda count: [Line("heading"), *[Line("words", ("N",))] * count]), min_size=1, max_size=7
)


@given(groups, st.integers(1, 5))
def test_columns_hold_everything_once_and_no_heading_ends_one(found: list[list[Line]], count: int) -> None:
    columns = set_in_columns(found, count)
    assert len(columns) <= count
    assert [line for column in columns for line in column] == [line for group in found for line in group]
    assert all(column[-1].keys for column in columns)
    assert columns_height(columns) <= columns_height(set_in_columns(found, 1))


def test_the_pdf_is_one_page_and_says_what_cannot_be_written(program: Window, desk: Desk, tmp_path: Path) -> None:
    errand.show_cheat_sheet(program)
    sheet = open_sheet(program)
    assert isinstance(sheet, CheatSheet)
    assert sheet.save_pdf(tmp_path / "keys.pdf")
    written = (tmp_path / "keys.pdf").read_bytes()
    assert written.startswith(b"%PDF-")
    assert written.count(b"/Type /Page\n") == 1
    assert "keys.pdf" in sheet.message.text()
    assert not sheet.save_pdf(tmp_path / "nowhere" / "keys.pdf")
    assert sheet.message.text().startswith("Not saved")
    assert not (tmp_path / "nowhere").exists()


def test_more_keys_than_a_page_holds_make_it_smaller_and_not_cut(desk: Desk) -> None:
    ink = []
    for keymap in (Keymap(), Keymap({command.name: ("Ctrl+Shift+F8",) for command in COMMANDS})):
        image = QImage(1200, 800, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        paint_page(painter, image.rect().toRectF(), keymap, desk.scheme)
        painter.end()
        ink.append(image)
        edge = [image.pixelColor(x, image.height() - 1) for x in range(image.width())]
        assert all(colour == Qt.GlobalColor.white for colour in edge)
    assert ink[0] != ink[1]
    assert key_pdf(Keymap(), None).startswith(b"%PDF-")
