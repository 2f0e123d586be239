"""What the window says about the formats, in its language; the table of formats itself speaks English."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

KNOWN = (
    QT_TRANSLATE_NOOP("Format", "Hashiya JSONL"),
    QT_TRANSLATE_NOOP("Format", "Plain text"),
    QT_TRANSLATE_NOOP("Format", "Everything: one record per article and layer, with offsets in code points."),
    QT_TRANSLATE_NOOP("Format", "Which annotators are the same person."),
    QT_TRANSLATE_NOOP("Format", "The log of changes, so no undo."),
    QT_TRANSLATE_NOOP("Format", "The text of one article per file; its first paragraph is the headline."),
    QT_TRANSLATE_NOOP("Format", "Spans, or anything else beside the text."),
)
"""Every string of FORMATS, so that translators find them; a test compares."""


def format_words(text: str) -> str:
    """A title or sentence of a format; itself where nobody has translated it."""
    return QCoreApplication.translate("Format", text) if text else ""
