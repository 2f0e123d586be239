"""The card that asks who is annotating: a name, or one of those the project knows."""

import unicodedata

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from annotator.core.sentence import Sentence, say
from annotator.ui.button import Button, Words
from annotator.ui.desk import Desk
from annotator.ui.flow import FlowLayout
from annotator.ui.sheet.shadow import REACH, paint_card
from annotator.ui.style import RING_ROOM_PX, lead, plain_label
from annotator.ui.theme import Theme, look
from annotator.ui.wording import sentence_words

WIDTH_PX = 440
PAD = 22
LONGEST_NAME = 60
HIDDEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def name_fault(name: str) -> Sentence | None:
    """Why a name cannot stand under a layer, or None. Spaces around it do not count."""
    name = name.strip()
    if not name:
        return say("A name needs at least one letter.")
    if len(name) > LONGEST_NAME:
        return say("A name has at most {limit} characters.", limit=LONGEST_NAME)
    hidden = next((c for c in name if unicodedata.category(c) in HIDDEN), None)
    return say("The name holds a hidden character ({code}).", code=f"U+{ord(hidden):04X}") if hidden else None


class WhoCard(QWidget):
    """Floats over the window and blocks nothing. `named` carries the name that was given or chosen."""

    named = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.field = QLineEdit()
        self.chips: list[Button] = []
        self._fault = plain_label("", "small")
        self._start = Button(theme, "primary", Words(QCoreApplication.translate("Who", "Start")))
        names = [annotator.name for annotator in desk.store.annotators()] if desk.has_project else []
        self._lay_out(names)
        self._connect()
        if desk.annotator:
            self.field.setText(desk.annotator.name)
            self.field.selectAll()
        self.setFocusProxy(self.field)
        self._look_at_name()
        if parent is not None:
            parent.installEventFilter(self)

    def _lay_out(self, names: list[str]) -> None:
        title = plain_label(QCoreApplication.translate("Who", "Who is annotating?"), "heading")
        words = plain_label(
            QCoreApplication.translate("Who", "Your name marks your layer; the others do not see it while you work."),
            "body",
            muted=True,
        )
        words.setWordWrap(True)
        lead(self.field, QCoreApplication.translate("Who", "Your name"))
        self.field.setAccessibleName(title.text())
        column = QVBoxLayout(self)
        edge = REACH + PAD
        column.setContentsMargins(edge, edge, edge, edge - RING_ROOM_PX)
        column.setSpacing(8)
        for widget in (title, words):
            column.addWidget(widget)
        column.addSpacing(4)
        column.addLayout(self._row())
        column.addWidget(self._fault)
        if names:
            known = QCoreApplication.translate("Who", "Already in this project")
            column.addWidget(plain_label(known, "small", muted=True))
            column.addWidget(self._chips(names))
        self._fault.setWordWrap(True)
        self.setFixedWidth(WIDTH_PX + 2 * REACH)

    def _row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8 - RING_ROOM_PX)
        row.addWidget(self.field, 1)
        row.addWidget(self._start)
        return row

    def _chips(self, names: list[str]) -> QWidget:
        box = QWidget()
        flow = FlowLayout(-2, box)
        for name in names:
            chip = Button(self._theme, "option", Words(name))
            chip.clicked.connect(lambda _=False, name=name: self.named.emit(name))
            flow.addWidget(chip)
            self.chips.append(chip)
        return box

    def _connect(self) -> None:
        self.field.textChanged.connect(self._look_at_name)
        self.field.returnPressed.connect(self._accept)
        self._start.clicked.connect(self._accept)

    def _look_at_name(self) -> None:
        """Say what is wrong as soon as something is; an empty field is not wrong yet."""
        text = self.field.text()
        fault = name_fault(text)
        self._fault.setText(sentence_words(fault) if fault and text.strip() else "")
        self._fault.setVisible(bool(self._fault.text()))
        self._start.setEnabled(fault is None)
        self._dress()

    def _accept(self) -> None:
        fault = name_fault(self.field.text())
        if fault is None:
            self.named.emit(self.field.text().strip())
        else:
            self._fault.setText(sentence_words(fault))
            self._fault.show()
            self._dress()

    # ---------------------------------------------------------------- floating

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        for button in (self._start, *self.chips):
            button.set_theme(theme)
        self._dress()

    def _dress(self) -> None:
        palette = self._fault.palette()
        palette.setColor(self._fault.foregroundRole(), self._theme.colour("danger"))
        self._fault.setPalette(palette)
        self._place()
        self.update()

    def _place(self) -> None:
        """In the middle of the window, a third of the way down."""
        parent = self.parentWidget()
        layout = self.layout()
        assert layout is not None
        self.setFixedHeight(layout.heightForWidth(self.width()))
        if parent is not None:
            self.move((parent.width() - self.width()) // 2, max(0, (parent.height() - self.height()) // 3))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle when the window changes its size."""
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place()
        self.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(REACH, REACH, -REACH, -REACH)
        paint_card(painter, box, float(look()["radius"]["window"]), self._theme, "panel", "line_strong")
        painter.end()
