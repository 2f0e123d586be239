"""Event words: how an event and the claims about it are said, as pieces of a sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from annotator.core.frame import attribute, fillers, is_silent, sentence
from annotator.core.layer import Event, Relation
from annotator.core.scheme import CHOICE, YES, Attribute, EventType, RelationType, Scheme
from annotator.core.span import Span, quote
from annotator.ui.framing import CLAIMS
from annotator.ui.language import current, number
from annotator.ui.linking import claim_relations
from annotator.ui.opened import Opened
from annotator.ui.piece import CHIP, TAG, WORDS, Piece, joined

FULL, BRIEF, SHORTEST = range(3)
"""How an event is said: whole; without its type where there is no other; and only with the first span of each role."""
CHIP_LETTERS = {FULL: 40, BRIEF: 28, SHORTEST: 16}
GONE = "…"


@dataclass(frozen=True, slots=True)
class Matter:
    """What events speak of: the article's text, the layer's spans by id, its links by the span they lead from."""

    scheme: Scheme
    text: str
    spans: Mapping[str, Span]
    links: Mapping[str, tuple[Relation, ...]]


def matter_of(opened: Opened) -> Matter:
    """What the events of the open layer speak of."""
    links: dict[str, tuple[Relation, ...]] = {}
    for relation in opened.relations:
        links[relation.source] = (*links.get(relation.source, ()), relation)
    text = opened.article.text if opened.article else ""
    return Matter(opened.scheme, text, {span.id: span for span in opened.spans}, links)


def event_pieces(event: Event, matter: Matter, brevity: int = FULL) -> tuple[Piece, ...]:
    """The event as a sentence."""
    kind = matter.scheme.event_type(event.type)
    if kind is None:
        return joined([event.type])
    silent = _silent_roles(event, kind)
    items: list[str | Piece] = []
    if brevity:
        items += [item for words in silent for item in (Piece(TAG, words), " ")]
    items += _sentence(event, kind, matter, brevity)
    if not brevity:
        items += [item for words in silent for item in (" ", Piece(TAG, words))]
    return joined(items)


def _sentence(event: Event, kind: EventType, matter: Matter, brevity: int) -> list[str | Piece]:
    """The scheme's pattern with its roles filled; a role that the pattern has no words for follows with its name."""
    items: list[str | Piece] = []
    name = kind.name(current())
    named = _patterned(event, kind)
    for part in sentence(event, kind, current()):
        words = part.words
        if brevity and not items and len(matter.scheme.events) == 1 and words.startswith(f"{name} "):
            words = words.removeprefix(name)
        if words:
            items.append(words)
        if part.role and part.role not in named:
            role = kind.role(part.role)
            items.append(f" · {role.name(current()) if role else part.role} ")
        if part.role:
            items += _fillers(fillers(event, part.role), part.role, matter, brevity)
    return items


def _fillers(spans: Sequence[str], role: str, matter: Matter, brevity: int) -> list[str | Piece]:
    chips = [_chip(span, role, matter, brevity) for span in spans]
    if brevity < SHORTEST or len(chips) < 2:
        return _list(chips)
    return [chips[0], " ", Piece(WORDS, f"+{number(len(chips) - 1)}", muted=True)]


def _patterned(event: Event, kind: EventType) -> frozenset[str]:
    """The roles for which the sentence has words of its own."""
    filled = {role for role, _ in event.arguments}
    fitting = (pattern.roles for pattern in kind.patterns if pattern.roles <= filled)
    return max(fitting, key=len, default=frozenset())


def _silent_roles(event: Event, kind: EventType) -> list[str]:
    """“No actor named”, for every role of which the event says so."""
    names = {one.id: one.name(current()) for one in kind.attributes}
    return [names.get(role.silence or "", "") for role in kind.roles if is_silent(event, role)]


def says_unclaimed(event: Event, kind: EventType, matter: Matter) -> str:
    """“No claim made”, where the event says so, else "".

    A claim whose stance bears the same id says it already, in the article's own words.
    """
    silence = kind.claims_silence
    if silence is None or attribute(event.attributes, silence) != YES:
        return ""
    claims = (matter.spans[claim] for claim in event.claims if claim in matter.spans)
    if any(value == silence for claim in claims for _, value in claim.attributes):
        return ""
    return next((one.name(current()) for one in kind.attributes if one.id == silence), silence)


