"""Framing: what the annotator does with events. Each of these functions of a desk is one change, kept and undoable.

What the scheme does not allow is not done, and told in a sentence.
"""

from dataclasses import replace

from annotator.core import frame
from annotator.core.change import Edit
from annotator.core.layer import Event
from annotator.core.scheme import YES, EventType
from annotator.core.sentence import say
from annotator.core.span import Span
from annotator.ui.desk import Desk

TRIGGER, CLAIMS = "trigger", "claims"
"""What stands for the trigger and for the claims where a part of an event is asked for that is mostly a role."""


def new_event(desk: Desk, type_id: str = "") -> str | None:
    """Keep a new event of that type (else of the scheme's first) and pick it; its id, or None if it was not kept.

    The picked span becomes its trigger, or else takes the first part that it fits.
    """
    if desk.layer is None:
        desk.ask_who()
        return None
    kind = desk.scheme.event_type(type_id) or next(iter(desk.scheme.events), None)
    if kind is None:
        desk.told.emit(say("The scheme of this project has no events."))
        return None
    event = frame.make_event(desk.layer.id, kind.id)
    if desk.picked:
        event = _with_span(event, kind, desk.picked)
    if not _keep(desk, "new_event", Edit(None, event)):
        return None
    desk.pick_event(event.id)
    return event.id


def set_type(desk: Desk, event_id: str, type_id: str) -> bool:
    """Make an event with nothing in it yet one of another type."""
    event, kind = desk.event_of(event_id), desk.scheme.event_type(type_id)
    if event is None or kind is None:
        return _is_gone(desk)
    if not is_empty(event):
        desk.told.emit(say("Something was put into this event already. Start a new one for another type."))
        return False
    return _change(desk, "event_type", replace(event, type=kind.id))


def is_empty(event: Event) -> bool:
    """Whether nothing was put into the event yet."""
    return not (event.trigger or event.arguments or event.claims or event.attributes)


def _with_span(event: Event, kind: EventType, span: Span) -> Event:
    if span.label in kind.triggers:
        return replace(event, trigger=span.id)
    role = next((role for role in kind.roles if frame.fits(span, role)), None)
    if role is not None:
        return frame.with_filler(event, kind, role.id, span.id)
    return frame.with_claim(event, span.id) if span.label in kind.claims else event


def fill(desk: Desk, event_id: str, role_id: str, span_id: str) -> bool:
    """Put a span into a role of an event; whether that was kept."""
    event, span = desk.event_of(event_id), desk.span(span_id)
    kind = _kind(desk, event)
    role = kind.role(role_id) if kind else None
    if event is None or span is None or kind is None or role is None:
        return _is_gone(desk)
    if not frame.fits(span, role):
        return _does_not_fit(desk)
    return _change(desk, "fill_role", frame.with_filler(event, kind, role_id, span_id))


def take_out(desk: Desk, event_id: str, role_id: str, span_id: str) -> bool:
    """Take a span out of a role of an event; the span itself stays."""
    event = desk.event_of(event_id)
    return _change(desk, "empty_role", frame.without_filler(event, role_id, span_id)) if event else _is_gone(desk)


def set_trigger(desk: Desk, event_id: str, span_id: str | None) -> bool:
    """Make a span the event's trigger in place of any other; None: the event has no trigger."""
    event, span = desk.event_of(event_id), desk.span(span_id or "")
    kind = _kind(desk, event)
    if event is None or kind is None or (span is None and span_id is not None):
        return _is_gone(desk)
    if span is not None and span.label not in kind.triggers:
        return _does_not_fit(desk)
    return _change(desk, "trigger", replace(event, trigger=span_id))


def add_claim(desk: Desk, event_id: str, span_id: str) -> bool:
    """Say that a span is a claim about the event; several may contradict each other."""
    event, span = desk.event_of(event_id), desk.span(span_id)
    kind = _kind(desk, event)
    if event is None or span is None or kind is None:
        return _is_gone(desk)
    if span.label not in kind.claims:
        return _does_not_fit(desk)
    return _change(desk, "add_claim", frame.with_claim(event, span_id))


