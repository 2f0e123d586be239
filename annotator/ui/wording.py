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


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark a literal for the translators, who find it by this name; Qt's own says that it gives an object."""
    return text


CHANGES = {
    "add_fragment": QT_TRANSLATE_NOOP("Change", "add a fragment"),
    "as_before": QT_TRANSLATE_NOOP("Change", "set attributes as last time"),
    "comment": QT_TRANSLATE_NOOP("Change", "add a comment"),
    "link": QT_TRANSLATE_NOOP("Change", "link two spans"),
    "note": QT_TRANSLATE_NOOP("Change", "write a note"),
    "remove": QT_TRANSLATE_NOOP("Change", "remove the span"),
    "remove_comment": QT_TRANSLATE_NOOP("Change", "remove a comment"),
    "remove_fragment": QT_TRANSLATE_NOOP("Change", "take a fragment out"),
    "resize": QT_TRANSLATE_NOOP("Change", "move an edge"),
    "scheme": QT_TRANSLATE_NOOP("Change", "change the labels"),
    "settle_comment": QT_TRANSLATE_NOOP("Change", "settle a comment"),
    "unlink": QT_TRANSLATE_NOOP("Change", "take a link out"),
}
"""What changes did of which no more need be said, by their names."""
STATUSES = {
    DONE: QT_TRANSLATE_NOOP("Change", "mark as done"),
    SKIPPED: QT_TRANSLATE_NOOP("Change", "skip the article"),
}


def change_words(change: Change, scheme: Scheme) -> str:
    """What a change did, in a few words: “label Weapon”."""
    if change.name in CHANGES:
        return QCoreApplication.translate("Change", CHANGES[change.name])
    of_event = _event_words(change, scheme)
    if of_event is not None:
        return of_event
    if change.name == "attribute":
        return _attribute_words(change, scheme)
    spans = [edit.row for edit in change.edits if isinstance(edit.row, Span)]
    name = label_name(scheme, spans[-1].label) if spans else ""
    if change.name == "label":
        return QCoreApplication.translate("Change", "label %1").replace("%1", name)
    if change.name == "label_all":
        return QCoreApplication.translate("Change", "label %n places", None, len(spans))
    if change.name == "relabel":
        return QCoreApplication.translate("Change", "change the label to %1").replace("%1", name)
    layers = [edit.after for edit in change.edits if isinstance(edit.after, Layer)]
    reopened = QT_TRANSLATE_NOOP("Change", "reopen the article")
    return QCoreApplication.translate("Change", STATUSES.get(layers[-1].status if layers else "", reopened))


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
