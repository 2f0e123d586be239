"""“Merge hand-ins…”: bundles and projects of others are verified and brought together here."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from annotator.ui.desk import Desk
from annotator.ui.sheet.work import Answer, sentence_of
from annotator.ui.style import plain_label
from annotator.ui.team.team_sheet import TeamSheet
from annotator.ui.theme import Theme
from annotator.ui.wording import isolated, sentence_words


class MergeSheet(TeamSheet):
    """Says what is to come in, then what came in, file by file, and what was left out and why."""

    def __init__(self, desk: Desk, theme: Theme, files: Sequence[Path], parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("Team", "Merge hand-ins")
        super().__init__(title, QCoreApplication.translate("Team", "Merge"), desk, theme, parent)
        self._files = list(files)
        names = plain_label("\n".join(isolated(path.name) for path in files))
        self.add_row(QCoreApplication.translate("Team", "Files"), names)

    def command(self) -> Sequence[str]:
        """The verb `merge`."""
        return ["merge", "--json", "--progress", str(self.desk.store.path), *map(str, self._files)]

    def report(self, answer: Answer) -> tuple[str, str, list[str]]:
        """What came in, and what did not."""
        refused = [_told(row) for row in answer["refused"]]
        lines = [*refused, *(_file_words(row) for row in answer["files"]), *(_told(row) for row in answer["warnings"])]
        if not answer["changed"]:
            words = QCoreApplication.translate("Team", "Nothing new came in. Nothing changed.")
        else:
            words = QCoreApplication.translate("Team", "Merged: %n layers.", None, int(answer["added"]))
        return "danger" if refused else "success", words, lines


def _told(row: Mapping[str, Any]) -> str:
    said = sentence_words(sentence_of(row))
    return f"{isolated(str(row['path']))}: {said}" if row["path"] else said


def _file_words(row: Mapping[str, Any]) -> str:
    who = " · ".join(isolated(name) for name in row["annotators"])
    new = QCoreApplication.translate("Team", "%n new layers", None, int(row["layers"]))
    known = QCoreApplication.translate("Team", "%n already here", None, int(row["known"]))
    if row["kind"] == "hand_in" and not row["layers"] and row["known"]:
        known = QCoreApplication.translate("Team", "This bundle was already merged. Nothing changed.")
    parts = [isolated(str(row["path"])), who, new, known if row["known"] else ""]
    return " · ".join(part for part in parts if part)
