"""What is found in the open article at the moment, and where one is in it."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice

from annotator.arabic.find import Haystack, Hit, find_parts, find_words, make_haystack

MOST = 10_000
"""So many places are listed at most, of whole words and of parts; nobody reads through more."""

Range = tuple[int, int]


class Finder:
    """Finds in one text at a time, which it keeps folded. Ranges are half-open, in code points of that text."""

    def __init__(self) -> None:
        self._text: str | None = None
        self._haystack: Haystack | None = None
        self.hits: Sequence[Hit] = ()
        self.ranges: Sequence[Range] = ()
        self.more = False
        """Whether there are more places than are listed."""
        self.only_parts = False
        """Whether nothing was found because parts of words were not looked for."""
        self.current: Range | None = None

    def find(self, text: str, needle: str, parts: bool, origin: int) -> None:
        """Find the needle, perhaps in words too; the first place from `origin` on, else from the start, is current."""
        haystack = self._fold(text if needle.strip() else "")
        whole = list(islice(find_words(haystack, needle), MOST + 1))
        # Behind the last of too many whole words, whole words would be taken for parts.
        wanted = 0 if len(whole) > MOST else MOST + 1 if parts else int(not whole)
        within = list(islice(find_parts(haystack, needle, whole), wanted))
        self.only_parts = bool(within) and not parts
        self.more = len(whole) > MOST or (parts and len(within) > MOST)
        listed = [*whole[:MOST], *(within[:MOST] if parts else ())]
        self.hits = sorted(listed, key=_start)
        self.ranges = [hit.range for hit in self.hits]
        self.current = self.nearest(origin, 1)

    def nearest(self, position: int, step: int) -> Range | None:
        """The first place that starts at `position` or later (1), or the last one before it (-1), and round again."""
        if not self.ranges:
            return None
        index = bisect_left(self.ranges, (position, 0))
        return self.ranges[(index if step > 0 else index - 1) % len(self.ranges)]

    def neighbour(self, step: int) -> Range | None:
        """The place after (1) or before (-1) the current one in the text, and round again."""
        if self.current is None:
            return None
        return self.nearest(self.current[0] + (1 if step > 0 else 0), step)

    def _fold(self, text: str) -> Haystack:
        if self._haystack is None or self._text != text:
            self._text, self._haystack = text, make_haystack(text)
        return self._haystack


def _start(hit: Hit) -> int:
    return hit.start
