"""What the window says about the formats, in its language; the table of formats itself speaks English."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

KNOWN = (
    QT_TRANSLATE_NOOP("Format", "Hashiya JSONL"),
    QT_TRANSLATE_NOOP("Format", "Everything: one record per article and layer, with offsets in code points."),
    QT_TRANSLATE_NOOP("Format", "Which annotators are the same person."),
    QT_TRANSLATE_NOOP("Format", "The log of changes, so no undo."),
    QT_TRANSLATE_NOOP("Format", "Plain text"),
    QT_TRANSLATE_NOOP("Format", "The text of one article per file; its first paragraph is the headline."),
    QT_TRANSLATE_NOOP("Format", "Spans, or anything else beside the text."),
    QT_TRANSLATE_NOOP("Format", "spaCy DocBin"),
    QT_TRANSLATE_NOOP("Format", "The text and every span on its tokens, with its id, in doc.spans[\"sc\"]."),
    QT_TRANSLATE_NOOP("Format", "In doc.ents as many spans as can stand side by side; doc.user_data names the others."),
    QT_TRANSLATE_NOOP("Format", "The ids of article and layer, and the annotator."),
    QT_TRANSLATE_NOOP("Format", "Spans that cut a token: they are widened, left out, or stop the export."),
    QT_TRANSLATE_NOOP("Format", "Fragments: a span in several pieces becomes one from the first to the last."),
    QT_TRANSLATE_NOOP("Format", "Attributes, notes, events, relations, comments and decisions."),
    QT_TRANSLATE_NOOP("Format", "Articles that nobody has worked on."),
    QT_TRANSLATE_NOOP("Format", "CoNLL (IOB2 or BILOU)"),
    QT_TRANSLATE_NOOP(
        "Format", "The exact text, one label for each token, each token's place in code points, and the ids of spans."
    ),
    QT_TRANSLATE_NOOP("Format", "All that is known about the article and the layer."),
    QT_TRANSLATE_NOOP("Format", "Spans that overlap longer ones."),
    QT_TRANSLATE_NOOP("Format", "GLiNER JSON"),
    QT_TRANSLATE_NOOP("Format", "The text, every span on its tokens under its label's name, and relations."),
    QT_TRANSLATE_NOOP("Format", "Examples of at most 384 tokens, cut where sentences begin and never inside a span."),
    QT_TRANSLATE_NOOP("Format", "Relations between two examples of one article."),
    QT_TRANSLATE_NOOP("Format", "Attributes, notes, events, comments and decisions."),
    QT_TRANSLATE_NOOP(
        "Format", "Spans of more than 12 tokens are there, but GLiNER passes over them unless its max_width is raised."
    ),
)
"""Every string of FORMATS, so that translators find them; a test compares."""


def format_words(text: str) -> str:
    """A title or sentence of a format; itself where nobody has translated it."""
    return QCoreApplication.translate("Format", text) if text else ""
