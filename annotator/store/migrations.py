"""The schema of a project file as numbered steps. Append only: a released step is never edited.

The statements are written out, not built, so that a file's schema can be compared with ours to the letter.
"""

import sqlite3
from functools import cache
from typing import NamedTuple


class Step(NamedTuple):
    """One step: its name in the file's own list of applied steps, and its statements in order."""

    name: str
    statements: tuple[str, ...]


FIRST = Step(
    "first",
    (
        "CREATE TABLE project (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
        """CREATE TABLE annotator (
            id TEXT PRIMARY KEY, name TEXT NOT NULL, alias_of TEXT REFERENCES annotator(id))""",
        """CREATE TABLE scheme (
            version INTEGER PRIMARY KEY, toml TEXT NOT NULL, sha256 TEXT NOT NULL, previous INTEGER,
            mapping TEXT NOT NULL DEFAULT '{}', at TEXT NOT NULL)""",
        """CREATE TABLE rule (
            id TEXT PRIMARY KEY, n INTEGER NOT NULL, version INTEGER NOT NULL, text TEXT NOT NULL, at TEXT NOT NULL)""",
        """CREATE TABLE batch (
            id TEXT PRIMARY KEY, kind TEXT NOT NULL, source TEXT NOT NULL, sha256 TEXT, state TEXT NOT NULL,
            cursor TEXT, report TEXT, at TEXT NOT NULL)""",
        """CREATE TABLE article (
            n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL UNIQUE, text TEXT NOT NULL,
            title TEXT NOT NULL, source TEXT, url TEXT, published TEXT, licence TEXT, encoding TEXT NOT NULL,
            raw_sha256 TEXT, import_changes TEXT NOT NULL, meta TEXT NOT NULL, family TEXT, signature BLOB,
            withdrawn INTEGER NOT NULL DEFAULT 0, batch TEXT REFERENCES batch(id))""",
        "CREATE INDEX article_withdrawn ON article(withdrawn)",
        """CREATE TABLE assignment (
            id TEXT PRIMARY KEY, article TEXT NOT NULL REFERENCES article(id),
            annotator TEXT NOT NULL REFERENCES annotator(id), pass INTEGER NOT NULL DEFAULT 1,
            position INTEGER NOT NULL, selection TEXT, UNIQUE (article, annotator, pass))""",
        """CREATE TABLE layer (
            n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, article TEXT NOT NULL REFERENCES article(id),
            annotator TEXT NOT NULL REFERENCES annotator(id), pass INTEGER NOT NULL, kind TEXT NOT NULL,
            seq INTEGER NOT NULL DEFAULT 0, status TEXT NOT NULL, open_answer TEXT, scheme INTEGER NOT NULL,
            guideline TEXT, sha256 TEXT, spans INTEGER NOT NULL DEFAULT 0, caret INTEGER NOT NULL DEFAULT 0,
            seconds INTEGER NOT NULL DEFAULT 0, updated_at TEXT NOT NULL DEFAULT '',
            batch TEXT REFERENCES batch(id))""",
        "CREATE UNIQUE INDEX layer_work ON layer(article, annotator, kind, pass) WHERE kind IN ('work', 'gold')",
        "CREATE INDEX layer_annotator ON layer(annotator, kind, article)",
        "CREATE INDEX layer_article ON layer(article)",
        """CREATE TABLE span (
            layer TEXT NOT NULL REFERENCES layer(id), id TEXT NOT NULL, label TEXT NOT NULL, start INTEGER NOT NULL,
            "end" INTEGER NOT NULL, fragments TEXT NOT NULL, attributes TEXT NOT NULL, note TEXT NOT NULL,
            origin TEXT NOT NULL, source TEXT, score REAL, decision TEXT, PRIMARY KEY (layer, id))""",
        """CREATE TABLE event (
            layer TEXT NOT NULL REFERENCES layer(id), id TEXT NOT NULL, type TEXT NOT NULL, "trigger" TEXT,
            arguments TEXT NOT NULL, claims TEXT NOT NULL, attributes TEXT NOT NULL, PRIMARY KEY (layer, id))""",
        """CREATE TABLE relation (
            layer TEXT NOT NULL REFERENCES layer(id), id TEXT NOT NULL, type TEXT NOT NULL, source TEXT NOT NULL,
            target TEXT NOT NULL, attributes TEXT NOT NULL, PRIMARY KEY (layer, id))""",
        """CREATE TABLE comment (
            id TEXT PRIMARY KEY, article TEXT NOT NULL REFERENCES article(id), layer TEXT, span TEXT,
            author TEXT NOT NULL, parent TEXT, body TEXT NOT NULL, at TEXT NOT NULL, resolved INTEGER NOT NULL)""",
        "CREATE INDEX comment_article ON comment(article)",
        """CREATE TABLE decision (
            id TEXT PRIMARY KEY, layer TEXT NOT NULL REFERENCES layer(id), cluster TEXT NOT NULL, kind TEXT NOT NULL,
            facets TEXT NOT NULL, action TEXT NOT NULL, chosen TEXT NOT NULL, alternatives TEXT NOT NULL,
            inputs TEXT NOT NULL, reason TEXT, rule TEXT, note TEXT NOT NULL, reviewer TEXT NOT NULL,
            blind INTEGER NOT NULL, conflict INTEGER NOT NULL, ms INTEGER, at TEXT NOT NULL)""",
        "CREATE INDEX decision_layer ON decision(layer)",
        """CREATE TABLE change (
            seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, author TEXT NOT NULL, at TEXT NOT NULL,
            name TEXT NOT NULL, article TEXT NOT NULL, edits TEXT NOT NULL, undoes INTEGER, batch TEXT)""",
        "CREATE INDEX change_author ON change(author, seq, undoes)",
        """CREATE TABLE name (
            id TEXT PRIMARY KEY, canonical TEXT NOT NULL, alias TEXT NOT NULL, label TEXT NOT NULL)""",
        """CREATE TABLE cut (
            surface TEXT NOT NULL, label TEXT NOT NULL, length INTEGER NOT NULL, used INTEGER NOT NULL,
            PRIMARY KEY (surface, label))""",
        "CREATE VIRTUAL TABLE article_fts USING fts5(folded, content='')",
        """CREATE VIEW spans_view AS
            SELECT article.id AS article, layer.id AS layer, annotator.name AS annotator, layer.kind, layer.status,
                span.id AS span, span.label, span.start, span."end",
                substr(article.text, span.start + 1, span."end" - span.start) AS quote
            FROM span JOIN layer ON layer.id = span.layer JOIN article ON article.id = layer.article
            JOIN annotator ON annotator.id = layer.annotator""",
        """CREATE VIEW arguments_view AS
            SELECT event.layer, event.id AS event, event.type, json_extract(argument.value, '$[0]') AS role,
                json_extract(argument.value, '$[1]') AS span
            FROM event, json_each(event.arguments) AS argument""",
    ),
)

