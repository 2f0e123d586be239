"""Questions of the review's queue, moved by the decisions on them in the transaction that keeps those."""

import sqlite3

from annotator.core.change import Change
from annotator.core.layer import Decision
from annotator.core.verdict import OPEN, SETTLED, state_of


def move_questions(connection: sqlite3.Connection, change: Change) -> None:
    """A question of the review's queue is settled, or open again, as soon as its decision is kept or taken back.

    So is the question whether something left behind stays: it is about a decision, and goes with it.
    """
    for edit in change.edits:
        row, after = edit.row, edit.after
        if isinstance(row, Decision):
            _move(connection, row.cluster, state_of(after if isinstance(after, Decision) else None))
            for left in (f"left:{row.id}", f"left:{row.id}.whole"):
                _move(connection, left, OPEN if after is not None else SETTLED)


def _move(connection: sqlite3.Connection, key: str, state: int) -> None:
    """Put a question, if it is in the queue, in another state; the counts move with it."""
    row = connection.execute("SELECT kind, state FROM question WHERE key = ?", (key,)).fetchone()
    if row is not None and row[1] != state:
        connection.execute("UPDATE question SET state = ? WHERE key = ?", (state, key))
        connection.executemany(_COUNT, [(row[0], row[1], -1), (row[0], state, 1)])


_COUNT = """INSERT INTO question_count (kind, state, count) VALUES (?, ?, ?)
    ON CONFLICT (kind, state) DO UPDATE SET count = count + excluded.count"""
