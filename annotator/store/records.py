"""Records out of a project: one per article and layer, streamed in a fixed order under one snapshot."""

from collections import defaultdict
from collections.abc import Collection, Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from annotator.core.article import Article
from annotator.core.identity import is_id
from annotator.core.layer import GOLD, NEW, WORK, Annotator, Comment, Decision, Event, Layer, Relation
from annotator.core.record import Record
from annotator.core.span import Span
from annotator.store.row import KINDS, from_row, reader_of, sql_of
from annotator.store.store import Store

CHUNK = 200
DEFAULT_KINDS = (WORK, GOLD)
MOST_DIGITS = 19
ORDERS: dict[type, str] = {Span: "layer, start, end, id"}


def records(
    store: Store, annotators: Collection[str] | None = None, kinds: Sequence[str] = DEFAULT_KINDS
) -> Generator[Record, None, None]:
    """Every article with each of its layers of these kinds, by article and annotator id; all from one moment in time.

    `annotators` (names) leaves the other layers out, and with them articles that those have not worked on. Without it,
    an article nobody has worked on comes once, without a layer. A layer that was only looked at does not count.
    """
    with snapshot(store):
        last = 0
        while chunk := _articles_after(store, last):
            last = chunk[-1][0]
            yield from _records_of(store, [article for _, article in chunk], annotators, kinds)


def records_at(store: Store, article_ids: Sequence[str], kinds: Sequence[str] = DEFAULT_KINDS) -> Iterator[Record]:
    """What `records` says of these articles, in the order of their ids, a few at a time. Ask inside a snapshot."""
    order = sorted(article_ids)
    for begin in range(0, len(order), CHUNK):
        some = order[begin : begin + CHUNK]
        sql = f"SELECT {sql_of(Article).columns} FROM article WHERE id IN ({_marks(some)}) ORDER BY id"
        articles = [from_row(Article, row) for row in store.connection.execute(sql, some)]
        yield from _records_of(store, articles, None, kinds)


@contextmanager
def snapshot(store: Store) -> Iterator[None]:
    """One moment in time for everything that is read inside, however often; one inside another is the outer one."""
    if store.connection.in_transaction:
        yield
        return
    store.connection.execute("BEGIN")
    try:
        yield
    finally:
        if store.connection.in_transaction:
            store.connection.execute("ROLLBACK")


def _articles_after(store: Store, last: int) -> list[tuple[int, Article]]:
    sql = f"SELECT n, {sql_of(Article).columns} FROM article WHERE n > ? AND withdrawn = 0 ORDER BY n LIMIT {CHUNK}"
    read = reader_of(Article)
    return [(n, read(row)) for n, *row in store.connection.execute(sql, (last,))]


def _records_of(
    store: Store, articles: list[Article], annotators: Collection[str] | None, kinds: Sequence[str]
) -> Iterator[Record]:
    layers = _layers_of(store, [article.id for article in articles], annotators, kinds)
    layer_ids = [layer.id for found in layers.values() for layer, _, _ in found]
    hanging = {kind: _rows_of(store, kind, layer_ids) for kind in (Span, Event, Relation, Comment, Decision)}
    free = _free_comments(store, [article.id for article in articles])
    scheme_id = store.scheme().id
    for article in articles:
        remarks = free.pop(article.id, ())
        worked_on = [row for row in layers[article.id] if _worked_on(row[0], hanging)]
        for layer, annotator, updated_at in worked_on:
            parts = {kind: rows[layer.id] for kind, rows in hanging.items()}
            yield Record(
                article,
                layer,
                annotator,
                scheme_id,
                updated_at,
                spans=tuple(parts[Span]),
                events=tuple(parts[Event]),
                relations=tuple(parts[Relation]),
                comments=(*remarks, *parts[Comment]),
                decisions=tuple(parts[Decision]),
            )
            remarks = ()
        if annotators is None and not worked_on:
            yield Record(article, comments=remarks)


def _worked_on(layer: Layer, hanging: Mapping[Any, dict[str, list[Any]]]) -> bool:
    return layer.status != NEW or any(rows[layer.id] for rows in hanging.values())


def _layers_of(
    store: Store, article_ids: list[str], annotators: Collection[str] | None, kinds: Sequence[str]
) -> dict[str, list[tuple[Layer, Annotator, str]]]:
    sql = f"""SELECT {sql_of(Layer).columns}, layer.updated_at, annotator.id, annotator.name, annotator.alias_of
        FROM layer JOIN annotator ON annotator.id = layer.annotator
        WHERE layer.article IN ({_marks(article_ids)}) AND layer.kind IN ({_marks(kinds)})
        ORDER BY layer.kind, layer.annotator, layer.pass, layer.n"""
    result: dict[str, list[tuple[Layer, Annotator, str]]] = defaultdict(list)
    read = reader_of(Layer)
    for *row, updated_at, annotator_id, name, alias_of in store.connection.execute(sql, [*article_ids, *kinds]):
        if annotators is None or name in annotators:
            layer: Layer = read(row)
            result[layer.article].append((layer, Annotator(annotator_id, name, alias_of), updated_at))
    return result


def _rows_of(store: Store, kind: type, layer_ids: list[str]) -> dict[str, list[Any]]:
    """The rows that hang on these layers, by layer, each list in order of id, spans in that of the text."""
    result: dict[str, list[Any]] = defaultdict(list)
    for begin in range(0, len(layer_ids), CHUNK):
        some = layer_ids[begin : begin + CHUNK]
        table, columns = KINDS[kind].table, sql_of(kind).columns
        sql = f"SELECT {columns} FROM {table} WHERE layer IN ({_marks(some)}) ORDER BY {ORDERS.get(kind, 'layer, id')}"
        read = reader_of(kind)
        for row in store.connection.execute(sql, some):
            value = read(row)
            result[value.layer].append(value)
    return result


def _free_comments(store: Store, article_ids: list[str]) -> dict[str, tuple[Comment, ...]]:
    """The comments on each article as such; they travel with the first record of it."""
    sql = f"SELECT {sql_of(Comment).columns} FROM comment WHERE article IN ({_marks(article_ids)}) AND layer IS NULL"
    result: dict[str, tuple[Comment, ...]] = {}
    for row in store.connection.execute(sql + " ORDER BY id", article_ids):
        comment: Comment = from_row(Comment, row)
        result[comment.article] = (*result.get(comment.article, ()), comment)
    return result


def _marks(values: Sequence[str]) -> str:
    return ",".join("?" * len(values))


def records_of(store: Store, article: str) -> list[Record]:
    """Everybody's records of one article, named by its public id or by its local number; empty if there is none."""
    sql = f"SELECT {sql_of(Article).columns} FROM article WHERE id = ? OR (n = ? AND ? NOT IN (SELECT id FROM article))"
    if not is_id(article) and not article.isdecimal():
        return []
    number = int(article) if article.isdecimal() and len(article) < MOST_DIGITS else -1
    row = store.connection.execute(sql, (article, number, article)).fetchone()
    return list(_records_of(store, [from_row(Article, row)], None, DEFAULT_KINDS)) if row else []
