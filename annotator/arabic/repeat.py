"""Repeats: where else in a text the same words stand, however they are spelled."""

from functools import lru_cache

from annotator.arabic.letters import Folded, find_all, fold
from annotator.arabic.words import clitic_cuts, word_at


@lru_cache(maxsize=2)
def folded(text: str) -> Folded:
    """The text folded for finding; the ones asked for last are kept, because folding a long one takes a while."""
    return fold(text)


def repeats(text: str, phrase: str) -> list[tuple[int, int]]:
    """Where the words of `phrase` stand in `text` as whole words, ascending; half-open, in code points.

    Spelling variants count, and the first word may have proclitics before it: they are not part of the range.
    """
    return [place for place in find_all(folded(text), phrase) if _is_whole(text, *place)]


def _is_whole(text: str, start: int, end: int) -> bool:
    first, last = word_at(text, start), word_at(text, end - 1)
    if first is None or last is None or last[1] != end:
        return False
    return first[0] == start or start - first[0] in clitic_cuts(text[slice(*first)])
