"""doccano's JSONL: both variants come back, and files of others are read and not trusted."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.core.layer import Relation
from annotator.core.record import Record
from annotator.exchange import ExportError, doccano, doccano_relation
from annotator.exchange.option import USUAL
from tests.exchange.likeness import likeness, make, notices_of, reasons_of, records_of
from tests.exchange.sample import LABELS, TEXT, about, full_record, records

VARIANTS: list[Any] = [doccano, doccano_relation]
FOREIGN = '{"id":7,"text":"🔥 قصف الجيش المدينة","label":[[6,11,"ACTOR"],[12,19,"TARGET"]],"Comments":[],"url":"a"}\n'
LINKED = (
    '{"id":1,"text":"قصف الجيش","entities":[{"id":9,"label":"ACTOR","start_offset":4,"end_offset":9},'
    '{"id":4,"label":"CLAIM","start_offset":0,"end_offset":3}],"relations":[{"id":2,"from_id":4,"to_id":9,"type":"r"}]}'
)
PIECES = [b'{"text":"', b'"', b"[", b"]", b",", b'"label":', b"[[0,1,", b'"ACTOR"', b"\xff", b"}", b"\n", b"\xd9\x82"]


@pytest.mark.parametrize("variant", VARIANTS)
@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some=st.lists(records(), max_size=3))
def test_what_was_written_is_read_again(tmp_path: Path, some: list[Record], variant: Any) -> None:
    out = tmp_path / "a.jsonl"
    variant.write(some, out, about())
    found = list(variant.read(out, LABELS)) if some else []
    assert reasons_of(found) == []
    assert [likeness(r) for r in records_of(found)] == [likeness(variant.carried(r, USUAL)) for r in some]


@pytest.mark.parametrize("variant", VARIANTS)
@given(record=records())
def test_what_is_carried_is_carried_again_unchanged(record: Record, variant: Any) -> None:
    once = variant.carried(record, USUAL)
    assert variant.carried(once, USUAL) == once


def test_offsets_count_code_points_also_behind_an_emoji(tmp_path: Path) -> None:
    doccano.write([full_record()], tmp_path / "a.jsonl", about())
    line = json.loads((tmp_path / "a.jsonl").read_text("utf-8"))
    assert line["text"] == TEXT
    assert line["label"] == [[2, 7, "CLAIM"], [9, 20, "ACTOR"], [30, 49, "WEAPON"]]
    assert (line["article_id"], line["annotator"]) == ("a1", "ليلى")


def test_relations_go_by_numbers_that_are_unique_in_the_line(tmp_path: Path) -> None:
    doccano_relation.write([full_record()], tmp_path / "a.jsonl", about())
    line = json.loads((tmp_path / "a.jsonl").read_text("utf-8"))
    assert [entity["id"] for entity in line["entities"]] == [0, 1, 2]
    assert line["relations"] == [{"id": 0, "from_id": 0, "to_id": 1, "type": "claim_source"}]
    (record,) = records_of(doccano.read(tmp_path / "a.jsonl", LABELS))
    labels = {span.id: span.label for span in record.spans}
    assert [(labels[link.source], labels[link.target]) for link in record.relations] == [("CLAIM", "ACTOR")]


def test_spans_that_become_one_take_their_relations_along() -> None:
    record = full_record()
    weapon = record.spans[2]
    twin = replace(weapon, id="s4", fragments=((30, 33), (40, 49)))
    links = (Relation("layla.a1", "r1", "part", "s1", "s4"),)
    kept = doccano_relation.carried(replace(record, spans=(*record.spans, twin), relations=links), USUAL)
    assert [span.id for span in kept.spans] == ["s1", "s2", "s3"]
    assert kept.relations[0].target == "s3"


def test_files_of_others_are_read_with_their_metadata_and_the_same_ids_every_time(tmp_path: Path) -> None:
    (record,) = found = list(doccano.read(make(tmp_path / "a.jsonl", FOREIGN), LABELS))
    assert isinstance(record, Record)
    assert [record.article.text[s.start : s.end] for s in record.spans] == ["الجيش", "المدينة"]
    assert (record.article.meta, record.annotator and record.annotator.name) == ({"url": "a"}, "doccano")
    assert (record.scheme, record.spans[0].origin) == ("", "imported")
    assert list(doccano.read(tmp_path / "a.jsonl", LABELS)) == found


def test_the_variant_with_relations_is_read_by_the_ids_it_gives(tmp_path: Path) -> None:
    (record,) = records_of(doccano.read(make(tmp_path / "a.jsonl", LINKED), LABELS))
    labels = {span.id: span.label for span in record.spans}
    assert [(r.type, labels[r.source], labels[r.target]) for r in record.relations] == [("r", "CLAIM", "ACTOR")]


def test_a_line_without_labels_is_an_article_nobody_has_worked_on(tmp_path: Path) -> None:
    lines = '{"text":"قصف"}\n{"text":"قصف الجيش","label":[]}\n'
    assert [r.layer for r in records_of(doccano.read(make(tmp_path / "a.jsonl", lines), LABELS))] == [None, None]


def test_work_that_was_changed_in_doccano_comes_back_as_the_same_persons_but_another_layer(tmp_path: Path) -> None:
    doccano.write([full_record()], tmp_path / "a.jsonl", about())
    line = json.loads((tmp_path / "a.jsonl").read_text("utf-8"))
    line["label"] = line["label"][:1]
    (record,) = records_of(doccano.read(make(tmp_path / "b.jsonl", json.dumps(line)), LABELS))
    assert record.annotator == full_record().annotator
    assert record.layer is not None
    assert record.layer.id.startswith("doccano.")


def test_twins_are_taken_as_one_and_told(tmp_path: Path) -> None:
    line = '{"text":"قصف الجيش","label":[[4,9,"ACTOR"],[4,9,"ACTOR"]]}'
    found = list(doccano.read(make(tmp_path / "a.jsonl", line), LABELS))
    assert "taken as one: 1" in notices_of(found)[0]
    assert [len(r.spans) for r in records_of(found)] == [1]


@pytest.mark.parametrize(
    ("content", "name"),
    [(FOREIGN, "doccano"), (LINKED, "doccano-relations"), ('{"text":"a","spans":[]}', None),
     ('{"text":"a","label":"sport"}', None), ('{"schema":"hashiya/1"}', None), ("", None), ("[" * 100_000, None)],
)  # fmt: skip
def test_a_file_is_told_by_its_first_line(tmp_path: Path, content: str, name: str | None) -> None:
    path = make(tmp_path / "a.jsonl", content)
    named = {"doccano": doccano, "doccano-relations": doccano_relation}
    head = path.read_bytes()[:4096]
    assert {key for key, variant in named.items() if variant.recognises(path, head)} == ({name} if name else set())


def test_a_first_line_longer_than_what_was_looked_at_is_read_to_its_end(tmp_path: Path) -> None:
    path = make(tmp_path / "a.jsonl", json.dumps({"text": "قصف " * 5000, "label": [[0, 3, "ACTOR"]]}) + "\n")
    assert doccano.recognises(path, path.read_bytes()[:4096])


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"text":"قصف","label":[[0,99,"ACTOR"]]}', "96 characters past"),
        ('{"text":"قصف","label":[[2,1,"ACTOR"]]}', "empty"),
        ('{"text":"قصف","label":[[-1,1,"ACTOR"]]}', "before the text"),
        ('{"text":"قصف","label":[[0,1,"actor"]]}', "not in the scheme"),
        ('{"text":"قصف","label":[[0,1]]}', "list|array"),
        ('{"text":"قصف","label":[[0,1.5,"ACTOR"]]}', "whole number"),
        ('{"text":"قصف","label":[[0,99999999999999999999999,"ACTOR"]]}', "number"),
        ('{"text":"قصف","label":[[0,NaN,"ACTOR"]]}', "not valid JSON"),
        ('{"text":"\\ud800","label":[]}', "surrogate|JSON"),
        ('{"text":"a\\u0000","label":[]}', "NUL"),
        ('{"text":"","label":[]}', "empty"),
        ('{"label":[]}', "missing"),
        ('{"text":"قصف","text":"a"}', "twice"),
        ('{"text":"قصف","entities":[{"id":1,"label":"ACTOR","start_offset":0,"end_offset":1}],'
         '"relations":[{"from_id":1,"to_id":2,"type":"r"}]}', "“2”, which is not"),
        ('{"text":"قصف","article_id":"../x"}', "cannot be"),
        ('{"text":"قصف","hashiya":{"mark":1}}', "missing|text"),
        ('["text"]', "not a JSON object"),
        ("{", "bracket|JSON"),
        ("[" * 100_000, "nested too deeply"),
        ('{"text":"قصف","a":' + "[" * 17 + "]" * 17 + "}", "16 levels"),
        ('{"text":"قصف","a":' + "[" * 600 + "]" * 600 + "}", "nested"),
    ],
)  # fmt: skip
def test_a_faulty_line_is_refused_with_its_reason_and_the_others_go_in(tmp_path: Path, line: str, reason: str) -> None:
    found = list(doccano.read(make(tmp_path / "a.jsonl", FOREIGN + line + "\n" + FOREIGN), LABELS))
    assert len(reasons_of(found)) == 1
    assert re.search(reason, reasons_of(found)[0]), reasons_of(found)[0]
    assert len(records_of(found)) == 2


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"", "empty"), (b" \n\n", "empty"), (FOREIGN.encode("utf-16"), "UTF-16"), (b"[\n{}\n]", "many lines")],
)
def test_what_is_no_such_file_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    (said,) = reasons_of(doccano.read(make(tmp_path / "a.jsonl", content), LABELS))
    assert reason in said


def test_a_line_that_reads_back_otherwise_stops_the_export(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.exchange.doccano._flat", lambda record: {"text": TEXT, **doccano.beside(record)})
    with pytest.raises(ExportError, match="not what was written"):
        doccano.write([full_record()], tmp_path / "a.jsonl", about())
    assert list(tmp_path.iterdir()) == []


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_no_bytes_raise(tmp_path: Path, pieces: list[bytes]) -> None:
    path = make(tmp_path / "a.jsonl", b"".join(pieces))
    doccano.recognises(path, b"".join(pieces)[:20])
    for outcome in doccano.read(path, LABELS):
        assert outcome
