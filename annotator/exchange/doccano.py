"""doccano's JSONL for sequence labelling: one article and layer on each line, spans as triples.

    {"text": "قصف الجيش", "label": [[4, 9, "PARTY"]], "article_id": "a1", "annotator": "ليلى", "hashiya": {…}}

Offsets are half-open code points, as doccano counts them unless a project's `grapheme_mode` is on, which must stay off.
doccano takes every other key as metadata and gives it back, so article and layer are known again. Where a project does
not allow overlapping, doccano drops spans that overlap without a word: allow it there. `read` takes this variant and
the other one, with relations, which `doccano_relation` writes. Files of others come in as the work of doccano.
"""

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec

from annotator.core.layer import Relation
from annotator.core.record import Notice, Record, Refusal
from annotator.core.sentence import say
from annotator.core.span import IMPORTED, Span
from annotator.exchange import About, Outcome, Progress, Written, output
from annotator.exchange.arrival import Arrival, hull, made_id, plain, settle, tell, told_of
from annotator.exchange.check import Fault
from annotator.exchange.departure import encoded, is_empty, taken_back
from annotator.exchange.feed import decode, first_object, lines, shaped
from annotator.exchange.option import Options
from annotator.exchange.reason import shown, shown_path
from annotator.exchange.row import Whole

TOOL, OURS = "doccano", "hashiya"
NOT_FREE = frozenset({"id", "text", "label", "labels", "entities", "relations", "article_id", "annotator", OURS})
"""Keys that are no metadata of the article."""


class Entity(msgspec.Struct):
    """A span of the variant with relations."""

    id: int | str
    start_offset: Whole
    end_offset: Whole
    label: str


class Link(msgspec.Struct):
    """A relation, by the ids of its spans."""

    from_id: int | str
    to_id: int | str
    type: str


class Line(msgspec.Struct):
    """What is read of a line; older versions say `labels`."""

    text: str
    label: list[tuple[Whole, Whole, str]] | None = None
    labels: list[tuple[Whole, Whole, str]] | None = None
    entities: list[Entity] | None = None
    relations: list[Link] | None = None
    article_id: str | None = None
    annotator: str | None = None


def carried(record: Record, options: Options) -> Record:
    """The spans, each from its first code point to its last, and all about article and layer."""
    return replace(plain(record, hull), relations=())


def recognises(path: Path, head: bytes) -> bool:
    """Whether the first line has a text with triples as doccano writes them."""
    first = first_object(path, head)
    spans = first.get("label", first.get("labels"))
    is_flat = isinstance(spans, list) and all(isinstance(span, list) and len(span) == 3 for span in spans)
    return is_flat and isinstance(first.get("text"), str)


def write(records: Iterable[Record], out: Path, about: About, on_progress: Progress | None = None) -> Written:
    """Write `out` and its manifest, read every line back, then put both in place. Raises ExportError."""
    flat = encoded(records, lambda record: carried(record, about.options), _flat)
    return output.write_file(flat, out, about, read_back, on_progress)


def _flat(record: Record) -> dict[str, Any]:
    triples = [(span.start, span.end, span.label) for span in record.spans]
    return {"text": record.article.text, "label": triples, **beside(record)}


def beside(record: Record) -> dict[str, Any]:
    """What doccano keeps as metadata: the article's id, the annotator's name, and what else we know of both."""
    name = {"annotator": record.annotator.name} if record.annotator else {}
    return {"article_id": record.article.id, **name, OURS: tell(record)}


def read_back(path: Path) -> Iterator[Record]:
    """The records of a file just written. Raises ExportError."""
    return taken_back(() if is_empty(path) else _read(path, None, False))


def read(path: Path, labels: Container[str], encoding: str | None = None, strict: bool = False) -> Iterator[Outcome]:
    """The articles of a file with their spans, streamed; a faulty line is a Refusal, the others go on.

    `encoding` is not used: JSON is UTF-8.
    """
    return _read(path, labels, strict)


def _read(path: Path, labels: Container[str] | None, strict: bool) -> Iterator[Outcome]:
    name = shown_path(path)
    for found in lines(path):
        if not isinstance(found, tuple):
            yield found
            continue
        number, line = found
        try:
            record, sentences = settle(_arrived(decode(line), name, number), labels, strict)
        except Fault as fault:
            yield Refusal(name, number, fault.sentence)
            continue
        yield from (Notice(name, number, sentence) for sentence in sentences)
        yield record


def _arrived(value: dict[str, Any], path: str, number: int) -> Arrival:
    """What a line says. Raises Fault."""
    told, line = told_of(value.get(OURS)), shaped(value, Line)
    spans, names = _spans(line)
    return Arrival(
        TOOL,
        line.text,
        line.annotator or "",
        line.article_id,
        told,
        has_layer=bool(spans),
        free={key: one for key, one in value.items() if key not in NOT_FREE and one not in (None, [])},
        spans=spans,
        relations=_relations(line.relations or [], names),
        path=path,
        line=number,
    )


def _spans(line: Line) -> tuple[list[Span], dict[str, str]]:
    """The spans, and the id of each by what the file calls it."""
    if line.entities is None:
        triples = line.label or line.labels or []
        return [_span(*triple) for triple in triples], {}
    spans = [_span(e.start_offset, e.end_offset, e.label) for e in line.entities]
    names = {str(entity.id): span.id for entity, span in zip(line.entities, spans, strict=True)}
    if len(names) < len(spans):
        raise Fault(say("two spans have the same “{key}”.", key="entities.id"))
    return spans, names


def _span(start: int, end: int, label: str) -> Span:
    return Span("", made_id(label, start, end), label, ((start, end),), origin=IMPORTED)


def _relations(links: list[Link], names: dict[str, str]) -> list[Relation]:
    found = []
    for number, link in enumerate(links):
        ends = [names.get(str(end)) for end in (link.from_id, link.to_id)]
        if ends[0] is None or ends[1] is None:
            lost = link.to_id if ends[0] else link.from_id
            raise Fault(say("“{key}” refers to “{value}”, which is not in the record.", key="relations",
                            value=shown(str(lost))))  # fmt: skip
        found.append(Relation("", made_id(link.type, *ends, number), link.type, ends[0], ends[1]))
    return found
