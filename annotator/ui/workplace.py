"""The workplace: what commands may count on in the window, whatever it looks like. The window itself is built on it."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.ui.desk import Desk
from annotator.ui.notice import Notice
from annotator.ui.reading import Reading
from annotator.ui.status_bar import StatusBar
from annotator.ui.theme import Theme

ANNOTATE, OVERVIEW = "annotate", "overview"
"""The rooms of the window."""


class Workplace(QWidget):
    """The parts that commands, errands and sheets reach for, and the verbs they ask of the window."""

    language_chosen: Signal = Signal(str)
    theme_chosen: Signal = Signal(str)

    desk: Desk
    theme: Theme
    reading: Reading
    notice: Notice
    status: StatusBar
    room: str = ANNOTATE

    def show_room(self, name: str) -> None:
        """Go to one of the rooms."""
        raise NotImplementedError

    def run_errand(self, name: str) -> None:
        """Do one of the errands of ui/errand.py."""
        raise NotImplementedError

    def let_go(self) -> None:
        """Back to the text; there, let go of what is in hand."""
        raise NotImplementedError

    def inspect(self) -> None:
        """Go on in the inspector."""
        raise NotImplementedError

    def write_note(self) -> None:
        """Write a note on the picked span."""
        raise NotImplementedError

    def link_span(self, type_id: str = "") -> None:
        """Let a span be chosen to which the picked one is linked."""
        raise NotImplementedError

    def zoom(self, step: int) -> None:
        """Text a step larger or smaller; 0 is the usual size."""
        raise NotImplementedError

    def toggle_names(self) -> None:
        """Label names in place of letters, or back."""
        raise NotImplementedError

    def toggle_list(self) -> None:
        """Show or hide the article list."""
        raise NotImplementedError

    def next_theme(self) -> None:
        """The next theme."""
        raise NotImplementedError

    def next_digits(self) -> None:
        """The other digits."""
        raise NotImplementedError

    def next_language(self) -> None:
        """The other language."""
        raise NotImplementedError

    def show_keys(self) -> None:
        """Show the keys that the settings say are in force."""
        raise NotImplementedError

    def open_project(self, path: Path) -> bool:
        """Put a project on the desk; says why not if it cannot be opened."""
        raise NotImplementedError

    def begin(self) -> None:
        """Start work under the name known to this machine, or ask for one."""
        raise NotImplementedError

    def ask_who(self) -> None:
        """Ask who is annotating."""
        raise NotImplementedError

    def start_tour(self) -> None:
        """Lead through the first gestures."""
        raise NotImplementedError
