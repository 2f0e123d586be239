"""Handing out, handing in and merging: each sheet does what its verb does and says what came of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator import paths
from annotator.store.creation import open_project
from annotator.ui.desk import Desk
from annotator.ui.team.assign_sheet import AssignSheet
from annotator.ui.team.hand_in_sheet import HandInSheet
from annotator.ui.team.merge_sheet import MergeSheet
from annotator.ui.team.team_sheet import TeamSheet
from annotator.ui.theme import Theme
from tests.ui.overview.conftest import AGREED, PEOPLE, project, record_of

LAYLA = PEOPLE[0]


@pytest.fixture
def mine(qapp: QApplication, home: Path, tmp_path: Path) -> Iterator[Desk]:
    """Layla's project: two articles done and one begun."""
    work = [record_of(0, LAYLA, AGREED), record_of(1, LAYLA, AGREED), record_of(2, LAYLA, AGREED, "started")]
    desk = Desk()
    desk.open_project(project(tmp_path / f"mine{paths.PROJECT_SUFFIX}", work))
    desk.annotator = next(one for one in desk.store.annotators() if one.name == LAYLA.name)
    yield desk
    desk.close_project()


@pytest.fixture
def lead(qapp: QApplication, home: Path, tmp_path: Path) -> Iterator[Desk]:
    """The lead's project, in which nobody has worked."""
    (tmp_path / "lead").mkdir()
    desk = Desk()
    desk.open_project(project(tmp_path / "lead" / f"lead{paths.PROJECT_SUFFIX}", []))
    yield desk
    desk.close_project()


def carried_out(sheet: TeamSheet, qtbot: QtBot) -> TeamSheet:
    """The sheet with its report."""
    qtbot.addWidget(sheet)
    sheet.primary.click()
    qtbot.waitUntil(lambda: sheet.primary.isEnabled(), timeout=60_000)
    return sheet


def test_what_is_finished_is_handed_in_and_merged_once(mine: Desk, lead: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    handed = HandInSheet(mine, Theme("light"))
    handed.field.setText(str(tmp_path / "bundle.zip"))
    carried_out(handed, qtbot)
    assert (tmp_path / "bundle.zip").is_file()
    assert "Handed in" in handed.banner.text
    assert any(str(tmp_path / "bundle.zip") in line for line in handed.lines)
    merged = carried_out(MergeSheet(lead, Theme("light"), [tmp_path / "bundle.zip"]), qtbot)
    assert "Merged" in merged.banner.text
    assert lead.store.connection.execute("SELECT count(*) FROM layer WHERE kind = 'handed_in'").fetchone() == (2,)
    again = carried_out(MergeSheet(lead, Theme("light"), [tmp_path / "bundle.zip"]), qtbot)
    assert again.banner.text == "Nothing new came in. Nothing changed."


def test_nothing_to_hand_in_is_said_and_can_be_tried_again(lead: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    sheet = HandInSheet(lead, Theme("light"))
    sheet.field.setText(str(tmp_path / "empty.zip"))
    carried_out(sheet, qtbot)
    assert "nothing to hand in" in sheet.banner.text
    assert not (tmp_path / "empty.zip").exists()
    assert not sheet.form.isHidden()


def test_what_cannot_be_merged_is_left_out_with_its_reason(lead: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04 and nothing else")
    sheet = carried_out(MergeSheet(lead, Theme("light"), [tmp_path / "broken.zip"]), qtbot)
    assert any("broken.zip" in line for line in sheet.lines)


def test_articles_are_handed_out_one_project_each(mine: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    sheet = AssignSheet(mine, Theme("light"))
    assert not sheet.primary.isEnabled()
    sheet.names.setText("سلمى، عمر")
    sheet.field.setText(str(tmp_path / "out"))
    carried_out(sheet, qtbot)
    files = sorted((tmp_path / "out").glob(f"*{paths.PROJECT_SUFFIX}"))
    assert len(files) == 2
    for file in files:
        with open_project(file) as store:
            assert store.connection.execute("SELECT count(*) FROM span").fetchone() == (0,)
    assert {line.split(" · ")[0].strip("\u2068\u2069") for line in sheet.lines} == {"سلمى", "عمر"}
