"""The choices of an export below its format: whose work, which layers, in what parts, under what names."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLineEdit, QWidget

from annotator.core.layer import GOLD, GOLD_FINAL, HANDED_IN, KINDS, PREDICTION, WORK
from annotator.exchange import Format
from annotator.exchange.option import DROP, EXPAND, STRICT
from annotator.store import catalogue
from annotator.store.forecast import EVERYBODY
from annotator.ui.button import Button, Words
from annotator.ui.desk import Desk
from annotator.ui.flow import FlowLayout
from annotator.ui.style import plain_label
from annotator.ui.theme import Theme

OPTION_PX = 34
SEED_PX = 76
MOST_SEED = 999_999
SPLIT = "train=80,dev=10,test=10"
USUAL, ALL, ON = "", "all", "on"
LAYERS = {
    USUAL: (WORK, GOLD),
    "handed-in": (HANDED_IN,),
    "gold": (GOLD, GOLD_FINAL),
    "predictions": (PREDICTION,),
    ALL: KINDS,
}
"""Which kinds of layers each choice stands for; the words are those of the command line."""


@dataclass(frozen=True, slots=True)
class Row:
    """A choice: its name, what it is called, and what it can be: values and their words."""

    name: str
    title: str
    options: Sequence[tuple[str, str]]


def rows(desk: Desk) -> tuple[Row, ...]:
    """The choices in the window's language; the first option of each is the usual one."""
    return (
        Row("whose", QCoreApplication.translate("Export", "Whose work"), _people(desk)),
        Row(
            "layers",
            QCoreApplication.translate("Export", "Layers"),
            (
                (USUAL, QCoreApplication.translate("Export", "Work and gold")),
                ("handed-in", QCoreApplication.translate("Export", "Handed in")),
                ("gold", QCoreApplication.translate("Export", "Gold")),
                ("predictions", QCoreApplication.translate("Export", "Predictions")),
                (ALL, QCoreApplication.translate("Export", "All layers")),
            ),
        ),
        Row(
            "articles",
            QCoreApplication.translate("Export", "Articles"),
            (
                (USUAL, QCoreApplication.translate("Export", "All articles")),
                (ON, QCoreApplication.translate("Export", "Only done")),
            ),
        ),
        Row(
            "split",
            QCoreApplication.translate("Export", "Parts"),
            (
                (USUAL, QCoreApplication.translate("Export", "Undivided")),
                (ON, QCoreApplication.translate("Export", "Train 80, dev 10, test 10")),
            ),
        ),
        Row(
            "align",
            QCoreApplication.translate("Export", "Edges inside a word"),
            (
                (EXPAND, QCoreApplication.translate("Export", "Widen")),
                (STRICT, QCoreApplication.translate("Export", "Stop")),
                (DROP, QCoreApplication.translate("Export", "Drop")),
            ),
        ),
        Row(
            "names",
            QCoreApplication.translate("Export", "Names"),
            (
                (USUAL, QCoreApplication.translate("Export", "As they are")),
                (ON, QCoreApplication.translate("Export", "Pseudonyms")),
            ),
        ),
    )


def _people(desk: Desk) -> list[tuple[str, str]]:
    """Everybody, oneself, and each of the others who has work in the project."""
    own = desk.annotator.name if desk.annotator else None
    others = dict.fromkeys(row[0] for row in catalogue.label_counts(desk.store))
    mine = [(own, QCoreApplication.translate("Export", "Only mine"))] if own in others and own else []
    everybody = (EVERYBODY, QCoreApplication.translate("Export", "All annotators"))
    return [everybody, *mine, *((name, name) for name in others if name != own)]


class ExportChoice(QWidget):
    """A line of options for each choice; `changed` tells of another one."""

    changed = Signal()

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._titles: dict[str, QWidget] = {}
        self._boxes: dict[str, QWidget] = {}
        self.buttons: dict[str, dict[str, Button]] = {}
        self.seed = QLineEdit("0")
        self._seed_words = plain_label(QCoreApplication.translate("Export", "Seed"), "body", muted=True)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        for row in rows(desk):
            self._add(row)
        self._add_seed()

    def _add(self, row: Row) -> None:
        box = QWidget()
        flow = FlowLayout(-2, box)
        group = QButtonGroup(self)
        self.buttons[row.name] = {}
        for value, words in row.options:
            button = Button(self._theme, "option", Words(words))
            button.setCheckable(True)
            button.setChecked(value == row.options[0][0])
            group.addButton(button)
            flow.addWidget(button)
            self.buttons[row.name][value] = button
        group.buttonClicked.connect(self._tell)
        self._titles[row.name] = plain_label(row.title, "body", muted=True)
        self._titles[row.name].setFixedHeight(OPTION_PX)
        self._boxes[row.name] = box
        at = self._grid.rowCount()
        self._grid.addWidget(self._titles[row.name], at, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(box, at, 1)

    def _add_seed(self) -> None:
        """What chance decides by stands beside the parts that it makes."""
        self.seed.setValidator(QIntValidator(0, MOST_SEED, self))
        self.seed.setFixedSize(SEED_PX, OPTION_PX - 6)
        self._seed_words.setFixedHeight(OPTION_PX - 4)
        self.seed.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.seed.setAccessibleName(QCoreApplication.translate("Export", "Seed"))
        flow = self._boxes["split"].layout()
        assert isinstance(flow, FlowLayout)
        for widget in (self._seed_words, self.seed):
            self._seed_words.setContentsMargins(12, 0, 8, 0)
            flow.addWidget(widget)
            widget.hide()

    def _tell(self) -> None:
        for widget in (self._seed_words, self.seed):
            widget.setVisible(self.is_split)
        self.changed.emit()

    def show_for(self, form: Format) -> None:
        """Show the choices that matter for this format."""
        for widget in (self._titles["align"], self._boxes["align"]):
            widget.setVisible(form.is_tokens)

    def value(self, name: str) -> str:
        """What is chosen there."""
        return next(value for value, button in self.buttons[name].items() if button.isChecked())

    @property
    def is_split(self) -> bool:
        """Whether the export is to be divided into parts."""
        return self.value("split") == ON

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of the layers that are wanted."""
        return LAYERS[self.value("layers")]

    def arguments(self, form: Format) -> list[str]:
        """The same for the command line."""
        given = {"--annotator": self.value("whose"), "--only": self.value("layers")}
        words = [word for option, value in given.items() if value for word in (option, value)]
        words += ["--done-only"] if self.value("articles") == ON else []
        words += ["--anonymous"] if self.value("names") == ON else []
        words += ["--align", self.value("align")] if form.is_tokens else []
        return words + (["--split", SPLIT, "--seed", self.seed.text() or "0"] if self.is_split else [])

    def set_busy(self, busy: bool) -> None:
        """Let nobody choose while the export runs."""
        self.setEnabled(not busy)
