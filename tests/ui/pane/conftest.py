"""A desk with a project of short articles, and the application dressed as it is for a person."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication

from annotator import paths
from annotator.core.article import make_article
from annotator.core.record import Record
from annotator.store.creation import create_project
from annotator.store.load import load
from annotator.ui.desk import Desk
from annotator.ui.settings import keep_setting
from annotator.ui.style import style_sheet
from annotator.ui.theme import Theme, interface_font, palette

HEADLINES = (
    "مسيّرات تضرب ميناء الصفا واتهامات متبادلة بين الجيش ولواء الساحل بعد ليلة طويلة من القصف",
    "هدنة هشة في وادي النعيم",
    "مقتل قائد ميداني بعبوة زُرعت على طريق الجبل",
    "مسلحون يهاجمون حافلة ركّاب قرب معبر الرمّان",
    "لا جهة تتبنى تفجير محطة الكهرباء في تل السنابل",
    "<b>غارة</b> ليلية على رتل إمداد",
)
BODY = (
    "أعلنت «كتائب الفجر» مسؤوليتها عن هجوم استهدف مستودعًا للوقود بثلاث طائرات مسيّرة مفخخة. وأُسقطت ثلاث."
    "\n\nونفى لواء الساحل."
)
SOURCES = ("المرصد نيوز", "وكالة المرفأ", None)


@pytest.fixture
def light() -> Theme:
    """The light theme."""
    return Theme("light")


@pytest.fixture
def dressed(qapp: QApplication, home: Path, light: Theme) -> Iterator[None]:
    """English, Latin digits, the light theme; as it was afterwards."""
    keep_setting("digits", "latn")
    locale, font, colours = QLocale(), qapp.font(), qapp.palette()
    QLocale.setDefault(QLocale("en_GB"))
    qapp.setFont(interface_font("en"))
    qapp.setPalette(palette(light))
    qapp.setStyleSheet(style_sheet(light))
    yield
    qapp.setStyleSheet("")
    qapp.setPalette(colours)
    qapp.setFont(font)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    QLocale.setDefault(locale)


@pytest.fixture
def right_to_left(qapp: QApplication, dressed: None) -> None:
    """The window's direction as it is in Arabic."""
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project file with the articles a-0 to a-5."""
    path = tmp_path / "news.hashiya"
    records = [
        Record(make_article(f"{title}\n{BODY}", id=f"a-{n}", source=SOURCES[n % len(SOURCES)]))
        for n, title in enumerate(HEADLINES)
    ]
    with create_project(path, paths.resource("scheme.toml").read_text(encoding="utf-8")) as store:
        load(store, records, "tests")
    return path


@pytest.fixture
def desk(dressed: None, project: Path) -> Iterator[Desk]:
    """A desk on that project, on which somebody has opened a-0."""
    made = Desk()
    made.open_project(project)
    made.set_annotator("ليلى")
    yield made
    made.close_project()


@pytest.fixture
def bare_desk(dressed: None) -> Desk:
    """A desk without a project."""
    return Desk()
