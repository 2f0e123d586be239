"""EVENT_COMMANDS: the rows of the command table that concern events and links."""

from annotator.ui import framing
from annotator.ui.command import QT_TRANSLATE_NOOP, Command
from annotator.ui.workplace import Workplace


def _has_events(window: Workplace) -> bool:
    return bool(window.desk.events)


def _has_picked_event(window: Workplace) -> bool:
    return window.desk.picked_event is not None


def _has_picked(window: Workplace) -> bool:
    return window.desk.picked is not None


def _has_something(window: Workplace) -> bool:
    return _has_picked(window) or _has_picked_event(window)


def _remove(window: Workplace) -> None:
    event = window.desk.picked_event
    if event is not None:
        framing.remove_event(window.desk, event.id)


EVENT_COMMANDS: tuple[Command, ...] = (
    Command(
        "event.new", QT_TRANSLATE_NOOP("Command", "New event"), ("E",), "event",
        lambda w: w.reading.roles.begin(),
    ),
    Command(
        "event.go_on", QT_TRANSLATE_NOOP("Command", "Go on with the event"), ("Shift+E",), "event",
        lambda w: w.reading.roles.go_on(), enabled=_has_events,
    ),
    Command(
        "event.next", QT_TRANSLATE_NOOP("Command", "Next event"), ("Shift+N",), "event",
        lambda w: framing.step_event(w.desk, 1), enabled=_has_events,
    ),
    Command(
        "event.previous", QT_TRANSLATE_NOOP("Command", "Previous event"), ("Shift+P",), "event",
        lambda w: framing.step_event(w.desk, -1), enabled=_has_events,
    ),
    Command(
        "event.remove", QT_TRANSLATE_NOOP("Command", "Remove the event"), ("Shift+Delete",), "event",
        _remove, enabled=_has_picked_event,
    ),
    Command(
        "event.arcs", QT_TRANSLATE_NOOP("Command", "Show what is linked"), ("A",), "event",
        lambda w: w.reading.toggle_arcs(), enabled=_has_something,
    ),
    Command(
        "span.link", QT_TRANSLATE_NOOP("Command", "Link the span to another"), ("L",), "event",
        lambda w: w.link_span(), enabled=_has_picked,
    ),
)  # fmt: skip
