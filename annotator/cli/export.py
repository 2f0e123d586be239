"""The verb that carries work out of a project."""

import os
from collections.abc import Callable, Container, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import click

from annotator import __version__
from annotator.arabic.console import plain
from annotator.cli.answer import as_json, counted, opened, progress_lines, project_argument, say_json, teller
from annotator.core.layer import GOLD, GOLD_FINAL, HANDED_IN, KINDS, PREDICTION, WORK
from annotator.core.record import Record
from annotator.core.sentence import Refused, say
from annotator.exchange import About, Format, Progress, Written
from annotator.exchange.bundle import Weighed, weigh, write_one, write_whole
from annotator.exchange.card import LOST
from annotator.exchange.choice import anonymous, only_done, pseudonyms
from annotator.exchange.folder import SHIFTS_SUFFIX
from annotator.exchange.formats import FORMATS, format_named
from annotator.exchange.option import ALIGNMENTS, EXPAND, IOB2, LANGUAGES, SCHEME_TAGS, Options
from annotator.exchange.output import MANIFEST_SUFFIX
from annotator.exchange.reason import shown_path, why_unwritten
from annotator.exchange.split import Split, read_split
from annotator.store.hand_in import newest_ids
from annotator.store.records import records, snapshot
from annotator.store.store import Store, is_own_file, now

LAYERS = {
    None: (WORK, GOLD),
    "work": (WORK,),
    "handed-in": (HANDED_IN,),
    "gold": (GOLD, GOLD_FINAL),
    "predictions": (PREDICTION,),
    "all": KINDS,
}
"""Which kinds of layers each choice of `--only` takes."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be written: whose work, which layers, in what way."""

    annotators: tuple[str, ...]
    only: str | None
    done_only: bool
    anonymous: bool
    form: Format
    split: Split | None
    options: Options


def choices(verb: Callable[..., None]) -> Callable[..., None]:
    """The options of an export, each of which says what is chosen when it is left out."""
    for option in reversed(
        (
            click.option("--format", "form", default="jsonl", show_default=True, help="See `hashiya formats`."),
            click.option("--annotator", "annotators", multiple=True, help="Only this annotator's; may be repeated."),
            click.option("--only", type=click.Choice([name for name in LAYERS if name]), help="Only these layers."),
            click.option("--done-only", is_flag=True, help="Only finished articles."),
            click.option("--anonymous", is_flag=True, help="Pseudonyms (A1, A2, …) instead of annotators."),
            click.option("--align", type=click.Choice(ALIGNMENTS), default=EXPAND, show_default=True,
                         help="Formats of tokens: widen spans that cut a token, stop there, or drop them."),
            click.option("--tags", type=click.Choice(SCHEME_TAGS), default=IOB2, show_default=True,
                         help="Formats of tokens: how the ends of a span are marked."),
            click.option("--language", type=click.Choice(LANGUAGES), default="en", show_default=True,
                         help="The language of label names, where a format shows them."),
            click.option("--split", metavar="train=80,dev=10,test=10", help="Write parts, split by article."),
            click.option("--seed", type=click.IntRange(0, 2**31 - 1), default=0, show_default=True,
                         help="What chance decides in a split."),
            click.option("--near-duplicates/--no-near-duplicates", "together", default=True,
                         help="Keep articles that are nearly the same in one part (the default)."),
            click.option("--dry-run", is_flag=True, help="Say what would be left out, and write nothing."),
        )
    ):  # fmt: skip
        verb = option(verb)
    return verb


@click.command()
@project_argument
@click.argument("out", type=click.Path())
@choices
@as_json
@progress_lines
def export(project: Path, out: str, as_json: bool, progress: bool, dry_run: bool, **given: Any) -> None:
    """Write the project's layers to OUT, read them back, and put them in place.

    OUT is a file, or a folder for formats made of several files, for splits, and where it ends in a slash.
    """
    place, wanted = Path(out), _wanted(**given)
    is_folder = out.endswith(("/", os.sep)) or place.is_dir()
    tell = teller(as_json, progress)
    with opened(project) as store, snapshot(store):
        _refuse_unknown(store, wanted.annotators)
        _refuse_own(store, place)
        name = store.setting("name") or shown_path(Path(project.stem))
        about = About(name, now(), __version__, store.scheme(), wanted.options)
        ask = partial(_chosen, store, wanted)
        try:
            weighed = weigh(ask, wanted.form, about, tell)
        except OSError as error:
            raise Refused(why_unwritten(error)) from error
        if not as_json:
            _say_losses(wanted.form, weighed)
        if dry_run:
            _answer_dry(weighed, as_json)
            return
        written, parts = _write(ask, wanted, place, is_folder, about, weighed, tell)
    _answer(written, parts, weighed, place, as_json)


