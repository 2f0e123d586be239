"""Tables of articles: whatever a cell holds comes in as it is, and a bad row is named by its line."""

import csv
import datetime
import importlib
import io
import json
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.core.article import Article
from annotator.core.record import Notice, Record, Refusal
from annotator.core.sentence import Refused
from annotator.exchange import Outcome, table_json
from annotator.exchange.column import read_wanted
from annotator.exchange.formats import format_named
from annotator.exchange.jsonl import encode
from annotator.exchange.source import preview, read_paths, recognised
from annotator.exchange.table import names, read
from tests.exchange.sample import full_record, strings, texts

pa: Any = importlib.import_module("pyarrow")
pq: Any = importlib.import_module("pyarrow.parquet")

NEWS = {"title": "قصف الميناء", "body": "قال الجيش إن F-16 قصفت 🔥 الميناء.", "outlet": "وكالة", "date": "2025-11-01"}


def found_in(path: Path, content: str | bytes, encoding: str | None = None, **wanted: str) -> list[Outcome]:
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return list(read(path, encoding=encoding, wanted=wanted))


def articles(outcomes: Sequence[Outcome]) -> list[Article]:
    return [outcome.article for outcome in outcomes if isinstance(outcome, Record)]


def refusals(outcomes: Sequence[Outcome]) -> list[tuple[int | None, str]]:
    return [(outcome.line, str(outcome.reason)) for outcome in outcomes if isinstance(outcome, Refusal)]


def as_csv(rows: Sequence[dict[str, str]], **dialect: Any) -> str:
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, list(rows[0]), **dialect)
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()


def lf(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.json", "a.jsonl", "a.parquet"])
def test_every_kind_of_table_gives_the_same_article(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    contents: dict[str, bytes] = {
        "a.csv": as_csv([NEWS]).encode(),
        "a.tsv": as_csv([NEWS], delimiter="\t").encode(),
        "a.json": json.dumps([NEWS], ensure_ascii=False).encode(),
        "a.jsonl": (json.dumps(NEWS) + "\n").encode(),
    }
    if name == "a.parquet":
        pq.write_table(pa.Table.from_pylist([NEWS]), path)
    else:
        path.write_bytes(contents[name])
    notice, record = list(read_paths([path], ()))
    assert isinstance(notice, Notice)
    assert "text = body, title = title, source = outlet, published = date" in str(notice.reason)
    assert isinstance(record, Record)
    article = record.article
    assert article.text == f"{NEWS['title']}\n{NEWS['body']}"
    assert (article.title, article.source, article.published) == (NEWS["title"], "وكالة", "2025-11-01")
    assert article.import_changes == ("title_prepended",)
    assert record.layer is None


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(texts, strings, strings), min_size=1, max_size=4), st.sampled_from([",", ";", "\t", "|"]))
def test_cells_of_csv_come_in_as_they_are(tmp_path: Path, rows: list[tuple[str, str, str]], delimiter: str) -> None:
    content = as_csv([{"text": t, "source": s, "more": m} for t, s, m in rows], delimiter=delimiter)
    found = articles(found_in(tmp_path / "a.csv", content))
    assert [article.text for article in found] == [lf(text) for text, _, _ in rows]
    assert [article.source or "" for article in found] == [source.strip() for _, source, _ in rows]
    assert [article.meta.get("more", "") for article in found] == [more for _, _, more in rows]


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | strings,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(strings, inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(texts, values), min_size=1, max_size=4), st.sampled_from([None, 1]), st.booleans())
def test_objects_of_json_come_in_as_they_are(
    tmp_path: Path, rows: list[tuple[str, Any]], indent: int | None, escaped: bool
) -> None:
    items = [{"text": text, "more": value} for text, value in rows]
    meant = [lf(text) for text, _ in rows]
    as_list = found_in(tmp_path / "a.json", json.dumps(items, indent=indent, ensure_ascii=escaped))
    lines = "".join(json.dumps(item, ensure_ascii=escaped) + "\n" for item in items)
    wrapped = found_in(tmp_path / "b.json", json.dumps({"n": 1, "items": items}, indent=indent))
    for found in (as_list, found_in(tmp_path / "a.jsonl", lines), wrapped):
        assert [article.text for article in articles(found)] == meant
        assert refusals(found) == []
    kept = [article.meta.get("more") for article in articles(as_list)]
    bounded = [value for _, value in rows]
    if all(not isinstance(value, int | list | dict) or isinstance(value, bool) for value in bounded):
        assert kept == [value if value != "" else None for value in bounded]


