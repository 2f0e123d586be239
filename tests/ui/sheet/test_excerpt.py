"""Excerpts of files that were refused."""

import json
import tempfile
import unicodedata
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.record import Refusal
from annotator.core.sentence import say
from annotator.ui.sheet.excerpt import LENGTH, excerpts


def refusal(path: Path, line: int | None, **values: int) -> Refusal:
    return Refusal(str(path), line, say("{start} {end}", **values) if values else say("x"))


def test_a_record_shows_its_text_round_the_place(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    text = "ا" * 100 + "هنا" + "ب" * 100
    path.write_text("{}\n" + json.dumps({"text": text}, ensure_ascii=False), encoding="utf-8")
    words = excerpts(path, [refusal(path, 2, start=100, end=103)])[2]
    assert "هنا" in words
    assert len(words) <= LENGTH + 1


def test_a_line_that_is_no_record_is_shown_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('ok\n{"text": "قال', encoding="utf-8")
    assert excerpts(path, [refusal(path, 2)])[2] == '{"text": "قال'


def test_bytes_that_cannot_be_read_show_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("كلام قديم".encode("cp1256"))
    assert excerpts(path, [refusal(path, None)]) == {None: ""}


def test_a_file_that_went_away_has_no_excerpts(tmp_path: Path) -> None:
    path = tmp_path / "gone.txt"
    assert excerpts(path, [refusal(path, 1)]) == {}


@given(st.binary(max_size=300), st.integers(1, 5))
def test_whatever_the_bytes_nothing_hidden_gets_through(raw: bytes, line: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.jsonl"
        path.write_bytes(raw)
        for words in excerpts(path, [refusal(path, line)]).values():
            assert not any(unicodedata.category(c) in ("Cc", "Cf", "Cs") for c in words)
