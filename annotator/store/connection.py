"""Opening a project file: nothing is written before the file has been recognised as ours and sound."""

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from annotator.core.sentence import Refused, say
from annotator.store import migrations

APPLICATION_ID = 0x48534859
"""“HSHY” in the file's header: what makes an SQLite file a project of ours."""

WAIT_MS = 5_000
CHECKED_WHOLE = 32 * 1024 * 1024
"""Files up to this size are checked page by page when opened; `check` does it for larger ones."""


def connect(path: Path, read_only: bool = False) -> sqlite3.Connection:
    """A connection to an existing file that trusts nothing in it. Raises Refused."""
    if not path.is_file():
        raise Refused(say("There is no project at “{path}”.", path=str(path)))
    if path.stat().st_size == 0:
        raise Refused(say("“{path}” is an empty file, not a project.", path=str(path)))
    mode = "mode=ro" if not read_only or not _needs_immutable(path) else "immutable=1"
    uri = f"file:{quote(str(path.resolve()))}?{mode if read_only else 'mode=rw'}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=WAIT_MS / 1000)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA mmap_size = 0")
    return connection


def _needs_immutable(path: Path) -> bool:
    """Whether SQLite could not make its side files here: a read-only folder, and nobody has left a log to replay."""
    log = path.with_name(path.name + "-wal")
    return not os.access(path.parent, os.W_OK) and not (log.exists() and log.stat().st_size)


def recognise(connection: sqlite3.Connection, path: Path) -> int:
    """The schema version of a file that is ours, sound and untouched by others. Raises Refused."""
    try:
        application_id = connection.execute("PRAGMA application_id").fetchone()[0]
        if application_id != APPLICATION_ID:
            raise Refused(say("“{path}” is an SQLite file of another program, not a project.", path=str(path)))
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        _refuse_damage(connection, path)
        if version <= len(migrations.STEPS):
            _refuse_foreign_objects(connection, path, version)
    except sqlite3.OperationalError as error:
        raise Refused(say("“{path}” cannot be read: {reason}.", path=str(path), reason=str(error))) from error
    except sqlite3.DatabaseError as error:
        raise Refused(say("“{path}” is not a project, or it is damaged.", path=str(path))) from error
    return version


def _refuse_damage(connection: sqlite3.Connection, path: Path) -> None:
    """Cut off or overwritten files are refused before anything is written to them."""
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    size = pages * connection.execute("PRAGMA page_size").fetchone()[0]
    answer = "ok"
    if size <= CHECKED_WHOLE:
        answer = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if answer != "ok":
        raise Refused(say("“{path}” is damaged. Nothing was changed in it. Restore a backup.", path=str(path)))


def _refuse_foreign_objects(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """Our objects must be ours to the letter, and no trigger may stand beside them; extra tables are harmless."""
    expected = migrations.expected_schema(version)
    found = migrations.schema_of(connection)
    for name, statement in expected.items():
        if found.get(name) != statement:
            raise Refused(say("In “{path}”, “{name}” was altered by another program.", path=str(path), name=name))
    for name, kind in migrations.kinds_of(connection).items():
        if kind == "trigger":
            message = "“{path}” holds a foreign trigger, “{name}”; it is not opened."
            raise Refused(say(message, path=str(path), name=name))


def prepare(connection: sqlite3.Connection) -> None:
    """Settings under which a commit is durable when it returns."""
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
