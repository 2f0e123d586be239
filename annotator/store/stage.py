"""The stage: frozen layers on their way in lie in a file of their own, which nobody else sees and SQLite removes."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from annotator.core.article import Article
from annotator.core.bundle import Bundle
from annotator.core.layer import Comment, Decision, Event, Layer, Relation
from annotator.core.record import Record
from annotator.core.span import Span
from annotator.store.row import KINDS, sql_of, to_row
from annotator.store.store import NotKept, Store, why_not_kept

HANGING: tuple[type, ...] = (Span, Event, Relation, Decision)
_MORE: dict[type, tuple[str, ...]] = {
    Article: ("bundle",),
    Layer: ("spans", "updated_at", "text_sha256", "bundle"),
    Comment: ("text_sha256", "bundle"),
}
MANY = 500


@contextmanager
def stage(store: Store) -> Iterator["Stage"]:
    """A stage beside the project, gone at the end. Raises NotKept when there is no room for it."""
    connection = store.connection
    try:
        connection.execute("ATTACH '' AS incoming")
        try:
            _prepare(connection)
            yield Stage(connection)
        finally:
            connection.execute("DETACH incoming")
    except sqlite3.Error as error:
        raise NotKept(why_not_kept(error)) from error


def _prepare(connection: sqlite3.Connection) -> None:
    for kind in (Article, Layer, Comment, *HANGING):
        columns = [f'"{name}"' for name in _columns(kind)]
        connection.execute(f"CREATE TABLE incoming.{KINDS[kind].table} ({', '.join(columns)})")
    connection.execute("CREATE TABLE incoming.home (sha256 PRIMARY KEY, article) WITHOUT ROWID")
    connection.execute("CREATE TABLE incoming.version (bundle, number, ours, PRIMARY KEY (bundle, number))")


def _columns(kind: type) -> list[str]:
    insert = sql_of(kind, *_MORE.get(kind, ())).insert
    return [name.strip(' "') for name in insert[insert.index("(") + 1 : insert.index(")")].split(",")]


def columns_of(kind: type) -> str:
    """The columns of a kind of row, as both sides have them."""
    more = _MORE.get(kind, ())
    return ", ".join(f'"{name}"' for name in _columns(kind) if name not in more)


class Stage:
    """Takes records up; each layer and each article once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._layers: set[str] = set()
        self._articles: set[tuple[str, str]] = set()
        self._waiting: dict[type, list[list[Any]]] = {kind: [] for kind in (Article, Layer, Comment, *HANGING)}

    def take(self, number: int, bundle: Bundle, on_record: Callable[[], None]) -> None:
        """All records of one bundle, or nothing of it. Raises what reading them raises."""
        before = set(self._layers), set(self._articles)
        self._connection.execute("BEGIN")
        try:
            for record in bundle.records():
                self._add(record, number)
                on_record()
            self._flush()
        except BaseException:
            self._connection.execute("ROLLBACK")
            self._layers, self._articles = before
            for rows in self._waiting.values():
                rows.clear()
            raise
        self._connection.execute("COMMIT")

    def _add(self, record: Record, number: int) -> None:
        article, layer, waiting = record.article, record.layer, self._waiting
        if (article.sha256, article.id) not in self._articles:
            self._articles.add((article.sha256, article.id))
            waiting[Article].append([*to_row(article), number])
        waiting[Comment] += ([*to_row(remark), article.sha256, number] for remark in record.comments)
        if layer is not None and layer.id not in self._layers:
            self._layers.add(layer.id)
            more = [len(record.spans), record.updated_at, article.sha256, number]
            waiting[Layer].append([*to_row(layer), *more])
            hanging: Sequence[Sequence[Any]] = (record.spans, record.events, record.relations, record.decisions)
            for kind, rows in zip(HANGING, hanging, strict=True):
                waiting[kind] += map(_span_row if kind is Span else to_row, rows)
        if len(waiting[Layer]) >= MANY:
            self._flush()

    def _flush(self) -> None:
        for kind, rows in self._waiting.items():
            insert = sql_of(kind, *_MORE.get(kind, ())).insert
            self._connection.executemany(insert.replace("INSERT INTO ", "INSERT INTO incoming.", 1), rows)
            rows.clear()


def _span_row(span: Span) -> list[Any]:
    """What `to_row` gives, without a detour for spans of one piece and no attributes, as almost all are."""
    if len(span.fragments) > 1 or span.attributes:
        return to_row(span)
    ((start, end),) = span.fragments
    cells = [span.layer, span.id, span.label, f"[[{start},{end}]]", "[]", span.note, span.origin, span.source]
    return [*cells, span.score, span.decision, start, end]
