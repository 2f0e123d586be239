"""What an export leaves out: one record compared with what of it a format carries, and the sum over many.

Nothing here knows a format. Spans are matched by id, and those whose ids the format does not keep by label and place.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from annotator.core.article import Article, headline
from annotator.core.layer import Event, Relation
from annotator.core.record import Record
from annotator.core.span import Fragment, Span, quote

WIDENED, SHRUNK, MOVED, DROPPED = "widened", "shrunk", "moved", "dropped"
KINDS = (
    "articles",
    "spans",
    "edges",
    "fragments",
    "events",
    "arguments",
    "relations",
    "attributes",
    "notes",
    "comments",
    "decisions",
    "origins",
    "annotators",
    "states",
    "metadata",
)
"""What may be left out, in the order in which it is told: `articles` are those that nobody has worked on, `edges` spans
whose edges lie elsewhere afterwards, `fragments` spans that had several pieces and have another number now, `metadata`
facts about an article."""
FACTS = ("source", "url", "published", "licence")


@dataclass(frozen=True, slots=True)
class Shift:
    """A span that stands elsewhere in the file than in the project, or not at all (`after` is empty).

    Fragments are half-open ranges of code points.
    """

    article: str
    annotator: str
    kind: str
    label: str
    quote: str
    before: tuple[Fragment, ...]
    after: tuple[Fragment, ...]


def losses(before: Record, after: Record) -> Counter[str]:
    """How many things of each of KINDS the record `after` lacks; empty when nothing is missing."""
    if after is before:
        return Counter()
    pairs = list(_pairs(before.spans, after.spans))
    found = _span_losses(pairs)
    found["events"] = len(before.events) - len(after.events)
    found["arguments"] = _parts(before) - _parts(after)
    found["relations"] = len(before.relations) - len(after.relations)
    found["attributes"] = (_attributes(before) - _attributes(after)).total()
    found["comments"] = len(before.comments) - len(after.comments)
    found["decisions"] = len(before.decisions) - len(after.decisions)
    found["annotators"] = int(before.annotator is not None and _name(after) != _name(before))
    found["states"] = int(before.layer is not None and _state(after) != _state(before))
    found["metadata"] = _facts_lost(before.article, after.article)
    return +found


def shifts(before: Record, after: Record) -> Iterator[Shift]:
    """Every span that was widened, shrunk, moved or dropped, in the order of the record."""
    if after is before:
        return
    for span, kept in _pairs(before.spans, after.spans):
        if kept is None or kept.fragments != span.fragments:
            after_it = kept.fragments if kept is not None else ()
            words = quote(span, before.article.text)
            kind = _kind(span, kept)
            yield Shift(before.article.id, _name(before), kind, span.label, words, span.fragments, after_it)


def _kind(span: Span, kept: Span | None) -> str:
    if kept is None:
        return DROPPED
    if kept.start <= span.start and kept.end >= span.end:
        return WIDENED
    return SHRUNK if kept.start >= span.start and kept.end <= span.end else MOVED


def _pairs(before: Iterable[Span], after: Iterable[Span]) -> Iterator[tuple[Span, Span | None]]:
    """Each span with what became of it: the one of its id and label, else one like it, else one that overlaps it."""
    left = list(after)
    by_id = {(span.id, span.label): span for span in left}
    same = {id(span): by_id.get((span.id, span.label)) for span in before}
    taken = {id(found) for found in same.values() if found is not None}
    left = [span for span in left if id(span) not in taken]
    for span in before:
        yield span, same[id(span)] or _like(span, left)


def _like(span: Span, left: list[Span]) -> Span | None:
    """The span of `left` with the same label that lies as `span` does or across it; it is taken out of the list."""
    near = [other for other in left if other.label == span.label and other.start < span.end and span.start < other.end]
    found = next((other for other in near if other.fragments == span.fragments), None)
    if found is None and len(left) <= len(near):
        found = near[0] if near else None
    if found is not None:
        left.remove(found)
    return found


def _span_losses(pairs: Iterable[tuple[Span, Span | None]]) -> Counter[str]:
    found: Counter[str] = Counter()
    for span, kept in pairs:
        if kept is None:
            found["spans"] += 1
            continue
        found["notes"] += bool(span.note) and kept.note != span.note
        found["origins"] += (kept.origin, kept.source, kept.score) != (span.origin, span.source, span.score)
        if len(kept.fragments) != len(span.fragments):
            found["fragments"] += 1
        elif kept.fragments != span.fragments:
            found["edges"] += 1
    return found


def _parts(record: Record) -> int:
    """How many spans play a part in the events of the record, each as often as it does."""
    return sum(len(event.arguments) + len(event.claims) + (event.trigger is not None) for event in record.events)


def _attributes(record: Record) -> Counter[tuple[str, str, str]]:
    owners: tuple[Iterable[Span | Event | Relation], ...] = (record.spans, record.events, record.relations)
    return Counter((type(row).__name__, *pair) for rows in owners for row in rows for pair in row.attributes)


def _name(record: Record) -> str:
    return record.annotator.name if record.annotator else ""


def _state(record: Record) -> tuple[object, ...]:
    layer = record.layer
    return (layer.kind, layer.status, layer.open_answer, layer.pass_number) if layer else ()


def _facts_lost(before: Article, after: Article) -> int:
    """How many facts beside the text are missing; a title that is but the text's first line is not one."""
    pairs = ((getattr(before, name), getattr(after, name)) for name in FACTS)
    lost = sum(bool(known is not None and kept != known) for known, kept in pairs)
    lost += before.title not in ("", headline(before.text), after.title)
    return lost + sum(key not in after.meta for key in before.meta)


@dataclass(slots=True)
class Loss:
    """The sum of what many records lose: how many things of each kind, and how many records are concerned."""

    things: Counter[str] = field(default_factory=Counter)
    records: Counter[str] = field(default_factory=Counter)
    seen: int = 0

    def add(self, before: Record, after: Record) -> None:
        """Count one record."""
        self.seen += 1
        found = losses(before, after)
        self.things.update(found)
        self.records.update(found.keys())

    def leave_out(self) -> None:
        """Count an article that nobody has worked on, and that is left out."""
        self.seen += 1
        self.things["articles"] += 1
        self.records["articles"] += 1

    def rows(self) -> list[tuple[str, int, int]]:
        """Kind, things and records concerned, in the order of KINDS; only what is lost at all."""
        return [(kind, self.things[kind], self.records[kind]) for kind in KINDS if self.things[kind]]
