"""How faults are worded: foreign text made harmless, errors of the system and of the parser as sentences.

A reason starts in lower case and ends with a full stop, because a file's name and a line number stand before it.
"""

import errno
import os
import re
import unicodedata
from pathlib import Path

from annotator.core.sentence import Sentence, say

HIDDEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
UNREADABLE = {
    errno.ENOENT: say("there is no such file or folder."),
    errno.EACCES: say("reading it is not permitted."),
    errno.EPERM: say("reading it is not permitted."),
    errno.ELOOP: say("its links lead in a circle."),
    errno.ENOTDIR: say("a part of its path is not a folder."),
    errno.ENAMETOOLONG: say("its name is too long."),
    errno.EIO: say("the disk reported an error."),
}
UNWRITTEN = {
    errno.ENOSPC: say("Export stopped. No file was left behind. The disk is full."),
    errno.EDQUOT: say("Export stopped. No file was left behind. Your share of the disk is used up."),
    errno.EFBIG: say("Export stopped. No file was left behind. The file would be larger than the system allows."),
    errno.ENOENT: say("Export stopped. No file was left behind. There is no such folder."),
    errno.ENOTDIR: say("Export stopped. No file was left behind. There is no such folder."),
    errno.EACCES: say("Export stopped. No file was left behind. Writing in this folder is not permitted."),
    errno.EPERM: say("Export stopped. No file was left behind. Writing in this folder is not permitted."),
    errno.EROFS: say("Export stopped. No file was left behind. The disk can only be read."),
    errno.ENAMETOOLONG: say("Export stopped. No file was left behind. The name is too long."),
    errno.EIO: say("Export stopped. No file was left behind. The disk reported an error."),
}
# By what the parser expected.
EXPECTED = {
    "int": say("“{place}” must be a whole number."),
    "int | null": say("“{place}” must be a whole number or null."),
    "float | null": say("“{place}” must be a number or null."),
    "bool": say("“{place}” must be true or false."),
    "str": say("“{place}” must be a text."),
    "str | null": say("“{place}” must be a text or null."),
    "array": say("“{place}” must be a list."),
    "object": say("“{place}” must be an object."),
    "object | null": say("“{place}” must be an object or null."),
    "array of length 2": say("“{place}” must be a list of two numbers."),
}
COMPLAINT = re.compile(r"(?P<what>.*?)(?: - at `(?:key in )?\$\.?(?P<place>.*)`)?", re.DOTALL)
WANTED = re.compile(r"Expected `(?P<kind>[^`]+)`(?P<more>(?: of length \d+)?)(?:, got `.+`)?")
BOUND = re.compile(r"(?:Expected `int[^`]*` [<>]= -?\d+|(?:Integer value|Number) out of range)")
UNKNOWN = re.compile(r"Object contains unknown field `(?P<key>.*)`", re.DOTALL)
MISSING = re.compile(r"Object missing required field `(?P<key>.*)`", re.DOTALL)


def shown(value: str, limit: int = 60) -> str:
    """Foreign text fit to stand in a sentence: cut to `limit` characters, hidden and control characters named."""
    cut = value if len(value) <= limit else value[: limit - 1] + "…"
    return "".join(f"<U+{ord(c):04X}>" if unicodedata.category(c) in HIDDEN else c for c in cut)


def shown_path(path: Path) -> str:
    """A path as text that can be printed and kept, also when its bytes are not UTF-8."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def why_unreadable(error: OSError) -> Sentence:
    """Why the system did not let a file be read."""
    known = UNREADABLE.get(error.errno or 0)
    return known or say("the system says: {reason}.", reason=error.strerror or str(error))


def why_unwritten(error: OSError) -> Sentence:
    """Why the system did not let an export be written."""
    known = UNWRITTEN.get(error.errno or 0)
    reason = error.strerror or str(error)
    return known or say("Export stopped. No file was left behind. The system says: {reason}.", reason=reason)


def why_misshapen(complaint: str) -> Sentence:
    """The parser's complaint about a key or a type, as a sentence that names the place in the record."""
    match = COMPLAINT.fullmatch(complaint)
    assert match is not None
    what, place = match["what"], match["place"] or ""
    if found := UNKNOWN.fullmatch(what):
        return say("the key “{place}” is not known.", place=shown(_inside(place, found["key"])))
    if found := MISSING.fullmatch(what):
        return say("the key “{place}” is missing.", place=_inside(place, found["key"]))
    if BOUND.fullmatch(what):
        return say("the number in “{place}” is too large or too small.", place=shown(place))
    found = WANTED.fullmatch(what)
    wanted = EXPECTED.get(found["kind"] + found["more"]) if found else None
    if wanted:
        return Sentence(wanted.template, (("place", shown(place)),))
    return say("“{place}” cannot be read: {reason}.", place=shown(place), reason=shown(what, 200))


def _inside(place: str, key: str) -> str:
    return f"{place}.{key}" if place else key
