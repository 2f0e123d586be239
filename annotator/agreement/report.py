"""The report: every figure of a tally, for pairs, labels, annotators, times, events and attributes, with intervals."""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from annotator.agreement.coding import alpha_of, cohen_kappa, fleiss_kappa, gwet_ac1
from annotator.agreement.count import EVENT_ATTRIBUTE, GROUP, SPAN_ATTRIBUTE
from annotator.agreement.figure import FREE_VALUES, NO_ARTICLE, NO_EVENT, NO_ROLE, NO_VALUE, Figure, f1, share
from annotator.agreement.incident import EVENTS_BOTH
from annotator.agreement.interval import Drawn, draw, is_drawn
from annotator.agreement.option import Options
from annotator.agreement.pairing import ARTICLES, BOTH_EMPTY, CONFUSION, FIRST, MATCHED, SECOND
from annotator.agreement.resample import Interval
from annotator.agreement.tally import (
    ALL,
    ANNOTATOR,
    EVENT_F1,
    LABEL,
    PAIR,
    ROLE,
    SPAN_F1,
    TIME,
    ArticleRow,
    Group,
    Groups,
    Tally,
    grouped,
    span_figures,
)
from annotator.agreement.unitizing import u_alpha_of, u_alphas

FEWEST_ARTICLES = 10
"""Shared articles below which no interval is given."""

TREND_F1 = ("f1_exact", "f1_edge", "f1_relaxed")
Confusion = dict[tuple[Hashable, Hashable], int]


@dataclass(frozen=True, slots=True)
class Row:
    """One line: what it is about, how much there was to compare, the figures and their intervals.

    `spans` are those of the first and of the second annotator; for anything but a pair, all comparisons added up.
    `matched` of them stand against each other.
    """

    about: tuple[str, ...]
    articles: int
    both_empty: int
    spans: tuple[int, int]
    matched: int
    figures: dict[str, Figure]
    intervals: dict[str, Interval | None]


@dataclass(frozen=True, slots=True)
class AttributeRow:
    """How far one attribute of a label or event type is set alike, where at least one of two set it."""

    owner: str
    name: str
    of_events: bool
    things: int
    alike: Figure
    ac1: Figure


@dataclass(frozen=True, slots=True)
class Report:
    """Everything the measures say. Annotators are ids; `confusion` is by pair, and None is written as ""."""

    options: Options
    annotators: tuple[str, ...]
    articles_shared: int
    whole: Row
    pairs: tuple[Row, ...]
    labels: tuple[Row, ...]
    people: tuple[Row, ...]
    periods: tuple[Row, ...]
    events: Row
    roles: tuple[Row, ...]
    attributes: tuple[AttributeRow, ...]
    confusion: dict[tuple[str, str], Confusion]
    alpha_matched: Figure
    fleiss_matched: Figure
    groups: tuple[int, int]
    articles: tuple[ArticleRow, ...]


def report(tally: Tally) -> Report:
    """The report on what was counted."""
    groups = grouped(tally.counts)
    who = tuple(sorted(tally.who))
    confusion = _confusion(tally)
    pairs = [_pair(groups, one, other, confusion.get((one, other), {})) for one, other in combinations(who, 2)]
    labels = [_label(groups, group, tally) for group in _about(groups, LABEL)]
    people = [_row(groups, group, span_figures(groups[group])) for group in _about(groups, ANNOTATOR)]
    periods = [_row(groups, group, _trend(groups[group])) for group in _about(groups, TIME)]
    roles = [_row(groups, group, _role(groups[group])) for group in _about(groups, ROLE)]
    all_row = groups.get((ALL,), {})
    whole = _row(groups, (ALL,), span_figures(all_row) | u_alphas(tally.counts))
    events = _row(groups, (ALL,), _events(all_row))
    drawn = draw(tally, _wanted(tally, [*pairs, *labels, *people, *periods, *roles, whole, events]))

    def found(row: Row) -> Row:
        return _with_intervals(row, drawn)

    counts = tally.counts.items()
    patterns: dict[tuple[Hashable, ...], int] = {key[1:]: number for key, number in counts if key[0] == GROUP}
    return Report(
        options=tally.options,
        annotators=who,
        articles_shared=tally.shared,
        whole=found(whole),
        pairs=tuple(map(found, pairs)),
        labels=tuple(map(found, labels)),
        people=tuple(map(found, people)),
        periods=tuple(map(found, periods)),
        events=found(events),
        roles=tuple(map(found, roles)),
        attributes=tuple(_attributes(tally)),
        confusion=confusion,
        alpha_matched=alpha_of(patterns),
        fleiss_matched=_fleiss(patterns, len(who)),
        groups=(sum(n for pattern, n in patterns.items() if len(pattern) > 1), sum(patterns.values())),
        articles=tuple(tally.worst_articles()),
    )


