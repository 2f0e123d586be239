"""The verb that says how far annotators agree."""

from collections.abc import Collection, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import click

from annotator.agreement import units_of
from annotator.agreement.gamma import gamma_means
from annotator.agreement.option import PERIODS, WEEK, Options
from annotator.agreement.plain import MORE, name_of, to_plain
from annotator.agreement.policy import closed_attributes
from annotator.agreement.report import Report, report
from annotator.agreement.sheet import sheets
from annotator.agreement.tally import Tally
from annotator.cli.agree_table import report_lines
from annotator.cli.answer import as_json, opened, project_argument, say_json
from annotator.core.layer import HANDED_IN, WORK
from annotator.core.sentence import Refused, say
from annotator.store.records import records
from annotator.store.store import Store

annotators_option = click.option(
    "--annotators", multiple=True, metavar="NAME...", help="Only these annotators; several names may follow."
)
others_argument = click.argument("others", nargs=-1, metavar="")


@click.command()
@project_argument
@others_argument
@annotators_option
@click.option(
    "--iou",
    type=click.FloatRange(0, 1, min_open=True),
    default=0.5,
    show_default=True,
    help="The least part two spans share of what both cover to be near.",
)
@click.option("--without-suggestions", is_flag=True, help="Leave out what was accepted from suggestions.")
@click.option("--samples", type=click.IntRange(0), default=2000, show_default=True, help="Drawn for the intervals.")
@click.option("--seed", type=int, default=0, show_default=True, help="For everything that is drawn.")
@click.option("--period", type=click.Choice(list(PERIODS)), default=WEEK, show_default=True, help="Of the trend.")
@click.option("--articles", type=click.IntRange(0), default=1000, show_default=True, help="Listed, worst first.")
@click.option("--also", multiple=True, type=click.Choice([*MORE, "gamma", "repeats", "all"]), help="More to answer.")
@as_json
def agree(
    project: Path,
    others: tuple[str, ...],
    annotators: tuple[str, ...],
    iou: float,
    without_suggestions: bool,
    samples: int,
    seed: int,
    period: str,
    articles: int,
    also: tuple[str, ...],
    as_json: bool,
) -> None:
    """Measure how far annotators agree, on the articles that two or more have handed in or finished."""
    with opened(project) as store:
        closed = closed_attributes(store.scheme())
        options = Options(iou, not without_suggestions, samples, seed, period, articles, closed=closed)
        chosen = chosen_names(store, annotators, others)
        wanted = set(also) | ({*MORE, "gamma", "repeats"} if "all" in also else set())
        names = names_of(store)
        found = report(_tally(store, chosen, options))
        more = _drawn(store, chosen, options, names, wanted)
    if as_json:
        say_json(to_plain(found, names, wanted) | more)
    else:
        _say(found, names, wanted, more)


def _tally(store: Store, chosen: Collection[str] | None, options: Options, again: bool = False) -> Tally:
    tally = Tally(options)
    with closing(records(store, chosen, (HANDED_IN, WORK))) as found:
        for sheet in sheets(found, options, again):
            tally.add(sheet)
    return tally


def _drawn(
    store: Store, chosen: Collection[str] | None, options: Options, names: Mapping[str, str], wanted: Collection[str]
) -> dict[str, Any]:
    """What takes another walk through the project: γ, and how far annotators agree with themselves."""
    more: dict[str, Any] = {}
    if "gamma" in wanted:
        more["gamma"] = _gammas(store, chosen, options, names)
    if "repeats" in wanted:
        more["repeats"] = to_plain(report(_tally(store, chosen, options, again=True)), names)["pairs"]
    return more


def _gammas(
    store: Store, chosen: Collection[str] | None, options: Options, names: Mapping[str, str]
) -> list[dict[str, Any]]:
    with closing(records(store, chosen, (HANDED_IN, WORK))) as found:
        means = gamma_means((units_of(sheet) for sheet in sheets(found, options)), options.seed)
    return [
        {"annotators": [name_of(one, names), name_of(other, names)], "articles": mean.articles}
        | ({"gamma": mean.value} if mean.value is not None else {"gamma": None, "undefined": {"gamma": mean.reason}})
        for (one, other), mean in sorted(means.items())
    ]


def names_of(store: Store) -> dict[str, str]:
    """The names under which people are shown, by id."""
    return {person.id: person.name for person in store.annotators()}


def chosen_names(
    store: Store, annotators: tuple[str, ...], others: tuple[str, ...]
) -> Collection[str] | None:
    """All the names under which the chosen ones work; None for everybody. Raises Refused on a name nobody has."""
    if others and not annotators:
        raise Refused(say("“{name}” is not expected here. Names go behind --annotators.", name=others[0]))
    everybody = store.annotators()
    known = {person.name for person in everybody}
    for name in (*annotators, *others):
        if name not in known:
            message = "Nobody called “{name}” works in this project. There are: {names}."
            raise Refused(say(message, name=name, names=", ".join(sorted(known))))
    if not annotators:
        return None
    ids = {person.alias_of or person.id for person in everybody if person.name in (*annotators, *others)}
    return {person.name for person in everybody if (person.alias_of or person.id) in ids}


def _say(found: Report, names: Mapping[str, str], wanted: Collection[str], more: Mapping[str, Any]) -> None:
    for line in report_lines(found, names, wanted, more):
        click.echo(line)
