"""Trimming: a span's edges without the white space, punctuation and elongation that stand there."""

from unicodedata import category

from annotator.core.span import Fragment

_TATWEEL = "\u0640"


def trimmed(fragments: tuple[Fragment, ...], text: str) -> tuple[Fragment, ...]:
    """The fragments (code points, half-open) with clean outer edges; as they are where nothing would stay.

    A letter keeps the marks it carries: the edges never fall between them.
    """
    start, end = fragments[0][0], fragments[-1][1]
    while start < end and (_is_edge(text[start]) or _is_mark(text[start])):
        start += 1
    while end > start and _stands_off(text, start, end):
        end = _without_marks(text, start, end) - 1
    if start >= end:
        return fragments
    while end < len(text) and _is_mark(text[end]):
        end += 1
    kept = ((max(a, start), min(b, end)) for a, b in fragments)
    found = [(a, b) for a, b in kept if a < b]
    return (*found[:-1], (found[-1][0], end))


def _stands_off(text: str, start: int, end: int) -> bool:
    """Whether what stands last, with the marks on it, is nothing to read."""
    last = _without_marks(text, start, end)
    return last > start and _is_edge(text[last - 1])


def _without_marks(text: str, start: int, end: int) -> int:
    while end > start and _is_mark(text[end - 1]):
        end -= 1
    return end


def _is_edge(character: str) -> bool:
    return character == _TATWEEL or category(character)[0] in "ZPC"


def _is_mark(character: str) -> bool:
    return category(character)[0] == "M"
