"""The lines of brat's `.ann`: written from a record, and read into an arrival, every line that is wrong told.

    T1  PARTY 4 9            الجيش        a span; several fragments are parted by `;`
    E1  ATTACK:T9 agent:T1 TriggerSpan:T2
    R1  names Arg1:T2 Arg2:T1
    A1  kind T1 army
    #1  AnnotatorNotes T1    a note

An event's trigger has a type of its own in brat. Ours stands on the span that is the trigger, which `TriggerSpan`
names, or where there is none (`NoTrigger`), on the first span with a part in the event. Spans that speak about an event
are its `ClaimSpan`. In the events of others the trigger is a span like any other.
"""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count, groupby

from annotator.core.layer import Event, Relation
from annotator.core.record import Record
from annotator.core.sentence import Sentence, say
from annotator.core.span import IMPORTED, Attributes, Fragment, Span
from annotator.exchange.brat_name import (
    CLAIM_ROLE,
    LINE_BREAKS,
    NO_TRIGGER,
    TRIGGER_ROLE,
    from_brat,
    to_line,
    to_name,
    to_role,
    to_value,
)
from annotator.exchange.check import Fault
from annotator.exchange.reason import shown

BREAKS = re.compile(f"[{LINE_BREAKS}]+")
TEXT_LINE = re.compile(r"(T[^\s]+)\t([^\s]+) ([0-9]{1,9} [0-9]{1,9}(?:;[0-9]{1,9} [0-9]{1,9})*)\t(.*)", re.DOTALL)
EVENT_LINE = re.compile(r"(E[^\s]+)\t([^\s:]+):([^\s:]+)((?: [^\s:]+:[^\s:]+)*) *")
RELATION_LINE = re.compile(r"(R[^\s]+)\t([^\s]+) Arg1:([^\s]+) Arg2:([^\s]+)\s*")
ATTRIBUTE_LINE = re.compile(r"([AM][^\s]+)\t([^\s]+) ([^\s]+)(?: ([^\s]+))? *")
EQUAL_LINE = re.compile(r"\*\t([^\s]+) ([^\s]+(?: [^\s]+)+) *")
NORM_LINE = re.compile(r"(N[^\s]+)\t([^\s]+) ([^\s]+) ([^\s]+)(?:\t.*)?", re.DOTALL)
NOTE_LINE = re.compile(r"(#[^\s]*)\t([^\s]+) ([^\s]+)\t?(.*)", re.DOTALL)
NOTE = "AnnotatorNotes"
YES = "yes"
"""What an attribute without a value says."""

Numbered = tuple[int, Sentence]


def broken(fragments: Iterable[Fragment], text: str) -> tuple[Fragment, ...]:
    """The fragments cut at line breaks, which none may hold; nothing is left of one that holds nothing else."""
    return tuple(
        (start + piece.start(), start + piece.end())
        for start, end in fragments
        for piece in re.finditer(f"[^{LINE_BREAKS}]+", text[start:end])
    )


def mended(fragments: Sequence[Fragment], text: str) -> tuple[Fragment, ...]:
    """The fragments with those as one that only line breaks part."""
    found: list[Fragment] = []
    for start, end in fragments:
        gap = text[found[-1][1] : start] if found else ""
        if gap and BREAKS.fullmatch(gap):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(found)


def written(record: Record) -> Iterator[str]:
    """The lines of a record, which is as the format carries it."""
    names = {span.id: f"T{number}" for number, span in enumerate(record.spans, 1)}
    spans = {span.id: span for span in record.spans}
    marks, notes, fresh = count(1), count(1), count(len(names) + 1)

    def attributes(of: str, some: Attributes) -> Iterator[str]:
        for name, value in some:
            yield f"A{next(marks)}\t{to_name(name, (NO_TRIGGER,))} {of} {to_value(value)}"

    for span in record.spans:
        yield _span_line(names[span.id], span.label, span, record.article.text)
        yield from attributes(names[span.id], span.attributes)
        if span.note:
            yield f"#{next(notes)}\t{NOTE} {names[span.id]}\t{to_line(span.note)}"
    for number, event in enumerate(record.events, 1):
        anchor, name = f"T{next(fresh)}", f"E{number}"
        yield _span_line(anchor, event.type, spans[_anchor(event)], record.article.text)
        yield f"{name}\t{to_name(event.type)}:{anchor}{''.join(_parts(event, names))}"
        if event.trigger is None:
            yield f"A{next(marks)}\t{NO_TRIGGER} {name}"
        yield from attributes(name, event.attributes)
    for number, link in enumerate(record.relations, 1):
        yield f"R{number}\t{to_name(link.type)} Arg1:{names[link.source]} Arg2:{names[link.target]}"
        yield from attributes(f"R{number}", link.attributes)


def _span_line(name: str, label: str, span: Span, text: str) -> str:
    pieces = broken(span.fragments, text)
    places = ";".join(f"{start} {end}" for start, end in pieces)
    return f"{name}\t{to_name(label)} {places}\t{' '.join(text[start:end] for start, end in pieces)}"


