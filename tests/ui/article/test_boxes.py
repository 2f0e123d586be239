"""Glyph boxes agree with what Qt paints, and the right letter is found under every point."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QImage, QPainter, QPen, QTextCharFormat, QTextLayout
from pytestqt.qtbot import QtBot

from annotator.arabic.grapheme import grapheme_edges
from annotator.ui.article.block import BODY, Block
from annotator.ui.article.boxes import Box, Boxes, merge, share_ligatures
from annotator.ui.article.face import make_faces
from annotator.ui.article.shape import Shape

MIXED = (
    "من طراز F-16 استهدفت 2500 موقعًا قرب CNN و AK-47 في (حيّ الأمل)، وقال «لا» ثم أكّد أن السلاح الإيراني وصل على متن "
    "12,500 صندوق إلى الأهالي في ٢٠١٩/٣/٥ وأن الشركة Acme-X Systems Ltd باعته بـ 3.5 مليون؛ وَلَمْ يَتَبَنَّهُ أَحَدٌ حتى الآن. "
)
PLAIN = (
    "قالت إدارة المرفأ إن ثلاثة زوارق سريعة أطلقت فجر الأحد قذائف على أرصفة الوقود، وإن أحد عشر عاملًا أصيبوا، فيما "
    "تحدث شهود عن انفجارات متتالية سُمعت في الأحياء الجنوبية من المدينة، وعن دخان كثيف غطى الواجهة البحرية ساعات طويلة. "
)
BAND = 120
TOLERANCE = 1.6
LAM, JOINED_BY_IT = "ل", tuple("اأإآٱى")


def shape_of(text: str, font: QFont, width: int) -> Shape:
    face = replace(make_faces(16, 1.62)[BODY], font=font)
    return Shape(text, Block(0, len(text), BODY), face, width)


def native(shape: Shape, start: int, end: int, width: int) -> list[list[tuple[int, int]]]:
    """For every line, the columns that Qt's own selection painting of [start, end) covers.

    The white space that hangs off a line is left out: Qt paints it beside the column, where nothing can be seen.
    """
    for number in range(len(shape.lines)):
        shape.layout.lineAt(number).setPosition(QPointF(0, number * BAND))
    image = QImage(width + 40, BAND * len(shape.lines), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setPen(QPen(QColor(0, 0, 0, 0)))
    shape.layout.draw(painter, QPointF(20, 0), _chosen(shape, start, end))
    painter.end()
    return [_red_runs(image, number * BAND + 18) for number in range(len(shape.lines))]


def _chosen(shape: Shape, start: int, end: int) -> list[QTextLayout.FormatRange]:
    style = QTextCharFormat()
    style.setBackground(QBrush(QColor("red")))
    style.setForeground(QBrush(QColor(0, 0, 0, 0)))
    ranges = []
    for line in shape.lines:
        first, last = max(start, line.start), min(end, line.visible_end)
        if first < last:
            chosen = QTextLayout.FormatRange()
            chosen.start, chosen.length = shape.to_utf16(first), shape.to_utf16(last) - shape.to_utf16(first)
            chosen.format = style
            ranges.append(chosen)
    return ranges


def _red_runs(image: QImage, y: int) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for x in range(image.width()):
        if image.pixelColor(x, y).alpha() > 127:
            if runs and runs[-1][1] == x - 20:
                runs[-1] = (runs[-1][0], x - 19)
            else:
                runs.append((x - 20, x - 19))
    return runs


def splits_a_ligature(text: str, position: int) -> bool:
    """Whether a break lies inside lam-alef or lam-ya: there Qt paints next to the glyph, and we halve it."""
    before = text[:position].rstrip("\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652")[-1:]
    return before == LAM and text[position : position + 1] in JOINED_BY_IT


@pytest.mark.parametrize("text", [MIXED * 2, PLAIN * 2, MIXED + PLAIN], ids=["mixed", "plain", "both"])
@pytest.mark.parametrize("width", [240, 511])
def test_the_boxes_of_a_range_are_the_columns_that_qt_paints(qtbot: QtBot, font: QFont, text: str, width: int) -> None:
    shape = shape_of(text, font, width)
    assert len(shape.lines) > 3
    edges = [edge for edge in grapheme_edges(text) if not splits_a_ligature(text, edge)]
    chance = random.Random(len(text) + width)
    for _ in range(60):
        start, end = sorted(chance.sample(edges, 2))
        if chance.random() < 0.7:
            end = min(end, edges[min(len(edges) - 1, edges.index(start) + chance.randint(1, 30))])
        painted = native(shape, start, end, width)
        for number, line in enumerate(shape.lines):
            first, last = max(start, line.start), min(end, line.visible_end)
            ours = shape.boxes(number).pieces(first, last) if first < last else ()
            theirs = merge(painted[number])
            assert len(ours) == len(theirs), (text[start:end], number, ours, theirs)
            for piece, run in zip(ours, theirs, strict=True):
                assert piece == pytest.approx(run, abs=TOLERANCE), (text[start:end], number, ours, theirs)


@pytest.mark.parametrize("text", [MIXED * 2, PLAIN * 2], ids=["mixed", "plain"])
def test_every_quarter_of_every_letter_is_hit_on_every_line(qtbot: QtBot, font: QFont, text: str) -> None:
    shape = shape_of(text, font, 300)
    hits = 0
    for number in range(len(shape.lines)):
        boxes = shape.boxes(number)
        for box in boxes.screen:
            width = box.right - box.left
            for share in (0.25, 0.75):
                found = boxes.at(box.left + share * width)
                assert found == box
                nearer_left = share < 0.5
                assert found.position(box.left + share * width) == (
                    (box.end if nearer_left else box.start) if box.rtl else (box.start if nearer_left else box.end)
                )
                hits += 1
    assert hits > len(text)


def test_a_line_covers_every_letter_that_can_be_seen(qtbot: QtBot, font: QFont) -> None:
    text = MIXED * 2
    shape = shape_of(text, font, 300)
    for number, line in enumerate(shape.lines):
        boxes = shape.boxes(number).reading
        assert boxes[0].start == line.start
        assert boxes[-1].end == line.visible_end
        assert all(one.end == other.start for one, other in pairwise(boxes))


def test_a_break_inside_lam_alef_halves_it(qtbot: QtBot, font: QFont) -> None:
    text = "في الإسكندرية"
    boxes = shape_of(text, font, 400).boxes(0)
    lam, alef = boxes.starting(text.index("ل")), boxes.starting(text.index("إ"))
    assert lam is not None
    assert alef is not None
    assert lam.left == pytest.approx(alef.right)
    assert alef.right - alef.left > 2
    both = boxes.pieces(lam.start, alef.end)
    assert len(both) == 1
    assert both[0] == pytest.approx((alef.left, lam.right))
    assert boxes.pieces(alef.start, len(text))[-1][1] == pytest.approx(alef.right)


def test_a_ligature_with_a_vowel_on_its_lam_is_halved_too(qtbot: QtBot) -> None:
    text = "سَلَام"
    boxes = shape_of(text, QFont("Noto Naskh Arabic", 16), 400).boxes(0)
    alef = boxes.starting(text.index("ا"))
    assert alef is not None
    assert alef.right - alef.left > 2


def test_a_span_across_a_change_of_direction_has_all_its_pieces(qtbot: QtBot, font: QFont) -> None:
    text = "مقاتلة من طراز F-16 استهدفت 25 موقعًا"
    boxes = shape_of(text, font, 600).boxes(0)
    weapon = text.index("من"), text.index("16")
    target = text.index("16"), text.index("25") + 1
    whole = boxes.pieces(0, len(text))
    assert len(whole) == 1
    assert len(boxes.pieces(*weapon)) == 2
    assert len(boxes.pieces(*target)) == 3
    crossing = boxes.pieces(*weapon)
    assert crossing[0][1] < crossing[1][0]


def test_marks_belong_to_the_box_of_their_letter(qtbot: QtBot, font: QFont) -> None:
    boxes = shape_of("كَتَّبَ", font, 400).boxes(0).reading
    assert [(box.start, box.end) for box in boxes] == [(0, 2), (2, 5), (5, 7)]


def test_emoji_and_letters_above_the_basic_plane_keep_code_points(qtbot: QtBot) -> None:
    text = "قال 😀 ثم 𞤀 مضى"
    boxes = shape_of(text, QFont("Noto Naskh Arabic", 16), 400).boxes(0).reading
    assert [box.end for box in boxes][-1] == len(text)
    assert boxes[text.index("😀")].end - boxes[text.index("😀")].start == 1


def test_shared_widths_add_up() -> None:
    boxes = [Box(0, 1, 10, 22, True), Box(1, 2, 10, 10, True), Box(2, 3, 10, 10, True), Box(3, 4, 2, 10, True)]
    shared = share_ligatures(boxes)
    assert [(box.left, box.right) for box in shared] == [(18, 22), (14, 18), (10, 14), (2, 10)]


def test_a_point_between_two_boxes_goes_to_the_nearer_one() -> None:
    boxes = Boxes((Box(0, 1, 20, 30, True), Box(1, 2, 0, 10, True)))
    near_left, near_right = boxes.at(13), boxes.at(17)
    assert near_left is not None
    assert near_right is not None
    assert (near_left.start, near_right.start) == (1, 0)
    assert Boxes(()).at(5) is None
