"""The verbs of the way between annotator and lead: what is handed in, and what comes back."""


from pathlib import Path

import click

from annotator import __version__
from annotator.arabic.console import isolate, plain
from annotator.cli.answer import as_json, counted, opened, project_argument, say_json
from annotator.core.bundle import HAND_IN, Bundle
from annotator.core.layer import Annotator
from annotator.core.sentence import Refused, say
from annotator.exchange.bundle_file import write_bundle
from annotator.exchange.reason import shown_path
from annotator.store.hand_in import frozen_records, hand_in, mark_sent, to_send, unfinished_counts
from annotator.store.records import snapshot
from annotator.store.scheme_meeting import scheme_texts, used_versions
from annotator.store.store import Store, is_own_file
from annotator.store.update import numbered, reopen, update_bundle

LEAD = "lead"


@click.command()
@project_argument
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--annotator", "names", multiple=True, help="Only this annotator's work; may be repeated.")
@click.option("--all", "everything", is_flag=True, help="Everything that was ever handed in, each in its newest form.")
@as_json
def bundle(project: Path, out: Path, names: tuple[str, ...], everything: bool, as_json: bool) -> None:
    """Hand in: freeze what is finished and changed since the last time, and write it to OUT, a zip for the lead.

    Unfinished articles are not part of it. What was handed in stays; handing in again supersedes it.
    """
    with opened(project) as store:
        _refuse_own(store, out)
        people = {person.id for person in named(store, names)} if names else None
        begun = unfinished_counts(store).items()
        waiting = sum(count for who, count in begun if people is None or who in people)
        frozen = hand_in(store, people)
        with snapshot(store):
            layers = to_send(store, people, everything)
            if not layers:
                message = (
                    "There is nothing to hand in: no article was finished, or changed since the last hand-in. "
                    "Unfinished articles: {count}. To write an earlier hand-in again, use --all."
                )
                raise Refused(say(message, count=waiting))
            found = _bundle_of(store, layers)
            sha256, count, spans = write_bundle(out, found)
        mark_sent(store, people, out.name, sha256)
    annotators = [person.name for person in found.annotators]
    if as_json:
        answer = {"path": str(out), "sha256": sha256, "annotators": annotators, "layers": count, "spans": spans}
        say_json({**answer, "frozen": frozen, "unfinished": waiting})
        return
    counts = f"{counted(count, 'article', 'articles')} with {counted(spans, 'span', 'spans')}"
    who = ", ".join(isolate(plain(name)) for name in annotators)
    click.echo(f"Handed in: {counts}, by {who}, in “{plain(str(out))}”.")
    click.echo("You can go on working; hand in again when it changes.")
    if waiting:
        click.echo(f"Begun and not finished, so not in it: {counted(waiting, 'article', 'articles')}.")


def _bundle_of(store: Store, layers: list[str]) -> Bundle:
    authors = {record.layer.annotator for record in frozen_records(store, layers) if record.layer}
    return Bundle(
        source="",
        kind=HAND_IN,
        tool_version=__version__,
        annotators=tuple(person for person in store.annotators() if person.id in authors),
        schemes=scheme_texts(store, used_versions(store, layers) | {store.scheme().version}),
        in_force=store.scheme().version,
        records=lambda: frozen_records(store, layers),
    )


@click.command()
@project_argument
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--annotator", "name", help="For whom; may be left out where only one has handed in or has articles.")
@click.option("--reopen", "reopened", multiple=True, metavar="ARTICLE",
              help="An article to be looked at again; may be repeated.")
@click.option("--comment", default="", help="What to say about the reopened articles.")
@click.option("--by", default=LEAD, show_default=True, help="Who says it.")
@click.option("--gold/--no-gold", "with_gold", default=True,
              help="Settled layers of articles that they have handed in, to look at (the default).")
@as_json
def update(
    project: Path,
    out: Path,
    name: str | None,
    reopened: tuple[str, ...],
    comment: str,
    by: str,
    with_gold: bool,
    as_json: bool,
) -> None:
    """Write what an annotator is told to OUT, a zip that they merge into their project: the scheme, the rules, their
    articles, what is to be looked at again, and how it was settled. It cannot change their layers.
    """
    with opened(project) as store:
        _refuse_own(store, out)
        person = named(store, (name,))[0] if name else _only_one(store)
        if reopened:
            lead = store.keep_annotator(by)
            for article in reopened:
                reopen(store, person, article, comment, lead)
        found = numbered(store, update_bundle(store, person, with_gold))
        with snapshot(store):
            sha256, _, _ = write_bundle(out, found)
            settled = sum(record.layer is not None for record in found.records())
    if as_json:
        answer = {"path": str(out), "sha256": sha256, "annotator": person.name, "number": found.number}
        more = {"articles": len({task.article for task in found.assigned}), "reopened": len(reopened)}
        say_json({**answer, **more, "corrections": settled, "scheme_version": found.in_force})
        return
    click.echo(
        f"Update {found.number} for {isolate(plain(person.name))} is in “{plain(str(out))}”: "
        f"scheme version {found.in_force}, {counted(len(found.rules), 'rule', 'rules')}, "
        f"{len(reopened):,} reopened, {counted(settled, 'correction', 'corrections')}."
    )


def named(store: Store, names: tuple[str, ...]) -> list[Annotator]:
    """The people of these names or ids. Raises Refused where nobody, or more than one, is called so."""
    everybody, found = store.annotators(), list[Annotator]()
    for name in names:
        called = [person for person in everybody if name in (person.name, person.id)]
        if not called:
            message = "Nobody called “{name}” works in this project. There are: {names}."
            raise Refused(say(message, name=name, names=", ".join(person.name for person in everybody)))
        if len(called) > 1:
            message = "{count} people are called “{name}”: say which by the id ({ids})."
            ids = ", ".join(person.id for person in called)
            raise Refused(say(message, count=len(called), name=name, ids=ids))
        found += called
    return found


def _only_one(store: Store) -> Annotator:
    sql = "SELECT annotator FROM assignment UNION SELECT annotator FROM layer WHERE kind = 'handed_in'"
    ids = {row[0] for row in store.connection.execute(sql)}
    people = [person for person in store.annotators() if person.id in ids]
    if len(people) != 1:
        names = ", ".join(person.name for person in people)
        raise Refused(say("For whom is the update? Say it with --annotator. There are: {names}.", names=names))
    return people[0]


def _refuse_own(store: Store, out: Path) -> None:
    if is_own_file(store, out):
        raise Refused(say("“{path}” is the project itself. Choose another file.", path=shown_path(out)))


