"""Buttons drawn by us: parts in reading order (icon, mark, words, count, key) on one of a few kinds of ground."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from annotator.ui.icon import icon_pixmap
from annotator.ui.keycap import HEIGHT as KEYCAP_HEIGHT
from annotator.ui.keycap import keycap_width, paint_keycap
from annotator.ui.prose import rise
from annotator.ui.style import RING_ROOM_PX, mixed, paint_ring
from annotator.ui.theme import Theme, reading_font

ICON_PX = 16
QUOTE_PT = 11.5
CUT_OFF_SHARE = 0.5
TATWEEL = "\u0640"
JOINS_NOTHING = "اأإآٱدذرزوؤ"


@dataclass(frozen=True, slots=True)
class Kind:
    """How a button looks: sizes in logical pixels, colours by their names in the theme, "" for none."""

    height: int
    pad: int
    corner: float
    fill: str = ""
    edge: str = ""
    ink: str = "text"
    weight: int = 500
    scale: float = 1.0
    gap: int = 7
    chosen_fill: str = "select_row"
    chosen_ink: str = "text"
    chosen_weight: int = 600


KINDS = {
    "primary": Kind(32, 14, 7, "ink", "ink", "on_ink", 600),
    "plain": Kind(32, 14, 7, "raised", "line", weight=600),
    "quiet": Kind(32, 10, 7, ink="muted"),
    "small": Kind(26, 10, 6, "raised", "line", scale=0.93),
    "label": Kind(34, 8, 7, chosen_weight=500),
    "pill": Kind(24, 8, 12, ink="muted", weight=400, scale=0.88, gap=4),
    "option": Kind(26, 8, 6, "raised", "line", scale=0.95, chosen_fill="ink", chosen_ink="on_ink"),
    "retry": Kind(20, 8, 4, "raised", "danger", "danger", 600, scale=0.88, gap=5),
    "status": Kind(20, 4, 4, ink="muted", weight=400, scale=0.88, gap=5),
}


@dataclass(frozen=True, slots=True)
class Icon:
    """A part: one of our drawings."""

    name: str


@dataclass(frozen=True, slots=True)
class Words:
    """A part: words of the program, or a number. `light` sets them back one tone."""

    text: str
    light: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A part: a pixmap made anew for every theme, such as a label's mark."""

    draw: Callable[[Theme], QPixmap]


