"""Comments: written, answered, settled and removed by keyboard, kept, undone, and carried by an export."""


import pytest
from PySide6.QtTest import QTest

import drive
from annotator.store.records import records
from annotator.ui.comment_list import comment_rows
from annotator.ui.desk import Desk
from annotator.ui.window import Window


def write(program: Window, words: str) -> None:
    QTest.keyClicks(program.reading.comment_panel.field, words)
    drive.press(program.reading.comment_panel.field, "Enter")


@pytest.fixture
def begun(program: Window, desk: Desk) -> Window:
    """A comment on a span, and one on the article."""
    assert desk.article is not None
    start = desk.article.text.index("كتائب الفجر")
    desk.select(start, start + 11)
    desk.label("ACTOR")
    drive.press(program.reading.view, "K")
    write(program, "is it the same group?")
    drive.press(program.reading.comment_panel.field, "Esc")
    desk.pick("")
    drive.press(program.reading.view, "K")
    write(program, "a difficult article")
    return program


def bodies(desk: Desk) -> list[tuple[str, bool, str]]:
    return [(row.comment.body, row.is_answer, row.words) for row in comment_rows(desk)]


def test_k_comments_on_the_picked_span_or_else_on_the_article(begun: Window, desk: Desk) -> None:
    assert bodies(desk) == [("a difficult article", False, ""), ("is it the same group?", False, "كتائب الفجر")]
    assert desk.layer is not None
    assert [comment.layer for comment in desk.comments] == [desk.layer.id, None]


def test_the_list_leads_to_the_words_and_enter_answers(begun: Window, desk: Desk) -> None:
    panel = begun.reading.comment_panel
    drive.press(panel.field, "Up")
    assert begun.focusWidget() is panel.list
    drive.press(panel.list, "Down")
    assert desk.picked == desk.spans[0]
    drive.press(panel.list, "Enter")
    assert "Answer" in panel.field.placeholderText()
    write(begun, "yes")
    assert bodies(desk)[-1] == ("yes", True, "كتائب الفجر")


def test_space_settles_and_delete_removes_and_both_are_undone(begun: Window, desk: Desk) -> None:
    panel = begun.reading.comment_panel
    before = desk.comments
    panel.list.begin()
    drive.press(panel.list, "Space")
    assert [row.comment.resolved for row in comment_rows(desk)] == [True, False]
    drive.press(panel.list, "Delete")
    assert [body for body, _, _ in bodies(desk)] == ["is it the same group?"]
    desk.undo()
    desk.undo()
    assert set(desk.comments) == set(before)


def test_a_comment_that_somebody_else_wrote_cannot_be_removed(begun: Window, desk: Desk) -> None:
    desk.set_annotator("سامي")
    begun.reading.comment_panel.open()
    begun.reading.comment_panel.list.begin()
    drive.press(begun.reading.comment_panel.list, "Delete")
    assert [body for body, _, _ in bodies(desk)] == ["a difficult article"]
    assert "settled" in begun.notice.text


def test_esc_closes_the_panel_and_gives_the_keys_back(begun: Window, desk: Desk) -> None:
    panel = begun.reading.comment_panel
    drive.press(panel.field, "Esc")
    assert panel.isHidden()
    assert begun.focusWidget() is begun.reading.view
    drive.press(begun.reading.view, "N")
    assert desk.picked is not None


def test_comments_are_there_when_the_article_is_opened_again_and_in_what_is_exported(begun: Window, desk: Desk) -> None:
    before = set(desk.comments)
    article = desk.article
    desk.open_article("seed-02")
    assert desk.comments == ()
    assert article is not None
    desk.open_article(article.id)
    assert set(desk.comments) == before
    carried = {comment for record in records(desk.store) for comment in record.comments}
    assert before <= carried
