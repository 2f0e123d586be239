"""A numbered rule of the guideline."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GuidelineRule:
    """What the guideline says under a number. `version` counts from 1, `at` is when it was worded so."""

    id: str
    n: int
    version: int
    text: str
    at: str
