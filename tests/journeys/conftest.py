"""Fixtures: the whole program on a project of its own, in this process."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator import paths
from annotator.ui.app import Session, open_session
from annotator.ui.settings import keep_setting
from tests.journeys.program import close, hashiya

Start = Callable[[Path], Session]


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Opens the window on a project under the name ليلى; closes what was opened."""
    monkeypatch.setenv("HASHIYA_HOME", str(tmp_path / "home"))
    sessions: list[Session] = []

    def open_window(project: Path) -> Session:
        for name, value in (("annotator", "ليلى"), ("tour", "done"), ("language", "en")):
            keep_setting(name, value)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        sessions.append(open_session(application, project))
        return sessions[-1]

    yield open_window
    for session in sessions:
        close(session)


@pytest.fixture
def seeds_project(tmp_path: Path) -> Path:
    """A project of the sample's texts, nobody's work in it."""
    project = tmp_path / "work.hashiya"
    hashiya("new", project)
    hashiya("import", project, paths.seed("articles"))
    return project
