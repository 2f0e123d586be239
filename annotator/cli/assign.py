"""The verb that hands articles out."""

import os
import unicodedata
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from annotator.arabic.console import isolate, plain
from annotator.cli.answer import as_json, counted, opened, project_argument, say_json
from annotator.core.assignment import REPEAT, Assigned
from annotator.core.identity import is_name
from annotator.core.layer import Annotator
from annotator.core.sentence import Refused, say
from annotator.store.assignment import Wishes, assign, unfinished
from annotator.store.hand_out import hand_out
from annotator.store.store import Store

SUFFIX = ".hashiya"
NAME_LENGTH = 60
FORBIDDEN = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
"""File names that Windows keeps for devices."""


@click.command(name="assign")
@project_argument
@click.argument("out_dir", type=click.Path(path_type=Path, file_okay=False))
@click.argument("others", nargs=-1, metavar="")
@click.option("--annotators", "names", multiple=True, required=True, metavar="NAME...",
              help="To whom; several names may follow, or stand between commas.")
@click.option("--overlap", type=click.IntRange(1), default=1, show_default=True,
              help="To how many annotators each article goes.")
@click.option("--seed", type=int, default=0, show_default=True, help="What chance decides.")
@click.option("--shares", default="", metavar="A=2,B=1", help="Who gets how many times as much; others get 1.")
@click.option("--left", multiple=True, metavar="NAME", help="Has left: unfinished articles go to the others.")
@click.option("--repeat", "repeats", type=click.IntRange(0), default=0, show_default=True,
              help="So many of their own articles each annotator gets a second time, without being told.")
@click.option("--only-new", is_flag=True, help="Write only what is assigned now, not what is unfinished from before.")
@as_json
def assign_(
    project: Path,
    out_dir: Path,
    others: tuple[str, ...],
    names: tuple[str, ...],
    overlap: int,
    seed: int,
    shares: str,
    left: tuple[str, ...],
    repeats: int,
    only_new: bool,
    as_json: bool,
) -> None:
    """Hand articles out: one project file per annotator in OUT_DIR, without anybody else's work in it.

    What was assigned before stays; run it again for new articles, other people, or somebody who has left. The same seed
    decides the same.
    """
    people = _names((*names, *others))
    wishes = Wishes(people, overlap, seed, _shares(shares), tuple(_names(left)), repeats)
    with opened(project) as store:
        _refuse_taken(out_dir, people)
        plan, found = assign(store, wishes)
        rows = [_write(store, out_dir, found[name], plan.added, only_new) for name in people]
    if as_json:
        answer = {"overlap": overlap, "seed": seed, "new": len(plan.added), "short": plan.short}
        say_json({**answer, "annotators": rows})
        return
    for row in rows:
        again = f", {counted(row['repeats'], 'repeat', 'repeats')}" if row["repeats"] else ""
        where = f"“{plain(row['path'])}”" if row["path"] else "nothing to hand out"
        click.echo(f"{isolate(plain(row['name']))}: {counted(row['articles'], 'article', 'articles')}{again}, {where}")
    if plan.short:
        many = counted(plan.short, "article goes", "articles go")
        click.echo(f"{many} to fewer people than asked for: there are not enough who have not done them.", err=True)


def _write(
    store: Store, folder: Path, person: Annotator, added: Iterable[Assigned], only_new: bool
) -> dict[str, Any]:
    new = [task for task in added if task.annotator == person.id]
    tasks = new if only_new else unfinished(store, person.id)
    path = folder / file_name(person.name)
    if tasks:
        hand_out(store, path, person, tasks)
    kinds = Counter(task.pass_number > 1 or task.selection == REPEAT for task in tasks)
    told = {"articles": kinds[False], "repeats": kinds[True], "new": len(new)}
    return {"name": person.name, "id": person.id, "path": str(path) if tasks else None, **told}


def _names(given: Iterable[str]) -> list[str]:
    names = [name.strip() for some in given for name in some.replace("،", ",").split(",") if name.strip()]
    for name in names:
        if not is_name(name):
            raise Refused(say("“{name}” cannot be an annotator's name.", name=repr(name)))
    return names


def _shares(text: str) -> dict[str, float]:
    shares = {}
    for part in text.replace("،", ",").split(","):
        name, sign, number = part.rpartition("=")
        if part.strip():
            try:
                shares[name.strip()] = float(number)
            except ValueError:
                sign = ""
            if not sign or not 0 < shares[name.strip()] < float("inf"):
                raise Refused(say("“{part}” is no share. Write --shares A=2,B=1.", part=part))
    return shares


def _refuse_taken(folder: Path, names: Iterable[str]) -> None:
    """Nobody's project is ever written over: that is seen before anything is assigned."""
    seen: set[str] = set()
    for name in names:
        path = folder / file_name(name)
        if path.name.lower() in seen:
            raise Refused(say("Two of the names lead to the same file, “{path}”. Name them otherwise.", path=str(path)))
        seen.add(path.name.lower())
        if os.path.lexists(path):
            raise Refused(say("“{path}” exists already. Choose another folder.", path=str(path)))


def file_name(name: str) -> str:
    """A name for the annotator's file that stays in its folder on every system."""
    kept = "".join(c if unicodedata.category(c)[0] in "LMN" or c in "-_" else "-" for c in name).strip("-")
    short = kept[:NAME_LENGTH] or "annotator"
    return (f"{short}-" if short.lower() in FORBIDDEN else short) + SUFFIX
