"""Words of the program on a surface: plain text, set with the look's own line height.

Qt takes the distance of lines from the font, and Noto Sans Arabic's is twice its letters' size.
"""

from html import escape

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from annotator.ui.language import current
from annotator.ui.theme import look

LINE_BREAK = "\u2028"
PLAIN_WORD = "ابحث"
NARROWEST_PX = 48
COMFORTABLE_PX = 320


def tip(text: str) -> str:
    """Words for a tooltip, as they are: Qt would take any that look like mark-up for mark-up."""
    lines = "<br>".join(escape(text).split("\n"))
    return f"<p>{lines}</p>"


def rise(font: QFont) -> float:
    """How far under the middle of a line its words stand, so that the letters and not the font's box are centred."""
    metrics = QFontMetricsF(font)
    # A face without Latin letters knows no capitals; a plain Arabic word says where its ink lies.
    return metrics.capHeight() / 2 or -metrics.tightBoundingRect(PLAIN_WORD).center().y()


class Prose(QLabel):
    """A label whose text is shown as it is, never as mark-up. It keeps to wordWrap, alignment and foreground role."""

    def __init__(self, text: str = "", parent: QWidget | None = None, line_em: float | None = None) -> None:
        super().__init__(parent)
        self._line_em = line_em or look()["type"]["ui"]["line"][current()]
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)

    @property
    def pitch(self) -> int:
        """From one line to the next, in logical pixels."""
        return round(QFontInfo(self.font()).pixelSize() * self._line_em)

    def sizeHint(self) -> QSize:
        if not self.text():
            return super().sizeHint()
        natural = self._natural_width()
        width = min(natural, COMFORTABLE_PX) if self.wordWrap() else natural
        return QSize(width, self._height(width))

    def minimumSizeHint(self) -> QSize:
        if not self.text():
            return super().minimumSizeHint()
        width = min(self._natural_width(), NARROWEST_PX) if self.wordWrap() else self._natural_width()
        return QSize(width, self.pitch)

    def heightForWidth(self, width: int) -> int:
        return self._height(width) if self.wordWrap() else -1

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.text():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        self._paint(painter, self.contentsRect(), self.text())
        painter.end()

    def _paint(self, painter: QPainter, room: QRect, text: str) -> None:
        laid = self._lay_out(text, room.width())
        pitch, count = self.pitch, laid.lineCount()
        top = room.top() + self._free_above(room.height() - pitch * count)
        beneath = rise(self.font())
        for number in range(count):
            line = laid.lineAt(number)
            baseline = round(top + pitch * (number + 0.5) + beneath)
            line.draw(painter, QPointF(room.left(), baseline - line.ascent()))

    def _free_above(self, free: int) -> int:
        if self.alignment() & Qt.AlignmentFlag.AlignTop:
            return 0
        return free if self.alignment() & Qt.AlignmentFlag.AlignBottom else free // 2

    def _lay_out(self, text: str, width: float) -> QTextLayout:
        option = QTextOption(self._side())
        option.setTextDirection(self.layoutDirection())
        wraps = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere if self.wordWrap() else QTextOption.WrapMode.NoWrap
        option.setWrapMode(wraps)
        laid = QTextLayout(text.replace("\n", LINE_BREAK), self.font())
        laid.setTextOption(option)
        laid.beginLayout()
        while (line := laid.createLine()).isValid():
            line.setLineWidth(width)
            # A line lies where it is drawn; `_paint` sets it.
            line.setPosition(QPointF(0, 0))
        laid.endLayout()
        return laid

    def _side(self) -> Qt.AlignmentFlag:
        """Left, right or middle of the screen; leading and trailing sides are turned here, once."""
        visual = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        return (visual & Qt.AlignmentFlag.AlignHorizontal_Mask) | Qt.AlignmentFlag.AlignAbsolute

    def _natural_width(self) -> int:
        metrics = QFontMetricsF(self.font())
        margins = self.contentsMargins()
        lines = (metrics.horizontalAdvance(line) for line in self.text().split("\n"))
        return int(max(lines)) + 1 + margins.left() + margins.right()

    def _height(self, width: int) -> int:
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        return self._lay_out(self.text(), inner).lineCount() * self.pitch + margins.top() + margins.bottom()


class ElidedProse(Prose):
    """One line that gives way: what does not fit is cut with … and shown in full by the tooltip."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.pitch)

    def _paint(self, painter: QPainter, room: QRect, text: str) -> None:
        shown = QFontMetricsF(self.font()).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        self.setToolTip("" if shown == text else tip(text))
        super()._paint(painter, room, shown)
