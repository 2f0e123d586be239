"""The rooms of the window, one shown at a time: the one where one annotates, and the overview."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.ui.theme import Theme
from annotator.ui.workplace import OVERVIEW, Workplace

if TYPE_CHECKING:
    from annotator.ui.overview.room import Overview


class Rooms(QWidget):
    """`annotate` holds the panes of the desk. The overview is made when it is first gone to."""

    def __init__(self, window: Workplace) -> None:
        super().__init__(window)
        self._window = window
        self.annotate = QWidget()
        self.overview: Overview | None = None
        # Not a QStackedLayout: that lays its rooms out once more after the window is shown, and the text would jump.
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.annotate)

    def go(self, name: str) -> None:
        """Show a room, with the focus in it."""
        if self.overview is None:
            self.overview = self._make()
            self._column.addWidget(self.overview)
        self.annotate.setVisible(name != OVERVIEW)
        self.overview.setVisible(name == OVERVIEW)
        if name == OVERVIEW:
            self.overview.focus_first()
        else:
            self._window.reading.view.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme what is not the window's own."""
        if self.overview is not None:
            self.overview.set_theme(theme)

    def _make(self) -> "Overview":
        # Imported when it is first gone to, so that the window itself is there sooner.
        from annotator.ui.overview.room import Overview

        return Overview(self._window.desk, self._window.theme, self._window)
