"""“Settings”: how the window looks and how articles are set. Each choice is kept at once and shows behind the sheet."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QButtonGroup, QGridLayout, QHBoxLayout, QWidget

from annotator.core.scheme import THEMES
from annotator.ui.button import Button, Icon, Words
from annotator.ui.choice import choose
from annotator.ui.comfort import BEST, LOOSE, NARROW, NORMAL, REDUCED, SYSTEM, TIGHT, WIDE
from annotator.ui.flow import FlowLayout
from annotator.ui.inspector import scrolling
from annotator.ui.language import locale, number
from annotator.ui.settings import setting
from annotator.ui.sheet.face_list import FaceList
from annotator.ui.sheet.frame import Sheet
from annotator.ui.sheet.shadow import paint_shadow
from annotator.ui.style import RING_ROOM_PX, plain_label
from annotator.ui.theme import Theme, look
from annotator.ui.workplace import Workplace

SIZE = QSize(344, 664)
TOP_PX, FOOT_PX, EDGE_PX = 54, 36, 8
"""What of the window stays uncovered: its header, its status bar, and a strip at the end."""
NAME_PX, OPTION_PX = 84, 34
CHIP_GAP = 4 - 2 * RING_ROOM_PX
ZOOM, FACE = "zoom", "face"

Option = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """A setting: its name in the settings, what it is called, and what it can be: values and their words."""

    name: str
    title: str
    options: Sequence[Option]


def rows() -> tuple[Row, ...]:
    """The settings with a few options each, in the window's language."""

    return (
        Row(
            "line_height",
            QCoreApplication.translate("Settings", "Line height"),
            (
                (TIGHT, QCoreApplication.translate("Settings", "Tight")),
                (NORMAL, QCoreApplication.translate("Settings", "Normal")),
                (LOOSE, QCoreApplication.translate("Settings", "Loose")),
            ),
        ),
        Row(
            "measure",
            QCoreApplication.translate("Settings", "Text width"),
            (
                (NARROW, QCoreApplication.translate("Settings", "Narrow")),
                (BEST, QCoreApplication.translate("Settings", "Best")),
                (WIDE, QCoreApplication.translate("Settings", "Wide")),
            ),
        ),
        Row(
            "theme",
            QCoreApplication.translate("Settings", "Theme"),
            (
                (THEMES[0], QCoreApplication.translate("StatusBar", "Light")),
                (THEMES[1], QCoreApplication.translate("StatusBar", "Dark")),
                (THEMES[2], QCoreApplication.translate("StatusBar", "Sepia")),
                (SYSTEM, QCoreApplication.translate("Settings", "Like the system")),
            ),
        ),
        Row("language", QCoreApplication.translate("Settings", "Language"), (("ar", "العربية"), ("en", "English"))),
        Row("digits", QCoreApplication.translate("Settings", "Digits"), (("arab", "١٢٣"), ("latn", "123"))),
        Row(
            "motion",
            QCoreApplication.translate("Settings", "Motion"),
            (
                ("", QCoreApplication.translate("Settings", "Like the system")),
                (REDUCED, QCoreApplication.translate("Settings", "Reduced")),
            ),
        ),
    )


