"""Arabic letters: folding for comparison with an exact way back, marks, and characters that do not show."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

import regex

_INVISIBLE = {
    "\u00ad": "SHY",
    "\u061c": "ALM",
    "\u180e": "MVS",
    "\u200b": "ZWSP",
    "\u200c": "ZWNJ",
    "\u200d": "ZWJ",
    "\u200e": "LRM",
    "\u200f": "RLM",
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2060": "WJ",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
    "\ufeff": "BOM",
}
_TATWEEL = "\u0640"
_VARIANTS = str.maketrans("أإآٱىةؤئکی", "اااايهويكي")
_SIGNS = (
    *range(0x0610, 0x061B),
    *range(0x064B, 0x0660),
    0x0670,
    *(code for code in range(0x06D6, 0x06EE) if code not in (0x06DD, 0x06DE, 0x06E9)),
    *(code for code in range(0x08CA, 0x0900) if code != 0x08E2),
)
_DROPPED = frozenset(map(chr, _SIGNS)) | frozenset(_INVISIBLE) | {_TATWEEL}
_MARKS = regex.compile(r"[\p{M}\p{GCB=Extend}\p{GCB=ZWJ}\p{GCB=SpacingMark}]*+", regex.V1)


@dataclass(frozen=True, slots=True)
class Folded:
    """A text folded for comparison, and for each of its characters the source character it came from.

    `seams` are the positions in `text` from which on the distance to the source changes, ascending, and
    `anchors` the source positions that belong to them; in between both count in step. Code points.
    """

    text: str
    source: str
    seams: array[int]
    anchors: array[int]

    def source_start(self, index: int) -> int:
        """Where in the source the folded character at `index` begins; the source's length at the end."""
        if index >= len(self.text):
            return len(self.source)
        seam = bisect_right(self.seams, index) - 1
        return index if seam < 0 else self.anchors[seam] + index - self.seams[seam]

    def source_range(self, start: int, end: int) -> tuple[int, int]:
        """The source range of the folded range [start, end), with the marks of its last letter.

        A range that takes only part of what one source character was folded to has the whole character.
        """
        begin = self.source_start(start)
        if start >= end:
            return begin, begin
        last = self.source_start(end - 1) + 1
        marks = _MARKS.match(self.source, last)
        return begin, marks.end() if marks else last


def fold(text: str) -> Folded:
    """`text` without vowel marks, elongation and invisible characters, its letter variants made one.

    Alef, ya, ta marbuta and hamza seats, Persian kaf and ya, digits, presentation forms and Latin case are
    made equal. For finding and comparing only.
    """
    folds = {character: _fold_character(character) for character in set(text)}
    even = {ord(source): folded for source, folded in folds.items() if len(folded) == 1 and folded != source}
    uneven = {source: folded for source, folded in folds.items() if len(folded) != 1}
    taken, seams, anchors = _take_apart(text, uneven)
    return Folded(taken.translate(even) if even else taken, text, seams, anchors)


def folded_text(text: str) -> str:
    """The text of `fold(text)`, many times faster for short texts, without the way back to the source."""
    return text.translate(_FOLDS)


def find_all(haystack: Folded, needle: str) -> Iterator[tuple[int, int]]:
    """Where `needle`, folded likewise, occurs: source ranges with the marks of the last letter, ascending.

    Hits do not overlap. A needle of nothing but marks finds nothing.
    """
    folded = fold(needle).text
    found = haystack.text.find(folded) if folded else -1
    free = 0
    while found >= 0:
        start, end = haystack.source_range(found, found + len(folded))
        if start >= free:
            yield start, end
            free = end
        found = haystack.text.find(folded, found + len(folded))


def is_mark(ch: str) -> bool:
    """Whether `ch` is drawn on the letter before it: a vowel mark or any other combining character."""
    return unicodedata.category(ch).startswith("M")


def is_invisible(ch: str) -> bool:
    """Whether `ch` shows nothing: direction controls, joiners, zero-width space, soft hyphen, BOM."""
    return ch in _INVISIBLE


def invisible_name(ch: str) -> str | None:
    """Unicode's short name of an invisible character (`RLM`, `ZWNJ`), or None for one that shows."""
    return _INVISIBLE.get(ch)


def _take_apart(text: str, folds: dict[str, str]) -> tuple[str, array[int], array[int]]:
    """`text` with the characters in `folds` dropped or written out, and the seams this leaves."""
    seams, anchors = array("l"), array("l")
    if not folds:
        return text, seams, anchors
    pieces: list[str] = []
    done = length = 0
    for found in re.finditer(f"[{re.escape(''.join(folds))}]", text):
        at = found.start()
        if at > done:
            pieces.append(text[done:at])
            length += at - done
        written = folds[found.group()]
        if written:
            pieces.append(written)
            seams.extend(range(length, length + len(written)))
            anchors.extend([at] * len(written))
            length += len(written)
        done = at + 1
        seams.append(length)
        anchors.append(done)
    pieces.append(text[done:])
    return "".join(pieces), seams, anchors


def _fold_character(character: str) -> str:
    """What one character is folded to: nothing, itself, another one, or several."""
    if character in _DROPPED:
        return ""
    if not _is_presentation_form(character):
        return _fold_plain(character)
    spelled = unicodedata.normalize("NFKC", character)
    if all(letter in _DROPPED for letter in spelled.strip()):
        return ""
    return "".join(_fold_plain(letter) for letter in spelled if letter not in _DROPPED)


def _fold_plain(character: str) -> str:
    if "٠" <= character <= "٩" or "۰" <= character <= "۹":
        return str(int(character))
    lower = character.translate(_VARIANTS).lower()
    return lower if len(lower) == 1 else character


def _is_presentation_form(character: str) -> bool:
    return "\ufb50" <= character <= "\ufdff" or "\ufe70" <= character <= "\ufefc"


class _Folds(dict[int, str]):
    """What each code point is folded to, looked up when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = _fold_character(chr(code))
        return self[code]


_FOLDS = _Folds()
