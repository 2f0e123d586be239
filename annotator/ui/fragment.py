"""Fragments of the picked span: words added to it, and taken out of it again."""

from dataclasses import replace

from annotator.arabic import grapheme, words
from annotator.core.fragment import joined, without
from annotator.core.span import Span


def whole_words(text: str, start: int, end: int) -> tuple[int, int] | None:
    """[start, end) of the text without white space and punctuation at its edges, in whole letters; None if empty."""
    start, end = words.trim(text, start, end)
    return grapheme.snap_outward(text, start, end) if start < end else None


def with_words(span: Span, text: str, start: int, end: int) -> Span:
    """The span with the words in [start, end) of its text as a fragment; the very same when it has them already."""
    place = whole_words(text, start, end)
    return replace(span, fragments=joined((*span.fragments, place), text)) if place else span


def without_words(span: Span, text: str, start: int, end: int) -> Span | None:
    """The span without [start, end) of its text; None when no words are left of it."""
    start, end = grapheme.snap_outward(text, start, end)
    pieces = (words.trim(text, *piece) for piece in without(span.fragments, start, end))
    left = tuple(piece for piece in pieces if piece[0] < piece[1])
    return replace(span, fragments=left) if left else None
