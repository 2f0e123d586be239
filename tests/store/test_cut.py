"""The cut last chosen for a word stays with the project."""

from annotator.store.creation import open_project
from annotator.store.cut import keep_cut, last_cut
from tests.store.bench import Bench


def test_the_last_choice_is_found_again_by_another_reader(bench: Bench) -> None:
    assert last_cut(bench.store, "وحماس", "ACTOR") is None
    keep_cut(bench.store, "وحماس", "ACTOR", 1)
    with open_project(bench.store.path, read_only=True) as reader:
        assert last_cut(reader, "وحماس", "ACTOR") == 1
        assert last_cut(reader, "وحماس", "TARGET") is None
    keep_cut(bench.store, "وحماس", "ACTOR", 0)
    assert last_cut(bench.store, "وحماس", "ACTOR") == 0


def test_it_counts_how_often_in_a_row_the_choice_was_the_same(bench: Bench) -> None:
    for length in (1, 1, 1):
        keep_cut(bench.store, "وحماس", "ACTOR", length)
    used = "SELECT used FROM cut"
    assert bench.store.connection.execute(used).fetchone() == (3,)
    keep_cut(bench.store, "وحماس", "ACTOR", 0)
    assert bench.store.connection.execute(used).fetchone() == (1,)
