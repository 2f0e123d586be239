"""Drives the real window with real mouse and key events: for the tour, the picture and the journeys of the tests."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, QRectF, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from annotator.arabic import grapheme
from annotator.core.article import make_article
from annotator.core.record import Record
from annotator.store.creation import create_project
from annotator.store.load import load
from annotator.ui.article.view import ArticleView

KEYS = {
    "Left": Qt.Key.Key_Left,
    "Right": Qt.Key.Key_Right,
    "Up": Qt.Key.Key_Up,
    "Down": Qt.Key.Key_Down,
    "Home": Qt.Key.Key_Home,
    "End": Qt.Key.Key_End,
    "Delete": Qt.Key.Key_Delete,
    "Enter": Qt.Key.Key_Return,
    "Esc": Qt.Key.Key_Escape,
    "Space": Qt.Key.Key_Space,
    "Backspace": Qt.Key.Key_Backspace,
    "Tab": Qt.Key.Key_Tab,
    "[": Qt.Key.Key_BracketLeft,
    "]": Qt.Key.Key_BracketRight,
}
MODIFIERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}


def press(target: QWidget, keys: str) -> None:
    """Press keys as the command table writes them, e.g. “Ctrl+Shift+Z”."""
    *held, name = keys.split("+") if keys != "+" else ["+"]
    modifiers = Qt.KeyboardModifier.NoModifier
    for modifier in held:
        modifiers |= MODIFIERS[modifier]
    QTest.keyClick(target, KEYS.get(name) or Qt.Key(ord(name.upper())), modifiers)


def drag(view: ArticleView, start: int, end: int, held: str = "") -> None:
    """Drag with the mouse over [start, end), in code points of the article, while a modifier is `held`."""
    modifiers = MODIFIERS[held] if held else Qt.KeyboardModifier.NoModifier
    show(view, start)
    last = grapheme.previous_edge(view.text, end)
    begin, finish = _inside(view, start, start), _inside(view, last, end)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, modifiers, begin)
    QTest.mouseMove(view.viewport(), (begin + finish) / 2)
    QTest.mouseMove(view.viewport(), finish)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, modifiers, finish)


def drag_words(view: ArticleView, words: str, occurrence: int = 1, held: str = "") -> tuple[int, int]:
    """Drag over the n-th place where these words stand; gives the place. Raises ValueError when they do not."""
    start = -1
    for _ in range(occurrence):
        start = view.text.index(words, start + 1)
    drag(view, start, start + len(words), held)
    return start, start + len(words)


def double_click(view: ArticleView, position: int) -> None:
    """Double-click the letter at a code point."""
    show(view, position)
    point = _box(view, position).center().toPoint()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)


def click(view: ArticleView, position: int) -> None:
    """Click the letter at a code point."""
    show(view, position)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=_box(view, position).center().toPoint())


def _box(view: ArticleView, position: int) -> QRectF:
    return view.range_rects(position, grapheme.next_edge(view.text, position))[0]


def _inside(view: ArticleView, letter: int, edge: int) -> QPoint:
    """A point one pixel inside the letter at the side where the place `edge` is."""
    box = _box(view, letter)
    middle = int(box.center().y())
    sides = (QPoint(int(box.right()) - 1, middle), QPoint(int(box.left()) + 1, middle))
    return next((side for side in sides if view.position_at(side) == edge), sides[0])


def show(view: ArticleView, position: int) -> None:
    """Bring a code point into the window at once."""
    view.set_motion(False)
    view.ensure_visible(position)
    settle()


def settle_scroll(view: ArticleView) -> None:
    """Let the view come to rest where it was told to go, without gliding there."""
    view.set_motion(False)
    settle()


def wait_until(true: Callable[[], bool], within_ms: int = 20_000) -> None:
    """Let the program run until something is true. Raises TimeoutError."""
    if true():
        return
    loop = QEventLoop()
    looking = QTimer(interval=5)
    looking.timeout.connect(lambda: loop.quit() if true() else None)
    looking.start()
    QTimer.singleShot(within_ms, loop.quit)
    loop.exec()
    if not true():
        raise TimeoutError("the program did not get there in time")


def settle() -> None:
    """Let everything that waits happen."""
    for _ in range(3):
        QApplication.processEvents()


def make_project(path: Path, scheme_toml: str, texts: list[str]) -> Path:
    """A project of these texts."""
    with create_project(path, scheme_toml) as store:
        load(store, [Record(make_article(text)) for text in texts], "texts")
    return path
