#!/usr/bin/env python3
"""Make seeds/sample.jsonl, the sample project, from the articles and layers in seeds/: packaging/seeds.py

The same sources give the same bytes. What does not fit together is refused in a sentence naming the file
and the line. With --check nothing is written: it fails when sample.jsonl is not what the sources give.
"""

from __future__ import annotations

import argparse
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from annotator.core.article import Article, hash_text, make_article
from annotator.core.layer import DONE, Annotator, Event, Layer, Relation
from annotator.core.record import Record
from annotator.core.scheme import Scheme
from annotator.core.scheme_file import read_scheme
from annotator.core.span import Span
from annotator.exchange.grapheme import splits_letter
from annotator.exchange.jsonl import encode
from seed_frame import EVENT_COLUMNS, RELATION_COLUMNS, Ground, make_attributes, make_event, make_relation
from seed_source import Line, SeedError, read_table, read_text, read_toml

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"
SCHEME = ROOT / "resources" / "scheme.toml"
SPAN_COLUMNS = ("article", "label", "occurrence", "quote", "name", "attributes")
NAME = re.compile("[a-z][a-z0-9-]*")
# A fixed moment, so that building again changes nothing.
UPDATED_AT = "2025-12-01T08:00:00Z"
COUNTED = ("spans", "events", "relations")
Made = TypeVar("Made", Event, Relation)


@dataclass(frozen=True, slots=True)
class Mark:
    """A line about a span: which place of a quote in an article, from 1, overlapping ones counted."""

    stem: str
    label: str
    occurrence: int
    quote: str
    line: Line

    @property
    def where(self) -> str:
        """Where the line stands."""
        return self.line.where


@dataclass(frozen=True, slots=True)
class Source:
    """What one annotator's files say, in all articles."""

    annotator: Annotator
    marks: Sequence[Mark]
    events: Sequence[Line]
    relations: Sequence[Line]

    def of(self, stem: str) -> Source:
        """The part about one article."""
        marks = [mark for mark in self.marks if mark.stem == stem]
        return Source(self.annotator, marks, _about(self.events, stem), _about(self.relations, stem))


def _about(lines: Sequence[Line], stem: str) -> list[Line]:
    return [line for line in lines if line["article"] == stem]


def build(seeds: Path, scheme: Scheme) -> list[Record]:
    """The records: one per article and annotator, one without a layer where nobody annotated.

    Raises SeedError.
    """
    listing = read_toml(seeds / "articles.toml")
    entries = listing["article"]
    _refuse_strays(seeds, [entry["file"] for entry in entries])
    labels = {label.id for label in scheme.labels}
    sources = [_read_source(seeds, row, labels) for row in listing["annotator"]]
    _refuse_homeless(sources, entries)
    records = []
    for entry in entries:
        bare = Record(_read_article(seeds / entry["file"], entry, listing["licence"]))
        own = [source.of(_stem(entry)) for source in sources if source.annotator.id in entry["annotated_by"]]
        records += [_annotate(bare, source, scheme) for source in own] or [bare]
    return records


def _read_source(seeds: Path, row: dict[str, Any], labels: Container[str]) -> Source:
    return Source(
        Annotator(row["id"], row["name"]),
        read_marks(seeds / row["spans"], labels),
        read_table(seeds / row["events"], EVENT_COLUMNS),
        read_table(seeds / row["relations"], RELATION_COLUMNS),
    )


def read_marks(path: Path, labels: Container[str]) -> list[Mark]:
    """The lines about spans. Raises SeedError for one that cannot be read or has an unknown label."""
    return [_read_mark(line, labels) for line in read_table(path, SPAN_COLUMNS)]


def _read_mark(line: Line, labels: Container[str]) -> Mark:
    where, label, occurrence, quote = line.where, line["label"], line["occurrence"], line["quote"]
    if not occurrence.isdecimal() or occurrence.startswith("0"):
        raise SeedError(f"{where}: the third column must be a number from 1. Correct the line.")
    if label not in labels:
        raise SeedError(f"{where}: the label “{label}” is not in {SCHEME.name}. Use one of its labels.")
    if not quote or _is_edge_noise(quote[0]) or _is_edge_noise(quote[-1]):
        raise SeedError(f"{where}: “{quote}” begins or ends with a space or punctuation. Leave that out.")
    if line["name"] and not NAME.fullmatch(line["name"]):
        raise SeedError(f"{where}: the name “{line['name']}” may hold a-z, 0-9 and hyphens only. Change it.")
    return Mark(line["article"], label, int(occurrence), quote, line)


def _is_edge_noise(character: str) -> bool:
    return unicodedata.category(character)[0] in "PZC"


def _read_article(path: Path, entry: dict[str, Any], licence: str) -> Article:
    text = read_text(path)
    _check_lines(text, path.name, 3 if entry["dateline"] else 2)
    return make_article(
        text,
        id=entry["id"],
        source=entry["source"],
        published=entry["published"].isoformat(),
        licence=licence,
        raw_sha256=hash_text(text),
        meta={"dateline": True} if entry["dateline"] else {},
    )


def _check_lines(text: str, name: str, least: int) -> None:
    """The text is a headline and paragraphs, one a line, with nothing at the edges of a line."""
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if not line or line != line.strip() or any(unicodedata.category(c) in ("Cc", "Cf") for c in line):
            raise SeedError(
                f"{name}, line {number}: the line is empty, has spaces at an edge or a hidden character. "
                "Take that out; the last line ends without a line feed."
            )
    if len(lines) < least:
        raise SeedError(f"{name}: it has {len(lines)} lines and needs {least}. Write the paragraphs.")


