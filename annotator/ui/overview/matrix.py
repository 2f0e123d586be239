"""A matrix: rows of cells with heads, running from where the interface begins, walked by arrow keys."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from annotator.core.scheme import Label
from annotator.ui.language import current
from annotator.ui.mark import mark_pixmap
from annotator.ui.overview.cell import Cell, Walk
from annotator.ui.prose import ElidedProse
from annotator.ui.style import elided_label, plain_label
from annotator.ui.theme import Theme

HEAD_PX, MARK_PX = 30, 18
NAME_PX = 84


class Head(QWidget):
    """What a row or a column is about: a label's mark, with its name in a row; or a name."""

    def __init__(self, theme: Theme, words: str, label: Label | None = None, upright: bool = False) -> None:
        super().__init__()
        self._label = label
        self._mark = plain_label()
        self._words: ElidedProse = elided_label(words, "small", muted=True)
        self.setAccessibleName(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 2, 0)
        row.setSpacing(6)
        if label is not None:
            row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignCenter if upright else Qt.AlignmentFlag.AlignVCenter)
        if label is None or not upright:
            row.addWidget(self._words, 1)
        if upright:
            self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.setToolTip(words)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        if self._label is not None:
            self._mark.setPixmap(mark_pixmap(self._label, theme, current(), MARK_PX))


class Matrix(QWidget):
    """`cells` by row and column. Heads are put in by `lay_out`, which makes the cells anew."""

    def __init__(self, theme: Theme, name_px: int = NAME_PX, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name_px = name_px
        self.cells: dict[tuple[int, int], Cell] = {}
        self.walk = Walk(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def lay_out(self, heads: Sequence[tuple[str, Label | None]]) -> None:
        """As many rows and columns as heads, in that order; cells with nothing in them yet."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        self.cells = {}
        self._grid.setColumnMinimumWidth(0, self._name_px)
        self._grid.setRowMinimumHeight(0, HEAD_PX)
        for number, (words, label) in enumerate(heads):
            self._grid.addWidget(Head(self._theme, words, label, upright=True), 0, number + 1)
            self._grid.addWidget(Head(self._theme, words, label), number + 1, 0)
            self._grid.setColumnStretch(number + 1, 1)
            self._grid.setRowStretch(number + 1, 1)
            for column in range(len(heads)):
                cell = self.cells[number, column] = Cell(self._theme)
                self._grid.addWidget(cell, number + 1, column + 1)
                # At once, or it could not take the focus yet.
                cell.show()

    def lead_through(self) -> None:
        """Let the keys walk through the cells that can be opened."""
        self.walk.lead_through(dict(self.cells))

    def minimumSizeHint(self) -> QSize:
        return self._grid.minimumSize()
