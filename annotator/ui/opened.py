"""What is open: the project, who works in it, one article and the rows of its layer as they were kept last."""

from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from annotator.core import walk
from annotator.core.article import Article
from annotator.core.change import Change, Row, with_edits
from annotator.core.history import History
from annotator.core.layer import Annotator, Comment, Event, Layer, Relation
from annotator.core.scheme import Scheme
from annotator.core.span import Span, moved
from annotator.store import catalogue
from annotator.store.creation import open_project
from annotator.store.events import comments_of, events_of, relations_of
from annotator.store.resume import where_to_begin
from annotator.store.store import NotKept, Store, edits_scheme

LOOK_FOR_OTHERS_MS = 1_000


class Opened(QObject):
    """Opening and closing, and the rows that lie here. The desk, which is built on it, points and changes.

    Offsets are code points into the open article's text.
    """

    project_opened = Signal()
    annotator_changed = Signal()
    articles_changed = Signal()
    article_opened = Signal()
    scheme_changed = Signal()
    changed = Signal(object)
    span_picked = Signal()
    event_picked = Signal()
    selection_changed = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store: Store | None = None
        self.annotator: Annotator | None = None
        self.article: Article | None = None
        self.layer: Layer | None = None
        self.spans: tuple[Span, ...] = ()
        self.events: tuple[Event, ...] = ()
        self.relations: tuple[Relation, ...] = ()
        self.comments: tuple[Comment, ...] = ()
        self.selection: tuple[int, int] | None = None
        self.caret = 0
        self.history = History()
        self._picked = ""
        self._event = ""
        self._data_version = 0
        self._open_for = QElapsedTimer()
        self._others = QTimer(self, interval=LOOK_FOR_OTHERS_MS)
        self._others.timeout.connect(self.look_for_others)

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
    def picked_event(self) -> Event | None:
        """The event that is picked, as it is now."""
        return self.event_of(self._event)

    def span(self, span_id: str) -> Span | None:
        """A span of the open layer by its id."""
        return next((span for span in self.spans if span.id == span_id), None)

    def event_of(self, event_id: str) -> Event | None:
        """An event of the open layer by its id."""
        return next((event for event in self.events if event.id == event_id), None)

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
        self.spans, self.events, self.relations, self.comments = (), (), (), ()
        self.selection, self._picked, self._event, self.history = None, "", "", History()

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
        self._picked, self._event, self.selection = "", "", None
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

    def pick_event(self, event_id: str) -> None:
        """Pick an event of the layer; "" picks none."""
        if event_id != self._event:
            self._event = event_id
            self.event_picked.emit()

    # ---------------------------------------------------------------- what was kept

    def _read_layer(self) -> None:
        self.spans = self.store.spans(self.layer.id) if self.layer else ()
        self.events = events_of(self.store, self.layer.id) if self.layer else ()
        self.relations = relations_of(self.store, self.layer.id) if self.layer else ()
        self.comments = comments_of(self.store, self.article.id, self.layer.id) if self.layer and self.article else ()

    def _follow(self, change: Change) -> None:
        """The rows as they are after a change that was kept just now; nothing else is read again."""
        if self.article is None or self.layer is None:
            return
        here = [edit for edit in change.edits if getattr(edit.row, "layer", None) in (None, self.layer.id)]
        touched = {type(edit.row) for edit in here}
        if Span in touched:
            self.spans = moved(self.spans, [(_span(edit.before), _span(edit.after)) for edit in here])
        if Event in touched:
            self.events = with_edits(Event, self.events, here)
        if Relation in touched:
            self.relations = with_edits(Relation, self.relations, here)
        if Comment in touched:
            self.comments = with_edits(Comment, self.comments, here)
        if Layer in touched:
            own = [edit for edit in here if edit.row.id == self.layer.id]
            self.layer = next(iter(with_edits(Layer, (self.layer,), own)), None)

    def _read_again(self) -> None:
        if self.article and self.annotator:
            self.layer = self.store.layer(self.article.id, self.annotator.id)
            self._read_layer()

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
        if any(edits_scheme(applied.change) for applied in changes):
            self.scheme_changed.emit()
        for applied in changes:
            self.changed.emit(applied)
        if not self.picked:
            self.pick("")
        self.articles_changed.emit()


def _span(row: Row | None) -> Span | None:
    return row if isinstance(row, Span) else None
