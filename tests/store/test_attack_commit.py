"""What is told to be kept is kept, in the right file, once, and in a form that can be exported."""

from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core.article import make_article
from annotator.core.change import Change, Edit
from annotator.core.layer import DONE, Comment, Layer, with_status
from annotator.core.record import Record
from annotator.core.span import Span, make_span
from annotator.store.creation import open_project
from annotator.store.load import load
from annotator.store.records import records, records_of
from annotator.store.store import Conflict, NotKept, is_own_file
from tests.store.bench import Bench


def keep(bench: Bench, *edits: Edit) -> None:
    bench.store.apply(Change("x", bench.layer.article, edits), bench.annotator.id)


def moved_away(path: Path) -> None:
    path.rename(path.with_name("moved"))


def replaced(path: Path) -> None:
    copy = path.with_name("copy")
    copy.write_bytes(path.read_bytes())
    copy.replace(path)


def deleted(path: Path) -> None:
    path.unlink()


def without_its_log(path: Path) -> None:
    Path(f"{path}-wal").unlink()


@pytest.mark.parametrize("what", [moved_away, replaced, deleted, without_its_log])
def test_nothing_is_told_to_be_kept_in_a_file_that_is_no_longer_there(bench: Bench, what: object) -> None:
    bench.label(0, 3)
    assert callable(what)
    what(bench.store.path)
    with pytest.raises(NotKept, match="moved, replaced or deleted"):
        bench.label(4, 6)


def test_two_windows_cannot_say_the_same_thing_twice(bench: Bench) -> None:
    _, span = bench.label(0, 3)
    with open_project(bench.store.path) as other:
        again = make_span(bench.layer.id, span.label, 0, 3)
        with pytest.raises(Conflict):
            other.apply(Change("label", bench.layer.article, (Edit(None, again),)), bench.annotator.id)
        moved = make_span(bench.layer.id, span.label, 0, 4)
        other.apply(Change("label", bench.layer.article, (Edit(None, moved),)), bench.annotator.id)
        with pytest.raises(Conflict):
            keep(bench, Edit(moved, replace(moved, fragments=((0, 3),))))
    assert set(bench.store.spans(bench.layer.id)) == {span, moved}


def test_the_same_words_may_carry_two_labels_or_be_cut_differently(bench: Bench) -> None:
    bench.label(0, 3)
    bench.label(0, 3, "TARGET")
    keep(bench, Edit(None, Span(bench.layer.id, "two", "ACTOR", ((0, 1), (2, 3)))))
    assert len(bench.store.spans(bench.layer.id)) == 3


def test_what_i_keep_is_not_told_as_the_work_of_others(bench: Bench) -> None:
    with open_project(bench.store.path) as other:
        span = make_span(bench.layer.id, "TARGET", 5, 8)
        theirs = other.apply(Change("label", bench.layer.article, (Edit(None, span),)), bench.annotator.id)
        bench.label(0, 3)
        assert bench.store.changes_by_others() == [theirs]
        assert bench.store.changes_by_others() == []


def test_half_a_character_is_refused_in_words(bench: Bench) -> None:
    applied, span = bench.label(0, 3)
    with pytest.raises(NotKept, match="half a character"):
        keep(bench, Edit(span, replace(span, note="\ud83d")))
    assert bench.store.spans(bench.layer.id) == (span,)
    assert bench.store.history(bench.annotator.id).done == (applied.seq,)


@pytest.mark.parametrize("name", ["", "  ", "x" * 101, "\u202eevil", "a\nb", "\ud800"])
def test_a_name_that_no_file_could_carry_out_again_is_refused(bench: Bench, name: str) -> None:
    with pytest.raises(NotKept, match="1 to 100 characters"):
        bench.store.keep_annotator(name)
    assert bench.store.annotators() == [bench.annotator]


def test_a_damaged_row_is_not_written_over(bench: Bench) -> None:
    _, span = bench.label(0, 3)
    bench.store.connection.execute("UPDATE span SET fragments = '[['")
    with pytest.raises(NotKept, match="a row of “span” cannot be read"):
        keep(bench, Edit(span, None))


def test_remarks_on_an_article_travel_with_its_first_record(bench: Bench) -> None:
    bench.label(0, 3)
    article = bench.layer.article
    remark = Comment("c", article, None, None, bench.annotator.id, None, "ملاحظة", "2025-01-01T00:00:00Z")
    other = replace(remark, id="d", article=bench.articles[1].id)
    keep(bench, Edit(None, remark), Edit(None, other))
    assert [record.comments for record in records(bench.store)] == [(remark,), (other,)]


def test_an_article_is_found_by_any_number_that_may_be_asked_for(bench: Bench) -> None:
    assert [record.article for record in records_of(bench.store, "١")] == [bench.articles[0]]
    for nothing in ("9" * 30, "9" * 5000, "\udcff", "", "²"):
        assert records_of(bench.store, nothing) == []


def test_own_files_are_known_by_any_name(bench: Bench, tmp_path: Path) -> None:
    link, hard = tmp_path / "link", tmp_path / "hard"
    link.symlink_to(bench.store.path)
    hard.hardlink_to(bench.store.path)
    sides = [Path(f"{bench.store.path}{suffix}") for suffix in ("", "-wal", "-shm", "-journal")]
    for path in (link, hard, *sides):
        assert is_own_file(bench.store, path)
    for path in (tmp_path / "other", tmp_path, Path("/")):
        assert not is_own_file(bench.store, path)


def test_undo_goes_on_by_annotator_while_others_work_and_import(bench: Bench) -> None:
    """Two annotators and imports in turn: each undoes only their own, and everything of theirs."""
    store, first = bench.store, bench.annotator
    second = store.keep_annotator("يوسف")
    theirs = store.open_layer(bench.articles[0].id, second.id)
    for number in range(6):
        bench.label(number, number + 2)
        span = make_span(theirs.id, "TARGET", number, number + 2)
        store.apply(Change("label", theirs.article, (Edit(None, span),)), second.id)
        load(store, [Record(make_article(f"خبر {number}"))], "between")
    for _ in range(6):
        seq = store.history(first.id).next_undo
        assert seq is not None
        store.apply(store.change(seq).change.inverse(seq), first.id)
    assert store.history(first.id).next_undo is None
    assert store.spans(bench.layer.id) == ()
    assert len(store.spans(theirs.id)) == 6
    for _ in range(6):
        seq = store.history(first.id).next_redo
        assert seq is not None
        store.apply(store.change(seq).change.inverse(seq), first.id)
    assert len(store.spans(bench.layer.id)) == 6


def test_an_import_does_not_take_away_what_could_be_redone(bench: Bench) -> None:
    applied, _ = bench.label(0, 3)
    bench.store.apply(applied.change.inverse(applied.seq), bench.annotator.id)
    layer = Layer("theirs", bench.layer.article, bench.annotator.id, status=DONE)
    loaded = load(bench.store, [Record(bench.articles[0], layer, bench.annotator, "s", "t")], "test")
    assert "not overwritten" in str(loaded.refused[0].reason)
    done = Edit(bench.layer, with_status(bench.layer, DONE))
    keep(bench, done)
