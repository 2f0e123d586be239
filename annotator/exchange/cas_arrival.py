"""What a CAS says about spans, events and relations: our own layers to the letter, those of others as far as they go.

An annotation of others is a span: its label is the name of its layer where the scheme has a label of that name, else
its feature `label` or `value`, else the name of the layer; what else it says are attributes. Annotations with slots are
triggers of events as well. Words, sentences, grammar and what INCEpTION notes for itself are passed over.
"""

from collections import Counter
from collections.abc import Container, Iterator
from dataclasses import dataclass, field

import msgspec

from annotator.arabic.offsets import Utf16Map, map_utf16
from annotator.core.identity import is_id
from annotator.core.layer import PREDICTION, Event, Relation
from annotator.core.sentence import Sentence, say
from annotator.core.span import IMPORTED, PREDICTED, Attributes, Fragment, Span
from annotator.exchange.arrival import Arrival, Told, made_id, told_of
from annotator.exchange.cas import (
    ANNOTATOR,
    ARGUMENTS,
    ARTICLE,
    ARTICLE_ID,
    CLAIMS,
    DOCUMENT,
    ELEMENTS,
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
    Cas,
    Structure,
)
from annotator.exchange.check import Fault, surrogate_fault, text_fault
from annotator.exchange.feed import decode
from annotator.exchange.reason import shown

TOOL = "uima"
OURS = frozenset({SPAN, EVENT, RELATION})
QUIET = (
    "uima.cas.",
    DOCUMENT,
    ARTICLE,
    FRAGMENT,
    "de.tudarmstadt.ukp.dkpro.core.api.metadata.",
    "de.tudarmstadt.ukp.dkpro.core.api.segmentation.",
    "de.tudarmstadt.ukp.clarin.webanno.api.type.",
    "de.tudarmstadt.ukp.inception.",
)
"""How the types begin that say nothing about the words."""
GRAMMAR = tuple(f"de.tudarmstadt.ukp.dkpro.core.api.{name}." for name in ("lexmorph", "syntax", "transform"))
"""How the types of grammar begin, which annotate every word and are passed over."""
LABELS = (LABEL, "value", "DependencyType")
NO_ATTRIBUTES = frozenset({"begin", "end", "sofa", ID, NOTE, OTHERS})
MOST = 2**31


@dataclass(slots=True)
class Found:
    """What was read of a CAS so far: spans by the ids of their structures, and how much of each kind was passed over.

    `empty` counts annotations on no text, `ids` are those given out for each kind of thing.
    """

    cas: Cas
    labels: Container[str] | None
    offsets: Utf16Map
    origin: str = IMPORTED
    spans: dict[int, Span] = field(default_factory=dict)
    passed: Counter[str] = field(default_factory=Counter)
    empty: int = 0
    ids: set[tuple[str, str]] = field(default_factory=set)


def to_arrival(
    cas: Cas, labels: Container[str] | None, annotator: str = ""
) -> tuple[Arrival, list[Sentence]]:
    """What a CAS says, and what its reader should know. `annotator` is a name for files that say none. Raises Fault."""
    fault = surrogate_fault(cas.text) or text_fault(cas.text)
    if fault:
        raise Fault(fault)
    found = Found(cas, labels, map_utf16(cas.text))
    some = [cas.structures[id] for id in cas.members]
    article = next((one for one in some if one.type == ARTICLE), None)
    told = _told(article)
    if told and told.layer and told.layer.kind == PREDICTION:
        found.origin = PREDICTED
    known = [one for one in some if not one.type.startswith((*QUIET, *GRAMMAR))]
    found.passed.update(one.type for one in some if one.type.startswith(GRAMMAR))
    # Whatever refers to spans comes when they are known.
    for one in filter(_is_span, known):
        if one.values["begin"] == one.values["end"]:
            found.empty += 1
        else:
            found.spans[one.id] = _span(found, one)
    events = [event for one in known for event in _events(found, one)]
    links = [link for one in known for link in _relations(found, one)]
    found.passed.update(one.type for one in known if not (_is_span(one) or one.type == EVENT or _is_linking(one)))
    arrival = Arrival(
        TOOL,
        cas.text,
        _said(article, ANNOTATOR) or annotator,
        _said(article, ARTICLE_ID),
        told,
        has_layer=bool(found.spans),
        free={} if article else _free(some),
        spans=list(found.spans.values()),
        events=events,
        relations=links,
    )
    return arrival, list(_sentences(found))


