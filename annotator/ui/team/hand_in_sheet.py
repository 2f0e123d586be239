"""“Hand in…”: what is finished goes into a bundle for the lead."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from annotator.ui.desk import Desk
from annotator.ui.sheet.work import Answer
from annotator.ui.team.team_sheet import TeamSheet
from annotator.ui.theme import Theme
from annotator.ui.wording import END, LEFT_TO_RIGHT

SUFFIX = ".zip"


class HandInSheet(TeamSheet):
    """Hands in the work of whoever is at the desk; of everybody, where nobody is."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("Team", "Hand in")
        super().__init__(title, title, desk, theme, parent)
        here = desk.store.path.absolute()
        self.field = self.path_row(QCoreApplication.translate("Team", "Bundle"), free_path(here), False)

    def command(self) -> Sequence[str]:
        """The verb `bundle`."""
        who = ["--annotator", self.desk.annotator.name] if self.desk.annotator else []
        return ["bundle", "--json", *who, str(self.desk.store.path), str(Path(self.field.text().strip()))]

    def report(self, answer: Answer) -> tuple[str, str, list[str]]:
        """How many articles went in, and what did not."""
        words = QCoreApplication.translate(
            "Team", "Handed in: %n articles. You can go on working; hand in again when it changes.", None,
            int(answer["layers"]),
        )
        lines = [f"{LEFT_TO_RIGHT}{answer['path']}{END}"]
        if answer["unfinished"]:
            unfinished = QCoreApplication.translate(
                "Team", "%n articles are begun and not finished, so they are not in it.", None,
                int(answer["unfinished"]),
            )
            lines.append(unfinished)
        return "success", words, lines


def free_path(project: Path) -> Path:
    """A name for the bundle beside the project that nothing has yet."""
    number = 1
    while (path := project.with_name(f"{project.stem}-{number}{SUFFIX}")).exists():
        number += 1
    return path
