"""The export sheet: which format, whose work, where to; then the proof that what was written can be read."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDir, QSize, Qt, Signal
from PySide6.QtGui import QFontDatabase, QPixmap
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from annotator.core.layer import NEW
from annotator.core.scheme import Label
from annotator.core.sentence import Sentence
from annotator.exchange import FORMATS, Format
from annotator.store import catalogue
from annotator.store.store import Store
from annotator.ui import language
from annotator.ui.button import Button, Picture, Words
from annotator.ui.desk import Desk
from annotator.ui.flow import FlowLayout
from annotator.ui.icon import icon_pixmap
from annotator.ui.mark import mark_pixmap
from annotator.ui.sheet.banner import Banner
from annotator.ui.sheet.format_list import FormatList
from annotator.ui.sheet.format_words import format_words
from annotator.ui.sheet.frame import Sheet
from annotator.ui.sheet.work import Answer, Work
from annotator.ui.style import plain_label
from annotator.ui.theme import Theme
from annotator.ui.wording import isolated, sentence_words

SIZE = QSize(900, 520)
SIDE_PX = 308
ICON_PX = 16
PATH_PX = 300
OPTION_PX, MARKS_PX = 34, 28
"""Heights of the two rows of options, the room for focus rings included."""
EVERYBODY = ""


@dataclass(frozen=True, slots=True)
class Announced:
    """What an export will write: articles, annotators, spans, and the spans of each label by its id."""

    articles: int
    annotators: int
    spans: int
    labels: tuple[tuple[str, int], ...]


def announce(store: Store, name: str = EVERYBODY) -> Announced:
    """What the work of one annotator, or of everybody, amounts to."""
    counts = [row for row in catalogue.label_counts(store) if name in (EVERYBODY, row[0])]
    labels: dict[str, int] = {}
    for _, label, count in counts:
        labels[label] = labels.get(label, 0) + count
    people = len({row[0] for row in counts})
    known = next((annotator.id for annotator in store.annotators() if annotator.name == name), None)
    progress = catalogue.progress(store, known)
    articles = sum(count for status, count in progress.items() if name == EVERYBODY or status != NEW)
    return Announced(articles, people, sum(labels.values()), tuple(labels.items()))


class ExportSheet(Sheet):
    """Writes through the command line's `export`, which reads every file back before it puts it in place.

    `exported` carries the path of the file.
    """

    exported = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Export", "Export"), theme, SIZE, parent)
        self._desk = desk
        self._announced = announce(desk.store)
        self._work: Work | None = None
        self.formats = FormatList([row for row in FORMATS if row.writes], theme)
        self.banner = Banner(theme)
        self.people: dict[str, Button] = {}
        self._counts: list[QWidget] = []
        self.field = QLineEdit()
        self._browse = Button(theme, "small", Words(QCoreApplication.translate("Export", "Browse…")))
        self._there = plain_label("", "small", muted=True)
        self._lay_out_parts()
        self._connect_parts()
        self.field.setText(self._usual_path())
        self.refresh()

    # ---------------------------------------------------------------- parts

    def _lay_out_parts(self) -> None:
        self.side_pane.setFixedWidth(SIDE_PX)
        self.side.addWidget(self.formats, 1)
        self._facts = QVBoxLayout()
        self._facts.setSpacing(8)
        self.body.addWidget(self.banner)
        self.body.addLayout(self._facts)
        self.body.addSpacing(6)
        self.body.addLayout(self._options())
        self.body.addStretch(1)
        self._fill_foot()

    def _options(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        self._add_row(grid, OPTION_PX, QCoreApplication.translate("Export", "Whose work"), self._people())
        self._marks = QWidget()
        self._marks.setLayout(FlowLayout(0))
        self._add_row(grid, MARKS_PX, QCoreApplication.translate("Export", "Labels"), self._marks)
        return grid

    def _add_row(self, grid: QGridLayout, height: int, words: str, widget: QWidget) -> None:
        label = plain_label(words, "body", muted=True)
        label.setFixedHeight(height)
        row = grid.rowCount()
        grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(widget, row, 1)

    def _people(self) -> QWidget:
        """Everybody, oneself, and each of the others who has work in the project."""
        box = QWidget()
        flow = FlowLayout(-2, box)
        group = QButtonGroup(self)
        own = self._desk.annotator.name if self._desk.annotator else None
        everybody = QCoreApplication.translate("Export", "All annotators")
        mine = QCoreApplication.translate("Export", "Only mine")
        others = dict.fromkeys(row[0] for row in catalogue.label_counts(self._desk.store))
        rows = [(EVERYBODY, everybody), *([(own, mine)] if own in others else [])]
        for name, words in [*rows, *((name, name) for name in others if name != own)]:
            assert name is not None
            button = Button(self.theme, "option", Words(words))
            button.setCheckable(True)
            button.setChecked(name == EVERYBODY)
            group.addButton(button)
            flow.addWidget(button)
            self.people[name] = button
        group.buttonClicked.connect(self.refresh)
        return box

    def _fill_foot(self) -> None:
        picture = plain_label()
        picture.setPixmap(icon_pixmap("folder", self.theme.colour("muted"), ICON_PX))
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF() * 0.9)
        self.field.setFont(font)
        self.field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.field.setMinimumWidth(PATH_PX)
        self.field.setAccessibleName(QCoreApplication.translate("Export", "File to write"))
        row = QHBoxLayout()
        row.setSpacing(6)
        for widget in (picture, self.field, self._browse):
            row.addWidget(widget)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._there)
        self.foot.addLayout(column, 1)

    def _connect_parts(self) -> None:
        self.formats.picked.connect(self._take_format)
        self.field.textChanged.connect(self._look_at_path)
        self._browse.clicked.connect(self._choose_path)
        self.primary.clicked.connect(self._press)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        super().set_theme(theme)
        self.formats.set_theme(theme)
        self.banner.set_theme(theme)
        self.refresh()

    # ---------------------------------------------------------------- what will be written

    @property
    def format(self) -> Format:
        """The format picked."""
        return self.formats.current

    @property
    def whose(self) -> str:
        """The annotator whose work is wanted; EVERYBODY for all."""
        return next((name for name, button in self.people.items() if button.isChecked()), EVERYBODY)

    def refresh(self) -> None:
        """Count anew and say what would be written."""
        self._announced = announce(self._desk.store, self.whose)
        self.show_subtitle(self._counts_words())
        self._show_losses()
        self._show_marks()
        self.banner.hide()
        self.cancel.show_parts(Words(QCoreApplication.translate("Export", "Cancel")))
        self.cancel.show()
        self.primary.show_parts(Words(QCoreApplication.translate("Export", "Export and verify")))
        self._look_at_path()

    def _counts_words(self) -> str:
        articles = QCoreApplication.translate("Export", "%n articles", None, self._announced.articles)
        people = QCoreApplication.translate("Export", "%n annotators", None, self._announced.annotators)
        spans = QCoreApplication.translate("Export", "%n spans", None, self._announced.spans)
        return " · ".join((articles, people, spans) if self.whose == EVERYBODY else (articles, spans))

    def _show_losses(self) -> None:
        """What the format carries and what it cannot, a line each."""
        while (item := self._facts.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        title = format_words(self.format.title)
        carried = QCoreApplication.translate("Export", "What %1 carries").replace("%1", isolated(title))
        lost = QCoreApplication.translate("Export", "What %1 cannot carry").replace("%1", isolated(title))
        self._facts.addWidget(Remarks(carried, self.format.carries, "success", self.theme))
        if self.format.cannot:
            self._facts.addWidget(Remarks(lost, self.format.cannot, "warning", self.theme))

    def _show_marks(self) -> None:
        flow = self._marks.layout()
        assert isinstance(flow, FlowLayout)
        flow.clear()
        counts = dict(self._announced.labels)
        for label in self._desk.scheme.labels:
            picture = Picture(partial(_draw_mark, label))
            words = Words(label.name(language.current()))
            count = Words(language.number(counts.get(label.id, 0)), light=True)
            shown = Button(self.theme, "status", picture, words, count)
            shown.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            shown.setEnabled(True)
            shown.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            flow.addWidget(shown)

    def _take_format(self) -> None:
        path = Path(self.field.text())
        if path.name:
            self.field.setText(str(path.with_suffix(self.format.suffixes[0])))
        self.refresh()

    # ---------------------------------------------------------------- where to

    def _usual_path(self) -> str:
        project = self._desk.store.path
        return str(project.absolute().with_name(project.stem + self.format.suffixes[0]))

    def _choose_path(self) -> None:
        title = QCoreApplication.translate("Export", "Export")
        chosen, _ = QFileDialog.getSaveFileName(self, title, self.field.text(), f"*{self.format.suffixes[0]}")
        if chosen:
            self.field.setText(QDir.toNativeSeparators(chosen))

    def _look_at_path(self) -> None:
        path = Path(self.field.text().strip())
        there, folder = path.is_file(), path.is_absolute() and path.name != "" and path.parent.is_dir()
        words = ""
        if there:
            words = QCoreApplication.translate("Export", "A file of this name is there; it will be replaced.")
        elif not folder:
            words = QCoreApplication.translate("Export", "There is no such folder.")
        self._there.setText(words)
        self._there.setVisible(bool(words))
        self.primary.setEnabled(folder and not path.is_dir() and self._work is None)

    # ---------------------------------------------------------------- writing

    def _press(self) -> None:
        if self.cancel.isHidden():
            self.accept()
        else:
            self._begin()

    def _begin(self) -> None:
        self._set_busy(True)
        self.show_subtitle(QCoreApplication.translate("Export", "Writing and reading back…"))
        self._work = Work(self)
        self._work.answered.connect(self._take)
        self._work.failed.connect(self._fail)
        self._work.start(self._command())

    def _command(self) -> Sequence[str]:
        whose = ["--annotator", self.whose] if self.whose != EVERYBODY else []
        out = str(Path(self.field.text().strip()))
        return ["export", "--json", "--progress", "--format", self.format.name, *whose, str(self._desk.store.path), out]

    def _set_busy(self, busy: bool) -> None:
        for widget in (self.formats, self.field, self._browse, *self.people.values()):
            widget.setEnabled(not busy)
        self.primary.setEnabled(not busy)
        stop, cancel = QCoreApplication.translate("Export", "Stop"), QCoreApplication.translate("Export", "Cancel")
        self.cancel.show_parts(Words(stop if busy else cancel))

    def _take(self, answer: Answer) -> None:
        self._work = None
        self._set_busy(False)
        self.show_subtitle(self._counts_words())
        spans = int(answer["spans"])
        more = f"\u2066{answer['path']}\u2069\n\u2066SHA-256 {answer['sha256']}\u2069"
        self.banner.tell("success", self._proof(spans), more)
        self._there.hide()
        self.cancel.hide()
        self.primary.show_parts(Words(QCoreApplication.translate("Export", "Close")))
        self.primary.setFocus(Qt.FocusReason.OtherFocusReason)
        self.exported.emit(str(answer["path"]))

    def _proof(self, spans: int) -> str:
        if spans == self._announced.spans:
            return QCoreApplication.translate("Export", "Exported and read back: %n spans, as announced.", None, spans)
        return QCoreApplication.translate("Export", "Exported and read back: %n spans.", None, spans)

    def _fail(self, sentence: Sentence) -> None:
        stopped = self._work is not None and self._work.was_stopped
        self._work = None
        self._set_busy(False)
        self.show_subtitle(self._counts_words())
        words = QCoreApplication.translate("Export", "Export stopped. No file was left behind.")
        self.banner.tell("danger", words if stopped else sentence_words(sentence))

    def press_cancel(self) -> None:
        """Close; while the export runs, stop it."""
        if self._work is not None:
            self._work.stop()
        else:
            self.reject()

    def reject(self) -> None:
        """Esc closes, except while the export runs."""
        if self._work is None:
            super().reject()


def _draw_mark(label: Label, theme: Theme) -> QPixmap:
    return mark_pixmap(label, theme, language.current())


class Remarks(QWidget):
    """A heading with its icon and a list of sentences under it."""

    def __init__(self, title: str, sentences: Sequence[str], colour: str, theme: Theme) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(plain_label(title, "strong"))
        for sentence in sentences:
            row = QHBoxLayout()
            row.setSpacing(8)
            picture = plain_label()
            name = "check" if colour == "success" else "minus"
            picture.setPixmap(icon_pixmap(name, theme.colour(colour), ICON_PX))
            words = plain_label(format_words(sentence), "body", muted=True)
            words.setWordWrap(True)
            row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(words, 1)
            column.addLayout(row)
