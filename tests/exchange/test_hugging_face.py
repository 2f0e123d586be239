"""Hugging Face: what the columns say is what was meant, and the classes are named in the files themselves."""

import importlib
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.core.article import make_article
from annotator.core.record import Record
from annotator.core.span import Span
from annotator.exchange import ExportError, arrow
from annotator.exchange.hugging_face import carried, front, write
from annotator.exchange.hugging_row import classes
from annotator.exchange.option import BILOU, DROP, EXPAND, IOB2, STRICT, Options
from annotator.exchange.source import read_paths
from annotator.exchange.tag import from_tags
from tests.exchange.sample import LABELS, TEXT, about, full_record, records, scheme

pq: Any = importlib.import_module("pyarrow.parquet")


def rows(folder: Path) -> list[dict[str, Any]]:
    return [row for part in sorted(folder.glob("*.parquet")) for row in pq.read_table(part).to_pylist()]


def names_of(folder: Path) -> tuple[list[str], list[str]]:
    """The names of the classes of spans and of tokens, as the file says them."""
    said = json.loads(pq.read_schema(folder / "part-00000.parquet").metadata[b"huggingface"])
    features = said["info"]["features"]
    return features["spans"][0]["label"]["names"], features["ner_tags"][0]["names"]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(records(), max_size=3), st.sampled_from([EXPAND, DROP]), st.sampled_from([IOB2, BILOU]))
def test_every_row_says_what_was_meant(tmp_path: Path, some: list[Record], mode: str, tags: str) -> None:
    options = Options(align=mode, scheme_tags=tags)
    written = write(some, tmp_path / "out", replace(about(), options=options))
    meant = [record for record in some if record.layer]
    found = rows(tmp_path / "out")
    assert (written.count, written.spans) == (len(meant), sum(len(record.spans) for record in meant))
    labels, tag_names = names_of(tmp_path / "out")
    for row, record in zip(found, meant, strict=True):
        text = record.article.text
        assert row["text"] == text
        assert "".join(row["tokens"]) == "".join(text.split())
        said = [(labels[one["label"]], tuple(map(tuple, one["fragments"])), one["quote"]) for one in row["spans"]]
        quotes = [" ".join(text[a:b] for a, b in span.fragments) for span in record.spans]
        assert said == [(span.label, span.fragments, q) for span, q in zip(record.spans, quotes, strict=True)]
        runs, irregular = from_tags([tag_names[tag] for tag in row["ner_tags"]])
        assert irregular is None
        assert len(runs) == sum(one["in_tags"] for one in row["spans"])


@given(records())
def test_what_is_carried_is_carried_again_unchanged(record: Record) -> None:
    once = carried(record, Options())
    assert carried(once, Options()) == once
    assert (once.spans == record.spans) or any(span.decision for span in record.spans)


def test_emoji_before_a_span_do_not_move_it(tmp_path: Path) -> None:
    write([full_record()], tmp_path / "out", about())
    (row,) = rows(tmp_path / "out")
    labels, tags = names_of(tmp_path / "out")
    assert [(row["text"][one["start"] : one["end"]], labels[one["label"]]) for one in row["spans"][:2]] == [
        ("تبنّت", "CLAIM"), ("كتائب الفجر", "ACTOR")
    ]  # fmt: skip
    tagged = [(token, tags[tag]) for token, tag in zip(row["tokens"], row["ner_tags"], strict=True)]
    assert tagged[:6] == [
        ("🔥", "O"), ("تبنّت", "B-CLAIM"), ("«", "O"), ("كتائب", "B-ACTOR"), ("الفجر", "I-ACTOR"), ("»", "O")
    ]  # fmt: skip
    assert row["events"][0]["arguments"] == [{"role": "attacker", "span": "s2"}]
    assert row["layer"] == {"kind": "gold", "status": "done", "pass": 2, "open_answer": "no_claim"}


def test_spans_that_have_no_room_in_the_tags_are_there_and_say_so(tmp_path: Path) -> None:
    start = TEXT.index("كتائب")
    inner = Span("layla.a1", "s4", "TARGET", ((start, start + 5),))
    cut = Span("layla.a1", "s5", "TARGET", ((start + 1, start + 5),))
    record = replace(full_record(), spans=(*full_record().spans[:2], inner, cut), decisions=(), events=())
    write([record], tmp_path / "out", replace(about(), options=Options(align=DROP)))
    (row,) = rows(tmp_path / "out")
    assert {one["id"]: one["in_tags"] for one in row["spans"]} == {"s1": True, "s2": True, "s4": False, "s5": False}
    with pytest.raises(ExportError, match="token: 1"):
        write([record], tmp_path / "other", replace(about(), options=Options(align=STRICT)))
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_the_card_names_the_files_of_each_split() -> None:
    head = front(about(), ["train", "dev"])
    assert head.startswith("---\n")
    assert '  - split: dev\n    path: "dev/*.parquet"\n---\n' in head
    assert '  - split: train\n    path: "part-*.parquet"\n' in front(about(), [""])


def test_classes_stay_when_a_label_is_switched_on() -> None:
    assert classes(scheme(), IOB2).labels[:4] == LABELS
    assert len(classes(scheme(), IOB2).labels) == len(scheme().every_label)
    assert len(classes(scheme(), BILOU).tags) == 1 + 4 * len(scheme().every_label)


def test_a_label_that_the_scheme_lacks_stops_the_export(tmp_path: Path) -> None:
    record = replace(full_record(), spans=(Span("layla.a1", "s1", "PER", ((0, 1),)),), events=(), relations=())
    with pytest.raises(ExportError, match="label that the scheme lacks"):
        write([record], tmp_path / "out", about())
    assert list(tmp_path.iterdir()) == []


def test_without_articles_there_is_still_a_file_with_its_columns(tmp_path: Path) -> None:
    written = write([Record(make_article("قال"))], tmp_path / "out", about())
    assert (written.count, rows(tmp_path / "out")) == (0, [])


def test_tags_that_say_otherwise_are_not_put_in_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def shifted(count: int, runs: Sequence[tuple[int, int, str]], scheme: str) -> list[str]:
        return ["O"] * count

    monkeypatch.setattr("annotator.exchange.hugging_row.to_tags", shifted)
    with pytest.raises(ExportError, match="not what was written"):
        write([full_record()], tmp_path / "out", about())
    assert list(tmp_path.iterdir()) == []


def test_the_same_records_give_the_same_bytes_in_several_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrow, "MOST_ROWS", 2)
    some = [
        replace(full_record(), article=make_article(TEXT, id=f"a{n}"), comments=(), decisions=()) for n in range(4)
    ]
    for name in ("a", "b"):
        write(some, tmp_path / name, about())
    parts = sorted(path.name for path in (tmp_path / "a").glob("*.parquet"))
    assert parts == ["part-00000.parquet", "part-00001.parquet"]
    assert all((tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes() for name in parts)
    assert [row["article_id"] for row in rows(tmp_path / "a")] == ["a0", "a1", "a2", "a3"]


def test_it_is_not_taken_for_a_table_of_articles(tmp_path: Path) -> None:
    write([full_record()], tmp_path / "out", about())
    (refusal,) = read_paths([tmp_path / "out"], LABELS)
    assert not isinstance(refusal, Record)
    assert "export with spans" in str(refusal.reason)
