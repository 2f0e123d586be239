"""Quotation marks: whether each has its partner."""

PAIRS = (("«", "»"), ("“", "”"), ("‹", "›"))
STRAIGHT = '"'


def is_unclosed(words: str) -> bool:
    """Whether a quotation mark among the words lacks its partner there."""
    return words.count(STRAIGHT) % 2 == 1 or any(_is_uneven(words, *pair) for pair in PAIRS)


def _is_uneven(words: str, opening: str, closing: str) -> bool:
    depth = 0
    for letter in words:
        depth += (letter == opening) - (letter == closing)
        if depth < 0:
            return True
    return depth != 0
