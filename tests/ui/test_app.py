"""Starting: whatever happened to the files of last time, there is a window to work in, and it says what happened."""

import gc
import os
import subprocess
import sys
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from annotator import paths
from annotator.core.sentence import Refused
from annotator.ui import errand
from annotator.ui.app import Session, leaks_none, open_session
from annotator.ui.settings import keep_setting
from annotator.ui.sheet.frame import open_sheet
from annotator.ui.sheet.import_sheet import ImportSheet


def end(session: Session) -> None:
    assert session.window is not None
    session.window.close()
    session.window.deleteLater()
    session.desk.close_project()


@pytest.fixture(autouse=True)
def known(home: Path, qtbot: QtBot) -> None:
    keep_setting("annotator", "هدى")
    keep_setting("tour", "done")


def test_the_first_start_opens_the_sample(qapp: QApplication) -> None:
    session = open_session(qapp, None)
    assert session.desk.store.path == paths.sample_project()
    assert session.desk.article is not None
    end(session)


def test_a_project_of_last_time_that_is_gone_is_told_and_the_sample_opened(qapp: QApplication, tmp_path: Path) -> None:
    keep_setting("recent", str(tmp_path / "gone.hashiya"))
    session = open_session(qapp, None)
    assert session.window is not None
    assert "gone.hashiya" in session.window.notice.text
    assert session.desk.store.path == paths.sample_project()
    end(session)


def test_a_damaged_sample_is_put_aside_and_made_anew(qapp: QApplication) -> None:
    sample = paths.sample_project()
    sample.parent.mkdir(parents=True, exist_ok=True)
    sample.write_bytes(b"nonsense")
    sample.with_name("sample.hashiya-wal").write_bytes(b"left over")
    end(open_session(qapp, None))
    assert sample.with_name("sample.hashiya.damaged-1-wal").read_bytes() == b"left over"
    assert sample.with_name("sample.hashiya.damaged-1").read_bytes() == b"nonsense"


def test_a_project_named_on_the_command_line_that_cannot_be_opened_is_refused(
    qapp: QApplication, tmp_path: Path
) -> None:
    with pytest.raises(Refused, match="no project at"):
        open_session(qapp, tmp_path / "none.hashiya")


def test_language_and_theme_change_under_the_open_article(qapp: QApplication) -> None:
    session = open_session(qapp, None)
    assert session.window is not None
    session.desk.open_article("seed-03")
    before = session.window
    session.choose_language("ar")
    assert session.window is not before
    assert session.window.isRightToLeft()
    assert session.window.reading.view.text == session.desk.article.text  # type: ignore[union-attr]
    session.choose_theme("dark")
    assert session.window.theme.name == "dark"
    session.choose_language("en")
    session.choose_theme("light")
    end(session)


def flush() -> None:
    """Let what was to be deleted be deleted, by Qt and by Python."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def test_windows_replaced_by_a_change_of_language_leave_nothing_behind(
    qapp: QApplication, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = open_session(qapp, None)
    assert session.window is not None
    session.choose_language("ar")
    flush()
    widgets = len(qapp.allWidgets())
    translators = len(qapp.findChildren(QTranslator))
    replaced = []
    for code in ("en", "ar") * 3:
        replaced.append(weakref.ref(session.window))
        session.window.reading.open_find()
        session.choose_language(code)
        flush()
    assert [window() for window in replaced] == [None] * 6
    assert len(qapp.allWidgets()) == widgets
    assert len(qapp.findChildren(QTranslator)) == translators
    failed: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda *failure: failed.append(failure))
    assert session.window.open_project(sample)
    assert not failed
    assert "sample" in session.window.windowTitle() or "—" in session.window.windowTitle()
    end(session)


def test_this_binding_does_not_lose_references() -> None:
    assert not leaks_none()


def test_an_import_that_ends_after_the_project_was_closed_disturbs_nobody(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    session = open_session(qapp, None)
    assert session.window is not None
    file = tmp_path / "words.txt"
    file.write_text("خبر جديد\nمتن الخبر.", encoding="utf-8")
    errand.show_import(session.window, [file])
    sheet = open_sheet(session.window)
    assert isinstance(sheet, ImportSheet)
    qtbot.waitUntil(lambda: not sheet.scan.is_running)
    session.desk.close_project()
    with capture_exceptions() as raised:
        sheet.imported.emit(1)
    assert raised == []
    end(session)


def test_without_a_display_qt_says_nothing_of_size_hints_and_everything_else(tmp_path: Path) -> None:
    """In a process of its own: a test's messages are caught on their way."""
    script = (
        "from PySide6.QtCore import QTimer, qWarning\n"
        "from annotator.ui import app\n"
        "made = app.make_application\n"
        "def make():\n"
        "    application = made()\n"
        "    qWarning('something else')\n"
        "    QTimer.singleShot(0, application.quit)\n"
        "    return application\n"
        "app.make_application = make\n"
        "raise SystemExit(app.run_window([]))\n"
    )
    surroundings = os.environ | {"HASHIYA_HOME": str(tmp_path / "own"), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, env=surroundings, timeout=60, check=False
    )
    assert done.returncode == 0
    assert done.stderr == "something else\n"
