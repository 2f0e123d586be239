"""The strip that says, before anything is kept, what will happen to the spans that there are."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.store.scheme_change import Effect
from annotator.ui.style import elided_label, plain_label
from annotator.ui.theme import Theme, look
from annotator.ui.wording import isolated

MOST = 4
"""So many annotators have a line of their own."""


class EffectStrip(QWidget):
    """A heading, and a line for each annotator whose work changes; one line where nobody's does."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._heading = plain_label(QCoreApplication.translate("Scheme", "What happens to existing spans"), "strong")
        self._lines = [elided_label("", "small") for _ in range(MOST + 1)]
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 10)
        column.setSpacing(2)
        column.addWidget(self._heading)
        for line in self._lines:
            column.addWidget(line)
        self.tell(())

    @property
    def text(self) -> str:
        """What it says, line by line."""
        return "\n".join(line.text() for line in self._lines if not line.isHidden())

    def tell(self, effects: Sequence[Effect]) -> None:
        """Say what becomes of everybody's spans."""
        changed = [effect for effect in effects if not effect.is_none]
        words = [effect_words(effect) for effect in changed[:MOST]]
        if len(changed) > MOST:
            rest = changed[MOST:]
            words.append(effect_words(_total(rest)))
        if not changed:
            spans = sum(effect.unaffected for effect in effects)
            words = [
                QCoreApplication.translate("Scheme", "All %n spans stay as they are.", None, spans)
                if spans
                else QCoreApplication.translate("Scheme", "Nothing changes in any span.")
            ]
        for line, said in zip(self._lines, [*words, *[""] * len(self._lines)], strict=False):
            line.setText(said)
            line.setVisible(bool(said))
        self.setAccessibleName(f"{self._heading.text()}: {'; '.join(words)}")

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent_soft"))
        corner = float(look()["radius"]["card"])
        painter.drawRoundedRect(QRectF(self.rect()), corner, corner)
        painter.end()


def effect_words(effect: Effect) -> str:
    """What becomes of one annotator's spans and events, in one line."""
    said = [
        (effect.relabelled, QCoreApplication.translate("Scheme", "%n spans relabelled", None, effect.relabelled)),
        (effect.revalued, QCoreApplication.translate("Scheme", "%n spans with another value", None, effect.revalued)),
        (effect.joined, QCoreApplication.translate("Scheme", "%n spans join their double", None, effect.joined)),
        (effect.lost, QCoreApplication.translate("Scheme", "%n spans lose a value", None, effect.lost)),
        (effect.events, QCoreApplication.translate("Scheme", "%n events changed", None, effect.events)),
        (effect.unaffected, QCoreApplication.translate("Scheme", "%n unaffected", None, effect.unaffected)),
    ]
    words = " · ".join(part for count, part in said if count)
    return f"{isolated(effect.annotator)}: {words}"


def _total(effects: Sequence[Effect]) -> Effect:
    """Several annotators' effects as one's."""
    name = QCoreApplication.translate("Scheme", "%n more annotators", None, len(effects))
    return Effect(
        name,
        sum(effect.relabelled for effect in effects),
        sum(effect.revalued for effect in effects),
        sum(effect.joined for effect in effects),
        sum(effect.lost for effect in effects),
        sum(effect.unaffected for effect in effects),
        sum(effect.events for effect in effects),
    )
