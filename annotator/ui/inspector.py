"""The inspector: what is picked or selected, seen closely; with nothing selected, one icon and one sentence."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import QMoveEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from annotator.arabic.grapheme import grapheme_edges
from annotator.ui.attribute_rows import AttributeRows
from annotator.ui.before_row import BeforeRow
from annotator.ui.commands import command_named
from annotator.ui.desk import Desk
from annotator.ui.event_panel import EventPanel
from annotator.ui.icon import icon_pixmap
from annotator.ui.keymap import Keymap
from annotator.ui.link_rows import LinkRows
from annotator.ui.note_row import NoteRow
from annotator.ui.seen import shortened
from annotator.ui.span_page import SpanPage, quote_label
from annotator.ui.style import Hairline, plain_label, stand_on
from annotator.ui.theme import Theme, look

CIRCLE_PX = 56
ICON_PX = 24
EDGE_PX = 16
NOTHING_PX = 36


class Inspector(QWidget):
    """Words that are selected come before the span that is picked, as they do for a label's key. Under either stand
    the events of the article."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._nothing = NothingPage(theme)
        self._selection = SelectionPage()
        self._span = SpanPage(desk, theme)
        self.events = EventPanel(desk, theme)
        self._line = Hairline(theme)
        self._shown: object = None
        self._lay_out()
        for announced in (desk.article_opened, desk.changed, desk.span_picked, desk.selection_changed):
            announced.connect(self._tell)
        desk.scheme_changed.connect(self._show_scheme)
        self.set_theme(theme)
        self._tell()

    def _lay_out(self) -> None:
        self.setAccessibleName(QCoreApplication.translate("Inspector", "Inspector"))
        self.setMinimumWidth(look()["space"]["pane"]["side_min"])
        self._page = QWidget()
        self._pages = QVBoxLayout(self._page)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._pages.setSpacing(0)
        for part in (self._nothing, self._selection, self._span, self._line, self.events):
            self._pages.addWidget(part)
        self._pages.addStretch(1)
        self._area = scrolling(self._page)
        # Qt made them: unless they are held here, Python may take something else for them.
        self._bar, self._seen = self._area.verticalScrollBar(), self._area.viewport()
        self.attributes.entered.connect(self._area.ensureWidgetVisible)
        self.events.card.attributes.entered.connect(self._area.ensureWidgetVisible)
        self._held = 0
        self._holding = QTimer(self, singleShot=True, interval=0)
        self._holding.timeout.connect(self._hold)
        self.events.installEventFilter(self)
        self._opened = QTimer(self, singleShot=True, interval=0)
        self._opened.timeout.connect(self._show_card)
        self.events.opened.connect(self._opened.start)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)

    def show_keys(self, keymap: Keymap) -> None:
        """Show the keys in force."""
        self._span.show_keys(keymap)
        self.events.show_key(keymap.shown(command_named("event.new")))
        self._show_scheme()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        stand_on(self, theme, "panel")
        for part in (self._nothing, self._span, self._line, self.events):
            part.set_theme(theme)

    @property
    def note(self) -> NoteRow:
        """The picked span's note."""
        return self._span.note

    @property
    def attributes(self) -> AttributeRows:
        """The picked span's attributes."""
        return self._span.attributes

    @property
    def before(self) -> BeforeRow:
        """What the picked span's words had last time, to be set again."""
        return self._span.before

    @property
    def links(self) -> LinkRows:
        """The links of the picked span, if it may have any."""
        return self._span.links

    def press(self, key: str) -> bool:
        """Let the part that has the focus have a key; says whether it meant something."""
        return self.attributes.press(key) or self.links.press(key) or self.events.press(key)

    def focus_first(self) -> None:
        """Put the focus on the first thing that can be changed here: of the picked span, or else of the events."""
        if self._desk.picked is None:
            self.events.enter()
        else:
            self._span.focus_first()

    def _tell(self, *_: object) -> None:
        """Show what the desk has in hand; the same thing is not built twice."""
        article, picked, selection = self._desk.article, self._desk.picked, self._desk.selection
        shown = (article.id if article else "", picked, selection, self._desk.spans, self._desk.relations)
        if shown == self._shown:
            return
        self._shown = shown
        if article and selection:
            self._selection.show_words(article.text[slice(*selection)])
            self._show_page(self._selection)
        elif article and picked:
            self._span.show_span(article, picked)
            self._show_page(self._span)
        else:
            self._show_page(self._nothing)

    def _show_scheme(self) -> None:
        """The same thing under another scheme, which may call it otherwise, or with other keys."""
        self._shown = None
        self._tell()

    def _show_page(self, shown: QWidget) -> None:
        for page in (self._nothing, self._selection, self._span):
            page.setVisible(page is shown)
        alone = not self.events.is_wanted
        self._line.setVisible(not alone)
        # Nothing but a sentence stands in the middle of the pane.
        self._pages.setStretchFactor(self._nothing, 1 if alone else 0)
        self._pages.setStretch(self._pages.count() - 1, 0 if alone and shown is self._nothing else 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The events must not run away from the hand that works there when what stands above them grows or shrinks."""
        focus = self.window().focusWidget()
        if watched is self.events and isinstance(event, QMoveEvent) and focus and self.events.isAncestorOf(focus):
            if not self._holding.isActive():
                self._held = event.oldPos().y() + self._page.y()
            self._hold()
            self._holding.start()
        return False

    def _hold(self) -> None:
        """Bring the events to where they were; again once the scroll bar knows the page's new height."""
        self._bar.setValue(self._bar.value() + self._top_of_events() - self._held)

    def _top_of_events(self) -> int:
        return self.events.mapTo(self._seen, QPoint(0, 0)).y()

    def _settle(self) -> None:
        """Give everything its new size at once and not when Qt comes round to it."""
        self._pages.activate()
        QCoreApplication.sendEvent(self._page, QEvent(QEvent.Type.LayoutRequest))

    def _show_card(self) -> None:
        self._settle()
        self._area.ensureWidgetVisible(self.events.card, 0, EDGE_PX)


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
