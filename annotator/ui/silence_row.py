"""What an event says of what the text does not say: that nobody is named in a role, that nobody claims it."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.core.frame import attribute, fillers
from annotator.core.layer import Event
from annotator.core.open_item import ROLE, OpenItem
from annotator.core.scheme import YES, EventType
from annotator.ui.attribute_row import CHIP_GAP, SIDE_PX, Missing
from annotator.ui.button import Button, Words
from annotator.ui.desk import Desk
from annotator.ui.flow import FlowLayout
from annotator.ui.framing import CLAIMS, set_silent
from annotator.ui.language import current
from annotator.ui.missing import item_words
from annotator.ui.theme import Theme

KEY = "0"


class SilenceRow(QWidget):
    """A chip for each silence that the event can keep: for roles that nobody has, and for claims."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme = theme
        self._event: Event | None = None
        self._shown: tuple[tuple[str, str], ...] = ()
        self.chips: dict[str, Button] = {}
        body = QWidget()
        self._flow = FlowLayout(CHIP_GAP, body)
        self.missing = Missing(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE_PX, 2, SIDE_PX, 0)
        column.setSpacing(0)
        column.addWidget(body)
        column.addWidget(self.missing)

    @property
    def has_any(self) -> bool:
        """Whether there is any chip to show."""
        return bool(self._shown)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self.missing.set_theme(theme)
        for chip in self.chips.values():
            chip.set_theme(theme)

    def show_event(self, event: Event, kind: EventType | None) -> None:
        """Show which silences the event keeps, and that one is wanted where a role is empty."""
        self._event = event
        shown = _silences(event, kind) if kind else {}
        if tuple(shown.items()) != self._shown:
            self._build(shown, kind)
        kept = {part: attribute(event.attributes, name) == YES for part, name in shown.items()}
        for part, chip in self.chips.items():
            chip.setChecked(kept[part])
        wanted = next((part for part in shown if part != CLAIMS and not kept[part]), None)
        self.missing.setVisible(wanted is not None and bool(event.arguments))
        if wanted is not None:
            self.missing.say(item_words(OpenItem(ROLE, None, event.id, wanted), self._desk))

    def toggle_first(self) -> None:
        """Say that nobody is named in the first empty role, or no longer say so."""
        first = next((part for part in self.chips if part != CLAIMS), None)
        if first is not None:
            self._set(first)

    def _build(self, shown: dict[str, str], kind: EventType | None) -> None:
        self._flow.clear()
        self._shown = tuple(shown.items())
        names = {one.id: one.name(current()) for one in kind.attributes} if kind else {}
        self.chips = {part: self._chip(part, names.get(name, name)) for part, name in shown.items()}
        for chip in self.chips.values():
            self._flow.addWidget(chip)
            chip.show()

    def _chip(self, part: str, name: str) -> Button:
        key = [] if part == CLAIMS else [Words(KEY, light=True)]
        chip = Button(self._theme, "option", *key, Words(name))
        chip.setAccessibleName(name)
        chip.setCheckable(True)
        chip.clicked.connect(partial(self._set, part))
        return chip

    def _set(self, part: str, *_: object) -> None:
        """What could not be kept does not look as if it were."""
        event = self._desk.event_of(self._event.id) if self._event else None
        kind = self._desk.scheme.event_type(event.type) if event else None
        if event is None or kind is None:
            return
        name = dict(self._shown)[part]
        set_silent(self._desk, event.id, part, attribute(event.attributes, name) != YES)
        self.show_event(self._desk.event_of(event.id) or event, kind)


def _silences(event: Event, kind: EventType) -> dict[str, str]:
    """For each part that may be silent now the attribute that says so."""
    roles = {role.id: role.silence for role in kind.roles if role.silence and not fillers(event, role.id)}
    return {**roles, **({CLAIMS: kind.claims_silence} if kind.claims_silence else {})}
