"""A team: the sample's articles handed out to three, annotated apart, handed in, brought together twice, measured."""

import json
import random
from itertools import combinations
from pathlib import Path

import pytest

from annotator.store.assignment import assignments
from annotator.store.check import check
from annotator.store.creation import open_project
from tests.agreement import oracle
from tests.journeys.program import hashiya
from tests.store.team import annotate, dump

TEAM = ("ليلى", "يوسف", "ندى")
LABELS = ("ACTOR", "TARGET", "WEAPON", "CLAIM")
Mark = tuple[str, int, int, str]


def work(project: Path, name: str, make: random.Random) -> list[Mark]:
    """Label some of the first words of all assigned articles but the last two, of which one is begun; what was said."""
    said: list[Mark] = []
    with open_project(project) as store:
        who = store.keep_annotator(name)
        tasks = assignments(store, who.id)
        for task in tasks[:-2]:
            article = store.article(task.article)
            assert article is not None
            marks = words(article.text, make)
            annotate(store, who, task.article, marks)
            said += [(task.article, *mark) for mark in marks]
        annotate(store, who, tasks[-2].article, [(0, 3, "ACTOR")], done=False)
    return said


def words(text: str, make: random.Random) -> list[tuple[int, int, str]]:
    """Most of the first twenty words, each under the label that most would give it."""
    found, at = [], 0
    for number, word in enumerate(text.split(" ")[:20]):
        if word and "\n" not in word and make.random() < 0.6:
            label = LABELS[number % 4] if make.random() < 0.8 else make.choice(LABELS)
            found.append((at, at + len(word), label))
        at += len(word) + 1
    return found


def test_three_work_apart_and_are_measured_together(seeds_project: Path, tmp_path: Path) -> None:
    make = random.Random(6)
    given = json.loads(
        hashiya("assign", seeds_project, tmp_path / "out", "--annotators", *TEAM, "--overlap", 3, "--seed", 2, "--json")
    )
    assert [row["articles"] for row in given["annotators"]] == [26, 26, 26]
    said = {row["name"]: work(Path(row["path"]), row["name"], make) for row in given["annotators"]}
    finished = {}
    for row in given["annotators"]:
        with open_project(Path(row["path"])) as store:
            finished[row["name"]] = {task.article for task in assignments(store, row["id"])[:-2]}
        hashiya("bundle", row["path"], tmp_path / f"{row['name']}.zip")

    states = []
    for number in range(2):
        lead = tmp_path / f"lead{number}.hashiya"
        lead.write_bytes(seeds_project.read_bytes())
        theirs = [tmp_path / f"{name}.zip" for name in TEAM] + [Path(given["annotators"][0]["path"])]
        make.shuffle(theirs)
        for path in (*theirs, *theirs):
            hashiya("merge", lead, path)
        with open_project(lead) as store:
            assert list(check(store)) == []
            states.append(dump(store))
    assert states[0] == states[1]

    found = json.loads(hashiya("agree", tmp_path / "lead0.hashiya", "--samples", 0, "--json"))
    pairs = {frozenset(pair["annotators"]): pair for pair in found["pairs"]}
    assert pairs.keys() == {frozenset(pair) for pair in combinations(TEAM, 2)}
    for one, other in combinations(TEAM, 2):
        pair = pairs[frozenset((one, other))]
        shared = finished[one] & finished[other]
        first, second = ([mark for mark in said[name] if mark[0] in shared] for name in (one, other))
        assert pair["articles"] == len(shared)
        assert sorted(pair["spans"]) == sorted([len(first), len(second)])
        same, places = set(first) & set(second), {m[:3] for m in first} & {m[:3] for m in second}
        total = len(first) + len(second)
        assert pair["f1_exact"] == pytest.approx(2 * len(same) / total)
        assert pair["f1_exact"] == pytest.approx(oracle.f1_exact(first, second))  # type: ignore[arg-type]
        assert pair["f1_unlabelled"] == pytest.approx(2 * len(places) / total)
    assert 0 < min(pair["f1_exact"] for pair in pairs.values()) < 1
