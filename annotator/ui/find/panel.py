"""The find panel: write words, see every place where they stand in the article, and label those you tick at once."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from annotator.core.span import quote
from annotator.ui.article.view import ArticleView
from annotator.ui.button import Button, Icon, Words
from annotator.ui.desk import Desk
from annotator.ui.find.delegate import FindDelegate
from annotator.ui.find.field import LONGEST, FindField
from annotator.ui.find.finder import Finder
from annotator.ui.find.footer import FindFooter
from annotator.ui.find.model import FindModel, labels_by_range
from annotator.ui.find.rows import FindRows
from annotator.ui.style import RING_ROOM_PX, Hairline, plain_label, stand_on
from annotator.ui.theme import Theme
from annotator.ui.wording import label_name

EDGE_PX = 16


class FindPanel(QWidget):
    """Stands under the article while one is finding. The view shows the places; the desk labels them."""

    shown = Signal(bool)

    def __init__(self, desk: Desk, view: ArticleView, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._view = view
        self._finder = Finder()
        self._origin = 0
        self.model = FindModel(lambda label_id: label_name(desk.scheme, label_id), self)
        self._line = Hairline(theme)
        self._under = Hairline(theme)
        self.field = FindField(theme)
        self.parts = Button(theme, "option", Words(QCoreApplication.translate("Find", "Parts of words too")))
        self._close = Button(theme, "quiet", Icon("close"))
        self._delegate = FindDelegate(theme, lambda label_id: desk.scheme.label(label_id), self)
        self.rows = FindRows(self.model, self._delegate)
        self._nothing = plain_label("", muted=True)
        self.footer = FindFooter(self.model, theme)
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self.hide()

    def _lay_out(self) -> None:
        self.setAccessibleName(QCoreApplication.translate("Find", "Find in article"))
        self.rows.setAccessibleName(QCoreApplication.translate("Find", "Places found"))
        close = QCoreApplication.translate("Find", "Close")
        self._close.setAccessibleName(close)
        self._close.setToolTip(close)
        self.parts.setCheckable(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        self._nothing.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        top = QHBoxLayout()
        top.setContentsMargins(EDGE_PX, 8, EDGE_PX - RING_ROOM_PX, 8)
        top.setSpacing(4)
        top.addWidget(self.field, 1)
        top.addWidget(self.parts)
        top.addWidget(self._close)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.rows)
        self._stack.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._line)
        column.addLayout(top)
        column.addWidget(self._under)
        column.addWidget(self._stack, 1)
        column.addWidget(self.footer)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._find)
        self.parts.toggled.connect(self._find)
        self._close.clicked.connect(self.close_panel)
        self.rows.walked.connect(self._walk_to)
        self.rows.chosen.connect(self._go_to)
        self.footer.label_wanted.connect(self.label)
        self._desk.article_opened.connect(self._find)
        self._desk.changed.connect(self._show_labels)
        self._desk.scheme_changed.connect(self._find)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._note_focus)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        stand_on(self, theme, "panel")
        for drawn in (self._line, self._under, self.field, self.parts, self._close, self._delegate, self.footer):
            drawn.set_theme(theme)
        self.rows.viewport().update()

    # ---------------------------------------------------------------- what it shows

    @property
    def ranges(self) -> Sequence[tuple[int, int]]:
        """Where the places are that were found, in the order of the text; half-open, in code points."""
        return self._finder.ranges

    @property
    def current(self) -> tuple[int, int] | None:
        """The place one is at."""
        return self._finder.current

    @property
    def hint(self) -> str:
        """What stands in place of the list while there is none."""
        return self._nothing.text()

    # ---------------------------------------------------------------- opening and closing

    def open(self) -> None:
        """Show the panel with the caret in its field, which holds the selected words or those of the picked span."""
        selection = self._desk.selection
        self._origin = selection[0] if selection else self._desk.caret
        words = self._words_in_hand()
        self._show()
        if words:
            self.field.setText(words)
        self._find()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def close_panel(self) -> None:
        """Take the panel and the marks in the text away; the focus goes back to the text."""
        self.hide()
        self.shown.emit(False)
        self._view.show_hits(())
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        if self.isHidden():
            self.show()
            self.shown.emit(True)

    def _words_in_hand(self) -> str:
        article, picked = self._desk.article, self._desk.picked
        if article is None:
            return ""
        if self._desk.selection:
            words = article.text[slice(*self._desk.selection)]
        else:
            words = quote(picked, article.text) if picked else ""
        words = words.strip()
        return words if len(words) <= LONGEST and "\n" not in words else ""

    # ---------------------------------------------------------------- finding

    def _find(self, *_: object) -> None:
        """Look the words up anew, in whatever article is open."""
        if self.isHidden():
            return
        article, words = self._desk.article, self.field.text()
        self._finder.find(article.text if article else "", words, self.parts.isChecked(), self._origin)
        self.footer.show_labels(self._desk.scheme)
        self.model.show(article.text if article else "", self._finder.hits, labels_by_range(self._desk.spans))
        self._say_how_many(bool(words.strip()))
        self._show_current()

    def _say_how_many(self, asked: bool) -> None:
        count = len(self._finder.hits)
        words = QCoreApplication.translate("Find", "%n places", None, count)
        if self._finder.more:
            words = QCoreApplication.translate("Find", "more than %n places", None, count)
        self.field.show_count(words if asked else "")
        hint = QCoreApplication.translate(
            "Find", "Vowel marks, elongation, forms of alef, ya and ta marbuta, and kinds of digits make no difference."
        )
        nothing = QCoreApplication.translate("Find", "Not in this article.")
        parts = QCoreApplication.translate("Find", "Not as a whole word; only as a part of other words.")
        self._nothing.setText((parts if self._finder.only_parts else nothing) if asked else hint)
        self._stack.setCurrentIndex(0 if count else 1)
        self.footer.setVisible(count > 0)

    def _show_current(self) -> None:
        """Show in the text and in the list where one is."""
        current = self._finder.current
        self._view.show_hits(self._finder.ranges, current)
        if current:
            self.rows.go_to(current)
            self._view.ensure_visible(current[0])

    def _show_labels(self, *_: object) -> None:
        if not self.isHidden():
            self.model.show_labels(labels_by_range(self._desk.spans))

    # ---------------------------------------------------------------- going from place to place

    def step(self, step: int) -> None:
        """Go to the next (1) or previous (-1) place in the text, and select it there."""
        if not self.field.text().strip():
            self.open()
            return
        if self.isHidden():
            self._show()
            self._find()
        if self._view.hasFocus() and self._view.selection() != self._finder.current:
            target = self._finder.nearest(self._desk.caret, step)
        else:
            target = self._finder.neighbour(step)
        if target:
            self._select(target)

    def _walk_to(self, place: tuple[int, int]) -> None:
        self._finder.current = place
        self._show_current()

    def _go_to(self, place: tuple[int, int]) -> None:
        """Go on in the text, with the place selected."""
        self._select(place)
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _select(self, place: tuple[int, int]) -> None:
        self._walk_to(place)
        self._view.set_selection(*place)

    # ---------------------------------------------------------------- labelling

    def label(self, label_id: str) -> None:
        """Label all ticked places, as one gesture."""
        places = self.model.ticked(label_id)
        if places:
            self._desk.label_all(label_id, places)

    # ---------------------------------------------------------------- keys

    def press(self, key: str) -> bool:
        """Carry out a key that means something here; says whether it did."""
        if self.isHidden():
            return False
        if key == "Esc":
            self.close_panel()
            return True
        run = self._in_field(key) if self.field.hasFocus() else self._in_rows(key) if self.rows.hasFocus() else None
        if run is None:
            return False
        run()
        return True

    def _in_field(self, key: str) -> Callable[[], None] | None:
        steps = {"Enter": 1, "Shift+Enter": -1}
        if key in steps:
            return lambda: self.step(steps[key])
        return self.rows.begin if key == "Down" and self._finder.hits else None

    def _in_rows(self, key: str) -> Callable[[], None] | None:
        place, label_id = self.rows.place(), self.footer.label_of_key(key)
        if label_id:
            return lambda: self.label(label_id)
        if key == "Enter" and place:
            return lambda: self._go_to(place)
        return self.field.setFocus if key == "Up" and self.rows.currentIndex().row() == 0 else None

    def _note_focus(self, *_: object) -> None:
        self.footer.show_keys(self.rows.hasFocus())
