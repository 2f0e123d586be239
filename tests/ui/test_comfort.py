"""The truth view as a setting, warnings of hidden controls, fonts without Arabic, and turning pages by keys."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import drive
from annotator import paths
from annotator.ui.app import Session, open_session
from annotator.ui.article.view import ArticleView
from annotator.ui.settings import keep_setting, setting
from annotator.ui.window import Window

RLO = "\u202e"
TEXTS = [f"عنوان أول\nقال {RLO}المتحدث كلامًا.", "عنوان ثان\nلا شيء هنا.", "\u2066عنوان ثالث\nوكلام"]


@pytest.fixture
def session(qapp: QApplication, home: Path, tmp_path: Path) -> Iterator[Session]:
    for name, value in (("annotator", "هدى"), ("tour", "done"), ("digits", "latn")):
        keep_setting(name, value)
    scheme = paths.resource("scheme.toml").read_text(encoding="utf-8")
    session = open_session(qapp, drive.make_project(tmp_path / "p.hashiya", scheme, TEXTS))
    yield session
    window = window_of(session)
    window.close()
    window.deleteLater()
    session.desk.close_project()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def window_of(session: Session) -> Window:
    assert session.window is not None
    return session.window


def press_truth(window: Window) -> None:
    QTest.keyClick(window, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)


def test_truth_view_is_a_setting_that_outlives_the_window(session: Session) -> None:
    window = window_of(session)
    window.notice.close_notice()
    drive.settle()
    plain = window.reading.view.grab().toImage()
    press_truth(window)
    assert setting("truth") == "shown"
    drive.settle()
    session.choose_language("ar")
    assert window_of(session).reading.view._truth
    session.choose_language("en")
    press_truth(window_of(session))
    assert setting("truth") == "hidden"
    drive.settle()
    assert window_of(session).reading.view.grab().toImage() == plain


def test_with_the_truth_view_the_status_bar_says_code_points(session: Session) -> None:
    window = window_of(session)
    session.desk.select(10, 14)
    assert "10–14" not in window.status._place.text()
    press_truth(window)
    assert window.status._place.text().endswith("10–14")
    session.desk.label(session.desk.scheme.labels[0].id)
    session.desk.pick(session.desk.spans[0].id)
    span = session.desk.spans[0]
    assert window.status._place.text().endswith(f"{span.start}–{span.end}")
    press_truth(window)
    assert "–" not in window.status._place.text()


def test_what_can_disguise_the_text_is_said_once_an_article(session: Session) -> None:
    notice = window_of(session).notice
    said = "Hidden control character (\u2068U+202E\u2069): it can disguise text."
    assert notice.text == said
    notice.close_notice()
    session.desk.step_article(1)
    assert notice.text == ""
    session.desk.step_article(1)
    assert "U+2066" in notice.text
    notice.close_notice()
    session.desk.step_article(-1)
    session.desk.step_article(-1)
    assert notice.text == ""


def test_pages_are_turned_by_keys_without_losing_a_line(session: Session, tmp_path: Path) -> None:
    scheme = paths.resource("scheme.toml").read_text(encoding="utf-8")
    text = "\n".join(f"فقرة رقم {number} وفيها كلام قصير." for number in range(200))
    window = window_of(session)
    assert window.open_project(drive.make_project(tmp_path / "long.hashiya", scheme, [text]))
    view = window.reading.view
    view.set_motion(False)
    view.setFocus()
    drive.settle()
    line = view.page.line_bottom(view.page.spot_of(0)) - view.page.line_top(view.page.spot_of(0))
    lines = view.viewport().height() // line
    for key, goal in ((Qt.Key.Key_PageDown, 199), (Qt.Key.Key_PageUp, 0)):
        while (before := paragraph_at(view)) != goal:
            QTest.keyClick(view, key)
            drive.settle()
            assert 0 < abs(paragraph_at(view) - before) <= lines
            assert view.range_rects(view.caret, view.caret + 1)


def paragraph_at(view: ArticleView) -> int:
    return view.text.count("\n", 0, view.caret)


NO_FONTS = """
import sys
from annotator.ui.app import make_application, open_session
from annotator.ui.settings import keep_setting
application = make_application()
for name, value in (("annotator", "H"), ("tour", "done"), ("language", "en")):
    keep_setting(name, value)
session = open_session(application, None)
desk, window = session.desk, session.window
print(window.notice.text)
window.reading.view.set_selection(0, 8)
desk.label(desk.scheme.labels[0].id)
window.grab()
print(len(desk.spans), window.notice.text == "" or window.notice.text)
desk.open_article("seed-02")
window.notice.close_notice()
session.choose_language("ar")
print(repr(session.window.notice.text))
desk.close_project()
"""


def test_without_a_font_for_arabic_it_says_so_once_and_works(tmp_path: Path) -> None:
    fonts = tmp_path / "fonts.conf"
    fonts.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
        f"<fontconfig><dir>{tmp_path}/none</dir><cachedir>{tmp_path}/cache</cachedir></fontconfig>",
        encoding="utf-8",
    )
    environment = {**os.environ, "FONTCONFIG_FILE": str(fonts), "HASHIYA_HOME": str(tmp_path / "home")}
    done = subprocess.run(
        [sys.executable, "-c", NO_FONTS], env=environment, capture_output=True, text=True, check=False,
        encoding="utf-8", cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    said = "No font with Arabic was found. Text stays readable; install Noto Naskh Arabic for the best result."
    assert done.stdout.splitlines() == [said, f"1 {said}", "''"]
