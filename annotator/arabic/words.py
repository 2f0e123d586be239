"""Words, sentences and paragraphs of Arabic news, as half-open ranges of code points.

A word is a run of letters and digits with their marks. Hyphens, slashes and underscores join letters and
digits (`F-16`, `عبد-الله`), points and commas join digits only (`12,500`, `٣٫٥`), an apostrophe joins Latin
letters only. Nothing else is part of a word, so no `،` and no `»` ever is. Word edges are grapheme edges.
"""

from collections import defaultdict
from collections.abc import Iterator

import regex

from annotator.arabic import grapheme

_TAIL = r"[\p{M}\p{GCB=Extend}\p{GCB=ZWJ}\p{GCB=SpacingMark}]"
_BASE = r"[[\p{L}\p{N}]--\p{ExtPict}]"
_PREPEND = r"\p{GCB=Prepend}"
_UNIT = rf"(?:(?:(?<!{_PREPEND}){_PREPEND}++)?{_BASE}{_TAIL}*+)"
# Invisible marks that may stand inside a word: soft hyphen, direction marks, word joiner, BOM.
_INSIDE = r"[\u00ad\u061c\u200e\u200f\u2060\ufeff]"
_JOIN = (
    r"[-\u2010\u2011/_]"
    r"|(?<=\p{Nd})[.,\u066b\u066c](?=\p{Nd})"
    r"|(?<=\p{Latin})['\u2019](?=\p{Latin})"
)
_WORD = regex.compile(rf"{_UNIT}++(?:(?:{_INSIDE}++|{_JOIN}){_UNIT}++)*+", regex.V1)

# Everything a word can be made of: what stands outside such a run cannot change the words in it.
_STUFF = rf"[\p{{L}}\p{{N}}\p{{M}}{_TAIL}{_PREPEND}{_INSIDE}\-\u2010\u2011/_.,\u066b\u066c'\u2019]"
_LAST_BASE = regex.compile(rf"(?r){_BASE}", regex.V1)
_RUN_BEFORE = regex.compile(rf"(?r){_STUFF}*+", regex.V1)

_BLANK = r"[\s\p{Z}\p{C}\p{P}--[\p{Co}\p{Cn}]--\p{ExtPict}]"
_SOLID = rf"[^{_BLANK}{_TAIL}{_PREPEND}]"
_FIRST_SOLID = regex.compile(rf"(?:(?<!{_PREPEND}){_PREPEND}++)?{_SOLID}", regex.V1)
_LAST_SOLID = regex.compile(rf"(?r){_SOLID}", regex.V1)
_TAIL_RUN = regex.compile(rf"{_TAIL}*+", regex.V1)

_CLOSERS = {"(": ")", "[": "]", "{": "}", "«": "»", "‹": "›", "“": "”", "‘": "’", '"': '"', "﴾": "﴿"}
_BRACKET = regex.compile(r"""[()\[\]{}«»‹›“”‘’"﴾﴿]""")

# A base letter with its marks, its elongation and whatever else leads to the next letter.
_LETTER = regex.compile(r"([\p{L}\p{N}--\u0640])[^[\p{L}\p{N}--\u0640]]*+", regex.V1)
_ARTICLES = ("ال", "ٱل")
_BEHIND_CONJUNCTION = (
    *("س", "ب", "ك", "ل", "لل", *_ARTICLES),
    *(preposition + article for preposition in "بك" for article in _ARTICLES),
)
_CHAINS = ("و", "ف", *(before + after for before in ("", "و", "ف") for after in _BEHIND_CONJUNCTION))
_LEFT_OVER = 2

