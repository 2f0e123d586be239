"""The guided tour: a card beside the real words, one step after the other, each ended by the person's own gesture."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, QRect, QRectF, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QFocusEvent, QPainter, QPainterPath, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.core.layer import DONE, STARTED
from annotator.store.store import Applied
from annotator.ui import language
from annotator.ui.article.view import ArticleView
from annotator.ui.button import Button, Words
from annotator.ui.commands import command_named
from annotator.ui.desk import Desk
from annotator.ui.keycap import KeyCap
from annotator.ui.keymap import read_keymap
from annotator.ui.settings import keep_setting, setting
from annotator.ui.sheet.shadow import REACH, paint_shadow
from annotator.ui.sheet.tour_part import Dots, Ring
from annotator.ui.sheet.tour_step import FINISH, LABEL, RELABEL, STEPS, UNDO, Aim
from annotator.ui.style import RING_ROOM_PX, plain_label
from annotator.ui.theme import Theme, look
from annotator.ui.wording import isolated, label_name

SETTING = "tour"
WIDTH_PX = 372
PAD = 18
ARROW_PX, ARROW_HALF_PX = 10, 10
INSET_PX = 8
AWAY_PX = 30
"""From the words to the arrow's tip: room for the words' bar in its lane."""
SHOWN_MS = 700
"""How long “Show me” leaves the selected words in sight before it labels them."""
COMMANDS = {UNDO: "edit.undo", FINISH: "article.done"}


def aim_of(desk: Desk) -> Aim | None:
    """The words the project's tour is about; None where it has none, or they are not in the project."""
    tour = desk.scheme.tour if desk.has_project else None
    article = desk.store.article(tour.article) if tour else None
    if tour is None or article is None:
        return None
    # The headline is not where one begins to read.
    start = article.text.find(tour.quote, article.text.find("\n") + 1)
    start = start if start >= 0 else article.text.find(tour.quote)
    if start < 0:
        return None
    return Aim(article.id, tour.quote, start, start + len(tour.quote), tour.label, tour.other)


