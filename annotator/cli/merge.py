"""The verb that brings together what several people have done."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from annotator import __version__
from annotator.arabic.console import isolate, plain
from annotator.cli.answer import (
    as_json,
    counted,
    opened,
    plain_sentence,
    progress_lines,
    project_argument,
    say_json,
    teller,
)
from annotator.core.bundle import HAND_IN, Bundle
from annotator.core.record import Record
from annotator.core.sentence import Refused, Sentence, say
from annotator.exchange.bundle_file import is_bundle, read_bundle
from annotator.exchange.reason import shown_path, why_unreadable
from annotator.store.foreign import open_foreign, project_bundle
from annotator.store.hand_in import MOMENT
from annotator.store.merge import KEEP, REFUSE, TAKE, CameIn, Choices, Merged, merge
from annotator.store.store import Store, is_own_file

AHEAD = timedelta(hours=24)
FILES = {"hand_in": "handed in", "update": "update"}


@click.command(name="merge")
@project_argument
@click.argument("theirs", nargs=-1, type=click.Path(path_type=Path))
@click.option("--articles", type=click.Choice([REFUSE, KEEP]), default=REFUSE, show_default=True,
              help="Another text under an id that is here: leave it out, or keep it beside ours under another id.")
@click.option("--schemes", type=click.Choice([REFUSE, KEEP, TAKE]), default=REFUSE, show_default=True,
              help="Work under versions of the scheme that are not here: leave it out, or keep it and them beside "
                   "ours. take: also put the lead's version in force where the scheme was changed here.")
@click.option("--newer", type=click.Choice([KEEP, REFUSE]), default=KEEP, show_default=True,
              help="Files of a newer version of the program that can be read: take them in, or leave them out.")
@click.option("--same-person", "pairs", multiple=True, metavar="A=B",
              help="A is another name (or id) of B; may be repeated.")
@as_json
@progress_lines
def merge_(
    project: Path,
    theirs: tuple[Path, ...],
    articles: str,
    schemes: str,
    newer: str,
    pairs: tuple[str, ...],
    as_json: bool,
    progress: bool,
) -> None:
    """Bring THEIRS together in the project: bundles that were handed in, whole projects, updates from the lead.

    Each file is verified before anything of it is believed; what comes in is added in one go, or nothing is. Nothing
    that is here is overwritten; order does not matter, and merging again changes nothing.
    """
    choices = Choices(articles, schemes, tuple(map(_pair, pairs)))
    with ExitStack() as stack, opened(project) as store:
        found, refused = _read(store, theirs, stack, newer)
        clock = _Clock()
        merged = merge(store, [clock.watched(one) for one in found], choices, teller(as_json, progress))
        merged.refused[:0] = refused
        merged.notices += [*(_older(one) for one in found if _is_newer(one)), *clock.told]
    _answer(merged, as_json)
    sys.exit(1 if merged.refused else 0)


def _pair(text: str) -> tuple[str, str]:
    one, sign, other = text.partition("=")
    if not (sign and one.strip() and other.strip()):
        raise Refused(say("“{text}” does not say who is whom. Write --same-person A=B.", text=text))
    return one.strip(), other.strip()


def _read(
    store: Store, theirs: tuple[Path, ...], stack: ExitStack, newer: str
) -> tuple[list[Bundle], list[tuple[str, Sentence]]]:
    """The files that can be read, and why the others cannot."""
    found, refused = list[Bundle](), list[tuple[str, Sentence]]()
    for path in theirs:
        try:
            one = _read_one(store, path, stack)
        except Refused as error:
            refused.append((shown_path(path), error.sentence))
            continue
        if _is_newer(one) and newer == REFUSE:
            refused.append(_older(one))
        else:
            found.append(one)
    return found, refused


def _read_one(store: Store, path: Path, stack: ExitStack) -> Bundle:
    name = shown_path(path)
    if is_own_file(store, path):
        raise Refused(say("“{path}” is the project itself. Choose another file.", path=name))
    try:
        with path.open("rb") as file:
            head = file.read(4)
    except OSError as error:
        raise Refused(say("“{path}”: {reason}", path=name, reason=why_unreadable(error))) from error
    if is_bundle(head):
        # The records are verified while they are put on the stage, from where nothing comes in before all are.
        return read_bundle(path, verify=False)
    room = Path(stack.enter_context(TemporaryDirectory(prefix="hashiya-")))
    return project_bundle(stack.enter_context(open_foreign(path, room)), name)


def _is_newer(bundle: Bundle) -> bool:
    return _numbers(bundle.tool_version) > _numbers(__version__)


def _numbers(version: str) -> list[int]:
    return [int(part) for part in version.split(".") if part.isdecimal()]


def _older(bundle: Bundle) -> tuple[str, Sentence]:
    message = "It was made with a newer version of the program ({theirs}; this is {ours})."
    return bundle.source, say(message, theirs=bundle.tool_version, ours=__version__)


class _Clock:
    """Notices whose clock is ahead. Only how hand-ins of one person follow each other hangs on it."""

    def __init__(self) -> None:
        self._latest = (datetime.now(UTC) + AHEAD).strftime(MOMENT)
        self.told: list[tuple[str, Sentence]] = []

    def watched(self, bundle: Bundle) -> Bundle:
        """The bundle, whose records are looked at as they go by."""

        def records() -> Iterator[Record]:
            said: set[str] = set()
            for record in bundle.records():
                person = record.annotator
                if person and record.layer and record.updated_at > self._latest and person.name not in said:
                    said.add(person.name)
                    message = "The clock of “{name}” was ahead: work is dated {moment}. It was taken in as it is."
                    self.told.append((bundle.source, say(message, name=person.name, moment=record.updated_at)))
                yield record

        return Bundle(
            bundle.source, bundle.kind, bundle.tool_version, bundle.annotators, bundle.schemes, bundle.in_force,
            records, bundle.to, bundle.number, bundle.rules, bundle.assigned,
        )  # fmt: skip


def _answer(merged: Merged, as_json: bool) -> None:
    if as_json:
        say_json(_plain(merged))
        return
    for source, sentence in (*merged.refused, *merged.notices):
        click.echo(plain(f"{source}: {sentence}" if source else str(sentence)), err=True)
    for file in merged.files:
        click.echo(_line(file))
    if not merged.changed:
        click.echo("Nothing new came in. Nothing changed.")
        return
    click.echo(
        f"Merged: {counted(sum(f.layers for f in merged.files), 'layer', 'layers')} with "
        f"{counted(sum(f.spans for f in merged.files), 'span', 'spans')}, "
        f"{counted(merged.articles, 'new article', 'new articles')}, {counted(merged.remarks, 'comment', 'comments')}."
    )


def _line(file: CameIn) -> str:
    who = ", ".join(isolate(plain(name)) for name in file.annotators) or "nobody"
    new = f"{counted(file.layers, 'new layer', 'new layers')}, {file.known:,} already here"
    return f"{plain(file.source)} ({FILES[file.kind]} by {who}): {new}{_remark(file)}"


def _remark(file: CameIn) -> str:
    if file.kind != HAND_IN or file.layers:
        return ""
    return ". It was already merged." if file.known else ". It is an empty hand-in."


def _plain(merged: Merged) -> dict[str, Any]:
    files = [
        {"path": f.source, "kind": f.kind, "annotators": list(f.annotators)}
        | {"layers": f.layers, "spans": f.spans, "known": f.known}
        for f in merged.files
    ]
    refused, warnings = (
        [{"path": source, **plain_sentence(sentence)} for source, sentence in some]
        for some in (merged.refused, merged.notices)
    )
    counts = {"added": sum(f.layers for f in merged.files), "duplicates": sum(f.known for f in merged.files)}
    more = {"articles": merged.articles, "spans": sum(f.spans for f in merged.files), "comments": merged.remarks}
    return {**counts, **more, "changed": merged.changed, "files": files, "refused": refused, "warnings": warnings}