@dataclass(frozen=True, slots=True)
class Key:
    """A part: the key that does the same."""

    key: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A part: words of the article, in Naskh and right to left; `cut_off` stands before them, one tone fainter."""

    text: str
    cut_off: str = ""


Part = Icon | Words | Picture | Key | Quote


class Button(QAbstractButton):
    """A button of one of the KINDS. It takes the focus by Tab only, so that a click leaves the text in hand."""

    def __init__(self, theme: Theme, kind: str = "plain", *parts: Part, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = kind
        self._parts = parts
        self._hint: tuple[bool, QSize] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._name_by_words()

    def show_parts(self, *parts: Part, kind: str | None = None) -> None:
        """Put other parts on the button, and perhaps make it another kind."""
        if parts == self._parts and kind in (None, self._kind):
            return
        self._parts = parts
        self._kind = kind or self._kind
        self._hint = None
        self._name_by_words()
        self.updateGeometry()
        self.update()

    def _name_by_words(self) -> None:
        words = " ".join(part.text for part in self._parts if isinstance(part, Words))
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self._hint = None
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Another face needs another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._hint = None
            self.updateGeometry()

    @property
    def parts(self) -> tuple[Part, ...]:
        """What stands on it, in reading order."""
        return self._parts

    @property
    def kind(self) -> str:
        """Which of the KINDS it is."""
        return self._kind

    def sizeHint(self) -> QSize:
        """Measured once: layouts ask for it again and again."""
        if self._hint is None or self._hint[0] != self.isCheckable():
            look = KINDS[self._kind]
            widths = [self._width(part, look) for part in self._parts]
            width = sum(widths) + look.gap * max(0, len(widths) - 1) + 2 * look.pad
            size = QSize(round(width) + 2 * RING_ROOM_PX, look.height + 2 * RING_ROOM_PX)
            self._hint = (self.isCheckable(), size)
        return QSize(self._hint[1])

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def _font(self, look: Kind, light: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * look.scale * (0.9 if light else 1.0))
        font.setWeight(QFont.Weight(400 if light else look.chosen_weight if self.isChecked() else look.weight))
        return font

    def _width(self, part: Part, look: Kind) -> float:
        if isinstance(part, Icon):
            return ICON_PX
        if isinstance(part, Key):
            return keycap_width(part.key)
        if isinstance(part, Picture):
            return part.draw(self._theme).deviceIndependentSize().width()
        if isinstance(part, Quote):
            return _quote_width(part.text) + _quote_width(_joined(part.cut_off))
        font = self._font(look, part.light)
        if self.isCheckable() and not part.light:
            # Room for the heavier face too, so that choosing moves nothing.
            font.setWeight(QFont.Weight(max(look.weight, look.chosen_weight)))
        return QFontMetricsF(font).horizontalAdvance(part.text)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = KINDS[self._kind]
        room = RING_ROOM_PX
        box = QRectF(self.rect()).adjusted(room, room, -room, -room)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, box, look)
        self._paint_parts(painter, box.adjusted(look.pad, 0, -look.pad, 0), look)
        if self.hasFocus():
            paint_ring(painter, box, look.corner, self._theme)
        painter.end()

    def _paint_ground(self, painter: QPainter, box: QRectF, look: Kind) -> None:
        fill, edge = look.chosen_fill if self.isChecked() else look.fill, look.edge
        if self.isEnabled() and not self.isChecked() and fill != "ink" and (self.isDown() or self.underMouse()):
            fill = "select_row" if self.isDown() else "hover"
        if not self.isEnabled() and fill == "ink":
            fill = edge = "line"
        painter.setBrush(self._theme.colour(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour(edge), 1) if edge else QPen(Qt.PenStyle.NoPen))
        inset = 0.5 if edge else 0.0
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), look.corner, look.corner)

    def _ink(self, look: Kind, light: bool = False) -> QColor:
        if not self.isEnabled():
            return self._theme.colour("muted" if look.fill == "ink" else "faint")
        if self.isChecked():
            return self._theme.colour("muted" if light and look.chosen_fill != "ink" else look.chosen_ink)
        hovered = look.ink == "muted" and self.underMouse()
        return self._theme.colour("muted" if light else "text" if hovered else look.ink)

    def _paint_parts(self, painter: QPainter, box: QRectF, look: Kind) -> None:
        """From the leading edge on, whichever side that is."""
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        at = box.left()
        widths = [self._width(part, look) for part in self._parts]
        over = sum(widths) + look.gap * (len(widths) - 1) - box.width()
        if over > 0.5:
            # Too narrow for its words: the longest of them give way.
            longest = max(range(len(widths)), key=widths.__getitem__)
            widths[longest] = max(0.0, widths[longest] - over)
        for part, width in zip(self._parts, widths, strict=True):
            left = box.left() + box.right() - at - width if rtl else at
            self._paint_part(painter, part, QRectF(left, box.top(), width, box.height()), look)
            at += width + look.gap

    def _paint_part(self, painter: QPainter, part: Part, box: QRectF, look: Kind) -> None:
        if isinstance(part, Words):
            self._paint_words(painter, part, box, look)
        elif isinstance(part, Key):
            on_ink = "ink" in (look.fill, look.chosen_fill if self.isChecked() else "")
            top = round(box.center().y() - KEYCAP_HEIGHT / 2)
            paint_keycap(painter, box.left(), top, part.key, self._theme, self._ink(look) if on_ink else None)
        elif isinstance(part, Icon):
            _paint_pixmap(painter, box, icon_pixmap(part.name, self._ink(look), ICON_PX))
        elif isinstance(part, Quote):
            self._paint_quote(painter, part, box, look)
        else:
            _paint_pixmap(painter, box, part.draw(self._theme))

    def _paint_quote(self, painter: QPainter, part: Quote, box: QRectF, look: Kind) -> None:
        """From the right, whatever the interface: it is Arabic text."""
        ink = self._ink(look)
        ground = self._theme.colour(look.chosen_fill if self.isChecked() else look.fill or "panel")
        cut_off = _joined(part.cut_off)
        font = reading_font(QUOTE_PT)
        painter.setFont(font)
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        stand = baseline(box, font)
        right = box.right() - _quote_width(cut_off)
        painter.setPen(mixed(ink, ground, CUT_OFF_SHARE))
        painter.drawText(QPointF(right, stand), cut_off)
        painter.setPen(ink)
        painter.drawText(QPointF(right - _quote_width(part.text), stand), part.text)

    def _paint_words(self, painter: QPainter, part: Words, box: QRectF, look: Kind) -> None:
        """From the leading edge: what is left of the room for the heavier face comes behind the words."""
        font = self._font(look, part.light)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(part.text, Qt.TextElideMode.ElideRight, box.width() + 1)
        left = box.right() - metrics.horizontalAdvance(shown) if rtl else box.left()
        painter.setFont(font)
        painter.setPen(self._ink(look, part.light))
        painter.setLayoutDirection(self.layoutDirection())
        painter.drawText(QPointF(left, baseline(box, self._font(look))), shown)


def _joined(cut_off: str) -> str:
    """What is cut off a word, drawn the way it is written alone: with a stroke where it joins what follows."""
    letters = [letter for letter in cut_off if letter.isalpha()]
    return cut_off if not letters or letters[-1] in JOINS_NOTHING else cut_off + TATWEEL


def _quote_width(text: str) -> float:
    return QFontMetricsF(reading_font(QUOTE_PT)).horizontalAdvance(text)


def _paint_pixmap(painter: QPainter, box: QRectF, pixmap: QPixmap) -> None:
    top = round(box.center().y() - pixmap.deviceIndependentSize().height() / 2)
    painter.drawPixmap(QPointF(box.left(), top), pixmap)


def baseline(box: QRectF, font: QFont) -> float:
    """Where words stand so that their letters, not the font's tall line, are in the middle of the box."""
    return float(round(box.center().y() + rise(font)))
