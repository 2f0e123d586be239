"""Command: a row of the table of everything a person can tell the program."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from annotator.ui.wording import QT_TRANSLATE_NOOP
from annotator.ui.workplace import Workplace

__all__ = ["ANYWHERE", "QT_TRANSLATE_NOOP", "READING", "TEXT", "Command", "Run", "Test"]

ANYWHERE, READING, TEXT = "anywhere", "reading", "text"
"""Where a command's keys count: everywhere; unless one is typing into a field; only in the article's text."""

Run = Callable[[Workplace], None]
Test = Callable[[Workplace], bool]


@dataclass(frozen=True, slots=True)
class Command:
    """A row of the table. `title` is English source text; `keys` are names of ui/key.py, the first one is shown."""

    name: str
    title: str
    keys: tuple[str, ...]
    menu: str
    run: Run
    where: str = READING
    enabled: Test = lambda window: window.desk.article is not None

    def words(self) -> str:
        """The title in the window's language."""
        return QCoreApplication.translate("Command", self.title)
