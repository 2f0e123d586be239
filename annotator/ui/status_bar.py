"""The status bar: that everything is kept (or what was not, and why), what is selected, who annotates, and the view."""

from bisect import bisect_right

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.arabic.grapheme import grapheme_edges
from annotator.core.article import Article
from annotator.core.sentence import Sentence
from annotator.store.store import Applied
from annotator.ui.article.block import TITLE, Block, break_blocks
from annotator.ui.button import Button, Icon, Words
from annotator.ui.desk import Desk
from annotator.ui.icon import icon_pixmap
from annotator.ui.language import locale, number
from annotator.ui.notice import announce
from annotator.ui.prose import tip
from annotator.ui.settings import setting
from annotator.ui.style import Hairline, elided_label, plain_label, stand_on
from annotator.ui.theme import Theme, look
from annotator.ui.wording import change_words, sentence_words

HEIGHT_PX = 28
EDGE_PX = 14
ICON_PX = 16
KEPT, FAILED, READING_ONLY, EMPTY = "kept", "failed", "reading only", "empty"
DRESS = {KEPT: ("check", "success"), FAILED: ("error", "danger"), READING_ONLY: ("info", "warning")}
"""The icon and the colour of each state; never the colour alone."""


class StatusBar(QWidget):
    """Green means durable. A failed commit turns the line red until the next one is kept."""

    annotator_clicked = Signal()
    theme_clicked = Signal()

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme = theme
        self._state = EMPTY
        self._mode = ""
        self._line = Hairline(theme)
        self._icon = plain_label()
        self._kept = plain_label("", "caption")
        self._last = elided_label("", "caption", muted=True)
        self._retry = Button(theme, "retry", Words(QCoreApplication.translate("StatusBar", "Try again")))
        self._place = plain_label("", "caption", muted=True)
        self._annotator = Button(theme, "status")
        self._look = Button(theme, "status")
        self._zoom = plain_label("", "caption", muted=True)
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self.refresh()
        self._begin()

    def _lay_out(self) -> None:
        self.setFixedHeight(HEIGHT_PX + 1)
        row = QHBoxLayout()
        row.setContentsMargins(EDGE_PX, 0, EDGE_PX, 0)
        row.setSpacing(6)
        row.addWidget(self._icon)
        row.addWidget(self._kept)
        row.addWidget(self._retry)
        row.addSpacing(10)
        row.addWidget(self._last, 1)
        row.addSpacing(10)
        row.addWidget(self._place)
        row.addSpacing(2)
        row.addWidget(self._annotator)
        row.addWidget(self._look)
        row.addWidget(self._zoom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._line)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        self._retry.clicked.connect(self._desk.try_again)
        self._annotator.clicked.connect(self.annotator_clicked)
        self._look.clicked.connect(self.theme_clicked)
        self._desk.kept.connect(self._tell_kept)
        self._desk.failed.connect(self._tell_failed)
        self._desk.project_opened.connect(self._begin)
        self._desk.annotator_changed.connect(self._name_annotator)
        for announced in (self._desk.selection_changed, self._desk.span_picked, self._desk.article_opened):
            announced.connect(self._tell_place)

    @property
    def kept_words(self) -> str:
        """What it says about keeping at the moment."""
        return self._kept.text()

    @property
    def place_words(self) -> str:
        """What it says of the mode, or else of what is selected."""
        return self._place.text()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        stand_on(self, theme, "window")
        self._line.set_theme(theme)
        for button in (self._retry, self._annotator, self._look):
            button.set_theme(theme)
        names = {
            "light": QCoreApplication.translate("StatusBar", "Light"),
            "dark": QCoreApplication.translate("StatusBar", "Dark"),
            "sepia": QCoreApplication.translate("StatusBar", "Sepia"),
        }
        self._look.show_parts(Icon(theme.name), Words(names[theme.name]))
        spoken = QCoreApplication.translate("StatusBar", "Theme: %1").replace("%1", names[theme.name])
        self._look.setAccessibleName(spoken)
        self._look.setToolTip(spoken)
        self._dress()

    def refresh(self) -> None:
        """Read the settings anew: how large the article's text is, and whether code points are shown."""
        self._tell_place()
        percent = round(100 * float(setting("zoom")) / look()["type"]["reading"]["pt"])
        self._zoom.setText(f"{number(percent)}{locale().percent()}")
        spoken = QCoreApplication.translate("StatusBar", "Text size: %1")
        self._zoom.setAccessibleName(spoken.replace("%1", self._zoom.text()))

    def show_mode(self, words: str) -> None:
        """Say what the keys do in a mode, in place of what is selected; "" outside it."""
        if words != self._mode:
            self._mode = words
            self._tell_place()
            announce(self, words)

    def show_failure(self, words: str) -> None:
        """Say in red what was not kept and why, and offer to try again."""
        self._show_state(FAILED, words)

    # ---------------------------------------------------------------- keeping

    def _begin(self) -> None:
        """A project was opened: all that is in it is kept."""
        self._last.setText("")
        if not self._desk.has_project:
            self._show_state(EMPTY, "")
        elif self._desk.store.read_only:
            self._show_state(READING_ONLY, QCoreApplication.translate("StatusBar", "Open for reading only"))
        else:
            self._show_state(KEPT, QCoreApplication.translate("StatusBar", "Everything kept"))
        self._name_annotator()
        self._tell_place()

    def _tell_kept(self, applied: Applied) -> None:
        undone = applied.seq == self._desk.history.next_redo
        # An undoing is named after what it undoes.
        words = change_words(applied.change.inverse(applied.seq) if undone else applied.change, self._desk.scheme)
        if undone:
            said = QCoreApplication.translate("StatusBar", "Undone: %1")
        else:
            said = QCoreApplication.translate("StatusBar", "Last change: %1")
        self._last.setText(said.replace("%1", words))
        self._show_state(KEPT, QCoreApplication.translate("StatusBar", "Everything kept"))

    def _tell_failed(self, sentence: Sentence) -> None:
        self.show_failure(sentence_words(sentence))

    def _show_state(self, state: str, words: str) -> None:
        self._state = state
        self._kept.setText(words)
        self._retry.setVisible(state == FAILED)
        self._dress()
        if state in (KEPT, FAILED):
            announce(self, words)

    def _dress(self) -> None:
        name, colour = DRESS.get(self._state, ("", "muted"))
        self._icon.setVisible(bool(name))
        if name:
            self._icon.setPixmap(icon_pixmap(name, self._theme.colour(colour), ICON_PX))
        palette = QPalette(self._kept.palette())
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.colour(colour))
        self._kept.setPalette(palette)

    # ---------------------------------------------------------------- where and who

    def _name_annotator(self) -> None:
        annotator = self._desk.annotator
        self._annotator.setVisible(self._desk.has_project)
        asked = QCoreApplication.translate("StatusBar", "Who is annotating?")
        self._annotator.show_parts(Icon("people"), Words(annotator.name if annotator else asked))
        if annotator:
            spoken = QCoreApplication.translate("StatusBar", "Annotator: %1").replace("%1", annotator.name)
            self._annotator.setAccessibleName(spoken)
            self._annotator.setToolTip(tip(spoken))

    def _tell_place(self) -> None:
        """What is selected or picked, in words; with the truth view on, its code points too. In a mode, the mode."""
        article, picked = self._desk.article, self._desk.picked
        place = self._desk.selection or ((picked.start, picked.end) if picked else None)
        words = [place_words(article, *place)] if article and place else []
        if words and place and setting("truth") == "shown":
            words.append(f"{number(place[0])}–{number(place[1])}")
        self._place.setText(self._mode or " · ".join(words))


def place_words(article: Article, start: int, end: int) -> str:
    """How many letters [start, end) has, in code points of the text, and in which paragraph it begins."""
    letters = len(grapheme_edges(article.text[start:end])) - 1
    count = QCoreApplication.translate("StatusBar", "%n characters", None, letters)
    block = _block_at(break_blocks(article), start)
    if block.kind == TITLE:
        return f"{count} · {QCoreApplication.translate('StatusBar', 'headline')}"
    if not block.number:
        return count
    paragraph = QCoreApplication.translate("StatusBar", "paragraph %1").replace("%1", number(block.number))
    return f"{count} · {paragraph}"


def _block_at(blocks: tuple[Block, ...], position: int) -> Block:
    """The block in which the paragraph at a code point begins."""
    at = bisect_right([block.start for block in blocks], position) - 1
    while at > 0 and not blocks[at - 1].last:
        at -= 1
    return blocks[max(at, 0)]
