"""Why a line is no record, told slowly and exactly once the fast parser has refused or doubted it."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import msgspec

from annotator.core.sentence import Sentence, say
from annotator.exchange.check import surrogate_fault
from annotator.exchange.reason import shown
from annotator.exchange.row import SCHEMA

NUL = b"\\u0000"
UNCLOSED = say("not valid JSON: a bracket is missing.")
DEEP = say("it is nested too deeply.")
# By the complaint of Python's own parser, which says where.
SYNTAX = {
    "Unterminated string starting at": say("not valid JSON: the quotation mark at {position} is not closed."),
    "Expecting ',' delimiter": say("not valid JSON: a comma or a bracket is missing at {position}."),
    "Expecting ':' delimiter": say("not valid JSON: a colon is missing at {position}."),
    "Expecting property name enclosed in double quotes": say("not valid JSON: a key is missing at {position}."),
    "Illegal trailing comma before end of object": say("not valid JSON: the comma at {position} is too much."),
    "Illegal trailing comma before end of array": say("not valid JSON: the comma at {position} is too much."),
    "Expecting value": say("not valid JSON: a value is missing at {position}."),
    "Extra data": say("not valid JSON: something follows the object at {position}."),
}


class Frame(msgspec.Struct):
    """What tells a record from any other object."""

    schema: Any = None


class Doubled(Exception):
    """A key stands twice in one object; the message is the key."""


_FRAME = msgspec.json.Decoder(Frame)


def frame_fault(line: bytes) -> Sentence | None:
    """That the line is no record of this version, or None when it says it is one."""
    try:
        schema = _FRAME.decode(line).schema
    except msgspec.ValidationError:
        return say("it is not a Hashiya record, which is an object on one line.")
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    if not isinstance(schema, str):
        return say("it is not a Hashiya record: it has no “schema”.")
    if schema != SCHEMA:
        return say(
            "it is a record of the kind “{schema}”; only “{known}” can be read.", schema=shown(schema), known=SCHEMA
        )
    return None


def syntax_fault(line: bytes) -> Sentence | None:
    """What makes the line invalid JSON, or None when Python's parser takes it."""
    try:
        value = json.loads(line.decode("utf-8").rstrip("\r\n"), parse_constant=_refuse_constant)
    except UnicodeDecodeError as error:
        return say("byte {position} of the line is not UTF-8.", position=error.start + 1)
    except RecursionError:
        return DEEP
    except json.JSONDecodeError as error:
        return _place(error)
    except ValueError as error:
        return say("not valid JSON: {reason}.", reason=shown(str(error), 200))
    return next((fault for fault in map(surrogate_fault, _strings(value)) if fault), None)


def _refuse_constant(name: str) -> Any:
    raise ValueError(f"{name} is not a number")


def _place(error: json.JSONDecodeError) -> Sentence:
    if error.pos >= len(error.doc.rstrip(" \t")):
        return UNCLOSED
    known = SYNTAX.get(error.msg)
    if known:
        return Sentence(known.template, (("position", error.pos + 1),))
    return say("not valid JSON: {reason} at {position}.", reason=shown(error.msg), position=error.pos + 1)


def nul_fault(line: bytes) -> Sentence | None:
    """That a text of the line holds U+0000, which no project can keep, or None."""
    if NUL not in line:
        return None
    try:
        has_nul = any("\0" in text for text in _strings(json.loads(line)))
    except RecursionError:
        return DEEP
    except ValueError as error:
        return say("not valid JSON: {reason}.", reason=shown(str(error), 200))
    return say("a text holds a NUL character (U+0000).") if has_nul else None


def double_fault(line: bytes) -> Sentence | None:
    """That a key stands twice in one object, so that readers would differ about it, or None."""
    try:
        json.loads(line, object_pairs_hook=_unique)
    except Doubled as error:
        return say("the key “{key}” stands twice.", key=shown(str(error)))
    except RecursionError:
        return DEEP
    except ValueError as error:
        return say("not valid JSON: {reason}.", reason=shown(str(error), 200))
    return None


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise Doubled(next(key for key, count in Counter(key for key, _ in pairs).items() if count > 1))
    return found


def _strings(value: Any) -> Iterator[str]:
    """Every key and text in a JSON value, without recursion."""
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            yield item
        elif isinstance(item, dict):
            waiting.extend((*item.keys(), *item.values()))
        elif isinstance(item, list):
            waiting.extend(item)
