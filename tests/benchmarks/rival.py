"""Qt's own text widgets with the same text and spans, as the yardstick for the article view."""

from collections.abc import Sequence

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from annotator.core.span import Span

COLOURS = {"ACTOR": "#501F3FAE", "TARGET": "#50BE6F00", "WEAPON": "#5085102F", "CLAIM": "#50069488"}


def highlight(widget: QTextEdit | QPlainTextEdit, spans: Sequence[Span]) -> None:
    """Give the widget an extra selection per span."""
    selections = []
    for span in spans:
        selection = QTextEdit.ExtraSelection()
        form = QTextCharFormat()
        form.setBackground(QColor(COLOURS[span.label]))
        cursor = QTextCursor(widget.document())
        cursor.setPosition(span.start)
        cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
        selection.cursor, selection.format = cursor, form
        selections.append(selection)
    widget.setExtraSelections(selections)
