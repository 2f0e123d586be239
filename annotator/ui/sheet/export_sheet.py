"""The export sheet: which format, whose work, where to; then the proof that what was written can be read."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDir, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontDatabase, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from annotator.core.scheme import Label
from annotator.core.sentence import Sentence
from annotator.exchange import Format
from annotator.exchange.formats import FORMATS
from annotator.store.forecast import EVERYBODY, announce
from annotator.ui import language
from annotator.ui.button import Button, Picture, Words
from annotator.ui.desk import Desk
from annotator.ui.flow import FlowLayout
from annotator.ui.icon import icon_pixmap
from annotator.ui.inspector import scrolling
from annotator.ui.mark import mark_pixmap
from annotator.ui.sheet.banner import Banner
from annotator.ui.sheet.export_choice import ON, ExportChoice
from annotator.ui.sheet.format_list import FormatList
from annotator.ui.sheet.format_words import format_words
from annotator.ui.sheet.frame import Sheet
from annotator.ui.sheet.loss_table import LossTable
from annotator.ui.sheet.remarks import Remarks
from annotator.ui.sheet.work import Answer, Work
from annotator.ui.style import plain_label
from annotator.ui.theme import Theme
from annotator.ui.wording import isolated, sentence_words

SIZE = QSize(940, 680)
SIDE_PX = 308
ICON_PX = 16
PATH_PX = 300
BODY_PAD = 20
COUNT_AFTER = 200
"""Milliseconds after the last choice before losses are counted."""


class ExportSheet(Sheet):
    """Writes through the command line's `export`, which reads everything back before it puts it in place.

    `exported` carries the path of what was written.
    """

    exported = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Export", "Export"), theme, SIZE, parent)
        self._desk = desk
        self._work: Work | None = None
        self._count: Work | None = None
        self._known: dict[tuple[str, ...], Answer] = {}
        self.formats = FormatList([row for row in FORMATS if row.writes], theme)
        self.banner = Banner(theme)
        self.losses = LossTable(theme)
        self.choice = ExportChoice(desk, theme)
        self.people = self.choice.buttons["whose"]
        self.field = QLineEdit()
        self._browse = Button(theme, "small", Words(QCoreApplication.translate("Export", "Browse…")))
        self._there = plain_label("", "small", muted=True)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(COUNT_AFTER)
        self._lay_out_parts()
        self._connect_parts()
        place = self._usual_path(desk.store.path.absolute().parent)
        self._offered = place.name
        self.field.setText(str(place))
        self.refresh()

    # ---------------------------------------------------------------- parts

    def _lay_out_parts(self) -> None:
        self.side_pane.setFixedWidth(SIDE_PX)
        self.side.addWidget(scrolling(self.formats), 1)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(BODY_PAD, BODY_PAD - 4, BODY_PAD, BODY_PAD)
        column.setSpacing(14)
        self._facts = QVBoxLayout()
        self._facts.setSpacing(8)
        self._marks = QWidget()
        self._marks.setLayout(FlowLayout(0))
        column.addWidget(self.banner)
        column.addWidget(self.losses)
        column.addWidget(self.choice)
        column.addWidget(self._marks)
        column.addLayout(self._facts)
        column.addStretch(1)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(scrolling(page))
        self._fill_foot()

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
        self.choice.changed.connect(self._take_format)
        self.choice.seed.textChanged.connect(self.refresh)
        self.field.textChanged.connect(self._look_at_path)
        self._browse.clicked.connect(self._choose_path)
        self.primary.clicked.connect(self._press)
        self._soon.timeout.connect(self._begin_count)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        super().set_theme(theme)
        self.formats.set_theme(theme)
        self.banner.set_theme(theme)
        self.losses.set_theme(theme)
        self.refresh()

    # ---------------------------------------------------------------- what will be written

    @property
    def format(self) -> Format:
        """The format picked."""
        return self.formats.current

    @property
    def whose(self) -> str:
        """The annotator whose work is wanted; EVERYBODY for all."""
        return self.choice.value("whose")

    @property
    def is_folder(self) -> bool:
        """Whether a folder is written rather than a file."""
        return self.format.is_folder or self.choice.is_split

    def refresh(self) -> None:
        """Count anew and say what would be written."""
        done_only = self.choice.value("articles") == ON
        self._announced = announce(self._desk.store, self.choice.kinds, self.whose, done_only)
        self.choice.show_for(self.format)
        self.show_subtitle(self._counts_words())
        self._show_facts()
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

    def _format_title(self) -> str:
        return isolated(format_words(self.format.title))

    def _show_facts(self) -> None:
        """What the format carries and what it cannot, a line each."""
        while (item := self._facts.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        carried = QCoreApplication.translate("Export", "What %1 carries").replace("%1", self._format_title())
        lost = QCoreApplication.translate("Export", "What %1 cannot carry").replace("%1", self._format_title())
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
        """A name that somebody gave stays, but for its ending; one that was offered gives way to the next."""
        path = Path(self.field.text())
        if path.name:
            given = path.with_suffix("" if self.is_folder else self.format.suffixes[0])
            is_offered, self._offered = path.name == self._offered, self._usual_path(path.parent).name
            self.field.setText(str(path.with_name(self._offered) if is_offered else given))
        self.refresh()

    # ---------------------------------------------------------------- what would be left out

    def _arguments(self) -> tuple[str, ...]:
        return ("--format", self.format.name, *self.choice.arguments(self.format))

    def _show_losses(self) -> None:
        """What is known of the losses of this choice; what is not is counted after a moment, by the program itself."""
        self.losses.setVisible(not self.format.is_whole)
        self._soon.stop()
        if self.format.is_whole:
            return
        title = QCoreApplication.translate("Export", "What this export leaves out")
        known = self._known.get(self._arguments())
        if known is None:
            self.losses.show_counting(title)
            self._soon.start()
        else:
            self.losses.show_losses(title, known["losses"], self._announced.spans)

    def _begin_count(self) -> None:
        self._end_count()
        if not self.isVisible():
            return
        arguments = self._arguments()
        self._count = Work(self)
        self._count.answered.connect(partial(self._take_count, arguments))
        self._count.failed.connect(self._miss_count)
        out = str(self._desk.store.path.with_suffix(".none"))
        self._count.start(["export", "--json", "--dry-run", *arguments, str(self._desk.store.path), out])

    def _take_count(self, arguments: tuple[str, ...], answer: Answer) -> None:
        self._known[arguments] = answer
        self._count = None
        if arguments == self._arguments():
            self._show_losses()

    def _miss_count(self, sentence: Sentence) -> None:
        """What cannot be counted cannot be written either, as when a library is missing: say so at once."""
        stopped = self._count is not None and self._count.was_stopped
        self._count = None
        if not stopped and self._work is None:
            self.losses.hide()
            self.banner.tell("danger", sentence_words(sentence))

    def _end_count(self) -> None:
        if self._count is not None:
            self._count.stop()

    # ---------------------------------------------------------------- where to

    def _usual_path(self, folder: Path) -> Path:
        """What the export is called unless somebody gives it another name."""
        stem = self._desk.store.path.stem
        return folder / (f"{stem}-{self.format.name}" if self.is_folder else stem + self.format.suffixes[0])

    def _choose_path(self) -> None:
        title = QCoreApplication.translate("Export", "Export")
        path = Path(self.field.text())
        if self.is_folder:
            parent = QFileDialog.getExistingDirectory(self, title, str(path.parent))
            chosen = str(Path(parent) / path.name) if parent else ""
        else:
            chosen, _ = QFileDialog.getSaveFileName(self, title, str(path), f"*{self.format.suffixes[0]}")
        if chosen:
            self.field.setText(QDir.toNativeSeparators(chosen))

    def _look_at_path(self) -> None:
        path = Path(self.field.text().strip())
        folder = path.is_absolute() and path.name != "" and path.parent.is_dir()
        blocked = path.is_file() if self.is_folder else path.is_dir()
        words = ""
        if not folder:
            words = QCoreApplication.translate("Export", "There is no such folder.")
        elif blocked and self.is_folder:
            words = QCoreApplication.translate("Export", "A file of this name is there; a folder is to be written.")
        elif self.is_folder and path.is_dir():
            words = QCoreApplication.translate("Export", "A folder of this name is there; only an export is replaced.")
        elif path.is_file():
            words = QCoreApplication.translate("Export", "A file of this name is there; it will be replaced.")
        self._there.setText(words)
        self._there.setVisible(bool(words))
        self.primary.setEnabled(folder and not blocked and self._work is None)

    # ---------------------------------------------------------------- writing

    def _press(self) -> None:
        if self.cancel.isHidden():
            self.accept()
        else:
            self._begin()

    def _begin(self) -> None:
        self._end_count()
        self._soon.stop()
        self._set_busy(True)
        self.show_subtitle(QCoreApplication.translate("Export", "Writing and reading back…"))
        self._work = Work(self)
        self._work.answered.connect(self._take)
        self._work.failed.connect(self._fail)
        self._work.start(self._command())

    def _command(self) -> Sequence[str]:
        out = str(Path(self.field.text().strip()))
        return ["export", "--json", "--progress", *self._arguments(), str(self._desk.store.path), out]

    def _set_busy(self, busy: bool) -> None:
        for widget in (self.formats, self.field, self._browse, self.choice):
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

    def done(self, result: int) -> None:
        """Closing ends the counting."""
        self._soon.stop()
        self._end_count()
        super().done(result)


def _draw_mark(label: Label, theme: Theme) -> QPixmap:
    return mark_pixmap(label, theme, language.current())
