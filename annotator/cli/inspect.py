"""The verbs that look at a project and change nothing."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from annotator.arabic.console import plain, visual
from annotator.cli.answer import as_json, opened, plain_sentence, project_argument, say_json
from annotator.core.record import Record
from annotator.core.sentence import Refused, say
from annotator.core.span import quote, reading_order
from annotator.exchange import FORMATS
from annotator.store.catalogue import label_counts
from annotator.store.check import check as check_project
from annotator.store.records import records_of


@click.command()
@project_argument
@click.argument("article")
@click.option("--visual", "as_visual", is_flag=True, help="Shape and reorder, for terminals that cannot.")
def show(project: Path, article: str, as_visual: bool) -> None:
    """Print an article, by its id or its number in the list, with everybody's spans."""
    with opened(project) as store:
        found = records_of(store, article)
        if not found:
            raise Refused(say("There is no article “{id}” in the project.", id=article))
        names = {label.id: label.name("en") for label in store.scheme().labels}
    for line in _lines(found, names):
        click.echo(visual(plain(line)) if as_visual else plain(line))


def _lines(found: list[Record], names: dict[str, str]) -> Iterator[str]:
    article = found[0].article
    yield " · ".join(part for part in (article.id, article.source, article.published) if part)
    yield from article.text.split("\n")
    for record in found:
        if record.layer and record.annotator:
            yield ""
            yield f"{record.annotator.name} · {record.layer.kind} · {record.layer.status}"
            for span in reading_order(record.spans):
                label = names.get(span.label, span.label)
                yield f"  {span.start}–{span.end}\t{label}\t{quote(span, article.text)}"


@click.command()
@project_argument
@as_json
def labels(project: Path, as_json: bool) -> None:
    """List the labels of the project's scheme, and how many spans each annotator has under each."""
    with opened(project) as store:
        scheme, counts = store.scheme(), label_counts(store)
    if as_json:
        found = [{"id": label.id, "names": dict(label.names), "key": label.key} for label in scheme.labels]
        used = [{"annotator": name, "label": label, "spans": count} for name, label, count in counts]
        say_json({"scheme": scheme.id, "version": scheme.version, "labels": found, "spans": used})
        return
    for label in scheme.labels:
        click.echo(f"{label.key}  {label.id}  {label.name('en')}  {label.name('ar')}")
        for name, label_id, count in counts:
            if label_id == label.id:
                click.echo(plain(f"     {name}: {count:,}"))


@click.command()
@as_json
def formats(as_json: bool) -> None:
    """List the formats that can be read and written, and what each cannot carry."""
    if as_json:
        say_json(
            [
                {"name": f.name, "title": f.title, "suffixes": f.suffixes, "reads": f.reads, "writes": f.writes}
                | {"carries": f.carries, "cannot": f.cannot}
                for f in FORMATS
            ]
        )
        return
    for form in FORMATS:
        does = " and ".join(word for word, able in (("reads", form.reads), ("writes", form.writes)) if able)
        click.echo(f"{form.name}  {form.title} ({', '.join(form.suffixes)}): {does}")
        for sentence in form.cannot:
            click.echo(f"    leaves out: {sentence}")


@click.command()
@project_argument
@as_json
def check(project: Path, as_json: bool) -> None:
    """Check offsets, quotes, hashes and the file itself; exit 1 when anything is wrong."""
    with opened(project) as store:
        findings = list(check_project(store))
    if as_json:
        found = [{"article": f.article, "layer": f.layer, **plain_sentence(f.sentence)} for f in findings]
        say_json({"sound": not findings, "findings": found})
    else:
        for finding in findings:
            place = ", ".join(part for part in (finding.article, finding.layer) if part)
            click.echo(plain(f"{place}: {finding.sentence}" if place else str(finding.sentence)))
        click.echo("The project is sound." if not findings else f"{len(findings):,} findings.")
    sys.exit(1 if findings else 0)
