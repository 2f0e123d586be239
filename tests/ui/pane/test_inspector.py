"""The inspector shows what is in hand: nothing, words, or a span whose start can be moved behind a clitic."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.ui.button import Button
from annotator.ui.desk import Desk
from annotator.ui.inspector import Inspector
from annotator.ui.seen import shortened
from annotator.ui.theme import Theme

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture
def inspector(qtbot: QtBot, desk: Desk, light: Theme) -> Inspector:
    """The inspector, shown."""
    pane = Inspector(desk, light)
    qtbot.addWidget(pane)
    pane.resize(308, 640)
    with qtbot.waitExposed(pane):
        pane.show()
    return pane


def words_shown(pane: Inspector) -> list[str]:
    return [label.text() for label in pane.findChildren(QLabel) if label.isVisible() and label.text()]


def chips(pane: Inspector) -> list[Button]:
    """The chips of the edges and of the neighbours; attributes, links and events have tests of their own."""
    shown = (button for button in pane.findChildren(Button) if button.isVisible())
    others = (pane.attributes, pane.links, pane.events)
    return [button for button in shown if not any(other.isAncestorOf(button) for other in others)]


def mark(desk: Desk, words: str, label: int, inside: str = "") -> str:
    assert desk.article is not None
    at = desk.article.text.index(inside or words)
    start = desk.article.text.index(words, at)
    desk.select(start, start + len(words))
    desk.label(desk.scheme.labels[label].id)
    assert desk.picked is not None
    return desk.picked.id


def quote_of(desk: Desk) -> str:
    assert desk.picked is not None
    assert desk.article is not None
    return desk.article.text[desk.picked.start : desk.picked.end]


def test_nothing_selected_is_one_sentence(inspector: Inspector) -> None:
    assert words_shown(inspector)[0] == "Nothing selected yet"
    assert chips(inspector) == []


def test_selected_words_are_shown_with_their_letters(inspector: Inspector, desk: Desk) -> None:
    assert desk.article is not None
    start = desk.article.text.index("مسيّرة")
    desk.select(start, start + len("مسيّرة"))
    assert "مسيّرة" in words_shown(inspector)
    assert "5 characters" in words_shown(inspector)


def test_a_picked_span_is_shown_with_its_place_and_meaning(inspector: Inspector, desk: Desk) -> None:
    mark(desk, "لواء الساحل", 0)
    picked = mark(desk, "كتائب الفجر", 1)
    assert "كتائب الفجر" in words_shown(inspector)
    assert f"Span {[s.id for s in desk.spans].index(picked) + 1} of 2" in words_shown(inspector)
    assert desk.scheme.labels[1].definitions["en"] in words_shown(inspector)


def test_a_chip_leaves_the_clitic_out_and_takes_it_in(qtbot: QtBot, inspector: Inspector, desk: Desk) -> None:
    mark(desk, "بثلاث طائرات", 2)
    whole, without = [chip for chip in chips(inspector) if chip.accessibleName().startswith("Start")]
    assert whole.isChecked()
    assert without.accessibleName() == "Start at “ثلاث”"
    QTest.mouseClick(without, Qt.MouseButton.LeftButton)
    assert quote_of(desk) == "ثلاث طائرات"
    whole = next(chip for chip in chips(inspector) if chip.accessibleName() == "Start at “بثلاث”")
    assert not whole.isChecked()
    QTest.mouseClick(whole, Qt.MouseButton.LeftButton)
    assert quote_of(desk) == "بثلاث طائرات"


def test_a_chip_can_be_pressed_by_key_and_keeps_the_focus_here(qtbot: QtBot, inspector: Inspector, desk: Desk) -> None:
    inspector.activateWindow()
    mark(desk, "بثلاث طائرات", 2)
    inspector.focus_first()
    without = next(chip for chip in chips(inspector) if chip.accessibleName() == "Start at “ثلاث”")
    without.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(without, Qt.Key.Key_Space)
    assert quote_of(desk) == "ثلاث طائرات"
    assert any(chip.hasFocus() for chip in chips(inspector))


def test_a_word_without_clitics_offers_no_choice(inspector: Inspector, desk: Desk) -> None:
    mark(desk, "مستودعًا", 1)
    assert chips(inspector) == []
    assert words_shown(inspector).count("مستودعًا") == 3


def test_spans_that_share_the_place_are_one_click_away(qtbot: QtBot, inspector: Inspector, desk: Desk) -> None:
    outer = mark(desk, "أعلنت «كتائب الفجر» مسؤوليتها", 3)
    mark(desk, "لواء الساحل", 0)
    mark(desk, "كتائب الفجر", 0)
    neighbours = [chip for chip in chips(inspector) if not chip.accessibleName().startswith(("Start", "Leave"))]
    assert [chip.accessibleName() for chip in neighbours] == ["Claim: أعلنت «كتائب الفجر» مسؤوليتها"]
    QTest.mouseClick(neighbours[0], Qt.MouseButton.LeftButton)
    assert desk.picked is not None
    assert desk.picked.id == outer


def test_it_goes_back_to_nothing(inspector: Inspector, desk: Desk) -> None:
    mark(desk, "كتائب الفجر", 0)
    desk.remove()
    assert words_shown(inspector)[0] == "Nothing selected yet"
    mark(desk, "كتائب الفجر", 0)
    desk.open_article("a-1")
    assert words_shown(inspector)[0] == "Nothing selected yet"


def test_everything_stays_inside_the_pane(inspector: Inspector, desk: Desk) -> None:
    mark(desk, "أعلنت «كتائب الفجر» مسؤوليتها عن هجوم استهدف مستودعًا للوقود", 3)
    mark(desk, "بثلاث طائرات مسيّرة مفخخة", 2)
    mark(desk, "طائرات مسيّرة مفخخة", 1)
    for chip in chips(inspector):
        corner = chip.mapTo(inspector, chip.rect().topLeft())
        assert corner.x() >= 0
        assert corner.x() + chip.width() <= inspector.width()


def test_long_quotes_are_cut_and_lines_are_joined() -> None:
    assert shortened("سطر\nوسطر") == "سطر وسطر"
    assert shortened("ا" * 5000).endswith("…")
    assert len(shortened("ا" * 5000)) == 600


@pytest.mark.parametrize("theme", ["dark", "sepia"])
def test_it_repaints_in_another_theme(inspector: Inspector, desk: Desk, theme: str) -> None:
    mark(desk, "بثلاث طائرات", 2)
    inspector.set_theme(Theme(theme))
    image = inspector.grab().toImage()
    assert image.pixelColor(3, 3) == Theme(theme).colour("panel")
    bar = Theme(theme).bar(desk.scheme.labels[2])
    assert any(image.pixelColor(x, 24) == bar for x in range(image.width()))


def test_a_label_that_leaves_clitics_out_offers_it_with_its_key_until_it_is_taken(
    qtbot: QtBot, inspector: Inspector, desk: Desk
) -> None:
    def offers() -> list[Button]:
        return [chip for chip in chips(inspector) if chip.accessibleName() == "Leave the clitic out"]

    mark(desk, "بثلاث طائرات", 2)
    (offer,) = offers()
    QTest.mouseClick(offer, Qt.MouseButton.LeftButton)
    assert quote_of(desk) == "ثلاث طائرات"
    assert offers() == []
    mark(desk, "مستودعًا", 1)
    assert offers() == []


def test_the_cut_chosen_last_for_a_word_comes_first(inspector: Inspector, desk: Desk) -> None:
    mark(desk, "بثلاث طائرات", 2)
    desk.cuts.step()
    desk.remove()
    mark(desk, "بثلاث طائرات", 2)
    starts = [chip for chip in chips(inspector) if chip.accessibleName().startswith("Start")]
    assert [chip.accessibleName() for chip in starts] == ["Start at “ثلاث”", "Start at “بثلاث”"]
    assert [chip.isChecked() for chip in starts] == [False, True]


def test_the_gap_of_a_discontinuous_span_shows_in_its_quote(inspector: Inspector, desk: Desk) -> None:
    mark(desk, "مستودعًا", 1)
    assert desk.article is not None
    start = desk.article.text.index("لواء الساحل")
    desk.add_fragment(start, start + len("لواء الساحل"))
    assert any(set(words.split(" … ")) == {"مستودعًا", "لواء الساحل"} for words in words_shown(inspector))
