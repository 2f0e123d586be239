"""The verbs behind the window's overview: every figure of the agreement in one answer, and the places behind one."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import click

from annotator.agreement.disagreement import Cluster, worst_first
from annotator.agreement.figure import Figure
from annotator.agreement.kind import AGREE, KINDS
from annotator.agreement.option import Options
from annotator.agreement.place import Wanted, places
from annotator.agreement.plain import name_of
from annotator.agreement.policy import closed_attributes
from annotator.agreement.report import Report, Row, report
from annotator.agreement.sheet import Sheet, sheets
from annotator.agreement.tally import Tally
from annotator.cli.agree import names_of
from annotator.cli.answer import as_json, opened, plain_sentence, progress_lines, project_argument, say_json, teller
from annotator.core.layer import HANDED_IN, WORK
from annotator.store.records import records
from annotator.store.store import Store

MOST_PLACES = 500


@click.command(hidden=True)
@project_argument
@as_json
@progress_lines
def overview(project: Path, as_json: bool, progress: bool) -> None:
    """Answer everything that the window's overview shows; in JSON only."""
    tell = teller(as_json, progress)
    with opened(project) as store:
        scheme = store.scheme()
        tally = Tally(Options(closed=closed_attributes(scheme), most_articles=0))
        policy, everything = scheme.policy, Wanted()
        differing = articles = 0
        for number, sheet in enumerate(_sheets(store)):
            tally.add(sheet)
            found = sum(1 for _ in places(sheet, everything, policy))
            differing, articles = differing + found, articles + bool(found)
            tell(number)
        names = names_of(store)
    say_json(_plain(report(tally), names) | {"disagreements": differing, "disagreeing_articles": articles})


@click.command("places", hidden=True)
@project_argument
@click.option("--pair", nargs=2, help="Of two annotators, by id.")
@click.option("--cell", nargs=2, help="Of one cell of their confusion: two labels; an empty one is none.")
@click.option("--label", help="With this label in somebody's version.")
@click.option("--period", help="Of articles that two had finished in this week.")
@click.option("--limit", type=click.IntRange(1), default=MOST_PLACES, show_default=True, help="The worst so many.")
@as_json
@progress_lines
def places_of(
    project: Path,
    pair: tuple[str, str] | None,
    cell: tuple[str, str] | None,
    label: str | None,
    period: str | None,
    limit: int,
    as_json: bool,
    progress: bool,
) -> None:
    """Answer the places behind one figure of the overview, the worst first; in JSON only."""
    if cell and not pair:
        raise click.UsageError("--cell asks for --pair.")
    with opened(project) as store:
        names, wanted = names_of(store), Wanted(pair or None, cell or None, label, period)
        count, found = _worst(store, wanted, limit, teller(as_json, progress))
    say_json({"count": count, "places": [_place(cluster, title, names) for title, cluster in found]})


def _sheets(store: Store) -> Iterator[Sheet]:
    with closing(records(store, None, (HANDED_IN, WORK))) as found:
        yield from sheets(found)


def _worst(
    store: Store, wanted: Wanted, limit: int, tell: Callable[[int], None]
) -> tuple[int, list[tuple[str, Cluster]]]:
    """How many places there are, and the worst of them with the headlines of their articles."""
    policy, count = store.scheme().policy, 0
    titles: dict[str, str] = {}
    kept: list[Cluster] = []
    for number, sheet in enumerate(_sheets(store)):
        found = list(places(sheet, wanted, policy))
        count += len(found)
        kept += found
        if found:
            titles[sheet.article.id] = sheet.article.title
        if len(kept) > 2 * limit:
            kept = _in_order(kept)[:limit]
            titles = {cluster.article: titles[cluster.article] for cluster in kept}
        tell(number)
    return count, [(titles[cluster.article], cluster) for cluster in _in_order(kept)[:limit]]


def _in_order(clusters: list[Cluster]) -> list[Cluster]:
    """The worst first; what is agreed on comes last."""
    return worst_first(clusters) + [cluster for cluster in clusters if cluster.kind == AGREE]


def _plain(found: Report, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "annotators": [{"id": who, "name": name_of(who, names)} for who in found.annotators],
        "shared": found.articles_shared,
        "whole": _row(found.whole),
        "pairs": [_row(row) for row in found.pairs],
        "labels": [_row(row) for row in found.labels],
        "periods": [_row(row) for row in found.periods],
        "confusion": [
            {"pair": list(pair), "cells": [[*labels, number] for labels, number in table.items()]}
            for pair, table in found.confusion.items()
        ],
    }


def _row(row: Row) -> dict[str, Any]:
    return {
        "about": list(row.about[1:]),
        "articles": row.articles,
        "spans": list(row.spans),
        "matched": row.matched,
        "figures": {name: _figure(figure, row.intervals.get(name)) for name, figure in row.figures.items()},
    }


def _figure(figure: Figure, interval: tuple[float, float] | None) -> dict[str, Any]:
    reason = plain_sentence(figure.reason) if figure.reason else None
    return {"value": figure.value, "reason": reason, "interval": list(interval) if interval else None}


def _place(cluster: Cluster, title: str, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "article": cluster.article,
        "title": title,
        "start": cluster.start,
        "end": cluster.end,
        "quote": cluster.quote,
        "kind": plain_sentence(KINDS[cluster.kind].name),
        "versions": [
            {
                "id": version.annotator,
                "name": name_of(version.annotator, names),
                "spans": [[span.id, span.label, span.fragments] for span in version.spans],
            }
            for version in cluster.versions
        ],
    }
