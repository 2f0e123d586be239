"""JSON that stands on one line whatever program splits it: what breaks or reorders lines is written as an escape."""

import re
from typing import Any

import msgspec

from annotator.exchange.jsonl import UNSAFE

_ENCODER = msgspec.json.Encoder()


def json_line(value: Any) -> str:
    """The value as JSON without a line end. Raises ValueError or TypeError for what has no JSON form."""
    return UNSAFE.sub(_escape, _ENCODER.encode(value)).decode("utf-8")


def _escape(found: re.Match[bytes]) -> bytes:
    return b"\\u%04x" % ord(found.group().decode("utf-8"))
