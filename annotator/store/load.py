"""Loading: whole articles and layers into a project, in small transactions that leave room for a person's commits."""

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

import msgspec

from annotator.core.article import Article
from annotator.core.identity import new_id
from annotator.core.layer import GOLD, NEW, WORK, Annotator, Decision, Event, Layer, Relation
from annotator.core.record import Record, Refusal
from annotator.core.sentence import Sentence, say
from annotator.core.span import Span
from annotator.store.row import KINDS, from_row, sql_of, to_row
from annotator.store.store import NotKept, Store, now

CHUNK = 200


@dataclass(slots=True)
class Loaded:
    """What came in: records that brought something, records that brought nothing new, and what was refused."""

    added: int = 0
    duplicates: int = 0
    articles: int = 0
    layers: int = 0
    spans: int = 0
    refused: list[Refusal] = field(default_factory=list)


def load(
    store: Store,
    found: Iterable[Record],
    source: str,
    annotator: str | None = None,
    kind: str = "import",
    on_progress: Callable[[int], None] | None = None,
) -> Loaded:
    """Take records in, each wholly or not at all; the same text and the same layer twice are recognised.

    `annotator` (a name) puts every layer under that person. A layer that would overwrite other work is refused. Loading
    again after an interruption goes on where it stopped. Raises NotKept when the file cannot be written.
    """
    loaded = Loaded()
    batch = new_id()
    with store.writing() as connection:
        connection.execute(
            "INSERT INTO batch (id, kind, source, state, at) VALUES (?, ?, ?, 'running', ?)",
            (batch, kind, source, now()),
        )
    owner = store.keep_annotator(annotator) if annotator else None
    version = store.data_version()
    for chunk in _chunks(found):
        began = time.monotonic()
        _load_chunk(store, [replace(record, annotator=owner) for record in chunk] if owner else chunk, batch, loaded)
        if on_progress:
            on_progress(loaded.added + loaded.duplicates + len(loaded.refused))
        if store.data_version() != version:
            # Somebody is at work in this file: leave them as much time as was taken.
            time.sleep(time.monotonic() - began)
            version = store.data_version()
    with store.writing() as connection:
        report = msgspec.json.encode({"added": loaded.added, "duplicates": loaded.duplicates}).decode()
        connection.execute("UPDATE batch SET state = 'done', report = ? WHERE id = ?", (report, batch))
    return loaded


def _chunks(found: Iterable[Record]) -> Iterator[list[Record]]:
    iterator = iter(found)
    while chunk := list(islice(iterator, CHUNK)):
        yield chunk


def _load_chunk(store: Store, chunk: list[Record], batch: str, loaded: Loaded) -> None:
    """One transaction. Raises NotKept, which says how much is in already."""
    before = loaded.added + loaded.duplicates
    try:
        with store.writing() as connection:
            for record in chunk:
                _load_whole(connection, record, batch, loaded)
    except NotKept as error:
        message = "The import stopped after {count} records. {reason} Import again to go on from there."
        raise NotKept(say(message, count=before, reason=str(error))) from error


def _load_whole(connection: sqlite3.Connection, record: Record, batch: str, loaded: Loaded) -> None:
    """One record, or nothing of it: ids that other work in the project already has are its refusal, not the batch's."""
    connection.execute("SAVEPOINT record")
    try:
        _load_one(connection, record, batch, loaded)
    except sqlite3.IntegrityError:
        connection.execute("ROLLBACK TO record")
        reason = say("an id in it already belongs to other work in the project.")
        loaded.refused.append(Refusal(record.path, record.line, reason))
    connection.execute("RELEASE record")


def _load_one(connection: sqlite3.Connection, record: Record, batch: str, loaded: Loaded) -> None:
    article_id, reason = _place_article(connection, record.article, batch)
    if reason:
        loaded.refused.append(Refusal(record.path, record.line, reason))
        return
    new_article = article_id == ""
    article_id = article_id or record.article.id
    new_layer = False
    if record.layer and record.annotator:
        new_layer, reason = _place_layer(connection, _at_home(record, article_id), batch)
    if reason:
        loaded.refused.append(Refusal(record.path, record.line, reason))
    loaded.articles += new_article
    loaded.layers += new_layer
    loaded.spans += len(record.spans) if new_layer else 0
    loaded.added += new_article or new_layer
    loaded.duplicates += not (new_article or new_layer or reason)


