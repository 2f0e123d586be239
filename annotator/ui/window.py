"""The window: places the panes and carries commands to them; it decides nothing about annotations."""

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
)

from annotator.core.layer import DONE
from annotator.core.scheme import THEMES
from annotator.core.sentence import Refused, Sentence
from annotator.store.store import Applied
from annotator.ui import errand
from annotator.ui.article_list import ArticleList
from annotator.ui.commands import READING, TEXT, Command, command_named, label_commands
from annotator.ui.desk import Desk
from annotator.ui.dock import LabelDock
from annotator.ui.frame_words import mode_words
from annotator.ui.header import Header
from annotator.ui.inspector import Inspector
from annotator.ui.key import KeyFilter
from annotator.ui.keymap import Keymap, read_keymap
from annotator.ui.linking import choose_link
from annotator.ui.notice import Notice
from annotator.ui.reading import Reading
from annotator.ui.rooms import Rooms
from annotator.ui.settings import keep_setting, setting
from annotator.ui.sheet.frame import floats_in_focus, open_sheet
from annotator.ui.status_bar import StatusBar
from annotator.ui.style import Hairline
from annotator.ui.theme import Theme, look
from annotator.ui.wording import change_words, isolated, sentence_words
from annotator.ui.workplace import ANNOTATE, Workplace

if TYPE_CHECKING:
    from annotator.ui.sheet.tour import TourCard
    from annotator.ui.sheet.who import WhoCard

    Card = TourCard | WhoCard

TYPING = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)
INSPECTOR_FROM, LIST_FROM = 1080, 840
"""Window widths in logical pixels below which the inspector, then the list, give their room to the article."""


class Themed(Protocol):
    """Whatever can be drawn in another theme."""

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""


# Sheets and cards are imported when they are first shown, so that the window itself is there sooner.