def drop_claim(desk: Desk, event_id: str, span_id: str) -> bool:
    """Say that a claim is not about the event; the span itself stays."""
    event = desk.event_of(event_id)
    if event is None:
        return _is_gone(desk)
    left = tuple(claim for claim in event.claims if claim != span_id)
    return _change(desk, "drop_claim", replace(event, claims=left))


def put(desk: Desk, event_id: str, part: str, span_id: str) -> bool:
    """Put a span into a part of an event: a role's id, TRIGGER or CLAIMS."""
    if part == TRIGGER:
        return set_trigger(desk, event_id, span_id)
    return add_claim(desk, event_id, span_id) if part == CLAIMS else fill(desk, event_id, part, span_id)


def take_from(desk: Desk, event_id: str, part: str, span_id: str) -> bool:
    """Take a span out of a part of an event: a role's id, TRIGGER or CLAIMS."""
    if part == TRIGGER:
        return set_trigger(desk, event_id, None)
    return drop_claim(desk, event_id, span_id) if part == CLAIMS else take_out(desk, event_id, part, span_id)


def set_attribute(desk: Desk, event_id: str, name: str, value: str | None) -> bool:
    """Set an attribute of the event; None takes it out.

    That nobody is named in a role is refused while somebody is. That nobody claims the event is not: the words that
    say so are themselves marked as a claim about it.
    """
    event = desk.event_of(event_id)
    kind = _kind(desk, event)
    known = next((one for one in kind.attributes if one.id == name), None) if kind else None
    if event is None or kind is None or known is None:
        return _is_gone(desk)
    if value is not None and not known.takes(value):
        desk.told.emit(say("{name} cannot hold this value.", name=name))
        return False
    if value is not None and any(role.silence == name and frame.fillers(event, role.id) for role in kind.roles):
        desk.told.emit(say("The event names somebody there. Take the span out first."))
        return False
    after = replace(event, attributes=frame.with_attribute(event.attributes, name, value))
    return _change(desk, "event_attribute", after)


def set_silent(desk: Desk, event_id: str, role_id: str, silent: bool = True) -> bool:
    """Say that the text names nobody in the role, or for CLAIMS that nobody claims the event; or no longer say so."""
    event = desk.event_of(event_id)
    kind = _kind(desk, event)
    if kind is None:
        return _is_gone(desk)
    name = silence(kind, role_id)
    if name is None:
        desk.told.emit(say("The scheme has no word for nobody in this role."))
        return False
    return set_attribute(desk, event_id, name, YES if silent else None)


def silence(kind: EventType, role_id: str) -> str | None:
    """The attribute that says that nobody is named in a role of such events, or for CLAIMS that nobody claims them."""
    if role_id == CLAIMS:
        return kind.claims_silence
    role = kind.role(role_id)
    return role.silence if role else None


def remove_event(desk: Desk, event_id: str) -> bool:
    """Remove an event; its spans stay."""
    event = desk.event_of(event_id)
    return _keep(desk, "remove_event", Edit(event, None)) if event else _is_gone(desk)


def step_event(desk: Desk, step: int) -> None:
    """Pick the next (1) or previous (-1) event in the order in which they were made, and round again."""
    if not desk.events:
        desk.told.emit(say("This article has no events yet."))
        return
    picked = desk.picked_event
    at = desk.events.index(picked) + step if picked else (0 if step > 0 else -1)
    desk.pick_event(desk.events[at % len(desk.events)].id)


def _kind(desk: Desk, event: Event | None) -> EventType | None:
    return desk.scheme.event_type(event.type) if event else None


def _change(desk: Desk, name: str, after: Event) -> bool:
    """Keep the event as it is in `after`; where that is as it was, there is nothing to keep."""
    before = desk.event_of(after.id)
    return before is not None and before != after and _keep(desk, name, Edit(before, after))


def _keep(desk: Desk, name: str, edit: Edit) -> bool:
    """Keep it, and leave the picked span picked."""
    return desk.keep(name, edit, pick=desk.picked.id if desk.picked else "")


def _is_gone(desk: Desk) -> bool:
    desk.told.emit(say("This event or span is no longer there."))
    return False


def _does_not_fit(desk: Desk) -> bool:
    desk.told.emit(say("The scheme does not let this span take that part."))
    return False
