"""The sheet: the paper an article stands on, with its faces, its margins and its scroll bar."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollBar, QWidget

from annotator.core.scheme import Label
from annotator.ui.article.block import BODY
from annotator.ui.article.face import column_width, make_faces
from annotator.ui.article.gloss import Gloss, Glosses, glosses_at, paint_glosses
from annotator.ui.article.guard import completes
from annotator.ui.article.layout import Page
from annotator.ui.article.paint import SLACK, paint_page, paint_text
from annotator.ui.article.scene import Scene
from annotator.ui.article.scroll import Scroll
from annotator.ui.article.truth import note_at, note_words
from annotator.ui.language import locale
from annotator.ui.prose import tip
from annotator.ui.theme import Theme, look

RIGHT_MARGIN, LEFT_MARGIN = 56, 28
NARROWEST = 80
REVEAL_ROOM = 24
REACH = 12
"""What is painted anew when a line changes reaches so many pixels over it and under it: handles, outlines, rings."""
WHEEL_STEP = 32
GLOSSES_MOST = 6
"""So many of the things that a mark in the margin stands for are said."""


class Sheet(QAbstractScrollArea):
    """Draws a page from right to left and scrolls it. It knows neither mouse nor keys."""

    def __init__(self, theme: Theme, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Made here and not by Qt: of what Qt made, Python is not told when it dies, and takes the next thing at that
        # place in memory for it; drawing then fails, or crashes, long after another window was closed.
        self.setVerticalScrollBar(QScrollBar())
        self.setViewport(QWidget())
        self._theme = theme
        self._labels: dict[str, Label] = {}
        self._points = float(look()["type"]["reading"]["pt"])
        self._line_em = float(look()["article"]["line_em"])
        self._measure = int(look()["article"]["measure_chars"]["best"])
        self._names = False
        self._truth = False
        self._page = Page(make_faces(self._points, self._line_em))
        self._scroll = Scroll(self.verticalScrollBar(), self._page, lambda: self.viewport().height())
        self._top = (0, 0)
        self._glosses = Glosses()
        self._gloss_words: Callable[[object], str] = str
        self._prepare()
        self.set_language(language)
        self.set_theme(theme)

    def _prepare(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setSingleStep(WHEEL_STEP)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self._scroll.dress(theme)
        self.viewport().update()

    def set_language(self, language: str) -> None:
        """Speak another language: tabs, paragraph numbers and the side of the scroll bar. The text stays."""
        self._language = language
        self._digits = locale()
        arabic = language == "ar"
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if arabic else Qt.LayoutDirection.LeftToRight)
        self.viewport().update()

    def set_labels(self, labels: Sequence[Label]) -> None:
        """Take the labels of the scheme."""
        self._labels = {label.id: label for label in labels}
        self.viewport().update()

    def set_zoom(self, points: float) -> None:
        """Set the text in another size, in points; the line at the top stays there."""
        self._points = points
        self._reflow()

    def set_line_height(self, em: float) -> None:
        """Set the text with another distance between lines, in em."""
        self._line_em = em
        self._reflow()

    def set_measure(self, letters: int) -> None:
        """Set the text in a column of so many letters, where there is room for it."""
        self._measure = letters
        self._reflow()

    def set_face_anew(self) -> None:
        """Set the text in the reading face there is now."""
        self._reflow()

    def set_truth_shown(self, shown: bool) -> None:
        """Show what the text hides and in which order its pieces are read."""
        self._truth = shown
        self.viewport().update()

    def set_names_shown(self, shown: bool) -> None:
        """Write labels' names instead of their letters wherever they fit."""
        self._names = shown
        self.viewport().update()

    def show_glosses(self, glosses: Iterable[Gloss], words: Callable[[object], str] = str) -> None:
        """Show these marks in the margin, in place of those before; `words` says what one of them is about."""
        after, self._gloss_words = Glosses(glosses), words
        if after.given != self._glosses.given:
            self._glosses = after
            self.viewport().update()

    def glosses_under(self, point: QPointF) -> Sequence[Gloss]:
        """What the mark in the margin under a point of the viewport stands for, the one that is drawn first."""
        return glosses_at(self._page, self._glosses, self.to_page(point))

    def set_motion(self, moving: bool | None) -> None:
        """Whether scrolling to a place may be animated; None leaves it to the desktop."""
        self._scroll.glide.reduced = None if moving is None else not moving

    @property
    def text(self) -> str:
        """The article's text."""
        return self._page.text

    @property
    def page(self) -> Page:
        """The laid-out article."""
        return self._page

    def ensure_visible(self, position: int) -> None:
        """Glide until the line of a code point shows."""
        tops = self._page.tops
        self._scroll.reveal(lambda: [self._page.spot_of(position)], REVEAL_ROOM)
        self._scroll.settle()
        if self._page.tops is not tops:
            self.viewport().update()

    def top_position(self) -> int:
        """The first code point of the line at the top of the window, for coming back to it."""
        return self._top[0]

    def to_page(self, point: QPointF) -> QPointF:
        """A point of the viewport in the page's coordinates."""
        return QPointF(point.x() - self._left, point.y() + self._scroll.top)

    def sizeHint(self) -> QSize:
        table = look()["space"]["pane"]
        return QSize(column_width(self._em(), self._measure) + LEFT_MARGIN + RIGHT_MARGIN, int(table["article_min"]))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is exposed; the bare text if the rest of it cannot be painted."""
        if not self._paint(event.rect(), self._paint_all):
            self._paint(event.rect(), self._paint_bare)

    def _paint(self, exposed: QRect, paint: Callable[[QPainter, int, int], None]) -> bool:
        painter = QPainter(self.viewport())
        painter.fillRect(exposed, self._theme.colour("paper"))
        painter.translate(self._left, -self._scroll.top)
        top = exposed.top() + self._scroll.top
        painted = completes(lambda: paint(painter, top, top + exposed.height()))
        painter.end()
        return painted

    def _paint_all(self, painter: QPainter, top: int, bottom: int) -> None:
        scene = self._scene()
        paint_page(painter, self._page, scene, top, bottom)
        paint_glosses(painter, self._page, scene, self._glosses, self._page.rows(top - SLACK, bottom + SLACK))

    def _paint_bare(self, painter: QPainter, top: int, bottom: int) -> None:
        scene = Scene(self._theme, self._language, {})
        paint_text(painter, scene, self._page.rows(top - SLACK, bottom + SLACK))

    def viewportEvent(self, event: QEvent) -> bool:
        """Beside what every viewport does, say what is under the pointer when it rests there: a hidden character, or
        what a mark in the margin stands for."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self.viewport().setToolTip(self.tip_at(event.pos()))
        return super().viewportEvent(event)

    def tip_at(self, place: QPoint) -> str:
        """What is said, in mark-up, of what lies under a point of the viewport; "" for nothing to be said."""
        point = QPointF(place)
        note = note_at(self._page, self._scene(), self.to_page(point))
        if note is not None:
            return tip(note_words(self._page.text, note))
        said = [self._gloss_words(gloss.about) for gloss in self.glosses_under(point)[:GLOSSES_MOST]]
        return tip("\n".join(said)) if said else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._column() != self._page.width:
            self._reflow()
        self._scroll.settle()
        self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if not self._scroll.is_settling:
            self._scroll.settle()
            self._note_top()
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._scroll.wheel(event)

    # Inside

    @property
    def _left(self) -> float:
        """Where in the viewport the column begins; what is over goes to both margins alike."""
        spare = max(0, self.viewport().width() - LEFT_MARGIN - RIGHT_MARGIN - self._page.width)
        return self.viewport().width() - RIGHT_MARGIN - spare // 2 - self._page.width

    def _column(self) -> int:
        room = self.viewport().width() - LEFT_MARGIN - RIGHT_MARGIN
        return max(NARROWEST, min(room, column_width(self._em(), self._measure)))

    def _em(self) -> float:
        return self._page.faces[BODY].em

    def _number(self, value: int) -> str:
        return self._digits.toString(value)

    def _scene(self) -> Scene:
        """How the page looks now; what is picked and selected is for those to add who know it."""
        scale = self.devicePixelRatioF()
        return Scene(self._theme, self._language, self._labels, self._number, scale, self._names, self._truth)

    def _reflow(self) -> None:
        faces = make_faces(self._points, self._line_em)
        position, offset = self._top
        self._page.faces = faces
        width = self._column()
        self._scroll.hold(lambda: self._page.spot_of(position), lambda: self._page.reflow(faces, width), offset)
        self.viewport().update()

    def _note_top(self) -> None:
        spot = self._page.spot_at(self._scroll.top)
        self._top = (self._page.line(spot).start, self._page.line_top(spot) - self._scroll.top)

    def _shown(self) -> tuple[int, int]:
        return self._scroll.top, self._scroll.top + self.viewport().height()

    def _reached(self) -> tuple[int, int]:
        """The heights between which a line can be seen, or a handle of it."""
        top, bottom = self._shown()
        return top - REACH, bottom + REACH

    def _to_view(self, box: QRectF) -> QRectF:
        return box.translated(self._left, -self._scroll.top)

    def _update_between(self, upper: int, lower: int) -> None:
        if self._truth:
            # The numbers of a range's pieces change on other lines too.
            self.viewport().update()
            return
        top = upper - REACH - self._scroll.top
        self.viewport().update(0, top, self.viewport().width(), lower - upper + 2 * REACH)
