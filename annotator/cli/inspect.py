"""The verbs that look at a project and change nothing."""

import sys
from pathlib import Path

import click

from annotator.arabic.console import plain
from annotator.cli.answer import (
    as_json,
    counted,
    opened,
    plain_reports,
    plain_sentence,
    project_argument,
    say_json,
    say_reports,
)
from annotator.core.record import Notice, Record, Refusal
from annotator.exchange.formats import FORMATS
from annotator.exchange.validation import validate as validate_file
from annotator.store.catalogue import label_counts
from annotator.store.check import check as check_project


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
                | {"carries": f.carries, "cannot": f.cannot, "folder": f.is_folder, "extra": f.extra or None}
                for f in FORMATS
            ]
        )
        return
    for form in FORMATS:
        does = " and ".join(word for word, able in (("reads", form.reads), ("writes", form.writes)) if able)
        place = "a folder" if form.is_folder else ", ".join(form.suffixes)
        needs = f"; needs pip install \"hashiya[{form.extra}]\"" if form.extra else ""
        click.echo(f"{form.name}  {form.title} ({place}): {does}{needs}")
        for sentence in form.carries:
            click.echo(f"    carries: {sentence}")
        for sentence in form.cannot:
            click.echo(f"    leaves out: {sentence}")


@click.command()
@project_argument
@as_json
def check(project: Path, as_json: bool) -> None:
    """Check offsets, quotes, hashes and the file itself; exit 1 when anything is wrong."""
    with opened(project) as store:
        findings = list(check_project(store))
    wrong = sum(not finding.doubtful for finding in findings)
    if as_json:
        found = [
            {"article": f.article, "layer": f.layer, "doubtful": f.doubtful, **plain_sentence(f.sentence)}
            for f in findings
        ]
        say_json({"sound": not wrong, "findings": found})
    else:
        for finding in findings:
            place = " · ".join(part for part in (finding.article, finding.layer) if part)
            click.echo(plain(f"{place}: {finding.sentence}" if place else f"{finding.sentence}"))
        doubtful = len(findings) - wrong
        to_look_at = f" {counted(doubtful, 'thing', 'things')} to look at." if doubtful else ""
        click.echo(("The project is sound." if not wrong else f"{counted(wrong, 'fault', 'faults')}.") + to_look_at)
    sys.exit(1 if wrong else 0)


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@as_json
def validate(file: Path, as_json: bool) -> None:
    """Check a file of Hashiya JSONL without a project; exit 1 when a line is refused."""
    records, spans, reports = 0, 0, list[Refusal | Notice]()
    for outcome in validate_file(file):
        if isinstance(outcome, Record):
            records, spans = records + 1, spans + len(outcome.spans)
        else:
            reports.append(outcome)
    refused = [report for report in reports if isinstance(report, Refusal)]
    if as_json:
        warnings = [report for report in reports if isinstance(report, Notice)]
        answer = {"valid": not refused, "records": records, "spans": spans}
        say_json(answer | {"refused": plain_reports(refused), "warnings": plain_reports(warnings)})
    else:
        say_reports(reports)
        counts = f"{counted(records, 'record', 'records')} with {counted(spans, 'span', 'spans')}"
        click.echo(f"{counts}; {len(refused):,} refused.")
    sys.exit(1 if refused else 0)
