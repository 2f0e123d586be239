"""What the view tells assistive technology: its text, its caret, its selection, and where each letter stands.

Offsets in here are UTF-16 units, as Qt counts them.
"""

from PySide6.QtCore import QObject, QPoint, QPointF, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QAccessibleTextCursorEvent,
    QAccessibleTextInterface,
    QAccessibleTextSelectionEvent,
)
from PySide6.QtWidgets import QAccessibleWidget

from annotator.arabic.offsets import Utf16Map, map_utf16
from annotator.ui.article.view import ArticleView

_answers: dict[int, "AccessibleArticle"] = {}
"""Qt keeps bare pointers to the answers: they must live as long as their views."""


def install() -> None:
    """Let article views answer assistive technology as text. To be called once, before any view is asked."""
    QAccessible.installFactory(_answer)


def announce(view: ArticleView) -> None:
    """Tell assistive technology, if there is any, where the caret and the selection of the view are now."""
    if not QAccessible.isActive():
        return
    text = ArticleText(view)
    start, end = view.selection() or (view.caret, view.caret)
    caret = text.cursorPosition()
    QAccessible.updateAccessibility(QAccessibleTextCursorEvent(view, caret))
    QAccessible.updateAccessibility(QAccessibleTextSelectionEvent(view, text.to_utf16(start), text.to_utf16(end)))


def _answer(_class_name: str, target: QObject) -> QAccessibleInterface | None:
    if not isinstance(target, ArticleView):
        return None
    key = id(target)
    if key not in _answers:
        _answers[key] = AccessibleArticle(target)
        target.destroyed.connect(lambda: _answers.pop(key, None))
        target.selection_changed.connect(lambda: announce(target))
    return _answers[key]


class ArticleText(QAccessibleTextInterface):
    """The article as text with a caret."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__()
        self._view = view
        self._mapped: tuple[str, Utf16Map] = ("", map_utf16(""))

    def characterCount(self) -> int:
        return self.to_utf16(len(self._view.text))

    def text(self, startOffset: int, endOffset: int) -> str:
        return self._view.text[self._to_codepoint(startOffset) : self._to_codepoint(endOffset)]

    def cursorPosition(self) -> int:
        return self.to_utf16(self._view.caret)

    def setCursorPosition(self, position: int) -> None:
        place = self._to_codepoint(position)
        self._view.set_selection(place, place)

    def selectionCount(self) -> int:
        """None, always: PySide has no way to answer which, and would leave the asker with arbitrary numbers.

        The selection is announced when it changes instead.
        """
        return 0

    def addSelection(self, startOffset: int, endOffset: int) -> None:
        self._view.set_selection(self._to_codepoint(startOffset), self._to_codepoint(endOffset))

    def setSelection(self, selectionIndex: int, startOffset: int, endOffset: int) -> None:
        self.addSelection(startOffset, endOffset)

    def removeSelection(self, selectionIndex: int) -> None:
        self._view.clear_selection()

    def characterRect(self, offset: int) -> QRect:
        place = self._to_codepoint(offset)
        boxes = self._view.range_rects(place, place + 1)
        if not boxes:
            return QRect()
        box = boxes[0].toAlignedRect()
        return QRect(self._view.viewport().mapToGlobal(box.topLeft()), box.size())

    def offsetAtPoint(self, point: QPoint) -> int:
        here = QPointF(self._view.viewport().mapFromGlobal(point))
        letter = self._view.hit(self._view.to_page(here)).letter
        return -1 if letter is None else self.to_utf16(letter[0])

    def scrollToSubstring(self, startIndex: int, endIndex: int) -> None:
        self._view.ensure_visible(self._to_codepoint(startIndex))

    def to_utf16(self, position: int) -> int:
        """A code point of the article in UTF-16 units."""
        return self._map().to_utf16(position)

    def _to_codepoint(self, offset: int) -> int:
        return self._map().to_codepoint(max(0, offset))

    def _map(self) -> Utf16Map:
        text = self._view.text
        if self._mapped[0] is not text:
            self._mapped = (text, map_utf16(text))
        return self._mapped[1]


class AccessibleArticle(QAccessibleWidget):
    """The view as a read-only document."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view, QAccessible.Role.Document)
        self._text = ArticleText(view)

    def interface_cast(self, t: QAccessible.InterfaceType) -> int:
        if t == QAccessible.InterfaceType.TextInterface:
            # PySide wants the object itself here, whatever its type hints say; a bare pointer crashes.
            return self._text  # type: ignore[return-value]
        return super().interface_cast(t)

    def state(self) -> QAccessible.State:
        result = super().state()
        result.readOnly = True
        result.multiLine = True
        result.selectableText = True
        return result
