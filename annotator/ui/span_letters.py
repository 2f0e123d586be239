"""Span letters: a letter over each span that may be chosen; the letter, or a click on the span, chooses it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from annotator.ui import role_hint
from annotator.ui.article.cap import Cap, Hinted
from annotator.ui.article.view import ArticleView
from annotator.ui.desk import Desk
from annotator.ui.hint import ARABIC
from annotator.ui.language import current
from annotator.ui.role_hint import SILENCE, Letters

Then = Callable[[str], object]
"""What is done with the id of the span that was chosen."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Letters that stand over spans, the label that gives them their colour, and what the chosen span is for.

    The `unfree` keys mean something else meanwhile.
    """

    letters: Letters
    label: str
    then: Then
    unfree: tuple[str, ...] = ()


class SpanLetters(QObject):
    """Shows the letters and takes them; `changed` when they come or go. They go when the spans change."""

    changed = Signal()

    def __init__(self, desk: Desk, view: ArticleView) -> None:
        super().__init__(view)
        self._desk = desk
        self._view = view
        self._asked: Asked | None = None
        for gone in (desk.article_opened, desk.changed):
            gone.connect(self.close)
        desk.span_picked.connect(self._take_picked)

    @property
    def shown(self) -> Letters | None:
        """The letters that stand over spans now."""
        return self._asked.letters if self._asked else None

    def ask(self, labels: Sequence[str], near: int, taken: Sequence[str], then: Then, unfree: Sequence[str]) -> bool:
        """Let one of the spans of these labels that are not `taken` be chosen; False where there is none.

        `then` gets its id. The letters begin nearest to the code point `near`; a single span is chosen at once. No
        letter is one of the `unfree` keys.
        """
        self.close()
        label_keys = (label.key for label in self._desk.scheme.labels)
        keys = role_hint.letter_keys([*label_keys, *unfree, SILENCE])
        found = role_hint.letters(self._desk.spans, labels, near, taken, keys)
        if len(found.spans) == 1:
            self._take(then, found.spans[0].id)
        elif found.spans:
            self._view.setFocus()
            self._show(Asked(found, labels[0], then, tuple(unfree)))
        return bool(found.spans)

    def press(self, key: str) -> bool:
        """A letter chooses its span; Space moves the letters to the spans that are further off."""
        asked = self._asked
        if asked is None or key in asked.unfree or not (key == "Space" or (len(key) == 1 and key.isalpha())):
            return False
        if key == "Space":
            self._show(replace(asked, letters=asked.letters.shifted()))
        elif (span := asked.letters.places().get(key)) is not None:
            self._take(asked.then, span.id)
        return True

    def close(self, *_: object) -> None:
        """Take the letters away."""
        if self._asked is not None:
            self._show(None)

    def _take(self, then: Then, span_id: str) -> None:
        self.close()
        span = self._desk.span(span_id)
        if span is not None:
            self._view.ensure_visible(span.start)
            then(span_id)

    def _take_picked(self) -> None:
        picked, asked = self._desk.picked, self._asked
        if asked and picked in asked.letters.spans:
            self._take(asked.then, picked.id)

    def _show(self, asked: Asked | None) -> None:
        self._asked = asked
        self._view.show_hints(_drawn(asked) if asked else None)
        self.changed.emit()


def _drawn(asked: Asked) -> Hinted:
    """The letters of the keys as they are printed on the keyboard. The nearest span must show."""
    printed = ARABIC if current() == "ar" else {}
    caps = tuple(Cap(span.start, span.end, printed.get(key, key)) for key, span in asked.letters.places().items())
    return Hinted(asked.label, caps, near=caps[0].start)
