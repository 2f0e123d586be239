"""Places: what stands behind the figures of one article, so that every figure can be opened and its spans looked at."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from annotator.agreement.disagreement import Cluster, Version, span_clusters
from annotator.agreement.ground import Ground, lay_out
from annotator.agreement.kind import AGREE
from annotator.agreement.option import DEFAULT, Options, period_of
from annotator.agreement.pairing import Counts, count_pair, prepare
from annotator.agreement.plot import event_clusters
from annotator.agreement.sheet import Sheet
from annotator.core.policy import Policy
from annotator.core.span import Span

Cell = tuple[str, str]
"""A cell of the confusion matrix: the label of the first annotator and that of the second, "" for none."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which places: of two annotators (by id) only, of one cell of their confusion, of one label, of one period.

    None wants all. A cell asks for a pair, and holds what they agree on, too; all else is what they differ on.
    """

    pair: tuple[str, str] | None = None
    cell: Cell | None = None
    label: str | None = None
    period: str | None = None


def places(sheet: Sheet, wanted: Wanted, policy: Policy, options: Options = DEFAULT) -> Iterator[Cluster]:
    """The places of an article that are wanted, in order of place."""
    if wanted.pair is not None:
        if not all(who in sheet.layers for who in wanted.pair):
            return
        sheet = Sheet(sheet.article, {who: sheet.layers[who] for who in sorted(wanted.pair)})
    if len(sheet.layers) < 2 or (wanted.period is not None and wanted.period not in _periods(sheet, options)):
        return
    if wanted.pair is not None and wanted.cell is not None:
        yield from _of_cell(sheet, wanted.pair, wanted.cell, policy, options)
        return
    of_events = event_clusters(sheet, policy) if wanted.label is None else []
    for cluster in (*span_clusters(sheet, policy), *of_events):
        if cluster.kind != AGREE and (wanted.label is None or wanted.label in _labels(cluster)):
            yield cluster


def _labels(cluster: Cluster) -> set[str]:
    return {span.label for version in cluster.versions for span in version.spans}


def _periods(sheet: Sheet, options: Options) -> set[str]:
    """The periods in which pairs of annotators came to have finished the article."""
    finished = [period_of(record.updated_at, options.period) for record in sheet.layers.values()]
    return {max(pair) for pair in combinations(finished, 2)}


def _of_cell(
    sheet: Sheet, pair: tuple[str, str], cell: Cell, policy: Policy, options: Options
) -> Iterator[Cluster]:
    """What the confusion matrix counts in this cell, a place each. `cell` goes with the order of `pair`."""
    text = sheet.article.text
    ground = lay_out({who: record.spans for who, record in sheet.layers.items()}, len(text))
    pairs = count_pair(prepare(ground, text, options.iou), 0, 1, _nowhere())
    turned = pair[0] != ground.who[0]
    kinds = _kinds(sheet, policy)
    spans = [{_mark(span): span for span in reversed(record.spans)} for record in sheet.layers.values()]
    for ours, theirs in sorted(_all(ground, pairs), key=lambda met: _hull(ground, met)):
        labels = tuple("" if mark is None else ground.marks[mark][2] for mark in (ours, theirs))
        if (labels[::-1] if turned else labels) != cell:
            continue
        versions = tuple(
            Version(who, () if mark is None else (spans[number][ground.marks[mark][2:]],))
            for number, (who, mark) in enumerate(zip(ground.who, (ours, theirs), strict=True))
        )
        start, end = _hull(ground, (ours, theirs))
        said = [kinds[number, ground.marks[mark][2:]] for number, mark in enumerate((ours, theirs)) if mark is not None]
        worst = max(said, key=lambda cluster: cluster.severity)
        yield replace(worst, start=start, end=end, quote=text[start:end], versions=versions)


def _nowhere() -> Counts:
    return defaultdict(int)


def _all(ground: Ground, pairs: list[tuple[int, int]]) -> Iterator[tuple[int | None, int | None]]:
    """The pairs that match, and every mark that matches none, on its side."""
    yield from pairs
    matched = {ours for ours, _ in pairs}, {theirs for _, theirs in pairs}
    for index, mask in enumerate(ground.masks):
        if mask & 1 and index not in matched[0]:
            yield index, None
        if mask & 2 and index not in matched[1]:
            yield None, index


def _hull(ground: Ground, met: tuple[int | None, int | None]) -> tuple[int, int]:
    marks = [ground.marks[mark] for mark in met if mark is not None]
    return min(mark[0] for mark in marks), max(mark[1] for mark in marks)


def _mark(span: Span) -> tuple[object, ...]:
    return span.label, span.fragments


def _kinds(sheet: Sheet, policy: Policy) -> dict[tuple[int, tuple[object, ...]], Cluster]:
    """By annotator's number and mark, the cluster in which it is."""
    return {
        (number, _mark(span)): cluster
        for cluster in span_clusters(sheet, policy)
        for number, version in enumerate(cluster.versions)
        for span in version.spans
    }
