"""Desk: what is open, and the one road by which gestures on it are kept."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from annotator.arabic import grapheme
from annotator.arabic.edge import moved_hull
from annotator.core import frame
from annotator.core import span as spans_of
from annotator.core.change import Change, Edit
from annotator.core.layer import ANYWAY, DONE, NEW, SKIPPED, STARTED, Layer, with_status
from annotator.core.sentence import say
from annotator.core.span import Span
from annotator.store.store import Applied, Conflict, NotKept, edits_scheme
from annotator.ui.cut import Cuts
from annotator.ui.fragment import whole_words, with_words
from annotator.ui.missing import missing
from annotator.ui.opened import Opened


class Desk(Opened):
    """What lies on the annotator's desk. Every gesture becomes a Change, is kept, and only then announced.

    `failed` and `told` carry a Sentence, `changed` and `kept` the Applied change. Gestures of one kind that need no
    more than `keep` live in modules of their own, as functions of a desk.
    """

    annotator_wanted = Signal()
    kept = Signal(object)
    told = Signal(object)
    doubted = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._unkept: Change | None = None
        self._doubted = ""
        self.cuts = Cuts(self, self.kept)
        self.cuts.failed.connect(self.failed)

    @property
    def in_hand(self) -> Span | None:
        """The picked span, or else the one that was labelled or changed last, if it is in the open layer."""
        change = None if self.picked else self.next_undo
        edits = change.edits if change and change.article else ()
        touched = [edit.row.id for edit in edits if isinstance(edit.row, Span)]
        return self.picked or self.span(touched[-1] if touched else "")

    @property
    def next_undo(self) -> Change | None:
        """What undo would take back."""
        return self.store.change(self.history.next_undo).change if self.history.next_undo else None

    @property
    def next_redo(self) -> Change | None:
        """What redo would bring back."""
        return self.store.change(self.history.next_redo).change if self.history.next_redo else None

    # ---------------------------------------------------------------- gestures

    def label(self, label_id: str) -> None:
        """Label the selected words, or else change the label of the picked span."""
        if self.layer is None or self.article is None:
            self.ask_who()
        elif self.selection:
            self.label_range(label_id, *self.selection)
        elif self.picked:
            self.relabel(self.picked, label_id)
        else:
            self.told.emit(say("Nothing selected yet. Highlight words in the text to label them."))

    def relabel(self, span: Span, label_id: str) -> None:
        """Give a span another label. What that label cannot have goes with it: attributes, roles, relations."""
        label = self.scheme.label(label_id)
        after = replace(span, label=label_id, attributes=label.kept(span.attributes) if label else span.attributes)
        if after != span and self._is_free(after):
            let_go = frame.unfit(after, self.scheme, self.events, self.relations)
            self.keep("relabel", Edit(span, after), *let_go, pick=self._picked)

    def ask_who(self) -> None:
        """Ask for a name, without which nothing can be kept; or say that the project is open for reading only."""
        if self._store and self.store.read_only:
            self.failed.emit(say("Not kept: the project is open for reading only."))
        elif self.article is not None:
            self.annotator_wanted.emit()

    def label_range(self, label_id: str, start: int, end: int, picked: bool = True) -> bool:
        """Label the words in [start, end) of a layer's article and pick the span, or leave it; whether it was kept."""
        assert self.layer is not None
        assert self.article is not None
        place = whole_words(self.article.text, start, end)
        if place is None:
            self.told.emit(say("There are no words in the selection."))
            return False
        span = spans_of.make_span(self.layer.id, label_id, *place)
        return self._is_free(span, picked) and self.keep("label", Edit(None, span), pick=span.id if picked else "")

    def label_all(self, label_id: str, ranges: Iterable[tuple[int, int]]) -> None:
        """Label every range that does not have this label yet, widened to whole letters; one change for all."""
        if self.layer is None or self.article is None:
            self.ask_who()
            return
        text, layer = self.article.text, self.layer.id
        places = [grapheme.snap_outward(text, start, end) for start, end in ranges if 0 <= start < end <= len(text)]
        spans = spans_of.missing_spans(layer, label_id, places, self.spans)
        if spans:
            self.keep("label_all", *[Edit(None, span) for span in spans])
        else:
            self.told.emit(say("These words already have this label."))

    def _is_free(self, span: Span, pick: bool = True) -> bool:
        """Whether no other span says the same; if one does, it is picked and the annotator told."""
        twin = spans_of.twin(span, self.spans)
        if twin is not None:
            self.pick(twin.id if pick else self._picked)
            self.told.emit(say("These words already have this label."))
        return twin is None

    def remove(self) -> None:
        """Remove the picked span."""
        if self.picked:
            self.keep("remove", *frame.detach(self.picked.id, self.events, self.relations), Edit(self.picked, None))

    def resize(self, span_id: str, start: int, end: int) -> None:
        """Move a span's outer edges to [start, end), widened to whole letters."""
        before = self.span(span_id)
        if before and self.article and 0 <= start < end <= len(self.article.text):
            hull = grapheme.snap_outward(self.article.text, start, end)
            self.change_span("resize", spans_of.with_hull(before, *hull))

    def add_fragment(self, start: int, end: int) -> None:
        """Make the words in [start, end) part of the picked span."""
        if self.picked and self.article:
            self.change_span("add_fragment", with_words(self.picked, self.article.text, start, end))

    def change_span(self, name: str, after: Span) -> None:
        """Keep a span of the layer as it is in `after`, under a command's name, unless another one says the same."""
        before = self.span(after.id)
        if before is not None and before != after and self._is_free(after):
            self.keep(name, Edit(before, after), pick=self._picked)

    def nudge(self, edge: str, step: int, unit: str = "letter") -> None:
        """Move the picked span's `start` or `end` edge one letter, word or sentence earlier (-1) or later (1)."""
        if self.picked and self.article:
            hull = self.picked.start, self.picked.end
            self.resize(self.picked.id, *moved_hull(self.article.text, hull, edge, unit, step))

    def mark(self, status: str) -> None:
        """Say how far the article is; done and skipped ones lead on to the next unfinished.

        An article that lacks something is done only when that was said twice: the first time `doubted` asks.
        """
        if self.layer is None:
            self.ask_who()
        elif self.layer.status != status:
            lacking = len(missing(self)) if status == DONE and self.layer.open_answer is None else 0
            if lacking and self._doubted != self.layer.id:
                self._doubted = self.layer.id
                self.doubted.emit(lacking)
                return
            answer = ANYWAY if lacking else self.layer.open_answer
            if self.keep("mark", Edit(self.layer, replace(with_status(self.layer, status), open_answer=answer))):
                self._doubted = ""
                if status in (DONE, SKIPPED):
                    self.next_unfinished()

    def undo(self) -> None:
        """Take the last change back, wherever it was made."""
        self._take_back(self.history.next_undo, say("Nothing to undo"))

    def redo(self) -> None:
        """Bring back what was undone last."""
        self._take_back(self.history.next_redo, say("Nothing to redo"))

    def _take_back(self, seq: int | None, nothing: object) -> None:
        if self.annotator is None or seq is None:
            self.told.emit(nothing)
            return
        change = self.store.change(seq).change.inverse(seq)
        if not change.article:
            self._commit(change, pick=self._picked)
            return
        if self.article is None or change.article != self.article.id:
            self.open_article(change.article)
        self._commit(change, pick=self._to_pick(change))

    def _to_pick(self, change: Change) -> str:
        """The span that a change taken back brings or alters; the picked one where it is about no span at all."""
        if not any(isinstance(edit.row, Span) for edit in change.edits):
            return self._picked
        return next((edit.after.id for edit in reversed(change.edits) if isinstance(edit.after, Span)), "")

    def try_again(self) -> None:
        """Keep the change that could not be kept, if it still fits."""
        if self._unkept:
            self._commit(self._unkept, pick=self._picked)

    # ---------------------------------------------------------------- the one road

    def keep(self, name: str, *edits: Edit, pick: str = "") -> bool:
        """Keep edits of the open article under a command's name, then pick a span; whether they were kept."""
        assert self.article is not None
        assert self.layer is not None
        status = STARTED if self.layer.status == NEW else self.layer.status
        begun = replace(self.layer, status=status, scheme=self.scheme.version)
        if begun != self.layer and not any(isinstance(edit.row, Layer) for edit in edits):
            edits = (Edit(self.layer, begun), *edits)
        return self._commit(Change(name, self.article.id, edits), pick)

    def keep_everywhere(self, name: str, *edits: Edit) -> bool:
        """Keep edits that concern the whole project, and go nowhere; whether they were kept."""
        return self._commit(Change(name, "", edits), self._picked)

    def _commit(self, change: Change, pick: str) -> bool:
        """Keep the change; only when it is durable are the views told. A failure leaves everything as it was."""
        assert self.annotator is not None
        try:
            applied = self.store.apply(change, self.annotator.id)
        except Conflict as error:
            self._unkept = None
            self.look_for_others()
            self.told.emit(error.sentence)
            return False
        except NotKept as error:
            self._unkept = change
            self.failed.emit(error.sentence)
            return False
        self._unkept = None
        self.history = self.history.after(applied.seq, change.undoes)
        self._follow(change)
        self._announce(applied, pick)
        self.kept.emit(applied)
        return True

    def _announce(self, applied: Applied, pick: str) -> None:
        if edits_scheme(applied.change):
            self.scheme_changed.emit()
        self.changed.emit(applied)
        if pick and self.selection:
            self.selection = None
            self.selection_changed.emit()
        if pick != self._picked:
            self.pick(pick)
        else:
            # The same span, but its row may be another one now.
            self.span_picked.emit()
