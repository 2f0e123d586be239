"""What an export leaves out, as a card: a row for each kind of thing, with how many, and what stays as it is."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui import language
from annotator.ui.icon import icon_pixmap
from annotator.ui.style import plain_label
from annotator.ui.theme import Theme

ICON_PX, HEAD_PX, PAD = 16, 38, 14
CORNER = 8.0
COUNT_PX = 52
UNMOVED = ("spans", "edges", "fragments")
"""Kinds that count spans which do not stand in the file as they stand in the project."""


def kind_words() -> Mapping[str, str]:
    """What the kinds of `exchange.loss` are called, in the window's language."""
    return {
        "articles": QCoreApplication.translate("Loss", "articles that nobody has worked on"),
        "spans": QCoreApplication.translate("Loss", "spans left out"),
        "edges": QCoreApplication.translate("Loss", "spans whose edges move to the edges of words"),
        "fragments": QCoreApplication.translate("Loss", "spans of several pieces, joined or parted"),
        "events": QCoreApplication.translate("Loss", "events"),
        "arguments": QCoreApplication.translate("Loss", "roles in events"),
        "relations": QCoreApplication.translate("Loss", "relations between spans"),
        "attributes": QCoreApplication.translate("Loss", "attributes"),
        "notes": QCoreApplication.translate("Loss", "notes on spans"),
        "comments": QCoreApplication.translate("Loss", "comments"),
        "decisions": QCoreApplication.translate("Loss", "decisions of reviewers"),
        "origins": QCoreApplication.translate("Loss", "origins of spans: by hand, imported or suggested"),
        "annotators": QCoreApplication.translate("Loss", "layers without their annotator's name"),
        "states": QCoreApplication.translate("Loss", "layers without how far they are"),
        "metadata": QCoreApplication.translate("Loss", "facts about articles beside the text"),
    }


class LossTable(QWidget):
    """The card. `show_counting` while nobody knows yet, then `show_losses`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._is_loss = False
        self.title = ""
        self.words: list[str] = []

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme; what it says is to be said anew."""
        self._theme = theme
        self.update()

    def show_counting(self, title: str) -> None:
        """Say that it is being counted."""
        self._begin(title, QCoreApplication.translate("Export", "Counting…"), is_loss=False)

    def show_losses(self, title: str, losses: Sequence[Mapping[str, object]], spans: int) -> None:
        """A row for each kind (`kind`, `count`, `records`), and how many of the `spans` stay as they are."""
        end = "" if losses else QCoreApplication.translate("Export", "Nothing is left out here.")
        self._begin(title, end, is_loss=bool(losses))
        if losses:
            self._column.addWidget(self._rows(losses))
        moved = sum(int(str(loss["count"])) for loss in losses if loss["kind"] in UNMOVED)
        same = QCoreApplication.translate("Export", "Carried unchanged: %1 of %2 spans")
        same = same.replace("%1", language.number(max(0, spans - moved))).replace("%2", language.number(spans))
        self._add_line("check", "success", same)

    def _begin(self, title: str, end: str, is_loss: bool) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._is_loss, self.title, self.words = is_loss, title, []
        head = QWidget()
        head.setFixedHeight(HEAD_PX)
        row = QHBoxLayout(head)
        row.setContentsMargins(PAD, 0, PAD, 0)
        row.setSpacing(10)
        picture = plain_label()
        name, colour = ("warning", "warning") if is_loss else ("info", "muted")
        picture.setPixmap(icon_pixmap(name, self._theme.colour(colour), ICON_PX))
        row.addWidget(picture)
        row.addWidget(plain_label(title, "strong"), 1)
        row.addWidget(plain_label(end, "small", muted=True))
        self._column.addWidget(head)
        self.update()

    def _rows(self, losses: Sequence[Mapping[str, object]]) -> QWidget:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(PAD + ICON_PX + 10, 8, PAD, 8)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(5)
        grid.setColumnMinimumWidth(0, COUNT_PX)
        grid.setColumnStretch(1, 1)
        known = kind_words()
        for at, loss in enumerate(losses):
            words = known.get(str(loss["kind"]), str(loss["kind"]))
            count, records = int(str(loss["count"])), int(str(loss["records"]))
            where = QCoreApplication.translate("Export", "in %n layers", None, records)
            grid.addWidget(plain_label(language.number(count), "strong"), at, 0)
            grid.addWidget(plain_label(words, "body"), at, 1)
            if loss["kind"] != "articles":
                grid.addWidget(plain_label(where, "small", muted=True), at, 2, Qt.AlignmentFlag.AlignTrailing)
            self.words.append(f"{language.number(count)} {words}")
        return page

    def _add_line(self, icon: str, colour: str, words: str) -> None:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(PAD, 8, PAD, 9)
        row.setSpacing(10)
        picture = plain_label()
        picture.setPixmap(icon_pixmap(icon, self._theme.colour(colour), ICON_PX))
        row.addWidget(picture)
        row.addWidget(plain_label(words, "body", muted=True), 1)
        self._column.addWidget(line)
        self.words.append(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        path = QPainterPath()
        path.addRoundedRect(box, CORNER, CORNER)
        painter.fillPath(path, self._theme.colour("raised"))
        if self._is_loss:
            head = QPainterPath()
            head.addRect(QRectF(0, 0, self.width(), HEAD_PX))
            painter.fillPath(head.intersected(path), self._theme.colour("warning_soft"))
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.drawPath(path)
        last = self._column.itemAt(self._column.count() - 1)
        widget = last.widget() if last is not None else None
        for y in (HEAD_PX, widget.y() if widget is not None and self._column.count() > 2 else HEAD_PX):
            if self._column.count() > 1:
                painter.drawLine(1, y, self.width() - 2, y)
        painter.end()
