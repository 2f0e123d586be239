"""“Assign articles…”: one project file per annotator, without anybody else's work in it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QSpinBox, QWidget

from annotator.ui.desk import Desk
from annotator.ui.sheet.work import Answer
from annotator.ui.style import lead
from annotator.ui.team.team_sheet import TeamSheet
from annotator.ui.theme import Theme
from annotator.ui.wording import END, LEFT_TO_RIGHT, isolated

NUMBER_PX = 96
MOST_OVERLAP, MOST_REPEATS, MOST_SEED = 20, 999, 999_999


class AssignSheet(TeamSheet):
    """To whom, to how many each, how many hidden repeats, and where the files go."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("Team", "Assign articles")
        super().__init__(title, QCoreApplication.translate("Team", "Assign"), desk, theme, parent)
        self.names = QLineEdit()
        lead(self.names, QCoreApplication.translate("Team", "Names, with commas between them"))
        self.overlap, self.repeats = _number(1, MOST_OVERLAP, 2), _number(0, MOST_REPEATS, 0)
        self.seed = _number(0, MOST_SEED, 0)
        self.add_row(QCoreApplication.translate("Team", "Annotators"), self.names)
        self.add_row(QCoreApplication.translate("Team", "Annotators per article"), self.overlap)
        self.add_row(QCoreApplication.translate("Team", "Hidden repeats for each"), self.repeats)
        self.add_row(QCoreApplication.translate("Team", "Seed of chance"), self.seed)
        folder = desk.store.path.absolute().parent / f"{desk.store.path.stem}-assigned"
        self.field = self.path_row(QCoreApplication.translate("Team", "Folder"), folder, True)
        self.names.textChanged.connect(self._judge)
        self._judge()

    def _judge(self, *_: object) -> None:
        self.primary.setEnabled(bool(self.names.text().strip(" ,،")))

    def focus_first(self) -> None:
        """One begins with the names."""
        self.names.setFocus()

    def command(self) -> Sequence[str]:
        """The verb `assign`."""
        wishes = ["--overlap", str(self.overlap.value()), "--repeat", str(self.repeats.value())]
        more = ["--seed", str(self.seed.value()), "--annotators", self.names.text().strip()]
        return ["assign", "--json", *wishes, *more, str(self.desk.store.path), str(Path(self.field.text().strip()))]

    def report(self, answer: Answer) -> tuple[str, str, list[str]]:
        """Who got how many, and in which file."""
        words = QCoreApplication.translate("Team", "%n articles newly assigned", None, int(answer["new"]))
        lines = []
        for row in answer["annotators"]:
            articles = QCoreApplication.translate("Team", "%n articles", None, int(row["articles"]))
            again = QCoreApplication.translate("Team", "%n repeats", None, int(row["repeats"]))
            where = f"{LEFT_TO_RIGHT}{row['path']}{END}" if row["path"] else ""
            parts = [isolated(row["name"]), articles, again if row["repeats"] else "", where]
            lines.append(" · ".join(part for part in parts if part))
        if answer["short"]:
            short = QCoreApplication.translate(
                "Team", "%n articles go to fewer people than asked for: too few are left who have not done them.", None,
                int(answer["short"]),
            )
            lines.append(short)
        return ("warning" if answer["short"] else "success"), words, lines


def _number(least: int, most: int, usual: int) -> QSpinBox:
    box = QSpinBox()
    box.setRange(least, most)
    box.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
    box.setFixedWidth(NUMBER_PX)
    box.setAlignment(Qt.AlignmentFlag.AlignCenter)
    box.setValue(usual)
    return box
