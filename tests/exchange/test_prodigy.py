"""Prodigy's JSONL: spans, relations and annotators come back, and files of others are read and not trusted."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.core.layer import SKIPPED, Layer
from annotator.core.record import Record
from annotator.core.span import Span
from annotator.exchange import ExportError
from annotator.exchange.option import USUAL
from annotator.exchange.prodigy import carried, read, recognises, write
from tests.exchange.likeness import likeness, make, notices_of, reasons_of, records_of
from tests.exchange.sample import LABELS, TEXT, about, full_record, records

FOREIGN: dict[str, Any] = {
    "text": "🔥 قصف الجيش المدينة",
    "_input_hash": 1,
    "_task_hash": 2,
    "tokens": [
        {"text": "🔥", "start": 0, "end": 1, "id": 0, "ws": True},
        {"text": "قصف", "start": 2, "end": 5, "id": 1, "ws": True},
        {"text": "الجيش", "start": 6, "end": 11, "id": 2, "ws": True},
        {"text": "المدينة", "start": 12, "end": 19, "id": 3, "ws": False},
    ],
    "spans": [
        {"start": 6, "end": 11, "token_start": 2, "token_end": 2, "label": "ACTOR"},
        {"start": 12, "end": 19, "token_start": 3, "token_end": 3, "label": "TARGET"},
    ],
    "relations": [{"head": 2, "child": 3, "label": "strikes"}],
    "answer": "accept",
    "meta": {"source": "wire"},
    "_session_id": "set-layla",
    "_annotator_id": "set-layla",
}
PIECES = [b'{"text":"', b'"', b"[", b"]", b",", b'"spans":', b'[{"start":0,"end":1', b"}", b"\xff", b"\n", b"\xd9\x82"]


def lines_of(folder: Path, *some: dict[str, Any]) -> Path:
    return make(folder / "a.jsonl", "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in some))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some=st.lists(records(), max_size=3))
def test_what_was_written_is_read_again(tmp_path: Path, some: list[Record]) -> None:
    out = tmp_path / "a.jsonl"
    write(some, out, about())
    found = list(read(out, LABELS)) if some else []
    assert reasons_of(found) == []
    assert [likeness(r) for r in records_of(found)] == [likeness(carried(r, USUAL)) for r in some]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(record=records())
def test_tokens_are_the_text_and_spans_say_theirs_where_they_are_whole(tmp_path: Path, record: Record) -> None:
    write([record], tmp_path / "a.jsonl", about())
    line = json.loads((tmp_path / "a.jsonl").read_text("utf-8"))
    tokens = line["tokens"]
    assert all(line["text"][one["start"] : one["end"]] == one["text"] for one in tokens)
    assert [one["id"] for one in tokens] == list(range(len(tokens)))
    assert "".join(one["text"] + " " * one["ws"] for one in tokens) == line["text"]
    starts, ends = {one["start"]: one["id"] for one in tokens}, {one["end"]: one["id"] for one in tokens}
    for span in line["spans"]:
        whole = span["start"] in starts and span["end"] in ends
        said = (span.get("token_start"), span.get("token_end"))
        assert said == ((starts[span["start"]], ends[span["end"]]) if whole else (None, None))


def test_offsets_count_code_points_also_behind_an_emoji(tmp_path: Path) -> None:
    write([full_record()], tmp_path / "a.jsonl", about())
    line = json.loads((tmp_path / "a.jsonl").read_text("utf-8"))
    assert line["text"] == TEXT
    assert [(s["start"], s["end"], s["label"]) for s in line["spans"]] == [
        (2, 7, "CLAIM"), (9, 20, "ACTOR"), (30, 49, "WEAPON"),
    ]  # fmt: skip
    assert line["spans"][1] == {"start": 9, "end": 20, "label": "ACTOR", "token_start": 3, "token_end": 4}
    (link,) = line["relations"]
    assert (link["head"], link["child"], link["label"]) == (1, 4, "claim_source")
    assert (link["head_span"], link["child_span"]) == (line["spans"][0], line["spans"][1])
    assert (line["_annotator_id"], line["answer"], line["meta"]) == ("ليلى", "accept", {"article_id": "a1"})


def test_what_was_skipped_is_ignored(tmp_path: Path) -> None:
    skipped = replace(full_record(), layer=Layer("l1", "a1", "layla", status=SKIPPED), comments=(), decisions=())
    write([skipped], tmp_path / "a.jsonl", about())
    assert json.loads((tmp_path / "a.jsonl").read_text("utf-8"))["answer"] == "ignore"
    assert [likeness(r) for r in records_of(read(tmp_path / "a.jsonl", LABELS))] == [likeness(carried(skipped, USUAL))]


def test_files_of_others_keep_their_annotators_and_have_the_same_ids_every_time(tmp_path: Path) -> None:
    (record,) = found = list(read(lines_of(tmp_path, FOREIGN), LABELS))
    assert isinstance(record, Record)
    assert [record.article.text[s.start : s.end] for s in record.spans] == ["الجيش", "المدينة"]
    labels = {span.id: span.label for span in record.spans}
    assert [(r.type, labels[r.source], labels[r.target]) for r in record.relations] == [("strikes", "ACTOR", "TARGET")]
    assert (record.annotator and record.annotator.name, record.article.meta) == ("set-layla", {"source": "wire"})
    assert (record.scheme, record.layer and record.layer.status) == ("", "done")
    assert list(read(tmp_path / "a.jsonl", LABELS)) == found


def test_answers_say_what_became_of_a_line(tmp_path: Path) -> None:
    rejected, ignored = FOREIGN | {"answer": "reject"}, FOREIGN | {"answer": "ignore"}
    plain = {"text": "قصف", "_input_hash": 1}
    found = list(read(lines_of(tmp_path, rejected, ignored, plain), LABELS))
    assert [r.layer and r.layer.status for r in records_of(found)] == [None, "skipped", None]
    assert "reject" in notices_of(found)[0]


def test_a_relation_between_tokens_means_the_shortest_spans_over_them(tmp_path: Path) -> None:
    wide = {"start": 6, "end": 19, "label": "CLAIM"}
    (record,) = records_of(read(lines_of(tmp_path, FOREIGN | {"spans": [wide, *FOREIGN["spans"]]}), LABELS))
    labels = {span.id: span.label for span in record.spans}
    assert [labels[r.source] for r in record.relations] == ["ACTOR"]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"spans": [{"start": 0, "end": 99, "label": "ACTOR"}], "relations": []}, "80 characters past"),
        ({"spans": [{"start": 3, "end": 3, "label": "ACTOR"}], "relations": []}, "empty"),
        ({"spans": [{"start": -1, "end": 3, "label": "ACTOR"}], "relations": []}, "before the text"),
        ({"spans": [{"start": 0, "end": 3, "label": "ODD"}], "relations": []}, "not in the scheme"),
        ({"spans": [{"start": 0, "end": 3}], "relations": []}, "missing"),
        ({"spans": [{"start": "0", "end": 3, "label": "ACTOR"}]}, "whole number"),
        ({"spans": [{"start": 10**30, "end": 3, "label": "ACTOR"}]}, "number"),
        ({"spans": []}, "“2”, which is not"),
        ({"tokens": []}, "“2”, which is not"),
        ({"relations": [{"head": 2, "child": 3, "label": ""}]}, "empty"),
        ({"text": None}, "must be a text"),
        ({"text": " "}, "empty"),
        ({"text": "a\0"}, "NUL"),
        ({"_annotator_id": "a\u202eb"}, "hidden"),
        ({"meta": {"article_id": "../a"}}, "cannot be"),
        ({"hashiya": []}, "object|record"),
    ],
)
def test_a_faulty_line_is_refused_and_the_others_go_in(tmp_path: Path, change: dict[str, Any], reason: str) -> None:
    found = list(read(lines_of(tmp_path, FOREIGN, FOREIGN | change, FOREIGN), LABELS))
    (said,) = reasons_of(found)
    assert re.search(reason, said), said
    assert len(records_of(found)) == 2


@pytest.mark.parametrize(
    ("line", "is_one"),
    [(FOREIGN, True), ({"text": "a", "spans": []}, True), ({"text": "a", "label": [[0, 1, "ACTOR"]]}, False),
     ({"text": "a"}, False), ({"spans": []}, False), ({"text": "a", "spans": [1]}, False)],
)  # fmt: skip
def test_a_file_is_told_by_its_first_line(tmp_path: Path, line: dict[str, Any], is_one: bool) -> None:
    path = lines_of(tmp_path, line)
    assert recognises(path, path.read_bytes()[:4096]) is is_one


def test_a_line_that_reads_back_otherwise_stops_the_export(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = {"start": 0, "end": 1, "label": "ACTOR"}
    monkeypatch.setattr("annotator.exchange.prodigy.Grid.place", lambda grid, span: place)
    record = replace(full_record(), relations=(), events=(), spans=(Span("layla.a1", "s1", "ACTOR", ((2, 7),)),))
    with pytest.raises(ExportError, match="not what was written"):
        write([record], tmp_path / "a.jsonl", about())
    assert list(tmp_path.iterdir()) == []


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_no_bytes_raise(tmp_path: Path, pieces: list[bytes]) -> None:
    path = make(tmp_path / "a.jsonl", b"".join(pieces))
    recognises(path, b"".join(pieces)[:20])
    for outcome in read(path, LABELS):
        assert outcome
