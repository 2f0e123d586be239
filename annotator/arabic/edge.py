"""Moving the edges of a span through a text: by letter, by word, by sentence. Positions are code points."""

from collections.abc import Callable, Iterator, Mapping

from annotator.arabic import grapheme, words

START, END = "start", "end"

Move = Callable[[str, int], int]


def moved_edge(text: str, edge: str, unit: str, step: int, at: int) -> int:
    """Where the `start` or `end` edge at `at` comes when it goes one unit earlier (-1) or later (1) in the text.

    A start comes to where a unit begins, an end to where one ends. Where there is no further one, the text's own start
    or end. Raises KeyError on an unknown edge, unit or step.
    """
    return _MOVES[edge, unit, step](text, at)


def moved_hull(text: str, hull: tuple[int, int], edge: str, unit: str, step: int) -> tuple[int, int]:
    """The range with its `start` or `end` moved so; it may come out empty or turned round."""
    start, end = hull
    if edge == START:
        return moved_edge(text, edge, unit, step, start), end
    return start, moved_edge(text, edge, unit, step, end)


def _previous_word_end(text: str, pos: int) -> int:
    start = words.previous_word_start(text, pos)
    word = words.word_at(text, start)
    if word is not None and word[1] >= pos:
        start = words.previous_word_start(text, start)
        word = words.word_at(text, start)
    return word[1] if word is not None and word[1] < pos else 0


def _previous_sentence_start(text: str, pos: int) -> int:
    return max((start for start, _ in _sentences_before(text, pos) if start < pos), default=0)


def _next_sentence_start(text: str, pos: int) -> int:
    return next((start for start, _ in _sentences_after(text, pos) if start > pos), len(text))


def _previous_sentence_end(text: str, pos: int) -> int:
    return max((end for _, end in _sentences_before(text, pos) if end < pos), default=0)


def _next_sentence_end(text: str, pos: int) -> int:
    return next((end for _, end in _sentences_after(text, pos) if end > pos), len(text))


def _sentences_before(text: str, pos: int) -> Iterator[tuple[int, int]]:
    """The sentences of the last paragraphs before `pos` that have any: the one it stands in, and the one before."""
    end = text.find("\n", pos)
    end = len(text) if end < 0 else end
    found = 0
    while end >= 0 and found < 2:
        start = text.rfind("\n", 0, end) + 1
        inside = list(_trimmed(text, start, end))
        found += bool(inside)
        yield from inside
        end = start - 1


def _sentences_after(text: str, pos: int) -> Iterator[tuple[int, int]]:
    start = text.rfind("\n", 0, pos) + 1
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield from _trimmed(text, start, end)
        start = end + 1


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a paragraph as spans hold them: without the stop and the quotation marks around them."""
    for first, last in words.sentences(text[start:end]):
        inner = words.trim(text, start + first, start + last)
        if inner[0] < inner[1]:
            yield inner


_MOVES: Mapping[tuple[str, str, int], Move] = {
    (START, "letter", -1): grapheme.previous_edge,
    (START, "letter", 1): grapheme.next_edge,
    (END, "letter", -1): grapheme.previous_edge,
    (END, "letter", 1): grapheme.next_edge,
    (START, "word", -1): words.previous_word_start,
    (START, "word", 1): words.next_word_start,
    (END, "word", -1): _previous_word_end,
    (END, "word", 1): words.next_word_end,
    (START, "sentence", -1): _previous_sentence_start,
    (START, "sentence", 1): _next_sentence_start,
    (END, "sentence", -1): _previous_sentence_end,
    (END, "sentence", 1): _next_sentence_end,
}
