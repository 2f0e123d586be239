"""Edges that differ without a difference: punctuation, vowel marks and elongation at them, and attached proclitics.

A form is what two such marks have in common; it serves for comparing and is never kept. Code points, half-open.
"""

from functools import lru_cache
from unicodedata import category

from annotator.agreement.ground import Mark
from annotator.arabic.words import clitic_cuts, word_at
from annotator.core.span import Fragment

Form = tuple[str, tuple[Fragment, ...]]
_TATWEEL = "\u0640"
_ARTICLE_LENGTH = 2


def edge_form(mark: Mark, text: str) -> Form:
    """The mark without white space, punctuation, marks and elongation at its edges, unless nothing would stay."""
    start, end, label, pieces = mark
    first, last = start, end
    while first < last and _is_trimmed(text[first]):
        first += 1
    while last > first and _is_trimmed(text[last - 1]):
        last -= 1
    if first == last or (first == start and last == end):
        return label, pieces
    return label, _cut(pieces, first, last)


def clitic_form(form: Form, text: str) -> Form:
    """The form with a start that stands behind proclitics of its word (ال is one) moved to where the word begins."""
    label, pieces = form
    start = pieces[0][0]
    begin = word_start(text, start)
    if begin == start:
        return form
    return label, ((begin, pieces[0][1]), *pieces[1:])


def word_start(text: str, start: int) -> int:
    """Where the word begins of which `start` leaves out nothing but proclitics; else `start` itself."""
    word = word_at(text, start)
    if word is None or not word[0] < start < word[1]:
        return start
    return word[0] if start - word[0] in _cuts(text[slice(*word)]) else start


def differs_by_article(one: int, other: int, text: str) -> bool:
    """Whether between two starts there stands ال and nothing else."""
    between = "".join(ch for ch in text[min(one, other) : max(one, other)] if not _is_trimmed(ch))
    return len(between) == _ARTICLE_LENGTH and between in ("ال", "ٱل")


@lru_cache(maxsize=4096)
def _cuts(word: str) -> tuple[int, ...]:
    return clitic_cuts(word)


@lru_cache(maxsize=4096)
def _is_trimmed(character: str) -> bool:
    return character == _TATWEEL or category(character)[0] in "ZPCM"


def _cut(pieces: tuple[Fragment, ...], first: int, last: int) -> tuple[Fragment, ...]:
    kept = ((max(start, first), min(end, last)) for start, end in pieces)
    return tuple((start, end) for start, end in kept if start < end)
