"""Event changes: what a change of an event did, in a few words. A part of ui/wording.py, which asks here first."""

from PySide6.QtCore import QCoreApplication

from annotator.core.change import Change
from annotator.core.layer import Event
from annotator.core.scheme import YES_NO, Scheme
from annotator.ui import language, wording


def event_change_words(change: Change, scheme: Scheme) -> str | None:
    """What a change of an event did, in a few words; None for changes of other things."""
    edit = next((edit for edit in change.edits if isinstance(edit.row, Event)), None)
    if edit is None or not isinstance(edit.row, Event):
        return None
    before = edit.before if isinstance(edit.before, Event) else edit.row
    after = edit.after if isinstance(edit.after, Event) else edit.row
    if change.name == "new_event":
        return QCoreApplication.translate("Change", "new event")
    if change.name == "remove_event":
        return QCoreApplication.translate("Change", "remove the event")
    if change.name == "event_type":
        kind = scheme.event_type(after.type)
        said = kind.name(language.current()) if kind else after.type
        return QCoreApplication.translate("Change", "make it “%1”").replace("%1", wording.isolated(said))
    if change.name == "fill_role":
        return _filled(before, after, scheme)
    if change.name == "empty_role":
        return QCoreApplication.translate("Change", "take out of the event")
    if change.name == "add_claim":
        return QCoreApplication.translate("Change", "add a claim")
    if change.name == "drop_claim":
        return QCoreApplication.translate("Change", "take a claim out of the event")
    if change.name == "trigger" and after.trigger is None:
        return QCoreApplication.translate("Change", "take the trigger out")
    if change.name == "trigger":
        return QCoreApplication.translate("Change", "set the trigger")
    return _set(before, after, scheme) if change.name == "event_attribute" else None


def _filled(before: Event, after: Event, scheme: Scheme) -> str:
    """“add as Attacker”."""
    role_id = next((role for role, span in after.arguments if (role, span) not in before.arguments), "")
    kind = scheme.event_type(after.type)
    role = kind.role(role_id) if kind else None
    name = role.name(language.current()) if role else role_id
    return QCoreApplication.translate("Change", "add as %1").replace("%1", name)


def _set(before: Event, after: Event, scheme: Scheme) -> str:
    """Which attribute was set, and to what, or that it was taken out."""
    held, was = dict(after.attributes), dict(before.attributes)
    name = next((name for name in (*held, *was) if held.get(name) != was.get(name)), "")
    kind = scheme.event_type(after.type)
    known = next((one for one in kind.attributes if one.id == name), None) if kind else None
    title = wording.isolated(known.name(language.current()) if known else name)
    if name not in held:
        return QCoreApplication.translate("Change", "clear “%1”").replace("%1", title)
    choice = known.choice(held[name]) if known else None
    said = choice.name(language.current()) if choice else held[name]
    if known is not None and known.kind == YES_NO:
        said = QCoreApplication.translate("Inspector", "Yes")
    words = QCoreApplication.translate("Change", "set “%1” to “%2”")
    return words.replace("%1", title).replace("%2", wording.isolated(said))
