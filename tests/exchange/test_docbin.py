"""DocBin: spaCy finds the same text and the same spans, by its own count of characters."""

import importlib
import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.arabic.token import tokens
from annotator.core.article import make_article
from annotator.core.record import Record
from annotator.core.span import Span
from annotator.exchange import ExportError
from annotator.exchange.align import flatten
from annotator.exchange.docbin import carried, pieces, write
from annotator.exchange.option import ALIGNMENTS, DROP, EXPAND, STRICT, Options
from tests.arabic.alphabet import texts
from tests.exchange.sample import TEXT, about, full_record, records

spacy: Any = importlib.import_module("spacy")


def load(path: Path) -> list[Any]:
    return list(spacy.tokens.DocBin().from_disk(path).get_docs(spacy.blank("ar").vocab))


@given(texts)
def test_words_and_spaces_are_the_text(text: str) -> None:
    places = list(tokens(text))
    words, spaces, indexes = pieces(text, places)
    assert "".join(word + " " * space for word, space in zip(words, spaces, strict=True)) == text
    assert [words[index] for index in indexes] == [text[start:end] for start, end in places]
    assert all(word.isspace() for number, word in enumerate(words) if number not in indexes)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(records(), max_size=3), st.sampled_from([EXPAND, DROP]))
def test_spacy_finds_what_was_meant(tmp_path: Path, some: list[Record], mode: str) -> None:
    options = Options(align=mode)
    written = write(some, tmp_path / "train.spacy", replace(about(), options=options))
    meant = [carried(record, options) for record in some if record.layer]
    docs = load(tmp_path / "train.spacy")
    assert written.count == len(docs) == len(meant)
    for doc, record in zip(docs, meant, strict=True):
        assert doc.text == record.article.text
        found = [(span.start_char, span.end_char, span.label_, span.id_) for span in doc.spans["sc"]]
        assert sorted(found) == sorted((span.start, span.end, span.label, span.id) for span in record.spans)
        assert all(doc.char_span(span.start, span.end) is not None for span in record.spans)


@given(records(), st.sampled_from(ALIGNMENTS))
def test_what_is_carried_is_carried_again_unchanged(record: Record, mode: str) -> None:
    once = carried(record, Options(align=mode))
    assert carried(once, Options(align=STRICT)) == once


def test_emoji_before_a_span_do_not_move_it(tmp_path: Path) -> None:
    write([full_record()], tmp_path / "a.spacy", about())
    (doc,) = load(tmp_path / "a.spacy")
    assert [(span.text, span.label_, span.id_) for span in doc.spans["sc"]] == [
        ("تبنّت", "CLAIM", "s1"),
        ("كتائب الفجر", "ACTOR", "s2"),
        ("وقال مصدر إن F-16 قصفت", "WEAPON", "s3"),
    ]
    assert [ent.text for ent in doc.ents] == ["تبنّت", "كتائب الفجر", "وقال مصدر إن F-16 قصفت"]
    names = {"annotator": "layla", "annotator_name": "ليلى", "not_in_ents": ()}
    assert doc.user_data == {"article_id": "a1", "layer_id": "layla.a1", "layer_kind": "gold", **names}


def test_overlapping_spans_are_all_there_and_the_entities_say_which_they_lack(tmp_path: Path) -> None:
    start = TEXT.index("كتائب")
    inner = Span("layla.a1", "s4", "TARGET", ((start, start + 5),))
    record = replace(full_record(), spans=(*full_record().spans, inner), decisions=())
    write([record], tmp_path / "a.spacy", about())
    (doc,) = load(tmp_path / "a.spacy")
    assert [span.id_ for span in doc.spans["sc"] if span.id_ in ("s2", "s4")] == ["s2", "s4"]
    assert doc.user_data["not_in_ents"] == ("s4",)
    assert [ent.text for ent in doc.ents][1] == "كتائب الفجر"


def test_articles_nobody_has_worked_on_are_left_out_and_empty_layers_are_not(tmp_path: Path) -> None:
    empty = replace(full_record(), spans=(), events=(), relations=(), decisions=())
    written = write([Record(make_article("قال")), empty], tmp_path / "a.spacy", about())
    (doc,) = load(tmp_path / "a.spacy")
    assert (written.count, written.spans, len(doc.spans["sc"])) == (1, 0, 0)
    assert all(token.ent_iob_ == "O" for token in doc)
    write([], tmp_path / "b.spacy", about())
    assert load(tmp_path / "b.spacy") == []


def test_the_manifest_counts_what_the_file_holds_and_equal_exports_have_equal_bytes(tmp_path: Path) -> None:
    for name in ("a.spacy", "b.spacy"):
        write([full_record()], tmp_path / name, about())
    manifest = json.loads((tmp_path / "a.spacy.manifest.json").read_bytes())
    assert (manifest["records"], manifest["labels"]) == (1, {"ACTOR": 1, "CLAIM": 1, "WEAPON": 1})
    assert (tmp_path / "a.spacy").read_bytes() == (tmp_path / "b.spacy").read_bytes()


def test_strict_stops_at_a_span_that_fits_no_tokens_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="token: 1"):
        write([full_record()], tmp_path / "a.spacy", replace(about(), options=Options(align=STRICT)))
    assert list(tmp_path.iterdir()) == []


def test_a_docbin_that_says_otherwise_is_not_put_in_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def shorten(placed: Any) -> Any:
        flat, left = flatten(placed)
        return flat[1:], left

    monkeypatch.setattr("annotator.exchange.docbin.flatten", shorten)
    with pytest.raises(ExportError, match="not what was written"):
        write([full_record()], tmp_path / "a.spacy", about())
    assert list(tmp_path.iterdir()) == []


def test_without_spacy_the_answer_is_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(ExportError, match=r'pip install "hashiya\[spacy\]"'):
        write([full_record()], tmp_path / "a.spacy", about())


