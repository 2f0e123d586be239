"""UIMA CAS JSON: dkpro-cassis finds the same spans in our files; our reader takes others' files, or says why not."""

import importlib
import json
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.core.record import Notice, Record, Refusal
from annotator.core.span import Span, quote
from annotator.exchange import ExportError
from annotator.exchange.cas_json import carried, read, recognises, write
from annotator.exchange.loss import losses
from annotator.exchange.option import USUAL
from tests.exchange.sample import LABELS, TEXT, about, full_record, records

cassis: Any = importlib.import_module("cassis")
FILE = "a1.ليلى.json"


def exported(folder: Path, *some: Record) -> Path:
    """The file of one record in a folder just written."""
    write(some or [full_record()], folder / "out", about())
    return folder / "out" / FILE


def changed(path: Path, change: Callable[[dict[str, Any]], object]) -> Path:
    """A file with its JSON changed."""
    value = json.loads(path.read_text("utf-8"))
    change(value)
    path.write_text(json.dumps(value), "utf-8")
    return path


def structures(value: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    """The structures of a type, given by the end of its name."""
    return [one for one in value["%FEATURE_STRUCTURES"] if one["%TYPE"].endswith(kind)]


def without_ours(value: dict[str, Any]) -> None:
    """Take out what only we write, as a program that does not know it would."""
    gone = {one["%ID"] for one in structures(value, "hashiya.Article")}
    value["%FEATURE_STRUCTURES"] = [one for one in value["%FEATURE_STRUCTURES"] if one["%ID"] not in gone]
    members = value["%VIEWS"]["_InitialView"]["%MEMBERS"]
    value["%VIEWS"]["_InitialView"]["%MEMBERS"] = [id for id in members if id not in gone]
    for one in value["%FEATURE_STRUCTURES"]:
        one.pop("hashiya_id", None)


def foreign(text: str, *some: dict[str, Any]) -> dict[str, Any]:
    """A file of another program, without types."""
    sofa = {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView", "sofaString": text}
    placed = [{"@sofa": 1, **one} for one in some]
    view = {"%SOFA": 1, "%MEMBERS": [one["%ID"] for one in some if "begin" in one]}
    return {"%FEATURE_STRUCTURES": [sofa, *placed], "%VIEWS": {"_InitialView": view}}


def put(path: Path, value: object) -> Path:
    path.write_text(json.dumps(value), "utf-8")
    return path


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(records(), max_size=3))
def test_what_was_written_is_read_again(tmp_path_factory: pytest.TempPathFactory, some: list[Record]) -> None:
    out = tmp_path_factory.mktemp("cas") / "out"
    write(some, out, about())
    found = [r for path in out.glob("*.json") if path.name != "manifest.json" for r in read(path, LABELS)]
    meant = [carried(record, USUAL) for record in some]
    assert sorted(map(repr, kept(found))) == sorted(map(repr, kept(meant)))


def kept(some: list[Any]) -> list[Record]:
    """The records, without where they were read and with their free metadata in order."""
    return [
        replace(r, path="", article=replace(r.article, meta=json.loads(json.dumps(r.article.meta, sort_keys=True))))
        for r in some
        if isinstance(r, Record)
    ]


@given(records())
def test_what_is_carried_is_carried_again_unchanged(record: Record) -> None:
    once = carried(record, USUAL)
    assert carried(once, USUAL) == once
    assert set(losses(record, once)) <= {"comments", "decisions", "origins"}


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(records())
def test_cassis_finds_the_same_words_under_the_same_labels(
    tmp_path_factory: pytest.TempPathFactory, record: Record
) -> None:
    out = tmp_path_factory.mktemp("cas") / "out"
    write([record], out, about())
    (path,) = (path for path in out.glob("*.json") if path.name != "manifest.json")
    cas = cassis.load_cas_from_json(path.read_text("utf-8"))
    text = record.article.text
    assert cas.sofa_string == text
    found = [
        (one.label, " ".join(link.target.get_covered_text() for link in one.fragments.elements))
        if one.fragments
        else (one.label, one.get_covered_text())
        for one in cas.select("hashiya.Span")
    ]
    assert sorted(found) == sorted((span.label, quote(span, text)) for span in record.spans)
    links = [(one.label, one.Governor.hashiya_id, one.Dependent.hashiya_id) for one in cas.select("hashiya.Relation")]
    assert sorted(links) == sorted((link.type, link.source, link.target) for link in record.relations)


def test_offsets_behind_an_emoji_are_those_of_utf16_on_disk_and_code_points_here(tmp_path: Path) -> None:
    path = exported(tmp_path)
    on_disk = structures(json.loads(path.read_text("utf-8")), "hashiya.Span")
    assert [(one["begin"], one["end"]) for one in on_disk] == [(3, 8), (10, 21), (31, 50)]
    (record,) = read(path, LABELS)
    assert isinstance(record, Record)
    assert [span.fragments for span in record.spans] == [((2, 7),), ((9, 20),), ((30, 34), (45, 49))]


def test_events_and_their_roles_are_slots_as_inception_has_them(tmp_path: Path) -> None:
    cas = cassis.load_cas_from_json(exported(tmp_path).read_text("utf-8"))
    (event,) = cas.select("hashiya.Event")
    assert (event.label, event.realis, event.get_covered_text()) == ("ATTACK", "actual", "تبنّت")
    assert [(link.role, link.target.get_covered_text()) for link in event.arguments.elements] == [
        ("attacker", "كتائب الفجر")
    ]
    assert [link.target.label for slot in (event.trigger, event.claims) for link in slot.elements] == ["CLAIM"] * 2


def test_the_type_system_has_layers_of_the_kinds_that_inception_imports(tmp_path: Path) -> None:
    exported(tmp_path)
    types = cassis.load_typesystem((tmp_path / "out" / "typesystem.xml").read_text("utf-8"))
    span, relation = types.get_type("hashiya.Span"), types.get_type("hashiya.Relation")
    assert {"label", "subtype", "stance", "note"} <= {feature.name for feature in span.features}
    assert {f.name: f.rangeType.name for f in relation.features if f.name in ("Governor", "Dependent")} == {
        "Governor": "hashiya.Span",
        "Dependent": "hashiya.Span",
    }
    link = types.get_type("hashiya.EventArgumentsLink")
    assert (link.supertype.name, [f.name for f in link.features]) == ("uima.cas.TOP", ["role", "target"])
    assert types.get_type("hashiya.Event").get_feature("arguments").elementType.name == link.name


def test_an_attribute_that_cannot_be_a_feature_is_kept(tmp_path: Path) -> None:
    odd = (("subtype", "a"), ("subtype", "a"), ("subtype", ""), ("نوع", "ب"), ("self", "c"), ("if", ""), ("a b", "\n"))
    record = replace(full_record(), spans=(Span("layla.a1", "s1", "ACTOR", ((2, 7),), odd),))
    record = replace(record, events=(), relations=())
    (found,) = read(exported(tmp_path, record), LABELS)
    assert isinstance(found, Record)
    assert found.spans[0].attributes == tuple(sorted(odd))


def test_equal_records_have_equal_bytes_and_names_that_every_system_takes(tmp_path: Path) -> None:
    one = full_record()
    ids = ["CON", "a.b", "a:b", "manifest", "..", "A.b"]
    some = [replace(one, article=replace(one.article, id=id)) for id in ids] + [Record(one.article)] * 2
    for name in ("x", "y"):
        write(some, tmp_path / name, about())
    names = sorted(path.name for path in (tmp_path / "x").iterdir())
    assert [(tmp_path / "x" / n).read_bytes() for n in names] == [(tmp_path / "y" / n).read_bytes() for n in names]
    assert len({name.casefold() for name in names}) == len(ids) + 2 + 4
    assert {"_CON.ليلى.json", "a_b.ليلى.json", "a_b.ليلى~2.json", "_manifest.ليلى.json", "_.ليلى.json"} <= set(names)
    assert {"a1.json", "a1~2.json"} <= set(names)


def test_a_file_that_reads_back_otherwise_stops_the_export(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = cassis.Cas.to_json
    monkeypatch.setattr(
        cassis.Cas, "to_json", lambda cas, **how: real(cas, **how).replace('"begin": 10', '"begin": 9')
    )
    with pytest.raises(ExportError, match="not what was written"):
        exported(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_without_the_library_the_install_command_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cassis", None)
    with pytest.raises(ExportError, match=r'pip install "hashiya\[cas\]"'):
        exported(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_files_are_read_without_the_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = exported(tmp_path)
    monkeypatch.setitem(sys.modules, "cassis", None)
    assert [type(found) for found in read(path, LABELS)] == [Record]


def test_work_without_our_notes_gets_ids_that_are_the_same_every_time(tmp_path: Path) -> None:
    path = changed(exported(tmp_path), without_ours)
    (first,), (second,) = read(path, LABELS), read(path, LABELS)
    assert isinstance(first, Record)
    assert first == second
    assert first.layer
    assert (first.scheme, first.annotator and first.annotator.name) == ("", "uima")
    assert [quote(span, TEXT) for span in first.spans] == [quote(span, TEXT) for span in full_record().spans]
    assert len({span.id for span in first.spans} | {"s1", "s2", "s3"}) == 6
    assert [len(event.arguments) for event in first.events] == [1]


def test_what_was_changed_elsewhere_comes_as_another_layer(tmp_path: Path) -> None:
    path = changed(exported(tmp_path), lambda value: structures(value, "Span")[0].update(label="TARGET"))
    (found,) = read(path, LABELS)
    assert isinstance(found, Record)
    assert found.layer
    assert (found.layer.id != "layla.a1", found.annotator and found.annotator.name) == (True, "ليلى")


def test_a_span_moved_elsewhere_is_one_piece(tmp_path: Path) -> None:
    path = changed(exported(tmp_path), lambda value: structures(value, "Span")[2].update(end=53))
    (found,) = read(path, LABELS)
    assert isinstance(found, Record)
    assert found.spans[2].fragments == ((30, 52),)


def test_a_copy_made_elsewhere_gets_an_id_of_its_own(tmp_path: Path) -> None:
    path = changed(exported(tmp_path), lambda value: structures(value, "Span")[0].update(hashiya_id="s2"))
    (found,) = read(path, LABELS)
    assert isinstance(found, Record)
    assert len({span.id for span in found.spans}) == 3


def test_a_project_exported_from_inception_names_its_annotators(tmp_path: Path) -> None:
    place = tmp_path / "annotation" / "a1.txt"
    place.mkdir(parents=True)
    path = changed(exported(tmp_path), without_ours).rename(place / "sara.json")
    (found,) = read(path, LABELS)
    assert isinstance(found, Record)
    assert found.annotator
    assert found.annotator.name == "sara"


def test_layers_of_others_are_read_by_their_name_or_their_value(tmp_path: Path) -> None:
    text = "🔥 قصف الجيش المدينة"
    some = [
        {"%ID": 2, "%TYPE": "custom.ACTOR", "begin": 7, "end": 12, "kind": "state", "sure": True},
        {"%ID": 3, "%TYPE": "x.NamedEntity", "begin": 13, "end": 20, "value": "TARGET", "identifier": "http://x"},
        {"%ID": 4, "%TYPE": "x.Unknown"},
        {"%ID": 5, "%TYPE": "x.Attack", "begin": 3, "end": 6, "label": "CLAIM", "@roles": 6},
        {"%ID": 6, "%TYPE": "uima.cas.FSArray", "%ELEMENTS": [7]},
        {"%ID": 7, "%TYPE": "x.AttackRolesLink", "role": "attacker", "@target": 2},
        {"%ID": 8, "%TYPE": "x.Dependency", "begin": 7, "end": 12, "@Governor": 5, "@Dependent": 2, "label": "by"},
        {"%ID": 9, "%TYPE": "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token", "begin": 3, "end": 6},
    ]
    value = foreign(text, *some)
    # Java lists the links of slots beside the annotations.
    value["%VIEWS"]["_InitialView"]["%MEMBERS"] += [4, 7]
    *told, found = read(put(tmp_path / "a.json", value), LABELS)
    assert isinstance(found, Record)
    assert [str(notice.reason) for notice in told if isinstance(notice, Notice)] == [
        "of the kind “x.Unknown”, these were passed over: 1.",
    ]
    assert [(span.label, quote(span, text), span.attributes) for span in found.spans] == [
        ("CLAIM", "قصف", ()),
        ("ACTOR", "الجيش", (("kind", "state"), ("sure", "true"))),
        ("TARGET", "المدينة", (("identifier", "http://x"),)),
    ]
    claim, actor, _ = (span.id for span in found.spans)
    assert [(e.type, e.trigger, e.arguments) for e in found.events] == [("CLAIM", claim, (("attacker", actor),))]
    assert [(r.type, r.source, r.target) for r in found.relations] == [("by", claim, actor)]


def test_what_cannot_be_taken_is_told(tmp_path: Path) -> None:
    some = [
        {"%ID": 2, "%TYPE": "custom.ACTOR", "begin": 0, "end": 3},
        {"%ID": 3, "%TYPE": "x.Link", "begin": 0, "end": 3, "@Governor": 2, "@Dependent": 4},
        {"%ID": 4, "%TYPE": "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token", "begin": 0, "end": 3},
        {"%ID": 5, "%TYPE": "custom.ACTOR", "begin": 3, "end": 3},
        {"%ID": 6, "%TYPE": "de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS", "begin": 0, "end": 3},
    ]
    value = foreign("قصف", *some)
    value["%FEATURE_STRUCTURES"].append({"%ID": 9, "%TYPE": "uima.cas.Sofa", "sofaID": "other", "sofaString": "x"})
    *notices, record = read(put(tmp_path / "a.json", value), LABELS)
    said = [str(found.reason) for found in notices if isinstance(found, Notice)]
    assert said == [
        "further texts (views) in the file were passed over: 1.",
        "annotations on no text at all were passed over: 1.",
        "of the kind “de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS”, these were passed over: 1.",
        "of the kind “x.Link”, these were passed over: 1.",
    ]
    assert isinstance(record, Record)
    assert len(record.spans) == 1


def test_a_file_is_told_by_its_beginning(tmp_path: Path) -> None:
    path = exported(tmp_path)
    assert recognises(path, path.read_bytes()[:4096])
    assert not recognises(path, b'{"text": "x", "tokenized_text": []}')


ONE = {"%ID": 2, "%TYPE": "custom.ACTOR", "begin": 0, "end": 3}


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (foreign("🔥 x", {**ONE, "begin": 1}), "inside a character"),
        (foreign("قصف", {**ONE, "end": 99}), "not in the text"),
        (foreign("قصف", {**ONE, "end": 10**30}), "not in the text"),
        (foreign("قصف", {**ONE, "begin": -1}), "not in the text"),
        (foreign("قصف", {**ONE, "begin": True}), "not in the text"),
        (foreign("قصف", {**ONE, "begin": "0"}, ONE), "stands twice"),
        (foreign("قصف", {**ONE, "%TYPE": "custom.Person"}), "not in the scheme"),
        (foreign("قصف", {**ONE, "%TYPE": "hashiya.Span"}), "no label"),
        (foreign("قصف", {**ONE, "%TYPE": "hashiya.Span", "label": "ACTOR", "@fragments": 77}), "not there"),
        (foreign("قصف", {**ONE, "%TYPE": "hashiya.Span", "label": "ACTOR", "other_attributes": "[1]"}), "pairs"),
        (foreign("قصف", {**ONE, "x": [1]}), "no such value"),
        (foreign("قصف", {**ONE, "@x": "1"}), "no such value"),
        (foreign("قصف", {**ONE, "%ID": "2"}), "without"),
        (foreign("قصف", ONE) | {"%VIEWS": {"_InitialView": {"%SOFA": 1, "%MEMBERS": [5]}}}, "not there"),
        (foreign("قصف", ONE) | {"%VIEWS": {"_InitialView": {"%SOFA": 1, "%MEMBERS": ["5"]}}}, "not what it should"),
        (foreign("", ONE), "empty"),
        (foreign("\ud800", ONE), "surrogate"),
        (foreign("a\0b", ONE), "NUL"),
        ({"%FEATURE_STRUCTURES": []}, "no text"),
        ({"%FEATURE_STRUCTURES": None}, "not what it should"),
        ({"%FEATURE_STRUCTURES": {"1": {}}}, "not what it should"),
        ({"%FEATURE_STRUCTURES": [5]}, "without"),
        ({}, "not what it should"),
        ([], "not a JSON object"),
    ],
)
def test_a_faulty_file_is_refused_by_a_sentence(tmp_path: Path, value: object, reason: str) -> None:
    (found,) = read(put(tmp_path / "a.json", value), LABELS)
    assert isinstance(found, Refusal)
    assert reason in str(found.reason)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "empty"),
        (b"\xff\xfe{\0}\0", "UTF-16"),
        (b"[" * 200_000, "deep"),
        (b'{"%TYPES": {}, "%TYPES": {}}', "stands twice"),
        (b'{"%FEATURE_STRUCTURES": [NaN]}', "JSON"),
        (b'{"%TYPES": "\xff"}', "UTF-8"),
        (b'{"%TYPES": ', "JSON"),
    ],
)
def test_bytes_that_are_no_cas_are_refused(tmp_path: Path, raw: bytes, reason: str) -> None:
    (tmp_path / "a.json").write_bytes(raw)
    (found,) = read(tmp_path / "a.json", LABELS)
    assert isinstance(found, Refusal)
    assert reason in str(found.reason)


KEYS = st.sampled_from(
    ["%ID", "%TYPE", "%TYPES", "%VIEWS", "%SOFA", "%MEMBERS", "%ELEMENTS", "begin", "end", "@sofa", "@target", "label"]
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6),
    max_leaves=40,
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.dictionaries(KEYS, json_values, max_size=6), max_size=4))
def test_nothing_that_a_file_says_raises(tmp_path: Path, some: list[Any]) -> None:
    value = foreign("قصف", ONE)
    value["%FEATURE_STRUCTURES"] += some
    assert all(isinstance(r, Record | Refusal | Notice) for r in read(put(tmp_path / "a.json", value), LABELS))
