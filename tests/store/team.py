"""A team's projects: the same articles, annotated apart, handed in, and a dump that tells one state from another."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from annotator import __version__
from annotator.core.article import Article, make_article
from annotator.core.bundle import HAND_IN, Bundle
from annotator.core.change import Change, Edit
from annotator.core.layer import DONE, Annotator, Event, Relation
from annotator.core.record import Record
from annotator.core.span import make_span
from annotator.store.creation import create_project
from annotator.store.hand_in import frozen_records, hand_in, to_send
from annotator.store.load import load
from annotator.store.scheme_meeting import scheme_texts
from annotator.store.store import Store
from tests.store.bench import SCHEME

TEXTS = tuple(f"خبر رقم {number}\nأعلنت كتائب الفجر مسؤوليتها عن الهجوم على الميناء." for number in range(6))
ARTICLES: tuple[Article, ...] = tuple(make_article(text, id=f"a{n}") for n, text in enumerate(TEXTS))
LOCAL = {"n", "batch", "seq", "caret", "seconds", "at"}


def project(path: Path, articles: Iterable[Article] = ARTICLES, scheme: str = SCHEME) -> Store:
    store = create_project(path, scheme)
    load(store, [Record(article) for article in articles], "test")
    return store


def person(store: Store, name: str, id: str | None = None) -> Annotator:
    """Somebody of that name, with an id of our choosing."""
    if id is not None:
        with store.writing() as connection:
            connection.execute("INSERT OR IGNORE INTO annotator (id, name) VALUES (?, ?)", (id, name))
        return Annotator(id, name)
    return store.keep_annotator(name)


def annotate(
    store: Store, who: Annotator, article: str, marks: Iterable[tuple[int, int, str]], done: bool = True
) -> None:
    """Mark and finish an article through the store, as the window does."""
    layer = store.open_layer(article, who.id)
    spans = [make_span(layer.id, label, start, end) for start, end, label in marks]
    edits = [Edit(None, span) for span in spans]
    if len(spans) > 1:
        edits.append(Edit(None, Event(layer.id, f"e{spans[0].id}", "ATTACK", arguments=(("attacker", spans[0].id),))))
        edits.append(Edit(None, Relation(layer.id, f"r{spans[0].id}", "same_as", spans[0].id, spans[1].id)))
    status = DONE if done else "started"
    if layer.status != status:
        edits.append(Edit(layer, replace(layer, status=status)))
    store.apply(Change("label", article, tuple(edits)), who.id)


def handed_in(store: Store, source: str = "bundle", everything: bool = False) -> Bundle:
    """What a hand-in would put into a bundle, without the file."""
    hand_in(store)
    records = tuple(frozen_records(store, to_send(store, None, everything)))
    people = {record.layer.annotator for record in records if record.layer}
    return Bundle(
        source, HAND_IN, __version__, tuple(p for p in store.annotators() if p.id in people), scheme_texts(store),
        store.scheme().version, lambda: iter(records),
    )  # fmt: skip


def dump(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Everything in the project but its own numbers, its clock and its batches, in an order of its own."""
    found = {}
    for table in ("article", "annotator", "layer", "span", "event", "relation", "comment", "scheme", "assignment"):
        names = [row[1] for row in store.connection.execute(f'PRAGMA table_info("{table}")')]
        kept = [name for name in names if name not in LOCAL and not (table == "assignment" and name == "id")]
        if table == "comment":
            kept.append("at")
        columns = ", ".join(f'"{name}"' for name in kept)
        found[table] = sorted(store.connection.execute(f"SELECT {columns} FROM {table}"), key=repr)
    return found
