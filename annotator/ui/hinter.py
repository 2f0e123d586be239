"""The hinter: carries the keys pressed while word hints are open to them, and what they choose to the desk."""

from dataclasses import replace

from PySide6.QtCore import QObject

from annotator.ui import hint
from annotator.ui.article.cap import Cap, Hinted
from annotator.ui.article.move import Caret
from annotator.ui.article.view import ArticleView
from annotator.ui.desk import Desk
from annotator.ui.hint import Hints
from annotator.ui.language import current


class Hinter(QObject):
    """Opened by a label's key when nothing is in hand; closed by a span made, by Esc, and by whatever else is done."""

    def __init__(self, desk: Desk, view: ArticleView) -> None:
        super().__init__(view)
        self._desk = desk
        self._view = view
        self._hints: Hints | None = None
        for gone in (desk.article_opened, desk.span_picked, desk.selection_changed, view.selection_changed):
            gone.connect(self.close)

    @property
    def is_open(self) -> bool:
        """Whether letters stand over the words."""
        return self._hints is not None

    def open(self, label_id: str) -> None:
        """Show a letter over each word of the sentence at the caret, for a span of the label."""
        taken = {label.key for label in self._desk.scheme.labels}
        keys = "".join(key for key in hint.EASE if key not in taken)
        hints = hint.open_hints(self._view.text, self._view.caret, label_id, keys)
        if hints is None:
            self._desk.label(label_id)
            return
        self._view.setFocus()
        self._show(hints)

    def press(self, key: str) -> bool:
        """What a key does while hints are open; any other key closes them and is left to its command."""
        if self._hints is None:
            return False
        label = self._desk.scheme.label_for_key(key)
        if self._view.window().focusWidget() is not self._view:
            self.close()
            return False
        if label is not None:
            self._take_label(self._hints, label.id)
        elif key in _KEYS:
            _KEYS[key](self, self._hints)
        elif len(key) == 1 and key.isalpha():
            self._take_letter(self._hints, key)
        else:
            self.close()
            return False
        return True

    def close(self) -> None:
        """Take the letters away."""
        if self._hints is not None:
            self._show(None)

    def _take_label(self, hints: Hints, label_id: str) -> None:
        """Another label for the words to come; the same one again: on to the next sentence."""
        same = label_id == hints.label
        self._show(hint.next_sentence(self._view.text, hints) if same else replace(hints, label=label_id))

    def _take_letter(self, hints: Hints, key: str) -> None:
        place = hints.places().get(key)
        if place is not None and hints.first is None:
            self._show(replace(hints, first=place))
        elif place is not None:
            self._make(hints, place)

    def _take_space(self, hints: Hints) -> None:
        """The first word alone; before it is chosen, the letters over the words that follow."""
        if hints.first is None:
            self._show(hints.shifted())
        else:
            self._make(hints, hints.first)

    def _take_back(self, hints: Hints) -> None:
        """Another first word; with none chosen, nothing."""
        self._show(replace(hints, first=None))

    def _let_go(self, _: Hints) -> None:
        self.close()

    def _make(self, hints: Hints, last: int) -> None:
        """The span; the caret goes behind it, so that the next hints are for what follows."""
        start, end = self._range(hints, last)
        self.close()
        if self._desk.label_range(hints.label, start, end, picked=False):
            self._view.put_caret(Caret(end, after=True))

    def _range(self, hints: Hints, last: int) -> tuple[int, int]:
        assert hints.first is not None
        first = hints.words[hints.first]
        cut = self._desk.cuts.placed(hints.label, first)
        return hint.hinted_range(self._view.text, first, hints.words[last], cut)

    def _show(self, hints: Hints | None) -> None:
        self._hints = hints
        self._view.show_hints(self._drawn(hints) if hints else None)

    def _drawn(self, hints: Hints) -> Hinted:
        """The letters of the keys as they are printed on the keyboard, and where a span of the first word would lie."""
        letters = hint.ARABIC if current() == "ar" else {}
        caps = tuple(Cap(*hints.words[place], letters.get(key, key)) for key, place in hints.places().items())
        begun = self._range(hints, hints.first) if hints.first is not None else None
        return Hinted(hints.label, caps, begun)


_KEYS = {"Esc": Hinter._let_go, "Backspace": Hinter._take_back, "Space": Hinter._take_space}
