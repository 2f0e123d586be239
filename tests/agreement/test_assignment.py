"""Pairing off, held against trying every way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement.assignment import cheapest_matching, largest_matching
from tests.agreement import oracle

COSTS = st.integers(1, 4).flatmap(
    lambda columns: st.lists(
        st.lists(st.sampled_from([0.0, -0.5, -1.0, -1.25, -1.9, -2.0]), min_size=columns, max_size=columns),
        min_size=1,
        max_size=4,
    )
)


@given(COSTS)
def test_the_cheapest_pairing_costs_as_little_as_any(costs: list[list[float]]) -> None:
    sparse = [[(column, cost) for column, cost in enumerate(row) if cost < 0] for row in costs]
    pairs = cheapest_matching(sparse)
    assert len(set(pairs.values())) == len(pairs)
    assert sum(costs[row][column] for column, row in pairs.items()) == pytest.approx(oracle.cheapest(costs))


@given(st.dictionaries(st.integers(0, 4), st.lists(st.integers(0, 4), unique=True, max_size=4), max_size=5))
def test_the_largest_pairing_is_as_large_as_any(edges: dict[int, list[int]]) -> None:
    pairs = largest_matching(edges)
    assert all(right in edges[left] for right, left in pairs.items())
    assert len(set(pairs.values())) == len(pairs)
    costs = [[-1.0 if right in edges.get(left, ()) else 0.0 for right in range(5)] for left in range(5)]
    assert len(pairs) == -oracle.cheapest(costs)


def test_a_chain_of_a_hundred_thousand_exchanges_is_found_without_running_out_of_stack() -> None:
    many = 100_000
    edges = {left: [left, left + 1] for left in range(many)}
    begin = {left + 1: left for left in range(1, many)}
    assert len(largest_matching(edges, begin)) == many
