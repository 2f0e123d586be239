"""Prose: plain text at the look's own line height."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.ui.prose import ElidedProse, Prose
from annotator.ui.theme import interface_font, reading_font

pytestmark = pytest.mark.usefixtures("dressed")
SENTENCE = "ظلّل عبارة في النص لتسِمها، أو انقر مقطعًا موسومًا لترى تفاصيله."


def ink(image: QImage) -> list[tuple[int, int]]:
    ground = image.pixelColor(0, 0).lightness()
    return [
        (x, y)
        for y in range(image.height())
        for x in range(image.width())
        if abs(image.pixelColor(x, y).lightness() - ground) > 60
    ]


def test_lines_are_one_and_a_half_letters_apart_in_arabic(qtbot: QtBot) -> None:
    prose = Prose(SENTENCE, line_em=1.5)
    prose.setFont(interface_font("ar"))
    prose.setWordWrap(True)
    qtbot.addWidget(prose)
    pitch = round(1.5 * QFontInfo(prose.font()).pixelSize())
    assert prose.pitch == pitch
    assert prose.heightForWidth(2000) == pitch
    assert prose.heightForWidth(150) % pitch == 0
    assert prose.heightForWidth(150) >= 3 * pitch


def test_mark_up_is_shown_as_it_is(qtbot: QtBot) -> None:
    plain, marked = Prose("x"), Prose("<b>x</b>")
    for prose in (plain, marked):
        qtbot.addWidget(prose)
    assert marked.sizeHint().width() > 3 * plain.sizeHint().width()


@pytest.mark.parametrize("font", [interface_font, reading_font], ids=["interface", "reading"])
def test_words_stand_in_the_middle(qtbot: QtBot, font: object) -> None:
    prose = Prose("ابحث")
    prose.setFont(interface_font("ar") if font is interface_font else reading_font(15.5))
    qtbot.addWidget(prose)
    prose.resize(200, 60)
    rows = [y for _, y in ink(prose.grab().toImage())]
    assert abs((min(rows) + max(rows)) / 2 - 30) <= 3


def test_words_begin_where_reading_begins(qtbot: QtBot, qapp: QApplication) -> None:
    prose = Prose("abc")
    qtbot.addWidget(prose)
    prose.resize(200, 30)
    assert max(x for x, _ in ink(prose.grab().toImage())) < 100
    prose.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert min(x for x, _ in ink(prose.grab().toImage())) > 100


def test_what_gives_way_is_told_in_full_by_the_tooltip(qtbot: QtBot) -> None:
    prose = ElidedProse("a <i>long</i> line that does not fit")
    qtbot.addWidget(prose)
    prose.resize(60, 20)
    prose.grab()
    assert "a &lt;i&gt;long&lt;/i&gt;" in prose.toolTip()
    prose.resize(800, 20)
    prose.grab()
    assert prose.toolTip() == ""
