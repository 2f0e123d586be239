"""Proclitics: which cuts a label that leaves them out would make, and which the text bears out."""

import pytest
from hypothesis import given

from annotator.arabic.clitic import article_cuts, attested_cut, evident_cut, outer_cuts
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
        ("وللجيش", "", "للجيش"),
        ("بلدية", "قال إن لديه", "بلدية"),
        ("وحدة", "خفّت حدة القتال وقالت الوحدة", "وحدة"),
        ("بحرية", "سفن للبحرية في حرية", "بحرية"),
        ("بحدة", "خفّت حدة القتال", "حدة"),
    ],
)
def test_a_cut_needs_the_article_or_the_word_standing_alone(word: str, elsewhere: str, rest: str) -> None:
    assert word[evident_cut(word, fold(f"{word} {elsewhere}")) :] == rest


NEWSROOM = """
    كتائب بلدة بلدية سيارة فرقة فصائل فريق وزير وزارة وفد وكالة ولاية وحدة وقود وثيقة لواء لجنة لغم بيان بارجة
    بندقية بنادق بطارية بعثة كمين كنيسة كيان كتلة سلاح سفارة سفينة سيطرة باليستي باليستية بالستية بالونات
    والدته والدها بالغين كاليفورنيا فالنسيا
"""


@pytest.mark.parametrize("word", NEWSROOM.split())
def test_a_letter_of_the_root_is_no_clitic(word: str) -> None:
    """Neither by itself nor in a text that has the word with the article, or what is left of it within a word."""
    longer = " ".join(word[cut:] + "هم" for cut in clitic_cuts(word))
    assert evident_cut(word, fold(f"{word} ال{word} {longer}")) == 0
    assert attested_cut(word, [f"{word} {longer}", f"قال وال{word} إن"]) == 0
    assert article_cuts(word) == ()


@pytest.mark.parametrize(
    ("word", "rests"),
    [
        ("وبالصواريخ", ["بالصواريخ", "الصواريخ", "صواريخ"]),
        ("للوقود", ["لوقود", "وقود"]),
        ("الجيش", ["جيش"]),
        ("وحماس", []),
        ("في", []),
    ],
)
def test_the_article_shows_the_cuts_of_its_word(word: str, rests: list[str]) -> None:
    assert [word[cut:] for cut in article_cuts(word)] == rests


@pytest.mark.parametrize(
    ("word", "elsewhere", "rest"),
    [
        ("وحماس", ["كتائب", "قالت «حماس»، إن"], "حماس"),
        ("ولواء", ["قال لواء", "هواء"], "لواء"),
        ("كتائب", ["رجل تائب"], "تائب"),
        ("كتائب", ["رجل تائب", "للكتائب والكتائب"], "كتائب"),
        ("وحماس", ["حماسة"], "وحماس"),
        ("وحماس", [], "وحماس"),
        ("الجيش", ["جيش"], "الجيش"),
    ],
)
def test_other_texts_bear_out_a_cut_too(word: str, elsewhere: list[str], rest: str) -> None:
    assert word[attested_cut(word, elsewhere) :] == rest


@given(texts)
def test_every_such_cut_is_one_of_the_words_cuts(word: str) -> None:
    cuts = clitic_cuts(word)
    assert set(outer_cuts(word)) <= set(cuts)
    assert evident_cut(word, fold(word)) in (0, *cuts)
    assert attested_cut(word, [word, f"{word} {word[1:]}"]) in (0, *cuts)
