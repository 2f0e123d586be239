"""The style sheet is whole in every theme, and type follows the look's table."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from annotator.core.scheme import THEMES
from annotator.ui.style import Hairline, elided_label, lead, mixed, plain_label, scaled, stand_on, style_sheet
from annotator.ui.theme import Theme, look

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.mark.parametrize("name", THEMES)
def test_every_theme_has_a_whole_sheet_in_its_own_ink(qapp: QApplication, qtbot: QtBot, name: str) -> None:
    theme = Theme(name)
    sheet = style_sheet(theme)
    assert theme.hex("ink") in sheet
    assert not re.search(r"\{\w+\}", sheet)
    qapp.setStyleSheet(sheet)
    button = QPushButton("x")
    button.setProperty("kind", "primary")
    qtbot.addWidget(button)
    button.resize(120, 40)
    assert button.grab().toImage().pixelColor(20, 20) == theme.colour("ink")


def test_a_field_shows_its_focus(qapp: QApplication, qtbot: QtBot, light: Theme) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.resize(200, 32)
    field.show()
    quiet = field.grab().toImage().pixelColor(100, 1)
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    assert field.grab().toImage().pixelColor(100, 1) == light.colour("focus") != quiet


def test_type_is_scaled_by_the_table(qapp: QApplication) -> None:
    font = QFont()
    font.setPointSizeF(10)
    heading = scaled(font, "heading")
    assert heading.pointSizeF() == pytest.approx(10 * look()["type"]["ui"]["scale"]["heading"])
    assert heading.weight() == look()["type"]["ui"]["weights"]["heading"]


def test_colours_are_mixed_opaque(qapp: QApplication) -> None:
    assert mixed(QColor("#000000"), QColor("#ffffff"), 0.25).name() == "#bfbfbf"
    assert mixed(QColor("#000000"), QColor("#ffffff"), 0.25).alpha() == 255


def test_labels_show_mark_up_as_it_is(qtbot: QtBot) -> None:
    for label in (plain_label("<b>x</b>"), elided_label("<b>x</b>")):
        qtbot.addWidget(label)
        assert label.sizeHint().width() > plain_label("x").sizeHint().width() * 3


def test_surfaces_and_hairlines_take_the_theme(qtbot: QtBot) -> None:
    pane, line = plain_label(), Hairline(Theme("light"))
    for widget in (pane, line):
        qtbot.addWidget(widget)
        widget.resize(10, 10)
    stand_on(pane, Theme("sepia"), "side")
    line.set_theme(Theme("sepia"))
    assert pane.grab().toImage().pixelColor(5, 5) == Theme("sepia").colour("side")
    assert line.grab().toImage().pixelColor(5, 0) == Theme("sepia").colour("line")


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_caret_of_an_empty_field_stands_at_its_start_and_beside_the_hint(
    qtbot: QtBot, qapp: QApplication, direction: Qt.LayoutDirection
) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.setLayoutDirection(direction)
    lead(field, "ابحث" if direction == Qt.LayoutDirection.RightToLeft else "Hint")
    field.resize(240, 32)
    image = field.grab().toImage()
    ground = image.pixelColor(120, 16)
    hint = [x for x in range(4, 236) if any(image.pixelColor(x, y) != ground for y in range(8, 24))]
    caret = field.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle).center().x()
    assert hint
    if direction == Qt.LayoutDirection.RightToLeft:
        assert hint[-1] < caret > 220
    else:
        assert hint[0] > caret < 20
