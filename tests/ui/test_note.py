"""A note on a span: M, a line, Enter. It is a change like any other, and what was typed is never lost."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import drive
from annotator.cli import program
from annotator.ui import language
from annotator.ui.desk import Desk
from annotator.ui.theme import Theme
from annotator.ui.window import Window

FIRST, SECOND = (0, 8), (30, 40)


@pytest.fixture
def window(qapp: QApplication, desk: Desk) -> Iterator[Window]:
    language.install(qapp)
    window = Window(desk, Theme("light"))
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    window.reading.view.setFocus()
    yield window
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


def mark(desk: Desk, place: tuple[int, int], label: int = 0) -> str:
    desk.select(*place)
    desk.label(desk.scheme.labels[label].id)
    assert desk.picked is not None
    return desk.picked.id


def note_of(desk: Desk, span_id: str) -> str:
    span = desk.span(span_id)
    assert span is not None
    return span.note


def test_m_writes_and_enter_keeps_and_leads_back_to_the_text(window: Window, desk: Desk) -> None:
    span_id = mark(desk, FIRST)
    drive.press(window, "M")
    field = window.inspector.note.field
    assert window.focusWidget() is field
    QTest.keyClicks(field, "who says? 1 M")
    drive.press(field, "Enter")
    assert note_of(desk, span_id) == "who says? 1 M"
    assert window.focusWidget() is window.reading.view
    assert desk.picked is not None
    assert desk.picked.id == span_id
    assert "write a note" in window.status._last.text()


def test_esc_leaves_the_note_as_it_was(window: Window, desk: Desk) -> None:
    span_id = mark(desk, FIRST)
    drive.press(window, "M")
    QTest.keyClicks(window.inspector.note.field, "x")
    drive.press(window.inspector.note.field, "Esc")
    assert note_of(desk, span_id) == ""
    assert window.inspector.note.field.text() == ""
    assert window.focusWidget() is window.reading.view


def test_a_note_is_undone_and_brought_back_and_can_be_emptied(window: Window, desk: Desk) -> None:
    span_id = mark(desk, FIRST)
    for words in ("first", "second", ""):
        drive.press(window, "M")
        window.inspector.note.field.selectAll()
        QTest.keyClick(window.inspector.note.field, Qt.Key.Key_Delete)
        QTest.keyClicks(window.inspector.note.field, words)
        drive.press(window.inspector.note.field, "Enter")
        assert note_of(desk, span_id) == words
    desk.undo()
    assert note_of(desk, span_id) == "second"
    assert window.inspector.note.field.text() == "second"
    desk.undo()
    assert note_of(desk, span_id) == "first"
    desk.redo()
    assert note_of(desk, span_id) == "second"


def test_what_was_typed_is_kept_when_one_turns_elsewhere(window: Window, desk: Desk) -> None:
    one = mark(desk, FIRST)
    other = mark(desk, SECOND, 1)
    desk.pick(one)
    drive.press(window, "M")
    QTest.keyClicks(window.inspector.note.field, "half")
    drive.click(window.reading.view, SECOND[0] + 2)
    assert note_of(desk, one) == "half"
    assert note_of(desk, other) == ""
    assert desk.picked is not None
    assert desk.picked.id == other
    assert window.inspector.note.field.text() == ""


def test_a_button_that_takes_no_focus_does_not_lose_the_note(window: Window, desk: Desk) -> None:
    span_id = mark(desk, FIRST)
    layer = desk.layer
    assert layer is not None
    drive.press(window, "M")
    QTest.keyClicks(window.inspector.note.field, "before done")
    # Once to be asked about what is missing, and once more to mark it all the same.
    for _ in range(2):
        QTest.mouseClick(window.dock._done, Qt.MouseButton.LeftButton)
    assert desk.layer is not None
    assert desk.layer.id != layer.id
    assert next(span for span in desk.store.spans(layer.id) if span.id == span_id).note == "before done"


def test_a_selection_gives_way_and_a_narrow_window_shows_the_inspector(window: Window, desk: Desk) -> None:
    span_id = mark(desk, FIRST)
    window.resize(900, 700)
    assert not window.inspector.isVisible()
    desk.select(*SECOND)
    desk.pick(span_id)
    drive.press(window, "M")
    assert desk.selection is None
    assert window.focusWidget() is window.inspector.note.field
    assert window.inspector.note.field.isVisible()
    drive.press(window.inspector.note.field, "Esc")
    assert not window.inspector.isVisible()


def test_nothing_picked_means_no_note(window: Window, desk: Desk) -> None:
    drive.press(window, "M")
    assert window.focusWidget() is window.reading.view


def test_the_note_is_exported(window: Window, desk: Desk, tmp_path: Path) -> None:
    span_id = mark(desk, FIRST)
    drive.press(window, "M")
    QTest.keyClicks(window.inspector.note.field, "see below")
    drive.press(window.inspector.note.field, "Enter")
    out = tmp_path / "out.jsonl"
    program.main(["export", str(desk.store.path), str(out)], standalone_mode=False)
    spans = [span for line in out.read_text(encoding="utf-8").splitlines() for span in json.loads(line)["spans"]]
    assert next(span for span in spans if span["id"] == span_id)["note"] == "see below"
