"""Pieces: words, chips and tags that make up a sentence about spans, set into lines and painted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from annotator.core.scheme import Label
from annotator.ui.article.bar import PATTERNS
from annotator.ui.button import baseline
from annotator.ui.style import paint_ring
from annotator.ui.theme import Theme, look, reading_font

CHIP_PT = 11.5
CHIP_PX, CHIP_PAD, CHIP_CORNER = 26, 6, 5.0
TAG_PX, TAG_PAD, TAG_CORNER, TAG_SCALE = 20, 7, 4.0, 0.86
LINE_PX = 32
GAP_PX = 5
NARROWEST_PX = 28
WORDS, CHIP, TAG = "words", "chip", "tag"


@dataclass(frozen=True, slots=True)
class Piece:
    """A word of the program, a span as a chip, or a tag that says what something is.

    `span` is what a click on it picks, `part` the role in which the span stands here, or the link that leads to it. A
    `glued` piece follows the one before it without a space.
    """

    kind: str
    text: str
    span: str = ""
    part: str = ""
    label: Label | None = None
    muted: bool = False
    glued: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """Where a piece stands, in logical pixels, and as much of its text as fits there."""

    piece: Piece
    room: QRectF
    shown: str


def joined(items: Sequence[str | Piece], muted: bool = False) -> tuple[Piece, ...]:
    """Pieces of words and chips in their order; where the words bring no space, the pieces are glued together."""
    pieces: list[Piece] = []
    tight = False
    for item in items:
        if isinstance(item, Piece):
            pieces.append(replace(item, glued=tight and bool(pieces)))
            tight = True
            continue
        for number, word in enumerate(item.split(" ")):
            tight = tight and number == 0
            if word:
                pieces.append(Piece(WORDS, word, muted=muted, glued=tight and bool(pieces)))
                tight = True
    return tuple(pieces)


def spoken(pieces: Sequence[Piece]) -> str:
    """What the pieces say, in plain words."""
    return "".join(f"{'' if piece.glued or not number else ' '}{piece.text}" for number, piece in enumerate(pieces))


def set_line(pieces: Sequence[Piece], width: float, font: QFont, rtl: bool, top: float = 0) -> list[Box]:
    """The pieces in one line from the leading edge on; what does not fit is cut, and what has no room left out."""
    boxes: list[Box] = []
    at = 0.0
    for number, piece in enumerate(pieces):
        at += GAP_PX if number and not piece.glued else 0
        wanted, left = _width(piece, font), width - at
        if wanted > left and left < NARROWEST_PX:
            break
        boxes.append(_box(piece, at, top, min(wanted, left), width, font, rtl))
        at += wanted
        if at >= width:
            break
    return boxes


def set_lines(pieces: Sequence[Piece], width: float, font: QFont, rtl: bool, top: float = 0) -> list[Box]:
    """The pieces in as many lines as they need; pieces that are glued together stay on one."""
    boxes: list[Box] = []
    at, line = 0.0, 0
    for group in _groups(pieces):
        widths = _fitted([_width(piece, font) for piece in group], width)
        gap = GAP_PX if at else 0
        if at and at + gap + sum(widths) > width:
            at, gap, line = 0.0, 0, line + 1
        at += gap
        for piece, wide in zip(group, widths, strict=True):
            boxes.append(_box(piece, at, top + line * LINE_PX, wide, width, font, rtl))
            at += wide
    return boxes


def paint_boxes(painter: QPainter, boxes: Sequence[Box], theme: Theme, font: QFont, ringed: Box | None = None) -> None:
    """Paint what was set; `ringed` is the piece that the keyboard is on."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for box in boxes:
        PAINT[box.piece.kind](painter, box, theme, font)
        if box is ringed:
            paint_ring(painter, chip_room(box), CHIP_CORNER, theme)


def chip_room(box: Box) -> QRectF:
    """The part of a piece's room that is painted: its line is higher."""
    height = TAG_PX if box.piece.kind == TAG else CHIP_PX
    return QRectF(box.room.left(), box.room.center().y() - height / 2, box.room.width(), height)


