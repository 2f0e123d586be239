"""Parquet in parts: everything of every record, in as many files as a large corpus needs, for DuckDB, pandas and more.

The columns are the keys of the canonical record, nested as there; only `meta.free`, which may be anything, is a string
of JSON. `counts.json` says how many records and spans each part has, and its hash. Nothing but one group of rows is
ever held in memory, neither writing nor reading.
"""

import hashlib
import json
from collections.abc import Container, Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from annotator.core.record import Notice, Record, Refusal
from annotator.core.sentence import say
from annotator.exchange import About, ExportError, Outcome, Progress, Written, arrow, jsonl
from annotator.exchange.check import Fault, letter_splits, refuse_faults
from annotator.exchange.diagnosis import DEEP, double_fault, nul_fault
from annotator.exchange.folder import FolderDraft, write_folder
from annotator.exchange.option import Options
from annotator.exchange.output import UNLIKE, hash_file
from annotator.exchange.reason import shown, shown_path, why_misshapen, why_unreadable
from annotator.exchange.row import RecordRow, to_content, to_record
from annotator.exchange.table_parquet import NO_TEXT
from annotator.exchange.validation import Anything

KIND = b"parquet"
PROVENANCE = {"tool": "", "export_id": ""}


def recognises(path: Path, head: bytes) -> bool:
    """Whether a file is a part of ours; a folder is walked, part by part."""
    return path.suffix.lower() == arrow.SUFFIX and path.is_file() and arrow.kind_of(path) == KIND.decode()


def read(path: Path, labels: Container[str], encoding: str | None = None, strict: bool = False) -> Iterator[Outcome]:
    """The records of a part, streamed; a faulty one is a Refusal with its number (from 1), the others go on."""
    name = shown_path(path)
    try:
        with path.open("rb") as raw:
            file = arrow.opened(raw)
            if (file.schema_arrow.metadata or {}).get(arrow.OURS) != KIND:
                raise Fault(say("it is not a part of an export of Hashiya."))
            for number, row in enumerate(arrow.values(file), 1):
                yield from _outcomes(row, name, number, labels, strict)
    except Fault as fault:
        yield Refusal(name, None, fault.sentence)
    except OSError as error:
        yield Refusal(name, None, why_unreadable(error))


def _outcomes(
    row: dict[str, Any] | None, name: str, number: int, labels: Container[str] | None, strict: bool
) -> Iterator[Outcome]:
    try:
        if row is None:
            raise Fault(NO_TEXT)
        record = _record(row, name, number, labels)
        splits = tuple(letter_splits(record))
        if strict and splits:
            raise Fault(splits[0])
    except Fault as fault:
        yield Refusal(name, number, fault.sentence)
        return
    for split in splits:
        yield Notice(name, number, split)
    yield record


def _record(row: dict[str, Any], name: str, number: int, labels: Container[str] | None) -> Record:
    """The record of a row. Raises Fault."""
    try:
        free = row["meta"]["free"].encode("utf-8")
        row["meta"]["free"] = msgspec.json.decode(free)
        found = msgspec.convert({**row, "provenance": PROVENANCE}, RecordRow)
    except RecursionError:
        raise Fault(DEEP) from None
    except (KeyError, TypeError, AttributeError):
        raise Fault(say("the key “{place}” is missing.", place="meta.free")) from None
    except msgspec.ValidationError as error:
        raise Fault(why_misshapen(str(error))) from None
    except msgspec.DecodeError as error:
        message = "“{key}” is not valid JSON: {reason}."
        raise Fault(say(message, key="meta.free", reason=shown(str(error), 200))) from None
    record = to_record(found, name, number)
    refuse_faults(found, record, labels)
    fault = double_fault(free) or nul_fault(msgspec.json.encode(row))
    if fault:
        raise Fault(fault)
    return record


def carried(record: Record, options: Options) -> Record:
    """The record itself: this format leaves nothing out."""
    return record


