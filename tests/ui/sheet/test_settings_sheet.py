"""The settings on the real program: a choice is kept at once, shows behind the sheet, and moves no line at the top."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import drive
from annotator.ui import theme
from annotator.ui.app import Session, open_session
from annotator.ui.article.view import ArticleView
from annotator.ui.comfort import arabic_families
from annotator.ui.settings import keep_setting, setting
from annotator.ui.sheet.frame import open_sheet
from annotator.ui.sheet.settings_sheet import SettingsSheet
from annotator.ui.theme import choose_reading_face
from annotator.ui.window import Window


@pytest.fixture
def session(qapp: QApplication) -> Iterator[Session]:
    """The whole program on the sample, in the middle of its longest article."""
    keep_setting("annotator", "هدى")
    keep_setting("tour", "done")
    keep_setting("motion", "reduced")
    session = open_session(qapp, None)
    window = window_of(session)
    longest = max(range(1, 27), key=lambda n: len(text_of(session, f"seed-{n:02}")))
    session.desk.open_article(f"seed-{longest:02}")
    window.resize(1280, 560)
    drive.settle()
    bar = window.reading.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    yield session
    choose_reading_face("")
    window = window_of(session)
    window.close()
    window.deleteLater()
    session.desk.close_project()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def window_of(session: Session) -> Window:
    assert session.window is not None
    return session.window


def text_of(session: Session, article_id: str) -> str:
    article = session.desk.store.article(article_id)
    return article.text if article else ""


def sheet_of(session: Session) -> SettingsSheet:
    shown = open_sheet(window_of(session))
    assert isinstance(shown, SettingsSheet)
    return shown


@pytest.fixture
def sheet(session: Session) -> SettingsSheet:
    QTest.keyClick(window_of(session), Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    return sheet_of(session)


def pick(session: Session, name: str, place: int) -> None:
    button = sheet_of(session).options(name)[place]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    drive.settle()


def height_on_screen(view: ArticleView, position: int) -> int:
    return view.page.line_top(view.page.spot_of(position)) - view.verticalScrollBar().value()


CHOICES = [
    ("line_height", 0, "tight"),
    ("line_height", 2, "loose"),
    ("measure", 0, "narrow"),
    ("measure", 2, "wide"),
    ("theme", 1, "dark"),
    ("theme", 2, "sepia"),
    ("digits", 1, "latn"),
    ("language", 0, "ar"),
    ("motion", 0, ""),
]


@pytest.mark.parametrize(("name", "place", "value"), CHOICES)
def test_a_choice_is_kept_at_once_and_the_line_at_the_top_stays(
    session: Session, sheet: SettingsSheet, name: str, place: int, value: str
) -> None:
    view = window_of(session).reading.view
    page = view.page
    top = view.top_position()
    height = height_on_screen(view, top)
    assert top > 0
    pick(session, name, place)
    assert setting(name) == value
    view = window_of(session).reading.view
    now = view.page.line(view.page.spot_of(top))
    assert now.start <= top < now.end
    assert abs(height_on_screen(view, top) - height) < view.page.face(view.page.spot_of(top)).line_height(1)
    assert page.text == view.text
    assert sheet_of(session).options(name)[place].isChecked()


def test_lines_columns_and_sizes_change_under_the_sheet(session: Session, sheet: SettingsSheet) -> None:
    view = window_of(session).reading.view
    widths, heights = [], []
    window_of(session).resize(1900, 700)
    for place in range(3):
        pick(session, "measure", place)
        pick(session, "line_height", place)
        widths.append(view.page.width)
        heights.append(view.page.line_bottom(view.page.spot_of(400)) - view.page.line_top(view.page.spot_of(400)))
    assert widths == sorted(set(widths))
    assert heights[0] < heights[2]
    size = sheet._size.text()
    QTest.keyClick(sheet.options("zoom")[1], Qt.Key.Key_Space)
    assert sheet._size.text() != size
    assert float(setting("zoom")) > 16


def test_a_change_of_language_or_digits_leaves_the_sheet_and_its_focus(session: Session, sheet: SettingsSheet) -> None:
    first = window_of(session)
    pick(session, "language", 0)
    assert window_of(session) is not first
    again = sheet_of(session)
    assert again is not sheet
    assert again.focused_row() == "language"
    assert window_of(session).isRightToLeft()
    pick(session, "digits", 1)
    assert sheet_of(session).focused_row() == "digits"
    drive.press(sheet_of(session), "Esc")
    assert open_sheet(window_of(session)) is None
    pressed = window_of(session).reading.view
    assert window_of(session).focusWidget() is pressed


def test_what_is_in_hand_stays_in_hand_over_a_change_of_language(session: Session, sheet: SettingsSheet) -> None:
    desk = session.desk
    desk.select(20, 30)
    desk.label(desk.scheme.labels[0].id)
    desk.select(40, 50)
    picked = desk.picked
    pick(session, "language", 0)
    view = window_of(session).reading.view
    assert picked is not None
    assert view.picked == picked.id
    assert view.selection() == (40, 50)


def test_the_face_is_chosen_among_those_with_arabic_and_shows_everywhere(
    session: Session, sheet: SettingsSheet
) -> None:
    faces = sheet.faces
    assert [faces.item(row).text() for row in range(1, faces.count())] == arabic_families()
    window = window_of(session)
    session.desk.select(20, 30)
    usual = window.reading.view.page.faces["body"].font.families()
    faces.setFocus()
    QTest.keyClick(faces, Qt.Key.Key_Down)
    family = arabic_families()[0]
    assert setting("face") == family
    assert window.reading.view.page.faces["body"].font.families() == [family, *usual]
    quotes = [label.font().families() for label in window.inspector._selection.findChildren(type(sheet._size))]
    assert [family, *usual] in quotes
    assert usual not in quotes
    QTest.keyClick(faces, Qt.Key.Key_Up)
    assert setting("face") == ""
    assert window.reading.view.page.faces["body"].font.families() == usual


def test_a_face_that_is_gone_from_the_machine_leaves_the_usual_one(session: Session) -> None:
    keep_setting("face", "No Such Face")
    session.choose_language("en")
    assert window_of(session).reading.view.range_rects(0, len(session.desk.article.text))  # type: ignore[union-attr]


def test_like_the_system_follows_the_desktop_at_once(
    session: Session, sheet: SettingsSheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    def turn(dark: bool) -> None:
        """What a desktop does when somebody turns it; the offscreen one has no scheme of its own."""
        monkeypatch.setattr(theme, "is_desktop_dark", lambda: dark)
        scheme = Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light
        QGuiApplication.styleHints().colorSchemeChanged.emit(scheme)

    turn(dark=True)
    assert window_of(session).theme.name == "light"
    pick(session, "theme", 3)
    assert setting("theme") == "system"
    assert window_of(session).theme.name == "dark"
    turn(dark=False)
    assert window_of(session).theme.name == "light"
    assert sheet.theme.name == "light"
    turn(dark=True)
    assert window_of(session).theme.name == "dark"
    pick(session, "theme", 2)
    turn(dark=False)
    assert window_of(session).theme.name == "sepia"


def test_reduced_motion_jumps(session: Session, sheet: SettingsSheet) -> None:
    glide = window_of(session).reading.view._scroll.glide
    assert glide.reduced is True
    pick(session, "motion", 0)
    assert glide.reduced is None


def test_everything_is_reached_by_tab_and_the_arrows_choose(session: Session, sheet: SettingsSheet) -> None:
    reached = set()
    for _ in range(40):
        focused = sheet.focusWidget()
        assert focused is not None
        reached.add(sheet.focused_row() or ("face" if focused is sheet.faces else "close"))
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert reached == {"zoom", "line_height", "measure", "theme", "language", "digits", "motion", "face", "close"}
    sheet.options("measure")[1].setFocus()
    QTest.keyClick(sheet.options("measure")[1], Qt.Key.Key_Right)
    assert setting("measure") == "wide"
    assert all(button.accessibleName().startswith("Theme: ") for button in sheet.options("theme"))


def test_in_a_low_window_the_focus_stays_in_sight(session: Session, sheet: SettingsSheet) -> None:
    window_of(session).resize(1000, 420)
    drive.settle()
    for _ in range(30):
        focused = sheet.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        focused = sheet.focusWidget()
        assert focused is not None
        top = focused.mapTo(sheet, QPoint(0, 0)).y()
        assert 0 <= top < sheet.height()
        assert focused is sheet.faces or not focused.visibleRegion().isEmpty()


def test_the_article_stays_in_sight_and_a_click_on_it_closes(session: Session, sheet: SettingsSheet) -> None:
    window = window_of(session)
    view = window.reading.view
    line = view.range_rects(view.top_position(), view.top_position() + 40)[-1]
    at = view.viewport().mapTo(window, line.center().toPoint())
    assert not sheet._card.geometry().contains(at)
    QTest.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=at)
    assert open_sheet(window) is None
