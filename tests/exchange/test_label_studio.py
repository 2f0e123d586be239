"""Label Studio: tasks and configuration come back, models' work as predictions, and files of others are not trusted."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.core.layer import PREDICTION, Annotator, Layer
from annotator.core.record import Record, Refusal
from annotator.core.span import Span
from annotator.exchange import ExportError
from annotator.exchange.label_studio import carried, read, recognises, write
from annotator.exchange.option import USUAL
from tests.exchange.likeness import likeness, make, notices_of, reasons_of, records_of
from tests.exchange.sample import LABELS, TEXT, about, full_record, records

WORDS = "🔥 قصف الجيش المدينة"
PIECES = [b"[", b"]", b"{", b"}", b'"', b'"data":{"text":"a"}', b'"annotations":[]', b",", b"\\", b"\n", b"\xff"]


def region(start: int, end: int, label: str, text: str | None = None, **more: Any) -> dict[str, Any]:
    value = {"start": start, "end": end, "labels": [label], **({"text": text} if text else {})}
    return {"id": "r1", "from_name": "l", "to_name": "text", "type": "labels", "value": value, **more}


def task(*results: dict[str, Any], **more: Any) -> dict[str, Any]:
    work = {"completed_by": {"id": 1, "email": "layla@example.org"}, "result": list(results), **more}
    return {"id": 5, "data": {"text": WORDS, "desk": "war"}, "annotations": [work], "predictions": []}


def export_of(folder: Path, *tasks: Any) -> Path:
    return make(folder / "a.json", json.dumps(list(tasks), ensure_ascii=False, indent=1))


def tasks_of(folder: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((folder / "tasks.json").read_text("utf-8"))
    return found


def model_record() -> Record:
    """What a model said about the sample's article."""
    layer = Layer("m.a1", "a1", "m", kind=PREDICTION, status="done")
    spans = (Span("m.a1", "s1", "ACTOR", ((9, 20),), score=0.75),)
    return replace(full_record(), layer=layer, annotator=Annotator("m", "نموذج"), spans=spans, events=(), relations=())


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some=st.lists(records(), max_size=3))
def test_what_was_written_is_read_again(tmp_path_factory: pytest.TempPathFactory, some: list[Record]) -> None:
    out = tmp_path_factory.mktemp("out") / "a"
    write(some, out, about())
    found = list(read(out, LABELS))
    assert reasons_of(found) == []
    assert [likeness(r) for r in records_of(found)] == [likeness(carried(r, USUAL)) for r in some]


@given(record=records())
def test_what_is_carried_is_carried_again_unchanged(record: Record) -> None:
    once = carried(record, USUAL)
    assert carried(once, USUAL) == once


def test_offsets_count_code_points_also_behind_an_emoji(tmp_path: Path) -> None:
    write([full_record()], tmp_path / "a", about())
    (only,) = tasks_of(tmp_path / "a")
    regions = [r for r in only["annotations"][0]["result"] if r["type"] == "labels"]
    assert only["data"]["text"] == TEXT
    assert [(r["value"]["start"], r["value"]["end"]) for r in regions] == [(2, 7), (9, 20), (30, 49)]
    assert all(TEXT[r["value"]["start"] : r["value"]["end"]] == r["value"]["text"] for r in regions)


def test_attributes_notes_and_relations_stand_where_label_studio_has_them(tmp_path: Path) -> None:
    spans = (*full_record().spans[:1], replace(full_record().spans[1], attributes=(("subtype", "armed_group"),
             ("subtype", "odd"), ("count", "12"))), full_record().spans[2])  # fmt: skip
    write([replace(full_record(), spans=spans)], tmp_path / "a", about())
    results = tasks_of(tmp_path / "a")[0]["annotations"][0]["result"]
    answers = {r["from_name"]: r["value"] for r in results if r["type"] in ("choices", "textarea")}
    assert answers == {
        "ACTOR_subtype": {"start": 9, "end": 20, "choices": ["armed_group"]},
        "text_ACTOR_subtype": {"start": 9, "end": 20, "text": ["odd"]},
        "text_ACTOR_count": {"start": 9, "end": 20, "text": ["12"]},
    }
    assert results[0]["meta"] == {"text": ["ملاحظة"]}
    ends = {"from_id": "s1", "to_id": "s2", "direction": "right", "labels": ["claim_source"]}
    assert results[-1] == {"type": "relation", **ends}


