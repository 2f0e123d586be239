"""Word hints on the real window: paragraphs annotated span after span with no mouse and no selection."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

import drive
from annotator.core.span import quote
from annotator.store.cut import last_cut
from annotator.ui import language
from annotator.ui.app import Session
from annotator.ui.article.view import ArticleView
from annotator.ui.hint import ARABIC
from annotator.ui.key import X11_OFFSET
from tests.journeys.conftest import Start
from tests.journeys.program import hashiya, records
from tests.journeys.test_annotate import labelled, stored

MOST = 4
"""Keys that one span may cost."""

SENTENCES = (
    "أعلنت «كتائب الفجر» مسؤوليتها عن هجوم",
    "وقالت الجماعة، في بيان",
    "لكن المتحدث باسم الجيش الاتحادي",
)
WANTED = [
    ("4", "أعلنت", "مسؤوليتها", "أعلنت «كتائب الفجر» مسؤوليتها"),
    ("1", "كتائب", "الفجر", "كتائب الفجر"),
    ("3", "ثلاث", "مفخخة", "ثلاث طائرات مسيّرة مفخخة"),
    ("2", "مستودع", "للوقود", "مستودع للوقود"),
    ("2", "أربعة", "عمال", "أربعة عمال"),
    (">1", "الجماعة", "", "الجماعة"),
    ("2", "خزانًا", "بالوقود", "خزانًا يزوّد آليات الجيش الاتحادي بالوقود"),
    ("3", "الهجمات", "", "الهجمات"),
    (">1", "المتحدث", "الوهدي", "المتحدث باسم الجيش الاتحادي، العقيد سامر الوهدي"),
    ("4", "واتهم", "C", "اتهم"),
    ("2", "لواء", "الساحل", "لواء الساحل"),
    ("3", "بالمسيّرات", "", "المسيّرات"),
    (">1", "الدفاعات", "الجوية", "الدفاعات الجوية"),
    ("2", "طائرتين", "", "طائرتين"),
    ("3", "مقاتلة", "F-16", "مقاتلة من طراز F-16"),
    ("2", "منصة", "إطلاق", "منصة إطلاق"),
]
"""Label key (> before it: in the next sentence), first word, last word ("" for none, C for a correction), the span."""


@dataclass
class Hands:
    """Presses keys and counts them; reads letters off the caps as eyes do."""

    view: ArticleView
    pressed: list[str] = field(default_factory=list)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.pressed.append(key)
            drive.press(self.view, key)

    def letter(self, word: str) -> str:
        """The letter over a word: the first one of those that are written so and bear one."""
        assert self.view.hinted is not None
        caps = self.view.hinted.caps
        return next(cap.letter for cap in caps if self.view.text[cap.start : cap.end] == word)

    def choose(self, label: str, first: str, last: str = "") -> None:
        """One span."""
        self.press(*(label[1:] * 2 if label.startswith(">") else label))
        self.press(self.letter(first))
        self.press(self.letter(last) if last not in ("", "C") else "Space")
        if last == "C":
            self.press("C")


@pytest.fixture
def session(start: Start, seeds_project: Path) -> Session:
    session = start(seeds_project)
    assert session.window is not None
    drive.settle_scroll(session.window.reading.view)
    return session


@pytest.fixture
def hands(session: Session) -> Hands:
    assert session.window is not None
    return Hands(session.window.reading.view)


def test_paragraphs_are_annotated_by_hints_alone_with_four_keys_a_span_at_most(
    session: Session, hands: Hands, seeds_project: Path
) -> None:
    hands.press("Ctrl+Down", "Ctrl+Down")
    hands.pressed.clear()
    ids = {label.key: label.id for label in session.desk.scheme.labels}
    made, costs = [], []
    for label, first, last, words in WANTED:
        before = len(hands.pressed)
        hands.choose(label, first, last)
        costs.append(len(hands.pressed) - before)
        made.append((ids[label[-1]], words))
        assert sorted(labelled(session)) == sorted(made)
        assert session.desk.picked is None
        assert hands.view.hinted is None
    assert max(costs) <= MOST
    assert sum(costs) / len(costs) < 3.5
    assert stored(seeds_project) == labelled(session)


def test_the_caret_goes_behind_the_span_and_the_keys_of_the_text_go_on_as_usual(session: Session, hands: Hands) -> None:
    hands.press("Ctrl+Down", "Ctrl+Down")
    hands.choose("1", "كتائب", "الفجر")
    assert hands.view.caret == session.desk.spans[0].end
    assert session.desk.caret == hands.view.caret
    hands.press("Left")
    assert hands.view.caret == session.desk.spans[0].end + 1


def test_esc_backspace_and_another_label_change_ones_mind_and_keep_nothing(session: Session, hands: Hands) -> None:
    hands.press("Ctrl+Down", "Ctrl+Down", "1")
    place = hands.view.caret
    hands.press(hands.letter("هجوم"))
    assert hands.view.hinted is not None
    assert hands.view.hinted.begun is not None
    hands.press("Backspace")
    assert hands.view.hinted.begun is None
    hands.press(hands.letter("كتائب"), "3")
    assert hands.view.hinted.label == session.desk.scheme.labels[2].id
    assert hands.view.hinted.begun is not None
    hands.press("Esc")
    assert hands.view.hinted is None
    assert (session.desk.spans, hands.view.caret) == ((), place)


def test_letters_are_the_hints_first_and_other_keys_are_commands_that_close_them(
    session: Session, hands: Hands
) -> None:
    hands.press("1", "N", "P", "C", "R", "Esc")
    assert session.desk.spans == ()
    hands.press("1", "Left")
    assert hands.view.hinted is None
    assert hands.view.caret == 1
    hands.press("1")
    assert session.window is not None
    session.window.articles.setFocus()
    assert not session.window.press("F")
    assert hands.view.hinted is None


def test_a_selection_or_a_picked_span_is_labelled_without_hints(session: Session, hands: Hands) -> None:
    drive.drag_words(hands.view, "كتائب الفجر")
    hands.press("1")
    assert hands.view.hinted is None
    hands.press("2")
    assert hands.view.hinted is None
    assert labelled(session) == [("TARGET", "كتائب الفجر")]


def test_the_same_words_are_not_labelled_twice_nor_left_picked(session: Session, hands: Hands) -> None:
    for _ in range(2):
        hands.press("Ctrl+Home", "Ctrl+Down", "Ctrl+Down")
        hands.choose("1", "كتائب", "الفجر")
    assert len(session.desk.spans) == 1
    assert session.desk.picked is None
    assert session.window is not None
    assert "already" in session.window.notice.text


def test_undo_takes_a_hinted_span_back(session: Session, hands: Hands) -> None:
    hands.press("Ctrl+Down", "Ctrl+Down")
    hands.choose("1", "كتائب", "الفجر")
    hands.press("Ctrl+Z")
    assert session.desk.spans == ()


def test_a_correction_is_remembered_for_the_next_hint(session: Session, hands: Hands) -> None:
    hands.press("Ctrl+Down", "Ctrl+Down")
    hands.choose("1", "كتائب", "C")
    assert labelled(session) == [("ACTOR", "تائب")]
    assert last_cut(session.desk.store, "كتائب", "ACTOR") == 1
    hands.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Home", "Ctrl+Down", "Ctrl+Down", "Esc", "Esc")
    hands.choose("1", "كتائب", "الفجر")
    assert labelled(session) == [("ACTOR", "تائب الفجر")]


def test_under_an_arabic_layout_the_same_keys_bear_arabic_letters(
    session: Session, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.ui.hinter.current", lambda: "ar")
    hands.press("Ctrl+Down", "Ctrl+Down", "1")
    assert hands.letter("كتائب") == ARABIC["J"] == "ت"
    for code, place in ((0x62A, 36), (0x64A, 32)):
        event = QKeyEvent(
            QEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier, place + X11_OFFSET, 0, 0, chr(code)
        )
        QApplication.sendEvent(hands.view, event)
    assert labelled(session) == [("ACTOR", "كتائب الفجر")]
    assert language.current() == "en"


def test_hints_follow_the_reading_through_the_whole_article(session: Session, hands: Hands) -> None:
    seen = set()
    hands.press("1")
    for _ in range(20):
        assert hands.view.hinted is not None
        first = hands.view.hinted.caps[0].start
        assert hands.view.range_rects(first, first + 1)
        seen.add(first)
        hands.press("1")
    for words in SENTENCES:
        assert hands.view.text.index(words) in seen


def test_fragments_by_keys_and_by_mouse_make_one_span_that_is_exported(
    session: Session, hands: Hands, seeds_project: Path, tmp_path: Path
) -> None:
    view = hands.view
    drive.drag_words(view, "ثلاث طائرات")
    hands.press("3", "Ctrl+Left", "Ctrl+Left", "Ctrl+Shift+Left", "F")
    assert labelled(session) == [("WEAPON", "ثلاث طائرات مفخخة")]
    hands.press("Shift+F")
    assert labelled(session) == [("WEAPON", "ثلاث طائرات")]
    hands.press("Ctrl+Z")
    drive.drag_words(view, "واندلاع حريق", held="Ctrl")
    assert labelled(session) == [("WEAPON", "ثلاث طائرات مفخخة واندلاع حريق")]
    assert len(session.desk.spans[0].fragments) == 3
    assert quote(session.desk.spans[0], view.text) == "ثلاث طائرات مفخخة واندلاع حريق"
    hashiya("export", seeds_project, tmp_path / "out.jsonl")
    spans = [span for record in records(tmp_path / "out.jsonl") for span in record["spans"]]
    assert [tuple(piece) for piece in spans[0]["fragments"]] == list(session.desk.spans[0].fragments)


def test_repeats_are_labelled_with_two_keys_each(session: Session, hands: Hands) -> None:
    drive.drag_words(hands.view, "لواء الساحل", 1)
    hands.press("1")
    hands.press("C")
    for _ in range(2):
        hands.press("R", "1")
    assert labelled(session) == [("ACTOR", "لواء الساحل")] * 3
    hands.press("R")
    assert len(session.desk.spans) == 3
    assert session.window is not None
    assert "labelled" in session.window.notice.text
