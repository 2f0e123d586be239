"""COMMANDS: everything a person can tell the program, one row each. Menus, buttons and keys are made from it."""

from annotator.core.layer import DONE, SKIPPED, STARTED
from annotator.core.scheme import Scheme
from annotator.ui.as_before import set_as_before
from annotator.ui.caret_words import CARET_WORDS
from annotator.ui.choice import toggle_truth
from annotator.ui.command import ANYWHERE, QT_TRANSLATE_NOOP, READING, TEXT, Command, Run
from annotator.ui.event_commands import EVENT_COMMANDS
from annotator.ui.fragment_key import add_selection, take_out
from annotator.ui.repeat import select_repeat
from annotator.ui.room_commands import ROOM_COMMANDS, where_it_shows
from annotator.ui.team_commands import TEAM_COMMANDS
from annotator.ui.workplace import Workplace

__all__ = [
    "ANYWHERE", "COMMANDS", "MENUS", "QT_TRANSLATE_NOOP", "READING", "TEXT", "Command", "command_named",
    "label_commands",
]  # fmt: skip


def _errand(name: str) -> Run:
    return lambda window: window.run_errand(name)


def _close(window: Workplace) -> None:
    window.close()


def _always(_: Workplace) -> bool:
    return True


def _has_project(window: Workplace) -> bool:
    return window.desk.has_project


def _has_picked(window: Workplace) -> bool:
    return window.desk.picked is not None


def _is_finished(window: Workplace) -> bool:
    return window.desk.layer is not None and window.desk.layer.status in (DONE, SKIPPED)


def _caret(unit: str, step: int, extend: bool) -> Run:
    return lambda window: window.reading.view.move_caret(unit, step, extend)


def _caret_rows() -> list[Command]:
    """Moving the caret, and extending the selection with Shift. Left and right mean the screen's.

    By sentence Left goes onward: an article's text always runs from right to left.
    """
    moves = (
        ("left", "Left", "letter_left", 1),
        ("right", "Right", "letter_right", 1),
        ("word_left", "Ctrl+Left", "word_left", 1),
        ("word_right", "Ctrl+Right", "word_right", 1),
        ("sentence_left", "Alt+Left", "sentence", 1),
        ("sentence_right", "Alt+Right", "sentence", -1),
        ("up", "Up", "line", -1),
        ("down", "Down", "line", 1),
        ("line_start", "Home", "line_edge", -1),
        ("line_end", "End", "line_edge", 1),
        ("paragraph_up", "Ctrl+Up", "paragraph", -1),
        ("paragraph_down", "Ctrl+Down", "paragraph", 1),
        ("text_start", "Ctrl+Home", "document", -1),
        ("text_end", "Ctrl+End", "document", 1),
        ("page_up", "PageUp", "page", -1),
        ("page_down", "PageDown", "page", 1),
    )
    rows = []
    for name, key, unit, step in moves:
        title = CARET_WORDS[f"caret.{name}"]
        rows.append(Command(f"caret.{name}", title, (key,), "", _caret(unit, step, False), TEXT))
        *held, arrow = key.split("+")
        title = CARET_WORDS[f"select.{name}"]
        extending = "+".join([*held, "Shift", arrow])
        rows.append(Command(f"select.{name}", title, (extending,), "", _caret(unit, step, True), TEXT))
    return rows


