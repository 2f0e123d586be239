"""Word hints, without the window: which words get which keys, and what the keys pressed choose."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic import words
from annotator.ui.hint import ARABIC, EASE, Hints, hinted_range, next_sentence, open_hints
from tests.arabic.alphabet import prose, texts

TEXT = "العنوان هنا\nأعلنت «كتائب الفجر» مسؤوليتها. ونفى تنظيم «داعش» (المحظور) ذلك!\n\nقال شهود: رأينا."
LONG = " ".join(f"كلمة{number}" for number in range(60)) + "."


def hints(text: str, caret: int, keys: str = EASE) -> Hints:
    found = open_hints(text, caret, "A", keys)
    assert found is not None
    return found


def shown(text: str, opened: Hints) -> dict[str, str]:
    return {key: text[slice(*opened.words[place])] for key, place in opened.places().items()}


def test_every_letter_of_the_keyboard_is_there_once_in_both_scripts() -> None:
    assert sorted(EASE) == sorted("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == sorted(ARABIC)
    assert len(set(ARABIC.values())) == 26


def test_the_words_of_the_sentence_get_the_easiest_keys_in_reading_order() -> None:
    assert shown(TEXT, hints(TEXT, TEXT.index("أعلنت"))) == {
        "F": "أعلنت", "J": "كتائب", "D": "الفجر", "K": "مسؤوليتها",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("place", "first"),
    [
        (0, "العنوان"),
        (TEXT.index("هنا") + 3, "العنوان"),
        (TEXT.index("مسؤوليتها") + 9, "أعلنت"),
        (TEXT.index("مسؤوليتها") + 10, "ونفى"),
        (TEXT.index("\n\n"), "قال"),
        (len(TEXT), "قال"),
    ],
)
def test_the_sentence_is_the_one_at_the_caret_and_behind_it_the_next(place: int, first: str) -> None:
    assert shown(TEXT, hints(TEXT, place))["F"] == first


def test_the_next_sentence_follows_and_the_first_follows_the_last() -> None:
    opened = hints(TEXT, 0)
    begun = []
    for _ in range(5):
        begun.append(shown(TEXT, opened)["F"])
        opened = next_sentence(TEXT, replace(opened, first=0))
        assert opened.first is None
    assert begun == ["العنوان", "أعلنت", "ونفى", "قال", "العنوان"]


def test_a_text_without_words_has_no_hints() -> None:
    assert open_hints("، … \n!", 0, "A", EASE) is None
    assert open_hints("", 0, "A", EASE) is None


def test_in_a_long_sentence_the_letters_lie_round_the_caret_and_space_goes_through_all_of_it() -> None:
    opened = hints(LONG, LONG.index("كلمة30"))
    assert "كلمة30" in shown(LONG, opened).values()
    assert "كلمة22" in shown(LONG, opened).values()
    seen: set[str] = set()
    for _ in range(3):
        assert len(opened.places()) == 26
        seen |= set(shown(LONG, opened).values())
        opened = opened.shifted()
    assert seen == set(LONG.rstrip(".").split())
    short = hints(TEXT, 0)
    assert short.shifted() == short


def test_after_the_first_word_its_followers_keep_their_letters_and_the_free_ones_go_further_on() -> None:
    opened = hints(LONG, 0)
    before = shown(LONG, opened)
    after = shown(LONG, replace(opened, first=10))
    assert {key: word for key, word in after.items() if key in EASE[10:26]} == {key: before[key] for key in EASE[10:26]}
    assert [after[key] for key in EASE[:10]] == [f"كلمة{number}" for number in range(26, 36)]


@pytest.mark.parametrize(
    ("first", "last", "chosen"),
    [
        ("كتائب", "الفجر", "كتائب الفجر"),
        ("أعلنت", "الفجر", "أعلنت «كتائب الفجر»"),
        ("تنظيم", "داعش", "تنظيم «داعش»"),
        ("داعش", "داعش", "داعش"),
        ("داعش", "المحظور", "«داعش» (المحظور)"),
        ("المحظور", "ذلك", "(المحظور) ذلك"),
        ("ذلك", "ذلك", "ذلك"),
    ],
)
def test_quotation_marks_go_or_stay_in_pairs(first: str, last: str, chosen: str) -> None:
    begin, finish = ((TEXT.index(word), TEXT.index(word) + len(word)) for word in (first, last))
    start, end = hinted_range(TEXT, begin, finish)
    assert TEXT[start:end] == chosen


def test_a_cut_leaves_the_clitic_out() -> None:
    start = TEXT.index("ونفى")
    word = (start, start + 4)
    assert TEXT[slice(*hinted_range(TEXT, word, word, 1))] == "نفى"


@given(st.one_of(texts, prose), st.data())
def test_any_two_words_make_a_range_that_begins_and_ends_with_them(text: str, data: st.DataObject) -> None:
    opened = open_hints(text, data.draw(st.integers(0, len(text))), "A", EASE)
    if opened is None:
        assert next(words.words(text), None) is None
        return
    places = sorted(opened.places().values())
    assert set(opened.words) <= set(words.words(text))
    first = data.draw(st.sampled_from(places))
    last = data.draw(st.sampled_from(sorted(replace(opened, first=first).places().values())))
    start, end = hinted_range(text, opened.words[first], opened.words[last])
    assert start <= opened.words[first][0] < opened.words[last][1] <= end
    assert words.trim(text, start, end) == (start, end)