def test_the_configuration_has_all_that_the_tasks_name(tmp_path: Path) -> None:
    odd = replace(full_record().spans[1], id="s9", label="ODD", attributes=(("shade", "نص"),))
    write([replace(full_record(), spans=(*full_record().spans, odd))], tmp_path / "a", about())
    root = ElementTree.parse(tmp_path / "a" / "config.xml").getroot()
    controls = {element.get("name") for element in root.iter() if element.get("name")}
    results = tasks_of(tmp_path / "a")[0]["annotations"][0]["result"]
    assert {r["from_name"] for r in results if "from_name" in r} <= controls
    assert {"ACTOR", "TARGET", "WEAPON", "CLAIM", "ODD"} <= {label.get("value") for label in root.iter("Label")}
    assert "claim_source" in {one.get("value") for one in root.iter("Relation")}


def test_work_of_several_people_and_models_on_one_article_is_one_task(tmp_path: Path) -> None:
    other = replace(full_record(), layer=Layer("yusuf.a1", "a1", "yusuf"), annotator=Annotator("yusuf", "يوسف"))
    other = replace(other, decisions=(), comments=(), updated_at="")
    some = [full_record(), other, model_record()]
    write(some, tmp_path / "a", about())
    (only,) = tasks_of(tmp_path / "a")
    assert [work["ground_truth"] for work in only["annotations"]] == [True, False]
    assert [work["model_version"] for work in only["predictions"]] == ["نموذج"]
    found = records_of(read(tmp_path / "a", LABELS))
    assert [likeness(r) for r in found] == [likeness(carried(r, USUAL)) for r in some]
    assert [span.score for span in found[2].spans] == [0.75]


def test_a_changed_annotation_stays_its_annotators_where_only_one_is_left_over(tmp_path: Path) -> None:
    other = replace(full_record(), layer=Layer("yusuf.a1", "a1", "yusuf"), annotator=Annotator("yusuf", "يوسف"))
    other = replace(other, decisions=(), comments=(), spans=full_record().spans[:2])
    write([full_record(), other], tmp_path / "a", about())
    tasks = tasks_of(tmp_path / "a")
    tasks[0]["annotations"][1]["result"].pop(0)
    tasks[0]["annotations"][1]["result"].pop()
    tasks[0]["annotations"].reverse()
    first, second = records_of(read(export_of(tmp_path, *tasks), LABELS))
    assert [r.annotator and r.annotator.name for r in (first, second)] == ["يوسف", "ليلى"]
    assert first.layer is not None
    assert first.layer.id.startswith("label-studio.")
    assert second.layer == full_record().layer


def test_files_of_others_keep_their_annotators_and_metadata_and_have_the_same_ids_every_time(tmp_path: Path) -> None:
    path = export_of(tmp_path, task(region(6, 11, "ACTOR", "الجيش"), updated_at="2025-11-01T08:00:00.123Z"))
    (record,) = found = list(read(path, LABELS))
    assert isinstance(record, Record)
    assert record.annotator is not None
    assert (record.annotator.name, record.article.meta) == ("layla@example.org", {"desk": "war"})
    assert (record.scheme, record.updated_at, record.spans[0].origin) == ("", "2025-11-01T08:00:00Z", "imported")
    assert list(read(path, LABELS)) == found


@pytest.mark.parametrize(
    ("who", "name"),
    [(7, "Label Studio 7"), (None, "Label Studio"), ({"id": 3}, "Label Studio 3"),
     ({"first_name": "ليلى", "last_name": "ن"}, "ليلى ن")],
)  # fmt: skip
def test_annotators_are_called_by_what_is_told_of_them(tmp_path: Path, who: Any, name: str) -> None:
    (record,) = records_of(read(export_of(tmp_path, task(region(6, 11, "ACTOR"), completed_by=who)), LABELS))
    assert record.annotator is not None
    assert record.annotator.name == name


def test_predictions_come_in_as_a_layer_of_their_own(tmp_path: Path) -> None:
    one = task(region(6, 11, "ACTOR"))
    one["predictions"] = [{"model_version": "v1", "score": 0.5, "result": [region(2, 5, "CLAIM", score=0.5)]}]
    work, guess = records_of(read(export_of(tmp_path, one), LABELS))
    assert work.layer is not None
    assert guess.layer is not None
    assert (work.layer.kind, guess.layer.kind) == ("work", "prediction")
    assert (guess.annotator and guess.annotator.name, guess.spans[0].score) == ("v1", 0.5)
    assert guess.spans[0].origin == "prediction"


