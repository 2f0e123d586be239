"""A million characters that no one writes: whatever they are, no function may take quadratic time."""

import time
from collections.abc import Callable

import pytest

from annotator.arabic import grapheme, letters, offsets, words

MILLION = 1_000_000
LIMIT = 30.0
"""Seconds for all of it; linear code needs about one, quadratic code hours."""

TASKS: dict[str, Callable[[str], object]] = {
    "edges": grapheme.grapheme_edges,
    "snap outward": lambda text: grapheme.snap_outward(text, MILLION // 2, MILLION // 2 + 1),
    "words": lambda text: list(words.words(text)),
    "word at": lambda text: words.word_at(text, MILLION // 2),
    "snap": lambda text: words.snap_to_words(text, MILLION // 3, MILLION // 2),
    "trim": lambda text: words.trim(text, 0, len(text)),
    "step back": lambda text: words.previous_word_start(text, MILLION // 2),
    "sentences": lambda text: list(words.sentences(text)),
    "clitics": words.clitic_cuts,
    "fold": letters.fold,
    "map": offsets.map_utf16,
    "display": offsets.display_text,
}


@pytest.mark.parametrize("pattern", ["\u064e", "كتب", "\u200f", "(", "\u0600", "a-", ".", "\r", "أَ"])
def test_a_million_characters_take_linear_time(pattern: str) -> None:
    text = (pattern * MILLION)[:MILLION]
    begun = time.perf_counter()
    for run in TASKS.values():
        run(text)
    assert time.perf_counter() - begun < LIMIT


def test_edges_of_endless_flags_take_linear_time() -> None:
    begun = time.perf_counter()
    assert len(grapheme.grapheme_edges("🇪" * MILLION)) == MILLION // 2 + 1
    assert time.perf_counter() - begun < LIMIT
