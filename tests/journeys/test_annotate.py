"""An annotator's day on the real window: select, label, change, undo, restart, export, bring back."""

import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import drive
from annotator.arabic.words import sentences
from annotator.core.span import quote
from annotator.ui.app import Session
from annotator.ui.sheet.frame import open_sheet
from annotator.ui.sheet.import_sheet import ImportSheet
from tests.journeys.conftest import Start
from tests.journeys.program import close, hashiya, records


def labelled(session: Session) -> list[tuple[str, str]]:
    """What is marked in the open article: label and quote, in reading order."""
    assert session.desk.article is not None
    return [(span.label, quote(span, session.desk.article.text)) for span in session.desk.spans]


def stored(project: Path) -> list[tuple[str, str]]:
    """The same, read from the file by somebody else."""
    connection = sqlite3.connect(f"file:{project}?mode=ro", uri=True)
    rows = connection.execute('SELECT label, quote FROM spans_view ORDER BY start, "end" DESC').fetchall()
    connection.close()
    return rows


def test_a_day_of_annotating_survives_restart_export_and_return(
    start: Start, seeds_project: Path, tmp_path: Path
) -> None:
    session = start(seeds_project)
    assert session.window is not None
    view, text = session.window.reading.view, session.window.reading.view.text

    drive.drag_words(view, "كتائب الفجر")
    drive.press(view, "1")
    drive.double_click(view, text.index("هجوم"))
    drive.press(view, "3")
    assert labelled(session) == stored(seeds_project) == [("ACTOR", "كتائب الفجر"), ("WEAPON", "هجوم")]

    drive.press(view, "2")
    assert labelled(session)[-1] == ("TARGET", "هجوم")
    drive.press(view, "Ctrl+]")
    drive.press(view, "Shift+[")
    grown = labelled(session)[-1][1]
    assert grown.startswith("جوم ")
    assert len(grown.split()) == 2

    drive.click(view, text.index("كتائب الفجر") + 2)
    drive.press(view, "Delete")
    assert [label for label, _ in labelled(session)] == ["TARGET"]
    assert labelled(session) == stored(seeds_project)

    # Something is missing, so it is asked for once.
    drive.press(view, "Ctrl+Enter")
    assert session.window is not None
    assert session.window.notice.text
    drive.press(view, "Ctrl+Enter")
    assert session.desk.article is not None
    assert session.desk.article.text != text
    close(session)

    again = start(seeds_project)
    assert again.window is not None
    view = again.window.reading.view
    assert view.text != text
    for _ in range(5):
        drive.press(view, "Ctrl+Z")
    assert view.text == text
    assert labelled(again) == stored(seeds_project) == [("ACTOR", "كتائب الفجر"), ("WEAPON", "هجوم")]
    drive.press(view, "Ctrl+Y")
    assert labelled(again)[-1] == ("TARGET", "هجوم")
    close(again)

    out, back, second = tmp_path / "out.jsonl", tmp_path / "back.hashiya", tmp_path / "second.jsonl"
    hashiya("export", seeds_project, out)
    for record in records(out):
        for span in record["spans"]:
            assert record["text"][span["start"] : span["end"]] == span["quote"]
    hashiya("new", back)
    hashiya("import", back, out)
    hashiya("export", back, second)
    assert second.read_bytes() == out.read_bytes()
    hashiya("check", back)


def test_the_same_words_may_carry_several_labels_but_not_the_same_one_twice(
    start: Start, seeds_project: Path
) -> None:
    session = start(seeds_project)
    assert session.window is not None
    view = session.window.reading.view
    for key in ("1", "2", "1"):
        drive.drag_words(view, "كتائب الفجر")
        drive.press(view, key)
    assert sorted(labelled(session)) == [("ACTOR", "كتائب الفجر"), ("TARGET", "كتائب الفجر")]
    assert "already" in session.window.notice.text