def claim_lines(event: Event, matter: Matter) -> list[tuple[Piece, ...]]:
    """A line for each claim about the event: its stance, who speaks, of whom; and one where nobody claims it."""
    kind = matter.scheme.event_type(event.type)
    if kind is None:
        return []
    lines = [_claim(claim, kind, matter) for claim in event.claims]
    unclaimed = says_unclaimed(event, kind, matter)
    return [*lines, *([(Piece(TAG, unclaimed),)] if unclaimed else [])]


def _claim(claim: str, kind: EventType, matter: Matter) -> tuple[Piece, ...]:
    span = matter.spans.get(claim)
    if span is None:
        return joined([GONE])
    says, *names = claim_relations(matter.scheme, kind.claims) or (None,)
    sources = _linked(claim, says, matter)
    items: list[str | Piece] = [Piece(TAG, stance_words(span, matter.scheme), claim, CLAIMS), " "]
    items += _list(sources) if sources else [_chip(claim, CLAIMS, matter)]
    for kind_of_link in names:
        named = _linked(claim, kind_of_link, matter)
        if named:
            items += [_between(QCoreApplication.translate("Events", "%1 → %2"), 2), *_list(named)]
    return joined(items, muted=True)


def _linked(claim: str, kind: RelationType | None, matter: Matter) -> list[Piece]:
    if kind is None:
        return []
    links = matter.links.get(claim, ())
    return [_chip(link.target, link.id, matter) for link in links if link.type == kind.id]


def stance_of(span: Span, scheme: Scheme) -> Attribute | None:
    """The attribute that says how a claim stands to the event: its label's first choice."""
    label = scheme.label(span.label)
    return next((one for one in label.attributes if one.kind == CHOICE), None) if label else None


def stance_words(span: Span, scheme: Scheme) -> str:
    """How a claim stands to the event; without a stance, what its label is called."""
    stance, label = stance_of(span, scheme), scheme.label(span.label)
    value = attribute(span.attributes, stance.id) if stance else None
    choice = stance.choice(value) if stance and value else None
    return choice.name(current()) if choice else value or (label.name(current()) if label else span.label)


def head_words(event: Event, place: int, scheme: Scheme) -> str:
    """“Event 1 · Attack · Actual”: its place, its type, and the first choice that every such event must have."""
    words = [QCoreApplication.translate("Events", "Event %1").replace("%1", number(place))]
    kind = scheme.event_type(event.type)
    if kind is None:
        return " · ".join([*words, event.type])
    words.append(kind.name(current()))
    for one in kind.attributes:
        choice = one.choice(attribute(event.attributes, one.id) or "") if one.kind == CHOICE and one.required else None
        if choice is not None:
            words.append(choice.name(current()))
    return " · ".join(words)


def _chip(span_id: str, part: str, matter: Matter, brevity: int = BRIEF) -> Piece:
    span = matter.spans.get(span_id)
    if span is None:
        return Piece(CHIP, GONE, span_id, part)
    words = " ".join(quote(span, matter.text).split())
    if len(words) > CHIP_LETTERS[brevity]:
        words = words[: CHIP_LETTERS[brevity] - 1].rstrip() + GONE
    return Piece(CHIP, words, span_id, part, matter.scheme.label(span.label))


def _list(chips: Sequence[Piece]) -> list[str | Piece]:
    """“A”, “A and B”, “A, B and C”, as the language lists things."""
    two = QCoreApplication.translate("Events", "%1 and %2")
    more = QCoreApplication.translate("Events", "%1, %2 and %3")
    last, other = _between(two if len(chips) == 2 else more, len(chips)), _between(more, 0)
    items: list[str | Piece] = []
    for at, chip in enumerate(chips):
        if at:
            items.append(last if at == len(chips) - 1 else other)
        items.append(chip)
    return items


def _between(pattern: str, chips: int) -> str:
    """What stands between the last two of a list, or with 0 between its first two."""
    first, second = ("%2", "%3") if chips > 2 else ("%1", "%2")
    return pattern[pattern.index(first) + 2 : pattern.index(second)]