def _about(groups: Groups, kind: str) -> list[Group]:
    return sorted(group for group in groups if group[0] == kind)


def _row(groups: Groups, group: Group, figures: dict[str, Figure]) -> Row:
    counts = groups.get(group, {})
    spans = (counts.get(FIRST, 0), counts.get(SECOND, 0))
    return Row(group, counts.get(ARTICLES, 0), counts.get(BOTH_EMPTY, 0), spans, counts.get(MATCHED, 0), figures, {})


def _pair(groups: Groups, one: str, other: str, confusion: Confusion) -> Row:
    group = (PAIR, one, other)
    row = groups.get(group)
    if row is None:
        return _row(groups, group, {name: Figure(None, NO_ARTICLE) for name in (*SPAN_F1, "kappa_matched")})
    met = {labels: number for labels, number in confusion.items() if labels[0] and labels[1]}
    return _row(groups, group, span_figures(row) | {"kappa_matched": cohen_kappa(met)})


def _label(groups: Groups, group: Group, tally: Tally) -> Row:
    figures = {name: figure for name, figure in span_figures(groups[group]).items() if name != "f1_unlabelled"}
    return _row(groups, group, figures | {"u_alpha": u_alpha_of(tally.counts, group[1])})


def _trend(row: Mapping[str, int]) -> dict[str, Figure]:
    return {name: figure for name, figure in span_figures(row).items() if name in TREND_F1}


def _events(row: Mapping[str, int]) -> dict[str, Figure]:
    return {
        name: f1(row.get(both, 0), row.get(first, 0), row.get(second, 0), NO_EVENT if both == EVENTS_BOTH else NO_ROLE)
        for name, (both, first, second) in EVENT_F1.items()
    }


def _role(row: Mapping[str, int]) -> dict[str, Figure]:
    return {name: figure for name, figure in _events(row).items() if name != "f1_existence"}


def _confusion(tally: Tally) -> dict[tuple[str, str], Confusion]:
    tables: defaultdict[tuple[str, str], Confusion] = defaultdict(dict)
    for key, number in tally.counts.items():
        if key[0] == CONFUSION:
            tables[key[1], key[2]][key[3], key[4]] = number
    return dict(tables)


def _attributes(tally: Tally) -> list[AttributeRow]:
    tables: defaultdict[tuple[str, str, str], dict[tuple[Hashable, Hashable], int]] = defaultdict(dict)
    for key, number in tally.counts.items():
        if key[0] in (SPAN_ATTRIBUTE, EVENT_ATTRIBUTE):
            tables[key[0], key[1], key[2]][key[3], key[4]] = number
    return [_attribute(*key, tables[key], tally.options) for key in sorted(tables, reverse=True)]


def _attribute(
    kind: str, owner: str, name: str, table: Mapping[tuple[Hashable, Hashable], int], options: Options
) -> AttributeRow:
    things = sum(table.values())
    closed = (owner, name) in options.closed
    same = sum(number for (one, other), number in table.items() if one == other)
    ac1 = gwet_ac1(table) if closed else Figure(None, FREE_VALUES)
    return AttributeRow(owner, name, kind == EVENT_ATTRIBUTE, things, share(same, things, NO_VALUE), ac1)


def _fleiss(patterns: Mapping[tuple[Hashable, ...], int], many: int) -> Figure:
    """Fleiss' κ over what all annotators marked."""
    full = {pattern: number for pattern, number in patterns.items() if len(pattern) == many}
    labels = list({label for pattern in full for label in pattern})
    rows = ([pattern.count(label) for label in labels] for pattern, number in full.items() for _ in range(number))
    return fleiss_kappa(rows) if many > 1 else Figure(None, NO_ARTICLE)


def _with_intervals(row: Row, drawn: Drawn) -> Row:
    names = [name for name in row.figures if is_drawn(row.about, name)]
    return replace(row, intervals={name: drawn.get((row.about, name)) for name in names})


def _wanted(tally: Tally, rows: Sequence[Row]) -> list[tuple[Group, str]]:
    """The figures that get an interval: those with enough articles behind them."""
    enough = [
        row
        for row in rows
        if (row.articles if row.about[0] in (PAIR, ANNOTATOR) else tally.shared) >= FEWEST_ARTICLES
    ]
    return [(row.about, name) for row in enough for name in row.figures if is_drawn(row.about, name)]
