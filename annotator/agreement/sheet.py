"""Sheets: one article with what each annotator has finished on it, out of a stream of records."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from annotator.agreement.option import DEFAULT, Options
from annotator.core.article import Article
from annotator.core.layer import DONE, HANDED_IN, WORK, Annotator
from annotator.core.record import Record
from annotator.core.span import SUGGESTED, Fragment

Place = tuple[str, tuple[Fragment, ...]]
AGAIN = "²"
"""Behind an annotator's id: their second time through the article."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """An article and the finished layers on it, one per annotator, in order of the annotators' ids.

    Who is not there has not finished it; who is there and marked nothing found nothing.
    """

    article: Article
    layers: Mapping[str, Record]


def sheets(records: Iterable[Record], options: Options = DEFAULT, again: bool = False) -> Iterator[Sheet]:
    """One sheet per article of a stream of records that is ordered by article.

    Of each annotator the newest hand-in counts, else the working layer if it is done; gold and predictions never do.
    Two names of one person are one annotator. With `again` the sheets hold first and second passes of the same person,
    and nobody else.
    """
    for _, group in groupby(records, key=lambda record: record.article.id):
        found = list(group)
        layers = _chosen(found, 1)
        if again:
            second = _chosen(found, 2)
            for who in sorted(layers.keys() & second.keys()):
                yield _sheet({who: layers[who], who + AGAIN: second[who]}, options)
        else:
            yield _sheet(layers, options) if layers else Sheet(found[0].article, {})


def annotator_of(record: Record) -> str:
    """The id under which a record's work counts."""
    person = record.annotator
    return (person.alias_of or person.id) if person else ""


def is_finished(record: Record) -> bool:
    """Whether the record's layer counts: handed in, or a working layer that is done."""
    layer = record.layer
    return layer is not None and (layer.kind == HANDED_IN or (layer.kind == WORK and layer.status == DONE))


def people(records: Iterable[Record]) -> dict[str, Annotator]:
    """Who is behind the ids of sheets, by id."""
    return {annotator_of(record): record.annotator for record in records if record.annotator}


def _chosen(records: Iterable[Record], number: int) -> dict[str, Record]:
    chosen: dict[str, Record] = {}
    for record in records:
        if is_finished(record) and record.layer is not None and record.layer.pass_number == number:
            who = annotator_of(record)
            if who not in chosen or _age(record) > _age(chosen[who]):
                chosen[who] = record
    return dict(sorted(chosen.items()))


def _age(record: Record) -> tuple[bool, str, str]:
    """Newer hand-ins are greater, in whatever order they came in; any hand-in is greater than a working layer."""
    layer = record.layer
    assert layer is not None
    return layer.kind == HANDED_IN, record.updated_at, layer.id


def _sheet(layers: Mapping[str, Record], options: Options) -> Sheet:
    article = next(iter(layers.values())).article
    return Sheet(article, layers if options.suggestions else _without_suggested(layers))


def _without_suggested(layers: Mapping[str, Record]) -> dict[str, Record]:
    accepted: set[Place] = {
        (span.label, span.fragments) for record in layers.values() for span in record.spans if span.origin == SUGGESTED
    }
    return {
        who: replace(record, spans=tuple(s for s in record.spans if (s.label, s.fragments) not in accepted))
        for who, record in layers.items()
    }
