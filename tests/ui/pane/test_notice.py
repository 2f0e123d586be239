"""The notice says one thing, offers one thing, and goes by itself unless it is an error."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui import notice as module
from annotator.ui.button import Button
from annotator.ui.notice import Notice
from annotator.ui.theme import Theme

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture
def notice(qtbot: QtBot, light: Theme, monkeypatch: pytest.MonkeyPatch) -> Notice:
    """A notice that stays for a twentieth of a second."""
    monkeypatch.setattr(module, "SHOWN_MS", 50)
    made = Notice(light)
    qtbot.addWidget(made)
    return made


def buttons(notice: Notice) -> list[Button]:
    return [button for button in notice.findChildren(Button) if button.isVisible()]


def test_it_is_hidden_until_there_is_something_to_say(notice: Notice) -> None:
    assert notice.isHidden()
    assert notice.text == ""


def test_it_goes_after_a_while(qtbot: QtBot, notice: Notice) -> None:
    with qtbot.waitSignal(notice.closed, timeout=2000):
        notice.tell("Undone: label Weapon")
        assert notice.text == "Undone: label Weapon"
    assert notice.isHidden()


def test_its_button_acts_once_and_closes_it(qtbot: QtBot, notice: Notice) -> None:
    done: list[str] = []
    notice.tell("Removed", "Undo", lambda: done.append("undone"))
    action = next(button for button in buttons(notice) if button.accessibleName() == "Undo")
    QTest.mouseClick(action, Qt.MouseButton.LeftButton)
    assert done == ["undone"]
    assert notice.isHidden()


def test_an_error_stays_until_it_is_closed(qtbot: QtBot, notice: Notice) -> None:
    notice.tell("soon gone")
    notice.tell_error("“a.txt” was refused.")
    with qtbot.assertNotEmitted(notice.closed, wait=200):
        pass
    assert notice.text == "“a.txt” was refused."
    close = next(button for button in buttons(notice) if button.accessibleName() == "Close")
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert notice.isHidden()


def test_an_error_is_told_by_more_than_colour(notice: Notice, light: Theme) -> None:
    notice.tell("all is well")
    notice.resize(600, notice.sizeHint().height())
    calm = notice.grab().toImage()
    notice.tell_error("all is well")
    alarmed = notice.grab().toImage()
    assert alarmed.pixelColor(300, 3) == light.colour("danger_soft")
    assert calm.pixelColor(300, 3) == light.colour("accent_soft")
