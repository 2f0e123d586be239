"""The inquiry: the overview's figures, reckoned in a process of its own and known until the project changes."""

from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.core.sentence import Sentence
from annotator.ui.desk import Desk
from annotator.ui.overview.finding import Findings, read_findings
from annotator.ui.sheet.work import Answer, Work

SETTLE_MS = 400
"""After a change: others often follow at once, and one answer is enough for all of them."""


class _Version(NamedTuple):
    """What findings are true of: a project's file, as others and as this program last changed it."""

    path: str
    others: int
    own: int


class Inquiry(QObject):
    """Asks only while it is `watched`. `found` carries the Findings, `failed` a Sentence, `progressed` a count of
    articles; `begun` says that what `findings` holds is of before. It lives as long as its desk: see `inquiry_of`.
    """

    begun = Signal()
    progressed = Signal(int)
    found = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.findings: Findings | None = None
        self._desk = desk
        self._own = 0
        self._work: Work | None = None
        self._asked: _Version | None = None
        self._known: _Version | None = None
        self._watched = False
        self._soon = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._soon.timeout.connect(self.ask)
        for announced in (desk.changed, desk.scheme_changed):
            announced.connect(self._note_own)
        for announced in (desk.project_opened, desk.articles_changed):
            announced.connect(self._ask_soon)

    @property
    def is_asking(self) -> bool:
        """Whether an answer is under way."""
        return self._work is not None

    def watch(self, watched: bool) -> None:
        """Ask from now on whenever something has changed, or no more."""
        self._watched = watched
        if watched:
            self.ask()
        else:
            self._soon.stop()
            self.stop()

    def ask(self) -> None:
        """Ask, unless what is known, or being asked, is of now."""
        if not self._desk.has_project:
            return
        version = _Version(str(self._desk.store.path), self._desk.store.data_version(), self._own)
        if version in (self._asked, self._known):
            return
        self.stop()
        if self._known is None or self._known.path != version.path:
            self.findings = None
        self._asked = version
        self._work = Work(self)
        self._work.progressed.connect(self.progressed)
        self._work.answered.connect(self._take)
        self._work.failed.connect(self._fail)
        self.begun.emit()
        self._work.start(["overview", str(self._desk.store.path), "--json", "--progress"])

    def stop(self) -> None:
        """Let an answer that is under way go."""
        if self._work is not None:
            work, self._work, self._asked = self._work, None, None
            abandon(work)

    def _note_own(self, *_: object) -> None:
        self._own += 1
        self._ask_soon()

    def _ask_soon(self, *_: object) -> None:
        if self._watched:
            self._soon.start()

    def _take(self, answer: Answer) -> None:
        self.findings = read_findings(answer)
        self._known = self._asked
        self._end()
        self.found.emit(self.findings)

    def _fail(self, sentence: Sentence) -> None:
        self._end()
        self.failed.emit(sentence)

    def _end(self) -> None:
        assert self._work is not None
        self._work.deleteLater()
        self._work, self._asked = None, None


def abandon(work: Work) -> None:
    """End work whose answer nobody waits for any more; it goes when its process has."""
    for signal in (work.progressed, work.answered, work.failed):
        signal.disconnect()
    work.failed.connect(work.deleteLater)
    work.stop()


def inquiry_of(desk: Desk) -> Inquiry:
    """The desk's own, so that a window in another language need not ask again."""
    known = desk.findChild(Inquiry)
    return known if isinstance(known, Inquiry) else Inquiry(desk)
