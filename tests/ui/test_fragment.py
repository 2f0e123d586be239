"""Discontinuous spans on the desk: words are added to the picked span and taken out of it, each as one change."""

from pytestqt.qtbot import QtBot

from annotator.core.span import quote
from annotator.ui.desk import Desk
from annotator.ui.fragment_key import add_selection, take_out


def select(desk: Desk, words: str) -> None:
    assert desk.article is not None
    start = desk.article.text.index(words)
    desk.select(start, start + len(words))


def begin(desk: Desk, words: str) -> None:
    select(desk, words)
    desk.label("ACTOR")


def pieces(desk: Desk) -> list[str]:
    assert desk.picked is not None
    assert desk.article is not None
    return [desk.article.text[start:end] for start, end in desk.picked.fragments]


def test_selected_words_become_a_fragment_of_the_picked_span(desk: Desk) -> None:
    begin(desk, "كتائب")
    select(desk, " عن هجوم ")
    add_selection(desk)
    assert pieces(desk) == ["كتائب", "عن هجوم"]
    assert desk.selection is None
    assert len(desk.spans) == 1
    assert desk.article is not None
    assert quote(desk.spans[0], desk.article.text) == "كتائب عن هجوم"
    desk.undo()
    assert pieces(desk) == ["كتائب"]


def test_a_fragment_before_the_span_moves_its_start(desk: Desk) -> None:
    begin(desk, "هجوم")
    select(desk, "أعلنت")
    add_selection(desk)
    assert pieces(desk) == ["أعلنت", "هجوم"]
    assert desk.picked is not None
    desk.resize(desk.picked.id, desk.picked.start + 1, desk.picked.end)
    assert pieces(desk) == ["علنت", "هجوم"]


def test_words_that_touch_or_overlap_are_one_fragment(desk: Desk) -> None:
    begin(desk, "كتائب")
    select(desk, "الفجر")
    add_selection(desk)
    assert pieces(desk) == ["كتائب الفجر"]
    select(desk, "فجر» مسؤوليتها")
    add_selection(desk)
    assert pieces(desk) == ["كتائب الفجر» مسؤوليتها"]


def test_words_it_has_already_and_white_space_change_nothing(desk: Desk) -> None:
    begin(desk, "كتائب الفجر")
    seq = desk.history.next_undo
    select(desk, "الفجر")
    add_selection(desk)
    select(desk, " ")
    add_selection(desk)
    assert desk.history.next_undo == seq


def test_a_selected_part_is_taken_out_and_what_is_left_has_clean_edges(desk: Desk) -> None:
    begin(desk, "كتائب الفجر» مسؤوليتها عن هجوم")
    select(desk, "الفجر» مسؤوليتها")
    take_out(desk)
    assert pieces(desk) == ["كتائب", "عن هجوم"]


def test_the_fragment_at_the_caret_is_taken_out_whole(desk: Desk) -> None:
    begin(desk, "كتائب")
    select(desk, "عن هجوم")
    add_selection(desk)
    assert desk.article is not None
    desk.caret = desk.article.text.index("عن هجوم") + 3
    take_out(desk)
    assert pieces(desk) == ["كتائب"]


def test_what_cannot_be_done_is_told_and_nothing_kept(desk: Desk, qtbot: QtBot) -> None:
    begin(desk, "كتائب")
    seq = desk.history.next_undo
    assert desk.picked is not None
    for caret, said in ((desk.picked.start, "Delete removes it"), (0, "in no fragment")):
        desk.caret = caret
        with qtbot.waitSignal(desk.told) as told:
            take_out(desk)
        assert told.args is not None
        assert said in str(told.args[0])
    with qtbot.waitSignal(desk.told):
        add_selection(desk)
    assert desk.history.next_undo == seq
