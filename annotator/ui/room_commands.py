"""ROOM_COMMANDS: going from room to room, and which commands make sense only where the article is shown."""

from dataclasses import replace

from annotator.ui.command import ANYWHERE, QT_TRANSLATE_NOOP, Command, Test
from annotator.ui.workplace import ANNOTATE, OVERVIEW, Workplace

MENUS_OF_TEXT = frozenset(("", "edit", "article", "span", "event"))
OF_TEXT = frozenset(
    (
        "comment.list", "view.larger", "view.list", "view.names", "view.normal", "view.smaller", "view.table",
        "view.truth",
    )
)  # fmt: skip
"""Commands of other menus that are about the text all the same."""


def _has_project(window: Workplace) -> bool:
    return window.desk.has_project


ROOM_COMMANDS: tuple[Command, ...] = (
    Command(
        "room.annotate", QT_TRANSLATE_NOOP("Command", "Annotate"), ("Alt+1",), "view",
        lambda w: w.show_room(ANNOTATE), ANYWHERE, _has_project,
    ),
    Command(
        "room.overview", QT_TRANSLATE_NOOP("Command", "Overview"), ("Alt+2",), "view",
        lambda w: w.show_room(OVERVIEW), ANYWHERE, _has_project,
    ),
)  # fmt: skip


def where_it_shows(command: Command) -> Command:
    """The command as it counts: what is done to the article only in the room that shows it."""
    if command.menu in MENUS_OF_TEXT or command.name in OF_TEXT:
        return replace(command, enabled=_shown(command.enabled))
    return command


def _shown(test: Test) -> Test:
    return lambda window: window.room == ANNOTATE and test(window)
