"""The attributes of a label or of a kind of event, a row each, in the scheme's sheet; and a way to add one."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.core import attribute_edit as edit
from annotator.core.scheme import ATTRIBUTE_KINDS, CHOICE, COUNT, TEXT, YES_NO, Attribute
from annotator.core.scheme_rule import Owner
from annotator.ui.button import Button, Icon, Words
from annotator.ui.flow import FlowLayout
from annotator.ui.language import current
from annotator.ui.sheet.drafting import Drafting
from annotator.ui.style import RING_ROOM_PX, plain_label
from annotator.ui.theme import Theme

CHIP_GAP = 4 - 2 * RING_ROOM_PX
ROW_PX = 34


class AttributeList(QWidget):
    """`opened` carries the id of the attribute to be shown."""

    opened = Signal(str)

    def __init__(self, drafting: Drafting, owner: Owner, theme: Theme) -> None:
        super().__init__()
        self._drafting = drafting
        self._owner = owner
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(0)
        column.addWidget(plain_label(QCoreApplication.translate("Scheme", "Attributes"), "strong"))
        self.rows = {one.id: self._row(one) for one in edit.attributes_of(drafting.scheme, owner)}
        for row in self.rows.values():
            column.addWidget(row)
        column.addWidget(self._adders())

    def _row(self, one: Attribute) -> Button:
        row = Button(self._theme, "quiet", Icon("label"), Words(one.name(current())), Words(_told(one), light=True))
        row.setObjectName(f"attribute.{one.id}")
        row.setFixedHeight(ROW_PX)
        row.clicked.connect(partial(self._open, one.id))
        return row

    def _adders(self) -> QWidget:
        """A button for each kind of attribute."""
        box = QWidget()
        flow = FlowLayout(CHIP_GAP, box)
        words = plain_label(QCoreApplication.translate("Scheme", "Add an attribute:"), "small", muted=True)
        words.setContentsMargins(RING_ROOM_PX, 0, 8, 0)
        words.setMinimumHeight(34)
        flow.addWidget(words)
        self.adders: dict[str, Button] = {}
        for kind in ATTRIBUTE_KINDS:
            button = Button(self._theme, "small", Icon("plus"), Words(kind_words(kind)))
            button.setObjectName(f"add.{kind}")
            button.clicked.connect(partial(self.add, kind))
            flow.addWidget(button)
            self.adders[kind] = button
        return box

    def _open(self, attribute_id: str, *_: object) -> None:
        self.opened.emit(attribute_id)

    def add(self, kind: str, *_: object) -> None:
        """Add an attribute of a kind and show it."""
        names = {"ar": "سمة جديدة", "en": "New attribute"}
        first = ({"ar": "خيار جديد", "en": "New choice"},) if kind == CHOICE else ()
        if self._drafting.do(lambda scheme: edit.add_attribute(scheme, self._owner, names, kind, first)):
            self.opened.emit(edit.attributes_of(self._drafting.scheme, self._owner)[-1].id)


def kind_words(kind: str) -> str:
    """What a kind of attribute is called."""
    return {
        CHOICE: QCoreApplication.translate("Scheme", "Choices"),
        TEXT: QCoreApplication.translate("Scheme", "Words"),
        COUNT: QCoreApplication.translate("Scheme", "A count"),
        YES_NO: QCoreApplication.translate("Scheme", "Yes or no"),
    }[kind]


def _told(one: Attribute) -> str:
    """What it holds, and whether it must be set."""
    parts = [kind_words(one.kind)]
    if one.kind == CHOICE:
        parts = [QCoreApplication.translate("Scheme", "%n choices", None, len(one.choices))]
    if one.required:
        parts.append(QCoreApplication.translate("Scheme", "required"))
    return " · ".join(parts)
