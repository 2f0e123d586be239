import unicodedata
from collections import Counter

import pytest
from arabic_reshaper import reshape
from bidi import get_display
from bidi.mirror import MIRRORED
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic.console import isolate, plain, visual
from tests.arabic.alphabet import texts


def shaped(logical: str) -> str:
    return str(reshape(logical))[::-1]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", ""),
        ("F-16 (x)", "F-16 (x)"),
        ("قال", shaped("قال")),
        ("قال (CNN) نعم", f"{shaped('نعم')} (CNN) {shaped('قال')}"),
        ("(قال)", f"({shaped('قال')})"),
        ("«12» قال", f"{shaped('قال')} «12»"),
        ("قال (a (b)) [x]", f"[x] (a (b)) {shaped('قال')}"),
        ("قال\nنعم", f"{shaped('قال')}\n{shaped('نعم')}"),
    ],
)
def test_lines_run_right_to_left_with_brackets_opening_the_right_way(line: str, expected: str) -> None:
    assert visual(line) == expected


def test_vowel_marks_stand_behind_their_letter() -> None:
    assert visual("رَدَّ é") == "e\u0301 ﺩَّﺭَ".replace("e\u0301", "é")
    assert visual("e\u0301 رَ") == "ﺭَ e\u0301"


@given(st.text(st.sampled_from("كتبلa12 .,-؟"), max_size=30))
def test_without_brackets_and_marks_the_order_is_that_of_the_bidi_library(line: str) -> None:
    assert visual(line) == get_display(reshape(line), base_dir="R")


@given(texts)
def test_nothing_is_lost_but_what_shaping_joins(line: str) -> None:
    line = line.replace("\u200d", "")  # the shaper uses it up, and a mark behind it may go with it

    def spelled(text: str) -> Counter[str]:
        mirrored = (min(ch, MIRRORED.get(ch, ch)) for ch in text)
        return Counter(unicodedata.normalize("NFKD", "".join(mirrored)))

    assert spelled(visual(line)) == spelled(line)


def test_paragraph_separators_and_lone_surrogates_are_no_obstacle() -> None:
    assert visual("قال (ا)\u2029نعم\r") == f"({shaped('ا')}) {shaped('قال')}\u2029{shaped('نعم')}\r"
    assert visual("a\ud800") == "a\\ud800"


def test_control_characters_and_overrides_are_written_out() -> None:
    assert plain("a\x1b[2J\r\x9b\u202e\u2067ب\x00") == "a\\x1b[2J\\x0d\\x9b\\u202e\\u2067ب\\x00"
    assert plain("سطر\n\tثان\u200f 😀") == "سطر\n\tثان\u200f 😀"


@given(st.text(st.characters(exclude_categories=()), max_size=30))
def test_plain_text_can_always_be_printed(text: str) -> None:
    safe = plain(text)
    safe.encode("utf-8")
    assert not any(unicodedata.category(ch) == "Cc" for ch in safe if ch not in "\n\t")
    assert not set(safe) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029")


@given(st.text(st.sampled_from("ab\u2066\u2067\u2068\u2069"), max_size=12))
def test_an_isolated_text_closes_exactly_what_it_opens(text: str) -> None:
    isolated = isolate(text)
    depths = [0]
    for ch in isolated:
        depths.append(depths[-1] + {"\u2066": 1, "\u2067": 1, "\u2068": 1, "\u2069": -1}.get(ch, 0))
    assert depths[-1] == 0
    assert all(depth > 0 for depth in depths[1:-1])
    assert isolated.strip("\u2068\u2069").replace("\u2069", "").count("a") == text.count("a")
