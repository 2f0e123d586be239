"""A record as a CAS of dkpro-cassis, which counts code points and writes UTF-16 by itself."""

from collections.abc import Iterable
from typing import Any

from annotator.core.layer import Event
from annotator.core.record import Record
from annotator.core.span import Attributes, Fragment
from annotator.exchange.arrival import tell
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
    METADATA,
    NOTE,
    OTHERS,
    RELATION,
    SOURCE_END,
    SPAN,
    TARGET_END,
    TOLD,
    TRIGGER,
    UNWRITABLE,
    fit,
)
from annotator.exchange.cas_type import Types, can_be_feature, link_type
from annotator.exchange.escape import json_line

Slot = tuple[str, Any]
"""A role and the annotation that plays it."""


def make_draft(types: Types, record: Record) -> Any:
    """The CAS of a record, which is as the format carries it. Raises ValueError where it has no such form."""
    types.admit(record)
    cas = types.cassis.Cas(typesystem=types.system)
    cas.sofa_string, cas.sofa_mime = record.article.text, "text/plain"
    _add_article(types.system, cas, record)
    spans = {span.id: _span(types.system, cas, span) for span in record.spans}
    for event in record.events:
        _add_event(types.system, cas, event, spans, first_word(record.article.text))
    for link in record.relations:
        source, target = spans[link.source], spans[link.target]
        ends = {SOURCE_END: source, TARGET_END: target, "begin": target.begin, "end": target.end}
        cas.add(_made(types.system, RELATION, link.type, link.id, link.attributes, **ends))
    return cas


def _add_article(system: Any, cas: Any, record: Record) -> None:
    article = record.article
    address = fit(article.url) if article.url else None
    known = {"documentTitle": fit(article.title), "documentId": article.id, "documentUri": address}
    cas.add(system.get_type(METADATA)(begin=0, end=len(article.text), language="ar", **known))
    name = record.annotator.name if record.annotator else None
    told = {ARTICLE_ID: article.id, ANNOTATOR: name, TOLD: _json(tell(record))}
    cas.add(system.get_type(ARTICLE)(**told))


def _span(system: Any, cas: Any, span: Any) -> Any:
    found = _made(system, SPAN, span.label, span.id, span.attributes, begin=span.start, end=span.end)
    setattr(found, NOTE, span.note or None)
    if len(span.fragments) > 1:
        pieces = [system.get_type(FRAGMENT)(begin=start, end=end) for start, end in span.fragments]
        cas.add_all(pieces)
        setattr(found, FRAGMENTS, _slots(system, SPAN, FRAGMENTS, (("", piece) for piece in pieces)))
    cas.add(found)
    return found


def _add_event(system: Any, cas: Any, event: Event, spans: dict[str, Any], otherwise: Fragment) -> None:
    """The event, at its trigger, else at the first span that plays a part in it."""
    trigger = [("", spans[event.trigger])] if event.trigger else []
    arguments = [(role, spans[id]) for role, id in event.arguments]
    claims = [("", spans[id]) for id in event.claims]
    begin, end = next(((one.begin, one.end) for _, one in (*trigger, *arguments, *claims)), otherwise)
    found = _made(system, EVENT, event.type, event.id, event.attributes, begin=begin, end=end)
    for feature, some in ((TRIGGER, trigger), (ARGUMENTS, arguments), (CLAIMS, claims)):
        if some:
            setattr(found, feature, _slots(system, EVENT, feature, some))
    cas.add(found)


def _made(system: Any, layer: str, label: str, id: str, attributes: Attributes, **more: Any) -> Any:
    """An annotation of one of our layers; an attribute's first value is a feature where it can be."""
    features: dict[str, str] = {}
    others: list[tuple[str, str]] = []
    for name, value in attributes:
        if can_be_feature(name) and name not in features:
            features[name] = value
        else:
            others.append((name, value))
    known = {LABEL: label, ID: id, OTHERS: _json(others) if others else None}
    return system.get_type(layer)(**known, **features, **more)


def _json(value: Any) -> str:
    """JSON in which everything stands that XML cannot hold, too."""
    return UNWRITABLE.sub(lambda found: f"\\u{ord(found.group()):04x}", json_line(value))


def _slots(system: Any, layer: str, feature: str, some: Iterable[Slot]) -> Any:
    link = system.get_type(link_type(layer, feature))
    return system.get_type("uima.cas.FSArray")(elements=[link(role=role, target=one) for role, one in some])


def first_word(text: str) -> Fragment:
    """Where an event stands that has no place of its own: at the first word. Half-open code points."""
    start = len(text) - len(text.lstrip())
    return start, start + len(text[start:].split(maxsplit=1)[0])
