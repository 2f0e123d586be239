"""The store's promise: kept when acknowledged, all or nothing, nobody overwritten, everything undoable."""

import json
import sqlite3
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.core.change import Change, Edit
from annotator.core.history import fold
from annotator.core.layer import DONE, STARTED, with_status
from annotator.core.span import Span, make_span, same_place
from annotator.store.creation import open_project
from annotator.store.store import Conflict, NotKept
from tests.store.bench import Bench


def test_what_apply_returned_is_in_the_file_for_another_reader(bench: Bench) -> None:
    applied, span = bench.label(23, 34)
    with open_project(bench.store.path, read_only=True) as reader:
        assert reader.spans(bench.layer.id) == (span,)
        assert reader.change(applied.seq) == applied


def test_the_log_holds_no_article_text(bench: Bench) -> None:
    bench.label(23, 34)
    (edits,) = bench.store.connection.execute("SELECT edits FROM change").fetchone()
    assert "كتائب" not in edits
    assert json.loads(edits)[0]["table"] == "span"


def test_counts_and_time_move_with_what_they_count(bench: Bench) -> None:
    applied, span = bench.label(23, 34)
    bench.store.apply(Change("remove", bench.layer.article, (Edit(span, None),)), bench.annotator.id)
    last, _ = bench.label(0, 4)
    row = bench.store.connection.execute("SELECT spans, seq, updated_at <> '' FROM layer").fetchone()
    assert row == (1, last.seq, 1)
    assert last.seq == applied.seq + 2


def test_a_change_made_from_an_older_state_is_refused_and_nothing_of_it_kept(bench: Bench) -> None:
    _, span = bench.label(23, 34)
    moved = replace(span, fragments=((24, 34),))
    bench.store.apply(Change("resize", bench.layer.article, (Edit(span, moved),)), bench.annotator.id)
    other = make_span(bench.layer.id, "TARGET", 0, 4)
    stale = Change("two", bench.layer.article, (Edit(None, other), Edit(span, None)))
    with pytest.raises(Conflict):
        bench.store.apply(stale, bench.annotator.id)
    assert bench.store.spans(bench.layer.id) == (moved,)
    assert len(bench.store.history(bench.annotator.id).done) == 2


