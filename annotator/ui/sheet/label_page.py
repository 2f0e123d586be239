"""A label in the scheme's sheet: what it is called, how it looks, what its spans carry; merging and splitting it."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor

from annotator.core import scheme_edit as edit
from annotator.core.attribute_edit import values_of
from annotator.core.colour import PAPER, colours_of, contrast
from annotator.core.scheme import PATTERNS, YES_NO, Attribute, Label, Words
from annotator.core.scheme_edit import SPARE
from annotator.core.scheme_rule import LABEL
from annotator.ui.button import Button, Picture
from annotator.ui.language import current, locale, number
from annotator.ui.sheet.attribute_list import AttributeList
from annotator.ui.sheet.drafting import Drafting
from annotator.ui.sheet.scheme_field import KeyField, WordField, line_picture, swatch
from annotator.ui.sheet.scheme_page import Entry, SchemePage
from annotator.ui.style import plain_label
from annotator.ui.theme import Theme
from annotator.ui.wording import isolated

MARK_PX, KEY_PX, COLOUR_PX = 52, 52, 96


class LabelPage(SchemePage):
    """Each keystroke and each click is a step of the draft."""

    def __init__(self, drafting: Drafting, label_id: str, theme: Theme) -> None:
        super().__init__(drafting, theme)
        self._id = label_id
        self._lay_out_words()
        self._lay_out_look()
        self.attributes = AttributeList(drafting, (LABEL, label_id), theme)
        self.attributes.opened.connect(self.opened)
        self._column.addLayout(self._grid)
        self._column.addWidget(self.attributes)
        self._column.addWidget(self._chips(*self._actions()))
        self._column.addStretch(1)
        self.refresh()

    @property
    def _label(self) -> Label:
        return edit.label_of(self._drafting.scheme, self._id)

    # ---------------------------------------------------------------- what it is made of

    def _lay_out_words(self) -> None:
        label = self._label
        name, letter = QCoreApplication.translate("Scheme", "Name"), QCoreApplication.translate("Scheme", "Letter")
        self._add(name, *self._fields(label.names, "name", name, self._rename), stretch=False)
        marks = self._fields(label.marks, "mark", letter, self._mark)
        for field in marks:
            field.setFixedWidth(MARK_PX)
            field.setMaxLength(edit.MARK_LENGTH)
            field.setPlaceholderText("")
            field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        title = QCoreApplication.translate("Scheme", "Key")
        key = self._field(KeyField(label.key, "key"), title, KEY_PX, self._set_key)
        self._add(letter, *marks, plain_label(title, muted=True), key)

    def _lay_out_look(self) -> None:
        label = self._label
        bar = label.colours["light"].bar
        title = QCoreApplication.translate("Scheme", "Colour as #RRGGBB")
        code = self._field(WordField(bar, "colour", "en"), title, COLOUR_PX, self._recolour_typed)
        chips = [self._colour_chip(spare, spare == bar) for spare in SPARE]
        self._add(QCoreApplication.translate("Scheme", "Colour"), self._chips(*chips), code, stretch=False)
        self._told = plain_label("", "small", muted=True)
        self._told.setWordWrap(True)
        self._grid.addWidget(self._told, self._grid.rowCount(), 1)
        self._lines = {pattern: self._pattern_chip(pattern, pattern == label.pattern) for pattern in PATTERNS}
        self._add(QCoreApplication.translate("Scheme", "Line"), self._chips(*self._lines.values()), stretch=False)
        if not label.core:
            on = self._chip(QCoreApplication.translate("Scheme", "On"), "on", label.on, partial(self._switch, True))
            no = QCoreApplication.translate("Scheme", "Off")
            off = self._chip(no, "off", not label.on, partial(self._switch, False))
            self._add(QCoreApplication.translate("Scheme", "Helper label"), on, off)

    def _colour_chip(self, bar: str, chosen: bool) -> Button:
        chip = self._chip("", f"colour.{bar}", chosen, partial(self._recolour, bar))
        chip.show_parts(Picture(lambda theme: swatch(QColor(colours_of(bar)[theme.name].bar), theme)))
        chip.setAccessibleName(bar)
        return chip

    def _pattern_chip(self, pattern: str, chosen: bool) -> Button:
        chip = self._chip("", f"line.{pattern}", chosen, partial(self._set_pattern, pattern))
        # On the ink of the chosen one the label's own colour would not be seen.
        ink = "on_ink" if chosen else "ink"
        chip.show_parts(Picture(lambda theme: line_picture(pattern, theme.colour(ink))))
        chip.setAccessibleName(pattern_words(pattern))
        return chip

    def _actions(self) -> list[Button]:
        merge = self._button(QCoreApplication.translate("Scheme", "Merge into…"), "merge", self._ask_merge)
        split = self._button(QCoreApplication.translate("Scheme", "Split…"), "split", self._ask_split)
        merge.setEnabled(len(self._drafting.scheme.every_label) > 1)
        split.setEnabled(any(values_of(one) for one in self._label.attributes))
        self._merge_button, self._split_button = merge, split
        return [merge, split]

    # ---------------------------------------------------------------- steps

    def _rename(self, names: Words) -> bool:
        return self._drafting.do(lambda scheme: edit.rename_label(scheme, self._id, names), f"name {self._id}")

    def _mark(self, marks: Words) -> bool:
        return self._drafting.do(lambda scheme: edit.mark_label(scheme, self._id, marks), f"mark {self._id}")

    def _set_key(self, key: str) -> bool:
        return self._drafting.do(lambda scheme: edit.key_label(scheme, self._id, key), f"key {self._id}")

    def _recolour(self, bar: str) -> bool:
        return self._drafting.do(lambda scheme: edit.recolour_label(scheme, self._id, bar))

    def _recolour_typed(self, bar: str) -> bool:
        return self._drafting.do(lambda scheme: edit.recolour_label(scheme, self._id, bar), f"colour {self._id}")

    def _set_pattern(self, pattern: str) -> bool:
        return self._drafting.do(lambda scheme: edit.pattern_label(scheme, self._id, pattern))

    def _switch(self, on: bool) -> bool:
        return self._drafting.do(lambda scheme: edit.switch_label(scheme, self._id, on))

    def merge(self, into: str) -> bool:
        """Take the label into another one, which is shown then."""
        merged = self._drafting.do(lambda scheme: edit.merge_label(scheme, self._id, into))
        if merged:
            self.went.emit(into)
        return merged

    def split(self, attribute: Attribute, value: str) -> bool:
        """Make a label of the spans that hold a value, and show it."""
        choice = attribute.choice(value)
        names = choice.names if choice else attribute.names
        known = {label.id for label in self._drafting.scheme.every_label}
        apart = self._drafting.do(
            lambda scheme: edit.split_label(scheme, self._id, attribute.id, value, names, self._drafting.taken)
        )
        if apart:
            labels = self._drafting.scheme.every_label
            self.went.emit(next(label.id for label in labels if label.id not in known))
        return apart

    def _ask_merge(self) -> None:
        others = [label for label in self._drafting.scheme.every_label if label.id != self._id]
        self._ask(self._merge_button, [(label.name(current()), partial(self.merge, label.id)) for label in others])

    def _ask_split(self) -> None:
        counts = self._drafting.value_counts(self._id)
        valued = [one for one in self._label.attributes if values_of(one)]
        self._ask(self._split_button, [(one.name(current()), self._values(one, counts)) for one in valued])

    def _values(self, one: Attribute, counts: dict[tuple[str, str], int]) -> list[Entry]:
        return [
            (f"{value_words(one, value)} ({number(counts.get((one.id, value), 0))})", partial(self.split, one, value))
            for value in values_of(one)
        ]

    # ---------------------------------------------------------------- what follows

    def refresh(self) -> None:
        """How well the colour can be seen, and which label it is most easily taken for."""
        label, scheme = self._label, self._drafting.scheme
        tenth = locale().toString(contrast(label.colours["light"].bar, PAPER["light"]), "f", 1)
        told = QCoreApplication.translate("Scheme", "Contrast with the paper %1 to 1.").replace("%1", tenth)
        nearest = edit.nearest_label(scheme, self._id)
        if nearest is not None:
            far, other = nearest
            words = QCoreApplication.translate(
                "Scheme", "For the colour-blind the nearest label is %1, at a distance of %2."
            )
            words = words.replace("%1", isolated(other.name(current())))
            told += " " + words.replace("%2", locale().toString(far, "f", 1))
        self._told.setText(told)


def value_words(attribute: Attribute, value: str) -> str:
    """A value of an attribute in the window's language."""
    choice = attribute.choice(value)
    if choice is not None:
        return choice.name(current())
    return QCoreApplication.translate("Inspector", "Yes") if attribute.kind == YES_NO else value


def pattern_words(pattern: str) -> str:
    """What a line is called."""
    return {
        "solid": QCoreApplication.translate("Scheme", "One line"),
        "double": QCoreApplication.translate("Scheme", "Two lines"),
        "dash": QCoreApplication.translate("Scheme", "Dashes"),
        "dot": QCoreApplication.translate("Scheme", "Dots"),
        "thin": QCoreApplication.translate("Scheme", "A thin line"),
    }[pattern]
