"""Hits: what the palette finds for some words, section by section: commands in either language, and articles."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QTranslator

from annotator import paths
from annotator.arabic.letters import fold
from annotator.core.scheme import LANGUAGES, Scheme
from annotator.store import catalogue
from annotator.ui import language
from annotator.ui.commands import COMMANDS, QT_TRANSLATE_NOOP, TEXT, Command, label_commands
from annotator.ui.keymap import Keymap
from annotator.ui.sheet.command_list import Row
from annotator.ui.workplace import Workplace

MOST_ARTICLES = 8
LABEL_AREA = "label"
ICONS = {
    "project.import": "import",
    "project.export": "export",
    "project.annotator": "person",
    "program.quit": "close",
    "edit.undo": "undo",
    "edit.redo": "redo",
    "article.next": "forward",
    "article.previous": "back",
    "article.done": "check",
    "article.skip": "skip",
    "article.reopen": "reopen",
    "span.remove": "remove",
    "view.list": "list",
    "view.theme": "light",
    "view.digits": "digits",
    "view.language": "language",
    "view.names": "label",
    "view.palette": "search",
    "view.keys": "keyboard",
    "help.keys": "keyboard",
}
AREA_ICONS = {
    "project": "project",
    "article": "article",
    "span": "edges",
    "view": "zoom",
    "help": "help",
    "label": "label",
}


@dataclass(frozen=True, slots=True)
class Hit:
    """A row of the palette and what it does."""

    row: Row
    run: Callable[[Workplace], object]


def command_hits(window: Workplace, keymap: Keymap, words: str) -> list[Hit]:
    """The commands whose name holds all the words, in Arabic or English; the ones that begin with them first."""
    wanted = tuple(fold(words).text.split())
    scheme = window.desk.scheme if window.desk.has_project else None
    labels = label_commands(scheme) if scheme else ()
    ranked = []
    for command in (*labels, *(command for command in COMMANDS if command.where != TEXT)):
        names = command_names(command, scheme)
        rank = rank_of(names, wanted)
        if rank is not None:
            ranked.append((rank, _command_hit(command, names, wanted, window, keymap)))
    return [hit for _, hit in sorted(ranked, key=lambda one: one[0])]


def article_hits(window: Workplace, words: str) -> list[Hit]:
    """The first few articles with all the words in headline or source; none for no words."""
    desk = window.desk
    if not words.strip() or not desk.has_project:
        return []
    annotator = desk.annotator.id if desk.annotator else None
    numbers = catalogue.article_numbers(desk.store, annotator, None, words)[:MOST_ARTICLES]
    wanted = tuple(fold(words).text.split())
    return [
        Hit(
            Row(article.title, icon="article", note=article.source or "", found=wanted, reading=True),
            _opener(article.id),
        )
        for article in catalogue.article_rows(desk.store, numbers, annotator)
    ]


def _opener(article_id: str) -> Callable[[Workplace], object]:
    return lambda window: window.desk.open_article(article_id)


def command_names(command: Command, scheme: Scheme | None) -> tuple[str, str]:
    """What a command is called in the window's language, and in the other one; a label's by the scheme's name of it."""
    here = language.current()
    there = next(code for code in LANGUAGES if code != here)
    area, _, label_id = command.name.partition(".")
    label = scheme.label(label_id) if scheme and area == LABEL_AREA else None
    if label is None:
        return _in_language(command.title, here), _in_language(command.title, there)
    pattern = QT_TRANSLATE_NOOP("Command", "Label as %1")
    names = (_in_language(pattern, code).replace("%1", label.name(code)) for code in (here, there))
    return next(names), next(names)


def _command_hit(
    command: Command, names: tuple[str, str], wanted: tuple[str, ...], window: Workplace, keymap: Keymap
) -> Hit:
    shown = fold(names[0]).text
    aside = "" if all(word in shown for word in wanted) else names[1]
    row = Row(
        names[0],
        keymap.keys(command)[:1],
        ICONS.get(command.name) or AREA_ICONS.get(command.name.partition(".")[0], "more"),
        aside,
        found=wanted,
        enabled=command.enabled(window),
    )
    return Hit(row, command.run)


def rank_of(names: tuple[str, str], wanted: tuple[str, ...]) -> int | None:
    """0 where a name begins with the first word, 1 where one of its words does, 2 where it is inside; None for none."""
    folded = [fold(name).text for name in names]
    if not all(any(word in name for name in folded) for word in wanted):
        return None
    if not wanted or any(name.startswith(wanted[0]) for name in folded):
        return 0
    return 1 if any(part.startswith(wanted[0]) for name in folded for part in name.split()) else 2


def _in_language(title: str, code: str) -> str:
    """A command's title in one of the languages, whichever is the window's. English is the source."""
    if code == "en":
        return title
    return _arabic().translate("Command", title) or title


@cache
def _arabic() -> QTranslator:
    """The Arabic words, at hand and not installed."""
    translator = QTranslator()
    translator.load(str(paths.resource("translations", "hashiya_ar.qm")))
    return translator
