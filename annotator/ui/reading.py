"""The reading pane: the article view on the desk. It carries pointing to the desk and what was kept to the view."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.core.change import Change
from annotator.store.store import Applied
from annotator.ui import language
from annotator.ui.article.view import ArticleView
from annotator.ui.desk import Desk
from annotator.ui.settings import setting
from annotator.ui.theme import Theme


class Reading(QWidget):
    """Holds the view and nothing else; the desk holds the article."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.view = ArticleView(theme, language.current(), self)
        self.view.set_zoom(float(setting("zoom")))
        self.view.set_names_shown(setting("names") == "shown")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.setFocusProxy(self.view)
        desk.article_opened.connect(self.show_article)
        desk.changed.connect(self._show_change)
        desk.span_picked.connect(self._show_picked)
        desk.selection_changed.connect(self._show_selection)
        self.view.selection_changed.connect(self._note_selection)
        self.view.span_clicked.connect(desk.pick)
        self.view.edge_dragged.connect(desk.resize)
        if desk.has_project:
            self.show_article()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.view.set_theme(theme)

    def show_article(self) -> None:
        """Show what lies on the desk now."""
        self.view.set_labels(self._desk.scheme.labels)
        self.view.show_article(self._desk.article, self._desk.spans, self._desk.caret)
        self._show_picked()

    def _show_change(self, applied: Applied) -> None:
        change: Change = applied.change
        if self._desk.article and change.article == self._desk.article.id:
            self.view.show_spans(self._desk.spans)

    def _show_picked(self) -> None:
        picked = self._desk.picked
        self.view.show_picked(picked.id if picked else "")
        if picked:
            self.view.ensure_visible(picked.start)

    def _show_selection(self) -> None:
        if self._desk.selection is None:
            self.view.clear_selection()
        elif self._desk.selection != self.view.selection():
            self.view.set_selection(*self._desk.selection)

    def _note_selection(self) -> None:
        self._desk.caret = self.view.caret
        selection = self.view.selection()
        self._desk.select(*(selection or (0, 0)))
