"""The canonical record: what goes out comes in again, and nothing else does."""

import hashlib
import json
import random
import re
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from annotator.core.article import make_article
from annotator.core.record import Notice, Record, Refusal
from annotator.core.span import Span, fault
from annotator.exchange import jsonl
from annotator.exchange.check import MAX_TEXT, Fault
from annotator.exchange.jsonl import decode_line, encode, read
from tests.exchange.sample import LABELS, TEXT, full_line, full_record, records

ORDER = (
    *("schema", "article_id", "text", "text_sha256", "lang", "offset_unit", "meta", "layer", "spans", "relations"),
    *("events", "comments", "decisions", "provenance"),
)


def packed(line: dict[str, Any]) -> bytes:
    """The line as some other program would write it."""
    return json.dumps(line).encode()


def outcomes(path: Path, data: bytes, strict: bool = False) -> list[Record | Refusal | Notice]:
    path.write_bytes(data)
    return list(read(path, LABELS, strict=strict))


@given(records())
def test_what_is_written_is_read_as_it_was(record: Record) -> None:
    line = encode(record)
    found, notices = decode_line(line, LABELS)
    assert found == record
    assert encode(found) == line
    assert not [notice for notice in notices if "inside a letter" not in str(notice)]


@given(records())
def test_a_line_is_one_line_for_every_reader(record: Record) -> None:
    line = encode(record)
    assert len(line.decode().splitlines()) == 1
    assert line.endswith(b"\n")
    unescaped = re.search("[\x7f\x85\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]", line.decode())
    assert unescaped is None


@given(records())
def test_any_json_reader_finds_the_quotes_by_slicing(record: Record) -> None:
    line = json.loads(encode(record))
    for span in line["spans"]:
        words = " ".join(line["text"][start:end] for start, end in span["fragments"])
        assert words == span["quote"]
        assert line["text"][: span["start"]].endswith(span["prefix"])
        assert line["text"][span["end"] :].startswith(span["suffix"])


def test_a_record_with_every_key_survives() -> None:
    found, notices = decode_line(encode(full_record()), LABELS)
    assert found == full_record()
    assert notices == ()


def test_keys_stand_in_their_order_and_nothing_but_the_content_is_hashed() -> None:
    line = encode(full_record())
    keys = list(json.loads(line))
    content, _, _ = line.partition(b',"provenance":')
    assert keys == list(ORDER)
    assert json.loads(line)["provenance"]["export_id"] == hashlib.sha256(content + b"}").hexdigest()


def test_equal_records_have_equal_bytes_whatever_their_order() -> None:
    record = full_record()
    shuffled = replace(
        record,
        article=replace(record.article, meta=dict(reversed(list(record.article.meta.items())))),
        spans=record.spans[::-1],
        comments=record.comments[::-1],
    )
    assert encode(shuffled) == encode(record)


def test_an_emoji_before_a_span_does_not_move_it() -> None:
    text = "🔥👨‍👩‍👧 قصف الجيش"
    start = text.index("الجيش")
    record = full_record()
    span = Span("layla.a1", "s1", "ACTOR", ((start, start + 5),))
    bare = replace(
        record, article=make_article(text, id="a1"), spans=(span,), events=(), relations=(), comments=(), decisions=()
    )
    line = json.loads(encode(bare))
    assert line["text"][line["spans"][0]["start"] : line["spans"][0]["end"]] == "الجيش"
    assert line["spans"][0]["start"] == 11


def test_line_separators_inside_a_text_do_not_break_it(tmp_path: Path) -> None:
    record = Record(make_article("قصف\u2028الجيش\u2029المدينة\x85أمس"))
    assert outcomes(tmp_path / "a.jsonl", encode(record) * 2) == [record, record]
    raw = encode(record).replace(b"\\u2028", "\u2028".encode())
    assert outcomes(tmp_path / "a.jsonl", raw) == [record]


def change(path: str, value: Any) -> Callable[[dict[str, Any]], None]:
    """Sets the key at `path`, e.g. spans.0.start; `del` removes it."""

    def apply(line: dict[str, Any]) -> None:
        *way, last = path.split(".")
        at: Any = line
        for step in way:
            at = at[int(step) if step.isdigit() else step]
        key = int(last) if last.isdigit() else last
        if value is DELETED:
            del at[key]
        else:
            at[key] = value

    return apply


