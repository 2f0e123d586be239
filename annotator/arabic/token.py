"""The tokenizer of every token format: half-open ranges of code points, told by the text alone.

The rule, in full:

1. White space (whatever `str.isspace` takes for it) is in no token and parts tokens; everything else is in exactly one.
2. A run of letters and digits with their marks is a token. Vowel marks, joiners (ZWJ, ZWNJ), number signs and tatweel
   inside a word belong to it; proclitics stay with their word.
3. Everything else is a token by itself, cluster by cluster: every punctuation mark and quote, direction marks and
   zero-width spaces, symbols, emoji.
4. Tatweel that leads to an opening quote or bracket (`لـ«داعش»`) is a token by itself.

Nothing here knows of spans: tokens that follow the annotations would tell a trained model where to look.
"""

from collections.abc import Iterator

import regex

from annotator.arabic.words import sentences

_TAIL = r"[\p{M}\p{GCB=Extend}\p{GCB=ZWJ}\p{GCB=SpacingMark}]"
_PREPEND = r"\p{GCB=Prepend}"
_UNIT = rf"(?:{_PREPEND}*+[[\p{{L}}\p{{N}}]--[\p{{ExtPict}}{_PREPEND}]]{_TAIL}*+)"
# Flags are paired up here, because \X counts back to the beginning of their run for each of them.
_FLAG = rf"{_PREPEND}*+\p{{RI}}\p{{RI}}?+{_TAIL}*+"
# A mark behind a space begins a token, and a number sign before one ends one, so that no token holds a space. What is
# white space for Python alone, and what for Unicode, is the same here but for these four separators.
_SPACE = r"[\s\x1c-\x1f]"
_TOKEN = regex.compile(rf"(?P<word>{_UNIT}++)|{_SPACE}++|{_FLAG}|{_PREPEND}++(?={_SPACE})|\X", regex.V1)
_OPENERS = frozenset("«“„‟‘‚‛‹\"'([{﴿﴾")
_TATWEEL = "ـ"

Range = tuple[int, int]


def tokens(text: str) -> Iterator[Range]:
    """The tokens of `text` in order: never empty, never overlapping, together all that is not white space."""
    for found in _TOKEN.finditer(text):
        start, end = found.span()
        if found["word"] is None:
            if not text[start].isspace():
                yield start, end
            continue
        cut = _tatweel_start(text, start, end)
        if start < cut < end:
            yield start, cut
            start = cut
        yield start, end


def sentence_starts(text: str, places: list[Range]) -> list[int]:
    """The indexes of those tokens (`places`) with which a sentence or a paragraph begins, ascending."""
    starts, at = [], 0
    for begin, end in sentences(text):
        while at < len(places) and places[at][0] < begin:
            at += 1
        if at < len(places) and places[at][0] < end:
            starts.append(at)
    return starts


def _tatweel_start(text: str, start: int, end: int) -> int:
    """Where the tatweel begins that leads from this word to an opening quote; the word's end where there is none."""
    if text[end - 1] != _TATWEEL or text[end : end + 1] not in _OPENERS:
        return end
    return start + len(text[start:end].rstrip(_TATWEEL))
