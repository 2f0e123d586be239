"""The status bar says what was kept, what was not, and where one is."""

import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.core.article import make_article
from annotator.core.layer import DONE
from annotator.ui.button import Button
from annotator.ui.desk import Desk
from annotator.ui.settings import keep_setting
from annotator.ui.status_bar import StatusBar, place_words
from annotator.ui.theme import Theme

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture
def status(qtbot: QtBot, desk: Desk, light: Theme) -> StatusBar:
    """The status bar, shown."""
    bar = StatusBar(desk, light)
    qtbot.addWidget(bar)
    bar.resize(1280, bar.height())
    with qtbot.waitExposed(bar):
        bar.show()
    return bar


def words_shown(bar: StatusBar) -> list[str]:
    return [label.text() for label in bar.findChildren(QLabel) if label.isVisible() and label.text()]


def named(bar: StatusBar, name: str) -> Button:
    return next(button for button in bar.findChildren(Button) if button.accessibleName() == name)


def label_first(desk: Desk) -> None:
    assert desk.article is not None
    desk.select(0, 8)
    desk.label(desk.scheme.labels[0].id)


def has_colour(bar: StatusBar, colour: str, theme: Theme) -> bool:
    image = bar.grab().toImage()
    wanted = theme.colour(colour)
    pixels = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return any(image.pixelColor(x, y) == wanted for x, y in pixels)


def test_an_open_project_is_kept_and_green(status: StatusBar, light: Theme) -> None:
    assert status.kept_words == "Everything kept"
    assert has_colour(status, "success", light)


def test_the_last_change_is_named(status: StatusBar, desk: Desk) -> None:
    label_first(desk)
    assert "Last change: label Actor" in words_shown(status)
    desk.undo()
    assert "Undone: label Actor" in words_shown(status)
    desk.redo()
    assert "Last change: label Actor" in words_shown(status)


def test_a_failure_is_red_until_the_next_change_is_kept(
    qtbot: QtBot, status: StatusBar, desk: Desk, light: Theme
) -> None:
    desk.store.connection.execute("PRAGMA query_only = ON")
    label_first(desk)
    assert status.kept_words.startswith("Not kept")
    assert desk.spans == ()
    assert has_colour(status, "danger", light)
    again = named(status, "Try again")
    assert again.isVisible()
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    assert status.kept_words.startswith("Not kept")
    desk.store.connection.execute("PRAGMA query_only = OFF")
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    assert status.kept_words == "Everything kept"
    assert not again.isVisible()
    assert len(desk.spans) == 1


def test_a_project_of_a_newer_version_is_open_for_reading_only(
    status: StatusBar, desk: Desk, project: Path, light: Theme
) -> None:
    desk.close_project()
    file = sqlite3.connect(project)
    file.execute("PRAGMA user_version = 99")
    file.close()
    desk.open_project(project)
    assert status.kept_words == "Open for reading only"
    assert has_colour(status, "warning", light)


def test_it_says_who_annotates_and_asks(qtbot: QtBot, status: StatusBar, desk: Desk) -> None:
    with qtbot.waitSignal(status.annotator_clicked, timeout=1000):
        QTest.mouseClick(named(status, "Annotator: ليلى"), Qt.MouseButton.LeftButton)
    desk.set_annotator("<i>سلمى</i>")
    assert "&lt;i&gt;" in named(status, "Annotator: <i>سلمى</i>").toolTip()


def test_nobody_is_asked_who_they_are(qtbot: QtBot, project: Path, light: Theme, bare_desk: Desk) -> None:
    bar = StatusBar(bare_desk, light)
    qtbot.addWidget(bar)
    bar.show()
    assert bar.kept_words == ""
    bare_desk.open_project(project)
    assert named(bar, "Who is annotating?").isVisible()
    bare_desk.close_project()


def test_the_theme_is_named_and_can_be_changed(qtbot: QtBot, status: StatusBar) -> None:
    with qtbot.waitSignal(status.theme_clicked, timeout=1000):
        QTest.mouseClick(named(status, "Theme: Light"), Qt.MouseButton.LeftButton)
    status.set_theme(Theme("dark"))
    assert named(status, "Theme: Dark").isVisible()
    assert status.grab().toImage().pixelColor(640, 20) == Theme("dark").colour("window")


def test_the_text_s_size_is_a_share_of_the_usual_one(status: StatusBar) -> None:
    assert "100%" in words_shown(status)
    keep_setting("zoom", "24")
    status.refresh()
    assert "150%" in words_shown(status)
    keep_setting("zoom", "16")


def test_what_is_selected_is_said_in_words(status: StatusBar, desk: Desk) -> None:
    assert desk.article is not None
    start = desk.article.text.index("مسيّرة")
    desk.select(start, start + len("مسيّرة"))
    assert "5 characters · paragraph 1" in words_shown(status)
    desk.select(0, 0)
    assert not any("characters" in words for words in words_shown(status))
    label_first(desk)
    assert any(words.endswith("headline") for words in words_shown(status))


def test_paragraphs_are_counted_as_in_the_margin(home: Path) -> None:
    article = make_article("عنوان\nمدينة – الثلاثاء\nفقرة أولى\n\nفقرة ثانية", meta={"dateline": True})
    found = {place_words(article, article.text.index(w), article.text.index(w) + 3) for w in ("أولى", "ثانية")}
    assert found == {"3 characters · paragraph 1", "3 characters · paragraph 2"}
    assert place_words(article, 0, 1) == "1 character · headline"
    assert place_words(article, 6, 8) == "2 characters"


def test_a_long_paragraph_is_one_paragraph() -> None:
    article = make_article("عنوان\n" + "كلمة " * 10_000 + "نهاية\nفقرة")
    at = article.text.index("نهاية")
    assert place_words(article, at, at + 5) == "5 characters · paragraph 1"


def test_it_holds_in_a_narrow_window(status: StatusBar, desk: Desk) -> None:
    desk.mark(DONE)
    label_first(desk)
    status.resize(640, status.height())
    assert status.width() == 640
    assert status.minimumSizeHint().width() <= 640