DELETED = object()
HALF = "a text holds half a character (U+D800, a lone surrogate) at {}."
LENGTH = len(TEXT)
FAULTS: list[tuple[str, Any, str]] = [
    ("spans.0.quote", "تبنت", "the quote differs from the text at 2 to 7."),
    ("spans.0.end", 8, "the span says 2 to 8, but its fragments run from 2 to 7."),
    ("spans.0.fragments", [[2, LENGTH + 7]], "the span ends 7 characters past the text."),
    ("spans.0.fragments", [[-2, 7]], "the span starts before the text, at -2."),
    ("spans.0.fragments", [[7, 7]], "the span is empty at 7."),
    ("spans.0.fragments", [[7, 2]], "the span is empty at 7."),
    ("spans.0.fragments", [[5, 7], [2, 4]], "the span's fragments overlap or are out of order at 2."),
    ("spans.0.fragments", [], "a span has no fragments."),
    ("spans.0.fragments", [[2]], "“spans[0].fragments[0]” must be a list of two numbers."),
    ("spans.0.start", True, "“spans[0].start” must be a whole number."),
    ("spans.0.start", 2.0, "“spans[0].start” must be a whole number."),
    ("spans.0.start", "2", "“spans[0].start” must be a whole number."),
    ("spans.0.start", 10**30, "the number in “spans[0].start” is too large or too small."),
    ("spans.0.label", "Victim", "label “Victim” is not in the scheme."),
    ("spans.0.label", "ACTOR ", "label “ACTOR ” is not in the scheme."),
    ("spans.0.label", "actor", "label “actor” is not in the scheme."),
    ("spans.0.label", "A\u202eB", "label “A<U+202E>B” is not in the scheme."),
    ("spans.0.id", "s2", "“s2” stands twice as “spans.id”."),
    ("spans.0.origin", "guessed", "“spans.origin” is “guessed”, which is none of these: manual, imported"),
    ("spans.0.decision", "d9", "“spans.decision” refers to “d9”, which is not in the record."),
    ("spans.0.score", "high", "“spans[0].score” must be a number or null."),
    ("spans.0.note", DELETED, "the key “spans[0].note” is missing."),
    ("spans.0.colour", "red", "the key “spans[0].colour” is not known."),
    ("spans.0.attributes", [{"name": "", "value": ""}], "“spans.attributes.name” is empty."),
    ("spans.1", lambda line: {**line["spans"][0], "id": "s9"}, "the words at 2 to 7 are labelled “CLAIM” twice."),
    ("spans", None, "“spans” must be a list."),
    ("text", TEXT + "x", "the text differs from its hash: one of them was changed after the export."),
    ("text", " \n", "the text is empty."),
    ("text", "قصف\0", "the text holds a NUL character (U+0000) at 3."),
    ("text", "قصف\ud800", HALF.format(3)),
    ("text", "م" + "\u064e" * 65, "the letter before 1 carries more than 64 marks."),
    ("meta.title", "a\0b", "a text holds a NUL character (U+0000)."),
    ("meta.title", None, "“meta.title” must be a text."),
    ("meta.raw_sha256", "abc", "“meta.raw_sha256” is not a SHA-256 in hex."),
    ("meta.import_changes", ["<b>"], "“meta.import_changes” may hold small Latin letters, digits and _ only."),
    ("meta.free", [], "“meta.free” must be an object."),
    ("article_id", "أ", "“أ” cannot be “article_id”: an id has 1 to 64 Latin letters"),
    ("article_id", "x" * 65, "cannot be “article_id”"),
    ("schema", "hashiya/2", "“schema” is “hashiya/2”, which is none of these: hashiya/1."),
    ("schema", DELETED, "it is not a Hashiya record: it has no “schema”."),
    ("offset_unit", "utf16", "“offset_unit” is “utf16”, which is none of these: codepoint."),
    ("lang", "fa", "“lang” is “fa”, which is none of these: ar."),
    ("layer", None, "there are annotations, but no layer that they belong to."),
    ("layer.kind", "draft", "“layer.kind” is “draft”, which is none of these: work, handed_in"),
    ("layer.status", "finished", "“layer.status” is “finished”, which is none of these: new, started, done, skipped."),
    ("layer.pass", 0, "the number in “layer.pass” is too large or too small."),
    ("layer.pass", 2**40, "the number in “layer.pass” is too large or too small."),
    ("layer.annotator_name", "  ", "“layer.annotator_name” is empty."),
    ("layer.annotator_name", "ليلى\u202e", "“layer.annotator_name” holds a hidden control character: “ليلى<U+202E>”."),
    ("layer.annotator_name", "ل" * 101, "“layer.annotator_name” is longer than 100 characters."),
    ("relations.0.source", "s9", "“relations” refers to “s9”, which is not in the record."),
    ("relations.0.target", "s9", "“relations” refers to “s9”, which is not in the record."),
    ("events.0.trigger", "s9", "“events.trigger” refers to “s9”, which is not in the record."),
    ("events.0.arguments.0.span", "s9", "“events.arguments” refers to “s9”, which is not in the record."),
    ("events.0.claims", ["s9"], "“events.claims” refers to “s9”, which is not in the record."),
    ("comments.1.span", "س", "“س” cannot be “comments.span”: an id has 1 to 64 Latin letters"),
    ("comments.1.layer", "other", "“comments.layer” refers to “other”, which is not in the record."),
    ("comments.1.parent", "", "“” cannot be “comments.parent”: an id has 1 to 64 Latin letters"),
    ("comments.0.parent", "c2", "comment “c1” answers itself."),
    ("comments.0.resolved", 0, "“comments[0].resolved” must be true or false."),
    ("__class__", "os.system", "the key “__class__” is not known."),
]  # fmt: skip


