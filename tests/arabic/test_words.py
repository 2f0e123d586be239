import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic import words
from annotator.arabic.grapheme import is_edge
from tests.arabic.alphabet import INVISIBLES, PUNCTUATION, prose, texts

places = st.integers(0, 60)


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in words.words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وبالإضافة، إلى: ذلك؟ نص…", ["وبالإضافة", "إلى", "ذلك", "نص"]),
        ('«داعش» (الأسد). [نعم]! "لا"؛', ["داعش", "الأسد", "نعم", "لا"]),
        ("F-16 AK-47 12,500 ٣٫٥ ١٬٢٣٤ 3.5 عبد-الله", ["F-16", "AK-47", "12,500", "٣٫٥", "١٬٢٣٤", "3.5", "عبد-الله"]),
        ("2,5% الـ25 يوليو/تموز غزة_تحت", ["2,5", "الـ25", "يوليو/تموز", "غزة_تحت"]),
        ("الهجومَ. نعم.5 12.لا a,b", ["الهجومَ", "نعم", "5", "12", "لا", "a", "b"]),
        ("\u200fحماس\u200f \u2067قال\u2069", ["حماس", "قال"]),
        ("و\u200fحماس نمی\u200cشود", ["و\u200fحماس", "نمی\u200cشود"]),
        ("لـ«داعش» لـ'داعش' O'Brien", ["لـ", "داعش", "لـ", "داعش", "O'Brien"]),
        ("- -5 a- -b a--b", ["5", "a", "b", "a", "b"]),
        ("\u060012 ؟؟ 😀 \u064e", ["\u060012"]),
    ],
)
def test_words_are_whole_and_without_punctuation(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@given(texts | prose)
def test_words_neither_touch_punctuation_nor_split_a_letter(text: str) -> None:
    for start, end in words.words(text):
        assert text[start] not in PUNCTUATION + INVISIBLES
        assert text[end - 1] not in PUNCTUATION + INVISIBLES.replace("\u200c", "").replace("\u200d", "")
        assert is_edge(text, start)
        assert is_edge(text, end)


@given(texts | prose)
def test_every_letter_and_digit_is_in_a_word(text: str) -> None:
    covered = {at for start, end in words.words(text) for at in range(start, end)}
    assert {at for at, ch in enumerate(text) if ch.isalnum()} <= covered


@given(texts | prose, places)
def test_the_word_at_a_place_is_the_one_that_contains_or_touches_it(text: str, pos: int) -> None:
    pos = min(pos, len(text))
    assert words.word_at(text, pos) == next(((s, e) for s, e in words.words(text) if s <= pos <= e), None)


@given(texts | prose, places, places)
def test_words_of_a_part_are_the_whole_words_that_reach_into_it(text: str, start: int, length: int) -> None:
    end = start + length
    expected = [(s, e) for s, e in words.words(text) if s < end and e > start]
    assert list(words.words(text, start, end)) == expected


@given(texts | prose, places)
def test_steps_go_to_the_nearest_word_edge(text: str, pos: int) -> None:
    pos = min(pos, len(text))
    all_words = list(words.words(text))
    assert words.next_word_start(text, pos) == min((s for s, _ in all_words if s > pos), default=len(text))
    assert words.next_word_end(text, pos) == min((e for _, e in all_words if e > pos), default=len(text))
    assert words.previous_word_start(text, pos) == max((s for s, _ in all_words if s < pos), default=0)


@pytest.mark.parametrize(
    ("text", "selected", "expected"),
    [
        ("قصف الجيش المدينة", "جيش الم", "الجيش المدينة"),
        ("قال «داعش»، نعم", "«داعش»، ", "داعش"),
        ("تنظيم «داعش»، نعم", "نظيم «داعش»،", "تنظيم «داعش»"),
        ('تنظيم "داعش".', 'تنظيم "داعش".', 'تنظيم "داعش"'),
        ("(تنظيم الدولة)", "(تنظيم الدولة)", "تنظيم الدولة"),
        ("«تنظيم «داعش»»", "«تنظيم «داعش»»", "تنظيم «داعش»"),
        ("(داعش) وغيرها.", "(داعش) وغي", "(داعش) وغيرها"),
        ("طائرات F-16 قصفت", "16", "F-16"),
        ("\u200fحماس\u200f", "\u200fحماس\u200f", "حماس"),
        ("نعم ،؟! لا", "،؟", "،؟"),
    ],
)
def test_a_selection_snaps_to_whole_words(text: str, selected: str, expected: str) -> None:
    start = text.index(selected)
    found, end = words.snap_to_words(text, start, start + len(selected))
    assert text[found:end] == expected


@given(texts | prose, places, places)
def test_snapping_twice_changes_nothing_and_splits_no_letter(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    once = words.snap_to_words(text, start, end)
    assert words.snap_to_words(text, *once) == once
    if list(words.words(text, start, end)) and start < end:
        assert is_edge(text, once[0])
        assert is_edge(text, once[1])
        inside = list(words.words(text, start, end))
        assert once[0] <= inside[0][0]
        assert once[1] >= inside[-1][1]
    else:
        assert once == (start, end)


@given(texts | prose, places, places)
def test_trimming_leaves_no_space_at_the_edges_and_loses_no_letter(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    left, right = words.trim(text, start, end)
    assert start <= left <= right <= end
    assert words.trim(text, left, right) == (left, right)
    assert not any(ch.isalnum() for ch in text[start:left] + text[right:end])
    if left < right:
        assert not text[left].isspace()
        assert not text[right - 1].isspace()


def test_trimming_nothing_but_punctuation_leaves_nothing() -> None:
    assert words.trim("نعم ،؟ لا", 3, 7) == (3, 3)


@pytest.mark.parametrize(
    ("word", "rests"),
    [
        ("وبالتحالف", ["بالتحالف", "التحالف", "تحالف"]),
        ("وَبِالتَّحالُفِ", ["بِالتَّحالُفِ", "التَّحالُفِ", "تَّحالُفِ"]),
        ("وحماس", ["حماس"]),
        ("بالصواريخ", ["الصواريخ", "صواريخ"]),
        ("وللجيش", ["للجيش", "لجيش", "جيش"]),
        ("ٱلْجَيْش", ["جَيْش"]),
        ("فسيقصف", ["سيقصف", "يقصف"]),
        ("لـداعش", ["داعش"]),
        ("الـ25", ["25"]),
        ("وزير", ["زير"]),
        ("بدر", ["در"]),
        ("وال", ["ال"]),
        ("بك", []),
        ("F-16", []),
        ("", []),
    ],
)
def test_every_chain_of_proclitics_is_offered(word: str, rests: list[str]) -> None:
    assert [word[at:] for at in words.clitic_cuts(word)] == rests


@given(texts | prose)
def test_a_clitic_is_cut_between_letters_and_leaves_two(text: str) -> None:
    for start, end in words.words(text):
        word = text[start:end]
        for at in words.clitic_cuts(word):
            assert 0 < at < len(word)
            assert is_edge(word, at)
            assert sum(ch.isalnum() and ch != "ـ" for ch in word[at:]) >= 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال د. أحمد إن 3.5 مليون. ثم مضى", ["قال د. أحمد إن 3.5 مليون.", "ثم مضى"]),
        ("«نعم.» ثم؟! لا… طائرة F-16.", ["«نعم.»", "ثم؟!", "لا…", "طائرة F-16."]),
        ("عنوان\n\n  نص أول.وثان \n", ["عنوان", "نص أول.", "وثان"]),
        ("نقلت أ.ف.ب. عنه. موقع www.a.com هنا", ["نقلت أ.ف.ب. عنه.", "موقع www.a.com هنا"]),
        ("الهجومَ. نعم", ["الهجومَ.", "نعم"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_sentences_end_at_stops_that_end_them(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in words.sentences(text)] == expected


@given(texts | prose)
def test_sentences_follow_each_other_and_hold_everything_but_space(text: str) -> None:
    ranges = list(words.sentences(text))
    edges = [edge for both in ranges for edge in both]
    assert edges == sorted(edges)
    kept = "".join(text[start:end] for start, end in ranges)
    assert "".join(kept.split()) == "".join(text.split())


@given(texts)
def test_paragraphs_are_the_lines(text: str) -> None:
    assert [text[start:end] for start, end in words.paragraphs(text)] == text.split("\n")
