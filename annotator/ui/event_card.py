"""The card of the picked event: its sentence, a row for each claim, and what it must or may say besides."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QTransform
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.core import frame
from annotator.core.layer import Event
from annotator.core.open_item import open_items
from annotator.ui import framing
from annotator.ui.attribute_row import SIDE_PX
from annotator.ui.attribute_rows import AttributeRows
from annotator.ui.button import Button, Icon, Picture, Words
from annotator.ui.desk import Desk
from annotator.ui.event_words import Matter, claim_lines, event_pieces, head_words
from annotator.ui.icon import icon_pixmap
from annotator.ui.language import current
from annotator.ui.linking import unlink
from annotator.ui.piece import Box
from annotator.ui.piece_flow import PieceFlow
from annotator.ui.silence_row import SilenceRow
from annotator.ui.style import RING_ROOM_PX, Hairline, paint_ring, plain_label
from annotator.ui.theme import Theme
from annotator.ui.wording import label_name

PAD_PX, CORNER, LINE = 12, 10.0, 2.0
ICON_PX = 16


class EventCard(QWidget):
    """It takes the focus: Left and Right walk its chips, Delete takes the chip or the event out, Space unfolds what the
    event says besides. `span_chosen` is a span whose chip was pressed; `wanted` asks to go on with the event,
    `unwanted` to remove it."""

    span_chosen = Signal(str)
    wanted = Signal()
    unwanted = Signal()

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme = theme
        self._event: Event | None = None
        self._lacks = False
        self._unfolded = False
        self._at: int | None = None
        self._head = plain_label("", "caption", muted=True)
        self._go_on = Button(theme, "status", Icon("plus"))
        self._more = Button(theme, "status", Picture(self._chevron))
        self._remove = Button(theme, "status", Icon("close"))
        self._sentence = PieceFlow(theme)
        self._offer = Button(theme, "small")
        self._claims = PieceFlow(theme)
        self.silences = SilenceRow(desk, theme)
        self.attributes = AttributeRows(partial(framing.set_attribute, desk), theme, framed=False)
        self._lines = (Hairline(theme), Hairline(theme))
        self._sections = (QWidget(), QWidget())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for button, words in (
            (self._go_on, QCoreApplication.translate("Events", "Go on with the event")),
            (self._more, QCoreApplication.translate("Events", "Attributes of the event")),
            (self._remove, QCoreApplication.translate("Events", "Remove the event")),
        ):
            button.setAccessibleName(words)
            button.setToolTip(words)
        # The rows of attributes keep room for their own rings: what stands above them is set in as far.
        inset = SIDE_PX + RING_ROOM_PX
        head = QHBoxLayout()
        head.setContentsMargins(inset, 0, inset, 0)
        head.setSpacing(0)
        head.addWidget(self._head, 1)
        for button in (self._go_on, self._more, self._remove):
            head.addWidget(button)
        column = QVBoxLayout(self)
        side = RING_ROOM_PX + PAD_PX - inset
        column.setContentsMargins(side, RING_ROOM_PX + 4, side, RING_ROOM_PX + 8)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(_inset(self._sentence, inset))
        column.addLayout(_inset(self._offer, inset - RING_ROOM_PX))
        parts = ((_inset(self._claims, inset),), (_inset(self.silences, 0), _inset(self.attributes, 0)))
        for section, line, below in zip(self._sections, self._lines, parts, strict=True):
            inner = QVBoxLayout(section)
            inner.setContentsMargins(0, 4, 0, 0)
            inner.setSpacing(4)
            for part in (_inset(line, inset), *below):
                inner.addLayout(part)
            column.addWidget(section)

    def _connect(self) -> None:
        for flow in (self._sentence, self._claims):
            flow.picked.connect(self._press_chip)
        self._go_on.clicked.connect(self.wanted)
        self._offer.clicked.connect(self._take_offer)
        self._more.clicked.connect(self.toggle)
        self._remove.clicked.connect(self.unwanted)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        buttons = (self._go_on, self._more, self._remove, self._offer)
        for part in (*buttons, self._sentence, self._claims, self.silences, self.attributes, *self._lines):
            part.set_theme(theme)
        self.update()

    def show_event(self, event: Event, place: int, matter: Matter) -> None:
        """Show an event; `place` is its place among the article's, from 1."""
        another = self._event is None or self._event.id != event.id
        self._event = event
        self._at = None if another else self._at
        lacks = bool(open_items(matter.scheme, (), (event,)))
        self._lacks = lacks or (self._lacks and not another)
        self._head.setText(head_words(event, place, matter.scheme))
        self._sentence.show_lines([event_pieces(event, matter)])
        claims = claim_lines(event, matter)
        self._claims.show_lines(claims)
        self._show_besides(event, matter)
        self.show_offer()
        self._sections[0].setVisible(bool(claims))
        if self._at is not None:
            self._at = min(self._at, len(self._chips()) - 1) if self._chips() else None
        self.setAccessibleName(f"{self._head.text()}: {self._sentence.accessibleName()}")
        self.setAccessibleDescription(self._claims.accessibleName())
        self._ring()

    def show_offer(self) -> None:
        """Offer to put the picked span into the part that it fits, if it is not in the event."""
        part = self._offered()
        self._offer.setVisible(part is not None)
        if part is not None:
            words = QCoreApplication.translate("Events", "Add as %1").replace("%1", part[1])
            self._offer.show_parts(Icon("plus"), Words(words))

    def _offered(self) -> tuple[str, str] | None:
        """The id and the name of the part that is open to the picked span."""
        span, event = self._desk.picked, self._event
        kind = self._desk.scheme.event_type(event.type) if event else None
        if span is None or event is None or kind is None or frame.without_span(event, span.id) != event:
            return None
        role = next((role for role in kind.roles if frame.fits(span, role)), None)
        if role is not None:
            return role.id, role.name(current())
        labels = {**dict.fromkeys(kind.triggers, framing.TRIGGER), **dict.fromkeys(kind.claims, framing.CLAIMS)}
        part = labels.get(span.label)
        return (part, label_name(self._desk.scheme, span.label)) if part else None

    def _take_offer(self) -> None:
        part, span = self._offered(), self._desk.picked
        if part is not None and span is not None and self._event is not None:
            framing.put(self._desk, self._event.id, part[0], span.id)

    def _show_besides(self, event: Event, matter: Matter) -> None:
        kind = matter.scheme.event_type(event.type)
        attributes = kind.attributes if kind else ()
        silences = {role.silence for role in kind.roles} | {kind.claims_silence} if kind else set()
        shown = tuple(one for one in attributes if one.id not in silences)
        self.silences.show_event(event, kind)
        self.silences.setVisible(self.silences.has_any)
        self.attributes.show_held(event.id, shown, event.attributes)
        self._sections[1].setVisible(bool(attributes) and (self._unfolded or self._lacks))
        self._more.setVisible(bool(attributes))
        self._more.update()

    # ---------------------------------------------------------------- gestures

    def toggle(self) -> None:
        """Unfold or fold what the event says besides."""
        self._unfolded, self._lacks = self._sections[1].isHidden(), False
        self._sections[1].setVisible(self._unfolded)
        self._more.update()

    def press(self, key: str) -> bool:
        """What a key does while the card has the focus; says whether it did anything."""
        if key in ("Left", "Right"):
            self._step_chip(key)
        elif key == "Enter":
            chip = self._chip()
            self.wanted.emit() if chip is None else self.span_chosen.emit(chip.piece.span)
        elif key == "Space":
            self._enter_attributes()
        elif key in ("Delete", "Backspace"):
            self._take_out()
        elif key == "0":
            self.silences.toggle_first()
        else:
            return False
        return True

    def _chips(self) -> list[Box]:
        return [*self._sentence.chips, *self._claims.chips]

    def _chip(self) -> Box | None:
        """The chip that the keyboard is on."""
        chips = self._chips()
        return chips[self._at] if self._at is not None and self._at < len(chips) else None

    def _press_chip(self, span_id: str) -> None:
        self._at = next((at for at, box in enumerate(self._chips()) if box.piece.span == span_id), None)
        self._ring()
        self.span_chosen.emit(span_id)

    def ring_span(self, span_id: str) -> None:
        """Let the keyboard be on a span's chip, if there is one."""
        self._at = next((at for at, box in enumerate(self._chips()) if box.piece.span == span_id), None)
        self._ring()

    def _step_chip(self, key: str) -> None:
        """To the chip that is next in reading; before the first and behind the last there is the card itself."""
        chips = self._chips()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        step = 1 if (key == "Left") == rtl else -1
        places = [None, *range(len(chips))]
        at = places.index(self._at) if self._at in places else 0
        self._at = places[(at + step) % len(places)]
        self._ring()

    def _ring(self) -> None:
        chip = self._chip() if self.hasFocus() else None
        for flow in (self._sentence, self._claims):
            flow.ring(chip)

    def _enter_attributes(self) -> None:
        if self._sections[1].isHidden():
            self.toggle()
        self.attributes.focus_first()

    def _take_out(self) -> None:
        """The chip out of its part; where the keyboard is on none, the event out of the article."""
        chip = self._chip()
        if self._event is None or chip is None:
            self.unwanted.emit()
            return
        piece = chip.piece
        if any(one.id == piece.part for one in self._desk.relations):
            unlink(self._desk, piece.part)
        elif piece.part == framing.CLAIMS:
            framing.drop_claim(self._desk, self._event.id, piece.span)
        else:
            framing.take_out(self._desk, self._event.id, piece.part, piece.span)

    # ---------------------------------------------------------------- drawing

    def _chevron(self, theme: Theme) -> QPixmap:
        pixmap = icon_pixmap("chevron", theme.colour("muted"), ICON_PX)
        return pixmap if self._sections[1].isHidden() else pixmap.transformed(QTransform().rotate(180))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ring()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._ring()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside the chips is for the card itself."""
        self._at = None
        self._ring()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = RING_ROOM_PX
        box = QRectF(self.rect()).adjusted(room, room, -room, -room)
        painter.setPen(QPen(self._theme.colour("ink"), LINE))
        painter.setBrush(self._theme.colour("raised"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), CORNER, CORNER)
        if self.hasFocus() and self._chip() is None:
            paint_ring(painter, box, CORNER, self._theme)
        painter.end()


def _inset(part: QWidget, side: int) -> QVBoxLayout:
    layout = QVBoxLayout()
    layout.setContentsMargins(side, 0, side, 0)
    layout.addWidget(part)
    return layout
