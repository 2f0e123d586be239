"""The language of the window: direction, translation, digits."""

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from annotator import paths
from annotator.ui.settings import setting

LOCALES = {("ar", "arab"): "ar_EG", ("ar", "latn"): "ar_MA", ("en", "arab"): "en_GB", ("en", "latn"): "en_GB"}

_installed: list[QTranslator] = []


def current() -> str:
    """The window's language: `ar` or `en`."""
    return "en" if setting("language") == "en" else "ar"


def locale() -> QLocale:
    """The locale that writes the program's numbers."""
    return QLocale(LOCALES[current(), setting("digits")])


def number(value: int) -> str:
    """A whole number in the digits of the setting."""
    return locale().toString(value)


def moment(at: str) -> str:
    """A time as records write it (UTC, ISO 8601), as the clock here shows it, in the digits of the setting."""
    when = QDateTime.fromString(at, Qt.DateFormat.ISODate).toLocalTime()
    # Hyphens between Arabic-Indic digits would turn the date round; slashes keep it in one run.
    pattern = "d/M/yyyy، HH:mm" if current() == "ar" else "yyyy-MM-dd HH:mm"
    return locale().toString(when, pattern) if when.isValid() else at


def install(app: QApplication) -> None:
    """Give the application the setting's language: words, direction and digits."""
    for translator in _installed:
        QCoreApplication.removeTranslator(translator)
        translator.deleteLater()
    _installed.clear()
    QLocale.setDefault(locale())
    translator = QTranslator(app)
    if translator.load(str(paths.resource("translations", f"hashiya_{current()}.qm"))):
        QCoreApplication.installTranslator(translator)
        _installed.append(translator)
    right_to_left = current() == "ar"
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
