"""Remarks about a format: what it carries, or what it cannot, a line each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui.icon import icon_pixmap
from annotator.ui.sheet.format_words import format_words
from annotator.ui.style import plain_label
from annotator.ui.theme import Theme

ICON_PX = 16


class Remarks(QWidget):
    """A heading with its icon and a list of sentences under it."""

    def __init__(self, title: str, sentences: Sequence[str], colour: str, theme: Theme) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(plain_label(title, "strong"))
        for sentence in sentences:
            row = QHBoxLayout()
            row.setSpacing(8)
            picture = plain_label()
            name = "check" if colour == "success" else "minus"
            picture.setPixmap(icon_pixmap(name, theme.colour(colour), ICON_PX))
            words = plain_label(format_words(sentence), "body", muted=True)
            words.setWordWrap(True)
            row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(words, 1)
            column.addLayout(row)
