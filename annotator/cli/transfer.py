"""The verbs that make projects and carry work into them."""

import sys
from collections.abc import Container, Iterator
from pathlib import Path
from typing import Any

import click

from annotator import paths
from annotator.arabic.console import plain
from annotator.cli.answer import (
    as_json,
    counted,
    opened,
    plain_reports,
    progress_lines,
    project_argument,
    say_json,
    say_reports,
    teller,
)
from annotator.core.record import Notice, Record, Refusal
from annotator.core.scheme_edit import with_labels
from annotator.core.sentence import Refused, say
from annotator.exchange import Format, Outcome
from annotator.exchange.column import NO_TEXT_COLUMN, read_wanted
from annotator.exchange.formats import FORMATS, format_named
from annotator.exchange.intake import EveryLabel, handed_in, owned_by, read_label_map, relabelled
from annotator.exchange.reason import shown_path
from annotator.exchange.source import TABLE, read_paths
from annotator.exchange.table_json import NO_ARTICLE
from annotator.store.creation import create_project
from annotator.store.load import Loaded, Withdrawn, load
from annotator.store.scheme_change import change_scheme
from annotator.store.scheme_version import known_labels
from annotator.store.store import Store

ADD, REFUSE = "add", "refuse"
UNKNOWN_LABEL = "label “{label}” is not in the scheme."
UNKNOWN_LABEL_HINT = (
    "To take labels in that the scheme does not have, add them to it: --new-labels add. Or map them: --new-labels "
    "MAP.toml, with a line "
    'like PER = "LABEL" for each; PER = "" leaves its spans out.'
)
COLUMN_HINT = "To say which column is the text, and which the title: --map text=COLUMN,title=COLUMN"
HINTS = {UNKNOWN_LABEL: UNKNOWN_LABEL_HINT, NO_TEXT_COLUMN: COLUMN_HINT, NO_ARTICLE.template: COLUMN_HINT}
"""What can be done about a refusal on the command line, by the refusal's template."""


@click.command()
@project_argument
@click.option("--scheme", type=click.Path(path_type=Path, dir_okay=False), help="A scheme of labels in TOML.")
@as_json
def new(project: Path, scheme: Path | None, as_json: bool) -> None:
    """Make an empty project file."""
    with create_project(project, _scheme_text(scheme)) as store:
        names = [label.id for label in store.scheme().labels]
    if as_json:
        say_json({"project": str(project), "labels": names})
    else:
        click.echo(f"Made “{plain(str(project))}” with {counted(len(names), 'label', 'labels')}.")


def _scheme_text(path: Path | None) -> str:
    """The TOML of the scheme. Raises Refused when it cannot be read."""
    chosen = path or paths.resource("scheme.toml")
    try:
        return chosen.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        message = "The scheme “{path}” cannot be read: {reason}."
        raise Refused(say(message, path=str(chosen), reason=str(error))) from error


@click.command(name="import")
@project_argument
@click.argument("sources", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path))
@click.option("--format", "form", help="Read everything as this; see `hashiya formats`. Without it, files tell.")
@click.option("--annotator", help="Put every layer that comes in under this name.")
@click.option("--new-labels", default=REFUSE, metavar="add|refuse|MAP.toml", show_default=True,
              help="What to do about labels that the scheme does not have; a map has lines like PER = \"LABEL\".")
@click.option("--handed-in", "as_handed_in", is_flag=True, help="Take the layers in as handed in: nobody changes them.")
@click.option("--map", "columns", multiple=True, metavar="text=COLUMN,title=COLUMN",
              help="Which column of a table of articles is what; an empty COLUMN for none. Implies --format table.")
@click.option("--encoding", help="How text files that are not UTF-8 are encoded, e.g. windows-1256.")
@click.option("--strict", "--all-or-nothing", "strict", is_flag=True,
              help="Import nothing if anything is refused; spans that split a letter from its marks are refused too.")
