"""Spans as a table, on the real window: walked, jumped to, relabelled, removed, and following every change."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

import drive
from annotator.ui.desk import Desk
from annotator.ui.sheet.frame import open_sheet
from annotator.ui.sheet.span_sheet import SpanSheet
from annotator.ui.span_model import LABEL, NOTE, PARAGRAPH, PLACE, QUOTE
from annotator.ui.theme import Theme
from annotator.ui.window import Window

PLACES = ((40, 52), (0, 6), (90, 104), (92, 98))
LABELS = (2, 0, 1, 0)


@pytest.fixture
def sheet(program: Window, desk: Desk) -> SpanSheet:
    for place, label in zip(PLACES, LABELS, strict=True):
        desk.select(*place)
        desk.label(desk.scheme.labels[label].id)
    desk.select(0, 0)
    desk.pick("")
    QTest.keyClick(program, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    shown = open_sheet(program)
    assert isinstance(shown, SpanSheet)
    return shown


def column(sheet: SpanSheet, number: int) -> list[str]:
    return [sheet.model.index(row, number).data() for row in range(sheet.model.rowCount())]


def ids(sheet: SpanSheet) -> list[str]:
    return [span.id for row in range(sheet.model.rowCount()) if (span := sheet.model.span_at(row))]


def test_every_span_has_a_row_in_reading_order(sheet: SpanSheet, desk: Desk) -> None:
    assert ids(sheet) == [span.id for span in desk.spans]
    assert column(sheet, LABEL) == ["Actor", "Weapon", "Target", "Actor"]
    assert [words.split("–")[0] for words in column(sheet, PLACE)] == ["0", "40", "90", "92"]
    assert column(sheet, PARAGRAPH)[0] == "headline"
    assert desk.article is not None
    assert desk.article.text[0:6].strip() in column(sheet, QUOTE)[0]
    assert "4 spans" in sheet.subtitle


def test_enter_picks_the_span_and_the_article_goes_there(sheet: SpanSheet, program: Window, desk: Desk) -> None:
    assert program.focusWidget() is sheet.table
    drive.press(sheet.table, "Down")
    drive.press(sheet.table, "Down")
    drive.press(sheet.table, "Enter")
    assert open_sheet(program) is None
    assert desk.picked is not None
    assert (desk.picked.start, desk.picked.end) == (90, 104)
    assert program.focusWidget() is program.reading.view
    assert program.reading.view.range_rects(90, 104)


def test_a_label_key_relabels_the_row_and_not_what_is_selected(sheet: SpanSheet, desk: Desk) -> None:
    desk.select(10, 20)
    drive.press(sheet.table, "End")
    drive.press(sheet.table, desk.scheme.labels[3].key)
    assert column(sheet, LABEL) == ["Actor", "Weapon", "Target", "Claim"]
    assert len(desk.spans) == 4
    assert sheet.table.currentIndex().row() == 3


def test_delete_removes_the_row_and_goes_on_with_the_next(sheet: SpanSheet, desk: Desk) -> None:
    drive.press(sheet.table, "Down")
    drive.press(sheet.table, "Delete")
    assert column(sheet, LABEL) == ["Actor", "Target", "Actor"]
    assert sheet.table.currentIndex().row() == 1
    for _ in range(5):
        drive.press(sheet.table, "Delete")
    assert sheet.model.rowCount() == 0
    assert not sheet.primary.isEnabled()
    desk.undo()
    assert sheet.model.rowCount() == 1


def test_rows_can_be_put_in_the_order_of_labels_and_back(sheet: SpanSheet) -> None:
    by_label = sheet._orders.button(1)
    QTest.keyClick(by_label, Qt.Key.Key_Space)
    assert column(sheet, LABEL) == ["Actor", "Actor", "Target", "Weapon"]
    assert [words.split("–")[0] for words in column(sheet, PLACE)] == ["0", "92", "90", "40"]
    sheet.table.sortByColumn(NOTE, Qt.SortOrder.DescendingOrder)
    assert not any(button.isChecked() for button in sheet._orders.buttons())
    QTest.keyClick(sheet._orders.button(0), Qt.Key.Key_Space)
    assert [words.split("–")[0] for words in column(sheet, PLACE)] == ["0", "40", "90", "92"]
    assert sheet._orders.button(0).isChecked()


def test_the_row_in_hand_stays_in_hand_while_others_change(sheet: SpanSheet, desk: Desk) -> None:
    drive.press(sheet.table, "End")
    held = ids(sheet)[-1]
    first = desk.spans[0]
    desk.resize(first.id, 0, 12)
    assert ids(sheet)[sheet.table.currentIndex().row()] == held
    desk.pick(first.id)
    desk.remove()
    assert ids(sheet)[sheet.table.currentIndex().row()] == held


def test_a_letter_that_is_no_label_changes_nothing(sheet: SpanSheet, desk: Desk) -> None:
    before = desk.spans
    for key in ("A", "9", "Q"):
        drive.press(sheet.table, key)
    assert desk.spans == before
    assert sheet.table.currentIndex().row() == 0


def test_assistive_technology_reads_whole_cells(sheet: SpanSheet, desk: Desk) -> None:
    answer = QAccessible.queryAccessibleInterface(sheet.table)
    assert answer.text(QAccessible.Text.Name) == "Spans as a table"
    cells = [answer.child(number).text(QAccessible.Text.Name) for number in range(answer.childCount())]
    assert desk.article is not None
    for words in ("Code points", "Actor", desk.article.text[slice(*PLACES[1])], "0–6"):
        assert words in cells


def test_another_article_another_table(sheet: SpanSheet, desk: Desk) -> None:
    desk.open_article("seed-03")
    assert sheet.model.rowCount() == 0
    desk.open_article(None)
    assert sheet.model.rowCount() == 0


@pytest.mark.parametrize("theme", ["dark", "sepia"])
def test_it_repaints_in_another_theme(sheet: SpanSheet, program: Window, theme: str) -> None:
    program.set_theme(Theme(theme))
    assert sheet.theme == Theme(theme)
    sheet.grab()


def test_without_an_article_there_is_no_table(program: Window) -> None:
    program.desk.open_article(None)
    QTest.keyClick(program, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert open_sheet(program) is None
