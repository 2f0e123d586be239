"""Cells: whether every value in the file is of the kind that its column holds, so that rows can be read at all."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from annotator.core.sentence import Sentence, say
from annotator.store import migrations
from annotator.store.row import BY_TABLE, Damaged, edits_from_json, from_row, sql_of
from annotator.store.store import Store

TYPES: dict[str, tuple[type, ...]] = {"TEXT": (str,), "INTEGER": (int,), "REAL": (float, int), "BLOB": (bytes,)}


def check_cells(store: Store) -> Iterator[Sentence]:
    """A sentence for each row of our tables that holds what the program never writes there."""
    schema = migrations.expected_schema(len(migrations.STEPS))
    tables = [name for name, statement in schema.items() if statement.startswith("CREATE TABLE")]
    with _any_bytes(store.connection):
        for table in tables:
            yield from _check_table(store.connection, table)


@contextmanager
def _any_bytes(connection: sqlite3.Connection) -> Iterator[None]:
    """Within, text that is not UTF-8 is read with its bytes escaped instead of not at all."""
    before = connection.text_factory
    connection.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")
    try:
        yield
    finally:
        connection.text_factory = before


def _check_table(connection: sqlite3.Connection, table: str) -> Iterator[Sentence]:
    columns = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
    is_damaged = False
    for rowid, *cells in connection.execute(f'SELECT rowid, * FROM "{table}"'):
        for (_, name, kind, is_needed, _, is_key), cell in zip(columns, cells, strict=False):
            if not _fits(cell, kind, bool(is_needed or is_key)):
                is_damaged = True
                message = "Row {row} of “{table}” is damaged: “{column}” does not hold what it should."
                yield say(message, row=str(rowid), table=table, column=name)
    if not is_damaged:
        yield from _check_values(connection, table)


def _fits(cell: Any, kind: str, is_needed: bool) -> bool:
    if cell is None:
        return not is_needed
    return isinstance(cell, TYPES[kind]) and not (isinstance(cell, str) and _is_broken(cell))


def _is_broken(text: str) -> bool:
    """Whether the text holds escaped bytes."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def _check_values(connection: sqlite3.Connection, table: str) -> Iterator[Sentence]:
    """Whether rows whose cells are sound also make values."""
    if table == "change":
        yield from _unread(connection.execute("SELECT seq, edits FROM change"), lambda row: edits_from_json(row[0]))
    elif table in BY_TABLE:
        kind: Any = BY_TABLE[table]
        rows = connection.execute(f'SELECT rowid, {sql_of(kind).columns} FROM "{table}"')
        yield from _unread(rows, lambda row: from_row(kind, row))


def _unread(rows: Iterable[Any], read: Callable[[list[Any]], object]) -> Iterator[Sentence]:
    for rowid, *row in rows:
        try:
            read(row)
        except Damaged as error:
            yield say("Row {row}: {reason}", row=str(rowid), reason=str(error))
