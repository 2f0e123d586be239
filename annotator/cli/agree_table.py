"""The agreement report as a table that a person can read in a terminal, and what its numbers mean."""

import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from annotator.agreement import MEASURES
from annotator.agreement.figure import Figure
from annotator.agreement.plain import name_of
from annotator.agreement.report import Report, Row
from annotator.agreement.resample import Interval
from annotator.arabic.console import isolate, plain

UNDEFINED = "—"
WORST = 10
COLUMNS = (
    ("f1_exact", "exact"),
    ("f1_edge", "edge"),
    ("f1_edge_clitic", "clitic"),
    ("f1_relaxed", "relaxed"),
    ("f1_unlabelled", "unlab."),
    ("f1_character", "char."),
)
Names = Mapping[str, str]


def report_lines(report: Report, names: Names, wanted: Collection[str], more: Mapping[str, Any]) -> Iterator[str]:
    """The report, line by line."""
    yield f"{len(report.annotators)} annotators, {report.articles_shared:,} articles finished by two or more"
    yield from _section("Pair by pair (F1)", _pairs(report, names))
    yield from _section("All together", _together(report))
    yield from _section("By label (F1)", _labels(report))
    yield from _section("Events", _events(report))
    if "annotators" in wanted:
        yield from _section("By annotator (F1)", _rows(report.people, lambda row: _name(row.about[1], names)))
    if "periods" in wanted:
        yield from _section("Over time (F1)", _rows(report.periods, lambda row: row.about[1]))
    if "attributes" in wanted:
        yield from _section("Attributes", _attributes(report))
    if "confusion" in wanted:
        yield from _section("Label confusion", _confusion(report, names))
    for key, title in (("gamma", "γ, mean over articles"), ("repeats", "The same person twice (exact F1)")):
        if key in more:
            yield from _section(title, _more(more[key]))
    yield from _section(f"Worst articles (exact F1, at most {WORST})", _articles(report))
    yield from _section("What the numbers mean, and what they do not", _meanings(wanted))


def _section(title: str, lines: Iterator[str]) -> Iterator[str]:
    yield ""
    yield title
    empty = True
    for line in lines:
        empty = False
        yield f"  {line}"
    if empty:
        yield "  nothing to show"


def _number(figure: Figure | None) -> str:
    return UNDEFINED if figure is None or figure.value is None else f"{figure.value:.2f}"


def _with_interval(figure: Figure, interval: Interval | None) -> str:
    if figure.value is None:
        return f"{UNDEFINED}  undefined: {figure.reason}"
    between = f"  ({interval[0]:.2f}–{interval[1]:.2f})" if interval else ""
    remark = f"  {figure.reason}" if figure.reason else ""
    return f"{figure.value:.2f}{between}{remark}"


def _name(who: str, names: Names) -> str:
    return isolate(plain(name_of(who, names)))


def _padded(text: str, width: int) -> str:
    """The text filled up to a width; what is not seen takes none."""
    seen = sum(unicodedata.category(ch) not in ("Mn", "Cf") for ch in text)
    return text + " " * max(0, width - seen)


def _pairs(report: Report, names: Names) -> Iterator[str]:
    yield _padded("", 24) + "articles    spans  " + "  ".join(f"{title:>7}" for _, title in COLUMNS) + "    κ (matched)"
    for row in report.pairs:
        title = " · ".join(_name(who, names) for who in row.about[1:])
        figures = "  ".join(f"{_number(row.figures.get(name)):>7}" for name, _ in COLUMNS)
        kappa = f"{_number(row.figures['kappa_matched'])} ({row.matched:,} of {row.spans[0]:,}/{row.spans[1]:,})"
        yield f"{_padded(title, 24)}{row.articles:>8,} {sum(row.spans):>8,}  {figures}    {kappa}"
        interval = row.intervals.get("f1_exact")
        if interval:
            yield _padded("", 24) + f"exact, 95 % interval: {interval[0]:.2f}–{interval[1]:.2f}"
        for reason in sorted({str(f.reason) for f in row.figures.values() if f.value is None}):
            yield _padded("", 24) + f"{UNDEFINED} undefined: {reason}"


