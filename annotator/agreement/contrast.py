"""Contrast: in what two annotators' marks of one cluster differ, told as the ids of kinds."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from annotator.agreement.edge import Form, clitic_form, differs_by_article, edge_form
from annotator.agreement.ground import Ground
from annotator.core.policy import Policy
from annotator.core.span import Attributes


@dataclass(slots=True)
class Viewer:
    """What is needed to tell differences in one article: neighbours by mark, with what they share, and forms."""

    ground: Ground
    text: str
    policy: Policy
    neighbours: dict[int, dict[int, int]]
    attributes: Sequence[Mapping[tuple[object, ...], Attributes]]

    def contrast(self, first: int, ours: Iterable[int], second: int, theirs: Iterable[int]) -> set[str]:
        """In what the annotators at these places differ, given their marks in a cluster."""
        mine, yours = set(ours), set(theirs)
        facets: set[str] = set()
        for mark in mine & yours:
            facets |= self._attributes(first, mark, second, mark)
        left, right = mine - yours, yours - mine
        split = self._split(left, right) | self._split(right, left)
        if split:
            facets.add("split_merge")
            left, right = left - split, right - split
        pairs = self._pairs(left, right)
        for one, other in pairs:
            facets |= self._difference(first, one, second, other)
        left -= {one for one, _ in pairs}
        right -= {other for _, other in pairs}
        facets |= {self._unpaired(mark, second) for mark in left} | {self._unpaired(mark, first) for mark in right}
        return facets

    def _split(self, wholes: set[int], parts: set[int]) -> set[int]:
        """The marks of the one that the other has in several pieces of the same label, and those pieces."""
        marks, found = self.ground.marks, set()
        for whole in wholes:
            near = self.neighbours.get(whole, {})
            pieces = [part for part in near if part in parts and marks[part][2] == marks[whole][2]]
            if len(pieces) > 1 and all(one not in self.neighbours.get(other, ()) for one in pieces for other in pieces):
                found |= {whole, *pieces}
        return found

    def _pairs(self, left: set[int], right: set[int]) -> list[tuple[int, int]]:
        """Which mark of the one stands against which of the other: those that share most of what they cover."""
        lengths = self.ground.lengths
        rated = sorted(
            (-shared / (lengths[one] + lengths[other] - shared), min(one, other), max(one, other), one)
            for one in left
            for other, shared in self.neighbours.get(one, {}).items()
            if other in right
        )
        pairs: list[tuple[int, int]] = []
        taken: set[int] = set()
        for _, lower, upper, one in rated:
            other = upper if one == lower else lower
            if one not in taken and other not in taken:
                pairs.append((one, other))
                taken |= {one, other}
        return pairs

    def _difference(self, first: int, one: int, second: int, other: int) -> set[str]:
        marks = self.ground.marks
        labels = frozenset((marks[one][2], marks[other][2]))
        edges = self._edges(one, other)
        if len(labels) == 1:
            return ({edges} if edges else set()) | self._attributes(first, one, second, other)
        facets = {"confusable"} if labels in self.policy.confusable else set()
        if edges in _SLIGHT:
            return facets | {edges, "label"}
        return facets | {"boundary_label" if edges else "label"}

    def _edges(self, one: int, other: int) -> str:
        """The kind of difference between two places; empty where there is none."""
        marks = self.ground.marks
        if marks[one][3] == marks[other][3]:
            return ""
        ours, theirs = edge_form(marks[one], self.text)[1], edge_form(marks[other], self.text)[1]
        if ours == theirs:
            return "punctuation"
        bare, bare_other = self._bare(one), self._bare(other)
        if bare == bare_other:
            return "article" if differs_by_article(ours[0][0], theirs[0][0], self.text) else "clitic"
        if marks[one][2] == marks[other][2] and marks[one][2] in self.policy.extents:
            return "extent"
        return "head" if bare[0][0] == bare_other[0][0] and len(bare) == len(bare_other) == 1 else "boundary"

    def _bare(self, mark: int) -> tuple[tuple[int, int], ...]:
        form: Form = clitic_form(edge_form(self.ground.marks[mark], self.text), self.text)
        return form[1]

    def _attributes(self, first: int, one: int, second: int, other: int) -> set[str]:
        ours = dict(self.attributes[first].get(self.ground.marks[one][2:], ()))
        theirs = dict(self.attributes[second].get(self.ground.marks[other][2:], ()))
        return attribute_facets(ours, theirs, self.policy)

    def _unpaired(self, mark: int, against: int) -> str:
        """A mark that stands alone: within or around another of theirs it is nested, else they have not marked it."""
        bit = 1 << against
        return "nested" if any(self.ground.masks[n] & bit for n in self.neighbours.get(mark, ())) else "missing"


_SLIGHT = ("punctuation", "clitic", "article")


def attribute_facets(ours: Mapping[str, str], theirs: Mapping[str, str], policy: Policy) -> set[str]:
    """In what two lists of attributes differ: a stance, or any other."""
    names = [name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name)]
    return {"stance" if name in policy.stances else "attribute" for name in names}


def neighbours_of(ground: Ground) -> dict[int, dict[int, int]]:
    """By mark, the marks that overlap it and how many code points they share."""
    found: dict[int, dict[int, int]] = {}
    for one, other, shared in ground.overlaps:
        found.setdefault(one, {})[other] = shared
        found.setdefault(other, {})[one] = shared
    return found
