"""As last time: the offer, at the head of a span's attributes, to set what the same words had before."""

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from annotator.core.scheme import YES_NO, Label
from annotator.core.span import Attributes, Span
from annotator.ui.as_before import offered, set_as_before
from annotator.ui.button import Button, Key, Words
from annotator.ui.desk import Desk
from annotator.ui.language import current
from annotator.ui.prose import tip
from annotator.ui.theme import Theme
from annotator.ui.wording import isolated

LATER_MS = 0


class BeforeRow(QWidget):
    """Looked up only when the span has been shown and nothing else waits, so that picking never waits for it."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._key = ""
        self._span: Span | None = None
        self._label: Label | None = None
        self.button = Button(theme, "small")
        self.button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.button.setMinimumWidth(1)
        self.button.clicked.connect(lambda: set_as_before(desk))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 4)
        row.addWidget(self.button)
        row.addStretch(1)
        self._looking = QTimer(self, singleShot=True, interval=LATER_MS)
        self._looking.timeout.connect(self._look)
        self.hide()

    def show_key(self, key: str) -> None:
        """Show the key that does the same."""
        self._key = key

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.button.set_theme(theme)

    def show_span(self, span: Span, label: Label | None) -> None:
        """Offer for this span, once there is time to look it up."""
        if self._span is None or span.id != self._span.id:
            self.hide()
        self._span, self._label = span, label
        self._looking.start()

    def _look(self) -> None:
        span, label = self._span, self._label
        if span is None or label is None or self._desk.picked != span:
            self.hide()
            return
        offer = offered(self._desk, span)
        if offer:
            words = QCoreApplication.translate("Inspector", "As last time: %1")
            words = words.replace("%1", isolated(offer_words(label, offer)))
            self.button.show_parts(Words(words), *([Key(self._key)] if self._key else []))
            self.button.setToolTip(tip(words))
        self.setVisible(bool(offer))


def offer_words(label: Label, offer: Attributes) -> str:
    """What would be set: choices by their names, other values behind the attribute's name."""
    said = []
    for name, value in offer:
        one = label.attribute(name)
        choice = one.choice(value) if one else None
        called = one.name(current()) if one else name
        said.append(choice.name(current()) if choice else called if one and one.kind == YES_NO else f"{called} {value}")
    return QCoreApplication.translate("Inspector", ", ").join(said)
