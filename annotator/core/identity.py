"""Identities: short random names that two machines will not give twice."""

import re
import secrets
import unicodedata
from functools import lru_cache

ID_PATTERN = re.compile(r"[A-Za-z0-9_.:-]{1,64}")
NAME_LENGTH = 100
JOINERS = "\u200c\u200d"


def new_id() -> str:
    """A fresh id: 64 random bits in hex."""
    return secrets.token_hex(8)


def is_id(value: str) -> bool:
    """Whether the value may stand as an id in a project or a record."""
    return ID_PATTERN.fullmatch(value) is not None


def is_name(value: str) -> bool:
    """Whether the value may stand as somebody's name: something to read, not too long, nothing hidden in it."""
    return len(value) <= NAME_LENGTH and bool(value.strip()) and not hides_something(value)


@lru_cache(maxsize=1024)
def hides_something(name: str) -> bool:
    """Whether a name holds control or format characters, which could reorder or break up what stands around it."""
    return any(unicodedata.category(c) in ("Cc", "Cf", "Cs") and c not in JOINERS for c in name)
