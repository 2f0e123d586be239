"""Parts are made of whole articles, alike in labels, the same for the same seed, and copies stay together."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.article import make_article
from annotator.core.layer import Annotator, Layer
from annotator.core.record import Record
from annotator.core.sentence import Refused
from annotator.core.span import Span
from annotator.exchange.near import BINS, LIKE, groups, likeness, sketch
from annotator.exchange.split import Split, assign, read_split

WORDS = ("قال", "الجيش", "إن", "القصف", "استمر", "على", "الميناء", "منذ", "فجر", "اليوم", "بحسب", "مصدر", "محلي")
USUAL = Split((("train", 80), ("dev", 10), ("test", 10)), 7)


def story(number: int, length: int = 60) -> str:
    """A text that shares words with the others but hardly a phrase."""
    return " ".join(f"{WORDS[(number * 7 + n * n) % len(WORDS)]}{(number * 31 + n) % 97}" for n in range(length))


def record(number: int, *labels: str, text: str = "") -> Record:
    article = make_article(text or story(number))
    layer = Layer(f"l{number}", article.id, "a")
    spans = tuple(Span(layer.id, f"s{n}", label, ((n, n + 1),)) for n, label in enumerate(labels))
    return Record(article, layer, Annotator("a", "ليلى"), spans=spans)


def corpus(size: int = 200) -> list[Record]:
    return [record(n, "ACTOR", *["WEAPON"] * (n % 4 == 0), *["CLAIM"] * (n % 20 == 0)) for n in range(size)]


def test_the_parts_have_the_sizes_asked_for_in_articles_and_in_labels() -> None:
    records = corpus()
    parts = assign(records, USUAL).parts
    assert Counter(parts.values()) == {"train": 160, "dev": 20, "test": 20}
    claims = Counter(parts[r.article.sha256] for r in records if len(r.spans) and r.spans[-1].label == "CLAIM")
    assert claims == {"train": 8, "dev": 1, "test": 1}


def test_a_seed_decides_and_the_order_of_the_articles_does_not() -> None:
    records = corpus(60)
    assert assign(records, USUAL) == assign(records[::-1], USUAL)
    assert assign(records, USUAL) != assign(records, Split(USUAL.parts, 8))


def test_all_layers_of_an_article_go_to_one_part() -> None:
    first, second = record(1, "ACTOR"), record(1, "TARGET", "TARGET")
    assert len(assign([first, second, record(2)], USUAL).parts) == 2


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 8), st.integers(0, 8))
def test_copies_of_a_wire_report_stay_in_one_part(seed: int, front: int, back: int) -> None:
    text = story(3, 80)
    copy = " ".join([*["عاجل", "وكالات"][: front // 4], *text.split()[front : 80 - back]]) + " انتهى"
    records = [*corpus(30)[:3], record(3, text=text), *corpus(30)[4:], record(99, text=copy)]
    found = assign(records, Split(USUAL.parts, seed))
    assert found.parts[records[3].article.sha256] == found.parts[records[-1].article.sha256]
    assert found.copies == 2


def test_copies_part_when_nobody_asks_for_them_to_stay() -> None:
    records = [record(n, text=story(0, 80) + f" {n}") for n in range(40)]
    apart = assign(records, Split(USUAL.parts, 1, together=False))
    assert len(set(apart.parts.values())) == 3
    assert len(set(assign(records, USUAL).parts.values())) == 1


@pytest.mark.parametrize("words", ["train", "train=0,dev=1", "a=1", "a=1,A=2", "a=1,b=-1", "../x=1,b=1", "a=1,b=٢", ""])
def test_what_is_no_split_is_refused_in_words(words: str) -> None:
    with pytest.raises(Refused, match="split"):
        read_split(words)


def test_a_split_is_read_as_it_is_written() -> None:
    assert read_split("train=80, test=20", 5, together=False) == Split((("train", 80), ("test", 20)), 5, together=False)


def test_spelling_and_vowel_marks_do_not_hide_a_copy() -> None:
    text = story(5)
    assert likeness(sketch(text), sketch(text.replace("ا", "أ").replace("ق", "قَ"))) == 1.0


def test_different_stories_and_texts_without_words_are_like_nothing() -> None:
    sketches = [sketch(text) for text in ("", "  ", "كلمة", "أخرى", story(1), story(2), story(1, 59))]
    assert groups(sketches) == [0, 1, 2, 3, 4, 5, 4]
    assert likeness(sketches[0], sketches[1]) == 0.0


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 60))
def test_likeness_estimates_the_share_of_phrases_in_common(kept: int) -> None:
    text = story(8, 400).split()
    other = story(9, 400).split()
    mixed = " ".join(text[: kept * 6] + other[kept * 6 :])
    shingles = [{tuple(words[n : n + 3]) for n in range(398)} for words in (text, mixed.split())]
    share = len(shingles[0] & shingles[1]) / len(shingles[0] | shingles[1])
    assert abs(likeness(sketch(" ".join(text)), sketch(mixed)) - share) < 4 * (LIKE * (1 - LIKE) / BINS) ** 0.5
