"""Figures: what a measure came to, or why it came to nothing."""

from dataclasses import dataclass

from annotator.core.sentence import Sentence, say

NO_ARTICLE = say("no article was finished by both.")
NO_SPAN = say("nobody marked anything.")
NO_EVENT = say("nobody made any event.")
NO_ROLE = say("nobody put a span into a role.")
NO_MATCH = say("no two spans match.")
NO_UNIT = say("nothing was marked by two or more.")
NO_OVERLAP = say("no spans of two annotators overlap.")
NO_VALUE = say("nobody set it on spans that match.")
FREE_VALUES = say("its values are free, so only equal ones can be counted.")
ONE_VALUE = say("only one value was ever used, so agreement by chance is certain.")
ALL_ALIKE = say("only one value was ever used; all agree, but it could not have been otherwise.")
FEW_ARTICLES = say("too few articles for an interval: fewer than {count}.", count=10)
NESTED = say("spans of one annotator overlap, so it is taken label by label and put together.")


@dataclass(frozen=True, slots=True)
class Figure:
    """A value, or None where it is undefined; `reason` says why, or how a value is to be read."""

    value: float | None
    reason: Sentence | None = None


def share(part: float, whole: float, reason: Sentence) -> Figure:
    """`part` of `whole`; undefined for `reason` where there is no whole."""
    return Figure(part / whole) if whole else Figure(None, reason)


def f1(both: int, first: int, second: int, reason: Sentence = NO_SPAN) -> Figure:
    """F1 of two lists that have `both` things in common; undefined for `reason` where both are empty."""
    return share(2 * both, first + second, reason)
