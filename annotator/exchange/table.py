"""Tables of articles, one article a row: CSV, TSV, JSON, JSON Lines and Parquet, read only.

Which column is what stands in `column`. A title in a column of its own is put in front of the text as its first
paragraph, unless the text begins with it anyway, and `title_prepended` records that. Line ends become LF. What the
other columns say is kept with the article.
"""

import datetime
import hashlib
import math
from collections.abc import Callable, Container, Iterator, Mapping
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

from annotator.core.article import Article, make_article
from annotator.core.identity import is_id
from annotator.core.record import Notice, Record, Refusal
from annotator.core.sentence import say
from annotator.exchange import Outcome, table_csv, table_json, table_parquet
from annotator.exchange.check import FREE_DEPTH, MAX_TEXT, Fault, text_fault
from annotator.exchange.column import FACTS, ID, TEXT, TITLE, Columns, Row, Wanted, choose
from annotator.exchange.reason import shown, shown_path, why_unreadable
from annotator.exchange.text import EncodingUncertain, Unreadable, normalise

Source = Callable[[Path, str | None, Wanted], Iterator[Row | Refusal | Notice]]
SOURCES: Mapping[str, Source] = {
    ".csv": table_csv.rows,
    ".tsv": table_csv.rows,
    ".tab": table_csv.rows,
    ".json": table_json.rows,
    ".jsonl": table_json.rows,
    ".ndjson": table_json.rows,
    ".parquet": table_parquet.rows,
}
ENCODED = (".csv", ".tsv", ".tab")
"""The kinds of files that do not say how they are encoded."""
MARKUP = ("annotations", "entities", "label", "labels", "ner", "predictions", "relations", "spans", "tokens")
"""Keys whose lists are annotation of other tools: what has them is no mere table."""
DATELINE = "dateline"
LOOKED_AT = 5
PREPENDED = "title_prepended"
LEAST, MOST = -(2**63), 2**63 - 1


def recognises(path: Path, head: bytes) -> bool:
    """Whether a file holds articles and nothing else that we would know of."""
    suffix = path.suffix.lower()
    if suffix not in (".json", ".jsonl", ".ndjson"):
        return suffix == ".parquet" and table_parquet.is_foreign(path)
    try:
        rows = (row for row in islice(table_json.rows(path, None, {}), LOOKED_AT) if isinstance(row, Row))
        return any(_is_article(row.cells) for row in rows)
    except (Fault, OSError):
        return False


def _is_article(cells: Mapping[str, Any]) -> bool:
    if any(isinstance(cells.get(key), list | dict) for key in MARKUP):
        return False
    try:
        return isinstance(cells[dict(choose(tuple(cells), {}, False).fields)[TEXT]], str) and "schema" not in cells
    except Fault:
        return False


def uncertain(path: Path, encoding: str | None) -> EncodingUncertain | None:
    """That the file is not Unicode and nobody said what it is, if that is so."""
    if path.suffix.lower() not in ENCODED:
        return None
    try:
        with path.open("rb") as raw:
            table_csv.find_encoding(raw, encoding)
    except EncodingUncertain as error:
        return error
    except (Unreadable, OSError):
        # Whoever reads the file next says what is wrong.
        return None
    return None


def names(path: Path, encoding: str | None = None) -> list[str]:
    """What the columns of a file are called, told by its beginning; nothing where that cannot be read."""
    suffix = path.suffix.lower()
    try:
        if suffix in ENCODED:
            return table_csv.names(path, encoding)
        if suffix == ".parquet":
            return table_parquet.names(path)
        rows = islice(table_json.rows(path, encoding, {}), LOOKED_AT)
        return next((list(row.cells) for row in rows if isinstance(row, Row)), [])
    except (Unreadable, Fault, OSError, UnicodeDecodeError):
        # Whoever reads the file says what is wrong.
        return []


