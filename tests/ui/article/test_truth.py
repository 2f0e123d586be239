"""The truth view: boxes between the lines for what is hidden, numbers for a range's pieces, and no letter moved."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtWidgets import QApplication

from annotator.core.article import Article, make_article
from annotator.core.span import Span
from annotator.ui.article.layout import Spot
from annotator.ui.article.truth import DANGER, HIDDEN, ORDER, Note, note_at, notes_over, piece_notes
from annotator.ui.article.view import ArticleView
from annotator.ui.theme import Theme

Show = Callable[..., ArticleView]
Picture = Callable[[ArticleView], QImage]
RLO, PDF = "\u202e", "\u202c"
HOSTILE = f"قال {RLO}المتحدث{PDF} نعم\u00a0ثم\u200cسكت ومـــضى 😀 وعاد"


def notes(view: ArticleView) -> list[Note]:
    spots = view.page.spots(0, view.page.height)
    orders = piece_notes(view.page, view._scene(), spots)
    return [note for spot in spots for note in notes_over(view.page, view._scene(), spot, orders.get(spot, ()))]


def words(view: ArticleView, kind: str) -> list[str]:
    found = [note for note in notes(view) if note.kind == kind]
    return [note.words for note in sorted(found, key=lambda note: note.start)]


def has_colour(image: QImage, name: str) -> bool:
    wanted = Theme("light").colour(name).rgb()
    return any(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


def test_hidden_characters_are_shown_when_asked_for(show: Show) -> None:
    view = show(make_article(HOSTILE))
    assert words(view, HIDDEN) == []
    view.set_truth_shown(True)
    assert words(view, HIDDEN) == ["PDF", "NBSP", "ZWNJ", "TATWEEL×3"]


def test_overrides_are_marked_whether_asked_for_or_not(show: Show, picture: Picture) -> None:
    view = show(make_article(HOSTILE))
    assert words(view, DANGER) == ["RLO"]
    assert has_colour(picture(view), "danger")
    view.set_truth_shown(True)
    assert words(view, DANGER) == ["RLO"]
    view.show_article(make_article(HOSTILE.replace(RLO, "").replace(PDF, "")), [])
    assert words(view, DANGER) == []
    assert not has_colour(picture(view), "danger")


def test_the_mark_stands_in_the_margin_beside_the_line(show: Show, picture: Picture) -> None:
    view = show(make_article(f"سطر أول\n\n{RLO}سطر ثان"))
    image = picture(view)
    danger = Theme("light").colour("danger").rgb()
    first_right = view.range_rects(0, 3)[0].right()
    rows = {
        y
        for y in range(image.height())
        for x in range(int(first_right) + 30, image.width())
        if image.pixel(x, y) == danger
    }
    line = view.range_rects(len("سطر أول\n\n") + 1, len("سطر أول\n\n") + 4)[0]
    assert rows
    assert all(line.top() <= y <= line.bottom() for y in rows)


def test_nothing_moves_and_no_letter_is_drawn_otherwise(show: Show, article: Article, picture: Picture) -> None:
    view = show(make_article(HOSTILE))
    text_before = [view.range_rects(place, place + 1) for place in range(len(view.text))]
    height = view.page.height
    view.set_truth_shown(True)
    assert [view.range_rects(place, place + 1) for place in range(len(view.text))] == text_before
    assert view.page.height == height
    view.show_article(article, [])
    plain = picture(view)
    view.set_truth_shown(False)
    assert picture(view) == plain


def test_boxes_stand_over_what_they_name_and_not_in_the_text(show: Show) -> None:
    view = show(make_article(HOSTILE))
    view.set_truth_shown(True)
    (nbsp,) = [note for note in notes(view) if note.words == "NBSP"]
    (box,) = view.range_rects(nbsp.start, nbsp.end)
    assert nbsp.box.center().x() == view.to_page(box.center()).x()
    assert nbsp.box.bottom() < view.to_page(box.topLeft()).y()
    (zwnj,) = [note for note in notes(view) if note.words == "ZWNJ"]
    (letter,) = view.range_rects(zwnj.start - 1, zwnj.start)
    assert abs(zwnj.x - view.to_page(letter.topLeft()).x()) < 0.01


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(
    text=st.text(
        st.sampled_from(f"ابت a3 \n\u00a0\u0640\u200c\u200d\u200f\u00ad\ufeff\u0651\u2066{RLO}{PDF}😀"), max_size=120
    )
)
def test_boxes_never_stand_on_one_another_and_stay_on_the_paper(show: Show, text: str) -> None:
    view = show(make_article(text + "."), size=(420, 300))
    view.set_truth_shown(True)
    view.set_selection(0, len(text))
    view.viewport().grab()
    orders = piece_notes(view.page, view._scene(), view.page.spots(0, view.page.height))
    for spot in view.page.spots(0, view.page.height):
        found = notes_over(view.page, view._scene(), spot, orders.get(spot, ()))
        for right, left in pairwise(found):
            assert left.box.right() <= right.box.left()
        for note in found:
            assert view.page.line(spot).start <= note.start <= note.end <= view.page.line(spot).end
            assert note.box.left() >= -28
            assert note.box.right() <= view.page.width + 56


def test_what_finds_no_room_is_counted(show: Show) -> None:
    view = show(make_article("ا" + "\u200c\u200d" * 60))
    view.set_truth_shown(True)
    found = notes(view)
    assert found[-1].words.startswith("+")
    assert len(found) - 1 + int(found[-1].words[1:]) == 120


def test_pieces_are_numbered_in_the_order_of_reading(show: Show, article: Article) -> None:
    view = show(article)
    view.set_truth_shown(True)
    start = article.text.index("بنادق AK-47 وُزّعت")
    view.set_selection(start, start + len("بنادق AK-47 وُزّعت"))
    pieces = sorted((note for note in notes(view) if note.kind == ORDER), key=lambda note: note.start)
    assert [note.words for note in pieces] == ["١", "٢", "٣"]
    assert [article.text[note.start : note.end].strip() for note in pieces] == ["بنادق", "AK-47", "وُزّعت"]
    assert pieces[0].x > pieces[1].x > pieces[2].x


def test_the_picked_span_is_numbered_and_one_piece_is_not(show: Show, article: Article) -> None:
    start = article.text.index("عيار 107 ملم")
    span = Span("layer", "s", "WEAPON", ((start, start + len("عيار 107 ملم")),))
    view = show(article, [span])
    view.set_truth_shown(True)
    assert words(view, ORDER) == []
    view.show_picked("s")
    assert words(view, ORDER) == ["١", "٢", "٣"]
    view.set_selection(0, 6)
    assert words(view, ORDER) == []


def test_a_long_range_is_not_numbered_and_lays_nothing_out(show: Show) -> None:
    view = show(make_article("\n".join(f"فقرة رقم {n} فيها AK-47 وكلام" for n in range(2_000))))
    view.set_truth_shown(True)
    view.set_selection(0, len(view.text))
    view.viewport().grab()
    assert words_on_screen(view) == []
    assert not view.page.is_exact(1_500)


def words_on_screen(view: ArticleView) -> list[str]:
    spots = view.page.spots(0, view.viewport().height())
    orders = piece_notes(view.page, view._scene(), spots)
    return [note.words for spot in spots for note in orders.get(spot, ())]


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_who_points_at_a_box_is_told_the_whole_name(show: Show) -> None:
    view = show(make_article(HOSTILE))
    view.set_truth_shown(True)
    (rlo,) = [note for note in notes(view) if note.words == "RLO"]
    assert note_at(view.page, view._scene(), rlo.box.center()) == rlo
    assert note_at(view.page, view._scene(), rlo.box.center() + QPointF(0, 40)) is None
    point = (rlo.box.center() - view.to_page(QPointF(0, 0))).toPoint()
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, point, QPoint(0, 0)))
    assert "U+202E RIGHT-TO-LEFT OVERRIDE" in view.viewport().toolTip()
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), QPoint(0, 0)))
    assert view.viewport().toolTip() == ""


def test_a_line_of_nothing_but_hidden_characters_is_drawn(show: Show) -> None:
    view = show(make_article("\u200c\u200d\u2066\u202e"))
    view.set_truth_shown(True)
    assert [note.kind for note in notes_over(view.page, view._scene(), Spot(0, 0))].count(DANGER) == 2
    view.viewport().grab()
