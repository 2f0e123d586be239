"""Sheets to try measures with: written down, made at random, and strategies for any others."""

import random
from collections.abc import Sequence

from hypothesis import strategies as st

from annotator.agreement.sheet import Sheet
from annotator.core.article import make_article
from annotator.core.layer import DONE, Annotator, Event, Layer
from annotator.core.record import Record
from annotator.core.span import Attributes, Span

LABELS = ("ACTOR", "TARGET", "WEAPON", "CLAIM")
Marked = tuple[int, int, str]
WORDS = "وقال الجيش إن «كتائب الفجر» قصفت بالصواريخ مقرّ الجيش ــ فجر الثلاثاء، ونفت وزارة الدفاع ذلك. "
TEXT = WORDS * 2
"""Proclitics, quotation marks, vowel marks, elongation and punctuation, twice."""


def layer_of(
    article_id: str,
    who: str,
    *,
    status: str = DONE,
    kind: str = "work",
    number: int = 1,
    at: str = "2026-01-05T08:00:00Z",
) -> tuple[Layer, Annotator, str]:
    """A layer, its annotator and when it was finished."""
    layer = Layer(f"{article_id}.{who}.{kind}.{number}", article_id, who, number, kind, status)
    return layer, Annotator(who, who.title()), at


def spans_of(marked: Sequence[Marked], attributes: Attributes = (), layer: str = "l") -> tuple[Span, ...]:
    """Contiguous spans."""
    return tuple(
        Span(layer, f"s{number}", label, ((start, end),), attributes)
        for number, (start, end, label) in enumerate(marked)
    )


def sheet_of(
    text: str | int,
    *layers: Sequence[Marked | Span],
    events: Sequence[Sequence[Event]] = (),
    id: str = "a1",
    at: str = "2026-01-05T08:00:00Z",
) -> Sheet:
    """A sheet of an article (or one of that many letters) that annotators `a`, `b`, … have finished."""
    article = make_article("س" * text if isinstance(text, int) else text, id=id)
    records = {}
    for number, marked in enumerate(layers):
        who = chr(ord("a") + number)
        layer, annotator, when = layer_of(id, who, at=at)
        spans: tuple[Span, ...] = tuple(
            mark if isinstance(mark, Span) else Span(layer.id, f"s{place}", mark[2], ((mark[0], mark[1]),))
            for place, mark in enumerate(marked)
        )
        own = tuple(events[number]) if events else ()
        records[who] = Record(article, layer, annotator, updated_at=when, spans=spans, events=own)
    return Sheet(article, records)


def words_in(text: str, *phrases: tuple[str, str]) -> list[Marked]:
    """Spans over the first occurrence of each phrase, under its label."""
    return [(text.index(words), text.index(words) + len(words), label) for words, label in phrases]


@st.composite
def marks(draw: st.DrawFn, length: int = 40, most: int = 6, labels: Sequence[str] = LABELS) -> list[Marked]:
    """Any spans in a text of that length, overlapping and nested as they come."""
    return draw(
        st.lists(
            st.tuples(st.integers(0, length - 1), st.integers(1, 12), st.sampled_from(list(labels))).map(
                lambda row: (row[0], min(length, row[0] + row[1]), row[2])
            ),
            max_size=most,
        )
    )


@st.composite
def apart(draw: st.DrawFn, length: int = 40, most: int = 5, labels: Sequence[str] = LABELS) -> list[Marked]:
    """Any spans that do not overlap."""
    edges = sorted(draw(st.lists(st.integers(0, length), unique=True, max_size=2 * most)))
    pairs = zip(edges[::2], edges[1::2], strict=False)
    return [(start, end, draw(st.sampled_from(list(labels)))) for start, end in pairs]


def corpus(articles: int, annotators: int = 3, spans: int = 37, seed: int = 1) -> list[Sheet]:
    """Articles whose annotators mark nearly the same: some spans missing, some with other edges or labels."""
    make = random.Random(seed)
    return [_article(make, number, annotators, spans) for number in range(articles)]


def _article(make: random.Random, number: int, annotators: int, spans: int) -> Sheet:
    text = f"{number} " + TEXT * (spans // 8 + 1)
    starts = [place + 1 for place, letter in enumerate(text) if letter == " "]
    step = (len(starts) - 10) / spans
    truth = []
    for place in range(spans):
        first = int(place * step)
        last = first + (8 if make.random() < 0.1 else make.randint(1, max(1, int(step))))
        truth.append((starts[first], max(starts[last] - 1, starts[first] + 1), make.choice(LABELS)))
    layers = [[told for mark in truth for told in _told(make, mark, len(text))] for _ in range(annotators)]
    return sheet_of(text, *layers, id=f"a{number}", at=f"2026-{number % 12 + 1:02}-05T08:00:00Z")


def _told(make: random.Random, mark: Marked, length: int) -> list[Marked]:
    start, end, label = mark
    chance = make.random()
    if chance < 0.1:
        return []
    if chance < 0.2:
        end = min(end + make.randint(1, 6), length)
    elif chance < 0.25:
        start = max(0, start - make.randint(1, 4))
    elif chance < 0.3:
        label = make.choice(LABELS)
    return [(start, end, label)]