class TourCard(QWidget):
    """Four steps: label the words, change the label, undo, mark as done. `finished` comes after the last one or a skip.

    The card lies beside the words and its arrow points at them; it blocks nothing, and it never covers them.
    """

    finished = Signal()

    def __init__(self, desk: Desk, view: ArticleView, theme: Theme) -> None:
        super().__init__(view.window())
        self._desk = desk
        self._view = view
        self._theme = theme
        self._aim = aim_of(desk)
        self._tip: QPointF | None = None
        self.step = 0
        self.ring = Ring(theme, view.viewport())
        self._make_parts()
        self._lay_out()
        self._connect()
        self.destroyed.connect(self.ring.deleteLater)
        QWidget.setTabOrder(view, self.skip_button)
        QWidget.setTabOrder(self.skip_button, self.show_button)
        if self._aim is not None:
            self.step = self._first_step()
            self._show_step()
            if self._desk.article is not None and self._desk.article.id == self._aim.article:
                view.ensure_visible(self._aim.start)

    # ---------------------------------------------------------------- parts

    def _make_parts(self) -> None:
        self._where = plain_label("", "small", muted=True)
        self._dots = Dots(self._theme, len(STEPS))
        self._title = plain_label("", "heading")
        self._words = plain_label("", "body", muted=True)
        self._key: KeyCap | None = None
        self._head = QHBoxLayout()
        self.skip_button = Button(self._theme, "quiet", Words(QCoreApplication.translate("Tour", "Skip the tour")))
        self.show_button = Button(self._theme, "small", Words(QCoreApplication.translate("Tour", "Show me")))
        self._words.setWordWrap(True)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._where, 1)
        head.addWidget(self._dots)
        foot = QHBoxLayout()
        foot.setContentsMargins(-RING_ROOM_PX, 0, -RING_ROOM_PX, 0)
        foot.addWidget(self.skip_button)
        foot.addStretch(1)
        foot.addWidget(self.show_button)
        self._head.setSpacing(10)
        self._head.addWidget(self._title)
        self._head.addStretch(1)
        column = QVBoxLayout(self)
        edge = REACH + ARROW_PX + PAD
        column.setContentsMargins(edge, edge - 4, edge, edge - 8)
        column.setSpacing(5)
        column.addLayout(head)
        column.addLayout(self._head)
        column.addWidget(self._words)
        column.addSpacing(4)
        column.addLayout(foot)
        self.setFixedWidth(WIDTH_PX + 2 * (REACH + ARROW_PX))

    def _connect(self) -> None:
        self._desk.kept.connect(self._note)
        self._desk.article_opened.connect(self._follow)
        self._view.verticalScrollBar().valueChanged.connect(self._follow)
        self._view.viewport().installEventFilter(self)
        self.window().installEventFilter(self)
        self.skip_button.clicked.connect(self.end)
        self.show_button.clicked.connect(self.show_me)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        for drawn in (self.skip_button, self.show_button, self._dots, self.ring):
            drawn.set_theme(theme)
        if self._key is not None:
            self._key.set_theme(theme)
        self.update()

    # ---------------------------------------------------------------- steps

    def _first_step(self) -> int:
        """A layer in which the words have their label already goes on with the second step."""
        aim = self._aim
        here = self._desk.article is not None and aim is not None and self._desk.article.id == aim.article
        done = here and any(aim.is_met_by(span) and span.label == aim.label for span in self._desk.spans if aim)
        return 1 if done else 0

    def _note(self, applied: Applied) -> None:
        if self._aim is not None and self.step < len(STEPS) and STEPS[self.step].is_done_by(applied.change, self._aim):
            self.step += 1
            if self.step == len(STEPS):
                self.end()
            else:
                self._show_step()

    def end(self) -> None:
        """Over, by the last step or by a skip: not to come by itself again."""
        keep_setting(SETTING, "done")
        self.step = len(STEPS)
        self.ring.hide()
        self.hide()
        self.finished.emit()

    def _show_step(self) -> None:
        name = STEPS[self.step].name
        where = QCoreApplication.translate("Tour", "Step %1 of %2")
        where = where.replace("%1", language.number(self.step + 1)).replace("%2", language.number(len(STEPS)))
        self._where.setText(where)
        self._dots.show_step(self.step)
        self._title.setText(_title(name))
        self._words.setText(self._explanation(name))
        self._show_key(self._key_of(name))
        self.setAccessibleName(f"{where}. {self._title.text()} {self._words.text()}")
        self._follow()

    def _show_key(self, key: str) -> None:
        if self._key is not None:
            self._head.removeWidget(self._key)
            self._key.hide()
            self._key.deleteLater()
        self._key = KeyCap(key, self._theme)
        self._head.insertWidget(1, self._key)

    def _key_of(self, name: str) -> str:
        """The key that does what the step asks for."""
        assert self._aim is not None
        wanted = {LABEL: self._aim.label, RELABEL: self._aim.other}.get(name)
        label = self._desk.scheme.label(wanted) if wanted else None
        if label:
            return label.key
        return read_keymap(setting("keys")).shown(command_named(COMMANDS[name])) if name in COMMANDS else ""

    def _explanation(self, name: str) -> str:
        assert self._aim is not None
        wanted = self._aim.label if name == LABEL else self._aim.other
        words = _explanation(name).replace("%1", isolated(self._aim.quote))
        words = words.replace("%2", isolated(label_name(self._desk.scheme, wanted)))
        return words.replace("%3", isolated(self._key_of(name)))

    # ---------------------------------------------------------------- doing it for the person

    def show_me(self) -> None:
        """Make the gesture of this step."""
        aim = self._aim
        if aim is None or self.step >= len(STEPS):
            return
        if self._desk.article is None or self._desk.article.id != aim.article:
            self._desk.open_article(aim.article)
        gestures = {LABEL: self._select, RELABEL: self._relabel, UNDO: self._desk.undo, FINISH: self._finish}
        gestures[STEPS[self.step].name]()

    def _select(self) -> None:
        """Select the words, and label them a moment later, so that both are seen."""
        assert self._aim is not None
        self._view.set_selection(self._aim.start, self._aim.end)
        self._desk.select(self._aim.start, self._aim.end)
        QTimer.singleShot(SHOWN_MS, self, self._label)

    def _label(self) -> None:
        aim = self._aim
        if aim is not None and self.step == 0 and self._desk.selection == (aim.start, aim.end):
            self._desk.label(aim.label)

    def _relabel(self) -> None:
        aim = self._aim
        assert aim is not None
        found = next((span for span in self._desk.spans if aim.is_met_by(span) and span.label == aim.label), None)
        if found is None:
            # The person has removed it meanwhile: label the words again first.
            self._desk.select(aim.start, aim.end)
            self._desk.label(aim.label)
        else:
            self._desk.pick(found.id)
        self._view.clear_selection()
        self._desk.select(0, 0)
        self._desk.label(aim.other)

    def _finish(self) -> None:
        if self._desk.layer is not None and self._desk.layer.status == DONE:
            self._desk.mark(STARTED)
        here = self._desk.layer
        self._desk.mark(DONE)
        if self._desk.layer is here:
            # It was asked whether an article that lacks something is done.
            self._desk.mark(DONE)

    # ---------------------------------------------------------------- where the card lies

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the words when the window changes its size."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            QTimer.singleShot(0, self, self._follow)
        return False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()
        self.raise_()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The focus stays in the text. As a focus proxy, the view would lose its parts when PySide deletes the card."""
        self._view.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closed by the window: the outline goes with the card, and nothing brings it back."""
        self.step = len(STEPS)
        self.ring.hide()
        super().closeEvent(event)

    def _follow(self) -> None:
        """Lie beside the words as they are now; rest while another article is open."""
        aim = self._aim
        if aim is None or self.step >= len(STEPS):
            return
        here = self._desk.article is not None and self._desk.article.id == aim.article
        self.setVisible(here)
        boxes = self._view.range_rects(aim.start, aim.end) if here else []
        self.ring.show_round(boxes if self.step == 0 else [])
        if here:
            self._place(boxes)

    def _place(self, boxes: list[QRectF]) -> None:
        """Below the words if there is room, else above them; without them in sight, at the foot of the text."""
        layout = self.layout()
        assert layout is not None
        self.setFixedHeight(layout.heightForWidth(self.width()))
        corner = self._view.viewport().mapTo(self.window(), QPoint(0, 0))
        room = QRect(corner, self._view.viewport().size())
        if not boxes:
            self._put(room, room.bottom() - self.height() + REACH, None)
            return
        first, last = boxes[0].translated(corner), boxes[-1].translated(corner)
        below = last.bottom() + AWAY_PX
        if below + self.height() - 2 * REACH - ARROW_PX <= room.bottom():
            self._put(room, round(below) - REACH, QPointF(last.center().x(), below))
        else:
            above = first.top() - ARROW_PX / 2
            self._put(room, round(above) - self.height() + REACH, QPointF(first.center().x(), above))

    def _put(self, room: QRect, top: int, tip: QPointF | None) -> None:
        middle = tip.x() if tip is not None else room.center().x()
        margin = REACH + ARROW_PX
        first, last = room.left() - margin + INSET_PX, room.right() - self.width() + margin - INSET_PX
        left = max(first, min(round(middle) - self.width() // 2, last))
        self.move(left, top)
        self._tip = tip - QPointF(left, top) if tip is not None else None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        margin = REACH + ARROW_PX
        box = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        corner = float(look()["radius"]["card"])
        paint_shadow(painter, box, corner, self._theme)
        path = QPainterPath()
        path.addRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), corner, corner)
        if self._tip is not None:
            path = path.united(_arrow(self._tip, box, corner))
        painter.setPen(QPen(self._theme.colour("ink"), 1.5))
        painter.setBrush(self._theme.colour("raised"))
        painter.drawPath(path)
        painter.end()


