"""The frame of sheets: over the window, holding the focus, gone with Esc."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.button import Words
from annotator.ui.sheet.frame import EDGE, Sheet, open_sheet
from annotator.ui.theme import Theme


@pytest.fixture
def sheet(window: QWidget, qtbot: QtBot) -> Sheet:
    sheet = Sheet("A sheet", Theme("light"), QSize(600, 400), window)
    sheet.primary.show_parts(Words("Go"))
    sheet.cancel.show_parts(Words("Cancel"))
    sheet.body.addWidget(QLineEdit())
    sheet.open()
    qtbot.waitUntil(lambda: sheet.primary.hasFocus())
    return sheet


def test_it_covers_the_window_and_grows_with_it(sheet: Sheet, window: QWidget) -> None:
    assert sheet.geometry() == window.rect()
    window.resize(900, 500)
    assert sheet.geometry() == window.rect()


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (500, 300), (640, 900)])
def test_its_card_stays_inside_the_window(sheet: Sheet, window: QWidget, width: int, height: int) -> None:
    window.resize(width, height)
    card = sheet._card.geometry()
    assert window.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE).contains(card)
    assert card.width() == min(600, width - 2 * EDGE)


def test_tab_goes_round_inside_it_in_both_directions(sheet: Sheet, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        seen = set()
        for _ in range(6):
            focused = QApplication.focusWidget()
            assert focused is not None
            assert sheet.isAncestorOf(focused)
            seen.add(focused)
            QTest.keyClick(focused, key)
        assert len(seen) == 3


def test_esc_closes_it_and_gives_the_focus_back(sheet: Sheet, window: QWidget, qtbot: QtBot) -> None:
    assert open_sheet(window) is sheet
    with qtbot.waitSignal(sheet.rejected):
        QTest.keyClick(sheet.primary, Qt.Key.Key_Escape)
    assert open_sheet(window) is None
    assert isinstance(QApplication.focusWidget(), QLineEdit)


def test_enter_presses_the_primary_button_and_on_a_button_that_one(sheet: Sheet, qtbot: QtBot) -> None:
    field = sheet.findChild(QLineEdit)
    assert field is not None
    field.setFocus()
    with qtbot.waitSignal(sheet.primary.clicked):
        QTest.keyClick(field, Qt.Key.Key_Return)
    sheet.cancel.setFocus()
    with qtbot.waitSignal(sheet.rejected):
        QTest.keyClick(sheet.cancel, Qt.Key.Key_Return)


def test_a_primary_button_that_rests_is_not_pressed(sheet: Sheet, qtbot: QtBot) -> None:
    pressed: list[bool] = []
    sheet.primary.clicked.connect(pressed.append)
    sheet.primary.setEnabled(False)
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    assert pressed == []


def test_every_theme_can_be_put_on(sheet: Sheet) -> None:
    pictures = set()
    for name in ("light", "dark", "sepia"):
        sheet.set_theme(Theme(name))
        corner = sheet._card.geometry().bottomLeft()
        pictures.add(sheet.grab().toImage().pixelColor(corner.x() + 40, corner.y() - 20).name())
    assert len(pictures) == 3
