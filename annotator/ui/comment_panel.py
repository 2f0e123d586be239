"""The comment panel: under the article, what was said about it and its spans, with a field to say more."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from annotator.core.layer import Comment
from annotator.ui import commenting
from annotator.ui.button import Button, Icon
from annotator.ui.comment_list import CommentList, CommentRow, comment_rows
from annotator.ui.desk import Desk
from annotator.ui.seen import seen_quote, shortened
from annotator.ui.style import RING_ROOM_PX, Hairline, plain_label, stand_on
from annotator.ui.theme import Theme, look
from annotator.ui.wording import isolated

EDGE_PX = 16
QUOTE_LETTERS = 30


class CommentPanel(QWidget):
    """Enter in the list answers the comment in hand; in the field it keeps what was written. `left` tells of Esc."""

    left = Signal()

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._answered: Comment | None = None
        self._title = plain_label("", "strong")
        self._close = Button(theme, "quiet", Icon("close"))
        self.list = CommentList(theme)
        self._nothing = plain_label("", muted=True)
        self.field = QLineEdit()
        self._lines = (Hairline(theme), Hairline(theme), Hairline(theme))
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self.hide()

    def _lay_out(self) -> None:
        self.setAccessibleName(QCoreApplication.translate("Comments", "Comments"))
        close = QCoreApplication.translate("Comments", "Close")
        self._close.setAccessibleName(close)
        self._close.setToolTip(close)
        self._nothing.setText(QCoreApplication.translate("Comments", "Nothing has been said about this article yet."))
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        top = QHBoxLayout()
        top.setContentsMargins(EDGE_PX, 4, EDGE_PX - RING_ROOM_PX, 4)
        top.addWidget(self._title, 1)
        top.addWidget(self._close)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._nothing)
        self.field.setMaxLength(commenting.LONGEST)
        self.field.setFixedHeight(look()["space"]["row"]["field"])
        self.field.textChanged.connect(self._align)
        self._align()
        foot = QVBoxLayout()
        foot.setContentsMargins(EDGE_PX, 8, EDGE_PX, 8)
        foot.addWidget(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._lines[0])
        column.addLayout(top)
        column.addWidget(self._lines[1])
        column.addWidget(self._stack, 1)
        column.addWidget(self._lines[2])
        column.addLayout(foot)

    def _connect(self) -> None:
        self._close.clicked.connect(self.close_panel)
        self.list.walked.connect(self._show_place)
        self.list.removed.connect(lambda comment: commenting.remove_comment(self._desk, comment))
        self.list.settled.connect(lambda comment: commenting.settle(self._desk, comment))
        for announced in (self._desk.article_opened, self._desk.changed):
            announced.connect(self.refresh)
        self._desk.article_opened.connect(self._forget)
        self._desk.span_picked.connect(self._name_field)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        stand_on(self, theme, "panel")
        for drawn in (*self._lines, self._close, self.list.delegate):
            drawn.set_theme(theme)
        self.list.viewport().update()

    # ---------------------------------------------------------------- opening and closing

    def open(self) -> None:
        """Show the comments, to be walked."""
        self.show()
        self.refresh()
        if self._stack.currentIndex() == 0:
            self.list.begin()
        else:
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def open_at(self, comment_id: str) -> None:
        """Show the comments with one of them in hand."""
        self.open()
        self.list.go_to(comment_id)

    def write(self) -> None:
        """Show the panel with the caret in its field, for a comment on the picked span or else on the article."""
        self.show()
        self._answered = None
        self.refresh()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_panel(self) -> None:
        """Take the panel away; the focus goes back to the text."""
        self.hide()
        self.left.emit()

    def refresh(self, *_: object) -> None:
        """Read the comments anew."""
        if self.isHidden():
            return
        rows = comment_rows(self._desk)
        self.list.show_rows(rows)
        self._title.setText(QCoreApplication.translate("Comments", "%n comments", None, len(rows)))
        self._stack.setCurrentIndex(0 if rows else 1)
        self._name_field()

    # ---------------------------------------------------------------- writing

    def _forget(self) -> None:
        self._answered = None
        self.field.clear()

    def _name_field(self) -> None:
        """Say in the empty field what will be commented on."""
        picked, article = self._desk.picked, self._desk.article
        if self._answered is not None:
            words = QCoreApplication.translate("Comments", "Answer “%1”")
            words = words.replace("%1", isolated(shortened(self._answered.body, QUOTE_LETTERS)))
        elif picked is not None and article is not None:
            words = QCoreApplication.translate("Comments", "Write a comment on “%1”")
            words = words.replace("%1", isolated(shortened(seen_quote(picked, article.text), QUOTE_LETTERS)))
        else:
            words = QCoreApplication.translate("Comments", "Write a comment on the article")
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)

    def _send(self) -> None:
        """Keep what was written; a comment that could not be kept stays in the field."""
        picked, body = self._desk.picked, self.field.text()
        if self._answered is not None:
            kept = commenting.answer(self._desk, self._answered, body)
        else:
            kept = commenting.comment_on(self._desk, body, picked.id if picked else None)
        if kept:
            self._answered = None
            self.field.clear()
            self.refresh()
            self._name_field()

    def _show_place(self, row: CommentRow) -> None:
        """Go to the words that a comment is about."""
        self._answered = None
        if row.comment.span and self._desk.span(row.comment.span):
            self._desk.select(0, 0)
            self._desk.pick(row.comment.span)
        self._name_field()

    # ---------------------------------------------------------------- keys

    def press(self, key: str) -> bool:
        """Carry out a key that means something here; says whether it did."""
        focus = self.window().focusWidget()
        writing = focus is self.field
        if self.isHidden() or not (writing or focus is self.list):
            return False
        if key == "Esc":
            self._step_back()
        elif key == "Enter":
            self._send() if writing else self._answer()
        elif key == "Up" and writing and self._stack.currentIndex() == 0:
            self.list.begin()
        else:
            return False
        return True

    def _answer(self) -> None:
        row = self.list.row()
        if row is not None:
            self._answered = row.comment
            self._name_field()
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _step_back(self) -> None:
        """What was being answered is let go first; then the panel closes."""
        if self._answered is not None or self.field.text():
            self._forget()
            self._name_field()
        else:
            self.close_panel()

    def _align(self, *_: object) -> None:
        """Left to itself, an empty field follows the keyboard's direction and not the window's."""
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        self.field.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
