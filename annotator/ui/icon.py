"""Icons: our own line drawings of resources/icons, coloured, sized and turned as the window needs them."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from annotator import paths

MIRRORED = frozenset(("list", "back", "forward", "undo", "redo", "label", "span", "comment", "flag", "skip", "reopen"))
"""Drawings that point along the reading direction; all others look the same in every language."""

SCALES = (1.0, 1.5, 2.0, 3.0)
SMALL_PX = 24
"""Below this size the program's own icon loses its lines of text."""


def icon(
    name: str,
    colour: QColor,
    size: int = 20,
    mirrored: bool | None = None,
    disabled: QColor | None = None,
) -> QIcon:
    """The drawing called `name` in `colour`, sharp at every usual scale of a screen.

    `size` is in logical pixels. `mirrored` None means: as the application's direction asks. `disabled` colours the
    icon of a control that is switched off. Raises FileNotFoundError for a drawing that does not exist.
    """
    turned = turns(name) if mirrored is None else mirrored
    result = QIcon()
    for scale in SCALES:
        result.addPixmap(_draw(name, colour.name(), size, turned, scale))
        if disabled is not None:
            result.addPixmap(_draw(name, disabled.name(), size, turned, scale), QIcon.Mode.Disabled)
    return result


def icon_pixmap(
    name: str, colour: QColor, size: int = 20, mirrored: bool | None = None, scale: float | None = None
) -> QPixmap:
    """The same as one pixmap, for painting and for labels. `scale` None means the sharpest screen there is."""
    turned = turns(name) if mirrored is None else mirrored
    return _draw(name, colour.name(), size, turned, scale or sharpest_scale())


def turns(name: str) -> bool:
    """Whether the drawing is turned round in the application's present direction."""
    return name in MIRRORED and QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft


def sharpest_scale() -> float:
    """Device pixels per logical pixel of the finest screen."""
    return max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)


def program_icon() -> QIcon:
    """The program's own icon, with fewer lines where it is small."""
    result = QIcon()
    for size in (16, 20, 24, 32, 48, 64, 128, 256):
        name = "hashiya-small" if size < SMALL_PX else "hashiya"
        result.addPixmap(_draw(name, "#000000", size, False, 1.0))
    return result


@lru_cache(maxsize=1024)
def _draw(name: str, colour: str, size: int, turned: bool, scale: float) -> QPixmap:
    drawing = paths.resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))
    side = round(size * scale)
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    if turned:
        pixmap = pixmap.transformed(QTransform.fromScale(-1, 1))
    pixmap.setDevicePixelRatio(scale)
    return pixmap
