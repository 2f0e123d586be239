"""Prodigy is not free, but it sees a line as spaCy does: the tokens make the text, and spans stand on those we name."""

import importlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from annotator.exchange.prodigy import write
from tests.consumers.corpus import made_records, sample_records
from tests.exchange.sample import about, full_record

pytestmark = pytest.mark.consumer


def docs(folder: Path) -> Iterator[tuple[dict[str, Any], Any]]:
    """Each line of an export with spaCy's view of it."""
    spacy: Any = importlib.import_module("spacy")
    write([full_record(), *sample_records(), *made_records(0, 40)], folder / "a.jsonl", about())
    vocab = spacy.blank("ar").vocab
    for text in (folder / "a.jsonl").read_text("utf-8").split("\n")[:-1]:
        line = json.loads(text)
        words, spaces = ([token[key] for token in line["tokens"]] for key in ("text", "ws"))
        yield line, spacy.tokens.Doc(vocab, words=words, spaces=spaces)


def test_spacy_finds_every_span_on_the_tokens_that_it_names(tmp_path: Path) -> None:
    whole = 0
    for line, doc in docs(tmp_path):
        assert doc.text == line["text"]
        for span in line["spans"]:
            found = doc.char_span(span["start"], span["end"])
            places = (found.start, found.end - 1) if found is not None else (None, None)
            assert places == (span.get("token_start"), span.get("token_end"))
            whole += found is not None
    assert whole > 400