def _sentences(found: Found) -> Iterator[Sentence]:
    if found.cas.views:
        yield say("further texts (views) in the file were passed over: {count}.", count=found.cas.views)
    if found.empty:
        yield say("annotations on no text at all were passed over: {count}.", count=found.empty)
    for name, count in sorted(found.passed.items()):
        yield say("of the kind “{kind}”, these were passed over: {count}.", kind=shown(name, 100), count=count)


def _said(article: Structure | None, feature: str) -> str | None:
    value = article.values.get(feature) if article else None
    return value if isinstance(value, str) and value else None


def _told(article: Structure | None) -> Told | None:
    value = _said(article, TOLD)
    return told_of(decode(value.encode("utf-8", "replace"))) if value else None


def _free(some: list[Structure]) -> dict[str, str]:
    """What another program says about its document."""
    about = next((one for one in some if one.type == METADATA), None)
    names = ("documentTitle", "documentId", "documentUri")
    return {name: str(about.values[name]) for name in names if about and about.values.get(name)}


def _is_relation(one: Structure) -> bool:
    return SOURCE_END in one.links and TARGET_END in one.links


def _is_linking(one: Structure) -> bool:
    """Whether it is a relation, or a link of a slot, which some programs list beside the annotations."""
    return _is_relation(one) or LINKED in one.links or one.type.endswith("[]")


def _is_span(one: Structure) -> bool:
    return one.type != EVENT and not _is_relation(one) and "begin" in one.values and "end" in one.values


def _span(found: Found, one: Structure) -> Span:
    label, attributes = _named(one, found.labels)
    pieces = sorted(_place(found, piece) for _, piece in _slot(found, one, FRAGMENTS)) if one.type == SPAN else []
    place = _place(found, one)
    if not pieces or (pieces[0][0], pieces[-1][1]) != place:
        # Moved in another program, which knows one piece only.
        pieces = [place]
    id = _id(found, one, "span", label, *pieces)
    note = one.values.get(NOTE, "") if one.type == SPAN else ""
    return Span("", id, label, tuple(pieces), attributes, str(note), found.origin)


def _place(found: Found, one: Structure) -> Fragment:
    """Half-open code points. Raises Fault."""
    begin, end = (_number(one.values.get(key)) for key in ("begin", "end"))
    place = found.offsets.to_codepoint(begin), found.offsets.to_codepoint(end)
    if not 0 <= place[0] <= place[1] <= len(found.cas.text):
        message = "annotation {id} ({kind}) says {begin} to {end}, which is not in the text."
        raise Fault(say(message, id=one.id, kind=shown(one.name), begin=begin, end=end))
    if tuple(map(found.offsets.to_utf16, place)) != (begin, end):
        message = "annotation {id} ({kind}) begins or ends inside a character, at {begin} to {end}."
        raise Fault(say(message, id=one.id, kind=shown(one.name), begin=begin, end=end))
    return place


