"""Splitting a corpus into parts such as train, dev and test: by article, alike in labels, repeatable by its seed.

Articles that are nearly the same stay in one part, so that no test article was seen in training.
"""

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotator.core.record import Record
from annotator.core.sentence import Refused, say
from annotator.exchange.near import Sketch, groups, sketch

ARTICLE = ""
"""Stands among the labels for the article itself, so that parts also come out alike in articles."""
MOST_PARTS = 10


@dataclass(frozen=True, slots=True)
class Split:
    """The parts with their weights, in order; `seed` decides what chance decides; `together` keeps copies together."""

    parts: tuple[tuple[str, int], ...]
    seed: int = 0
    together: bool = True


@dataclass(frozen=True, slots=True)
class Assigned:
    """The part of each article by the hash of its text, and how many articles stand near another one."""

    parts: dict[str, str]
    copies: int


def read_split(words: str, seed: int = 0, together: bool = True) -> Split:
    """The split that `train=80,dev=10,test=10` means; the numbers are weights. Raises Refused."""
    parts = []
    for part in words.split(","):
        name, _, weight = part.strip().partition("=")
        if not (name.isascii() and name.isalnum() and weight.isdecimal() and weight.isascii() and 0 < len(weight) < 7):
            raise Refused(
                say(
                    "“{part}” is no part of a split. Write it like this: train=80,dev=10,test=10.",
                    part=part.strip()[:60],
                )
            )
        parts.append((name, int(weight)))
    names = [name for name, _ in parts]
    if not 1 < len(parts) <= MOST_PARTS or len(set(map(str.lower, names))) < len(parts) or min(w for _, w in parts) < 1:
        raise Refused(
            say(
                "A split has from 2 to {most} parts, each with a name of its own and a number above 0.",
                most=MOST_PARTS,
            )
        )
    return Split(tuple(parts), seed, together)


def assign(records: Iterable[Record], split: Split) -> Assigned:
    """The part of every article among the records. All records of one article must follow each other or be equal in
    text; articles are told apart by the hash of their text."""
    counts: dict[str, Counter[str]] = {}
    sketches: list[Sketch] = []
    for record in records:
        article = record.article
        if article.sha256 not in counts:
            counts[article.sha256] = Counter({ARTICLE: 1})
            if split.together:
                sketches.append(sketch(article.text))
        counts[article.sha256].update(span.label for span in record.spans)
    articles = list(counts)
    families = _families(articles, groups(sketches) if split.together else range(len(articles)))
    copies = sum(len(family) for family in families if len(family) > 1)
    return Assigned(_deal(families, counts, split), copies)


def _families(articles: Sequence[str], first: Sequence[int]) -> list[list[str]]:
    found: dict[int, list[str]] = {}
    for article, group in zip(articles, first, strict=True):
        found.setdefault(group, []).append(article)
    return list(found.values())


def _deal(families: list[list[str]], counts: dict[str, Counter[str]], split: Split) -> dict[str, str]:
    """Deal out the families, those with the rarest labels first, each to the part that lacks most what it brings."""
    totals = sum(counts.values(), Counter[str]())
    brings = {family[0]: _sum(counts[article] for article in family) for family in families}
    order = sorted(families, key=lambda family: min(family))
    random.Random(split.seed).shuffle(order)
    order.sort(key=lambda family: (min(totals[label] for label in brings[family[0]]), -len(family)))
    whole = sum(weight for _, weight in split.parts)
    wanted = {name: weight / whole for name, weight in split.parts}
    has: dict[str, Counter[str]] = {name: Counter() for name in wanted}
    parts: dict[str, str] = {}
    for family in order:
        content = brings[family[0]]
        name = max(wanted, key=lambda name: _want(content, totals, has[name], wanted[name]))
        has[name].update(content)
        parts.update(dict.fromkeys(family, name))
    return parts


def _sum(some: Iterable[Counter[str]]) -> Counter[str]:
    found: Counter[str] = Counter()
    for one in some:
        found.update(one)
    return found


def _want(content: Counter[str], totals: Counter[str], has: Counter[str], share: float) -> float:
    """How much a part lacks what a family brings: each label counts as much as the family has of all there is of it."""
    return sum(
        count / totals[label] * (1 - (has[label] + count / 2) / (share * totals[label]))
        for label, count in content.items()
    )
