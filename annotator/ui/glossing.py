"""Glossing: which lines of the open article bear a mark in the margin, what the marks say, and where a click leads."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from annotator.core.layer import Comment
from annotator.core.open_item import OpenItem
from annotator.core.thread import read_in_order
from annotator.ui.article.gloss import Gloss
from annotator.ui.article.view import ArticleView
from annotator.ui.desk import Desk
from annotator.ui.missing import item_words, missing, place_of
from annotator.ui.seen import shortened
from annotator.ui.wording import isolated

SAID, LACKING = range(2)
"""Of both on a line, what somebody said comes first: what is missing is also counted and listed elsewhere."""
LATER_MS = 120
"""Marks wait until the hand rests: what is missing is worked out from all spans."""
WORDS_MOST = 80


class Glossing(QObject):
    """`thread_wanted` names the comment whose mark was clicked, `item_wanted` the thing that is missing."""

    thread_wanted = Signal(str)
    item_wanted = Signal(object)

    def __init__(self, desk: Desk, view: ArticleView) -> None:
        super().__init__(view)
        self._desk = desk
        self._view = view
        self._resting = QTimer(self, singleShot=True, interval=LATER_MS)
        self._resting.timeout.connect(self.show)
        for announced in (desk.article_opened, desk.changed, desk.scheme_changed):
            announced.connect(self._wait)
        view.gloss_clicked.connect(self._go)
        self._resting.start()

    def _wait(self, *_: object) -> None:
        self._resting.start()

    def show(self) -> None:
        """Show the marks as they are now."""
        self._view.show_glosses(glosses_of(self._desk), lambda about: gloss_words(about, self._desk))

    def _go(self, about: object) -> None:
        if isinstance(about, Comment):
            self.thread_wanted.emit(about.id)
        else:
            self.item_wanted.emit(about)


def glosses_of(desk: Desk) -> Iterator[Gloss]:
    """A mark for each thread that is not settled, and one for each thing that is missing."""
    starts = {span.id: span.start for span in desk.spans}
    for comment, is_answer in read_in_order(desk.comments, lambda span: starts.get(span, 0)):
        if not is_answer and not comment.resolved:
            yield Gloss(starts.get(comment.span or "", 0), SAID, "comment", "text", comment)
    for item in missing(desk):
        at = starts[item.span] if item.span else place_of(item, desk)
        yield Gloss(at, LACKING, "missing", "muted", item)


def gloss_words(about: object, desk: Desk) -> str:
    """What was said, or is missing, in one line."""
    if isinstance(about, OpenItem):
        return item_words(about, desk)
    body = shortened(about.body, WORDS_MOST) if isinstance(about, Comment) else ""
    return QCoreApplication.translate("Gloss", "Comment: %1").replace("%1", isolated(body))
