"""The export sheet, with the real program in a process of its own."""

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.exchange import FORMATS
from annotator.ui.desk import Desk
from annotator.ui.sheet.export_sheet import ExportSheet, announce
from annotator.ui.sheet.format_words import KNOWN
from annotator.ui.theme import Theme


@pytest.fixture
def sheet(desk: Desk, window: QWidget, tmp_path: Path) -> ExportSheet:
    sheet = ExportSheet(desk, Theme("light"), window)
    sheet.open()
    sheet.field.setText(str(tmp_path / "out.jsonl"))
    return sheet


def export(sheet: ExportSheet, qtbot: QtBot) -> list[dict[str, Any]]:
    with qtbot.waitSignal(sheet.exported, timeout=60_000) as blocker:
        sheet.primary.click()
    assert blocker.args is not None
    lines = Path(blocker.args[0]).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def spans_in(lines: list[dict[str, Any]]) -> int:
    return sum(len(line["spans"]) for line in lines)


def test_it_announces_what_it_then_writes(desk: Desk, sheet: ExportSheet, qtbot: QtBot) -> None:
    announced = announce(desk.store)
    lines = export(sheet, qtbot)
    assert spans_in(lines) == announced.spans > 0
    assert len({line["article_id"] for line in lines}) == announced.articles
    assert "as announced" in sheet.banner.text


def test_one_annotators_work_alone(desk: Desk, sheet: ExportSheet, qtbot: QtBot) -> None:
    name = next(name for name in sheet.people if name)
    sheet.people[name].click()
    announced = announce(desk.store, name)
    lines = export(sheet, qtbot)
    assert {line["layer"]["annotator_name"] for line in lines} == {name}
    assert spans_in(lines) == announced.spans < announce(desk.store).spans
    assert len(lines) == announced.articles


def test_only_mine_is_offered_once_there_is_something(desk: Desk, window: QWidget) -> None:
    assert "هدى" not in ExportSheet(desk, Theme("light"), window).people
    assert desk.article is not None
    desk.select(0, 5)
    desk.label(desk.scheme.labels[0].id)
    sheet = ExportSheet(desk, Theme("light"), window)
    assert sheet.people["هدى"].text() == "Only mine"


def test_the_button_rests_without_a_folder_and_a_file_that_is_there_is_mentioned(
    sheet: ExportSheet, tmp_path: Path
) -> None:
    sheet.field.setText(str(tmp_path / "no" / "such" / "out.jsonl"))
    assert not sheet.primary.isEnabled()
    sheet.field.setText("out.jsonl")
    assert not sheet.primary.isEnabled()
    (tmp_path / "there.jsonl").write_text("")
    sheet.field.setText(str(tmp_path / "there.jsonl"))
    assert sheet.primary.isEnabled()
    assert "will be replaced" in sheet._there.text()


def test_a_refusal_stands_in_the_sheet_and_one_can_try_again(desk: Desk, sheet: ExportSheet, qtbot: QtBot) -> None:
    out = sheet.field.text()
    sheet.field.setText(str(desk.store.path))
    sheet.primary.click()
    qtbot.waitUntil(lambda: bool(sheet.banner.text), timeout=60_000)
    assert "is the project itself" in sheet.banner.text
    sheet.field.setText(out)
    assert export(sheet, qtbot)


def test_every_word_about_formats_can_be_translated() -> None:
    said = {text for row in FORMATS for text in (row.title, *row.carries, *row.cannot)}
    assert said == set(KNOWN)
