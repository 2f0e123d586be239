"""The import sheet: what files hold, before anything is written; then what became of them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QProgressBar, QWidget

from annotator.core.record import Notice, Refusal
from annotator.core.sentence import Sentence
from annotator.exchange.column import Wanted
from annotator.ui import language
from annotator.ui.button import Button, Words
from annotator.ui.desk import Desk
from annotator.ui.sheet.banner import Banner
from annotator.ui.sheet.column_row import ColumnRow
from annotator.ui.sheet.drop import DropPlace
from annotator.ui.sheet.figure import Figure
from annotator.ui.sheet.frame import Sheet
from annotator.ui.sheet.report_table import ReportTable
from annotator.ui.sheet.scan import Scan, Source
from annotator.ui.sheet.source_list import SourceList
from annotator.ui.sheet.specimen import Specimen
from annotator.ui.sheet.work import Answer, Work, refusals_of, warnings_of
from annotator.ui.style import plain_label
from annotator.ui.theme import Theme
from annotator.ui.wording import isolated, sentence_words

SIZE = QSize(940, 640)
SIDE_PX = 308
TABLE_PX, REPORT_PX = 220, 400
CHOOSING, WORKING, FINISHED = "choosing", "working", "finished"


class ImportSheet(Sheet):
    """Nothing is written before the primary button is pressed; `imported` carries how many records were added."""

    imported = Signal(int)

    def __init__(self, desk: Desk, theme: Theme, paths: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Import", "Import articles"), theme, SIZE, parent)
        self._desk = desk
        self.state = CHOOSING
        self._runs: list[list[str]] = []
        self._answers: list[Answer] = []
        self._work: Work | None = None
        self._shown: tuple[object, ...] = ()
        self.scan = Scan(desk.store, self)
        self._make_parts()
        self._lay_out_parts()
        self._connect_parts()
        self.setAcceptDrops(True)
        self.add(list(paths))

    # ---------------------------------------------------------------- parts

    def _make_parts(self) -> None:
        theme = self.theme
        self.ready = Figure(theme, QCoreApplication.translate("Import", "ready"))
        self.known = Figure(theme, QCoreApplication.translate("Import", "already there"), "muted")
        self.refused = Figure(theme, QCoreApplication.translate("Import", "refused"), "danger")
        self.files = SourceList(theme)
        self._drop = DropPlace(theme, self.add)
        self._name = plain_label("", "strong")
        self._count = plain_label("", "small", muted=True)
        self._copy = Button(theme, "quiet", Words(QCoreApplication.translate("Import", "Copy the list")))
        self.columns = ColumnRow()
        self.columns.hide()
        self.banner = Banner(theme)
        self.table = ReportTable(theme)
        self._preview_title = plain_label(QCoreApplication.translate("Import", "Preview"), "strong")
        self.specimen = Specimen(self._desk.scheme, theme)
        self._note = plain_label(
            QCoreApplication.translate(
                "Import", "Your own files are not touched; the fingerprint of each text is kept with its article."
            ),
            "small",
            muted=True,
        )
        self._note.setWordWrap(True)
        self.whole = QCheckBox(QCoreApplication.translate("Import", "Import nothing if any line is refused"))
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)

    def _lay_out_parts(self) -> None:
        for figure in (self.ready, self.known, self.refused):
            self.head_end.addWidget(figure)
        self.side_pane.setFixedWidth(SIDE_PX)
        self.side.addWidget(self.files, 1)
        row = QHBoxLayout()
        row.setContentsMargins(16, 4, 16, 8)
        row.addWidget(self._drop)
        self.side.addLayout(row)
        heading = QHBoxLayout()
        heading.setSpacing(8)
        heading.addWidget(self._name)
        heading.addWidget(self._count)
        heading.addStretch(1)
        heading.addWidget(self._copy)
        self.body.addLayout(heading)
        for widget in (self.columns, self.banner, self.table, self._preview_title):
            self.body.addWidget(widget)
        self.body.addWidget(self.specimen, 1)
        self.body.addStretch(0)
        self.body.addWidget(self._note)
        self.foot.addWidget(self.whole)
        self.foot.addWidget(self._progress, 1)
        self.foot.addStretch(0)

    def _connect_parts(self) -> None:
        self.scan.looked.connect(self.refresh)
        self.files.currentRowChanged.connect(self.refresh)
        self.whole.toggled.connect(self.refresh)
        self.banner.button.clicked.connect(self._agree)
        self.columns.changed.connect(self._map)
        self._copy.clicked.connect(self.table.copy_all)
        self.primary.clicked.connect(self._press)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        super().set_theme(theme)
        drawn = (self.ready, self.known, self.refused, self.files, self._drop, self.banner, self.table, self.specimen)
        for part in drawn:
            part.set_theme(theme)

    def focus_first(self) -> None:
        """The files have the focus, and Enter imports."""
        self.files.setFocus(Qt.FocusReason.PopupFocusReason)

    # ---------------------------------------------------------------- choosing

    def add(self, paths: list[Path]) -> None:
        """Look at more files and folders."""
        if self.state == CHOOSING:
            self.scan.look_at(paths)
            self.refresh()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """More files may be dropped on the sheet."""
        if self.state == CHOOSING and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take them in."""
        event.acceptProposedAction()
        self.add([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def _agree(self) -> None:
        source = self.files.picked
        if source is not None and self.state == CHOOSING:
            self.scan.agree(source)
            self.refresh()

    def _map(self) -> None:
        source = self.files.picked
        if source is not None and self.state == CHOOSING:
            self.scan.map(source, self.columns.wanted)
            self.refresh()

    def refresh(self) -> None:
        """Show what is known by now."""
        if self.state != CHOOSING:
            return
        sources = self.scan.sources
        self.files.show_sources(sources)
        more = any(source.unread or source.cut for source in sources)
        self.ready.show_value(self._articles() or self._layers(), more=more)
        self.known.show_value(sum(source.known for source in sources))
        self.refused.show_value(self._refused())
        self.cancel.show_parts(Words(QCoreApplication.translate("Import", "Cancel")))
        self._progress.hide()
        self._show_primary(more)
        self._show_picked()

    def _articles(self) -> int:
        return sum(source.articles for source in self.scan.sources)

    def _layers(self) -> int:
        return sum(source.layers for source in self.scan.sources)

    def _refused(self) -> int:
        return sum(len(source.refusals) for source in self.scan.sources)

    def _unsure(self) -> list[Source]:
        return [source for source in self.scan.sources if source.uncertain and not source.agreed]

    def _show_primary(self, more: bool) -> None:
        """The button says what it will do, and rests while it would do nothing."""
        blocked = self.whole.isChecked() and bool(self._refused() or self._unsure())
        something = bool(self._articles() or self._layers() or more)
        self.primary.show_parts(Words(self._primary_words(more)))
        self.primary.setEnabled(something and not blocked and not self.scan.is_running)
        self.show_subtitle(self._state_words(blocked))

    def _primary_words(self, more: bool) -> str:
        if more:
            return QCoreApplication.translate("Import", "Import everything")
        if self._articles() or not self._layers():
            return QCoreApplication.translate("Import", "Import %n articles", None, self._articles())
        return QCoreApplication.translate("Import", "Import %n layers", None, self._layers())

    def _state_words(self, blocked: bool) -> str:
        if self.scan.is_running:
            return QCoreApplication.translate("Import", "Reading the files…")
        if blocked:
            return QCoreApplication.translate("Import", "Something would be refused, so nothing would be imported.")
        return QCoreApplication.translate("Import", "Nothing has been written yet. Look, then import.")

    # ---------------------------------------------------------------- the picked file

    def _show_picked(self) -> None:
        source = self.files.picked
        state = (id(source), source and (source.done, source.agreed, len(source.refusals), len(source.notices)))
        if source is not None and (state != self._shown or not source.done):
            self._shown = state
            self._name.setText(f"\u2066{source.path.name or source.path}\u2069")
            self._count.setText(self._sound_words(source))
            self._show_reports([*source.refusals, *source.notices])
            self._ask(source)
            self._show_columns(source)
            self._show_sample(source)

    def _sound_words(self, source: Source) -> str:
        if source.uncertain and not source.agreed and not source.is_folder:
            return ""
        if source.is_folder:
            sound = QCoreApplication.translate("Import", "%n articles can be read", None, source.records)
        else:
            sound = QCoreApplication.translate("Import", "%n sound lines", None, source.records)
        if not source.unread:
            return sound if source.is_folder or source.records > 1 else ""
        unread = QCoreApplication.translate("Import", "%n files not looked at yet", None, source.unread)
        return f"{sound} · {unread}"

    def _show_reports(self, reports: Sequence[Refusal | Notice], most: int = TABLE_PX) -> None:
        self.table.setVisible(bool(reports))
        self._copy.setVisible(bool(reports))
        self.table.show_reports(reports)
        self.table.setFixedHeight(self.table.natural_height(most))

    def _show_columns(self, source: Source) -> None:
        self.columns.setVisible(len(source.names) > 1)
        self.columns.show_columns(source.names, source.columns)

    def _ask(self, source: Source) -> None:
        if not source.uncertain or source.agreed:
            self.banner.hide()
            return
        path, uncertain = source.uncertain[0]
        yes = QCoreApplication.translate("Import", "Yes, %1").replace("%1", _spoken(uncertain.guess))
        words = QCoreApplication.translate("Import", "The encoding is uncertain. Does this look right?")
        self.banner.tell("warning", words, self._how_many(source, path), yes)

    def _how_many(self, source: Source, path: Path) -> str:
        if len(source.uncertain) == 1:
            return isolated(path.name) if source.is_folder else ""
        count = len(source.uncertain)
        several = QCoreApplication.translate("Import", "This is “%1”, the first of %n such files.", None, count)
        return several.replace("%1", isolated(path.name))

    def _show_sample(self, source: Source) -> None:
        if source.uncertain and not source.agreed:
            self.specimen.show_text(source.uncertain[0][1].preview)
        elif source.sample is not None:
            self.specimen.show_record(source.sample)
        else:
            self.specimen.show_text("")
        for widget in (self.specimen, self._preview_title):
            widget.setVisible(bool(self.specimen.text))

    # ---------------------------------------------------------------- working

    def _press(self) -> None:
        if self.state == CHOOSING:
            self._begin()
        elif self.state == FINISHED:
            self.accept()

    def _begin(self) -> None:
        self.state = WORKING
        self.scan.stop()
        self._runs = self._commands()
        self._progress.setRange(0, 0)
        self._progress.show()
        self.whole.hide()
        self._drop.setEnabled(False)
        self.banner.hide()
        self.show_subtitle(QCoreApplication.translate("Import", "Importing…"))
        self.primary.setEnabled(False)
        self.cancel.show_parts(Words(QCoreApplication.translate("Import", "Stop")))
        self._run_next()

    def _commands(self) -> list[list[str]]:
        """One run of the program; two where some files of uncertain encoding were agreed to and others were not, and
        one more for each table whose columns the person has named."""
        mapped = [source for source in self.scan.sources if source.columns]
        runs = [self._command([source], source.encoding, source.columns) for source in mapped]
        return [*runs, *self._plain_commands([source for source in self.scan.sources if not source.columns])]

    def _plain_commands(self, sources: Sequence[Source]) -> list[list[str]]:
        """Those for sources whose columns, if they have any, nobody has changed."""
        agreed = [source for source in sources if source.encoding]
        others = [source for source in sources if not source.encoding]
        if not sources:
            return []
        if not agreed or (self.whole.isChecked() and self._unsure()):
            return [self._command(sources, None)]
        if not self._unsure():
            return [self._command(sources, agreed[0].encoding)]
        return [self._command(agreed, agreed[0].encoding), self._command(others, None)]

    def _command(self, sources: Sequence[Source], encoding: str | None, columns: Wanted | None = None) -> list[str]:
        options = ["--json", "--progress", *(["--encoding", encoding] if encoding else [])]
        options += ["--all-or-nothing"] if self.whole.isChecked() else []
        for field, column in (columns or {}).items():
            options += ["--map", f"{field}={column}"]
        return ["import", *options, str(self._desk.store.path), *(str(source.path) for source in sources)]

    def _run_next(self) -> None:
        self._work = Work(self)
        self._work.progressed.connect(self._show_progress)
        self._work.answered.connect(self._take)
        self._work.failed.connect(self._fail)
        self._work.start(self._runs.pop(0))

    def _show_progress(self, count: int) -> None:
        words = QCoreApplication.translate("Import", "Importing… %1 so far")
        self.show_subtitle(words.replace("%1", language.number(count)))

    def _take(self, answer: Answer) -> None:
        self._answers.append(answer)
        if self._runs:
            self._run_next()
        else:
            self._report("")

    def _fail(self, sentence: Sentence) -> None:
        self._report(sentence_words(sentence))

    # ---------------------------------------------------------------- what became of it

    def _report(self, failure: str) -> None:
        """Show in the same sheet what was taken in, and what was not and why."""
        self.state = FINISHED
        added = sum(answer["added"] for answer in self._answers)
        known = sum(answer["duplicates"] for answer in self._answers)
        refused = [refusal for answer in self._answers for refusal in refusals_of(answer)]
        warnings = [warning for answer in self._answers for warning in warnings_of(answer)]
        self._progress.hide()
        self.show_side(False)
        for widget in (self.columns, self.specimen, self._preview_title, self._note, self._name, self._count):
            widget.hide()
        self.ready.show_value(added, QCoreApplication.translate("Import", "imported"))
        self.known.show_value(known)
        self.refused.show_value(len(refused))
        self.show_subtitle("")
        self._say_result(added, known, len(refused), failure)
        self._show_reports([*refused, *warnings], REPORT_PX)
        self.cancel.hide()
        self.primary.show_parts(Words(QCoreApplication.translate("Import", "Close")))
        self.primary.setEnabled(True)
        self.primary.setFocus(Qt.FocusReason.OtherFocusReason)
        self._desk.look_for_others()
        self.imported.emit(added)

    def _say_result(self, added: int, known: int, refused: int, failure: str) -> None:
        if failure:
            self.banner.tell("danger", failure)
        elif refused and not added:
            self.banner.tell("warning", QCoreApplication.translate("Import", "Nothing was imported."))
        elif refused:
            words = QCoreApplication.translate("Import", "What could be read was imported; the rest stands below.")
            self.banner.tell("warning", words)
        elif known and not added:
            words = QCoreApplication.translate("Import", "Nothing new: the project had all of it already.")
            self.banner.tell("muted", words)
        else:
            self.banner.tell("success", QCoreApplication.translate("Import", "Everything was imported and is kept."))

    def press_cancel(self) -> None:
        """Close; while the import runs, stop it instead and show what was done."""
        if self.state == WORKING and self._work is not None:
            self._runs.clear()
            self._work.stop()
        else:
            self.reject()

    def reject(self) -> None:
        """Esc closes, except while the import runs: that is stopped by its button only."""
        if self.state != WORKING:
            self.scan.stop()
            super().reject()


def _spoken(encoding: str) -> str:
    """An encoding's name as people write it."""
    return isolated(encoding.replace("windows", "Windows"))
