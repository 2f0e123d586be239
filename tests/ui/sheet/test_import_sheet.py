"""The import sheet, with real files, a real project and the real program in a process of its own."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.store import catalogue
from annotator.ui.desk import Desk
from annotator.ui.sheet.import_sheet import CHOOSING, FINISHED, ImportSheet
from annotator.ui.sheet.source_list import verdict
from annotator.ui.theme import Theme

ARABIC = "أعلنت الجماعة مسؤوليتها عن الهجوم.\nوقالت السلطات إن أربعة أصيبوا.\n"
Open = Callable[..., ImportSheet]


@pytest.fixture
def open_import(desk: Desk, window: QWidget, qtbot: QtBot) -> Open:
    def open_it(*paths: Path) -> ImportSheet:
        sheet = ImportSheet(desk, Theme("light"), paths, window)
        sheet.open()
        qtbot.waitUntil(lambda: not sheet.scan.is_running)
        return sheet

    return open_it


def articles(desk: Desk) -> int:
    return len(catalogue.article_numbers(desk.store, None))


def press(sheet: ImportSheet, qtbot: QtBot) -> int:
    with qtbot.waitSignal(sheet.imported, timeout=60_000) as blocker:
        sheet.primary.click()
    assert blocker.args is not None
    return int(blocker.args[0])


def test_nothing_is_written_before_the_button_and_all_of_it_after(
    desk: Desk, folder: Path, open_import: Open, qtbot: QtBot
) -> None:
    for number in range(3):
        (folder / f"{number}.txt").write_text(f"{ARABIC}{number}", encoding="utf-8")
    before = articles(desk)
    sheet = open_import(folder)
    assert sheet.primary.text() == "Import 3 articles"
    assert sheet.ready.value == 3
    assert articles(desk) == before
    with qtbot.waitSignal(desk.articles_changed):
        assert press(sheet, qtbot) == 3
    assert articles(desk) == before + 3
    assert sheet.state == FINISHED
    assert sheet.banner.text == "Everything was imported and is kept."


def test_refused_lines_stand_in_the_table_before_and_after(
    desk: Desk, folder: Path, record_line: Callable[..., str], open_import: Open, qtbot: QtBot
) -> None:
    lines = [record_line(1), "{broken", record_line(2, lambda line: line["spans"][0].update(quote="غيره"))]
    (folder / "march.jsonl").write_text("\n".join(lines), encoding="utf-8")
    sheet = open_import(folder / "march.jsonl")
    rows = [[sheet.table.model().index(row, column).data() for column in range(3)] for row in range(2)]
    assert [row[0] for row in rows] == ["2", "3"]
    assert "{broken" in rows[0][2]
    assert "quote" in rows[1][1]
    assert press(sheet, qtbot) == 1
    assert sheet.refused.value == sheet.table.rowCount() == 2
    sheet.table.copy_all()
    assert len(QGuiApplication.clipboard().text().splitlines()) == 2


def test_all_or_nothing_rests_the_button_while_anything_is_refused(desk: Desk, folder: Path, open_import: Open) -> None:
    (folder / "good.txt").write_text(ARABIC, encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    sheet = open_import(folder)
    assert sheet.primary.isEnabled()
    sheet.whole.setChecked(True)
    assert not sheet.primary.isEnabled()
    assert "nothing would be imported" in sheet.subtitle


def test_an_uncertain_file_is_imported_only_after_its_preview_was_agreed_to(
    desk: Desk, folder: Path, open_import: Open, qtbot: QtBot
) -> None:
    (folder / "old.txt").write_bytes(ARABIC.encode("cp1256"))
    sheet = open_import(folder / "old.txt")
    assert verdict(sheet.scan.sources[0]).words == "Confirm"
    assert sheet.specimen.text == ARABIC
    assert not sheet.primary.isEnabled()
    with qtbot.waitSignal(sheet.scan.finished):
        sheet.banner.button.click()
    assert sheet.primary.text().startswith("Import 1 article")
    before = articles(desk)
    assert press(sheet, qtbot) == 1
    assert articles(desk) == before + 1


def test_what_was_not_agreed_to_is_refused_while_the_rest_goes_in(
    desk: Desk, folder: Path, open_import: Open, qtbot: QtBot
) -> None:
    for name in ("one", "two"):
        (folder / f"{name}.txt").write_bytes(f"{ARABIC}{name}".encode("cp1256"))
    sheet = open_import(folder / "one.txt", folder / "two.txt")
    with qtbot.waitSignal(sheet.scan.finished):
        sheet.banner.button.click()
    assert press(sheet, qtbot) == 1
    assert sheet.refused.value == 1
    assert "two.txt" in sheet.table._reports[0].path


def test_files_dropped_later_are_looked_at_too(desk: Desk, folder: Path, open_import: Open, qtbot: QtBot) -> None:
    (folder / "a.txt").write_text(ARABIC, encoding="utf-8")
    sheet = open_import()
    assert not sheet.primary.isEnabled()
    with qtbot.waitSignal(sheet.scan.finished):
        sheet.add([folder / "a.txt"])
    sheet.add([folder / "a.txt"])
    assert len(sheet.scan.sources) == 1
    assert sheet.primary.isEnabled()


def test_enter_in_the_list_imports_and_enter_again_closes(
    desk: Desk, folder: Path, open_import: Open, qtbot: QtBot
) -> None:
    (folder / "a.txt").write_text(ARABIC, encoding="utf-8")
    sheet = open_import(folder / "a.txt")
    assert sheet.files.hasFocus()
    with qtbot.waitSignal(sheet.imported, timeout=60_000):
        QTest.keyClick(sheet.files, Qt.Key.Key_Return)
    with qtbot.waitSignal(sheet.accepted):
        QTest.keyClick(sheet.primary, Qt.Key.Key_Return)


def test_esc_before_the_import_leaves_everything_as_it_was(
    desk: Desk, folder: Path, open_import: Open, qtbot: QtBot
) -> None:
    (folder / "a.txt").write_text(ARABIC, encoding="utf-8")
    before = articles(desk)
    sheet = open_import(folder / "a.txt")
    assert sheet.state == CHOOSING
    with qtbot.waitSignal(sheet.rejected):
        QTest.keyClick(sheet.files, Qt.Key.Key_Escape)
    assert articles(desk) == before


def test_stopping_says_so_and_esc_does_not_close_meanwhile(
    desk: Desk, folder: Path, open_import: Open, qtbot: QtBot
) -> None:
    (folder / "a.txt").write_text(ARABIC, encoding="utf-8")
    sheet = open_import(folder / "a.txt")
    sheet.primary.click()
    sheet.reject()
    assert sheet.isVisible()
    with qtbot.waitSignal(sheet.imported, timeout=60_000):
        sheet.cancel.click()
    assert sheet.banner.text.startswith("It was stopped.")


def test_a_project_that_is_gone_is_said_in_the_sheet(desk: Desk, folder: Path, open_import: Open, qtbot: QtBot) -> None:
    (folder / "a.txt").write_text(ARABIC, encoding="utf-8")
    sheet = open_import(folder / "a.txt")
    desk.store.path = folder / "nowhere.hashiya"
    assert press(sheet, qtbot) == 0
    assert "nowhere.hashiya" in sheet.banner.text