def _arrow(tip: QPointF, box: QRectF, corner: float) -> QPainterPath:
    """A triangle from the card's edge to the words."""
    least, most = box.left() + corner + ARROW_HALF_PX, box.right() - corner - ARROW_HALF_PX
    x = max(least, min(tip.x(), most))
    edge = box.top() + 1 if tip.y() < box.center().y() else box.bottom() - 1
    out = edge - ARROW_PX if tip.y() < box.center().y() else edge + ARROW_PX
    path = QPainterPath(QPointF(x - ARROW_HALF_PX, edge))
    path.lineTo(QPointF(x, out))
    path.lineTo(QPointF(x + ARROW_HALF_PX, edge))
    path.closeSubpath()
    return path


def _title(name: str) -> str:
    return {
        LABEL: QCoreApplication.translate("Tour", "Who carried out the attack?"),
        RELABEL: QCoreApplication.translate("Tour", "Changed your mind?"),
        UNDO: QCoreApplication.translate("Tour", "Take it back"),
        FINISH: QCoreApplication.translate("Tour", "Finished?"),
    }[name]


def _explanation(name: str) -> str:
    """What to do; %1 stands for the words, %2 for the label, %3 for the key."""
    return {
        LABEL: QCoreApplication.translate(
            "Tour",
            "Highlight “%1” with the mouse, or with Shift and the arrow keys, then press %3 to label it %2. "
            "Everything is kept at once, and everything can be undone.",
        ),
        RELABEL: QCoreApplication.translate("Tour", "Press another label's key: %3 for %2, for example."),
        UNDO: QCoreApplication.translate("Tour", "Press %3. As far as you like, even tomorrow."),
        FINISH: QCoreApplication.translate("Tour", "Mark the article as done with %3; the next unfinished one opens."),
    }[name]
