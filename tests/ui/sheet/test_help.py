"""The user's guide."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextTable
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator import paths
from annotator.ui.commands import COMMANDS
from annotator.ui.settings import keep_setting
from annotator.ui.sheet.help import CODE, HelpSheet
from annotator.ui.theme import Theme

ARROWS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}


def guide(language: str) -> str:
    return paths.resource("help", language, "guide.md").read_text(encoding="utf-8")


@pytest.fixture(params=["ar", "en"])
def language(request: pytest.FixtureRequest, home: Path) -> str:
    keep_setting("language", request.param)
    return str(request.param)


@pytest.fixture
def sheet(language: str, window: QWidget) -> HelpSheet:
    sheet = HelpSheet(Theme("light"), window)
    sheet.open()
    return sheet


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_command_with_a_key_stands_in_the_guide(language: str) -> None:
    written = set(CODE.findall(guide(language)))
    for command in COMMANDS:
        if command.menu and command.keys:
            key = re.sub("|".join(ARROWS), lambda found: ARROWS[found[0]], command.keys[0])
            assert key in written, command.name


def test_both_languages_have_the_same_sections_and_keys() -> None:
    sections = [len(re.findall(r"^## ", guide(language), re.MULTILINE)) for language in ("ar", "en")]
    rows = [sorted(CODE.findall(guide(language).split("\n|---|---|\n")[-1])) for language in ("ar", "en")]
    assert sections[0] == sections[1]
    assert rows[0] == rows[1]


def test_it_reads_in_its_own_direction(sheet: HelpSheet, language: str) -> None:
    wanted = Qt.LayoutDirection.RightToLeft if language == "ar" else Qt.LayoutDirection.LeftToRight
    block = sheet.page.document().begin()
    while block.isValid():
        assert block.textDirection() == wanted
        block = block.next()


def test_the_table_of_keys_is_a_table_with_its_keys_at_the_start(sheet: HelpSheet, language: str) -> None:
    frames = sheet.page.document().rootFrame().childFrames()
    *_, table = [frame for frame in frames if isinstance(frame, QTextTable)]
    first = table.cellAt(3, 1 if language == "ar" else 0).firstCursorPosition().block().text()
    assert "Ctrl+Z" in first


def test_a_section_at_the_side_leads_to_its_place(sheet: HelpSheet, qtbot: QtBot) -> None:
    before = sheet.page.verticalScrollBar().value()
    sheet.sections.setCurrentRow(sheet.sections.count() - 1)
    assert sheet.page.verticalScrollBar().value() > before == 0


def test_nothing_is_loaded_or_opened(sheet: HelpSheet, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    assert sheet.page.loadResource(2, QUrl.fromLocalFile(str(secret))) is None
    sheet.page.show_guide(f"[x]({secret.as_uri()}) ![y]({secret.as_uri()}) <b>z</b>")
    assert not sheet.page.openLinks()
    assert not sheet.page.openExternalLinks()
    assert "<b>" in sheet.page.toPlainText()


def test_esc_closes_it(sheet: HelpSheet, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sheet.rejected):
        QTest.keyClick(sheet.page, Qt.Key.Key_Escape)
