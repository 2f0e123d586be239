"""Checking a project: offsets, quotes, hashes and the file itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from annotator.core.article import hash_text
from annotator.core.record import Record
from annotator.core.sentence import Sentence, say
from annotator.core.span import fault
from annotator.store.records import records
from annotator.store.store import Store


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be: in which article and layer, and what."""

    article: str | None
    layer: str | None
    sentence: Sentence


def check(store: Store) -> Iterator[Finding]:
    """Everything wrong with the project; nothing when it is sound. Reads the whole file."""
    yield from _check_file(store)
    seen: set[str] = set()
    for record in records(store):
        if record.article.id not in seen:
            seen.add(record.article.id)
            yield from _check_article(record)
        yield from _check_layer(store, record)
    yield from _check_counts(store)


def _check_file(store: Store) -> Iterator[Finding]:
    for (answer,) in store.connection.execute("PRAGMA integrity_check(20)"):
        if answer != "ok":
            yield Finding(None, None, say("The file is damaged: {reason}.", reason=answer))
    for table, rowid, parent, _ in store.connection.execute("PRAGMA foreign_key_check"):
        message = "A row of “{table}” ({row}) refers to a missing row of “{parent}”."
        yield Finding(None, None, say(message, table=table, row=str(rowid), parent=parent))


def _check_article(record: Record) -> Iterator[Finding]:
    if hash_text(record.article.text) != record.article.sha256:
        yield Finding(record.article.id, None, say("The text is not the one that was imported: its hash differs."))


def _check_layer(store: Store, record: Record) -> Iterator[Finding]:
    if record.layer is None:
        return
    labels = {label.id for label in store.scheme().labels}
    ids = {span.id for span in record.spans}
    for span in record.spans:
        wrong = fault(span, len(record.article.text))
        if wrong:
            yield Finding(record.article.id, record.layer.id, say("Span {id}: {fault}.", id=span.id, fault=wrong))
        if span.label not in labels:
            message = "Span {id}: label “{label}” is not in the scheme."
            yield Finding(record.article.id, record.layer.id, say(message, id=span.id, label=span.label))
    for event in record.events:
        for missing in {event.trigger, *event.claims, *(span for _, span in event.arguments)} - ids - {None}:
            message = "Event {id} refers to a span that is not there: {span}."
            yield Finding(record.article.id, record.layer.id, say(message, id=event.id, span=str(missing)))


def _check_counts(store: Store) -> Iterator[Finding]:
    sql = """SELECT layer.id, layer.article, layer.spans, count(span.id) FROM layer
        LEFT JOIN span ON span.layer = layer.id GROUP BY layer.id HAVING layer.spans <> count(span.id)"""
    for layer, article, counted, found in store.connection.execute(sql):
        message = "The layer says {counted} spans and has {found}."
        yield Finding(article, layer, say(message, counted=counted, found=found))