def test_a_list_is_read_one_object_at_a_time_wherever_blocks_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    items = [{"text": f'قال "{n}" \\ [{{ 🔥', "n": [{"m": n}]} for n in range(40)]
    content = json.dumps(items, indent=2, ensure_ascii=False)
    for size in (1, 2, 3, 7, 64, 1000):
        monkeypatch.setattr(table_json, "BLOCK", size)
        found = found_in(tmp_path / "a.json", content)
        assert [article.text for article in articles(found)] == [item["text"] for item in items]
        lines = [outcome.line for outcome in found if isinstance(outcome, Record)]
        assert lines == [number for number, line in enumerate(content.split("\n"), 1) if line == "  {"]


def test_a_title_that_the_text_begins_with_is_not_put_there_twice(tmp_path: Path) -> None:
    rows = [{"title": "عنوان\r\nمن سطرين", "text": "متن"}, {"title": "عنوان", "text": "\n عنوان \nمتن"}]
    first, second = articles(found_in(tmp_path / "a.csv", as_csv(rows)))
    assert (first.text, first.title) == ("عنوان من سطرين\nمتن", "عنوان من سطرين")
    assert (second.text, second.import_changes) == ("\n عنوان \nمتن", ())


def test_ids_that_can_stand_are_kept_and_others_stay_among_the_facts(tmp_path: Path) -> None:
    first, second = articles(found_in(tmp_path / "a.csv", "id,text\nn-1,قال\nخبر ١,قالت\n"))
    assert (first.id, dict(first.meta)) == ("n-1", {})
    assert (second.id, dict(second.meta)) == (second.sha256[:16], {"id": "خبر ١"})


def test_a_map_of_columns_is_heeded(tmp_path: Path) -> None:
    content = "a,b,text\nعنوان,متن,آخر\n"
    (article,) = articles(found_in(tmp_path / "a.csv", content, text="b", title="a"))
    assert (article.text, dict(article.meta)) == ("عنوان\nمتن", {"text": "آخر"})
    assert read_wanted(["text=b,title=a", "id="]) == {"text": "b", "title": "a", "id": ""}
    assert read_wanted(["text=a,b = c", "title= t"]) == {"text": "a,b = c", "title": " t"}
    assert refusals(found_in(tmp_path / "a.csv", content, text="c")) == [
        (None, "there is no column “c”; there are: a, b, text.")
    ]
    (article,) = articles(found_in(tmp_path / "a.csv", "title,text\nعنوان,متن\n", title=""))
    assert (article.text, dict(article.meta)) == ("متن", {"title": "عنوان"})
    for words in ("body", "texts=b", "text=a,text=b"):
        with pytest.raises(Refused, match="no part of a map"):
            read_wanted([words])


def test_without_a_column_for_the_text_the_file_is_refused_with_its_columns(tmp_path: Path) -> None:
    ((line, reason),) = refusals(found_in(tmp_path / "a.csv", "x,y\n1,2\n3,4\n"))
    assert line is None
    assert "there are: x, y." in reason
    (article,) = articles(found_in(tmp_path / "a.csv", "x\nقال\n"))
    assert article.text == "قال"


