"""The inspector: what is picked or selected, seen closely; with nothing selected, one icon and one sentence."""

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from annotator.arabic.grapheme import grapheme_edges
from annotator.ui.attribute_rows import AttributeRows
from annotator.ui.desk import Desk
from annotator.ui.icon import icon_pixmap
from annotator.ui.keymap import Keymap
from annotator.ui.note_row import NoteRow
from annotator.ui.span_page import SpanPage, quote_label, shortened
from annotator.ui.style import plain_label, stand_on
from annotator.ui.theme import Theme, look

CIRCLE_PX = 56
ICON_PX = 24
EDGE_PX = 16
NOTHING_PX = 36


class Inspector(QWidget):
    """Words that are selected come before the span that is picked, as they do for a label's key."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._nothing = NothingPage(theme)
        self._selection = SelectionPage()
        self._span = SpanPage(desk, theme)
        self._shown: object = None
        self._lay_out()
        for announced in (desk.article_opened, desk.changed, desk.span_picked, desk.selection_changed):
            announced.connect(self._tell)
        self.set_theme(theme)
        self._tell()

    def _lay_out(self) -> None:
        self.setAccessibleName(QCoreApplication.translate("Inspector", "Inspector"))
        self.setMinimumWidth(look()["space"]["pane"]["side_min"])
        self._pages = QStackedWidget()
        closely = scrolling(self._span)
        self.attributes.entered.connect(closely.ensureWidgetVisible)
        for page in (self._nothing, scrolling(self._selection), closely):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)

    def show_keys(self, keymap: Keymap) -> None:
        """Show the keys in force."""
        self._span.show_keys(keymap)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        stand_on(self, theme, "panel")
        self._nothing.set_theme(theme)
        self._span.set_theme(theme)

    @property
    def note(self) -> NoteRow:
        """The picked span's note."""
        return self._span.note

    @property
    def attributes(self) -> AttributeRows:
        """The picked span's attributes."""
        return self._span.attributes

    def press(self, key: str) -> bool:
        """Let the attributes have a key while one of their rows has the focus; says whether it meant something."""
        return self.attributes.press(key)

    def focus_first(self) -> None:
        """Put the focus on the first thing that can be changed here."""
        self._span.focus_first()

    def _tell(self, *_: object) -> None:
        """Show what the desk has in hand; the same thing is not built twice."""
        article, picked, selection = self._desk.article, self._desk.picked, self._desk.selection
        shown = (article.id if article else "", picked, selection, self._desk.spans)
        if shown == self._shown:
            return
        self._shown = shown
        if article and selection:
            self._selection.show_words(article.text[slice(*selection)])
            self._pages.setCurrentIndex(1)
        elif article and picked:
            self._span.show_span(article, picked)
            self._pages.setCurrentIndex(2)
        else:
            self._pages.setCurrentIndex(0)


def scrolling(page: QWidget) -> QScrollArea:
    """The page in a frame that scrolls when the window is low."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    # The pane behind it has the colour; viewports and pages would lay another over it.
    area.viewport().setAutoFillBackground(False)
    page.setAutoFillBackground(False)
    return area


class SelectionPage(QWidget):
    """Selected words that have no label yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quote = quote_label()
        self._count = plain_label("", "small", muted=True)
        hint = QCoreApplication.translate("Inspector", "Press a label's key, or click it below, to label these words.")
        self._hint = plain_label(hint, muted=True)
        self._hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE_PX, 12, EDGE_PX, 12)
        column.setSpacing(8)
        column.addWidget(plain_label(QCoreApplication.translate("Inspector", "Selected words"), "strong"))
        column.addWidget(self._quote)
        column.addWidget(self._count)
        column.addWidget(self._hint)
        column.addStretch(1)

    def show_words(self, words: str) -> None:
        """Show the words that are selected and how many letters they have."""
        self._quote.setText(shortened(words))
        letters = len(grapheme_edges(words)) - 1
        self._count.setText(QCoreApplication.translate("Inspector", "%n characters", None, letters))


class NothingPage(QWidget):
    """One icon, one sentence."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._circle = Circle(theme)
        title = plain_label(QCoreApplication.translate("Inspector", "Nothing selected yet"), "strong")
        sentence = plain_label(
            QCoreApplication.translate(
                "Inspector", "Highlight words in the text to label them, or click a labelled span to look at it."
            ),
            muted=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(NOTHING_PX, EDGE_PX, NOTHING_PX, EDGE_PX)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(self._circle, 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (title, sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addStretch(3)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._circle.set_theme(theme)


class Circle(QWidget):
    """An icon in a quiet circle."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedSize(CIRCLE_PX, CIRCLE_PX)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("hover"))
        painter.drawEllipse(QRectF(self.rect()))
        inset = (CIRCLE_PX - ICON_PX) // 2
        painter.drawPixmap(inset, inset, icon_pixmap("mouse", self._theme.colour("text"), ICON_PX))
        painter.end()
