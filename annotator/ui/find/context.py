"""The words around a place, in one line: what stands before it and after it in its paragraph."""

from dataclasses import dataclass

BEFORE, AFTER, LONGEST = 30, 110, 200
"""So many code points are shown before, after and of the place at most."""
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Context:
    """One line of words in which [start, end), in code points, is the place."""

    words: str
    start: int
    end: int


def context_of(text: str, start: int, end: int) -> Context:
    """The place [start, end) of a text with whole words before it and after it."""
    paragraph = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    before = _last_words(text, max(paragraph, start - BEFORE), start, paragraph)
    after = text[end : min(end + AFTER, len(text) if stop < 0 else stop)]
    found = text[start : min(end, start + LONGEST)].replace("\n", " ")
    return Context(before + found + after, len(before), len(before) + len(found))


def _last_words(text: str, begin: int, start: int, paragraph: int) -> str:
    if begin == paragraph:
        return text[begin:start].lstrip()
    _, _, whole = text[begin:start].partition(" ")
    return ELLIPSIS + whole
