"""What a change of the scheme does to the work in a project: told before it is kept, and made into edits."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from annotator.core.change import Change, Edit
from annotator.core.layer import FROZEN_KINDS, Comment, Event, Layer, Relation
from annotator.core.scheme_edit import Draft
from annotator.core.scheme_rule import (
    Carried,
    Content,
    Rule,
    carry,
    edits_between,
    touched_events,
    touched_labels,
)
from annotator.core.span import Span
from annotator.store.row import KINDS, from_row, sql_of
from annotator.store.scheme_version import keep_version, put_in_force
from annotator.store.store import Applied, Store


@dataclass(frozen=True, slots=True)
class Effect:
    """What becomes of one annotator's spans: how many get another label, how many have a value moved to another
    attribute or choice, how many say what another one says and join it, how many lose a value, how many stay.

    `events` counts the events that change. A span is counted once, by the first of these that it meets.
    """

    annotator: str
    relabelled: int = 0
    revalued: int = 0
    joined: int = 0
    lost: int = 0
    unaffected: int = 0
    events: int = 0

    @property
    def is_none(self) -> bool:
        """Whether nothing of this annotator's changes."""
        return not (self.relabelled or self.revalued or self.joined or self.lost or self.events)


def effects(store: Store, rules: Sequence[Rule]) -> list[Effect]:
    """What the rules would do to each annotator's working layers, by the annotators' names."""
    counts: dict[str, Counter[str]] = {}
    for layer, before, carried in _carried(store, rules):
        counts.setdefault(layer.annotator, Counter()).update(_tally(before, carried))
    result = []
    for annotator_id, name, spans in store.connection.execute(_TOTALS, FROZEN_KINDS):
        found = counts.get(annotator_id, Counter())
        touched = found["relabelled"] + found["revalued"] + found["joined"] + found["lost"]
        result.append(Effect(name, **found, unaffected=spans - touched))
    return result


def scheme_edits(store: Store, rules: Sequence[Rule], version: int) -> list[Edit]:
    """The edits by which all working layers follow the rules; those that do are then of that version."""
    edits: list[Edit] = []
    for layer, before, carried in _carried(store, rules):
        changes = list(edits_between(before, carried.content))
        if changes:
            edits += [Edit(layer, replace(layer, scheme=version)), *changes] if layer.scheme != version else changes
    return edits


def change_scheme(store: Store, draft: Draft, author: str) -> Applied:
    """Keep a draft as the next version, put it in force and make all work follow: one change in the author's name.

    Raises SchemeError for a scheme that could not be read back, Conflict and NotKept as `Store.apply` does.
    """
    version = keep_version(store, draft.scheme, draft.rules).version
    edits = (put_in_force(store, version), *scheme_edits(store, draft.rules, version))
    return store.apply(Change("scheme", "", edits), author)


def label_counts(store: Store) -> Counter[str]:
    """How many spans of working layers each label has."""
    sql = f"""SELECT span.label, count(*) FROM span JOIN layer ON layer.id = span.layer
        WHERE layer.kind NOT IN ({_FROZEN}) GROUP BY span.label"""
    return Counter(dict(store.connection.execute(sql, FROZEN_KINDS)))


def value_counts(store: Store, label_id: str) -> Counter[tuple[str, str]]:
    """How many spans of a label in working layers hold each value of each attribute."""
    sql = f"""SELECT json_extract(held.value, '$[0]'), json_extract(held.value, '$[1]'), count(*)
        FROM span JOIN layer ON layer.id = span.layer, json_each(span.attributes) AS held
        WHERE layer.kind NOT IN ({_FROZEN}) AND span.label = ? GROUP BY 1, 2"""
    rows = store.connection.execute(sql, (*FROZEN_KINDS, label_id))
    return Counter({(name, value): count for name, value, count in rows})


_FROZEN = ", ".join("?" * len(FROZEN_KINDS))
_TOTALS = f"""SELECT annotator.id, annotator.name, sum(layer.spans) FROM layer
    JOIN annotator ON annotator.id = layer.annotator
    WHERE layer.kind NOT IN ({_FROZEN}) GROUP BY annotator.id HAVING sum(layer.spans) > 0
    ORDER BY annotator.name, annotator.id"""


def _carried(store: Store, rules: Sequence[Rule]) -> Iterator[tuple[Layer, Content, Carried]]:
    """Each working layer that any of the rules may touch, with its rows before and after them."""
    for layer in _touched_layers(store, rules):
        before = _content(store, layer.id)
        carried = carry(before, rules)
        if carried.content != before:
            yield layer, before, carried


def _touched_layers(store: Store, rules: Sequence[Rule]) -> list[Layer]:
    labels, events = sorted(touched_labels(rules)), sorted(touched_events(rules))
    if not labels and not events:
        return []
    sql = f"""SELECT {sql_of(Layer).columns} FROM layer WHERE kind NOT IN ({_FROZEN}) AND id IN (
        SELECT layer FROM span WHERE label IN ({", ".join("?" * len(labels))})
        UNION SELECT layer FROM event WHERE type IN ({", ".join("?" * len(events))})) ORDER BY n"""
    return [from_row(Layer, row) for row in store.connection.execute(sql, (*FROZEN_KINDS, *labels, *events))]


def _content(store: Store, layer_id: str) -> Content:
    def rows(kind: type) -> tuple[object, ...]:
        sql = f"SELECT {sql_of(kind).columns} FROM {KINDS[kind].table} WHERE layer = ? ORDER BY rowid"
        return tuple(from_row(kind, row) for row in store.connection.execute(sql, (layer_id,)))

    return Content(rows(Span), rows(Event), rows(Relation), rows(Comment))  # type: ignore[arg-type]


def _tally(before: Content, carried: Carried) -> Counter[str]:
    after = {span.id: span for span in carried.content.spans}
    found: Counter[str] = Counter(joined=len(carried.joined))
    for span in before.spans:
        later = after.get(span.id)
        if span.id in carried.lost:
            found["lost"] += 1
        elif later is not None and later.label != span.label:
            found["relabelled"] += 1
        elif later is not None and later != span:
            found["revalued"] += 1
    events = {event.id: event for event in carried.content.events}
    found["events"] = sum(events[event.id] != event for event in before.events)
    return found
