"""Settings of this machine: language, theme, digits, zoom, who annotates. Nothing about a project."""

from functools import cache

from PySide6.QtCore import QLocale, QSettings

from annotator import paths
from annotator.ui.theme import look

DEFAULTS = {
    "theme": "light",
    "digits": "arab",
    "annotator": "",
    "recent": "",
    "tour": "",
    "names": "",
    "geometry": "",
    "keys": "",
    "truth": "",
    "line_height": "normal",
    "measure": "best",
    "face": "",
    "motion": "",
}


def _file() -> QSettings:
    return QSettings(str(paths.settings_file()), QSettings.Format.IniFormat)


def setting(name: str) -> str:
    """A setting by name; what was never set has its default."""
    return _read(str(paths.settings_file()), name)


@cache
def _read(file: str, name: str) -> str:
    """Read once: the language is asked for at every word that is drawn."""
    value = QSettings(file, QSettings.Format.IniFormat).value(name)
    return _default(name) if value is None else str(value)


def keep_setting(name: str, value: str) -> None:
    """Keep a setting at once."""
    file = _file()
    file.setValue(name, value)
    file.sync()
    _read.cache_clear()


def _default(name: str) -> str:
    if name == "language":
        return "ar" if QLocale.system().language() != QLocale.Language.English else "en"
    if name == "zoom":
        return str(look()["type"]["reading"]["pt"])
    return DEFAULTS[name]
