"""Threads of comments."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.layer import Comment
from annotator.core.thread import make_answer, make_comment, read_in_order, removal

PLACES = {"early": 3, "late": 30}


def said(comments: list[Comment]) -> list[tuple[str, bool]]:
    return [(comment.body, answer) for comment, answer in read_in_order(comments, PLACES.__getitem__)]


def test_what_is_said_of_the_article_comes_first_and_answers_follow_what_they_answer() -> None:
    late = make_comment("a", "l", "late", "p", "of the late", "2026-01-01T00:00:00Z")
    early = make_comment("a", "l", "early", "p", "of the early", "2026-01-02T00:00:00Z")
    whole = make_comment("a", None, None, "p", "of the article", "2026-01-03T00:00:00Z")
    first = make_answer(late, "q", "an answer", "2026-01-04T00:00:00Z")
    second = make_answer(first, "p", "an answer to it", "2026-01-05T00:00:00Z")
    assert second.parent == late.id
    assert said([late, second, early, first, whole]) == [
        ("of the article", False),
        ("of the early", False),
        ("of the late", False),
        ("an answer", True),
        ("an answer to it", True),
    ]


def test_a_comment_takes_its_answers_along() -> None:
    comment = make_comment("a", None, None, "p", "a question", "2026-01-01T00:00:00Z")
    answer = make_answer(comment, "q", "an answer", "2026-01-02T00:00:00Z")
    other = make_comment("a", None, None, "p", "another", "2026-01-01T00:00:00Z")
    assert {edit.row for edit in removal(comment, [comment, answer, other])} == {comment, answer}


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 9)), max_size=7))
def test_every_comment_is_read_exactly_once_whatever_answers_what(links: list[tuple[int, int]]) -> None:
    made = [
        replace(make_comment("a", None, None, "p", str(n), f"2026-01-0{at}"), id=str(n), parent=str(parent))
        for n, (parent, at) in enumerate(links)
    ]
    assert sorted(comment.id for comment, _ in read_in_order(made, PLACES.__getitem__)) == sorted(c.id for c in made)
