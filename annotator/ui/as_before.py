"""As before: the attributes that the same words had last time, offered for the picked span and never set unasked."""

from dataclasses import replace

from annotator.core.frame import attribute
from annotator.core.sentence import say
from annotator.core.span import Attributes, Span
from annotator.store.precedent import precedent
from annotator.ui.desk import Desk


def offered(desk: Desk, span: Span) -> Attributes:
    """What the annotator last set on these words under this label, as far as the span has it not set yet."""
    label = desk.scheme.label(span.label)
    if label is None or not label.attributes or desk.annotator is None or desk.article is None:
        return ()
    before = precedent(desk.store, desk.annotator.id, span, desk.article.text[span.start : span.end])
    return tuple(pair for pair in label.kept(before) if attribute(span.attributes, pair[0]) is None)


def set_as_before(desk: Desk) -> None:
    """Set on the picked span what is offered for it, all at once."""
    span = desk.picked
    if span is None:
        return
    more = offered(desk, span)
    if more:
        desk.change_span("as_before", replace(span, attributes=(*span.attributes, *more)))
    else:
        desk.told.emit(say("These words had no other attributes before."))
