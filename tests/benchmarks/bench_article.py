"""The article view beside Qt's own text widgets: open, add a span, scroll, resize, memory; and a gesture made durable.

Prints one table per run; judges nothing. Times are medians in milliseconds unless said otherwise.
"""

import gc
import os
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter, QTextLayout
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from annotator import paths
from annotator.core.article import Article, make_article
from annotator.core.change import Change, Edit
from annotator.core.record import Record
from annotator.core.scheme_file import read_scheme
from annotator.core.span import Span, make_span, reading_order
from annotator.store.creation import create_project
from annotator.store.load import load
from annotator.ui.article.view import ArticleView
from annotator.ui.desk import Desk
from annotator.ui.reading import Reading
from annotator.ui.settings import keep_setting
from annotator.ui.theme import Theme, reading_font
from tests.benchmarks.corpus import article_of, spans_of
from tests.benchmarks.rival import highlight

CASES = ((4_000, 10), (100_000, 1_000), (1_000_000, 10_000))
SIZE = (900, 700)
REPEATS = 15
OPENINGS = 5
GESTURES = 120
CROWDED = 5_000
FIGURES = ("open", "add", "scroll", "jump", "resize", "MB")
SCHEME = read_scheme(paths.resource("scheme.toml").read_text(encoding="utf-8"))
Row = dict[str, float]


def milliseconds(run: Callable[[], object], times: int = 1) -> float:
    """The median time of a call."""
    taken = []
    for _ in range(times):
        begin = time.perf_counter()
        run()
        taken.append((time.perf_counter() - begin) * 1000)
    return statistics.median(taken)


def painted() -> None:
    """Let everything that waits be painted."""
    QApplication.processEvents()


def then_painted(run: Callable[[], object]) -> Callable[[], None]:
    """A call with the painting that it causes."""

    def both() -> None:
        run()
        painted()

    return both


def resident_mb() -> float:
    """Memory of this process."""
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


class Ours:
    """The article view."""

    name = "ArticleView"

    def __init__(self) -> None:
        self.widget = ArticleView(Theme("light"), "ar")
        self.widget.set_labels(SCHEME.labels)
        self.widget.set_motion(False)

    def open(self, article: Article | None, spans: list[Span]) -> None:
        """Show the article."""
        self.widget.show_article(article, spans)

    def spans(self, spans: list[Span]) -> None:
        """Show other spans."""
        self.widget.show_spans(spans)


class Theirs:
    """One of Qt's widgets with extra selections."""

    def __init__(self, kind: type[QTextEdit] | type[QPlainTextEdit]) -> None:
        self.name = kind.__name__
        self.widget = kind()
        self.widget.setFont(reading_font(16))

    def open(self, article: Article | None, spans: list[Span]) -> None:
        """Show the article."""
        self.widget.setPlainText(article.text if article else "")
        highlight(self.widget, spans)

    def spans(self, spans: list[Span]) -> None:
        """Show other spans."""
        highlight(self.widget, spans)