class SettingsSheet(Sheet):
    """Lies over the inspector, so that the article stays in sight. A click beside it closes it; there is no Cancel."""

    def __init__(self, window: Workplace) -> None:
        super().__init__(QCoreApplication.translate("Settings", "Settings"), window.theme, SIZE, window)
        self._window = window
        self._rows: dict[str, list[Button]] = {}
        self._size = plain_label()
        self.faces = FaceList(window.theme)
        self._area = scrolling(self._page())
        self.show_side(False)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self._area)
        self.cancel.hide()
        self.foot.addStretch(1)
        self.primary.show_parts(Words(QCoreApplication.translate("Settings", "Close")))
        self.primary.clicked.connect(self.accept)
        self.faces.chosen.connect(partial(choose, window, FACE))
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_focus)

    # ---------------------------------------------------------------- what it is made of

    def _page(self) -> QWidget:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(20, 10, 20 - RING_ROOM_PX, 12)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, NAME_PX)
        grid.setColumnStretch(1, 1)
        self._add(grid, QCoreApplication.translate("Settings", "Text size"), self._sizes())
        for row in rows():
            self._add(grid, row.title, self._options(row))
        face = plain_label(QCoreApplication.translate("Settings", "Reading face"), muted=True)
        face.setContentsMargins(0, 6, 0, 2)
        grid.addWidget(face, grid.rowCount(), 0, 1, 2)
        grid.addWidget(self.faces, grid.rowCount(), 0, 1, 2)
        grid.setRowStretch(grid.rowCount(), 1)
        return page

    def _add(self, grid: QGridLayout, title: str, options: QWidget) -> None:
        name = plain_label(title, muted=True)
        name.setFixedHeight(OPTION_PX)
        row = grid.rowCount()
        grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(options, row, 1)

    def _options(self, row: Row) -> QWidget:
        box = QWidget()
        flow = FlowLayout(CHIP_GAP, box)
        group = QButtonGroup(box)
        chosen = setting(row.name) if setting(row.name) in dict(row.options) else row.options[0][0]
        self._rows[row.name] = []
        for value, words in row.options:
            button = Button(self.theme, "option", Words(words))
            button.setCheckable(True)
            button.setChecked(value == chosen)
            button.setAccessibleName(f"{row.title}: {words}")
            button.clicked.connect(partial(choose, self._window, row.name, value))
            group.addButton(button)
            flow.addWidget(button)
            self._rows[row.name].append(button)
        return box

    def _sizes(self) -> QWidget:
        """Smaller, how large it is, larger."""
        box = QWidget()
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6 - RING_ROOM_PX)
        smaller = Button(self.theme, "small", Icon("minus"))
        larger = Button(self.theme, "small", Icon("plus"))
        smaller.setAccessibleName(QCoreApplication.translate("Command", "Smaller text"))
        larger.setAccessibleName(QCoreApplication.translate("Command", "Larger text"))
        smaller.clicked.connect(partial(self._zoom, -1))
        larger.clicked.connect(partial(self._zoom, 1))
        for widget in (smaller, self._size, larger):
            line.addWidget(widget)
        line.addStretch(1)
        self._rows[ZOOM] = [smaller, larger]
        self._show_size()
        return box

    def _zoom(self, step: int) -> None:
        self._window.zoom(step)
        self._show_size()

    def _show_size(self) -> None:
        percent = round(100 * float(setting(ZOOM)) / look()["type"]["reading"]["pt"])
        self._size.setText(f"{number(percent)}{locale().percent()}")

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        super().set_theme(theme)
        self.faces.set_theme(theme)

    # ---------------------------------------------------------------- focus

    def options(self, name: str) -> Sequence[Button]:
        """The buttons of a setting."""
        return self._rows[name]

    def focused_row(self) -> str:
        """The setting the focus is on; "" when it is on none."""
        focused = self.focusWidget()
        return next((name for name, buttons in self._rows.items() if focused in buttons), "")

    def focus_on(self, name: str) -> None:
        """Put the focus on what a setting is now."""
        chosen = [button for button in self._rows.get(name, ()) if button.isChecked()]
        if chosen:
            chosen[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """The first setting has the focus when the sheet opens."""
        self._rows[ZOOM][0].setFocus(Qt.FocusReason.PopupFocusReason)

    def _follow_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._area.isAncestorOf(now):
            self._area.ensureWidgetVisible(now)

    # ---------------------------------------------------------------- where it lies

    def _place_card(self) -> None:
        room = self.rect().adjusted(EDGE_PX, TOP_PX, -EDGE_PX, -FOOT_PX)
        size = self._wanted.boundedTo(room.size())
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = room.left() if rtl else room.right() + 1 - size.width()
        self._card.setGeometry(left, room.top(), size.width(), size.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._card.geometry().contains(event.position().toPoint()):
            super().mousePressEvent(event)
        else:
            self.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        corner = float(look()["radius"]["window"])
        paint_shadow(painter, QRectF(self._card.geometry()), corner, self.theme)
        painter.end()
