"""The docket: every question of the project's review in a table of its own, so that the worst are there at once.

It follows from layers and decisions. Decisions move it in the transaction that keeps them; whatever else has changed
is told anew by `refresh`, article by article.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import msgspec

from annotator.core.layer import GOLD, HANDED_IN, WORK, Decision
from annotator.core.question import AGREE, Question, answers, likeness, question_key
from annotator.core.record import Record
from annotator.core.review import settling, with_leftovers
from annotator.core.verdict import OPEN, PUT_OFF, SETTLED, state_of
from annotator.store.gold import read_gold
from annotator.store.records import records_at, snapshot
from annotator.store.store import Store, keep_setting

SEEN = "review_seen"
"""The project setting that says up to where the docket has followed."""
OWN = "review."
"""How the names of changes begin that change nothing but gold."""
CHUNK = 10
"""Articles in one transaction, so that others wait some hundredths of a second at most."""
WORST, BY_ARTICLE = "worst", "article"
Ask = Callable[[Sequence[Record]], Sequence[Question]]
"""What tells the questions of an article from everybody's records of it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A question as the queue shows it; [start, end) in code points. `alike` is equal for those settled together."""

    key: str
    article: str
    kind: str
    severity: float
    start: int
    end: int
    quote: str
    labels: tuple[str, ...]
    alike: str
    state: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which questions: of an article (id), kind, label, surface (its words), those alike, those on which two people
    (ids) differ, in these states. What all agree on only comes where its kind is asked for."""

    article: str | None = None
    kind: str | None = None
    label: str | None = None
    surface: str | None = None
    alike: str | None = None
    pair: tuple[str, str] | None = None
    states: tuple[int, ...] = (OPEN, PUT_OFF)


# ---------------------------------------------------------------- keeping it up to date


def refresh(store: Store, ask: Ask, on_progress: Callable[[int], None] | None = None) -> int:
    """Tell the questions anew of every article whose layers have changed; how many that were. Raises NotKept."""
    done = 0
    for done in refreshing(store, ask):
        if on_progress:
            on_progress(done)
    return done


def refreshing(store: Store, ask: Ask) -> Iterator[int]:
    """`refresh` in slices: yields how many articles are done, with nothing held between. Raises NotKept."""
    with snapshot(store):
        seen, articles = _moment(store.connection), _stale(store)
    for begin in range(0, len(articles), CHUNK):
        some = articles[begin : begin + CHUNK]
        with store.writing() as connection:
            for article in some:
                connection.execute(_DELETE, (article,))
                connection.executemany(_INSERT, list(_rows_of(store, article, ask)))
        yield begin + len(some)
    if articles or store.setting(SEEN) != seen:
        with store.writing() as connection:
            connection.execute("DELETE FROM question_count")
            connection.execute(_RECOUNT)
            keep_setting(connection, SEEN, seen)


_RECOUNT = "INSERT INTO question_count SELECT kind, state, count(*) FROM question GROUP BY kind, state"
_DELETE = "DELETE FROM question WHERE state IN (0, 1, 2) AND article = (SELECT n FROM article WHERE id = ?)"
_INSERT = """INSERT OR REPLACE INTO question
    (key, article, kind, severity, start, "end", quote, labels, alike, said, state)
    VALUES (?, (SELECT n FROM article WHERE id = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?)"""


def _rows_of(store: Store, article: str, ask: Ask) -> Iterator[tuple[Any, ...]]:
    found = list(records_at(store, [article], (HANDED_IN, WORK)))
    gold = read_gold(store, article)
    withdrawn = "SELECT withdrawn FROM article WHERE id = ?"
    if not found or store.connection.execute(withdrawn, (article,)).fetchone()[0]:
        return
    questions = list(ask(found))
    decided: dict[str, Decision] = {}
    if gold is not None:
        questions = with_leftovers(questions, gold, found[0].article.text)
        decided = {one.cluster: one for one in gold.decisions} | settling(gold.decisions)
    for question in questions:
        yield _row(question, article, state_of(decided.get(question_key(question))))


def _row(question: Question, article: str, state: int) -> tuple[Any, ...]:
    labels = sorted({span.label for said in question.versions for span in said.spans})
    said = {who: number for number, answer in enumerate(answers(question)) for who in answer.by}
    return (
        *(question_key(question), article, question.kind, getattr(question, "severity", 0.0)),
        *(question.start, question.end, question.quote, f" {' '.join(labels)} ", likeness(question)),
        *(json.dumps(said), state),
    )


def _moment(connection: sqlite3.Connection) -> str:
    """How far layers and the log have come, and what else questions depend on."""
    layer = connection.execute("SELECT ifnull(max(n), 0) FROM layer").fetchone()[0]
    change = connection.execute("SELECT ifnull(max(seq), 0) FROM change").fetchone()[0]
    about = connection.execute(
        """SELECT (SELECT value FROM project WHERE key = 'scheme_in_force'), (SELECT count(*) FROM scheme),
            (SELECT group_concat(id || '=' || alias_of, ' ') FROM annotator WHERE alias_of IS NOT NULL),
            (SELECT count(*) || ':' || ifnull(sum(n), 0) FROM article WHERE withdrawn = 1)"""
    ).fetchone()
    return json.dumps([layer, change, sha256(repr(about).encode()).hexdigest()[:16]])


def _stale(store: Store) -> list[str]:
    """The articles whose questions may be others than those that are kept."""
    connection = store.connection
    standing = _seen(store)
    layer, change, about = json.loads(_moment(connection))
    if standing is None or standing[2] != about or standing[0] > layer or standing[1] > change:
        return _every(connection)
    since = "SELECT DISTINCT article FROM change WHERE seq > ? AND substr(name, 1, ?) <> ?"
    changed = {row[0] for row in connection.execute(since, (standing[1], len(OWN), OWN))}
    if "" in changed:
        return _every(connection)
    # A gold layer that was opened here is empty; one that came in brings decisions.
    layers = """SELECT article FROM layer WHERE n > ? AND kind NOT IN ('gold_final', 'prediction')
        AND (kind <> 'gold' OR batch IS NOT NULL)"""
    changed |= {row[0] for row in connection.execute(layers, (standing[0],))}
    return sorted(changed)


def _seen(store: Store) -> tuple[int, int, str] | None:
    try:
        return msgspec.json.decode(store.setting(SEEN) or "", type=tuple[int, int, str])
    except msgspec.MsgspecError:
        # Whatever stands there is not ours: then nothing is known, and all is told anew.
        return None


def _every(connection: sqlite3.Connection) -> list[str]:
    """The articles that somebody works on, and those that have questions."""
    sql = """SELECT id FROM article WHERE id IN (SELECT article FROM layer) OR n IN (SELECT article FROM question)
        ORDER BY id"""
    return [row[0] for row in connection.execute(sql)]


# ---------------------------------------------------------------- asking it


_COLUMNS = """question.key, article.id, question.kind, severity, question.start, question."end", quote, labels, alike,
    state"""
_PLACE = """question.article, question.start, question."end", question.key"""


def queue(
    store: Store, wanted: Wanted = Wanted(), limit: int = 100, after: Line | None = None, order: str = WORST
) -> list[Line]:
    """At most `limit` questions behind the line `after`: those put off last, else the worst first, or by article."""
    where, values = _where(store, wanted)
    found: list[Line] = []
    for state in sorted(wanted.states):
        if after is not None and state < after.state:
            continue
        behind = _behind(store, after, order) if after is not None and after.state == state else ("", [])
        rank = "" if order == BY_ARTICLE else "severity DESC, "
        sql = f"""SELECT {_COLUMNS} FROM question CROSS JOIN article ON article.n = question.article
            WHERE state = ?{where}{behind[0]} ORDER BY {rank}{_PLACE} LIMIT ?"""
        rows = store.connection.execute(sql, [state, *values, *behind[1], limit - len(found)])
        found += [_line(row) for row in rows]
        if len(found) == limit:
            break
    return found


def _line(row: Sequence[Any]) -> Line:
    key, article, kind, severity, start, end, quote, labels, alike, state = row
    return Line(key, article, kind, severity, start, end, quote, tuple(labels.split()), alike, state)


def _where(store: Store, wanted: Wanted) -> tuple[str, list[Any]]:
    conditions: list[tuple[str, list[Any]]] = []
    if wanted.kind is None:
        conditions.append(("question.kind <> ?", [AGREE]))
    for column, value in (("question.kind", wanted.kind), ("quote", wanted.surface), ("alike", wanted.alike)):
        if value is not None:
            conditions.append((f"{column} = ?", [value]))
    if wanted.article is not None:
        conditions.append(("question.article = (SELECT n FROM article WHERE id = ?)", [wanted.article]))
    if wanted.label is not None:
        conditions.append(("instr(labels, ?) > 0", [f" {wanted.label} "]))
    if wanted.pair is not None:
        one, other = (f'$."{who}"' for who in wanted.pair)
        conditions.append(("json_extract(said, ?) <> json_extract(said, ?)", [one, other]))
    return "".join(f" AND {text}" for text, _ in conditions), [value for _, some in conditions for value in some]


def _behind(store: Store, after: Line, order: str) -> tuple[str, list[Any]]:
    number = store.connection.execute("SELECT n FROM article WHERE id = ?", (after.article,)).fetchone()
    place = [number[0] if number else 0, after.start, after.end, after.key]
    if order == BY_ARTICLE:
        return f" AND ({_PLACE}) > (?, ?, ?, ?)", list(place)
    return f" AND severity <= ? AND (-severity, {_PLACE}) > (?, ?, ?, ?, ?)", [after.severity, -after.severity, *place]


def line_of(store: Store, key: str) -> Line | None:
    """The question of that name."""
    sql = f"SELECT {_COLUMNS} FROM question CROSS JOIN article ON article.n = question.article WHERE key = ?"
    row = store.connection.execute(sql, (key,)).fetchone()
    return _line(row) if row else None


def counts(store: Store) -> Counter[tuple[str, int]]:
    """How many questions there are of each kind and state; agreed things under their own kind."""
    found = store.connection.execute("SELECT kind, state, count FROM question_count WHERE count > 0")
    return Counter({(kind, state): count for kind, state, count in found})


def count_open(store: Store) -> int:
    """How many disagreements are not settled, also those put off."""
    return sum(count for (kind, state), count in counts(store).items() if state < SETTLED and kind != AGREE)


def alike_count(store: Store, alike: str) -> int:
    """How many open questions are like each other."""
    sql = "SELECT count(*) FROM question WHERE alike = ? AND state < ?"
    found: int = store.connection.execute(sql, (alike, SETTLED)).fetchone()[0]
    return found


def audit(store: Store, share: float, seed: int = 0) -> list[Line]:
    """A share (0 to 1) of what all agree on, drawn by chance: all can be wrong together. One seed, one draw."""
    keys = [row[0] for row in store.connection.execute("SELECT key FROM question WHERE kind = ?", (AGREE,))]
    drawn = sorted(keys, key=lambda key: sha256(f"{seed}:{key}".encode()).digest())[: round(len(keys) * share)]
    return [line for line in (line_of(store, key) for key in drawn) if line is not None]


def pace(store: Store, last: int = 50) -> float | None:
    """How many milliseconds a decision has taken of late; None where nobody has looked at the clock yet."""
    sql = """SELECT avg(ms) FROM (SELECT ms FROM decision JOIN layer ON layer.id = decision.layer
        WHERE layer.kind = ? AND ms IS NOT NULL ORDER BY at DESC LIMIT ?)"""
    found: float | None = store.connection.execute(sql, (GOLD, last)).fetchone()[0]
    return found
