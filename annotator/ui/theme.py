"""Themes: every colour and size the program draws with, read from resources/look.json."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette

from annotator import paths
from annotator.core.scheme import THEMES, Label

Look = dict[str, Any]


@cache
def look() -> Look:
    """The whole table of colours, sizes, type and motion."""
    table: Look = json.loads(paths.resource("look.json").read_text(encoding="utf-8"))
    return table


@dataclass(frozen=True, slots=True)
class Theme:
    """One of the three themes. `colour` takes a name of look.json: window, side, panel, paper, text, muted, …"""

    name: str

    def colour(self, name: str) -> QColor:
        """A surface's or word's colour."""
        return QColor(self.hex(name))

    def hex(self, name: str) -> str:
        """The same as #RRGGBB (or #RRGGBBAA for the shadow), for style sheets."""
        value: str = look()["themes"][self.name][name]
        return value

    def bar(self, label: Label) -> QColor:
        """The saturated colour of a label: its bar and its filled mark."""
        return QColor(label.colours[self.name].bar)

    def on_bar(self, label: Label) -> QColor:
        """The ink that is readable on the label's bar."""
        return QColor(label.colours[self.name].on)

    def tint(self, label: Label) -> QColor:
        """The opaque tint under a label's words."""
        return QColor(label.colours[self.name].tint)


def theme_named(name: str) -> Theme:
    """The theme of that name; an unknown name (or `system`) follows the desktop's light or dark."""
    if name in THEMES:
        return Theme(name)
    return Theme("dark" if is_desktop_dark() else "light")


def is_desktop_dark() -> bool:
    """Whether the desktop is set in light on dark at the moment."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


_chosen_face: list[str] = []


def choose_reading_face(family: str) -> None:
    """Set articles in this family from now on; "" for the look's own Naskh."""
    _chosen_face[:] = [family] if family else []


def reading_font(points: float) -> QFont:
    """The face of articles: the chosen one, else Naskh."""
    font = QFont()
    font.setFamilies([*_chosen_face, *look()["type"]["reading"]["families"]])
    font.setPointSizeF(points)
    return font


def interface_font(language: str) -> QFont:
    """The face of the program's own words."""
    families = [name for name in look()["type"]["ui"][f"families_{language}"] if name != "system"]
    font = QFont()
    font.setFamilies(families)
    font.setPointSizeF(look()["type"]["ui"]["base_pt"][language])
    return font


def palette(theme: Theme) -> QPalette:
    """Qt's palette in the theme's ink and paper."""
    result = QPalette()
    roles = {
        QPalette.ColorRole.Window: "window",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Base: "raised",
        QPalette.ColorRole.AlternateBase: "panel",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.PlaceholderText: "muted",
        QPalette.ColorRole.Button: "raised",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.Highlight: "ink",
        QPalette.ColorRole.HighlightedText: "on_ink",
        QPalette.ColorRole.ToolTipBase: "raised",
        QPalette.ColorRole.ToolTipText: "text",
        QPalette.ColorRole.Link: "ink",
    }
    for role, name in roles.items():
        result.setColor(role, theme.colour(name))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("faint"))
    return result
