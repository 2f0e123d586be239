"""doccano's JSONL for projects with relations: as `doccano`, with entities and links among them instead of triples.

    {"text": "…", "entities": [{"id": 0, "start_offset": 4, "end_offset": 9, "label": "PARTY"}],
     "relations": [{"id": 0, "from_id": 0, "to_id": 1, "type": "names"}], "article_id": "a1", "hashiya": {…}}

Ids count the spans of one line from 0, because doccano wants whole numbers.
"""

from collections.abc import Container, Iterable, Iterator
from pathlib import Path
from typing import Any

from annotator.core.record import Record
from annotator.exchange import About, Outcome, Progress, Written, doccano, output
from annotator.exchange.arrival import hull, plain
from annotator.exchange.departure import encoded
from annotator.exchange.feed import first_object
from annotator.exchange.option import Options


def carried(record: Record, options: Options) -> Record:
    """The spans, each from its first code point to its last, relations by type, and all about article and layer."""
    return plain(record, hull)


def recognises(path: Path, head: bytes) -> bool:
    """Whether the first line has entities as doccano writes them."""
    first = first_object(path, head)
    entities = first.get("entities")
    is_linked = isinstance(entities, list) and all(isinstance(e, dict) and "start_offset" in e for e in entities)
    return is_linked and isinstance(first.get("text"), str)


def read(path: Path, labels: Container[str], encoding: str | None = None, strict: bool = False) -> Iterator[Outcome]:
    """As `doccano.read`, which takes both variants."""
    return doccano.read(path, labels, encoding, strict)


def write(records: Iterable[Record], out: Path, about: About, on_progress: Progress | None = None) -> Written:
    """Write `out` and its manifest, read every line back, then put both in place. Raises ExportError."""
    linked = encoded(records, lambda record: carried(record, about.options), _linked)
    return output.write_file(linked, out, about, doccano.read_back, on_progress)


def _linked(record: Record) -> dict[str, Any]:
    numbers = {span.id: number for number, span in enumerate(record.spans)}
    entities = [
        {"id": numbers[span.id], "start_offset": span.start, "end_offset": span.end, "label": span.label}
        for span in record.spans
    ]
    relations = [
        {"id": number, "from_id": numbers[link.source], "to_id": numbers[link.target], "type": link.type}
        for number, link in enumerate(record.relations)
    ]
    return {"text": record.article.text, "entities": entities, "relations": relations, **doccano.beside(record)}
