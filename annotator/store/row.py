"""Rows: the frozen values of `core` as SQL rows and as JSON, told by their own fields."""

import dataclasses
from collections.abc import Callable, Sequence
from functools import cache
from operator import attrgetter
from typing import Annotated, Any, NamedTuple, get_type_hints

import msgspec

from annotator.core.article import Article
from annotator.core.change import Change, Edit, Row
from annotator.core.layer import Comment, Decision, Event, Layer, Relation
from annotator.core.rule import GuidelineRule
from annotator.core.sentence import Refused, Sentence, say
from annotator.core.setting import Setting
from annotator.core.span import Fragment, Span

Value = str | int | float | None
Reader = Callable[[Any], Any]
Types = tuple[type, ...]


class Damaged(Refused):
    """A row of the file holds something that the program never writes there."""


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
    Setting: Kind("project", ("key",)),
    GuidelineRule: Kind("rule", ("id",)),
}
BY_TABLE = {kind.table: value for value, kind in KINDS.items()}
COLUMNS = {"pass_number": "pass"}
"""Fields whose column has another name, because the model's word is reserved in Python."""

_encode = msgspec.json.Encoder(order="deterministic").encode
_decode_log = msgspec.json.Decoder(list[dict[str, Any]]).decode
_NOTHING = type(None)
# What SQLite may give for a field; any other field is kept as JSON.
PLAIN: dict[Any, Types] = {
    str: (str,),
    int: (int,),
    bool: (int,),
    str | None: (str, _NOTHING),
    int | None: (int, _NOTHING),
    float | None: (float, int, _NOTHING),
}
# Fields whose type says less than what every row holds.
NARROWED: dict[tuple[type, str], Any] = {
    (Span, "fragments"): Annotated[tuple[Fragment, ...], msgspec.Meta(min_length=1)],
}


class Sql(NamedTuple):
    """The statements of one kind. `insert` and `update` take what `to_row` gives, the others what `key_of` gives."""

    columns: str
    select: str
    insert: str
    update: str
    delete: str


@cache
def sql_of(value: type, *more: str) -> Sql:
    """The statements that read and write one kind of value; `insert` also fills `more` columns, given last."""
    kind = KINDS[value]
    read = [COLUMNS.get(field.name, field.name) for field in dataclasses.fields(value)]
    written = [*read, *kind.derived]
    places = {column: f"?{number}" for number, column in enumerate([*written, *more], 1)}
    where = " AND ".join(f'"{column}" = :{column}' for column in kind.key)
    same = " AND ".join(f'"{column}" = {places[column]}' for column in kind.key)
    sets = ", ".join(f'"{column}" = {places[column]}' for column in written if column not in kind.key)
    return Sql(
        columns=", ".join(f'{kind.table}."{column}"' for column in read),
        select=f"SELECT {_quoted(read)} FROM {kind.table} WHERE {where}",
        insert=f"INSERT INTO {kind.table} ({_quoted(list(places))}) VALUES ({', '.join(places.values())})",
        update=f"UPDATE {kind.table} SET {sets} WHERE {same}",
        delete=f"DELETE FROM {kind.table} WHERE {where}",
    )


