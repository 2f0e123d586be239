"""Keys are told by their place where the layout would hide them."""

import sys

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from annotator.ui.key import X11_OFFSET, key_name

NONE, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
OFFSET = X11_OFFSET if sys.platform.startswith("linux") else 0


def pressed(key: int, scan: int, held: Qt.KeyboardModifier = NONE) -> str:
    """The name of a key that gives `key` in the layout and has this PC scan code."""
    return key_name(QKeyEvent(QEvent.Type.KeyPress, key, held, scan + OFFSET if scan else 0, 0, 0))


@pytest.mark.parametrize(
    ("layout", "key", "scan", "held", "name"),
    [
        ("us", Qt.Key.Key_1, 2, NONE, "1"),
        ("ara digits", 0x0661, 2, NONE, "1"),
        ("azerty", Qt.Key.Key_Ampersand, 2, NONE, "1"),
        ("azerty", 0xC0, 11, NONE, "0"),
        ("us", Qt.Key.Key_BracketLeft, 26, NONE, "["),
        ("ara", 0x062C, 26, NONE, "["),
        ("us shifted", Qt.Key.Key_BraceLeft, 26, SHIFT, "Shift+["),
        ("ara", 0x0626, 44, CTRL, "Ctrl+Z"),
        ("azerty", Qt.Key.Key_Z, 17, CTRL, "Ctrl+Z"),
        ("us shifted", Qt.Key.Key_Z, 44, CTRL | SHIFT, "Ctrl+Shift+Z"),
        ("us", Qt.Key.Key_Return, 28, CTRL, "Ctrl+Enter"),
        ("keypad", Qt.Key.Key_Enter, 96, CTRL, "Ctrl+Enter"),
        ("any", Qt.Key.Key_Left, 105, SHIFT, "Shift+Left"),
        ("us", Qt.Key.Key_Plus, 13, CTRL | SHIFT, "Ctrl+Shift++"),
        ("no scan code", Qt.Key.Key_1, 0, NONE, "1"),
        ("no scan code", Qt.Key.Key_BracketRight, 0, NONE, "]"),
    ],
)
def test_a_key_has_the_same_name_under_every_layout(
    layout: str, key: int, scan: int, held: Qt.KeyboardModifier, name: str
) -> None:
    assert pressed(key, scan, held) == name


@pytest.mark.parametrize("key", [Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_unknown])
def test_modifiers_alone_are_no_key(key: Qt.Key) -> None:
    assert pressed(key, 0) == ""