def test_bad_rows_are_named_by_line_and_the_others_come_in(tmp_path: Path) -> None:
    content = 'text,source\n"سطر\nثان",أ\nقال\nزاد,ب,ج\n,د\nز\0ر,ه\n"كسر"ة,و\nبقي,ز,,\n\n=1+1,ح\n'
    found = found_in(tmp_path / "a.csv", content)
    assert [(article.text, article.source) for article in articles(found)] == [
        ("سطر\nثان", "أ"), ("بقي", "ز"), ("=1+1", "ح")
    ]  # fmt: skip
    assert [line for line, _ in refusals(found)] == [4, 5, 6, 7, 8]
    assert [outcome.line for outcome in found if isinstance(outcome, Record)] == [2, 9, 11]


def test_a_quotation_mark_that_is_never_closed_ends_the_reading(tmp_path: Path) -> None:
    found = found_in(tmp_path / "a.csv", 'text,n\nقال,1\n"فتح,2\nتاه,3\n')
    assert [article.text for article in articles(found)] == ["قال"]
    assert [(line, "never closed" in reason) for line, reason in refusals(found)] == [(3, True)]


def test_tabbed_files_may_have_quotation_marks_that_mean_nothing(tmp_path: Path) -> None:
    content = 'text\tn\n"قال" الجيش\t1\n"لم يغلق\t2\n'
    found = articles(found_in(tmp_path / "a.tsv", content))
    assert [article.text for article in found] == ['"قال" الجيش', '"لم يغلق']


@pytest.mark.parametrize(
    ("encoding", "mark", "used"),
    [
        ("utf-8", "\ufeff", "utf-8"),
        ("utf-16-le", "\ufeff", "utf-16-le"),
        ("utf-16-be", "\ufeff", "utf-16-be"),
        ("utf-32-le", "\ufeff", "utf-32-le"),
    ],
)
def test_a_mark_at_the_start_tells_the_encoding_and_is_left_out(
    tmp_path: Path, encoding: str, mark: str, used: str
) -> None:
    (article,) = articles(found_in(tmp_path / "a.csv", f"{mark}text,n\r\nقال 🔥,1\r\n".encode(encoding)))
    assert (article.text, article.encoding, dict(article.meta)) == ("قال 🔥", used, {"n": "1"})


def test_a_mark_inside_the_first_text_of_json_is_kept(tmp_path: Path) -> None:
    (article,) = articles(found_in(tmp_path / "a.jsonl", b"\xef\xbb\xbf" + '{"text":"\ufeffقال"}'.encode()))
    assert article.text == "\ufeffقال"


def test_windows_1256_is_asked_for_and_never_guessed(tmp_path: Path) -> None:
    raw = "text,n\nقال الجيش,1\n".encode("cp1256")
    assert "import it as windows-1256" in refusals(found_in(tmp_path / "a.csv", raw))[0][1]
    (article,) = articles(found_in(tmp_path / "a.csv", raw, "windows-1256"))
    assert (article.text, article.encoding) == ("قال الجيش", "windows-1256")
    found = found_in(tmp_path / "a.csv", "text\nقال\n", "windows-1256")
    (article,) = articles(found)
    assert (article.text, article.encoding) == ("قال", "utf-8")
    assert "was read so, not as windows-1256" in str(found[0].reason if isinstance(found[0], Notice) else "")


def test_of_a_file_cut_inside_a_letter_nothing_comes_in(tmp_path: Path) -> None:
    content = ("text,n\n" + "قال الجيش,1\n" * 200_000).encode()[:-4]
    ((line, reason),) = refusals(found_in(tmp_path / "a.csv", content))
    assert (line, f"byte {len(content)}" in reason, "damaged" in reason) == (None, True, True)


HOSTILE = {
    "deep": "[" * 100_000 + "]" * 100_000,
    "surrogate": r'{"text":"\ud800"}',
    "nul": r'{"text":"قال\u0000"}',
    "nul in a fact": r'{"text":"قال","more":["\u0000"]}',
    "twice": '{"text":"قال","text":"قالت"}',
    "nan": '{"text":"قال","n":NaN}',
    "huge": '{"text":"قال","n":1e999}',
    "number": '{"text":5}',
    "list": '{"text":"قال","title":["a"]}',
    "none": '{"text":null}',
    "open": '{"text":"قال"',
    "bare": "قال",
    "nested": '{"text":"قال","n":' + "[" * 40 + "]" * 40 + "}",
}


