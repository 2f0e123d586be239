"""The table of formats. To add one: write its module, add its row here, and translate its sentences.

Rows stand in the order in which lists show them and in which files of one suffix are tried.
"""

from pathlib import Path

from annotator.exchange import Format

FORMATS: tuple[Format, ...] = (
    Format(
        name="jsonl",
        title="Hashiya JSONL",
        suffixes=(".jsonl", ".ndjson"),
        reads=True,
        writes=True,
        carries=("Everything: one record per article and layer, with offsets in code points.",),
        cannot=("Which annotators are the same person.", "The log of changes, so no undo."),
        module="annotator.exchange.jsonl",
        is_whole=True,
    ),
    Format(
        name="text",
        title="Plain text",
        suffixes=(".txt",),
        reads=True,
        writes=False,
        carries=("The text of one article per file; its first paragraph is the headline.",),
        cannot=("Spans, or anything else beside the text.",),
        module="annotator.exchange.text",
    ),
    Format(
        name="table",
        title="Table of articles (CSV, TSV, JSON, Parquet)",
        suffixes=(".csv", ".tsv", ".tab", ".json", ".jsonl", ".ndjson", ".parquet"),
        reads=True,
        writes=False,
        carries=(
            "One article a row; which column is the text, the title and so on, its name tells, or you do.",
            "A title in a column of its own is put in front of the text.",
            "What other columns say, as facts about the article.",
        ),
        cannot=("Spans, or anything else that people marked.",),
        module="annotator.exchange.table",
    ),
    Format(
        name="spacy",
        title="spaCy DocBin",
        suffixes=(".spacy",),
        reads=False,
        writes=True,
        carries=(
            'The text and every span on its tokens, with its id, in doc.spans["sc"].',
            "In doc.ents as many spans as can stand side by side; doc.user_data names the others.",
            "The ids of article and layer, and the annotator.",
        ),
        cannot=(
            "Spans that cut a token: they are widened, left out, or stop the export.",
            "Fragments: a span in several pieces becomes one from the first to the last.",
            "Attributes, notes, events, relations, comments and decisions.",
            "Articles that nobody has worked on.",
        ),
        module="annotator.exchange.docbin",
        extra="spacy",
        is_tokens=True,
        only_worked_on=True,
    ),
    Format(
        name="conll",
        title="CoNLL (IOB2 or BILOU)",
        suffixes=(".conll", ".iob", ".iob2", ".bio", ".bilou"),
        reads=True,
        writes=True,
        carries=(
            "The exact text, one label for each token, each token's place in code points, and the ids of spans.",
            "All that is known about the article and the layer.",
        ),
        cannot=(
            "Spans that overlap longer ones.",
            "Spans that cut a token: they are widened, left out, or stop the export.",
            "Fragments: a span in several pieces becomes one from the first to the last.",
            "Attributes, notes, events, relations, comments and decisions.",
            "Articles that nobody has worked on.",
        ),
        module="annotator.exchange.conll",
        is_tokens=True,
        only_worked_on=True,
    ),
    Format(
        name="huggingface",
        title="Hugging Face dataset (Parquet)",
        suffixes=(".parquet",),
        reads=False,
        writes=True,
        carries=(
            "The text and every span exactly as it is, with attributes and note; events and relations.",
            "Labels, and a tag for each token (ner_tags, IOB2 or BILOU), as ClassLabel features.",
            "What is known about article and layer, and a card that datasets.load_dataset reads.",
        ),
        cannot=(
            "In ner_tags alone: spans that overlap longer ones or cut a token; in_tags says which.",
            "Comments and decisions.",
            "Articles that nobody has worked on.",
        ),
        module="annotator.exchange.hugging_face",
        is_folder=True,
        extra="parquet",
        is_tokens=True,
        only_worked_on=True,
    ),
    Format(
        name="events",
        title="Event table (CSV)",
        suffixes=(".csv",),
        reads=False,
        writes=True,
        carries=(
            "One row per event: the words and attributes of each role, claims, the event's attributes.",
            "The sentence that tells it, and where it was published.",
            "The same for programs in one column, with labels and places.",
        ),
        cannot=(
            "The text of articles: each is named by its id and its hash.",
            "Spans that play no part in an event.",
            "Relations, comments and decisions.",
            "Articles that nobody has worked on.",
        ),
        module="annotator.exchange.event_table",
        only_worked_on=True,
    ),
    Format(
        name="gliner",
        title="GLiNER JSON",
        suffixes=(".json",),
        reads=False,
        writes=True,
        carries=(
            "The text, every span on its tokens under its label's name, and relations.",
            "Examples of at most 384 tokens, cut where sentences begin and never inside a span.",
        ),
        cannot=(
            "Spans that cut a token: they are widened, left out, or stop the export.",
            "Fragments: a span in several pieces becomes one from the first to the last.",
            "Relations between two examples of one article.",
            "Attributes, notes, events, comments and decisions.",
            "Articles that nobody has worked on.",
            "Spans of more than 12 tokens are there, but GLiNER passes over them unless its max_width is raised.",
        ),
        module="annotator.exchange.gliner",
        is_tokens=True,
        only_worked_on=True,
    ),
    Format(
        name="doccano",
        title="doccano JSONL",
        suffixes=(".jsonl",),
        reads=True,
        writes=True,
        carries=(
            "The exact text and every span, with offsets in code points.",
            "All that is known about the article and the layer.",
        ),
        cannot=(
            "Fragments: a span in several pieces becomes one from the first to the last.",
            "Relations; doccano JSONL with relations carries them.",
            "Attributes, notes, events, comments and decisions.",
            "Where spans came from: by hand, imported or suggested.",
        ),
        module="annotator.exchange.doccano",
    ),
    Format(
        name="doccano-relations",
        title="doccano JSONL with relations",
        suffixes=(".jsonl",),
        reads=True,
        writes=True,
        carries=(
            "The exact text, every span, and relations between them, with offsets in code points.",
            "All that is known about the article and the layer.",
        ),
        cannot=(
            "Fragments: a span in several pieces becomes one from the first to the last.",
            "Attributes, notes, events, comments and decisions.",
            "Where spans came from: by hand, imported or suggested.",
        ),
        module="annotator.exchange.doccano_relation",
    ),
    Format(
        name="label-studio",
        title="Label Studio",
        suffixes=(".json",),
        reads=True,
        writes=True,
        carries=(
            "A folder with tasks.json and config.xml, the labelling configuration made from the scheme.",
            "The exact text, every span with its attributes and note, and relations, with offsets in code points.",
            "The work of models as predictions.",
            "All that is known about the article and the layer.",
        ),
        cannot=(
            "Fragments: a span in several pieces becomes one from the first to the last.",
            "Attributes of relations.",
            "Events, comments and decisions.",
            "Where spans came from: by hand, imported or suggested.",
        ),
        module="annotator.exchange.label_studio",
        is_folder=True,
    ),
    Format(
        name="parquet",
        title="Parquet in parts",
        suffixes=(".parquet",),
        reads=True,
        writes=True,
        carries=("Everything: one row per article and layer, in as many files as a large corpus needs.",),
        cannot=("Which annotators are the same person.", "The log of changes, so no undo."),
        module="annotator.exchange.parquet",
        is_folder=True,
        extra="parquet",
        is_whole=True,
    ),
    Format(
        name="cas-json",
        title="UIMA CAS JSON (INCEpTION)",
        suffixes=(".json",),
        reads=True,
        writes=True,
        carries=(
            "The exact text, spans with all their pieces, attributes and notes, events with their roles, relations.",
            "All that is known about the article and the layer.",
            "One file for each record, and a type system from which INCEpTION makes the layers.",
        ),
        cannot=(
            "Comments, decisions, and where spans came from.",
            "INCEpTION gives back what its layers hold; article and layer are then known by the text alone.",
        ),
        module="annotator.exchange.cas_json",
        is_folder=True,
        extra="cas",
    ),
    Format(
        name="xmi",
        title="UIMA XMI (INCEpTION)",
        suffixes=(".xmi",),
        reads=True,
        writes=True,
        carries=(
            "The exact text, spans with all their pieces, attributes and notes, events with their roles, relations.",
            "All that is known about the article and the layer.",
            "One file for each record, and a type system from which INCEpTION makes the layers.",
        ),
        cannot=(
            "Comments, decisions, and where spans came from.",
            "Control characters in notes and attributes; a text that has any stops the export.",
            "INCEpTION gives back what its layers hold; article and layer are then known by the text alone.",
        ),
        module="annotator.exchange.cas_xmi",
        is_folder=True,
        extra="cas",
    ),
    Format(
        name="brat",
        title="brat standoff",
        suffixes=(".ann",),
        reads=True,
        writes=True,
        carries=(
            "A folder for each annotator with the exact texts and their .ann files, annotation.conf and visual.conf.",
            "Every span with its fragments, attributes and note, events and relations, with offsets in code points.",
            "All that is known about the article and the layer.",
        ),
        cannot=(
            "Line breaks at the ends of a span's fragments.",
            "Events in which no span has a part.",
            "Comments and decisions.",
            "Where spans came from: by hand, imported or suggested.",
        ),
        module="annotator.exchange.brat",
        is_folder=True,
    ),
    Format(
        name="prodigy",
        title="Prodigy JSONL",
        suffixes=(".jsonl",),
        reads=True,
        writes=True,
        carries=(
            "The exact text, every span, and relations between them, with offsets in code points.",
            "The tokens, and which of them each span is made of, where it is made of whole ones.",
            "All that is known about the article and the layer.",
        ),
        cannot=(
            "Fragments: a span in several pieces becomes one from the first to the last.",
            "Attributes, notes, events, comments and decisions.",
            "Where spans came from: by hand, imported or suggested.",
        ),
        module="annotator.exchange.prodigy",
    ),
    Format(
        name="webanno",
        title="WebAnno TSV 3",
        suffixes=(".tsv",),
        reads=True,
        writes=False,
        carries=(
            "The text of each sentence and the place of each token.",
            "Span layers with their features, slots as events, and relations.",
        ),
        cannot=(
            "What stands between sentences: line feeds are put there.",
            "Chains, and layers of grammar.",
        ),
        module="annotator.exchange.webanno",
    ),
)


def format_named(name: str) -> Format | None:
    """The format of that name, if there is one."""
    return next((row for row in FORMATS if row.name == name), None)


def format_of(path: Path) -> Format | None:
    """The format that reads files of this name, told by the suffix in any case of letters."""
    suffix = path.suffix.lower()
    return next((row for row in FORMATS if row.reads and suffix in row.suffixes), None)
