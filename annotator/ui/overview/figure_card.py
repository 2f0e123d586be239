"""The four large figures at the top of the overview."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.overview.card import paint_card
from annotator.ui.overview.cell import Step
from annotator.ui.prose import rise
from annotator.ui.style import RING_ROOM_PX, paint_ring, scaled
from annotator.ui.theme import Theme, look

HEIGHT_PX, PAD_PX, GAP_PX = 80, 16, 9
WORDS_AT, FIGURE_AT = 23, 53


class FigureCard(Step):
    """A name, a number and what stands beside it; pressing it opens the disagreements, where it can."""

    def __init__(self, theme: Theme, title: str, opens: bool, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._title = title
        self._opens = opens
        self._aside = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if opens else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_figure(self, figure: str, aside: str, spoken: str) -> None:
        """Show a figure and what stands beside it; `spoken` says all of it at length."""
        self.setText(figure)
        self._aside = aside
        self.say(f"{self._title}: {spoken}")
        self.update()

    @property
    def aside(self) -> str:
        """What stands beside the number."""
        return self._aside

    def sizeHint(self) -> QSize:
        return QSize(180, HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(140, HEIGHT_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        inner = box.adjusted(*(RING_ROOM_PX * side for side in (1, 1, -1, -1))) if self.hasFocus() else box
        paint_card(painter, inner, self.theme, self._opens and self.isEnabled() and self.underMouse())
        if self.hasFocus():
            paint_ring(painter, inner, float(look()["radius"]["card"]), self.theme)
        painter.setLayoutDirection(self.layoutDirection())
        self._paint_words(painter, self._title, PAD_PX, WORDS_AT, "small", "muted")
        taken = self._paint_words(painter, self.text(), PAD_PX, FIGURE_AT, "figure", "text")
        self._paint_words(painter, self._aside, PAD_PX + taken + GAP_PX, FIGURE_AT + 4, "small", "muted")
        painter.end()

    def _paint_words(
        self, painter: QPainter, words: str, start: float, middle: float, size: str, colour: str
    ) -> float:
        """From `start` off where the interface begins; how wide the words are."""
        font = scaled(self.font(), size)
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, self.width() - start - PAD_PX)
        width = metrics.horizontalAdvance(shown)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.setFont(font)
        painter.setPen(self.theme.colour(colour))
        painter.drawText(round(self.width() - start - width if rtl else start), round(middle + rise(font)), shown)
        return width
