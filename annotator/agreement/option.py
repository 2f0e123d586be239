"""Options: everything a figure depends on beside the spans, so that it can be had again."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

WEEK, MONTH = "week", "month"


@dataclass(frozen=True, slots=True)
class Options:
    """How to compare.

    `iou` is the least part that two spans share of what they cover together to count as near. `suggestions` False
    leaves out every span that somebody accepted from a suggestion, and the same span of everybody else. `resamples` 0
    makes no intervals. `closed` holds the (label or event type, attribute) pairs whose values come from a list;
    others are only compared, not tabled. `headline` counts nothing but exact F1 and uα. `most_articles` is how many
    articles the report lists, the worst first.
    """

    iou: float = 0.5
    suggestions: bool = True
    resamples: int = 2000
    seed: int = 0
    period: str = WEEK
    most_articles: int = 1000
    headline: bool = False
    closed: frozenset[tuple[str, str]] = frozenset()


DEFAULT = Options()


def period_of(moment: str, length: str) -> str:
    """The week (`2026-W07`) or month (`2026-02`) of a moment as the project keeps it; empty where there is none."""
    try:
        return PERIODS[length](moment[:10])
    except ValueError:
        return ""


@lru_cache(maxsize=4096)
def _week(day: str) -> str:
    year, week, _ = date.fromisoformat(day).isocalendar()
    return f"{year}-W{week:02}"


def _month(day: str) -> str:
    return date.fromisoformat(day).isoformat()[:7]


PERIODS: dict[str, Callable[[str], str]] = {WEEK: _week, MONTH: _month}
