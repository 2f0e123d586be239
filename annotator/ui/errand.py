"""Errands: what commands do beyond the desk: ask for files, show sheets, copy words."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from annotator import paths
from annotator.core.sentence import Refused
from annotator.core.span import quote
from annotator.store.creation import create_project
from annotator.ui.wording import sentence_words

if TYPE_CHECKING:
    from annotator.ui.window import Window

# Sheets are imported when they are first shown, so that the window itself is there sooner.


def choose_project(window: "Window") -> None:
    """Ask which project to open."""
    title = QCoreApplication.translate("Window", "Open project")
    chosen, _ = QFileDialog.getOpenFileName(window, title, str(Path.home()), f"(*{paths.PROJECT_SUFFIX})")
    if chosen:
        window.open_project(Path(chosen))


def new_project(window: "Window") -> None:
    """Ask where the new project shall be, make it and open it."""
    title = QCoreApplication.translate("Window", "New project")
    chosen, _ = QFileDialog.getSaveFileName(window, title, str(Path.home()), f"(*{paths.PROJECT_SUFFIX})")
    if not chosen:
        return
    path = Path(chosen).with_suffix(paths.PROJECT_SUFFIX)
    try:
        create_project(path, paths.resource("scheme.toml").read_text(encoding="utf-8")).close()
    except Refused as error:
        window.notice.tell_error(sentence_words(error.sentence))
        return
    window.open_project(path)


def choose_import(window: "Window") -> None:
    """Ask which files to take in."""
    title = QCoreApplication.translate("Window", "Import")
    chosen, _ = QFileDialog.getOpenFileNames(window, title, str(Path.home()), "(*.txt *.jsonl *.ndjson)")
    if chosen:
        show_import(window, [Path(path) for path in chosen])


def show_import(window: "Window", files: list[Path]) -> None:
    """Show what these files and folders hold, before anything is written."""
    from annotator.ui.sheet.import_sheet import ImportSheet

    sheet = ImportSheet(window.desk, window.theme, files, window)
    sheet.imported.connect(lambda _: _after_import(window))
    sheet.open()


def _after_import(window: "Window") -> None:
    """Show what came in; an empty desk gets its first article."""
    window.desk.look_for_others()
    if window.desk.article is None:
        window.begin()


def show_export(window: "Window") -> None:
    """Ask what to write, and where."""
    from annotator.ui.sheet.export_sheet import ExportSheet

    ExportSheet(window.desk, window.theme, window).open()


def show_guide(window: "Window") -> None:
    """The user's guide."""
    from annotator.ui.sheet.help import HelpSheet

    HelpSheet(window.theme, window).open()


def copy_quote(window: "Window") -> None:
    """Put the selected words, or else the picked span's, on the clipboard."""
    article, picked, selection = window.desk.article, window.desk.picked, window.desk.selection
    if article and selection:
        QGuiApplication.clipboard().setText(article.text[slice(*selection)])
    elif article and picked:
        QGuiApplication.clipboard().setText(quote(picked, article.text))