def _anchor(event: Event) -> str:
    """The span on which the event stands in brat."""
    others = [span for _, span in event.arguments] + list(event.claims)
    return event.trigger or others[0]


def _parts(event: Event, names: Mapping[str, str]) -> Iterator[str]:
    parts = [(to_role(role), span) for role, span in event.arguments] + [(CLAIM_ROLE, span) for span in event.claims]
    if event.trigger is not None:
        parts.append((TRIGGER_ROLE, event.trigger))
    seen: dict[str, int] = {}
    for role, span in parts:
        seen[role] = seen.get(role, 0) + 1
        yield f" {role}{seen[role] if seen[role] > 1 else ''}:{names[span]}"


@dataclass(slots=True)
class Drafted:
    """An event as its line says it: the id of its trigger, and its parts by role."""

    type: str
    trigger: str
    parts: list[tuple[str, str]]


@dataclass(slots=True)
class Parsed:
    """What the lines say, by their ids; `lines` says where each stands, `faults` which of them are wrong."""

    spans: dict[str, Span] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    events: dict[str, Drafted] = field(default_factory=dict)
    relations: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    attributes: list[tuple[int, str, str, str]] = field(default_factory=list)
    notes: list[tuple[int, str, str]] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)
    faults: list[Numbered] = field(default_factory=list)
    passed_over: int = 0


def parse(content: str) -> Parsed:
    """Take the lines apart. What is no line of this format is among the faults."""
    found = Parsed()
    for number, line in enumerate(content.split("\n"), 1):
        line = line.removesuffix("\r")
        if line.strip():
            try:
                _take(found, number, line)
            except Fault as fault:
                found.faults.append((number, fault.sentence))
    return found


def _take(found: Parsed, number: int, line: str) -> None:
    for pattern, take in TAKERS:
        match = pattern.fullmatch(line)
        if match:
            take(found, number, match)
            return
    raise Fault(say("“{line}” is no line of brat's format.", line=shown(line)))


def _name(found: Parsed, number: int, name: str) -> str:
    if name in found.lines:
        raise Fault(say("“{value}” stands twice as “{key}”.", value=shown(name), key="id"))
    found.lines[name] = number
    return name


def _take_span(found: Parsed, number: int, match: re.Match[str]) -> None:
    name = _name(found, number, match[1])
    places = sorted((int(start), int(end)) for start, end in (place.split(" ") for place in match[3].split(";")))
    found.spans[name] = Span("", name, from_brat(match[2]), tuple(places), origin=IMPORTED)
    found.words[name] = match[4]


def _take_event(found: Parsed, number: int, match: re.Match[str]) -> None:
    parts = [part.partition(":") for part in match[4].split()]
    drafted = Drafted(from_brat(match[2]), match[3], [(role, span) for role, _, span in parts])
    found.events[_name(found, number, match[1])] = drafted


def _take_relation(found: Parsed, number: int, match: re.Match[str]) -> None:
    found.relations[_name(found, number, match[1])] = (from_brat(match[2]), match[3], match[4])


def _take_attribute(found: Parsed, number: int, match: re.Match[str]) -> None:
    _name(found, number, match[1])
    value = YES if match[4] is None else from_brat(match[4])
    found.attributes.append((number, match[3], match[2], value))


def _take_reference(found: Parsed, number: int, match: re.Match[str]) -> None:
    _name(found, number, match[1])
    found.attributes.append((number, match[3], match[2], match[4]))


def _take_equal(found: Parsed, number: int, match: re.Match[str]) -> None:
    first, *others = match[2].split(" ")
    for place, other in enumerate(others, 1):
        found.relations[_name(found, number, f"line{number}.{place}")] = (from_brat(match[1]), first, other)


def _take_note(found: Parsed, number: int, match: re.Match[str]) -> None:
    if match[2] == NOTE:
        found.notes.append((number, match[3], from_brat(match[4])))
    else:
        found.passed_over += 1


TAKERS: tuple[tuple[re.Pattern[str], Callable[[Parsed, int, re.Match[str]], None]], ...] = (
    (TEXT_LINE, _take_span),
    (EVENT_LINE, _take_event),
    (RELATION_LINE, _take_relation),
    (ATTRIBUTE_LINE, _take_attribute),
    (EQUAL_LINE, _take_equal),
    (NORM_LINE, _take_reference),
    (NOTE_LINE, _take_note),
)


def misfits(found: Parsed, text: str) -> list[Numbered]:
    """The spans whose words do not stand in the text where they say."""
    wrong = []
    for name, span in found.spans.items():
        words = " ".join(text[start:end] for start, end in span.fragments)
        if span.end > len(text) or any(start >= end for start, end in span.fragments):
            message = "the span at {start} to {end} is empty or runs past the text."
            wrong.append((found.lines[name], say(message, start=span.start, end=span.end)))
        elif words != found.words[name] and BREAKS.sub(" ", words) != BREAKS.sub(" ", found.words[name]):
            message = "the words “{words}” do not stand at {start} to {end}."
            said = shown(found.words[name])
            wrong.append((found.lines[name], say(message, words=said, start=span.start, end=span.end)))
    return wrong


