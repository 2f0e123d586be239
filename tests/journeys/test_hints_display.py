"""Word hints with real keys, by their place, under an Arabic keyboard layout."""

from pathlib import Path

import pytest

import drive
from tests.journeys.conftest import Start
from tests.journeys.test_display import arabic_layout, labelled, xdotool

pytestmark = pytest.mark.display

KEY = {"1": 10, "F": 41, "J": 44, "D": 40, "B": 56, "Space": 65, "Ctrl": 37, "Down": 116}
"""Key codes of a PC keyboard under X."""

__all__ = ["arabic_layout"]


def press(*names: str) -> None:
    for name in names:
        xdotool("key", KEY[name])


def test_two_letters_make_a_span_under_an_arabic_layout(
    start: Start, seeds_project: Path, arabic_layout: None
) -> None:
    session = start(seeds_project)
    assert session.window is not None
    view = session.window.reading.view
    view.set_motion(False)
    drive.settle()
    xdotool("windowfocus", "--sync", int(session.window.winId()))
    drive.wait_until(view.hasFocus)
    for _ in range(2):
        xdotool("keydown", KEY["Ctrl"], "key", KEY["Down"], "keyup", KEY["Ctrl"])
    press("1")
    drive.wait_until(lambda: view.hinted is not None)
    press("J", "D")
    drive.wait_until(lambda: labelled(session) == [("ACTOR", "كتائب الفجر")])
    press("1")
    drive.wait_until(lambda: view.hinted is not None)
    press("B", "Space")
    drive.wait_until(lambda: len(session.desk.spans) == 2)
