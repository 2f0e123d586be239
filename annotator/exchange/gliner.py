"""GLiNER's training data: a JSON list of examples, one on each line, with tokens, spans and relations among them.

    {"tokenized_text": ["قصف", "الجيش"], "ner": [[1, 1, "party"]], "relations": [],
     "article_id": "a1", "layer_id": "l1", "start": 0, "text": "قصف الجيش"}

A span is its first and its last token, inclusive, and the label's name, which is what the model reads; a relation is
its two spans, by their places in `ner`, and its name. GLiNER cuts what is longer than 384 tokens, so an article is cut
into several examples before that: where a sentence begins, else anywhere, but never inside a span. `text` is the exact
text of the example and `start` its place in the article, in code points; GLiNER passes over all but the first three.
Articles that nobody has worked on are left out.
"""

import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from annotator.arabic.token import sentence_starts
from annotator.core.article import make_article
from annotator.core.layer import Relation
from annotator.core.record import Record
from annotator.core.scheme import Label, RelationType, Scheme, word
from annotator.core.span import Span
from annotator.exchange import About, ExportError, Progress, Written, output
from annotator.exchange.align import Alignment, align, aligned, bare
from annotator.exchange.escape import json_line
from annotator.exchange.option import Options

LONGEST = 384
"""Tokens of an example, the most that GLiNER takes unless it is told otherwise."""

Window = tuple[int, int]
"""The tokens of an example, from the first index to one past the last."""


@dataclass(frozen=True, slots=True)
class Names:
    """What labels and types of relations are called in the file, by id."""

    labels: Mapping[str, str]
    relations: Mapping[str, str]


def carried(record: Record, options: Options) -> Record:
    """The spans on their tokens, relations inside an example without attributes, the text, and whose layer it is."""
    found = align(record, options.align)
    return _carried(record, found, windows(record.article.text, found))


def _carried(record: Record, found: Alignment, cut: Sequence[Window]) -> Record:
    firsts = [first for first, _ in cut]
    homes = {p.span.id: bisect_right(firsts, p.first) for p in found.placed}
    kept = tuple(
        Relation(link.layer, link.id, link.type, link.source, link.target)
        for link in record.relations
        if link.source in homes and homes[link.source] == homes.get(link.target)
    )
    return replace(bare(record, found.spans()), relations=kept)


def windows(text: str, found: Alignment) -> list[Window]:
    """The tokens cut into examples: as many sentences as fit, and no span cut, whatever its length."""
    places = found.places
    within = {index for p in found.placed for index in range(p.first + 1, p.last + 1)}
    starts = set(sentence_starts(text, list(places))) - within
    cut, first = list[Window](), 0
    while len(places) - first > LONGEST:
        reach = range(first + LONGEST, first, -1)
        end = next((i for i in reach if i in starts), None) or next((i for i in reach if i not in within), None)
        # A span of more than LONGEST tokens: the example ends behind it.
        end = end or next((i for i in range(first + LONGEST, len(places)) if i not in within), len(places))
        cut.append((first, end))
        first = end
    return [*cut, (first, len(places))] if first < len(places) else cut


def write(records: Iterable[Record], out: Path, about: About, on_progress: Progress | None = None) -> Written:
    """Write `out` and its manifest, find every token again in the text by searching, then put both in place.

    Labels and relations are called by their names in `about.options.language`. Raises ExportError when anything fails
    or reads back otherwise, or when spans do not fit and the alignment is strict.
    """
    names = _names(about.scheme, about.options.language)

    def read_back(path: Path) -> Iterator[Record]:
        return _read_back(path, names)

    return output.write_file(_encoded(records, about.options, names), out, about, read_back, on_progress)


def _names(scheme: Scheme, language: str) -> Names:
    return Names(_called(scheme.every_label, language), _called(scheme.relations, language))


