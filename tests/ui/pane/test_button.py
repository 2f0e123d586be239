"""Drawn buttons: their parts in reading order, a name for screen readers, a ring where the focus is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.button import KINDS, Button, Icon, Key, Quote, Words
from annotator.ui.style import RING_ROOM_PX
from annotator.ui.theme import Theme

pytestmark = pytest.mark.usefixtures("dressed")
LEAST_TARGET_PX = 26


def image_of(button: Button) -> QImage:
    button.resize(button.sizeHint())
    return button.grab().toImage()


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_is_large_enough_to_hit_and_is_named_by_its_words(qtbot: QtBot, light: Theme, kind: str) -> None:
    button = Button(light, kind, Icon("check"), Words("Done"), Key("1"))
    qtbot.addWidget(button)
    assert button.sizeHint().height() >= LEAST_TARGET_PX
    assert button.accessibleName() == "Done"


def test_the_parts_stand_in_reading_order(qtbot: QtBot, light: Theme, qapp: QApplication) -> None:
    button = Button(light, "primary", Icon("check"), Words("الخبر"))
    qtbot.addWidget(button)
    in_english = image_of(button)
    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    in_arabic = image_of(button)
    width, middle = in_english.width(), in_english.height() // 2
    icon_box = range(RING_ROOM_PX + KINDS["primary"].pad, RING_ROOM_PX + KINDS["primary"].pad + 16)
    column = [
        [image.pixelColor(x if image is in_english else width - 1 - x, y).lightness() for x in icon_box]
        for image in (in_english, in_arabic)
        for y in range(middle - 8, middle + 8)
    ]
    assert any(max(row) > 200 for row in column[:16])
    assert any(max(row) > 200 for row in column[16:])
    assert in_english != in_arabic


def test_in_arabic_words_stand_at_the_start_of_the_room_kept_for_the_heavier_face(qtbot: QtBot, light: Theme) -> None:
    words = "ما" * 12
    plain, choosable = Button(light, "option", Words(words)), Button(light, "option", Words(words))
    choosable.setCheckable(True)
    starts = []
    for button in (plain, choosable):
        qtbot.addWidget(button)
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        image = image_of(button)
        inside = range(image.width() - RING_ROOM_PX - 4, RING_ROOM_PX + 4, -1)
        ink = [x for x in inside if any(image.pixelColor(x, y).lightness() < 128 for y in range(8, image.height() - 8))]
        starts.append(image.width() - ink[0])
    assert choosable.sizeHint().width() > plain.sizeHint().width()
    assert starts[0] == starts[1]


def test_focus_comes_by_tab_only_and_is_seen(qtbot: QtBot, light: Theme) -> None:
    window = QWidget()
    row = QHBoxLayout(window)
    first, second = Button(light, "plain", Words("One")), Button(light, "plain", Words("Two"))
    row.addWidget(first)
    row.addWidget(second)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    assert not second.hasFocus()
    before = second.grab().toImage()
    second.setFocus(Qt.FocusReason.TabFocusReason)
    assert second.hasFocus()
    focused = second.grab().toImage()
    edge = focused.height() // 2
    assert focused.pixelColor(0, edge) == light.colour("focus") != before.pixelColor(0, edge)


def test_choosing_moves_nothing(qtbot: QtBot, light: Theme) -> None:
    pill = Button(light, "pill", Words("Started"))
    pill.setCheckable(True)
    qtbot.addWidget(pill)
    width = pill.sizeHint().width()
    pill.setChecked(True)
    assert pill.sizeHint().width() == width


def test_a_cut_off_clitic_is_fainter_than_the_word(qtbot: QtBot, light: Theme) -> None:
    chip = Button(light, "option", Quote("ثلاث", "ب"))
    qtbot.addWidget(chip)
    image = image_of(chip)
    half = image.width() * 2 // 3
    rows = range(RING_ROOM_PX + 3, image.height() - RING_ROOM_PX - 3)
    left = min(image.pixelColor(x, y).lightness() for x in range(RING_ROOM_PX + 3, half) for y in rows)
    right_edge = image.width() - RING_ROOM_PX - KINDS["option"].pad
    right = min(image.pixelColor(x, y).lightness() for x in range(right_edge - 5, right_edge) for y in rows)
    assert left + 40 < right < 240


def test_a_click_is_one_click(qtbot: QtBot, light: Theme) -> None:
    button = Button(light, "plain", Words("One"))
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked, timeout=1000):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_theme_change_repaints(qtbot: QtBot, light: Theme) -> None:
    button = Button(light, "primary", Words("Done"))
    qtbot.addWidget(button)
    before = image_of(button)
    button.set_theme(Theme("dark"))
    assert image_of(button).pixelColor(12, 20) == Theme("dark").colour("ink") != before.pixelColor(12, 20)
