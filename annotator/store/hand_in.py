"""Handing in: finished work is frozen as layers of its own, which nobody edits; a newer hand-in supersedes."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import groupby

from annotator.core.identity import new_id
from annotator.core.layer import DONE, HANDED_IN, WORK, Annotator, Comment, Layer
from annotator.core.record import Record
from annotator.core.seal import seal, sealed
from annotator.store.load import keep_frozen
from annotator.store.records import records, records_at, snapshot
from annotator.store.row import from_row, sql_of
from annotator.store.store import Store, now

MOMENT = "%Y-%m-%dT%H:%M:%SZ"
SENDING, SENT = "running", "done"
"""The state of a hand-in's batch: frozen here, and since when it is known to stand in a bundle."""


@dataclass(frozen=True, slots=True)
class Ready:
    """What one annotator could hand in: articles finished and not handed in as they are now, and those not finished."""

    annotator: Annotator
    changed: int
    unfinished: int


def ready(store: Store) -> list[Ready]:
    """For everybody with work here, what a hand-in would hold; also what was frozen and never reached a bundle."""
    with snapshot(store):
        fresh = [record.annotator for record in fresh_hand_ins(store)]
        waiting = [layer.annotator for layer, _ in _unsent(store)]
        begun = unfinished_counts(store)
        ids = [*(person.id for person in fresh if person), *waiting]
        return [
            Ready(person, ids.count(person.id), begun.get(person.id, 0))
            for person in store.annotators()
            if person.id in ids or person.id in begun
        ]


def unfinished_counts(store: Store) -> dict[str, int]:
    """How many articles each annotator (by id) has begun and neither finished nor skipped."""
    sql = """SELECT annotator, count(*) FROM layer JOIN article ON article.id = layer.article
        WHERE kind = 'work' AND status = 'started' AND withdrawn = 0 GROUP BY annotator"""
    return dict(store.connection.execute(sql).fetchall())


def fresh_hand_ins(store: Store, people: Collection[str] | None = None) -> Iterator[Record]:
    """Finished work as frozen records, wherever it is not what its annotator handed in last; `people` are ids.

    The same work gives the same records each time. Their moment is that of the work's last change, or behind the last
    hand-in where a clock was wrong.
    """
    found = records(store, None, (WORK, HANDED_IN))
    try:
        for _, group in groupby(found, key=lambda record: record.article.id):
            yield from _fresh_of(list(group), people)
    finally:
        found.close()


def _fresh_of(found: list[Record], people: Collection[str] | None) -> Iterator[Record]:
    """Of one article."""
    for record in found:
        layer = record.layer
        if layer is None or layer.kind != WORK or layer.status != DONE:
            continue
        if people is not None and layer.annotator not in people:
            continue
        frozen = _frozen(record, layer)
        last = max((other for other in found if _is_same_task(other, layer)), key=age, default=None)
        if last is None:
            yield sealed(frozen)
        elif seal(frozen, timed=False) != seal(last, timed=False):
            yield sealed(replace(frozen, updated_at=max(frozen.updated_at, _behind(last.updated_at))))


def _frozen(record: Record, layer: Layer) -> Record:
    return replace(record, layer=replace(layer, kind=HANDED_IN), updated_at=record.updated_at or now(), comments=())


def _is_same_task(record: Record, layer: Layer) -> bool:
    other = record.layer
    return other is not None and (other.kind, other.annotator, other.pass_number) == (
        HANDED_IN, layer.annotator, layer.pass_number
    )  # fmt: skip


def age(record: Record) -> tuple[str, str]:
    """Which of two hand-ins of the same task is the newer one."""
    return record.updated_at, record.layer.id if record.layer else ""


def _behind(moment: str) -> str:
    """The next second."""
    try:
        at = datetime.strptime(moment, MOMENT).replace(tzinfo=UTC)
    except ValueError:
        return now()
    return (at + timedelta(seconds=1)).strftime(MOMENT)