@pytest.mark.parametrize(("path", "value", "sentence"), FAULTS, ids=[f"{n}-{row[0]}" for n, row in enumerate(FAULTS)])
def test_a_faulty_record_is_refused_with_its_line_and_a_reason(
    tmp_path: Path, path: str, value: Any, sentence: str
) -> None:
    good, line = encode(full_record()), full_line()
    change(path, value(line) if callable(value) else value)(line)
    found = outcomes(tmp_path / "a.jsonl", good + packed(line) + b"\n" + good)
    assert [type(outcome) for outcome in found] == [Record, Refusal, Record]
    refusal = found[1]
    assert isinstance(refusal, Refusal)
    assert (refusal.path, refusal.line) == (str(tmp_path / "a.jsonl"), 2)
    assert str(refusal.reason).startswith(sentence) or sentence in str(refusal.reason)


SYNTAX = [
    (b'{"schema":"hashiya/1","article_id":"a"', "not valid JSON: a bracket is missing."),
    (b'{"schema":"hashiya/1","article_id":"a', "not valid JSON: the quotation mark at 36 is not closed."),
    (b'{"schema" "hashiya/1"}', "not valid JSON: a colon is missing at 11."),
    (b'{"schema":"hashiya/1" "x":1}', "not valid JSON: a comma or a bracket is missing at 23."),
    (b'{"schema":"hashiya/1","meta":{"free":{"a":NaN}}}', "not valid JSON: NaN is not a number."),
    (b'{"schema":"hashiya/1","article_id":"a\xff"}', "byte 38 of the line is not UTF-8."),
    (b'{"schema":"hashiya/1","article_id":"\\ud800 a"}', HALF.format(0)),
    (b'{"schema":"hashiya/1","article_id":"\\ud800"}', HALF.format(0)),
    (b"[" * 100_000 + b"]" * 100_000, "it is not a Hashiya record, which is an object on one line."),
    (b'{"schema":"hashiya/1","meta":{"free":{"a":' + b"[" * 100_000 + b"]" * 100_000, "it is nested too deeply."),
    (b'{"text":"a","label":[[0,1,"ACTOR"]]}', "it is not a Hashiya record: it has no “schema”."),
    (b'{"schema":"hashiya/9","new":1}', "it is a record of the kind “hashiya/9”; only “hashiya/1” can be read."),
    (b"null", "it is not a Hashiya record, which is an object on one line."),
    ("قصف".encode("cp1256"), "byte 1 of the line is not UTF-8."),
    ("قصف".encode(), "not valid JSON: a value is missing at 1."),
]  # fmt: skip


