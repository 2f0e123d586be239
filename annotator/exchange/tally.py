"""What goes through an export, counted alike while writing and while reading back, so that the two can be compared."""

import hashlib
from collections import Counter
from dataclasses import dataclass, field

from annotator.core.record import Record
from annotator.core.span import Span

WIDTH = 2**256


@dataclass(slots=True)
class Tally:
    """Records and the spans of each label: enough where the bytes themselves are compared as well."""

    count: int = 0
    labels: Counter[str] = field(default_factory=Counter)

    def add(self, record: Record) -> None:
        """Count one record."""
        self.count += 1
        self.labels.update(span.label for span in record.spans)


@dataclass(slots=True)
class DeepTally(Tally):
    """Whether what was read back says what was written, ids aside, which a format need not keep.

    The sum of a hash for each record: it takes no room, does not depend on the order, and covers the text, spans with
    their attributes and notes, events and relations by the places of their spans.
    """

    total: int = 0

    def add(self, record: Record) -> None:
        """Count one record and what it says."""
        Tally.add(self, record)
        self.total = (self.total + mark(record)) % WIDTH


def mark(record: Record) -> int:
    """A number that two records share when they say the same about the same text; ids do not matter."""
    places = {span.id: repr((span.fragments, span.label)) for span in record.spans}
    content = (record.article.sha256, sorted(map(_span, record.spans)), _events(record, places))
    return int.from_bytes(hashlib.sha256(repr((content, _relations(record, places))).encode("utf-8")).digest(), "big")


def _span(span: Span) -> tuple[object, ...]:
    return (span.fragments, span.label, sorted(span.attributes), span.note)


def _events(record: Record, places: dict[str, str]) -> list[tuple[object, ...]]:
    return sorted(
        (
            event.type,
            places.get(event.trigger or "", ""),
            sorted((role, places.get(span, "")) for role, span in event.arguments),
            sorted(places.get(span, "") for span in event.claims),
            sorted(event.attributes),
        )
        for event in record.events
    )


def _relations(record: Record, places: dict[str, str]) -> list[tuple[object, ...]]:
    return sorted(
        (link.type, places.get(link.source, ""), places.get(link.target, ""), sorted(link.attributes))
        for link in record.relations
    )
