"""A project that several annotators have worked on, and the program's window on it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator import paths
from annotator.core.article import make_article
from annotator.core.layer import DONE, WORK, Annotator, Layer
from annotator.core.record import Record
from annotator.core.span import make_span
from annotator.store.creation import create_project
from annotator.store.load import load
from annotator.ui.desk import Desk
from annotator.ui.overview.finding import Findings
from annotator.ui.overview.room import Overview
from annotator.ui.settings import keep_setting
from annotator.ui.theme import Theme
from annotator.ui.window import Window
from annotator.ui.workplace import OVERVIEW

PEOPLE = tuple(Annotator(f"{number:016x}", name) for number, name in enumerate(("ليلى", "يوسف", "هدى"), start=1))
WORDS = ("كتائب الفجر", "رتل إمداد", "بعبوة ناسفة")
Marks = Sequence[tuple[str, int]]
"""Labels, and the numbers of the words they are on."""

AGREED: Marks = (("ACTOR", 0), ("TARGET", 1), ("WEAPON", 2))
SWAPPED: Marks = (("TARGET", 0), ("TARGET", 1))


def text_of(number: int) -> tuple[str, list[tuple[int, int]]]:
    """An article's text and where its WORDS are."""
    text, places = f"خبر رقم {number}\n\n", []
    for words in WORDS:
        places.append((len(text), len(text) + len(words)))
        text += f"{words} هناك "
    return text, places


def record_of(number: int, person: Annotator, marks: Marks, status: str = DONE) -> Record:
    """What a person marked in an article, finished in week `number`."""
    text, places = text_of(number)
    article = make_article(text)
    layer = Layer(f"{number:08x}{int(person.id, 16):08x}", article.id, person.id, 1, WORK, status)
    spans = tuple(make_span(layer.id, label, *places[word]) for label, word in marks)
    return Record(article, layer, person, "", f"2026-01-{1 + 7 * (number % 4):02}T10:00:00Z", spans=spans)


def project(path: Path, records: Sequence[Record]) -> Path:
    """A project that holds these records."""
    with create_project(path, paths.resource("scheme.toml").read_text("utf-8")) as store:
        assert not load(store, records, "tests").refused
    return path


@pytest.fixture
def team(tmp_path: Path) -> Path:
    """Layla and Yusuf finished twelve articles, and swap what is confusable in four; Huda finished one alone."""
    layla, yusuf, huda = PEOPLE
    records = []
    for number in range(12):
        records += [record_of(number, layla, AGREED), record_of(number, yusuf, SWAPPED if number < 4 else AGREED)]
    return project(tmp_path / f"team{paths.PROJECT_SUFFIX}", [*records, record_of(12, huda, AGREED)])


@pytest.fixture
def crew(qapp: QApplication, home: Path, team: Path) -> Iterator[Desk]:
    """A desk with the team's project and Huda at it."""
    keep_setting("digits", "latn")
    desk = Desk()
    desk.open_project(team)
    desk.set_annotator("هدى")
    yield desk
    desk.close_project()


@pytest.fixture
def window(crew: Desk) -> Iterator[Window]:
    """The program's window on it, shown."""
    shown = Window(crew, Theme("light"))
    shown.resize(1280, 800)
    shown.show()
    shown.activateWindow()
    shown.reading.view.setFocus()
    yield shown
    shown.close()
    shown.deleteLater()
    QCoreApplication.sendPostedEvents(shown, QEvent.Type.DeferredDelete)


@pytest.fixture
def overview(window: Window, qtbot: QtBot) -> Overview:
    """The room, with its figures in it."""
    return entered(window, qtbot)


def entered(window: Window, qtbot: QtBot) -> Overview:
    """Go to the room and wait for its figures."""
    window.show_room(OVERVIEW)
    room = window.rooms.overview
    assert room is not None
    qtbot.waitUntil(lambda: not room.inquiry.is_asking and room.inquiry.findings is not None, timeout=60_000)
    return room


def findings(room: Overview) -> Findings:
    """What the room shows."""
    assert room.inquiry.findings is not None
    return room.inquiry.findings
