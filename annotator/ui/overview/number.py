"""How the overview writes figures: in the digits of the setting, with intervals, and never 0 for what is undefined."""

from PySide6.QtCore import QCoreApplication

from annotator.ui.language import locale
from annotator.ui.overview.finding import Number
from annotator.ui.wording import sentence_words

DASH = "—"
PLACES = 2


def decimal(value: float) -> str:
    """A value from 0 to 1 with two decimals."""
    return locale().toString(value, "f", PLACES)


def short(number: Number) -> str:
    """The value alone; a dash where there is none."""
    return DASH if number.value is None else decimal(number.value)


def between(number: Number) -> str:
    """The interval, the smaller end first in reading order; empty where there is none."""
    return f"{decimal(number.interval[0])}–{decimal(number.interval[1])}" if number.interval else ""


def spoken(number: Number) -> str:
    """The value with its interval, or why there is none, for tooltips and for ears."""
    if number.value is None:
        reason = sentence_words(number.reason) if number.reason else ""
        return QCoreApplication.translate("Overview", "undefined: %1").replace("%1", reason)
    said = decimal(number.value)
    if number.interval:
        words = QCoreApplication.translate("Overview", "%1, 95 % interval %2")
        said = words.replace("%1", said).replace("%2", between(number))
    return f"{said} · {sentence_words(number.reason)}" if number.reason else said


def measure_name(name: str) -> str:
    """What a measure is called where one chooses it."""
    return {
        "f1_exact": QCoreApplication.translate("Overview", "Exact"),
        "f1_edge": QCoreApplication.translate("Overview", "Edge-normalised"),
        "f1_relaxed": QCoreApplication.translate("Overview", "Relaxed"),
    }[name]