REVIEW = Step(
    "review",
    (
        """CREATE TABLE question (
            key TEXT PRIMARY KEY, article INTEGER NOT NULL REFERENCES article(n), kind TEXT NOT NULL,
            severity REAL NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, quote TEXT NOT NULL,
            labels TEXT NOT NULL, alike TEXT NOT NULL, said TEXT NOT NULL, state INTEGER NOT NULL)""",
        """CREATE TABLE question_count (
            kind TEXT NOT NULL, state INTEGER NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (kind, state))""",
        """CREATE INDEX question_worst ON question(state, severity DESC, article, start, "end", key)""",
        """CREATE INDEX question_place ON question(state, article, start, "end", key)""",
        "CREATE INDEX question_alike ON question(alike, state)",
        "CREATE INDEX decision_rule ON decision(rule) WHERE rule IS NOT NULL",
    ),
)
"""The queue of a review: what follows from layers and decisions, kept so that it opens at once."""

PLACES = Step("places", ("CREATE INDEX span_place ON span(layer, start)",))
"""So that a gesture in a layer of ten thousand spans need not look at all of them for its double."""

STEPS: tuple[Step, ...] = (FIRST, REVIEW, PLACES)
"""Every step ever released, oldest first; a file's `user_version` is how many of them it has."""

OURS_TO_IGNORE = ("sqlite_", "_sqlite_migrations", "idx__sqlite_migrations", "article_fts_")
"""Names that SQLite and sqlite-utils give to tables of their own."""


def run_step(connection: sqlite3.Connection, step: Step) -> None:
    """Carry one step out, statement by statement, in the transaction that is open."""
    for statement in step.statements:
        connection.execute(statement)


def schema_of(connection: sqlite3.Connection) -> dict[str, str]:
    """Every object of a file by name, with the statement that made it."""
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {name: sql for name, sql in rows if not name.startswith(OURS_TO_IGNORE)}


@cache
def expected_schema(version: int) -> dict[str, str]:
    """What `schema_of` says of a file that has the first `version` steps."""
    connection = sqlite3.connect(":memory:")
    try:
        for step in STEPS[:version]:
            run_step(connection, step)
        return schema_of(connection)
    finally:
        connection.close()
