"""The label dock: every label with its mark, its count in the open article and its key; and being done."""

from collections import Counter
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, QSize
from PySide6.QtGui import QIcon, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QMenu, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from annotator.core.layer import DONE, SKIPPED, STARTED
from annotator.core.scheme import Label
from annotator.ui.button import Button, Icon, Key, Picture, Words
from annotator.ui.desk import Desk
from annotator.ui.language import current, number
from annotator.ui.mark import mark_pixmap
from annotator.ui.prose import tip
from annotator.ui.role_hinter import RoleHinter
from annotator.ui.role_strip import RoleStrip
from annotator.ui.style import RING_ROOM_PX, Hairline, stand_on
from annotator.ui.theme import Theme

HEIGHT_PX = 54
EDGE_PX = 12


class LabelDock(QWidget):
    """A click on a label labels the selection, or relabels the picked span, whose label is the filled one."""

    def __init__(
        self, desk: Desk, theme: Theme, roles: RoleHinter | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme = theme
        self._labels: dict[str, Button] = {}
        self._page = QWidget()
        self._row = QHBoxLayout(self._page)
        self._more = Button(theme, "label", Words(QCoreApplication.translate("Dock", "More")), Icon("chevron"))
        self._skip = Button(theme, "quiet", Words(QCoreApplication.translate("Dock", "Skip")))
        self._done = Button(theme, "primary")
        self._line = Hairline(theme)
        self._roles = roles
        self.strip = RoleStrip(desk, roles, theme) if roles else None
        self._pages = QStackedLayout()
        self._lay_out()
        self._more.clicked.connect(self._show_more)
        self._skip.clicked.connect(self._skip_or_reopen)
        self._done.clicked.connect(self._finish)
        desk.project_opened.connect(self._rebuild)
        desk.scheme_changed.connect(self._rebuild)
        for announced in (desk.changed, desk.article_opened, desk.annotator_changed):
            announced.connect(self._tell)
        desk.span_picked.connect(self._fill_picked)
        if roles:
            roles.changed.connect(self._turn)
        self.set_theme(theme)
        self._rebuild()

    def _lay_out(self) -> None:
        self.setFixedHeight(HEIGHT_PX)
        self.setAccessibleName(QCoreApplication.translate("Dock", "Labels"))
        self._row.setContentsMargins(EDGE_PX - RING_ROOM_PX, 0, EDGE_PX - RING_ROOM_PX, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._more)
        self._row.addStretch(1)
        self._row.addWidget(self._skip)
        self._row.addWidget(self._done)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self._line)
        for page in filter(None, (self._page, self.strip)):
            self._pages.addWidget(page)
        column.addLayout(self._pages, 1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        stand_on(self, theme, "panel")
        self._line.set_theme(theme)
        for button in (*self._labels.values(), self._more, self._skip, self._done):
            button.set_theme(theme)
        if self.strip:
            self.strip.set_theme(theme)

    def _turn(self) -> None:
        """In event mode the event's parts stand here."""
        framing = self._roles is not None and self._roles.framed is not None
        self._pages.setCurrentIndex(1 if framing else 0)

    def label_button(self, label_id: str) -> Button | None:
        """The button of a label, for the tour to point at."""
        return self._labels.get(label_id)

    # ---------------------------------------------------------------- what it shows

    def _rebuild(self) -> None:
        """The scheme's labels, in its order."""
        for button in self._labels.values():
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        scheme_labels = self._desk.scheme.labels if self._desk.has_project else ()
        self._labels = {label.id: self._make(label) for label in scheme_labels}
        for place, button in enumerate(self._labels.values()):
            self._row.insertWidget(place, button)
        self._tell()

    def _make(self, label: Label) -> Button:
        button = Button(self._theme, "label", parent=self)
        button.setCheckable(True)
        button.setToolTip(tip(label.definitions.get(current(), "")))
        button.clicked.connect(partial(self._label, label.id))
        return button

    def _tell(self, *_: object) -> None:
        """Counts, and whether there is anything to label and to finish."""
        counts = Counter(span.label for span in self._desk.spans)
        for label_id, button in self._labels.items():
            label = self._desk.scheme.label(label_id)
            assert label is not None
            self._show_label(button, label, counts[label_id])
        status = self._desk.layer.status if self._desk.layer else ""
        self._show_finish(status)
        for button in (*self._labels.values(), self._skip, self._done):
            button.setEnabled(self._desk.article is not None)
        self._fill_picked()
        self._make_room()

    def _show_label(self, button: Button, label: Label, count: int) -> None:
        language = current()
        mark = Picture(partial(_mark, label, language))
        counted = [Words(number(count), light=True)] if count else []
        button.show_parts(mark, Words(label.name(language)), *counted, Key(label.key))
        spoken = QCoreApplication.translate("Dock", "%1, key %2, %n spans", None, count)
        button.setAccessibleName(spoken.replace("%1", label.name(language)).replace("%2", label.key))

    def _show_finish(self, status: str) -> None:
        """Done and Skip, or Reopen where the article is finished."""
        finished, skipped = status == DONE, status == SKIPPED
        reopen = QCoreApplication.translate("Dock", "Reopen")
        done = QCoreApplication.translate("Dock", "Done")
        self._done.show_parts(
            Icon("reopen" if finished else "check"),
            Words(reopen if finished else done),
            kind="plain" if finished else "primary",
        )
        self._skip.setVisible(not finished)
        self._skip.show_parts(Words(reopen if skipped else QCoreApplication.translate("Dock", "Skip")))

    def _fill_picked(self) -> None:
        picked = self._desk.picked
        for label_id, button in self._labels.items():
            button.setChecked(picked is not None and picked.label == label_id)

    # ---------------------------------------------------------------- what it does

    def _label(self, label_id: str, *_: object) -> None:
        self._desk.label(label_id)
        self._fill_picked()

    def _finish(self) -> None:
        finished = self._desk.layer is not None and self._desk.layer.status == DONE
        self._desk.mark(STARTED if finished else DONE)

    def _skip_or_reopen(self) -> None:
        skipped = self._desk.layer is not None and self._desk.layer.status == SKIPPED
        self._desk.mark(STARTED if skipped else SKIPPED)

    # ---------------------------------------------------------------- room

    def minimumSizeHint(self) -> QSize:
        """All labels may go into More."""
        least = sum(button.sizeHint().width() for button in (self._more, self._skip, self._done))
        return QSize(least + 2 * EDGE_PX, HEIGHT_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Labels that do not fit go into More, the last first."""
        finish = sum(button.sizeHint().width() for button in (self._skip, self._done) if not button.isHidden())
        room = self.width() - 2 * (EDGE_PX - RING_ROOM_PX) - finish
        widths = [button.sizeHint().width() for button in self._labels.values()]
        crowded = sum(widths) > room
        if crowded:
            room -= self._more.sizeHint().width()
        for button, width in zip(self._labels.values(), widths, strict=True):
            room -= width
            button.setVisible(room >= 0)
        self._more.setVisible(crowded)

    def _show_more(self) -> None:
        menu = QMenu(self)
        language = current()
        for label_id, button in self._labels.items():
            label = self._desk.scheme.label(label_id)
            if button.isHidden() and label is not None:
                action = menu.addAction(QIcon(_mark(label, language, self._theme)), label.name(language))
                action.setEnabled(button.isEnabled())
                action.triggered.connect(partial(self._label, label_id))
        menu.popup(self._more.mapToGlobal(QPoint(0, 0)) - QPoint(0, menu.sizeHint().height()))


def _mark(label: Label, language: str, theme: Theme) -> QPixmap:
    return mark_pixmap(label, theme, language)