@pytest.mark.parametrize(("line", "sentence"), SYNTAX, ids=range(len(SYNTAX)))
def test_a_line_that_is_no_record_is_refused_in_words(tmp_path: Path, line: bytes, sentence: str) -> None:
    good = encode(full_record())
    found = outcomes(tmp_path / "a.jsonl", good + line + b"\n" + good)
    assert [(type(o), o.line) for o in found] == [(Record, 1), (Refusal, 2), (Record, 3)]
    assert isinstance(found[1], Refusal)
    assert str(found[1].reason) == sentence


def test_a_key_that_stands_twice_is_refused() -> None:
    line = encode(full_record()).replace(b'"lang":"ar"', b'"lang":"ar","lang":"ar"')
    with pytest.raises(Fault, match="the key “lang” stands twice"):
        decode_line(line)


def test_deep_nesting_that_a_doubled_key_hides_is_refused() -> None:
    bomb = b'"free":{"a":' + b"[" * 900 + b"]" * 900 + b'},"free":{}'
    line = re.sub(rb'"free":\{[^}]*\}', bomb, encode(full_record()))
    with pytest.raises(Fault):
        decode_line(line)


def test_free_metadata_may_not_be_a_labyrinth() -> None:
    line = full_line()
    line["meta"]["free"] = {"a": json.loads("[" * 16 + "]" * 16)}
    with pytest.raises(Fault, match=r"“meta\.free” is nested more than 16 levels deep"):
        decode_line(packed(line))


def test_a_last_line_cut_short_is_refused_by_its_number(tmp_path: Path) -> None:
    good = encode(full_record())
    found = outcomes(tmp_path / "a.jsonl", good + good[: len(good) // 2])
    assert [(type(o), o.line) for o in found] == [(Record, 1), (Refusal, 2)]


def test_a_last_line_without_its_line_feed_is_read(tmp_path: Path) -> None:
    assert outcomes(tmp_path / "a.jsonl", encode(full_record())[:-1]) == [full_record()]


def test_blank_lines_and_carriage_returns_are_passed_over(tmp_path: Path) -> None:
    data = b"\n  \r\n" + encode(full_record()).replace(b"\n", b"\r\n") + b"\n"
    found = outcomes(tmp_path / "a.jsonl", data)
    assert found == [full_record()]
    assert isinstance(found[0], Record)
    assert (found[0].path, found[0].line) == (str(tmp_path / "a.jsonl"), 3)


def test_a_byte_order_mark_is_left_out_and_told(tmp_path: Path) -> None:
    found = outcomes(tmp_path / "a.jsonl", b"\xef\xbb\xbf" + encode(full_record()))
    assert isinstance(found[0], Notice)
    assert "byte order mark" in str(found[0].reason)
    assert found[1:] == [full_record()]


def test_a_byte_order_mark_inside_a_text_stays(tmp_path: Path) -> None:
    record = Record(make_article("\ufeffقصف الجيش"))
    assert outcomes(tmp_path / "a.jsonl", encode(record)) == [record]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "the file is empty."),
        (b"\n \n", "the file is empty."),
        ("[\n{}\n]".encode("utf-16"), "the file is UTF-16; JSONL must be UTF-8."),
        (b"[\n{},\n{}\n]\n", "one value runs over many lines; JSONL has one object on each line."),
        (b'{\n "schema": 1\n}\n', "one value runs over many lines; JSONL has one object on each line."),
    ],
)
def test_a_file_that_is_something_else_is_refused_once(tmp_path: Path, data: bytes, sentence: str) -> None:
    found = outcomes(tmp_path / "a.jsonl", data)
    assert [(type(o), o.line) for o in found] == [(Refusal, None)]
    assert isinstance(found[0], Refusal)
    assert str(found[0].reason) == sentence


def test_an_edited_line_is_taken_and_told(tmp_path: Path) -> None:
    line = full_line()
    line["spans"][0]["note"] = "by hand"
    found = outcomes(tmp_path / "a.jsonl", packed(line) + b"\n")
    assert [type(outcome) for outcome in found] == [Notice, Record]
    assert isinstance(found[0], Notice)
    assert "was changed after it was exported" in str(found[0].reason)


def test_a_line_set_out_otherwise_is_not_an_edited_one(tmp_path: Path) -> None:
    assert outcomes(tmp_path / "a.jsonl", json.dumps(full_line()).encode()) == [full_record()]


