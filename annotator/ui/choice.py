"""Choices: the settings of how articles are set and how the window looks. Each is kept at once, and shows."""

from collections.abc import Callable, Mapping

from annotator.ui.comfort import HIDDEN, REDUCED, SHOWN, set_line_height, set_measure
from annotator.ui.prose import Prose
from annotator.ui.settings import keep_setting, setting
from annotator.ui.theme import choose_reading_face, reading_font
from annotator.ui.workplace import Workplace


def choose(window: Workplace, name: str, value: str) -> None:
    """Keep a setting of CHOICES and show the window by it; the line at the top of the article stays there."""
    keep_setting(name, value)
    CHOICES[name](window)


def toggle_truth(window: Workplace) -> None:
    """Show what the text hides, or hide it again."""
    choose(window, "truth", HIDDEN if setting("truth") == SHOWN else SHOWN)


def _set_truth(window: Workplace) -> None:
    window.reading.view.set_truth_shown(setting("truth") == SHOWN)
    window.status.refresh()


def _set_face(window: Workplace) -> None:
    """Everything that shows words of an article changes with it: those labels are known by the face they have."""
    before = reading_font(1).families()
    choose_reading_face(setting("face"))
    after = reading_font(1).families()
    for label in window.findChildren(Prose):
        font = label.font()
        if font.families() == before:
            font.setFamilies(after)
            label.setFont(font)
    window.reading.view.set_face_anew()


def _set_motion(window: Workplace) -> None:
    window.reading.view.set_motion(False if setting("motion") == REDUCED else None)


CHOICES: Mapping[str, Callable[[Workplace], None]] = {
    "line_height": lambda window: set_line_height(window.reading.view),
    "measure": lambda window: set_measure(window.reading.view),
    "face": _set_face,
    "truth": _set_truth,
    "motion": _set_motion,
    "theme": lambda window: window.theme_chosen.emit(setting("theme")),
    "digits": lambda window: window.language_chosen.emit(setting("language")),
    "language": lambda window: window.language_chosen.emit(setting("language")),
}
"""What each setting is shown by."""
