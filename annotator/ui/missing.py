"""What is missing in the open article: by its scheme, and in its text; and how each item is said."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from annotator.arabic.grapheme import is_edge
from annotator.arabic.quotation import is_unclosed
from annotator.core.layer import Event
from annotator.core.open_item import ENDS_INSIDE, QUOTATION, ROLE, STARTS_INSIDE, OpenItem, open_items
from annotator.core.span import Span, quote
from annotator.ui import language
from annotator.ui.opened import Opened
from annotator.ui.wording import isolated


def missing(opened: Opened) -> list[OpenItem]:
    """Everything the open layer lacks, spans first in reading order, then events; nothing where nobody works."""
    if opened.article is None or opened.layer is None:
        return []
    rows: tuple[Span | Event, ...] = (*opened.spans, *opened.events)
    places = {row.id: place for place, row in enumerate(rows)}
    items = (*open_items(opened.scheme, opened.spans, opened.events), *_of_text(opened, opened.article.text))
    return sorted(items, key=lambda item: places[item.span or item.event or ""])


def _of_text(opened: Opened, text: str) -> Iterator[OpenItem]:
    claims = {label for kind in opened.scheme.events for label in kind.claims}
    for span in opened.spans:
        if not is_edge(text, span.start):
            yield OpenItem(STARTS_INSIDE, span.id, None)
        if not is_edge(text, span.end):
            yield OpenItem(ENDS_INSIDE, span.id, None)
        if span.label in claims and is_unclosed(quote(span, text)):
            yield OpenItem(QUOTATION, span.id, None)


def place_of(item: OpenItem, opened: Opened) -> int:
    """The code point at which the item's span, or the first span of its event, begins; 0 for an event without any."""
    event = opened.event_of(item.event or "")
    spans = [item.span or "", *((event.trigger or "", *(span for _, span in event.arguments)) if event else ())]
    return min((span.start for span in map(opened.span, spans) if span), default=0)


def item_words(item: OpenItem, opened: Opened) -> str:
    """What is missing, in the window's language."""
    if item.kind == STARTS_INSIDE:
        return QCoreApplication.translate("Missing", "This span starts inside a letter with its mark.")
    if item.kind == ENDS_INSIDE:
        return QCoreApplication.translate("Missing", "This span ends inside a letter with its mark.")
    if item.kind == QUOTATION:
        return QCoreApplication.translate("Missing", "A quotation mark in this claim has no partner.")
    name = isolated(_name(item, opened))
    if item.kind == ROLE:
        return QCoreApplication.translate("Missing", "The role “%1” is empty.").replace("%1", name)
    return QCoreApplication.translate("Missing", "“%1” is not set yet.").replace("%1", name)


def _name(item: OpenItem, opened: Opened) -> str:
    """What the attribute or role is called."""
    span, event = opened.span(item.span or ""), opened.event_of(item.event or "")
    label = opened.scheme.label(span.label) if span else None
    kind = opened.scheme.event_type(event.type) if event else None
    role = kind.role(item.what) if kind else None
    if role is not None:
        return role.name(language.current())
    attributes = label.attributes if label else kind.attributes if kind else ()
    return next((one.name(language.current()) for one in attributes if one.id == item.what), item.what)
