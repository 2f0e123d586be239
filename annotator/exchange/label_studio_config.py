"""Label Studio's labelling configuration: made from the scheme and whatever the data needs besides, and read back.

A label's attribute is a list of choices for each region, named `LABEL_attribute`; a value that is none of the scheme's
choices is a text for each region, named `text_LABEL_attribute`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree

from annotator.core.record import Record
from annotator.core.scheme import CHOICE, YES, YES_NO, Attribute, Label, Scheme
from annotator.exchange.markup import Element, parse_xml

LABELS, TEXT, FREE = "label", "text", "text_"
RIGHT_TO_LEFT = "direction: rtl; text-align: right; line-height: 2; white-space: pre-wrap"
DEFAULT_COLOUR = "#888888"

Control = tuple[str, str]
"""A label and one of its attributes."""


@dataclass(slots=True)
class Seen:
    """What the data holds, so that the configuration has it too."""

    labels: set[str] = field(default_factory=set)
    relations: set[str] = field(default_factory=set)
    free: set[Control] = field(default_factory=set)

    def add(self, record: Record, scheme: Scheme) -> None:
        """Note what one record needs."""
        self.relations.update(link.type for link in record.relations)
        for span in record.spans:
            self.labels.add(span.label)
            for name, value in span.attributes:
                if not is_choice(scheme, span.label, name, value):
                    self.free.add((span.label, name))


def is_choice(scheme: Scheme, label: str, name: str, value: str) -> bool:
    """Whether the value is one of the choices that the scheme gives the label for this attribute."""
    known = scheme.label(label)
    attribute = known.attribute(name) if known else None
    return attribute is not None and value in choices(attribute)


def choices(attribute: Attribute) -> list[str]:
    """The values to choose among; none for an attribute that holds text or a number."""
    if attribute.kind == YES_NO:
        return [YES]
    return [choice.id for choice in attribute.choices] if attribute.kind == CHOICE else []


def choice_name(label: str, attribute: str) -> str:
    """The name of the control that holds the choices."""
    return f"{label}_{attribute}"


def free_name(label: str, attribute: str) -> str:
    """The name of the control that holds a text."""
    return f"{FREE}{label}_{attribute}"


def attribute_of(control: str, label: str, is_free: bool) -> str:
    """The attribute that a control stands for on a span with this label; others' controls stand for their own name."""
    prefix = free_name(label, "") if is_free else choice_name(label, "")
    return control[len(prefix) :] if control.startswith(prefix) and len(control) > len(prefix) else control


def config(scheme: Scheme, seen: Seen, language: str) -> bytes:
    """The configuration as XML. Raises Fault when a name holds what XML cannot."""
    view = ElementTree.Element("View")
    labels = ElementTree.SubElement(view, "Labels", name=LABELS, toName=TEXT)
    known = [label for label in scheme.every_label if label.in_use or label.id in seen.labels]
    for label in known:
        ElementTree.SubElement(labels, "Label", _label(label, language))
    for name in sorted(seen.labels - {label.id for label in known}):
        ElementTree.SubElement(labels, "Label", value=name)
    _add_relations(view, scheme, seen, language)
    box = ElementTree.SubElement(view, "View", style=RIGHT_TO_LEFT)
    ElementTree.SubElement(box, "Text", name=TEXT, value=f"${TEXT}", granularity="symbol")
    _add_controls(view, known, seen, language)
    ElementTree.indent(view)
    data: bytes = ElementTree.tostring(view, encoding="utf-8", xml_declaration=False)
    parse_xml(data)
    return data + b"\n"


def _label(label: Label, language: str) -> dict[str, str]:
    colours = label.colours.get("light")
    colour = colours.bar if colours else DEFAULT_COLOUR
    return {"value": label.id, "hotkey": label.key, "background": colour, "hint": label.name(language)}


def _add_relations(view: ElementTree.Element, scheme: Scheme, seen: Seen, language: str) -> None:
    relations = ElementTree.SubElement(view, "Relations")
    known = {kind.id: kind.name(language) for kind in scheme.relations}
    for name in (*known, *sorted(seen.relations - known.keys())):
        ElementTree.SubElement(relations, "Relation", value=name)


def _add_controls(view: ElementTree.Element, labels: Iterable[Label], seen: Seen, language: str) -> None:
    free = set(seen.free)
    for label in labels:
        for attribute in label.attributes:
            values = choices(attribute)
            if values:
                name = choice_name(label.id, attribute.id)
                box = ElementTree.SubElement(view, "Choices", _region(name, label.id), choice="single")
                for value in values:
                    choice = attribute.choice(value)
                    hint = choice.name(language) if choice else attribute.name(language)
                    ElementTree.SubElement(box, "Choice", value=value, hint=hint)
            else:
                free.add((label.id, attribute.id))
    for label_id, attribute_id in sorted(free):
        ElementTree.SubElement(view, "TextArea", _region(free_name(label_id, attribute_id), label_id), rows="1")


def _region(name: str, label: str) -> dict[str, str]:
    """The attributes of a control that shows for a region with this label."""
    return {"name": name, "toName": TEXT, "perRegion": "true", "whenTagName": LABELS, "whenLabelValue": label}


def text_keys(data: bytes) -> dict[str, str]:
    """By the name of each text that the configuration shows, the key of a task's data that holds it. Raises Fault."""
    texts = (element.attributes for element in _all(parse_xml(data)) if element.name == "Text")
    return {said.get("name", ""): said.get("value", "").removeprefix("$") for said in texts}


def _all(element: Element) -> Iterator[Element]:
    yield element
    for child in element.children:
        yield from _all(child)
