"""What the overview says in words: what its figures are of, and why there are none."""

from PySide6.QtCore import QCoreApplication

from annotator.ui.overview.finding import Findings, Number
from annotator.ui.wording import isolated, sentence_words


def why(figure: Number) -> str:
    """Why a figure is undefined, or why it has no interval."""
    if figure.reason is not None:
        return sentence_words(figure.reason)
    few = QCoreApplication.translate("Overview", "too few articles for an interval")
    return few if figure.value is not None else ""


def whose(findings: Findings) -> str:
    """“4 annotators · 96 articles handed in by two or more”."""
    people = QCoreApplication.translate("Overview", "%n annotators", None, len(findings.names))
    articles = QCoreApplication.translate("Overview", "%n articles finished by two or more", None, findings.shared)
    return f"{people} · {articles}"


def why_nothing(findings: Findings) -> str:
    """The sentence that stands in place of figures; empty where there are some."""
    if not findings.names:
        return QCoreApplication.translate(
            "Overview", "Nobody has finished an article yet. Agreement shows as soon as two have finished the same one."
        )
    if len(findings.names) == 1:
        words = QCoreApplication.translate(
            "Overview", "Only %1 has finished articles. Agreement shows as soon as two have finished the same one."
        )
        return words.replace("%1", isolated(next(iter(findings.names.values()))))
    if not findings.shared:
        return QCoreApplication.translate(
            "Overview", "%n annotators have finished articles, but no article is common to two of them.", None,
            len(findings.names),
        )
    return ""
