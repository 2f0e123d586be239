"""Texts and spans of any size for the benchmarks, the same at every run."""

import random

from annotator import paths
from annotator.core.article import Article, make_article
from annotator.core.span import Span, make_span

LABELS = ("ACTOR", "TARGET", "WEAPON", "CLAIM")


def text_of(characters: int) -> str:
    """The sample's articles one after the other, cut at this length."""
    texts = [file.read_text(encoding="utf-8") for file in sorted(paths.seed("articles").glob("*.txt"))]
    whole = "\n".join(texts)
    return (whole * (characters // len(whole) + 1))[:characters]


def article_of(characters: int) -> Article:
    """An article of this length."""
    return make_article(text_of(characters))


def spans_of(text: str, count: int, seed: int = 7) -> list[Span]:
    """Random spans of one to eight words, overlapping and nested as they come."""
    make = random.Random(seed)
    starts = [0, *(i + 1 for i, letter in enumerate(text) if letter == " ")]
    spans = []
    for _ in range(count):
        first = make.randrange(len(starts) - 9)
        end = starts[first + make.randint(1, 8)] - 1
        spans.append(make_span("layer", make.choice(LABELS), starts[first], max(end, starts[first] + 1)))
    return spans
