"""The article list follows the desk, opens by click and Enter, and filters."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from annotator.core.article import make_article
from annotator.core.layer import DONE, NEW, SKIPPED, STARTED
from annotator.core.record import Record
from annotator.store.load import load
from annotator.ui.article_delegate import reads_rtl, set_in_lines
from annotator.ui.article_list import ArticleList, ArticleView, ProgressLine
from annotator.ui.button import Button
from annotator.ui.desk import Desk
from annotator.ui.prose import Prose
from annotator.ui.theme import Theme, interface_font

pytestmark = pytest.mark.usefixtures("dressed")
SIZE = (264, 700)


@pytest.fixture
def articles(qtbot: QtBot, desk: Desk, light: Theme) -> ArticleList:
    """The list, shown."""
    pane = ArticleList(desk, light)
    qtbot.addWidget(pane)
    pane.resize(*SIZE)
    with qtbot.waitExposed(pane):
        pane.show()
    return pane


def view_of(pane: ArticleList) -> ArticleView:
    found = pane.findChild(ArticleView)
    assert found is not None
    return found


def titles(pane: ArticleList) -> list[str]:
    model = view_of(pane).model()
    return [model.index(place, 0).data() for place in range(model.rowCount())]


def click_row(qtbot: QtBot, pane: ArticleList, place: int) -> None:
    view = view_of(pane)
    spot = view.visualRect(view.model().index(place, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def words_shown(pane: ArticleList) -> list[str]:
    return [label.text() for label in pane.findChildren(Prose) if label.isVisible()]


def pill(pane: ArticleList, name: str) -> Button:
    return next(button for button in pane.findChildren(Button) if button.accessibleName().split(" ")[0] == name)


def opened(desk: Desk) -> str:
    assert desk.article is not None
    return desk.article.id


def test_a_click_opens_the_article(qtbot: QtBot, articles: ArticleList, desk: Desk) -> None:
    with qtbot.waitSignal(desk.article_opened, timeout=1000):
        click_row(qtbot, articles, 2)
    assert opened(desk) == "a-2"


def test_a_click_leaves_the_focus_where_it_was(qtbot: QtBot, articles: ArticleList) -> None:
    view = view_of(articles)
    articles.activateWindow()
    click_row(qtbot, articles, 2)
    assert not view.hasFocus()


def test_enter_opens_the_row_that_the_keys_went_to(qtbot: QtBot, articles: ArticleList, desk: Desk) -> None:
    view = view_of(articles)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert opened(desk) == "a-0"
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened(desk) == "a-1"
    QTest.keyClick(view, Qt.Key.Key_End)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened(desk) == "a-5"
    QTest.keyClick(view, Qt.Key.Key_Home)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened(desk) == "a-0"


def test_it_shows_which_article_is_open(articles: ArticleList, desk: Desk, light: Theme) -> None:
    view = view_of(articles)

    def tone(place: int) -> str:
        box = view.visualRect(view.model().index(place, 0))
        spot = view.viewport().mapTo(articles, QPoint(box.left() + 10, box.bottom() - 6))
        return articles.grab().toImage().pixelColor(spot).name()

    assert tone(0) == light.colour("select_row").name()
    desk.open_article("a-3")
    assert tone(3) == light.colour("select_row").name()
    assert tone(0) == light.colour("side").name()


def test_progress_is_counted_in_articles_done(articles: ArticleList, desk: Desk) -> None:
    assert "6 articles" in words_shown(articles)
    desk.mark(DONE)
    assert "1 of 6" in words_shown(articles)
    line = articles.findChild(ProgressLine)
    assert line is not None
    assert line.accessibleName() == "1 of 6"


def test_progress_fills_from_where_reading_begins(qtbot: QtBot, light: Theme, qapp: QApplication) -> None:
    line = ProgressLine(light)
    qtbot.addWidget(line)
    line.resize(100, 4)
    line.show_share(0.25, "1 of 4")
    ink = light.colour("ink")
    assert line.grab().toImage().pixelColor(10, 2) == ink != line.grab().toImage().pixelColor(90, 2)
    line.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert line.grab().toImage().pixelColor(90, 2) == ink != line.grab().toImage().pixelColor(10, 2)


def test_pills_filter_by_status_and_skipped_appears_when_there_is_one(
    qtbot: QtBot, articles: ArticleList, desk: Desk
) -> None:
    assert pill(articles, "New").accessibleName() == "New 6"
    assert not pill(articles, "Skipped").isVisible()
    desk.mark(SKIPPED)
    assert pill(articles, "Skipped").isVisible()
    QTest.mouseClick(pill(articles, "Skipped"), Qt.MouseButton.LeftButton)
    assert len(titles(articles)) == 1
    QTest.mouseClick(pill(articles, "New"), Qt.MouseButton.LeftButton)
    assert len(titles(articles)) == 5
    assert pill(articles, "New").isChecked()
    assert not pill(articles, "Skipped").isChecked()


def test_a_row_stays_while_it_is_worked_on(articles: ArticleList, desk: Desk) -> None:
    articles.filter_by(NEW)
    before = titles(articles)
    desk.mark(STARTED)
    assert titles(articles) == before
    articles.filter_by(NEW)
    assert titles(articles) == before[1:]


def test_words_filter_by_title_or_source_after_a_pause(qtbot: QtBot, articles: ArticleList) -> None:
    field = articles.findChild(QLineEdit)
    assert field is not None
    field.insert("المرفأ")
    qtbot.waitUntil(lambda: len(titles(articles)) == 2, timeout=2000)
    field.clear()
    qtbot.waitUntil(lambda: len(titles(articles)) == 6, timeout=2000)


def test_no_match_is_said_with_a_way_back(qtbot: QtBot, articles: ArticleList) -> None:
    field = articles.findChild(QLineEdit)
    assert field is not None
    field.setText("لا شيء كهذا")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert "No article matches." in words_shown(articles)
    clear = next(b for b in articles.findChildren(Button) if b.accessibleName() == "Clear the filter")
    QTest.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert len(titles(articles)) == 6
    assert "No article matches." not in words_shown(articles)


def test_without_a_project_it_says_how_to_begin(qtbot: QtBot, bare_desk: Desk, light: Theme) -> None:
    pane = ArticleList(bare_desk, light)
    qtbot.addWidget(pane)
    pane.show()
    assert "Drop files or folders here" in words_shown(pane)


def test_new_articles_appear_and_nothing_moves(qtbot: QtBot, articles: ArticleList, desk: Desk) -> None:
    articles.resize(264, 320)
    bar = view_of(articles).verticalScrollBar()
    bar.setValue(bar.maximum())
    place = bar.value()
    assert place > 0
    load(desk.store, [Record(make_article("خبر جديد\nنص", id="a-new"))], "tests")
    desk.articles_changed.emit()
    assert "خبر جديد" in titles(articles)
    assert bar.value() == place


def test_a_change_is_seen_in_its_row(articles: ArticleList, desk: Desk) -> None:
    view = view_of(articles)
    before = view.viewport().grab().toImage()
    assert desk.article is not None
    desk.select(0, 8)
    desk.label(desk.scheme.labels[0].id)
    box = view.visualRect(view.model().index(0, 0))
    after = view.viewport().grab().toImage()
    assert after.copy(box) != before.copy(box)
    other = view.visualRect(view.model().index(1, 0))
    assert after.copy(other) == before.copy(other)


def test_in_arabic_everything_changes_sides(qtbot: QtBot, right_to_left: None, desk: Desk, light: Theme) -> None:
    pane = ArticleList(desk, light)
    qtbot.addWidget(pane)
    pane.resize(*SIZE)
    with qtbot.waitExposed(pane):
        pane.show()
    view = view_of(pane)
    box = view.visualRect(view.model().index(1, 0))
    image = view.viewport().grab().toImage()
    line = light.colour("line_strong")
    discs = [x for x in range(box.left(), box.right()) if image.pixelColor(x, box.top() + 20) == line]
    assert discs
    assert min(discs) > box.center().x()


@pytest.mark.parametrize("theme", ["dark", "sepia"])
def test_it_repaints_in_another_theme(articles: ArticleList, theme: str) -> None:
    articles.set_theme(Theme(theme))
    assert articles.grab().toImage().pixelColor(QPoint(3, 3)) == Theme(theme).colour("side")


def test_a_headline_takes_two_lines_and_is_cut_at_its_end(qapp: QApplication) -> None:
    font: QFont = interface_font("ar")
    title = "مسيّرات تضرب ميناء الصفا واتهامات متبادلة بين الجيش ولواء الساحل بعد ليلة من القصف"
    lines = set_in_lines(title, font, 190)
    assert len(lines) == 2
    assert title.startswith(lines[0])
    assert lines[1].endswith("…")
    assert set_in_lines("خبر قصير", font, 190) == ["خبر قصير"]
    assert set_in_lines("", font, 190) == []
    assert len(set_in_lines("ا" * 500, font, 190)) == 1


def test_the_direction_of_a_headline_is_its_first_letter_s() -> None:
    assert reads_rtl("«كتائب الفجر»")
    assert reads_rtl("١٢ خبرًا")
    assert not reads_rtl("F-16 فوق المدينة")
    assert not reads_rtl("")
