"""How long agreement takes, as ratios to reading the same spans, in one run. Prints; judges nothing."""

import gc
import time
import tracemalloc
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from random import Random

import pytest

from annotator import paths
from annotator.agreement.coding import nominal_alpha
from annotator.agreement.disagreement import span_clusters, worst_first
from annotator.agreement.gamma import Unit, gamma
from annotator.agreement.option import Options
from annotator.agreement.report import report
from annotator.agreement.sheet import Sheet
from annotator.agreement.tally import Tally, tally
from annotator.core.policy import Policy
from annotator.store.creation import create_project
from annotator.store.load import load
from annotator.store.records import records
from annotator.store.store import Store
from tests.agreement.bench import corpus

ORDERED = """SELECT layer.article, layer.annotator, span.label, span.start, span."end", span.fragments
    FROM span JOIN layer ON layer.id = span.layer ORDER BY layer.article, layer.annotator, span.start, span."end" """
TIMES = 3


@contextmanager
def rare_collection() -> Iterator[None]:
    """As the command line does it."""
    before = gc.get_threshold()
    gc.set_threshold(200_000)
    yield
    gc.set_threshold(*before)


def best(work: Callable[[], object]) -> float:
    """Seconds, the least of a few runs, for the machine is shared."""
    found = []
    for _ in range(TIMES):
        begin = time.perf_counter()
        work()
        found.append(time.perf_counter() - begin)
    return min(found)


@pytest.fixture(scope="module")
def sheets() -> list[Sheet]:
    return corpus(1000, spans=41)


@pytest.fixture
def store(sheets: list[Sheet], tmp_path: Path) -> Iterator[Store]:
    scheme = paths.resource("scheme.toml").read_text(encoding="utf-8")
    with create_project(tmp_path / "big.hashiya", scheme) as made:
        load(made, (record for sheet in sheets for record in sheet.layers.values()), "bench")
        yield made


def test_measures_against_one_ordered_read(sheets: list[Sheet], store: Store) -> None:
    spans = sum(len(record.spans) for sheet in sheets for record in sheet.layers.values())
    with rare_collection():
        read = best(lambda: store.connection.execute(ORDERED).fetchall())
        whole = best(lambda: sum(1 for _ in records(store)))
        headline = best(lambda: tally(sheets, Options(headline=True, most_articles=0)))
        counted = best(lambda: tally(sheets))
        made = tally(sheets)
        drawn = best(lambda: report(made))
        clusters = best(lambda: worst_first(c for sheet in sheets for c in span_clusters(sheet, Policy())))
    print(f"\n{spans:,} spans; one ordered read {read:.3f} s, as records {whole:.3f} s")
    print(f"exact F1 and uα: {headline:.3f} s, {headline / read:.1f} times the read (wanted at most 4)")
    full = counted + drawn
    print(f"everything: {full:.3f} s ({counted:.3f} counting, {drawn:.3f} 2,000 samples), ", end="")
    print(f"{full / read:.1f} times the read (wanted at most 10)")
    print(f"disagreements: {clusters:.3f} s, {clusters / read:.1f} times the read")


def test_time_and_memory_as_articles_grow() -> None:
    options = Options(most_articles=100)
    seconds, peaks = [], []
    for many in (1000, 10_000):
        some = corpus(500, spans=10)
        tracemalloc.start()
        begin = time.perf_counter()
        found = Tally(options)
        for number in range(many):
            found.add(some[number % len(some)])
        report(found)
        seconds.append(time.perf_counter() - begin)
        peaks.append(tracemalloc.get_traced_memory()[1] / 1e6)
        tracemalloc.stop()
    print(f"\ntime at 10,000 / at 1,000 articles: {seconds[1] / seconds[0]:.1f} (wanted at most 11)")
    print(f"memory: {peaks[0]:.1f} and {peaks[1]:.1f} MB")


def test_gamma() -> None:
    print()
    for many in (50, 200, 500):
        first, second = units(many)
        taken = best(lambda a=first, b=second: gamma(a, b))  # type: ignore[misc]
        print(f"γ on 2×{many}, 30 samples: {taken:.3f} s")


def units(many: int) -> tuple[list[Unit], list[Unit]]:
    make, first, second, last = Random(many), [], [], 0
    for _ in range(many):
        start = last + make.randint(1, 30)
        last = start + make.randint(3, 25)
        first.append((start, last, make.choice("abcd")))
        if make.random() < 0.85:
            second.append((start + make.randint(-2, 2), last + make.randint(0, 4), make.choice("abcd")))
    return first, second


def test_nominal_alpha() -> None:
    make = Random(3)
    rows = [[make.choice("abcde") for _ in range(100_000)] for _ in range(3)]
    bare = best(lambda: Counter(chain(*rows)))
    taken = best(lambda: nominal_alpha(zip(*rows, strict=True)))
    print(f"\nnominal α on 3×100,000: {taken:.3f} s, {taken / bare:.1f} times a bare count (wanted at most 3)")
