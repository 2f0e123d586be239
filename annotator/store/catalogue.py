"""The catalogue: what the article list shows, read in windows so that a million articles open at once."""

from array import array
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from annotator.arabic.letters import folded_text
from annotator.core.layer import NEW
from annotator.store.store import Store
from annotator.store.turn import pass_in_sql


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One line of the list. `number` is local to the file; `spans` and `status` are the asking annotator's own."""

    number: int
    id: str
    title: str
    source: str | None
    status: str
    spans: int


_OWN = """LEFT JOIN layer
    ON layer.article = article.id AND layer.annotator = ? AND layer.kind = 'work' AND layer.pass = """
_AT = pass_in_sql("article.id", "layer.annotator")


def _pass(store: Store) -> str:
    """The pass that an annotator is at, in SQL: a number where nobody is to do an article twice, as almost always."""
    row = store.connection.execute("SELECT EXISTS (SELECT 1 FROM assignment WHERE pass > 1)").fetchone()
    return _AT if row[0] else "1"


def article_numbers(
    store: Store, annotator_id: str | None, status: str | None = None, words: str = ""
) -> Sequence[int]:
    """The articles' local numbers, in order: all, or those at one status, or with all `words` in title or source.

    Words are found however they are spelled, with or without vowel marks, whatever the seat of a hamza.
    """
    if not status and not words:
        rows = store.connection.execute("SELECT n FROM article WHERE withdrawn = 0 ORDER BY n")
        return array("q", (n for (n,) in rows))
    sql = f"SELECT article.n, title, article.source FROM article {_OWN}{_pass(store)} WHERE withdrawn = 0"
    values: list[str | None] = [annotator_id]
    if status:
        sql += " AND ifnull(layer.status, 'new') = ?"
        values.append(status)
    wanted = [folded_text(word) for word in words.split()]
    rows = store.connection.execute(sql + " ORDER BY article.n", values)
    return array("q", (n for n, title, source in rows if _holds(title, source, wanted)))


def _holds(title: str, source: str | None, wanted: Collection[str]) -> bool:
    """Whether all the folded words are there. It takes some microseconds: for 10,000 less than a pause in typing."""
    folded = folded_text(f"{title} {source or ''}") if wanted else ""
    return all(word in folded for word in wanted)


def article_rows(store: Store, numbers: Sequence[int], annotator_id: str | None) -> list[ArticleRow]:
    """The list lines of these numbers, in the order asked for; numbers no longer there are left out."""
    marks = ",".join("?" * len(numbers))
    sql = f"""SELECT article.n, article.id, title, article.source, ifnull(layer.status, '{NEW}'), ifnull(layer.spans, 0)
        FROM article {_OWN}{_pass(store)} WHERE article.n IN ({marks})"""
    found = {row[0]: ArticleRow(*row) for row in store.connection.execute(sql, [annotator_id, *numbers])}
    return [found[number] for number in numbers if number in found]


def number_of(store: Store, article_id: str) -> int | None:
    """The local number of an article."""
    row = store.connection.execute("SELECT n FROM article WHERE id = ?", (article_id,)).fetchone()
    return row[0] if row else None


def neighbour(store: Store, article_id: str, step: int) -> str | None:
    """The id of the next (step 1) or previous (step -1) article of the project."""
    comparison, order = (">", "ASC") if step > 0 else ("<", "DESC")
    row = store.connection.execute(
        f"""SELECT id FROM article WHERE withdrawn = 0 AND n {comparison} (SELECT n FROM article WHERE id = ?)
        ORDER BY n {order} LIMIT 1""",
        (article_id,),
    ).fetchone()
    return row[0] if row else None


def first_unfinished(store: Store, annotator_id: str | None, after: str | None = None) -> str | None:
    """The id of the first article the annotator has neither done nor skipped, behind `after` if given."""
    behind = "AND article.n > (SELECT n FROM article WHERE id = ?)" if after else ""
    row = store.connection.execute(
        f"""SELECT article.id FROM article {_OWN}{_pass(store)}
        WHERE withdrawn = 0 AND ifnull(layer.status, 'new') IN ('new', 'started') {behind}
        ORDER BY article.n LIMIT 1""",
        [annotator_id, *([after] if after else [])],
    ).fetchone()
    return row[0] if row else None


def progress(store: Store, annotator_id: str | None) -> dict[str, int]:
    """How many articles the annotator has at each status; articles never opened count as new."""
    sql = f"""SELECT layer.status, count(*) FROM layer JOIN article ON article.id = layer.article
        WHERE annotator = ? AND kind = 'work' AND layer.pass = {_pass(store)} AND withdrawn = 0 GROUP BY layer.status"""
    counts: dict[str, int] = dict(store.connection.execute(sql, (annotator_id,)).fetchall())
    total = store.connection.execute("SELECT count(*) FROM article WHERE withdrawn = 0").fetchone()[0]
    counts[NEW] = total - sum(count for status, count in counts.items() if status != NEW)
    return counts


def label_counts(store: Store) -> list[tuple[str, str, int]]:
    """How many spans each annotator has under each label: (annotator's name, label id, count)."""
    return store.connection.execute(
        """SELECT annotator.name, span.label, count(*) FROM span JOIN layer ON layer.id = span.layer
        JOIN annotator ON annotator.id = layer.annotator WHERE layer.kind = 'work'
        GROUP BY annotator.name, span.label ORDER BY annotator.name, span.label"""
    ).fetchall()


def first_article(store: Store) -> str | None:
    """The id of the project's first article."""
    row = store.connection.execute("SELECT id FROM article WHERE withdrawn = 0 ORDER BY n LIMIT 1").fetchone()
    return row[0] if row else None
