"""Specimen: the beginning of an article as the window will show it, with its spans; nothing to click."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.core.article import Article, make_article
from annotator.core.record import Record
from annotator.core.scheme import Scheme
from annotator.ui import language
from annotator.ui.article.face import make_faces
from annotator.ui.article.layout import Page
from annotator.ui.article.paint import paint_page
from annotator.ui.article.scene import Scene
from annotator.ui.theme import Theme, look

POINTS = 12.5
PAD = 16
SPARE = 4
"""What tints and outlines may reach beyond the column; the margin with its numbers is not shown."""
MOST_CODE_POINTS = 1_500
LEAST_HEIGHT = 96


class Specimen(QWidget):
    """A card of paper with the first lines of a text, cut off below where the card ends."""

    def __init__(self, scheme: Scheme, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._labels = {label.id: label for label in scheme.labels}
        self._faces = make_faces(POINTS, look()["article"]["lines_em_steps"]["tight"])
        self._page = Page(self._faces)
        self.text = ""
        self.setMinimumHeight(LEAST_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_record(self, record: Record) -> None:
        """Show a record's text and spans."""
        self._show(record.article, record)

    def show_text(self, text: str) -> None:
        """Show a bare text."""
        self._show(make_article(text) if text else None, None)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, LEAST_HEIGHT)

    def _show(self, article: Article | None, record: Record | None) -> None:
        self.text = article.text if article else ""
        self.setAccessibleName(self.text[:MOST_CODE_POINTS])
        self._page.show(article, record.spans if record else ())
        self._reflow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reflow()

    def _reflow(self) -> None:
        self._page.reflow(self._faces, max(60, self.width() - 2 * PAD))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        corner = float(look()["radius"]["card"])
        path.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
        painter.fillPath(path, self._theme.colour("paper"))
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.drawPath(path)
        painter.setClipPath(path)
        scene = Scene(self._theme, language.current(), self._labels, language.number, self.devicePixelRatioF())
        painter.translate(PAD, 0)
        bottom = self._last_whole_line()
        painter.setClipRect(QRectF(-SPARE, 0, self._page.width + 2 * SPARE, bottom), Qt.ClipOperation.IntersectClip)
        paint_page(painter, self._page, scene, 0, bottom)
        painter.end()

    def _last_whole_line(self) -> float:
        """Where to stop, so that no line is cut in half."""
        bottom = 0.0
        for spot in self._page.spots(0, self.height()):
            if self._page.line_bottom(spot) > self.height():
                break
            bottom = self._page.line_bottom(spot)
        return bottom
