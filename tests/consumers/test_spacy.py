"""spaCy itself, from its command line: our DocBin is clean to its eyes, and there is something to learn from it."""

import importlib
import json
import os
import random
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotator.core.record import Record
from annotator.core.span import Span
from annotator.exchange.docbin import write
from tests.consumers.corpus import by_article, made_records, sample_records
from tests.exchange.sample import about

pytestmark = pytest.mark.consumer

# One thread: more of them wait for each other on a small machine. No colours, so that the words can be read.
ENVIRONMENT = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "ANSI_COLORS_DISABLED": "1", "PYTHONUTF8": "1"}
GOLD_TOKENS = ("--corpora.train.gold_preproc", "true", "--corpora.dev.gold_preproc", "true")


def spacy(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run spaCy's command in the folder and give back what it said."""
    command = [sys.executable, "-m", "spacy", *arguments]
    return subprocess.run(command, cwd=folder, env={**os.environ, **ENVIRONMENT}, capture_output=True, text=True)


def prepare(folder: Path, pipe: str, train: Iterable[Record], dev: Iterable[Record]) -> list[str]:
    """Export both parts and a configuration; the arguments that name them."""
    part = replace(about(), is_part=True)
    write(train, folder / "train.spacy", part)
    write(dev, folder / "dev.spacy", part)
    made = spacy(folder, "init", "config", "base.cfg", "--lang", "ar", "--pipeline", pipe, "--optimize", "efficiency")
    assert made.returncode == 0, made.stderr
    return ["base.cfg", "--paths.train", "train.spacy", "--paths.dev", "dev.spacy", *GOLD_TOKENS]


def train(folder: Path, arguments: list[str], steps: int) -> dict[str, Any]:
    """Train for so many steps; the scores of the best model on the other part."""
    limits = ["--training.max_steps", str(steps), "--training.eval_frequency", "100", "--training.patience", "0"]
    done = spacy(folder, "train", *arguments, "--output", "model", *limits)
    assert done.returncode == 0, done.stderr + done.stdout
    meta: dict[str, Any] = json.loads((folder / "model" / "model-best" / "meta.json").read_text("utf-8"))
    scores: dict[str, Any] = meta["performance"]
    return scores


def chance(folder: Path) -> float:
    """The F-score of somebody who knows how many entities each article has, how long they are and how they are called,
    and lays them down blindly."""
    library: Any = importlib.import_module("spacy")
    dice, hits, all_of_them = random.Random(7), 0, 0
    for doc in library.tokens.DocBin().from_disk(folder / "dev.spacy").get_docs(library.blank("ar").vocab):
        right = {(ent.start, ent.end, ent.label_) for ent in doc.ents}
        starts = [(dice.randrange(len(doc)), end - start, label) for start, end, label in right]
        hits += len(right & {(start, start + length, label) for start, length, label in starts})
        all_of_them += len(right)
    return hits / all_of_them


def test_spacy_finds_nothing_to_complain_about(tmp_path: Path) -> None:
    # With fewer than 2000 articles it would complain about that.
    arguments = prepare(tmp_path, "ner,spancat", made_records(0, 2010, 1), made_records(2010, 100, 1))
    said = spacy(tmp_path, "debug", "data", *arguments, "--verbose")
    complaints = [line for line in said.stdout.splitlines() if line.startswith(("✘", "⚠"))]
    assert (said.returncode, complaints) == (0, []), said.stdout + said.stderr
    assert "✔ No overlap between training and evaluation data" in said.stdout
    assert "✔ Corpus is loadable" in said.stdout


def test_a_pipeline_learns_a_small_vocabulary_from_two_hundred_short_articles(tmp_path: Path) -> None:
    scores = train(tmp_path, prepare(tmp_path, "ner", made_records(0, 200), made_records(200, 60)), 100)
    assert scores["ents_f"] > 0.8
    assert set(scores["ents_per_type"]) == {"ACTOR", "TARGET", "WEAPON", "CLAIM"}


def test_a_pipeline_learns_from_the_sample_project_far_more_than_chance(tmp_path: Path) -> None:
    kept, apart = by_article(sample_records(), 4)
    scores = train(tmp_path, prepare(tmp_path, "ner", kept, apart), 200)
    assert scores["ents_f"] > 0.12
    assert scores["ents_f"] > 5 * chance(tmp_path)


def nested(records: Iterable[Record]) -> Iterator[Record]:
    """The records with one more span inside each ACTOR, over its first word."""
    for record in records:
        inner = [
            Span(span.layer, f"{span.id}.1", "SOURCE", ((span.start, record.article.text.index(" ", span.start)),))
            for span in record.spans
            if span.label == "ACTOR"
        ]
        yield replace(record, spans=(*record.spans, *inner))


def test_the_span_categorizer_learns_spans_inside_others(tmp_path: Path) -> None:
    parts = nested(made_records(0, 200)), nested(made_records(200, 60))
    scores = train(tmp_path, prepare(tmp_path, "spancat", *parts), 100)
    # The inner ones and those around them are each a fifth of all.
    assert scores["spans_sc_r"] > 0.85
    assert scores["spans_sc_p"] > 0.5
