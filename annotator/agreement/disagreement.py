"""Disagreements: what the annotators of an article differ on, each as one thing to settle, with how bad it is."""

import hashlib
import json
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import log

from annotator.agreement.cluster import components
from annotator.agreement.contrast import Viewer, neighbours_of
from annotator.agreement.ground import lay_out
from annotator.agreement.incident import span_attributes
from annotator.agreement.kind import AGREE, TANGLE, foremost, severity_of
from annotator.agreement.sheet import Sheet
from annotator.core.layer import Event
from annotator.core.policy import Policy
from annotator.core.span import Span

SHRINKING = 5
"""How many agreed things an article is taken to have beside its own, so that tiny articles do not come out worst."""


@dataclass(frozen=True, slots=True)
class Version:
    """What one annotator (by id) says about a cluster. `roles` stand beside `spans` that play parts in an event."""

    annotator: str
    spans: tuple[Span, ...] = ()
    events: tuple[Event, ...] = ()
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cluster:
    """One thing to settle, or (kind `agree`) one that is settled by agreement.

    `key` changes as soon as anybody's version does. `kind` names it, `facets` are all kinds it shows; `severity` is 0
    to 1 times the weight of the label. [start, end) in code points is what it stretches over, and `quote` those words.
    """

    key: str
    article: str
    kind: str
    facets: tuple[str, ...]
    severity: float
    start: int
    end: int
    quote: str
    versions: tuple[Version, ...]

    @property
    def alike(self) -> tuple[Hashable, ...]:
        """What clusters have in common that can be settled together: the kind, the words and who is asked what."""
        answers = sorted({tuple((span.label, span.end - span.start) for span in v.spans) for v in self.versions})
        return self.kind, self.quote, tuple(answers)


def span_clusters(sheet: Sheet, policy: Policy) -> list[Cluster]:
    """The clusters of an article's spans in order of place, agreed ones too; none where fewer than two finished it."""
    records = list(sheet.layers.values())
    if len(records) < 2:
        return []
    ground = lay_out({who: record.spans for who, record in sheet.layers.items()}, len(sheet.article.text))
    attributes = [span_attributes(record) for record in records]
    viewer = Viewer(ground, sheet.article.text, policy, neighbours_of(ground), attributes)
    everybody = (1 << len(records)) - 1
    shared = [index for index, mask in enumerate(ground.masks) if mask == everybody]
    rest = [index for index, mask in enumerate(ground.masks) if mask != everybody]
    found = [([index], False) for index in shared] + components(ground, rest)
    spans_at = [_spans_at(record.spans) for record in records]
    return sorted((_cluster(sheet, viewer, spans_at, *row) for row in found), key=place_of)


def place_of(cluster: Cluster) -> tuple[int, int, str]:
    """What clusters of one article are ordered by."""
    return cluster.start, cluster.end, cluster.key


def _spans_at(spans: Iterable[Span]) -> dict[tuple[object, ...], Span]:
    found: dict[tuple[object, ...], Span] = {}
    for span in spans:
        found.setdefault((span.label, span.fragments), span)
    return found


def _cluster(
    sheet: Sheet, viewer: Viewer, spans_at: Sequence[dict[tuple[object, ...], Span]], group: list[int], tangled: bool
) -> Cluster:
    ground = viewer.ground
    own = [[index for index in group if ground.masks[index] >> who & 1] for who in range(len(ground.who))]
    facets: set[str] = set()
    compared: set[tuple[object, ...]] = set()
    versions = tuple(
        Version(who, tuple(spans_at[number][ground.marks[index][2:]] for index in own[number]))
        for number, who in enumerate(ground.who)
    )
    answers = [
        tuple((index, tuple(sorted(span.attributes))) for index, span in zip(indexes, version.spans, strict=True))
        for indexes, version in zip(own, versions, strict=True)
    ]
    for first, second in combinations(range(len(own)), 2):
        if answers[first] == answers[second] or (answers[first], answers[second]) in compared:
            continue
        if not tangled:
            # In a piece of a tangle annotators of one answer may still differ: by what they marked in the other pieces.
            compared.add((answers[first], answers[second]))
        facets |= viewer.contrast(first, own[first], second, own[second])
    marks = [ground.marks[index] for index in group]
    weight = viewer.policy.weight(frozenset(mark[2] for mark in marks))
    if tangled:
        facets.add(TANGLE)
    where = (min(mark[0] for mark in marks), max(mark[1] for mark in marks))
    return make_cluster(sheet, facets, answers, weight, where, versions)


def make_cluster(
    sheet: Sheet,
    facets: set[str],
    answers: Sequence[Hashable],
    weight: float,
    where: tuple[int, int],
    versions: tuple[Version, ...],
) -> Cluster:
    """A cluster of these facets, in which the annotators give these answers."""
    most = max(Counter(answers).values())
    severity = severity_of(facets, tied=2 * most <= len(answers)) * weight * _entropy(answers)
    start, end = where
    key = _key(sheet, versions)
    quote = sheet.article.text[start:end]
    return Cluster(
        key, sheet.article.id, foremost(facets), tuple(sorted(facets)), severity, start, end, quote, versions
    )


def _entropy(answers: Sequence[Hashable]) -> float:
    """How evenly the answers are spread: 0 where all are one, 1 where all differ."""
    many = len(answers)
    shares = [count / many for count in Counter(answers).values()]
    return -sum(share * log(share) for share in shares) / log(many) if len(shares) > 1 else 0.0


def _key(sheet: Sheet, versions: Iterable[Version]) -> str:
    said = [
        [
            version.annotator,
            [[span.label, span.fragments, sorted(span.attributes)] for span in version.spans],
            version.roles,
            [
                [event.type, event.trigger, event.arguments, event.claims, sorted(event.attributes)]
                for event in version.events
            ],
        ]
        for version in versions
    ]
    told = json.dumps([sheet.article.sha256, said], ensure_ascii=False)
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def worst_first(clusters: Iterable[Cluster]) -> list[Cluster]:
    """The disagreements among clusters, the worst first, then by article and place."""
    open_ones = [cluster for cluster in clusters if cluster.kind != AGREE]
    return sorted(open_ones, key=lambda cluster: (-cluster.severity, cluster.article, *place_of(cluster)))


def article_severity(clusters: Iterable[Cluster]) -> float:
    """How badly an article needs review (0 to 1): what is disagreed on, against that and what is agreed on."""
    agreed, disagreed = 0, 0.0
    for cluster in clusters:
        agreed += cluster.kind == AGREE
        disagreed += cluster.severity
    return disagreed / (disagreed + agreed + SHRINKING)