@pytest.mark.parametrize("item", HOSTILE.values(), ids=HOSTILE)
def test_hostile_objects_are_refused_by_line(tmp_path: Path, item: str) -> None:
    found = found_in(tmp_path / "a.jsonl", f'{{"text":"أول"}}\n{item}\n{{"text":"آخر"}}\n')
    assert [article.text for article in articles(found)] == ["أول", "آخر"]
    assert [line for line, _ in refusals(found)] == [2]


@pytest.mark.parametrize("item", ["deep", "surrogate", "nul", "twice", "nan", "number", "none", "nested", "bare"])
def test_hostile_objects_in_a_list_are_refused_and_the_others_come_in(tmp_path: Path, item: str) -> None:
    found = found_in(tmp_path / "a.json", f'[{{"text":"أول"}},\n{HOSTILE[item]},\n{{"text":"آخر"}}]')
    assert [article.text for article in articles(found)] == ["أول", "آخر"]
    assert len(refusals(found)) == 1


def test_a_list_that_is_cut_off_gives_what_is_whole_and_says_so(tmp_path: Path) -> None:
    found = found_in(tmp_path / "a.json", '[{"text":"أول"},\n{"text":"آخ')
    assert [article.text for article in articles(found)] == ["أول"]
    assert "not closed" in refusals(found)[0][1]


def test_numbers_that_a_project_cannot_hold_become_words(tmp_path: Path) -> None:
    (article,) = articles(found_in(tmp_path / "a.json", '{"text":"قال","n":123456789012345678901234567890}'))
    assert article.meta["n"] == "123456789012345678901234567890"
    encode(Record(article))


def test_one_object_in_a_file_is_one_article(tmp_path: Path) -> None:
    (record,) = found_in(tmp_path / "a.json", json.dumps({"url": "u", "text": "قال", "list": [{"a": 1}]}, indent=1))
    assert isinstance(record, Record)
    assert (record.article.url, record.article.meta) == ("u", {"list": [{"a": 1}]})
    ((_, reason),) = refusals(found_in(tmp_path / "a.json", '{"a": {"b": 1}}'))
    assert "neither an article nor one list" in reason


def test_huge_cells_are_refused(tmp_path: Path) -> None:
    found = found_in(tmp_path / "a.csv", "text,n\nقال,1\n" + "ب" * 5_000_001 + ",2\nقالت,3\n")
    assert [article.text for article in articles(found)] == ["قال", "قالت"]
    assert [line for line, _ in refusals(found)] == [3]
    found = found_in(tmp_path / "a.csv", "text,n\nقال,1\n" + "b" * 10_000_001 + ",2\nقالت,3\n")
    assert [article.text for article in articles(found)] == ["قال"]


def test_a_dateline_that_is_a_place_is_no_sign_for_the_second_paragraph(tmp_path: Path) -> None:
    (article,) = articles(found_in(tmp_path / "a.csv", "text,dateline\nقال,القاهرة\n"))
    assert not article.meta.get("dateline")
    assert "القاهرة" in article.meta.values()


def test_parquet_kinds_become_json(tmp_path: Path) -> None:
    row = {
        "text": "قال",
        "date": datetime.datetime(2025, 11, 1, 8),
        "score": float("nan"),
        "price": Decimal("1.50"),
        "raw": b"\x00",
        "deep": {"a": [1, 2]},
    }
    pq.write_table(pa.Table.from_pylist([row]), tmp_path / "a.parquet")
    (article,) = articles(list(read(tmp_path / "a.parquet")))
    assert (article.published, dict(article.meta)) == ("2025-11-01T08:00:00", {"price": "1.50", "deep": {"a": [1, 2]}})


