"""UIMA CAS as XMI: one file for each record, in a folder with the type system without which XMI is not understood.

dkpro-cassis writes it; this module reads it, files of others as well, and so checks what was written. The type system
is looked for beside the file. XML has no way to say U+FFFE, U+FFFF and most control characters: a text that holds one
cannot be written.
"""

import re
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from annotator.core.record import Record
from annotator.core.sentence import say
from annotator.core.span import Attributes
from annotator.exchange import About, ExportError, Outcome, Progress, Written
from annotator.exchange.cas import REFERENCES, SOFA, UNWRITABLE, Cas, Structure, fit, load_bounded, make_cas
from annotator.exchange.cas_folder import carry, read_cas, write_cas
from annotator.exchange.check import Fault
from annotator.exchange.folder import TYPE_SYSTEM
from annotator.exchange.markup import Element, parse_xml
from annotator.exchange.option import Options
from annotator.exchange.reason import shown

SUFFIX = ".xmi"
XMI = "http://www.omg.org/XMI"
ID = f"{XMI} id"
ECORE = re.compile(r"http:///(.+)\.ecore")
NO_PACKAGE = "uima.noNamespace"
NUMBERS = re.compile(r"[0-9]{1,10}(?: [0-9]{1,10})*")
PLAIN = frozenset(
    f"uima.cas.{name}{array}"
    for name in ("String", "Boolean", "Byte", "Short", "Integer", "Long", "Float", "Double")
    for array in ("", "Array", "List")
)
"""Ranges of features that do not refer to structures."""


@dataclass(slots=True)
class Kind:
    """A type of a type system: what it is a kind of, and the ranges of its own features."""

    parent: str
    ranges: dict[str, str] = field(default_factory=dict)


Kinds = dict[str, Kind]


def carried(record: Record, options: Options) -> Record:
    """Everything but remarks, decisions, where spans came from, and characters that XML cannot hold."""
    return _carried(record)


def _carried(record: Record) -> Record:
    kept = carry(record)
    return replace(
        kept,
        spans=tuple(
            replace(span, note=fit(span.note), attributes=_fitting(span.attributes)) for span in kept.spans
        ),
        events=tuple(replace(event, attributes=_fitting(event.attributes)) for event in kept.events),
        relations=tuple(replace(link, attributes=_fitting(link.attributes)) for link in kept.relations),
    )


def _fitting(attributes: Attributes) -> Attributes:
    return tuple(sorted((name, fit(value)) for name, value in attributes))


def recognises(path: Path, head: bytes) -> bool:
    """Whether the file begins like XMI."""
    return XMI.encode() in head


def read(path: Path, labels: Container[str], encoding: str | None = None, strict: bool = False) -> Iterator[Outcome]:
    """The article of a file with its layer; or one Refusal. `encoding` is not used: XML says its own."""
    return read_cas(path, _parser(), labels, strict)


def write(records: Iterable[Record], out: Path, about: About, on_progress: Progress | None = None) -> Written:
    """Write the folder `out`, read every file back by our own reader, then put it in place. Raises ExportError."""
    whole = map(_need_writable, records)
    return write_cas(whole, out, about, _parser(), _serialised, _carried, SUFFIX, on_progress)


def _need_writable(record: Record) -> Record:
    """The record. Raises ExportError where XML cannot hold its text."""
    found = UNWRITABLE.search(record.article.text)
    if found:
        message = (
            "Export stopped. No file was left behind. The text of article “{article}” has a character ({code}) at "
            "{position} that XML cannot hold. Export as CAS JSON instead."
        )
        code = f"U+{ord(found.group()):04X}"
        raise ExportError(say(message, article=record.article.id, code=code, position=found.start()))
    return record


def _serialised(cas: Any) -> bytes:
    written: bytes = cas.to_xmi(pretty_print=False).encode("utf-8")
    return written + b"\n"


