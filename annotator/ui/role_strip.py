"""The role strip: in event mode, the event's parts with their keys stand in the dock in place of the labels."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from annotator.core.layer import Event
from annotator.core.scheme import Label
from annotator.ui import role_hint
from annotator.ui.button import Button, Icon, Key, Part, Picture, Words
from annotator.ui.desk import Desk
from annotator.ui.frame_words import slot_name
from annotator.ui.language import current, number
from annotator.ui.mark import mark_pixmap
from annotator.ui.prose import tip
from annotator.ui.role_hint import SILENCE, Slot
from annotator.ui.role_hinter import RoleHinter
from annotator.ui.style import RING_ROOM_PX
from annotator.ui.theme import Theme

EDGE_PX = 12
FULL, UNMARKED, BARE = "full", "unmarked", "bare"
"""How much a part's button shows: everything; all but the label's mark; the mark and the key alone."""


class RoleStrip(QWidget):
    """A click on a part is as good as its key. The part that was pressed last is the filled one."""

    def __init__(self, desk: Desk, roles: RoleHinter, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._roles = roles
        self._theme = theme
        self._slots: list[Slot] = []
        self._buttons: list[Button] = []
        self._row = QHBoxLayout(self)
        self._nobody = Button(theme, "label")
        self._finish = Button(theme, "plain", Icon("check"), Words(QCoreApplication.translate("Frame", "Finish")))
        self._lay_out()
        spoken = QCoreApplication.translate("Frame", "Finish event")
        self._finish.setAccessibleName(spoken)
        self._finish.setToolTip(tip(spoken))
        self._nobody.clicked.connect(roles.say_nobody)
        self._finish.clicked.connect(roles.leave)
        roles.changed.connect(self.refresh)

    def _lay_out(self) -> None:
        self.setAccessibleName(QCoreApplication.translate("Frame", "Parts of the event"))
        self._row.setContentsMargins(EDGE_PX - RING_ROOM_PX, 0, EDGE_PX - RING_ROOM_PX, 0)
        self._row.setSpacing(0)
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._row.addWidget(self._nobody)
        self._row.addStretch(1)
        self._row.addWidget(self._finish)

    @property
    def parts(self) -> dict[str, Button]:
        """The buttons of the parts that show, by the parts' ids."""
        return {slot.id: button for slot, button in zip(self._slots, self._buttons, strict=True)}

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        for button in (*self._buttons, self._nobody, self._finish):
            button.set_theme(theme)

    def refresh(self) -> None:
        """Show the parts as they are now."""
        slots = self._roles.slots()
        if slots != self._slots:
            self._rebuild(slots)
        if self._roles.framed is not None:
            self._make_room()

    def _rebuild(self, slots: list[Slot]) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._slots = slots
        self._buttons = [Button(self._theme, "label", parent=self) for _ in slots]
        for place, (slot, button) in enumerate(zip(slots, self._buttons, strict=True)):
            button.setCheckable(True)
            button.clicked.connect(partial(self._press, slot))
            self._row.insertWidget(place, button)
            button.show()
        self._nobody.setVisible(any(slot.silence for slot in slots))

    def _press(self, slot: Slot, *_: object) -> None:
        self._roles.press_slot(slot)
        self.refresh()

    # ---------------------------------------------------------------- what it shows

    def _make_room(self) -> None:
        """As much on the buttons as there is room for."""
        room = self.width() - 2 * (EDGE_PX - RING_ROOM_PX)
        for much in (FULL, UNMARKED, BARE):
            self._show(much)
            shown = (*self._buttons, self._finish, *([] if self._nobody.isHidden() else [self._nobody]))
            if sum(button.sizeHint().width() for button in shown) <= room:
                break

    def _show(self, much: str) -> None:
        event, last = self._roles.framed, self._roles.slot
        if event is None:
            return
        for slot, button in zip(self._slots, self._buttons, strict=True):
            button.show_parts(*self._parts(event, slot, much))
            button.setChecked(slot == last)
            self._speak(button, event, slot)
        nobody = QCoreApplication.translate("Frame", "Nobody named")
        brief = QCoreApplication.translate("Frame", "Nobody")
        self._nobody.show_parts(*([] if much == BARE else [Words(brief)]), Key(SILENCE))
        self._nobody.setAccessibleName(nobody)
        self._nobody.setToolTip(tip(nobody))

    def _parts(self, event: Event, slot: Slot, much: str) -> list[Part]:
        label = self._desk.scheme.label(slot.labels[0])
        parts: list[Part] = []
        if label is not None and much != UNMARKED:
            parts.append(Picture(partial(_mark, label, current())))
        if much != BARE:
            parts.append(Words(slot_name(slot)))
        held = role_hint.held(event, slot)
        if held:
            parts.append(Words(number(len(held)), light=True))
        elif role_hint.is_silent(event, slot):
            parts.append(Icon("minus"))
        return [*parts, Key(slot.key)]

    def _speak(self, button: Button, event: Event, slot: Slot) -> None:
        count = len(role_hint.held(event, slot))
        spoken = QCoreApplication.translate("Dock", "%1, key %2, %n spans", None, count)
        if not count and role_hint.is_silent(event, slot):
            spoken = QCoreApplication.translate("Frame", "%1, key %2, nobody named")
        button.setAccessibleName(spoken.replace("%1", slot_name(slot)).replace("%2", slot.key))
        button.setToolTip(tip(slot_name(slot)))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()


def _mark(label: Label, language: str, theme: Theme) -> QPixmap:
    return mark_pixmap(label, theme, language)
