"""On a real X display, with real keys by their place and a real pointer, under an Arabic keyboard layout."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint

import drive
from annotator.core.span import quote
from annotator.ui.app import Session
from annotator.ui.article.view import ArticleView
from tests.journeys.conftest import Start

pytestmark = pytest.mark.display

KEY = {"1": 10, "2": 11, "Z": 52, "[": 34, "]": 35, "Ctrl": 37, "Shift": 50, "Delete": 119, "Left": 113, "Home": 110}
"""Key codes of a PC keyboard under X."""


@pytest.fixture
def arabic_layout() -> Iterator[None]:
    subprocess.run(["setxkbmap", "ara"], check=True)
    yield
    subprocess.run(["setxkbmap", "us"], check=True)


def xdotool(*arguments: object) -> None:
    """Let the X server see keys or the pointer; the program goes on meanwhile."""
    running = subprocess.Popen(["xdotool", *map(str, arguments)])
    drive.wait_until(lambda: running.poll() is not None)
    assert running.returncode == 0
    drive.settle()


def press(*names: str) -> None:
    """Press keys at their place, the last one while the others are held."""
    held = [KEY[name] for name in names[:-1]]
    steps: list[object] = []
    for code in held:
        steps += ["keydown", code]
    steps += ["key", KEY[names[-1]]]
    for code in reversed(held):
        steps += ["keyup", code]
    xdotool(*steps)


def point_of(view: ArticleView, position: int) -> QPoint:
    """Where on the screen a letter is."""
    return view.viewport().mapToGlobal(view.range_rects(position, position + 1)[0].center().toPoint())


def labelled(session: Session) -> list[tuple[str, str]]:
    assert session.desk.article is not None
    return [(span.label, quote(span, session.desk.article.text)) for span in session.desk.spans]


def test_pointer_and_keys_work_under_an_arabic_layout(
    start: Start, seeds_project: Path, arabic_layout: None
) -> None:
    session = start(seeds_project)
    assert session.window is not None
    view = session.window.reading.view
    view.set_motion(False)
    drive.settle()
    xdotool("windowfocus", "--sync", int(session.window.winId()))
    drive.wait_until(view.hasFocus)

    place = view.text.index("كتائب الفجر")
    first, last = point_of(view, place + 1), point_of(view, place + 9)
    xdotool("mousemove", first.x(), first.y(), "mousedown", 1, "mousemove", last.x(), last.y(), "mouseup", 1)
    drive.wait_until(lambda: view.selection() is not None)
    press("1")
    drive.wait_until(lambda: labelled(session) == [("ACTOR", "كتائب الفجر")])
    press("2")
    drive.wait_until(lambda: labelled(session) == [("TARGET", "كتائب الفجر")])
    press("Shift", "]")
    drive.wait_until(lambda: labelled(session) == [("TARGET", "كتائب الفج")])
    press("Ctrl", "Z")
    press("Ctrl", "Z")
    drive.wait_until(lambda: labelled(session) == [("ACTOR", "كتائب الفجر")])
    press("Delete")
    drive.wait_until(lambda: labelled(session) == [])
    press("Home")
    press("Ctrl", "Shift", "Left")
    press("1")
    drive.wait_until(lambda: len(labelled(session)) == 1)
