"""A card of the overview: raised paper with a title, a note behind it, a remark at the end, and what it holds."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui.overview.cell import Step
from annotator.ui.overview.matrix import Head
from annotator.ui.prose import tip
from annotator.ui.style import elided_label, plain_label
from annotator.ui.theme import Theme, look

PAD_PX = 16


class Card(QWidget):
    """Fill `body`."""

    def __init__(self, title: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAccessibleName(title)
        self._title = plain_label(title, "strong")
        self._note = elided_label("", "small", muted=True)
        self._remark = plain_label("", "small", muted=True)
        self.body = QVBoxLayout()
        self.body.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._note, 1)
        head.addWidget(self._remark)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAD_PX, PAD_PX - 4, PAD_PX, PAD_PX - 4)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(self.body, 1)

    def show_note(self, note: str, remark: str = "", spoken: str = "") -> None:
        """Say something behind the title, and at the end; `spoken` tells the remark at length."""
        self._note.setText(note)
        self._remark.setText(remark)
        self._remark.setToolTip(tip(spoken) if spoken else "")
        self._remark.setAccessibleName(spoken or remark)

    @property
    def note(self) -> str:
        """What stands behind the title."""
        return self._note.text()

    @property
    def remark(self) -> str:
        """What stands at the end."""
        return self._remark.text()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.theme = theme
        for step in self.findChildren(Step):
            step.set_theme(theme)
        for head in self.findChildren(Head):
            head.set_theme(theme)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_card(painter, QRectF(self.rect()), self.theme)
        painter.end()


def paint_card(painter: QPainter, box: QRectF, theme: Theme, hovered: bool = False) -> None:
    """The paper of a card with its hairline."""
    corner = float(look()["radius"]["card"])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("line"), 1))
    painter.setBrush(theme.colour("hover" if hovered else "raised"))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
