"""Small parts of the scheme's sheet: a field that says each change, and pictures of colours and lines."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QLineEdit

from annotator.ui.article.bar import PATTERNS
from annotator.ui.icon import sharpest_scale
from annotator.ui.key import key_name
from annotator.ui.language import current
from annotator.ui.theme import Theme, interface_font

SWATCH_PX, CORNER_PX = 18, 4
LINE_PX, LINE_HEIGHT_PX = 34, 8


class WordField(QLineEdit):
    """A field of one language's words. `said` carries them at each keystroke; Enter says `entered` and nothing else.

    What was not taken is put back when the focus goes elsewhere.
    """

    said = Signal(str)
    entered = Signal()

    def __init__(self, words: str, name: str, language: str = "") -> None:
        super().__init__(words)
        self.setObjectName(name)
        self.setProperty("quiet", True)
        self.setCursorPosition(0)
        self._language = language
        self._taken = words
        if language:
            # Of another script's face Qt would set the words too high.
            self.setFont(interface_font(language))
        self._align()
        self.textEdited.connect(self.said)

    def _align(self) -> None:
        """Arabic words begin at the right and English ones at the left, whatever the window's direction."""
        rtl = (self._language or current()) == "ar"
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)

    def take(self) -> None:
        """What stands here now was taken."""
        self._taken = self.text()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason and self.text() != self._taken:
            self.setText(self._taken)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class KeyField(WordField):
    """A field for one key, told by its place on the keyboard: it takes the place of what stood there."""

    def __init__(self, key: str, name: str) -> None:
        super().__init__(key, name, "en")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = key_name(event).removeprefix("Shift+")
        if len(key) == 1 and key.isalnum():
            self.setText(key)
            self.said.emit(key)
        else:
            super().keyPressEvent(event)


def swatch(colour: QColor, theme: Theme) -> QPixmap:
    """A rounded square of a colour, on the theme's paper."""
    pixmap, painter = _canvas(SWATCH_PX, SWATCH_PX)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("line"), 1))
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(0.5, 0.5, SWATCH_PX - 1, SWATCH_PX - 1), CORNER_PX, CORNER_PX)
    painter.end()
    return pixmap


def line_picture(pattern: str, colour: QColor) -> QPixmap:
    """A piece of a bar as it is drawn under words."""
    pixmap, painter = _canvas(LINE_PX, LINE_HEIGHT_PX)
    thickness = 2.0 if pattern == "thin" else 3.0
    PATTERNS[pattern](painter, ((0.0, float(LINE_PX)),), 2, colour, thickness)
    painter.end()
    return pixmap


def _canvas(width: int, height: int) -> tuple[QPixmap, QPainter]:
    scale = sharpest_scale()
    pixmap = QPixmap(round(width * scale), round(height * scale))
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap, QPainter(pixmap)
