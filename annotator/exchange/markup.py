"""XML from elsewhere, read without any of what makes XML dangerous: a file that declares a document type is refused.

So nothing is expanded, nothing is fetched, and no file is larger inside than outside.
"""

from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from annotator.core.sentence import say
from annotator.exchange.check import Fault
from annotator.exchange.reason import shown

MAX_DEPTH = 32
DECLARED = say("it declares a document type (DTD), which can hide a bomb or fetch other files; such XML is not read.")
DEEP = say("it is nested too deeply.")


@dataclass(slots=True)
class Element:
    """An element: its namespace (may be empty) and name, its attributes by `namespace name`, text and children.

    `line` counts from 1; `text` is what stands directly inside.
    """

    space: str
    name: str
    line: int
    attributes: dict[str, str]
    children: list["Element"] = field(default_factory=list)
    text: str = ""


def parse_xml(raw: bytes) -> Element:
    """The root element. Raises Fault when it is no XML, declares a document type, or is nested too deeply."""
    parser = expat.ParserCreate(namespace_separator=" ")
    open_ones: list[Element] = []
    roots: list[Element] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        made = Element(space, local, parser.CurrentLineNumber, attributes)
        (open_ones[-1].children if open_ones else roots).append(made)
        open_ones.append(made)
        if len(open_ones) > MAX_DEPTH:
            raise Fault(DEEP)

    def read_text(text: str) -> None:
        open_ones[-1].text += text

    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    parser.ExternalEntityRefHandler = _refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda name: open_ones.pop()
    parser.CharacterDataHandler = read_text
    parser.buffer_text = True
    try:
        parser.Parse(raw, True)
    except expat.ExpatError as error:
        reason = shown(expat.ErrorString(error.code), 100)
        raise Fault(say("line {line} is not valid XML: {reason}.", line=error.lineno, reason=reason)) from None
    except (LookupError, ValueError) as error:
        # An encoding that Python does not know, or cannot read letter by letter.
        raise Fault(say("it cannot be decoded: {reason}.", reason=shown(str(error), 100))) from None
    return roots[0]


def _refuse(*declared: Any) -> Any:
    raise Fault(DECLARED)
