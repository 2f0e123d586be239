"""An attribute in the scheme's sheet: its names, whether it is required, its choices; merging and splitting them."""

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from annotator.core import attribute_edit as edit
from annotator.core.scheme import CHOICE, LANGUAGES, TEXT, YES_NO, Attribute, Choice, Words
from annotator.core.scheme_rule import LABEL, Owner
from annotator.ui.button import Button, Icon
from annotator.ui.button import Words as Said
from annotator.ui.language import current, number
from annotator.ui.sheet.attribute_list import kind_words
from annotator.ui.sheet.drafting import Drafting
from annotator.ui.sheet.label_page import value_words
from annotator.ui.sheet.scheme_field import KeyField
from annotator.ui.sheet.scheme_page import Entry, SchemePage
from annotator.ui.style import plain_label
from annotator.ui.theme import Theme

KEY_PX, COUNT_PX = 44, 44


class AttributePage(SchemePage):
    """Each keystroke and each click is a step of the draft."""

    def __init__(self, drafting: Drafting, owner: Owner, attribute_id: str, theme: Theme) -> None:
        super().__init__(drafting, theme)
        self._owner = owner
        self._id = attribute_id
        self._counts = drafting.value_counts(owner[1]) if owner[0] == LABEL else {}
        self.ticks: dict[str, QCheckBox] = {}
        self._column.addWidget(self._way_back())
        self._lay_out_words()
        self._column.addLayout(self._grid)
        self._column.addWidget(self._chips(*self._actions()))
        if self._attribute.kind == CHOICE:
            self._lay_out_choices()
        self._column.addStretch(1)

    @property
    def _attribute(self) -> Attribute:
        return edit.attribute_of(self._drafting.scheme, self._owner, self._id)

    # ---------------------------------------------------------------- what it is made of

    def _way_back(self) -> Button:
        scheme = self._drafting.scheme
        kind, owner_id = self._owner
        holder = scheme.label(owner_id) if kind == LABEL else scheme.event_type(owner_id)
        back = Button(self._theme, "quiet", Icon("back"), Said(holder.name(current()) if holder else owner_id))
        back.setObjectName("back")
        back.clicked.connect(lambda: self.opened.emit(""))
        return back

    def _lay_out_words(self) -> None:
        one = self._attribute
        name = QCoreApplication.translate("Scheme", "Name")
        self._add(name, *self._fields(one.names, "name", name, self._rename), stretch=False)
        self._add(QCoreApplication.translate("Scheme", "Holds"), plain_label(kind_words(one.kind)))
        if one.kind != YES_NO:
            yes, no = QCoreApplication.translate("Inspector", "Yes"), QCoreApplication.translate("Scheme", "No")
            self._add(
                QCoreApplication.translate("Scheme", "Required"),
                self._chip(yes, "required", one.required, partial(self._require, True)),
                self._chip(no, "optional", not one.required, partial(self._require, False)),
            )

    def _lay_out_choices(self) -> None:
        self._column.addWidget(plain_label(QCoreApplication.translate("Scheme", "Choices"), "strong"))
        for choice in self._attribute.choices:
            self._column.addWidget(self._choice_row(choice))

    def _choice_row(self, choice: Choice) -> QWidget:
        """A tick, the key, the names, how many spans hold it, and what can be done with it."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        tick = QCheckBox()
        tick.setObjectName(f"tick.{choice.id}")
        tick.setAccessibleName(choice.name(current()))
        tick.toggled.connect(self._tell_ticks)
        self.ticks[choice.id] = tick
        title = QCoreApplication.translate("Scheme", "Key")
        keep = partial(self._set_key, choice.id)
        key = self._field(KeyField(choice.key, f"key.{choice.id}"), title, KEY_PX, keep)
        fields = self._fields(
            choice.names, f"choice.{choice.id}", choice.name(current()), partial(self._rename_choice, choice.id)
        )
        count = self._counts.get((self._id, choice.id), 0)
        counted = plain_label(number(count) if count else "", "small", muted=True)
        counted.setFixedWidth(COUNT_PX)
        more = Button(self._theme, "small", Icon("more"))
        more.setObjectName(f"more.{choice.id}")
        more.setAccessibleName(QCoreApplication.translate("Scheme", "Move, merge or split “%1”").replace(
            "%1", choice.name(current())
        ))
        more.clicked.connect(lambda: self._ask(more, self._choice_entries(choice)))
        for widget in (tick, key, *fields, counted, more):
            row.addWidget(widget)
        return holder

    def _actions(self) -> list[Button]:
        apart = QCoreApplication.translate("Scheme", "Ticked choices into an attribute of their own")
        self._apart = self._button(apart, "apart", self.take_apart)
        self._merge_button = self._button(
            QCoreApplication.translate("Scheme", "Merge into…"), "merge", self._ask_merge
        )
        self._merge_button.setEnabled(bool(self._mergeable()))
        up = self._button(QCoreApplication.translate("Scheme", "Earlier"), "earlier", partial(self._move, -1))
        down = self._button(QCoreApplication.translate("Scheme", "Later"), "later", partial(self._move, 1))
        moving = [self._merge_button, up, down]
        if self._attribute.kind != CHOICE:
            return moving
        add = self._button(QCoreApplication.translate("Scheme", "Add a choice"), "add.choice", self._add_choice)
        self._tell_ticks()
        return [add, self._apart, *moving]

    def _tell_ticks(self, *_: object) -> None:
        ticked = sum(tick.isChecked() for tick in self.ticks.values())
        self._apart.setEnabled(0 < ticked < len(self.ticks))

    # ---------------------------------------------------------------- steps

    def _rename(self, names: Words) -> bool:
        kind = f"name {self._owner} {self._id}"
        return self._drafting.do(lambda scheme: edit.rename_attribute(scheme, self._owner, self._id, names), kind)

    def _require(self, required: bool) -> bool:
        return self._drafting.do(lambda scheme: edit.require_attribute(scheme, self._owner, self._id, required))

    def _move(self, step: int) -> bool:
        return self._drafting.do(lambda scheme: edit.move_attribute(scheme, self._owner, self._id, step))

    def merge(self, into: str) -> bool:
        """Take the attribute into another one, which is shown then."""
        merged = self._drafting.do(lambda scheme: edit.merge_attribute(scheme, self._owner, self._id, into))
        if merged:
            self.opened.emit(into)
        return merged

    def take_apart(self) -> bool:
        """Make an attribute of the choices that are ticked, and show it."""
        ticked = {choice for choice, tick in self.ticks.items() if tick.isChecked()}
        first = next(choice for choice in self._attribute.choices if choice.id in ticked)
        names = {language: f"{self._attribute.name(language)}: {first.name(language)}" for language in LANGUAGES}
        known = {one.id for one in edit.attributes_of(self._drafting.scheme, self._owner)}
        apart = self._drafting.do(
            lambda scheme: edit.split_attribute(scheme, self._owner, self._id, ticked, names)
        )
        if apart:
            after = edit.attributes_of(self._drafting.scheme, self._owner)
            self.opened.emit(next(one.id for one in after if one.id not in known))
        return apart

    def _mergeable(self) -> list[Attribute]:
        own = self._attribute
        others = edit.attributes_of(self._drafting.scheme, self._owner)
        return [one for one in others if one.id != own.id and one.kind in (own.kind, TEXT)]

    def _ask_merge(self) -> None:
        self._ask(
            self._merge_button, [(one.name(current()), partial(self.merge, one.id)) for one in self._mergeable()]
        )

    # ---------------------------------------------------------------- steps on choices

    def _add_choice(self) -> bool:
        names = {"ar": "خيار جديد", "en": "New choice"}
        return self._drafting.do(lambda scheme: edit.add_choice(scheme, self._owner, self._id, names))

    def _rename_choice(self, choice: str, names: Words) -> bool:
        return self._drafting.do(
            lambda scheme: edit.rename_choice(scheme, self._owner, self._id, choice, names),
            f"choice {self._owner} {self._id} {choice}",
        )

    def _set_key(self, choice: str, key: str) -> bool:
        return self._drafting.do(
            lambda scheme: edit.key_choice(scheme, self._owner, self._id, choice, key),
            f"key {self._owner} {self._id} {choice}",
        )

    def _move_choice(self, choice: str, step: int) -> bool:
        return self._drafting.do(lambda scheme: edit.move_choice(scheme, self._owner, self._id, choice, step))

    def merge_choice(self, choice: str, into: str) -> bool:
        """Take a choice into another one."""
        return self._drafting.do(lambda scheme: edit.merge_choice(scheme, self._owner, self._id, choice, into))

    def split_choice(self, choice: Choice, other: Attribute, value: str) -> bool:
        """Make a choice of what is set to this one where another attribute holds a value."""
        told = other.choice(value)
        names = {
            language: f"{choice.name(language)}: {told.name(language) if told else other.name(language)}"
            for language in LANGUAGES
        }
        return self._drafting.do(
            lambda scheme: edit.split_choice(scheme, self._owner, self._id, choice.id, (other.id, value), names)
        )

    def _choice_entries(self, choice: Choice) -> list[Entry | tuple[str, list[Entry]]]:
        """What can be done with a choice."""
        others = [other for other in self._attribute.choices if other.id != choice.id]
        entries: list[Entry | tuple[str, list[Entry]]] = [
            (QCoreApplication.translate("Scheme", "Earlier"), partial(self._move_choice, choice.id, -1)),
            (QCoreApplication.translate("Scheme", "Later"), partial(self._move_choice, choice.id, 1)),
        ]
        merging: list[Entry] = [
            (other.name(current()), partial(self.merge_choice, choice.id, other.id)) for other in others
        ]
        if merging:
            entries.append((QCoreApplication.translate("Scheme", "Merge into"), merging))
        words = QCoreApplication.translate("Scheme", "Split by “%1”")
        for one in edit.attributes_of(self._drafting.scheme, self._owner):
            values = edit.values_of(one) if one.id != self._id else ()
            if values:
                splitting: list[Entry] = [
                    (value_words(one, value), partial(self.split_choice, choice, one, value)) for value in values
                ]
                entries.append((words.replace("%1", one.name(current())), splitting))
        return entries
