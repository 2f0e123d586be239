"""GLiNER's examples: inclusive tokens, names for labels, nothing longer than it takes, and the text beside it."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator import paths
from annotator.core.article import make_article
from annotator.core.layer import Relation
from annotator.core.record import Record
from annotator.core.span import Span
from annotator.exchange import ExportError, jsonl
from annotator.exchange.align import align
from annotator.exchange.gliner import LONGEST, carried, windows, write
from annotator.exchange.option import ALIGNMENTS, DROP, EXPAND, STRICT, Options
from tests.exchange.sample import LABELS, TEXT, about, full_record, records

NAMES = {"ACTOR": "actor", "TARGET": "target", "WEAPON": "weapon", "CLAIM": "claim"}


def load(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))
    return found


def sample() -> list[Record]:
    return [r for r in jsonl.read(paths.seed("sample.jsonl"), LABELS) if isinstance(r, Record)]


def long_record(words: int, *spans: tuple[int, int]) -> Record:
    """An article of one-letter words and no sentence; spans run from a word to one past another."""
    placed = tuple(Span("l1", f"s{n}", "ACTOR", ((2 * a, 2 * b - 1),)) for n, (a, b) in enumerate(spans))
    known = full_record()
    assert known.layer
    article = make_article(" ".join("ب" * words), id="a1")
    return Record(article, replace(known.layer, id="l1"), known.annotator, spans=placed)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(records(), max_size=3), st.sampled_from([EXPAND, DROP]))
def test_tokens_and_spans_say_what_was_meant(tmp_path: Path, some: list[Record], mode: str) -> None:
    options = Options(align=mode)
    written = write(some, tmp_path / "a.json", replace(about(), options=options))
    meant = [carried(record, options) for record in some if record.layer]
    found = load(tmp_path / "a.json")
    assert (written.count, written.spans) == (len(meant), sum(len(record.spans) for record in meant))
    assert "".join(e["text"] for e in found) == "".join(record.article.text for record in meant)
    said = [("".join(e["tokenized_text"][a : b + 1]), name) for e in found for a, b, name in e["ner"]]
    quotes = [("".join(r.article.text[s.start : s.end].split()), NAMES[s.label]) for r in meant for s in r.spans]
    assert sorted(("".join(words.split()), name) for words, name in said) == sorted(quotes)


@given(records(), st.sampled_from(ALIGNMENTS))
def test_what_is_carried_is_carried_again_unchanged(record: Record, mode: str) -> None:
    once = carried(record, Options(align=mode))
    assert carried(once, Options(align=STRICT)) == once


def test_an_example_has_the_shape_that_gliner_reads(tmp_path: Path) -> None:
    write([full_record()], tmp_path / "a.json", about())
    (example,) = load(tmp_path / "a.json")
    assert example["tokenized_text"][:5] == ["🔥", "تبنّت", "«", "كتائب", "الفجر"]
    assert example["ner"] == [[1, 1, "claim"], [3, 4, "actor"], [7, 13, "weapon"]]
    assert example["relations"] == [[0, 1, "who speaks"]]
    assert (example["article_id"], example["layer_id"], example["start"]) == ("a1", "layla.a1", 0)
    assert example["text"] == TEXT


def test_labels_can_be_called_in_arabic(tmp_path: Path) -> None:
    write([full_record()], tmp_path / "a.json", replace(about(), options=Options(language="ar")))
    assert [name for _, _, name in load(tmp_path / "a.json")[0]["ner"]] == ["ادعاء", "فاعل", "سلاح"]


def test_no_example_of_the_sample_is_longer_than_gliner_takes_and_all_spans_are_there(tmp_path: Path) -> None:
    written = write(sample(), tmp_path / "a.json", about())
    found = load(tmp_path / "a.json")
    assert max(len(e["tokenized_text"]) for e in found) <= LONGEST
    assert sum(len(e["ner"]) for e in found) == written.spans > 500
    assert all(0 <= a <= b < len(e["tokenized_text"]) for e in found for a, b, _ in e["ner"])


@pytest.mark.parametrize(
    ("words", "spans", "cuts"),
    [
        (LONGEST, [], [LONGEST]),
        (LONGEST + 1, [], [LONGEST, 1]),
        (LONGEST + 5, [(LONGEST - 2, LONGEST + 3)], [LONGEST - 2, 7]),
        (LONGEST + 9, [(0, LONGEST + 2)], [LONGEST + 2, 7]),
        (LONGEST + 9, [(0, LONGEST + 9)], [LONGEST + 9]),
        (3 * LONGEST, [], [LONGEST] * 3),
    ],
)
def test_a_long_article_is_cut_but_never_inside_a_span(
    words: int, spans: Sequence[tuple[int, int]], cuts: list[int], tmp_path: Path
) -> None:
    record = long_record(words, *spans)
    cut = windows(record.article.text, align(record, EXPAND))
    assert [end - first for first, end in cut] == cuts
    assert write([record], tmp_path / "a.json", about()).spans == len(spans)
    assert [len(e["tokenized_text"]) for e in load(tmp_path / "a.json")] == cuts


def test_examples_begin_with_a_sentence_where_they_can() -> None:
    sentence = " ".join(["كلمة"] * 99) + "."
    record = replace(long_record(1), article=make_article("\n".join([sentence] * 9)))
    cut = windows(record.article.text, align(record, EXPAND))
    assert [end - first for first, end in cut] == [300, 300, 300]


def test_a_relation_between_two_examples_is_not_carried(tmp_path: Path) -> None:
    record = long_record(LONGEST + 5, (0, 1), (1, 2), (LONGEST + 1, LONGEST + 2))
    links = (Relation("l1", "r1", "claim_source", "s0", "s1"), Relation("l1", "r2", "claim_source", "s0", "s2"))
    record = replace(record, relations=links)
    assert [link.id for link in carried(record, Options()).relations] == ["r1"]
    write([record], tmp_path / "a.json", about())
    assert [len(e["relations"]) for e in load(tmp_path / "a.json")] == [1, 0]


def test_an_export_of_nothing_is_an_empty_list(tmp_path: Path) -> None:
    assert write([Record(make_article(TEXT))], tmp_path / "a.json", about()).count == 0
    assert load(tmp_path / "a.json") == []


def test_an_example_that_says_otherwise_is_not_put_in_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.exchange.gliner.windows", lambda text, found: [(1, len(found.places))])
    with pytest.raises(ExportError, match="not what was written"):
        write([full_record()], tmp_path / "a.json", about())
    assert list(tmp_path.iterdir()) == []
