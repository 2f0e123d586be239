"""The verb that prints an article with everything in its layers."""

from collections.abc import Iterator
from pathlib import Path

import click

from annotator.arabic.console import plain, visual
from annotator.cli.answer import opened, project_argument
from annotator.core.frame import fillers, sentence
from annotator.core.layer import Event
from annotator.core.record import Record
from annotator.core.scheme import Scheme
from annotator.core.sentence import Refused, say
from annotator.core.span import Attributes, Span, quote, reading_order
from annotator.core.thread import read_in_order
from annotator.store.records import records_of

LANGUAGE = "en"


@click.command()
@project_argument
@click.argument("article")
@click.option("--visual", "as_visual", is_flag=True, help="Shape and reorder, for terminals that cannot.")
def show(project: Path, article: str, as_visual: bool) -> None:
    """Print an article, by its id or its number in the list, with everything in everybody's layers."""
    with opened(project) as store:
        found = records_of(store, article)
        if not found:
            raise Refused(say("There is no article “{id}” in the project.", id=article))
        scheme = store.scheme()
        names = {annotator.id: annotator.name for annotator in store.annotators()}
    for line in _lines(found, scheme, names):
        click.echo(visual(plain(line)) if as_visual else plain(line))


def _lines(found: list[Record], scheme: Scheme, names: dict[str, str]) -> Iterator[str]:
    article = found[0].article
    yield " · ".join(part for part in (article.id, article.source, article.published) if part)
    yield from article.text.split("\n")
    for record in found:
        if record.layer and record.annotator:
            yield ""
            yield f"{record.annotator.name} · {record.layer.kind} · {record.layer.status}"
            yield from _layer_lines(record, scheme)
        yield from _comment_lines(record, names)


def _layer_lines(record: Record, scheme: Scheme) -> Iterator[str]:
    text, spans = record.article.text, {span.id: span for span in record.spans}
    for span in reading_order(record.spans):
        label = scheme.label(span.label)
        note = f"\t({span.note})" if span.note else ""
        name = label.name(LANGUAGE) if label else span.label
        places = ", ".join(f"{start}–{end}" for start, end in span.fragments)
        yield f"  {places}\t{name}\t{quote(span, text)}{_attribute_words(span.attributes)}{note}"
    for number, event in enumerate(record.events, 1):
        yield f"  Event {number}\t{_event_words(event, scheme, spans, text)}"
        for claim in (spans[claim] for claim in event.claims if claim in spans):
            yield f"    claim\t{quote(claim, text)}"
    for relation in record.relations:
        ends = [quote(spans[end], text) for end in (relation.source, relation.target) if end in spans]
        kind = scheme.relation(relation.type)
        yield f"  {kind.name(LANGUAGE) if kind else relation.type}\t{' → '.join(ends)}"


def _event_words(event: Event, scheme: Scheme, spans: dict[str, Span], text: str) -> str:
    """The event as a sentence, and its attributes."""
    kind = scheme.event_type(event.type)
    if kind is None:
        return event.type

    def words(role: str) -> str:
        return " and ".join(quote(spans[span], text) for span in fillers(event, role) if span in spans)

    said = "".join(part.words or words(part.role) for part in sentence(event, kind, LANGUAGE))
    return f"{said}{_attribute_words(event.attributes)}"


def _attribute_words(held: Attributes) -> str:
    return "\t" + ", ".join(f"{name}={value}" for name, value in held) if held else ""


def _comment_lines(record: Record, names: dict[str, str]) -> Iterator[str]:
    places = {span.id: span.start for span in record.spans}
    for comment, is_answer in read_in_order(record.comments, lambda span: places.get(span, len(record.article.text))):
        author = names.get(comment.author, comment.author)
        yield f"{'      ' if is_answer else '  '}{author}, {comment.at}: {comment.body}"
