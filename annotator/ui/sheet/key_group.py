"""All commands in groups, as the lists of keys show them: the labels, each menu, and moving in the text."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from annotator.core.scheme import Scheme
from annotator.ui.commands import COMMANDS, MENUS, Command, label_commands

CARET, SELECT = "caret", "select"
Group = tuple[str, list[Command]]


def key_groups(scheme: Scheme | None) -> list[Group]:
    """Every command once: the group's title in the window's language, and its rows. Empty groups are left out."""
    labels = list(label_commands(scheme)) if scheme else []
    return [(title, rows) for title, rows in [(_labels(), labels), *_by_menu()] if rows]


def _by_menu() -> Iterator[Group]:
    left = list(COMMANDS)
    for menu, title in MENUS:
        rows = [command for command in left if menu in (command.menu, _area(command))]
        left = [command for command in left if command not in rows]
        yield QCoreApplication.translate("Command", title), rows
    yield QCoreApplication.translate("Keys", "Moving in the text"), [row for row in left if _area(row) == CARET]
    yield QCoreApplication.translate("Keys", "Selecting in the text"), [row for row in left if _area(row) == SELECT]


def _area(command: Command) -> str:
    return command.name.partition(".")[0]


def _labels() -> str:
    return QCoreApplication.translate("Keys", "Labels")