def hand_in(store: Store, people: Collection[str] | None = None) -> int:
    """Freeze everybody's (or these ids') finished work that is not handed in as it is; how many layers that made.

    All of it in one transaction, or none. Raises NotKept.
    """
    with store.writing() as connection:
        batches: dict[str, str] = {}
        count = 0
        for record in fresh_hand_ins(store, people):
            assert record.layer is not None
            who = record.layer.annotator
            if who not in batches:
                batches[who] = new_id()
                connection.execute(
                    "INSERT INTO batch (id, kind, source, state, at) VALUES (?, 'hand_in', ?, ?, ?)",
                    (batches[who], who, SENDING, now()),
                )
            keep_frozen(connection, record, batches[who])
            count += 1
    return count


def newest_hand_ins(store: Store, people: Collection[str] | None = None) -> list[tuple[Layer, str]]:
    """Each annotator's newest hand-in of each article and pass, with its moment."""
    sql = f"""SELECT {sql_of(Layer).columns}, updated_at FROM layer WHERE kind = 'handed_in'
        ORDER BY article, annotator, pass, updated_at, id"""
    newest: dict[tuple[str, str, int], tuple[Layer, str]] = {}
    for *row, moment in store.connection.execute(sql):
        layer: Layer = from_row(Layer, row)
        if people is None or layer.annotator in people:
            newest[layer.article, layer.annotator, layer.pass_number] = layer, moment
    return list(newest.values())


def _unsent(store: Store, people: Collection[str] | None = None) -> list[tuple[Layer, str]]:
    """What was frozen here and is not known to stand in a bundle, as layers and their batches."""
    sql = f"""SELECT {sql_of(Layer).columns}, batch.id FROM layer JOIN batch ON batch.id = layer.batch
        WHERE batch.kind = 'hand_in' AND batch.state = ? ORDER BY layer.n"""
    rows = [(from_row(Layer, row), batch) for *row, batch in store.connection.execute(sql, (SENDING,))]
    return [(layer, batch) for layer, batch in rows if people is None or layer.annotator in people]


def newest_ids(store: Store) -> frozenset[str]:
    """The ids of the hand-ins that count: each annotator's newest of each article and pass."""
    return frozenset(layer.id for layer, _ in newest_hand_ins(store))


def to_send(store: Store, people: Collection[str] | None = None, everything: bool = False) -> list[str]:
    """The ids of the frozen layers that a bundle is to hold: those that no bundle holds yet, or everybody's newest."""
    found = newest_hand_ins(store, people) if everything else _unsent(store, people)
    return [layer.id for layer, _ in found]


def mark_sent(store: Store, people: Collection[str] | None, source: str, sha256: str) -> None:
    """Remember that what was frozen stands in a bundle of this name and hash. Raises NotKept."""
    batches = sorted({batch for _, batch in _unsent(store, people)})
    if batches:
        with store.writing() as connection:
            connection.executemany(
                "UPDATE batch SET state = ?, source = ?, sha256 = ? WHERE id = ?",
                [(SENT, source, sha256, batch) for batch in batches],
            )


def frozen_records(store: Store, layer_ids: Collection[str], kinds: Sequence[str] = (HANDED_IN,)) -> Iterator[Record]:
    """These frozen layers as records with their authors' remarks, by the articles' ids and their own.

    So the same layers are always the same lines, in whatever order they came in. Ask inside a snapshot.
    """
    wanted = set(layer_ids)
    rows = store.connection.execute("SELECT id, article FROM layer")
    articles = sorted({article for layer, article in rows if layer in wanted})
    for _, group in groupby(records_at(store, articles, kinds), key=lambda record: record.article.id):
        for record in sorted(group, key=_layer_id):
            if _layer_id(record) in wanted:
                yield replace(record, comments=_own_remarks(store, record))


def _layer_id(record: Record) -> str:
    return record.layer.id if record.layer else ""


def _own_remarks(store: Store, record: Record) -> tuple[Comment, ...]:
    """What the layer's annotator has said about the article, and about this work, tied to the frozen layer."""
    layer = record.layer
    assert layer is not None
    sql = f"""SELECT {sql_of(Comment).columns} FROM comment LEFT JOIN layer ON layer.id = comment.layer
        WHERE comment.article = ? AND comment.author = ? AND ifnull(layer.pass, ?) = ? ORDER BY at, comment.id"""
    values = (record.article.id, layer.annotator, layer.pass_number, layer.pass_number)
    remarks: Iterable[Comment] = (from_row(Comment, row) for row in store.connection.execute(sql, values))
    return tuple(replace(remark, layer=layer.id if remark.layer else None) for remark in remarks)
