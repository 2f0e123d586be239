"""What cannot be seen is named and found, and what could disguise a text is told from what could not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic.hidden import disguises, hidden_name, hidden_runs
from annotator.arabic.letters import is_invisible

LRE, RLE, PDF, LRO, RLO, LRI, FSI, PDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2068\u2069"
CONTROLS = LRE + RLE + PDF + LRO + RLO + LRI + FSI + PDI
TEXTS = st.text(st.sampled_from(f"اب a3\n\u00a0\u0640\u200c\u200d\u00ad\ufeff\ufe0f{CONTROLS}"), max_size=40)


def names(text: str) -> list[str]:
    return [run.name for run in hidden_runs(text, 0, len(text))]


def test_hidden_characters_have_their_short_names() -> None:
    text = "ا\u00a0ب\u0640ت\u200cث\u200dج\u00adح\ufeffخ\u202eد\u2066ذ\ufe0fر\u202fز\tس\u2061"
    assert names(text) == ["NBSP", "TATWEEL", "ZWNJ", "ZWJ", "SHY", "BOM", "RLO", "LRI", "VS16", "NNBSP", "TAB", "AF"]
    assert hidden_name("\U000e0041") == "U+E0041"


def test_what_is_seen_is_not_hidden() -> None:
    assert names("قال: «نعم، ٣٫٥ F-16» \u0604 \u06dd\n") == []


@given(TEXTS)
def test_runs_are_ordered_apart_and_of_one_character_and_miss_no_invisible_one(text: str) -> None:
    covered: set[int] = set()
    last = -1
    for start, end, name in hidden_runs(text, 0, len(text)):
        assert last < start < end
        assert last < 0 or start > last + 1 or text[start] != text[last]
        assert {hidden_name(character) for character in text[start:end]} == {name}
        covered.update(range(start, end))
        last = end - 1
    assert {place for place, character in enumerate(text) if is_invisible(character)} <= covered


@given(TEXTS, st.integers(0, 40), st.integers(0, 40))
def test_runs_of_a_part_stay_in_it(text: str, start: int, end: int) -> None:
    assert all(start <= run.start and run.end <= end for run in hidden_runs(text, start, end))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"ا{RLO}ب{PDF}", [1]),
        (f"{LRO}ا", [0]),
        (f"{LRE}ا{PDF} {LRI}ب{PDI} {FSI}ج{PDI}", []),
        (f"ا{PDF}ب{PDI}", [1, 3]),
        (f"{LRE}ا\n{PDF}ب", [0, 3]),
        (f"{LRI}ا{RLE}ب{PDI}", [2]),
        (f"{LRI}ا{PDF}{PDI}", [2]),
        (f"{LRE}{LRI}{PDI}{PDF}", []),
        (f"{LRI}{LRI}ا{PDI}", [0]),
        ("\u200e\u200f\u061cا", []),
    ],
)
def test_overrides_and_what_is_not_paired_can_disguise(text: str, found: list[int]) -> None:
    assert list(disguises(text)) == found


@given(TEXTS)
def test_disguises_are_direction_controls_in_order(text: str) -> None:
    found = disguises(text)
    assert list(found) == sorted(set(found))
    assert all(text[place] in CONTROLS for place in found)
    assert {place for place, character in enumerate(text) if character in (LRO, RLO)} <= set(found)


@given(TEXTS)
def test_paragraphs_are_judged_one_by_one(text: str) -> None:
    expected, start = [], 0
    for paragraph in text.split("\n"):
        expected += [start + place for place in disguises(paragraph)]
        start += len(paragraph) + 1
    assert list(disguises(text)) == expected


def test_a_text_of_nothing_but_controls_takes_no_time() -> None:
    for pair in (PDI + LRE, LRI + LRE, LRE + PDF, RLO + PDI):
        assert len(disguises(pair * 50_000)) <= 100_000


