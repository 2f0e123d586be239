"""The header: one row of buttons made from the command table, and the menu behind ☰."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from annotator.ui.commands import COMMANDS, MENUS, Command, command_named
from annotator.ui.icon import icon
from annotator.ui.keymap import Keymap
from annotator.ui.search_field import SearchField
from annotator.ui.segments import Segments
from annotator.ui.style import plain_label, stand_on
from annotator.ui.theme import Theme
from annotator.ui.wording import isolated, written
from annotator.ui.workplace import ANNOTATE, OVERVIEW, Workplace

HEIGHT = 46
KEY_GAP = "\u2003"
"""Between the longest name in a menu and its key, which Qt would set close together."""
BEFORE = (("view.list", "list"), ("article.previous", "back"), ("article.next", "forward"))
ROOMS = {ANNOTATE: "room.annotate", OVERVIEW: "room.overview"}
AFTER = (("edit.undo", "undo"), ("edit.redo", "redo"))


class Header(QWidget):
    """Buttons at both ends, the project's name between them."""

    def __init__(self, window: Workplace, keymap: Keymap, theme: Theme) -> None:
        super().__init__(window)
        self._keymap = keymap
        self._window = window
        self._theme = theme
        self._buttons: dict[str, tuple[QToolButton, str]] = {}
        self._title = plain_label("", "small", muted=True)
        self.rooms = Segments(
            theme,
            QCoreApplication.translate("Command", "Rooms"),
            [(room, command_named(name).words()) for room, name in ROOMS.items()],
        )
        self.rooms.chosen.connect(window.show_room)
        self._search = SearchField(theme, self)
        self._menu_button = QToolButton(self)
        self.setFixedHeight(HEIGHT)
        self._lay_out()
        desk = window.desk
        for signal in (desk.article_opened, desk.annotator_changed, desk.project_opened):
            signal.connect(self.refresh)
        desk.changed.connect(self.refresh)
        self.set_theme(theme)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 10, 0)
        row.setSpacing(8)
        for name, drawing in BEFORE:
            row.addWidget(self._button(name, drawing))
        row.addWidget(self.rooms)
        row.addStretch(1)
        row.addWidget(self._title)
        row.addStretch(1)
        for name, drawing in AFTER:
            row.addWidget(self._button(name, drawing))
        self._menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu_button.setAccessibleName(QCoreApplication.translate("Command", "Menu"))
        self._menu_button.setToolTip(QCoreApplication.translate("Command", "Menu"))
        self._menu_button.setIconSize(QSize(18, 18))
        self._search.clicked.connect(_runner(command_named("view.palette"), self._window))
        row.addWidget(self._search)
        row.addWidget(self._menu_button)
        self.show_keys(self._keymap)

    def _button(self, name: str, drawing: str) -> QToolButton:
        command = command_named(name)
        button = QToolButton(self)
        button.setIconSize(QSize(18, 18))
        button.setAccessibleName(command.words())
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(_runner(command, self._window))
        self._buttons[name] = (button, drawing)
        return button

    def show_keys(self, keymap: Keymap) -> None:
        """Show the keys in force in the tooltips, the field and the menu."""
        for name, (button, _drawing) in self._buttons.items():
            button.setToolTip(_with_key(command_named(name), keymap))
        for room, name in ROOMS.items():
            self.rooms.buttons[room].setToolTip(_with_key(command_named(name), keymap))
        self._search.show_key(keymap.shown(command_named("view.palette")))
        before = self._menu_button.menu()
        self._menu_button.setMenu(build_menu(self._window, keymap))
        if before is not None:
            before.deleteLater()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self._search.set_theme(theme)
        self.rooms.set_theme(theme)
        stand_on(self, theme, "window")
        ink, faint = theme.colour("text"), theme.colour("faint")
        for button, drawing in self._buttons.values():
            button.setIcon(icon(drawing, ink, disabled=faint))
        self._menu_button.setIcon(icon("menu", ink))
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Show which commands make sense now, and in which project."""
        for name, (button, _drawing) in self._buttons.items():
            button.setEnabled(command_named(name).enabled(self._window))
        desk = self._window.desk
        self.rooms.setVisible(desk.has_project)
        self.rooms.choose(self._window.room)
        self._title.setText(isolated(desk.store.setting("name") or "") if desk.has_project else "")


def build_menu(window: Workplace, keymap: Keymap) -> QMenu:
    """The whole command table as a menu; rows without a menu are keys only."""
    menu = QMenu(window)
    for name, title in MENUS:
        part = menu.addMenu(QCoreApplication.translate("Command", title))
        rows = [(command, _add(part, command, window, keymap)) for command in COMMANDS if command.menu == name]
        part.aboutToShow.connect(_refresher(rows, window))
    return menu


def _add(menu: QMenu, command: Command, window: Workplace, keymap: Keymap) -> QAction:
    """An entry whose key is shown and not bound: keys come through the one key filter."""
    key = keymap.shown(command)
    action = menu.addAction(command.words().replace("&", "&&") + (f"{KEY_GAP}\t{written(key)}" if key else ""))
    action.triggered.connect(_runner(command, window))
    return action


def _runner(command: Command, window: Workplace) -> Callable[[], None]:
    return lambda: command.run(window)


def _refresher(rows: list[tuple[Command, QAction]], window: Workplace) -> Callable[[], None]:
    def refresh() -> None:
        for command, action in rows:
            action.setEnabled(command.enabled(window))

    return refresh


def _with_key(command: Command, keymap: Keymap) -> str:
    key = keymap.shown(command)
    return f"{command.words()} ({written(key)})" if key else command.words()
