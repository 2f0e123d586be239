"""`hashiya agree` and `hashiya disagreements` as people and programs meet them."""

import json
import os
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from annotator import paths
from annotator.core.layer import WORK
from annotator.store.creation import open_project
from tests.agreement import oracle

ROOT = Path(__file__).resolve().parent.parent.parent
KEYS = {"options", "pairs", "u_alpha", "u_alpha_boundaries", "u_alpha_labels", "labels", "events", "articles"}


def hashiya(*arguments: object) -> tuple[int, str, str]:
    """Run the command line: exit code, standard output, standard error."""
    done = subprocess.run(
        [sys.executable, "-m", "annotator", *map(str, arguments)],
        cwd=ROOT,
        env=os.environ,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, done.stdout, done.stderr


def answer(*arguments: object) -> dict[str, Any]:
    """The answer in JSON, which is all that is printed."""
    code, out, err = hashiya(*arguments, "--json")
    assert code == 0, (out, err)
    found: dict[str, Any] = json.loads(out)
    return found


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("agree") / "p.hashiya"
    assert hashiya("new", path)[0] == 0
    assert hashiya("import", path, paths.seed("sample.jsonl"))[0] == 0
    return path


def marked(project: Path, name: str) -> dict[str, list[tuple[int, int, str]]]:
    """Everybody's finished spans by article, asked of the file itself and in SQL."""
    sql = """SELECT article, start, "end", label FROM spans_view WHERE annotator = ? AND status = 'done' AND kind = ?"""
    done = "SELECT article FROM layer JOIN annotator ON annotator.id = annotator WHERE name = ? AND status = 'done'"
    with open_project(project) as store:
        found: dict[str, list[tuple[int, int, str]]] = {a: [] for (a,) in store.connection.execute(done, (name,))}
        for article, *mark in store.connection.execute(sql, (name, WORK)):
            found[article].append(tuple(mark))
    return found


def test_the_sample_agrees_as_an_independent_count_says(sample: Path) -> None:
    found = answer("agree", sample)
    (pair,) = found["pairs"]
    ours, theirs = (marked(sample, name) for name in pair["annotators"])
    shared = ours.keys() & theirs.keys()
    first, second = ([(a, *mark) for a in shared for mark in layers[a]] for layers in (ours, theirs))
    assert pair["articles"] == len(shared)
    assert pair["spans"] == [len(first), len(second)]
    assert pair["f1_exact"] == pytest.approx(oracle.f1_exact(first, second))  # type: ignore[arg-type]
    places = [{row[:3] for row in rows} for rows in (first, second)]
    assert pair["f1_unlabelled"] == pytest.approx(2 * len(places[0] & places[1]) / (len(places[0]) + len(places[1])))
    articles = {row["id"]: row["f1_character"] for row in found["articles"]}
    for article in shared:
        expected = oracle.f1_character(ours[article], theirs[article])
        assert articles[article] == (None if expected is None else pytest.approx(expected))


def test_json_has_its_keys_and_more_only_when_asked_for(sample: Path) -> None:
    assert set(answer("agree", sample)) == KEYS
    more = answer("agree", sample, "--also", "all", "--samples", "0")
    assert set(more) == KEYS | {"annotators", "attributes", "confusion", "gamma", "periods", "repeats"}
    (gamma,) = more["gamma"]
    assert 0.5 < gamma["gamma"] < 1.0
    (table,) = more["confusion"]["pairs"]
    assert sum(cell["spans"] for cell in table["table"] if cell["first"]) == more["pairs"][0]["spans"][0]


def test_options_come_back_and_change_what_they_say(sample: Path) -> None:
    usual, strict = answer("agree", sample), answer("agree", sample, "--iou", "0.95", "--samples", "10", "--seed", "7")
    assert (strict["options"]["iou"], strict["options"]["seed"], strict["options"]["resamples"]) == (0.95, 7, 10)
    assert strict["pairs"][0]["f1_relaxed"] < usual["pairs"][0]["f1_relaxed"]
    assert strict["pairs"][0]["f1_exact"] == usual["pairs"][0]["f1_exact"]
    assert answer("agree", sample) == usual
    assert len(answer("agree", sample, "--articles", "2")["articles"]) == 2


def test_annotators_are_named_one_after_the_other(sample: Path) -> None:
    names = answer("agree", sample)["pairs"][0]["annotators"]
    assert answer("agree", sample, "--annotators", *names)["pairs"][0]["annotators"] == names
    alone = answer("agree", sample, "--annotators", names[0])
    assert alone["pairs"] == []
    assert alone["u_alpha"] is None
    assert alone["undefined"]["u_alpha"]
    code, out, _ = hashiya("agree", sample, "--annotators", names[0], "Nobody", "--json")
    assert code == 2
    assert "Nobody" in json.loads(out)["error"]["reason"]
    code, _, err = hashiya("agree", sample, "stray")
    assert code == 2
    assert "--annotators" in err


def test_a_person_reads_a_table_and_what_its_numbers_mean(sample: Path) -> None:
    code, out, _ = hashiya("agree", sample, "--also", "all")
    assert code == 0
    for heading in ("Pair by pair", "By label", "Events", "Label confusion", "Over time", "Worst articles"):
        assert heading in out
    assert "95 % interval" in out
    assert "What the numbers mean, and what they do not" in out
    assert re.search(r"κ \(matched\)", out)


def test_a_project_without_work_is_undefined_and_says_why(tmp_path: Path) -> None:
    project = tmp_path / "empty.hashiya"
    assert hashiya("new", project)[0] == 0
    found = answer("agree", project)
    assert (found["pairs"], found["articles"], found["u_alpha"]) == ([], [], None)
    assert found["undefined"]["u_alpha"]
    code, out, _ = hashiya("agree", project)
    assert code == 0
    assert "undefined" in out
    assert answer("disagreements", project)["count"] == 0


def test_disagreements_come_worst_first_with_what_each_says(sample: Path) -> None:
    found = answer("disagreements", sample)
    rows = found["disagreements"]
    severities = [row["severity"] for row in rows]
    assert severities == sorted(severities, reverse=True)
    assert found["count"] == len(rows) == sum(found["kinds"].values())
    names = answer("agree", sample)["pairs"][0]["annotators"]
    assert all([version["annotator"] for version in row["versions"]] == names for row in rows)
    assert len({row["key"] for row in rows}) == len(rows)
    assert any("role" in span for row in rows for version in row["versions"] for span in version["spans"])
    severe = [row["severity"] for row in found["articles"]]
    assert severe == sorted(severe, reverse=True)


def test_disagreements_can_be_narrowed(sample: Path) -> None:
    found = answer("disagreements", sample)
    kinds = answer("disagreements", sample, "--kind", "clitic", "--kind", "head")["kinds"]
    assert kinds == {kind: found["kinds"][kind] for kind in ("clitic", "head")}
    article = found["disagreements"][0]["article"]
    one = answer("disagreements", sample, "--article", article)
    assert {row["article"] for row in one["disagreements"]} == {article}
    assert len(answer("disagreements", sample, "--limit", "3")["disagreements"]) == 3
    by_article = [row["article"] for row in answer("disagreements", sample, "--by", "article")["disagreements"]]
    assert by_article[0] == found["articles"][0]["id"]
    assert len(set(by_article)) == sum(a != b for a, b in pairwise(by_article)) + 1


def test_a_person_reads_disagreements_one_below_the_other(sample: Path) -> None:
    code, out, _ = hashiya("disagreements", sample, "--limit", "5")
    assert code == 0
    assert "more: --limit" in out
    assert out.count("\n0.") == 5
