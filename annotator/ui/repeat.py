"""Repeats: going to where the words of a span stand again without a label."""

from collections.abc import Iterable

from annotator.arabic.repeat import repeats
from annotator.core.sentence import say
from annotator.core.span import Span, quote
from annotator.core.walk import next_place
from annotator.ui.desk import Desk


def select_repeat(desk: Desk, step: int) -> None:
    """Select the next (1) or previous (-1) unlabelled repeat of the span in hand, and round again."""
    span, article = desk.in_hand, desk.article
    if span is None or article is None:
        desk.told.emit(say("Pick a span first, or label one: its repeats are looked for."))
        return
    found = [place for place in repeats(article.text, quote(span, article.text)) if _is_free(desk.spans, span, place)]
    here = desk.selection[0] if desk.selection in found and desk.selection else span.start
    place = next_place(found, here, step)
    if place is None:
        desk.told.emit(say("Every repeat of these words in the article is labelled."))
    else:
        desk.select(*place)


def _is_free(spans: Iterable[Span], like: Span, place: tuple[int, int]) -> bool:
    """Whether no span has just this place, and none with the same label any part of it."""
    start, end = place
    return not any(
        (span.start, span.end) == place or (span.label == like.label and span.start < end and span.end > start)
        for span in spans
    )