# A point does not end a sentence inside a number or a Latin name, nor after a single letter (`د.`, `أ.ف.ب`).
_STOP = regex.compile(
    rf"(?:\.(?<!(?<![\p{{L}}{_TAIL}])\p{{L}}{_TAIL}*\.)(?![\p{{Nd}}\p{{Latin}}])|[!?؟…۔])"
    rf"[.!?؟…۔]*+{_TAIL}*+(?:[»”’›\"')\]}}]{_TAIL}*+)*+",
    regex.V1,
)


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The words that lie wholly or partly in [start, end), each of them whole."""
    end = len(text) if end is None else end
    for found in _WORD.finditer(text, _run_start(text, start)):
        if found.start() >= end:
            return
        if found.end() > start:
            yield found.span()


def word_at(text: str, pos: int) -> tuple[int, int] | None:
    """The word that contains the character at `pos`, else the word that ends there, else None."""
    near = words(text, max(pos - 1, 0), pos + 1)
    return next(((start, end) for start, end in near if start <= pos <= end), None)


def next_word_start(text: str, pos: int) -> int:
    """Where the first word that begins after `pos` begins; the length where there is none."""
    return next((start for start, _ in words(text, max(pos, 0)) if start > pos), len(text))


def next_word_end(text: str, pos: int) -> int:
    """Where the first word that ends after `pos` ends; the length where there is none."""
    return next((end for _, end in words(text, max(pos, 0))), len(text))


def previous_word_start(text: str, pos: int) -> int:
    """Where the last word that begins before `pos` begins; 0 where there is none."""
    word = word_at(text, pos)
    if word is None or word[0] >= pos:
        letter = _LAST_BASE.search(text, 0, max(pos, 0))
        word = word_at(text, letter.start()) if letter else None
    return word[0] if word else 0


def snap_to_words(text: str, start: int, end: int) -> tuple[int, int]:
    """[start, end) grown to whole words, without the white space and punctuation at its edges.

    A range that touches no word is returned unchanged. Brackets and quotation marks go or stay in pairs:
    `«داعش»` loses both, `تنظيم «داعش»` keeps both.
    """
    first = next(words(text, start, end), None) if start < end else None
    if first is None:
        return start, end
    last = word_at(text, end - 1) or first
    grown_start, grown_end = grapheme.snap_outward(text, start, end)
    return trim(text, min(first[0], grown_start), max(last[1], grown_end))


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """[start, end) without white space, invisible characters and punctuation at its edges.

    A bracket or quotation mark stays when its partner stands further inside. A range of nothing else shrinks
    to (start, start).
    """
    first = _FIRST_SOLID.search(text, start, end)
    last = _LAST_SOLID.search(text, start, end)
    if first is None or last is None:
        return start, start
    core_start, core_end = first.start(), _tail_end(text, last.end(), end)
    for opener, closer in _pairs(text, start, end):
        if core_start <= opener < core_end <= closer:
            core_end = _tail_end(text, closer + 1, end)
        elif opener < core_start <= closer < core_end:
            core_start = opener
    return core_start, core_end


def clitic_cuts(word: str) -> tuple[int, ...]:
    """Every offset in `word` (code points) where a proclitic could end, ascending.

    The order read is [و ف] [س | ب ك ل] [ال | لل], with at least two base letters left over. These are
    candidates for a person to choose from, never cuts to be made: `وزير` begins with no proclitic.
    """
    letters = list(_LETTER.finditer(word))
    skeleton = "".join(letter[1] for letter in letters)
    most = len(letters) - _LEFT_OVER
    counts = {len(chain) for chain in _CHAINS if len(chain) <= most and skeleton.startswith(chain)}
    return tuple(letters[count - 1].end() for count in sorted(counts))


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of `text` without the white space around them; closing quotation marks belong to them."""
    for paragraph_start, paragraph_end in paragraphs(text):
        begin = paragraph_start
        for found in _STOP.finditer(text, paragraph_start, paragraph_end):
            yield from _without_space(text, begin, found.end())
            begin = found.end()
        yield from _without_space(text, begin, paragraph_end)


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The ranges between line feeds, without the line feeds; an empty line is an empty range."""
    ranges, start = [], 0
    while (feed := text.find("\n", start)) >= 0:
        ranges.append((start, feed))
        start = feed + 1
    return [*ranges, (start, len(text))]


def _run_start(text: str, pos: int) -> int:
    found = _RUN_BEFORE.match(text, endpos=max(pos, 0))
    return found.start() if found else pos


def _tail_end(text: str, pos: int, end: int) -> int:
    found = _TAIL_RUN.match(text, pos, end)
    return found.end() if found else pos


def _pairs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The brackets and quotation marks that belong together, by their closing ends."""
    opened: defaultdict[str, list[int]] = defaultdict(list)
    for found in _BRACKET.finditer(text, start, end):
        mark = found.group()
        if opened[mark]:
            yield opened[mark].pop(), found.start()
        elif mark in _CLOSERS:
            opened[_CLOSERS[mark]].append(found.start())


def _without_space(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    sentence = text[start:end]
    body = sentence.strip()
    if body:
        begin = start + len(sentence) - len(sentence.lstrip())
        yield begin, begin + len(body)
