"""Places: the spans behind one figure, as the verb `places` answered them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from annotator.core.sentence import Sentence
from annotator.core.span import Fragment
from annotator.ui.sheet.work import Answer, sentence_of


@dataclass(frozen=True, slots=True)
class SaidSpan:
    """A span somebody marked; positions are code points of the article, half-open."""

    id: str
    label: str
    fragments: tuple[Fragment, ...]

    def words(self, place: "Place") -> str:
        """Its words out of a place's quote."""
        pieces = (place.quote[start - place.start : end - place.start] for start, end in self.fragments)
        return " … ".join(pieces)


@dataclass(frozen=True, slots=True)
class Said:
    """What one annotator says about a place; nothing where `spans` is empty."""

    annotator: str
    name: str
    spans: tuple[SaidSpan, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """One place in an article, [start, end), on which annotators differ, or agree where one asked for that."""

    article: str
    title: str
    start: int
    end: int
    quote: str
    kind: Sentence
    versions: tuple[Said, ...]


def read_places(answer: Answer) -> tuple[int, list[Place]]:
    """How many there are, and those that were answered."""
    return answer["count"], [_place(row) for row in answer["places"]]


def _place(row: Mapping[str, Any]) -> Place:
    return Place(
        row["article"],
        row["title"],
        row["start"],
        row["end"],
        row["quote"],
        sentence_of(row["kind"]),
        tuple(_said(version) for version in row["versions"]),
    )


def _said(version: Mapping[str, Any]) -> Said:
    spans = (
        SaidSpan(name, label, tuple((start, end) for start, end in fragments))
        for name, label, fragments in version["spans"]
    )
    return Said(version["id"], version["name"], tuple(spans))
