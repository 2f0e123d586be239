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
    """The caps that show, the id of the label to come, and the range its span has so far.

    Caps over the words of a sentence stand in reading order. `near` is the place that must show in any case, where the
    caps stand far apart; without it the first and the last of them should.
    """

    label: str
    caps: tuple[Cap, ...]
    begun: tuple[int, int] | None = None
    near: int | None = None

    @property
    def ends(self) -> tuple[int, int]:
        """The first and the last place that should show; there must be caps."""
        return (self.caps[0].start, self.caps[-1].start) if self.near is None else (self.near, self.near)
