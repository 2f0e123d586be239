"""Reading the data from Python, as the README tells it: with the package, and with nothing but Python."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from annotator import paths
from annotator.core.article import make_article
from annotator.core.record import Record
from annotator.core.span import quote
from annotator.exchange import jsonl
from annotator.store.creation import create_project
from annotator.store.load import load
from tests.exchange.sample import LABELS, about

README = Path(__file__).resolve().parents[2] / "README.md"
HEADING = "## Reading the data\n"
# Kept word for word as the README has them.
WITH_THE_PACKAGE = """
from pathlib import Path
from annotator.core.span import quote
from annotator.store.creation import open_project
from annotator.store.records import records

with open_project(Path("work.hashiya"), read_only=True) as store:
    for record in records(store):
        for span in record.spans:
            print(record.article.id, span.label, span.start, span.end, quote(span, record.article.text))
"""
WITHOUT_IT = """
import json

with open("work.jsonl", encoding="utf-8") as file:
    for record in map(json.loads, file):
        for span in record["spans"]:
            print(record["article_id"], span["label"], span["start"], span["end"], span["quote"])
            assert " ".join(record["text"][start:end] for start, end in span["fragments"]) == span["quote"]
"""


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a project, an article with separators of lines in it, and the project's export."""
    folder = tmp_path_factory.mktemp("work")
    found = [r for r in jsonl.read(paths.seed("sample.jsonl"), LABELS) if isinstance(r, Record)]
    found.append(Record(make_article("سطر\u2028وآخر\x85وثالث", id="odd")))
    toml = paths.resource("scheme.toml").read_text("utf-8")
    with create_project(folder / "work.hashiya", toml) as store:
        load(store, found, "sample")
    jsonl.write(found, folder / "work.jsonl", about())
    return folder


def said(code: str, folder: Path) -> list[str]:
    """What the code prints when it is run in the folder."""
    environment = [sys.executable, "-X", "utf8", "-c", code]
    done = subprocess.run(environment, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.split("\n")


def meant(folder: Path) -> list[str]:
    records = [r for r in jsonl.read(folder / "work.jsonl", LABELS) if isinstance(r, Record)]
    return [
        f"{record.article.id} {span.label} {span.start} {span.end} {quote(span, record.article.text)}"
        for record in records
        for span in record.spans
    ]


@pytest.mark.parametrize("code", [WITH_THE_PACKAGE, WITHOUT_IT], ids=["with the package", "without it"])
def test_a_few_lines_read_every_span(work: Path, code: str) -> None:
    found = said(code, work)
    assert sorted(found[:-1]) == sorted(meant(work))
    assert len(found) > 500


def test_what_the_readme_shows_runs(work: Path) -> None:
    section = README.read_text("utf-8").split(HEADING)[1].split("\n## ")[0]
    blocks = re.findall(r"(?:^(?: {4}.*)?\n)+", section, re.MULTILINE)
    shown = [re.sub(r"^ {4}", "", block, flags=re.MULTILINE) for block in blocks if "import " in block]
    assert shown
    for code in shown:
        assert len(said(code, work)) > 1, code