def test_broken_parquet_is_refused_and_texts_that_are_none_by_row(tmp_path: Path) -> None:
    for content in (b"", b"PAR1", b"PAR1" + b"\0" * 100 + b"PAR1", b"text,n\n"):
        assert len(refusals(found_in(tmp_path / "a.parquet", content))) == 1
    buffers = pa.array(["aa", "bb", "cc"]).buffers()
    broken = pa.StringArray.from_buffers(3, buffers[1], pa.py_buffer(b"aa\xff\xffcc"))
    pq.write_table(pa.table({"text": broken}), tmp_path / "b.parquet")
    found = list(read(tmp_path / "b.parquet"))
    assert [article.text for article in articles(found)] == ["aa", "cc"]
    assert [line for line, _ in refusals(found)] == [2]


@pytest.mark.parametrize("cut", [10, 200, 400, 600])
def test_damaged_parquet_never_raises(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"text": [f"قال {n}" for n in range(1000)]}), path)
    whole = path.read_bytes()
    for content in (whole[:-cut], whole[:cut] + bytes(50) + whole[cut + 50 :]):
        path.write_bytes(content)
        assert all(isinstance(outcome, Record | Refusal) for outcome in read(path))


def test_what_holds_annotation_or_is_ours_is_not_taken_for_a_table(tmp_path: Path) -> None:
    ours = tmp_path / "a.jsonl"
    ours.write_bytes(encode(full_record()))
    others = {
        '{"text":"قال","label":[[0,3,"X"]]}\n': "jsonl",
        '{"text":"قال","spans":[]}\n': "jsonl",
        '{"text":"قال","label":"سياسة"}\n': "table",
        '{"headline":"ع","body":"قال"}\n': "table",
        'broken\n{"headline":"ع","body":"قال"}\n': "table",
        "[1, 2": "jsonl",
    }
    form = recognised(ours)
    assert form is not None
    assert form.name == "jsonl"
    for content, name in others.items():
        path = tmp_path / "b.jsonl"
        path.write_text(content, "utf-8")
        form = recognised(path)
        assert form is not None
        assert (content, form.name == "table") == (content, name == "table")


def test_the_row_of_the_table_tells_what_is_read() -> None:
    form = format_named("table")
    assert form is not None
    assert form.reads
    assert not form.writes


def test_the_preview_shows_what_an_uncertain_table_would_say(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("text,n\nقال الجيش,1\n".encode("cp1256"))
    uncertain = preview(path, ()).uncertain
    assert uncertain is not None
    assert "قال الجيش" in uncertain.preview
    record = preview(path, (), "windows-1256").record
    assert record is not None
    assert record.article.text == "قال الجيش"


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl", "a.json", "a.parquet"])
def test_the_names_of_columns_are_told_by_the_beginning(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    rows = {
        "a.csv": "h,b\n1,2\n" + "x,y\n" * 600_000 + "\udcff",
        "a.jsonl": '{"h":1,"b":2}\n',
        "a.json": '[{"h":1,"b":2}]',
    }
    if name == "a.parquet":
        pq.write_table(pa.table({"h": ["1"], "b": ["2"]}), path)
    else:
        path.write_bytes(rows[name].encode("utf-8", "surrogateescape"))
    assert names(path) == ["h", "b"]
    path.write_bytes(b"\0\xff")
    assert names(path) == []


SCRAPS = (
    b'{"text":', b'"\xd9\x82"', b"}", b"[", b"]", b",", b"\n", b"\r", b'"', b"\\", b"\xff", b"\0", b"text,n\n", b"\t",
    b"\xef\xbb\xbf", b"\xff\xfe", b"PAR1", b'{"text":"a"}', b'{"a":[{"text":"b"}]}',
)  # fmt: skip


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from(SCRAPS) | st.binary(max_size=4), max_size=12).map(b"".join),
    st.sampled_from(["a.csv", "a.tsv", "a.json", "a.jsonl", "a.parquet"]),
)
def test_no_file_whatever_raises(tmp_path: Path, content: bytes, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert all(isinstance(outcome, Record | Refusal | Notice) for outcome in read_paths([path], ()))
    assert all(isinstance(outcome, Record | Refusal | Notice) for outcome in read(path))
    assert isinstance(names(path), list)
    preview(path, ())