def write(records: Iterable[Record], out: Path, about: About, on_progress: Progress | None = None) -> Written:
    """Write a folder of parts, read every row of it back with pyarrow, then put it in place.

    Raises ExportError: when pyarrow is not installed, when anything fails or reads back otherwise.
    """
    pyarrow = arrow.writing()
    meant, found = Sum(), Sum()

    def rows() -> Iterator[tuple[dict[str, Any], Record]]:
        for record in records:
            meant.add(record)
            yield _row(record), record

    def fill(draft: FolderDraft) -> Iterator[Record]:
        yield from arrow.write_parts(draft, rows(), _schema(pyarrow), {arrow.OURS: KIND})

    def read_back(folder: Path) -> Iterator[Record]:
        counts = []
        for part in arrow.parts_in(folder):
            count, spans = 0, 0
            for record in _read_back(part):
                found.add(record)
                count, spans = count + 1, spans + len(record.spans)
                yield record
            counts.append({"file": part.name, "records": count, "spans": spans, "sha256": hash_file(part)})
        if found.total != meant.total:
            raise ExportError(UNLIKE)
        (folder / arrow.COUNTS).write_text(json.dumps(counts, indent=1) + "\n", "utf-8")

    return write_folder(fill, out, about, read_back, on_progress)


class Sum:
    """The sum of the hashes of canonical lines: equal for the same records, whatever their order."""

    def __init__(self) -> None:
        self.total = 0

    def add(self, record: Record) -> None:
        """Add one record. Raises ExportError when it has no canonical line."""
        try:
            line = jsonl.encode(record)
        except ValueError as error:
            message = "Export stopped. No file was left behind. Article “{article}” cannot be written: {reason}."
            raise ExportError(say(message, article=record.article.id, reason=str(error))) from error
        self.total += int.from_bytes(hashlib.sha256(line).digest(), "big")


def _read_back(part: Path) -> Iterator[Record]:
    for outcome in read(part, Anything()):
        if isinstance(outcome, Refusal):
            message = "Export stopped. No file was left behind. Line {line} did not read back: {reason}"
            raise ExportError(say(message, line=outcome.line or 0, reason=str(outcome.reason)))
        if isinstance(outcome, Record):
            yield outcome


def _row(record: Record) -> dict[str, Any]:
    """The record's JSON shape as pyarrow takes it."""
    row: dict[str, Any] = msgspec.to_builtins(to_content(record))
    row["meta"]["free"] = msgspec.json.encode(row["meta"]["free"]).decode("utf-8")
    return row


def _schema(pa: Any) -> Any:
    """The columns: those of `row.Content`."""
    text, whole = pa.string(), pa.int32()
    texts, pairs = pa.list_(text), pa.list_(pa.struct({"name": text, "value": text}))

    def words(*names: str) -> dict[str, Any]:
        return dict.fromkeys(names, text)

    meta = words("title", "source", "url", "published", "licence", "encoding", "raw_sha256")
    layer = words("id", "kind", "annotator", "annotator_name") | {"pass": whole} | words("status", "open_answer")
    layer |= words("scheme") | {"scheme_version": whole} | words("guideline", "updated_at")
    places = {"start": whole, "end": whole, "fragments": pa.list_(pa.list_(whole))}
    span = words("id", "label") | places | words("quote", "prefix", "suffix") | {"attributes": pairs}
    span |= words("note", "origin", "source") | {"score": pa.float64()} | words("decision")
    arguments = pa.list_(pa.struct(words("role", "span")))
    event = words("id", "type", "trigger") | {"arguments": arguments, "claims": texts, "attributes": pairs}
    relation = words("id", "type", "source", "target") | {"attributes": pairs}
    comment = words("id", "layer", "span", "author", "parent", "body", "at") | {"resolved": pa.bool_()}
    decision = words("id", "cluster", "kind", "action", "reviewer", "at")
    decision |= dict.fromkeys(("facets", "chosen", "alternatives", "inputs"), texts)
    decision |= words("reason", "rule", "note") | {"blind": pa.bool_(), "conflict": pa.bool_(), "ms": whole}
    columns = words("schema", "article_id", "text", "text_sha256", "lang", "offset_unit")
    columns |= {"meta": pa.struct(meta | {"import_changes": texts} | words("free")), "layer": pa.struct(layer)}
    rows = {"spans": span, "relations": relation, "events": event, "comments": comment, "decisions": decision}
    return pa.schema(columns | {name: pa.list_(pa.struct(row)) for name, row in rows.items()})
