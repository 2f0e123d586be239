"""Kinds of disagreement: what two annotators differ in, from what matters most to what does not matter."""

from collections.abc import Iterable
from typing import NamedTuple

from annotator.core.sentence import Sentence, say


class Kind(NamedTuple):
    """A kind: how bad it is by itself (0 to 1), and what it is called. `trivial` ones differ without a difference."""

    id: str
    severity: float
    name: Sentence
    trivial: bool = False


AGREE = "agree"
TANGLE = "tangle"
"""A facet, not a kind: the spans were more than one decision can settle, and were cut apart where they hang together
least."""

KINDS: dict[str, Kind] = {
    kind.id: kind
    for kind in (
        Kind("missing_event", 0.7, say("missing event")),
        Kind("swapped_roles", 0.9, say("swapped roles")),
        Kind("missing_argument", 0.7, say("missing argument")),
        Kind("split_merge", 0.6, say("split or merged")),
        Kind("nested", 0.6, say("nested or flat")),
        Kind("missing", 0.7, say("not marked by all")),
        Kind("confusable", 0.85, say("labels that are easily confused")),
        Kind("boundary_label", 0.9, say("different edges and labels")),
        Kind("label", 0.8, say("different labels")),
        Kind("extent", 0.35, say("different extent")),
        Kind("head", 0.3, say("head or full phrase")),
        Kind("boundary", 0.3, say("different edges")),
        Kind("stance", 0.8, say("different stance")),
        Kind("attribute", 0.4, say("different attribute")),
        Kind("clitic", 0.1, say("clitic only"), trivial=True),
        Kind("article", 0.1, say("ال only"), trivial=True),
        Kind("punctuation", 0.1, say("punctuation or vowel marks only"), trivial=True),
        Kind(AGREE, 0.0, say("agreed")),
    )
}
"""Every kind, the one that names a disagreement before the others that it shows as well."""

_MOSTLY_MARKED = 0.5
_ABSENCES = frozenset(("missing", "missing_event", "missing_argument"))


def foremost(facets: Iterable[str]) -> str:
    """The kind that names a disagreement with these facets."""
    found = frozenset(facets)
    return next((kind for kind in KINDS if kind in found), AGREE)


def severity_of(facets: Iterable[str], tied: bool) -> float:
    """The worst of the facets; something that is missing is milder where the others are not evenly split."""
    return max(
        (
            _MOSTLY_MARKED if facet in _ABSENCES and not tied else KINDS[facet].severity
            for facet in facets
            if facet in KINDS
        ),
        default=0.0,
    )
