"""Walking from span to span: as a reader meets them, and from the inside of nested ones outwards."""

from collections.abc import Sequence

from annotator.core.span import Span


def next_span(spans: Sequence[Span], here: Span | None, caret: int, step: int) -> Span | None:
    """The span `step` places on from `here`, or from the caret if there is none, and round again.

    `spans` stand in reading order; `caret` is a code point. None when there are no spans.
    """
    if not spans:
        return None
    if here is not None:
        at = spans.index(here) + step
    else:
        before = sum(span.start < caret for span in spans)
        at = before if step > 0 else before - 1
    return spans[at % len(spans)]


def span_around(spans: Sequence[Span], here: Span | None, caret: int, step: int) -> Span | None:
    """Among the spans that share the place of `here` (or of the caret): the next wider (1) or narrower (-1), and round.

    None when no span is there.
    """
    start, end = (here.start, here.end) if here else (caret, caret + 1)
    shared = [span for span in spans if span.start < end and span.end > start]
    shared.sort(key=lambda span: (span.end - span.start, span.start, span.id))
    if not shared:
        return None
    at = shared.index(here) + step if here in shared else 0
    return shared[at % len(shared)]


def next_place(places: Sequence[tuple[int, int]], here: int, step: int) -> tuple[int, int] | None:
    """The first place that begins after the code point `here` (1), or the last one before it (-1), and round again.

    `places` are ascending. None when there are none.
    """
    if not places:
        return None
    if step > 0:
        return next((place for place in places if place[0] > here), places[0])
    return next((place for place in reversed(places) if place[0] < here), places[-1])
