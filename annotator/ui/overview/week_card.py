"""“Over the weeks”: the F1 of what two had finished in each week, oldest where the interface begins."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.language import current, locale, number
from annotator.ui.overview.card import Card
from annotator.ui.overview.cell import Step, Walk
from annotator.ui.overview.finding import Findings, Line
from annotator.ui.overview.number import spoken
from annotator.ui.prose import rise
from annotator.ui.style import RING_PX, mixed, plain_label, scaled
from annotator.ui.theme import Theme

SIDE_PX, FOOT_PX, TOP_PX = 42, 26, 8
POINT_PX, DOT, LAST_DOT = 22, 3.0, 4.5
BAND_SHARE = 0.10
LEAST_NAME_PX = 84
FLOOR_STEP = 0.1


class WeekCard(Card):
    """`opened` asks for the disagreements of a week."""

    opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Overview", "Over the weeks"), theme, parent)
        self.chart = WeekChart(theme)
        self.chart.opened.connect(self.opened)
        self._few = plain_label("", "small", muted=True)
        self._few.setWordWrap(True)
        self._few.setText(
            QCoreApplication.translate("Overview", "The weeks show here as soon as work was finished in two of them.")
        )
        self.body.addWidget(self.chart, 1)
        self.body.addWidget(self._few)

    def show_findings(self, findings: Findings) -> None:
        """Show the weeks that have a figure; one alone is no line."""
        weeks = [line for line in findings.weeks if line.number("f1_exact").value is not None]
        several = len(weeks) > 1
        oldest_right = QCoreApplication.translate("Overview", "Exact F1, oldest on the right")
        oldest_left = QCoreApplication.translate("Overview", "Exact F1, oldest on the left")
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.show_note((oldest_right if rtl else oldest_left) if several else "")
        self.chart.setVisible(several)
        self._few.setVisible(not several)
        self.chart.show_weeks(weeks if several else [])

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        super().set_theme(theme)
        self.chart.set_theme(theme)


class WeekChart(QWidget):
    """The line with its band of intervals; every point on it is a button."""

    opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._weeks: list[Line] = []
        self.points: list[Point] = []
        self.walk = Walk(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(420, 150)

    def minimumSizeHint(self) -> QSize:
        return QSize(260, 130)

    def show_weeks(self, weeks: list[Line]) -> None:
        """Show these weeks, in order."""
        for point in self.points:
            point.setParent(None)
            point.deleteLater()
        self._weeks, self.points = weeks, []
        for line in weeks:
            point = Point(self._theme, line is weeks[-1], self)
            words = QCoreApplication.translate("Overview", "Week from %1: %2")
            said = words.replace("%1", day_of(line.about[0])).replace("%2", spoken(line.number("f1_exact")))
            point.say(said)
            point.clicked.connect(lambda _=False, week=line.about[0]: self.opened.emit(week))
            point.show()
            self.points.append(point)
        self.walk.lead_through({(0, number): point for number, point in enumerate(self.points)})
        self._place()
        self.update()

    # ---------------------------------------------------------------- where things are

    def _floor(self) -> float:
        values = [value for line in self._weeks for value in _ends(line)]
        lowest = min(values, default=0.0)
        return max(0.0, int(lowest / FLOOR_STEP) * FLOOR_STEP)

    def _x(self, week: int) -> float:
        first, last = _monday(self._weeks[0]).toordinal(), _monday(self._weeks[-1]).toordinal()
        share = (_monday(self._weeks[week]).toordinal() - first) / max(1, last - first)
        room = self.width() - 2 * SIDE_PX
        at = SIDE_PX + share * room
        return self.width() - at if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else at

    def _y(self, value: float) -> float:
        floor = self._floor()
        height = self.height() - TOP_PX - FOOT_PX
        return TOP_PX + height * (1 - (value - floor) / (1 - floor if floor < 1 else 1))

    def _place(self) -> None:
        for place, point in enumerate(self.points):
            value = self._weeks[place].number("f1_exact").value or 0.0
            point.move(round(self._x(place) - POINT_PX / 2), round(self._y(value) - POINT_PX / 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._place()

    # ---------------------------------------------------------------- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._weeks:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(scaled(self.font(), "caption"))
        self._paint_lines(painter)
        self._paint_names(painter)
        ends = [_ends(line) for line in self._weeks]
        above = [QPointF(self._x(at), self._y(high)) for at, (_, high) in enumerate(ends)]
        below = [QPointF(self._x(at), self._y(low)) for at, (low, _) in enumerate(ends)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mixed(self._theme.colour("ink"), self._theme.colour("raised"), BAND_SHARE))
        painter.drawPolygon(QPolygonF([*above, *reversed(below)]))
        painter.setPen(QPen(self._theme.colour("ink"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        values = [line.number("f1_exact").value or 0.0 for line in self._weeks]
        painter.drawPolyline(QPolygonF([QPointF(self._x(at), self._y(value)) for at, value in enumerate(values)]))
        painter.end()

    def _paint_lines(self, painter: QPainter) -> None:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        metrics = QFontMetricsF(painter.font())
        tenths = range(round(self._floor() * 10), 11)
        every = 1 + len(tenths) // 6
        for tenth in tenths:
            if (10 - tenth) % every:
                continue
            height = round(self._y(tenth / 10)) + 0.5
            painter.setPen(QPen(self._theme.colour("line"), 1))
            painter.drawLine(QPointF(SIDE_PX, height), QPointF(self.width() - SIDE_PX, height))
            words = locale().toString(tenth / 10, "f", 1)
            left = self.width() - SIDE_PX + 8 if rtl else SIDE_PX - 8 - metrics.horizontalAdvance(words)
            painter.setPen(self._theme.colour("muted"))
            painter.drawText(QPointF(left, height + rise(painter.font())), words)

    def _paint_names(self, painter: QPainter) -> None:
        """The number of a week under it, the first and the last in any case, others where there is room."""
        metrics = QFontMetricsF(painter.font())
        painter.setPen(self._theme.colour("muted"))
        painter.setLayoutDirection(self.layoutDirection())
        last_x = self._x(len(self._weeks) - 1)
        before: float | None = None
        for at, line in enumerate(self._weeks):
            x, is_last = self._x(at), at == len(self._weeks) - 1
            if not is_last and at and (abs(x - last_x) < LEAST_NAME_PX or abs(x - (before or 0.0)) < LEAST_NAME_PX):
                continue
            before = x
            week = (_monday(line) - _monday(self._weeks[0])).days // 7 + 1
            words = QCoreApplication.translate("Overview", "week %1").replace("%1", number(week))
            width = metrics.horizontalAdvance(words)
            left = max(0.0, min(self.width() - width, x - width / 2))
            painter.drawText(QPointF(left, self.height() - FOOT_PX / 2 + rise(painter.font()) + 3), words)


class Point(Step):
    """One week on the line."""

    def __init__(self, theme: Theme, last: bool, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._last = last
        self.resize(POINT_PX, POINT_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        dot = LAST_DOT if self._last or self.underMouse() else DOT
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("ink"))
        painter.drawEllipse(middle, dot, dot)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.theme.colour("focus"), RING_PX))
            painter.drawEllipse(QRectF(self.rect()).adjusted(2, 2, -2, -2))
        painter.end()


def day_of(week: str) -> str:
    """The Monday of a week as the window writes days."""
    monday = date.fromisoformat(f"{week}-1")
    day = QDate(monday.year, monday.month, monday.day)
    pattern = "d/M/yyyy" if current() == "ar" else "yyyy-MM-dd"
    return locale().toString(day, pattern)


def _monday(line: Line) -> date:
    return date.fromisoformat(f"{line.about[0]}-1")


def _ends(line: Line) -> tuple[float, float]:
    figure = line.number("f1_exact")
    value = figure.value or 0.0
    return figure.interval or (value, value)
