"""The export sheet, with the real program in a process of its own."""

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.exchange.formats import FORMATS
from annotator.store.forecast import Announced, announce
from annotator.store.store import Store
from annotator.ui.desk import Desk
from annotator.ui.sheet.export_sheet import ExportSheet
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


def usual(store: Store, name: str = "") -> Announced:
    """What the usual choice amounts to: working layers and gold."""
    return announce(store, ("work", "gold"), name)


def spans_in(lines: list[dict[str, Any]]) -> int:
    return sum(len(line["spans"]) for line in lines)


def test_it_announces_what_it_then_writes(desk: Desk, sheet: ExportSheet, qtbot: QtBot) -> None:
    announced = usual(desk.store)
    lines = export(sheet, qtbot)
    assert spans_in(lines) == announced.spans > 0
    assert len({line["article_id"] for line in lines}) == announced.articles
    assert "as announced" in sheet.banner.text


def test_one_annotators_work_alone(desk: Desk, sheet: ExportSheet, qtbot: QtBot) -> None:
    name = next(name for name in sheet.people if name)
    sheet.people[name].click()
    announced = usual(desk.store, name)
    lines = export(sheet, qtbot)
    assert {line["layer"]["annotator_name"] for line in lines} == {name}
    assert spans_in(lines) == announced.spans < usual(desk.store).spans
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


def pick(sheet: ExportSheet, name: str) -> None:
    next(row for row in sheet.formats.rows if row.format.name == name).click()


def test_what_a_format_leaves_out_is_counted_before_it_is_written(sheet: ExportSheet, qtbot: QtBot) -> None:
    assert sheet.losses.isHidden()
    pick(sheet, "conll")
    assert not sheet.losses.isHidden()
    qtbot.waitUntil(lambda: len(sheet.losses.words) > 1, timeout=60_000)
    announced = usual(sheet._desk.store)
    assert any(words.endswith("attributes") for words in sheet.losses.words)
    assert sheet.losses.words[-1].endswith(f"of {announced.spans:,} spans")
    known = len(sheet._known)
    pick(sheet, "jsonl")
    pick(sheet, "conll")
    assert len(sheet.losses.words) > 1
    assert len(sheet._known) == known


def test_a_split_is_written_as_a_folder_with_the_seed_in_it(sheet: ExportSheet, qtbot: QtBot, tmp_path: Path) -> None:
    sheet.field.setText(str(tmp_path / sheet._offered))
    sheet.choice.buttons["split"]["on"].click()
    assert Path(sheet.field.text()).name == f"{sheet._desk.store.path.stem}-jsonl"
    sheet.choice.seed.setText("41")
    sheet.choice.buttons["names"]["on"].click()
    with qtbot.waitSignal(sheet.exported, timeout=60_000):
        sheet.primary.click()
    manifest = json.loads((Path(sheet.field.text()) / "manifest.json").read_bytes())
    assert manifest["split"]["seed"] == 41
    lines = (Path(sheet.field.text()) / "train.jsonl").read_text("utf-8").split("\n")[:-1]
    layers = [json.loads(line)["layer"] for line in lines]
    assert {layer["annotator_name"] for layer in layers if layer} <= {"A1", "A2", "A3"}


def test_a_name_that_was_given_stays_when_the_format_changes(sheet: ExportSheet, tmp_path: Path) -> None:
    sheet.field.setText(str(tmp_path / "mine.jsonl"))
    pick(sheet, "conll")
    assert sheet.field.text() == str(tmp_path / "mine.conll")
    sheet.choice.buttons["split"]["on"].click()
    assert sheet.field.text() == str(tmp_path / "mine")
    (tmp_path / "mine").write_text("x", "utf-8")
    sheet.refresh()
    assert not sheet.primary.isEnabled()


def test_only_done_articles_and_the_layers_chosen_are_announced_and_written(sheet: ExportSheet, qtbot: QtBot) -> None:
    sheet.choice.buttons["articles"]["on"].click()
    announced = announce(sheet._desk.store, ("work", "gold"), done_only=True)
    lines = export(sheet, qtbot)
    assert 0 < spans_in(lines) == announced.spans
    assert len({line["article_id"] for line in lines}) == announced.articles < usual(sheet._desk.store).articles
    sheet.refresh()
    sheet.choice.buttons["layers"]["handed-in"].click()
    assert announce(sheet._desk.store, ("handed_in",)).spans == 0
    assert "0 spans" in sheet.subtitle


def test_every_word_about_formats_can_be_translated() -> None:
    said = {text for row in FORMATS for text in (row.title, *row.carries, *row.cannot)}
    assert said == set(KNOWN)