COMMANDS: tuple[Command, ...] = tuple(where_it_shows(command) for command in (
    Command(
        "project.new", QT_TRANSLATE_NOOP("Command", "New project…"), ("Ctrl+N",), "file",
        _errand("new_project"), ANYWHERE, _always,
    ),
    Command(
        "project.open", QT_TRANSLATE_NOOP("Command", "Open project…"), ("Ctrl+O",), "file",
        _errand("choose_project"), ANYWHERE, _always,
    ),
    Command(
        "project.import", QT_TRANSLATE_NOOP("Command", "Import…"), ("Ctrl+I",), "file",
        _errand("choose_import"), ANYWHERE, _has_project,
    ),
    Command(
        "project.export", QT_TRANSLATE_NOOP("Command", "Export…"), ("Ctrl+E",), "file",
        _errand("show_export"), ANYWHERE, _has_project,
    ),
    *TEAM_COMMANDS,
    Command(
        "project.annotator", QT_TRANSLATE_NOOP("Command", "Who is annotating…"), (), "file",
        lambda w: w.ask_who(), ANYWHERE, _has_project,
    ),
    Command(
        "program.quit", QT_TRANSLATE_NOOP("Command", "Quit"), ("Ctrl+Q",), "file",
        _close, ANYWHERE, _always,
    ),
    Command(
        "edit.undo", QT_TRANSLATE_NOOP("Command", "Undo"), ("Ctrl+Z",), "edit",
        lambda w: w.desk.undo(), READING, lambda w: w.desk.history.next_undo is not None,
    ),
    Command(
        "edit.redo", QT_TRANSLATE_NOOP("Command", "Redo"), ("Ctrl+Y", "Ctrl+Shift+Z"), "edit",
        lambda w: w.desk.redo(), READING, lambda w: w.desk.history.next_redo is not None,
    ),
    Command("edit.copy", QT_TRANSLATE_NOOP("Command", "Copy quote"), ("Ctrl+C",), "edit", _errand("copy_quote")),
    Command(
        "find.open", QT_TRANSLATE_NOOP("Command", "Find in article"), ("Ctrl+F",), "edit",
        lambda w: w.reading.open_find(), ANYWHERE,
    ),
    Command(
        "find.next", QT_TRANSLATE_NOOP("Command", "Next place found"), ("F3",), "edit",
        lambda w: w.reading.step_find(1), ANYWHERE,
    ),
    Command(
        "find.previous", QT_TRANSLATE_NOOP("Command", "Previous place found"), ("Shift+F3",), "edit",
        lambda w: w.reading.step_find(-1), ANYWHERE,
    ),
    Command(
        "edit.inspect", QT_TRANSLATE_NOOP("Command", "Go on in the inspector"), ("Enter",), "",
        lambda w: w.inspect(), TEXT, lambda w: bool(w.desk.picked or w.desk.events),
    ),
    Command(
        "edit.let_go", QT_TRANSLATE_NOOP("Command", "Let go of span and selection"), ("Esc",), "",
        lambda w: w.let_go(),
    ),
    Command(
        "article.next", QT_TRANSLATE_NOOP("Command", "Next article"), ("Alt+Down",), "article",
        lambda w: w.desk.step_article(1),
    ),
    Command(
        "article.previous", QT_TRANSLATE_NOOP("Command", "Previous article"), ("Alt+Up",), "article",
        lambda w: w.desk.step_article(-1),
    ),
    Command(
        "article.next_unfinished", QT_TRANSLATE_NOOP("Command", "Next unfinished"), ("Ctrl+J",), "article",
        lambda w: w.desk.next_unfinished(),
    ),
    Command(
        "article.done", QT_TRANSLATE_NOOP("Command", "Mark as done"), ("Ctrl+Enter",), "article",
        lambda w: w.desk.mark(DONE),
    ),
    Command(
        "article.skip", QT_TRANSLATE_NOOP("Command", "Skip"), ("Ctrl+Shift+Enter",), "article",
        lambda w: w.desk.mark(SKIPPED),
    ),
    Command(
        "article.next_missing", QT_TRANSLATE_NOOP("Command", "Next thing missing"), ("G",), "article",
        _errand("go_to_missing"),
    ),
    Command(
        "article.missing", QT_TRANSLATE_NOOP("Command", "What is missing"), ("Ctrl+G",), "article",
        _errand("show_missing"), ANYWHERE,
    ),
    Command(
        "article.reopen", QT_TRANSLATE_NOOP("Command", "Reopen"), (), "article",
        lambda w: w.desk.mark(STARTED), enabled=_is_finished,
    ),
    Command(
        "span.remove", QT_TRANSLATE_NOOP("Command", "Remove the span"), ("Delete", "Backspace"), "span",
        lambda w: w.desk.remove(), enabled=_has_picked,
    ),
    Command(
        "span.next", QT_TRANSLATE_NOOP("Command", "Next span"), ("N",), "span", lambda w: w.desk.step_span(1)
    ),
    Command(
        "span.previous", QT_TRANSLATE_NOOP("Command", "Previous span"), ("P",), "span",
        lambda w: w.desk.step_span(-1),
    ),
    Command(
        "span.outer", QT_TRANSLATE_NOOP("Command", "Outer span"), ("O",), "span", lambda w: w.desk.pick_around(1)
    ),
    Command(
        "span.inner", QT_TRANSLATE_NOOP("Command", "Inner span"), ("I",), "span", lambda w: w.desk.pick_around(-1)
    ),
    Command(
        "span.start_earlier", QT_TRANSLATE_NOOP("Command", "Start one letter earlier"), ("[",), "span",
        lambda w: w.desk.nudge("start", -1), enabled=_has_picked,
    ),
    Command(
        "span.start_later", QT_TRANSLATE_NOOP("Command", "Start one letter later"), ("Shift+[",), "span",
        lambda w: w.desk.nudge("start", 1), enabled=_has_picked,
    ),
    Command(
        "span.end_later", QT_TRANSLATE_NOOP("Command", "End one letter later"), ("]",), "span",
        lambda w: w.desk.nudge("end", 1), enabled=_has_picked,
    ),
    Command(
        "span.end_earlier", QT_TRANSLATE_NOOP("Command", "End one letter earlier"), ("Shift+]",), "span",
        lambda w: w.desk.nudge("end", -1), enabled=_has_picked,
    ),
    Command(
        "span.start_word_earlier", QT_TRANSLATE_NOOP("Command", "Start one word earlier"), ("Ctrl+[",), "",
        lambda w: w.desk.nudge("start", -1, "word"), enabled=_has_picked,
    ),
    Command(
        "span.start_word_later", QT_TRANSLATE_NOOP("Command", "Start one word later"), ("Ctrl+Shift+[",), "",
        lambda w: w.desk.nudge("start", 1, "word"), enabled=_has_picked,
    ),
    Command(
        "span.end_word_later", QT_TRANSLATE_NOOP("Command", "End one word later"), ("Ctrl+]",), "",
        lambda w: w.desk.nudge("end", 1, "word"), enabled=_has_picked,
    ),
    Command(
        "span.end_word_earlier", QT_TRANSLATE_NOOP("Command", "End one word earlier"), ("Ctrl+Shift+]",), "",
        lambda w: w.desk.nudge("end", -1, "word"), enabled=_has_picked,
    ),
    Command(
        "span.start_sentence_earlier", QT_TRANSLATE_NOOP("Command", "Start one sentence earlier"), ("Alt+[",), "",
        lambda w: w.desk.nudge("start", -1, "sentence"), enabled=_has_picked,
    ),
    Command(
        "span.start_sentence_later", QT_TRANSLATE_NOOP("Command", "Start one sentence later"), ("Alt+Shift+[",), "",
        lambda w: w.desk.nudge("start", 1, "sentence"), enabled=_has_picked,
    ),
    Command(
        "span.end_sentence_later", QT_TRANSLATE_NOOP("Command", "End one sentence later"), ("Alt+]",), "",
        lambda w: w.desk.nudge("end", 1, "sentence"), enabled=_has_picked,
    ),
    Command(
        "span.end_sentence_earlier", QT_TRANSLATE_NOOP("Command", "End one sentence earlier"), ("Alt+Shift+]",), "",
        lambda w: w.desk.nudge("end", -1, "sentence"), enabled=_has_picked,
    ),
    Command(
        "span.clitic", QT_TRANSLATE_NOOP("Command", "Leave the clitic out or take it in"), ("C",), "span",
        lambda w: w.desk.cuts.step(),
    ),
    Command(
        "span.add_fragment", QT_TRANSLATE_NOOP("Command", "Add a fragment"), ("F",), "span",
        lambda w: add_selection(w.desk), enabled=_has_picked,
    ),
    Command(
        "span.remove_fragment", QT_TRANSLATE_NOOP("Command", "Take a fragment out"), ("Shift+F",), "span",
        lambda w: take_out(w.desk), enabled=_has_picked,
    ),
    Command(
        "span.next_repeat", QT_TRANSLATE_NOOP("Command", "Next unlabelled repeat"), ("R",), "span",
        lambda w: select_repeat(w.desk, 1),
    ),
    Command(
        "span.previous_repeat", QT_TRANSLATE_NOOP("Command", "Previous unlabelled repeat"), ("Shift+R",), "span",
        lambda w: select_repeat(w.desk, -1),
    ),
    Command(
        "span.note", QT_TRANSLATE_NOOP("Command", "Note"), ("M",), "span",
        lambda w: w.write_note(), enabled=_has_picked,
    ),
    *EVENT_COMMANDS,
    Command(
        "span.as_before", QT_TRANSLATE_NOOP("Command", "Set attributes as last time"), ("=",), "span",
        lambda w: set_as_before(w.desk), enabled=_has_picked,
    ),
    Command(
        "comment.write", QT_TRANSLATE_NOOP("Command", "Add a comment"), ("K",), "span",
        lambda w: w.reading.write_comment(),
    ),
    Command(
        "comment.list", QT_TRANSLATE_NOOP("Command", "Comments"), ("Ctrl+Shift+K",), "view",
        lambda w: w.reading.toggle_comments(), ANYWHERE,
    ),
    *ROOM_COMMANDS,
    Command(
        "view.larger", QT_TRANSLATE_NOOP("Command", "Larger text"), ("Ctrl++", "Ctrl+=", "Ctrl+Shift++"), "view",
        lambda w: w.zoom(1), ANYWHERE, _always,
    ),
    Command(
        "view.smaller", QT_TRANSLATE_NOOP("Command", "Smaller text"), ("Ctrl+-",), "view",
        lambda w: w.zoom(-1), ANYWHERE, _always,
    ),
    Command(
        "view.normal", QT_TRANSLATE_NOOP("Command", "Normal text size"), ("Ctrl+0",), "view",
        lambda w: w.zoom(0), ANYWHERE, _always,
    ),
    Command(
        "view.names", QT_TRANSLATE_NOOP("Command", "Show label names"), ("Alt+N",), "view",
        lambda w: w.toggle_names(), ANYWHERE, _always,
    ),
    Command(
        "view.truth", QT_TRANSLATE_NOOP("Command", "Truth view"), ("Ctrl+Shift+H",), "view",
        toggle_truth, ANYWHERE, _always,
    ),
    Command(
        "view.table", QT_TRANSLATE_NOOP("Command", "Spans as a table"), ("Ctrl+Shift+T",), "view",
        _errand("show_spans"), ANYWHERE,
    ),
    Command(
        "view.list", QT_TRANSLATE_NOOP("Command", "Show the list of articles"), ("Ctrl+L",), "view",
        lambda w: w.toggle_list(), ANYWHERE, _always,
    ),
    Command(
        "view.theme", QT_TRANSLATE_NOOP("Command", "Next theme: light, dark, sepia"), ("Ctrl+T",), "view",
        lambda w: w.next_theme(), ANYWHERE, _always,
    ),
    Command(
        "view.palette", QT_TRANSLATE_NOOP("Command", "Command palette"), ("Ctrl+K",), "view",
        _errand("show_palette"), ANYWHERE, _always,
    ),
    Command(
        "view.keys", QT_TRANSLATE_NOOP("Command", "Keys…"), (), "view", _errand("show_keys"), ANYWHERE, _always,
    ),
    Command(
        "view.scheme", QT_TRANSLATE_NOOP("Command", "Labels and attributes…"), (), "view",
        _errand("show_scheme"), ANYWHERE, _has_project,
    ),
    Command(
        "view.settings", QT_TRANSLATE_NOOP("Command", "Settings"), ("Ctrl+,",), "view",
        _errand("show_settings"), ANYWHERE, _always,
    ),
    Command(
        "view.digits", QT_TRANSLATE_NOOP("Command", "Digits: ١٢٣ or 123"), (), "view",
        lambda w: w.next_digits(), ANYWHERE, _always,
    ),
    Command(
        "view.language", QT_TRANSLATE_NOOP("Command", "العربية / English"), (), "view",
        lambda w: w.next_language(), ANYWHERE, _always,
    ),
    Command(
        "help.guide", QT_TRANSLATE_NOOP("Command", "User's guide"), ("F1",), "help",
        _errand("show_guide"), ANYWHERE, _always,
    ),
    Command(
        "help.keys", QT_TRANSLATE_NOOP("Command", "Keys at a glance"), ("Shift+F1",), "help",
        _errand("show_cheat_sheet"), ANYWHERE, _always,
    ),
    Command(
        "help.tour", QT_TRANSLATE_NOOP("Command", "Take the tour again"), (), "help",
        lambda w: w.start_tour(), ANYWHERE, _has_project,
    ),
    *_caret_rows(),
))

MENUS: tuple[tuple[str, str], ...] = (
    ("file", QT_TRANSLATE_NOOP("Command", "File")),
    ("edit", QT_TRANSLATE_NOOP("Command", "Edit")),
    ("article", QT_TRANSLATE_NOOP("Command", "Article")),
    ("span", QT_TRANSLATE_NOOP("Command", "Span")),
    ("event", QT_TRANSLATE_NOOP("Command", "Event")),
    ("view", QT_TRANSLATE_NOOP("Command", "View")),
    ("help", QT_TRANSLATE_NOOP("Command", "Help")),
)


def label_commands(scheme: Scheme) -> tuple[Command, ...]:
    """A row per label of the scheme: its key labels the selection or the picked span."""
    return tuple(
        where_it_shows(Command(f"label.{label.id}", "", (label.key,), "", _labeller(label.id)))
        for label in scheme.labels
    )


def _labeller(label_id: str) -> Run:
    return lambda window: window.reading.label(label_id)


def command_named(name: str) -> Command:
    """A row by its name."""
    return next(command for command in COMMANDS if command.name == name)
