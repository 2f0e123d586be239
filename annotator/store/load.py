"""Loading: whole articles and layers into a project, in small transactions that leave room for a person's commits."""

import sqlite3
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

import msgspec

from annotator.core.article import Article
from annotator.core.identity import new_id
from annotator.core.layer import NEW, Annotator, Comment, Decision, Event, Layer, Relation
from annotator.core.record import Record, Refusal
from annotator.core.sentence import Sentence, say
from annotator.core.span import Span
from annotator.store.row import KINDS, from_row, sql_of, to_row
from annotator.store.store import NotKept, Store, now

CHUNK = 200
ALONE, BESIDE = 0.04, 0.005
"""Seconds that one transaction takes up at most (and one record over): alone, and while others are at work."""
AT_WORK = 3.0
"""Seconds for which somebody counts as at work after a commit."""


class Withdrawn(Exception):
    """Something of an import that was to be had whole or not at all was refused."""


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
    whole: bool = False,
) -> Loaded:
    """Take records in, each wholly or not at all; the same text and the same layer twice are recognised.

    `annotator` (a name) puts every layer under that person. A layer that would overwrite other work is refused. Loading
    again after an interruption goes on where it stopped. `whole` takes nothing if anything is refused, in one
    transaction, for which others have to wait. Raises NotKept when the file cannot be written.
    """
    loaded = Loaded()
    batch = _begin(store, kind, source)
    owner = store.keep_annotator(annotator) if annotator else None
    mine = (replace(record, annotator=owner) for record in found) if owner else found
    try:
        for _ in _load_all(store, mine, batch, loaded) if not whole else _load_at_once(store, mine, batch, loaded):
            if on_progress:
                on_progress(loaded.added + loaded.duplicates + len(loaded.refused))
    except Withdrawn:
        loaded = Loaded(refused=loaded.refused)
    report = msgspec.json.encode({"added": loaded.added, "duplicates": loaded.duplicates}).decode()
    with store.writing() as connection:
        connection.execute("UPDATE batch SET state = 'done', report = ? WHERE id = ?", (report, batch))
    return loaded


def _begin(store: Store, kind: str, source: str) -> str:
    batch = new_id()
    with store.writing() as connection:
        connection.execute(
            "INSERT INTO batch (id, kind, source, state, at) VALUES (?, ?, ?, 'running', ?)",
            (batch, kind, source, now()),
        )
    return batch


def _load_all(store: Store, found: Iterable[Record], batch: str, loaded: Loaded) -> Iterator[None]:
    """In short transactions; while somebody else is at work in this file, they get as much time as is taken."""
    version, leave = store.data_version(), 0.0
    for chunk in _chunks(found):
        waiting = deque(chunk)
        while waiting:
            began = time.monotonic()
            _load_some(store, waiting, batch, loaded, BESIDE if began < leave else ALONE)
            if store.data_version() != version:
                version, leave = store.data_version(), began + AT_WORK
            if began < leave:
                time.sleep(time.monotonic() - began)
        yield


def _load_at_once(store: Store, found: Iterable[Record], batch: str, loaded: Loaded) -> Iterator[None]:
    """In one transaction. Raises Withdrawn when something was refused."""
    with store.writing() as connection:
        for record in found:
            _load_whole(connection, record, batch, loaded)
        if loaded.refused:
            raise Withdrawn
    yield


def _chunks(found: Iterable[Record]) -> Iterator[list[Record]]:
    iterator = iter(found)
    while chunk := list(islice(iterator, CHUNK)):
        yield chunk


def _load_some(store: Store, waiting: deque[Record], batch: str, loaded: Loaded, seconds: float) -> None:
    """One transaction with the first of those that wait. Raises NotKept, which says how much is in already."""
    before = loaded.added + loaded.duplicates
    try:
        with store.writing() as connection:
            until = time.monotonic() + seconds
            while waiting and time.monotonic() < until:
                _load_whole(connection, waiting.popleft(), batch, loaded)
    except NotKept as error:
        message = "The import stopped after {count} records. {reason} Import again to go on from there."
        raise NotKept(say(message, count=before, reason=error.sentence)) from error


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
    record = _at_home(record, article_id or record.article.id)
    new_layer = False
    if record.layer and record.annotator:
        new_layer, reason = _place_layer(connection, record, batch)
    if reason:
        loaded.refused.append(Refusal(record.path, record.line, reason))
    new_comments = not reason and _place_comments(connection, record)
    loaded.articles += new_article
    loaded.layers += new_layer
    loaded.spans += len(record.spans) if new_layer else 0
    loaded.added += new_article or new_layer or new_comments
    loaded.duplicates += not (new_article or new_layer or new_comments or reason)