def _annotate(bare: Record, source: Source, scheme: Scheme) -> Record:
    article, who = bare.article, source.annotator
    layer = Layer(f"{who.id}.{article.id}", article.id, who.id, status=DONE, scheme=scheme.version)
    placed = _make_spans(layer.id, article.text, source.marks, scheme)
    ground = Ground(layer.id, article.text, _name_spans(placed))
    return replace(
        bare,
        layer=layer,
        annotator=who,
        scheme=scheme.id,
        updated_at=UPDATED_AT,
        spans=tuple(span for _, span in placed),
        events=_make_rows(source.events, make_event, ground, scheme),
        relations=_make_rows(source.relations, make_relation, ground, scheme),
    )


def _make_spans(layer: str, text: str, marks: Sequence[Mark], scheme: Scheme) -> list[tuple[Mark, Span]]:
    """The spans, numbered as they lie in the text, each beside its line. Raises SeedError."""
    allowed = {label.id: label.attributes for label in scheme.labels}
    places: dict[tuple[int, int, str], Mark] = {}
    for mark in marks:
        place = _place(mark, text)
        if place in places:
            raise SeedError(f"{mark.where}: “{mark.quote}” is labelled {mark.label} twice. Remove one.")
        places[place] = mark
    spans = []
    for number, ((start, end, label), mark) in enumerate(sorted(places.items(), key=lambda item: item[0]), 1):
        attributes = make_attributes(mark.line, allowed[label], text)
        spans.append((mark, Span(layer, f"s{number}", label, ((start, end),), attributes)))
    return spans


def _name_spans(placed: Sequence[tuple[Mark, Span]]) -> dict[str, Span]:
    named: dict[str, Span] = {}
    for mark, span in placed:
        name = mark.line["name"]
        if name in named:
            raise SeedError(f"{mark.where}: another span of the article is named “{name}”. Change one of the names.")
        if name:
            named[name] = span
    return named


def _make_rows(
    lines: Sequence[Line], make: Callable[[Line, int, Ground, Scheme], Made], ground: Ground, scheme: Scheme
) -> tuple[Made, ...]:
    """What the lines say, numbered in their order, in the order of their ids. Raises SeedError."""
    seen: dict[str, str] = {}
    for line in lines:
        said = "\t".join(line.cells.values())
        if said in seen:
            raise SeedError(f"{line.where}: this says the same as {seen[said]}. Remove one.")
        seen[said] = line.where
    rows = [make(line, number, ground, scheme) for number, line in enumerate(lines, 1)]
    return tuple(sorted(rows, key=lambda row: row.id))


def _place(mark: Mark, text: str) -> tuple[int, int, str]:
    """Where the mark lies, [start, end) in code points. Raises SeedError where the text does not have it."""
    starts = list(_occurrences(mark.quote, text))
    if mark.occurrence > len(starts):
        raise SeedError(
            f"{mark.where}: occurrence {mark.occurrence} of “{mark.quote}” was asked for; {mark.stem}.txt "
            f"has {len(starts)}. Correct the quote or its number."
        )
    start = starts[mark.occurrence - 1]
    end = start + len(mark.quote)
    if splits_letter(text, start) or splits_letter(text, end):
        raise SeedError(f"{mark.where}: “{mark.quote}” cuts a letter from its mark. Take the mark in.")
    return start, end, mark.label


def _occurrences(quote: str, text: str) -> Iterator[int]:
    start = text.find(quote)
    while start >= 0:
        yield start
        start = text.find(quote, start + 1)


def _refuse_strays(seeds: Path, files: Sequence[str]) -> None:
    """Every text stands in the list once, and everything in the list is there."""
    found = {path.relative_to(seeds).as_posix() for path in (seeds / "articles").glob("*.txt")}
    odd = sorted(found ^ set(files)) + [name for name, count in Counter(files).items() if count > 1]
    if odd:
        raise SeedError(f"articles.toml must list every file of articles once; see {', '.join(odd)}.")


def _refuse_homeless(sources: Sequence[Source], entries: Sequence[dict[str, Any]]) -> None:
    """Every line belongs to an article that its annotator worked on."""
    taken = {(who, _stem(entry)) for entry in entries for who in entry["annotated_by"]}
    for source in sources:
        who = source.annotator.id
        for line in [*(mark.line for mark in source.marks), *source.events, *source.relations]:
            if (who, line["article"]) not in taken:
                raise SeedError(
                    f"{line.where}: articles.toml does not say that {who} annotated “{line['article']}”. "
                    "Correct the name of the article, or name the annotator there."
                )


def _stem(entry: dict[str, Any]) -> str:
    return Path(entry["file"]).stem


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Make seeds/sample.jsonl from the articles and layers.")
    parser.add_argument("--check", action="store_true", help="write nothing; fail when sample.jsonl is stale")
    options = parser.parse_args(arguments)
    out = SEEDS / "sample.jsonl"
    try:
        records = build(SEEDS, read_scheme(SCHEME.read_text("utf-8")))
    except SeedError as reason:
        print(reason, file=sys.stderr)
        return 1
    data = b"".join(encode(record) for record in records)
    if options.check:
        if out.is_file() and out.read_bytes() == data:
            return 0
        print(f"{out.name} is not what its sources give. Run {Path(__file__).name} again.", file=sys.stderr)
        return 1
    out.write_bytes(data)
    articles = len({record.article.id for record in records})
    counts = ", ".join(f"{sum(len(getattr(r, what)) for r in records)} {what}" for what in COUNTED)
    print(f"{out.name}: {articles} articles, {len(records)} records, {counts}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
