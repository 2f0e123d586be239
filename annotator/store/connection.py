"""Opening a project file: nothing is written before the file has been recognised as ours and sound."""

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from annotator.core.sentence import Refused, say
from annotator.store import schema

APPLICATION_ID = 0x48534859
"""“HSHY” in the file's header: what makes an SQLite file a project of ours."""

SIDES = ("-wal", "-shm", "-journal")
"""What SQLite adds to the name of a file for the files that it keeps beside it."""

WAIT_MS = 5_000
CHECKED_WHOLE = 32 * 1024 * 1024
"""Files up to this size are checked page by page when opened; `check` does it for larger ones."""


def connect(path: Path, read_only: bool = False) -> sqlite3.Connection:
    """A connection to an existing file that trusts nothing in it. Raises Refused."""
    try:
        real = Path(os.path.realpath(path))
        _refuse_no_file(path, real)
        mode = ("immutable=1" if _needs_immutable(real) else "mode=ro") if read_only else "mode=rw"
        uri = f"file:{quote(os.fsencode(real))}?{mode}"
        connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=WAIT_MS / 1000)
    except (OSError, sqlite3.Error) as error:
        raise Refused(say("“{path}” cannot be read: {reason}.", path=str(path), reason=_reason(error))) from error
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA mmap_size = 0")
    return connection


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def _refuse_no_file(path: Path, real: Path) -> None:
    if not real.is_file():
        raise Refused(say("There is no project at “{path}”.", path=str(path)))
    if real.stat().st_size == 0:
        raise Refused(say("“{path}” is an empty file, not a project.", path=str(path)))


def has_log(path: Path) -> bool:
    """Whether a log lies beside the file: of a program at work in it, of one that was killed, or a foreign one."""
    log = side_file(path, "-wal")
    return log.is_file() and log.stat().st_size > 0


def side_file(path: Path, suffix: str) -> Path:
    """A file that SQLite keeps beside this one: its -wal, -shm or -journal."""
    return Path(os.path.realpath(path) + suffix)


def is_writable(path: Path) -> bool:
    """Whether the file can be written, and beside it the files that SQLite needs for that."""
    real = Path(os.path.realpath(path))
    return os.access(real, os.W_OK) and os.access(real.parent, os.W_OK)


def _needs_immutable(real: Path) -> bool:
    """Whether SQLite could not make its side files here: a read-only folder, and nobody has left a log to replay."""
    return not os.access(real.parent, os.W_OK) and not has_log(real)


def recognise(connection: sqlite3.Connection, path: Path) -> int:
    """The schema version of a file that is ours, sound and untouched by others. Raises Refused."""
    try:
        application_id = connection.execute("PRAGMA application_id").fetchone()[0]
        if application_id != APPLICATION_ID:
            raise Refused(say("“{path}” is an SQLite file of another program, not a project.", path=str(path)))
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        if version < 1:
            raise Refused(say("“{path}” was never finished: it is not a project.", path=str(path)))
        _refuse_damage(connection, path)
        schema.refuse_foreign_objects(connection, path, version)
    except sqlite3.OperationalError as error:
        raise Refused(say("“{path}” cannot be read: {reason}.", path=str(path), reason=str(error))) from error
    except sqlite3.DatabaseError as error:
        raise Refused(say("“{path}” is not a project, or it is damaged.", path=str(path))) from error
    return version


def _refuse_damage(connection: sqlite3.Connection, path: Path) -> None:
    """Cut off or overwritten files are refused before anything is written to them."""
    page_size = connection.execute("PRAGMA page_size").fetchone()[0]
    size = path.stat().st_size
    sound = size % page_size == 0 or has_log(path)
    if sound and size <= CHECKED_WHOLE:
        sound = connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
    if not sound:
        raise Refused(say("“{path}” is damaged. Nothing was changed in it. Restore a backup.", path=str(path)))


def prepare(connection: sqlite3.Connection) -> None:
    """Settings under which a commit is durable when it returns."""
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