@as_json
@progress_lines
def import_(
    project: Path,
    sources: tuple[Path, ...],
    annotator: str | None,
    strict: bool,
    as_json: bool,
    progress: bool,
    **given: Any,
) -> None:
    """Take articles and layers in from files and folders."""
    reports: list[Refusal | Notice] = []
    with opened(project) as store:
        found = _prepared(_found(store, sources, strict, reports, **given), store, annotator, given["as_handed_in"])
        source = " ".join(map(shown_path, sources))
        loaded = load(store, _whole(found, reports) if strict else found, source,
                      on_progress=teller(as_json, progress), whole=strict)
    reports += loaded.refused
    _report_import(loaded, reports, as_json)
    sys.exit(1 if any(isinstance(report, Refusal) for report in reports) else 0)


def _found(
    store: Store,
    sources: tuple[Path, ...],
    strict: bool,
    reports: list[Refusal | Notice],
    form: str | None,
    new_labels: str,
    encoding: str | None,
    columns: tuple[str, ...],
    **rest: Any,
) -> Iterator[Record]:
    """The records of the sources under the scheme's labels; refusals and notices go to the reports."""
    wanted = read_wanted(columns) if columns else None
    row = _reading_format(form or TABLE) if form or wanted else None
    if wanted and row and row.name != TABLE:
        raise Refused(say("Columns can be mapped only in tables of articles. Leave out --format."))

    def outcomes(labels: Container[str]) -> Iterator[Outcome]:
        return read_paths(sources, labels, encoding, strict, row, wanted)

    labels = {label.id for label in store.scheme().every_label}
    if new_labels == ADD:
        names = _added(store, outcomes(EveryLabel()), labels, strict)
    else:
        names = {} if new_labels == REFUSE else read_label_map(Path(new_labels), labels)
    for outcome in outcomes(labels | names.keys()):
        if isinstance(outcome, Record):
            yield relabelled(outcome, names) if names else outcome
        else:
            reports.append(outcome)


def _added(store: Store, outcomes: Iterator[Outcome], labels: set[str], strict: bool) -> dict[str, str]:
    """Add the labels of the sources that the scheme does not have, and tell under which id each is known there.

    With `strict` nothing is added where anything is refused: nothing will come in.
    """
    found: dict[str, None] = {}
    for outcome in outcomes:
        if isinstance(outcome, Refusal) and strict:
            return {}
        if isinstance(outcome, Record):
            found |= dict.fromkeys(span.label for span in outcome.spans if span.label not in labels)
    if not found:
        return {}
    draft, names = with_labels(store.scheme(), found, known_labels(store))
    if draft.is_changed:
        change_scheme(store, draft, author="")
    return names


def _reading_format(name: str) -> Format:
    form = format_named(name)
    if form is None or not form.reads:
        names = ", ".join(row.name for row in FORMATS if row.reads)
        raise Refused(say("There is no format “{name}” to read. There are: {names}.", name=name, names=names))
    return form


def _prepared(found: Iterator[Record], store: Store, annotator: str | None, as_handed_in: bool) -> Iterator[Record]:
    """The records as they are to come in: whose they are, and whether they are frozen."""
    owner = store.keep_annotator(annotator) if annotator else None
    for record in found:
        mine = owned_by(record, owner) if owner else record
        yield handed_in(mine) if as_handed_in else mine


def _whole(found: Iterator[Record], reports: list[Refusal | Notice]) -> Iterator[Record]:
    """All of the records; raises Withdrawn at the end if anything was refused on the way."""
    yield from found
    if any(isinstance(report, Refusal) for report in reports):
        raise Withdrawn


def _report_import(loaded: Loaded, reports: list[Refusal | Notice], as_json: bool) -> None:
    refused = [report for report in reports if isinstance(report, Refusal)]
    warnings = [report for report in reports if isinstance(report, Notice)]
    if as_json:
        answer = {"added": loaded.added, "duplicates": loaded.duplicates}
        say_json({**answer, "refused": plain_reports(refused), "warnings": plain_reports(warnings)})
        return
    say_reports(reports)
    for template, hint in HINTS.items():
        if any(report.reason.template == template for report in refused):
            click.echo(hint, err=True)
    click.echo(
        f"Imported {counted(loaded.articles, 'article', 'articles')} and {counted(loaded.layers, 'layer', 'layers')} "
        f"({counted(loaded.spans, 'span', 'spans')}); {loaded.duplicates:,} already there; {len(refused):,} refused."
    )
