"""UIMA CAS JSON 0.4, which INCEpTION reads: one file for each record, in a folder with the type system of our layers.

dkpro-cassis writes it; this module reads it, files of others as well, and so checks what was written.
"""

from collections.abc import Container, Iterable, Iterator
from pathlib import Path
from typing import Any

from annotator.core.record import Record
from annotator.core.sentence import say
from annotator.exchange import About, Outcome, Progress, Written
from annotator.exchange.cas import ELEMENTS, Cas, Plain, Structure, load_bounded, make_cas
from annotator.exchange.cas_folder import carry, read_cas, write_cas
from annotator.exchange.check import Fault
from annotator.exchange.feed import WIDE, decode
from annotator.exchange.jsonl import BOM, UNSAFE, WIDE_BOMS
from annotator.exchange.option import Options
from annotator.exchange.reason import shown

SUFFIX = ".json"
TYPES, STRUCTURES, VIEWS = "%TYPES", "%FEATURE_STRUCTURES", "%VIEWS"
PRIMITIVES = frozenset(
    f"uima.cas.{name}" for name in ("String", "Boolean", "Byte", "Short", "Integer", "Long", "Float", "Double")
)
PRIMITIVE_ARRAYS = frozenset({f"{name}Array" for name in PRIMITIVES} | {f"{name}[]" for name in PRIMITIVES})


def carried(record: Record, options: Options) -> Record:
    """Everything but remarks, decisions, and where spans came from."""
    return carry(record)


def recognises(path: Path, head: bytes) -> bool:
    """Whether the file begins with types or structures as UIMA names them."""
    return any(b'"' + key.encode() + b'"' in head for key in (TYPES, STRUCTURES))


def read(path: Path, labels: Container[str], encoding: str | None = None, strict: bool = False) -> Iterator[Outcome]:
    """The article of a file with its layer; or one Refusal. `encoding` is not used: JSON is UTF-8 here."""
    return read_cas(path, _parsed, labels, strict)


def write(records: Iterable[Record], out: Path, about: About, on_progress: Progress | None = None) -> Written:
    """Write the folder `out`, read every file back by our own reader, then put it in place. Raises ExportError."""
    return write_cas(records, out, about, _parsed, _serialised, carry, SUFFIX, on_progress)


def _serialised(cas: Any) -> bytes:
    written: bytes = cas.to_json(pretty_print=False).encode("utf-8")
    return UNSAFE.sub(lambda found: b"\\u%04x" % ord(found.group().decode("utf-8")), written) + b"\n"


def _parsed(path: Path) -> Cas:
    """The CAS of a file. Raises Fault, and OSError as the system gives it."""
    raw = load_bounded(path)
    if raw[:2] in WIDE_BOMS:
        raise Fault(WIDE)
    value = decode(raw.removeprefix(BOM))
    found = value.get(STRUCTURES)
    if not isinstance(found, list):
        raise Fault(say("“{key}” is not what it should be.", key=STRUCTURES))
    return make_cas([_structure(one) for one in found], _views(value.get(VIEWS)))


def _structure(value: object) -> Structure:
    if not isinstance(value, dict) or type(value.get("%ID")) is not int or not isinstance(value.get("%TYPE"), str):
        raise Fault(say("a feature structure is without “{id}” or “{kind}”.", id="%ID", kind="%TYPE"))
    made = Structure(value["%ID"], value["%TYPE"])
    for name, held in value.items():
        if not name.startswith("%") and held is not None:
            _keep(made, name, held)
    _keep_elements(made, value.get("%ELEMENTS"))
    return made


def _keep(made: Structure, name: str, held: object) -> None:
    """References begin with @, numbers that JSON does not have with #, positions with ^."""
    if name.startswith("@") and type(held) is int:
        made.links[name[1:]] = (held,)
    elif not name.startswith("@") and isinstance(held, Plain):
        made.values[name.lstrip("#^")] = held
    else:
        raise Fault(say("structure {id}: “{key}” holds no such value.", id=made.id, key=shown(name)))


def _keep_elements(made: Structure, held: object) -> None:
    if not isinstance(held, list):
        return
    if made.type in PRIMITIVE_ARRAYS:
        made.lists[ELEMENTS] = tuple(str(one) for one in held if isinstance(one, Plain))
    elif all(type(one) is int or one is None for one in held):
        made.links[ELEMENTS] = tuple(one for one in held if one is not None)
    else:
        raise Fault(say("structure {id}: “{key}” holds no such value.", id=made.id, key="%ELEMENTS"))


def _views(value: object) -> dict[int, tuple[int, ...]]:
    """The members of each view by the id of its sofa."""
    found: dict[int, tuple[int, ...]] = {}
    for view in value.values() if isinstance(value, dict) else ():
        sofa, members = (view.get("%SOFA"), view.get("%MEMBERS", [])) if isinstance(view, dict) else (None, None)
        if type(sofa) is not int or not isinstance(members, list) or not all(type(id) is int for id in members):
            raise Fault(say("“{key}” is not what it should be.", key=VIEWS))
        found[sofa] = tuple(members)
    return found
