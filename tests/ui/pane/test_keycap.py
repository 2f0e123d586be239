"""Keycaps are Latin and left to right in every language."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.ui.keycap import HEIGHT, KeyCap, keycap_width, paint_keycap
from annotator.ui.theme import Theme

pytestmark = pytest.mark.usefixtures("dressed")


def drawn(key: str, theme: Theme) -> QImage:
    image = QImage(keycap_width(key), HEIGHT, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setLayoutDirection(QApplication.layoutDirection())
    paint_keycap(painter, 0, 0, key, theme)
    painter.end()
    return image


@pytest.mark.parametrize("key", ["[", "Ctrl K", "1"])
def test_a_key_looks_the_same_in_both_directions(qapp: QApplication, light: Theme, key: str) -> None:
    in_english = drawn(key, light)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert drawn(key, light) == in_english


def test_a_cap_is_as_wide_as_its_words_and_never_narrow(qapp: QApplication) -> None:
    assert keycap_width("1") >= HEIGHT
    assert keycap_width("Ctrl K") > keycap_width("K")


def test_the_widget_says_its_key_and_repaints_in_another_theme(qtbot: QtBot, light: Theme) -> None:
    cap = KeyCap("[", light)
    qtbot.addWidget(cap)
    assert cap.accessibleName() == "["
    before = cap.grab().toImage()
    cap.set_theme(Theme("dark"))
    assert cap.grab().toImage() != before
