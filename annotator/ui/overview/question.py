"""Questions: what a figure stands for, as the title of its sheet and as the options of the verb `places`."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from annotator.core.scheme import Scheme
from annotator.ui.overview.week_card import day_of
from annotator.ui.wording import isolated, label_name


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for, and what the answer is called."""

    title: str
    asked: tuple[str, ...] = ()


def of_all() -> Question:
    """All disagreements."""
    return Question(QCoreApplication.translate("Overview", "Disagreements"))


def of_pair(names: Mapping[str, str], one: str, other: str) -> Question:
    """What two disagree on."""
    words = QCoreApplication.translate("Overview", "Disagreements of %1 and %2")
    return Question(_filled(words, isolated(names[one]), isolated(names[other])), ("--pair", one, other))


def of_cell(names: Mapping[str, str], scheme: Scheme, one: str, other: str, ours: str, theirs: str) -> Question:
    """Where one label of the one stands against one of the other."""
    none = QCoreApplication.translate("Overview", "None (no label)")
    labels = [label_name(scheme, label) if label else none for label in (ours, theirs)]
    words = QCoreApplication.translate("Overview", "%1: %2 · %3: %4")
    title = _filled(words, isolated(names[one]), labels[0], isolated(names[other]), labels[1])
    return Question(title, ("--pair", one, other, "--cell", ours, theirs))


def of_label(scheme: Scheme, label: str) -> Question:
    """Disagreements about a label."""
    words = QCoreApplication.translate("Overview", "Disagreements about “%1”")
    return Question(_filled(words, label_name(scheme, label)), ("--label", label))


def of_week(week: str) -> Question:
    """Disagreements in what two had finished in a week."""
    words = QCoreApplication.translate("Overview", "Disagreements of the week from %1")
    return Question(_filled(words, day_of(week)), ("--period", week))


def _filled(words: str, *values: str) -> str:
    for place, value in enumerate(values, start=1):
        words = words.replace(f"%{place}", value)
    return words
