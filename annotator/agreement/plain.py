"""Reports and clusters for programs: what `hashiya agree --json` and `hashiya disagreements --json` say."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import asdict
from typing import Any

from annotator.agreement.disagreement import Cluster, Version
from annotator.agreement.figure import FEW_ARTICLES, NO_ARTICLE, Figure
from annotator.agreement.option import Options
from annotator.agreement.report import AttributeRow, Confusion, Report, Row
from annotator.agreement.sheet import AGAIN
from annotator.agreement.tally import ArticleRow

UNDEFINED = "undefined"
"""The key under which the reasons stand of everything that is null beside it."""

MORE = ("annotators", "attributes", "confusion", "periods")
"""What a report can hold beside what it always holds."""

Names = Mapping[str, str]


def to_plain(report: Report, names: Names, more: Collection[str] = ()) -> dict[str, Any]:
    """The report as JSON can hold it. `names` are the annotators' by id; `more` of MORE asks for more keys."""
    known = _Names(names)
    found = {
        "options": plain_options(report.options),
        "pairs": [_pair(row, known) for row in report.pairs],
        **_figures({name: report.whole.figures[name] for name in ("u_alpha", "u_alpha_boundaries", "u_alpha_labels")}),
        "labels": {row.about[1]: _label(row) for row in report.labels},
        "events": _events(report),
        "articles": [plain_article(row) for row in report.articles],
    }
    makers: dict[str, Callable[[], Any]] = {
        "annotators": lambda: [{"annotator": known[row.about[1]], **_line(row)} for row in report.people],
        "attributes": lambda: [_attribute(row) for row in report.attributes],
        "confusion": lambda: _confusions(report, known),
        "periods": lambda: [{"period": row.about[1], **_line(row)} for row in report.periods],
    }
    return found | {name: makers[name]() for name in MORE if name in more}


def plain_options(options: Options) -> dict[str, Any]:
    """The options as JSON can hold them, without what only tells how values are kept."""
    return {name: value for name, value in asdict(options).items() if name not in ("closed", "headline")}


def plain_article(row: ArticleRow) -> dict[str, Any]:
    """An article's line."""
    about = {"id": row.id, "title": row.title, "annotators": row.annotators, "spans": row.spans}
    return about | _figures(row.figures)


class _Names:
    """Names by id, with the id behind them where two people have the same name."""

    def __init__(self, names: Names) -> None:
        self._names = names
        shown = list(names.values())
        self._twice = {name for name in shown if shown.count(name) > 1}

    def __getitem__(self, who: str) -> str:
        person = who.removesuffix(AGAIN)
        name = self._names.get(person, person)
        again = f" {AGAIN}" if who != person else ""
        return f"{name} ({person}){again}" if name in self._twice else f"{name}{again}"


def name_of(who: str, names: Names) -> str:
    """The name under which an annotator is shown."""
    return _Names(names)[who]


def _figures(figures: Mapping[str, Figure]) -> dict[str, Any]:
    """Values by name; what is undefined is None, and why stands under UNDEFINED."""
    values: dict[str, Any] = {name: figure.value for name, figure in figures.items()}
    return values | _reasons((name, figure) for name, figure in figures.items() if figure.value is None)


def _reasons(figures: Iterable[tuple[str, Figure]]) -> dict[str, Any]:
    reasons = {name: str(figure.reason) for name, figure in figures}
    return {UNDEFINED: reasons} if reasons else {}


def _line(row: Row) -> dict[str, Any]:
    """The counts, figures and intervals of a row."""
    found: dict[str, Any] = {"articles": row.articles} if row.articles else {}
    found |= {"spans": list(row.spans), **_figures(row.figures)}
    return _with_intervals(found, row)


def _with_intervals(found: dict[str, Any], row: Row) -> dict[str, Any]:
    found["ci"] = {name: list(interval) if interval else None for name, interval in row.intervals.items()}
    missing = {name for name, interval in row.intervals.items() if interval is None}
    if missing:
        why = NO_ARTICLE if row.about[0] == "pair" and not row.articles else FEW_ARTICLES
        found[UNDEFINED] = {**found.get(UNDEFINED, {}), "ci": str(why)}
    return found


def _pair(row: Row, names: _Names) -> dict[str, Any]:
    kappa = row.figures["kappa_matched"]
    f1s = {name: figure for name, figure in row.figures.items() if name != "kappa_matched"}
    found = {
        "annotators": [names[who] for who in row.about[1:]],
        "articles": row.articles,
        "spans": list(row.spans),
        **{name: figure.value for name, figure in f1s.items()},
        "matched": row.matched,
        "kappa_matched": kappa.value,
        **_reasons((name, figure) for name, figure in row.figures.items() if figure.value is None),
    }
    return _with_intervals(found, row)


def _label(row: Row) -> dict[str, Any]:
    return _with_intervals({"spans": list(row.spans), **_figures(row.figures)}, row)


def _events(report: Report) -> dict[str, Any]:
    found = _with_intervals(_figures(report.events.figures), report.events)
    roles = {row.about[1]: _with_intervals(_figures(row.figures), row) for row in report.roles}
    attributes = [_attribute(row) for row in report.attributes if row.of_events]
    return {**found, "roles": roles, "attributes": attributes}


def _attribute(row: AttributeRow) -> dict[str, Any]:
    about = {"event" if row.of_events else "label": row.owner, "attribute": row.name, "things": row.things}
    return about | _figures({"alike": row.alike, "ac1": row.ac1})


def _confusions(report: Report, names: _Names) -> dict[str, Any]:
    pairs = [
        {"annotators": [names[one], names[other]], "table": _table(table)}
        for (one, other), table in sorted(report.confusion.items())
    ]
    matched, things = report.groups
    together = _figures({"alpha_matched": report.alpha_matched, "fleiss_kappa_matched": report.fleiss_matched})
    return {"pairs": pairs, "matched": matched, "of": things, **together}


def _table(confusion: Confusion) -> list[dict[str, Any]]:
    return [
        {"first": one or None, "second": other or None, "spans": number}
        for (one, other), number in sorted(confusion.items(), key=lambda row: (str(row[0][0]), str(row[0][1])))
    ]




def plain_cluster(cluster: Cluster, names: Names) -> dict[str, Any]:
    """A disagreement as JSON can hold it."""
    known = _Names(names)
    return {
        "key": cluster.key,
        "article": cluster.article,
        "kind": cluster.kind,
        "facets": list(cluster.facets),
        "severity": round(cluster.severity, 6),
        "start": cluster.start,
        "end": cluster.end,
        "quote": cluster.quote,
        "versions": [_version(version, known) for version in cluster.versions],
    }


def _version(version: Version, names: _Names) -> dict[str, Any]:
    spans = [
        {"id": span.id, "label": span.label, "fragments": span.fragments, "attributes": dict(span.attributes)}
        for span in version.spans
    ]
    for span, role in zip(spans, version.roles, strict=False):
        span["role"] = role
    return {"annotator": names[version.annotator], "spans": spans, "events": [event.id for event in version.events]}
