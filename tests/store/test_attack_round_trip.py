"""Whatever was taken in goes out and comes into an empty project again without loss, as the same bytes."""

import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.core.article import make_article
from annotator.core.layer import KINDS, NEW, STARTED, Annotator, Decision, Layer
from annotator.core.record import Record, Refusal
from annotator.exchange.jsonl import encode, read
from annotator.store.check import check
from annotator.store.creation import create_project
from annotator.store.load import load
from annotator.store.records import records
from tests.exchange import sample
from tests.store.bench import SCHEME

LABELS = frozenset(sample.LABELS)


def own(record: Record, number: int) -> Record:
    """The record under ids that no other record has, its comments among them."""
    layer = replace(record.layer, id=f"l{number}", article=f"a{number}") if record.layer else None
    kept = {old: f"{number}.{old}" for old in (comment.id for comment in record.comments)}
    comments = tuple(
        replace(c, id=kept[c.id], parent=kept.get(c.parent or ""), article=f"a{number}", layer=c.layer and f"l{number}")
        for c in record.comments
    )
    hanging: dict[str, Any] = {
        name: tuple(replace(row, layer=f"l{number}") for row in getattr(record, name))
        for name in ("spans", "events", "relations")
    }
    text = f"{number}\n{record.article.text}"
    moved = tuple(replace(s, fragments=tuple((a + 2, b + 2) for a, b in s.fragments)) for s in hanging["spans"])
    article = make_article(text, id=f"a{number}", meta=record.article.meta, url=record.article.url)
    return replace(record, article=article, layer=layer, comments=comments, **{**hanging, "spans": moved})


def another_layer(record: Record, number: int, **more: Any) -> Record:
    """The same article with one more layer of the same work, in another pass or of another kind."""
    assert record.layer is not None
    layer: Layer = replace(record.layer, id=f"l{number}", **more)
    hanging: dict[str, Any] = {
        name: tuple(replace(row, layer=layer.id) for row in getattr(record, name))
        for name in ("spans", "events", "relations")
    }
    decision = Decision(f"d{number}", layer.id, "k", "label", "take", "r", "2025-11-01T09:00:00Z", chosen=("x",))
    return replace(record, layer=layer, comments=(), decisions=(decision,), **hanging)


def begun(record: Record) -> Record:
    """The record with its layer, if any, at a later stage than NEW."""
    if record.layer is None or record.layer.status != NEW:
        return record
    return replace(record, layer=replace(record.layer, status=STARTED))


def exported(found: Iterable[Record], path: Path) -> bytes:
    """The bytes of a project that took these records in, all of which it must take."""
    with create_project(path, SCHEME) as store:
        loaded = load(store, found, "test")
        assert loaded.refused == []
        faults = [finding for finding in check(store) if not finding.doubtful]
        # Generated gold is gold that nobody has decided on, and that is said of it.
        assert [fault for fault in faults if not fault.sentence.template.startswith("Gold ")] == []
        return b"".join(encode(record) for record in records(store, kinds=KINDS))


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(sample.records(), min_size=1, max_size=4))
def test_generated_records_come_back_as_the_same_bytes(given_records: list[Record]) -> None:
    found = [own(record, number) for number, record in enumerate(given_records)]
    # A layer that was never begun is not carried out, and names are those of the first record that has the annotator.
    found = [begun(record) for record in found]
    people: dict[str, Annotator] = {}
    found = [
        replace(r, annotator=people.setdefault(r.annotator.id, r.annotator)) if r.annotator else r for r in found
    ]
    worked_on = next((r for r in found if r.layer), None)
    if worked_on and worked_on.layer:
        found.append(another_layer(worked_on, 100, pass_number=9))
        found.append(another_layer(worked_on, 101, kind="handed_in"))
        found.append(another_layer(worked_on, 102, kind="prediction"))
    with tempfile.TemporaryDirectory() as folder:
        first = exported(found, Path(folder) / "first.hashiya")
        (Path(folder) / "out.jsonl").write_bytes(first)
        outcomes = list(read(Path(folder) / "out.jsonl", LABELS))
        assert [outcome for outcome in outcomes if isinstance(outcome, Refusal)] == []
        again = [outcome for outcome in outcomes if isinstance(outcome, Record)]
        assert exported(again, Path(folder) / "second.hashiya") == first
        assert {encode(replace(r, comments=())) for r in again} == {encode(replace(r, comments=())) for r in found}
        assert {c for record in again for c in record.comments} == {c for record in found for c in record.comments}
