"""The overview: its figures, the way from each to the spans behind it, and what it says where there are none."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator import paths
from annotator.agreement.report import Report, report
from annotator.agreement.sheet import sheets
from annotator.agreement.tally import tally
from annotator.core.layer import HANDED_IN, STARTED, WORK
from annotator.store.records import records
from annotator.ui.desk import Desk
from annotator.ui.key import X11_OFFSET
from annotator.ui.language import install
from annotator.ui.overview.number import DASH, decimal
from annotator.ui.overview.place_sheet import PlaceSheet
from annotator.ui.overview.room import Overview
from annotator.ui.settings import keep_setting
from annotator.ui.sheet.frame import open_sheet
from annotator.ui.theme import Theme
from annotator.ui.window import Window
from annotator.ui.workplace import ANNOTATE, OVERVIEW
from tests.ui.overview.conftest import AGREED, PEOPLE, entered, findings, project, record_of

LAYLA, YUSUF, HUDA = (person.id for person in PEOPLE)


def counted(desk: Desk) -> Report:
    """The same, reckoned here."""
    with closing(records(desk.store, None, (HANDED_IN, WORK))) as found:
        return report(tally(sheets(found)))


def opened(window: Window, qtbot: QtBot) -> PlaceSheet:
    """The sheet that lies over the window, once its places are there."""
    sheet = open_sheet(window)
    assert isinstance(sheet, PlaceSheet)
    qtbot.waitUntil(lambda: sheet.primary.isEnabled(), timeout=60_000)
    return sheet


def press(window: Window, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = window.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifiers)


# ------------------------------------------------------------------- figures


def test_the_figures_are_those_of_the_measures(overview: Overview, crew: Desk) -> None:
    expected = counted(crew)
    for name in ("f1_exact", "f1_edge", "u_alpha"):
        value = expected.whole.figures[name].value
        assert value is not None
        assert overview.figures[name].text() == decimal(value)
    low, high = findings(overview).whole.number("f1_exact").interval or (0, 0)
    assert overview.figures["f1_exact"].aside == f"{decimal(low)}–{decimal(high)}"
    assert overview.figures["disagreements"].text() == "8"
    assert overview.note == "3 annotators · 12 articles finished by two or more"


def test_every_cell_of_the_confusion_is_counted_and_none_has_a_row_and_a_column(overview: Overview, crew: Desk) -> None:
    table = counted(crew).confusion[LAYLA, YUSUF]
    core = [label.id for label in crew.scheme.labels if label.core]
    labels = [*core, ""]
    assert overview.pairs.pair == (LAYLA, YUSUF)
    shown = {
        (labels[row], labels[column]): int(cell.text())
        for (row, column), cell in overview.confusion.matrix.cells.items()
        if cell.text().isdecimal()
    }
    assert shown == table
    assert shown["WEAPON", ""] == 4


def test_another_measure_shows_in_pairs_and_labels(overview: Overview) -> None:
    pair, target = findings(overview).pair(LAYLA, YUSUF), findings(overview).labels["TARGET"]
    for name in ("f1_edge", "f1_relaxed", "f1_exact"):
        overview.measure.buttons[name].click()
        assert overview.pairs.matrix.cells[0, 1].text() == decimal(pair.number(name).value or 0)
        assert overview.labels.bars["TARGET"].text() == decimal(target.number(name).value or 0)


def test_what_is_undefined_is_a_dash_with_its_reason_and_never_0(overview: Overview) -> None:
    nobody = overview.pairs.matrix.cells[0, 2]
    assert nobody.text() == DASH
    assert "undefined: no article was finished by both." in nobody.accessibleName()
    assert "undefined" in nobody.toolTip()
    claim = overview.labels.bars["CLAIM"]
    assert claim.text() == DASH
    assert "undefined: nobody marked any" in claim.accessibleName()
    assert not any(cell.text() in ("0", "0.00") for cell in overview.pairs.matrix.cells.values())


def test_weeks_are_points_that_open(overview: Overview, window: Window, qtbot: QtBot) -> None:
    assert len(overview.weeks.chart.points) == 4
    overview.weeks.chart.points[0].click()
    assert len(opened(window, qtbot).list.shown.places) == 2


# ------------------------------------------------------------------- where there is nothing


@pytest.mark.parametrize(
    ("people", "start"),
    [((), "Nobody has finished"), ((0,), "Only \u2068ليلى\u2069 has"), ((0, 1), "%n annotators have finished")],
)
def test_without_two_on_one_article_there_is_one_calm_sentence(
    people: tuple[int, ...], start: str, qapp: QApplication, home: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    work = [record_of(number, PEOPLE[number], AGREED) for number in people]
    path = project(tmp_path / f"few{paths.PROJECT_SUFFIX}", work or [record_of(0, PEOPLE[0], AGREED, STARTED)])
    desk = Desk()
    desk.open_project(path)
    window = Window(desk, Theme("light"))
    window.show()
    room = entered(window, qtbot)
    assert start.removeprefix("%n ") in room.calm_words
    assert room.calm_words.count(".") <= 2
    assert not room.measure.isVisible()
    window.close()
    window.deleteLater()
    desk.close_project()


# ------------------------------------------------------------------- opening


def test_a_cell_opens_as_many_places_as_it_says(overview: Overview, window: Window, qtbot: QtBot) -> None:
    cell = overview.confusion.matrix.cells[0, 1]
    assert cell.text() == "4"
    cell.click()
    sheet = opened(window, qtbot)
    assert len(sheet.list.shown.places) == 4
    assert {version.spans[0].label for version in sheet.list.shown.places[0].versions} == {"ACTOR", "TARGET"}


def test_a_place_leads_to_its_article_with_its_words_selected(
    overview: Overview, window: Window, qtbot: QtBot, crew: Desk
) -> None:
    overview.labels.bars["WEAPON"].click()
    sheet = opened(window, qtbot)
    place = sheet.list.place
    assert place is not None
    press(window, Qt.Key.Key_Return)
    assert crew.article is not None
    assert (crew.article.id, crew.selection) == (place.article, (place.start, place.end))
    assert crew.article.text[slice(*crew.selection or (0, 0))] == place.quote
    assert window.room == ANNOTATE
    assert window.reading.view.isVisible()


def test_all_disagreements_open_from_their_figure_and_esc_comes_back(
    overview: Overview, window: Window, qtbot: QtBot
) -> None:
    overview.figures["disagreements"].click()
    sheet = opened(window, qtbot)
    assert sheet.subtitle.startswith("8") or sheet.subtitle.startswith("%n")
    press(window, Qt.Key.Key_Escape)
    assert open_sheet(window) is None
    assert window.room == OVERVIEW


def test_a_sheet_closed_while_it_looks_leaves_nothing_behind(overview: Overview, window: Window, qtbot: QtBot) -> None:
    overview.figures["disagreements"].click()
    sheet = open_sheet(window)
    assert isinstance(sheet, PlaceSheet)
    work = sheet._work
    assert work is not None
    with qtbot.waitSignal(work.destroyed, timeout=60_000):
        sheet.reject()


# ------------------------------------------------------------------- keys


def test_arrows_walk_the_matrix_past_what_cannot_be_opened_and_enter_opens(
    overview: Overview, window: Window, qtbot: QtBot
) -> None:
    cells = overview.pairs.matrix.cells
    assert window.focusWidget() is cells[0, 1]
    press(window, Qt.Key.Key_Right)
    assert window.focusWidget() is cells[0, 2]
    press(window, Qt.Key.Key_Down)
    assert window.focusWidget() is cells[1, 2]
    press(window, Qt.Key.Key_Home)
    assert window.focusWidget() is cells[1, 0]
    press(window, Qt.Key.Key_Return)
    assert len(opened(window, qtbot).list.shown.places) == 8
    assert overview.pairs.pair == (YUSUF, LAYLA)
    assert overview.confusion.matrix.cells[1, 0].text() == "4"


def test_tab_stops_once_in_each_matrix(overview: Overview) -> None:
    for matrix in (overview.pairs.matrix, overview.confusion.matrix):
        stops = [cell for cell in matrix.cells.values() if cell.focusPolicy() & Qt.FocusPolicy.TabFocus]
        assert len(stops) == 1


@pytest.mark.parametrize(("scan", "room"), [(3, OVERVIEW), (2, ANNOTATE)])
def test_the_rooms_have_keys_under_an_arabic_layout_too(scan: int, room: str, window: Window) -> None:
    window.show_room(ANNOTATE if room == OVERVIEW else OVERVIEW)
    arabic = ord("٠") + scan - 1
    key = QKeyEvent(
        QEvent.Type.KeyPress, arabic, Qt.KeyboardModifier.AltModifier, scan + X11_OFFSET, 0, 0, chr(arabic)
    )
    focused = window.focusWidget()
    assert focused is not None
    QApplication.sendEvent(focused, key)
    assert window.room == room


def test_keys_of_the_text_do_nothing_where_it_is_not_shown(overview: Overview, window: Window, crew: Desk) -> None:
    crew.select(0, 3)
    before = crew.spans
    for key in (Qt.Key.Key_1, Qt.Key.Key_N, Qt.Key.Key_Delete, Qt.Key.Key_Escape):
        press(window, key)
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert crew.selection == (0, 3)
    assert crew.spans == before
    assert window.room == OVERVIEW


# ------------------------------------------------------------------- asking again


def test_what_is_known_is_not_asked_again_until_something_changes(
    overview: Overview, window: Window, crew: Desk, qtbot: QtBot
) -> None:
    asked: list[bool] = []
    overview.inquiry.begun.connect(lambda: asked.append(True))
    window.show_room(ANNOTATE)
    window.show_room(OVERVIEW)
    assert not asked
    window.show_room(ANNOTATE)
    crew.select(0, 3)
    crew.label("ACTOR")
    window.show_room(OVERVIEW)
    assert asked == [True]
    with qtbot.waitSignal(overview.inquiry.found, timeout=60_000):
        pass


def test_a_window_in_another_language_knows_what_is_known(overview: Overview, crew: Desk) -> None:
    again = Overview(crew, Theme("dark"))
    assert again.figures["f1_exact"].text() == overview.figures["f1_exact"].text()
    again.deleteLater()


# ------------------------------------------------------------------- right to left


def test_in_arabic_columns_run_from_the_right_and_left_goes_on(
    crew: Desk, qapp: QApplication, qtbot: QtBot
) -> None:
    keep_setting("language", "ar")
    install(qapp)
    window = Window(crew, Theme("sepia"))
    window.resize(1280, 800)
    window.show()
    room = entered(window, qtbot)
    QApplication.processEvents()
    cells = room.pairs.matrix.cells
    assert cells[0, 0].x() > cells[0, 1].x() > cells[0, 2].x()
    assert window.focusWidget() is cells[0, 1]
    press(window, Qt.Key.Key_Left)
    assert window.focusWidget() is cells[0, 2]
    points = room.weeks.chart.points
    assert points[0].x() > points[-1].x()
    window.close()
    window.deleteLater()
    keep_setting("language", "en")
    install(qapp)