def _groups(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    group: list[Piece] = []
    for piece in pieces:
        if group and not piece.glued:
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


def _fitted(widths: list[float], width: float) -> list[float]:
    """The widest of a group gives way where the group is wider than the line."""
    over = sum(widths) - width
    if over > 0:
        widest = max(range(len(widths)), key=widths.__getitem__)
        widths[widest] = max(NARROWEST_PX, widths[widest] - over)
    return widths


def _box(piece: Piece, at: float, top: float, wide: float, width: float, font: QFont, rtl: bool) -> Box:
    room = QRectF(width - at - wide if rtl else at, top, wide, LINE_PX)
    face, pad = _face(piece, font)
    shown = QFontMetricsF(face).elidedText(piece.text, Qt.TextElideMode.ElideRight, wide - 2 * pad + 0.5)
    return Box(piece, room, shown)


def _width(piece: Piece, font: QFont) -> float:
    face, pad = _face(piece, font)
    return QFontMetricsF(face).horizontalAdvance(piece.text) + 2 * pad


def _face(piece: Piece, font: QFont) -> tuple[QFont, int]:
    """The face of a piece, and what is free at each side of its words."""
    if piece.kind == CHIP:
        return reading_font(CHIP_PT), CHIP_PAD
    if piece.kind == TAG:
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * TAG_SCALE)
        return small, TAG_PAD
    return font, 0


def _paint_words(painter: QPainter, box: Box, theme: Theme, font: QFont) -> None:
    painter.setFont(font)
    painter.setPen(theme.colour("muted" if box.piece.muted else "text"))
    painter.drawText(QPointF(box.room.left(), baseline(box.room, font)), box.shown)


def _paint_tag(painter: QPainter, box: Box, theme: Theme, font: QFont) -> None:
    room, (face, pad) = chip_room(box), _face(box.piece, font)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("select_row"))
    painter.drawRoundedRect(room, TAG_CORNER, TAG_CORNER)
    painter.setFont(face)
    painter.setPen(theme.colour("text"))
    painter.drawText(QPointF(room.left() + pad, baseline(box.room, face)), box.shown)


def _paint_chip(painter: QPainter, box: Box, theme: Theme, font: QFont) -> None:
    """The span as it stands in the article: tint under its words, the label's bar below them."""
    room, face = chip_room(box), reading_font(CHIP_PT)
    label = box.piece.label
    if label is None:
        painter.setPen(QPen(theme.colour("line_strong"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(room.adjusted(0.5, 0.5, -0.5, -0.5), CHIP_CORNER, CHIP_CORNER)
    else:
        _paint_ground(painter, room, label, theme)
    painter.setFont(face)
    painter.setPen(theme.colour("text"))
    wide = QFontMetricsF(face).horizontalAdvance(box.shown)
    # Words of an article run from right to left in either language of the window.
    own = painter.layoutDirection()
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    painter.drawText(QPointF(room.right() - CHIP_PAD - wide, baseline(box.room, face) - 1), box.shown)
    painter.setLayoutDirection(own)


def _paint_ground(painter: QPainter, room: QRectF, label: Label, theme: Theme) -> None:
    thick = float(look()["article"]["bar_px" if label.core else "bar_helper_px"]) - 0.5
    under = QPainterPath()
    under.addRoundedRect(room, CHIP_CORNER, CHIP_CORNER)
    painter.save()
    painter.setClipPath(under, Qt.ClipOperation.IntersectClip)
    painter.fillRect(room, theme.tint(label))
    high = 4 if label.pattern == "double" else thick
    piece = ((room.left(), room.right()),)
    top = round(room.bottom() - high)
    PATTERNS.get(label.pattern, PATTERNS["solid"])(painter, piece, top, theme.bar(label), thick)
    painter.restore()


PAINT = {WORDS: _paint_words, CHIP: _paint_chip, TAG: _paint_tag}
