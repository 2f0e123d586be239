"""Word hints: a letter for each word of a sentence, and which words the letters pressed choose.

Ranges are half-open, in code points of the article's text.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from annotator.arabic import words

Range = tuple[int, int]

EASE = "FJDKSLAGHEIRUWOTYQPVNCMBXZ"
"""Keys by their place, the easiest first: the row the fingers rest on, the one above, the one below."""
_ROWS = ("QWERTYUIOPASDFGHJKLZXCVNM", "ضصثقفغعهخحشسيبلاتنمئءؤرىة")
ARABIC: Mapping[str, str] = dict(zip(*_ROWS, strict=True)) | {"B": "لا"}
"""What the Arabic layout writes on the same keys."""
BEFORE = 8
"""In a long sentence the letters begin so many words before the caret."""
REACH = 2_000
"""No more than so many code points before and behind the caret are looked at."""


@dataclass(frozen=True, slots=True)
class Hints:
    """The words of a sentence, the keys that may stand for them, and the label the words are going to get.

    `at` is the first word with a key; `first` the word chosen to begin with, once there is one.
    """

    label: str
    words: tuple[Range, ...]
    keys: str
    at: int = 0
    first: int | None = None

    def places(self) -> dict[str, int]:
        """For each key the number of the word it stands for.

        Once the first word is chosen, only words from there on have keys. Each of them keeps its own; those that become
        free go to the words beyond.
        """
        beyond = self.at + len(self.keys)
        shown = dict(zip(self.keys, range(self.at, len(self.words)), strict=False))
        if self.first is None:
            return shown
        kept = {key: place for key, place in shown.items() if place >= self.first}
        free = (key for key in self.keys if key not in kept)
        return kept | dict(zip(free, range(beyond, len(self.words)), strict=False))

    def shifted(self) -> "Hints":
        """The keys over the words that follow, or over the first ones again; as it is where all words have keys."""
        most = max(0, len(self.words) - len(self.keys))
        return replace(self, at=0 if self.at >= most else min(self.at + len(self.keys), most))


def open_hints(text: str, caret: int, label: str, keys: str) -> Hints | None:
    """Hints for the sentence at the caret; a caret behind its last word still stands in it.

    Behind the last sentence of all, that one is taken. None where the text has no words.
    """
    found = _sentence(text, caret) or _last_sentence(text)
    if not found:
        return None
    near = next((number for number, word in enumerate(found) if word[1] >= caret), 0)
    most = max(0, len(found) - len(keys))
    return Hints(label, found, keys, max(0, min(near - BEFORE, most)))


def next_sentence(text: str, hints: Hints) -> Hints:
    """Hints for the sentence after this one, from the beginning again after the last."""
    found = _sentence(text, hints.words[-1][1] + 1) or _sentence(text, 0)
    return Hints(hints.label, found, hints.keys)


def hinted_range(text: str, first: Range, last: Range, cut: int = 0) -> Range:
    """The words from `first` to `last`, without the first `cut` code points, quotation marks and punctuation.

    A bracket or quotation mark stays where its partner stands further inside.
    """
    start = first[0] + cut if cut else _before_marks(text, first[0])
    return words.trim(text, start, _behind_marks(text, last[1]))


def _sentence(text: str, position: int) -> tuple[Range, ...]:
    """The words of the first sentence with a word that ends at the position or behind it."""
    for start, end in _sentences(text, position):
        near = max(start, position - REACH), min(end, position + REACH)
        found = tuple(words.words(text, *near)) if near[0] < near[1] else ()
        if found and found[-1][1] >= position:
            return found
    return ()


def _sentences(text: str, position: int) -> Iterator[Range]:
    """The sentences of the paragraph at the position and of all that follow."""
    start = text.rfind("\n", 0, position) + 1
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        for first, last in words.sentences(text[start:end]):
            yield start + first, start + last
        start = end + 1


def _last_sentence(text: str) -> tuple[Range, ...]:
    last = words.previous_word_start(text, len(text))
    return _sentence(text, last)


def _before_marks(text: str, start: int) -> int:
    while start > 0 and not (text[start - 1].isspace() or text[start - 1].isalnum()):
        start -= 1
    return start


def _behind_marks(text: str, end: int) -> int:
    while end < len(text) and not (text[end].isspace() or text[end].isalnum()):
        end += 1
    return end
