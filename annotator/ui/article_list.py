"""The article list: how far the annotator is, a filter, and every article of the project with its status."""

from PySide6.QtCore import QCoreApplication, QModelIndex, QRectF, Qt, QTimer
from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from annotator.core.layer import DONE, NEW, SKIPPED, STARTED
from annotator.store import catalogue
from annotator.store.store import Applied
from annotator.ui.article_delegate import ArticleDelegate
from annotator.ui.article_model import ArticleModel
from annotator.ui.button import Button, Words
from annotator.ui.desk import Desk
from annotator.ui.flow import FlowLayout
from annotator.ui.icon import icon
from annotator.ui.language import number
from annotator.ui.missing import missing
from annotator.ui.style import RING_ROOM_PX, lead, plain_label, stand_on
from annotator.ui.theme import Theme, look

LACKS_PAUSE_MS = 120
TYPING_PAUSE_MS = 150
ICON_PX = 16
EDGE_PX = 14
EVERY = ""


class ArticleList(QWidget):
    """A click or Enter opens an article. Rows stay while they are worked on, even if the filter has moved on."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme = theme
        self._status = EVERY
        self._model = ArticleModel(self)
        self._heading = plain_label(QCoreApplication.translate("ArticleList", "Articles"), "heading")
        self._count = plain_label("", "small", muted=True)
        self._progress = ProgressLine(theme)
        self._field = QLineEdit()
        self._pills = {status: Button(theme, "pill") for status in (EVERY, NEW, STARTED, DONE, SKIPPED)}
        self._view = ArticleView()
        self._delegate = ArticleDelegate(theme, self._view)
        self._empty = plain_label("", muted=True)
        self._clear = Button(theme, "small", Words(QCoreApplication.translate("ArticleList", "Clear the filter")))
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self._lacks = QTimer(self, singleShot=True, interval=LACKS_PAUSE_MS)
        self._prepare()
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self.reload()

    # ---------------------------------------------------------------- what it is made of

    def _prepare(self) -> None:
        hint = QCoreApplication.translate("ArticleList", "Filter by title or source")
        lead(self._field, hint)
        self._field.setProperty("quiet", True)
        self._search = self._field.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        self._wipe = self._field.addAction(QIcon(), QLineEdit.ActionPosition.TrailingPosition)
        self._wipe.setToolTip(QCoreApplication.translate("ArticleList", "Clear the filter"))
        self._wipe.setVisible(False)
        self._group = QButtonGroup(self)
        for status, pill in self._pills.items():
            pill.setCheckable(True)
            pill.setChecked(status == self._status)
            self._group.addButton(pill)
        self._field.setFixedHeight(look()["space"]["row"]["field"])
        self._view.setModel(self._model)
        self._view.setItemDelegate(self._delegate)
        self._view.verticalHeader().setDefaultSectionSize(self._delegate.height)
        self._view.setAccessibleName(QCoreApplication.translate("ArticleList", "Articles"))
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)

    def _lay_out(self) -> None:
        heading = QHBoxLayout()
        heading.addWidget(self._heading, 1)
        heading.addWidget(self._count)
        pills = FlowLayout(1 - 2 * RING_ROOM_PX)
        for pill in self._pills.values():
            pills.addWidget(pill)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._view)
        self._stack.addWidget(self._nothing())
        top = QVBoxLayout()
        top.setContentsMargins(EDGE_PX, 12, EDGE_PX, 0)
        top.setSpacing(8)
        top.addLayout(heading)
        top.addWidget(self._progress)
        top.addSpacing(4)
        top.addWidget(self._field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        lane = QVBoxLayout()
        lane.setContentsMargins(EDGE_PX - 2 * RING_ROOM_PX, 4, EDGE_PX - 2 * RING_ROOM_PX, 4)
        lane.addLayout(pills)
        column.addLayout(lane)
        column.addWidget(self._stack, 1)
        self.setMinimumWidth(look()["space"]["pane"]["list_min"])

    def _nothing(self) -> QWidget:
        """What stands in place of the rows when there are none."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 48, 24, 24)
        column.addWidget(self._empty)
        column.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        return page

    def _connect(self) -> None:
        self._pause.timeout.connect(self.reload)
        self._field.textChanged.connect(self._type)
        self._field.returnPressed.connect(self.reload)
        self._wipe.triggered.connect(self._field.clear)
        self._clear.clicked.connect(self.clear_filter)
        for status, pill in self._pills.items():
            pill.clicked.connect(lambda _=False, status=status: self.filter_by(status))
        self._view.clicked.connect(self._open)
        self._view.activated.connect(self._open)
        for announced in (self._desk.project_opened, self._desk.annotator_changed):
            announced.connect(self.reload)
        self._desk.articles_changed.connect(self._reload_in_place)
        self._desk.article_opened.connect(self._follow)
        self._desk.changed.connect(self._refresh)
        self._lacks.timeout.connect(self._note_lacking)
        self._lacks.start()
        for moved in (self._desk.article_opened, self._desk.changed):
            moved.connect(self._start_counting)

    # ---------------------------------------------------------------- what it shows

    def reload(self) -> None:
        """Read the list anew, as the filter has it, and show the open article in it."""
        self._read()
        self._follow()

    def _reload_in_place(self) -> None:
        """Read the list anew while somebody may be looking through it: it does not move."""
        bar = self._view.verticalScrollBar()
        place = bar.value()
        self._read()
        bar.setValue(place)
        self._note_opened()

    def _read(self) -> None:
        self._pause.stop()
        store = self._desk.store if self._desk.has_project else None
        self._model.show(store, self._annotator_id(), self._status or None, self._field.text().strip())
        self._tell_progress()
        self._stack.setCurrentIndex(0 if self._model.rowCount() else 1)

    def filter_by(self, status: str) -> None:
        """Show the articles at one status, or all with ""."""
        self._status = status
        self._pills[status].setChecked(True)
        self.reload()

    def clear_filter(self) -> None:
        """Show all articles again."""
        self._field.clear()
        self.filter_by(EVERY)

    def focus_filter(self) -> None:
        """Put the caret into the filter field."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        stand_on(self, theme, "side")
        self._search.setIcon(icon("search", theme.colour("text"), ICON_PX))
        self._wipe.setIcon(icon("close", theme.colour("muted"), ICON_PX))
        self._progress.set_theme(theme)
        for button in (self._clear, *self._pills.values()):
            button.set_theme(theme)
        self._delegate.set_theme(theme)
        self._view.viewport().update()

    def _annotator_id(self) -> str | None:
        return self._desk.annotator.id if self._desk.annotator else None

    def _type(self, words: str) -> None:
        self._wipe.setVisible(bool(words))
        self._pause.start()

    def _open(self, index: QModelIndex) -> None:
        row = self._model.article(index.row())
        if row and (self._desk.article is None or self._desk.article.id != row.id):
            self._desk.open_article(row.id)

    def _follow(self) -> None:
        """Show which article is open, and bring its row into sight."""
        self._note_opened()
        place = self._model.place_of(self._delegate.opened)
        if place is not None:
            self._view.setCurrentIndex(self._model.index(place))
            self._view.scrollTo(self._model.index(place))

    def _note_opened(self) -> None:
        article = self._desk.article
        self._delegate.opened = catalogue.number_of(self._desk.store, article.id) if article else None
        self._view.viewport().update()

    def _start_counting(self, *_: object) -> None:
        self._lacks.start()

    @property
    def lacking(self) -> int:
        """How many things the list says are missing in the open article."""
        return self._delegate.lacking

    def _note_lacking(self) -> None:
        """Show how much is missing in the open article; a moment after the gesture, which comes first."""
        lacking = len(missing(self._desk)) if self._desk.has_project else 0
        if lacking != self._delegate.lacking:
            self._delegate.lacking = lacking
            self._view.viewport().update()

    def _refresh(self, applied: Applied) -> None:
        """Read again only the row that the change is about; count again only if its status moved."""
        place = self._model.place_of(catalogue.number_of(self._desk.store, applied.change.article))
        before = self._model.article(place) if place is not None else None
        if place is not None:
            self._model.refresh(place)
        after = self._model.article(place) if place is not None else None
        if before is None or after is None or before.status != after.status:
            self._tell_progress()

    def _tell_progress(self) -> None:
        counts = catalogue.progress(self._desk.store, self._annotator_id()) if self._desk.has_project else {}
        done, total = counts.get(DONE, 0), sum(counts.values())
        words = QCoreApplication.translate("ArticleList", "%1 of %2")
        if done:
            self._count.setText(words.replace("%1", number(done)).replace("%2", number(total)))
        else:
            self._count.setText(QCoreApplication.translate("ArticleList", "%n articles", None, total))
        self._progress.show_share(done / total if total else 0.0, self._count.text())
        self._name_pills(counts)
        self._say_nothing(total)

    def _name_pills(self, counts: dict[str, int]) -> None:
        names = {
            EVERY: QCoreApplication.translate("ArticleList", "All", "articles"),
            NEW: QCoreApplication.translate("ArticleList", "New", "articles"),
            STARTED: QCoreApplication.translate("ArticleList", "Started", "articles"),
            DONE: QCoreApplication.translate("ArticleList", "Done", "articles"),
            SKIPPED: QCoreApplication.translate("ArticleList", "Skipped", "articles"),
        }
        for status, pill in self._pills.items():
            new = counts.get(NEW, 0) if status == NEW else 0
            pill.show_parts(Words(names[status]), *([Words(number(new))] if new else []))
        self._pills[SKIPPED].setVisible(bool(counts.get(SKIPPED)) or self._status == SKIPPED)

    def _say_nothing(self, total: int) -> None:
        filtered = total > 0
        no_match = QCoreApplication.translate("ArticleList", "No article matches.")
        no_articles = QCoreApplication.translate("ArticleList", "Drop files or folders here")
        self._empty.setText(no_match if filtered else no_articles)
        self._clear.setVisible(filtered)


class ArticleView(QTableView):
    """The rows. A table of one column, because Qt's list view lays out every row one by one: a second for a million."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End go to the first and the last row; a table would go along the row."""
        rows = self.model().rowCount() if self.model() else 0
        if rows and action in (self.CursorAction.MoveHome, self.CursorAction.MoveEnd):
            return self.model().index(0 if action == self.CursorAction.MoveHome else rows - 1, 0)
        return super().moveCursor(action, modifiers)


class ProgressLine(QWidget):
    """A thin bar that fills from where reading begins."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share = 0.0
        self.setFixedHeight(4)

    def show_share(self, share: float, words: str) -> None:
        """Fill `share` (0 to 1) of the bar; `words` say the same to a screen reader."""
        self._share = share
        self.setAccessibleName(words)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        filled = QRectF(whole)
        filled.setWidth(whole.width() * self._share)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            filled.moveRight(whole.right())
        for box, tone in ((whole, "line"), (filled, "ink")):
            painter.setBrush(self._theme.colour(tone))
            painter.drawRoundedRect(box, 2, 2)
        painter.end()
