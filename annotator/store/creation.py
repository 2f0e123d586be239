"""Making and opening project files, and bringing older ones up to date."""

import os
import sqlite3
from pathlib import Path

from annotator.core.scheme_file import read_scheme
from annotator.core.sentence import Refused, say
from annotator.store import backup, connection, migrations
from annotator.store.store import Store, keep_setting, now


def create_project(path: Path, scheme_toml: str, name: str | None = None) -> Store:
    """A new project at `path`, readable by its owner only. Raises Refused when something is there already."""
    read_scheme(scheme_toml)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError as error:
        raise Refused(say("“{path}” exists already. Choose another name.", path=str(path))) from error
    except OSError as error:
        raise Refused(say("“{path}” cannot be made: {reason}.", path=str(path), reason=_reason(error))) from error
    try:
        _fill(path, scheme_toml, name or path.stem)
    except sqlite3.Error as error:
        path.unlink()
        raise Refused(say("“{path}” cannot be made: {reason}.", path=str(path), reason=str(error))) from error
    return open_project(path)


def _fill(path: Path, scheme_toml: str, name: str) -> None:
    made = sqlite3.connect(path, isolation_level=None)
    try:
        made.execute("PRAGMA page_size = 4096")
        made.execute(f"PRAGMA application_id = {connection.APPLICATION_ID}")
        connection.prepare(made)
        made.execute("BEGIN IMMEDIATE")
        _apply_steps(made)
        scheme = read_scheme(scheme_toml)
        made.execute(
            "INSERT INTO scheme (version, toml, sha256, at) VALUES (?, ?, ?, ?)",
            (scheme.version, scheme_toml, scheme.sha256, now()),
        )
        keep_setting(made, "name", name)
        made.execute("COMMIT")
    finally:
        made.close()


def open_project(path: Path, read_only: bool = False) -> Store:
    """The project at `path`, checked before anything is written to it, and brought up to this version.

    A file that cannot be written, or was made by a newer version, opens for reading only. Raises Refused.
    """
    read_only = read_only or not os.access(path, os.W_OK)
    opened = connection.connect(path, read_only)
    try:
        version = connection.recognise(opened, path)
        if version > len(migrations.STEPS) and not read_only:
            opened.close()
            return open_project(path, read_only=True)
        if not read_only:
            _bring_up_to_date(opened, path, version)
        return Store(path, opened, read_only)
    except sqlite3.Error as error:
        opened.close()
        raise Refused(say("“{path}” cannot be opened: {reason}.", path=str(path), reason=str(error))) from error
    except Refused:
        opened.close()
        raise


def _bring_up_to_date(opened: sqlite3.Connection, path: Path, version: int) -> None:
    """Run the steps the file lacks: verified backup, one immediate transaction, checks; otherwise nothing changes."""
    connection.prepare(opened)
    if version == len(migrations.STEPS):
        return
    kept = backup.back_up(opened, path.with_name(f"{path.name}.before-v{len(migrations.STEPS)}.backup"))
    opened.execute("BEGIN IMMEDIATE")
    try:
        _apply_steps(opened)
        if opened.execute("PRAGMA foreign_key_check").fetchone():
            raise sqlite3.IntegrityError("a row refers to one that is not there")
        if opened.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            raise sqlite3.IntegrityError("the integrity check failed")
        opened.execute("COMMIT")
    except BaseException as error:
        opened.execute("ROLLBACK")
        if not isinstance(error, sqlite3.Error):
            raise
        message = "“{path}” could not be brought to this version: {reason}. It is unchanged; a backup is at “{backup}”."
        raise Refused(say(message, path=str(path), reason=str(error), backup=str(kept))) from error


def _apply_steps(opened: sqlite3.Connection) -> None:
    """Run the pending steps through sqlite-utils, which also keeps the list of applied ones; no commit here."""
    from sqlite_utils import Database, Migrations

    steps = Migrations("hashiya")
    for step in migrations.STEPS:
        steps(name=step.name)(lambda db, step=step: migrations.run_step(db.conn, step))
    steps.apply(Database(opened, execute_plugins=False))
    opened.execute(f"PRAGMA user_version = {len(migrations.STEPS)}")


def _reason(error: OSError) -> str:
    return error.strerror or str(error)