@dataclass(slots=True)
class Resolved:
    """What the lines mean: spans, events and relations, and what the reader should know or cannot be."""

    spans: list[Span] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    faults: list[Numbered] = field(default_factory=list)
    told: list[Sentence] = field(default_factory=list)


def resolve(found: Parsed, text: str) -> Resolved:
    """Put spans, events and relations together. What refers to nothing is among the faults."""
    made = Resolved()
    values = dict(_by_owner(found))
    bare = {owner for _, owner, name, _ in found.attributes if name == NO_TRIGGER}
    anchors: set[str] = set()
    for name, drafted in found.events.items():
        if name in bare or any(role == TRIGGER_ROLE for role, _ in drafted.parts):
            anchors.add(drafted.trigger)
    notes = _notes(found, made)
    for name, span in found.spans.items():
        if name not in anchors:
            place, attributes = mended(span.fragments, text), values.get(name, ())
            made.spans.append(replace(span, fragments=place, attributes=attributes, note=notes.get(name, "")))
    spans = found.spans.keys() - anchors
    triggers = {name: _trigger(drafted, name in bare) for name, drafted in found.events.items()}
    for name in found.events:
        _resolve_event(found, made, name, triggers, spans, values.get(name, ()))
    for name, (kind, *ends) in found.relations.items():
        try:
            source, target = (_end(end, triggers, spans) for end in ends)
        except Fault as fault:
            made.faults.append((found.lines[name], fault.sentence))
            continue
        made.relations.append(Relation("", name, kind, source, target, values.get(name, ())))
    _tell(found, made)
    return made


def _by_owner(found: Parsed) -> Iterator[tuple[str, Attributes]]:
    """The attributes of each thing, in the order of their lines."""
    ordered = sorted(found.attributes, key=lambda row: (row[1], row[0]))
    for owner, rows in groupby(ordered, key=lambda row: row[1]):
        pairs = ((from_brat(name), value) for _, _, name, value in rows if name != NO_TRIGGER)
        yield owner, tuple(dict.fromkeys(pairs))


def _notes(found: Parsed, made: Resolved) -> dict[str, str]:
    """The notes of spans; others have no place here."""
    notes: dict[str, str] = {}
    for _, owner, words in found.notes:
        if owner in found.spans:
            notes[owner] = f"{notes[owner]}\n{words}" if owner in notes else words
        else:
            found.passed_over += 1
    for number, owner, _, _ in found.attributes:
        if owner not in found.lines:
            made.faults.append((number, _lost("attribute", owner)))
        elif owner[0] not in "TER":
            found.passed_over += 1
    return notes


def _trigger(drafted: Drafted, is_bare: bool) -> str | None:
    named = next((span for role, span in drafted.parts if role == TRIGGER_ROLE), None)
    return named or (None if is_bare else drafted.trigger)


def _resolve_event(
    found: Parsed,
    made: Resolved,
    name: str,
    triggers: Mapping[str, str | None],
    spans: Container[str],
    attributes: Attributes,
) -> None:
    drafted = found.events[name]
    roles = {role for role, _ in drafted.parts}
    parts: list[tuple[str, str]] = []
    try:
        trigger = triggers[name] and _end(triggers[name] or "", triggers, spans)
        for role, span in drafted.parts:
            parts.append((_role(role, roles), _end(span, triggers, spans)))
    except Fault as fault:
        made.faults.append((found.lines[name], fault.sentence))
        return
    arguments = tuple((from_brat(role), span) for role, span in parts if role not in (TRIGGER_ROLE, CLAIM_ROLE))
    claims = tuple(span for role, span in parts if role == CLAIM_ROLE)
    made.events.append(Event("", name, drafted.type, trigger or None, arguments, claims, attributes))


def _role(role: str, roles: Iterable[str]) -> str:
    """The role without the number that brat gives to the second of a kind."""
    base = role.rstrip("0123456789")
    return base if base in roles else role


def _end(name: str, triggers: Mapping[str, str | None], spans: Container[str]) -> str:
    """The span that is meant: that of the name, or the trigger of the event of the name. Raises Fault."""
    seen: set[str] = set()
    at: str | None = name
    while at is not None and at in triggers and at not in seen:
        seen.add(at)
        at = triggers[at]
    if at is None or at not in spans:
        raise Fault(_lost("line", name))
    return at


def _lost(key: str, value: str) -> Sentence:
    return say("“{key}” refers to “{value}”, which is not in the record.", key=key, value=shown(value))


def _tell(found: Parsed, made: Resolved) -> None:
    nested = sum(span in found.events for drafted in found.events.values() for _, span in drafted.parts)
    if nested:
        made.told.append(say("events with a part in other events became their triggers: {count}.", count=nested))
    if found.passed_over:
        message = "notes and attributes of other things than spans were passed over: {count}."
        made.told.append(say(message, count=found.passed_over))
