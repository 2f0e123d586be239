"""Event mode with real keys, by their place, under an Arabic keyboard layout."""

from pathlib import Path

import pytest

import drive
from tests.journeys.conftest import Start
from tests.journeys.test_display import arabic_layout, xdotool
from tests.journeys.test_frame import begin, in_roles, project_with, sample_record, without_frames

pytestmark = pytest.mark.display

KEY = {"1": 10, "2": 11, "0": 19, "E": 26, "F": 41, "J": 44, "Backspace": 22, "Enter": 36, "Shift": 50}
"""Key codes of a PC keyboard under X."""

__all__ = ["arabic_layout"]


def press(*names: str) -> None:
    for name in names:
        xdotool("key", KEY[name])


def test_a_frame_is_built_under_an_arabic_layout(start: Start, tmp_path: Path, arabic_layout: None) -> None:
    hands = begin(start, project_with(tmp_path, without_frames(sample_record())))
    session, view = hands.session, hands.view
    assert session.window is not None
    xdotool("windowfocus", "--sync", int(session.window.winId()))
    drive.wait_until(view.hasFocus)
    press("E", "1")
    drive.wait_until(lambda: view.hinted is not None)
    press("F")
    drive.wait_until(lambda: in_roles(session) == [("attacker", "s5")])
    press("2")
    drive.wait_until(lambda: view.hinted is not None)
    press("J", "Backspace", "0")
    drive.wait_until(lambda: "names somebody" in session.window.notice.text if session.window else False)
    xdotool("keydown", KEY["Shift"], "key", KEY["1"], "keyup", KEY["Shift"])
    drive.wait_until(lambda: in_roles(session) == [])
    press("0")
    drive.wait_until(lambda: dict(session.desk.events[0].attributes) == {"no_actor": "yes"})
    press("Enter")
    drive.wait_until(lambda: session.window is not None and session.window.reading.roles.framed is None)
