"""Making and opening project files, and bringing older ones up to date."""

import os
import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from annotator.core.scheme import Scheme
from annotator.core.scheme_file import read_scheme
from annotator.core.sentence import Refused, say
from annotator.store import backup, connection, migrations
from annotator.store.store import Store, keep_setting, now


def create_project(
    path: Path, scheme_toml: str, name: str | None = None, fill: Callable[[sqlite3.Connection], None] | None = None
) -> Store:
    """A new project at `path`, readable by its owner only. Raises Refused when something is there already.

    It is made under another name and put in place whole, with all that `fill` puts into it: whoever is stopped in
    between leaves no half project.
    """
    scheme = read_scheme(scheme_toml)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _refuse_taken(path)
        _remove_sides(path)
        with _part_beside(path) as part:
            _fill(part, scheme, name or _printable(path.stem), fill)
            _put_in_place(part, path)
    except (sqlite3.Error, OSError) as error:
        raise Refused(say("“{path}” cannot be made: {reason}.", path=str(path), reason=_reason(error))) from error
    return open_project(path)


@contextmanager
def _part_beside(path: Path) -> Iterator[Path]:
    """An empty file beside `path`, which is gone afterwards with all that SQLite added to it."""
    part = path.with_name(f".hashiya-{secrets.token_hex(8)}.part")
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        yield part
    finally:
        part.unlink(missing_ok=True)
        _remove_sides(part)


def _refuse_taken(path: Path) -> None:
    if os.path.lexists(path):
        raise Refused(say("“{path}” exists already. Choose another name.", path=str(path)))


def _remove_sides(path: Path) -> None:
    """What a file that is gone has left behind would be carried out on a new one of its name."""
    for suffix in connection.SIDES:
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _put_in_place(part: Path, path: Path) -> None:
    """Give the finished file its name, unless something has taken it meanwhile. Raises Refused and OSError."""
    backup.force_to_disk(part)
    try:
        os.link(part, path)
    except FileExistsError as error:
        raise Refused(say("“{path}” exists already. Choose another name.", path=str(path))) from error
    except OSError:
        # Some disks, such as memory sticks, know no second names.
        _refuse_taken(path)
        part.rename(path)
    backup.force_to_disk(path.parent)


def _fill(path: Path, scheme: Scheme, name: str, more: Callable[[sqlite3.Connection], None] | None) -> None:
    made = sqlite3.connect(path, isolation_level=None)
    try:
        made.execute("PRAGMA page_size = 4096")
        made.execute("BEGIN IMMEDIATE")
        made.execute(f"PRAGMA application_id = {connection.APPLICATION_ID}")
        _apply_steps(made)
        made.execute(
            "INSERT INTO scheme (version, toml, sha256, at) VALUES (?, ?, ?, ?)",
            (scheme.version, scheme.toml, scheme.sha256, now()),
        )
        keep_setting(made, "name", name)
        if more is not None:
            more(made)
        made.execute("COMMIT")
    finally:
        made.close()


def _printable(name: str) -> str:
    """A file's name as text, also when its bytes are none."""
    return os.fsencode(name).decode("utf-8", "replace")


def open_project(path: Path, read_only: bool = False) -> Store:
    """The project at `path`, checked before anything is written to it, and brought up to this version.

    A file that cannot be written, or was made by a newer version, opens for reading only. Raises Refused.
    """
    read_only = read_only or not connection.is_writable(path)
    if not read_only and connection.has_log(path):
        # Closing a writable connection would carry the log out, whatever is in it: so it is looked at without one.
        _open(path, read_only=True).close()
    return _open(path, read_only)


def _open(path: Path, read_only: bool) -> Store:
    opened = connection.connect(path, read_only)
    try:
        version = connection.recognise(opened, path)
        if version > len(migrations.STEPS) and not read_only:
            opened.close()
            return _open(path, read_only=True)
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
    kept = backup.back_up(opened, connection.side_file(path, f".before-v{len(migrations.STEPS)}.backup"))
    opened.execute("BEGIN IMMEDIATE")
    try:
        _apply_steps(opened)
        if opened.execute("PRAGMA foreign_key_check").fetchone():
            raise sqlite3.IntegrityError("a row refers to one that is not there")
        if opened.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            raise sqlite3.IntegrityError("the integrity check failed")
        opened.execute("COMMIT")
    except BaseException as error:
        if opened.in_transaction:
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


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
