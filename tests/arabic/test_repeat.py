"""Repeats are whole words, however they are spelled, with or without proclitics before them."""

from hypothesis import given

from annotator.arabic.repeat import repeats
from tests.arabic.alphabet import prose

TEXT = "كتائب الفجر، وكتائب الفجر؛ لكتائبِ الْفَجْر. كتائب الفجرية وشكتائب الفجر"


def test_spelling_and_proclitics_make_no_difference_and_edges_are_exact() -> None:
    found = [TEXT[start:end] for start, end in repeats(TEXT, "كتائب الفجر")]
    assert found == ["كتائب الفجر", "كتائب الفجر", "كتائبِ الْفَجْر"]
    assert [TEXT[start - 1 : start] for start, _ in repeats(TEXT, "كتائب الفجر")] == ["", "و", "ل"]


def test_hamza_ta_marbuta_and_digits_are_variants() -> None:
    text = "إيران ايران أيرانية ٢٥٠٠ 2500 مدينة مدينه"
    assert len(repeats(text, "ايران")) == 2
    assert len(repeats(text, "2500")) == 2
    assert len(repeats(text, "مدينة")) == 2


def test_no_words_have_no_repeats() -> None:
    assert repeats(TEXT, "") == repeats(TEXT, "\u064e") == []


@given(prose)
def test_a_word_repeats_at_least_where_it_stands(text: str) -> None:
    full = f"{text} كتائب {text}"
    assert (len(text) + 1, len(text) + 6) in repeats(full, "كتائب")
