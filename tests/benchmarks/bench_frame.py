"""Opening an article with 2,000 spans and 300 events in the whole window, beside the same one without the events.

Prints a ratio; judges nothing. Times are medians in milliseconds.
"""

import random
import statistics
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from annotator import paths
from annotator.core.article import Article, make_article
from annotator.core.layer import Annotator, Event, Layer
from annotator.core.record import Record
from annotator.core.scheme_file import read_scheme
from annotator.core.span import Span
from annotator.store.creation import create_project
from annotator.store.load import load
from annotator.ui.app import Session, open_session
from annotator.ui.settings import keep_setting
from tests.benchmarks.bench_article import milliseconds, then_painted
from tests.benchmarks.corpus import spans_of, text_of
from tests.journeys.program import close

CHARACTERS, SPANS, EVENTS = 100_000, 2_000, 300
WANTED = 2
SIZE = (1280, 800)
OPENINGS = 15
SCHEME = read_scheme(paths.resource("scheme.toml").read_text(encoding="utf-8"))
WHO = Annotator("bench", "bench")
BLANK, BARE, FRAMED = "blank", "bare", "framed"


def events_of(layer: str, spans: list[Span], count: int) -> Iterator[Event]:
    """Events of two actors, three targets, two weapons and two claims each, and one silence or another."""
    make = random.Random(11)
    by_label = {label.id: [span.id for span in spans if span.label == label.id] for label in SCHEME.labels}
    (kind,) = SCHEME.events
    for number in range(count):
        wanted = [(role, make.sample(by_label[role.labels[0]], 2)) for role in kind.roles if role.labels[0] in by_label]
        arguments = tuple((role.id, span) for role, found in wanted for span in found)
        claims = tuple(make.sample(by_label[kind.claims[0]], 2))
        attributes = (("event_type", "battles"), ("realis", "actual"))
        yield Event(layer, f"e{number}", kind.id, None, arguments, claims, attributes)


def record(name: str, text: str, events: int) -> Record:
    """An article with its spans, each place and label once, and so many events."""
    article: Article = make_article(text, id=name)
    layer = Layer(f"{name}.layer", name, WHO.id)
    places = {(span.label, span.fragments): span for span in spans_of(text, SPANS)} if events >= 0 else {}
    spans = [replace(span, layer=layer.id, id=f"s{number}") for number, span in enumerate(places.values())]
    return Record(
        article, layer, WHO, spans=tuple(spans), events=tuple(events_of(layer.id, spans, events) if events > 0 else ())
    )


@pytest.fixture
def session(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    """The window on a project of an article without anything, one with spans, and one with events as well."""
    monkeypatch.setenv("HASHIYA_HOME", str(tmp_path))
    for name, value in (("language", "ar"), ("annotator", WHO.name), ("tour", "done")):
        keep_setting(name, value)
    text = text_of(CHARACTERS)
    with create_project(tmp_path / "p.hashiya", SCHEME.toml) as store:
        rows = [record(BLANK, "خبر قصير", -1), record(BARE, text, 0), record(FRAMED, f"{text} ؟", EVENTS)]
        load(store, rows, "bench")
    session = open_session(qapp, tmp_path / "p.hashiya")
    assert session.window is not None
    session.window.resize(*SIZE)
    session.window.reading.view.set_motion(False)
    yield session
    close(session)


def test_events_cost_no_more_than_the_spans_do(session: Session) -> None:
    desk = session.desk
    taken: dict[str, list[float]] = {BARE: [], FRAMED: []}
    for _ in range(OPENINGS):
        for name, times in taken.items():
            then_painted(lambda: desk.open_article(BLANK))()
            times.append(milliseconds(then_painted(lambda name=name: desk.open_article(name))))  # type: ignore[misc]
    assert (len(desk.spans), len(desk.events)) == (len(desk.store.spans(f"{FRAMED}.layer")), EVENTS)
    bare, framed = (statistics.median(times) for times in taken.values())
    ratio = statistics.median(b / a for a, b in zip(*taken.values(), strict=True))
    print(f"\n{len(desk.spans):,} spans in {CHARACTERS:,} characters, window {SIZE[0]} x {SIZE[1]}: ", end="")
    print(f"open {bare:.1f} ms, with {EVENTS} events {framed:.1f} ms; ratio, pair by pair: median {ratio:.2f}", end="")
    print(f" (wanted at most {WANTED})")