def test_the_export_id_of_another_program_is_its_own_business(tmp_path: Path) -> None:
    line = full_line()
    line["provenance"] = {"tool": "other", "export_id": "1"}
    assert outcomes(tmp_path / "a.jsonl", packed(line)) == [full_record()]


def test_a_span_that_cuts_a_letter_from_its_mark_is_told_or_refused(tmp_path: Path) -> None:
    record = full_record()
    cut = TEXT.index("ّ")
    spans = (Span("layla.a1", "s1", "CLAIM", ((cut, cut + 2),)),)
    split = replace(record, spans=spans, events=(), relations=(), comments=(), decisions=())
    found = outcomes(tmp_path / "a.jsonl", encode(split))
    assert [type(outcome) for outcome in found] == [Notice, Record]
    assert isinstance(found[0], Notice)
    assert str(found[0].reason) == f"the span starts inside a letter with its mark, at {cut}."
    strict = outcomes(tmp_path / "a.jsonl", encode(split), strict=True)
    assert [type(outcome) for outcome in strict] == [Refusal]


def test_a_line_without_end_is_refused_and_the_next_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "MAX_LINE", 5_000)
    good = encode(full_record())
    assert len(good) < 5_000
    found = outcomes(tmp_path / "a.jsonl", good + b"x" * 3_000_000 + b"\n" + good)
    assert [(type(o), o.line) for o in found] == [(Record, 1), (Refusal, 2), (Record, 3)]


def test_a_text_beyond_the_limit_is_refused_with_its_size(tmp_path: Path) -> None:
    found = outcomes(tmp_path / "a.jsonl", encode(Record(make_article("ق" * (MAX_TEXT + 1)))))
    assert isinstance(found[0], Refusal)
    assert str(found[0].reason) == (
        "the text has 5000001 characters; an article may have at most 5000000. Split it into several."
    )


def test_our_sentences_refuse_what_the_core_refuses() -> None:
    random.seed(1)
    for _ in range(500):
        cuts = [random.randint(-1, LENGTH + 1) for _ in range(4)]
        fragments = [cuts[:2], cuts[2:]]
        line = full_line()
        text = line["text"]
        quote = " ".join(text[max(a, 0) : max(b, 0)] for a, b in fragments)
        line["spans"][0] |= {"fragments": fragments, "start": cuts[0], "end": cuts[3], "quote": quote}
        span = Span("l", "s1", "CLAIM", ((cuts[0], cuts[1]), (cuts[2], cuts[3])))
        if fault(span, LENGTH) is None:
            decode_line(packed(line))
        else:
            with pytest.raises(Fault, match="span"):
                decode_line(packed(line))


def mutated(line: bytes, chance: random.Random) -> bytes:
    """The line after one to three accidents."""
    data = bytearray(line)
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(data))
        kind = chance.randrange(6)
        if kind == 0:
            data[at] = chance.randrange(256)
        elif kind == 1:
            del data[at : at + chance.randint(1, 20)]
        elif kind == 2:
            data[at:at] = chance.choice(
                (b"\0", b"\xff", b'"', b"{", b"]", b"\\ud800", b"-", b"9" * 40, b"null", b"1e999")
            )
        elif kind == 3:
            other = chance.randrange(len(data))
            data[at:at] = data[other : other + chance.randint(1, 60)]
        elif kind == 4:
            data = data[: at + 1]
        else:
            numbers = list(re.finditer(rb"\d+|$", data))
            found = chance.choice(numbers)
            data[found.start() : found.end()] = str(chance.choice((-1, 0, 7, 10**6, 10**30, 1.5))).encode()
        data = data or bytearray(b" ")
    return bytes(data).replace(b"\n", b" ")


def test_no_accident_raises(tmp_path: Path) -> None:
    chance = random.Random(20251101)
    line = encode(full_record())
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\n".join([line[:-1], *(mutated(line, chance) for _ in range(10_000))]))
    began = time.monotonic()
    found = list(read(path, LABELS))
    assert time.monotonic() - began < 10
    assert all(isinstance(outcome, Record | Refusal | Notice) for outcome in found)
    refused = [outcome for outcome in found if isinstance(outcome, Refusal)]
    assert len(refused) > 9_000
    assert all(len(str(refusal.reason)) < 500 for refusal in refused)
    for outcome in found:
        if isinstance(outcome, Record):
            encode(outcome)
