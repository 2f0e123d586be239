"""The reading pane: the article view on the desk. It carries pointing to the desk and what was kept to the view."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.arabic.hidden import code_name
from annotator.core.change import Change
from annotator.core.sentence import say
from annotator.store.store import Applied
from annotator.ui import language
from annotator.ui.article.view import ArticleView
from annotator.ui.comfort import dress_view
from annotator.ui.crowd import crowd_menu
from annotator.ui.desk import Desk
from annotator.ui.event_words import matter_of
from annotator.ui.glossing import Glossing
from annotator.ui.hinter import Hinter
from annotator.ui.linking import link_arcs, link_names
from annotator.ui.role_hinter import RoleHinter
from annotator.ui.role_names import role_arcs, role_names
from annotator.ui.theme import Theme

if TYPE_CHECKING:
    from annotator.ui.comment_panel import CommentPanel
    from annotator.ui.find.panel import FindPanel

VIEW_SHARE, FIND_SHARE, COMMENTS_SHARE = 9, 11, 7


class Reading(QWidget):
    """Holds the view, and the find panel below it while one is finding; the desk holds the article."""

    find_shown = Signal(bool)

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme = theme
        self._find: FindPanel | None = None
        self._comments: CommentPanel | None = None
        self._warned: set[str] = set()
        self._clicking = False
        self._arcs = False
        self.view: ArticleView = ArticleView(theme, language.current(), self)
        dress_view(self.view)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.view, VIEW_SHARE)
        self.setFocusProxy(self.view)
        desk.article_opened.connect(self.show_article)
        desk.changed.connect(self._show_change)
        desk.scheme_changed.connect(self._show_scheme)
        desk.span_picked.connect(self._show_picked)
        desk.event_picked.connect(self._show_event)
        desk.selection_changed.connect(self._show_selection)
        self.view.selection_changed.connect(self._note_selection)
        self.view.span_clicked.connect(self._pick_clicked)
        self.view.crowd_clicked.connect(lambda spans: crowd_menu(desk, spans, self).popup(QCursor.pos()))
        self.view.edge_dragged.connect(desk.resize)
        self.view.fragment_drawn.connect(desk.add_fragment)
        self.hinter = Hinter(desk, self.view)
        self.roles = RoleHinter(desk, self.view, self.hinter)
        self.roles.changed.connect(self._show_event)
        self.glossing = Glossing(desk, self.view)
        self.glossing.thread_wanted.connect(self.show_thread)
        if desk.has_project:
            self.show_article()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self.view.set_theme(theme)
        for panel in (self._find, self._comments):
            if panel:
                panel.set_theme(theme)

    @property
    def find_panel(self) -> "FindPanel":
        """The find panel, made when it is first asked for."""
        if self._find is None:
            from annotator.ui.find.panel import FindPanel

            self._find = FindPanel(self._desk, self.view, self._theme, self)
            self._find.shown.connect(self.find_shown)
            self._column.addWidget(self._find, FIND_SHARE)
        return self._find

    @property
    def comment_panel(self) -> "CommentPanel":
        """The comments, made when they are first asked for."""
        if self._comments is None:
            from annotator.ui.comment_panel import CommentPanel

            self._comments = CommentPanel(self._desk, self._theme, self)
            self._comments.left.connect(self.view.setFocus)
            self._column.addWidget(self._comments, COMMENTS_SHARE)
        return self._comments

    def open_find(self) -> None:
        """Show the find panel with the selected words, or those of the picked span, to be looked for."""
        if self._comments:
            self._comments.hide()
        self.find_panel.open()

    def write_comment(self) -> None:
        """Show the comments, with the caret where one on the picked span, or else on the article, is written."""
        self._make_room()
        self.comment_panel.write()

    def toggle_comments(self) -> None:
        """Show the comments to be gone through, or take them away."""
        if self._comments and not self._comments.isHidden():
            self._comments.close_panel()
        else:
            self._make_room()
            self.comment_panel.open()

    def show_thread(self, comment_id: str) -> None:
        """Show the comments, at this one."""
        self._make_room()
        self.comment_panel.open_at(comment_id)

    def _make_room(self) -> None:
        if self._find and not self._find.isHidden():
            self._find.close_panel()

    def step_find(self, step: int) -> None:
        """Go to the next (1) or previous (-1) place found."""
        self.find_panel.step(step)

    def press(self, key: str) -> bool:
        """Let the panel under the text have a key that means something there; says whether it did."""
        return any(panel is not None and panel.press(key) for panel in (self._find, self._comments))

    def label(self, label_id: str) -> None:
        """What a label's key does: label what is in hand, or else open word hints for the label."""
        if self._desk.layer is None or self._desk.selection or self._desk.picked:
            self._desk.label(label_id)
        else:
            self.hinter.open(label_id)

    def show_article(self) -> None:
        """Show what lies on the desk now."""
        self.view.set_labels(self._desk.scheme.every_label)
        self.view.show_article(self._desk.article, self._desk.spans, self._desk.caret)
        self._show_picked()
        self._show_event()
        self._warn()

    def continue_from(self, before: "Reading") -> None:
        """Show the desk's article at the very place where another pane had it, and the same in hand."""
        top, page, bar = before.view.top_position(), before.view.page, self.view.verticalScrollBar()
        scrolled = before.view.verticalScrollBar().value() - page.line_top(page.spot_of(top))
        self.view.show_article(self._desk.article, self._desk.spans, self._desk.caret, top)
        bar.setValue(bar.value() + scrolled)
        self.view.show_picked(self._desk.picked.id if self._desk.picked else "")
        self._arcs = before._arcs
        self._show_event()
        if self._desk.selection is not None:
            self.view.set_selection(*self._desk.selection)

    def _warn(self) -> None:
        """Say once of an article that something in it could disguise its text."""
        article, places = self._desk.article, self.view.page.disguises
        if article is None or not places or article.id in self._warned:
            return
        self._warned.add(article.id)
        codes = dict.fromkeys(code_name(article.text[place]) for place in places)
        self._desk.told.emit(say("Hidden control character ({code}): it can disguise text.", code=", ".join(codes)))

    def _show_change(self, applied: Applied) -> None:
        change: Change = applied.change
        if self._desk.article and change.article == self._desk.article.id:
            self.view.show_spans(self._desk.spans)
        self._show_event()

    def toggle_arcs(self) -> None:
        """Draw the arcs of the picked event, or else of the picked span's links, over the text; or take them away."""
        self._arcs = not self._arcs
        self._show_event()

    def _show_event(self) -> None:
        """The picked event's roles on the tabs of its spans, and its arcs if they are wanted."""
        event = self._desk.picked_event
        if event is None:
            self._show_links()
            return
        names = role_names(event, matter_of(self._desk))
        # In event mode the spans that could still be put in must be as plain as those that are in.
        recede = bool(names) and self.roles.framed is None
        self.view.show_roles(names, recede, role_arcs(event) if self._arcs else ())

    def _show_links(self) -> None:
        """The picked span's links, if they are wanted: what they are called on the tabs, and their arcs."""
        picked = self._desk.picked if self._arcs else None
        self.view.show_roles(
            link_names(self._desk, picked) if picked else {}, False, link_arcs(self._desk, picked) if picked else ()
        )

    def _pick_clicked(self, span_id: str) -> None:
        """Pick what the mouse points at: it shows already, wherever it begins, and stays under the pointer."""
        self._clicking = True
        self._desk.pick(span_id)
        self._clicking = False

    def _show_scheme(self) -> None:
        """Other labels, and perhaps other spans under them; the text stays where it is."""
        self.view.set_labels(self._desk.scheme.every_label)
        self.view.show_spans(self._desk.spans)

    def _show_picked(self) -> None:
        picked = self._desk.picked
        self.view.show_picked(picked.id if picked else "")
        if self._arcs:
            self._show_event()
        if picked and not self._clicking:
            self.view.ensure_visible(picked.start)

    def _show_selection(self) -> None:
        if self._desk.selection is None:
            self.view.clear_selection()
        elif self._desk.selection != self.view.selection():
            self.view.set_selection(*self._desk.selection)
            self.view.ensure_visible(self._desk.selection[0])

    def _note_selection(self) -> None:
        self._desk.caret = self.view.caret
        selection = self.view.selection()
        self._desk.select(*(selection or (0, 0)))
