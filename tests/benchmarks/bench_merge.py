"""Merging hand-ins against a bare `INSERT OR IGNORE ... SELECT` of the same rows into the same tables.

HASHIYA_BENCH_MERGE (1,000) articles, three annotators, so many spans that there are 110 for each article.
"""

import gc
import os
import shutil
import sqlite3
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from annotator import __version__
from annotator.cli import COLLECT_AFTER
from annotator.core.article import make_article
from annotator.core.bundle import HAND_IN, Bundle
from annotator.core.layer import DONE, HANDED_IN, Annotator, Layer
from annotator.core.record import Record
from annotator.core.seal import sealed
from annotator.core.span import make_span
from annotator.exchange.bundle_file import read_bundle, write_bundle
from annotator.store import merge as merging
from annotator.store.creation import create_project, open_project
from annotator.store.foreign import project_bundle
from annotator.store.merge import merge
from annotator.store.scheme_meeting import scheme_texts
from tests.benchmarks.corpus import LABELS, text_of
from tests.store.bench import SCHEME

ARTICLES = int(os.environ.get("HASHIYA_BENCH_MERGE", "1000"))
PEOPLE = (Annotator("p1", "ليلى"), Annotator("p2", "يوسف"), Annotator("p3", "ندى"))
SPANS = (37, 37, 36)
ROUNDS = 5


def handed_in(person: Annotator, spans: int) -> Iterator[Record]:
    body = text_of(1500)
    for number in range(ARTICLES):
        article = make_article(f"خبر رقم {number}\n{body}")
        layer = Layer("x", article.id, person.id, 1, HANDED_IN, DONE)
        places = range(20, 20 + spans * 40, 40)
        marks = tuple(make_span("x", LABELS[at % 4], at, at + 7 + at % 5) for at in places)
        yield sealed(Record(article, layer, person, "conflict-ar", "2026-01-01T00:00:00Z", marks))


def bundle_of(path: Path, person: Annotator, spans: int) -> Path:
    with create_project(path.with_suffix(".hashiya"), SCHEME) as store:
        records = list(handed_in(person, spans))
        schemes = scheme_texts(store)
        write_bundle(path, Bundle("", HAND_IN, __version__, (person,), schemes, 1, lambda: iter(records)))
    return path


def bare(source: Path, target: Path) -> None:
    """The same rows, with the same safety of the commit; nothing is looked at."""
    connection = sqlite3.connect(target, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("ATTACH ? AS source", (str(source),))
    connection.execute("BEGIN IMMEDIATE")
    for table in ("batch", "annotator", "article", "layer", "span", "event", "relation", "comment"):
        connection.execute(f"INSERT OR IGNORE INTO main.{table} SELECT * FROM source.{table}")
    connection.execute("COMMIT")
    connection.close()


def timed(act: Callable[[], object]) -> float:
    gc.collect()
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


@pytest.fixture(autouse=True)
def as_in_the_command() -> Iterator[None]:
    before = gc.get_threshold()
    gc.set_threshold(COLLECT_AFTER)
    yield
    gc.set_threshold(*before)


def test_merge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = [bundle_of(tmp_path / f"{p.id}.zip", p, spans) for p, spans in zip(PEOPLE, SPANS, strict=True)]
    empty, target = tmp_path / "empty.hashiya", tmp_path / "target.hashiya"
    create_project(empty, SCHEME).close()
    adding: list[float] = []
    add = merging._merge

    def timed_add(*arguments: object) -> None:
        began = time.perf_counter()
        add(*arguments)  # type: ignore[arg-type]
        adding.append(time.perf_counter() - began)

    monkeypatch.setattr(merging, "_merge", timed_add)

    def ours() -> None:
        with open_project(target) as store:
            merged = merge(store, [read_bundle(path, verify=False) for path in paths])
            assert sum(file.spans for file in merged.files) == ARTICLES * sum(SPANS)

    def fresh() -> None:
        for path in tmp_path.glob("target.hashiya*"):
            path.unlink()
        shutil.copyfile(empty, target)

    fresh()
    ours()
    source = tmp_path / "source.hashiya"
    shutil.copyfile(target, source)

    def whole_project() -> None:
        with open_project(target) as store, open_project(source, read_only=True) as theirs:
            merge(store, [project_bundle(theirs, "theirs")])

    bares, alls, projects, commits = [], [], [], []
    adding.clear()
    for _ in range(ROUNDS):
        fresh()
        bares.append(timed(lambda: bare(source, target)))
        fresh()
        alls.append(timed(ours))
        commits.append(adding.pop())
        fresh()
        projects.append(timed(whole_project))
        adding.clear()
    middle = statistics.median
    print(f"\n{ARTICLES * sum(SPANS):,} spans in {ARTICLES * 3:,} layers, median of {ROUNDS}")
    print(f"bare INSERT OR IGNORE ... SELECT: {middle(bares):.2f} s")
    print(f"what is added, while others wait, without the commit itself: {middle(commits):.2f} s")
    print("bare / adding", f"{middle(bares) / middle(commits):.2f} (wanted at least 0.5)")
    for name, times in (("three bundles unpacked, verified", alls), ("a whole project checked", projects)):
        print(f"{name} and merged: {middle(times):.2f} s; bare / that {middle(bares) / middle(times):.2f}")
