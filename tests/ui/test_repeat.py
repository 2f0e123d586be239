"""Going from repeat to repeat of the words in hand, past those that are labelled."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import drive
from annotator.ui.desk import Desk
from annotator.ui.repeat import select_repeat

TEXT = "قالت حماس أمس. ونفت إسرائيل أن وحماس هنا. لحَماس بيان، وحماسة كبيرة. وإيران وايران."
SCHEME = (Path(__file__).resolve().parents[2] / "resources" / "scheme.toml").read_text(encoding="utf-8")


@pytest.fixture
def text_desk(desk: Desk, tmp_path: Path) -> Desk:
    desk.open_project(drive.make_project(tmp_path / "repeat.hashiya", SCHEME, [TEXT]))
    desk.set_annotator("هدى")
    return desk


def selected(desk: Desk) -> int | None:
    return desk.selection[0] if desk.selection else None


def test_repeats_are_gone_through_labelled_and_then_there_are_none_left(text_desk: Desk, qtbot: QtBot) -> None:
    first = TEXT.index("حماس")
    second, third = TEXT.index("وحماس") + 1, TEXT.index("لحَماس") + 1
    text_desk.select(first, first + 4)
    text_desk.label("ACTOR")
    select_repeat(text_desk, 1)
    assert selected(text_desk) == second
    select_repeat(text_desk, 1)
    assert text_desk.selection == (third, third + 5)
    select_repeat(text_desk, 1)
    assert selected(text_desk) == second
    select_repeat(text_desk, -1)
    assert selected(text_desk) == third
    text_desk.label("ACTOR")
    select_repeat(text_desk, 1)
    assert selected(text_desk) == second
    text_desk.label("ACTOR")
    with qtbot.waitSignal(text_desk.told):
        select_repeat(text_desk, 1)
    assert len(text_desk.spans) == 3


def test_the_span_made_last_will_do_and_a_wider_one_does_not_hide_a_repeat(text_desk: Desk) -> None:
    start = TEXT.index("وإيران")
    text_desk.label_range("CLAIM", start, len(TEXT), picked=False)
    text_desk.label_range("ACTOR", start + 1, start + 6, picked=False)
    assert text_desk.picked is None
    select_repeat(text_desk, 1)
    assert selected(text_desk) == TEXT.index("وايران") + 1


def test_with_nothing_in_hand_it_is_told(text_desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(text_desk.told):
        select_repeat(text_desk, 1)
    assert text_desk.selection is None
