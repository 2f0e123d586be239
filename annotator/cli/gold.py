"""The verb that says how far the review has come: what is settled, what is open, what is final."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import click

from annotator.agreement.docket import clusters_of
from annotator.arabic.console import plain
from annotator.cli.answer import as_json, counted, opened, project_argument, say_json
from annotator.core.layer import HANDED_IN, WORK
from annotator.core.policy import Policy
from annotator.core.question import AGREE, Question, question_key
from annotator.core.record import Record
from annotator.core.review import rejections, with_leftovers
from annotator.core.verdict import OPEN, PUT_OFF, SETTLED, state_of
from annotator.store.gold import changed_since_frozen, final_numbers, freeze_gold, read_gold
from annotator.store.records import records, snapshot
from annotator.store.store import Store

STATES = {OPEN: "open", PUT_OFF: "put_off", SETTLED: "settled"}


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the review of one article is. `agreed` are things all agree on that nobody has accepted yet."""

    article: str
    title: str
    settled: int = 0
    open: int = 0
    put_off: int = 0
    agreed: int = 0
    spans: int = 0
    events: int = 0
    rejected: int = 0

    @property
    def complete(self) -> bool:
        """Whether everything is settled."""
        return bool(self.settled) and not (self.open or self.put_off or self.agreed)


@click.command()
@project_argument
@click.option("--freeze", is_flag=True, help="Freeze the gold of every complete article under its next number.")
@as_json
def gold(project: Path, freeze: bool, as_json: bool) -> None:
    """Say what of the gold is settled, what is open, and what is final."""
    with opened(project) as store:
        standings = list(_standings(store))
        complete = [one.article for one in standings if one.complete]
        frozen = freeze_gold(store, complete) if freeze else None
        final = final_numbers(store)
        changed = changed_since_frozen(store, sorted(final))
    rows = [_plain(one, final.get(one.article), one.article in changed) for one in standings]
    if as_json:
        say_json(_total(standings, rows) | ({} if frozen is None else {"frozen": frozen}) | {"articles": rows})
    else:
        _say(standings, rows, frozen)


def _standings(store: Store) -> Iterator[Standing]:
    """Of every article that two or more have finished, or that has gold."""
    with snapshot(store), closing(records(store, kinds=(HANDED_IN, WORK))) as found:
        policy = store.scheme().policy
        for _, group in groupby(found, key=lambda record: record.article.id):
            standing = _standing(store, list(group), policy)
            if standing is not None:
                yield standing


def _standing(store: Store, found: Sequence[Record], policy: Policy) -> Standing | None:
    article = found[0].article
    questions: list[Question] = list(clusters_of(found, policy))
    kept = read_gold(store, article.id)
    if kept is None:
        return Standing(article.id, article.title, **_tally(questions, {})) if questions else None
    questions = with_leftovers(questions, kept, article.text)
    states = {decision.cluster: state_of(decision) for decision in kept.decisions}
    tally = _tally(questions, states)
    tally["spans"], tally["events"] = len(kept.spans), len(kept.events)
    tally["rejected"] = len(rejections(kept.decisions))
    return Standing(article.id, article.title, **tally)


def _tally(questions: Sequence[Question], states: dict[str, int]) -> Counter[str]:
    tally: Counter[str] = Counter()
    for question in questions:
        state = states.get(question_key(question), OPEN)
        tally["agreed" if question.kind == AGREE and state == OPEN else STATES[state]] += 1
    return tally


def _plain(one: Standing, final: int | None, changed: bool) -> dict[str, Any]:
    return {
        "id": one.article,
        "settled": one.settled,
        "open": one.open,
        "put_off": one.put_off,
        "agreed": one.agreed,
        "complete": one.complete,
        "spans": one.spans,
        "events": one.events,
        "rejected": one.rejected,
        "final": final,
        "changed_since_final": changed,
    }


def _total(standings: Sequence[Standing], rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    sums = {
        name: sum(row[name] for row in rows)
        for name in ("settled", "open", "put_off", "agreed", "spans", "events", "rejected")
    }
    complete = sum(one.complete for one in standings)
    final = sum(row["final"] is not None and not row["changed_since_final"] for row in rows)
    return {"reviewable": len(standings), "complete": complete, "final": final, **sums}


def _say(standings: Sequence[Standing], rows: Sequence[dict[str, Any]], frozen: int | None) -> None:
    total = _total(standings, rows)
    articles = counted(total["reviewable"], "article", "articles")
    click.echo(f"{articles} to review; {total['complete']:,} complete, {total['final']:,} final.")
    click.echo(f"{total['settled']:,} settled, {total['open']:,} open, {total['put_off']:,} put off; "
               f"{counted(total['agreed'], 'thing', 'things')} agreed on and not accepted yet.")  # fmt: skip
    rejected = counted(total["rejected"], "rejection", "rejections")
    spans, events = counted(total["spans"], "span", "spans"), counted(total["events"], "event", "events")
    click.echo(f"Gold: {spans}, {events}; {rejected}.")
    for one, row in zip(standings, rows, strict=True):
        final = f"  final {row['final']}" if row["final"] else ""
        final += " (changed since)" if row["changed_since_final"] else ""
        state = "complete" if one.complete else f"{one.open + one.put_off:,} open, {one.agreed:,} to accept"
        click.echo(plain(f"  {one.article}  {state}{final}  {one.title}"))
    if frozen is not None:
        click.echo(f"Frozen: {counted(frozen, 'article', 'articles')}.")
