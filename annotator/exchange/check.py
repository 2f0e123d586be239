"""What a record must satisfy beyond its shape. Offsets are code points, half-open, into the article's text.

Faults name places by the record's own keys, such as `layer.status`, because who can mend a file reads those.
"""

import re
from collections.abc import Callable, Container, Iterable, Iterator
from typing import Any

from annotator.core.article import hash_text
from annotator.core.identity import NAME_LENGTH, hides_something, is_id
from annotator.core.layer import KINDS, STATUSES
from annotator.core.record import Record
from annotator.core.sentence import Refused, Sentence, say
from annotator.core.span import ORIGINS, Attributes, Fragment, Span
from annotator.exchange.grapheme import MARK_LIMIT, pile_of_marks, splits_letter
from annotator.exchange.reason import shown
from annotator.exchange.row import LANGUAGE, SCHEMA, UNIT, RecordRow, words

MAX_TEXT = 5_000_000
FREE_DEPTH = 16
FINE_IDS = re.compile(r"(?:[A-Za-z0-9_.:-]{1,64}\n)+")
"""Many ids at once, a line each, by the rule of `core.identity`: what is not found so is looked at one by one."""
HEX = re.compile(r"[0-9a-f]{64}")
CHANGE_NAME = re.compile(r"[a-z0-9_]{1,64}")


class Fault(Refused):
    """A record cannot be taken; `sentence` is the reason."""


def text_fault(text: str) -> Sentence | None:
    """Why this text cannot be an article's, or None."""
    if not text.strip():
        return say("the text is empty.")
    if len(text) > MAX_TEXT:
        return say(
            "the text has {count} characters; an article may have at most {limit}. Split it into several.",
            count=len(text),
            limit=MAX_TEXT,
        )
    if "\0" in text:
        return say("the text holds a NUL character (U+0000) at {position}.", position=text.index("\0"))
    pile = pile_of_marks(text)
    if pile is not None:
        return say("the letter before {position} carries more than {limit} marks.", position=pile, limit=MARK_LIMIT)
    return None


