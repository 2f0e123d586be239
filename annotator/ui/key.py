"""Keys by where they are, not by what the keyboard layout makes of them: label keys work under an Arabic layout too."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

X11_OFFSET = 8
_ROWS = {2: "1234567890-=", 16: "QWERTYUIOP[]", 30: "ASDFGHJKL;'`", 43: "\\", 44: "ZXCVBNM,./"}
PHYSICAL = {first + i: name for first, row in _ROWS.items() for i, name in enumerate(row)}
"""The name printed on a US keyboard for each scan code of the main block."""

BY_PLACE = frozenset("1234567890-=[];'`\\,./")
"""Keys told by their place unless the layout gives a Latin letter; letters are, only where it gives none."""

NAMED = {
    Qt.Key.Key_Left: "Left",
    Qt.Key.Key_Right: "Right",
    Qt.Key.Key_Up: "Up",
    Qt.Key.Key_Down: "Down",
    Qt.Key.Key_Home: "Home",
    Qt.Key.Key_End: "End",
    Qt.Key.Key_PageUp: "PageUp",
    Qt.Key.Key_PageDown: "PageDown",
    Qt.Key.Key_Delete: "Delete",
    Qt.Key.Key_Backspace: "Backspace",
    Qt.Key.Key_Return: "Enter",
    Qt.Key.Key_Enter: "Enter",
    Qt.Key.Key_Escape: "Esc",
    Qt.Key.Key_Space: "Space",
    Qt.Key.Key_Tab: "Tab",
    Qt.Key.Key_Plus: "+",
    Qt.Key.Key_Minus: "-",
    Qt.Key.Key_Equal: "=",
    Qt.Key.Key_Comma: ",",
    **{Qt.Key(Qt.Key.Key_F1 + number): f"F{number + 1}" for number in range(12)},
}
MODIFIERS = (
    (Qt.KeyboardModifier.ControlModifier, "Ctrl"),
    (Qt.KeyboardModifier.AltModifier, "Alt"),
    (Qt.KeyboardModifier.ShiftModifier, "Shift"),
    (Qt.KeyboardModifier.MetaModifier, "Meta"),
)


def key_name(event: QKeyEvent) -> str:
    """What was pressed, as the command table writes it: “Ctrl+Shift+Z”, “[”, “1”; "" when it has no name there."""
    base = _base_name(event)
    if not base:
        return ""
    held = [name for modifier, name in MODIFIERS if event.modifiers() & modifier]
    return "+".join([*held, base])


def _base_name(event: QKeyEvent) -> str:
    key = event.key()
    place, written = PHYSICAL.get(_scan_code(event), ""), chr(key) if key < 0x80 else ""
    if written.isalpha():
        return written
    if key in NAMED:
        return NAMED[Qt.Key(key)]
    # With Shift, Arabic layouts give brackets and strokes where letters are.
    shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    if place and (place in BY_PLACE or shifted or _is_foreign(key)):
        return place
    return written if written in BY_PLACE else ""


def _scan_code(event: QKeyEvent) -> int:
    """The hardware's number of the key in PC numbering; 0 where the platform does not tell."""
    code = event.nativeScanCode()
    return code - X11_OFFSET if sys.platform.startswith("linux") and code > X11_OFFSET else code


def _is_foreign(key: int) -> bool:
    """Whether the layout made a letter of another script of the key."""
    return 0x80 <= key < Qt.Key.Key_Escape


class KeyFilter(QObject):
    """One filter for a whole window: `press` gets each key's name and says whether it was a command's.

    Keys pressed in other windows, such as Qt's own file dialog, are theirs.
    """

    def __init__(self, press: Callable[[str], bool], parent: QWidget) -> None:
        super().__init__(parent)
        self._press = press
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take key presses that are commands before any widget sees them."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if not isinstance(watched, QWidget) or watched.window() is not self.parent():
            return False
        name = key_name(event)
        return bool(name) and self._press(name)
