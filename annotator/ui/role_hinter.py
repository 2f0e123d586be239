"""The role hinter: event mode, in which keys put spans into the picked event by the letters over them."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from annotator.core.layer import Event
from annotator.core.scheme import EventType
from annotator.core.sentence import say
from annotator.ui import framing, role_hint
from annotator.ui.article.view import ArticleView
from annotator.ui.desk import Desk
from annotator.ui.hinter import Hinter
from annotator.ui.role_hint import SILENCE, Slot
from annotator.ui.span_letters import SpanLetters, Then
from annotator.ui.wording import label_name


class RoleHinter(QObject):
    """In event mode a part's key shows a letter over each span that fits it, the nearest first; the letter puts it in.

    Where one span fits, or a span that fits is picked, it is put in at once. The event is the desk's picked one.
    `changed` tells that the mode, its event or the letters are others.
    """

    changed = Signal()

    def __init__(self, desk: Desk, view: ArticleView, words: Hinter) -> None:
        super().__init__(view)
        self._desk = desk
        self._view = view
        self._words = words
        self._open = False
        self._slot: Slot | None = None
        self._near: int | None = None
        self._before = 0
        self._made = ""
        self._title, self._asked = "", ""
        self.letters = SpanLetters(desk, view)
        self.letters.changed.connect(self.changed)
        desk.article_opened.connect(self.close)
        desk.changed.connect(self._follow)
        desk.event_picked.connect(self._follow)

    # ---------------------------------------------------------------- what it is at

    @property
    def framed(self) -> Event | None:
        """The event that is being framed; None outside event mode."""
        return self._desk.picked_event if self._open else None

    @property
    def kind(self) -> EventType | None:
        """The type of that event."""
        event = self.framed
        return self._desk.scheme.event_type(event.type) if event else None

    @property
    def slot(self) -> Slot | None:
        """The part whose key was pressed last."""
        return self._slot if self._open else None

    @property
    def title(self) -> str:
        """What the span with the letter is chosen for, outside event mode."""
        return self._title

    @property
    def asked(self) -> str:
        """What the letters that show outside event mode are for, as whoever asked named it; "" without any."""
        return self._asked if self.letters.shown and not self._open else ""

    def slots(self) -> list[Slot]:
        """The parts of the event that show, in their order."""
        event, kind = self.framed, self.kind
        if event is None or kind is None:
            return []
        scheme = self._desk.scheme
        return role_hint.useful(role_hint.slots(scheme, kind), scheme, self._desk.spans, event)

    # ---------------------------------------------------------------- in and out

    def begin(self) -> None:
        """A new event, and event mode. In one with nothing in it yet, that one becomes an event of the next type."""
        event, kinds = self.framed, [kind.id for kind in self._desk.scheme.events]
        if event and framing.is_empty(event) and event.type in kinds:
            framing.set_type(self._desk, event.id, kinds[(kinds.index(event.type) + 1) % len(kinds)])
            return
        before, picked = len(self._desk.history.done), self._desk.picked
        made = framing.new_event(self._desk)
        if made is not None:
            self._made = made
            self._enter(before, picked.start if picked else None)

    def go_on(self) -> None:
        """Event mode with the picked event, or else the one nearest to the picked span or the caret."""
        near = self._desk.picked.start if self._desk.picked else self._view.caret
        event = self._desk.picked_event or role_hint.nearest_event(self._desk.events, self._desk.spans, near)
        if event is None:
            self._desk.told.emit(say("This article has no events yet."))
            return
        self._desk.pick_event(event.id)
        self._enter(len(self._desk.history.done), None)

    def _enter(self, before: int, near: int | None) -> None:
        self._words.close()
        self.letters.close()
        self._open, self._before, self._near, self._slot = True, before, near, None
        self._desk.pick("")
        self._view.setFocus()
        self.changed.emit()

    def close(self) -> None:
        """Leave event mode, and take the letters away."""
        self.letters.close()
        if self._open:
            self._open = False
            self.changed.emit()

    def choose(
        self,
        labels: Sequence[str],
        then: Then,
        taken: Sequence[str] = (),
        title: str = "",
        asked: str = "",
        unfree: Sequence[str] = (),
    ) -> None:
        """Outside event mode: letters over the spans of these labels that are not `taken`; `then` gets the chosen id.

        The letters begin nearest to the picked span or the caret. Where one span fits, it is chosen at once. `title`
        says in the window's language what is chosen; without it, the label does. The `unfree` keys are no letters and
        keep their commands.
        """
        self.close()
        self._words.close()
        self._title, self._asked = title or label_name(self._desk.scheme, labels[0]), asked
        near = self._desk.picked.start if self._desk.picked else self._view.caret
        if not self.letters.ask(labels, near, taken, then, unfree):
            self._desk.told.emit(say("The article has no span that fits here."))

    # ---------------------------------------------------------------- keys

    def press(self, key: str) -> bool:
        """What a key does in event mode or while letters show; a key that means nothing there is left to its command.

        While words are selected, all keys are: so that words can be labelled without leaving.
        """
        if not (self._open or self.letters.shown) or self._desk.selection is not None:
            return False
        if self._view.window().focusWidget() is not self._view:
            self.close()
            return False
        return self.letters.press(key) or self._press_slot(key) or self._press_other(key)

    def _press_slot(self, key: str) -> bool:
        """A part's key, or with Shift to take out of it; known also where nothing fits the part."""
        kind = self.kind
        every = role_hint.slots(self._desk.scheme, kind) if kind else ()
        slot = next((slot for slot in every if key in (slot.key, f"Shift+{slot.key}")), None)
        if slot is not None:
            self.press_slot(slot, out=key != slot.key)
        return slot is not None

    def _press_other(self, key: str) -> bool:
        if key == "Backspace" and self.letters.shown:
            self.letters.close()
        elif key in ("Esc", "Enter"):
            self.leave()
        elif self._open and key in _KEYS:
            _KEYS[key](self)
        else:
            return False
        return True

    def press_slot(self, slot: Slot, out: bool = False) -> None:
        """What a part's key does: put another span in, or with `out` take one out."""
        event, picked = self.framed, self._desk.picked
        if event is None:
            return
        self._slot = slot
        held = role_hint.held(event, slot)
        verb = partial(self._move, slot, framing.take_from if out else framing.put)
        if picked and not out and picked.label in slot.labels and picked.id not in held:
            self.letters.close()
            verb(picked.id)
        elif not self._ask(event, slot, [span.id for span in self._desk.spans if (span.id in held) != out], verb):
            self._desk.told.emit(say("No other span of the article fits here."))
            self.changed.emit()

    def _ask(self, event: Event, slot: Slot, taken: Sequence[str], then: Then) -> bool:
        near = role_hint.centre(event, self._desk.spans, self._view.caret) if self._near is None else self._near
        return self.letters.ask(slot.labels, near, taken, then, [other.key for other in self.slots()])

    def _move(self, slot: Slot, verb: Callable[[Desk, str, str, str], bool], span_id: str) -> None:
        event, span = self.framed, self._desk.span(span_id)
        if event is not None and span is not None and verb(self._desk, event.id, slot.id, span_id):
            self._near = span.start

    def say_nobody(self) -> None:
        """Say that nobody is named in the part pressed last, or in the first that can say so; or no longer say it."""
        event, last = self.framed, self._slot
        able = [slot for slot in self.slots() if slot.silence]
        slot = last if last and last.silence else next(iter(able), None)
        if event is None or slot is None:
            self._desk.told.emit(say("The scheme has no word for nobody in this role."))
            return
        self._slot = slot
        self.letters.close()
        framing.set_silent(self._desk, event.id, slot.id, not role_hint.is_silent(event, slot))

    def take_back(self) -> None:
        """Take back what was kept last since event mode began; nothing before that."""
        if len(self._desk.history.done) > self._before:
            self._desk.undo()

    def leave(self) -> None:
        """Out of event mode. An event that was made in it and has nothing in it goes again."""
        event, last = self.framed, self._desk.next_undo
        self.close()
        if event is None or event.id != self._made or not framing.is_empty(event):
            return
        if last is not None and last.name == "new_event" and last.edits[-1].after == event:
            self._desk.undo()
        else:
            framing.remove_event(self._desk, event.id)

    def _follow(self, *_: object) -> None:
        """The event is another, or other than it was, or gone."""
        if self._open and self._desk.picked_event is None:
            self.close()
        elif self._open:
            self.letters.close()
            self.changed.emit()


_KEYS: dict[str, Callable[[RoleHinter], None]] = {
    SILENCE: RoleHinter.say_nobody,
    "Backspace": RoleHinter.take_back,
}
