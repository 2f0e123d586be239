"""Errands: what commands do beyond the desk: ask for files, show sheets, copy words."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from annotator import paths
from annotator.core.open_item import ATTRIBUTE, OpenItem
from annotator.core.sentence import Refused, say
from annotator.core.span import quote
from annotator.store.creation import create_project
from annotator.ui.keymap import read_keymap
from annotator.ui.missing import missing, place_of
from annotator.ui.settings import keep_setting, setting
from annotator.ui.wording import sentence_words
from annotator.ui.workplace import Workplace

# Sheets are imported when they are first shown, so that the window itself is there sooner.


def choose_project(window: Workplace) -> None:
    """Ask which project to open."""
    title = QCoreApplication.translate("Window", "Open project")
    chosen, _ = QFileDialog.getOpenFileName(window, title, str(Path.home()), f"(*{paths.PROJECT_SUFFIX})")
    if chosen:
        window.open_project(Path(chosen))


def new_project(window: Workplace) -> None:
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


def choose_import(window: Workplace) -> None:
    """Ask which files to take in."""
    title = QCoreApplication.translate("Window", "Import")
    chosen, _ = QFileDialog.getOpenFileNames(window, title, str(Path.home()), "(*.txt *.jsonl *.ndjson)")
    if chosen:
        show_import(window, [Path(path) for path in chosen])


def show_import(window: Workplace, files: list[Path]) -> None:
    """Show what these files and folders hold, before anything is written."""
    from annotator.ui.sheet.import_sheet import ImportSheet

    sheet = ImportSheet(window.desk, window.theme, files, window)
    sheet.imported.connect(lambda _: _after_import(window))
    sheet.open()


def _after_import(window: Workplace) -> None:
    """Show what came in; an empty desk gets its first article."""
    window.desk.look_for_others()
    if window.desk.has_project and window.desk.article is None:
        window.begin()


def show_export(window: Workplace) -> None:
    """Ask what to write, and where."""
    from annotator.ui.sheet.export_sheet import ExportSheet

    ExportSheet(window.desk, window.theme, window).open()


def show_hand_in(window: Workplace) -> None:
    """What is finished, into a bundle for the lead."""
    from annotator.ui.team.hand_in_sheet import HandInSheet

    HandInSheet(window.desk, window.theme, window).open()


def choose_hand_ins(window: Workplace) -> None:
    """Ask which bundles and projects are to be brought together here."""
    from annotator.ui.team.merge_sheet import MergeSheet

    title = QCoreApplication.translate("Team", "Merge hand-ins")
    chosen, _ = QFileDialog.getOpenFileNames(window, title, str(Path.home()), f"(*.zip *{paths.PROJECT_SUFFIX})")
    if chosen:
        MergeSheet(window.desk, window.theme, [Path(path) for path in chosen], window).open()


def show_assign(window: Workplace) -> None:
    """Hand articles out to annotators."""
    from annotator.ui.team.assign_sheet import AssignSheet

    AssignSheet(window.desk, window.theme, window).open()


def show_guide(window: Workplace) -> None:
    """The user's guide."""
    from annotator.ui.sheet.help import HelpSheet

    HelpSheet(window.theme, window).open()


def show_palette(window: Workplace) -> None:
    """Commands and articles to search and go to; away again when it is there already."""
    from annotator.ui.sheet.palette import Palette, open_palette

    shown = open_palette(window)
    if shown is not None:
        shown.leave()
    else:
        Palette(window).show()


def show_keys(window: Workplace) -> None:
    """Which key does what, to be changed."""
    from annotator.ui.sheet.keys_sheet import KeysSheet

    scheme = window.desk.scheme if window.desk.has_project else None
    sheet = KeysSheet(read_keymap(setting("keys")), scheme, window.theme, window)
    sheet.keymap_changed.connect(lambda keymap: keep_keys(window, keymap.text()))
    sheet.open()


def keep_keys(window: Workplace, keys: str) -> None:
    """Keep the changed keys, and show them wherever keys are shown."""
    keep_setting("keys", keys)
    window.show_keys()


def show_cheat_sheet(window: Workplace) -> None:
    """All keys on one page."""
    from annotator.ui.sheet.cheat_sheet import CheatSheet

    scheme = window.desk.scheme if window.desk.has_project else None
    CheatSheet(read_keymap(setting("keys")), scheme, window.theme, window).open()


def show_settings(window: Workplace) -> None:
    """How the window looks and how articles are set at this machine."""
    from annotator.ui.sheet.settings_sheet import SettingsSheet

    SettingsSheet(window).open()


def continue_settings(before: Workplace, after: Workplace) -> None:
    """Show the settings over the window that took another one's place, if they lay over that, with the same focus."""
    from annotator.ui.sheet.settings_sheet import SettingsSheet

    sheet = before.findChild(SettingsSheet)
    if sheet is not None:
        again = SettingsSheet(after)
        again.open()
        again.focus_on(sheet.focused_row())


def show_scheme(window: Workplace) -> None:
    """The project's labels and their attributes, to be changed; whoever has no name yet is asked for it first."""
    if window.desk.annotator is None:
        window.desk.ask_who()
        return
    from annotator.ui.sheet.scheme_sheet import SchemeSheet

    SchemeSheet(window.desk, window.theme, window).open()


def show_spans(window: Workplace) -> None:
    """The spans of the article as a table."""
    from annotator.ui.sheet.span_sheet import SpanSheet

    SpanSheet(window.desk, window.theme, window).open()


def show_missing(window: Workplace) -> None:
    """What the article lacks, to go through."""
    from annotator.ui.sheet.missing_sheet import MissingSheet

    sheet = MissingSheet(window.desk, window.theme, window)
    sheet.chosen.connect(lambda item: go_to_item(window, item))
    sheet.open()


def go_to_missing(window: Workplace) -> None:
    """Go to the next thing that is missing, from the picked span on and round again."""
    items = missing(window.desk)
    if not items:
        window.desk.told.emit(say("Nothing is missing in this article."))
        return
    places = [place_of(item, window.desk) for item in items]
    picked = window.desk.picked
    here = picked.start if picked else window.desk.caret - 1
    behind = next((number for number, place in enumerate(places) if place > here), 0)
    go_to_item(window, items[behind])


def go_to_item(window: Workplace, item: OpenItem) -> None:
    """Pick what lacks something, and go on where it can be given."""
    window.desk.select(0, 0)
    window.desk.pick_event(item.event or "")
    window.desk.pick(item.span or "")
    if item.span and item.kind == ATTRIBUTE:
        window.inspect()


def copy_quote(window: Workplace) -> None:
    """Put the selected words, or else the picked span's, on the clipboard."""
    article, picked, selection = window.desk.article, window.desk.picked, window.desk.selection
    if article and selection:
        QGuiApplication.clipboard().setText(article.text[slice(*selection)])
    elif article and picked:
        QGuiApplication.clipboard().setText(quote(picked, article.text))


ERRANDS: Mapping[str, Callable[[Workplace], None]] = {
    errand.__name__: errand
    for errand in (
        choose_hand_ins,
        choose_import,
        choose_project,
        copy_quote,
        go_to_missing,
        new_project,
        show_assign,
        show_cheat_sheet,
        show_export,
        show_guide,
        show_hand_in,
        show_keys,
        show_missing,
        show_palette,
        show_scheme,
        show_settings,
        show_spans,
    )
}
"""What the command table calls by name."""
