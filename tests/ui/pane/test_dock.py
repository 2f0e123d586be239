"""The label dock shows the scheme's labels and does what a label's key does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from annotator.core.layer import DONE, SKIPPED, STARTED
from annotator.ui.button import Button
from annotator.ui.desk import Desk
from annotator.ui.dock import LabelDock
from annotator.ui.theme import Theme

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture
def dock(qtbot: QtBot, desk: Desk, light: Theme) -> LabelDock:
    """The dock, shown as wide as in a large window."""
    pane = LabelDock(desk, light)
    qtbot.addWidget(pane)
    pane.resize(760, pane.height())
    with qtbot.waitExposed(pane):
        pane.show()
    return pane


def named(dock: LabelDock, start: str) -> Button:
    return next(b for b in dock.findChildren(Button) if b.accessibleName().startswith(start) and not b.isHidden())


def click(qtbot: QtBot, button: Button) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def select(desk: Desk, words: str) -> None:
    assert desk.article is not None
    start = desk.article.text.index(words)
    desk.select(start, start + len(words))


def status(desk: Desk, article_id: str = "a-0") -> str:
    assert desk.annotator is not None
    layer = desk.store.layer(article_id, desk.annotator.id)
    assert layer is not None
    return layer.status


def test_the_labels_stand_in_the_scheme_s_order(dock: LabelDock, desk: Desk) -> None:
    places = []
    for label in desk.scheme.labels:
        button = dock.label_button(label.id)
        assert button is not None
        assert button.accessibleName() == f"{label.name('en')}, key {label.key}, 0 spans"
        places.append(button.x())
    assert places == sorted(places)


def test_in_arabic_they_begin_at_the_right(qtbot: QtBot, right_to_left: None, desk: Desk, light: Theme) -> None:
    dock = LabelDock(desk, light)
    qtbot.addWidget(dock)
    dock.resize(760, dock.height())
    dock.show()
    places = [button.x() for label in desk.scheme.labels if (button := dock.label_button(label.id))]
    assert places == sorted(places, reverse=True)
    assert named(dock, "Done").x() < places[-1]


def test_a_click_labels_the_selection_and_counts_it(qtbot: QtBot, dock: LabelDock, desk: Desk) -> None:
    first, second = desk.scheme.labels[:2]
    select(desk, "كتائب الفجر")
    button = dock.label_button(first.id)
    assert button is not None
    click(qtbot, button)
    assert [span.label for span in desk.spans] == [first.id]
    assert "1 span" in button.accessibleName()
    assert button.isChecked()
    other = dock.label_button(second.id)
    assert other is not None
    click(qtbot, other)
    assert [span.label for span in desk.spans] == [second.id]
    assert other.isChecked()
    assert not button.isChecked()


def test_only_the_picked_span_s_label_is_filled(qtbot: QtBot, dock: LabelDock, desk: Desk) -> None:
    button = dock.label_button(desk.scheme.labels[0].id)
    assert button is not None
    click(qtbot, button)
    assert not button.isChecked()
    select(desk, "لواء الساحل")
    desk.label(desk.scheme.labels[0].id)
    assert button.isChecked()
    desk.pick("")
    assert not button.isChecked()


def test_done_goes_on_and_can_be_taken_back(qtbot: QtBot, dock: LabelDock, desk: Desk) -> None:
    click(qtbot, named(dock, "Done"))
    assert status(desk) == DONE
    assert desk.article is not None
    assert desk.article.id == "a-1"
    desk.open_article("a-0")
    assert not any(b.accessibleName() == "Skip" and b.isVisible() for b in dock.findChildren(Button))
    click(qtbot, named(dock, "Reopen"))
    assert status(desk) == STARTED
    assert named(dock, "Done").kind == "primary"


def test_skip_skips_and_reopens(qtbot: QtBot, dock: LabelDock, desk: Desk) -> None:
    click(qtbot, named(dock, "Skip"))
    assert status(desk) == SKIPPED
    desk.open_article("a-0")
    assert named(dock, "Done").kind == "primary"
    click(qtbot, named(dock, "Reopen"))
    assert status(desk) == STARTED


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_labels_without_room_go_into_more(qtbot: QtBot, dock: LabelDock, desk: Desk) -> None:
    dock.resize(420, dock.height())
    last = desk.scheme.labels[-1]
    hidden = dock.label_button(last.id)
    assert hidden is not None
    assert hidden.isHidden()
    select(desk, "كتائب الفجر")
    click(qtbot, named(dock, "More"))
    menu = dock.findChild(QMenu)
    assert menu is not None
    action = next(action for action in menu.actions() if action.text() == last.name("en"))
    action.trigger()
    menu.close()
    assert [span.label for span in desk.spans] == [last.id]
    dock.resize(900, dock.height())
    assert not hidden.isHidden()


def test_nothing_can_be_pressed_without_an_article(qtbot: QtBot, bare_desk: Desk, light: Theme) -> None:
    dock = LabelDock(bare_desk, light)
    qtbot.addWidget(dock)
    dock.show()
    assert not named(dock, "Done").isEnabled()
    assert not named(dock, "Skip").isEnabled()


def test_every_button_is_reached_by_tab(qtbot: QtBot, dock: LabelDock, qapp: QApplication, desk: Desk) -> None:
    dock.activateWindow()
    first = dock.label_button(desk.scheme.labels[0].id)
    assert first is not None
    first.setFocus(Qt.FocusReason.TabFocusReason)
    reached = {first}
    for _ in range(10):
        focused = qapp.focusWidget()
        assert isinstance(focused, Button)
        reached.add(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert reached == {button for button in dock.findChildren(Button) if button.isVisible()}
