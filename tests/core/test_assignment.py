"""Who does what: each article to so many, by shares, the same seed the same plan, and what stands stays."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.assignment import Assigned, plan

PEOPLE = ("ليلى", "يوسف", "ندى", "سامي")


@given(
    articles=st.integers(0, 40),
    people=st.integers(1, 4),
    data=st.data(),
    seed=st.integers(),
    repeats=st.integers(0, 5),
)
def test_each_article_goes_to_so_many_and_loads_are_as_even_as_can_be(
    articles: int, people: int, data: st.DataObject, seed: int, repeats: int
) -> None:
    overlap = data.draw(st.integers(1, people))
    names, shares = [f"a{n}" for n in range(articles)], dict.fromkeys(PEOPLE[:people], 1.0)
    found = plan(names, shares, overlap, seed, (), repeats)
    first = [task for task in found.added if task.pass_number == 1]
    assert Counter(task.article for task in first) == dict.fromkeys(names, overlap)
    assert len({(task.article, task.annotator, task.pass_number) for task in found.added}) == len(found.added)
    load = Counter(dict.fromkeys(shares, 0)) + Counter(task.annotator for task in first)
    assert max(load.values(), default=0) - min((load[who] for who in shares), default=0) <= 1
    for who in shares:
        mine = [task for task in found.added if task.annotator == who]
        assert sorted(task.position for task in mine) == list(range(len(mine)))
        again = [task for task in mine if task.pass_number == 2]
        assert len(again) == min(repeats, load[who])
        assert {task.article for task in again} <= {task.article for task in mine if task.pass_number == 1}
    assert plan(names[::-1], shares, overlap, seed, (), repeats) == found


def test_shares_are_met() -> None:
    found = plan([f"a{n}" for n in range(90)], {"A": 2.0, "B": 1.0}, 1, 5)
    assert Counter(task.annotator for task in found.added) == {"A": 60, "B": 30}


def test_another_seed_is_another_plan() -> None:
    names, shares = [f"a{n}" for n in range(20)], {"A": 1.0, "B": 1.0}
    assert plan(names, shares, 1, 1) != plan(names, shares, 1, 2)


@given(seed=st.integers(), later=st.integers(), overlap=st.integers(1, 2))
def test_what_stands_stays_and_only_what_is_missing_is_added(seed: int, later: int, overlap: int) -> None:
    shares = {"A": 1.0, "B": 1.0}
    first = plan([f"a{n}" for n in range(10)], shares, overlap, seed)
    more = plan([f"a{n}" for n in range(14)], {**shares, "C": 1.0}, 2, later, first.added)
    assert not {(t.article, t.annotator) for t in first.added} & {(t.article, t.annotator) for t in more.added}
    both = (*first.added, *more.added)
    assert Counter(task.article for task in both) == {f"a{n}": 2 for n in range(14)}
    for who in "ABC":
        places = [task.position for task in both if task.annotator == who]
        assert len(set(places)) == len(places)


def test_too_few_people_are_told() -> None:
    found = plan(["a0", "a1"], {"A": 1.0}, 2, 0, [Assigned("a0", "A", 1, 0)])
    assert (found.short, [task.article for task in found.added]) == (2, ["a1"])
