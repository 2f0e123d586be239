"""Handing out: a project of its own for one annotator, with their articles in their order and nobody else's work."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from annotator.core.assignment import Assigned
from annotator.core.bundle import SchemeText
from annotator.core.identity import new_id
from annotator.core.layer import Annotator
from annotator.core.scheme_file import read_scheme
from annotator.core.setting import SCHEME_IN_FORCE
from annotator.store.assignment import ASSIGNED_TO
from annotator.store.creation import create_project
from annotator.store.scheme_meeting import scheme_texts
from annotator.store.store import Store, keep_setting, now

_COLUMNS = """id, sha256, text, title, source, url, published, licence, encoding, raw_sha256, import_changes, meta,
    family, signature"""
OWN_SETTINGS = ("name", SCHEME_IN_FORCE, ASSIGNED_TO)


def hand_out(store: Store, path: Path, annotator: Annotator, tasks: Sequence[Assigned]) -> None:
    """Make the annotator's project at `path`, whole or not at all. Raises Refused when something is there already.

    It holds the articles of the tasks, the scheme, the rules and the settings; no layer, no remark, no other name.
    """
    scheme = store.scheme()
    older = [version for version in scheme_texts(store) if version.number != scheme.version]

    def fill(made: sqlite3.Connection) -> None:
        made.execute("INSERT INTO annotator (id, name) VALUES (?, ?)", (annotator.id, annotator.name))
        _copy_schemes(made, older)
        _copy_rows(store, made)
        _copy_articles(store, made, tasks)
        keep_setting(made, SCHEME_IN_FORCE, str(scheme.version))
        keep_setting(made, ASSIGNED_TO, annotator.id)

    create_project(path, scheme.toml, store.setting("name"), fill).close()


def _copy_schemes(made: sqlite3.Connection, versions: Sequence[SchemeText]) -> None:
    made.executemany(
        "INSERT INTO scheme (version, toml, sha256, previous, mapping, at) VALUES (?, ?, ?, ?, ?, ?)",
        [(v.number, v.toml, read_scheme(v.toml).sha256, v.previous, v.mapping, now()) for v in versions],
    )


def _copy_rows(store: Store, made: sqlite3.Connection) -> None:
    """The guideline's rules, and the settings that are not the lead's own."""
    rules = store.connection.execute("SELECT id, n, version, text, at FROM rule")
    made.executemany("INSERT INTO rule (id, n, version, text, at) VALUES (?, ?, ?, ?, ?)", rules)
    for key, value in store.connection.execute("SELECT key, value FROM project").fetchall():
        if key not in OWN_SETTINGS and ":" not in key:
            keep_setting(made, key, value)


def _copy_articles(store: Store, made: sqlite3.Connection, tasks: Sequence[Assigned]) -> None:
    """Each article once, where it first comes in the annotator's order, and all the tasks."""
    marks = ", ".join("?" * len(_COLUMNS.split(",")))
    ordered = sorted(tasks, key=lambda task: (task.position, task.pass_number))
    for article in dict.fromkeys(task.article for task in ordered):
        row = store.connection.execute(f"SELECT {_COLUMNS} FROM article WHERE id = ?", (article,)).fetchone()
        made.execute(f"INSERT INTO article ({_COLUMNS}) VALUES ({marks})", row)
    made.executemany(
        "INSERT INTO assignment (id, article, annotator, pass, position, selection) VALUES (?, ?, ?, ?, ?, ?)",
        [(new_id(), t.article, t.annotator, t.pass_number, t.position, t.selection) for t in ordered],
    )
