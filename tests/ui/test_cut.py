"""Cuts at the start of a span: offered, stepped through, remembered, and never made by themselves."""

import pytest
from pytestqt.qtbot import QtBot

from annotator.core.article import make_article
from annotator.core.record import Record
from annotator.core.span import quote
from annotator.store.cut import last_cut
from annotator.store.load import load
from annotator.ui.cut import Choice
from annotator.ui.desk import Desk


def mark(desk: Desk, words: str, label: str = "ACTOR") -> None:
    assert desk.article is not None
    start = desk.article.text.index(words)
    desk.select(start, start + len(words))
    desk.label(label)


def words_of(desk: Desk) -> str:
    assert desk.article is not None
    assert desk.in_hand is not None
    return quote(desk.in_hand, desk.article.text)


def choice(desk: Desk) -> Choice:
    assert desk.in_hand is not None
    found = desk.cuts.choice(desk.in_hand)
    assert found is not None
    return found


def stepped(desk: Desk, times: int) -> list[str]:
    result = []
    for _ in range(times):
        desk.cuts.step()
        result.append(words_of(desk))
    return result


def test_a_label_that_leaves_clitics_out_offers_it_and_nothing_is_cut_unasked(desk: Desk) -> None:
    mark(desk, "وقالت الجماعة")
    assert words_of(desk) == "وقالت الجماعة"
    assert choice(desk).offered == 1
    desk.cuts.step()
    assert words_of(desk) == "قالت الجماعة"
    assert choice(desk).offered is None


def test_stepping_goes_through_every_cut_and_back_to_the_whole_word(desk: Desk) -> None:
    mark(desk, "بالمسيّرات")
    assert stepped(desk, 4) == ["المسيّرات", "مسيّرات", "بالمسيّرات", "المسيّرات"]


def test_a_word_with_its_alef_gone_is_offered_no_cut_but_can_be_stepped_through(desk: Desk) -> None:
    mark(desk, "للوقود")
    assert choice(desk).offered is None
    assert stepped(desk, 3) == ["لوقود", "وقود", "للوقود"]


def test_the_cut_chosen_last_for_a_word_is_offered_first_the_next_time(desk: Desk) -> None:
    mark(desk, "بالمسيّرات", "WEAPON")
    desk.cuts.step()
    desk.cuts.step()
    assert words_of(desk) == "مسيّرات"
    desk.remove()
    mark(desk, "بالمسيّرات", "WEAPON")
    assert choice(desk).cuts[0] == choice(desk).offered == 3
    assert stepped(desk, 3) == ["مسيّرات", "المسيّرات", "بالمسيّرات"]


def test_the_whole_word_can_be_chosen_too_and_is_not_nagged_about(desk: Desk) -> None:
    mark(desk, "وقالت الجماعة")
    assert choice(desk).offered == 1
    assert stepped(desk, 2) == ["قالت الجماعة", "وقالت الجماعة"]
    assert choice(desk).offered is None
    desk.remove()
    mark(desk, "وقالت الجماعة")
    assert choice(desk).offered is None


def test_a_letter_of_the_root_is_offered_to_nobody_but_can_be_stepped_over(desk: Desk) -> None:
    mark(desk, "كتائب الفجر")
    assert choice(desk).offered is None
    assert choice(desk).cuts == (0,)
    assert stepped(desk, 2) == ["تائب الفجر", "كتائب الفجر"]
    assert set(choice(desk).cuts) == {0}, "the whole word was chosen last"


def test_a_cut_chosen_under_one_label_is_offered_under_another(desk: Desk) -> None:
    mark(desk, "كتائب الفجر")
    desk.cuts.step()
    mark(desk, "كتائب الفجر", "TARGET")
    assert choice(desk).offered == 1
    desk.cuts.step()
    desk.cuts.step()
    assert choice(desk).offered is None


def test_another_article_of_the_project_bears_a_cut_out_but_hints_leave_it_to_the_person(desk: Desk) -> None:
    assert desk.article is not None
    load(desk.store, [Record(make_article("قال رجل تائب إنه آسف."))], "penitent")
    start = desk.article.text.index("كتائب الفجر")
    mark(desk, "كتائب الفجر")
    assert choice(desk).offered is None, "the project has الكتائب, too"
    desk.store.connection.execute("UPDATE article SET text = replace(text, 'الكتائب', 'القوات')")
    assert choice(desk).offered == 1
    assert desk.cuts.placed("ACTOR", (start, start + 5)) == 0


def test_however_the_start_is_moved_it_is_remembered_and_undo_is_no_choice(desk: Desk) -> None:
    mark(desk, "وقالت الجماعة")
    desk.nudge("start", 1)
    assert last_cut(desk.store, "وقالت", "ACTOR") == 1
    desk.nudge("start", -1)
    assert last_cut(desk.store, "وقالت", "ACTOR") == 0
    desk.undo()
    assert words_of(desk) == "قالت الجماعة"
    assert last_cut(desk.store, "وقالت", "ACTOR") == 0


def test_a_start_between_two_cuts_is_nobodys_choice(desk: Desk) -> None:
    mark(desk, "كتائب الفجر")
    desk.nudge("start", 1)
    desk.nudge("start", 1)
    assert words_of(desk) == "ائب الفجر"
    assert last_cut(desk.store, "كتائب", "ACTOR") == 1
    desk.cuts.step()
    assert words_of(desk) == "تائب الفجر"


def test_a_span_that_is_not_picked_any_more_can_still_be_corrected_and_stays_unpicked(desk: Desk) -> None:
    assert desk.article is not None
    start = desk.article.text.index("وقالت الجماعة")
    desk.label_range("ACTOR", start, start + len("وقالت الجماعة"), picked=False)
    assert desk.picked is None
    desk.cuts.step()
    assert words_of(desk) == "قالت الجماعة"
    assert desk.picked is None


def test_words_chosen_whole_lose_a_clitic_only_where_that_is_no_guess(desk: Desk) -> None:
    assert desk.article is not None
    text = desk.article.text

    def placed(word: str) -> int:
        start = text.index(word)
        return desk.cuts.placed("ACTOR", (start, start + len(word)))

    assert [placed(word) for word in ("والجيش", "كتائب", "للوقود", "بالمسيّرات")] == [1, 0, 0, 1]
    mark(desk, "كتائب")
    desk.cuts.step()
    assert placed("كتائب") == 1


def test_a_choice_that_cannot_be_kept_is_told(desk: Desk, qtbot: QtBot) -> None:
    mark(desk, "وقالت الجماعة")
    connection = desk.store.connection
    connection.execute("CREATE TEMP TRIGGER full BEFORE INSERT ON main.cut BEGIN SELECT RAISE(FAIL, 'full'); END")
    with qtbot.waitSignal(desk.failed):
        desk.cuts.step()
    assert words_of(desk) == "قالت الجماعة"


@pytest.mark.parametrize("words", ["«", "،"])
def test_beside_words_there_is_nothing_to_choose(desk: Desk, words: str) -> None:
    mark(desk, "كتائب الفجر")
    assert desk.picked is not None
    assert desk.article is not None
    start = desk.article.text.index(words)
    desk.resize(desk.picked.id, start, start + 1)
    if desk.picked.start == start:
        assert desk.cuts.choice(desk.picked) is None
        desk.cuts.step()
        assert desk.picked.start == start


def test_of_two_letters_in_front_the_one_is_offered_that_leaves_a_word_of_the_text(desk: Desk) -> None:
    mark(desk, "ولواء الساحل")
    assert stepped(desk, 3) == ["لواء الساحل", "واء الساحل", "ولواء الساحل"]
