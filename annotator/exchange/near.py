"""Articles that are nearly the same, such as a wire report and its copies, found by what phrases they share.

Every run of three words of the folded text is a shingle; a sketch keeps the smallest hash of the shingles in each of
BINS classes. The share of classes in which two sketches agree estimates the share of shingles that both texts have
(Jaccard). Sketches that agree in a whole band are compared. The same texts in the same order give the same groups on
every machine; the time grows with the length of the texts and nothing else.
"""

import zlib
from array import array
from collections.abc import Sequence
from functools import lru_cache
from typing import TypeAlias

from annotator.arabic.letters import folded_text

SHINGLE = 3
BINS, ROWS = 64, 4
LIKE = 0.5
"""Texts that share this part of all their shingles count as nearly the same."""
EMPTY = 0xFFFFFFFF
MASK = 0xFFFFFFFF

Sketch: TypeAlias = "array[int]"


def sketch(text: str) -> Sketch:
    """The sketch of a text; that of a text without words has EMPTY in every class."""
    hashes = [_word_hash(word) for word in folded_text(text).split()]
    least = [EMPTY] * BINS
    for shingle in zip(*(hashes[n:] for n in range(min(SHINGLE, len(hashes)))), strict=False):
        mixed = _mix(shingle)
        place = mixed % BINS
        if mixed < least[place]:
            least[place] = mixed
    return array("I", least)


@lru_cache(maxsize=100_000)
def _word_hash(word: str) -> int:
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))


def _mix(shingle: Sequence[int]) -> int:
    """One number for a run of words, its order included, with every bit depending on every word."""
    mixed = 0x9E3779B9
    for part in shingle:
        mixed = ((mixed ^ part) * 0x85EBCA6B) & MASK
        mixed ^= mixed >> 15
    mixed = (mixed * 0xC2B2AE35) & MASK
    return mixed ^ (mixed >> 13)


def likeness(one: Sketch, other: Sketch) -> float:
    """The estimated share of shingles that both texts have, from 0 to 1."""
    both = [(a, b) for a, b in zip(one, other, strict=True) if a != EMPTY or b != EMPTY]
    return sum(a == b for a, b in both) / len(both) if both else 0.0


def groups(sketches: Sequence[Sketch]) -> list[int]:
    """For each sketch the index of the first one of its group; what is like nothing else is its own group."""
    first = list(range(len(sketches)))
    dense = [_dense(one) for one in sketches]
    for band in range(0, BINS, ROWS):
        seen: dict[bytes, int] = {}
        for index, one in enumerate(dense):
            if one is None:
                continue
            other = seen.setdefault(one[band : band + ROWS].tobytes(), index)
            here, there = _root(first, index), _root(first, other)
            if here != there and likeness(sketches[index], sketches[other]) >= LIKE:
                first[max(here, there)] = min(here, there)
    return [_root(first, index) for index in range(len(first))]


def _dense(one: Sketch) -> "Sketch | None":
    """The sketch with each empty class filled from the next one that is not, or None when all are empty.

    Short texts leave classes empty, and without this any two of them would agree there.
    """
    if EMPTY not in one:
        return one
    filled = [value for value in one if value != EMPTY]
    if not filled:
        return None
    result, last = array("I", one), 0
    for place in range(BINS - 1, -BINS, -1):
        if one[place] != EMPTY:
            last = one[place]
        elif place < 0 or last:
            result[place] = (last + 0x9E3779B9 * (1 + place % BINS)) & MASK
    return result


def _root(first: list[int], index: int) -> int:
    while first[index] != index:
        first[index] = first[first[index]]
        index = first[index]
    return index
