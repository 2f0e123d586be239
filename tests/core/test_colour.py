"""Colours of labels: distances as they are published, and variants that can be seen and read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.colour import (
    LEAST_CONTRAST,
    PAPER,
    READABLE,
    _ciede2000,
    colours_of,
    contrast,
    least_distance,
    sight_distance,
)
from annotator.core.scheme_edit import SPARE
from annotator.ui.theme import look

# Pairs of the four core bars on light paper: the order is AT, AW, TW, AC, TC, WC.
BARS = ("#1F3FAE", "#BE6F00", "#85102F", "#069488")
PAIRS = ((0, 1), (0, 2), (1, 2), (0, 3), (1, 3), (2, 3))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, -1.3802, -84.2814), (50, 0, -82.7485), 1.0),
        ((50, 2.5, 0), (50, 0, -2.5), 4.3065),
        ((50, 2.49, -0.001), (50, -2.49, 0.0009), 7.1792),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_distance_is_the_published_one(
    one: tuple[float, float, float], other: tuple[float, float, float], expected: float
) -> None:
    assert _ciede2000(one, other) == pytest.approx(expected, abs=5e-5)
    assert _ciede2000(other, one) == pytest.approx(expected, abs=5e-5)


@pytest.mark.parametrize(
    ("sight", "expected"),
    [
        ("usual", (57.6, 34.5, 39.1, 42.8, 44.1, 62.5)),
        ("protanopia", (59.6, 31.4, 32.8, 35.1, 24.7, 31.8)),
        ("deuteranopia", (66.5, 45.4, 27.8, 27.8, 32.9, 28.0)),
        ("tritanopia", (53.1, 52.6, 21.9, 24.4, 55.1, 62.1)),
        ("tritanopia (Brettel)", (49.0, 48.2, 23.5, 20.3, 51.4, 59.7)),
    ],
)
def test_simulated_sight_is_as_measured(sight: str, expected: tuple[float, ...]) -> None:
    found = [round(sight_distance(BARS[a], BARS[b], sight), 1) for a, b in PAIRS]
    assert found == list(expected)


def test_the_least_distance_is_that_of_the_worst_sight() -> None:
    assert round(least_distance(BARS[0], BARS[3]), 1) == 20.3
    assert least_distance(BARS[0], BARS[0]) == 0


def test_contrast_is_as_the_guidelines_say() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert round(contrast("#BE6F00", PAPER["light"]), 2) == 3.81


def test_papers_are_those_of_the_look() -> None:
    assert {theme: colours["paper"] for theme, colours in look()["themes"].items()} == dict(PAPER)


def test_spare_colours_can_be_seen() -> None:
    assert len(set(SPARE)) == len(SPARE)
    assert all(contrast(bar, PAPER["light"]) >= LEAST_CONTRAST for bar in SPARE)


@given(st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06X}"))
def test_a_bar_that_can_be_seen_on_light_paper_can_be_seen_and_read_everywhere(bar: str) -> None:
    variants = colours_of(bar)
    assert variants["light"].bar == bar
    for theme, colours in variants.items():
        text = look()["themes"][theme]["text"]
        assert contrast(colours.on, colours.bar) >= READABLE
        assert contrast(text, colours.tint) >= 7
        if theme != "light" or contrast(bar, PAPER["light"]) >= LEAST_CONTRAST:
            assert contrast(colours.bar, PAPER[theme]) >= LEAST_CONTRAST
