"""Pieces of a sentence are set into lines without overlapping, in either direction; nothing said is lost."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication

from annotator.ui.piece import CHIP, TAG, WORDS, Piece, joined, set_line, set_lines, spoken

pytestmark = pytest.mark.usefixtures("dressed")

TEXTS = st.text(alphabet="ابتثجحدرسabc", min_size=1, max_size=12)
PIECES = st.lists(st.builds(Piece, st.sampled_from([WORDS, CHIP, TAG]), TEXTS, glued=st.booleans()), max_size=14)
EASY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def overlap(one: QRectF, other: QRectF) -> bool:
    return one.adjusted(0.01, 0.01, -0.01, -0.01).intersects(other.adjusted(0.01, 0.01, -0.01, -0.01))


@EASY
@given(pieces=PIECES, width=st.integers(120, 400), rtl=st.booleans())
def test_lines_keep_every_piece_inside_and_apart(pieces: list[Piece], width: int, rtl: bool) -> None:
    boxes = set_lines(pieces, width, QGuiApplication.font(), rtl)
    assert [box.piece for box in boxes] == pieces
    rooms = [box.room for box in boxes]
    assert not any(overlap(one, other) for n, one in enumerate(rooms) for other in rooms[:n])
    free = [box for box in boxes if not box.piece.glued]
    assert all(box.room.left() >= -0.01 and box.room.left() <= width for box in free)


@EASY
@given(pieces=PIECES, width=st.integers(120, 400), rtl=st.booleans())
def test_one_line_keeps_its_beginning_and_never_leaves_its_room(pieces: list[Piece], width: int, rtl: bool) -> None:
    boxes = set_line(pieces, width, QGuiApplication.font(), rtl)
    assert [box.piece for box in boxes] == pieces[: len(boxes)]
    assert bool(boxes) == bool(pieces)
    assert all(box.room.left() >= -0.01 and box.room.right() <= width + 0.01 for box in boxes)


@EASY
@given(pieces=PIECES, width=st.integers(120, 400))
def test_the_other_direction_is_the_mirror(pieces: list[Piece], width: int) -> None:
    font = QGuiApplication.font()
    ltr, rtl = set_lines(pieces, width, font, False), set_lines(pieces, width, font, True)
    assert [round(width - box.room.right(), 3) for box in rtl] == [round(box.room.left(), 3) for box in ltr]


def test_words_without_a_space_are_glued_to_the_chip() -> None:
    chip = Piece(CHIP, "ثلاث طائرات")
    pieces = joined(["هجوم بـ", chip, ", then ", chip])
    assert [piece.glued for piece in pieces] == [False, False, True, True, False, False]
    assert spoken(pieces) == "هجوم بـثلاث طائرات, then ثلاث طائرات"
