"""Rows: the frozen values of `core` as SQL rows and as JSON, told by their own fields."""

import dataclasses
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, NamedTuple, get_type_hints

import msgspec

from annotator.core.article import Article
from annotator.core.change import Change, Edit, Row
from annotator.core.layer import Comment, Decision, Event, Layer, Relation
from annotator.core.span import Span

Value = str | int | float | None
Reader = Callable[[Any], Any]


class Kind(NamedTuple):
    """Where one kind of value is kept: its table and its key. `derived` columns are written and never read."""

    table: str
    key: tuple[str, ...]
    derived: tuple[str, ...] = ()


KINDS: dict[type, Kind] = {
    Span: Kind("span", ("layer", "id"), ("start", "end")),
    Event: Kind("event", ("layer", "id")),
    Relation: Kind("relation", ("layer", "id")),
    Layer: Kind("layer", ("id",)),
    Comment: Kind("comment", ("id",)),
    Decision: Kind("decision", ("id",)),
    Article: Kind("article", ("id",)),
}
BY_TABLE = {kind.table: value for value, kind in KINDS.items()}
COLUMNS = {"pass_number": "pass"}
"""Fields whose column has another name, because the model's word is reserved in Python."""

_encode = msgspec.json.Encoder(order="deterministic").encode


class Sql(NamedTuple):
    """The statements of one kind; parameters are named after its columns."""

    columns: str
    select: str
    insert: str
    update: str
    delete: str


@cache
def sql_of(value: type) -> Sql:
    """The statements that read and write one kind of value."""
    kind = KINDS[value]
    read = [COLUMNS.get(field.name, field.name) for field in dataclasses.fields(value)]
    written = [*read, *kind.derived]
    where = " AND ".join(f'"{column}" = :{column}' for column in kind.key)
    sets = ", ".join(f'"{column}" = :{column}' for column in written if column not in kind.key)
    return Sql(
        columns=", ".join(f'{kind.table}."{column}"' for column in read),
        select=f"SELECT {_quoted(read)} FROM {kind.table} WHERE {where}",
        insert=f"INSERT INTO {kind.table} ({_quoted(written)}) VALUES ({', '.join(':' + c for c in written)})",
        update=f"UPDATE {kind.table} SET {sets} WHERE {where}",
        delete=f"DELETE FROM {kind.table} WHERE {where}",
    )


def _quoted(columns: Sequence[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)


def to_row(value: Any) -> dict[str, Value]:
    """A value as named SQL parameters; what is not a plain value becomes JSON text."""
    kind = KINDS[type(value)]
    fields = dataclasses.fields(value)
    row = {COLUMNS.get(field.name, field.name): _plain(getattr(value, field.name)) for field in fields}
    row.update((column, getattr(value, column)) for column in kind.derived)
    return row


def _plain(value: Any) -> Value:
    if value is None or isinstance(value, str | int | float):
        return value
    return _encode(value).decode()


def from_row(value: type, row: Sequence[Any]) -> Any:
    """The value kept in a row whose columns stand in the order of `sql_of(value).columns`.

    Raises msgspec.DecodeError or TypeError when a damaged row does not hold such a value.
    """
    return value(*[read(cell) for read, cell in zip(_readers(value), row, strict=True)])


@cache
def _readers(value: type) -> tuple[Reader, ...]:
    hints = get_type_hints(value)
    return tuple(_reader(hints[field.name]) for field in dataclasses.fields(value))


def _reader(hint: Any) -> Reader:
    if hint is bool:
        return bool
    if hint in (str, int, str | None, int | None, float | None):
        return _same
    return msgspec.json.Decoder(hint).decode


def _same(cell: Any) -> Any:
    return cell


def key_of(value: Any) -> dict[str, Value]:
    """The named parameters that find a value's row."""
    return {column: getattr(value, column) for column in KINDS[type(value)].key}


def edits_to_json(change: Change) -> str:
    """The edits of a change for the log: per edit its table and the row before and after."""
    return _encode([_edit_to_plain(edit) for edit in change.edits]).decode()


def _edit_to_plain(edit: Edit) -> dict[str, Any]:
    return {"table": KINDS[type(edit.row)].table, "before": edit.before, "after": edit.after}


def edits_from_json(text: str) -> tuple[Edit, ...]:
    """The edits kept in a log row. Raises msgspec.DecodeError or msgspec.ValidationError when it is damaged."""
    return tuple(_edit_from_plain(plain) for plain in msgspec.json.decode(text))


def _edit_from_plain(plain: dict[str, Any]) -> Edit:
    value = BY_TABLE[plain["table"]]
    return Edit(_revive(value, plain["before"]), _revive(value, plain["after"]))


def _revive(value: type, plain: Any) -> Row | None:
    if plain is None:
        return None
    row: Row = msgspec.convert(plain, value)
    return row