def measure(make: Callable[[], Ours | Theirs], characters: int, count: int) -> Row:
    """All figures of one widget in one case."""
    article = article_of(characters)
    spans = reading_order(spans_of(article.text, count))
    before = resident_mb()
    subject = make()
    widget: QWidget = subject.widget
    widget.resize(*SIZE)
    widget.show()
    painted()
    opened = []
    row = {}
    for number in range(OPENINGS):
        opened.append(milliseconds(then_painted(lambda: subject.open(article, spans))))
        if number == 0:
            row["MB"] = resident_mb() - before
        then_painted(lambda: subject.open(None, []))()
    row["open"] = statistics.median(opened)
    subject.open(article, spans)
    painted()
    added = list(spans)

    def add() -> None:
        added.append(make_span("layer", "ACTOR", len(added) % 200, len(added) % 200 + 9))
        subject.spans(added)
        painted()

    row["add"] = milliseconds(add, REPEATS)
    bar = subject.widget.verticalScrollBar()
    step = 60 if not isinstance(subject.widget, QPlainTextEdit) else 2
    row["scroll"] = milliseconds(then_painted(lambda: bar.setValue(bar.value() + step)), REPEATS)
    row["jump"] = milliseconds(then_painted(lambda: bar.setValue(bar.maximum() // 2)))
    widths = iter(range(SIZE[0] - REPEATS * 8, SIZE[0], 8))
    row["resize"] = milliseconds(then_painted(lambda: widget.resize(next(widths), SIZE[1])), 5)
    widget.hide()
    widget.deleteLater()
    painted()
    return row


def test_the_view_beside_qts_own_widgets(qtbot: QtBot) -> None:
    makers: tuple[Callable[[], Ours | Theirs], ...] = (
        Ours,
        lambda: Theirs(QTextEdit),
        lambda: Theirs(QPlainTextEdit),
    )
    measure(Ours, *CASES[0])
    table: dict[tuple[int, str], Row] = {}
    print(f"\n{QApplication.platformName()}, {SIZE[0]} x {SIZE[1]}; milliseconds, MB")
    print(f"{'characters/spans':>20} {'widget':>15} " + " ".join(f"{name:>8}" for name in FIGURES))
    for characters, count in CASES:
        for make in makers:
            name = make().name
            row = measure(make, characters, count)
            table[characters, name] = row
            figures = " ".join(f"{row[key]:8.1f}" for key in FIGURES)
            print(f"{f'{characters:,}/{count:,}':>20} {name:>15} {figures}")
    small, large = table[CASES[0][0], "ArticleView"], table[CASES[-1][0], "ArticleView"]
    rival = table[CASES[-1][0], "QTextEdit"]
    print(f"open 1 MB/10,000: QTextEdit / ours {rival['open'] / large['open']:.1f} (wanted at least 20)")
    for key, limit in (("open", 3), ("scroll", 2), ("resize", 2)):
        print(f"{key}: ours at 1 MB/10,000 / ours at 4 KB/10 {large[key] / small[key]:.2f} (wanted at most {limit})")
    print(f"memory at 1 MB/10,000: {large['MB']:.1f} MB (wanted under 10)")


def test_ten_thousand_spans_in_one_paragraph(qtbot: QtBot) -> None:
    """The worst a paragraph may be asked to carry: most of its spans find no lane and are counted."""
    article = make_article(article_of(CROWDED).text.replace("\n", " "))
    spans = spans_of(article.text, 10_000)
    subject = Ours()
    view = subject.widget
    view.resize(*SIZE)
    view.show()
    painted()
    opened = []
    for _ in range(OPENINGS):
        opened.append(milliseconds(then_painted(lambda: subject.open(article, spans))))
        then_painted(lambda: subject.open(None, []))()
    then_painted(lambda: subject.open(article, spans))()
    places = iter(range(100))

    def add() -> None:
        place = next(places)
        spans.append(make_span("layer", "ACTOR", place, place + 9))
        then_painted(lambda: subject.spans(spans))()

    added = milliseconds(add, REPEATS)
    bar = view.verticalScrollBar()
    scrolled = milliseconds(then_painted(lambda: bar.setValue(bar.value() + 60)), REPEATS)
    top = view.top_position()
    selected = milliseconds(then_painted(lambda: view.set_selection(top, top + 50 + next(places))), REPEATS)
    print(f"\n10,000 spans in one paragraph of {CROWDED:,} characters: open {statistics.median(opened):.1f} ms", end="")
    print(f", add {added:.1f} ms, scroll {scrolled:.1f} ms, select {selected:.1f} ms")


@pytest.mark.parametrize(("characters", "count"), CASES)
def test_a_key_press_painted_and_durable(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, characters: int, count: int
) -> None:
    """Label, kept and painted, against a bare commit plus a bare drawing of the same paragraph's lines.

    What was labelled is removed again before the next time, so that the article keeps its number of spans.
    """
    monkeypatch.setenv("HASHIYA_HOME", str(tmp_path))
    keep_setting("language", "ar")
    article = article_of(characters)
    create_project(tmp_path / "p.hashiya", SCHEME.toml).close()
    desk = Desk()
    desk.open_project(tmp_path / "p.hashiya")
    load(desk.store, [Record(article)], "bench")
    desk.set_annotator("bench")
    layer = desk.layer
    assert layer is not None
    assert desk.annotator is not None
    different = {(span.label, span.fragments): replace(span, layer=layer.id) for span in spans_of(article.text, count)}
    desk.keep("label_all", *[Edit(None, span) for span in different.values()])
    reading = Reading(desk, Theme("light"))
    reading.resize(*SIZE)
    reading.show()
    reading.view.set_motion(False)
    painted()
    start, end = reading.view.paragraph(180)
    layout = _laid_out(article.text[start:end], reading.view.page.width)
    image = QImage(*SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    ours, floor = [], []
    for i in range(GESTURES):
        place = start + 7 * i % (end - start - 20)
        desk.select(place, place + 12)
        painted()
        ours.append(milliseconds(partial(_label, desk, SCHEME.labels[i % 4].id)))
        desk.remove()
        painted()
        bare = Change("label", article.id, (Edit(None, make_span(layer.id, "ACTOR", place, place + 5)),))
        floor.append(milliseconds(partial(_commit_and_draw, desk, bare, layout, image)))
        desk.store.connection.execute("DELETE FROM span WHERE id = ?", (bare.edits[0].row.id,))
    p = statistics.quantiles(ours, n=100)
    ratio = statistics.median(a / b for a, b in zip(ours, floor, strict=True))
    print(f"\n{characters:,}/{count:,}: key to painted and durable: median {statistics.median(ours):.2f} ms, ", end="")
    print(f"p99 {p[98]:.2f} ms (a 60 Hz frame: 16.7); bare commit + bare draw of the paragraph's lines: ", end="")
    print(f"median {statistics.median(floor):.2f} ms; ratio, pair by pair: median {ratio:.2f} (wanted at most 1.5)")
    desk.close_project()


def _label(desk: Desk, label_id: str) -> None:
    desk.label(label_id)
    painted()


def _commit_and_draw(desk: Desk, change: Change, layout: QTextLayout, image: QImage) -> None:
    _commit(desk, change)
    _draw(layout, image)


def _commit(desk: Desk, change: Change) -> None:
    """The same rows by plain SQL in one durable transaction."""
    connection = desk.store.connection
    span = change.edits[0].after
    assert isinstance(span, Span)
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(
        """INSERT INTO span (layer, id, label, start, "end", fragments, attributes, note, origin)
        VALUES (?, ?, ?, ?, ?, '[[0,5]]', '[]', '', 'manual')""",
        (span.layer, span.id, span.label, span.start, span.end),
    )
    connection.execute(
        "INSERT INTO change (id, author, at, name, article, edits) VALUES (?, 'bench', '', 'x', ?, ?)",
        (span.id, change.article, "x" * 300),
    )
    connection.execute("UPDATE layer SET seq = seq + 1 WHERE id = ?", (span.layer,))
    connection.execute("COMMIT")


def _laid_out(text: str, width: int) -> QTextLayout:
    """A paragraph as Qt alone sets it."""
    layout = QTextLayout(text, reading_font(16))
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
    layout.endLayout()
    return layout


def _draw(layout: QTextLayout, image: QImage) -> None:
    """The paragraph's text alone."""
    painter = QPainter(image)
    for number in range(layout.lineCount()):
        layout.lineAt(number).draw(painter, QPointF(0, 40 * number))
    painter.end()
