"""The desk: gestures become kept changes, and what is open follows them."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.core.layer import DONE, NEW, SKIPPED, STARTED
from annotator.core.sentence import Refused
from annotator.core.span import quote
from annotator.store.check import check
from annotator.store.creation import open_project
from annotator.ui.desk import Desk


def words(desk: Desk) -> list[str]:
    assert desk.article is not None
    return [quote(span, desk.article.text) for span in desk.spans]


def mark(desk: Desk, text: str, label: str = "ACTOR") -> None:
    assert desk.article is not None
    start = desk.article.text.index(text)
    desk.select(start, start + len(text))
    desk.label(label)


def test_somebody_new_begins_at_the_first_article_and_sees_nobody_elses_spans(desk: Desk) -> None:
    assert desk.article is not None
    assert desk.article.id == "seed-01"
    assert desk.spans == ()
    assert desk.layer is not None
    assert desk.layer.status == NEW


def test_the_first_gesture_starts_the_article_and_undo_makes_it_untouched_again(desk: Desk) -> None:
    mark(desk, "كتائب الفجر")
    assert desk.layer is not None
    assert desk.layer.status == STARTED
    desk.undo()
    assert desk.layer is not None
    assert (desk.layer.status, desk.spans) == (NEW, ())


def test_edges_of_a_selection_lose_white_space_quotes_and_half_letters(desk: Desk) -> None:
    assert desk.article is not None
    start = desk.article.text.index("«كتائب الفجر»")
    desk.select(start - 1, start + 14)
    desk.label("ACTOR")
    assert words(desk) == ["كتائب الفجر"]


def test_a_selection_without_words_is_told_and_nothing_kept(desk: Desk, qtbot: QtBot) -> None:
    assert desk.article is not None
    start = desk.article.text.index("\n")
    with qtbot.waitSignal(desk.told):
        desk.select(start, start + 1)
        desk.label("ACTOR")
    assert desk.spans == ()


def test_a_label_key_with_nothing_in_hand_is_told(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.told) as told:
        desk.label("ACTOR")
    assert told.args is not None
    assert "Highlight words" in str(told.args[0])


def test_an_edge_cannot_pass_the_other_or_leave_the_text(desk: Desk) -> None:
    mark(desk, "كتائب الفجر")
    (span,) = desk.spans
    desk.resize(span.id, span.end, span.end)
    desk.resize(span.id, -1, span.end)
    desk.resize(span.id, span.start, 10**9)
    assert desk.spans == (span,)
    for _ in range(40):
        desk.nudge("end", -1)
    assert words(desk) == ["ك"]


def test_nudging_by_word_takes_whole_words(desk: Desk) -> None:
    mark(desk, "كتائب")
    desk.nudge("end", 1, "word")
    assert words(desk) == ["كتائب الفجر"]
    desk.nudge("start", -1, "word")
    assert words(desk)[0].split()[0] == "أعلنت"


def test_done_and_skip_lead_on_and_undo_leads_back(desk: Desk) -> None:
    desk.mark(DONE)
    assert desk.article is not None
    assert desk.article.id == "seed-02"
    desk.mark(SKIPPED)
    assert desk.article.id == "seed-03"
    desk.undo()
    assert desk.article.id == "seed-02"
    desk.undo()
    assert desk.article.id == "seed-01"
    desk.next_unfinished()
    assert desk.article.id == "seed-02"


def test_spans_are_walked_in_reading_order_and_round_again(desk: Desk) -> None:
    for text in ("هجوم", "كتائب الفجر", "ميناء الصفا"):
        mark(desk, text)
    desk.pick("")
    desk.caret = 0
    order = []
    for _ in range(4):
        desk.step_span(1)
        assert desk.picked is not None
        order.append(desk.picked.start)
    assert order[:3] == sorted(order[:3])
    assert order[3] == order[0]
    desk.step_span(-1)
    assert desk.picked is not None
    assert desk.picked.start == order[2]


def test_nested_spans_are_reached_from_inside_out(desk: Desk) -> None:
    assert desk.article is not None
    start = desk.article.text.index("كتائب الفجر")
    for end in (5, 11, 20):
        desk.select(start, start + end)
        desk.label("ACTOR")
    desk.pick("")
    desk.caret = start + 2
    lengths = []
    for _ in range(4):
        desk.pick_around(1)
        assert desk.picked is not None
        lengths.append(desk.picked.end - desk.picked.start)
    assert lengths[0] < lengths[1] < lengths[2]
    assert lengths[3] == lengths[0]


def test_the_place_is_found_again(desk: Desk, sample: Path) -> None:
    desk.open_article("seed-05")
    desk.caret = 77
    desk.close_project()
    desk.open_project(sample)
    desk.set_annotator("هدى")
    assert desk.article is not None
    assert (desk.article.id, desk.caret) == ("seed-05", 77)


def test_people_have_layers_and_histories_of_their_own(desk: Desk) -> None:
    mark(desk, "كتائب الفجر")
    desk.set_annotator("ليلى")
    desk.open_article("seed-01")
    assert len(desk.spans) > 1
    assert desk.history.next_undo is None
    desk.set_annotator("هدى")
    assert words(desk) == ["كتائب الفجر"]
    assert desk.history.next_undo is not None


def test_another_windows_work_arrives_and_can_be_undone_here(desk: Desk, sample: Path) -> None:
    other = Desk()
    other.open_project(sample)
    other.set_annotator("هدى")
    mark(other, "كتائب الفجر")
    desk.look_for_others()
    assert words(desk) == ["كتائب الفجر"]
    desk.undo()
    other.look_for_others()
    assert (desk.spans, other.spans) == ((), ())
    other.close_project()


def test_a_change_from_a_stale_view_is_refused_and_what_is_true_is_shown(
    desk: Desk, sample: Path, qtbot: QtBot
) -> None:
    mark(desk, "كتائب الفجر")
    other = Desk()
    other.open_project(sample)
    other.set_annotator("هدى")
    other.pick(other.spans[0].id)
    other.remove()
    with qtbot.waitSignal(desk.told):
        desk.nudge("end", -1)
    assert desk.spans == ()
    other.close_project()


def test_a_project_open_for_reading_says_so_and_stays_as_it_was(
    desk: Desk, sample: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.close_project()
    before = sample.read_bytes()
    monkeypatch.setattr("annotator.ui.opened.open_project", lambda path: open_project(path, read_only=True))
    desk.open_project(sample)
    with qtbot.waitSignal(desk.failed):
        desk.set_annotator("غريب")
    desk.set_annotator("ليلى")
    desk.open_article("seed-01")
    assert desk.spans != ()
    desk.pick(desk.spans[0].id)
    with qtbot.waitSignal(desk.failed):
        desk.remove()
    assert desk.spans != ()
    desk.close_project()
    assert sample.read_bytes() == before


def test_a_file_that_is_no_project_leaves_the_open_one_on_the_desk(desk: Desk, tmp_path: Path) -> None:
    bad = tmp_path / "bad.hashiya"
    bad.write_text("not a project")
    with pytest.raises(Refused):
        desk.open_project(bad)
    assert desk.article is not None


def test_removing_a_span_takes_it_out_of_events_and_undo_puts_it_back(desk: Desk) -> None:
    desk.set_annotator("ليلى")
    desk.open_article("seed-01")
    events, relations = desk.events, desk.relations
    in_event = next(event for event in events if event.arguments)
    _, span_id = in_event.arguments[0]
    desk.pick(span_id)
    desk.remove()
    assert all(span_id not in (span for _, span in event.arguments) for event in desk.events)
    assert all(span_id not in (relation.source, relation.target) for relation in desk.relations)
    assert list(check(desk.store)) == []
    desk.undo()
    assert desk.events == events
    assert sorted(desk.relations, key=lambda r: r.id) == sorted(relations, key=lambda r: r.id)


def test_the_rows_on_the_desk_are_those_that_are_stored_after_every_gesture(desk: Desk) -> None:
    def lies_as_stored() -> bool:
        assert desk.layer is not None
        return desk.spans == desk.store.spans(desk.layer.id) and desk.layer == desk.store.layer(
            desk.layer.article, desk.layer.annotator
        )

    mark(desk, "كتائب الفجر")
    assert lies_as_stored()
    mark(desk, "الفجر", "TARGET")
    desk.nudge("start", -1)
    assert lies_as_stored()
    desk.remove()
    assert lies_as_stored()
    for _ in range(3):
        desk.undo()
        assert lies_as_stored()
