"""Which records an export takes, and under what names their annotators appear."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from annotator.core.layer import DONE, FROZEN_KINDS, Annotator, Comment, Decision
from annotator.core.record import Record


def only_done(records: Iterable[Record]) -> Iterator[Record]:
    """The records whose layer is finished: marked as done, or frozen."""
    for record in records:
        if record.layer is not None and (record.layer.status == DONE or record.layer.kind in FROZEN_KINDS):
            yield record


def pseudonyms(ids: Iterable[str]) -> dict[str, str]:
    """A pseudonym for each annotator's id, in the order of the ids, which are random and so tell nothing."""
    return {id: f"A{number}" for number, id in enumerate(sorted(set(ids)), 1)}


def anonymous(records: Iterable[Record], names: dict[str, str]) -> Iterator[Record]:
    """The records with `names` in the place of annotators' ids and names, also as authors and reviewers.

    Somebody who is not among them becomes one more. What people wrote in notes and comments stays as it is.
    """
    known = dict(names)
    for record in records:
        yield _renamed(record, known)


def _renamed(record: Record, known: dict[str, str]) -> Record:
    layer, annotator = record.layer, record.annotator
    return replace(
        record,
        layer=replace(layer, annotator=_pseudonym(layer.annotator, known)) if layer else None,
        annotator=_stranger(annotator, known) if annotator else None,
        comments=tuple(_comment(comment, known) for comment in record.comments),
        decisions=tuple(_decision(decision, known) for decision in record.decisions),
    )


def _pseudonym(id: str, known: dict[str, str]) -> str:
    return known.setdefault(id, f"A{len(known) + 1}")


def _stranger(annotator: Annotator, known: dict[str, str]) -> Annotator:
    name = _pseudonym(annotator.id, known)
    return Annotator(name, name, None)


def _comment(comment: Comment, known: dict[str, str]) -> Comment:
    return replace(comment, author=_pseudonym(comment.author, known))


def _decision(decision: Decision, known: dict[str, str]) -> Decision:
    return replace(decision, reviewer=_pseudonym(decision.reviewer, known))
