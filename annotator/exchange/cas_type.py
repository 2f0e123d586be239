"""Our layers as a UIMA type system, made with dkpro-cassis: the attributes of the scheme, and of the records, are
features of their layers."""

import importlib
import keyword
import re
from collections.abc import Iterable, Iterator
from typing import Any

from annotator.core.record import Record
from annotator.core.scheme import Scheme
from annotator.core.sentence import say
from annotator.core.span import Attributes
from annotator.exchange import ExportError
from annotator.exchange.cas import (
    ANNOTATOR,
    ARGUMENTS,
    ARTICLE,
    ARTICLE_ID,
    CLAIMS,
    EVENT,
    FRAGMENT,
    FRAGMENTS,
    ID,
    LABEL,
    LINKED,
    METADATA,
    NOTE,
    OTHERS,
    RELATION,
    ROLE,
    SOURCE_END,
    SPAN,
    TARGET_END,
    TOLD,
    TRIGGER,
)

TEXT, ARRAY, TOP, ANNOTATION = "uima.cas.String", "uima.cas.FSArray", "uima.cas.TOP", "uima.tcas.Annotation"
IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,99}")
TAKEN = frozenset({"self", "type", "xmiID", "sofa", "begin", "end", "elements", "id", TOLD, LABEL, NOTE, ID, OTHERS})
TAKEN |= {FRAGMENTS, TRIGGER, ARGUMENTS, CLAIMS, SOURCE_END, TARGET_END}
"""Names that no attribute can have as a feature: they mean something to us, to UIMA or to the library."""
SLOTS = {
    (SPAN, FRAGMENTS): FRAGMENT,
    (EVENT, TRIGGER): SPAN,
    (EVENT, ARGUMENTS): SPAN,
    (EVENT, CLAIMS): SPAN,
}
LAYERS = {
    SPAN: "Words of the text under a label.",
    FRAGMENT: "A piece of a span that has several.",
    EVENT: "What happened, at its trigger; slots hold the spans that play a part in it.",
    RELATION: "A link from one span to another.",
}


def library() -> Any:
    """The module cassis, imported only now. Raises ExportError when it is not installed."""
    try:
        return importlib.import_module("cassis")
    except ImportError as error:
        message = 'Export stopped. This format needs “{name}”. Install it with: pip install "hashiya[{extra}]"'
        raise ExportError(say(message, name="dkpro-cassis", extra="cas")) from error


class Types:
    """A type system that grows with the attributes that records turn out to have."""

    def __init__(self, cassis: Any, scheme: Scheme) -> None:
        self.cassis = cassis
        self._names: dict[str, set[str]] = {SPAN: set(), EVENT: set(), RELATION: set()}
        self._add(SPAN, (one.id for label in scheme.labels for one in label.attributes))
        self._add(EVENT, (one.id for kind in scheme.events for one in kind.attributes))
        self.system = self._made()

    def admit(self, record: Record) -> None:
        """Make room for the attributes of the record."""
        rows = ((SPAN, record.spans), (EVENT, record.events), (RELATION, record.relations))
        grown = [layer for layer, some in rows if self._add(layer, _names(row.attributes for row in some))]
        if grown:
            self.system = self._made()

    def _add(self, layer: str, names: Iterable[str]) -> bool:
        known = self._names[layer]
        before = len(known)
        known.update(filter(can_be_feature, names))
        return len(known) > before

    def _made(self) -> Any:
        system = self.cassis.TypeSystem()
        for name, words in LAYERS.items():
            system.create_type(name, ANNOTATION, words)
        for layer in (SPAN, EVENT, RELATION):
            for feature in (LABEL, *sorted(self._names[layer]), OTHERS, ID):
                system.create_feature(layer, feature, TEXT)
        system.create_feature(SPAN, NOTE, TEXT)
        for (layer, feature), target in SLOTS.items():
            _add_slot(system, layer, feature, target)
        for end in (SOURCE_END, TARGET_END):
            system.create_feature(RELATION, end, SPAN)
        _add_metadata(system)
        return system


def _names(some: Iterable[Attributes]) -> Iterator[str]:
    return (name for attributes in some for name, _ in attributes)


def can_be_feature(name: str) -> bool:
    """Whether an attribute of this name can be a feature of its layer."""
    return name not in TAKEN and IDENTIFIER.fullmatch(name) is not None and not keyword.iskeyword(name)


def link_type(layer: str, feature: str) -> str:
    """The type of the links of a slot, named as INCEpTION names them."""
    return f"{layer}{feature.capitalize()}Link"


def _add_slot(system: Any, layer: str, feature: str, target: str) -> None:
    name = link_type(layer, feature)
    system.create_type(name, TOP)
    system.create_feature(name, ROLE, TEXT)
    system.create_feature(name, LINKED, target)
    system.create_feature(layer, feature, ARRAY, elementType=name)


def _add_metadata(system: Any) -> None:
    system.create_type(ARTICLE, "uima.cas.AnnotationBase", "What is known about the article and the layer.")
    for feature in (ARTICLE_ID, ANNOTATOR, TOLD):
        system.create_feature(ARTICLE, feature, TEXT)
    system.create_type(METADATA, "uima.tcas.DocumentAnnotation")
    for feature in ("documentTitle", "documentId", "documentUri", "collectionId", "documentBaseUri"):
        system.create_feature(METADATA, feature, TEXT)
    system.create_feature(METADATA, "isLastSegment", "uima.cas.Boolean")
