"""Fixtures for tests of the window's parts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from annotator import paths
from annotator.ui import language
from annotator.ui.desk import Desk
from annotator.ui.sample import make_sample
from annotator.ui.settings import keep_setting
from annotator.ui.theme import Theme
from annotator.ui.window import Window


@pytest.fixture(scope="session")
def sample_bytes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The sample project, made once."""
    path = tmp_path_factory.mktemp("sample") / "sample.hashiya"
    make_sample(path)
    return path.read_bytes()


@pytest.fixture
def sample(sample_bytes: bytes, tmp_path: Path) -> Path:
    """A sample project of the test's own."""
    path = tmp_path / f"sample{paths.PROJECT_SUFFIX}"
    path.write_bytes(sample_bytes)
    return path


@pytest.fixture
def home(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings of the test's own, in English."""
    monkeypatch.setenv("HASHIYA_HOME", str(tmp_path / "home"))
    keep_setting("language", "en")
    language.install(qapp)
    return tmp_path / "home"


@pytest.fixture
def desk(qapp: QApplication, home: Path, sample: Path) -> Iterator[Desk]:
    """A desk with the sample on it, and somebody new at it."""
    desk = Desk()
    desk.open_project(sample)
    desk.set_annotator("هدى")
    yield desk
    desk.close_project()


@pytest.fixture
def program(desk: Desk) -> Iterator[Window]:
    """The program's own window on the sample, shown, with the focus in the text."""
    window = Window(desk, Theme("light"))
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    window.reading.view.setFocus()
    yield window
    window.close()
    window.deleteLater()
    # At once: windows that live on would be told of every change of language in the tests to come.
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
