"""The card that asks for a name."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.desk import Desk
from annotator.ui.sheet.who import LONGEST_NAME, WhoCard, name_fault
from annotator.ui.theme import Theme


@pytest.fixture
def card(desk: Desk, window: QWidget) -> WhoCard:
    card = WhoCard(desk, Theme("light"), window)
    card.show()
    card.setFocus()
    return card


@given(st.text(max_size=80))
def test_a_name_without_fault_is_short_and_holds_nothing_hidden(name: str) -> None:
    if name_fault(name) is None:
        assert 1 <= len(name.strip()) <= LONGEST_NAME
        assert not any(unicodedata.category(c) in ("Cc", "Cf", "Cs") for c in name.strip())


@pytest.mark.parametrize("name", ["", "   ", "ل" * 61, "ليلى\u202eادم", "a\x00b", "a\tb", "\ud800"])
def test_names_that_are_refused(name: str) -> None:
    assert name_fault(name) is not None


@pytest.mark.parametrize("name", ["ليلى", "Layla 2", "مها العلي", "ل" * 60, "O'Brien", "مَها"])
def test_names_that_are_taken(name: str) -> None:
    assert name_fault(name) is None


def test_enter_gives_the_name_without_its_outer_spaces(card: WhoCard, qtbot: QtBot) -> None:
    assert card.field.hasFocus()
    card.field.setText("  ليلى ")
    with qtbot.waitSignal(card.named) as blocker:
        QTest.keyClick(card.field, Qt.Key.Key_Return)
    assert blocker.args == ["ليلى"]


def test_enter_with_a_bad_name_says_why_and_gives_nothing(card: WhoCard, qtbot: QtBot) -> None:
    given: list[str] = []
    card.named.connect(given.append)
    card.field.setText("ليلى\u200f")
    QTest.keyClick(card.field, Qt.Key.Key_Return)
    assert given == []
    assert "U+200F" in card._fault.text()
    card.field.clear()
    QTest.keyClick(card.field, Qt.Key.Key_Return)
    assert given == []
    assert card._fault.isVisible()


def test_the_projects_names_stand_ready(card: WhoCard, desk: Desk, qtbot: QtBot) -> None:
    names = [chip.text() for chip in card.chips]
    assert names == [annotator.name for annotator in desk.store.annotators()]
    with qtbot.waitSignal(card.named) as blocker:
        card.chips[0].click()
    assert blocker.args == [names[0]]


def test_it_floats_in_the_middle_and_esc_puts_it_off(card: WhoCard, window: QWidget, qtbot: QtBot) -> None:
    window.resize(1000, 700)
    assert abs(card.geometry().center().x() - window.rect().center().x()) <= 1
    QTest.keyClick(card.field, Qt.Key.Key_Escape)
    assert not card.isVisible()
