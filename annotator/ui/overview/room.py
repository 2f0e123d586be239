"""The room “Overview”: it asks how far annotators agree and lays the answer out in cards."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from annotator.core.sentence import Sentence
from annotator.ui.desk import Desk
from annotator.ui.inspector import scrolling
from annotator.ui.language import number
from annotator.ui.overview.confusion_card import ConfusionCard
from annotator.ui.overview.figure_card import FigureCard
from annotator.ui.overview.finding import MEASURES, Findings, Pair
from annotator.ui.overview.inquiry import inquiry_of
from annotator.ui.overview.label_card import LabelCard
from annotator.ui.overview.number import between, measure_name, short, spoken
from annotator.ui.overview.pair_card import PairCard
from annotator.ui.overview.place import Place
from annotator.ui.overview.place_sheet import PlaceSheet
from annotator.ui.overview.question import Question, of_all, of_cell, of_label, of_pair, of_week
from annotator.ui.overview.summary import whose, why, why_nothing
from annotator.ui.overview.week_card import WeekCard
from annotator.ui.segments import Segments
from annotator.ui.style import elided_label, plain_label, stand_on
from annotator.ui.theme import Theme
from annotator.ui.wording import sentence_words

EDGE_PX, GAP_PX = 24, 12
TWO_COLUMNS_FROM = 900
CALM_PX = 520
PATIENCE_MS = 300
"""An answer that is quicker than this needs no word about waiting."""


class Overview(QWidget):
    """It asks for figures only while it is shown."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme = theme
        self._pair: Pair | None = None
        self.inquiry = inquiry_of(desk)
        self._title = plain_label(QCoreApplication.translate("Overview", "Agreement"), "title")
        self._note = elided_label("", "small", muted=True)
        self.measure = Segments(
            theme,
            QCoreApplication.translate("Overview", "What counts as agreement"),
            [(name, measure_name(name)) for name in MEASURES],
        )
        self._calm = plain_label("", "body", muted=True)
        self.figures = self._make_figures()
        self.pairs, self.confusion = PairCard(theme), ConfusionCard(theme)
        self.labels, self.weeks = LabelCard(theme), WeekCard(theme)
        self._slow = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self.refresh()

    def _make_figures(self) -> dict[str, FigureCard]:
        titles = {
            "f1_exact": QCoreApplication.translate("Overview", "Exact F1"),
            "f1_edge": QCoreApplication.translate("Overview", "Edge-normalised F1"),
            "u_alpha": QCoreApplication.translate("Overview", "Krippendorff uα"),
            "disagreements": QCoreApplication.translate("Overview", "Disagreements"),
        }
        return {name: FigureCard(self._theme, title, name == "disagreements") for name, title in titles.items()}

    # ---------------------------------------------------------------- putting it together

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GAP_PX)
        head.addWidget(self._title)
        head.addWidget(self._note, 1)
        head.addWidget(self.measure)
        page = QWidget()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._calm_page())
        self._pages.addWidget(self._cards_page())
        column = QVBoxLayout(page)
        column.setContentsMargins(EDGE_PX, 16, EDGE_PX, 14)
        column.setSpacing(GAP_PX)
        column.addLayout(head)
        column.addWidget(self._pages, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._area = scrolling(page)
        # Qt made them: unless they are held here, Python may take something else for them.
        self._bar, self._seen = self._area.verticalScrollBar(), self._area.viewport()
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        whole.addWidget(self._area)

    def _calm_page(self) -> QWidget:
        page = QWidget()
        self._calm.setWordWrap(True)
        self._calm.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._calm.setMaximumWidth(CALM_PX)
        self._calm.setMinimumWidth(CALM_PX // 2)
        row = QHBoxLayout(page)
        row.addStretch(1)
        row.addWidget(self._calm, 4)
        row.addStretch(1)
        return page

    def _cards_page(self) -> QWidget:
        page = QWidget()
        top = QHBoxLayout()
        top.setSpacing(GAP_PX)
        for card in self.figures.values():
            top.addWidget(card)
        self._grid = QGridLayout()
        self._grid.setSpacing(GAP_PX)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_PX)
        column.addLayout(top)
        column.addLayout(self._grid, 1)
        self._columns = 0
        self._arrange()
        return page

    def _arrange(self) -> None:
        """Two cards in a row where they have room beside each other."""
        widest = max(card.minimumSizeHint().width() for card in (self.pairs, self.confusion, self.labels))
        columns = 2 if self.width() >= max(TWO_COLUMNS_FROM, 2 * widest + 2 * EDGE_PX + GAP_PX) else 1
        if columns == self._columns:
            return
        self._columns = columns
        for place, card in enumerate((self.pairs, self.confusion, self.labels, self.weeks)):
            row, column = (place // 2, place % 2) if columns == 2 else (place, 0)
            self._grid.addWidget(card, row, column)
        for row in range(4):
            used = row < 2 or columns == 1
            self._grid.setRowStretch(row, (5 if row == 0 else 4) if used else 0)
        self._grid.setColumnStretch(0, 11)
        self._grid.setColumnStretch(1, 13 if columns == 2 else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _connect(self) -> None:
        self.measure.chosen.connect(lambda _: self.refresh())
        self.inquiry.begun.connect(self._slow.start)
        self.inquiry.progressed.connect(self._count)
        self.inquiry.found.connect(self._take)
        self.inquiry.failed.connect(self._fail)
        self._slow.timeout.connect(lambda: self._count(0))
        self.pairs.picked.connect(self._pick)
        self.pairs.opened.connect(lambda *pair: self.open(of_pair(self._names, *pair)))
        self.confusion.opened.connect(lambda *cell: self.open(of_cell(self._names, self._desk.scheme, *cell)))
        self.labels.opened.connect(lambda label: self.open(of_label(self._desk.scheme, label)))
        self.weeks.opened.connect(lambda week: self.open(of_week(week)))
        self.figures["disagreements"].clicked.connect(lambda: self.open(of_all()))

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        stand_on(self, theme, "window")
        self.measure.set_theme(theme)
        for card in (self.pairs, self.confusion, self.labels, self.weeks):
            card.set_theme(theme)
        for figure in self.figures.values():
            figure.set_theme(theme)

    # ---------------------------------------------------------------- asking

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.inquiry.watch(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.inquiry.watch(False)

    def focus_first(self) -> None:
        """Where the focus goes when one enters the room: the pair that is shown; the room, until there is one."""
        at = self.pairs.matrix.walk.at if self._pages.currentIndex() else None
        (self if at is None else at).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def note(self) -> str:
        """What stands behind the title."""
        return self._note.text()

    @property
    def calm_words(self) -> str:
        """The one sentence that stands in place of figures; empty where there are figures."""
        return self._calm.text() if self._pages.currentIndex() == 0 else ""

    def _count(self, articles: int) -> None:
        if self.inquiry.is_asking:
            words = QCoreApplication.translate("Overview", "Counting… %n articles so far", None, articles)
            self._note.setText(words if articles else QCoreApplication.translate("Overview", "Counting…"))

    def _take(self, _: Findings) -> None:
        self._slow.stop()
        self.refresh()
        if self.window().focusWidget() is self:
            self.focus_first()

    def _fail(self, sentence: Sentence) -> None:
        self._slow.stop()
        self._note.setText("")
        self._say_calmly(sentence_words(sentence))

    # ---------------------------------------------------------------- showing

    def refresh(self) -> None:
        """Show what is known."""
        findings = self.inquiry.findings
        if findings is None:
            self._say_calmly("" if not self.inquiry.is_asking else QCoreApplication.translate("Overview", "Counting…"))
            return
        sentence = why_nothing(findings)
        self._note.setText("" if sentence else whose(findings))
        if sentence:
            self._say_calmly(sentence)
        else:
            self._show(findings)

    def _say_calmly(self, words: str) -> None:
        self._calm.setText(words)
        self._pages.setCurrentIndex(0)
        self.measure.setVisible(False)

    def _show(self, findings: Findings) -> None:
        self._pages.setCurrentIndex(1)
        self.measure.setVisible(True)
        if self._pair is None or not set(self._pair) <= findings.names.keys():
            self._pair = findings.worst_pair or next(iter(findings.pairs))
        labels = self._desk.scheme.every_label
        self._show_figures(findings)
        self.pairs.show_findings(findings, self.measure.value, self._pair)
        self.confusion.show_table(findings, labels, self._pair)
        self.labels.show_findings(findings, labels, self.measure.value)
        self.weeks.show_findings(findings)
        self._arrange()

    def _show_figures(self, findings: Findings) -> None:
        for name in ("f1_exact", "f1_edge"):
            figure = findings.whole.number(name)
            self.figures[name].show_figure(short(figure), between(figure) or why(figure), spoken(figure))
        whole = findings.whole.number("u_alpha")
        parts = [short(findings.whole.number(name)) for name in ("u_alpha_boundaries", "u_alpha_labels")]
        words = QCoreApplication.translate("Overview", "edges %1 · labels %2")
        aside = words.replace("%1", parts[0]).replace("%2", parts[1])
        self.figures["u_alpha"].show_figure(short(whole), aside, f"{spoken(whole)} · {aside}")
        count, articles = findings.disagreements, findings.disagreeing_articles
        where = QCoreApplication.translate("Overview", "in %n articles", None, articles)
        self.figures["disagreements"].show_figure(number(count), where if count else "", f"{number(count)} {where}")
        self.figures["disagreements"].setEnabled(count > 0)

    @property
    def _names(self) -> Mapping[str, str]:
        return self.inquiry.findings.names if self.inquiry.findings else {}

    def _pick(self, one: str, other: str) -> None:
        self._pair = (one, other)
        if self.inquiry.findings is not None:
            self.confusion.show_table(self.inquiry.findings, self._desk.scheme.every_label, self._pair)

    # ---------------------------------------------------------------- opening what is behind a figure

    def open(self, question: Question) -> None:
        """Show the places behind a figure."""
        sheet = PlaceSheet(self._desk, question.title, question.asked, self._theme, self.window())
        sheet.chosen.connect(self._go)
        sheet.open()

    def _go(self, place: Place) -> None:
        go_to(self._desk, place)


def go_to(desk: Desk, place: Place) -> None:
    """Open a place's article, which leads out of the room, with its words selected or one's own span there picked."""
    desk.open_article(place.article)
    said = (span for version in place.versions for span in version.spans)
    own = next((span.id for span in said if desk.span(span.id) is not None), "")
    desk.pick(own)
    desk.select(*((0, 0) if own else (place.start, place.end)))
