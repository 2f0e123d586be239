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
        ("us", Qt.Key.Key_Semicolon, 39, NONE, ";"),
        ("us shifted", Qt.Key.Key_Colon, 39, SHIFT, "Shift+;"),
        ("ara", 0x0643, 39, NONE, ";"),
        ("azerty", Qt.Key.Key_M, 39, NONE, "M"),
        ("us", Qt.Key.Key_Apostrophe, 40, CTRL, "Ctrl+'"),
        ("ara", 0x0637, 40, CTRL, "Ctrl+'"),
        ("us", Qt.Key.Key_Period, 52, NONE, "."),
        ("ara", 0x0632, 52, NONE, "."),
        ("us", Qt.Key.Key_Slash, 53, NONE, "/"),
        ("us shifted", Qt.Key.Key_Question, 53, CTRL | SHIFT, "Ctrl+Shift+/"),
        ("ara", 0x0638, 53, NONE, "/"),
        ("us", Qt.Key.Key_Backslash, 43, NONE, "\\"),
        ("us shifted", Qt.Key.Key_Bar, 43, SHIFT, "Shift+\\"),
        ("us", Qt.Key.Key_Minus, 12, NONE, "-"),
        ("us shifted", Qt.Key.Key_Underscore, 12, SHIFT, "Shift+-"),
        ("us", Qt.Key.Key_Equal, 13, NONE, "="),
        ("us", Qt.Key.Key_QuoteLeft, 41, NONE, "`"),
        ("ara", 0x0630, 41, NONE, "`"),
        ("us shifted", Qt.Key.Key_AsciiTilde, 41, SHIFT, "Shift+`"),
        ("german dead", Qt.Key.Key_Dead_Circumflex, 41, NONE, "`"),
        ("us", Qt.Key.Key_Comma, 51, NONE, ","),
        ("us shifted", Qt.Key.Key_Less, 51, SHIFT, "Shift+,"),
        ("ara shifted", Qt.Key.Key_BracketLeft, 33, SHIFT, "Shift+F"),
        ("ara shifted", Qt.Key.Key_Backslash, 30, SHIFT, "Shift+A"),
        ("ara shifted", Qt.Key.Key_AsciiTilde, 44, CTRL | SHIFT, "Ctrl+Shift+Z"),
        ("dvorak", Qt.Key.Key_Apostrophe, 16, NONE, "'"),
        ("no scan code", Qt.Key.Key_Semicolon, 0, NONE, ";"),
        ("no scan code", Qt.Key.Key_BracketLeft, 0, SHIFT, "Shift+["),
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
