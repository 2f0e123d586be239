"""What the sheets of a team have in common: a form, one command in a process of its own, and a report to read."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from annotator.core.sentence import Sentence
from annotator.ui.button import Button, Words
from annotator.ui.desk import Desk
from annotator.ui.inspector import scrolling
from annotator.ui.sheet.banner import Banner
from annotator.ui.sheet.frame import Sheet
from annotator.ui.sheet.work import Answer, Work
from annotator.ui.style import plain_label
from annotator.ui.theme import Theme
from annotator.ui.wording import sentence_words

SIZE = QSize(640, 460)
LABEL_PX = 150
WIDEST_PX = 600
"""What may become wider than this fills its row."""


class TeamSheet(Sheet):
    """Fill `form` through `add_row`; say what is to be run in `command` and what came of it in `report`.

    While it runs it stays: what is half done is not left alone.
    """

    def __init__(self, title: str, action: str, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(title, theme, SIZE, parent)
        self.desk = desk
        self._work: Work | None = None
        self._done = False
        self._said: list[str] = []
        self.banner = Banner(theme)
        self.form = QWidget()
        self._rows = QGridLayout(self.form)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setColumnMinimumWidth(0, LABEL_PX)
        self._report = QVBoxLayout()
        self._report.setSpacing(6)
        page = QWidget()
        page.setLayout(self._report)
        self._report.setContentsMargins(0, 0, 0, 0)
        self.show_side(False)
        self.body.addWidget(self.form)
        self.body.addWidget(self.banner)
        self._area = scrolling(page)
        self.body.addWidget(self._area, 1)
        self.banner.hide()
        self.foot.addStretch(1)
        self.cancel.show_parts(Words(QCoreApplication.translate("Team", "Cancel")))
        self.primary.show_parts(Words(action))
        self.primary.clicked.connect(self._press)

    @property
    def lines(self) -> list[str]:
        """The report, line by line."""
        return list(self._said)

    def add_row(self, name: str, *widgets: QWidget) -> None:
        """A row of the form under a name."""
        row = self._rows.rowCount()
        label = plain_label(name, muted=True)
        self._rows.addWidget(label, row, 0)
        cells = QHBoxLayout()
        cells.setSpacing(8)
        for place, widget in enumerate(widgets):
            cells.addWidget(widget, int(place == 0 and widget.maximumWidth() > WIDEST_PX))
            widget.setAccessibleName(widget.accessibleName() or name)
        if widgets[0].maximumWidth() <= WIDEST_PX:
            cells.addStretch(1)
        self._rows.addLayout(cells, row, 1)

    def path_row(self, name: str, path: Path, folder: bool) -> QLineEdit:
        """A row in which one writes or chooses where to."""
        field = QLineEdit(str(path))
        field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        browse = Button(self.theme, "small", Words(QCoreApplication.translate("Export", "Browse…")))
        browse.clicked.connect(lambda: self._browse(field, name, folder))
        self.add_row(name, field, browse)
        return field

    def _browse(self, field: QLineEdit, title: str, folder: bool) -> None:
        if folder:
            chosen = QFileDialog.getExistingDirectory(self, title, field.text())
        else:
            chosen, _ = QFileDialog.getSaveFileName(self, title, field.text(), "(*.zip)")
        if chosen:
            field.setText(chosen)

    # ---------------------------------------------------------------- running

    def command(self) -> Sequence[str]:
        """The verb and its arguments."""
        raise NotImplementedError

    def report(self, answer: Answer) -> tuple[str, str, list[str]]:
        """What came of it: the banner's kind, its words, and the lines under it."""
        raise NotImplementedError

    def _press(self) -> None:
        if self._done:
            self.accept()
            return
        self._set_busy(True)
        self.banner.hide()
        self.show_subtitle(QCoreApplication.translate("Team", "Under way…"))
        self._work = Work(self)
        self._work.progressed.connect(self._count)
        self._work.answered.connect(self._take)
        self._work.failed.connect(self._fail)
        self._work.start(self.command())

    def _set_busy(self, busy: bool) -> None:
        self.form.setEnabled(not busy)
        self.primary.setEnabled(not busy)
        self.cancel.setEnabled(not busy)

    def _count(self, count: int) -> None:
        self.show_subtitle(QCoreApplication.translate("Team", "Under way… %n so far", None, count))

    def _take(self, answer: Answer) -> None:
        self._end()
        self._done = True
        kind, words, lines = self.report(answer)
        self.form.hide()
        self.banner.tell(kind, words)
        self._said = lines
        for line in lines:
            label = plain_label(line)
            label.setWordWrap(True)
            self._report.addWidget(label)
        self._report.addStretch(1)
        self.cancel.hide()
        self.primary.show_parts(Words(QCoreApplication.translate("Team", "Close")))
        self.primary.setFocus(Qt.FocusReason.OtherFocusReason)
        self.desk.look_for_others()

    def _fail(self, sentence: Sentence) -> None:
        self._end()
        self.banner.tell("danger", sentence_words(sentence))

    def _end(self) -> None:
        self._work = None
        self._set_busy(False)
        self.show_subtitle("")

    def reject(self) -> None:
        """Esc closes, except while it runs."""
        if self._work is None:
            super().reject()