def test_somebodys_second_annotation_of_a_task_is_a_second_pass(tmp_path: Path) -> None:
    one = task(region(6, 11, "ACTOR"))
    one["annotations"].append(task(region(2, 5, "CLAIM"))["annotations"][0])
    found = records_of(read(export_of(tmp_path, one), LABELS))
    assert [r.layer and r.layer.pass_number for r in found] == [1, 2]


def test_offsets_in_utf16_units_are_converted_and_told(tmp_path: Path) -> None:
    found = list(read(export_of(tmp_path, task(region(7, 12, "ACTOR", "الجيش"))), LABELS))
    assert "UTF-16" in notices_of(found)[0]
    assert [(s.start, s.end) for r in records_of(found) for s in r.spans] == [(6, 11)]


def test_words_whose_white_space_label_studio_altered_fit(tmp_path: Path) -> None:
    one = task(region(2, 11, "ACTOR", "قصف\\nالجيش"))
    assert len(records_of(read(export_of(tmp_path, one), LABELS))) == 1


def test_the_configuration_tells_which_key_holds_the_text(tmp_path: Path) -> None:
    one = task(region(6, 11, "ACTOR"))
    one["data"] = {"body": WORDS, "headline": "a"}
    path = export_of(tmp_path, one)
    assert "which key" in reasons_of(read(path, LABELS))[0]
    make(tmp_path / "config.xml", '<View><Text name="text" value="$body"/></View>')
    (record,) = records_of(read(path, LABELS))
    assert (record.article.text, record.article.meta) == (WORDS, {"headline": "a"})


def test_one_region_with_two_labels_is_two_spans_and_other_answers_are_told(tmp_path: Path) -> None:
    two = region(6, 11, "ACTOR")
    two["value"]["labels"] = ["ACTOR", "TARGET"]
    answer = {"id": "r1", "from_name": "sure", "to_name": "text", "type": "rating", "value": {"rating": 3}}
    topic = {"id": "x", "from_name": "topic", "to_name": "text", "type": "choices", "value": {"choices": ["a"]}}
    found = list(read(export_of(tmp_path, task(two, answer, topic)), LABELS))
    (record,) = records_of(found)
    assert sorted((s.label, s.attributes) for s in record.spans) == [
        ("ACTOR", (("sure", "3"),)),
        ("TARGET", (("sure", "3"),)),
    ]
    assert notices_of(found) == ["results of other kinds were passed over: choices 1."]


