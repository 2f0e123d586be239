import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic.letters import find_all, fold, folded_text, invisible_name, is_invisible, is_mark
from tests.arabic.alphabet import texts

anything = st.text(st.characters(exclude_categories=()), max_size=30)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("أإآٱا", "ااااا"),
        ("مصطفى مدرسة مؤمن شاطئ", "مصطفي مدرسه مومن شاطي"),
        ("کی", "كي"),
        ("٠١٢٩ ۰۴۹ 7", "0129 049 7"),
        ("الْإِسْلَامُ", "الاسلام"),
        ("هٰذا ا\u0653لان", "هذا الان"),
        ("ســلاح", "سلاح"),
        ("\u200fحما\u200cس\u200d\ufeff", "حماس"),
        ("ﻻ ﻷ ﷲ ﷼", "لا لا الله ريال"),
        ("ﹷ|ﹶ|ﱠ", "||"),
        ("F-16 ABCÉ İß", "f-16 abcé İß"),
        ("«داعش»، نعم؟", "«داعش»، نعم؟"),
    ],
)
def test_variants_fold_to_one_spelling(text: str, folded: str) -> None:
    assert fold(text).text == folded


@given(texts | anything)
def test_the_short_way_folds_alike(text: str) -> None:
    assert folded_text(text) == fold(text).text


@given(texts | anything)
def test_every_folded_character_maps_to_the_character_it_came_from(text: str) -> None:
    folded = fold(text)
    origin = [at for at, character in enumerate(text) for _ in fold(character).text]
    assert folded.text == "".join(fold(character).text for character in text)
    assert [folded.source_start(index) for index in range(len(folded.text))] == origin
    assert folded.source_start(len(folded.text)) == len(text)


@given(texts | anything, st.integers(0, 40), st.integers(1, 40))
def test_a_source_range_folds_to_the_range_it_was_asked_for(text: str, start: int, length: int) -> None:
    folded = fold(text)
    end = min(start + length, len(folded.text))
    if start < end:
        source_start, source_end = folded.source_range(start, end)
        again = fold(text[source_start:source_end]).text
        assert folded.text[start:end] in again
        assert not text[source_end:] or not is_mark(text[source_end])


@given(texts)
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


def test_search_finds_every_spelling_with_its_marks() -> None:
    text = "في الْإِسْلَامِ والاسلام، الإســلام"
    assert [text[start:end] for start, end in find_all(fold(text), "الإسلام")] == ["الْإِسْلَامِ", "الاسلام", "الإســلام"]


def test_a_hit_inside_a_ligature_is_the_whole_ligature_and_counted_once() -> None:
    assert list(find_all(fold("بﻻء"), "ا")) == [(1, 2)]
    assert list(find_all(fold("ﷺ"), "ل")) == [(0, 1)]


@pytest.mark.parametrize("needle", ["", "\u064e", "ـ", "\u200f"])
def test_a_needle_without_letters_finds_nothing(needle: str) -> None:
    assert list(find_all(fold("قَالـ\u200f"), needle)) == []


@given(texts, st.integers(0, 40), st.integers(1, 5))
def test_whatever_stands_in_a_text_is_found_there(text: str, start: int, length: int) -> None:
    needle = fold(text[start : start + length]).text
    if needle:
        assert any(needle in fold(text[begin:end]).text for begin, end in find_all(fold(text), needle))


def test_marks_and_invisible_characters_are_known() -> None:
    assert is_mark("\u064e")
    assert not is_mark("ـ")
    assert is_invisible("\u200f")
    assert not is_invisible(" ")
    assert [invisible_name(ch) for ch in "\u200f\u200c\ufeff\u00ad\u2068ب"] == [
        "RLM",
        "ZWNJ",
        "BOM",
        "SHY",
        "FSI",
        None,
    ]