def surrogate_fault(text: str) -> Sentence | None:
    """That the text holds half a surrogate pair, which is no character and cannot be kept, or None."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        code = f"U+{ord(text[error.start]):04X}"
        return say(
            "a text holds half a character ({code}, a lone surrogate) at {position}.", code=code, position=error.start
        )
    return None


def refuse_faults(row: RecordRow, record: Record, labels: Container[str] | None) -> None:
    """Raise Fault for the first thing wrong. `labels` is what the scheme has; None takes any label."""
    for check in CHECKS:
        check(row, record)
    for span in record.spans:
        if labels is not None and span.label not in labels:
            raise Fault(say("label “{label}” is not in the scheme.", label=shown(span.label)))


def letter_splits(record: Record) -> Iterator[Sentence]:
    """A sentence for each span with an edge between a letter and its mark."""
    text = record.article.text
    for span in record.spans:
        for start, end in span.fragments:
            if splits_letter(text, start):
                yield say("the span starts inside a letter with its mark, at {position}.", position=start)
            if splits_letter(text, end):
                yield say("the span ends inside a letter with its mark, at {position}.", position=end)


def _check_frame(row: RecordRow, record: Record) -> None:
    _need_known(row.schema, (SCHEMA,), "schema")
    _need_known(row.lang, (LANGUAGE,), "lang")
    _need_known(row.offset_unit, (UNIT,), "offset_unit")


def _check_article(row: RecordRow, record: Record) -> None:
    article = record.article
    _need_id(article.id, "article_id")
    reason = text_fault(article.text)
    if reason:
        raise Fault(reason)
    if hash_text(article.text) != article.sha256:
        raise Fault(say("the text differs from its hash: one of them was changed after the export."))
    if article.raw_sha256 is not None and not HEX.fullmatch(article.raw_sha256):
        raise Fault(say("“{key}” is not a SHA-256 in hex.", key="meta.raw_sha256"))
    if not all(CHANGE_NAME.fullmatch(name) for name in article.import_changes):
        raise Fault(say("“{key}” may hold small Latin letters, digits and _ only.", key="meta.import_changes"))
    if not _is_shallow(article.meta, FREE_DEPTH):
        raise Fault(say("“{key}” is nested more than {limit} levels deep.", key="meta.free", limit=FREE_DEPTH))


def _is_shallow(value: Any, depth: int) -> bool:
    if not isinstance(value, dict | list):
        return True
    items = value.values() if isinstance(value, dict) else value
    return depth > 0 and all(_is_shallow(item, depth - 1) for item in items)


def _check_layer(row: RecordRow, record: Record) -> None:
    layer, annotator = record.layer, record.annotator
    if layer is None or annotator is None:
        if record.spans or record.relations or record.events or record.decisions:
            raise Fault(say("there are annotations, but no layer that they belong to."))
        return
    _need_id(layer.id, "layer.id")
    _need_id(layer.annotator, "layer.annotator")
    _need_name(annotator.name, "layer.annotator_name")
    _need_id(record.scheme, "layer.scheme")
    _need_known(layer.kind, KINDS, "layer.kind")
    _need_known(layer.status, STATUSES, "layer.status")


def _check_spans(row: RecordRow, record: Record) -> None:
    text = record.article.text
    seen: set[tuple[str, tuple[Fragment, ...]]] = set()
    _need_fresh((span.id for span in record.spans), "spans.id")
    for written, span in zip(row.spans, record.spans, strict=True):
        _check_fragments(span.fragments, len(text))
        start, end = span.fragments[0][0], span.fragments[-1][1]
        if written.start != start or written.end != end:
            raise Fault(
                say(
                    "the span says {said_start} to {said_end}, but its fragments run from {start} to {end}.",
                    said_start=written.start,
                    said_end=written.end,
                    start=start,
                    end=end,
                )
            )
        if written.quote != words(span.fragments, text):
            raise Fault(say("the quote differs from the text at {start} to {end}.", start=start, end=end))
        if (span.label, span.fragments) in seen:
            raise Fault(
                say(
                    "the words at {start} to {end} are labelled “{label}” twice.",
                    start=start,
                    end=end,
                    label=shown(span.label),
                )
            )
        seen.add((span.label, span.fragments))
        if span.origin not in ORIGINS:
            _need_known(span.origin, ORIGINS, "spans.origin")
        if span.attributes:
            _need_attribute_names(span.attributes, "spans.attributes.name")


def _check_fragments(fragments: tuple[Fragment, ...], length: int) -> None:
    """The rule of `core.span.fault`, in sentences that can be said in any language."""
    previous = 0
    if not fragments:
        raise Fault(say("a span has no fragments."))
    if fragments[0][0] < 0:
        raise Fault(say("the span starts before the text, at {start}.", start=fragments[0][0]))
    for start, end in fragments:
        if start >= end:
            raise Fault(say("the span is empty at {start}.", start=start))
        if start < previous:
            raise Fault(say("the span's fragments overlap or are out of order at {start}.", start=start))
        if end > length:
            raise Fault(say("the span ends {count} characters past the text.", count=end - length))
        previous = end


def _check_relations(row: RecordRow, record: Record) -> None:
    spans = _ids(record.spans)
    _need_fresh((relation.id for relation in record.relations), "relations.id")
    for relation in record.relations:
        _need_name(relation.type, "relations.type")
        _need_links((relation.source, relation.target), spans, "relations")
        _need_attribute_names(relation.attributes, "relations.attributes.name")


def _check_events(row: RecordRow, record: Record) -> None:
    spans = _ids(record.spans)
    _need_fresh((event.id for event in record.events), "events.id")
    for event in record.events:
        _need_name(event.type, "events.type")
        for role, _ in event.arguments:
            _need_name(role, "events.arguments.role")
        _need_links((event.trigger,), spans, "events.trigger")
        _need_links((span for _, span in event.arguments), spans, "events.arguments")
        _need_links(event.claims, spans, "events.claims")
        _need_attribute_names(event.attributes, "events.attributes.name")


def _check_decisions(row: RecordRow, record: Record) -> None:
    decisions = {decision.id for decision in record.decisions}
    _need_fresh((decision.id for decision in record.decisions), "decisions.id")
    _need_links((span.decision for span in record.spans), decisions, "spans.decision")


def _check_comments(row: RecordRow, record: Record) -> None:
    layers = {record.layer.id} if record.layer else set()
    parents = {comment.id: comment.parent for comment in record.comments}
    _need_fresh((comment.id for comment in record.comments), "comments.id")
    for comment in record.comments:
        _need_id(comment.author, "comments.author")
        _need_links((comment.layer,), layers, "comments.layer")
        # A comment stays when the span that it was made on is removed, and may answer one in another record.
        for value, key in ((comment.span, "comments.span"), (comment.parent, "comments.parent")):
            if value is not None:
                _need_id(value, key)
    _refuse_circle(parents)


def _refuse_circle(parents: dict[str, str | None]) -> None:
    rooted: set[str] = set()
    for comment in parents:
        walked: set[str] = set()
        at: str | None = comment
        while at is not None and at not in rooted:
            if at in walked:
                raise Fault(say("comment “{id}” answers itself.", id=at))
            walked.add(at)
            at = parents.get(at)
        rooted |= walked


def _ids(spans: Iterable[Span]) -> set[str]:
    return {span.id for span in spans}


def _need_id(value: str, key: str) -> None:
    if not is_id(value):
        raise Fault(
            say(
                "“{value}” cannot be “{key}”: an id has 1 to 64 Latin letters, digits or the signs _ . : -",
                value=shown(value),
                key=key,
            )
        )


def _need_fresh(ids: Iterable[str], key: str) -> None:
    found = list(ids)
    if not found or (len(set(found)) == len(found) and FINE_IDS.fullmatch("\n".join(found) + "\n")):
        return
    seen: set[str] = set()
    for value in found:
        _need_id(value, key)
        if value in seen:
            raise Fault(say("“{value}” stands twice as “{key}”.", value=value, key=key))
        seen.add(value)


def _need_links(ids: Iterable[str | None], known: Container[str], key: str) -> None:
    for value in ids:
        if value is not None and value not in known:
            raise Fault(say("“{key}” refers to “{value}”, which is not in the record.", key=key, value=shown(value)))


def _need_known(value: str, known: tuple[str, ...], key: str) -> None:
    if value not in known:
        raise Fault(
            say(
                "“{key}” is “{value}”, which is none of these: {known}.",
                key=key,
                value=shown(value),
                known=", ".join(known),
            )
        )


def _need_attribute_names(attributes: Attributes, key: str) -> None:
    for name, _ in attributes:
        _need_name(name, key)


def _need_name(value: str, key: str) -> None:
    if len(value) > NAME_LENGTH:
        raise Fault(say("“{key}” is longer than {limit} characters.", key=key, limit=NAME_LENGTH))
    if not value.strip():
        raise Fault(say("“{key}” is empty.", key=key))
    if hides_something(value):
        raise Fault(say("“{key}” holds a hidden control character: “{value}”.", key=key, value=shown(value)))


CHECKS: tuple[Callable[[RecordRow, Record], None], ...] = (
    _check_frame,
    _check_article,
    _check_layer,
    _check_spans,
    _check_relations,
    _check_events,
    _check_decisions,
    _check_comments,
)