def _quoted(columns: Sequence[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)


def to_row(value: Any) -> list[Value]:
    """A value as SQL parameters in the order of its columns; what is not a plain value becomes JSON text."""
    kind: Any = type(value)
    cells_of, encoded = _writer(kind)
    cells = list(cells_of(value))
    for place in encoded:
        cells[place] = plain(cells[place])
    return cells


def plain(value: Any) -> str:
    """The JSON text that a value is kept as where it is no plain value itself; equal values have equal texts."""
    return _encode(value).decode()


@cache
def _writer(value: type) -> tuple[Callable[[Any], tuple[Any, ...]], Sequence[int]]:
    """What takes a value's cells out of it, and which of them are kept as JSON."""
    names = [field.name for field in dataclasses.fields(value)]
    return attrgetter(*names, *KINDS[value].derived), [n for n, hint in enumerate(_hints(value)) if hint not in PLAIN]


def from_row(value: type, row: Sequence[Any]) -> Any:
    """The value kept in a row whose columns stand in the order of `sql_of(value).columns`.

    Raises Damaged when the row does not hold such a value.
    """
    types = tuple(map(type, row))
    if types not in _sound(value):
        _check_types(value, types)
        _sound(value).add(types)
    cells = list(row)
    try:
        for place, decode in _decoders(value).items():
            cells[place] = decode(cells[place])
    except msgspec.MsgspecError as error:
        raise Damaged(_damage(KINDS[value].table, str(error))) from error
    return value(*cells)


@cache
def reader_of(value: type) -> Callable[[Sequence[Any]], Any]:
    """`from_row` of one kind, for rows by the million: what a kind needs is looked up once."""
    sound = _sound(value)
    decoders = tuple((place, decode, _may_be_empty(decode)) for place, decode in _decoders(value).items())

    def read(row: Sequence[Any]) -> Any:
        if tuple(map(type, row)) not in sound:
            return from_row(value, row)
        cells = list(row)
        try:
            for place, decode, may_be_empty in decoders:
                cell = cells[place]
                cells[place] = () if may_be_empty and cell == "[]" else decode(cell)
        except msgspec.MsgspecError as error:
            raise Damaged(_damage(KINDS[value].table, str(error))) from error
        return value(*cells)

    return read


def _may_be_empty(decode: Reader) -> bool:
    """Whether the cell may hold an empty list, which is what most such cells hold."""
    try:
        return bool(decode("[]") == ())
    except (msgspec.MsgspecError, TypeError):
        return False


def _damage(table: str, reason: str) -> Sentence:
    message = "The project is damaged: a row of “{table}” cannot be read ({reason}). Restore a backup."
    return say(message, table=table, reason=reason)


@cache
def _sound(value: type) -> set[Types]:
    """The combinations of types that rows of this kind were found to have and may have."""
    return set()


def _check_types(value: type, types: Types) -> None:
    """SQLite keeps anything in any column, so a damaged file may give anything. Raises Damaged."""
    for field, hint, found in zip(dataclasses.fields(value), _hints(value), types, strict=True):
        if found not in PLAIN.get(hint, (str,)):
            raise Damaged(_damage(KINDS[value].table, f"{field.name}: {found.__name__}"))


@cache
def _hints(value: type) -> tuple[Any, ...]:
    hints = get_type_hints(value)
    return tuple(NARROWED.get((value, field.name), hints[field.name]) for field in dataclasses.fields(value))


@cache
def _decoders(value: type) -> dict[int, Reader]:
    """By place in the row, what reads the cells that are not plain."""
    found: dict[int, Reader] = {}
    for place, hint in enumerate(_hints(value)):
        if hint is bool:
            found[place] = bool
        elif hint not in PLAIN:
            found[place] = msgspec.json.Decoder(hint).decode
    return found


def key_of(value: Any) -> dict[str, Value]:
    """The named parameters that find a value's row."""
    return {column: getattr(value, column) for column in KINDS[type(value)].key}


def edits_to_json(change: Change) -> str:
    """The edits of a change for the log: per edit its table and the row before and after."""
    return _encode([_edit_to_plain(edit) for edit in change.edits]).decode()


def _edit_to_plain(edit: Edit) -> dict[str, Any]:
    return {"table": KINDS[type(edit.row)].table, "before": edit.before, "after": edit.after}


def edits_from_json(text: str) -> tuple[Edit, ...]:
    """The edits kept in a log row. Raises Damaged when it holds something else."""
    try:
        return tuple(_edit_from_plain(plain) for plain in _decode_log(text))
    except (msgspec.MsgspecError, TypeError, ValueError, KeyError) as error:
        raise Damaged(_damage("change", str(error))) from error


def _edit_from_plain(plain: dict[str, Any]) -> Edit:
    value = BY_TABLE[plain["table"]]
    return Edit(_revive(value, plain["before"]), _revive(value, plain["after"]))


def _revive(value: type, plain: Any) -> Row | None:
    if plain is None:
        return None
    row: Row = msgspec.convert(plain, value)
    return row
