"""Killed at any moment, the project has every change that was acknowledged, and is sound."""

import json
import os
import random
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from annotator.store.check import check
from annotator.store.creation import open_project
from annotator.ui.settings import keep_setting
from tests.journeys.program import ROOT

KILLS = 40
CHILD = Path(__file__).with_name("annotate_forever.py")


def annotate_until_killed(project: Path, seed: int, changes: int) -> list[dict[str, Any]]:
    """Let a child annotate, kill it somewhere behind its `changes`-th change; what it had acknowledged."""
    path = os.pathsep.join([str(ROOT), str(ROOT / "packaging")])
    child = subprocess.Popen(
        [sys.executable, str(CHILD), str(project), str(seed)],
        env={**os.environ, "PYTHONPATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert child.stdout is not None
    acknowledged: list[dict[str, Any]] = []
    try:
        for line in child.stdout:
            acknowledged.append(json.loads(line))
            if len(acknowledged) > changes:
                break
    finally:
        child.send_signal(signal.SIGKILL)
        rest = child.stdout.read()
        child.wait()
    complete = [line for line in rest.split(b"\n")[:-1] if line]
    return [*acknowledged, *map(json.loads, complete)]


def test_forty_kills_lose_nothing_that_was_acknowledged(
    seeds_project: Path, tmp_path: Path, monkeypatch: Any
) -> None:
    monkeypatch.setenv("HASHIYA_HOME", str(tmp_path / "home"))
    keep_setting("annotator", "ليلى")
    keep_setting("tour", "done")
    make = random.Random(40)
    total = 0
    for kill in range(KILLS):
        said = [line for line in annotate_until_killed(seeds_project, kill, make.randrange(1, 12)) if "seq" in line]
        assert said, "the child was killed before it kept anything"
        total += len(said)
        last = said[-1]
        with open_project(seeds_project) as store:
            newest = store.connection.execute("SELECT max(seq) FROM change").fetchone()[0]
            assert newest >= last["seq"]
            kept = {row[0] for row in store.connection.execute("SELECT seq FROM change")}
            assert {line["seq"] for line in said} <= kept
            if newest == last["seq"]:
                spans = [[span.id, span.label, span.start, span.end] for span in store.spans(last["layer"])]
                assert spans == last["spans"]
            assert list(check(store)) == []
    assert total >= KILLS
