"""Findings: what the verb `overview` answered, as values that the cards show."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from annotator.core.sentence import Sentence
from annotator.ui.sheet.work import Answer, sentence_of

Pair = tuple[str, str]
MEASURES = ("f1_exact", "f1_edge", "f1_relaxed")


@dataclass(frozen=True, slots=True)
class Number:
    """A figure: its value, or None and why there is none; the interval, where there is one."""

    value: float | None = None
    reason: Sentence | None = None
    interval: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """The figures about something: two annotators by id, a label, a week, or everything."""

    about: tuple[str, ...] = ()
    articles: int = 0
    spans: tuple[int, int] = (0, 0)
    matched: int = 0
    numbers: Mapping[str, Number] = field(default_factory=dict)

    def number(self, name: str) -> Number:
        """A figure by its measure's name; what was not asked for has no value."""
        return self.numbers.get(name, Number())


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything the overview shows. `names` are people's by id; `confusion` is by pair and by pair of labels."""

    names: Mapping[str, str]
    shared: int
    whole: Line
    pairs: Mapping[Pair, Line]
    labels: Mapping[str, Line]
    weeks: tuple[Line, ...]
    confusion: Mapping[Pair, Mapping[Pair, int]]
    disagreements: int
    disagreeing_articles: int

    def pair(self, one: str, other: str) -> Line:
        """The figures of two annotators, in whatever order."""
        return self.pairs.get((one, other)) or self.pairs.get((other, one)) or Line((one, other))

    def table(self, one: str, other: str) -> Mapping[Pair, int]:
        """Their confusion, with the labels of `one` first."""
        table = self.confusion.get((one, other))
        if table is not None:
            return table
        return {(ours, theirs): count for (theirs, ours), count in self.confusion.get((other, one), {}).items()}

    @property
    def worst_pair(self) -> Pair | None:
        """The two who agree least, of those who can be compared."""
        rated = [(line.number("f1_exact").value, pair) for pair, line in self.pairs.items()]
        return min(((value, pair) for value, pair in rated if value is not None), default=(0, None))[1]


def read_findings(answer: Answer) -> Findings:
    """The findings in an answer of the verb."""
    lines = {name: [_line(row) for row in answer[name]] for name in ("pairs", "labels", "periods")}
    return Findings(
        names={one["id"]: one["name"] for one in answer["annotators"]},
        shared=answer["shared"],
        whole=_line(answer["whole"]),
        pairs={(line.about[0], line.about[1]): line for line in lines["pairs"]},
        labels={line.about[0]: line for line in lines["labels"]},
        weeks=tuple(line for line in lines["periods"] if line.about[0]),
        confusion={
            (table["pair"][0], table["pair"][1]): {(ours, theirs): count for ours, theirs, count in table["cells"]}
            for table in answer["confusion"]
        },
        disagreements=answer["disagreements"],
        disagreeing_articles=answer["disagreeing_articles"],
    )


def _line(row: Mapping[str, Any]) -> Line:
    numbers = {name: _number(figure) for name, figure in row["figures"].items()}
    return Line(tuple(row["about"]), row["articles"], (row["spans"][0], row["spans"][1]), row["matched"], numbers)


def _number(figure: Mapping[str, Any]) -> Number:
    interval = (figure["interval"][0], figure["interval"][1]) if figure["interval"] else None
    return Number(figure["value"], sentence_of(figure["reason"]) if figure["reason"] else None, interval)