def _place_article(connection: sqlite3.Connection, article: Article, batch: str) -> tuple[str, Sentence | None]:
    """Insert the article ("" is returned), or find the one of the same text (its id), or say why neither can be."""
    insert = sql_of(Article, "batch").insert + " ON CONFLICT DO NOTHING"
    if connection.execute(insert, [*to_row(article), batch]).rowcount:
        return "", None
    same = connection.execute("SELECT id FROM article WHERE sha256 = ?", (article.sha256,)).fetchone()
    if same:
        return same[0], None
    return "", say("the project already has an article “{id}” with another text.", id=article.id)


def _at_home(record: Record, article_id: str) -> Record:
    """The record as it stands in this project: under the project's id of the article and its owner's id."""
    if record.comments and record.article.id != article_id:
        record = replace(record, comments=tuple(replace(c, article=article_id) for c in record.comments))
    if record.layer is None or record.annotator is None:
        return record
    if (record.layer.article, record.layer.annotator) == (article_id, record.annotator.id):
        return record
    return replace(record, layer=replace(record.layer, article=article_id, annotator=record.annotator.id))


def _place_layer(connection: sqlite3.Connection, record: Record, batch: str) -> tuple[bool, Sentence | None]:
    """Insert the layer with all that hangs on it, unless it is here already or would overwrite other work.

    Raises sqlite3.IntegrityError when an id belongs to other work.
    """
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
    more = [len(record.spans), record.updated_at or now(), batch]
    connection.execute(sql_of(Layer, "spans", "updated_at", "batch").insert, [*to_row(layer), *more])
    hanging: tuple[tuple[type, Sequence[Any]], ...] = (
        (Span, record.spans), (Event, record.events), (Relation, record.relations), (Decision, record.decisions)
    )  # fmt: skip
    for kind, rows in hanging:
        if rows:
            connection.executemany(sql_of(kind).insert, map(to_row, rows))
    return True, None


def keep_frozen(connection: sqlite3.Connection, record: Record, batch: str | None = None) -> bool:
    """Insert a frozen layer, named by its content, with its rows, unless it is here; whether it was not.

    In the transaction that is open. Remarks stay where they were made.
    """
    layer = record.layer
    assert layer is not None
    sql = sql_of(Layer, "sha256", "spans", "updated_at", "batch").insert + " ON CONFLICT (id) DO NOTHING"
    if not connection.execute(sql, [*to_row(layer), layer.id, len(record.spans), record.updated_at, batch]).rowcount:
        return False
    hanging: tuple[tuple[type, Sequence[Any]], ...] = (
        (Span, record.spans), (Event, record.events), (Relation, record.relations), (Decision, record.decisions)
    )  # fmt: skip
    for kind, rows in hanging:
        connection.executemany(sql_of(kind).insert, map(to_row, rows))
    return True


def _place_comments(connection: sqlite3.Connection, record: Record) -> bool:
    """Insert the comments that the article does not have yet; whether there were any.

    Raises sqlite3.IntegrityError when an id belongs to another article's.
    """
    if not record.comments:
        return False
    sql = "SELECT id FROM comment WHERE article = ?"
    known = {row[0] for row in connection.execute(sql, (record.comments[0].article,))}
    fresh = [comment for comment in record.comments if comment.id not in known]
    connection.executemany(sql_of(Comment).insert, map(to_row, fresh))
    return bool(fresh)


def _place_annotator(connection: sqlite3.Connection, annotator: Annotator) -> None:
    connection.execute(
        "INSERT INTO annotator (id, name, alias_of) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING",
        (annotator.id, annotator.name, annotator.alias_of),
    )


def _standing_layers(connection: sqlite3.Connection, layer: Layer) -> list[Layer]:
    """The layers that stand where this one would: the same person's on the same article, of its id or of its kind.

    Gold is nobody's: an article has one, whoever made it.
    """
    sql = f"SELECT {sql_of(Layer).columns} FROM layer WHERE article = ? AND (annotator = ? OR kind = 'gold')"
    sql += " AND (id = ? OR (kind = ? AND pass = ? AND kind IN ('work', 'gold')))"
    values = (layer.article, layer.annotator, layer.id, layer.kind, layer.pass_number)
    return [from_row(Layer, row) for row in connection.execute(sql, values).fetchall()]


def _only_looked_at(connection: sqlite3.Connection, layer: Layer) -> bool:
    """Whether the annotator has done nothing there, and has nothing to undo or redo there."""
    if layer.status != NEW or _content(connection, layer)[1]:
        return False
    logged = "SELECT 1 FROM change WHERE author = ? AND article = ? LIMIT 1"
    remarked = "SELECT 1 FROM comment WHERE layer = ? LIMIT 1"
    return not (
        connection.execute(logged, (layer.annotator, layer.article)).fetchone()
        or connection.execute(remarked, (layer.id,)).fetchone()
    )


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
