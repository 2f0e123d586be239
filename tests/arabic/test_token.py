"""The tokenizer: every character that is no space in one token, and the tokens that its rule promises."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.arabic.grapheme import is_edge
from annotator.arabic.token import sentence_starts, tokens
from tests.arabic.alphabet import prose, texts

any_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in tokens(text)]


@given(texts | prose | any_text)
def test_tokens_cover_all_but_space_and_never_overlap(text: str) -> None:
    covered = [0] * len(text)
    for start, end in tokens(text):
        assert start < end
        for place in range(start, end):
            covered[place] += 1
    assert covered == [0 if character.isspace() else 1 for character in text]


@given(texts | prose | any_text)
def test_tokens_and_the_space_between_them_give_the_text_back(text: str) -> None:
    rebuilt, at = "", 0
    for start, end in tokens(text):
        gap = text[at:start]
        assert not gap.strip()
        rebuilt, at = rebuilt + gap + text[start:end], end
    assert rebuilt + text[at:] == text
    assert not text[at:].strip()


@given(texts | prose)
def test_a_token_parts_no_letter_from_its_marks(text: str) -> None:
    for start, end in tokens(text):
        assert is_edge(text, start) or text[start - 1].isspace()
        assert is_edge(text, end) or text[end].isspace()


@example("\u06dd", "")
@given(texts | prose, texts | prose)
def test_what_follows_a_space_does_not_change_the_tokens_before_it(text: str, more: str) -> None:
    assert [*split(text), *split("ب" + more)] == split(f"{text} ب{more}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("«حماس»", ["«", "حماس", "»"]),
        ("لـ«داعش»", ["ل", "ـ", "«", "داعش", "»"]),
        ("الجيــــش", ["الجيــــش"]),
        ("ـ«", ["ـ", "«"]),
        ("مسيّرة،", ["مسيّرة", "،"]),
        ("الهجومَ.", ["الهجومَ", "."]),
        ("الأسد).", ["الأسد", ")", "."]),
        ("\u200fحماس\u200f", ["\u200f", "حماس", "\u200f"]),
        ("F-16", ["F", "-", "16"]),
        ("يوليو/تموز", ["يوليو", "/", "تموز"]),
        ("وحماس", ["وحماس"]),
        ("12,500", ["12", ",", "500"]),
        ("🔥👨‍👩‍👧🇪🇬🇸🇦", ["🔥", "👨‍👩‍👧", "🇪🇬", "🇸🇦"]),
        ("می‌خواهم", ["می‌خواهم"]),
        ("\ufeffقال\u200bثم", ["\ufeff", "قال", "\u200b", "ثم"]),
        (" َقال", ["َ", "قال"]),
        ("قال\x1fثم\u2028هذا\u00a0ذاك\x85", ["قال", "ثم", "هذا", "ذاك"]),
        ("", []),
        (" \n", []),
    ],
)
def test_the_rule_is_kept_to_the_letter(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@given(prose)
def test_a_sentence_begins_with_a_token_once(text: str) -> None:
    places = list(tokens(text))
    starts = sentence_starts(text, places)
    assert starts == sorted(set(starts))
    assert all(0 <= start < len(places) for start in starts)
    assert starts[:1] == [0] * bool(places)


def test_sentences_and_paragraphs_begin_where_a_reader_says() -> None:
    text = "عنوان الخبر\nقصف الجيش المدينة. ثم انسحب.\n\nوقال مصدر: «لا»."
    places = list(tokens(text))
    starts = sentence_starts(text, places)
    assert [text[places[start][0] :][:4].strip() for start in starts] == ["عنوا", "قصف", "ثم ا", "وقال"]


@pytest.mark.parametrize("piece", ["ـ", "🇪", "َ", "\u200d", "ب", "«", "\u0600", "ـ«", " َ"])
def test_endless_texts_take_no_more_than_their_share_of_time(piece: str) -> None:
    def seconds(count: int) -> float:
        began = time.perf_counter()
        for _ in tokens(piece * count):
            pass
        return time.perf_counter() - began

    seconds(1000)
    small = min(seconds(20_000) for _ in range(3))
    assert seconds(200_000) < 40 * small + 0.2