def test_relations_run_as_their_direction_says(tmp_path: Path) -> None:
    other = region(2, 5, "CLAIM", id="r2")
    link = {"type": "relation", "from_id": "r1", "to_id": "r2", "direction": "left"}
    (record,) = records_of(read(export_of(tmp_path, task(region(6, 11, "ACTOR"), other, link)), LABELS))
    assert [(r.source, r.target, r.type) for r in record.relations] == [("r2", "r1", "related")]


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (task(region(6, 99, "ACTOR")), "80 characters past"),
        (task(region(6, 6, "ACTOR")), "empty"),
        (task(region(2, 5, "ACTOR", "الجيش")), "do not stand"),
        (task(region(6, 11, "ODD")), "not in the scheme"),
        (task(region(6, 11, "ACTOR", id="a b")), "cannot be"),
        (task(region(6, 11, "ACTOR"), region(2, 5, "ACTOR")), "“r1” stands twice"),
        (task({"type": "labels", "value": {"start": "/div[1]", "end": 3, "labels": ["ACTOR"]}}), "whole number"),
        (task({"type": "labels", "value": {"start": 10**30, "end": 3, "labels": ["ACTOR"]}}), "number"),
        (task({"type": "relation", "from_id": "r1", "to_id": "r9"}), "“r1”, which is not"),
        (task(completed_by={"email": "a\u202eb"}), "hidden"),
        ({"id": 1, "text": "a", "label": []}, "JSON-MIN"),
        ({"data": {"text": ""}}, "empty"),
        ({"data": {"text": "a\0"}}, "NUL"),
        ({"data": {"text": "a", "hashiya": {"meta": 1}}}, "meta"),
        ({"data": {"text": "a"}, "annotations": [1]}, "object"),
    ],
)
def test_a_faulty_task_is_refused_with_its_line_and_the_others_go_in(tmp_path: Path, bad: Any, reason: str) -> None:
    good = task(region(6, 11, "ACTOR"))
    found = list(read(export_of(tmp_path, good, bad, good), LABELS))
    (refusal,) = (r for r in found if isinstance(r, Refusal))
    assert re.search(reason, str(refusal.reason)), str(refusal.reason)
    assert refusal.line is not None
    line = (tmp_path / "a.json").read_text("utf-8").split("\n")[refusal.line - 1]
    assert line.startswith(" {")
    assert len(records_of(found)) == 2


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"  ", "empty"),
        (b"x", "neither"),
        ("[{}]".encode("utf-16"), "UTF-16"),
        (b'[{"data":{"text":"a"}}', "other than|ends inside"),
        (b'[{"data":{"text":"a"}', "ends inside"),
        (b'[{"data":{"text":"a"}}]x', "other than"),
        (b'[{"data":{"text":"a"}} {"data":{"text":"b"}}]', "other than"),
        (b"[1,2]", "other than"),
        (b"[" * 100_000, "ends inside"),
        (b"[" * 100_000 + b"]" * 100_000, "nested|not a JSON object"),
        (b'[{"data":{"text":"a"},"data":{"text":"b"}}]', "twice"),
        (b'[{"data":{"text":"\\ud800"}}]', "surrogate|JSON"),
        (b'[{"data":{"text":NaN}}]', "not valid JSON"),
    ],
)
def test_what_is_no_such_file_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    said = reasons_of(read(make(tmp_path / "a.json", content), LABELS))
    assert len(said) == 1
    assert re.search(reason, said[0]), said[0]


@pytest.mark.parametrize(
    ("config", "reason"),
    [
        ('<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><View>&d;</View>', "document type"),
        ('<!DOCTYPE a SYSTEM "file:///etc/hostname"><View/>', "document type"),
        ("<View>", "not valid XML"),
        ("<a>" * 1000 + "</a>" * 1000, "nested"),
        ('<?xml version="1.0" encoding="odd"?><a/>', "decoded|XML"),
        ("", "XML"),
    ],
)
def test_a_hostile_configuration_is_refused(tmp_path: Path, config: str, reason: str) -> None:
    make(tmp_path / "config.xml", config)
    (said,) = reasons_of(read(export_of(tmp_path, task(region(6, 11, "ACTOR"))), LABELS))
    assert re.search(reason, said), said


def test_a_task_larger_than_what_is_read_at_once_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.exchange.feed.CHUNK", 7)
    some = [task(region(6, 11, "ACTOR", "الجيش")), {"data": {"text": 'a"b\\'}, "annotations": []}]
    path = export_of(tmp_path, *some)
    found = list(read(path, LABELS))
    assert [r.article.text for r in records_of(found)] == [WORDS, 'a"b\\']
    begins = [number for number, line in enumerate(path.read_text("utf-8").split("\n"), 1) if line == " {"]
    assert [r.line for r in records_of(found)] == begins


def test_a_value_that_never_ends_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.exchange.feed.MAX_LINE", 2**20)
    (said,) = reasons_of(read(make(tmp_path / "a.json", b'[{"data":"' + b"a" * 2**21), LABELS))
    assert "longer than 1 MB" in said


def test_files_and_folders_are_told_by_what_is_in_them(tmp_path: Path) -> None:
    write([full_record()], tmp_path / "a", about())
    tasks = tmp_path / "a" / "tasks.json"
    assert recognises(tmp_path / "a", b"")
    assert recognises(tasks, tasks.read_bytes()[:4096])
    assert not recognises(tmp_path, b"")
    assert not recognises(make(tmp_path / "b.json", '{"data":1}'), b'{"data":1}')


def test_tasks_that_read_back_otherwise_stop_the_export(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.exchange.label_studio._results", lambda record, scheme: [])
    with pytest.raises(ExportError, match="not what was written"):
        write([full_record()], tmp_path / "a", about())
    assert list(tmp_path.iterdir()) == []


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_no_bytes_raise(tmp_path: Path, pieces: list[bytes]) -> None:
    path = make(tmp_path / "a.json", b"".join(pieces))
    recognises(path, b"".join(pieces)[:20])
    for outcome in read(path, LABELS):
        assert outcome
