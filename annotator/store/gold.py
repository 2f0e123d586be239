"""Gold as the project keeps it: one layer per article that reviews change, and frozen, numbered ones that stay."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any, TypeVar

from annotator.core.identity import new_id
from annotator.core.layer import DONE, GOLD, GOLD_FINAL, Decision, Event, Layer
from annotator.core.record import Record
from annotator.core.review import Gold
from annotator.core.seal import seal, sealed
from annotator.core.span import Span, reading_order
from annotator.store.load import keep_frozen
from annotator.store.records import records_at, snapshot
from annotator.store.row import KINDS, from_row, sql_of
from annotator.store.store import Store, make_layer, now

Kept = TypeVar("Kept", Span, Event, Decision)


def gold_layer(store: Store, article: str) -> Layer | None:
    """The gold layer of an article, whoever opened it."""
    sql = f"SELECT {sql_of(Layer).columns} FROM layer WHERE article = ? AND kind = ? AND pass = 1 ORDER BY n LIMIT 1"
    row = store.connection.execute(sql, (article, GOLD)).fetchone()
    return from_row(Layer, row) if row else None


def open_gold(store: Store, articles: Iterable[str], reviewer: str) -> list[Gold]:
    """The gold of these articles, made where there is none yet: before the first decision there must be a layer.

    It stands under the id of the reviewer who opened it, and is nobody's work. Raises NotKept.
    """
    wanted = list(articles)
    missing = [article for article in wanted if gold_layer(store, article) is None]
    if missing:
        version = store.scheme().version
        with store.writing() as connection:
            for article in missing:
                if gold_layer(store, article) is None:
                    layer = Layer(new_id(), article, reviewer, kind=GOLD, scheme=version)
                    make_layer(connection, layer)
    return [gold for article in wanted if (gold := read_gold(store, article)) is not None]


def read_gold(store: Store, article: str) -> Gold | None:
    """The gold of an article as it stands; None where nobody has begun."""
    with snapshot(store):
        layer = gold_layer(store, article)
        if layer is None:
            return None
        return Gold(
            layer,
            tuple(reading_order(_hanging(store, Span, layer.id))),
            tuple(_hanging(store, Event, layer.id)),
            tuple(_hanging(store, Decision, layer.id)),
        )


def _hanging(store: Store, kind: type[Kept], layer: str) -> list[Kept]:
    value: Any = kind
    sql = f"SELECT {sql_of(value).columns} FROM {KINDS[value].table} WHERE layer = ? ORDER BY id"
    return [from_row(value, row) for row in store.connection.execute(sql, (layer,))]


def known_as(store: Store, reviewer: str) -> tuple[str, ...]:
    """All the ids of one person, under any of which they may have annotated what they now review."""
    sql = """SELECT id FROM annotator WHERE ifnull(alias_of, id) =
        (SELECT ifnull(alias_of, id) FROM annotator WHERE id = ?) ORDER BY id"""
    return tuple(row[0] for row in store.connection.execute(sql, (reviewer,)))


# ---------------------------------------------------------------- final gold


def freeze_gold(store: Store, articles: Collection[str]) -> int:
    """Freeze the gold of these articles, each under its next number, unless it is frozen as it is; how many were.

    Which articles are complete is for the caller to know. All of it in one transaction. Raises NotKept.
    """
    with store.writing() as connection:
        return sum(keep_frozen(connection, record) for record in _fresh(store, articles))


def final_numbers(store: Store) -> dict[str, int]:
    """The number of the newest frozen gold of each article that has any."""
    sql = "SELECT article, max(pass) FROM layer WHERE kind = ? GROUP BY article"
    return dict(store.connection.execute(sql, (GOLD_FINAL,)))


def changed_since_frozen(store: Store, articles: Collection[str]) -> set[str]:
    """Those of the articles whose gold is not frozen as it is."""
    with snapshot(store):
        return {record.article.id for record in _fresh(store, articles)}


def final_number(record: Record) -> int:
    """The number of a frozen gold layer, from 1 for each article."""
    return record.layer.pass_number if record.layer else 0


def _fresh(store: Store, articles: Collection[str]) -> list[Record]:
    found = list(records_at(store, sorted(articles), (GOLD, GOLD_FINAL)))
    last = {record.article.id: record for record in sorted(found, key=final_number) if _is(record, GOLD_FINAL)}
    fresh = []
    for record in found:
        if _is(record, GOLD):
            standing = last.get(record.article.id)
            number = final_number(standing) if standing else 0
            if standing is None or seal(_final(record, number), timed=False) != seal(standing, timed=False):
                fresh.append(sealed(_final(record, number + 1)))
    return fresh


def _is(record: Record, kind: str) -> bool:
    return record.layer is not None and record.layer.kind == kind


def _final(record: Record, number: int) -> Record:
    """The gold as it is frozen under a number. Its decisions are copies, with the number behind their ids."""
    layer = record.layer
    assert layer is not None
    decisions = (replace(one, id=_numbered(one.id, number)) for one in record.decisions)
    spans = (replace(one, decision=_numbered(one.decision, number)) if one.decision else one for one in record.spans)
    return replace(
        record,
        layer=replace(layer, kind=GOLD_FINAL, pass_number=number, status=DONE),
        updated_at=record.updated_at or now(),
        spans=tuple(spans),
        decisions=tuple(decisions),
        comments=(),
    )


def _numbered(decision: str, number: int) -> str:
    return f"{decision}.{number}"
