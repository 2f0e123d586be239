"""A file of records is checked without a project, and by the verifier that goes out with exports."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core.article import make_article
from annotator.core.record import Record, Refusal
from annotator.exchange.jsonl import encode
from annotator.exchange.validation import validate
from annotator.paths import resource
from tests.exchange.sample import TEXT, full_line, full_record


def refusals(path: Path) -> list[str]:
    return [f"{o.line}: {o.reason}" for o in validate(path) if isinstance(o, Refusal)]


def verify(path: Path) -> tuple[int, str]:
    """The verifier in a bare Python, far from the program."""
    command = [sys.executable, "-I", str(resource("verify.py")), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=path.parent)
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, done.stdout


def written(path: Path, *lines: bytes) -> Path:
    path.write_bytes(b"".join(lines))
    return path


def test_a_sound_file_with_a_label_of_any_scheme_is_valid(tmp_path: Path) -> None:
    record = full_record()
    strange = replace(record, spans=tuple(replace(span, label="X" + span.label) for span in record.spans))
    path = written(tmp_path / "a.jsonl", encode(strange), encode(Record(make_article(TEXT + " آخر"))))
    assert refusals(path) == []
    assert verify(path) == (0, "2 records, 3 spans: sound\n")


def test_the_same_layer_twice_and_one_article_with_two_texts_are_named_by_line(tmp_path: Path) -> None:
    record = full_record()
    other = replace(record, article=make_article("نص آخر", id="a1"), spans=(), events=(), relations=(), comments=())
    path = written(tmp_path / "a.jsonl", encode(record), encode(record), encode(replace(other, decisions=())))
    assert refusals(path) == [
        "2: this layer of the article “a1” stands in line 1 already.",
        "3: the article “a1” has another text in an earlier line.",
    ]


DAMAGE = {
    "text": lambda line: line.update(text=line["text"] + "!"),
    "quote": lambda line: line["spans"][0].update(quote="غير ذلك"),
    "end": lambda line: line["spans"][0].update(end=10**6, fragments=[[0, 10**6]]),
    "event": lambda line: line["events"][0].update(trigger="s99"),
    "relation": lambda line: line["relations"][0].update(source="s99"),
    "key": lambda line: line.pop("spans"),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_damage_is_found_by_both(tmp_path: Path, name: str) -> None:
    line = full_line()
    DAMAGE[name](line)
    path = written(tmp_path / "a.jsonl", json.dumps(line, ensure_ascii=False).encode() + b"\n")
    assert len(refusals(path)) == 1
    code, said = verify(path)
    assert (code, "a.jsonl, line 1: " in said) == (1, True)


def test_what_is_no_json_is_told_by_both(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", encode(full_record()), b'{"schema":\n')
    assert len(refusals(path)) == 1
    assert verify(path)[0] == 1
