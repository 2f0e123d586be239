"""Finding in the real window: every place is shown, and the ticked ones are labelled in one gesture."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import drive
from annotator import paths
from annotator.arabic.find import CLITIC, EXACT, PART, VARIANT
from annotator.core.layer import NEW, STARTED
from annotator.core.span import quote
from annotator.ui.app import Session, open_session
from annotator.ui.desk import Desk
from annotator.ui.find import finder
from annotator.ui.find.model import OFF, ON, PARTLY, Heading, Place
from annotator.ui.find.panel import FindPanel
from annotator.ui.settings import keep_setting
from annotator.ui.window import Window
from annotator.ui.wording import change_words

TEXT = (
    "لواء الساحل ينفي\n\n"
    "اتهم المحافظ لواء الساحل بالقصف، ونفى لواء الساحل ذلك.\n"
    "تفاوض وسطاء مع الجيش ولواء الساحل، وأُمهل للواء الساحل يومان.\n"
    "قالت مصادر إن لِواءَ السّاحِل انتشر، ومعه ألوية أخرى لا تتبع لواء الساحلي.\n"
)
OTHER = "خبر آخر\n\nلا ذكر فيه إلا لـ«لواء الساحل» مرة."
HOSTILE = ("%n%1%L1", "\\d+.*(?=x)[", "'\"`;--", "<b>لواء</b>", "\u064e\u0651", "\u202e", "   ", "لواء " * 60, "(", "&")


@pytest.fixture
def window(qapp: QApplication, home: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Window]:
    keep_setting("annotator", "هدى")
    keep_setting("tour", "done")
    scheme = paths.resource("scheme.toml").read_text(encoding="utf-8")
    session: Session = open_session(qapp, drive.make_project(tmp_path / "news.hashiya", scheme, [TEXT, OTHER]))
    assert session.window is not None
    session.window.activateWindow()
    qtbot.waitUntil(session.window.isActiveWindow)
    session.window.reading.view.set_motion(False)
    yield session.window
    session.window.close()
    session.window.deleteLater()
    session.desk.close_project()


@pytest.fixture
def desk(window: Window) -> Desk:
    return window.desk


@pytest.fixture
def panel(window: Window) -> FindPanel:
    press(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    return window.reading.find_panel


def press(window: Window, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.focusWidget(), key, held)


def write(panel: FindPanel, words: str) -> None:
    panel.field.clear()
    panel.field.insert(words)


def rows(panel: FindPanel) -> list[tuple[str, str, bool]]:
    """Every place listed: its kind, its words, and whether it is ticked."""
    found = [(panel.model.row(n), n) for n in range(panel.model.rowCount())]
    text = panel.model.text
    return [
        (row.hit.kind, text[row.hit.start : row.hit.end], panel.model.state(n) == ON)
        for row, n in found
        if isinstance(row, Place)
    ]


def labelled(desk: Desk) -> list[str]:
    assert desk.article is not None
    return [quote(span, desk.article.text) for span in desk.spans]


def marked(window: Window) -> int:
    """How many pixels of the text's ground are in the colour of what was found."""
    image = window.reading.view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    wanted = QColor(window.theme.hex("find")).rgb()
    return sum(image.pixel(x, y) == wanted for y in range(0, image.height(), 3) for x in range(0, image.width(), 3))


