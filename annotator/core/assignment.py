"""Assignment: who is to label which article, in which order. Chance decides, and the same seed decides the same."""

import random
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

OVERLAP, REPEAT, LEFT, REOPENED = "overlap", "repeat", "left", "reopened"
"""Why an article was assigned: to so many people; to the same person once more; and that somebody has left it, or is
asked to look at it again (with the hand-in behind a colon)."""


@dataclass(frozen=True, slots=True)
class Assigned:
    """An article as one annotator's task, for the `pass_number`-th time; `position` counts from 0 in their order."""

    article: str
    annotator: str
    pass_number: int
    position: int
    selection: str = OVERLAP


@dataclass(frozen=True, slots=True)
class Plan:
    """What is assigned anew, and how many articles went to fewer people than were asked for."""

    added: tuple[Assigned, ...]
    short: int


def plan(
    articles: Collection[str],
    shares: Mapping[str, float],
    overlap: int,
    seed: int,
    standing: Collection[Assigned] = (),
    repeats: int = 0,
) -> Plan:
    """Give every article to `overlap` annotators, each in proportion to their share; what was assigned stays.

    `shares` are annotators in the order in which they were named. `repeats` articles of each annotator come a second
    time, behind all the others.
    """
    make = random.Random(seed)
    first = [task for task in standing if task.pass_number == 1]
    having: dict[str, set[str]] = {article: set() for article in articles}
    for task in first:
        having.setdefault(task.article, set()).add(task.annotator)
    load = {who: float(sum(task.annotator == who for task in first)) for who in shares}
    order, fresh, short = sorted(articles), {who: list[str]() for who in shares}, 0
    make.shuffle(order)
    for article in order:
        missing = overlap - len(having[article])
        chosen = _least_loaded([who for who in shares if who not in having[article]], shares, load, missing, make)
        short += len(chosen) < missing
        for who in chosen:
            load[who] += 1
            fresh[who].append(article)
    added: list[Assigned] = []
    for who in shares:
        make.shuffle(fresh[who])
        added += _tasks(who, fresh[who], [task for task in standing if task.annotator == who], repeats, make)
    return Plan(tuple(added), short)


def _least_loaded(
    people: Sequence[str], shares: Mapping[str, float], load: Mapping[str, float], count: int, make: random.Random
) -> list[str]:
    """Those who have least for their share; chance decides between equals."""
    ranked = sorted(people, key=lambda who: ((load[who] + 1) / shares[who], make.random()))
    return ranked[: max(count, 0)]


def _tasks(
    who: str, fresh: Sequence[str], standing: Sequence[Assigned], repeats: int, make: random.Random
) -> list[Assigned]:
    """One annotator's new tasks, behind those that stand."""
    again = {task.article for task in standing if task.pass_number > 1}
    begun = sorted(task.article for task in standing if task.pass_number == 1 and task.article not in again)
    ready = [*begun, *fresh]
    repeated = make.sample(ready, min(repeats, len(ready)))
    wanted = [(article, 1, OVERLAP) for article in fresh] + [(article, 2, REPEAT) for article in repeated]
    last = max((task.position for task in standing), default=-1)
    return [Assigned(article, who, number, last + n, why) for n, (article, number, why) in enumerate(wanted, 1)]
