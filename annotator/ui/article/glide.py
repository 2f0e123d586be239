"""Gliding: scrolling that can be followed with the eye."""

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation
from PySide6.QtWidgets import QScrollBar, QStyle

from annotator.ui.theme import look

Target = Callable[[], int]


class Glide(QObject):
    """Moves a scroll bar to a place that may itself still move while blocks above it are laid out."""

    def __init__(self, bar: QScrollBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._from = 0
        self._target: Target = bar.value
        self._motion = QVariantAnimation(self)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(self._step)
        self.shifted = 0
        """How far the page has grown above the window since the glide began."""
        self.reduced: bool | None = None
        """Whether motion is unwanted; None asks the desktop."""

    @property
    def is_moving(self) -> bool:
        """Whether a glide is under way."""
        return self._motion.state() == QVariantAnimation.State.Running

    @property
    def goal(self) -> int:
        """Where the scroll bar is going to be."""
        return self._target() if self.is_moving else self._bar.value()

    def to(self, target: Target) -> None:
        """Scroll to where `target` says, asked anew at every step; at once where motion is unwanted."""
        self.stop()
        self.shifted = 0
        if self._is_reduced() or not self._bar.isVisible():
            self._bar.setValue(target())
            return
        self._from, self._target = self._bar.value(), target
        self._motion.setDuration(int(look()["motion"]["scroll_ms"]))
        self._motion.start()

    def shift(self, by: int) -> None:
        """The page has grown above the window: what is under way goes on from the moved place."""
        self._from += by
        self.shifted += by

    def stop(self) -> None:
        """Stay where the page is now."""
        self._motion.stop()

    def _step(self, share: float) -> None:
        if self.is_moving:
            self._bar.setValue(round(self._from + (self._target() - self._from) * share))

    def _is_reduced(self) -> bool:
        if self.reduced is not None:
            return self.reduced
        return self._bar.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self._bar) <= 0
