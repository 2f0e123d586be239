"""Identities: short random names that two machines will not give twice."""

import re
import secrets

ID_PATTERN = re.compile(r"[A-Za-z0-9_.:-]{1,64}")


def new_id() -> str:
    """A fresh id: 64 random bits in hex."""
    return secrets.token_hex(8)


def is_id(value: str) -> bool:
    """Whether the value may stand as an id in a project or a record."""
    return ID_PATTERN.fullmatch(value) is not None
