"""Fragments: the pieces of a discontinuous span, added to it and taken out of it. Code points, half-open."""

from collections.abc import Iterable

from annotator.core.span import Fragment


def joined(fragments: Iterable[Fragment], text: str) -> tuple[Fragment, ...]:
    """The fragments in order; those that overlap, touch, or have only white space between them become one."""
    result: list[Fragment] = []
    for start, end in sorted(fragments):
        if result and (start <= result[-1][1] or not text[result[-1][1] : start].strip()):
            result[-1] = (result[-1][0], max(result[-1][1], end))
        else:
            result.append((start, end))
    return tuple(result)


def without(fragments: Iterable[Fragment], start: int, end: int) -> list[Fragment]:
    """What is left of the fragments outside [start, end)."""
    pieces = [piece for a, b in fragments for piece in ((a, min(b, start)), (max(a, end), b))]
    return [(a, b) for a, b in pieces if a < b]


def fragment_at(fragments: Iterable[Fragment], position: int) -> Fragment | None:
    """The fragment a place between two letters lies in or at the edge of, the later of two."""
    return next((piece for piece in sorted(fragments, reverse=True) if piece[0] <= position <= piece[1]), None)