def test_it_opens_with_the_selected_words_and_closes_back_into_the_text(window: Window, desk: Desk) -> None:
    assert desk.article is not None
    start = desk.article.text.index("المحافظ")
    window.reading.view.set_selection(start, start + 7)
    press(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    panel = window.reading.find_panel
    assert panel.field.text() == panel.field.selectedText() == "المحافظ"
    assert panel.field.hasFocus()
    assert window.dock.isHidden()
    window.reading.view.clear_selection()
    assert marked(window) > 0
    press(window, Qt.Key.Key_Escape)
    assert panel.isHidden()
    assert window.reading.view.hasFocus()
    assert not window.dock.isHidden()
    assert marked(window) == 0


def test_places_are_listed_by_kind_and_ticked_but_for_parts_of_words(panel: FindPanel) -> None:
    write(panel, "لواء الساحل")
    name = "لواء الساحل"
    whole = [(EXACT, name, True)] * 3 + [(CLITIC, name, True)] * 2 + [(VARIANT, "لِواءَ السّاحِل", True)]
    assert rows(panel) == whole
    panel.parts.setChecked(True)
    assert rows(panel) == [*whole, (PART, name, False)]
    assert "7" in panel.field.count


def test_all_ticked_places_are_labelled_in_one_gesture_and_none_is_lost(panel: FindPanel, desk: Desk) -> None:
    assert desk.article is not None
    write(panel, "لواء الساحل")
    panel.footer.button("ACTOR").click()
    assert labelled(desk) == ["لواء الساحل"] * 5 + ["لِواءَ السّاحِل"]
    assert {(span.start, span.end) for span in desk.spans} == set(panel.ranges)
    assert desk.next_undo is not None
    assert change_words(desk.next_undo, desk.scheme) == "label 6 places"
    assert desk.layer is not None
    assert desk.layer.status == STARTED
    desk.undo()
    assert (desk.spans, desk.layer.status) == ((), NEW)
    assert all(ticked for _, _, ticked in rows(panel))
    desk.redo()
    assert len(desk.spans) == 6


def test_a_place_that_has_the_label_is_shown_so_and_skipped(panel: FindPanel, desk: Desk) -> None:
    write(panel, "لواء الساحل")
    desk.select(0, 11)
    desk.label("ACTOR")
    assert [ticked for _, _, ticked in rows(panel)] == [False, True, True, True, True, True]
    first = panel.model.row(1)
    assert isinstance(first, Place)
    assert first.labels == ("ACTOR",)
    panel.model.toggle(1)
    panel.label("ACTOR")
    assert len(desk.spans) == 6
    assert len(set(labelled(desk))) == 2
    assert not panel.footer.button("ACTOR").isEnabled()
    panel.model.toggle(1)
    assert not panel.footer.button("ACTOR").isEnabled()
    panel.footer.button("TARGET").click()
    assert sorted(span.label for span in desk.spans if span.start == 0) == ["ACTOR", "TARGET"]
    assert len(desk.spans) == 7


def test_pointing_at_a_label_shows_which_places_it_would_leave_out(
    window: Window, panel: FindPanel, desk: Desk
) -> None:
    write(panel, "لواء الساحل")
    desk.select(0, 11)
    desk.label("ACTOR")
    panel.model.toggle(1)
    assert panel.footer.words == "Label 6 places as"
    panel.footer.button("ACTOR").setFocus()
    assert panel.footer.words == "Label 5 places as"
    assert panel.model.state(1) == OFF
    panel.footer.button("WEAPON").setFocus()
    assert panel.footer.words == "Label 6 places as"
    assert panel.model.state(1) == ON


def test_a_heading_ticks_all_its_places_and_shows_when_only_some_are(panel: FindPanel) -> None:
    write(panel, "لواء الساحل")
    heading = panel.model.row(0)
    assert isinstance(heading, Heading)
    assert (heading.kind, panel.model.state(0)) == (EXACT, ON)
    panel.model.toggle(2)
    assert panel.model.state(0) == PARTLY
    panel.model.toggle(0)
    assert panel.model.state(0) == ON
    panel.model.toggle(0)
    assert panel.model.state(0) == OFF
    assert [ticked for kind, _, ticked in rows(panel) if kind == EXACT] == [False] * 3
    assert [ticked for kind, _, ticked in rows(panel) if kind == CLITIC] == [True] * 2


def test_the_list_is_worked_by_keys_alone(window: Window, panel: FindPanel, desk: Desk) -> None:
    write(panel, "لواء الساحل")
    press(window, Qt.Key.Key_Down)
    assert panel.rows.hasFocus()
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Space)
    press(window, Qt.Key.Key_2)
    assert {span.label for span in desk.spans} == {"TARGET"}
    assert len(desk.spans) == 5
    press(window, Qt.Key.Key_Return)
    assert window.reading.view.hasFocus()
    assert desk.selection == panel.current
    assert desk.selection not in [(span.start, span.end) for span in desk.spans]
    press(window, Qt.Key.Key_1)
    assert [span.label for span in desk.spans].count("ACTOR") == 1


