"""The palette: commands and articles in one list, found by their names in either language. Floats and veils nothing."""


from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from annotator.ui.icon import icon_pixmap
from annotator.ui.keycap import KeyCap
from annotator.ui.keymap import read_keymap
from annotator.ui.settings import setting
from annotator.ui.sheet.command_list import Row, RowView
from annotator.ui.sheet.frame import EDGE, Floating
from annotator.ui.sheet.hit import Hit, article_hits, command_hits
from annotator.ui.sheet.shadow import REACH, paint_shadow
from annotator.ui.style import Hairline, lead, plain_label
from annotator.ui.theme import look
from annotator.ui.workplace import Workplace

WIDTH_PX, FIELD_PX, FOOTER_PX = 600, 54, 36
TOP_SHARE, MOST_SHARE = 0.14, 0.64
PAD, LIST_PAD, ICON_PX = 20, 8, 20
FIELD_SCALE = 1.22
TYPING_PAUSE_MS = 150
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


FIELD_STYLE = "QLineEdit, QLineEdit:focus { border: none; background: transparent; padding: 0; }"


class Field(QLineEdit):
    """What is searched for. `left` says that the focus has gone elsewhere in the window."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        lead(self, QCoreApplication.translate("Palette", "Search or run a command"))
        self.setStyleSheet(FIELD_STYLE)
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * FIELD_SCALE)
        self.setFont(font)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.left.emit()


class Palette(Floating):
    """Typing finds, Up and Down choose, Enter does it, Esc leaves. It goes by itself when the focus goes elsewhere."""

    def __init__(self, window: Workplace) -> None:
        super().__init__(window)
        self._window = window
        self._keymap = read_keymap(setting("keys"))
        self._focus_before = window.focusWidget()
        self._hits: dict[int, Hit] = {}
        self._articles: list[Hit] = []
        self.field = Field(self)
        self.list = RowView(window.theme, self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self._lay_out()
        self._connect()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(QCoreApplication.translate("Palette", "Command palette"))
        window.installEventFilter(self)
        self._refresh()

    # ---------------------------------------------------------------- what it is made of

    def _lay_out(self) -> None:
        theme = self._window.theme
        self._lines = [Hairline(theme), Hairline(theme)]
        self._icon = plain_label()
        self._what = plain_label(QCoreApplication.translate("Palette", "Commands · articles"), "small", muted=True)
        self._top, self._foot = QWidget(), QWidget()
        top = QHBoxLayout(self._top)
        top.setContentsMargins(PAD, 0, PAD, 0)
        top.setSpacing(12)
        for widget, stretch in ((self._icon, 0), (self.field, 1), (self._what, 0)):
            top.addWidget(widget, stretch)
        self._top.setFixedHeight(FIELD_PX)
        self._foot.setFixedHeight(FOOTER_PX)
        self._fill_foot(QHBoxLayout(self._foot))
        holder = QVBoxLayout()
        holder.setContentsMargins(0, LIST_PAD, 0, LIST_PAD)
        holder.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(REACH + 1, REACH + 1, REACH + 1, REACH + 1)
        column.setSpacing(0)
        for part in (self._top, self._lines[0]):
            column.addWidget(part)
        column.addLayout(holder, 1)
        for part in (self._lines[1], self._foot):
            column.addWidget(part)

    def _fill_foot(self, row: QHBoxLayout) -> None:
        row.setContentsMargins(PAD, 0, PAD, 0)
        row.setSpacing(6)
        self._caps: list[KeyCap] = []
        for keys, words in (
            (("↑", "↓"), QCoreApplication.translate("Palette", "move")),
            (("↵",), QCoreApplication.translate("Palette", "do it")),
            (("Esc",), QCoreApplication.translate("Palette", "close")),
        ):
            for key in keys:
                self._caps.append(KeyCap(key, self._window.theme))
                row.addWidget(self._caps[-1])
            row.addWidget(plain_label(words, "caption", muted=True))
            row.addSpacing(10)
        row.addStretch(1)
        both = QCoreApplication.translate("Palette", "Arabic and English names both work")
        row.addWidget(plain_label(both, "caption", muted=True))

    def _connect(self) -> None:
        self._pause.timeout.connect(self._find_articles)
        self.field.textChanged.connect(self._search)
        self.field.left.connect(self.leave)
        self.list.clicked.connect(lambda index: self._do(index.row()))

    # ---------------------------------------------------------------- finding

    def _search(self) -> None:
        """Commands at once; articles, which may be a million, when typing rests."""
        self._articles = []
        self._pause.start()
        self._refresh()

    def _find_articles(self) -> None:
        self._pause.stop()
        self._articles = article_hits(self._window, self.field.text())
        if self._articles:
            self._refresh(keep=True)

    def _refresh(self, keep: bool = False) -> None:
        """Fill the list; `keep` leaves the same row chosen."""
        chosen = self.list.chosen
        commands = command_hits(self._window, self._keymap, self.field.text())
        sections = (
            (QCoreApplication.translate("Palette", "Commands"), commands),
            (QCoreApplication.translate("Palette", "Articles"), self._articles),
        )
        rows: list[Row] = []
        self._hits = {}
        for title, hits in sections:
            rows += [Row(title, heading=True)] if hits else []
            for hit in hits:
                self._hits[len(rows)] = hit
                rows.append(hit.row)
        if not rows:
            rows.append(Row(QCoreApplication.translate("Palette", "No command and no article matches."), enabled=False))
        self.list.rows.show(rows)
        if keep and chosen >= 0:
            self.list.choose(chosen)
        else:
            self.list.choose_first()
        self._place()

    # ---------------------------------------------------------------- doing

    def _do(self, number: int) -> None:
        """Go away, give the focus back, and only then do what was chosen."""
        hit = self._hits.get(number)
        if hit is None or not hit.row.enabled:
            return
        self.leave()
        hit.run(self._window)

    def leave(self) -> None:
        """Close; the focus goes back to where it was, unless it is somewhere else already."""
        had_focus = self.field.hasFocus()
        self._window.removeEventFilter(self)
        self.field.blockSignals(True)
        self.close()
        if had_focus:
            before = self._focus_before
            there = before if before is not None and isValid(before) and before.isVisible() else None
            (there or self._window.reading.view).setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that the field has no use for: it keeps the focus while they choose in the list."""
        key = Qt.Key(event.key())
        if key in STEPS:
            self.list.step(STEPS[key])
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.list.leap(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._pause.isActive():
                self._find_articles()
            self._do(self.list.chosen)
        elif key == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab leads nowhere: there is only the field."""
        return True

    # ---------------------------------------------------------------- floating

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay where it is when the window changes its size; a click that nothing else takes sends it away."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._place()
        elif watched is self._window and event.type() == QEvent.Type.MouseButtonPress:
            self.leave()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on its own paper goes no further."""
        event.accept()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._dress()
        self._place()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """The application's colours change with its theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            # The window takes its theme after the application has; then it is there to be read.
            QTimer.singleShot(0, self, self._dress)

    def _dress(self) -> None:
        theme = self._window.theme
        self.list.set_theme(theme)
        for line in self._lines:
            line.set_theme(theme)
        for cap in self._caps:
            cap.set_theme(theme)
        self._icon.setPixmap(icon_pixmap("search", theme.colour("text"), ICON_PX))
        self.update()

    def _place(self) -> None:
        """600 wide, in the top third, as high as what it shows, but inside the window."""
        room = self._window.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)
        width = min(WIDTH_PX, room.width())
        top = max(EDGE, round(self._window.height() * TOP_SHARE))
        fixed = FIELD_PX + FOOTER_PX + 2 * LIST_PAD + 4
        most = min(room.bottom() - top, round(self._window.height() * MOST_SHARE))
        height = min(fixed + self.list.natural_height(), most)
        left = (self._window.width() - width) // 2
        self.setGeometry(left - REACH, top - REACH, width + 2 * REACH, height + 2 * REACH)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, corner = self._window.theme, float(look()["radius"]["window"])
        box = QRectF(self.rect()).adjusted(REACH, REACH, -REACH, -REACH)
        path = QPainterPath()
        path.addRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_shadow(painter, box, corner, theme)
        painter.fillPath(path, theme.colour("panel"))
        for part, surface in ((self._top, "raised"), (self._foot, "window")):
            strip = QPainterPath()
            strip.addRect(QRectF(0, part.y(), self.width(), part.height()))
            painter.fillPath(strip.intersected(path), theme.colour(surface))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawPath(path)
        painter.end()


def open_palette(window: QWidget) -> Palette | None:
    """The palette that floats over the window at the moment."""
    return next((child for child in window.children() if isinstance(child, Palette) and child.isVisible()), None)
