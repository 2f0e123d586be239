"""`datasets`, pandas and DuckDB themselves: they load what we write, and find the same articles, spans and classes."""

import importlib
import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotator.core.record import Record
from annotator.exchange import event_table, hugging_face, parquet
from annotator.exchange.bundle import Weighed, write_whole
from annotator.exchange.formats import format_named
from annotator.exchange.loss import Loss
from annotator.exchange.option import BILOU, Options
from annotator.exchange.split import Split
from tests.consumers.corpus import made_records, sample_records
from tests.exchange.sample import about, full_record

pytestmark = pytest.mark.consumer


@pytest.fixture
def datasets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The library, without the network and with a cache of its own."""
    monkeypatch.setenv("HF_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    library: Any = importlib.import_module("datasets")
    library.disable_progress_bars()
    monkeypatch.setattr(library.config, "HF_DATASETS_CACHE", tmp_path / "cache")
    return library


def records() -> list[Record]:
    return [*sample_records(), full_record()]


def export(
    name: str, out: Path, some: list[Record], split: Split | None = None, options: Options | None = None
) -> None:
    """What the command line writes as a folder."""
    form = format_named(name)
    assert form is not None
    with (out.parent / "lines").open("w+b") as lines:
        known = replace(about(), options=options or Options())
        write_whole(lambda: some, form, out, known, Weighed(Loss(), lines), split)


def test_datasets_loads_the_folder_with_its_classes(datasets: Any, tmp_path: Path) -> None:
    export("huggingface", tmp_path / "out", records())
    found = datasets.load_dataset(str(tmp_path / "out"))
    assert list(found) == ["train"]
    train = found["train"]
    label = train.features["spans"].feature["label"]
    tag = train.features["ner_tags"].feature
    assert isinstance(label, datasets.ClassLabel)
    assert isinstance(tag, datasets.ClassLabel)
    assert len(train) == len(records())
    for row, record in zip(train, records(), strict=True):
        said = [(row["text"][one["start"] : one["end"]], label.int2str(one["label"])) for one in row["spans"]]
        assert said == [(record.article.text[s.start : s.end], s.label) for s in record.spans]
    begun = Counter(tag.int2str(one)[2:] for row in train for one in row["ner_tags"] if tag.int2str(one)[0] == "B")
    tagged = Counter(label.int2str(one["label"]) for row in train for one in row["spans"] if one["in_tags"])
    assert begun == tagged
    assert sum(begun.values()) > 400


@pytest.mark.parametrize("tags", ["iob2", BILOU])
def test_datasets_keeps_the_classes_through_its_own_parquet(datasets: Any, tmp_path: Path, tags: str) -> None:
    export("huggingface", tmp_path / "out", records(), options=Options(scheme_tags=tags))
    train = datasets.load_dataset(str(tmp_path / "out"), split="train")
    train.to_parquet(str(tmp_path / "again.parquet"))
    again = datasets.Dataset.from_parquet(str(tmp_path / "again.parquet"))
    assert again.features == train.features
    assert again[:] == train[:]
    names = train.features["ner_tags"].feature.names
    cast = train.cast_column("ner_tags", datasets.Sequence(datasets.ClassLabel(names=names)))
    assert cast[0]["ner_tags"] == train[0]["ner_tags"]


def test_datasets_finds_each_part_of_a_split(datasets: Any, tmp_path: Path) -> None:
    some = list(made_records(0, 60))
    export("huggingface", tmp_path / "out", some, Split((("train", 80), ("dev", 10), ("test", 10)), 5))
    found = datasets.load_dataset(str(tmp_path / "out"))
    assert set(found) == {"train", "dev", "test"}
    ids = [row for part in found.values() for row in part["article_id"]]
    assert sorted(ids) == sorted(record.article.id for record in some)
    assert all(len(part) for part in found.values())


def test_pandas_and_duckdb_read_both_kinds_of_parquet(tmp_path: Path) -> None:
    pandas: Any = importlib.import_module("pandas")
    duckdb: Any = importlib.import_module("duckdb")
    for name, module in (("huggingface", hugging_face), ("parquet", parquet)):
        module.write(records(), tmp_path / name, about())
        frame = pandas.read_parquet(tmp_path / name / "part-00000.parquet")
        assert list(frame["text"]) == [record.article.text for record in records()]
        assert [len(spans) for spans in frame["spans"]] == [len(record.spans) for record in records()]
        sql = f"""SELECT article_id, s.quote, array_slice(text, s.start + 1, s."end") AS words, s.fragments
            FROM (SELECT article_id, text, unnest(spans) AS s FROM read_parquet('{tmp_path / name}/*.parquet'))"""
        found = duckdb.sql(sql).fetchall()
        assert len(found) == sum(len(record.spans) for record in records())
        whole = [row for row in found if len(row[3]) == 1]
        assert len(whole) > 500


def test_duckdb_counts_labels_over_all_parts(tmp_path: Path) -> None:
    duckdb: Any = importlib.import_module("duckdb")
    parquet.write(records(), tmp_path / "out", about())
    sql = f"SELECT s.label, count(*) FROM (SELECT unnest(spans) AS s FROM '{tmp_path}/out/*.parquet') GROUP BY 1"
    assert Counter(dict(duckdb.sql(sql).fetchall())) == Counter(s.label for r in records() for s in r.spans)


def test_pandas_and_duckdb_read_the_event_table(tmp_path: Path) -> None:
    pandas: Any = importlib.import_module("pandas")
    duckdb: Any = importlib.import_module("duckdb")
    event_table.write(records(), tmp_path / "events.csv", about())
    events = [(record, event) for record in records() for event in record.events]
    frame = pandas.read_csv(tmp_path / "events.csv", dtype=str, keep_default_na=False)
    assert list(frame["event_id"]) == [f"{event.layer}:{event.id}" for _, event in events]
    assert len(set(frame["event_id"])) == len(frame)
    places = [[one["fragments"] for one in json.loads(value)["spans"]] for value in frame["record"]]
    assert sum(map(len, places)) > 10
    found = duckdb.sql(f"SELECT event_id, attacker, record FROM read_csv('{tmp_path}/events.csv')").fetchall()
    assert [(row[0], row[1] or "") for row in found] == list(zip(frame["event_id"], frame["attacker"], strict=True))
    assert [row[2] for row in found] == list(frame["record"])
