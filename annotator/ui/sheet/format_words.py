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
    QT_TRANSLATE_NOOP("Format", "Table of articles (CSV, TSV, JSON, Parquet)"),
    QT_TRANSLATE_NOOP(
        "Format", "One article a row; which column is the text, the title and so on, its name tells, or you do."
    ),
    QT_TRANSLATE_NOOP("Format", "A title in a column of its own is put in front of the text."),
    QT_TRANSLATE_NOOP("Format", "What other columns say, as facts about the article."),
    QT_TRANSLATE_NOOP("Format", "Spans, or anything else that people marked."),
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
    QT_TRANSLATE_NOOP("Format", "Hugging Face dataset (Parquet)"),
    QT_TRANSLATE_NOOP(
        "Format", "The text and every span exactly as it is, with attributes and note; events and relations."
    ),
    QT_TRANSLATE_NOOP("Format", "Labels, and a tag for each token (ner_tags, IOB2 or BILOU), as ClassLabel features."),
    QT_TRANSLATE_NOOP("Format", "What is known about article and layer, and a card that datasets.load_dataset reads."),
    QT_TRANSLATE_NOOP(
        "Format", "In ner_tags alone: spans that overlap longer ones or cut a token; in_tags says which."
    ),
    QT_TRANSLATE_NOOP("Format", "Comments and decisions."),
    QT_TRANSLATE_NOOP("Format", "Event table (CSV)"),
    QT_TRANSLATE_NOOP(
        "Format", "One row per event: the words and attributes of each role, claims, the event's attributes."
    ),
    QT_TRANSLATE_NOOP("Format", "The sentence that tells it, and where it was published."),
    QT_TRANSLATE_NOOP("Format", "The same for programs in one column, with labels and places."),
    QT_TRANSLATE_NOOP("Format", "The text of articles: each is named by its id and its hash."),
    QT_TRANSLATE_NOOP("Format", "Spans that play no part in an event."),
    QT_TRANSLATE_NOOP("Format", "Relations, comments and decisions."),
    QT_TRANSLATE_NOOP("Format", "GLiNER JSON"),
    QT_TRANSLATE_NOOP("Format", "The text, every span on its tokens under its label's name, and relations."),
    QT_TRANSLATE_NOOP("Format", "Examples of at most 384 tokens, cut where sentences begin and never inside a span."),
    QT_TRANSLATE_NOOP("Format", "Relations between two examples of one article."),
    QT_TRANSLATE_NOOP("Format", "Attributes, notes, events, comments and decisions."),
    QT_TRANSLATE_NOOP(
        "Format", "Spans of more than 12 tokens are there, but GLiNER passes over them unless its max_width is raised."
    ),
    QT_TRANSLATE_NOOP("Format", "doccano JSONL"),
    QT_TRANSLATE_NOOP("Format", "The exact text and every span, with offsets in code points."),
    QT_TRANSLATE_NOOP("Format", "Relations; doccano JSONL with relations carries them."),
    QT_TRANSLATE_NOOP("Format", "Where spans came from: by hand, imported or suggested."),
    QT_TRANSLATE_NOOP("Format", "doccano JSONL with relations"),
    QT_TRANSLATE_NOOP("Format", "The exact text, every span, and relations between them, with offsets in code points."),
    QT_TRANSLATE_NOOP("Format", "Label Studio"),
    QT_TRANSLATE_NOOP(
        "Format", "A folder with tasks.json and config.xml, the labelling configuration made from the scheme."
    ),
    QT_TRANSLATE_NOOP(
        "Format", "The exact text, every span with its attributes and note, and relations, with offsets in code points."
    ),
    QT_TRANSLATE_NOOP("Format", "The work of models as predictions."),
    QT_TRANSLATE_NOOP("Format", "Attributes of relations."),
    QT_TRANSLATE_NOOP("Format", "Events, comments and decisions."),
    QT_TRANSLATE_NOOP("Format", "Parquet in parts"),
    QT_TRANSLATE_NOOP("Format", "Everything: one row per article and layer, in as many files as a large corpus needs."),
    QT_TRANSLATE_NOOP("Format", "UIMA CAS JSON (INCEpTION)"),
    QT_TRANSLATE_NOOP(
        "Format",
        "The exact text, spans with all their pieces, attributes and notes, events with their roles, relations."
    ),
    QT_TRANSLATE_NOOP("Format", "One file for each record, and a type system from which INCEpTION makes the layers."),
    QT_TRANSLATE_NOOP("Format", "Comments, decisions, and where spans came from."),
    QT_TRANSLATE_NOOP(
        "Format", "INCEpTION gives back what its layers hold; article and layer are then known by the text alone."
    ),
    QT_TRANSLATE_NOOP("Format", "UIMA XMI (INCEpTION)"),
    QT_TRANSLATE_NOOP("Format", "Control characters in notes and attributes; a text that has any stops the export."),
    QT_TRANSLATE_NOOP("Format", "brat standoff"),
    QT_TRANSLATE_NOOP(
        "Format",
        "A folder for each annotator with the exact texts and their .ann files, annotation.conf and visual.conf."
    ),
    QT_TRANSLATE_NOOP(
        "Format",
        "Every span with its fragments, attributes and note, events and relations, with offsets in code points."
    ),
    QT_TRANSLATE_NOOP("Format", "Line breaks at the ends of a span's fragments."),
    QT_TRANSLATE_NOOP("Format", "Events in which no span has a part."),
    QT_TRANSLATE_NOOP("Format", "Prodigy JSONL"),
    QT_TRANSLATE_NOOP("Format", "The tokens, and which of them each span is made of, where it is made of whole ones."),
    QT_TRANSLATE_NOOP("Format", "WebAnno TSV 3"),
    QT_TRANSLATE_NOOP("Format", "The text of each sentence and the place of each token."),
    QT_TRANSLATE_NOOP("Format", "Span layers with their features, slots as events, and relations."),
    QT_TRANSLATE_NOOP("Format", "What stands between sentences: line feeds are put there."),
    QT_TRANSLATE_NOOP("Format", "Chains, and layers of grammar."),
)
"""Every string of FORMATS, so that translators find them; a test compares."""


def format_words(text: str) -> str:
    """A title or sentence of a format; itself where nobody has translated it."""
    return QCoreApplication.translate("Format", text) if text else ""
