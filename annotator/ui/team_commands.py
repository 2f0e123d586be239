"""TEAM_COMMANDS: the rows of the command table for working as a team."""

from annotator.ui.command import ANYWHERE, QT_TRANSLATE_NOOP, Command
from annotator.ui.workplace import Workplace


def _has_project(window: Workplace) -> bool:
    return window.desk.has_project


TEAM_COMMANDS: tuple[Command, ...] = (
    Command(
        "team.hand_in", QT_TRANSLATE_NOOP("Command", "Hand in…"), (), "file",
        lambda w: w.run_errand("show_hand_in"), ANYWHERE, _has_project,
    ),
    Command(
        "team.merge", QT_TRANSLATE_NOOP("Command", "Merge hand-ins…"), (), "file",
        lambda w: w.run_errand("choose_hand_ins"), ANYWHERE, _has_project,
    ),
    Command(
        "team.assign", QT_TRANSLATE_NOOP("Command", "Assign articles…"), (), "file",
        lambda w: w.run_errand("show_assign"), ANYWHERE, _has_project,
    ),
)  # fmt: skip
