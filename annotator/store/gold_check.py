"""Checking gold: everything in it must have a decision that can say why it is there."""

from collections.abc import Iterator

from annotator.core.layer import GOLD, GOLD_FINAL
from annotator.core.record import Record
from annotator.core.sentence import Sentence, say
from annotator.store.store import Store


def gold_faults(record: Record) -> Iterator[Sentence]:
    """What is wrong with a gold layer; nothing with any other."""
    if record.layer is None or record.layer.kind not in (GOLD, GOLD_FINAL):
        return
    known = {decision.id for decision in record.decisions}
    for span in record.spans:
        if span.decision not in known:
            yield say("Gold span {id} has no decision.", id=span.id)
    cited = {row for decision in record.decisions for row in decision.chosen}
    for event in record.events:
        if event.id not in cited:
            yield say("Gold event {id} has no decision.", id=event.id)


def twice_gold(store: Store) -> Iterator[tuple[str, Sentence]]:
    """The articles that have more than one gold layer, of which only the first is reviewed."""
    sql = "SELECT article, count(*) FROM layer WHERE kind = ? AND pass = 1 GROUP BY article HAVING count(*) > 1"
    for article, count in store.connection.execute(sql, (GOLD,)):
        yield article, say("The article has {count} gold layers; it may have one.", count=count)
