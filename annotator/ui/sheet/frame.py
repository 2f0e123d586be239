"""The frame of every sheet: a card that floats in the middle of the window, with a title, a body and a footer."""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui.button import Button, Words
from annotator.ui.sheet.shadow import paint_shadow
from annotator.ui.style import RING_ROOM_PX, Hairline, plain_label
from annotator.ui.theme import Theme, look

VEIL = {"light": 46, "sepia": 46, "dark": 110}
"""How dark the window gets behind a sheet, of 255."""
EDGE = 24
"""At least so many pixels of the window stay visible round a sheet."""
HEADER_PAD, FOOTER_PAD = 20, 12


class Sheet(QDialog):
    """A dialog inside its window: it covers the window, holds the focus, and goes with Esc. Not a message box.

    Fill `side` (a column at the start), `body` and `foot` (a row at the footer's start); the footer's end holds
    `cancel` and `primary`. Enter presses the primary button.
    """

    def __init__(self, title: str, theme: Theme, size: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._wanted = size
        self._focus_before: QWidget | None = None
        self.setObjectName("sheet")
        self.setStyleSheet("QDialog#sheet { background: transparent; }")
        if parent is not None:
            self.setWindowFlags(Qt.WindowType.Widget)
            parent.installEventFilter(self)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(title)
        self.setWindowTitle(title)
        self._card = _Card(theme, self)
        self._title = plain_label(title, "heading")
        self._subtitle = plain_label("", "small", muted=True)
        self._subtitle.hide()
        self.head_end = QHBoxLayout()
        self.side = QVBoxLayout()
        self.body = QVBoxLayout()
        self.foot = QHBoxLayout()
        self.cancel = Button(theme, "plain", Words(""))
        self.primary = Button(theme, "primary", Words(""))
        self.primary.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lines = [Hairline(theme), Hairline(theme, upright=True), Hairline(theme)]
        self._lay_out()
        self.cancel.clicked.connect(self.press_cancel)

    # ---------------------------------------------------------------- putting it together

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._card)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        self._card.header, self._card.footer = QWidget(self._card), QWidget(self._card)
        column.addWidget(self._card.header)
        column.addWidget(self._lines[0])
        column.addLayout(self._middle(), 1)
        column.addWidget(self._lines[2])
        column.addWidget(self._card.footer)
        self._fill_header(self._card.header)
        self._fill_footer(self._card.footer)

    def _middle(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        self.side_pane = QWidget(self._card)
        self.side_pane.setLayout(self.side)
        self.side.setContentsMargins(0, 8, 0, 8)
        self._card.side = self.side_pane
        self.body.setContentsMargins(HEADER_PAD, 14, HEADER_PAD, 14)
        self.body.setSpacing(10)
        row.addWidget(self.side_pane)
        row.addWidget(self._lines[1])
        row.addLayout(self.body, 1)
        return row

    def _fill_header(self, header: QWidget) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        row = QHBoxLayout(header)
        row.setContentsMargins(HEADER_PAD, 14, HEADER_PAD, 12)
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addLayout(self.head_end)

    def _fill_footer(self, footer: QWidget) -> None:
        row = QHBoxLayout(footer)
        end = HEADER_PAD - RING_ROOM_PX
        row.setContentsMargins(HEADER_PAD, FOOTER_PAD - RING_ROOM_PX, end, FOOTER_PAD - RING_ROOM_PX)
        row.setSpacing(0)
        row.addLayout(self.foot, 1)
        row.addSpacing(12)
        row.addWidget(self.cancel)
        row.addWidget(self.primary)

    def show_subtitle(self, words: str) -> None:
        """Say something under the title; nothing takes no room."""
        self._subtitle.setText(words)
        self._subtitle.setVisible(bool(words))

    @property
    def subtitle(self) -> str:
        """What stands under the title."""
        return self._subtitle.text()

    def press_cancel(self) -> None:
        """What the second button does: close, unless a sheet has something else to stop."""
        self.reject()

    def show_side(self, shown: bool) -> None:
        """Show or leave out the column at the start."""
        self.side_pane.setVisible(shown)
        self._lines[1].setVisible(shown)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.theme = theme
        self._card.theme = theme
        for line in self._lines:
            line.set_theme(theme)
        for button in self.findChildren(Button):
            button.set_theme(theme)
        self.update()

    # ---------------------------------------------------------------- staying over the window

    def sizeHint(self) -> QSize:
        return self._wanted + QSize(2 * EDGE, 2 * EDGE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow and shrink with the window."""
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            self._cover()
        return False

    def showEvent(self, event: QShowEvent) -> None:
        self._focus_before = self.window().focusWidget()
        self._cover()
        super().showEvent(event)
        self._cover()
        self.raise_()
        self.focus_first()

    def focus_first(self) -> None:
        """Where the focus goes when the sheet opens: the primary button, unless a sheet knows better."""
        first = self.primary if self.primary.isEnabled() else self
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def done(self, result: int) -> None:
        super().done(result)
        before = self._focus_before
        try:
            if before is not None and before.isVisible():
                before.setFocus(Qt.FocusReason.PopupFocusReason)
        except RuntimeError:
            # The widget that had the focus is gone, as happens when the window was built anew meanwhile.
            self._focus_before = None

    def _cover(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self._place_card()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_card()

    def _place_card(self) -> None:
        room = self.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)
        size = self._wanted.boundedTo(room.size())
        card = QRect(room.topLeft(), size)
        card.moveCenter(room.center())
        self._card.setGeometry(card)

    # ---------------------------------------------------------------- keys

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round inside the sheet and never leaves it."""
        at: QWidget | None = QApplication.focusWidget()
        if at is None or not self.isAncestorOf(at):
            self.focus_first()
            return True
        start = at
        while at is not None:
            at = at.nextInFocusChain() if forward else at.previousInFocusChain()
            if at is start:
                return True
            if at is not None and self.isAncestorOf(at) and _takes_tab(at):
                at.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = QApplication.focusWidget()
            button = focused if isinstance(focused, QAbstractButton) else self.primary
            if button.isEnabled() and button.isVisible():
                button.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(0, 0, 0, VEIL[self.theme.name]))
        corner = float(look()["radius"]["window"])
        paint_shadow(painter, QRectF(self._card.geometry()), corner, self.theme)
        painter.end()


class _Card(QWidget):
    """The sheet's paper: panel, with the start column on `side` and the footer on `window`."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.header: QWidget | None = None
        self.side: QWidget | None = None
        self.footer: QWidget | None = None

    def paintEvent(self, event: QPaintEvent) -> None:
        corner = float(look()["radius"]["window"])
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        path = QPainterPath()
        path.addRoundedRect(box, corner, corner)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(path, self.theme.colour("panel"))
        for pane, surface in ((self.side, "side"), (self.footer, "window")):
            if pane is not None and pane.isVisible():
                self._fill(painter, path, QRectF(pane.geometry()), surface)
        painter.setPen(QPen(self.theme.colour("line"), 1))
        painter.drawPath(path)
        painter.end()

    def _fill(self, painter: QPainter, within: QPainterPath, box: QRectF, surface: str) -> None:
        part = QPainterPath()
        part.addRect(box)
        painter.fillPath(part.intersected(within), self.theme.colour(surface))


class Floating(QWidget):
    """What floats over the window, veils nothing, and keeps the keys that are no command's while it has the focus."""


def floats_in_focus(window: QWidget) -> bool:
    """Whether the focus is in something that floats."""
    focus: QWidget | None = window.focusWidget()
    while focus is not None and focus is not window:
        if isinstance(focus, Floating):
            return True
        focus = focus.parentWidget()
    return False


def open_sheet(window: QWidget) -> Sheet | None:
    """The sheet that lies over the window at the moment: while there is one, the window's keys rest."""
    sheets = (child for child in window.children() if isinstance(child, Sheet) and child.isVisible())
    return next(sheets, None)


def _takes_tab(widget: QWidget) -> bool:
    policy = widget.focusPolicy()
    return widget.isVisible() and widget.isEnabled() and bool(policy & Qt.FocusPolicy.TabFocus)
