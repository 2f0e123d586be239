"""Comparing annotators: how far they agree, and on what they do not. Pure functions over records; rows in MEASURES."""

from collections.abc import Callable, Iterable
from itertools import combinations
from statistics import fmean
from typing import NamedTuple

from annotator.agreement.coding import alpha_of, cohen_kappa, fleiss_kappa
from annotator.agreement.count import GROUP, total
from annotator.agreement.figure import NO_ARTICLE, NO_EVENT, NO_ROLE, NO_SPAN, Figure, f1
from annotator.agreement.gamma import Unit, gamma
from annotator.agreement.option import DEFAULT, Options
from annotator.agreement.pairing import CONFUSION, Counts
from annotator.agreement.sheet import Sheet
from annotator.agreement.tally import EVENT_F1, SPAN_F1
from annotator.agreement.unitizing import u_alpha, u_alpha_boundaries, u_alpha_labels
from annotator.core.sentence import Sentence, say

Compute = Callable[[Iterable[Sheet], Options], Figure]


class Measure(NamedTuple):
    """A way to say how far annotators agree: its name, what a figure means and what it does not, and how to get it."""

    id: str
    name: Sentence
    means: Sentence
    not_means: Sentence
    compute: Compute


def _counted(value: Callable[[Counts], Figure]) -> Compute:
    """A measure that is told from counts."""

    def compute(sheets: Iterable[Sheet], options: Options = DEFAULT) -> Figure:
        return value(total(sheets, options))

    return compute


def _f1_of(parts: tuple[str, str, str], reason: Sentence = NO_SPAN) -> Compute:
    def value(counts: Counts) -> Figure:
        if not counts:
            return Figure(None, NO_ARTICLE)
        both, first, second = (sum(n for key, n in counts.items() if key[0] == part) for part in parts)
        return f1(both, first, second, reason)

    return _counted(value)


def _kappa(counts: Counts) -> Figure:
    """κ over the matched spans of all pairs together."""
    table: dict[tuple[object, object], int] = {}
    for key, number in counts.items():
        if key[0] == CONFUSION and key[3] and key[4]:
            table[key[3], key[4]] = table.get((key[3], key[4]), 0) + number
    return cohen_kappa(table)


def _alpha(counts: Counts) -> Figure:
    return alpha_of({key[1:]: number for key, number in counts.items() if key[0] == GROUP})


def _fleiss(counts: Counts) -> Figure:
    """Fleiss' κ over what was marked by as many as ever marked one thing."""
    patterns = {key[1:]: number for key, number in counts.items() if key[0] == GROUP and len(key) > 2}
    most = max(map(len, patterns), default=0)
    labels = sorted({label for pattern in patterns for label in pattern})
    full = [(pattern, number) for pattern, number in patterns.items() if len(pattern) == most]
    return fleiss_kappa([pattern.count(label) for label in labels] for pattern, number in full for _ in range(number))


def pairwise_gamma(sheets: Iterable[Sheet], options: Options = DEFAULT) -> Figure:
    """The mean of γ over all articles and pairs of annotators where it is defined. For three or more, say so."""
    values: list[float | None] = []
    for sheet in sheets:
        values += [gamma(one, other, options.seed).value for one, other in combinations(units_of(sheet).values(), 2)]
    defined = [value for value in values if value is not None]
    return Figure(fmean(defined)) if defined else Figure(None, NO_SPAN if values else NO_ARTICLE)


def units_of(sheet: Sheet) -> dict[str, list[Unit]]:
    """What γ compares of an article: each annotator's spans by their hull."""
    return {who: sorted({(s.start, s.end, s.label) for s in record.spans}) for who, record in sheet.layers.items()}


