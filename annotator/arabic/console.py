"""Text for terminals: safe to print, kept in its own direction, or shaped and reordered for those that cannot.

Shaped and reordered text has another length and another order than the article. It is for printing only; no
offset into it means anything.
"""

import re
from functools import lru_cache
from typing import Any

import regex

_FSI, _PDI = "\u2068", "\u2069"
_ISOLATE = re.compile("[\u2066-\u2069]")

# Controls that move a cursor or reorder what follows, and what no encoder writes; "\n" and "\t" are harmless.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

_PARAGRAPH = re.compile("[^\n\r\x1c-\x1e\x85\u2029]+")

# A variation selector no font uses. Being a nonspacing mark it takes the level of the cluster it ends, so in
# the reordered line it stands behind a cluster that runs left to right and before one that was turned.
_PROBE = "\U000e01ef"
_MARK = r"[\p{Mn}\p{Me}--\U000e01ef]"
_CLUSTER = rf"(?:\p{{Bidi_M}}{_MARK}*+|[^\p{{Mn}}\p{{Me}}\p{{C}}\p{{Zp}}]{_MARK}++)"
_PROBED = regex.compile(_CLUSTER, regex.V1)
_SETTLED = regex.compile(rf"{_PROBE}({_MARK}*+)(.)|({_CLUSTER}){_PROBE}", regex.V1)


def plain(text: str) -> str:
    """`text` with control characters, direction overrides and isolates written out as visible escapes."""
    return _UNSAFE.sub(_escape, text)


def isolate(text: str) -> str:
    """`text` between FSI and PDI, so that it does not reorder what is printed around it.

    Isolates inside it that are not paired would end ours early or outlast it; they are left out.
    """
    opened: list[int] = []
    paired: set[int] = set()
    for found in _ISOLATE.finditer(text):
        if found.group() != _PDI:
            opened.append(found.start())
        elif opened:
            paired |= {opened.pop(), found.start()}
    kept = _ISOLATE.sub(lambda found: found.group() if found.start() in paired else "", text)
    return f"{_FSI}{kept}{_PDI}"


def visual(line: str) -> str:
    """`line` shaped and in visual order, left to right, for a terminal that does neither.

    Vowel marks are kept behind their letter, brackets in right-to-left runs are mirrored. What stands between
    line feeds or other paragraph separators is reordered by itself, as a right-to-left paragraph.
    """
    return _PARAGRAPH.sub(_visual, line)


def _visual(paragraph: re.Match[str]) -> str:
    from bidi import get_display

    # The reordering is done in UTF-8, which has no lone surrogates.
    encodable = paragraph.group().encode("utf-8", "backslashreplace").decode("utf-8")
    probed = _PROBED.sub(rf"\g<0>{_PROBE}", _reshaper().reshape(encodable.replace(_PROBE, "")))
    return _SETTLED.sub(_settle, str(get_display(probed, base_dir="R")))


def _settle(found: regex.Match[str]) -> str:
    """A probed cluster as it is printed: a turned one mirrored, its marks behind it again."""
    marks, letter, straight = found.groups()
    if straight is not None:
        return str(straight)
    from bidi.mirror import MIRRORED

    return str(MIRRORED.get(letter, letter)) + str(marks)[::-1]


@lru_cache(maxsize=1)
def _reshaper() -> Any:
    from arabic_reshaper import ArabicReshaper

    return ArabicReshaper({"delete_harakat": False})


def _escape(found: re.Match[str]) -> str:
    code = ord(found.group())
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
