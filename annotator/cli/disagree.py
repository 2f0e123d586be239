"""The verb that says on what annotators do not agree."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import click

from annotator.agreement.disagreement import Cluster, Version, article_severity, span_clusters, worst_first
from annotator.agreement.kind import AGREE, KINDS
from annotator.agreement.plain import name_of, plain_cluster
from annotator.agreement.plot import event_clusters
from annotator.agreement.sheet import sheets
from annotator.arabic.console import isolate, plain
from annotator.cli.agree import annotators_option, chosen_names, names_of, others_argument
from annotator.cli.answer import as_json, counted, opened, project_argument, say_json
from annotator.core.layer import HANDED_IN, WORK
from annotator.core.record import Record
from annotator.core.span import Span
from annotator.store.records import records

SHOWN = 20
"""Disagreements that are printed for people, unless asked otherwise."""


@click.command()
@project_argument
@others_argument
@annotators_option
@click.option("--kind", "kinds", multiple=True, type=click.Choice([k for k in KINDS if k != AGREE]), help="Only these.")
@click.option("--article", "article_id", help="Only this article's.")
@click.option(
    "--by",
    type=click.Choice(["severity", "article"]),
    default="severity",
    show_default=True,
    help="The worst first; or article by article, the worst of those first.",
)
@click.option("--limit", type=click.IntRange(1), help=f"At most so many.  [default: {SHOWN}; with --json all]")
@as_json
def disagreements(
    project: Path,
    others: tuple[str, ...],
    annotators: tuple[str, ...],
    kinds: tuple[str, ...],
    article_id: str | None,
    by: str,
    limit: int | None,
    as_json: bool,
) -> None:
    """List what annotators disagree on, the worst first, with what each of them says."""
    with opened(project) as store:
        policy, names = store.scheme().policy, names_of(store)
        labels = {label.id: label.name("en") for label in store.scheme().every_label}
        found: list[Cluster] = []
        articles: dict[str, tuple[float, int, int]] = {}
        with closing(records(store, chosen_names(store, annotators, others), (HANDED_IN, WORK))) as rows:
            for sheet in sheets(_of_article(rows, article_id)):
                clusters = [*span_clusters(sheet, policy), *event_clusters(sheet, policy)]
                open_ones = [cluster for cluster in clusters if cluster.kind != AGREE]
                articles[sheet.article.id] = article_severity(clusters), len(open_ones), len(clusters) - len(open_ones)
                found += (cluster for cluster in open_ones if not kinds or cluster.kind in kinds)
    order = worst_first(found)
    if by == "article":
        order.sort(key=lambda cluster: (-articles[cluster.article][0], cluster.article))
    if as_json:
        say_json(_plain_list(order[:limit], len(order), articles, names))
    else:
        _say_list(order, limit or SHOWN, articles, names, labels)


def _of_article(rows: Iterable[Record], article_id: str | None) -> Iterator[Record]:
    return (record for record in rows if article_id is None or record.article.id == article_id)


def _plain_list(
    order: list[Cluster], count: int, articles: Mapping[str, tuple[float, int, int]], names: Mapping[str, str]
) -> dict[str, Any]:
    worst = sorted(articles.items(), key=lambda row: (-row[1][0], row[0]))
    return {
        "count": count,
        "agreed": sum(agreed for _, _, agreed in articles.values()),
        "kinds": dict(Counter(cluster.kind for cluster in order)),
        "articles": [
            {"id": name, "severity": round(severity, 6), "disagreements": number, "agreed": agreed}
            for name, (severity, number, agreed) in worst
        ],
        "disagreements": [plain_cluster(cluster, names) for cluster in order],
    }


def _say_list(
    order: list[Cluster],
    limit: int,
    articles: Mapping[str, tuple[float, int, int]],
    names: Mapping[str, str],
    labels: Mapping[str, str],
) -> None:
    agreed, open_ones = sum(row[2] for row in articles.values()), sum(bool(row[1]) for row in articles.values())
    shown = f"{counted(len(order), 'disagreement', 'disagreements')} in {counted(open_ones, 'article', 'articles')}"
    click.echo(f"{shown}; {counted(agreed, 'thing', 'things')} agreed on.")
    times = Counter(cluster.alike for cluster in order)
    for cluster in order[:limit]:
        many = f" ×{times[cluster.alike]}" if times[cluster.alike] > 1 else ""
        place = f"{plain(cluster.article)} {cluster.start}–{cluster.end}"
        click.echo(f"\n{cluster.severity:.2f}  {KINDS[cluster.kind].name}{many}  {place}")
        for version in cluster.versions:
            who = isolate(plain(name_of(version.annotator, names)))
            click.echo(f"    {who}: {_said(version, cluster, labels)}")
    if len(order) > limit:
        click.echo(f"\n… and {len(order) - limit:,} more: --limit {len(order)}")


def _said(version: Version, cluster: Cluster, labels: Mapping[str, str]) -> str:
    """What an annotator says about a cluster, on one line."""
    said = [f"{labels.get(span.label, span.label)} {isolate(plain(_words(span, cluster)))}" for span in version.spans]
    if version.roles:
        said = [f"{role} = {words}" for role, words in zip(version.roles, said, strict=True)]
    differing = ("attribute", "stance")
    if any(facet in cluster.facets for facet in differing):
        held = [span.attributes for span in version.spans] or [event.attributes for event in version.events]
        said.append(", ".join(plain(f"{name}={value}") for attributes in held for name, value in attributes))
    return "; ".join(said) or ("has the event" if version.events else "nothing")


def _words(span: Span, cluster: Cluster) -> str:
    """The words of a span inside a cluster's quote, on one line."""
    inside = (cluster.quote[start - cluster.start : end - cluster.start] for start, end in span.fragments)
    return " … ".join(inside).replace("\n", " ")
