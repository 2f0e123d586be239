"""Tables in the import sheet: the person says which column is the text, sees it, and so it is imported."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from annotator.store import catalogue
from annotator.ui.desk import Desk
from annotator.ui.sheet.import_sheet import ImportSheet
from annotator.ui.theme import Theme

TABLE = "رأس,نص الخبر، كاملا,n\nقصف الميناء,قال الجيش إن الميناء تعرض للقصف.,1\nهدوء في المدينة,لم يقع شيء.,2\n"


@pytest.fixture
def sheet(desk: Desk, window: QWidget, folder: Path, qtbot: QtBot) -> ImportSheet:
    """The sheet over a table whose columns have names of their own, and a plain text."""
    (folder / "news.csv").write_text(TABLE, "utf-8")
    (folder / "one.txt").write_text("خبر آخر", "utf-8")
    found = ImportSheet(desk, Theme("light"), [folder / "news.csv", folder / "one.txt"], window)
    found.open()
    qtbot.waitUntil(lambda: not found.scan.is_running)
    return found


def pick(sheet: ImportSheet, box: QComboBox, name: str, qtbot: QtBot) -> None:
    """Choose as a person does, and wait until the files are read again."""
    index = box.findText(name)
    box.setCurrentIndex(index)
    with qtbot.waitSignal(sheet.scan.finished, timeout=20_000):
        box.activated.emit(index)


def texts(desk: Desk) -> list[str]:
    return [text for (text,) in desk.store.connection.execute("SELECT text FROM article")]


def test_a_table_without_a_known_column_asks_for_it(sheet: ImportSheet) -> None:
    assert sheet.columns.isVisible()
    assert sheet.columns.text.currentText() == "Choose a column"
    assert sheet.columns.wanted == {}
    assert sheet.refused.value == 1
    assert "no column is known" in str(sheet.scan.sources[0].refusals[0].reason)


def test_what_is_chosen_is_previewed_and_imported(sheet: ImportSheet, desk: Desk, qtbot: QtBot) -> None:
    before = len(catalogue.article_numbers(desk.store, None))
    pick(sheet, sheet.columns.text, "نص الخبر، كاملا", qtbot)
    assert (sheet.ready.value, sheet.refused.value) == (3, 0)
    pick(sheet, sheet.columns.title, "رأس", qtbot)
    assert sheet.specimen.text.startswith("قصف الميناء\nقال الجيش")
    assert sheet.columns.text.currentText() == "نص الخبر، كاملا"
    with qtbot.waitSignal(sheet.imported, timeout=60_000):
        sheet.primary.click()
    assert len(catalogue.article_numbers(desk.store, None)) == before + 3
    assert {"قصف الميناء\nقال الجيش إن الميناء تعرض للقصف.", "خبر آخر"} <= set(texts(desk))


def test_a_text_has_no_columns_to_choose(sheet: ImportSheet) -> None:
    sheet.files.setCurrentRow(1)
    assert not sheet.columns.isVisible()