def read(
    path: Path,
    labels: Container[str] = (),
    encoding: str | None = None,
    strict: bool = False,
    wanted: Wanted | None = None,
) -> Iterator[Outcome]:
    """The articles of a file, streamed, without layers; a faulty row is a Refusal with its line, the others go on.

    `wanted` says which column is what; what it does not say is told by the columns' names. `labels` and `strict` do
    not matter here; `encoding` only where a file does not say its own.
    """
    name, told = shown_path(path), wanted or {}
    source = SOURCES.get(path.suffix.lower(), table_csv.rows)
    try:
        yield from _records(source(path, encoding, told), name, told)
    except (Unreadable, Fault) as error:
        yield Refusal(name, None, error.sentence)
    except OSError as error:
        yield Refusal(name, None, why_unreadable(error))


def _records(rows: Iterator[Row | Refusal | Notice], name: str, wanted: Wanted) -> Iterator[Outcome]:
    is_first = True
    for row in rows:
        if not isinstance(row, Row):
            yield row
            continue
        try:
            columns = choose(tuple(row.cells), wanted, False)
            article = _article(row, columns)
        except Fault as fault:
            yield Refusal(name, row.line, fault.sentence)
            continue
        if is_first and row.line is not None and any(field != columns.of(field) for field in columns.guessed):
            yield Notice(name, None, say("the columns were read as: {columns}.", columns=str(columns)))
        is_first = False
        yield Record(article, path=name, line=row.line)


def _article(row: Row, columns: Columns) -> Article:
    """The article of a row. Raises Fault."""
    fields = dict(columns.fields)
    raw = row.cells.get(fields[TEXT])
    if raw is not None and not isinstance(raw, str):
        raise Fault(say("“{place}” must be a text.", place=shown(fields[TEXT])))
    text, changes = _whole(raw or "", _words(row, fields.get(TITLE)))
    reason = text_fault(text)
    if reason:
        raise Fault(reason)
    used = {column for field, column in columns.fields if field != ID}
    known = {field: _words(row, fields[field]) or None for field in FACTS if field in fields}
    id = _words(row, fields.get(ID))
    if is_id(id):
        known["id"] = id
        used.add(fields[ID])
    return make_article(
        text,
        **known,
        encoding=row.encoding,
        raw_sha256=hashlib.sha256((raw or "").encode("utf-8")).hexdigest(),
        import_changes=changes,
        meta=_meta(row, used),
    )


def _whole(raw: str, title: str) -> tuple[str, tuple[str, ...]]:
    """The text with its title in front, and what was done to the cell for that. Raises Fault when there is no text."""
    text, changes = normalise(raw)
    if not text.strip():
        raise Fault(say("the text is empty."))
    title = " ".join(title.splitlines()).strip()
    first = next(line.strip() for line in text.split("\n") if line.strip())
    if not title or first == title:
        return text, changes
    return f"{title}\n{text}", (*changes, PREPENDED)


def _words(row: Row, column: str | None) -> str:
    """What a cell says, as words."""
    value = _plain(row.cells.get(column), FREE_DEPTH) if column is not None else None
    if isinstance(value, list | dict):
        raise Fault(say("“{place}” must be a text.", place=shown(column or "")))
    return "" if value is None else str(value).strip()


def _meta(row: Row, used: set[str]) -> dict[str, Any]:
    """What the other columns say, as far as it has a form in JSON; empty cells say nothing."""
    found = {name: _plain(value, FREE_DEPTH) for name, value in row.cells.items() if name not in used}
    # The key has a meaning of its own in an article.
    if not isinstance(found.get(DATELINE, True), bool):
        found[f"{DATELINE} "] = found.pop(DATELINE)
    return {_plain(name, 0): value for name, value in found.items() if value is not None and value != ""}


def _plain(value: Any, depth: int) -> Any:
    """The value in JSON's own kinds. Raises Fault for a text that no project can keep, and for too much nesting."""
    if isinstance(value, str):
        if "\0" in value:
            raise Fault(say("a text holds a NUL character (U+0000)."))
        if len(value) > MAX_TEXT:
            raise Fault(say("a cell is longer than {limit} characters.", limit=MAX_TEXT))
        return value
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        return value if LEAST <= value <= MOST else str(value)
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    return _compound(value, depth)


def _compound(value: Any, depth: int) -> Any:
    if depth == 0:
        raise Fault(say("it is nested too deeply."))
    if isinstance(value, Mapping):
        return {_plain(str(key), 0): _plain(item, depth - 1) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item, depth - 1) for item in value]
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal | datetime.timedelta) else None
