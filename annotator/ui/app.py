"""The application: checks itself, sets language and theme, opens the project, shows the window."""

import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from annotator import paths
from annotator.core.sentence import Refused, Sentence, say
from annotator.ui import errand, language
from annotator.ui.article import accessible
from annotator.ui.comfort import SYSTEM, arabic_families
from annotator.ui.desk import Desk
from annotator.ui.icon import program_icon
from annotator.ui.sample import ensure_sample
from annotator.ui.settings import keep_setting, setting
from annotator.ui.style import style_sheet
from annotator.ui.theme import interface_font, palette, theme_named
from annotator.ui.window import Window
from annotator.ui.wording import sentence_words

PROBES = 100
NO_SIZE_HINTS = "This plugin does not support propagateSizeHints()"
NO_ARABIC = say(
    "No font with Arabic was found. Text stays readable; install Noto Naskh Arabic for the best result."
)


def leaks_none() -> bool:
    """Whether this Qt binding loses references to None, which would end the program in the middle of work."""
    colour = QColor()
    before = sys.getrefcount(None)
    for _ in range(PROBES):
        colour.setAlpha(1)
    return sys.getrefcount(None) < before - PROBES // 2


class Session:
    """One run of the program: the application, the desk, and the window that is on it at the moment."""

    def __init__(self, application: QApplication) -> None:
        self.application = application
        self.desk = Desk(application)
        self.window: Window | None = None
        application.styleHints().colorSchemeChanged.connect(self._follow_system)

    def _follow_system(self) -> None:
        """The desktop has gone dark or light: so does the window, if it is to be like the system."""
        if setting("theme") == SYSTEM:
            self.dress()

    def dress(self) -> None:
        """Give the application the setting's theme."""
        theme = theme_named(setting("theme"))
        self.application.setPalette(palette(theme))
        self.application.setStyleSheet(style_sheet(theme))
        if self.window:
            self.window.set_theme(theme)

    def choose_theme(self, name: str) -> None:
        """Keep a theme and draw in it."""
        keep_setting("theme", name)
        self.dress()

    def choose_language(self, code: str) -> None:
        """Keep a language and show the window anew in it; the desk stays as it is."""
        keep_setting("language", code)
        self.show_window()

    def show_window(self) -> Window:
        """A window in the setting's language and theme, in place of the one before."""
        before = self.window
        language.install(self.application)
        self.application.setFont(interface_font(language.current()))
        self.window = Window(self.desk, theme_named(setting("theme")))
        self.dress()
        self.window.language_chosen.connect(self.choose_language)
        self.window.theme_chosen.connect(self.choose_theme)
        if before:
            self.window.setGeometry(before.geometry())
            before.hide()
        else:
            self.window.resize(1280, 800)
        self.window.show()
        self.window.reading.view.setFocus()
        if before:
            self.window.reading.continue_from(before.reading)
            errand.continue_settings(before, self.window)
            before.deleteLater()
        return self.window


def quieten_platform() -> None:
    """Say everything that Qt has to say but one thing, which platforms without a display repeat for every window."""

    def say_rest(kind: QtMsgType, context: QMessageLogContext, words: str) -> None:
        if NO_SIZE_HINTS not in words:
            sys.stderr.write(words + "\n")

    qInstallMessageHandler(say_rest)


def make_application() -> QApplication:
    """The application with the program's name and icon."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Hashiya")
    application.setDesktopFileName("hashiya")
    application.setWindowIcon(program_icon())
    application.setStyle("Fusion")
    accessible.install()
    return application


def open_session(application: QApplication, project: Path | None) -> Session:
    """The window with the named project, else the last one, else the sample. Raises Refused for a named one."""
    session = Session(application)
    if project:
        session.desk.open_project(project)
        keep_setting("recent", str(project))
        session.show_window().begin()
        return session
    trouble = _open_last(session)
    window = session.show_window()
    window.begin()
    if trouble:
        window.notice.tell_error(sentence_words(trouble))
    elif not arabic_families():
        window.notice.tell_error(sentence_words(NO_ARABIC))
    return session


def _open_last(session: Session) -> Sentence | None:
    """Open the project of last time, else the sample; why it is not the one of last time, if it could not be."""
    last = setting("recent")
    trouble = None
    if last:
        try:
            session.desk.open_project(Path(last))
            return None
        except Refused as error:
            trouble = error.sentence
    session.desk.open_project(ensure_sample())
    return trouble


def write_crash(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Write an unexpected failure down, places only and no article text, and go on."""
    lines = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]
    log = paths.crash_log()
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("a", encoding="utf-8") as file:
        file.write("\n".join([kind.__name__, *lines, ""]) + "\n")
    sys.__excepthook__(kind, error, trace)


def run_window(arguments: list[str]) -> int:
    """Show the window until it is closed; the exit code."""
    if leaks_none():
        sys.stderr.write(
            "hashiya: this PySide6 loses memory references on this Python and would end in the middle of work. "
            "Install PySide6-Essentials 6.11, or Python 3.12 or later.\n"
        )
        return 2
    sys.excepthook = write_crash
    quieten_platform()
    application = make_application()
    try:
        session = open_session(application, Path(arguments[0]) if arguments else None)
    except Refused as error:
        language.install(application)
        sys.stderr.write(f"hashiya: {sentence_words(error.sentence)}\n")
        return 2
    code = application.exec()
    session.desk.close_project()
    return code