MEASURES: tuple[Measure, ...] = (
    Measure(
        "f1_exact",
        say("Exact F1"),
        say("How many of the spans one marked the other marked too: same letters, same label."),
        say("It does not tell near misses from spans that are missing, nor who is right."),
        _f1_of(SPAN_F1["f1_exact"]),
    ),
    Measure(
        "f1_edge",
        say("Edge-normalised F1"),
        say("Exact F1 when punctuation, vowel marks and elongation at the edges do not count."),
        say("It does not forgive another word at the edge."),
        _f1_of(SPAN_F1["f1_edge"]),
    ),
    Measure(
        "f1_edge_clitic",
        say("Edge-normalised F1, without proclitics"),
        say("As before, and و ف ب ك ل س ال written together with the first word do not count either."),
        say("It does not know whether a first letter is a proclitic or belongs to the word."),
        _f1_of(SPAN_F1["f1_edge_clitic"]),
    ),
    Measure(
        "f1_relaxed",
        say("Relaxed F1"),
        say("How many spans find a partner of the same label that shares at least half of what both cover."),
        say("It does not say that the edges agree; each span has one partner at most."),
        _f1_of(SPAN_F1["f1_relaxed"]),
    ),
    Measure(
        "f1_unlabelled",
        say("Unlabelled F1"),
        say("Exact F1 when labels do not count: whether they found the same places, each place once."),
        say("It does not say that they call them the same."),
        _f1_of(SPAN_F1["f1_unlabelled"]),
    ),
    Measure(
        "f1_character",
        say("Character F1"),
        say("How much of the marked text both put under the same label, letter by letter."),
        say("It does not count spans: one long span outweighs ten short ones."),
        _f1_of(SPAN_F1["f1_character"]),
    ),
    Measure(
        "u_alpha",
        say("Krippendorff uα"),
        say("How far edges and labels agree beyond chance, for all annotators: 1 is perfect, 0 is chance."),
        say("It does not count spans: it goes by length. By custom 0.80 is reliable and 0.667 tentative, no more."),
        _counted(u_alpha),
    ),
    Measure(
        "u_alpha_boundaries",
        say("Krippendorff uα, edges"),
        say("How far they agree beyond chance on what is marked at all."),
        say("It does not look at labels."),
        _counted(u_alpha_boundaries),
    ),
    Measure(
        "u_alpha_labels",
        say("Krippendorff uα, labels"),
        say("How far labels agree beyond chance where the spans of two overlap."),
        say("It does not see what only one has marked."),
        _counted(u_alpha_labels),
    ),
    Measure(
        "kappa_matched",
        say("Cohen's κ on matched spans"),
        say("How far two annotators agree on the label beyond chance, on spans that match."),
        say("It does not see spans without a match: read it with how many matched."),
        _counted(_kappa),
    ),
    Measure(
        "alpha_matched",
        say("Krippendorff's α on matched spans"),
        say("The same for any number of annotators, also where some marked nothing."),
        say("It does not see what only one has marked."),
        _counted(_alpha),
    ),
    Measure(
        "fleiss_kappa_matched",
        say("Fleiss' κ on matched spans"),
        say("The same where all annotators marked something."),
        say("It does not see what one of them left out."),
        _counted(_fleiss),
    ),
    Measure(
        "f1_existence",
        say("Event F1"),
        say("How many events one made the other made too: those that share most of their spans."),
        say("It does not say that the same spans play the same parts."),
        _f1_of(EVENT_F1["f1_existence"], NO_EVENT),
    ),
    Measure(
        "f1_role_exact",
        say("Role F1, exact"),
        say("How many parts are played by the same span in events that match."),
        say("It does not forgive different edges of the span that plays the part."),
        _f1_of(EVENT_F1["f1_role_exact"], NO_ROLE),
    ),
    Measure(
        "f1_role_relaxed",
        say("Role F1, relaxed"),
        say("How many parts are played by nearly the same span in events that match."),
        say("It does not say that the edges of the span agree."),
        _f1_of(EVENT_F1["f1_role_relaxed"], NO_ROLE),
    ),
    Measure(
        "gamma",
        say("γ (pair by pair)"),
        say("How much better the best alignment of two annotators' spans is than chance, overlapping spans too."),
        say("It does not repeat exactly under another seed, for chance is drawn; for three or more it is a mean."),
        pairwise_gamma,
    ),
)
"""Every measure on offer. `compute` takes sheets and options, and pools all pairs of annotators."""
