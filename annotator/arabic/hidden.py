"""Hidden characters: what a text holds that a reader does not see, and what of it could disguise the text."""

from collections.abc import Iterator
from typing import NamedTuple

import regex

from annotator.arabic.letters import invisible_name

_NAMES = {
    "\t": "TAB",
    "\u00a0": "NBSP",
    "\u034f": "CGJ",
    "\u0640": "TATWEEL",
    "\u2007": "FIGSP",
    "\u2009": "THSP",
    "\u200a": "HSP",
    "\u202f": "NNBSP",
    "\u2061": "AF",
    "\u2062": "IT",
    "\u2063": "IS",
    "\u2064": "IP",
    "\u3000": "IDSP",
}

# Number signs and the end of an ayah count as format characters, but they are seen.
_SEEN = "[\u0020\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd]"
_HIDDEN = regex.compile(
    rf"(?V1)[[\p{{Cf}}\p{{Zs}}\p{{Variation_Selector}}\t\u034f\u0640\u115f\u1160\u17b4\u17b5\u3164\uffa0]--{_SEEN}]"
)

_EMBEDDINGS, _OVERRIDES, _ISOLATES = "\u202a\u202b", "\u202d\u202e", "\u2066\u2067\u2068"
_POP_EMBEDDING, _POP_ISOLATE = "\u202c", "\u2069"
_CONTROLS = _EMBEDDINGS + _OVERRIDES + _ISOLATES + _POP_EMBEDDING + _POP_ISOLATE
_CONTROL = regex.compile(f"[{_CONTROLS}\n]")


class Hidden(NamedTuple):
    """A run [start, end) of one and the same hidden character, in code points, and the character's short name."""

    start: int
    end: int
    name: str


def hidden_runs(text: str, start: int, end: int) -> Iterator[Hidden]:
    """The hidden characters of [start, end) in order; equal ones that follow each other are one run."""
    run: Hidden | None = None
    for found in _HIDDEN.finditer(text, start, end):
        place = found.start()
        if run is not None and run.end == place and text[run.start] == text[place]:
            run = run._replace(end=place + 1)
            continue
        if run is not None:
            yield run
        run = Hidden(place, place + 1, hidden_name(text[place]))
    if run is not None:
        yield run


def hidden_name(character: str) -> str:
    """The short name of a hidden character: Unicode's own where it has one, else `U+` and its number."""
    if "\ufe00" <= character <= "\ufe0f":
        return f"VS{ord(character) - 0xFE00 + 1}"
    return _NAMES.get(character) or invisible_name(character) or code_name(character)


def code_name(character: str) -> str:
    """A character by its number: `U+202E`."""
    return f"U+{ord(character):04X}"


def disguises(text: str) -> tuple[int, ...]:
    """Where a direction control stands that can make a text look other than it is, ascending.

    Overrides always can; embeddings and isolates when they are not closed in their paragraph, and what closes none.
    """
    if not any(control in text for control in _CONTROLS):
        return ()
    found: list[int] = []
    unclosed = _Unclosed([], [])
    for match in _CONTROL.finditer(text):
        place, control = match.start(), match.group()
        if control == "\n":
            found += unclosed.controls
            unclosed = _Unclosed([], [])
        elif control == _POP_EMBEDDING:
            found += unclosed.pop_embedding(text, place)
        elif control == _POP_ISOLATE:
            found += unclosed.pop_isolate(place)
        else:
            unclosed.open(text, place)
            found += [place] if control in _OVERRIDES else []
    return tuple(sorted({*found, *unclosed.controls}))


class _Unclosed(NamedTuple):
    """The controls of a paragraph still open, by their places, and the indexes of the isolates among them."""

    controls: list[int]
    isolates: list[int]

    def open(self, text: str, place: int) -> None:
        if text[place] in _ISOLATES:
            self.isolates.append(len(self.controls))
        self.controls.append(place)

    def pop_embedding(self, text: str, place: int) -> list[int]:
        """Close the innermost control unless it is an isolate; the places left without a partner by that."""
        if not self.controls or text[self.controls[-1]] in _ISOLATES:
            return [place]
        self.controls.pop()
        return []

    def pop_isolate(self, place: int) -> list[int]:
        """Close the innermost isolate and all that is open inside it; the places left without a partner by that."""
        if not self.isolates:
            return [place]
        index = self.isolates.pop()
        inside = self.controls[index + 1 :]
        del self.controls[index:]
        return inside
