"""Banner: a sentence on a soft ground, with an icon and perhaps a button: a question, a result, a failure."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui.button import Button, Words
from annotator.ui.icon import icon_pixmap
from annotator.ui.style import plain_label
from annotator.ui.theme import Theme, look

ICONS = {"warning": "warning", "danger": "error", "success": "check", "muted": "info"}
GROUNDS = {"warning": "warning_soft", "danger": "danger_soft", "success": "success_soft", "muted": "accent_soft"}
ICON_PX = 18


class Banner(QWidget):
    """Hidden until it is told what to say. `kind` is one of ICONS."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = "muted"
        self._icon = plain_label()
        self._words = plain_label("", "body")
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._more = plain_label("", "small", muted=True)
        self._more.setWordWrap(True)
        self._more.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = Button(theme, "small", Words(""))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._words)
        words.addWidget(self._more)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 10, 10)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addLayout(words, 1)
        row.addWidget(self.button)
        self.hide()

    @property
    def text(self) -> str:
        """What it says; empty when it is hidden."""
        return "" if self.isHidden() else self._words.text()

    def tell(self, kind: str, words: str, more: str = "", button: str = "") -> None:
        """Show a sentence, a second one in small, and a button if it has words."""
        self._kind = kind
        self._words.setText(words)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self.button.show_parts(Words(button))
        self.button.setVisible(bool(button))
        self._dress()
        self.show()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self.button.set_theme(theme)
        self._dress()

    def _dress(self) -> None:
        self._icon.setPixmap(icon_pixmap(ICONS[self._kind], self._theme.colour(self._kind), ICON_PX))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(GROUNDS[self._kind]))
        corner = float(look()["radius"]["card"])
        painter.drawRoundedRect(QRectF(self.rect()), corner, corner)
        painter.end()
