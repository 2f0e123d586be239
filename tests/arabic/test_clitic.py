"""Proclitics: which cuts a label that leaves them out would make, and which the text bears out."""

import pytest
from hypothesis import given

from annotator.arabic.clitic import evident_cut, outer_cuts
from annotator.arabic.letters import fold
from annotator.arabic.words import clitic_cuts
from tests.arabic.alphabet import texts


@pytest.mark.parametrize(
    ("word", "rests"),
    [
        ("الصواريخ", []),
        ("بالصواريخ", ["الصواريخ"]),
        ("وبالصواريخ", ["بالصواريخ", "الصواريخ"]),
        ("وحماس", ["حماس"]),
        ("للجيش", []),
        ("وللجيش", ["للجيش"]),
        ("لليبيا", []),
        ("كالفصائل", ["الفصائل"]),
        ("سيقصف", ["يقصف"]),
        ("سلاح", []),
        ("وَبِالصَّواريخِ", ["بِالصَّواريخِ", "الصَّواريخِ"]),
        ("في", []),
        ("F-16", []),
    ],
)
def test_the_article_and_a_word_with_its_alef_gone_stay_whole(word: str, rests: list[str]) -> None:
    assert [word[cut:] for cut in outer_cuts(word)] == rests


@pytest.mark.parametrize(
    ("word", "elsewhere", "rest"),
    [
        ("وحماس", "قالت حماس إن", "حماس"),
        ("وحماس", "قال", "وحماس"),
        ("وزير", "قال الوزير", "وزير"),
        ("كتائب", "أعلنت الكتائب", "كتائب"),
        ("بالصواريخ", "", "الصواريخ"),
        ("والجيش", "", "الجيش"),
        ("والد", "", "والد"),
        ("كان", "قال إن أن", "كان"),
        ("وإيران", "ايران قالت", "إيران"),
        ("وبحماس", "حماس", "حماس"),
        ("للجيش", "لجيش جيش", "للجيش"),
    ],
)
def test_a_cut_needs_the_article_or_the_word_standing_alone(word: str, elsewhere: str, rest: str) -> None:
    assert word[evident_cut(word, fold(f"{word} {elsewhere}")) :] == rest


@given(texts)
def test_every_such_cut_is_one_of_the_words_cuts(word: str) -> None:
    cuts = clitic_cuts(word)
    assert set(outer_cuts(word)) <= set(cuts)
    assert evident_cut(word, fold(word)) in (0, *cuts)
