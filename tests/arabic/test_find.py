"""Finding: every place, however it is spelled, with exact edges, and said how it differs."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic.find import CLITIC, EXACT, PART, VARIANT, Hit, find_parts, find_words, make_haystack
from annotator.arabic.letters import find_all, fold
from annotator.arabic.words import words
from tests.arabic.alphabet import prose, texts

HOSTILE = (
    "%n%1%s",
    "\\d+.*(?=x)[",
    "'\"`;--",
    "«»",
    "(",
    "\u0301",
    "\u064e\u0651",
    "\u202e",
    "\ufdfd",
    "&amp;<b>",
    "...",
)
anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
haystacks = st.lists(texts | prose | anything, max_size=3).map("".join)
needles = texts | prose | anything | st.sampled_from(HOSTILE)


def found(text: str, needle: str) -> list[tuple[str, str]]:
    return [(hit.kind, text[hit.start : hit.end]) for hit in find_words(make_haystack(text), needle)]


def everything(text: str, needle: str) -> list[Hit]:
    haystack = make_haystack(text)
    whole = list(find_words(haystack, needle))
    return sorted([*whole, *find_parts(haystack, needle, whole)], key=lambda hit: hit.start)


@pytest.mark.parametrize(
    ("text", "needle", "hits"),
    [
        ("ونفى لواء الساحل", "لواء الساحل", [(EXACT, "لواء الساحل")]),
        ("ولواء الساحل", "لواء الساحل", [(CLITIC, "لواء الساحل")]),
        ("للواء الساحل", "لواء الساحل", [(CLITIC, "لواء الساحل")]),
        ("لِواءَ السّاحِل", "لواء الساحل", [(VARIANT, "لِواءَ السّاحِل")]),
        ("لواء الســاحل", "لواء الساحل", [(VARIANT, "لواء الســاحل")]),
        ("لواء\u00a0الساحل", "لواء الساحل", [(VARIANT, "لواء\u00a0الساحل")]),
        ("لواء\nالساحل", "لواء الساحل", []),
        ("وبالإسلام والاسلام", "الإسلام", [(CLITIC, "الإسلام"), (CLITIC, "الاسلام")]),
        ("وبالجيش للجيش سيجيش", "جيش", [(CLITIC, "جيش"), (CLITIC, "جيش")]),
        ("مستشفى، مستشفي", "مستشفى", [(EXACT, "مستشفى"), (VARIANT, "مستشفي")]),
        ("غارة وغاره", "غارة", [(EXACT, "غارة"), (CLITIC, "غاره")]),
        ("16 و١٦ و۱۶ 162", "١٦", [(VARIANT, "16"), (CLITIC, "١٦"), (CLITIC, "۱۶")]),
        ("F-16 f-١٦ F-161", "F-16", [(EXACT, "F-16"), (VARIANT, "f-١٦")]),
        ("ﺳﻼح", "سلاح", [(VARIANT, "ﺳﻼح")]),
        ("«داعش»، داعش.", "داعش", [(EXACT, "داعش"), (EXACT, "داعش")]),
        ("تنظيم «داعش»", "«داعش»", [(EXACT, "«داعش»")]),
        ("حم\u200fاس", "حماس", [(EXACT, "حم\u200fاس")]),
        ("ا\u0653لان", "آلان", [(EXACT, "ا\u0653لان")]),
        ("وزير", "زير", [(CLITIC, "زير")]),
        ("كاتب", "تب", []),
        ("قوات", " قوات ", [(EXACT, "قوات")]),
        ("قالـ", "قال", [(EXACT, "قال")]),
        ("ﷺ", "الله", []),
        ("ﷲ", "الله", [(VARIANT, "ﷲ")]),
    ],
)
def test_places_are_told_by_how_they_differ(text: str, needle: str, hits: list[tuple[str, str]]) -> None:
    assert found(text, needle) == hits


def test_parts_of_words_are_the_places_that_are_left() -> None:
    text = "الساحل والساحلي ساحل"
    kinds = [(hit.kind, text[hit.start : hit.end]) for hit in everything(text, "ساحل")]
    assert kinds == [(CLITIC, "ساحل"), (PART, "ساحل"), (EXACT, "ساحل")]


def test_a_part_before_does_not_hide_a_whole_word() -> None:
    assert found("اب ب ب", "ب ب") == [(EXACT, "ب ب")]


@pytest.mark.parametrize("needle", ["", " ", "\u064e", "ـ", "\u200f", "\n"])
def test_a_needle_without_letters_finds_nothing(needle: str) -> None:
    assert everything("قَالـ\u200f قال", needle) == []


@pytest.mark.parametrize("needle", HOSTILE)
def test_signs_stand_for_themselves(needle: str) -> None:
    text = f"قال {needle} ثم"
    ranges = {(hit.start, hit.end) for hit in everything(text, needle)}
    assert ranges == set(find_all(fold(text), needle))
    assert not everything("قال شيئا آخر", needle)


@given(haystacks, needles)
def test_every_hit_is_the_needle_exactly(text: str, needle: str) -> None:
    wanted = spaced(fold(needle).text).strip()
    for hit in everything(text, needle):
        assert 0 <= hit.start < hit.end <= len(text)
        again = spaced(fold(text[hit.start : hit.end]).text)
        assert wanted in again if hit.kind == PART else again == wanted


@given(haystacks, st.integers(0, 40), st.integers(1, 8))
def test_whatever_stands_in_a_text_is_found_there(text: str, start: int, length: int) -> None:
    needle = text[start : start + length]
    hits = everything(text, needle)
    if spaced(fold(needle).text).strip():
        assert any(hit.start < start + length and hit.end > start for hit in hits)


@given(haystacks, needles)
def test_hits_are_apart_and_in_order(text: str, needle: str) -> None:
    assert all(before.end <= after.start for before, after in pairwise(everything(text, needle)))


@given(haystacks, needles)
def test_the_same_places_are_found_as_by_plain_comparison(text: str, needle: str) -> None:
    """Unless the needle can overlap itself; then a whole word comes before parts."""
    text, needle = spaced(text), spaced(needle).strip()
    folded = fold(needle).text
    overlaps = any(folded.startswith(folded[n:]) for n in range(1, len(folded)))
    if folded == folded.strip() and not overlaps:
        assert [(hit.start, hit.end) for hit in everything(text, needle)] == list(find_all(fold(text), needle))


@given(haystacks, needles)
def test_whole_words_are_cut_nowhere_but_behind_clitics(text: str, needle: str) -> None:
    folded = fold(text)
    inner = {pos for start, end in words(folded.text) for pos in range(start + 1, end)}
    for hit in find_words(make_haystack(text), needle):
        assert hit.kind == CLITIC or len(fold(text[: hit.start]).text) not in inner
        assert len(fold(text[: hit.end]).text) not in inner


def spaced(text: str) -> str:
    return re.sub("[\t\u00a0\u2002\u2003\u2007\u2008\u2009\u202f]", " ", text)


def test_a_text_of_one_endless_word_and_an_endless_needle_take_no_endless_time() -> None:
    haystack = make_haystack("ا" * 200_000)
    assert list(find_words(haystack, "ا" * 300)) == []
    assert len(list(find_words(haystack, "ا" * 200_000))) == 1
    assert len(list(find_parts(haystack, "ا" * 300, []))) == 666
