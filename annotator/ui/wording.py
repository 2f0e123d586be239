"""What the window says about sentences, changes and labels, in its language."""

from PySide6.QtCore import QCoreApplication

from annotator.core.change import Change
from annotator.core.layer import DONE, SKIPPED, Event, Layer
from annotator.core.scheme import YES_NO, Attribute, Scheme
from annotator.core.sentence import Sentence, Value
from annotator.core.span import Attributes, Span
from annotator.ui import language

FIRST_STRONG, LEFT_TO_RIGHT, END = "\u2068", "\u2066", "\u2069"
"""Isolate marks: what stands between them keeps its own direction in a sentence of the other."""


def isolated(text: str) -> str:
    """Foreign words as they may stand inside a sentence of the window."""
    return f"{FIRST_STRONG}{text}{END}"


def written(key: str) -> str:
    """A key as it may stand in a line of either direction: always left to right, brackets unmirrored."""
    return f"{LEFT_TO_RIGHT}{key}{END}"


def sentence_words(sentence: Sentence) -> str:
    """A sentence of the other rooms, in the window's language."""
    template = QCoreApplication.translate("Sentence", sentence.template)
    return template.format(**{name: _value_words(value) for name, value in sentence.values})


def _value_words(value: Value) -> str:
    if isinstance(value, Sentence):
        return sentence_words(value)
    return language.number(value) if isinstance(value, int) else isolated(value)


def label_name(scheme: Scheme, label_id: str) -> str:
    """A label's name in the window's language."""
    label = scheme.label(label_id)
    return label.name(language.current()) if label else label_id


def change_words(change: Change, scheme: Scheme) -> str:
    """What a change did, in a few words: “label Weapon”."""
    if change.name == "link":
        return QCoreApplication.translate("Change", "link two spans")
    if change.name == "unlink":
        return QCoreApplication.translate("Change", "take a link out")
    if change.name == "scheme":
        return QCoreApplication.translate("Change", "change the labels")
    of_event = _event_words(change, scheme)
    if of_event is not None:
        return of_event
    spans = [edit.row for edit in change.edits if isinstance(edit.row, Span)]
    layers = [edit.after for edit in change.edits if isinstance(edit.after, Layer)]
    name = label_name(scheme, spans[-1].label) if spans else ""
    if change.name == "label":
        return QCoreApplication.translate("Change", "label %1").replace("%1", name)
    if change.name == "label_all":
        return QCoreApplication.translate("Change", "label %n places", None, len(spans))
    if change.name == "relabel":
        return QCoreApplication.translate("Change", "change the label to %1").replace("%1", name)
    if change.name == "remove":
        return QCoreApplication.translate("Change", "remove the span")
    if change.name == "add_fragment":
        return QCoreApplication.translate("Change", "add a fragment")
    if change.name == "remove_fragment":
        return QCoreApplication.translate("Change", "take a fragment out")
    if change.name == "note":
        return QCoreApplication.translate("Change", "write a note")
    if change.name == "as_before":
        return QCoreApplication.translate("Change", "set attributes as last time")
    if change.name == "comment":
        return QCoreApplication.translate("Change", "add a comment")
    if change.name == "settle_comment":
        return QCoreApplication.translate("Change", "settle a comment")
    if change.name == "remove_comment":
        return QCoreApplication.translate("Change", "remove a comment")
    if change.name == "attribute":
        return _attribute_words(change, scheme)
    if change.name == "resize":
        return QCoreApplication.translate("Change", "move an edge")
    status = layers[-1].status if layers else ""
    if status == DONE:
        return QCoreApplication.translate("Change", "mark as done")
    if status == SKIPPED:
        return QCoreApplication.translate("Change", "skip the article")
    return QCoreApplication.translate("Change", "reopen the article")


def _attribute_words(change: Change, scheme: Scheme) -> str:
    """Which attribute of a span a change set, and to what, or that it was taken out."""
    edit = next(edit for edit in change.edits if isinstance(edit.row, Span))
    before, after = (span.attributes if isinstance(span, Span) else () for span in (edit.before, edit.after))
    label = scheme.label(edit.row.label) if isinstance(edit.row, Span) else None
    return _set_words(label.attributes if label else (), before, after)


def _set_words(known: tuple[Attribute, ...], before: Attributes, after: Attributes) -> str:
    name, value = next((pair for pair in (*after, *before) if pair not in before or pair not in after), ("", ""))
    attribute = next((one for one in known if one.id == name), None)
    title = attribute.name(language.current()) if attribute else name
    if name not in dict(after):
        return QCoreApplication.translate("Change", "clear “%1”").replace("%1", isolated(title))
    choice = attribute.choice(value) if attribute else None
    said = choice.name(language.current()) if choice else value
    if attribute is not None and attribute.kind == YES_NO:
        said = QCoreApplication.translate("Inspector", "Yes")
    words = QCoreApplication.translate("Change", "set “%1” to “%2”")
    return words.replace("%1", isolated(title)).replace("%2", isolated(said))


def _event_words(change: Change, scheme: Scheme) -> str | None:
    """What a change of an event did; None for changes of other things."""
    edit = next((edit for edit in change.edits if isinstance(edit.row, Event)), None)
    if edit is None or not isinstance(edit.row, Event):
        return None
    before, after = edit.before if isinstance(edit.before, Event) else edit.row, edit.row
    kind = scheme.event_type(after.type)
    if change.name == "new_event":
        return QCoreApplication.translate("Change", "new event")
    if change.name == "remove_event":
        return QCoreApplication.translate("Change", "remove the event")
    if change.name == "event_type":
        said = kind.name(language.current()) if kind else after.type
        return QCoreApplication.translate("Change", "make it “%1”").replace("%1", isolated(said))
    if change.name == "fill_role":
        role_id = next((role for role, span in after.arguments if (role, span) not in before.arguments), "")
        role = kind.role(role_id) if kind else None
        said = role.name(language.current()) if role else role_id
        return QCoreApplication.translate("Change", "add as %1").replace("%1", said)
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
    if change.name == "event_attribute":
        return _set_words(kind.attributes if kind else (), before.attributes, after.attributes)
    return None