def _place_article(connection: sqlite3.Connection, article: Article, batch: str) -> tuple[str, Sentence | None]:
    """Insert the article ("" is returned), or find the one of the same text (its id), or say why neither can be."""
    same = connection.execute("SELECT id FROM article WHERE sha256 = ?", (article.sha256,)).fetchone()
    if same:
        return same[0], None
    if connection.execute("SELECT 1 FROM article WHERE id = ?", (article.id,)).fetchone():
        return "", say("the project already has an article “{id}” with another text.", id=article.id)
    cursor = connection.execute(sql_of(Article).insert, to_row(article))
    connection.execute("UPDATE article SET batch = ? WHERE n = ?", (batch, cursor.lastrowid))
    return "", None


def _at_home(record: Record, article_id: str) -> Record:
    """The record as it stands in this project: under the project's id of the article and its owner's id."""
    assert record.layer is not None
    assert record.annotator is not None
    layer = replace(record.layer, article=article_id, annotator=record.annotator.id)
    comments = tuple(replace(c, article=article_id, layer=c.layer or layer.id) for c in record.comments)
    return replace(record, layer=layer, comments=comments)


def _place_layer(connection: sqlite3.Connection, record: Record, batch: str) -> tuple[bool, Sentence | None]:
    """Insert the layer with all that hangs on it, unless it is here already or would overwrite other work."""
    layer, annotator = record.layer, record.annotator
    assert layer is not None
    assert annotator is not None
    _place_annotator(connection, annotator)
    for standing in _standing_layers(connection, layer):
        if _content(connection, standing) == _content_of(record):
            return False, None
        if not _only_looked_at(connection, standing):
            message = "{name} already has other work on this article; it was not overwritten."
            return False, say(message, name=annotator.name)
        connection.execute("DELETE FROM layer WHERE id = ?", (standing.id,))
    rows: tuple[Any, ...] = (*record.spans, *record.events, *record.relations, *record.comments, *record.decisions)
    for row in (layer, *rows):
        kind: Any = type(row)
        connection.execute(sql_of(kind).insert, to_row(row))
    connection.execute(
        "UPDATE layer SET spans = ?, updated_at = ?, batch = ? WHERE id = ?",
        (len(record.spans), record.updated_at or now(), batch, layer.id),
    )
    return True, None


def _place_annotator(connection: sqlite3.Connection, annotator: Annotator) -> None:
    connection.execute(
        "INSERT INTO annotator (id, name, alias_of) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING",
        (annotator.id, annotator.name, annotator.alias_of),
    )


def _standing_layers(connection: sqlite3.Connection, layer: Layer) -> list[Layer]:
    """The layers that stand where this one would: of the same id, or the same person's work on the same article."""
    sql = f"SELECT {sql_of(Layer).columns} FROM layer WHERE id = ?"
    values: list[object] = [layer.id]
    if layer.kind in (WORK, GOLD):
        sql += " OR (article = ? AND annotator = ? AND kind = ? AND pass = ?)"
        values += [layer.article, layer.annotator, layer.kind, layer.pass_number]
    return [from_row(Layer, row) for row in connection.execute(sql, values).fetchall()]


def _only_looked_at(connection: sqlite3.Connection, layer: Layer) -> bool:
    logged = connection.execute("SELECT 1 FROM change WHERE article = ? LIMIT 1", (layer.article,)).fetchone()
    return layer.status == NEW and not _content(connection, layer)[1] and not logged


Content = tuple[object, ...]


def _content_of(record: Record) -> Content:
    assert record.layer is not None
    rows = (record.spans, record.events, record.relations, record.decisions)
    return (record.layer, frozenset(row for some in rows for row in some))


def _content(connection: sqlite3.Connection, layer: Layer) -> Content:
    """A layer and the set of rows that hang on it, for comparing what is kept with what comes."""
    rows = []
    for kind in (Span, Event, Relation, Decision):
        sql = f"SELECT {sql_of(kind).columns} FROM {KINDS[kind].table} WHERE layer = ?"
        found = connection.execute(sql, (layer.id,))
        rows += [from_row(kind, row) for row in found]
    return (layer, frozenset(rows))
