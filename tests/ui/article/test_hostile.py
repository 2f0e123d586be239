"""Texts nobody meant to be read, and windows nobody can see."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.core.article import make_article
from annotator.core.span import Span
from annotator.ui.article.move import UNITS
from annotator.ui.article.view import ArticleView

Show = Callable[..., ArticleView]

TEXTS = {
    "empty": "",
    "one line end": "\n",
    "line ends": "\n" * 400,
    "spaces": " " * 300,
    "marks": "\u064e\u0651\u0650" * 200,
    "one long mark cluster": "ا" + "\u064e" * 5_000,
    "unmatched controls": "قال \u202e\u2067\u2066 كلام \u2069\u202c\u202b ثم F-16 \u202d مضى" * 8,
    "controls only": "\u200f\u061c\u200e\u2066\u2069\u202e" * 50,
    "line separators": "سطر\u2028ثانٍ\u2029ثالث\r\nرابع\x00خامس\x0bسادس",
    "emoji": "👨‍👩‍👧‍👦🇵🇸🇱🇧 قال 😀" * 30,
    "tabs": "أ\tب\tج\t" * 40,
    "latin": "The quick brown fox. " * 30,
    "presentation forms": "\ufefb\ufdfa\ufedf\ufe8e " * 30,
    "one word": "ب" * 30_000,
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_any_text_can_be_shown_selected_and_walked(show: Show, text: str) -> None:
    chance = random.Random(len(text))
    spans = []
    for number in range(20 if text else 0):
        start = chance.randrange(len(text))
        spans.append(Span("l", f"s{number}", "ACTOR", ((start, min(len(text), start + chance.randint(1, 30))),)))
    view = show(make_article(text), spans)
    view.grab()
    for unit in (*UNITS, "page"):
        for step in (1, 3, -1):
            view.move_caret(unit, step, extend=step == 3)
            assert 0 <= view.caret <= len(text)
    for x, y in ((5, 5), (350, 60), (650, 200), (700, 600), (-20, -20)):
        assert 0 <= view.position_at(QPoint(x, y)) <= len(text)
    view.set_selection(0, len(text))
    for span in spans:
        view.show_picked(span.id)
    view.show_spans(spans[:3])
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(600, 40))
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(600, 40))
    view.grab()


@pytest.mark.parametrize("size", [(0, 0), (1, 1), (30, 400), (97, 10), (4_000, 60)])
def test_any_window_size_is_survived(show: Show, size: tuple[int, int]) -> None:
    text = "كلمة طويلة جدًا في نص قصير F-16 " * 20
    view = show(make_article(text), [Span("l", "s", "ACTOR", ((3, 90),))])
    view.show_picked("s")
    view.resize(*size)
    QApplication.processEvents()
    view.grab()
    view.ensure_visible(len(text))
    view.move_caret("page", 1, False)
    view.resize(700, 500)
    view.grab()
    assert view.range_rects(0, len(text))


def test_a_word_of_a_million_letters_stays_usable(qtbot: QtBot, show: Show) -> None:
    view = show(None)
    view.show_article(make_article("ب" * 1_000_000), [Span("l", "s", "ACTOR", ((499_000, 501_000),))])
    view.ensure_visible(500_000)
    assert view.span_bar_rect("s") is not None
    view.move_caret("word_left", 1, False)
    assert 0 < view.caret < 10_000
    view.grab()


def test_ten_thousand_nested_spans_scroll_and_select(show: Show) -> None:
    text = "كلمة أخرى في النص " * 280
    spans = [Span("l", f"s{n:05}", "ACTOR", ((0, len(text)),)) for n in range(10_000)]
    view = show(make_article(text), spans)
    view.verticalScrollBar().setValue(600)
    view.grab()
    view.set_selection(700, 900)
    assert view.range_rects(700, 900)
    hit = view.hit(view.to_page(view.range_rects(700, 701)[0].center()))
    assert len(hit.spans) == 10_000


def test_a_span_that_starts_inside_a_letter_is_drawn_round_the_whole_letter(show: Show) -> None:
    text = "قال كَتَّبَ شيئًا"
    view = show(make_article(text), [Span("l", "s", "ACTOR", ((5, 8),))])
    bar = view.span_bar_rect("s")
    assert bar is not None
    whole = view.range_rects(4, 9)[0]
    assert bar.right() == pytest.approx(whole.right())
    assert bar.left() == pytest.approx(whole.left())


def test_a_paragraph_that_begins_in_latin_is_still_read_from_the_right(show: Show) -> None:
    text = "CNN قالت إن الهجوم وقع"
    view = show(make_article(text))
    latin, arabic = view.range_rects(0, 3)[0], view.range_rects(4, len(text))[0]
    assert latin.left() >= arabic.right() - 1
    assert latin.right() == pytest.approx(view.viewport().width() - 56, abs=2)


def test_a_paragraph_cut_for_layout_selects_and_moves_as_one(show: Show) -> None:
    text = "كلمتان هنا " * 1_500
    view = show(make_article(text))
    seam = view.page.blocks[1].start
    view.set_selection(seam - 1, seam - 1)
    view.move_caret("letter_left", 2, False)
    assert view.caret == seam + 1
    view.move_caret("letter_right", 2, False)
    assert view.caret == seam - 1
    assert view.paragraph(seam) == (0, len(text))
