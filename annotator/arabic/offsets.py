"""Code point positions and Qt's UTF-16 positions; and the copy of a text that Qt may be given.

Articles are indexed by code points, Qt counts UTF-16 units. The two differ only behind characters above
U+FFFF (emoji, Adlam), so it is enough to know where those stand.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")

# What QTextDocument and QTextLayout drop, turn into a line break or take for an object of their own.
_TROUBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\ufffc\ufffe\uffff]"
)
_REPLACEMENT = "\ufffd"
_STAND_INS = {chr(code): chr(0x2400 + code) for code in range(0x20)} | {
    "\x7f": "\u2421",
    "\x85": "\u2424",
    "\u2028": "\u2424",
    "\u2029": "\u00b6",
}


@dataclass(frozen=True, slots=True)
class Utf16Map:
    """Translates positions in one text between code points and UTF-16 units.

    `astral` holds the code point positions of the characters that take two units, ascending; `pairs` the
    UTF-16 positions at which they begin.
    """

    astral: tuple[int, ...] = ()
    pairs: tuple[int, ...] = ()

    @property
    def identity(self) -> bool:
        """Whether both positions are always equal."""
        return not self.astral

    def to_utf16(self, cp: int) -> int:
        """The UTF-16 position of code point position `cp`."""
        return cp + bisect_left(self.astral, cp) if self.astral else cp

    def to_codepoint(self, u16: int) -> int:
        """The code point position of UTF-16 position `u16`; inside a pair, the start of its character."""
        return u16 - bisect_left(self.pairs, u16) if self.pairs else u16


def map_utf16(text: str) -> Utf16Map:
    """The map for `text`, which serves `display_text(text)` as well."""
    if text.isascii():
        return Utf16Map()
    astral = tuple(found.start() for found in _ASTRAL.finditer(text))
    return Utf16Map(astral, tuple(position + before for before, position in enumerate(astral)))


def display_text(text: str) -> str:
    """`text` with every character that Qt would change or choke on replaced by one visible character.

    The copy has the same length in code points and in UTF-16 units, and the same paragraphs: only "\\n"
    breaks a line in it. It is for showing and measuring; it is never stored and no quote is taken from it.
    Noncharacters above U+FFFF stay: Qt keeps them, and a stand-in would have to be as long.
    """
    return _TROUBLE.sub(_stand_in, text)


def _stand_in(found: re.Match[str]) -> str:
    return _STAND_INS.get(found.group(), _REPLACEMENT)
