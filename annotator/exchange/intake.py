"""What an import may change about records on their way in: the names of labels, and whether the work is handed in."""

import tomllib
from collections.abc import Container, Mapping
from dataclasses import replace
from pathlib import Path

from annotator.core.layer import DONE, GOLD, GOLD_FINAL, HANDED_IN, WORK, Annotator, Event
from annotator.core.record import Record
from annotator.core.seal import sealed
from annotator.core.sentence import Refused, say
from annotator.core.span import Span
from annotator.exchange.reason import shown, shown_path, why_unreadable


class EveryLabel:
    """Labels that nothing is missing from: for looking which ones a file has."""

    def __contains__(self, label: object) -> bool:
        return True


LEFT_OUT = ""
"""What a label is mapped to whose spans are to be left out."""
FROZEN = {WORK: HANDED_IN, GOLD: GOLD_FINAL}
MAX_BYTES = 1_000_000


def read_label_map(path: Path, labels: Container[str]) -> dict[str, str]:
    """The mapping of a TOML file with lines like `PER = "LABEL"`; `""` leaves the label's spans out. Raises Refused."""
    try:
        with path.open("rb") as file:
            content = tomllib.loads(file.read(MAX_BYTES).decode("utf-8"))
    except OSError as error:
        raise Refused(
            say(
                "The map of labels “{path}” cannot be read: {reason}",
                path=shown_path(path), reason=why_unreadable(error),
            )
        ) from error
    except (ValueError, RecursionError) as error:
        raise Refused(
            say(
                "The map of labels “{path}” is not TOML: {reason}.",
                path=shown_path(path), reason=shown(str(error), 200),
            )
        ) from error
    for label, target in content.items():
        if not isinstance(target, str) or (target != LEFT_OUT and target not in labels):
            raise Refused(
                say(
                    "The map of labels “{path}” sends “{label}” to “{target}”, which is not a label of the scheme.",
                    path=shown_path(path), label=shown(label), target=shown(str(target)),
                )
            )
    return content


def relabelled(record: Record, names: Mapping[str, str]) -> Record:
    """The record with its spans under the labels that `names` gives them.

    Spans of a label mapped to nothing go, and of two spans that become the same one; events and relations follow.
    """
    if not any(span.label in names for span in record.spans):
        return record
    stays: dict[str, str] = {}
    found: dict[tuple[object, ...], Span] = {}
    for span in record.spans:
        label = names.get(span.label, span.label)
        if label != LEFT_OUT:
            stays[span.id] = found.setdefault((label, span.fragments), replace(span, label=label)).id
    return replace(
        record,
        spans=tuple(found.values()),
        events=tuple(_followed(event, stays) for event in record.events),
        relations=tuple(
            replace(link, source=stays[link.source], target=stays[link.target])
            for link in record.relations
            if link.source in stays and link.target in stays
        ),
        comments=tuple(replace(c, span=stays.get(c.span) if c.span else None) for c in record.comments),
    )


def _followed(event: Event, stays: Mapping[str, str]) -> Event:
    return replace(
        event,
        trigger=stays.get(event.trigger) if event.trigger else None,
        arguments=tuple((role, stays[span]) for role, span in event.arguments if span in stays),
        claims=tuple(stays[span] for span in event.claims if span in stays),
    )


def owned_by(record: Record, annotator: Annotator) -> Record:
    """The record as that annotator's work."""
    if record.layer is None:
        return record
    return replace(record, annotator=annotator, layer=replace(record.layer, annotator=annotator.id))


def handed_in(record: Record) -> Record:
    """The record as a frozen layer, whose id is the hash of its content; what is frozen already stays as it is."""
    layer = record.layer
    if layer is None or layer.kind not in FROZEN:
        return record
    frozen = sealed(replace(record, layer=replace(layer, kind=FROZEN[layer.kind], status=DONE)), timed=False)
    assert frozen.layer is not None
    name = frozen.layer.id
    comments = tuple(replace(row, layer=name if row.layer == layer.id else row.layer) for row in record.comments)
    return replace(frozen, comments=comments)
