"""What an export of some layers amounts to, counted by the database without reading an article."""

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.core.layer import DONE, FROZEN_KINDS, NEW
from annotator.store.store import Store

EVERYBODY = ""


@dataclass(frozen=True, slots=True)
class Announced:
    """What an export will write: articles, annotators, spans, and the spans of each label by its id."""

    articles: int
    annotators: int
    spans: int
    labels: tuple[tuple[str, int], ...]


def announce(store: Store, kinds: Sequence[str], name: str = EVERYBODY, done_only: bool = False) -> Announced:
    """The work of one annotator, or of everybody, in layers of these kinds; `done_only` counts finished ones alone.

    An article that nobody has worked on goes out too, unless only finished ones or one annotator's are wanted.
    """
    frozen = f"({','.join('?' * len(FROZEN_KINDS))})"
    chosen = f"""FROM layer JOIN annotator ON annotator.id = layer.annotator JOIN article ON article.id = layer.article
        WHERE article.withdrawn = 0 AND layer.kind IN ({",".join("?" * len(kinds))})"""
    values: list[str] = [*kinds]
    if name != EVERYBODY:
        chosen += " AND annotator.name = ?"
        values.append(name)
    if done_only:
        chosen += f" AND (layer.status = ? OR layer.kind IN {frozen})"
        values += [DONE, *FROZEN_KINDS]
    read = store.connection.execute
    sql = f"SELECT count(DISTINCT layer.article), count(DISTINCT layer.annotator) {chosen} AND layer.status != ?"
    articles, people = read(sql, [*values, NEW]).fetchone()
    if name == EVERYBODY and not done_only:
        articles = read("SELECT count(*) FROM article WHERE withdrawn = 0").fetchone()[0]
    sql = f"SELECT span.label, count(*) FROM span WHERE span.layer IN (SELECT layer.id {chosen}) GROUP BY span.label"
    labels = tuple(read(sql, values).fetchall())
    return Announced(articles, people, sum(count for _, count in labels), labels)
