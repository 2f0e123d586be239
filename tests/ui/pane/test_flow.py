"""The flow layout sets its items in lines from the leading edge."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.flow import FlowLayout

WIDTHS = st.lists(st.integers(1, 140), min_size=1, max_size=12)


def placed(widths: list[int], room: int, gap: int, direction: Qt.LayoutDirection) -> tuple[list[QRect], int]:
    parent = QWidget()
    parent.setLayoutDirection(direction)
    layout = FlowLayout(gap, parent)
    for width in widths:
        child = QWidget(parent)
        child.setFixedSize(width, 20)
        layout.addWidget(child)
    height = layout.heightForWidth(room)
    layout.setGeometry(QRect(0, 0, room, height))
    boxes = []
    for place in range(layout.count()):
        item = layout.itemAt(place)
        assert item is not None
        boxes.append(QRect(item.geometry()))
    return boxes, height


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(widths=WIDTHS, room=st.integers(140, 400), gap=st.integers(0, 12))
def test_items_stay_inside_and_apart_and_mirror(qtbot: QtBot, widths: list[int], room: int, gap: int) -> None:
    left, height = placed(widths, room, gap, Qt.LayoutDirection.LeftToRight)
    right, same_height = placed(widths, room, gap, Qt.LayoutDirection.RightToLeft)
    assert height == same_height
    for box, mirrored in zip(left, right, strict=True):
        assert QRect(0, 0, room, height).contains(box)
        assert mirrored == QRect(room - box.x() - box.width(), box.y(), box.width(), box.height())
    for number, box in enumerate(left):
        assert not any(box.intersects(other) for other in left[:number])


def test_a_negative_gap_lets_neighbours_share_their_edges(qtbot: QtBot) -> None:
    boxes, _ = placed([50, 50], 200, -8, Qt.LayoutDirection.LeftToRight)
    assert boxes[1].left() == 42


@pytest.mark.parametrize("hidden", [0, 1])
def test_hidden_items_take_no_room(qtbot: QtBot, hidden: int) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    layout = FlowLayout(4, parent)
    children = [QWidget(parent) for _ in range(2)]
    for child in children:
        child.setFixedSize(100, 20)
        layout.addWidget(child)
    assert layout.heightForWidth(120) == 44
    children[hidden].hide()
    assert layout.heightForWidth(120) == 20


def test_clearing_leaves_nothing(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    layout = FlowLayout(4, parent)
    layout.addWidget(QWidget(parent))
    layout.clear()
    assert layout.count() == 0
    assert layout.heightForWidth(100) == 0
