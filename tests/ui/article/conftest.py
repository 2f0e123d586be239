"""Articles written for these tests, the labels of the scheme, and a real view to show them in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from PySide6.QtGui import QFont, QImage
from pytestqt.qtbot import QtBot

from annotator import paths
from annotator.core.article import Article, make_article
from annotator.core.scheme import Colours, Label
from annotator.core.scheme_file import read_scheme
from annotator.core.span import Span
from annotator.ui.article.view import ArticleView
from annotator.ui.theme import Theme

HEADLINE = "زوارق مجهولة تهاجم مرفأ الريحانة والمجلس المحلي يتّهم «سرايا الموج»"
BODY = (
    "قالت إدارة مرفأ الريحانة إن ثلاثة زوارق سريعة أطلقت فجر الأحد قذائف من عيار 107 ملم على أرصفة الوقود، وإن "
    "أحد عشر عاملًا أصيبوا، فيما تحدّث شهود عن طائرة من طراز F-16 حلّقت مرتين فوق الأحياء الجنوبية.",
    "واتّهم المجلس المحلي «سرايا الموج» بالوقوف وراء الهجوم، مؤكدًا أنّ الإسعاف نقل 2500 شخص من حيّ الأمل والإسكان؛ غير "
    "أن المتحدث باسم السرايا نفى ذلك لقناة CNN وقال: لا علاقة لنا بالأمر!",
    "CNN نقلت عن الأهالي أنّ بنادق AK-47 وُزّعت في اليوم التالي، وأن السلاح وصل على متن 12,500 صندوق.",
    "وَأَكَّدَ الشُّهُودُ أَنَّ الْهُجُومَ ٱسْتَمَرَّ ٣٫٥ سَاعَاتٍ، وَلَمْ يَتَبَنَّهُ أَحَدٌ.",
)
TEXT = "\n".join((HEADLINE, *BODY))

Show = Callable[..., ArticleView]


@pytest.fixture
def article() -> Article:
    """An invented report: diacritics, digits, Latin names, quotation marks, lam-alef."""
    return make_article(TEXT)


@pytest.fixture
def labels() -> tuple[Label, ...]:
    """The labels of the scheme in the program."""
    return read_scheme(paths.resource("scheme.toml").read_text(encoding="utf-8")).labels


@pytest.fixture
def invisible(labels: Sequence[Label]) -> tuple[Label, ...]:
    """The same labels in the colour of the paper: whatever else of them shows is a fault."""
    paper = Theme("light").hex("paper")
    return tuple(replace(label, colours={"light": Colours(paper, paper, paper)}) for label in labels)


@pytest.fixture
def span_of() -> Callable[..., Span]:
    """Makes a span of the words given: the `nth` time they stand in the text."""

    def make(words: str, label: str, span_id: str = "", nth: int = 0, text: str = TEXT) -> Span:
        start = -1
        for _ in range(nth + 1):
            start = text.index(words, start + 1)
        return Span("layer", span_id or f"{label}-{start}", label, ((start, start + len(words)),))

    return make


@pytest.fixture
def show(qtbot: QtBot, labels: Sequence[Label]) -> Show:
    """Shows an article in a view of its own, without motion."""

    def make(
        article: Article | None, spans: Sequence[Span] = (), size: tuple[int, int] = (708, 640), **more: object
    ) -> ArticleView:
        view = ArticleView(Theme("light"), "ar")
        qtbot.addWidget(view)
        view.resize(*size)
        view.set_motion(False)
        view.set_labels(more.get("labels", labels))  # type: ignore[arg-type]
        with qtbot.waitExposed(view):
            view.show()
        view.show_article(article, spans)
        return view

    return make


@pytest.fixture
def picture() -> Callable[[ArticleView], QImage]:
    """What the view's viewport looks like, pixel by pixel."""
    return lambda view: view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


@pytest.fixture(params=["Noto Naskh Arabic", "Noto Sans Arabic"])
def font(request: pytest.FixtureRequest) -> QFont:
    """The two faces whose geometry is promised."""
    result = QFont(request.param)
    result.setPointSizeF(16)
    return result


@pytest.fixture
def nested(span_of: Callable[..., Span]) -> list[Span]:
    """A claim round an accused actor, and the group's name inside that."""
    return [
        span_of("واتّهم المجلس المحلي «سرايا الموج» بالوقوف وراء الهجوم", "CLAIM", "claim"),
        span_of("المجلس المحلي «سرايا الموج»", "TARGET", "both"),
        span_of("سرايا الموج", "ACTOR", "group", nth=1),
    ]
