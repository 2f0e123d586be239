"""The formats an export can write."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from annotator.exchange import Format
from annotator.ui.sheet.format_words import format_words
from annotator.ui.style import plain_label, scaled
from annotator.ui.theme import Theme

ROW_PX, PAD, DISC_PX, GAP = 50, 16, 16, 12


class FormatList(QWidget):
    """One row a format, chosen with mouse, arrows or Space; `picked` tells of another choice."""

    picked = Signal()

    def __init__(self, formats: Sequence[Format], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = [FormatRow(row, theme) for row in formats]
        group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        whole = QCoreApplication.translate("Export", "Carries everything")
        partly = QCoreApplication.translate("Export", "Leaves something out")
        for words, is_whole in ((whole, True), (partly, False)):
            some = [row for row in self.rows if row.format.is_whole == is_whole]
            if some:
                heading = plain_label(words, "small", muted=True)
                heading.setContentsMargins(PAD, 8, PAD, 4)
                column.addWidget(heading)
            for row in some:
                group.addButton(row)
                column.addWidget(row)
        column.addStretch(1)
        self.rows[0].setChecked(True)
        group.buttonClicked.connect(self.picked)

    @property
    def current(self) -> Format:
        """The format that is chosen."""
        return next(row.format for row in self.rows if row.isChecked())

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        for row in self.rows:
            row.set_theme(theme)


class FormatRow(QAbstractButton):
    """A disc, the format's name, and the endings of its files."""

    def __init__(self, row: Format, theme: Theme) -> None:
        super().__init__()
        self.format = row
        self._theme = theme
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(format_words(row.title))

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, ROW_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if self.isChecked():
            painter.fillRect(self.rect(), self._theme.colour("select_row"))
        box = QRectF(self.rect()).adjusted(PAD, 0, -PAD, 0)
        self._paint_disc(painter, box, rtl)
        inset = DISC_PX + GAP
        words = box.adjusted(0, 0, -inset, 0) if rtl else box.adjusted(inset, 0, 0, 0)
        self._paint_words(painter, words, rtl)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_disc(self, painter: QPainter, box: QRectF, rtl: bool) -> None:
        left = box.right() - DISC_PX if rtl else box.left()
        disc = QRectF(left, box.center().y() - DISC_PX / 2, DISC_PX, DISC_PX)
        painter.setPen(QPen(self._theme.colour("ink" if self.isChecked() else "line_strong"), 1.5))
        painter.setBrush(self._theme.colour("ink" if self.isChecked() else "raised"))
        painter.drawEllipse(disc.adjusted(0.75, 0.75, -0.75, -0.75))
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("on_ink"))
            painter.drawEllipse(disc.center(), 2.5, 2.5)

    def _paint_words(self, painter: QPainter, box: QRectF, rtl: bool) -> None:
        side = (Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignAbsolute
        middle = box.center().y()
        title = scaled(self.font(), "strong" if self.isChecked() else "body")
        painter.setFont(title)
        painter.setPen(self._theme.colour("text"))
        upper = QRectF(box.left(), box.top(), box.width(), middle - box.top() + 2)
        name = format_words(self.format.title)
        name = QFontMetricsF(title).elidedText(name, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(upper, side | Qt.AlignmentFlag.AlignBottom, name)
        painter.setFont(scaled(self.font(), "caption"))
        painter.setPen(self._theme.colour("muted"))
        lower = QRectF(box.left(), middle + 3, box.width(), box.bottom() - middle - 3)
        kind = QCoreApplication.translate("Export", "Folder") if self.format.is_folder else ""
        endings = kind or f"\u2066{' '.join(self.format.suffixes)}\u2069"
        painter.drawText(lower, side | Qt.AlignmentFlag.AlignTop, endings)
