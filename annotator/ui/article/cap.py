"""Caps: which letters show over which words while a span is chosen by hints."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cap:
    """The letter over the word [start, end), in code points."""

    start: int
    end: int
    letter: str


@dataclass(frozen=True, slots=True)
class Hinted:
    """The caps that show, in reading order, the id of the label to come, and the range its span has so far."""

    label: str
    caps: tuple[Cap, ...]
    begun: tuple[int, int] | None = None
