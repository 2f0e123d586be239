"""Guard: a failure while painting is written down and survived. Let through to Qt, it would end the program."""

import sys
from collections.abc import Callable
from contextlib import suppress
from traceback import extract_tb

_told: set[tuple[str, str, int | None]] = set()
"""The failures written down already: what fails to be painted fails again at every movement of the mouse."""


def completes(paint: Callable[[], object]) -> bool:
    """Paint, and say whether that went to its end; a failure goes, once, to where unexpected failures are written."""
    try:
        paint()
    except Exception as error:
        place = extract_tb(error.__traceback__)[-1]
        failure = (type(error).__name__, place.filename, place.lineno)
        if failure not in _told:
            _told.add(failure)
            with suppress(OSError):  # Where not even that can be written, painting must go on all the same.
                sys.excepthook(type(error), error, error.__traceback__)
        return False
    return True
