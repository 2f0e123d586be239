"""brat: everything of a layer comes back from its folder, and folders of others are read line by line."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.core.article import make_article
from annotator.core.layer import Annotator, Event, Layer, Relation
from annotator.core.record import Record, Refusal
from annotator.core.span import Span
from annotator.exchange import ExportError
from annotator.exchange.brat import carried, read, recognises, write
from annotator.exchange.brat_name import from_brat, to_line, to_name, to_role, to_value
from annotator.exchange.option import USUAL
from tests.exchange.likeness import likeness, make, notices_of, reasons_of, records_of
from tests.exchange.sample import LABELS, TEXT, about, full_record, records

WORDS = "🔥 قصف الجيش المدينة\nثم قوات الجيش والشرطة."
LINES = """T1\tACTOR 6 11\tالجيش
T2\tTARGET 12 19\tالمدينة
T3\tCLAIM 2 5\tقصف
T4\tACTOR 23 27;34 41\tقوات والشرطة
E1\tCLAIM:T3 Agent:T1 Agent2:T4 Patient:T2
R1\tnames Arg1:T3 Arg2:T1
A1\tstance T3 claims
A2\tNegation E1
M1\tOld T1
#1\tAnnotatorNotes T2\tملاحظة طويلة
*\tEquiv T1 T4
N1\tReference T1 WD:Q1\tالجيش
"""
PIECES = ["T1", "\t", "ACTOR", " ", "0", "1", ";", "\n", "E1", ":", "R1", "Arg1:T1", "A1", "#1", "*", "قصف", "\r", "N1"]


def folder_of(path: Path, ann: str | bytes = LINES, text: str | bytes = WORDS) -> Path:
    make(path / "a.txt", text)
    make(path / "a.ann", ann)
    return path


def read_whole(out: Path) -> list[Record]:
    """The records of an export, folder by folder; nothing in it may be refused."""
    found = [one for folder in [out, *sorted(p for p in out.iterdir() if p.is_dir())] for one in read(folder, LABELS)]
    assert reasons_of(found) == []
    return records_of(found)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some=st.lists(records(), max_size=3))
def test_what_was_written_is_read_again(tmp_path_factory: pytest.TempPathFactory, some: list[Record]) -> None:
    out = tmp_path_factory.mktemp("out") / "a"
    write(some, out, about())
    found = sorted((likeness(r) for r in read_whole(out)), key=repr)
    assert found == sorted((likeness(carried(r, USUAL)) for r in some), key=repr)


@given(record=records())
def test_what_is_carried_is_carried_again_unchanged(record: Record) -> None:
    once = carried(record, USUAL)
    assert carried(once, USUAL) == once


@given(st.text(st.characters(exclude_categories=["Cs"])) | st.text("_x0641F "))
def test_names_values_and_notes_come_back(text: str) -> None:
    for change, form in ((to_name, r"[A-Za-z0-9_-]+"), (to_role, r".*[^0-9]"), (to_value, r"\S+")):
        assert from_brat(change(text)) == text
        assert re.fullmatch(form, change(text))
    assert from_brat(to_line(text)) == text
    assert len(to_line(text).splitlines()) <= 1


def test_the_sample_keeps_everything_but_remarks(tmp_path: Path) -> None:
    write([full_record()], tmp_path / "a", about())
    (record,) = read_whole(tmp_path / "a")
    assert likeness(record) == likeness(carried(full_record(), USUAL))
    assert (tmp_path / "a" / "layla.gold.2" / "a1.txt").read_bytes() == TEXT.encode("utf-8")
    lines = (tmp_path / "a" / "layla.gold.2" / "a1.ann").read_text("utf-8").splitlines()
    assert lines == [
        "T1\tCLAIM 2 7\tتبنّت",
        "#1\tAnnotatorNotes T1\tملاحظة",
        "T2\tACTOR 9 20\tكتائب الفجر",
        "A1\tsubtype T2 armed_group",
        f"T3\tWEAPON 30 34;45 49\t{TEXT[30:34]} {TEXT[45:49]}",
        "T4\tATTACK 2 7\tتبنّت",
        "E1\tATTACK:T4 attacker:T2 ClaimSpan:T1 TriggerSpan:T1",
        "A2\trealis E1 actual",
        "R1\tclaim_source Arg1:T1 Arg2:T2",
    ]


def test_the_configuration_has_every_type_and_calls_it_in_the_language(tmp_path: Path) -> None:
    odd = replace(full_record().spans[1], id="s9", label="غريب")
    link = Relation("layla.a1", "r2", "صلة", "s9", "s1")
    record = replace(full_record(), spans=(*full_record().spans, odd), relations=(link,))
    write([record], tmp_path / "a", replace(about(), options=replace(USUAL, language="ar")))
    rules, looks = ((tmp_path / "a" / name).read_text("utf-8") for name in ("annotation.conf", "visual.conf"))
    assert rules.isascii()
    assert [line for line in rules.split("\n") if line.startswith("[")] == [
        "[entities]", "[relations]", "[events]", "[attributes]",
    ]  # fmt: skip
    assert f"\n{to_name('غريب')}\n" in rules
    assert f"\n{to_name('صلة')}\tArg1:<ENTITY>, Arg2:<ENTITY>\n" in rules
    assert re.search(r"^ATTACK\tattacker\*:ACTOR,.*, ClaimSpan\*:CLAIM, TriggerSpan\?:EVENT$", rules, re.M)
    assert re.search(r"^subtype\tArg:ACTOR\|TARGET\|WEAPON\|\S+, Value:.*armed_group", rules, re.M)
    assert "ACTOR | فاعل | ف\n" in looks
    assert f"{to_name('غريب')} | غريب\n" in looks


def test_a_fragment_over_a_line_break_is_written_as_two_and_read_as_one(tmp_path: Path) -> None:
    end = TEXT.index("\n")
    over = Span("layla.a1", "s1", "ACTOR", ((end - 2, end + 3),))
    record = replace(full_record(), spans=(over,), events=(), relations=())
    write([record], tmp_path / "a", about())
    lines = next((tmp_path / "a").rglob("*.ann")).read_text("utf-8")
    assert lines.startswith(f"T1\tACTOR {end - 2} {end};{end + 1} {end + 3}\t")
    assert [span.fragments for r in read_whole(tmp_path / "a") for span in r.spans] == [over.fragments]


def test_a_span_of_line_breaks_alone_and_an_event_without_spans_are_left_out() -> None:
    end = TEXT.index("\n")
    spans = (Span("layla.a1", "s1", "ACTOR", ((end, end + 1),)),)
    events = (Event("layla.a1", "e1", "ATTACK", "s1"),)
    kept = carried(replace(full_record(), spans=spans, events=events, relations=()), USUAL)
    assert (kept.spans, kept.events) == ((), ())


def test_an_event_without_a_trigger_stays_without_one(tmp_path: Path) -> None:
    events = (Event("layla.a1", "e1", "ATTACK", None, (("attacker", "s2"), ("attacker", "s3"), ("a1", "s2"))),)
    write([replace(full_record(), events=events)], tmp_path / "a", about())
    (record,) = read_whole(tmp_path / "a")
    labels = {span.id: span.label for span in record.spans}
    assert sorted(labels.values()) == ["ACTOR", "CLAIM", "WEAPON"]
    found = [(e.trigger, [(role, labels[span]) for role, span in e.arguments]) for e in record.events]
    assert found == [(None, [("attacker", "ACTOR"), ("attacker", "WEAPON"), ("a1", "ACTOR")])]


def test_files_are_named_so_that_every_system_keeps_them_apart(tmp_path: Path) -> None:
    names = ["A:b", "a_b", "con", "...", "con.x"]
    some = [
        replace(full_record(), article=replace(full_record().article, id=name),
                layer=Layer(f"l{number}", name, "layla"), comments=(), decisions=())
        for number, name in enumerate(names)
    ]  # fmt: skip
    write(some, tmp_path / "a", about())
    stems = {path.stem for path in (tmp_path / "a" / "layla").glob("*.ann")}
    assert stems == {"A_b", "a_b-2", "a-con", "a", "a-con.x"}
    assert {r.article.id for r in read_whole(tmp_path / "a")} == set(names)


def test_two_people_have_a_folder_each_and_articles_without_work_stand_outside(tmp_path: Path) -> None:
    other = replace(full_record(), layer=Layer("y.a1", "a1", "f00"), annotator=Annotator("f00", "يوسف"), decisions=())
    write([full_record(), other, Record(make_article("قصف", id="a9"))], tmp_path / "a", about())
    files = {path.relative_to(tmp_path / "a").as_posix() for path in (tmp_path / "a").rglob("*.txt")}
    assert files == {"layla.gold.2/a1.txt", "f00/a1.txt", "a9.txt"}
    assert not (tmp_path / "a" / "a9.ann").exists()
    assert sorted(r.annotator.name if r.annotator else "" for r in read_whole(tmp_path / "a")) == ["", "ليلى", "يوسف"]


def test_a_folder_of_others_is_read_with_all_that_brat_knows(tmp_path: Path) -> None:
    found = list(read(folder_of(tmp_path), LABELS))
    (record,) = records_of(found)
    assert [(s.id, s.label, s.fragments) for s in record.spans] == [
        ("T3", "CLAIM", ((2, 5),)),
        ("T1", "ACTOR", ((6, 11),)),
        ("T2", "TARGET", ((12, 19),)),
        ("T4", "ACTOR", ((23, 27), (34, 41))),
    ]
    by_id = {span.id: span for span in record.spans}
    assert by_id["T1"].attributes == (("Old", "yes"), ("Reference", "WD:Q1"))
    assert by_id["T2"].note == "ملاحظة طويلة"
    (event,) = record.events
    assert (event.type, event.trigger, event.attributes) == ("CLAIM", "T3", (("Negation", "yes"),))
    assert event.arguments == (("Agent", "T1"), ("Agent", "T4"), ("Patient", "T2"))
    links = {(r.type, r.source, r.target) for r in record.relations}
    assert links == {("names", "T3", "T1"), ("Equiv", "T1", "T4")}
    assert (record.annotator and record.annotator.name, record.scheme) == ("brat", "")
    assert record.article.meta == {"file": "a"}
    assert list(read(tmp_path, LABELS)) == found


def test_events_in_events_become_their_triggers_and_that_is_told(tmp_path: Path) -> None:
    lines = LINES + "E2\tCLAIM:T3 Cause:E1\n#2\tAnnotatorNotes E1\tx\n"
    found = list(read(folder_of(tmp_path, lines), LABELS))
    assert [e.arguments for r in records_of(found) for e in r.events][1] == (("Cause", "T3"),)
    assert len(notices_of(found)) == 2


def test_offsets_that_fit_only_with_line_feeds_or_without_a_mark_are_read_so(tmp_path: Path) -> None:
    wide = b"\xef\xbb\xbf" + WORDS.replace("\n", "\r\n").encode("utf-8")
    found = list(read(folder_of(tmp_path, LINES.replace("\n", "\r\n"), wide), LABELS))
    (record,) = records_of(found)
    assert (record.article.text, record.article.import_changes) == (WORDS, ("bom_removed", "crlf_to_lf"))
    assert "line feeds" in notices_of(found)[0]


def test_offsets_that_count_carriage_returns_and_marks_are_kept(tmp_path: Path) -> None:
    text = "\ufeffقصف\r\nالجيش"
    (record,) = records_of(read(folder_of(tmp_path, "T1\tACTOR 6 11\tالجيش\n", text), LABELS))
    assert (record.article.text, record.spans[0].fragments) == (text, ((6, 11),))


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("T9\tACTOR 6 11\tالجيس", "do not stand"),
        ("T9\tACTOR 6 999\tالجيش", "past the text"),
        ("T9\tACTOR 6 6\t", "empty"),
        ("T9\tACTOR 6 11", "no line"),
        ("T9\tACTOR -6 11\tالجيش", "no line"),
        ("T9\tACTOR 6 99999999999999999\tالجيش", "no line"),
        ("T9\tODD 6 11\tالجيش", "not in the scheme"),
        ("T1\tACTOR 6 11\tالجيش", "stands twice"),
        ("T9\tACTOR 6 11;8 11\tالجيش جيش", "overlap"),
        ("E9\tATTACK:T99", "“T99”, which is not"),
        ("E9\tATTACK:T3 Agent:T99", "“T99”, which is not"),
        ("E9\tATTACK:E9", "“E9”, which is not"),
        ("E9\tATTACK", "no line"),
        ("R9\tnames Arg1:T1 Arg2:T99", "“T99”, which is not"),
        ("R9\tnames Arg1:T1", "no line"),
        ("A9\tstance T99 claims", "“T99”, which is not"),
        ("*\tEquiv T1", "no line"),
        ("hello", "no line"),
    ],
)
def test_a_wrong_line_is_told_with_its_number_and_nothing_of_its_file_goes_in(
    tmp_path: Path, line: str, reason: str
) -> None:
    make(tmp_path / "b.txt", WORDS)
    make(tmp_path / "b.ann", LINES)
    found = list(read(folder_of(tmp_path, LINES + line + "\n"), LABELS))
    (refusal,) = (r for r in found if isinstance(r, Refusal))
    assert re.search(reason, str(refusal.reason)), str(refusal.reason)
    assert refusal.path.endswith("a.ann")
    assert refusal.line in (13, None if "overlap" in reason else 13)
    assert [r.article.meta for r in records_of(found)] == [{"file": "b"}]


def test_every_wrong_line_is_told_up_to_a_number(tmp_path: Path) -> None:
    said = reasons_of(read(folder_of(tmp_path, "x\n" * 150), LABELS))
    assert len(said) == 101
    assert said[-1] == "50 more lines are wrong."


@pytest.mark.parametrize(
    ("text", "ann", "reason"),
    [
        (b"\xd9", LINES, "not UTF-8"),
        (WORDS, b"\xd9", "not UTF-8"),
        ("قصف".encode("cp1256"), "", "not UTF-8"),
        ("", "", "empty"),
        ("a\0b", "", "NUL"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, text: str | bytes, ann: str | bytes, reason: str) -> None:
    (said,) = reasons_of(read(folder_of(tmp_path, ann, text), LABELS))
    assert reason in said


def test_a_text_in_an_encoding_that_was_named_is_read(tmp_path: Path) -> None:
    folder_of(tmp_path, "T1\tACTOR 0 3\tقصف\n", "قصف".encode("cp1256"))
    assert [r.article.text for r in records_of(read(tmp_path, LABELS, "windows-1256"))] == ["قصف"]
    assert reasons_of(read(tmp_path, LABELS, "odd")) == ["it cannot be read as odd."]


def test_lines_without_their_text_are_refused_and_a_text_without_lines_is_an_article(tmp_path: Path) -> None:
    make(tmp_path / "a.ann", LINES)
    make(tmp_path / "b.txt", WORDS)
    found = list(read(tmp_path, LABELS))
    assert "is not there: “a.txt”" in reasons_of(found)[0]
    assert [r.layer for r in records_of(found)] == [None]


def test_an_index_that_cannot_be_trusted_stops_the_folder(tmp_path: Path) -> None:
    make(folder_of(tmp_path) / "hashiya.jsonl", '{"file": 1}\n')
    (refusal,) = read(tmp_path, LABELS)
    assert isinstance(refusal, Refusal)
    assert refusal.path.endswith("hashiya.jsonl")


def test_work_that_was_changed_in_brat_comes_back_as_the_same_persons_but_another_layer(tmp_path: Path) -> None:
    write([full_record()], tmp_path / "a", about())
    ann = next((tmp_path / "a").rglob("*.ann"))
    make(ann, "T1\tCLAIM 2 7\tتبنّت\n")
    (record,) = read_whole(tmp_path / "a")
    assert record.annotator == full_record().annotator
    assert record.layer is not None
    assert record.layer.id.startswith("brat.")


def test_one_file_and_folders_are_told_by_what_is_in_them(tmp_path: Path) -> None:
    assert not recognises(tmp_path, b"")
    folder_of(tmp_path)
    assert recognises(tmp_path, b"")
    assert len(records_of(read(tmp_path / "a.ann", LABELS))) == 1


def test_lines_that_read_back_otherwise_stop_the_export(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.exchange.brat.written", lambda record: [])
    with pytest.raises(ExportError, match="not what was written"):
        write([full_record()], tmp_path / "a", about())
    assert list(tmp_path.iterdir()) == []


def test_the_index_says_whose_each_file_is(tmp_path: Path) -> None:
    write([full_record()], tmp_path / "a", about())
    told = json.loads(next((tmp_path / "a").rglob("hashiya.jsonl")).read_text("utf-8"))
    assert (told["file"], told["article_id"], told["about"]["layer"]["annotator_name"]) == ("a1", "a1", "ليلى")


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_no_lines_raise(tmp_path: Path, pieces: list[str]) -> None:
    for outcome in read(folder_of(tmp_path, "".join(pieces)), LABELS):
        assert outcome
