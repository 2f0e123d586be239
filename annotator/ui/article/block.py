"""Blocks: the stretches of an article that are laid out separately."""

from collections.abc import Iterator
from typing import NamedTuple

from annotator.arabic import grapheme
from annotator.core.article import Article

LONGEST = 8_000
TITLE, DATELINE, BODY = "title", "dateline", "body"
HEAD = 2
"""Only the first so many paragraphs can be something else than body."""


class Block(NamedTuple):
    """Code points [start, end) of the text, without a line end.

    A block is a paragraph, or a part of one that is too long to lay out at once. `number` is the paragraph's number in
    the margin (0: none); `last` says that the paragraph ends here.
    """

    start: int
    end: int
    kind: str
    number: int = 0
    last: bool = True


def break_blocks(article: Article) -> tuple[Block, ...]:
    """The article's blocks in reading order: at least one, even of an empty text."""
    text = article.text
    lines = text.split("\n")
    blocks: list[Block] = []
    start = number = 0
    for index, line in enumerate(lines):
        end, margin = start + len(line), 0
        kind = _kind(article, index, line, len(lines)) if index < HEAD else BODY
        if kind == BODY and line and not line.isspace():
            number += 1
            margin = number
        if end - start <= LONGEST:
            blocks.append(Block(start, end, kind, margin))
        else:
            blocks.extend(_cut(text, start, end, kind, margin))
        start = end + 1
    return tuple(blocks)


def _kind(article: Article, index: int, line: str, lines: int) -> str:
    if index == 0 and lines > 1 and line.strip() == article.title.strip():
        return TITLE
    if index == 1 and article.meta.get("dateline"):
        return DATELINE
    return BODY


def _cut(text: str, start: int, end: int, kind: str, number: int) -> Iterator[Block]:
    """The paragraph [start, end), cut after a space, or failing that between two graphemes, where it is too long."""
    while end - start > LONGEST:
        space = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = space + 1 if space >= 0 else grapheme.previous_edge(text, start + LONGEST + 1)
        if cut <= start:
            cut = start + LONGEST
        yield Block(start, cut, kind, number, last=False)
        start, number = cut, 0
    yield Block(start, end, kind, number)
