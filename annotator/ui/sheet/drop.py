"""The place at the foot of a list that says that files can be dropped, and two buttons that choose them instead."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from annotator.exchange.formats import FORMATS
from annotator.ui.button import Button, Words
from annotator.ui.style import plain_label
from annotator.ui.theme import Theme

CORNER = 8


class DropPlace(QWidget):
    """Calls `add` with the paths that were chosen. Dropping itself is the whole sheet's business."""

    def __init__(self, theme: Theme, add: Callable[[list[Path]], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._add = add
        words = plain_label(QCoreApplication.translate("Import", "Drop files or folders here"), "small", muted=True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setWordWrap(True)
        files = Button(theme, "small", Words(QCoreApplication.translate("Import", "Files…")))
        folder = Button(theme, "small", Words(QCoreApplication.translate("Import", "Folder…")))
        files.clicked.connect(self._choose_files)
        folder.clicked.connect(self._choose_folder)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addStretch()
        row.addWidget(files)
        row.addWidget(folder)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 12, 10, 8)
        column.setSpacing(2)
        column.addWidget(words)
        column.addLayout(row)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self.update()

    def _choose_files(self) -> None:
        suffixes = " ".join(f"*{suffix}" for row in FORMATS if row.reads for suffix in row.suffixes)
        kind = QCoreApplication.translate("Import", "Articles")
        title = QCoreApplication.translate("Import", "Import articles")
        chosen, _ = QFileDialog.getOpenFileNames(self, title, str(Path.home()), f"{kind} ({suffixes})")
        if chosen:
            self._add([Path(name) for name in chosen])

    def _choose_folder(self) -> None:
        title = QCoreApplication.translate("Import", "Import articles")
        chosen = QFileDialog.getExistingDirectory(self, title, str(Path.home()))
        if chosen:
            self._add([Path(chosen)])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("line_strong"), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)
        painter.end()
