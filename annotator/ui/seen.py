"""The words of the article as lists and panels show them: in one line, and not too many."""

from annotator.core.span import Span

QUOTE_LETTERS = 600


def seen_quote(span: Span, text: str) -> str:
    """The words of the span, with … where a discontinuous one leaves others out."""
    return " … ".join(text[start:end] for start, end in span.fragments)


def shortened(words: str, letters: int = QUOTE_LETTERS) -> str:
    """The words, or so many of their first letters with … after them."""
    one_line = " ".join(words.split())
    return one_line if len(one_line) <= letters else one_line[: letters - 1].rstrip() + "…"
