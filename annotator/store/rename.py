"""Renaming: an article that two projects call differently gets the smaller of its two ids."""

import sqlite3


def rename_article(connection: sqlite3.Connection, before: str, after: str) -> None:
    """Let the article be known by another id, everywhere, in the log too, so that what was done can be undone."""
    connection.execute("PRAGMA defer_foreign_keys = ON")
    connection.execute("UPDATE main.article SET id = ? WHERE id = ?", (after, before))
    for table in ("layer", "assignment", "comment"):
        connection.execute(f"UPDATE main.{table} SET article = ? WHERE article = ?", (after, before))
    pair = [f'"article":"{before}"', f'"article":"{after}"']
    connection.execute("UPDATE change SET edits = replace(edits, ?, ?) WHERE instr(edits, ?)", (*pair, pair[0]))
    connection.execute("UPDATE change SET article = ? WHERE article = ?", (after, before))
    last = "UPDATE project SET value = ? WHERE key LIKE 'last_article:%' AND value = ?"
    connection.execute(last, (after, before))
