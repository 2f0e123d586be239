"""Tags: runs of tokens, the tags that say them, and the same runs again."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange.option import SCHEME_TAGS
from annotator.exchange.tag import Run, from_tags, is_tag, to_tags


@st.composite
def runs(draw: st.DrawFn) -> tuple[int, list[Run]]:
    """A number of tokens and runs on them that share none."""
    edges = sorted(draw(st.sets(st.integers(0, 20), max_size=12)))
    pairs = list(pairwise(edges))
    chosen = [pair for pair in pairs if draw(st.booleans())]
    labels = st.sampled_from(["ACTOR", "TARGET", "A-B"])
    return 20, [(first, end - 1, draw(labels)) for first, end in chosen]


@given(runs(), st.sampled_from(SCHEME_TAGS))
def test_tags_say_the_runs_again(some: tuple[int, list[Run]], scheme: str) -> None:
    count, wanted = some
    tags = to_tags(count, wanted, scheme)
    assert len(tags) == count
    assert all(map(is_tag, tags))
    assert from_tags(tags) == (wanted, None)


@pytest.mark.parametrize(
    ("tags", "wanted", "irregular"),
    [
        (["I-A", "I-A", "O"], [(0, 1, "A")], 0),
        (["B-A", "I-B"], [(0, 0, "A"), (1, 1, "B")], 1),
        (["S-A", "B-A", "E-A", "I-A"], [(0, 0, "A"), (1, 2, "A"), (3, 3, "A")], 3),
        (["U-A", "L-A"], [(0, 0, "A"), (1, 1, "A")], 1),
        (["B-A", "B-A"], [(0, 0, "A"), (1, 1, "A")], None),
        ([], [], None),
    ],
)
def test_what_continues_nothing_begins_a_run(tags: Sequence[str], wanted: list[Run], irregular: int | None) -> None:
    assert from_tags(tags) == (wanted, irregular)


@pytest.mark.parametrize("word", ["", "A", "B-", "o", "X-A", "-X-", "0", "BA"])
def test_other_words_are_no_tags(word: str) -> None:
    assert not is_tag(word)
