"""Names and texts as brat can hold them: what it cannot is written as the character's number, `_x0645_`, and read back.

Types, roles and attributes have Latin letters, digits, `-` and `_` alone; values no white space; notes one line.
"""

import re
from collections.abc import Container

LINE_BREAKS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
"""Whatever some program takes for the end of a line; no fragment runs over one."""
TRIGGER_ROLE, CLAIM_ROLE, NO_TRIGGER = "TriggerSpan", "ClaimSpan", "NoTrigger"
"""Two roles and an attribute that say about an event what brat's own trigger cannot."""
ESCAPE = re.compile(r"_x([0-9A-F]{4,6})?_")
GUARDED = re.compile(r"_(?=x)")
STRANGE = re.compile(r"[^A-Za-z0-9_-]")
LAST_DIGITS = re.compile(r"[0-9]+\Z")
NOTHING = "_x_"


def to_name(name: str, reserved: Container[str] = ()) -> str:
    """The name of a type, a role or an attribute; one that is `reserved` is told apart from it."""
    safe = STRANGE.sub(_number, GUARDED.sub(_number, name))
    return (_code(safe[0]) + safe[1:] if safe in reserved else safe) or NOTHING


def to_role(role: str) -> str:
    """The name of a role. brat numbers the roles of an event that are alike, so digits at its end are its own."""
    return LAST_DIGITS.sub(lambda found: "".join(map(_code, found[0])), to_name(role, (TRIGGER_ROLE, CLAIM_ROLE)))


def to_value(value: str) -> str:
    """The value of an attribute; commas and bars would part it from others in the configuration."""
    guarded = GUARDED.sub(_number, value)
    return "".join(_code(c) if c in "|," or c.isspace() or not c.isprintable() else c for c in guarded) or NOTHING


def to_line(text: str) -> str:
    """A text on one line."""
    return "".join(_code(c) if c in LINE_BREAKS or c == "\t" else c for c in GUARDED.sub(_number, text))


def from_brat(text: str) -> str:
    """What a name, a value or a note of ours was before; one of others stays as it is."""
    return ESCAPE.sub(_character, text)


def _number(found: re.Match[str]) -> str:
    return _code(found[0])


def _code(character: str) -> str:
    return f"_x{ord(character):04X}_"


def _character(found: re.Match[str]) -> str:
    code = int(found[1], 16) if found[1] else -1
    if code < 0:
        return ""
    return found[0] if code > 0x10FFFF or 0xD800 <= code <= 0xDFFF else chr(code)
