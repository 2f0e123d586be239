"""Backups: a copy through SQLite's own backup, checked before it counts."""

import os
import sqlite3
from pathlib import Path

from annotator.core.sentence import Refused, say


def back_up(source: sqlite3.Connection, target: Path) -> Path:
    """A verified copy of an open project at `target`, replacing an older one only once it is good. Raises Refused."""
    partial = target.with_name(target.name + ".partial")
    try:
        try:
            _copy(source, partial, target)
            partial.replace(target)
            force_to_disk(target.parent)
        finally:
            partial.unlink(missing_ok=True)
    except (sqlite3.Error, OSError) as error:
        message = "No backup could be made at “{path}”: {reason}."
        raise Refused(say(message, path=str(target), reason=str(error))) from error
    return target


def _copy(source: sqlite3.Connection, partial: Path, target: Path) -> None:
    partial.unlink(missing_ok=True)
    os.close(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    copy = sqlite3.connect(partial, isolation_level=None)
    try:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        sound = copy.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
    finally:
        copy.close()
    if not sound:
        raise Refused(say("The backup “{path}” did not pass its check; nothing was replaced.", path=str(target)))
    force_to_disk(partial)


def force_to_disk(path: Path) -> None:
    """Return when a file, or the names in a folder, are on the disk. Raises OSError."""
    if path.is_dir() and os.name != "posix":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
