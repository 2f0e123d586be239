"""The ground of everything that floats: a soft shadow, painted by hand, and a card on it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from annotator.ui.theme import Theme

REACH = 18
"""How far the shadow reaches beyond the card, in pixels; a floating widget leaves so much room round itself."""
FALL = 4
"""How far the shadow lies lower than the card."""


def paint_shadow(painter: QPainter, box: QRectF, corner: float, theme: Theme) -> None:
    """Darken the surroundings of `box`, most at its edge and nothing at REACH."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    shade = _shade(theme)
    strongest = shade.alphaF()
    for grown in range(REACH - FALL, 0, -1):
        # Many thin coats that lie on each other: their sum at the edge is the theme's shadow.
        shade.setAlphaF(strongest * 2 * (1 - grown / REACH) / (REACH - FALL))
        painter.setBrush(shade)
        painter.drawRoundedRect(box.adjusted(-grown, FALL - grown, grown, FALL + grown), corner + grown, corner + grown)
    painter.restore()


def paint_card(painter: QPainter, box: QRectF, corner: float, theme: Theme, surface: str, edge: str = "line") -> None:
    """A rounded card with a hairline on its shadow."""
    paint_shadow(painter, box, corner, theme)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme.colour(surface))
    painter.setPen(QPen(theme.colour(edge), 1))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
    painter.restore()


def _shade(theme: Theme) -> QColor:
    """The theme's shadow: written as #RRGGBBAA, which Qt would read in another order."""
    value = theme.hex("shadow")
    shade = QColor(value[:7])
    shade.setAlpha(int(value[7:9] or "FF", 16))
    return shade
