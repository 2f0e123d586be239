"""Versions of the scheme in a project: kept, put in force, followed by all work, and taken back to the byte."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator import paths
from annotator.core import attribute_edit as attributes
from annotator.core import scheme_edit as labels
from annotator.core.change import Change
from annotator.core.layer import HANDED_IN
from annotator.core.record import Record
from annotator.core.scheme_edit import Draft
from annotator.core.scheme_rule import LABEL, Relabel, Revalue
from annotator.core.span import Span
from annotator.exchange.jsonl import decode_line, encode
from annotator.exchange.source import read_paths
from annotator.store.check import check
from annotator.store.creation import create_project, open_project
from annotator.store.load import load
from annotator.store.records import records
from annotator.store.row import Damaged
from annotator.store.scheme_change import Effect, change_scheme, effects, label_counts, value_counts
from annotator.store.scheme_version import (
    known_labels,
    put_in_force,
    rules_from_json,
    rules_since,
    rules_to_json,
    versions,
)
from annotator.store.store import Applied, Conflict, Store
from tests.core.drafts import draw_draft

TOML = paths.resource("scheme.toml").read_text(encoding="utf-8")
WORK = ("span", "event", "relation", "comment", "project")


@pytest.fixture(scope="module")
def sample_bytes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("scheme") / "sample.hashiya"
    with create_project(path, TOML) as store:
        known = {label.id for label in store.scheme().every_label}
        found = [one for one in read_paths([paths.seed("sample.jsonl")], known) if isinstance(one, Record)]
        load(store, found, "seeds")
        load(store, [frozen(next(one for one in found if one.spans))], "hand-in")
    return path.read_bytes()


def frozen(record: Record) -> Record:
    """The record as it would be handed in."""
    assert record.layer is not None
    layer = replace(record.layer, id="f" * 64, kind=HANDED_IN)
    spans = tuple(replace(span, layer=layer.id) for span in record.spans)
    return replace(record, layer=layer, spans=spans, events=(), relations=(), comments=())


@pytest.fixture
def store(sample_bytes: bytes, tmp_path: Path) -> Iterator[Store]:
    path = tmp_path / "sample.hashiya"
    path.write_bytes(sample_bytes)
    with open_project(path) as opened:
        yield opened


def keep(store: Store, draft: Draft) -> Applied:
    return change_scheme(store, draft, "lead")


def undo(store: Store, applied: Applied) -> Applied:
    return store.apply(applied.change.inverse(applied.seq), applied.author)


def dump(store: Store, *tables: str) -> dict[str, set[tuple[Any, ...]]]:
    """Every row of the tables, and of the layers but for when and by which change they were touched last."""
    rows = {table: set(store.connection.execute(f"SELECT * FROM {table}")) for table in tables}
    layers = "SELECT id, article, annotator, kind, status, open_answer, scheme, sha256, spans, caret FROM layer"
    return {**rows, "layer": set(store.connection.execute(layers))}


def merged(store: Store) -> Draft:
    return Draft(store.scheme(), store.scheme()).then(labels.merge_label(store.scheme(), "WEAPON", "TARGET"))


def all_spans(store: Store, kinds: tuple[str, ...] = ("work", "gold")) -> list[Span]:
    return [span for record in records(store, kinds=kinds) for span in record.spans]


# ---------------------------------------------------------------- versions


def test_a_saved_scheme_is_a_version_and_is_in_force(store: Store) -> None:
    draft = Draft(store.scheme(), labels.rename_label(store.scheme(), "ACTOR", {"ar": "جهة", "en": "Party"}))
    before = dump(store, "span", "event", "relation")
    keep(store, draft)
    assert store.scheme().version == 2
    assert store.scheme().labels[0].name("en") == "Party"
    assert [(one.number, one.previous, one.rules) for one in versions(store)] == [(1, None, ()), (2, 1, ())]
    assert dump(store, "span", "event", "relation") == before
    assert list(check(store)) == []


def test_the_version_in_force_is_read_again_by_another_window(store: Store) -> None:
    with open_project(store.path) as other:
        assert other.scheme().version == 1
        applied = keep(store, merged(store))
        other.changes_by_others()
        assert other.scheme().label("WEAPON") is None
        undo(store, applied)
        other.changes_by_others()
        assert other.scheme().label("WEAPON") is not None


def test_two_windows_cannot_put_two_versions_in_force_at_once(store: Store) -> None:
    with open_project(store.path) as other:
        edit = put_in_force(other, 2)
        keep(store, merged(store))
        with pytest.raises(Conflict):
            other.apply(Change("scheme", "", (edit,)), "other")


def test_undoing_puts_the_version_before_in_force_and_redoing_the_new_one(store: Store) -> None:
    toml = store.scheme().toml
    applied = keep(store, merged(store))
    undone = undo(store, applied)
    assert store.scheme().toml == toml == TOML
    undo(store, undone)
    assert store.scheme().version == 2
    assert len(versions(store)) == 2


def test_a_version_made_after_an_undoing_follows_the_one_in_force(store: Store) -> None:
    undo(store, keep(store, merged(store)))
    draft = Draft(store.scheme(), labels.switch_label(store.scheme(), "PLACE", True))
    keep(store, draft)
    assert [(one.number, one.previous) for one in versions(store)] == [(1, None), (2, 1), (3, 1)]
    assert rules_since(store, 1) == ()
    assert store.scheme().label("WEAPON") is not None


def test_the_rules_from_an_older_version_lead_to_the_one_in_force(store: Store) -> None:
    first, draft = store.scheme().version, merged(store)
    keep(store, draft)
    second = Draft(store.scheme(), store.scheme()).then(labels.merge_label(store.scheme(), "CLAIM", "TARGET"))
    keep(store, second)
    assert rules_since(store, first) == (*draft.rules, *second.rules)
    assert rules_since(store, 2) == second.rules
    assert rules_since(store, 3) == ()


def test_rules_are_kept_and_read_as_they_are() -> None:
    rules = (Relabel("A", "B"), Relabel("A", "B", "x", "y"), Revalue((LABEL, "A"), "x", "y", None, "z", ("v", "w")))
    assert rules_from_json(rules_to_json(rules)) == rules
    assert rules_from_json("{}") == ()
    for mapping in ("[", "[]", '{"rules": [{"kind": "else", "rule": {}}]}', '{"rules": [{"kind": "relabel"}]}'):
        with pytest.raises(Damaged):
            rules_from_json(mapping)


# ---------------------------------------------------------------- what becomes of the work


def test_merging_relabels_all_work_and_leaves_what_is_frozen(store: Store) -> None:
    weapons = sum(span.label == "WEAPON" for span in all_spans(store))
    still = all_spans(store, (HANDED_IN,))
    assert weapons
    assert any(span.label == "WEAPON" for span in still)
    keep(store, merged(store))
    assert all(span.label != "WEAPON" for span in all_spans(store))
    assert all_spans(store, (HANDED_IN,)) == still
    assert list(check(store)) == []
    assert "WEAPON" in known_labels(store)


def test_layers_that_follow_are_of_the_new_version_and_others_stay(store: Store) -> None:
    draft = Draft(store.scheme(), store.scheme()).then(
        attributes.merge_choice(store.scheme(), (LABEL, "TARGET"), "subtype", "medical", "civilians")
    )
    held = {record.layer.id for record in records(store) if record.layer and any(
        span.label == "TARGET" and ("subtype", "medical") in span.attributes for span in record.spans
    )}
    keep(store, draft)
    found = {record.layer.id: record.layer.scheme for record in records(store) if record.layer}
    assert held
    assert {layer for layer, version in found.items() if version == 2} == held
    assert {version for layer, version in found.items() if layer not in held} == {1}


def test_what_will_happen_is_told_by_annotator_before_it_does(store: Store) -> None:
    by_annotator: dict[str, list[Span]] = {}
    for record in records(store):
        if record.annotator:
            by_annotator.setdefault(record.annotator.name, []).extend(record.spans)
    expected = [
        Effect(name, relabelled=(n := sum(one.label == "WEAPON" for one in spans)), unaffected=len(spans) - n)
        for name, spans in sorted(by_annotator.items())
    ]
    told = effects(store, merged(store).rules)
    assert [replace(effect, events=0) for effect in told] == expected
    assert len(told) == 2
    assert all(effect.is_none for effect in effects(store, ()))


def test_counts_are_of_working_layers_only(store: Store) -> None:
    spans = all_spans(store)
    assert label_counts(store)["ACTOR"] == sum(span.label == "ACTOR" for span in spans)
    crowds = sum(span.label == "ACTOR" and ("subtype", "armed_group") in span.attributes for span in spans)
    assert crowds
    assert value_counts(store, "ACTOR")["subtype", "armed_group"] == crowds


def test_an_export_says_the_version_in_force_and_what_each_layer_was_made_with(store: Store) -> None:
    keep(store, merged(store))
    layers = [record.layer for record in records(store) if record.layer]
    assert {layer.scheme for layer in layers} == {1, 2}
    assert json.loads(json.dumps(store.scheme().toml)) == versions(store)[-1].toml


def test_work_under_a_new_scheme_is_taken_in_by_a_project_that_has_it(store: Store, tmp_path: Path) -> None:
    keep(store, merged(store))
    lines = [encode(record) for record in records(store)]
    with create_project(tmp_path / "other.hashiya", store.scheme().toml) as other:
        known = {label.id for label in other.scheme().every_label}
        found = [decode_line(line, known)[0] for line in lines]
        assert load(other, found, "test").refused == []
        assert [encode(record) for record in records(other)] == lines
        assert list(check(other)) == []


# ---------------------------------------------------------------- whatever is edited


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_whatever_is_edited_no_span_is_lost_and_undoing_restores_every_row(store: Store, data: st.DataObject) -> None:
    before = dump(store, *WORK)
    places = {(one.layer, one.fragments) for one in all_spans(store)}
    draft = draw_draft(data, store.scheme())
    told = effects(store, draft.rules)
    count = len(all_spans(store))
    applied = keep(store, draft)
    after = all_spans(store)
    assert {(one.layer, one.fragments) for one in after} == places
    assert len(after) == count - sum(effect.joined for effect in told)
    assert all(store.scheme().label(one.label) for one in after)
    assert list(check(store)) == []
    undone = undo(store, applied)
    assert dump(store, *WORK) == before
    again = undo(store, undone)
    assert sorted(all_spans(store), key=str) == sorted(after, key=str)
    undo(store, again)
