"""The list behind a “+n”."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.crowd import crowd_menu
from annotator.ui.desk import Desk


def test_a_span_chosen_from_the_list_is_picked(desk: Desk, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    for end in (5, 9, 20):
        desk.select(0, end)
        desk.label("ACTOR")
    ids = [span.id for span in desk.spans]
    menu = crowd_menu(desk, [*ids, "gone"], parent)
    assert len(menu.actions()) == 3
    desk.pick("")
    menu.actions()[1].trigger()
    assert desk.picked is not None
    assert desk.picked.id == ids[1]
