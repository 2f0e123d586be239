"""The reading faces of this machine, each with a few words set in itself."""

import math

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QPainter
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.ui.button import baseline
from annotator.ui.comfort import arabic_families
from annotator.ui.prose import tip
from annotator.ui.settings import setting
from annotator.ui.style import scaled
from annotator.ui.theme import Theme, look

SAMPLE = "أبجدٌ هوّز ١٢٣"
SAMPLE_PT = 12.0
ROW_PX, PAD_PX, ROWS_SHOWN = 34, 10, 5
SAMPLE_SHARE = 0.42
FAMILY = Qt.ItemDataRole.UserRole


class FaceList(QListWidget):
    """One row per family with Arabic; the first is the program's own choice. `chosen` carries the family, or ""."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFixedHeight(ROW_PX * ROWS_SHOWN + 4)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(QCoreApplication.translate("Settings", "Reading face"))
        self._cells = FaceRows(theme, self)
        self.setItemDelegate(self._cells)
        self._fill()
        self.set_theme(theme)
        self.currentItemChanged.connect(lambda item: self.chosen.emit(item.data(FAMILY)) if item else None)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._cells.theme = theme
        self.setStyleSheet(
            f"QListWidget {{ background: {theme.hex('raised')}; border: 1px solid {theme.hex('line')};"
            f" border-radius: 7px; outline: none; padding: 1px; }}"
            f"QListWidget:focus {{ border: 2px solid {theme.hex('focus')}; padding: 0; }}"
        )
        self.viewport().update()

    def _fill(self) -> None:
        usual = QFont()
        usual.setFamilies(look()["type"]["reading"]["families"])
        words = QCoreApplication.translate("Settings", "Usual: %1").replace("%1", QFontInfo(usual).family())
        rows = [(words, ""), *((family, family) for family in arabic_families())]
        for shown, family in rows:
            item = QListWidgetItem(shown)
            item.setData(FAMILY, family)
            item.setToolTip(tip(shown))
            self.addItem(item)
            if family == setting("face"):
                self.setCurrentItem(item)


class FaceRows(QStyledItemDelegate):
    """The family's name in the face of the program, and the sample at the other end in its own."""

    def __init__(self, theme: Theme, parent: FaceList) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, ROW_PX)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        state, box = option.state, option.rect
        painter.save()
        painter.setClipRect(box)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = state & QStyle.StateFlag.State_Selected
            painter.fillRect(box, self.theme.colour("select_row" if chosen else "hover"))
        painter.setPen(self.theme.colour("text"))
        inner = box.adjusted(PAD_PX, 0, -PAD_PX, 0)
        face = _face(index.data(FAMILY))
        drawn = math.ceil(QFontMetricsF(face).horizontalAdvance(SAMPLE)) + PAD_PX
        sample = min(drawn, round(inner.width() * SAMPLE_SHARE))
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        name = inner.adjusted(sample if rtl else 0, 0, 0 if rtl else -sample, 0)
        self._write(painter, name, index.data(), scaled(option.font, "small"), rtl)
        self._write(painter, inner, SAMPLE, face, not rtl)
        painter.restore()

    def _write(self, painter: QPainter, box: QRect, words: str, font: QFont, at_right: bool) -> None:
        """Centred by the letters; faces for Arabic have lines of very different heights."""
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        width = metrics.horizontalAdvance(shown)
        left = box.right() - width if at_right else box.left()
        painter.drawText(QPointF(left, baseline(QRectF(box), font)), shown)


def _face(family: str) -> QFont:
    font = QFont()
    font.setFamilies([*([family] if family else []), *look()["type"]["reading"]["families"]])
    font.setPointSizeF(SAMPLE_PT)
    return font
