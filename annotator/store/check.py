"""Checking a project: offsets, quotes, hashes and the file itself."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from annotator.core.article import hash_text
from annotator.core.identity import is_name
from annotator.core.layer import KINDS as LAYER_KINDS
from annotator.core.layer import STATUSES, WORK
from annotator.core.record import Record
from annotator.core.scheme import Scheme
from annotator.core.sentence import Sentence, say
from annotator.core.span import fault
from annotator.store.cell import check_cells
from annotator.store.doubt import doubts
from annotator.store.gold_check import gold_faults, twice_gold
from annotator.store.records import records
from annotator.store.scheme_version import known_labels
from annotator.store.store import Store


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be: in which article and layer, and what.

    What is `doubtful` is kept as it is and harms nothing: somebody should look at it.
    """

    article: str | None
    layer: str | None
    sentence: Sentence
    doubtful: bool = False


def check(store: Store) -> Iterator[Finding]:
    """Everything wrong with the project; nothing when it is sound. Reads the whole file."""
    damages = [*_check_file(store), *(Finding(None, None, sentence) for sentence in check_cells(store))]
    yield from damages
    if damages:
        # What cannot be read cannot be checked further.
        return
    # Frozen layers keep the labels that they were made with, in whichever version those were.
    labels, scheme = known_labels(store), store.scheme()
    seen: set[str] = set()
    for record in records(store, kinds=LAYER_KINDS):
        if record.article.id not in seen:
            seen.add(record.article.id)
            yield from _check_article(record)
        yield from _check_layer(record, labels, scheme)
    yield from _check_names(store)
    yield from _check_kinds(store)
    yield from _check_counts(store)
    yield from _check_hulls(store)
    yield from (Finding(article, None, sentence) for article, sentence in twice_gold(store))


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


def _check_layer(record: Record, labels: Container[str], scheme: Scheme) -> Iterator[Finding]:
    if record.layer is None:
        return
    for span in record.spans:
        wrong = fault(span, len(record.article.text))
        if wrong:
            yield Finding(record.article.id, record.layer.id, say("Span {id}: {fault}.", id=span.id, fault=wrong))
        if span.label not in labels:
            message = "Span {id}: label “{label}” is not in the scheme."
            yield Finding(record.article.id, record.layer.id, say(message, id=span.id, label=span.label))
    for sentence in (*_check_events(record), *_check_relations(record), *gold_faults(record)):
        yield Finding(record.article.id, record.layer.id, sentence)
    if record.layer.kind == WORK:
        for sentence in doubts(record, scheme):
            yield Finding(record.article.id, record.layer.id, sentence, doubtful=True)


def _check_events(record: Record) -> Iterator[Sentence]:
    for event in record.events:
        for missing in _missing(record, (event.trigger, *event.claims, *(span for _, span in event.arguments))):
            yield say("Event {id} refers to a span that is not there: {span}.", id=event.id, span=missing)


def _check_relations(record: Record) -> Iterator[Sentence]:
    for relation in record.relations:
        for missing in _missing(record, (relation.source, relation.target)):
            yield say("Relation {id} refers to a span that is not there: {span}.", id=relation.id, span=missing)


def _missing(record: Record, spans: Iterable[str | None]) -> list[str]:
    known = {span.id for span in record.spans}
    return sorted({span for span in spans if span is not None and span not in known})


def _check_names(store: Store) -> Iterator[Finding]:
    for annotator in store.annotators():
        if not is_name(annotator.name):
            message = "The name of annotator {id} is empty, too long, or holds hidden characters."
            yield Finding(None, None, say(message, id=annotator.id))


def _check_kinds(store: Store) -> Iterator[Finding]:
    for layer, article, kind, status in store.connection.execute("SELECT id, article, kind, status FROM layer"):
        for value, known in ((kind, LAYER_KINDS), (status, STATUSES)):
            if value not in known:
                message = "The layer says “{value}”, which is none of these: {known}."
                yield Finding(article, layer, say(message, value=value, known=", ".join(known)))


def _check_counts(store: Store) -> Iterator[Finding]:
    sql = """SELECT layer.id, layer.article, layer.spans, count(span.id) FROM layer
        LEFT JOIN span ON span.layer = layer.id GROUP BY layer.id HAVING layer.spans <> count(span.id)"""
    for layer, article, counted, found in store.connection.execute(sql):
        message = "The layer says {counted} spans and has {found}."
        yield Finding(article, layer, say(message, counted=counted, found=found))


def _check_hulls(store: Store) -> Iterator[Finding]:
    """The edges that other programs read in `span` and in the views are those of the fragments."""
    sql = """SELECT span.id, layer.article, layer.id FROM span JOIN layer ON layer.id = span.layer
        WHERE span.start <> json_extract(fragments, '$[0][0]') OR "end" <> json_extract(fragments, '$[#-1][1]')"""
    for span, article, layer in store.connection.execute(sql):
        yield Finding(article, layer, say("Span {id}: its start or end is not that of its fragments.", id=span))
