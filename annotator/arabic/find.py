"""Finding a word or phrase in a text however it is spelled there, and saying how each place differs from it.

Everything is compared folded (see `letters.fold`); the places found are ranges of the text as it is, in code points,
half-open. A word is what `words` takes for one in the folded text.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from annotator.arabic.grapheme import is_edge
from annotator.arabic.letters import Folded, fold, is_invisible
from annotator.arabic.words import clitic_cuts, words

EXACT, CLITIC, VARIANT, PART = "exact", "clitic", "variant", "part"
KINDS = (EXACT, CLITIC, VARIANT, PART)
"""How a place differs: not at all to the eye; by what is written together with it in front; by its spelling; or it is
only a part of a word."""

LONGEST_CHAIN = 4
"""So many letters of proclitics at most stand before a word: و ب ا ل."""
ENOUGH = 16
"""So many code points of a word show which proclitics it can begin with."""
_cuts = lru_cache(maxsize=4096)(clitic_cuts)
_LETTERS = "[ء-غف-ي]"
_SPACES = str.maketrans(dict.fromkeys("\t\u00a0\u2002\u2003\u2007\u2008\u2009\u202f", " "))


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that was found: [start, end) in code points of the text, with the marks of its last letter."""

    start: int
    end: int
    kind: str

    @property
    def range(self) -> tuple[int, int]:
        """The same as a pair."""
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Haystack:
    """A text made ready for finding: `text` is its folded form with one kind of space.

    `inside` has a 1 for every position of `text` that lies within a word, edges not counted.
    """

    folded: Folded
    text: str
    inside: bytes


def make_haystack(text: str) -> Haystack:
    """Fold a text and mark its words, once for many needles."""
    folded = fold(text)
    inside = bytearray(len(folded.text) + 1)
    for start, end in words(folded.text):
        inside[start + 1 : end] = b"\1" * (end - start - 1)
    return Haystack(folded, folded.text.translate(_SPACES), bytes(inside))


def find_words(haystack: Haystack, needle: str) -> Iterator[Hit]:
    """Where the needle stands as whole words, perhaps behind proclitics: ascending, none overlapping another.

    White space round the needle does not count. A needle of nothing but marks finds nothing.
    """
    folded, free = _fold_needle(needle), 0
    plain = _as_seen(needle.strip())
    for start, end, cut_off in _whole(haystack, folded):
        begin, finish = haystack.folded.source_range(start, end)
        if begin >= free and not _cuts_letter(haystack.folded, start, end, begin, finish):
            free = finish
            yield Hit(begin, finish, _kind(haystack.folded.source[begin:finish], plain, cut_off))


def find_parts(haystack: Haystack, needle: str, whole: Sequence[Hit]) -> Iterator[Hit]:
    """Where else the needle stands, between the whole words found before: in words, or where an edge parts a letter."""
    folded, at, free = _fold_needle(needle), 0, 0
    taken = iter([*whole, Hit(len(haystack.folded.source), len(haystack.folded.source), EXACT)])
    following = next(taken)
    while folded and (at := haystack.text.find(folded, at)) >= 0:
        start, end = haystack.folded.source_range(at, at + len(folded))
        while following.end <= start and following.start < len(haystack.folded.source):
            free, following = max(free, following.end), next(taken)
        if start >= free and end <= following.start:
            free = end
            yield Hit(start, end, PART)
            at += len(folded)
        else:
            at += 1


def _fold_needle(needle: str) -> str:
    return fold(needle).text.translate(_SPACES).strip()


def _whole(haystack: Haystack, folded: str) -> Iterator[tuple[int, int, bool]]:
    """Folded ranges whose edges cut no word, or only proclitics off it; and whether they do the latter."""
    inside, pattern = haystack.inside, _ending(folded)
    found = pattern.search(haystack.text) if _begins_letter(folded) else None
    while found:
        at, end = found.span()
        word = inside.rfind(b"\0", 0, at + 1)
        if not inside[end] and (word == at or _is_behind_clitics(haystack, word, at)):
            yield at, end, word < at
            after = end
        elif at - word < LONGEST_CHAIN:
            after = at + 1
        else:
            # Deep inside a word nothing whole can begin any more.
            after = inside.find(b"\0", at + 1)
        found = pattern.search(haystack.text, after)


def _ending(folded: str) -> re.Pattern[str]:
    """Finds the needle, but not where a letter right behind shows at once that the word goes on."""
    goes_on = f"(?!{_LETTERS})" if re.match(_LETTERS, folded[-1:]) else ""
    return re.compile(re.escape(folded) + goes_on)


def _begins_letter(folded: str) -> bool:
    """Whether the needle begins with something that does not belong to the letter before."""
    return bool(folded) and is_edge("ا" + folded, 1)


def _is_behind_clitics(haystack: Haystack, word: int, at: int) -> bool:
    if at - word > LONGEST_CHAIN:
        return False
    end = haystack.inside.find(b"\0", at)
    return at - word in _cuts(haystack.text[word : min(end, word + ENOUGH)])


def _cuts_letter(folded: Folded, start: int, end: int, begin: int, finish: int) -> bool:
    """Whether an edge falls between a letter and its marks, or among what one character was written out to."""
    return folded.source_start(end) < finish or (start > 0 and folded.source_start(start - 1) == begin)


def _kind(found: str, plain: str, cut_off: bool) -> str:
    if cut_off:
        return CLITIC
    return EXACT if found == plain or _as_seen(found) == plain else VARIANT


def _as_seen(text: str) -> str:
    """The text without what does not show, so that a direction mark makes no other spelling."""
    return unicodedata.normalize("NFC", "".join(letter for letter in text if not is_invisible(letter)))
