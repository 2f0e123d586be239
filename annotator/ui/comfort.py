"""Comfort: how articles are set at this machine, as the settings say."""

from collections.abc import Mapping

from PySide6.QtGui import QFontDatabase

from annotator.ui.article.view import ArticleView
from annotator.ui.settings import setting
from annotator.ui.theme import choose_reading_face, look

SHOWN, HIDDEN = "shown", "hidden"
TIGHT, NORMAL, LOOSE = "tight", "normal", "loose"
NARROW, BEST, WIDE = "narrow", "best", "wide"
SYSTEM, REDUCED = "system", "reduced"
MEASURES = {NARROW: "min", BEST: "best", WIDE: "max"}
"""The text widths, and the look's names for so many letters."""


def arabic_families() -> list[str]:
    """The families of this machine that are made for Arabic, by name; without those that systems keep to themselves."""
    families = QFontDatabase.families(QFontDatabase.WritingSystem.Arabic)
    return sorted(family for family in families if not QFontDatabase.isPrivateFamily(family))


def set_line_height(view: ArticleView) -> None:
    """Set an article's lines as far apart as the setting says."""
    steps: Mapping[str, float] = look()["article"]["lines_em_steps"]
    view.set_line_height(steps.get(setting("line_height"), steps[NORMAL]))


def set_measure(view: ArticleView) -> None:
    """Set an article's column as wide as the setting says."""
    letters: Mapping[str, int] = look()["article"]["measure_chars"]
    view.set_measure(letters[MEASURES.get(setting("measure"), BEST)])


def dress_view(view: ArticleView) -> None:
    """Show articles in a new view as the settings say."""
    choose_reading_face(setting("face"))
    view.set_zoom(float(setting("zoom")))
    view.set_names_shown(setting("names") == SHOWN)
    view.set_truth_shown(setting("truth") == SHOWN)
    view.set_motion(False if setting("motion") == REDUCED else None)
    set_line_height(view)
    set_measure(view)
