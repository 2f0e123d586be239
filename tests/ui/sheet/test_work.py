"""Work: the program as a process of its own."""

import sys

import pytest
from pytestqt.qtbot import QtBot

from annotator.core.sentence import Sentence
from annotator.ui.sheet.work import Work


def failure(work: Work, qtbot: QtBot, *arguments: str) -> Sentence:
    with qtbot.waitSignal(work.failed, timeout=60_000) as blocker:
        work.start(arguments)
    assert blocker.args is not None
    sentence: Sentence = blocker.args[0]
    return sentence


def test_an_answer_comes_back_as_it_was_said(qapp: object, qtbot: QtBot) -> None:
    work = Work()
    with qtbot.waitSignal(work.answered, timeout=60_000) as blocker:
        work._process.start(sys.executable, ["-c", 'print("{\\"progress\\": 3}\\nnoise\\n{\\"added\\": 2}", end="")'])
    assert blocker.args == [{"added": 2}]


def test_an_error_of_the_program_is_its_sentence(qapp: object, qtbot: QtBot, tmp_path: object) -> None:
    sentence = failure(Work(), qtbot, "export", "--json", f"{tmp_path}/none.hashiya", f"{tmp_path}/out.jsonl")
    assert "none.hashiya" in str(sentence)


def test_a_program_that_does_not_start_is_said_so(qapp: object, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert "could not be started" in str(failure(Work(), qtbot, "formats"))


def test_an_end_without_an_answer_shows_the_last_line(qapp: object, qtbot: QtBot) -> None:
    assert "No such option" in str(failure(Work(), qtbot, "formats", "--nonsense"))
