"""Parquet in parts: everything comes back, part by part, and damaged rows are named."""

import hashlib
import importlib
import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.core.article import make_article
from annotator.core.record import Record, Refusal
from annotator.exchange import ExportError, Outcome, arrow
from annotator.exchange.jsonl import encode
from annotator.exchange.parquet import read, write
from annotator.exchange.source import read_paths
from tests.exchange.sample import LABELS, about, full_record, records

pa: Any = importlib.import_module("pyarrow")
pq: Any = importlib.import_module("pyarrow.parquet")


def made(count: int) -> list[Record]:
    return [Record(make_article(f"خبر {n}", id=f"a{n}")) for n in range(count)]


def rewritten(tmp_path: Path, **changes: Any) -> list[Outcome]:
    """What is read after the columns of one good row were changed."""
    write([full_record()], tmp_path / "out", about())
    part = tmp_path / "out" / "part-00000.parquet"
    table = pq.read_table(part)
    (row,) = table.to_pylist()
    for name, change in changes.items():
        row[name] = change(row[name])
    pq.write_table(pa.Table.from_pylist([row], table.schema), part)
    return list(read(part, LABELS))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(records(), max_size=3))
def test_everything_comes_back(tmp_path: Path, some: list[Record]) -> None:
    written = write(some, tmp_path / "out", about())
    found = [outcome for outcome in read_paths([tmp_path / "out"], LABELS) if not isinstance(outcome, Record | Refusal)]
    back = [outcome for outcome in read_paths([tmp_path / "out"], LABELS) if outcome not in found]
    assert list(map(encode, (r for r in back if isinstance(r, Record)))) == list(map(encode, some))
    assert len(back) == written.count == len(some)


def test_a_large_corpus_is_several_parts_with_their_counts_and_hashes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arrow, "MOST_ROWS", 4)
    monkeypatch.setattr(arrow, "GROUP_ROWS", 3)
    write([*made(7), full_record()], tmp_path / "out", about())
    counts = json.loads((tmp_path / "out" / "counts.json").read_bytes())
    assert [(row["file"], row["records"], row["spans"]) for row in counts] == [
        ("part-00000.parquet", 4, 0), ("part-00001.parquet", 4, 3)
    ]  # fmt: skip
    for row in counts:
        assert hashlib.sha256((tmp_path / "out" / row["file"]).read_bytes()).hexdigest() == row["sha256"]
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_bytes())
    assert {"counts.json", "part-00000.parquet", "part-00001.parquet"} <= set(manifest["files"])
    assert len(list(read_paths([tmp_path / "out"], LABELS))) == 8
    write(made(8), tmp_path / "out", about())
    assert len(list((tmp_path / "out").glob("*.parquet"))) == 2


def test_long_texts_end_a_part_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrow, "MOST_CHARACTERS", 100)
    monkeypatch.setattr(arrow, "GROUP_CHARACTERS", 50)
    write([Record(make_article(f"{n} " + "ب" * 60, id=f"a{n}")) for n in range(4)], tmp_path / "out", about())
    assert len(list((tmp_path / "out").glob("*.parquet"))) == 2


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"text": lambda text: text + "."}, "differs from its hash"),
        ({"schema": lambda schema: "hashiya/9"}, "“schema” is “hashiya/9”"),
        ({"spans": lambda spans: [{**spans[0], "end": 500, "fragments": [[0, 500]]}]}, "quote|past the text|says"),
        ({"spans": lambda spans: [{**spans[0], "label": "PER"}, *spans[1:]]}, "not in the scheme"),
        ({"meta": lambda meta: {**meta, "free": "{"}}, "not valid JSON"),
        ({"meta": lambda meta: {**meta, "free": '{"a":1,"a":2}'}}, "stands twice"),
        ({"meta": lambda meta: {**meta, "free": '{"a":' + "[" * 5000 + "]" * 5000 + "}"}}, "deep"),
        ({"meta": lambda meta: {**meta, "free": "[]"}}, "“meta.free” must be an object"),
        ({"meta": lambda meta: None}, "missing"),
        ({"article_id": lambda id: None}, "must be a text"),
        ({"meta": lambda meta: {**meta, "source": "a\0"}}, "NUL"),
    ],
)
def test_a_row_that_is_wrong_is_refused_with_its_number(tmp_path: Path, changes: Any, words: str) -> None:
    (refusal,) = rewritten(tmp_path, **changes)
    assert isinstance(refusal, Refusal)
    assert refusal.line == 1
    assert any(word in str(refusal.reason) for word in words.split("|")), str(refusal.reason)


def test_other_parquet_is_not_taken_for_ours(tmp_path: Path) -> None:
    pq.write_table(pa.table({"text": ["قال"]}), tmp_path / "a.parquet")
    (refusal,) = read(tmp_path / "a.parquet", LABELS)
    assert isinstance(refusal, Refusal)
    (record,) = read_paths([tmp_path / "a.parquet"], LABELS)
    assert isinstance(record, Record)


def test_a_part_that_says_otherwise_is_not_put_in_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = arrow.values

    def without_source(file: Any) -> Any:
        for row in real(file):
            yield row and {**row, "meta": {**row["meta"], "source": "غيره"}}

    monkeypatch.setattr(arrow, "values", without_source)
    with pytest.raises(ExportError, match="not what was written"):
        write([full_record()], tmp_path / "out", about())
    assert list(tmp_path.iterdir()) == []


def test_without_pyarrow_the_answer_is_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write([full_record()], tmp_path / "out", about())
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(ExportError, match=r'pip install "hashiya\[parquet\]"'):
        write([full_record()], tmp_path / "b", about())
    (refusal,) = read(tmp_path / "out" / "part-00000.parquet", LABELS)
    assert isinstance(refusal, Refusal)
    assert 'pip install "hashiya[parquet]"' in str(refusal.reason)


def test_empty_projects_give_one_part_without_rows(tmp_path: Path) -> None:
    assert write([], tmp_path / "out", about()).count == 0
    assert list(read(tmp_path / "out" / "part-00000.parquet", LABELS)) == []
    assert write([replace(full_record(), spans=(), events=(), relations=())], tmp_path / "out", about()).count == 1
