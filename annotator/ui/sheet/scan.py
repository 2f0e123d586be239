"""Scan: what an import would find in the files, looked at in small slices so that the window never waits."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.core.record import Notice, Record, Refusal
from annotator.exchange import Format, Outcome, table
from annotator.exchange.column import Wanted
from annotator.exchange.source import TABLE, preview, recognised, walk
from annotator.exchange.table import ENCODED
from annotator.exchange.text import EncodingUncertain
from annotator.store.store import Store

SLICE_SECONDS = 0.010
MOST_FILES = 200
MOST_RECORDS = 5_000
"""Beyond so many files or records of one import the rest is left unread: enough to judge by, and soon done."""


@dataclass(slots=True)
class Source:
    """One file or folder that was pointed at, and what was found in it so far.

    `articles` and `layers` are what would be new in the project; `known` records are there already; `unread` files, or
    `cut` inside a file, were not looked at. `agreed` says that the person has seen the text of an uncertain file.
    `names` are the columns of a table, `columns` what the person said about them.
    """

    path: Path
    is_folder: bool
    format: str = ""
    files: int = 0
    unread: int = 0
    cut: bool = False
    records: int = 0
    articles: int = 0
    layers: int = 0
    known: int = 0
    refusals: list[Refusal] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    uncertain: list[tuple[Path, EncodingUncertain]] = field(default_factory=list)
    sample: Record | None = None
    agreed: bool = False
    names: list[str] = field(default_factory=list)
    columns: Wanted = field(default_factory=dict)
    done: bool = False

    @property
    def encoding(self) -> str | None:
        """The encoding the person agreed to, for what is not Unicode."""
        return self.uncertain[0][1].guess if self.agreed and self.uncertain else None

    @property
    def is_whole(self) -> bool:
        """Whether everything in it was looked at."""
        return self.done and not self.unread and not self.cut


class Scan(QObject):
    """Looks at sources one after the other; `looked` tells after every slice, `finished` once all is looked at."""

    looked = Signal()
    finished = Signal()

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._labels = frozenset(label.id for label in store.scheme().every_label)
        self.sources: list[Source] = []
        self._seen: set[str] = set()
        self._files = 0
        self._records = 0
        self._next = 0
        self._steps: Iterator[None] = iter(())
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._slice)

    @property
    def is_running(self) -> bool:
        """Whether there is something left to look at."""
        return self._timer.isActive()

    def look_at(self, paths: list[Path]) -> None:
        """Add sources; those named before are not added twice."""
        known = {source.path for source in self.sources}
        new = [path for path in dict.fromkeys(Path(path).absolute() for path in paths) if path not in known]
        self.sources += [Source(path, path.is_dir()) for path in new]
        if new and not self.is_running:
            self._begin()

    def agree(self, source: Source) -> None:
        """Take the uncertain files of this source in the encoding whose preview was shown, and count anew."""
        source.agreed = True
        self._look_again()

    def map(self, source: Source, columns: Wanted) -> None:
        """Take the columns of a table as the person says, and count anew."""
        source.columns = columns
        self._look_again()

    def _look_again(self) -> None:
        for other in self.sources:
            _forget(other)
        self._seen.clear()
        self._files = self._records = self._next = 0
        self._begin()

    def stop(self) -> None:
        """Look no further."""
        self._timer.stop()

    def _begin(self) -> None:
        self._steps = self._walk()
        self._timer.start()

    def _slice(self) -> None:
        until = monotonic() + SLICE_SECONDS
        for _ in self._steps:
            if monotonic() > until:
                self.looked.emit()
                return
        self._timer.stop()
        self.looked.emit()
        self.finished.emit()

    def _walk(self) -> Iterator[None]:
        while self._next < len(self.sources):
            source = self.sources[self._next]
            self._next += 1
            for found in walk(source.path):
                if isinstance(found, Refusal):
                    source.refusals.append(found)
                elif isinstance(found, Notice):
                    source.notices.append(found)
                else:
                    source.files += 1
                    yield from self._look_into(source, found)
                yield
            source.done = True

    def _look_into(self, source: Source, path: Path) -> Iterator[None]:
        if self._files >= MOST_FILES or self._records >= MOST_RECORDS:
            source.unread += 1
            return
        self._files += 1
        row = recognised(path)
        assert row is not None
        source.format = source.format or row.title
        for outcome in self._read(row, source, path):
            self._note(source, path, outcome)
            yield
            if self._records >= MOST_RECORDS:
                source.cut = True
                return

    def _read(self, row: Format, source: Source, path: Path) -> Iterator[Outcome]:
        if row.name != TABLE:
            return row.read(path, self._labels, source.encoding)
        if not source.is_folder:
            source.names = table.names(path, source.encoding)
        return table.read(path, self._labels, source.encoding, wanted=source.columns)

    def _note(self, source: Source, path: Path, outcome: Outcome) -> None:
        if isinstance(outcome, Record):
            self._records += 1
            self._count(source, outcome)
        elif isinstance(outcome, Notice):
            source.notices.append(outcome)
        elif not self._is_uncertain(source, path):
            source.refusals.append(outcome)

    def _is_uncertain(self, source: Source, path: Path) -> bool:
        """Whether the file was refused only because its encoding has to be asked for; then it is noted."""
        if path.suffix.lower() not in (".txt", *ENCODED) or source.agreed:
            return False
        uncertain = preview(path, self._labels).uncertain
        if uncertain is not None:
            source.uncertain.append((path, uncertain))
        return uncertain is not None

    def _count(self, source: Source, record: Record) -> None:
        source.records += 1
        source.sample = source.sample or record
        article = record.article
        stored = self._store.article(article.id)
        is_new = article.sha256 not in self._seen and (stored is None or stored.sha256 != article.sha256)
        self._seen.add(article.sha256)
        layer = record.layer
        has_layer = layer is not None and self._store.layer(article.id, layer.annotator) is not None
        source.articles += is_new
        source.layers += layer is not None and not has_layer
        source.known += not is_new and (layer is None or has_layer)


def _forget(source: Source) -> None:
    """Look at it again from the start; what the person agreed to stays."""
    uncertain, agreed, columns = source.uncertain, source.agreed, source.columns
    Source.__init__(source, source.path, source.is_folder, agreed=agreed, columns=columns)
    if agreed:
        source.uncertain = uncertain
