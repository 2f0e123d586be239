"""Handing in: finished work is frozen, unfinished work is not there, and a newer hand-in supersedes."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core.change import Change, Edit
from annotator.core.seal import is_sealed
from annotator.store.catalogue import article_numbers, article_rows, first_unfinished, progress
from annotator.store.check import check
from annotator.store.hand_in import frozen_records, hand_in, mark_sent, newest_hand_ins, ready, to_send
from annotator.store.store import Store
from tests.store.team import annotate, project


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with project(tmp_path / "p.hashiya") as made:
        yield made


def texts(store: Store, layers: list[str]) -> list[set[tuple[int, int, str]]]:
    return [{(s.start, s.end, s.label) for s in record.spans} for record in frozen_records(store, layers)]


def test_unfinished_work_is_not_handed_in_and_an_empty_finished_layer_is(store: Store) -> None:
    who = store.keep_annotator("ليلى")
    annotate(store, who, "a0", [(0, 3, "ACTOR"), (4, 7, "TARGET")])
    annotate(store, who, "a1", [(0, 3, "ACTOR")], done=False)
    annotate(store, who, "a2", [])
    (before,) = ready(store)
    assert (before.annotator, before.changed, before.unfinished) == (who, 2, 1)
    assert hand_in(store) == 2
    found = list(frozen_records(store, to_send(store)))
    assert [record.article.id for record in found] == ["a0", "a2"]
    assert [len(record.spans) for record in found] == [2, 0]
    assert all(is_sealed(record) for record in found)
    assert found[0].events[0].arguments[0][1] in {span.id for span in found[0].spans}
    assert list(check(store)) == []


def test_only_what_changed_is_handed_in_again(store: Store) -> None:
    who = store.keep_annotator("ليلى")
    annotate(store, who, "a0", [(0, 3, "ACTOR")])
    annotate(store, who, "a1", [(0, 3, "ACTOR")])
    assert hand_in(store) == 2
    mark_sent(store, None, "one.zip", "0")
    assert (hand_in(store), to_send(store)) == (0, [])
    annotate(store, who, "a1", [(4, 7, "TARGET")])
    assert hand_in(store) == 1
    assert texts(store, to_send(store)) == [{(0, 3, "ACTOR"), (4, 7, "TARGET")}]
    assert len(to_send(store, everything=True)) == 2


def test_what_never_reached_a_bundle_is_in_the_next_one(store: Store) -> None:
    who = store.keep_annotator("ليلى")
    annotate(store, who, "a0", [(0, 3, "ACTOR")])
    hand_in(store)
    assert [one.changed for one in ready(store)] == [1]
    assert len(to_send(store)) == 1
    mark_sent(store, None, "one.zip", "0")
    assert [one.changed for one in ready(store)] == []


def test_work_that_returns_to_what_was_handed_in_before_is_the_newest_again(store: Store) -> None:
    """Also where the clock stands still, or runs backwards."""
    who = store.keep_annotator("ليلى")
    annotate(store, who, "a0", [(0, 3, "ACTOR")])
    hand_in(store)
    layer = store.layer("a0", who.id)
    assert layer is not None
    (span,) = store.spans(layer.id)
    other = replace(span, label="TARGET")
    for before, after in ((span, other), (other, span)):
        store.apply(Change("relabel", "a0", (Edit(before, after),)), who.id)
        store.connection.execute("UPDATE layer SET updated_at = '2001-01-01T00:00:00Z' WHERE id = ?", (layer.id,))
        assert hand_in(store) == 1
        ((newest, _),) = newest_hand_ins(store)
        assert [row.label for row in store.spans(newest.id)] == [after.label]
    assert store.connection.execute("SELECT count(*) FROM layer WHERE kind = 'handed_in'").fetchone() == (3,)


def test_going_on_after_a_hand_in_leaves_it_as_it_was(store: Store) -> None:
    who = store.keep_annotator("ليلى")
    annotate(store, who, "a0", [(0, 3, "ACTOR")])
    hand_in(store)
    frozen = list(frozen_records(store, to_send(store)))
    annotate(store, who, "a0", [(4, 7, "TARGET")])
    history = store.history(who.id)
    assert history.next_undo is not None
    assert list(frozen_records(store, to_send(store))) == frozen


def test_each_hands_in_for_themselves(store: Store) -> None:
    one, other = store.keep_annotator("ليلى"), store.keep_annotator("يوسف")
    annotate(store, one, "a0", [(0, 3, "ACTOR")])
    annotate(store, other, "a0", [(0, 3, "TARGET")])
    assert hand_in(store, {one.id}) == 1
    assert [layer.annotator for layer, _ in newest_hand_ins(store)] == [one.id]
    assert to_send(store, {other.id}) == []


def test_the_second_pass_begins_blind_when_the_first_is_handed_in(store: Store) -> None:
    who = store.keep_annotator("ليلى")
    with store.writing() as connection:
        for number, position in ((1, 0), (2, 1)):
            connection.execute(
                "INSERT INTO assignment (id, article, annotator, pass, position) VALUES (?, 'a0', ?, ?, ?)",
                (f"t{number}", who.id, number, position),
            )
    annotate(store, who, "a0", [(0, 3, "ACTOR")])
    assert store.current_pass("a0", who.id) == 1
    assert article_rows(store, article_numbers(store, who.id), who.id)[0].status == "done"
    hand_in(store)
    assert store.current_pass("a0", who.id) == 2
    assert store.layer("a0", who.id) is None
    row = article_rows(store, article_numbers(store, who.id), who.id)[0]
    assert (row.status, row.spans) == ("new", 0)
    assert (first_unfinished(store, who.id), progress(store, who.id).get("done", 0)) == ("a0", 0)
    annotate(store, who, "a0", [(4, 7, "ACTOR")])
    hand_in(store)
    assert sorted(layer.pass_number for layer, _ in newest_hand_ins(store)) == [1, 2]
