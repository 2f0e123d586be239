"""The cut last chosen for a word stays with the project."""

from annotator.core.article import make_article
from annotator.core.record import Record
from annotator.store.creation import open_project
from annotator.store.cut import cuts_chosen, keep_cut, last_cut, texts_nearby
from annotator.store.load import load
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


def test_the_cuts_of_a_word_are_known_whatever_the_label(bench: Bench) -> None:
    assert cuts_chosen(bench.store, "وحماس") == frozenset()
    keep_cut(bench.store, "وحماس", "ACTOR", 1)
    keep_cut(bench.store, "وحماس", "TARGET", 0)
    assert cuts_chosen(bench.store, "وحماس") == {0, 1}


def test_articles_nearby_are_found_by_what_they_hold_and_only_so_far(bench: Bench) -> None:
    whom = ("غيرها", "حماس")
    records = [Record(make_article(f"خبر رقم {number} عن {whom[number % 2]}")) for number in range(400)]
    load(bench.store, records, "many")
    found = list(texts_nearby(bench.store, records[0].article.id, "حماس"))
    assert records[1].article.text in found
    assert records[2].article.text not in found
    assert records[399].article.text not in found
