"""The verbs that make projects and carry work in and out of them."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path

import click

from annotator import __version__, paths
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
)
from annotator.core.layer import GOLD, GOLD_FINAL, HANDED_IN, WORK
from annotator.core.record import Notice, Record, Refusal
from annotator.core.sentence import Refused, say
from annotator.exchange import FORMATS, About, format_named
from annotator.exchange.output import MANIFEST_SUFFIX
from annotator.exchange.reason import shown_path
from annotator.exchange.source import read_paths
from annotator.store.creation import create_project
from annotator.store.load import Loaded, load
from annotator.store.records import records
from annotator.store.store import Store, is_own_file, now

PAUSE = 0.1
"""Seconds between two lines about how far long work is."""

KINDS_ONLY = {None: (WORK, GOLD), "handed-in": (HANDED_IN,), "gold": (GOLD, GOLD_FINAL)}


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
@click.option("--annotator", help="Put every layer that comes in under this name.")
@click.option("--encoding", help="How text files that are not UTF-8 are encoded, e.g. windows-1256.")
@click.option("--all-or-nothing", is_flag=True, help="Import nothing if any line is refused.")
@click.option("--strict", is_flag=True, help="Refuse spans that split a letter from its marks.")
@as_json
@progress_lines
def import_(
    project: Path,
    sources: tuple[Path, ...],
    annotator: str | None,
    encoding: str | None,
    all_or_nothing: bool,
    strict: bool,
    as_json: bool,
    progress: bool,
) -> None:
    """Take articles and layers in from text files, folders and JSONL."""
    reports: list[Refusal | Notice] = []
    with opened(project) as store:
        labels = {label.id for label in store.scheme().labels}
        found = _sorted_out(read_paths(sources, labels, encoding, strict), reports)
        if all_or_nothing:
            found = iter(list(found))
            if any(isinstance(report, Refusal) for report in reports):
                found = iter(())
        source = " ".join(map(shown_path, sources))
        loaded = load(store, found, source, annotator, on_progress=_teller(as_json, progress), whole=all_or_nothing)
    reports += loaded.refused
    _report_import(loaded, reports, as_json)
    sys.exit(1 if any(isinstance(report, Refusal) for report in reports) else 0)


def _sorted_out(
    found: Iterable[Record | Refusal | Notice], reports: list[Refusal | Notice]
) -> Iterator[Record]:
    """The records; everything else goes to the reports."""
    for outcome in found:
        if isinstance(outcome, Record):
            yield outcome
        else:
            reports.append(outcome)


def _teller(as_json: bool, progress: bool) -> Callable[[int], None]:
    """Tells how far long work is: JSON lines for programs that want them, one that rewrites itself at a terminal."""

    told = float("-inf")

    def tell(count: int) -> None:
        nonlocal told
        if time.monotonic() - told < PAUSE:
            return
        told = time.monotonic()
        if as_json and progress:
            say_json({"progress": count})
        elif not as_json and sys.stderr.isatty():
            click.echo(f"\r{count:,} …", err=True, nl=False)

    return tell


def _report_import(loaded: Loaded, reports: list[Refusal | Notice], as_json: bool) -> None:
    refused = [report for report in reports if isinstance(report, Refusal)]
    warnings = [report for report in reports if isinstance(report, Notice)]
    if as_json:
        answer = {"added": loaded.added, "duplicates": loaded.duplicates}
        say_json({**answer, "refused": plain_reports(refused), "warnings": plain_reports(warnings)})
        return
    say_reports(reports)
    click.echo(
        f"Imported {counted(loaded.articles, 'article', 'articles')} and {counted(loaded.layers, 'layer', 'layers')} "
        f"({counted(loaded.spans, 'span', 'spans')}); {loaded.duplicates:,} already there; {len(refused):,} refused."
    )


@click.command()
@project_argument
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--format", "format_name", default="jsonl", show_default=True, help="See `hashiya formats`.")
@click.option("--annotator", "annotators", multiple=True, help="Only this annotator's layers; may be repeated.")
@click.option("--only", type=click.Choice(["handed-in", "gold"]), help="Only handed-in layers, or only gold ones.")
@as_json
@progress_lines
def export(
    project: Path,
    out: Path,
    format_name: str,
    annotators: tuple[str, ...],
    only: str | None,
    as_json: bool,
    progress: bool,
) -> None:
    """Write the project's layers to OUT, read them back, and put them in place."""
    form = format_named(format_name)
    if form is None or not form.writes:
        names = ", ".join(row.name for row in FORMATS if row.writes)
        raise Refused(say("There is no format “{name}” to write. There are: {names}.", name=format_name, names=names))
    with opened(project) as store:
        _refuse_unknown(store, annotators)
        if is_own_file(store, out) or is_own_file(store, Path(f"{out}{MANIFEST_SUFFIX}")):
            raise Refused(say("“{path}” is the project itself. Choose another file.", path=str(out)))
        about = About(store.setting("name") or shown_path(Path(project.stem)), now(), __version__, store.scheme())
        with closing(records(store, annotators or None, KINDS_ONLY[only])) as found:
            written = form.write(found, out, about, _teller(as_json, progress))
    if as_json:
        answer = {"records": written.count, "spans": written.spans, "sha256": written.sha256, "path": str(out)}
        say_json(answer)
    else:
        counts = f"{counted(written.count, 'record', 'records')} with {counted(written.spans, 'span', 'spans')}"
        click.echo(plain(f"Exported and read back: {counts}, in “{out}”."))


def _refuse_unknown(store: Store, annotators: tuple[str, ...]) -> None:
    known = [annotator.name for annotator in store.annotators()]
    for name in annotators:
        if name not in known:
            message = "Nobody called “{name}” works in this project. There are: {names}."
            raise Refused(say(message, name=name, names=", ".join(known)))
