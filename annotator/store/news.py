"""News from the lead: the scheme, the rules, tasks and reopened articles. Nobody's layer is touched by them."""

import sqlite3

from annotator.core.assignment import REOPENED
from annotator.core.bundle import Bundle
from annotator.core.change import Change, Edit
from annotator.core.identity import new_id
from annotator.core.sentence import Sentence, say
from annotator.core.setting import SCHEME_IN_FORCE, Setting
from annotator.store.assignment import ASSIGNED_TO
from annotator.store.row import edits_to_json
from annotator.store.scheme_meeting import Meeting
from annotator.store.store import keep_setting, now

UPDATE_TAKEN = "update_taken"
"""The project setting that holds the number of the newest update from the lead that was taken in."""


def is_newest(connection: sqlite3.Connection, bundle: Bundle) -> bool:
    """Whether no later update was taken in before; remembered."""
    row = connection.execute("SELECT value FROM project WHERE key = ?", (UPDATE_TAKEN,)).fetchone()
    if row and int(row[0]) > bundle.number:
        return False
    keep_setting(connection, UPDATE_TAKEN, str(bundle.number))
    return True


def take_scheme(
    connection: sqlite3.Connection,
    bundle: Bundle,
    meeting: Meeting,
    whatever: bool,
    notices: list[tuple[str, Sentence]],
) -> int:
    """Put the lead's version in force; what was labelled before stays as it is. How much that changed.

    Where the scheme was changed here too, it stays, unless `whatever`.
    """
    row = connection.execute("SELECT value FROM project WHERE key = ?", (SCHEME_IN_FORCE,)).fetchone()
    first = connection.execute("SELECT min(version) FROM scheme").fetchone()[0]
    standing, wanted = int(row[0]) if row else first, meeting.ours.get(bundle.in_force)
    if wanted is None or wanted == standing:
        return 0
    if standing not in meeting.ours.values() and not whatever:
        message = (
            "The scheme was changed here too (version {number}), so it stays in force. "
            "To work by the lead's version, merge with --schemes take."
        )
        notices.append((bundle.source, say(message, number=standing)))
        return 0
    edit = Edit(Setting(SCHEME_IN_FORCE, row[0]) if row else None, Setting(SCHEME_IN_FORCE, str(wanted)))
    keep_setting(connection, SCHEME_IN_FORCE, str(wanted))
    # In the log, so that other windows on this project follow; in the lead's name, so that nobody undoes it here.
    author = bundle.annotators[0].id if bundle.annotators else ""
    values = (new_id(), author, now(), "scheme", "", edits_to_json(Change("scheme", "", (edit,))))
    insert = "INSERT INTO change (id, author, at, name, article, edits) VALUES (?, ?, ?, ?, ?, ?)"
    connection.execute(insert, values)
    return 1


def take_rules(connection: sqlite3.Connection, bundle: Bundle) -> int:
    """The guideline as the lead has it, where the project was handed out by the lead; how many rules changed."""
    assigned = connection.execute("SELECT value FROM project WHERE key = ?", (ASSIGNED_TO,)).fetchone()
    if bundle.to is None or assigned != (bundle.to,):
        return 0
    sql = """INSERT INTO rule (id, n, version, text, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE
        SET n = excluded.n, version = excluded.version, text = excluded.text, at = excluded.at
        WHERE (n, version, text, at) <> (excluded.n, excluded.version, excluded.text, excluded.at)"""
    rules = [(rule.id, rule.n, rule.version, rule.text, rule.at) for rule in bundle.rules]
    standing = {rule.id for rule in bundle.rules}
    gone = [row for row in connection.execute("SELECT id FROM rule").fetchall() if row[0] not in standing]
    connection.executemany("DELETE FROM rule WHERE id = ?", gone)
    return len(gone) + sum(connection.execute(sql, rule).rowcount for rule in rules)


def take_tasks(connection: sqlite3.Connection, bundle: Bundle) -> int:
    """What is assigned to the bundle's annotator, and which articles are to be looked at again; how much was new."""
    if bundle.to is None:
        return 0
    homes = dict(
        connection.execute(
            """SELECT theirs.id, home.article FROM incoming.article AS theirs
            JOIN incoming.home AS home ON home.sha256 = theirs.sha256"""
        )
    )
    changed = 0
    for task in bundle.assigned:
        if task.article in homes:
            sql = """INSERT INTO assignment (id, article, annotator, pass, position, selection)
                VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (article, annotator, pass) DO UPDATE
                SET position = excluded.position, selection = excluded.selection
                WHERE position <> excluded.position OR ifnull(selection, '') <> excluded.selection"""
            row = (homes[task.article], bundle.to, task.pass_number, task.position, task.selection)
            changed += connection.execute(sql, (new_id(), *row)).rowcount
    return changed


def reopening(hand_in: str) -> str:
    """How an assignment says that it is reopened, and which hand-in is meant."""
    return f"{REOPENED}:{hand_in}"
