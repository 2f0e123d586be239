#!/usr/bin/env python3
"""Make seeds/sample.jsonl, the sample project, from the articles and layers in seeds/: packaging/seeds.py

The same sources give the same bytes. What does not fit together is refused in a sentence naming the file
and the line. With --check nothing is written: it fails when sample.jsonl is not what the sources give.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from annotator.core.article import Article, hash_text, make_article
from annotator.core.layer import DONE, Annotator, Layer
from annotator.core.record import Record
from annotator.core.scheme import Scheme
from annotator.core.scheme_file import read_scheme
from annotator.core.span import Span
from annotator.exchange.grapheme import splits_letter
from annotator.exchange.jsonl import encode

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"
SCHEME = ROOT / "resources" / "scheme.toml"
COLUMNS = "article\tlabel\toccurrence\tquote"
# A fixed moment, so that building again changes nothing.
UPDATED_AT = "2025-12-01T08:00:00Z"


class SeedError(ValueError):
    """The sources do not fit together; the message says where, why and what to do."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One line of a layer: which place of a quote in an article, from 1, overlapping ones counted."""

    stem: str
    label: str
    occurrence: int
    quote: str
    where: str


def build(seeds: Path, scheme: Scheme) -> list[Record]:
    """The records: one per article and annotator, one without a layer where nobody annotated.

    Raises SeedError.
    """
    listing = _read_listing(seeds / "articles.toml")
    entries = listing["article"]
    _refuse_strays(seeds, [entry["file"] for entry in entries])
    layers = [(Annotator(row["id"], row["name"]), seeds / row["spans"]) for row in listing["annotator"]]
    marks = {who.id: read_marks(path, {label.id for label in scheme.labels}) for who, path in layers}
    _refuse_homeless(marks, entries)
    records = []
    for entry in entries:
        bare = Record(_read_article(seeds / entry["file"], entry, listing["licence"]))
        workers = [who for who, _ in layers if who.id in entry["annotated_by"]]
        own = [(who, [mark for mark in marks[who.id] if mark.stem == _stem(entry)]) for who in workers]
        records += [_annotate(bare, who, lines, scheme) for who, lines in own] or [bare]
    return records


def _read_listing(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(_read_text(path))
    except tomllib.TOMLDecodeError as error:
        raise SeedError(f"{path.name} is not valid TOML: {error}. Correct that place.") from error


def _read_text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise SeedError(f"{path.name}, line {line}: this is not UTF-8. Save the file as UTF-8.") from error


def read_marks(path: Path, labels: Container[str]) -> list[Mark]:
    """The lines of a layer's file. Raises SeedError for one that cannot be read or has an unknown label."""
    head, *lines = _read_text(path).removesuffix("\n").split("\n")
    if head != COLUMNS:
        raise SeedError(f"{path.name}, line 1: the columns must be {', '.join(COLUMNS.split())}, with tabs.")
    return [_read_mark(line, f"{path.name}, line {number}", labels) for number, line in enumerate(lines, 2)]


def _read_mark(line: str, where: str, labels: Container[str]) -> Mark:
    cells = line.split("\t")
    if len(cells) != 4 or not cells[2].isdecimal() or cells[2].startswith("0"):
        raise SeedError(f"{where}: four columns are needed, the third a number from 1. Correct the line.")
    stem, label, occurrence, quote = cells
    if label not in labels:
        raise SeedError(f"{where}: the label “{label}” is not in {SCHEME.name}. Use one of its labels.")
    if not quote or _is_edge_noise(quote[0]) or _is_edge_noise(quote[-1]):
        raise SeedError(f"{where}: “{quote}” begins or ends with a space or punctuation. Leave that out.")
    return Mark(stem, label, int(occurrence), quote, where)


def _is_edge_noise(character: str) -> bool:
    return unicodedata.category(character)[0] in "PZC"


def _read_article(path: Path, entry: dict[str, Any], licence: str) -> Article:
    text = _read_text(path)
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


def _annotate(bare: Record, who: Annotator, marks: Sequence[Mark], scheme: Scheme) -> Record:
    article = bare.article
    layer = Layer(f"{who.id}.{article.id}", article.id, who.id, status=DONE, scheme=scheme.version)
    places: set[tuple[int, int, str]] = set()
    for mark in marks:
        place = _place(mark, article.text)
        if place in places:
            raise SeedError(f"{mark.where}: “{mark.quote}” is labelled {mark.label} twice. Remove one.")
        places.add(place)
    numbered = enumerate(sorted(places), 1)
    spans = tuple(Span(layer.id, f"s{n}", label, ((start, end),)) for n, (start, end, label) in numbered)
    return replace(bare, layer=layer, annotator=who, scheme=scheme.id, updated_at=UPDATED_AT, spans=spans)


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


def _refuse_homeless(marks: dict[str, list[Mark]], entries: Sequence[dict[str, Any]]) -> None:
    """Every mark belongs to an article that its annotator worked on."""
    taken = {(who, _stem(entry)) for entry in entries for who in entry["annotated_by"]}
    for who, lines in marks.items():
        for mark in lines:
            if (who, mark.stem) not in taken:
                raise SeedError(
                    f"{mark.where}: articles.toml does not say that {who} annotated “{mark.stem}”. "
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
    spans = sum(len(record.spans) for record in records)
    print(f"{out.name}: {articles} articles, {len(records)} records, {spans} spans")
    return 0


if __name__ == "__main__":
    sys.exit(main())