def _parser() -> Callable[[Path], Cas]:
    """A parser that reads the type system of a folder once."""
    known: dict[Path, Kinds] = {}

    def parse(path: Path) -> Cas:
        root = parse_xml(load_bounded(path))
        if (root.space, root.name) != (XMI, "XMI"):
            raise Fault(say("it is XML, but no XMI."))
        if path.parent not in known:
            known[path.parent] = _kinds_beside(path)
        return _cas(root, known[path.parent])

    return parse


def _kinds_beside(path: Path) -> Kinds:
    """The types of the type system beside the file; none where there is none. Raises Fault."""
    beside = (other for other in sorted(path.parent.iterdir()) if other.name.lower() == TYPE_SYSTEM)
    found = next(beside, None)
    try:
        return to_kinds(parse_xml(load_bounded(found))) if found else {}
    except Fault as fault:
        message = "its type system “{name}” cannot be read: {reason}"
        raise Fault(say(message, name=TYPE_SYSTEM, reason=fault.sentence)) from None


def to_kinds(root: Element) -> Kinds:
    """The types that a type system describes, by name."""
    kinds: Kinds = {}
    for one in (one for types in _inside(root, "types") for one in _inside(types, "typeDescription")):
        kind = kinds.setdefault(_text(one, "name"), Kind(_text(one, "supertypeName")))
        for features in _inside(one, "features"):
            for feature in _inside(features, "featureDescription"):
                kind.ranges[_text(feature, "name")] = _text(feature, "rangeTypeName")
    return kinds


def _inside(element: Element, name: str) -> Iterator[Element]:
    return (child for child in element.children if child.name == name)


def _text(element: Element, name: str) -> str:
    return next((child.text.strip() for child in _inside(element, name)), "")


def _cas(root: Element, kinds: Kinds) -> Cas:
    structures: list[Structure] = []
    views: dict[int, tuple[int, ...]] = {}
    for element in root.children:
        name = _type_of(element)
        if name == "uima.cas.View":
            (sofa,) = _ids(element, element.attributes.get("sofa", ""))[:1] or (0,)
            views[sofa] = _ids(element, element.attributes.get("members", ""))
        elif name != "uima.cas.NULL":
            structures.append(_structure(element, name, kinds))
    return make_cas(structures, views)


def _type_of(element: Element) -> str:
    """The type that an element is of: its namespace is the package as an address."""
    found = ECORE.fullmatch(element.space)
    package = found[1].replace("/", ".") if found else ""
    return f"{package}.{element.name}" if package not in ("", NO_PACKAGE) else element.name


def _structure(element: Element, name: str, kinds: Kinds) -> Structure:
    id = element.attributes.get(ID, "")
    if not NUMBERS.fullmatch(id) or " " in id:
        raise Fault(say("line {line}: “{name}” has no id.", line=element.line, name=shown(element.name)))
    made = Structure(int(id), name)
    for feature, value in element.attributes.items():
        if " " in feature:
            continue
        if _refers(name, feature, kinds):
            made.links[feature] = _ids(element, value)
        else:
            made.values[feature] = value
    for child in element.children:
        made.lists[child.name] = (*made.lists.get(child.name, ()), child.text)
    return made


def _refers(name: str, feature: str, kinds: Kinds) -> bool:
    """Whether a feature's value is the ids of other structures."""
    if name == SOFA or feature in ("begin", "end"):
        return False
    at, seen = name, set[str]()
    while at in kinds and at not in seen:
        seen.add(at)
        if feature in kinds[at].ranges:
            return not _is_plain(kinds[at].ranges[feature], kinds)
        at = kinds[at].parent
    return feature in REFERENCES


def _is_plain(name: str, kinds: Kinds) -> bool:
    """Whether values of the type are no structures: built in, or a kind of text with its own list of values."""
    return name in PLAIN or (name in kinds and kinds[name].parent == "uima.cas.String")


def _ids(element: Element, value: str) -> tuple[int, ...]:
    if not value.strip():
        return ()
    if not NUMBERS.fullmatch(value.strip()):
        message = "line {line}: “{value}” is no list of ids."
        raise Fault(say(message, line=element.line, value=shown(value)))
    return tuple(map(int, value.split()))