def test_a_click_in_the_dock_labels_and_the_counts_follow(start: Start, seeds_project: Path) -> None:
    session = start(seeds_project)
    assert session.window is not None
    drive.drag_words(session.window.reading.view, "كتائب الفجر")
    button = session.window.dock.label_button("WEAPON")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(button.width() // 2, button.height() // 2))
    assert labelled(session) == [("WEAPON", "كتائب الفجر")]
    assert "1" in button.accessibleName()


def test_an_article_is_labelled_without_the_mouse(start: Start, seeds_project: Path) -> None:
    session = start(seeds_project)
    assert session.window is not None
    view = session.window.reading.view
    drive.press(view, "Ctrl+Home")
    drive.press(view, "Ctrl+Down")
    drive.press(view, "Ctrl+Down")
    drive.press(view, "Ctrl+Left")
    drive.press(view, "Ctrl+Shift+Left")
    drive.press(view, "Ctrl+Shift+Left")
    drive.press(view, "1")
    assert labelled(session) == [("ACTOR", "كتائب الفجر")]
    drive.press(view, "Esc")
    assert session.desk.picked is None
    drive.press(view, "N")
    assert session.desk.picked is not None
    drive.press(view, "Delete")
    assert labelled(session) == []


def test_alt_and_the_arrows_go_and_select_by_sentence_as_the_text_runs(start: Start, seeds_project: Path) -> None:
    session = start(seeds_project)
    assert session.window is not None
    view = session.window.reading.view
    starts = [first for first, _ in sentences(view.text)]
    drive.press(view, "Ctrl+Home")
    drive.press(view, "Alt+Left")
    drive.press(view, "Alt+Left")
    assert view.caret == starts[2]
    drive.press(view, "Alt+Right")
    assert view.caret == starts[1]
    drive.press(view, "Alt+Shift+Left")
    assert view.selection() == (starts[1], starts[2])


def test_a_second_window_shows_what_the_first_keeps(start: Start, seeds_project: Path) -> None:
    first, second = start(seeds_project), start(seeds_project)
    assert first.window is not None
    drive.drag_words(first.window.reading.view, "كتائب الفجر")
    drive.press(first.window.reading.view, "1") if first.window.isActiveWindow() else first.desk.label("ACTOR")
    second.desk.look_for_others()
    assert labelled(second) == labelled(first) == [("ACTOR", "كتائب الفجر")]


def test_a_commit_that_fails_is_shown_and_not_painted_and_can_be_tried_again(
    start: Start, seeds_project: Path
) -> None:
    session = start(seeds_project)
    assert session.window is not None
    connection = session.desk.store.connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    view, status = session.window.reading.view, session.window.status
    for start_ in range(0, len(view.text) - 4, 3):
        session.desk.select(start_, start_ + 4)
        before = labelled(session)
        drive.press(view, "1")
        if "disk is full" in status.kept_words:
            break
    assert "disk is full" in status.kept_words
    assert labelled(session) == before == stored(seeds_project)
    connection.execute("PRAGMA max_page_count = 1000000")
    session.desk.try_again()
    assert status.kept_words == "Everything kept"
    assert len(labelled(session)) == len(before) + 1
    assert labelled(session) == stored(seeds_project)


@pytest.mark.parametrize("name", ["words.txt", "empty.txt"])
def test_dropped_files_open_the_import_sheet(start: Start, seeds_project: Path, tmp_path: Path, name: str) -> None:
    session = start(seeds_project)
    assert session.window is not None
    file = tmp_path / name
    file.write_text("خبر جديد\nمتن الخبر." if name == "words.txt" else "", encoding="utf-8")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(file))])
    held = (Qt.DropAction.CopyAction, dropped, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(session.window, QDragEnterEvent(QPoint(400, 300), *held))
    QApplication.sendEvent(session.window, QDropEvent(QPointF(400, 300), *held))
    drive.settle()
    sheet = open_sheet(session.window)
    assert isinstance(sheet, ImportSheet)
    drive.wait_until(lambda: sheet.primary.isEnabled() == (name == "words.txt"))
    sheet.close()
