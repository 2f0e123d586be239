"""The palette on the real window: what it finds, in which language, what it does, and where the focus goes."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

import drive
from annotator.ui import language
from annotator.ui.commands import COMMANDS, TEXT, command_named
from annotator.ui.desk import Desk
from annotator.ui.errand import keep_keys
from annotator.ui.search_field import SearchField
from annotator.ui.settings import keep_setting, setting
from annotator.ui.sheet.command_list import Row
from annotator.ui.sheet.palette import Palette, open_palette
from annotator.ui.theme import Theme
from annotator.ui.window import Window


@pytest.fixture
def palette(program: Window) -> Palette:
    drive.press(program.reading.view, "Ctrl+K")
    shown = open_palette(program)
    assert shown is not None
    return shown


def found(palette: Palette, words: str) -> list[Row]:
    """What is listed for some words, once typing has rested."""
    palette.field.setText(words)
    palette._find_articles()
    return [row for row in palette.list.rows.rows if not row.heading]


def chosen(palette: Palette) -> str:
    return palette.list.rows.rows[palette.list.chosen].words


def test_it_floats_in_the_top_third_and_has_the_focus(program: Window, palette: Palette) -> None:
    assert palette.field.hasFocus()
    assert abs(palette.geometry().center().x() - program.rect().center().x()) <= 1
    assert palette.y() < program.height() / 3
    program.resize(900, 600)
    assert program.rect().contains(palette.list.rect().translated(palette.list.mapTo(program, QPoint(0, 0))))


def test_with_nothing_typed_every_command_but_the_carets_is_listed(program: Window, palette: Palette) -> None:
    words = {row.words for row in found(palette, "")}
    listed = {command.title for command in COMMANDS if command.where != TEXT}
    labels = {f"Label as {label.name('en')}" for label in program.desk.scheme.labels}
    assert words == listed | labels


@pytest.mark.parametrize("words", ["undo", "UNDO", "تراجع", "تَراجُع", "ت\u0640راجع"])
def test_either_language_finds_a_command_whatever_its_case_and_vowels(palette: Palette, words: str) -> None:
    assert found(palette, words)[0].words == "Undo"


@pytest.mark.parametrize("words", ["أظهر أسماء", "اظهر اسماء", "label names", "names show"])
def test_hamza_does_not_matter_and_words_come_in_any_order(palette: Palette, words: str) -> None:
    assert "Show label names" in [row.words for row in found(palette, words)]


def test_a_command_found_by_its_other_name_shows_that_name(palette: Palette) -> None:
    assert found(palette, "تراجع")[0].aside == "تراجع"
    assert found(palette, "undo")[0].aside == ""


def test_the_arabic_window_finds_english_names_too(qapp: QApplication, desk: Desk) -> None:
    keep_setting("language", "ar")
    language.install(qapp)
    window = Window(desk, Theme("dark"))
    window.show()
    palette = Palette(window)
    row = found(palette, "undo")[0]
    assert (row.words, row.aside) == ("تراجع", "Undo")
    assert found(palette, "تراجع")[0].aside == ""
    window.close()
    window.deleteLater()


def test_what_begins_with_the_words_comes_first(palette: Palette) -> None:
    words = [row.words for row in found(palette, "next") if not row.reading]
    assert words[0].startswith("Next")
    assert words.index("Next article") < len(words)
    assert found(palette, "zzzz")[0].enabled is False


def test_the_keys_in_force_stand_at_the_end(program: Window, palette: Palette) -> None:
    assert found(palette, "next article")[0].keys == ("Alt+Down",)
    palette.leave()
    keep_keys(program, program.keymap.with_keys(command_named("article.next"), ("Ctrl+U",)).text())
    again = Palette(program)
    assert found(again, "next article")[0].keys == ("Ctrl+U",)


def test_enter_does_it_and_gives_the_focus_back_first(program: Window, palette: Palette, desk: Desk) -> None:
    before = desk.article
    found(palette, "next article")
    drive.press(palette.field, "Enter")
    assert open_palette(program) is None
    assert program.focusWidget() is program.reading.view
    assert desk.article is not None
    assert desk.article != before


def test_arrows_choose_round_and_round_over_what_can_be_done(program: Window, palette: Palette) -> None:
    rows = [row.words for row in found(palette, "") if row.enabled]
    assert "Undo" not in rows
    assert chosen(palette) == rows[0]
    drive.press(palette.field, "Up")
    assert chosen(palette) == rows[-1]
    drive.press(palette.field, "Down")
    drive.press(palette.field, "Down")
    assert chosen(palette) == rows[1]
    QTest.keyClick(palette.field, Qt.Key.Key_PageDown)
    assert chosen(palette) == rows[9]
    assert palette.field.hasFocus()


def test_what_cannot_be_done_is_listed_and_does_nothing(program: Window, palette: Palette, desk: Desk) -> None:
    row = found(palette, "undo")[0]
    assert not row.enabled
    drive.press(palette.field, "Enter")
    assert open_palette(program) is palette
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 45))
    assert open_palette(program) is palette


def test_articles_are_found_by_headline_and_opened(program: Window, palette: Palette, desk: Desk) -> None:
    rows = [row for row in found(palette, "هدنة") if row.reading]
    assert rows
    assert all("هدنة" in row.words for row in rows)
    drive.press(palette.field, "Enter")
    assert desk.article is not None
    assert desk.article.title == rows[0].words


def test_enter_does_not_wait_for_typing_to_rest(program: Window, palette: Palette, desk: Desk) -> None:
    QTest.keyClicks(palette.field, "seed")
    palette.field.setText("هدنة")
    drive.press(palette.field, "Enter")
    assert desk.article is not None
    assert "هدنة" in desk.article.title


def test_a_label_is_a_command_by_its_name_in_either_language(program: Window, palette: Palette, desk: Desk) -> None:
    label = desk.scheme.labels[1]
    assert found(palette, label.name("ar"))[0].words == f"Label as {label.name('en')}"
    view = program.reading.view
    palette.leave()
    view.set_selection(0, 5)
    drive.press(view, "Ctrl+K")
    again = open_palette(program)
    assert again is not None
    found(again, f"label {label.name('en')}")
    drive.press(again.field, "Enter")
    assert [span.label for span in desk.spans] == [label.id]


def test_escape_and_its_own_key_send_it_away(program: Window, palette: Palette) -> None:
    drive.press(palette.field, "Esc")
    assert open_palette(program) is None
    assert program.focusWidget() is program.reading.view
    for _ in range(2):
        drive.press(program, "Ctrl+K")
    assert open_palette(program) is None


def test_escape_in_the_palette_leaves_what_lies_below_it_alone(program: Window, desk: Desk) -> None:
    program.reading.view.set_selection(0, 5)
    drive.press(program.reading.view, "Ctrl+K")
    shown = open_palette(program)
    assert shown is not None
    drive.press(shown.field, "Esc")
    assert desk.selection == (0, 5)


def test_it_goes_when_the_focus_goes_elsewhere(program: Window, palette: Palette) -> None:
    field = program.articles.findChild(QLineEdit)
    assert field is not None
    field.setFocus()
    assert open_palette(program) is None
    assert field.hasFocus()


def test_typing_into_it_presses_no_keys_of_the_window(program: Window, palette: Palette, desk: Desk) -> None:
    before = desk.article
    QTest.keyClicks(palette.field, "np1[]")
    assert palette.field.text() == "np1[]"
    assert desk.article == before
    assert desk.spans == ()


def test_the_headers_field_opens_it_and_shows_its_key(program: Window, qtbot: QtBot) -> None:
    field = program.header.findChild(SearchField)
    assert field is not None
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    assert open_palette(program) is not None
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    assert open_palette(program) is None
    keep_keys(program, program.keymap.with_keys(command_named("view.palette"), ("Ctrl+Shift+P",)).text())
    assert field._key == "Ctrl Shift P"


def test_a_command_that_changes_the_language_may_take_the_window_with_it(program: Window, palette: Palette) -> None:
    chosen_languages: list[str] = []
    program.language_chosen.connect(chosen_languages.append)
    found(palette, "english")
    drive.press(palette.field, "Enter")
    assert chosen_languages == ["ar"]
    assert setting("language") == "en"


def test_hostile_words_find_nothing_and_hurt_nothing(palette: Palette) -> None:
    for words in ("%", "_", "' OR 1=1", "\u202e", "<b>", "𝔘" * 200, "\u064b\u064b"):
        for row in found(palette, words):
            assert isinstance(row, Row)
    palette.grab()