def _together(report: Report) -> Iterator[str]:
    titles = {measure.id: str(measure.name) for measure in MEASURES}
    for name, figure in report.whole.figures.items():
        yield f"{titles[name]:<40}{_with_interval(figure, report.whole.intervals.get(name))}"
    matched, things = report.groups
    yield f"{titles['alpha_matched']:<40}{_with_interval(report.alpha_matched, None)}  ({matched:,} of {things:,})"
    yield f"{titles['fleiss_kappa_matched']:<40}{_with_interval(report.fleiss_matched, None)}"


def _labels(report: Report) -> Iterator[str]:
    return _rows(report.labels, lambda row: row.about[1])


def _rows(rows: Sequence[Row], title: Any) -> Iterator[str]:
    if rows:
        shown = [(name, column) for name, column in COLUMNS if name in rows[0].figures]
        yield _padded("", 24) + "   spans  " + "  ".join(f"{column:>7}" for _, column in shown)
    for row in rows:
        figures = "  ".join(f"{_number(row.figures.get(name)):>7}" for name, _ in shown)
        interval = row.intervals.get("f1_exact")
        between = f"    exact {interval[0]:.2f}–{interval[1]:.2f}" if interval else ""
        alpha = f"    uα {_number(row.figures['u_alpha'])}" if "u_alpha" in row.figures else ""
        yield f"{_padded(title(row), 24)}{sum(row.spans):>8,}  {figures}{alpha}{between}"


def _events(report: Report) -> Iterator[str]:
    titles = {measure.id: str(measure.name) for measure in MEASURES}
    for name, figure in report.events.figures.items():
        yield f"{titles[name]:<40}{_with_interval(figure, report.events.intervals.get(name))}"
    for row in report.roles:
        exact, relaxed = row.figures["f1_role_exact"], row.figures["f1_role_relaxed"]
        yield f"  {row.about[1]:<36}exact {_number(exact)}  relaxed {_number(relaxed)}"


def _attributes(report: Report) -> Iterator[str]:
    for row in report.attributes:
        yield f"{row.owner + ' ' + row.name:<40}alike {_number(row.alike)}  AC1 {_number(row.ac1)}  on {row.things:,}"


def _confusion(report: Report, names: Names) -> Iterator[str]:
    for (one, other), table in sorted(report.confusion.items()):
        yield f"{_name(one, names)} (down) · {_name(other, names)} (across)"
        labels = [*sorted({str(label) for pair in table for label in pair if label}), ""]
        yield _padded("", 12) + "".join(f"{label or 'none':>10}" for label in labels)
        for label in labels:
            cells = "".join(f"{table.get((label, across), 0) or '·':>10}" for across in labels)
            yield f"{label or 'none':<12}{cells}"


def _more(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for row in rows:
        value = row["gamma"] if "gamma" in row else row["f1_exact"]
        shown = UNDEFINED if value is None else f"{value:.2f}"
        title = " · ".join(isolate(plain(name)) for name in row["annotators"])
        yield f"{_padded(title, 40)}{shown}  {row['articles']:,} articles"


def _articles(report: Report) -> Iterator[str]:
    for row in report.articles[:WORST]:
        yield f"{_number(row.figures['f1_exact']):>5}  {plain(row.id)}  {isolate(plain(row.title))}"


def _meanings(wanted: Collection[str]) -> Iterator[str]:
    for measure in MEASURES:
        if measure.id != "gamma" or "gamma" in wanted:
            yield f"{measure.name}: {measure.means} {measure.not_means}"
    yield "An interval says where the figure would mostly lie with other articles of the same kind."
    yield f"{UNDEFINED} is undefined, not 0. Who has not finished an article is left out of it, not taken to agree."
