import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from PySide6.QtCore import QTextBoundaryFinder

from annotator.arabic.grapheme import grapheme_edges, is_edge, next_edge, previous_edge, snap_outward
from annotator.arabic.offsets import map_utf16
from tests.arabic.alphabet import texts

# Qt pairs the letters of a flag off by one when it follows an emoji at once; Unicode does not.
EMOJI_BEFORE_FLAG = re.compile("[👨👩❤][🇪🇬]")

# Here Qt is no oracle, but the functions must still agree with each other.
indic = st.text(st.sampled_from("कष१\u094d\u0301\u200d\u200c\u0e01\u0e33\u0d4eب👨🇪"), max_size=12)


def qt_edges(text: str) -> tuple[int, ...]:
    positions = map_utf16(text)
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)
    edges = [0]
    while (unit := finder.toNextBoundary()) >= 0:
        edges.append(positions.to_codepoint(unit))
    return tuple(edges)


@pytest.mark.parametrize(
    ("text", "edges"),
    [
        ("", (0,)),
        ("كَتَّبَ", (0, 2, 5, 7)),
        ("هٰذا", (0, 2, 3, 4)),
        ("لا", (0, 1, 2)),
        ("كـت", (0, 1, 2, 3)),
        ("ب\u200cت", (0, 2, 3)),
        ("ب\u200fت", (0, 1, 2, 3)),
        ("👨\u200d👩\u200d👧", (0, 5)),
        ("🇪🇬🇸", (0, 2, 3)),
        ("👨🇪🇬", (0, 1, 3)),
        ("\u060012", (0, 2, 3)),
        ("\r\n", (0, 2)),
        ("\n\u064e", (0, 1, 2)),
    ],
)
def test_letters_carry_their_marks(text: str, edges: tuple[int, ...]) -> None:
    assert grapheme_edges(text) == edges
    assert tuple(at for at in range(len(text) + 1) if is_edge(text, at)) == edges


@given(texts)
def test_edges_are_those_of_qt(text: str) -> None:
    text = text.replace("\ufeff", "")  # on the way to Qt a leading one is lost
    assume(not EMOJI_BEFORE_FLAG.search(text))
    assert grapheme_edges(text) == qt_edges(text)


@given(texts | indic)
def test_looking_at_one_position_agrees_with_cutting_the_whole_text(text: str) -> None:
    edges = grapheme_edges(text)
    for pos in range(len(text) + 1):
        assert is_edge(text, pos) == (pos in edges)
        assert next_edge(text, pos) == min((edge for edge in edges if edge > pos), default=len(text))
        assert previous_edge(text, pos) == max((edge for edge in edges if edge < pos), default=0)


@given(texts | indic, st.integers(0, 40), st.integers(0, 40))
def test_snapping_outward_gives_the_smallest_whole_clusters(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    edges = grapheme_edges(text)
    expected = max(edge for edge in edges if edge <= start), min(edge for edge in edges if edge >= end)
    assert snap_outward(text, start, end) == expected


def test_positions_outside_the_text_are_brought_inside() -> None:
    assert not is_edge("كتب", -1)
    assert not is_edge("كتب", 4)
    assert (previous_edge("كتب", 9), next_edge("كتب", 9)) == (2, 3)
    assert (previous_edge("كتب", -5), next_edge("كتب", -5)) == (0, 1)
    assert snap_outward("كتب", -2, 9) == (0, 3)
