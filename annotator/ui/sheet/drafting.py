"""Drafting: the scheme as it is being changed in its sheet, step by step, with the way back."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from annotator.core.scheme import Scheme, SchemeError
from annotator.core.scheme_edit import Draft, Edited
from annotator.core.scheme_rule import Rule
from annotator.store.scheme_change import Effect, effects, label_counts, value_counts
from annotator.store.scheme_version import known_labels
from annotator.store.store import Store

Step = Callable[[Scheme], Scheme | Edited]


class Drafting(QObject):
    """`changed` follows every step; `rebuilt` one after which there are other things to show. `refused` carries the
    Sentence that says why a step was not taken."""

    changed = Signal()
    rebuilt = Signal()
    refused = Signal(object)

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._past: list[tuple[Draft, str]] = []
        self.draft = Draft(store.scheme(), store.scheme())
        self.taken = known_labels(store)
        self._counts = label_counts(store)
        self._values: dict[str, dict[tuple[str, str], int]] = {}
        self._effects: tuple[tuple[Rule, ...], list[Effect]] = ((), effects(store, ()))

    @property
    def scheme(self) -> Scheme:
        """The scheme as it shall be."""
        return self.draft.scheme

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._past)

    def do(self, step: Step, kind: str = "") -> bool:
        """Take a step; whether it was taken. Steps of one `kind` that follow each other are taken back together, and
        change nothing about what there is to show."""
        try:
            draft = self.draft.then(step(self.scheme))
        except SchemeError as error:
            self.refused.emit(error.sentence)
            return False
        if draft == self.draft:
            self.changed.emit()
            return True
        if not kind or not self._past or self._past[-1][1] != kind:
            self._past.append((self.draft, kind))
        self.draft = draft
        if not kind:
            self.rebuilt.emit()
        self.changed.emit()
        return True

    def undo(self) -> None:
        """Take the last step back."""
        if self._past:
            self.draft, _ = self._past.pop()
            self.rebuilt.emit()
            self.changed.emit()

    # ---------------------------------------------------------------- what is in the project

    def count(self, label_id: str) -> int:
        """How many spans have the label in the project now."""
        return self._counts[label_id]

    def value_counts(self, label_id: str) -> dict[tuple[str, str], int]:
        """How many of the label's spans hold each value of each attribute in the project now."""
        if label_id not in self._values:
            self._values[label_id] = dict(value_counts(self._store, label_id))
        return self._values[label_id]

    def effects(self) -> list[Effect]:
        """What keeping the draft would do to each annotator's spans."""
        if self._effects[0] != self.draft.rules:
            self._effects = self.draft.rules, effects(self._store, self.draft.rules)
        return self._effects[1]
