"""The places found, as rows: under each kind's heading its places, every row with a box to tick."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from annotator.arabic.find import CLITIC, EXACT, KINDS, PART, VARIANT, Hit
from annotator.core.span import Span
from annotator.ui.find.context import context_of
from annotator.ui.language import number

Index = QModelIndex | QPersistentModelIndex
Range = tuple[int, int]

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
OFF, PARTLY, ON = Qt.CheckState.Unchecked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Checked


@dataclass(frozen=True, slots=True)
class Heading:
    """The row above the places of one kind."""

    kind: str
    count: int


@dataclass(frozen=True, slots=True)
class Place:
    """The row of a place; `labels` are those that spans of exactly this range have already."""

    hit: Hit
    labels: tuple[str, ...]


class FindModel(QAbstractTableModel):
    """Places are ticked unless they are labelled already or only part of a word; what a person ticks otherwise stays.

    `preview` names the label that a tick would give at this moment: places that have it cannot be ticked for it.
    """

    ticks_changed = Signal()

    def __init__(self, label_name: Callable[[str], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._label_name = label_name
        self._text = ""
        self._rows: list[Heading | Hit] = []
        self._row_of: dict[Range, int] = {}
        self._labels: Mapping[Range, tuple[str, ...]] = {}
        self._chosen: dict[Range, bool] = {}
        self._states: dict[str, Qt.CheckState] = {}
        self._preview = ""

    # ---------------------------------------------------------------- what it holds

    def show(self, text: str, hits: Sequence[Hit], labels: Mapping[Range, tuple[str, ...]]) -> None:
        """Take what was found in a text; nobody has ticked anything of it yet."""
        self.beginResetModel()
        self._text, self._labels, self._chosen = text, labels, {}
        self._rows = []
        for kind in KINDS:
            kin = [hit for hit in hits if hit.kind == kind]
            self._rows += [Heading(kind, len(kin)), *kin] if kin else []
        self._row_of = {row.range: n for n, row in enumerate(self._rows) if isinstance(row, Hit)}
        self.endResetModel()
        self._tell()

    def show_labels(self, labels: Mapping[Range, tuple[str, ...]]) -> None:
        """Take which ranges are labelled now; ticks on labelled places are used up."""
        self._chosen = {place: on for place, on in self._chosen.items() if not (on and place in labels)}
        self._labels = labels
        self._tell()

    def preview(self, label_id: str) -> None:
        """Show how it would be to label with this one; "" for none in particular."""
        if label_id != self._preview:
            self._preview = label_id
            self._tell()

    def row(self, number: int) -> Heading | Place:
        """The row of that number, from 0. Raises IndexError when there is none."""
        row = self._rows[number]
        return row if isinstance(row, Heading) else Place(row, self._labels.get(row.range, ()))

    def row_of(self, place: Range) -> int | None:
        """In which row a place stands."""
        return self._row_of.get(place)

    @property
    def text(self) -> str:
        """The text that was searched."""
        return self._text

    @property
    def headings(self) -> list[int]:
        """The rows that are headings."""
        return [n for n, row in enumerate(self._rows) if isinstance(row, Heading)]

    # ---------------------------------------------------------------- ticks

    def ticked(self, label_id: str = "") -> list[Range]:
        """The ticked places in the order of the text; for a label only those that do not have it."""
        ticked = (hit.range for hit in self._rows if isinstance(hit, Hit) and self._is_ticked(hit))
        return sorted(place for place in ticked if label_id not in self._labels.get(place, ()))

    def counts(self) -> Counter[str]:
        """How many ticked places there are, at "", and how many of them have a label already, at its id."""
        counts: Counter[str] = Counter()
        for hit in self._rows:
            if isinstance(hit, Hit) and self._is_ticked(hit):
                counts.update(("", *set(self._labels.get(hit.range, ()))))
        return counts

    def toggle(self, number: int) -> None:
        """Tick a row or take its tick away; at a heading, of all its places."""
        row = self._rows[number]
        if isinstance(row, Hit):
            self._chosen[row.range] = not self._is_ticked(row)
        else:
            on = self._states[row.kind] != ON
            for hit in self._rows:
                if isinstance(hit, Hit) and hit.kind == row.kind:
                    self._chosen[hit.range] = on and not self._is_labelled(hit)
        self._tell()

    def state(self, number: int) -> Qt.CheckState:
        """How a row's box is: off, on, or at a heading partly on."""
        row = self._rows[number]
        if isinstance(row, Heading):
            return self._states[row.kind]
        return ON if self._is_ticked(row) and not self.is_taken(number) else OFF

    def is_taken(self, number: int) -> bool:
        """Whether the place has the label already that a tick would give it now."""
        row = self._rows[number]
        return isinstance(row, Hit) and self._preview in self._labels.get(row.range, ())

    def _is_ticked(self, hit: Hit) -> bool:
        return self._chosen.get(hit.range, hit.kind != PART and not self._is_labelled(hit))

    def _is_labelled(self, hit: Hit) -> bool:
        return hit.range in self._labels

    def _tell(self) -> None:
        """Reckon the headings' boxes anew and have everything drawn again."""
        on: set[str] = set()
        off: set[str] = set()
        for hit in self._rows:
            if isinstance(hit, Hit):
                if self._is_ticked(hit):
                    on.add(hit.kind)
                elif not self._is_labelled(hit):
                    off.add(hit.kind)
        self._states = {kind: OFF if kind not in on else PARTLY if kind in off else ON for kind in KINDS}
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))
        self.ticks_changed.emit()

    # ---------------------------------------------------------------- Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == ROW_ROLE:
            return self.row(index.row())
        if role == Qt.ItemDataRole.CheckStateRole:
            return self.state(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(self.row(index.row()))
        return None

    def _spoken(self, row: Heading | Place) -> str:
        if isinstance(row, Heading):
            return f"{kind_name(row.kind)} {heading_words(row)}"
        words = context_of(self._text, row.hit.start, row.hit.end).words
        return " · ".join([words, *map(self._label_name, row.labels)])


def kind_name(kind: str) -> str:
    """The name of a kind of place."""
    names = {
        EXACT: QCoreApplication.translate("Find", "Exact"),
        CLITIC: QCoreApplication.translate("Find", "With a clitic"),
        VARIANT: QCoreApplication.translate("Find", "Spelling variant"),
        PART: QCoreApplication.translate("Find", "Part of a word"),
    }
    return names[kind]


def heading_words(heading: Heading) -> str:
    """What stands behind the name: how many places, and what will not be labelled with them."""
    if heading.kind == CLITIC:
        left_out = QCoreApplication.translate("Find", "the clitic is left out of the span")
        return f"{number(heading.count)} · {left_out}"
    return QCoreApplication.translate("Find", "%n places", None, heading.count)


def labels_by_range(spans: Iterable[Span]) -> dict[Range, tuple[str, ...]]:
    """Which labels exactly a range has, for every contiguous span."""
    result: dict[Range, tuple[str, ...]] = {}
    for span in spans:
        if len(span.fragments) == 1:
            place = span.fragments[0]
            result[place] = (*result.get(place, ()), span.label)
    return result
