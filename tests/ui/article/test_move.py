"""The caret goes where the arrow points, and everywhere."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from annotator.arabic.grapheme import grapheme_edges
from annotator.core.article import make_article
from annotator.ui.article.face import make_faces
from annotator.ui.article.layout import Page
from annotator.ui.article.move import Caret, caret_x, move

MIXED = "من طراز F-16 استهدفت 2500 موقعًا قرب CNN و AK-47، وقال\nوَأَكَّدَ الْإِعلام Acme Systems Ltd أن لا\n\nخاتمة 12,500 متر"
PIECES = st.lists(
    st.sampled_from(
        [
            "سلاح",
            "وسيستخدمونهاالطويلةجدا",
            "الإسلام",
            "كَتَّبَ",
            "F-16",
            "CNN",
            "25",
            "٣٫٥",
            "(",
            ")",
            "،",
            "«",
            "»",
            "ـ",
            "😀",
            "\n",
            "آب",
        ]
    ),
    min_size=1,
    max_size=40,
)
SLOW = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


def page_of(text: str, width: int = 220) -> Page:
    page = Page(make_faces(16, 1.62))
    page.width = width
    page.show(make_article(text), ())
    return page


def walk(page: Page, caret: Caret, unit: str) -> list[Caret]:
    """Every place on the way until the caret stays."""
    places = [caret]
    while (following := move(page, places[-1], unit, 1)) != places[-1]:
        places.append(following)
        assert len(places) < 10 * len(page.text) + 10, "the caret runs in a circle"
    return places


def visible_edges(page: Page) -> set[int]:
    """The edges that have a place of their own: all but those in white space that hangs off a line."""
    edges: set[int] = set()
    for number in range(len(page.blocks)):
        shape = page.place(number).shape
        for index, line in enumerate(shape.lines):
            boxes = shape.boxes(index).screen
            edges |= {line.start} if not boxes else {edge for box in boxes for edge in (box.start, box.end)}
    return edges


@SLOW
@given(PIECES, st.sampled_from([90, 220, 500]))
def test_left_goes_left_or_to_the_next_line(qapp: object, pieces: list[str], width: int) -> None:
    page = page_of(" ".join(pieces), width)
    for unit, side in (("letter_left", -1), ("letter_right", 1)):
        start = Caret(0) if side < 0 else Caret(len(page.text), after=True)
        places = walk(page, start, unit)
        for one, other in pairwise(places):
            line, following = page.spot_of(one.position), page.spot_of(other.position)
            if line == following:
                assert (caret_x(page, other) - caret_x(page, one)) * side > 0
            else:
                assert following == (page.after(line) if side < 0 else page.before(line))


@SLOW
@given(PIECES, st.sampled_from([90, 220, 500]))
def test_every_edge_between_letters_is_reached_by_left_and_right(qapp: object, pieces: list[str], width: int) -> None:
    page = page_of(" ".join(pieces), width)
    far_right = walk(page, Caret(0), "letter_right")[-1]
    far_left = walk(page, Caret(len(page.text), after=True), "letter_left")[-1]
    reached = {caret.position for caret in walk(page, far_right, "letter_left")}
    reached |= {caret.position for caret in walk(page, far_left, "letter_right")}
    assert visible_edges(page) <= reached
    assert reached <= set(grapheme_edges(page.text))


@SLOW
@given(PIECES)
def test_logical_letters_visit_every_grapheme_edge(qapp: object, pieces: list[str]) -> None:
    page = page_of(" ".join(pieces))
    onward = [caret.position for caret in walk(page, Caret(0), "letter")]
    assert tuple(onward) == grapheme_edges(page.text)


@SLOW
@given(PIECES, st.sampled_from([90, 220]))
def test_lines_are_walked_down_one_by_one(qapp: object, pieces: list[str], width: int) -> None:
    page = page_of(" ".join(pieces), width)
    places = walk(page, Caret(0), "line")
    spots = [page.spot_of(caret.position) for caret in places]
    assert spots == sorted(set(spots))
    assert page.after(spots[-1]) is None


def test_left_inside_a_latin_word_goes_left(qapp: object) -> None:
    page = page_of("قناة CNN قالت", 400)
    caret = move(page, Caret(page.text.index("CNN") + 2), "letter_left", 1)
    assert caret.position == page.text.index("CNN") + 1


def test_words_to_the_left_stop_where_words_start_on_screen(qapp: object) -> None:
    text = "باعت Acme Systems سلاحًا"
    page = page_of(text, 600)
    stops = [caret.position for caret in walk(page, Caret(0), "word_left")]
    latin = [text.index("Systems"), text.index("Acme")]
    assert [stop for stop in stops if stop in latin][-2:] == latin
    assert stops[-2:] == [text.index("سلاح"), len(text)]


def test_words_as_read_go_in_reading_order(qapp: object) -> None:
    text = "باعت Acme Systems سلاحًا"
    page = page_of(text, 600)
    stops = [caret.position for caret in walk(page, Caret(0), "word")]
    assert stops == [0, text.index("Acme"), text.index("Systems"), text.index("سلاح"), len(text)]


def test_up_and_down_keep_to_the_column(qapp: object) -> None:
    page = page_of("كلمة طويلة في السطر الأول\nقصير\nكلمة طويلة في السطر الثالث", 600)
    start = Caret(18)
    below = move(page, start, "line", 2)
    assert caret_x(page, below) == pytest.approx(caret_x(page, start), abs=8)


def test_line_edges(qapp: object) -> None:
    page = page_of(MIXED, 220)
    line = page.line(page.spot_of(20))
    assert move(page, Caret(20), "line_edge", -1).position == line.start
    assert move(page, Caret(20), "line_edge", 1).position == line.visible_end


def test_sentences_are_stepped_through_the_same_way_back(qapp: object) -> None:
    text = "جملة أولى. جملة ثانية؟\n\nفقرة أخرى. وآخرها"
    page = page_of(text, 400)
    starts = [0, text.index("جملة ثانية"), text.index("\n\n") + 1, text.index("فقرة"), text.index("وآخرها")]
    assert [caret.position for caret in walk(page, Caret(0), "sentence")] == [*starts, len(text)]
    back = [Caret(len(text))]
    while (before := move(page, back[-1], "sentence", -1)) != back[-1]:
        back.append(before)
    assert [caret.position for caret in reversed(back)] == [*starts, len(text)]


def test_sentences_paragraphs_and_the_document(qapp: object) -> None:
    text = "جملة أولى. جملة ثانية؟ ثالثة\nفقرة أخرى"
    page = page_of(text, 400)
    assert [c.position for c in walk(page, Caret(0), "sentence")] == [
        0,
        text.index("جملة ثانية"),
        text.index("ثالثة"),
        text.index("فقرة"),
        len(text),
    ]
    assert move(page, Caret(5), "paragraph", 1).position == text.index("فقرة")
    assert move(page, Caret(5), "paragraph", -1).position == 0
    assert move(page, Caret(text.index("فقرة")), "paragraph", -1).position == 0
    assert move(page, Caret(5), "document", 1).position == len(text)
    assert move(page, Caret(5), "document", -1).position == 0


def test_several_steps_are_as_many_single_ones(qtbot: QtBot) -> None:
    page = page_of(MIXED)
    one = Caret(0)
    for _ in range(7):
        one = move(page, one, "letter_left", 1)
    assert move(page, Caret(0), "letter_left", 7) == one