def _number(value: object) -> int:
    """An offset, or -1 for what is none."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 11:
        value = int(value)
    return value if type(value) is int and 0 <= value < MOST else -1


def _named(one: Structure, labels: Container[str] | None = None) -> tuple[str, Attributes]:
    """The label of an annotation, and its attributes in order. Raises Fault."""
    is_kind = one.type not in OURS and labels is not None and one.name in labels
    key = None if is_kind else next((key for key in LABELS if one.values.get(key) not in (None, "")), None)
    if key is None and one.type in OURS:
        raise Fault(say("annotation {id} ({kind}) has no label.", id=one.id, kind=one.name))
    left_out = NO_ATTRIBUTES | {key} if one.type in OURS else {"begin", "end", "sofa", key}
    attributes = [(name, _plain(value)) for name, value in one.values.items() if name not in left_out]
    attributes += [(name, text) for name, some in one.lists.items() for text in some]
    label = one.name if key is None else _plain(one.values[key])
    return label, tuple(sorted([*attributes, *_others(one)]))


def _plain(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _others(one: Structure) -> Attributes:
    value = one.values.get(OTHERS) if one.type in OURS else None
    if not value:
        return ()
    try:
        return tuple(msgspec.json.decode(str(value).encode("utf-8", "replace"), type=list[tuple[str, str]]))
    except (msgspec.DecodeError, RecursionError):
        raise Fault(say("annotation {id}: “{key}” is not a list of pairs.", id=one.id, key=OTHERS)) from None


def _id(found: Found, one: Structure, kind: str, *said: object) -> str:
    """The id that the file keeps for us, unless it is taken, as by the original of a copy made in another program."""
    id = one.values.get(ID)
    if not isinstance(id, str) or not is_id(id) or (kind, id) in found.ids:
        id, count = made_id(kind, *said), 0
        while (kind, id) in found.ids:
            count += 1
            id = made_id(kind, *said, count)
    found.ids.add((kind, id))
    return id


def _slot(found: Found, one: Structure, feature: str) -> Iterator[tuple[str, Structure]]:
    """Role and annotation of each link in a slot. Raises Fault when one leads nowhere."""
    known = found.cas.structures
    for id in one.links.get(feature, ()):
        held = _known(known, one, id)
        for inner in held.links.get(ELEMENTS, (id,)):
            link = _known(known, one, inner)
            for target in link.links.get(LINKED, ()):
                yield str(link.values.get(ROLE, "")), _known(known, one, target)


def _known(known: dict[int, Structure], one: Structure, id: int) -> Structure:
    if id not in known:
        raise Fault(say("annotation {id} refers to {target}, which is not there.", id=one.id, target=id))
    return known[id]


def _players(found: Found, one: Structure, feature: str) -> list[tuple[str, str]]:
    """Role and span of each link in a slot; what is no span is passed over."""
    pairs = list(_slot(found, one, feature))
    found.passed.update(target.type for _, target in pairs if target.id not in found.spans)
    return [(role, found.spans[target.id].id) for role, target in pairs if target.id in found.spans]


def _events(found: Found, one: Structure) -> Iterator[Event]:
    if one.type == EVENT:
        label, attributes = _named(one)
        trigger = [span for _, span in _players(found, one, TRIGGER)]
        arguments = _players(found, one, ARGUMENTS)
        claims = [span for _, span in _players(found, one, CLAIMS)]
        first = trigger[0] if trigger else None
    elif one.id in found.spans and one.type != SPAN:
        slots = (name for name in one.links if name not in (SOURCE_END, TARGET_END, "sofa"))
        arguments = [(role or name, span) for name in slots for role, span in _players(found, one, name)]
        label, attributes, first, claims = found.spans[one.id].label, (), found.spans[one.id].id, []
    else:
        return
    if one.type == EVENT or arguments:
        id = _id(found, one, "event", label, first, arguments, claims, attributes)
        yield Event("", id, label, first, tuple(arguments), tuple(claims), attributes)


def _relations(found: Found, one: Structure) -> Iterator[Relation]:
    if not _is_relation(one):
        return
    ends = [found.spans.get(id) for key in (SOURCE_END, TARGET_END) for id in one.links[key][:1]]
    source, target = (*ends, None, None)[:2]
    if source is None or target is None:
        found.passed[one.type] += 1
        return
    label, attributes = _named(one)
    id = _id(found, one, "relation", label, source.id, target.id, attributes)
    yield Relation("", id, label, source.id, target.id, attributes)
