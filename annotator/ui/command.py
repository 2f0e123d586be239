"""Command: a row of the table of everything a person can tell the program."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from annotator.ui.workplace import Workplace

ANYWHERE, READING, TEXT = "anywhere", "reading", "text"
"""Where a command's keys count: everywhere; unless one is typing into a field; only in the article's text."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark a literal for the translators, who find it by this name; Qt's own says that it gives an object."""
    return text


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
