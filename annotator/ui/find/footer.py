"""The foot of the find panel: a button per label, which labels every ticked place at once."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.core.scheme import Label, Scheme
from annotator.ui.button import Button, Key, Picture, Words
from annotator.ui.find.model import FindModel
from annotator.ui.flow import FlowLayout
from annotator.ui.language import current
from annotator.ui.mark import mark_pixmap
from annotator.ui.prose import tip
from annotator.ui.style import RING_ROOM_PX, Hairline, plain_label, stand_on
from annotator.ui.theme import Theme

EDGE_PX = 16
GAP_PX = 6


class FindFooter(QWidget):
    """While a label's button is pointed at, the words and the rows show what it would do."""

    label_wanted = Signal(str)

    def __init__(self, model: FindModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self._keys_count = False
        self._pointed = ""
        self._labels: dict[str, Label] = {}
        self._buttons: dict[str, Button] = {}
        self._line = Hairline(theme)
        self._words = plain_label("")
        self._flow = FlowLayout(GAP_PX - 2 * RING_ROOM_PX)
        self._flow.setContentsMargins(EDGE_PX - RING_ROOM_PX, 6, EDGE_PX - RING_ROOM_PX, 6)
        self._flow.addWidget(self._words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._line)
        column.addLayout(self._flow)
        once = QCoreApplication.translate("Find", "One step: undo takes all of it back.")
        self._words.setToolTip(tip(once))
        self._words.setContentsMargins(RING_ROOM_PX, 0, RING_ROOM_PX + GAP_PX, 0)
        model.ticks_changed.connect(self._tell)
        self.set_theme(theme)

    def show_labels(self, scheme: Scheme) -> None:
        """Take the labels of the scheme, unless it is the same one."""
        if tuple(self._labels.values()) == scheme.labels:
            return
        for button in self._buttons.values():
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._labels = {label.id: label for label in scheme.labels}
        self._buttons = {label.id: self._make(label) for label in scheme.labels}
        for button in self._buttons.values():
            self._flow.addWidget(button)
        self._tell()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        stand_on(self, theme, "panel")
        self._line.set_theme(theme)
        for button in self._buttons.values():
            button.set_theme(theme)

    def show_keys(self, shown: bool) -> None:
        """Whether the labels' keys label from here at the moment."""
        if shown != self._keys_count:
            self._keys_count = shown
            self._tell()

    def label_of_key(self, key: str) -> str | None:
        """The id of the label that has this key."""
        return next((label.id for label in self._labels.values() if label.key == key), None)

    def button(self, label_id: str) -> Button:
        """The button of a label. Raises KeyError when the scheme has no such label."""
        return self._buttons[label_id]

    @property
    def words(self) -> str:
        """What it says before the buttons."""
        return self._words.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.FocusIn):
            self._point(next((name for name, button in self._buttons.items() if button is watched), ""))
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.FocusOut):
            self._point("")
        return False

    def _make(self, label: Label) -> Button:
        button = Button(self._theme, "plain", parent=self)
        button.clicked.connect(partial(self._want, label.id))
        button.installEventFilter(self)
        return button

    def _want(self, label_id: str, *_: object) -> None:
        self.label_wanted.emit(label_id)

    def _point(self, label_id: str) -> None:
        self._pointed = label_id
        self._model.preview(label_id)
        self._tell()

    def _tell(self) -> None:
        """How many places would be labelled, by each button and in words."""
        language, counts = current(), self._model.counts()
        for label_id, button in self._buttons.items():
            label = self._labels[label_id]
            keys = [Key(label.key)] if self._keys_count else []
            button.show_parts(Picture(partial(_mark, label, language)), Words(label.name(language)), *keys)
            count = counts[""] - counts[label_id]
            button.setEnabled(count > 0)
            spoken = QCoreApplication.translate("Find", "Label %n places as %1", None, count)
            button.setAccessibleName(spoken.replace("%1", label.name(language)))
        count = counts[""] - (counts[self._pointed] if self._pointed else 0)
        nothing = QCoreApplication.translate("Find", "Tick places to label them")
        self._words.setText(QCoreApplication.translate("Find", "Label %n places as", None, count) if count else nothing)
        self._words.setFixedHeight(next((b.sizeHint().height() for b in self._buttons.values()), 32))
        self._flow.invalidate()


def _mark(label: Label, language: str, theme: Theme) -> QPixmap:
    return mark_pixmap(label, theme, language)
