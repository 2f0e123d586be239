"""Edges of a span move by letter, word and sentence, and stop where the text does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic.edge import END, START, moved_edge
from annotator.arabic.grapheme import is_edge
from tests.arabic.alphabet import prose, texts

TEXT = "أعلنت «كتائب الفجر» مسؤوليتها. ونفى الجيش ذلك!\n\nقال شهود: رأينا طائرة."


@pytest.mark.parametrize(
    ("edge", "unit", "step", "from_words", "to_words"),
    [
        (START, "letter", 1, "كتائب الفجر", "تائب الفجر"),
        (START, "letter", -1, "تائب الفجر", "كتائب الفجر"),
        (START, "word", 1, "كتائب الفجر", "الفجر"),
        (START, "word", -1, "الفجر", "كتائب الفجر"),
        (END, "word", 1, "كتائب", "كتائب الفجر"),
        (END, "word", -1, "كتائب الفجر", "كتائب"),
        (END, "word", -1, "كتائب الفج", "كتائب"),
        (END, "letter", -1, "الفجر", "الفج"),
        (START, "sentence", -1, "الفجر", "أعلنت «كتائب الفجر"),
        (START, "sentence", -1, "الجيش", "ونفى الجيش"),
        (START, "sentence", -1, "ونفى", "أعلنت «كتائب الفجر» مسؤوليتها. ونفى"),
        (END, "sentence", 1, "الجيش", "الجيش ذلك"),
        (END, "sentence", 1, "الجيش ذلك", "الجيش ذلك!\n\nقال شهود: رأينا طائرة"),
        (END, "sentence", -1, "مسؤوليتها. ونفى", "مسؤوليتها"),
        (START, "sentence", 1, "مسؤوليتها. ونفى الجيش", "ونفى الجيش"),
    ],
)
def test_a_start_comes_to_where_a_unit_begins_and_an_end_to_where_one_ends(
    edge: str, unit: str, step: int, from_words: str, to_words: str
) -> None:
    start = TEXT.index(from_words)
    end = start + len(from_words)
    if edge == START:
        assert TEXT[moved_edge(TEXT, START, unit, step, start) : end] == to_words
    else:
        assert TEXT[start : moved_edge(TEXT, END, unit, step, end)] == to_words


@given(st.one_of(texts, prose), st.data())
def test_every_move_goes_its_way_and_ends_between_letters_or_at_an_end(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    edge = data.draw(st.sampled_from((START, END)))
    unit = data.draw(st.sampled_from(("letter", "word", "sentence")))
    onward = moved_edge(text, edge, unit, 1, at)
    back = moved_edge(text, edge, unit, -1, at)
    assert at < onward <= len(text) or onward == len(text)
    assert 0 <= back < at or back == 0
    assert is_edge(text, onward)
    assert is_edge(text, back)


def test_an_endless_paragraph_costs_no_more_than_reading_it() -> None:
    text = "كلمة " * 100_000
    assert moved_edge(text, END, "sentence", 1, 5) == len(text) - 1
    assert moved_edge(text, START, "sentence", -1, 300_000) == 0
