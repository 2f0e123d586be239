"""Precedents: which attributes an annotator last gave to the same words under the same label."""

from annotator.core.span import Attributes, Span
from annotator.store.row import from_row, sql_of
from annotator.store.store import Store

LAYERS = 200
"""Only so many of the annotator's layers, the ones changed last, are looked through: it is asked at every pick."""


def precedent(store: Store, annotator_id: str, span: Span, words: str) -> Attributes:
    """The attributes of the annotator's last other span of the label over exactly these words; () without one."""
    row = store.connection.execute(
        f"""SELECT {sql_of(Span).columns} FROM
            (SELECT id, article, updated_at FROM layer WHERE annotator = :annotator AND kind = 'work'
             ORDER BY updated_at DESC LIMIT :layers) AS recent
            JOIN article ON article.id = recent.article JOIN span ON span.layer = recent.id
        WHERE span.label = :label AND span.id <> :id AND span.attributes <> '[]'
            AND substr(article.text, span.start + 1, span."end" - span.start) = :words
        ORDER BY recent.id = :layer DESC, recent.updated_at DESC, span.start DESC LIMIT 1""",
        {
            "annotator": annotator_id,
            "layers": LAYERS,
            "label": span.label,
            "id": span.id,
            "words": words,
            "layer": span.layer,
        },
    ).fetchone()
    return from_row(Span, row).attributes if row else ()
