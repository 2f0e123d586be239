"""bioc, a library that reads brat's files: it finds in ours every span, event, relation, attribute and note."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from annotator.core.record import Record
from annotator.exchange.brat import carried, write
from annotator.exchange.brat_ann import broken
from annotator.exchange.brat_name import from_brat
from annotator.exchange.option import USUAL
from tests.consumers.corpus import made_records, sample_records
from tests.exchange.sample import about, full_record

pytestmark = pytest.mark.consumer


def loaded(folder: Path) -> list[Any]:
    """Every document of an export, as bioc sees it."""
    from bioc import brat  # type: ignore[import-untyped,import-not-found,unused-ignore]

    found = []
    for ann in sorted(folder.rglob("*.ann")):
        with ann.with_suffix(".txt").open(encoding="utf-8", newline="") as words, ann.open(encoding="utf-8") as lines:
            found.append(brat.load(words, lines))
    return found


def all_records() -> list[Record]:
    return [full_record(), *sample_records(), *made_records(0, 40)]


def test_bioc_finds_every_span_with_its_words_where_we_put_it(tmp_path: Path) -> None:
    some = [carried(record, USUAL) for record in all_records()]
    write(all_records(), tmp_path / "a", about())
    found: Counter[Any] = Counter()
    for doc in loaded(tmp_path / "a"):
        anchors = {event.trigger_id for event in doc.events}
        for entity in doc.entities:
            if entity.id not in anchors:
                # Fragments come in the order of their digits.
                places = sorted((span.begin, span.end) for span in entity.locations)
                assert entity.text == " ".join(doc.text[begin:end] for begin, end in places)
                found[doc.text, from_brat(entity.type), tuple(places)] += 1
    meant = Counter(
        (record.article.text, span.label, broken(span.fragments, record.article.text))
        for record in some
        for span in record.spans
    )
    assert meant.total() > 500
    assert found == meant


def test_bioc_finds_what_hangs_on_the_spans(tmp_path: Path) -> None:
    some = [carried(record, USUAL) for record in all_records()]
    write(all_records(), tmp_path / "a", about())
    docs = loaded(tmp_path / "a")
    events = [event for record in some for event in record.events]
    assert sum(len(doc.events) for doc in docs) == len(events)
    assert sum(len(event.arguments) for doc in docs for event in doc.events) == sum(
        len(event.arguments) + len(event.claims) + (event.trigger is not None) for event in events
    )
    relations = Counter(link.type for record in some for link in record.relations)
    assert Counter(from_brat(link.type) for doc in docs for link in doc.relations) == relations
    owners = [row for record in some for rows in (record.spans, record.events, record.relations) for row in rows]
    attributes = sum((Counter(name for name, _ in row.attributes) for row in owners), Counter[str]())
    attributes["NoTrigger"] = sum(event.trigger is None for event in events)
    assert Counter(from_brat(one.type) for doc in docs for one in doc.attributes) == +attributes
    notes = sum(bool(span.note) for record in some for span in record.spans)
    assert sum(len(doc.notes) for doc in docs) == notes
    assert notes > 0
