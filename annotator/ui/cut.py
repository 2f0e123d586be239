"""Cuts: where a span may begin inside its first word, which of these is offered, and stepping through them."""

from dataclasses import dataclass
from typing import Protocol, cast

from PySide6.QtCore import QObject, Signal, SignalInstance

from annotator.arabic.clitic import article_cuts, attested_cut, evident_cut, outer_cuts
from annotator.arabic.repeat import folded
from annotator.arabic.words import clitic_cuts, word_at
from annotator.core.article import Article
from annotator.core.scheme import OUT, Scheme
from annotator.core.span import Span
from annotator.store.cut import cuts_chosen, keep_cut, last_cut, texts_nearby
from annotator.store.store import Applied, NotKept, Store


class Bench(Protocol):
    """What cuts need of the desk."""

    article: Article | None

    @property
    def store(self) -> Store:
        """The open project."""
        ...

    @property
    def scheme(self) -> Scheme:
        """Its scheme."""
        ...

    @property
    def in_hand(self) -> Span | None:
        """The picked span, or the one labelled last."""
        ...

    def resize(self, span_id: str, start: int, end: int) -> None:
        """Move a span's edges."""
        ...


CHOOSING = ("label", "resize")
"""The changes by which a person chooses where one span starts."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The first word of a span and how much of it can be left out; ranges and lengths in code points.

    `cuts` are those worth showing, in that order, 0 for the whole word: a letter that may belong to the root is not
    among them unless a text or a person bears it out. `round` is the order in which all are stepped through; it ends
    with the whole word. `offered` is the cut a label that leaves clitics out asks for while none is taken.
    """

    word: tuple[int, int]
    cuts: tuple[int, ...]
    round: tuple[int, ...]
    taken: int
    offered: int | None

    @property
    def next(self) -> int:
        """The cut that comes after the one taken, and round again."""
        if self.offered is not None:
            return self.offered
        at = self.round.index(self.taken) + 1 if self.taken in self.round else 0
        return self.round[at % len(self.round)]


class Cuts(QObject):
    """Knows what was left out last of a word under a label, and remembers what is chosen now.

    It never cuts by itself: it offers, and a person's key or click takes the offer.
    """

    failed = Signal(object)
    """What is to be remembered could not be kept: a Sentence."""

    def __init__(self, desk: QObject, kept: SignalInstance) -> None:
        super().__init__(desk)
        self._stepped: tuple[str, str, str] = ("", "", "")
        self._first: int | None = None
        kept.connect(self._remember)

    @property
    def _desk(self) -> "Bench":
        # Asked of Qt: an attribute would tie the two into a ring that only the garbage collector could undo.
        return cast("Bench", self.parent())

    def choice(self, span: Span) -> Choice | None:
        """What there is to choose from at the start of a span of the open article; None where no word is."""
        text = self._text()
        word = word_at(text, span.start)
        if word is None or word[1] == span.start:
            return None
        surface = text[slice(*word)]
        within = tuple(cut for cut in clitic_cuts(surface) if word[0] + cut < span.end)
        taken, last, borne_out = span.start - word[0], self._last(span, surface), self._borne_out(surface)
        asked = borne_out if self._leaves_out(span.label) else 0
        wanted = self._remembered(surface, span.label, asked)
        likely = {0, taken, last, borne_out, *article_cuts(surface)}
        return Choice(
            word=word,
            cuts=_first(last, tuple(cut for cut in (0, *within) if cut in likely)),
            round=(*_first(asked if last is None else last, within), 0),
            taken=taken,
            offered=wanted if wanted and not taken and wanted in within else None,
        )

    def step(self) -> None:
        """Let the picked span, or else the one labelled last, begin at the next cut of its first word."""
        span = self._desk.in_hand
        choice = self.choice(span) if span else None
        if span and choice and choice.next != choice.taken:
            self._desk.resize(span.id, choice.word[0] + choice.next, span.end)

    def placed(self, label_id: str, word: tuple[int, int]) -> int:
        """How much of the word a span of the label leaves out when its words are chosen whole.

        What was chosen last for the word; else, under a label that leaves clitics out, what this very text bears out.
        """
        surface, text = self._text()[slice(*word)], folded(self._text())
        return self._remembered(surface, label_id, evident_cut(surface, text)) if self._leaves_out(label_id) else 0

    def _borne_out(self, surface: str) -> int:
        """The cut that is no guess: the text bears it out, it was chosen before, or an article nearby shows it."""
        cuts = outer_cuts(surface)
        if not cuts:
            return 0
        evident = evident_cut(surface, folded(self._text()))
        chosen = cuts_chosen(self._desk.store, surface)
        if evident or chosen:
            return evident or max(chosen.intersection(cuts), default=0)
        assert self._desk.article is not None
        nearby = texts_nearby(self._desk.store, self._desk.article.id, surface[cuts[-1] :])
        return attested_cut(surface, nearby)

    def _leaves_out(self, label_id: str) -> bool:
        label = self._desk.scheme.label(label_id)
        return label is not None and label.clitics == OUT

    def _remembered(self, surface: str, label_id: str, otherwise: int) -> int:
        """What was chosen last for the word under a label that leaves clitics out, or else `otherwise`."""
        last = last_cut(self._desk.store, surface, label_id) if self._leaves_out(label_id) else None
        return otherwise if last is None else last

    def _last(self, span: Span, surface: str) -> int | None:
        """What was chosen last; what is chosen while one steps through this very word does not change the order."""
        stepped = (span.id, span.label, surface)
        if self._stepped != stepped:
            self._stepped, self._first = stepped, last_cut(self._desk.store, surface, span.label)
        return self._first

    def _remember(self, applied: Applied) -> None:
        """A start that a person put to a cut, or back to the whole word, is offered first from now on."""
        chosen = applied.change.name in CHOOSING and applied.change.undoes is None
        for edit in applied.change.edits if chosen else ():
            before = edit.before if isinstance(edit.before, Span) else None
            if isinstance(edit.after, Span) and (before is None or before.start != edit.after.start):
                self._remember_start(edit.after, before)

    def _remember_start(self, span: Span, before: Span | None) -> None:
        text = self._text()
        word = word_at(text, span.start)
        if word is None:
            return
        surface, length = text[slice(*word)], span.start - word[0]
        was_inside = before is not None and word[0] < before.start < word[1]
        if length in clitic_cuts(surface) or (length == 0 and was_inside):
            try:
                keep_cut(self._desk.store, surface, span.label, length)
            except NotKept as error:
                self.failed.emit(error.sentence)

    def _text(self) -> str:
        assert self._desk.article is not None
        return self._desk.article.text


def _first(cut: int | None, cuts: tuple[int, ...]) -> tuple[int, ...]:
    """The cuts with one of them in front."""
    return (cut, *(other for other in cuts if other != cut)) if cut in cuts and cut is not None else cuts
