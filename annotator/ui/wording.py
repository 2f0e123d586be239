"""What the window says about sentences, changes and labels, in its language."""

from PySide6.QtCore import QCoreApplication

from annotator.core.change import Change
from annotator.core.layer import DONE, SKIPPED, Layer
from annotator.core.scheme import YES_NO, Scheme
from annotator.core.sentence import Sentence, Value
from annotator.core.span import Span
from annotator.ui import event_change, language

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
    of_event = event_change.event_change_words(change, scheme)
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
    """Which attribute a change set, and to what, or that it was taken out."""
    edit = next(edit for edit in change.edits if isinstance(edit.row, Span))
    before, after = (span.attributes if isinstance(span, Span) else () for span in (edit.before, edit.after))
    name, value = next((pair for pair in (*after, *before) if pair not in before or pair not in after), ("", ""))
    label = scheme.label(edit.row.label) if isinstance(edit.row, Span) else None
    known = next((one for one in label.attributes if one.id == name), None) if label else None
    title = known.name(language.current()) if known else name
    if name not in dict(after):
        return QCoreApplication.translate("Change", "clear “%1”").replace("%1", isolated(title))
    choice = known.choice(value) if known else None
    said = choice.name(language.current()) if choice else value
    if known is not None and known.kind == YES_NO:
        said = QCoreApplication.translate("Inspector", "Yes")
    words = QCoreApplication.translate("Change", "set “%1” to “%2”")
    return words.replace("%1", isolated(title)).replace("%2", isolated(said))
