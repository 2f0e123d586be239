"""A tally: the counts of any number of articles, in a space that does not grow with them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from annotator.agreement import pairing, unitizing
from annotator.agreement.count import PERIOD, add, count
from annotator.agreement.figure import Figure, f1
from annotator.agreement.incident import (
    EVENTS_BOTH,
    EVENTS_FIRST,
    EVENTS_SECOND,
    ROLE_EXACT,
    ROLE_FIRST,
    ROLE_RELAXED,
    ROLE_SECOND,
)
from annotator.agreement.option import DEFAULT, Options
from annotator.agreement.pairing import (
    ARTICLES,
    CELLS_BOTH,
    CELLS_FIRST,
    CELLS_SECOND,
    FIRST,
    PLACES_FIRST,
    PLACES_SECOND,
    SECOND,
    UNLABELLED,
    Counts,
    Key,
)
from annotator.agreement.sheet import Sheet

MOST_BLOCKS = 500
"""Intervals are drawn from so many lots at most; beyond that, articles are dealt out to the lots in turn."""

Group = tuple[str, ...]
PAIR, LABEL, ANNOTATOR, ALL, ROLE, TIME = "pair", "label", "annotator", "all", "role", "time"
Groups = dict[Group, dict[str, int]]

SPAN_F1 = {
    "f1_exact": (pairing.EXACT, FIRST, SECOND),
    "f1_edge": (pairing.EDGE, FIRST, SECOND),
    "f1_edge_clitic": (pairing.CLITIC, FIRST, SECOND),
    "f1_relaxed": (pairing.RELAXED, FIRST, SECOND),
    "f1_unlabelled": (UNLABELLED, PLACES_FIRST, PLACES_SECOND),
    "f1_character": (CELLS_BOTH, CELLS_FIRST, CELLS_SECOND),
}
EVENT_F1 = {
    "f1_existence": (EVENTS_BOTH, EVENTS_FIRST, EVENTS_SECOND),
    "f1_role_exact": (ROLE_EXACT, ROLE_FIRST, ROLE_SECOND),
    "f1_role_relaxed": (ROLE_RELAXED, ROLE_FIRST, ROLE_SECOND),
}
_OF_SPANS = frozenset(what for parts in SPAN_F1.values() for what in parts)
_OF_EVENTS = frozenset((EVENTS_BOTH, EVENTS_FIRST, EVENTS_SECOND))
_OF_ROLES = frozenset((ROLE_EXACT, ROLE_RELAXED, ROLE_FIRST, ROLE_SECOND))
_FOR_INTERVALS = _OF_SPANS | _OF_EVENTS | _OF_ROLES | unitizing.PREFIXES | {PERIOD}


class ArticleRow(NamedTuple):
    """How far an article's annotators agree; the worst come first when sorted."""

    worst: float
    id: str
    title: str
    annotators: int
    spans: int
    figures: dict[str, Figure]


@dataclass(slots=True)
class Tally:
    """What was counted so far: the sums, the lots for intervals, the worst articles, how many were looked at."""

    options: Options = DEFAULT
    counts: Counts = field(default_factory=lambda: defaultdict(int))
    blocks: list[Counts] = field(default_factory=list)
    articles: list[ArticleRow] = field(default_factory=list)
    shared: int = 0
    who: set[str] = field(default_factory=set)

    def add(self, sheet: Sheet) -> None:
        """Count one more article."""
        self.who.update(sheet.layers)
        found = count(sheet, self.options)
        if not found:
            return
        add(self.counts, found)
        self._put_aside(found)
        if self.options.most_articles:
            self._list([_article_row(sheet, found)])

    def merge(self, other: "Tally") -> None:
        """Take in what was counted elsewhere, with the same options, of other articles."""
        self.who |= other.who
        add(self.counts, other.counts)
        for block in other.blocks:
            self._put_aside(block)
        self.shared += other.shared - len(other.blocks)
        self._list(other.articles)

    def _put_aside(self, found: Mapping[Key, int]) -> None:
        kept = {key: number for key, number in found.items() if key[0] in _FOR_INTERVALS}
        if len(self.blocks) < MOST_BLOCKS:
            self.blocks.append(defaultdict(int, kept))
        else:
            add(self.blocks[self.shared % MOST_BLOCKS], kept)
        self.shared += 1

    def _list(self, rows: Iterable[ArticleRow]) -> None:
        self.articles.extend(rows)
        if len(self.articles) >= 2 * self.options.most_articles:
            self.worst_articles()

    def worst_articles(self) -> list[ArticleRow]:
        """The articles that the report lists, the worst first; those without a figure last."""
        self.articles.sort(key=lambda row: row[:2])
        del self.articles[self.options.most_articles :]
        return self.articles


def tally(sheets: Iterable[Sheet], options: Options = DEFAULT) -> Tally:
    """The tally of all these articles."""
    found = Tally(options)
    for sheet in sheets:
        found.add(sheet)
    return found


def grouped(counts: Mapping[Key, int]) -> Groups:
    """The counts by what they are about: each pair, label, annotator, role and time, and everything."""
    groups: Groups = {}
    for key, number in counts.items():
        for group, what in cells_of(key):
            row = groups.get(group)
            if row is None:
                row = groups[group] = defaultdict(int)
            row[what] += number
    return groups


def cells_of(key: Key) -> Iterable[tuple[Group, str]]:
    """Where a count belongs: what it is about, and what it counts there."""
    what = key[2] if key[0] == PERIOD else key[0]
    return [(group, what) for group in _groups_of(key)]


def _groups_of(key: Key) -> tuple[Group, ...]:
    what = key[0]
    if what in _OF_SPANS:
        whole = ((PAIR, key[1], key[2]), (ANNOTATOR, key[1]), (ANNOTATOR, key[2]), (ALL,))
        return (*whole, (LABEL, key[3])) if key[3] else whole
    if what == ARTICLES and len(key) == 2:
        return ((ANNOTATOR, key[1]),)
    if what in _OF_EVENTS or what in (ARTICLES, pairing.MATCHED, pairing.BOTH_EMPTY):
        return (PAIR, key[1], key[2]), (ALL,)
    if what in _OF_ROLES:
        return (PAIR, key[1], key[2]), (ROLE, key[3]), (ALL,)
    return ((TIME, key[1]),) if what == PERIOD else ()


def span_figures(row: Mapping[str, int]) -> dict[str, Figure]:
    """Every F1 over spans of one group."""
    return {
        name: f1(row.get(both, 0), row.get(first, 0), row.get(second, 0))
        for name, (both, first, second) in SPAN_F1.items()
    }


def _article_row(sheet: Sheet, counts: Counts) -> ArticleRow:
    row: dict[str, int] = defaultdict(int)
    for key, number in counts.items():
        if key[0] in _OF_SPANS:
            row[key[0]] += number
    figures = span_figures(row) | {"u_alpha": unitizing.u_alpha(counts)}
    exact = figures["f1_exact"].value
    spans = sum(len(record.spans) for record in sheet.layers.values())
    worst = 2.0 if exact is None else exact
    return ArticleRow(worst, sheet.article.id, sheet.article.title, len(sheet.layers), spans, figures)