def _called(rows: Iterable[Label | RelationType], language: str) -> dict[str, str]:
    """The name of each row in small letters; its id where two share a name."""
    names = {row.id: word(row.names, language, row.id).lower() for row in rows}
    shared = Counter([*names.values(), *names])
    return {id: name if shared[name] == 1 else id for id, name in names.items()}


def _encoded(records: Iterable[Record], options: Options, names: Names) -> Iterator[tuple[bytes, Record | None]]:
    before = "[\n"
    for record, found in aligned(records, options.align):
        cut = windows(record.article.text, found)
        kept = _carried(record, found, cut)
        examples = map(json_line, _examples(kept, found, cut, names))
        yield (before + ",\n".join(examples)).encode("utf-8"), kept
        before = ",\n"
    yield b"\n]\n" if before != "[\n" else b"[]\n", None


def _examples(record: Record, found: Alignment, cut: Sequence[Window], names: Names) -> Iterator[dict[str, Any]]:
    text, places, layer = record.article.text, found.places, record.layer
    assert layer is not None
    for first, end in cut:
        start = places[first][0] if first else 0
        stop = places[end][0] if end < len(places) else len(text)
        inside = [p for p in found.placed if first <= p.first < end]
        index = {p.span.id: number for number, p in enumerate(inside)}
        yield {
            "tokenized_text": [text[a:b] for a, b in places[first:end]],
            "ner": [[p.first - first, p.last - first, _name(names.labels, p.span.label)] for p in inside],
            "relations": [
                [index[link.source], index[link.target], _name(names.relations, link.type)]
                for link in record.relations
                if link.source in index
            ],
            "article_id": record.article.id,
            "layer_id": layer.id,
            "start": start,
            "text": text[start:stop],
        }


def _name(names: Mapping[str, str], id: str) -> str:
    return names.get(id, id)


def _read_back(path: Path, names: Names) -> Iterator[Record]:
    """The records of a file just written; an example that starts at 0 begins one. Raises ExportError."""
    labels, types = ({name: id for id, name in row.items()} for row in (names.labels, names.relations))
    waiting: Record | None = None
    for example in _read_examples(path):
        if example["start"] == 0:
            if waiting is not None:
                yield waiting
            waiting = Record(make_article(example["text"], id=example["article_id"]))
        elif waiting is None or example["start"] != len(waiting.article.text):
            raise ExportError(output.UNLIKE)
        else:
            waiting = replace(waiting, article=make_article(waiting.article.text + example["text"]))
        waiting = _with_example(waiting, example, labels, types)
    if waiting is not None:
        yield waiting


def _read_examples(path: Path) -> Iterator[dict[str, Any]]:
    """The examples, one line at a time; that the lines are a JSON list together is checked by its brackets."""
    with path.open("rb") as file:
        lines = (line.rstrip(b"\n") for line in file)
        opening = next(lines, b"")
        for line in lines if opening == b"[" else ():
            if line == b"]":
                return
            yield json.loads(line.removesuffix(b","))
    if opening != b"[]":
        raise ExportError(output.UNLIKE)


def _with_example(
    record: Record, example: dict[str, Any], labels: Mapping[str, str], types: Mapping[str, str]
) -> Record:
    """The record with an example's spans and relations. Tokens are found by searching for each behind the last."""
    places, at = list[tuple[int, int]](), example["start"]
    for token in example["tokenized_text"]:
        start = record.article.text.find(token, at)
        if record.article.text[at:start].strip() or start < 0:
            raise ExportError(output.UNLIKE)
        at = start + len(token)
        places.append((start, at))
    fresh = [
        Span("", f"{example['start']}.{number}", labels.get(name, name), ((places[first][0], places[last][1]),))
        for number, (first, last, name) in enumerate(example["ner"])
    ]
    links = tuple(
        Relation("", "", types.get(name, name), fresh[head].id, fresh[tail].id)
        for head, tail, name in example["relations"]
    )
    return replace(record, spans=(*record.spans, *fresh), relations=(*record.relations, *links))
