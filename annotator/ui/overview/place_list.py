"""The list of places: the words, what the disagreement is, and who says what about them."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.core.scheme import Scheme
from annotator.ui.language import current
from annotator.ui.mark import mark_pixmap
from annotator.ui.overview.place import Place, Said, SaidSpan
from annotator.ui.prose import rise
from annotator.ui.seen import shortened
from annotator.ui.style import RING_PX, scaled
from annotator.ui.theme import Theme, reading_font
from annotator.ui.wording import isolated, label_name, sentence_words

Index = QModelIndex | QPersistentModelIndex

ROW_PX, PAD_PX, END_PX, GAP_PX = 64, 16, 230, 14
QUOTE_PT, MARK_PX, QUOTE_LETTERS = 13, 18, 160
FIRST_AT, SECOND_AT = 20, 46


class PlaceModel(QAbstractListModel):
    """A row per place; what is read out is the whole of it."""

    def __init__(self, scheme: Scheme) -> None:
        super().__init__()
        self._scheme = scheme
        self.places: list[Place] = []

    def show_places(self, places: Sequence[Place]) -> None:
        """Other places."""
        self.beginResetModel()
        self.places = list(places)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.places)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        place = self.places[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            said = "، " if current() == "ar" else ", "
            versions = said.join(self._said(place, version) for version in place.versions)
            quote = isolated(shortened(place.quote, QUOTE_LETTERS))
            return f"{quote} · {sentence_words(place.kind)} · {versions} · {isolated(place.title)}"
        return None

    def _said(self, place: Place, version: Said) -> str:
        """“Layla: Actor, “the brigade””."""
        labels = [
            label_name(self._scheme, span.label) + (f" {isolated(words)}" if (words := aside(place, span)) else "")
            for span in version.spans
        ]
        return f"{isolated(version.name)}: {' + '.join(labels) or nothing_words()}"


def nothing_words() -> str:
    """What stands where an annotator marked nothing."""
    return QCoreApplication.translate("Overview", "None")


def aside(place: Place, span: SaidSpan) -> str:
    """The words of a span, where they are not just those of the place."""
    words = span.words(place)
    return "" if words == place.quote else shortened(words, QUOTE_LETTERS)


class PlaceDelegate(QStyledItemDelegate):
    """Paints a place in two lines."""

    def __init__(self, scheme: Scheme, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._scheme = scheme
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, PlaceModel)
        place = model.places[index.row()]
        box = QRectF(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, self.theme.colour("select_row"))
        painter.setPen(QPen(self.theme.colour("line"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        line = _Line(painter, box, self.theme)
        line.write_end(sentence_words(place.kind), FIRST_AT, "text")
        line.write_end(isolated(shortened(place.title)), SECOND_AT, "muted")
        line.write(shortened(place.quote, QUOTE_LETTERS), FIRST_AT, reading_font(QUOTE_PT), "text")
        line.begin()
        for version in place.versions:
            self._write_version(line, place, version)
        painter.restore()

    def _write_version(self, line: "_Line", place: Place, version: Said) -> None:
        small = scaled(line.painter.font(), "small")
        line.write(f"{isolated(version.name)}:", SECOND_AT, small, "muted", 6)
        for span in version.spans:
            label = self._scheme.label(span.label)
            if label is not None:
                line.draw_mark(mark_pixmap(label, self.theme, current(), MARK_PX), SECOND_AT)
            else:
                line.write(isolated(span.label), SECOND_AT, small, "text", 6)
            if words := aside(place, span):
                line.write(words, SECOND_AT, reading_font(QUOTE_PT * 0.85), "text", 6)
        if not version.spans:
            line.write(nothing_words(), SECOND_AT, small, "text", 6)
        line.skip(GAP_PX)


class _Line:
    """Writes from where the interface begins, as far as there is room before the column at the end."""

    def __init__(self, painter: QPainter, box: QRectF, theme: Theme) -> None:
        self.painter = painter
        self._box = box
        self._theme = theme
        self._rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._at = float(PAD_PX)

    def begin(self) -> None:
        """Go back to the start."""
        self._at = float(PAD_PX)

    def skip(self, width: float) -> None:
        """Leave room."""
        self._at += width

    @property
    def _room(self) -> float:
        return self._box.width() - self._at - END_PX - PAD_PX

    def _left(self, start: float, width: float) -> float:
        return self._box.right() - start - width if self._rtl else self._box.left() + start

    def write(self, words: str, middle: float, font: QFont, colour: str, gap: float = 0) -> None:
        """Words that are cut with … where there is no room."""
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0.0, self._room))
        width = metrics.horizontalAdvance(shown)
        self._draw(shown, self._left(self._at, width), middle, font, colour)
        self._at += width + gap

    def write_end(self, words: str, middle: float, colour: str) -> None:
        """Words in the column at the end, flush with it."""
        font = scaled(self.painter.font(), "small")
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, END_PX - PAD_PX)
        width = metrics.horizontalAdvance(shown)
        self._draw(shown, self._left(self._box.width() - PAD_PX - width, width), middle, font, colour)

    def _draw(self, words: str, left: float, middle: float, font: QFont, colour: str) -> None:
        before = self.painter.font()
        self.painter.setFont(font)
        self.painter.setPen(self._theme.colour(colour))
        self.painter.drawText(QPointF(left, round(self._box.top() + middle + rise(font))), words)
        self.painter.setFont(before)

    def draw_mark(self, mark: QPixmap, middle: float) -> None:
        """A label's mark."""
        size = mark.deviceIndependentSize()
        if self._room >= size.width():
            left = self._left(self._at, size.width())
            self.painter.drawPixmap(QPointF(round(left), round(self._box.top() + middle - size.height() / 2)), mark)
        self._at += size.width() + 6


class PlaceList(QListView):
    """Walked by the arrows; Enter is the sheet's."""

    def __init__(self, scheme: Scheme, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = PlaceModel(scheme)
        self._delegate = PlaceDelegate(scheme, theme, self)
        self._theme = theme
        self.setModel(self.shown)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(QCoreApplication.translate("Overview", "Places"))
        self.set_theme(theme)

    @property
    def place(self) -> Place | None:
        """The one in hand."""
        row = self.currentIndex().row()
        return self.shown.places[row] if 0 <= row < len(self.shown.places) else None

    def show_places(self, places: Sequence[Place]) -> None:
        """List these, the first one in hand."""
        self.shown.show_places(places)
        self.setCurrentIndex(self.shown.index(0, 0))

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._delegate.theme = theme
        colours = QPalette(self.palette())
        colours.setColor(QPalette.ColorRole.Base, theme.colour("panel"))
        self.setPalette(colours)
        self.setStyleSheet(
            f"QListView {{ background: transparent; border: {RING_PX}px solid transparent; outline: none; }}"
            f"QListView:focus {{ border-color: {theme.hex('focus')}; }}"
        )
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)