def _wanted(form: str, split: str | None, seed: int, together: bool, align: str, tags: str, language: str,
            **rest: Any) -> Wanted:  # fmt: skip
    found = format_named(form)
    if found is None or not found.writes:
        names = ", ".join(row.name for row in FORMATS if row.writes)
        raise Refused(say("There is no format “{name}” to write. There are: {names}.", name=form, names=names))
    parts = read_split(split, seed, together) if split else None
    return Wanted(form=found, split=parts, options=Options(align, tags, language), **rest)


def _chosen(store: Store, wanted: Wanted) -> Iterator[Record]:
    with closing(records(store, wanted.annotators or None, LAYERS[wanted.only])) as found:
        chosen: Iterable[Record] = _not_superseded(found, newest_ids(store)) if wanted.only == "handed-in" else found
        if wanted.done_only:
            chosen = only_done(chosen)
        if wanted.anonymous:
            chosen = anonymous(chosen, pseudonyms(annotator.id for annotator in store.annotators()))
        yield from chosen


def _not_superseded(found: Iterable[Record], newest: Container[str]) -> Iterator[Record]:
    """Of hand-ins the newest ones; who wants all of them asks for all layers."""
    return (record for record in found if record.layer is None or record.layer.id in newest)


def _write(
    ask: Callable[[], Iterable[Record]],
    wanted: Wanted,
    out: Path,
    is_folder: bool,
    about: About,
    weighed: Weighed,
    tell: Progress,
) -> tuple[Written, dict[str, Written]]:
    if is_folder or wanted.split or wanted.form.is_folder:
        return write_whole(ask, wanted.form, out, about, weighed, wanted.split, tell)
    return write_one(ask, wanted.form, out, about, weighed, tell), {}


def _say_losses(form: Format, weighed: Weighed) -> None:
    rows = weighed.loss.rows()
    if rows:
        click.echo(f"{form.title} cannot carry, and leaves out:", err=True)
    for kind, things, concerned in rows:
        click.echo(f"  {things:,} {LOST[kind]} (in {counted(concerned, 'record', 'records')})", err=True)


def _answer_dry(weighed: Weighed, as_json: bool) -> None:
    if as_json:
        say_json({"records": weighed.loss.seen, **_lost(weighed)})
    elif not weighed.loss.rows():
        click.echo("Nothing would be left out.")


def _answer(written: Written, parts: dict[str, Written], weighed: Weighed, out: Path, as_json: bool) -> None:
    if as_json:
        answer: dict[str, Any] = {"records": written.count, "spans": written.spans, "sha256": written.sha256}
        told = {name: {"records": part.count, "spans": part.spans} for name, part in parts.items() if name}
        say_json(answer | {"path": str(out), **_lost(weighed)} | ({"parts": told} if told else {}))
        return
    counts = f"{counted(written.count, 'record', 'records')} with {counted(written.spans, 'span', 'spans')}"
    click.echo(plain(f"Exported and read back: {counts}, in “{out}”."))
    for name, part in parts.items():
        if name:
            click.echo(f"  {name}: {counted(part.count, 'record', 'records')}, {counted(part.spans, 'span', 'spans')}")
    if weighed.shifts:
        click.echo(f"{counted(weighed.shifts, 'span', 'spans')} moved or dropped; each is listed beside the data.")


def _lost(weighed: Weighed) -> dict[str, Any]:
    rows = [{"kind": kind, "count": things, "records": some} for kind, things, some in weighed.loss.rows()]
    return {"losses": rows, "shifts": weighed.shifts}


def _refuse_own(store: Store, out: Path) -> None:
    if any(is_own_file(store, Path(f"{out}{suffix}")) for suffix in ("", MANIFEST_SUFFIX, SHIFTS_SUFFIX)):
        raise Refused(say("“{path}” is the project itself. Choose another file.", path=str(out)))


def _refuse_unknown(store: Store, annotators: tuple[str, ...]) -> None:
    known = [annotator.name for annotator in store.annotators()]
    for name in annotators:
        if name not in known:
            message = "Nobody called “{name}” works in this project. There are: {names}."
            raise Refused(say(message, name=name, names=", ".join(known)))
