"""Role hints: which key stands for which part of an event, which spans fit there, and the letter of each of them.

Offsets are code points of the article's text.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from annotator.core import frame
from annotator.core.layer import Event
from annotator.core.scheme import EventType, Scheme, Words
from annotator.core.span import Span
from annotator.ui.framing import CLAIMS, TRIGGER
from annotator.ui.hint import EASE

SILENCE = "0"
"""The key that says that nobody is named."""
SPARE = "123456789ZXQYWV"
"""Keys for parts whose labels' own keys are taken, unless they are a label's themselves."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A part of an event that spans of these labels fit, with its key. `id` is the role's, TRIGGER or CLAIMS.

    `names` are the role's; `silence` is the attribute that says that nobody is named here.
    """

    id: str
    key: str
    labels: tuple[str, ...]
    names: Words
    silence: str | None = None


@dataclass(frozen=True, slots=True)
class Letters:
    """The spans that fit, nearest first, and the keys that stand for them from the span number `at` on."""

    spans: tuple[Span, ...]
    keys: str
    at: int = 0

    def places(self) -> dict[str, Span]:
        """For each key the span it stands for."""
        return dict(zip(self.keys, self.spans[self.at :], strict=False))

    def shifted(self) -> "Letters":
        """The keys over the spans that are next in distance, and after the last over the nearest again."""
        beyond = self.at + len(self.keys)
        return replace(self, at=beyond if beyond < len(self.spans) else 0)


def slots(scheme: Scheme, kind: EventType) -> tuple[Slot, ...]:
    """The parts of such an event in the order of the labels that they take.

    A part's key is that of the first label it takes, or of the next whose key no other part has taken.
    """
    wanted = [Slot(role.id, "", role.labels, role.names, role.silence) for role in kind.roles]
    wanted.append(Slot(TRIGGER, "", kind.triggers, {}))
    wanted.append(Slot(CLAIMS, "", kind.claims, {}, kind.claims_silence))
    order = {label.id: number for number, label in enumerate(scheme.every_label)}
    label_keys = {label.key for label in scheme.every_label}
    spare = [key for key in SPARE if key not in label_keys]
    keyed: list[Slot] = []
    for slot in wanted:
        own = [label.key for label in map(scheme.label, slot.labels) if label is not None]
        taken = {other.key for other in keyed}
        key = next((key for key in (*own, *spare) if key not in taken), "")
        if slot.labels and key:
            keyed.append(replace(slot, key=key))
    return tuple(sorted(keyed, key=lambda slot: order.get(slot.labels[0], len(order))))


def useful(slots: Iterable[Slot], scheme: Scheme, spans: Iterable[Span], event: Event) -> list[Slot]:
    """The slots that something can be put in or is in: a label of theirs is in use, or a span has it."""
    known = {label.id for label in scheme.labels} | {span.label for span in spans}
    return [slot for slot in slots if known.intersection(slot.labels) or held(event, slot)]


def held(event: Event, slot: Slot) -> tuple[str, ...]:
    """The ids of the spans that stand in a part of the event."""
    if slot.id == TRIGGER:
        return (event.trigger,) if event.trigger else ()
    return event.claims if slot.id == CLAIMS else frame.fillers(event, slot.id)


def is_silent(event: Event, slot: Slot) -> bool:
    """Whether the event says that nobody is named there."""
    return slot.silence is not None and frame.attribute(event.attributes, slot.silence) is not None


def letters(spans: Iterable[Span], labels: Sequence[str], near: int, taken: Sequence[str], keys: str) -> Letters:
    """Letters for the spans of these labels that are not `taken`, the nearest to `near` with the easiest keys."""
    return Letters(tuple(frame.fitting(spans, labels, near, taken)), keys)


def letter_keys(taken: Iterable[str]) -> str:
    """The keys that may stand for spans, the easiest first, without those that mean something else."""
    unfree = set(taken)
    return "".join(key for key in EASE if key not in unfree)


def centre(event: Event, spans: Iterable[Span], otherwise: int) -> int:
    """Where the event lies in the text: at its trigger, else at what was put into a role last, else at `otherwise`."""
    starts = {span.id: span.start for span in spans}
    named = (event.trigger, *(span for _, span in reversed(event.arguments)), *reversed(event.claims))
    return next((starts[span] for span in named if span in starts), otherwise)


def nearest_event(events: Iterable[Event], spans: Sequence[Span], near: int) -> Event | None:
    """The event with the span that is nearest to a place; events without spans come last. None without events."""
    places = {span.id: (span.start, span.end) for span in spans}
    return min(events, key=lambda event: _distance(event, places, near), default=None)


def _distance(event: Event, places: dict[str, tuple[int, int]], near: int) -> float:
    named = (event.trigger, *(span for _, span in event.arguments), *event.claims)
    found = [places[span] for span in named if span in places]
    return min((max(start - near, near - end, 0) for start, end in found), default=float("inf"))
