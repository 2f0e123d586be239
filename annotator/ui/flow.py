"""A layout that sets small controls in lines, as words are set, from the leading edge on."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem

COMFORTABLE_PX = 160


class FlowLayout(QLayout):
    """Items side by side, wrapped into lines. `gap` may be negative: buttons share the room of their focus rings."""

    def __init__(self, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addWidget(self, w: QWidget) -> None:
        # The item is made here: of one that Qt made Python is not told when it dies, and takes the next for it.
        self.addChildWidget(w)
        self.addItem(QWidgetItem(w))

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), dry=True)
        return self._heights[width]

    def invalidate(self) -> None:
        """Something in it is another or of another size."""
        self._heights.clear()
        super().invalidate()

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """As the tallest and widest item; what is wider than `COMFORTABLE_PX` can give way to a narrow pane."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return QSize(min(size.width(), COMFORTABLE_PX), size.height()).grownBy(self.contentsMargins())

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, dry=False)

    def clear(self) -> None:
        """Take every item out and let its widget go."""
        while (item := self.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, dry: bool) -> int:
        """Set the items into `rect`, or only reckon with `dry`; the height that they take."""
        margins: QMargins = self.contentsMargins()
        inner = rect.marginsRemoved(margins)
        x = y = tallest = 0
        for item in self._shown():
            size = item.sizeHint()
            width = min(size.width(), inner.width())
            if x and x + width > inner.width():
                x, y, tallest = 0, y + tallest + self._gap, 0
            if not dry:
                item.setGeometry(QRect(self._corner(inner, x, y, width), QSize(width, size.height())))
            x += width + self._gap
            tallest = max(tallest, size.height())
        return y + tallest + margins.top() + margins.bottom()

    def _corner(self, inner: QRect, x: int, y: int, width: int) -> QPoint:
        parent = self.parentWidget()
        rtl = parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return QPoint(inner.right() + 1 - x - width if rtl else inner.left() + x, inner.top() + y)
