"""The event table: CSV for spreadsheets and statistics, one row per event, as ACLED and PLOVER lay out theirs.

For each role there is a column with the words of its spans, joined by ` | `, and one with their attributes; then the
claims, the event's own attributes, the sentence that tells it (`notes`) and where it was published. `record` holds the
same for programs, as JSON, with labels and places. UTF-8 with a byte order mark and CRLF, as spreadsheets expect; no
cell can be taken for a formula. The texts of articles are not in it.
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from annotator.core.article import Article
from annotator.core.record import Record
from annotator.core.span import Span
from annotator.exchange import About, ExportError, Progress, Written, output
from annotator.exchange.cell import guarded, unguarded
from annotator.exchange.escape import json_line
from annotator.exchange.event_row import Columns, cells, columns, from_json, players, to_json, told
from annotator.exchange.jsonl import BOM
from annotator.exchange.option import Options

RECORD = "record"
BIGGEST_CELL = 2**31 - 1


def carried(record: Record, options: Options) -> Record:
    """The events, the spans that play a part in them, and where the article is from; not its text."""
    article, layer = record.article, record.layer
    kept = (article.source or None, article.url or None, article.published or None)
    return Record(
        Article(article.id, "", article.title, article.sha256, *kept),
        layer and replace(layer, scheme=1, guideline=None),
        record.annotator,
        spans=tuple(Span(s.layer, s.id, s.label, s.fragments, s.attributes, s.note) for s in players(record)),
        events=record.events,
    )


def write(records: Iterable[Record], out: Path, about: About, on_progress: Progress | None = None) -> Written:
    """Write `out` and its manifest, read every row back, compare what it tells with its own cells, put both in place.

    Counts records that have events. Raises ExportError when anything fails or reads back otherwise.
    """
    known = columns(about.scheme)

    def read_back(path: Path) -> Iterator[Record]:
        return _read_back(path, known)

    return output.write_file(_encoded(records, known, about.options), out, about, read_back, on_progress)


def _encoded(records: Iterable[Record], known: Columns, options: Options) -> Iterator[tuple[bytes, Record | None]]:
    yield BOM + _line(known.names), None
    for record in records:
        if record.layer is None or not record.events:
            continue
        lines = []
        for index, row in enumerate(told(record)):
            found = cells(row, known) | {RECORD: json_line(to_json(record, row, index))}
            lines.append(_line(found[name] for name in known.names))
        yield b"".join(lines), carried(record, options)


def _line(values: Iterable[str]) -> bytes:
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator="\r\n").writerow(map(guarded, values))
    return file.getvalue().encode("utf-8")


def _read_back(path: Path, known: Columns) -> Iterator[Record]:
    """The records of a file just written, each made of as many rows as it says. Raises ExportError."""
    csv.field_size_limit(BIGGEST_CELL)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file, strict=True)
        if next(rows, None) != list(known.names):
            raise ExportError(output.UNLIKE)
        waiting: Record | None = None
        for values in rows:
            record, number, count = _taken_back(values, known)
            if number == 1 and waiting is None:
                waiting = record
            elif waiting is not None and number == len(waiting.events) + 1:
                waiting = _joined(waiting, record)
            else:
                raise ExportError(output.UNLIKE)
            if number == count:
                yield waiting
                waiting = None
        if waiting is not None:
            raise ExportError(output.UNLIKE)


def _taken_back(values: list[str], known: Columns) -> tuple[Record, int, int]:
    """What a row tells, which one of how many of its record it is. Raises ExportError unless its cells say the same."""
    found = dict(zip(known.names, map(unguarded, values), strict=True))
    value = json.loads(found.pop(RECORD))
    record, row = from_json(value, found)
    again = cells(row, known)
    if any(again[name] != cell for name, cell in found.items()):
        raise ExportError(output.UNLIKE)
    number, count = value["number"]
    return record, number, count


def _joined(waiting: Record, more: Record) -> Record:
    spans = {span.id: span for span in (*waiting.spans, *more.spans)}
    return replace(waiting, spans=tuple(spans.values()), events=(*waiting.events, *more.events))
