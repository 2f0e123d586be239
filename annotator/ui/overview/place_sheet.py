"""The sheet of places: the spans behind a figure, the worst first; Enter goes to the article and selects the words."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from annotator.core.sentence import Sentence
from annotator.ui.button import Words
from annotator.ui.desk import Desk
from annotator.ui.language import number
from annotator.ui.overview.inquiry import abandon
from annotator.ui.overview.place import Place, read_places
from annotator.ui.overview.place_list import PlaceList
from annotator.ui.sheet.banner import Banner
from annotator.ui.sheet.frame import Sheet
from annotator.ui.sheet.work import Answer, Work
from annotator.ui.theme import Theme
from annotator.ui.wording import sentence_words

SIZE = QSize(860, 600)


class PlaceSheet(Sheet):
    """Asks for the places in a process of its own. `chosen` tells the Place to go to, when the sheet has gone."""

    chosen = Signal(object)

    def __init__(
        self, desk: Desk, title: str, asked: Sequence[str], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, theme, SIZE, parent)
        self._desk = desk
        self.list = PlaceList(desk.scheme, theme)
        self._banner = Banner(theme)
        self.show_side(False)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self._banner)
        self.body.addWidget(self.list, 1)
        self._banner.hide()
        self.foot.addStretch(1)
        self.cancel.show_parts(Words(QCoreApplication.translate("Overview", "Close")))
        self.primary.show_parts(Words(QCoreApplication.translate("Overview", "Go there")))
        self.primary.setEnabled(False)
        self.primary.clicked.connect(self._choose)
        self.list.doubleClicked.connect(self._choose)
        self.show_subtitle(QCoreApplication.translate("Overview", "Looking…"))
        self._work: Work | None = Work(self)
        self._work.progressed.connect(self._count)
        self._work.answered.connect(self._take)
        self._work.failed.connect(self._fail)
        self._work.start(["places", str(desk.store.path), "--json", "--progress", *asked])

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        super().set_theme(theme)
        self.list.set_theme(theme)

    def focus_first(self) -> None:
        """The list has the focus, so that the arrows walk it at once."""
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def _count(self, articles: int) -> None:
        self.show_subtitle(QCoreApplication.translate("Overview", "Looking… %n articles so far", None, articles))

    def _take(self, answer: Answer) -> None:
        self._work = None
        count, places = read_places(answer)
        self.list.show_places(places)
        self.primary.setEnabled(bool(places))
        words = QCoreApplication.translate("Overview", "%n places", None, count)
        if count > len(places):
            some = QCoreApplication.translate("Overview", "%1, the worst %2 of them here")
            words = some.replace("%1", words).replace("%2", number(len(places)))
        none = QCoreApplication.translate("Overview", "There is nothing here any more.")
        self.show_subtitle(words if count else none)

    def _fail(self, sentence: Sentence) -> None:
        self._work = None
        self.show_subtitle("")
        self._banner.tell("danger", sentence_words(sentence))

    def _choose(self, *_: QModelIndex | bool) -> None:
        place: Place | None = self.list.place
        self.accept()
        if place is not None:
            self.chosen.emit(place)

    def done(self, result: int) -> None:
        """Closing ends the search."""
        if self._work is not None:
            work, self._work = self._work, None
            # It outlives the sheet until its process has ended.
            work.setParent(self._desk)
            abandon(work)
        super().done(result)
