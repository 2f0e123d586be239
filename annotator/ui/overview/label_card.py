"""“By label”: a bar per label, as long as its F1, with the interval drawn over its end."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from annotator.core.scheme import Label
from annotator.ui.language import current, number
from annotator.ui.mark import mark_pixmap
from annotator.ui.overview.card import Card
from annotator.ui.overview.cell import Step, Walk
from annotator.ui.overview.finding import Findings, Line, Number
from annotator.ui.overview.number import short, spoken
from annotator.ui.prose import rise
from annotator.ui.style import RING_GAP_PX, RING_PX, plain_label
from annotator.ui.theme import Theme
from annotator.ui.wording import isolated

ROW_PX, BAR_PX, MARK_PX = 34, 18, 18
NAME_PX, VALUE_PX, COUNT_PX, GAP_PX = 106, 52, 56, 14
EDGE = RING_PX + RING_GAP_PX
WHISKER_PX = 10


class LabelCard(Card):
    """`opened` asks for the disagreements about a label."""

    opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Overview", "By label"), theme, parent)
        self.bars: dict[str, LabelBar] = {}
        self.walk = Walk(self)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self.body.addLayout(self._heads())
        self.body.addLayout(self._rows)
        self.body.addStretch(1)
        self.show_note(QCoreApplication.translate("Overview", "F1, 95 % interval"))

    def _heads(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, EDGE, 0)
        row.setSpacing(0)
        row.addStretch(1)
        for words, width in (("F1", VALUE_PX), (QCoreApplication.translate("Overview", "spans"), COUNT_PX)):
            head = plain_label(words, "caption", muted=True)
            head.setFixedWidth(width)
            head.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(head)
        return row

    def show_findings(self, findings: Findings, labels: Sequence[Label], measure: str) -> None:
        """Show the figures of a measure for the labels that are core or were used."""
        shown = [label for label in labels if label.core or label.id in findings.labels]
        if [label.id for label in shown] != list(self.bars):
            self._make(shown)
        for label in shown:
            line = findings.labels.get(label.id, Line((label.id,)))
            self.bars[label.id].show_line(label, line, line.number(measure))

    def _make(self, labels: Sequence[Label]) -> None:
        for bar in self.bars.values():
            bar.setParent(None)
            bar.deleteLater()
        self.bars = {}
        for label in labels:
            bar = self.bars[label.id] = LabelBar(label, self.theme)
            bar.clicked.connect(lambda _=False, label_id=label.id: self.opened.emit(label_id))
            self._rows.addWidget(bar)
        self.walk.lead_through({(row, 0): bar for row, bar in enumerate(self.bars.values())})


class LabelBar(Step):
    """One label's row, which opens what is disagreed on about it."""

    def __init__(self, label: Label, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._label = label
        self._spans = 0
        self.number = Number()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_line(self, label: Label, line: Line, figure: Number) -> None:
        """Show a label's figure and how many spans are behind it."""
        self._label, self.number, self._spans = label, figure, sum(line.spans)
        self.setText(short(figure))
        said = spoken(figure)
        if figure.value is None:
            words = QCoreApplication.translate("Overview", "undefined: nobody marked any %1")
            said = words.replace("%1", isolated(label.name(current())))
        spans = QCoreApplication.translate("Overview", "%n spans", None, self._spans)
        self.say(f"{label.name(current())}: {said} · {spans}")
        self.setEnabled(self._spans > 0)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(2 * (NAME_PX + VALUE_PX + COUNT_PX), ROW_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(NAME_PX + VALUE_PX + COUNT_PX + 90, ROW_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.colour("hover"))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        self._paint_name(painter)
        self._paint_bar(painter)
        self._paint_end(painter, self.text(), VALUE_PX, COUNT_PX, "text", QFont.Weight.Bold)
        self._paint_end(painter, number(self._spans), COUNT_PX, 0, "muted", QFont.Weight.Normal)
        if self.hasFocus():
            half = RING_PX / 2
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.theme.colour("focus"), RING_PX))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 6, 6)
        painter.end()

    def _across(self, left: float, width: float) -> float:
        """Where something begins on the screen that begins `left` from where the interface begins."""
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return self.width() - left - width if rtl else left

    def _paint_name(self, painter: QPainter) -> None:
        mark = mark_pixmap(self._label, self.theme, current(), MARK_PX)
        width = mark.deviceIndependentSize().width()
        painter.drawPixmap(QPointF(self._across(EDGE, width), (self.height() - MARK_PX) // 2), mark)
        metrics = QFontMetricsF(self.font())
        room = NAME_PX - width - EDGE - 8
        words = metrics.elidedText(self._label.name(current()), Qt.TextElideMode.ElideRight, room)
        left = self._across(EDGE + width + 7, metrics.horizontalAdvance(words))
        painter.setFont(self.font())
        painter.setPen(self.theme.colour("text"))
        painter.setLayoutDirection(self.layoutDirection())
        painter.drawText(QPointF(left, round(self.height() / 2 + rise(self.font()))), words)

    def _paint_bar(self, painter: QPainter) -> None:
        start = NAME_PX
        whole = self.width() - start - VALUE_PX - COUNT_PX - GAP_PX
        top = (self.height() - BAR_PX) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("line"))
        painter.drawRoundedRect(QRectF(self._across(start, whole), top, whole, BAR_PX), 3, 3)
        if self.number.value is None:
            return
        length = whole * max(0.0, min(1.0, self.number.value))
        painter.setBrush(self.theme.tint(self._label))
        painter.drawRoundedRect(QRectF(self._across(start, length), top, length, BAR_PX), 3, 3)
        painter.setBrush(self.theme.bar(self._label))
        painter.drawRect(QRectF(self._across(start + max(0.0, length - 3), 3), top, 3, BAR_PX))
        if self.number.interval:
            self._paint_interval(painter, start, whole, self.number.interval)

    def _paint_interval(self, painter: QPainter, start: float, whole: float, ends: tuple[float, float]) -> None:
        middle = self.height() / 2
        low, high = (self._across(start + whole * end, 0) for end in ends)
        painter.setPen(QPen(self.theme.colour("text"), 2))
        painter.drawLine(QPointF(low, middle), QPointF(high, middle))
        for end in (low, high):
            painter.drawLine(QPointF(end, middle - WHISKER_PX / 2), QPointF(end, middle + WHISKER_PX / 2))

    def _paint_end(
        self, painter: QPainter, words: str, width: float, behind: float, colour: str, weight: QFont.Weight
    ) -> None:
        """A number, flush with the row's end, `behind` pixels from it."""
        font = QFont(self.font())
        font.setWeight(weight)
        advance = QFontMetricsF(font).horizontalAdvance(words)
        left = self._across(self.width() - behind - advance - EDGE, advance)
        painter.setFont(font)
        painter.setPen(self.theme.colour(colour))
        painter.drawText(QPointF(left, round(self.height() / 2 + rise(font))), words)
