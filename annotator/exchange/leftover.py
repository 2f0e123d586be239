"""Leftovers: what exports that were killed left unfinished, which may be large and which nobody else will remove."""

import contextlib
import os
import secrets
import shutil
import sys
import time
from pathlib import Path

PART = ".hashiya-{}.part"
OLD = 60.0
"""Seconds after its last change that an unfinished file is given to be held by whoever writes it."""


def new_part(destination: Path) -> Path:
    """A name beside the destination that nothing has yet."""
    return destination.with_name(PART.format(secrets.token_hex(8)))


def hold(descriptor: int) -> None:
    """Mark the open file as being written, until it is closed or its process ends."""
    if sys.platform != "win32":
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def sweep(folder: Path) -> None:
    """Remove the unfinished files and folders in the folder that nobody holds."""
    for part in folder.glob(PART.format("*")):
        # Another's file, or one removed meanwhile, is no hindrance to an export.
        with contextlib.suppress(OSError):
            if time.time() - part.lstat().st_mtime > OLD and not _is_held(part):
                shutil.rmtree(part) if part.is_dir() and not part.is_symlink() else part.unlink()


def _is_held(part: Path) -> bool:
    if sys.platform == "win32":
        # There an open file cannot be removed anyway.
        return False
    descriptor = os.open(part, os.O_RDONLY | os.O_NOFOLLOW)
    try:
        hold(descriptor)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False