def test_up_from_the_first_row_goes_back_to_the_field(window: Window, panel: FindPanel) -> None:
    write(panel, "لواء الساحل")
    press(window, Qt.Key.Key_Down)
    while panel.rows.currentIndex().row() > 0:
        press(window, Qt.Key.Key_Up)
    press(window, Qt.Key.Key_Up)
    assert panel.field.hasFocus()


def test_places_are_gone_to_one_after_the_other_and_round(window: Window, panel: FindPanel, desk: Desk) -> None:
    write(panel, "لواء الساحل")
    ranges = panel.ranges
    assert panel.current == ranges[0]
    walked = []
    for key in (Qt.Key.Key_F3, Qt.Key.Key_Return, *[Qt.Key.Key_F3] * 4):
        press(window, key)
        walked.append(desk.selection)
    assert walked == [*ranges[1:], ranges[0]]
    press(window, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert desk.selection == ranges[-1]
    press(window, Qt.Key.Key_Escape)
    window.reading.view.set_selection(ranges[1][1], ranges[1][1])
    press(window, Qt.Key.Key_F3)
    assert desk.selection == ranges[2]
    assert window.reading.view.hasFocus()


def test_stepping_in_the_text_and_labelling_there_goes_on_from_the_label(window: Window, panel: FindPanel) -> None:
    write(panel, "لواء الساحل")
    ranges = panel.ranges
    window.reading.view.setFocus()
    window.reading.view.set_selection(0, 0)
    for _ in range(3):
        press(window, Qt.Key.Key_F3)
        press(window, Qt.Key.Key_1)
    assert [(span.start, span.end) for span in window.desk.spans] == ranges[:3]


def test_another_article_is_searched_for_the_same_words(window: Window, panel: FindPanel, desk: Desk) -> None:
    write(panel, "لواء الساحل")
    desk.step_article(1)
    assert desk.article is not None
    assert desk.article.text == OTHER
    assert len(rows(panel)) == 1
    desk.step_article(-1)
    assert len(rows(panel)) == 6


@pytest.mark.parametrize("needle", HOSTILE)
def test_whatever_is_written_is_looked_for_as_it_is(panel: FindPanel, needle: str) -> None:
    write(panel, needle)
    assert rows(panel) == []
    panel.parts.setChecked(True)
    assert rows(panel) == []
    panel.grab()


def test_a_word_that_stands_only_within_others_is_said_to(panel: FindPanel) -> None:
    write(panel, "ساح")
    assert rows(panel) == []
    assert panel.hint == "Not as a whole word; only as a part of other words."
    panel.parts.setChecked(True)
    assert {kind for kind, _, _ in rows(panel)} == {PART}
    write(panel, "زقزق")
    assert panel.hint == "Not in this article."


def test_more_places_than_can_be_listed_are_said_to_be_more(panel: FindPanel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finder, "MOST", 4)
    panel.parts.setChecked(True)
    write(panel, "لواء الساحل")
    assert len(rows(panel)) == 4
    assert panel.field.count == "more than 4 places"


def test_the_places_shine_in_the_text_under_every_theme(window: Window, panel: FindPanel) -> None:
    write(panel, "لواء الساحل")
    for theme in ("dark", "sepia", "light"):
        window.theme_chosen.emit(theme)
        assert marked(window) > 50


def test_a_click_on_a_box_ticks_and_one_beside_it_goes_there(window: Window, panel: FindPanel) -> None:
    write(panel, "لواء الساحل")
    index = panel.model.index(2, 0)
    row = panel.rows.visualRect(index)
    box = panel.rows.box(index).center().toPoint()
    QTest.mouseClick(panel.rows.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert panel.model.state(2) == OFF
    QTest.mouseClick(panel.rows.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    place = panel.model.row(2)
    assert isinstance(place, Place)
    assert panel.current == place.hit.range
    assert panel.model.state(2) == OFF
