"""Desk: the open article, what is picked and selected in it, and the one road by which gestures are kept."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from annotator.arabic import grapheme
from annotator.arabic.edge import moved_hull
from annotator.core import frame, walk
from annotator.core import span as spans_of
from annotator.core.article import Article
from annotator.core.change import Change, Edit
from annotator.core.history import History
from annotator.core.layer import DONE, NEW, SKIPPED, STARTED, Annotator, Event, Layer, Relation, with_status
from annotator.core.scheme import Scheme
from annotator.core.sentence import say
from annotator.core.span import Span
from annotator.store import catalogue
from annotator.store.creation import open_project
from annotator.store.events import events_of, relations_of
from annotator.store.resume import where_to_begin
from annotator.store.store import Applied, Conflict, NotKept, Store
from annotator.ui.cut import Cuts
from annotator.ui.fragment import whole_words, with_words

LOOK_FOR_OTHERS_MS = 1_000


class Desk(QObject):
    """What lies on the annotator's desk. Every gesture becomes a Change, is kept, and only then announced.

    Offsets are code points into the open article's text. `failed` and `told` carry a Sentence, `changed` and `kept` the
    Applied change.
    """

    project_opened = Signal()
    annotator_changed = Signal()
    annotator_wanted = Signal()
    articles_changed = Signal()
    article_opened = Signal()
    changed = Signal(object)
    kept = Signal(object)
    span_picked = Signal()
    selection_changed = Signal()
    failed = Signal(object)
    told = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store: Store | None = None
        self.annotator: Annotator | None = None
        self.article: Article | None = None
        self.layer: Layer | None = None
        self.spans: tuple[Span, ...] = ()
        self.events: tuple[Event, ...] = ()
        self.relations: tuple[Relation, ...] = ()
        self.selection: tuple[int, int] | None = None
        self.caret = 0
        self.history = History()
        self._picked = ""
        self._unkept: Change | None = None
        self._open_for = QElapsedTimer()
        self._others = QTimer(self, interval=LOOK_FOR_OTHERS_MS)
        self._others.timeout.connect(self.look_for_others)
        self._data_version = 0
        self.cuts = Cuts(self, self.kept)
        self.cuts.failed.connect(self.failed)

    # ---------------------------------------------------------------- what lies here

    @property
    def store(self) -> Store:
        """The open project. Asked only while one is open."""
        assert self._store is not None
        return self._store

    @property
    def has_project(self) -> bool:
        """Whether a project is open."""
        return self._store is not None

    @property
    def scheme(self) -> Scheme:
        """The project's scheme."""
        return self.store.scheme()

    @property
    def picked(self) -> Span | None:
        """The span that is picked, as it is now."""
        return self.span(self._picked)

    @property
    def in_hand(self) -> Span | None:
        """The picked span, or else the one that was labelled or changed last, if it is in the open layer."""
        change = None if self.picked else self.next_undo
        touched = [edit.row.id for edit in change.edits if isinstance(edit.row, Span)] if change else []
        return self.picked or self.span(touched[-1] if touched else "")

    def span(self, span_id: str) -> Span | None:
        """A span of the open layer by its id."""
        return next((span for span in self.spans if span.id == span_id), None)

    @property
    def next_undo(self) -> Change | None:
        """What undo would take back."""
        return self.store.change(self.history.next_undo).change if self.history.next_undo else None

    @property
    def next_redo(self) -> Change | None:
        """What redo would bring back."""
        return self.store.change(self.history.next_redo).change if self.history.next_redo else None

    # ---------------------------------------------------------------- opening

    def open_project(self, path: Path) -> None:
        """Put another project on the desk. Raises Refused; then the one before stays."""
        store = open_project(path)
        self.close_project()
        self._store = store
        self._data_version = store.data_version()
        self._others.start()
        self.project_opened.emit()

    def close_project(self) -> None:
        """Keep the place and close the file."""
        self.keep_place()
        self._others.stop()
        if self._store is not None:
            self._store.close()
        self._store, self.annotator, self.article, self.layer = None, None, None, None
        self.spans, self.events, self.relations = (), (), ()
        self.selection, self._picked, self.history = None, "", History()

    def set_annotator(self, name: str) -> None:
        """Work under this name: its own layers, its own history; goes to where that person was."""
        self.keep_place()
        try:
            self.annotator = self.store.keep_annotator(name)
        except NotKept as error:
            self.failed.emit(error.sentence)
            return
        self.history = self.store.history(self.annotator.id)
        self.annotator_changed.emit()
        self.open_article(where_to_begin(self.store, self.annotator.id))

    def open_first(self) -> None:
        """Show the first article to somebody who has not said who they are."""
        self.open_article(catalogue.first_article(self.store))

    def open_article(self, article_id: str | None) -> None:
        """Open an article of the project; None clears the desk (an empty project)."""
        self.keep_place()
        self.article = self.store.article(article_id) if article_id else None
        self.layer, self.caret = None, 0
        self._read_layer()
        if self.article:
            self._open_layer()
        self._picked, self.selection = "", None
        self._open_for.start()
        self.article_opened.emit()

    def _open_layer(self) -> None:
        assert self.article is not None
        if self.annotator is None:
            return
        try:
            self.layer = self.store.open_layer(self.article.id, self.annotator.id)
        except NotKept as error:
            self.layer = self.store.layer(self.article.id, self.annotator.id)
            if not self.store.read_only:
                self.failed.emit(error.sentence)
        if self.layer:
            self._read_layer()
            self.caret = min(self.store.caret(self.layer.id), len(self.article.text))

    def keep_place(self) -> None:
        """Remember where the annotator is in the open article, and for how long it lay there."""
        if self._store is None or self.layer is None or self._store.read_only:
            return
        seconds = self._open_for.restart() // 1000 if self._open_for.isValid() else 0
        try:
            self.store.keep_place(self.layer.id, self.caret, seconds)
        except NotKept as error:
            self.failed.emit(error.sentence)

    def step_article(self, step: int) -> None:
        """Go to the next (1) or previous (-1) article."""
        if self.article and (neighbour := catalogue.neighbour(self.store, self.article.id, step)):
            self.open_article(neighbour)

    def next_unfinished(self) -> None:
        """Go to the next article that is neither done nor skipped, from here on and then from the start."""
        if self.annotator and self.article:
            behind = catalogue.first_unfinished(self.store, self.annotator.id, self.article.id)
            found = behind or catalogue.first_unfinished(self.store, self.annotator.id)
            if found and found != self.article.id:
                self.open_article(found)

    # ---------------------------------------------------------------- pointing

    def pick(self, span_id: str) -> None:
        """Pick a span of the layer; "" picks none."""
        if span_id != self._picked:
            self._picked = span_id
            self.span_picked.emit()

    def step_span(self, step: int) -> None:
        """Pick the next (1) or previous (-1) span as read, from the picked one or the caret, and round again."""
        found = walk.next_span(self.spans, self.picked, self.caret, step)
        self.pick(found.id if found else "")

    def pick_around(self, step: int) -> None:
        """Pick among the spans that share the picked one's place (or the caret's): wider (1) or narrower (-1)."""
        found = walk.span_around(self.spans, self.picked, self.caret, step)
        self.pick(found.id if found else "")

    def select(self, start: int, end: int) -> None:
        """Note which words are selected in the text; an empty range is no selection."""
        selection = (min(start, end), max(start, end)) if start != end else None
        if selection != self.selection:
            self.selection = selection
            self.selection_changed.emit()

    # ---------------------------------------------------------------- gestures

    def label(self, label_id: str) -> None:
        """Label the selected words, or else change the label of the picked span."""
        if self.layer is None or self.article is None:
            self._ask_who()
        elif self.selection:
            self.label_range(label_id, *self.selection)
        elif self.picked:
            self.change_span("relabel", replace(self.picked, label=label_id))
        else:
            self.told.emit(say("Nothing selected yet. Highlight words in the text to label them."))

    def _ask_who(self) -> None:
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
        return self._is_free(span, picked) and self._keep("label", Edit(None, span), pick=span.id if picked else "")

    def label_all(self, label_id: str, ranges: Iterable[tuple[int, int]]) -> None:
        """Label every range that does not have this label yet, widened to whole letters; one change for all."""
        if self.layer is None or self.article is None:
            self._ask_who()
            return
        text, layer = self.article.text, self.layer.id
        places = [grapheme.snap_outward(text, start, end) for start, end in ranges if 0 <= start < end <= len(text)]
        spans = spans_of.missing_spans(layer, label_id, places, self.spans)
        if spans:
            self._keep("label_all", *[Edit(None, span) for span in spans])
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
            self._keep("remove", *frame.detach(self.picked.id, self.events, self.relations), Edit(self.picked, None))

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
            self._keep(name, Edit(before, after), pick=self._picked)

    def nudge(self, edge: str, step: int, unit: str = "letter") -> None:
        """Move the picked span's `start` or `end` edge one letter, word or sentence earlier (-1) or later (1)."""
        if self.picked and self.article:
            hull = self.picked.start, self.picked.end
            self.resize(self.picked.id, *moved_hull(self.article.text, hull, edge, unit, step))

    def mark(self, status: str) -> None:
        """Say how far the article is; done and skipped ones lead on to the next unfinished."""
        if self.layer is None:
            self._ask_who()
        elif self.layer.status != status:
            kept = self._keep("mark", Edit(self.layer, with_status(self.layer, status)))
            if kept and status in (DONE, SKIPPED):
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
        if self.article is None or change.article != self.article.id:
            self.open_article(change.article)
        spans = [edit.after for edit in change.edits if isinstance(edit.after, Span)]
        self._commit(change, pick=spans[-1].id if spans else "")

    def try_again(self) -> None:
        """Keep the change that could not be kept, if it still fits."""
        if self._unkept:
            self._commit(self._unkept, pick=self._picked)

    # ---------------------------------------------------------------- the one road

    def _keep(self, name: str, *edits: Edit, pick: str = "") -> bool:
        assert self.article is not None
        assert self.layer is not None
        if self.layer.status == NEW and not any(isinstance(edit.row, Layer) for edit in edits):
            edits = (Edit(self.layer, with_status(self.layer, STARTED)), *edits)
        return self._commit(Change(name, self.article.id, edits), pick)

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
        self._read_again()
        self._announce(applied, pick)
        self.kept.emit(applied)
        return True

    def _read_layer(self) -> None:
        self.spans = self.store.spans(self.layer.id) if self.layer else ()
        self.events = events_of(self.store, self.layer.id) if self.layer else ()
        self.relations = relations_of(self.store, self.layer.id) if self.layer else ()

    def _read_again(self) -> None:
        if self.article and self.annotator:
            self.layer = self.store.layer(self.article.id, self.annotator.id)
            self._read_layer()

    def _announce(self, applied: Applied, pick: str) -> None:
        self.changed.emit(applied)
        if pick and self.selection:
            self.selection = None
            self.selection_changed.emit()
        self.pick(pick)
        self.span_picked.emit()

    def look_for_others(self) -> None:
        """Show what other windows or programs have committed to the project meanwhile."""
        version = self._store.data_version() if self._store else self._data_version
        if version == self._data_version:
            return
        self._data_version = version
        changes = self.store.changes_by_others()
        if self.annotator:
            self.history = self.store.history(self.annotator.id)
        self._read_again()
        for applied in changes:
            self.changed.emit(applied)
        if not self.picked:
            self.pick("")
        self.articles_changed.emit()