def test_a_full_disk_keeps_what_was_acknowledged_and_says_so(bench: Bench) -> None:
    kept = [bench.label(i, i + 1)[1] for i in range(5)]
    pages = bench.store.connection.execute("PRAGMA page_count").fetchone()[0]
    bench.store.connection.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(NotKept, match=r"the disk is full\. Nothing was changed"):
        kept.extend(bench.label(i % 30, i // 30 + 31)[1] for i in range(5, 5000))
    assert {span.id for span in bench.store.spans(bench.layer.id)} == {span.id for span in kept}
    bench.store.connection.execute("PRAGMA max_page_count = 1000000")
    bench.label(0, 3)


def test_a_project_opened_for_reading_keeps_nothing_and_says_so(bench: Bench) -> None:
    with open_project(bench.store.path, read_only=True) as reader, pytest.raises(NotKept, match="reading only"):
        reader.apply(Change("x", bench.layer.article, (Edit(None, make_span(bench.layer.id, "ACTOR", 0, 3)),)), "a")


def test_two_windows_on_one_file_both_keep_everything(bench: Bench) -> None:
    """Four writers at once, each with a connection of its own: no commit fails, none is lost."""
    errors: list[Exception] = []

    def write(writer: int) -> None:
        try:
            with open_project(bench.store.path) as store:
                for start in range(40):
                    span = make_span(bench.layer.id, "ACTOR", start, start + 1 + writer)
                    store.apply(Change("label", bench.layer.article, (Edit(None, span),)), bench.annotator.id)
        except Exception as error:
            errors.append(error)

    writers = [threading.Thread(target=write, args=(writer,)) for writer in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert errors == []
    assert len(bench.store.spans(bench.layer.id)) == 160


def test_what_others_commit_is_told_once(bench: Bench) -> None:
    version = bench.store.data_version()
    bench.label(0, 3)
    assert bench.store.data_version() == version
    assert bench.store.changes_by_others() == []
    with open_project(bench.store.path) as other:
        span = make_span(bench.layer.id, "TARGET", 5, 8)
        applied = other.apply(Change("label", bench.layer.article, (Edit(None, span),)), bench.annotator.id)
    assert bench.store.data_version() != version
    assert bench.store.changes_by_others() == [applied]
    assert bench.store.changes_by_others() == []


def test_opening_a_layer_twice_gives_the_same_one_and_remembers_the_place(bench: Bench) -> None:
    bench.store.keep_place(bench.layer.id, 12, 30)
    assert bench.store.open_layer(bench.layer.article, bench.annotator.id) == bench.layer
    assert bench.store.caret(bench.layer.id) == 12


def test_the_same_name_is_the_same_annotator(bench: Bench) -> None:
    assert bench.store.keep_annotator("ليلى") == bench.annotator
    assert bench.store.keep_annotator("يوسف") != bench.annotator


gesture = st.one_of(
    st.tuples(st.just("add"), st.integers(0, 20), st.sampled_from(["ACTOR", "TARGET"])),
    st.tuples(st.just("remove"), st.integers(0, 20), st.none()),
    st.tuples(st.just("move"), st.integers(0, 20), st.integers(1, 6)),
    st.tuples(st.just("done"), st.none(), st.none()),
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(gestures=st.lists(gesture, max_size=12), depth=st.integers(1, 12))
def test_undoing_gives_back_each_state_and_redoing_each_state_again(
    bench: Bench, gestures: list[tuple[str, int | None, object]], depth: int
) -> None:
    store, author = bench.store, bench.annotator.id

    def state() -> tuple[object, ...]:
        return (store.layer(bench.layer.article, author), store.spans(bench.layer.id))

    states = [state()]
    for kind, number, what in gestures:
        edit = _edit(bench, kind, number or 0, what)
        if edit:
            store.apply(Change(kind, bench.layer.article, (edit,)), author)
            states.append(state())
    for back in range(min(depth, len(states) - 1)):
        seq = store.history(author).next_undo
        assert seq is not None
        store.apply(store.change(seq).change.inverse(seq), author)
        assert state() == states[-2 - back]
    for forth in range(min(depth, len(states) - 1)):
        seq = store.history(author).next_redo
        assert seq is not None
        store.apply(store.change(seq).change.inverse(seq), author)
        assert state() == states[len(states) - min(depth, len(states) - 1) + forth]


def _edit(bench: Bench, kind: str, number: int, what: object) -> Edit | None:
    spans = bench.store.spans(bench.layer.id)
    layer = bench.store.layer(bench.layer.article, bench.annotator.id)
    assert layer is not None
    if kind == "add":
        return _unless_double(Edit(None, make_span(bench.layer.id, str(what), number, number + 3)), spans)
    if kind == "done":
        return Edit(layer, with_status(layer, STARTED if layer.status == DONE else DONE))
    if not spans:
        return None
    span: Span = spans[number % len(spans)]
    if kind == "remove":
        return Edit(span, None)
    assert isinstance(what, int)
    return _unless_double(Edit(span, replace(span, fragments=((span.start, span.end + what),))), spans)


def _unless_double(edit: Edit, spans: tuple[Span, ...]) -> Edit | None:
    """The window does not offer to say the same thing twice."""
    assert isinstance(edit.after, Span)
    return None if any(same_place(edit.after, span) for span in spans if span.id != edit.after.id) else edit


def test_history_read_from_the_file_is_the_fold_of_its_log(bench: Bench) -> None:
    bench.label(0, 3)
    applied, _ = bench.label(4, 6)
    bench.store.apply(applied.change.inverse(applied.seq), bench.annotator.id)
    log = bench.store.connection.execute("SELECT seq, undoes FROM change ORDER BY seq").fetchall()
    assert bench.store.history(bench.annotator.id) == fold(log)
    assert bench.store.history("somebody else").done == ()


def test_closing_leaves_one_complete_file(bench: Bench, tmp_path: Path) -> None:
    _, span = bench.label(0, 3)
    bench.store.close()
    assert [file.name for file in tmp_path.iterdir()] == [bench.store.path.name]
    reader = sqlite3.connect(bench.store.path)
    assert reader.execute("SELECT id FROM span").fetchall() == [(span.id,)]
    reader.close()
    with open_project(bench.store.path) as again:
        assert again.spans(bench.layer.id) == (span,)
