"""The objects of a project file, compared with ours: nothing that another program put in may act on our rows."""

import sqlite3
from pathlib import Path

from annotator.core.sentence import Refused, say
from annotator.store import migrations


def refuse_foreign_objects(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """Our objects must be ours to the letter, and nothing may be tied to them; other tables are harmless.

    Of a newer version we know only that what we read must be tables. Raises Refused.
    """
    if version > len(migrations.STEPS):
        _refuse_disguised(connection, path)
        return
    expected = dict(migrations.expected_schema(version))
    found = migrations.schema_of(connection)
    views = connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall()
    expected |= dict.fromkeys((name for (name,) in views if name.startswith(migrations.OURS_TO_IGNORE)), "")
    for name, statement in expected.items():
        if found.get(name) != statement:
            raise Refused(say("In “{path}”, “{name}” was altered by another program.", path=str(path), name=name))
    _refuse_triggers(connection, path)
    _refuse_tied(connection, path, set(expected))


def _refuse_disguised(connection: sqlite3.Connection, path: Path) -> None:
    """A view in the place of a table could go on for ever."""
    ours = migrations.expected_schema(len(migrations.STEPS))
    tables = {name for name, statement in ours.items() if statement.startswith("CREATE TABLE")}
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE TABLE%'")
    missing = sorted(tables - {name for (name,) in found})
    if missing:
        message = "“{path}” was made by a newer version, which keeps “{name}” differently. Install that version."
        raise Refused(say(message, path=str(path), name=missing[0]))


def _refuse_triggers(connection: sqlite3.Connection, path: Path) -> None:
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
        message = "“{path}” holds a foreign trigger, “{name}”; it is not opened."
        raise Refused(say(message, path=str(path), name=name))


def _refuse_tied(connection: sqlite3.Connection, path: Path, ours: set[str]) -> None:
    """Foreign indexes on our tables and foreign references to our rows decide what we may write."""
    indexes = connection.execute(
        "SELECT name, tbl_name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    ).fetchall()
    references = connection.execute(
        """SELECT sqlite_master.name, reference."table" FROM sqlite_master
        JOIN pragma_foreign_key_list(sqlite_master.name) AS reference WHERE type = 'table'"""
    ).fetchall()
    lowered = {name.lower() for name in ours}
    for name, table in (*indexes, *references):
        if name not in ours and table.lower() in lowered:
            message = "In “{path}”, “{name}” of another program is tied to “{table}”. Remove it with that program."
            raise Refused(say(message, path=str(path), name=name, table=table))