class Window(Workplace):
    """The program's window on one desk."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self.desk = desk
        self.theme = theme
        self._list_wanted = True
        self.keymap: Keymap = read_keymap(setting("keys"))
        self.header = Header(self, self.keymap, theme)
        self.articles = ArticleList(desk, theme)
        self.reading = Reading(desk, theme)
        self.dock = LabelDock(desk, theme, self.reading.roles)
        self.inspector = Inspector(desk, theme)
        self.inspector.show_keys(self.keymap)
        self.notice = Notice(theme)
        self.status = StatusBar(desk, theme)
        self.rooms = Rooms(self)
        self._card: Card | None = None
        self._lines = [Hairline(theme), Hairline(theme, upright=True), Hairline(theme, upright=True)]
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self._show_title()
        self._keys = KeyFilter(self.press, self)

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(0)
        for widget, stretch in ((self.reading, 1), (self.dock, 0)):
            middle.addWidget(widget, stretch)
        self.articles.setFixedWidth(look()["space"]["pane"]["list"])
        self.inspector.setFixedWidth(look()["space"]["pane"]["side"])
        panes = QHBoxLayout(self.rooms.annotate)
        panes.setContentsMargins(0, 0, 0, 0)
        panes.setSpacing(0)
        panes.addWidget(self.articles)
        panes.addWidget(self._lines[1])
        panes.addLayout(middle, 1)
        panes.addWidget(self._lines[2])
        panes.addWidget(self.inspector)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._lines[0])
        column.addWidget(self.rooms, 1)
        column.addWidget(self.notice)
        column.addWidget(self.status)

    def _connect(self) -> None:
        self.desk.told.connect(self._say)
        self.desk.kept.connect(self._say_finished)
        self.desk.doubted.connect(self._ask_if_done)
        self.desk.annotator_wanted.connect(self.ask_who)
        self.desk.project_opened.connect(self._show_title)
        self.desk.article_opened.connect(self._show_article)
        self.status.annotator_clicked.connect(self.ask_who)
        self.status.theme_clicked.connect(self.next_theme)
        self.reading.find_shown.connect(self.dock.setHidden)
        self.reading.roles.changed.connect(self._tell_mode)
        self.reading.glossing.item_wanted.connect(lambda item: errand.go_to_item(self, item))
        self.inspector.note.left.connect(self._leave_inspector)
        self.inspector.attributes.left.connect(self._leave_inspector)
        self.inspector.events.left.connect(self._leave_inspector)
        self.inspector.events.begun.connect(self.reading.roles.begin)
        self.inspector.events.wanted.connect(self.reading.roles.go_on)
        self.inspector.links.wanted.connect(self.link_span)

    def _show_title(self) -> None:
        name = self.desk.store.setting("name") if self.desk.has_project else None
        program = QCoreApplication.translate("Window", "Hashiya")
        self.setWindowTitle(f"{program} — {isolated(name)}" if name else program)

    # ---------------------------------------------------------------- keys

    def press(self, key: str) -> bool:
        """Carry a key's command out, if it has one that makes sense here; says whether it did."""
        if QApplication.activePopupWidget() is not None or open_sheet(self) is not None:
            return False
        if self.room == ANNOTATE and self._press_in_text(key):
            return True
        command = self._command_for(key)
        if command is None or not command.enabled(self):
            return False
        command.run(self)
        return True

    def _press_in_text(self, key: str) -> bool:
        if self.reading.hinter.press(key) or self.reading.roles.press(key) or self.inspector.press(key):
            return True
        return self._card is None and not floats_in_focus(self) and self.reading.press(key)

    def _command_for(self, key: str) -> Command | None:
        labels = label_commands(self.desk.scheme) if self.desk.has_project else ()
        named = (*(label for label in labels if key in label.keys), *self.keymap.commands_for(key))
        return next((command for command in named if self._counts_here(command)), None)

    def show_keys(self) -> None:
        """Show the keys that the settings say are in force."""
        self.keymap = read_keymap(setting("keys"))
        self.header.show_keys(self.keymap)
        self.inspector.show_keys(self.keymap)

    def run_errand(self, name: str) -> None:
        """Do one of the errands of ui/errand.py."""
        errand.ERRANDS[name](self)

    def _counts_here(self, command: Command) -> bool:
        focus = self.focusWidget()
        if command.where == TEXT:
            return focus is self.reading.view
        if command.where == READING:
            return not isinstance(focus, TYPING)
        return True

    # ---------------------------------------------------------------- what is said

    def _say(self, sentence: Sentence) -> None:
        self.notice.tell(sentence_words(sentence))

    def _tell_mode(self) -> None:
        self.status.show_mode(mode_words(self.reading.roles))

    def _say_finished(self, applied: Applied) -> None:
        """An article that was marked leads on to another one, so what happened is said, with a way back."""
        change = applied.change
        if change.name == "mark" and change.undoes is None and self.desk.article:
            undo = QCoreApplication.translate("Window", "Undo")
            words = f"{change_words(change, self.desk.scheme)}: {isolated(self.desk.article.title)}"
            self.notice.tell(words, undo, self.desk.undo)

    def _ask_if_done(self, lacking: int) -> None:
        """The article lacks something: marked as done all the same, or shown what? The same command again marks it."""
        words = QCoreApplication.translate("Window", "Done with %n things missing. Mark it anyway?", None, lacking)
        anyway = QCoreApplication.translate("Window", "Mark it anyway")
        show = QCoreApplication.translate("Window", "Show them")
        self.notice.ask(words, (anyway, lambda: self.desk.mark(DONE)), (show, lambda: self.run_errand("show_missing")))

    # ---------------------------------------------------------------- what commands do to the window

    def _show_article(self) -> None:
        self.show_room(ANNOTATE)

    def show_room(self, name: str) -> None:
        """Go to the room where one annotates, or to the overview."""
        if name != self.room:
            self._close_card()
            self.room = name
            self.rooms.go(name)
            self.header.refresh()

    def let_go(self) -> None:
        """Esc: back to the text; there, let go of the selection and the picked span, then of the picked event."""
        self._close_card()
        if self.focusWidget() is not self.reading.view:
            self.reading.view.setFocus()
            return
        if not self.desk.selection and not self.desk.picked:
            self.desk.pick_event("")
        self.reading.view.clear_selection()
        self.desk.pick("")

    def inspect(self) -> None:
        """Enter: go on in the inspector, which shows for that even in a narrow window."""
        self.desk.select(0, 0)
        self.inspector.show()
        self.inspector.focus_first()

    def write_note(self) -> None:
        """M: write a note on the picked span, in the inspector, which shows for that even in a narrow window."""
        self.desk.select(0, 0)
        self.inspector.show()
        self.inspector.note.edit()

    def link_span(self, type_id: str = "") -> None:
        """L: letters over the spans to which the picked one may be linked, by links of that type or the next one."""
        choose_link(self.desk, self.reading.roles, type_id, self.keymap.keys(command_named("span.link")))

    def _leave_inspector(self) -> None:
        self._fit()
        self.reading.view.setFocus()

    def zoom(self, step: int) -> None:
        """A step larger or smaller; 0 is the usual size."""
        sizes: list[float] = look()["type"]["reading"]["steps_pt"]
        usual = look()["type"]["reading"]["pt"]
        now = min(range(len(sizes)), key=lambda i: abs(sizes[i] - float(setting("zoom"))))
        points = sizes[max(0, min(len(sizes) - 1, now + step))] if step else usual
        keep_setting("zoom", str(points))
        self.reading.view.set_zoom(float(points))
        self.status.refresh()

    def toggle_names(self) -> None:
        """Label names in place of letters, or back."""
        shown = setting("names") != "shown"
        keep_setting("names", "shown" if shown else "hidden")
        self.reading.view.set_names_shown(shown)

    def toggle_list(self) -> None:
        """Show or hide the article list."""
        self._list_wanted = not self.articles.isVisible()
        self._fit()

    def next_theme(self) -> None:
        """Light, dark, sepia, and light again."""
        self.theme_chosen.emit(THEMES[(THEMES.index(self.theme.name) + 1) % len(THEMES)])

    def set_theme(self, theme: Theme) -> None:
        """Draw everything in another theme."""
        self.theme = theme
        panes: tuple[Themed, ...] = (self.header, self.articles, self.reading, self.dock, self.inspector, self.notice)
        for drawn in (*panes, self.status, *self._lines, self._card, self.rooms, open_sheet(self)):
            if drawn is not None:
                drawn.set_theme(theme)

    def next_digits(self) -> None:
        """١٢٣ or 123 in the program's own numbers."""
        keep_setting("digits", "latn" if setting("digits") == "arab" else "arab")
        self.language_chosen.emit(setting("language"))

    def next_language(self) -> None:
        """Arabic or English."""
        self.language_chosen.emit("en" if setting("language") == "ar" else "ar")

    # ---------------------------------------------------------------- the project, and who works in it

    def open_project(self, path: Path) -> bool:
        """Put a project on the desk; says why not if it cannot be opened."""
        try:
            self.desk.open_project(path)
        except Refused as error:
            self.notice.tell_error(sentence_words(error.sentence))
            return False
        keep_setting("recent", str(path))
        self.begin()
        return True

    def begin(self) -> None:
        """Start work under the name known to this machine, or ask for one."""
        name = setting("annotator")
        if name:
            self.desk.set_annotator(name)
        else:
            self.desk.open_first()
            self.ask_who()

    def ask_who(self) -> None:
        """Ask who is annotating."""
        from annotator.ui.sheet.who import WhoCard

        card = WhoCard(self.desk, self.theme, self)
        card.named.connect(self._take_name)
        self._show_card(card)

    def _take_name(self, name: str) -> None:
        keep_setting("annotator", name)
        self._close_card()
        self.desk.set_annotator(name)
        self.reading.view.setFocus()
        if setting("tour") != "done":
            self.start_tour()

    def start_tour(self) -> None:
        """Lead through the first four gestures, where the project has words for it."""
        tour = self.desk.scheme.tour
        if tour is None or self.desk.annotator is None or self.desk.store.article(tour.article) is None:
            return
        if self.desk.article is None or self.desk.article.id != tour.article:
            self.desk.open_article(tour.article)
        from annotator.ui.sheet.tour import TourCard

        card = TourCard(self.desk, self.reading.view, self.theme)
        card.finished.connect(self._close_card)
        self._show_card(card)

    def _show_card(self, card: "Card") -> None:
        self._close_card()
        self._card = card
        card.show()
        card.raise_()
        # The tour leaves the focus in the text, without the view as its proxy: see TourCard.focusInEvent.
        (card.focusProxy() or self.reading.view).setFocus()

    def _close_card(self) -> None:
        if self._card is not None:
            self._card.close()
            self._card.deleteLater()
            self._card = None

    # ---------------------------------------------------------------- Qt

    def _fit(self) -> None:
        """On narrow windows the inspector goes first, then the list."""
        shown = self._list_wanted and self.width() >= LIST_FROM
        self.articles.setVisible(shown)
        self._lines[1].setVisible(shown)
        self.inspector.setVisible(self.width() >= INSPECTOR_FROM)
        self._lines[2].setVisible(self.width() >= INSPECTOR_FROM)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the article its room first."""
        super().resizeEvent(event)
        self._fit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and folders may be dropped anywhere."""
        if event.mimeData().hasUrls() and self.desk.has_project:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Dropped files go to the import sheet."""
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            errand.show_import(self, files)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the place; nothing else is left to keep."""
        self.desk.keep_place()
        super().closeEvent(event)

