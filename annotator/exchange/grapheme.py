"""Letters and their marks, as far as files are concerned. Positions are code points."""

import regex

from annotator.arabic.grapheme import is_edge

MARK_LIMIT = 64
# Two of these never join; asking for them first makes the usual case many times as fast.
PLAIN = frozenset(map(chr, (*range(0x20, 0x7F), *range(0x621, 0x640), *range(0x641, 0x64B)))) | frozenset("،؛؟«»")
PILE = regex.compile(rf"\p{{M}}{{{MARK_LIMIT + 1}}}")


def splits_letter(text: str, position: int) -> bool:
    """Whether the edge at `position`, which lies inside `text`, parts a letter from its mark."""
    is_plain = 0 < position < len(text) and text[position - 1] in PLAIN and text[position] in PLAIN
    return not (is_plain or is_edge(text, position))


def pile_of_marks(text: str) -> int | None:
    """Where a letter begins to carry more marks than any writing needs, or None."""
    found = PILE.search(text)
    return found.start() if found else None
