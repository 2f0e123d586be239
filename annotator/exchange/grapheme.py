"""Letters and their marks, as far as files are concerned. Positions are code points."""

import regex

from annotator.arabic.grapheme import is_edge

MARK_LIMIT = 64
# Two of these never join; asking for them first makes the usual case three times as fast.
PLAIN = regex.compile(r"[ -~\u0621-\u063f\u0641-\u064a\u060c\u061b\u061f«»]{2}")
PILE = regex.compile(rf"\p{{M}}{{{MARK_LIMIT + 1}}}")


def splits_letter(text: str, position: int) -> bool:
    """Whether the edge at `position`, which lies inside `text`, parts a letter from its mark."""
    return not (PLAIN.match(text, max(0, position - 1), position + 1) or is_edge(text, position))


def pile_of_marks(text: str) -> int | None:
    """Where a letter begins to carry more marks than any writing needs, or None."""
    found = PILE.search(text)
    return found.start() if found else None
