"""The events panel: each event of the article as a sentence in a card; the picked one's card is open."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui import framing
from annotator.ui.button import Button, Icon, Key, Words
from annotator.ui.desk import Desk
from annotator.ui.event_card import EventCard
from annotator.ui.event_rows import EventRows
from annotator.ui.event_words import matter_of
from annotator.ui.language import number
from annotator.ui.style import RING_ROOM_PX, plain_label
from annotator.ui.theme import Theme

EDGE_PX = 16
STEPS = {"Up": -1, "Down": 1}


class EventPanel(QWidget):
    """Cards before the open one, the open one, cards behind it. `begun` asks for a new event, `wanted` for going on
    with the picked one; `left` tells that there is no card left that could have the focus; `opened` that a card was
    opened, which should then show."""

    begun = Signal()
    wanted = Signal()
    left = Signal()
    opened = Signal()

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: tuple[object, ...] = ()
        self._count = plain_label("", muted=True)
        self._new = Button(theme, "quiet")
        self.rows = (EventRows(theme), EventRows(theme))
        self.card = EventCard(desk, theme)
        self._key = ""
        self.show_key("")
        self._lay_out()
        self._connect()
        self._tell()

    def _lay_out(self) -> None:
        heading = QHBoxLayout()
        heading.setContentsMargins(RING_ROOM_PX, 0, 0, 0)
        heading.setSpacing(8)
        heading.addWidget(plain_label(QCoreApplication.translate("Events", "Events"), "strong"))
        heading.addWidget(self._count)
        heading.addStretch(1)
        heading.addWidget(self._new)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE_PX - RING_ROOM_PX, 4, EDGE_PX - RING_ROOM_PX, 12)
        column.setSpacing(0)
        column.addLayout(heading)
        column.addWidget(self.rows[0])
        column.addWidget(self.card)
        column.addWidget(self.rows[1])

    def _connect(self) -> None:
        desk = self._desk
        for announced in (desk.article_opened, desk.changed):
            announced.connect(self._tell)
        desk.event_picked.connect(self._open)
        desk.span_picked.connect(self.card.show_offer)
        desk.scheme_changed.connect(self._show_scheme)
        self._new.clicked.connect(self.begun)
        self.card.wanted.connect(self.wanted)
        self.card.unwanted.connect(self.remove)
        self.card.attributes.left.connect(self.card.setFocus)
        self.card.span_chosen.connect(desk.pick)
        for rows in self.rows:
            rows.event_chosen.connect(self._choose)
            rows.span_chosen.connect(desk.pick)

    @property
    def is_wanted(self) -> bool:
        """Whether there is anything to make events of, or any event."""
        desk = self._desk
        return bool(desk.layer and desk.scheme.events and (desk.spans or desk.events))

    def show_key(self, key: str) -> None:
        """Show the key that makes a new event."""
        words = Words(QCoreApplication.translate("Events", "Event"))
        self._new.show_parts(Icon("plus"), words, *([Key(key)] if key else []))
        self._new.setAccessibleName(QCoreApplication.translate("Events", "New event"))

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        for part in (self._new, self.card, *self.rows):
            part.set_theme(theme)

    def press(self, key: str) -> bool:
        """What a key does while a card has the focus; says whether it did anything."""
        focus = self.window().focusWidget()
        if focus is self.rows[0] and key in ("Enter", "Space", "Down"):
            self._choose(self._desk.events[0].id)
        elif focus is self.card and key in STEPS:
            framing.step_event(self._desk, STEPS[key])
        elif focus is self.card:
            return self.card.press(key)
        else:
            return self.card.attributes.press(key)
        return True

    def enter(self) -> bool:
        """Put the focus on the open card, or open the first one; whether there is any."""
        event = self._desk.picked_event or next(iter(self._desk.events), None)
        if event is not None:
            self._choose(event.id)
        return event is not None

    def remove(self) -> None:
        """Remove the open event; its spans stay. The card that takes its place has the focus, if this one had it."""
        event, focus = self._desk.picked_event, self.window().focusWidget()
        if event is None:
            return
        at, had_focus = self._desk.events.index(event), focus is not None and self.isAncestorOf(focus)
        if framing.remove_event(self._desk, event.id) and had_focus and self._desk.events:
            self._choose(self._desk.events[min(at, len(self._desk.events) - 1)].id)

    def _choose(self, event_id: str) -> None:
        self._desk.pick_event(event_id)
        self.card.setFocus()

    def _open(self) -> None:
        self._tell()
        if self._desk.picked_event is not None:
            self.opened.emit()

    def _show_scheme(self) -> None:
        """The same events under another scheme, which may say them otherwise."""
        self._shown = ()
        self._tell()

    def _tell(self, *_: object) -> None:
        """Show the events as they are; where neither they nor what they speak of changed, nothing is made anew."""
        desk, picked = self._desk, self._desk.picked_event
        scheme = desk.scheme if desk.has_project else None
        shown = (desk.article, desk.events, desk.spans, desk.relations, scheme, picked.id if picked else "")
        if _same(shown, self._shown):
            return
        self._shown = shown
        self.setVisible(self.is_wanted)
        self._count.setText(number(len(desk.events)) if desk.events else "")
        at = desk.events.index(picked) if picked else len(desk.events)
        if not desk.has_project:
            return
        matter = matter_of(desk)
        self.rows[0].show_events(desk.events[:at], 0, matter)
        # With no card open, the first one stands for all of them when Tab comes along.
        self.rows[0].setFocusPolicy(Qt.FocusPolicy.NoFocus if picked else Qt.FocusPolicy.TabFocus)
        self.rows[1].show_events(desk.events[at + 1 :], at + 1, matter)
        had_focus = self.card.isVisible() and self.isAncestorOf(self.window().focusWidget() or self.window())
        self.card.setVisible(picked is not None)
        if picked is not None:
            self.card.show_event(picked, at + 1, matter)
        elif had_focus:
            self.left.emit()


def _same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """Whether all of it is the very same: rows that were kept again are others."""
    pairs = zip(one, other, strict=False)
    return len(one) == len(other) and all(a is b or (isinstance(a, str) and a == b) for a, b in pairs)
