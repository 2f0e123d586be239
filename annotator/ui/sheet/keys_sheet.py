"""“Keys…”: every command with its keys. Enter on a row, then the new keys; a clash is said, and settled in place."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from annotator.arabic.letters import fold
from annotator.core.scheme import Scheme
from annotator.ui.button import Button, Words
from annotator.ui.commands import Command
from annotator.ui.key import key_name
from annotator.ui.keymap import Keymap, Keys, fault
from annotator.ui.sheet.command_list import Row, RowView
from annotator.ui.sheet.frame import Sheet
from annotator.ui.sheet.hit import LABEL_AREA, command_names, rank_of
from annotator.ui.sheet.key_group import key_groups
from annotator.ui.style import lead, plain_label
from annotator.ui.theme import Theme, look
from annotator.ui.wording import isolated, sentence_words

SIZE = QSize(760, 660)
FIELD_PX, MESSAGE_PX, ROW_PX = 260, 38, 32
HELD = frozenset(
    (
        Qt.Key.Key_Control,
        Qt.Key.Key_Shift,
        Qt.Key.Key_Alt,
        Qt.Key.Key_Meta,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
    )
)
"""Keys that are held while another one is pressed, and say nothing alone."""

Answer = tuple[str, Callable[[], None]]


class KeysSheet(Sheet):
    """`keymap_changed` carries the Keymap after each change; there is nothing to confirm at the end."""

    keymap_changed = Signal(object)

    def __init__(self, keymap: Keymap, scheme: Scheme | None, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Keys", "Keys"), theme, SIZE, parent)
        self.keymap = keymap
        self._scheme = scheme
        self._label_keys = [label.key for label in scheme.labels] if scheme else []
        self._commands: dict[int, Command] = {}
        self._waiting: Command | None = None
        self._adding = False
        self.field = QLineEdit()
        self.list = RowView(theme, row_px=ROW_PX)
        self.message = plain_label("", "small")
        self._answers: list[Button] = []
        self._lay_out_keys()
        self._connect()
        self._refresh()
        self._say("")

    # ---------------------------------------------------------------- what it is made of

    def _lay_out_keys(self) -> None:
        self.show_side(False)
        words = QCoreApplication.translate("Keys", "Enter on a row, then press the new keys. Kept at once.")
        self.show_subtitle(words)
        hint = QCoreApplication.translate("Keys", "Search commands or keys")
        lead(self.field, hint)
        self.field.setFixedSize(FIELD_PX, look()["space"]["row"]["field"])
        self.head_end.addWidget(self.field)
        self.list.setAccessibleName(QCoreApplication.translate("Keys", "Commands and their keys"))
        self.body.setContentsMargins(8, 6, 8, 8)
        self.body.setSpacing(6)
        self.body.addWidget(self.list, 1)
        self.body.addLayout(self._buttons())
        self.message.setWordWrap(True)
        self.message.setMinimumHeight(MESSAGE_PX)
        self.foot.addWidget(self.message, 1)
        self._answer_row = QHBoxLayout()
        self.foot.addLayout(self._answer_row)
        self.cancel.hide()
        self.primary.show_parts(Words(QCoreApplication.translate("Keys", "Close")))

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(0)
        self.change = Button(self.theme, "small", Words(QCoreApplication.translate("Keys", "Other keys")))
        self.add = Button(self.theme, "small", Words(QCoreApplication.translate("Keys", "One more")))
        self.take_away = Button(self.theme, "small", Words(QCoreApplication.translate("Keys", "No keys")))
        self.reset = Button(self.theme, "small", Words(QCoreApplication.translate("Keys", "Reset")))
        self.reset_all = Button(self.theme, "quiet", Words(QCoreApplication.translate("Keys", "Reset all")))
        for button in (self.change, self.add, self.take_away, self.reset):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.reset_all)
        return row

    def _connect(self) -> None:
        self.primary.clicked.connect(self.accept)
        self.field.textChanged.connect(self._refresh)
        self.list.doubleClicked.connect(lambda _: self.wait_for_keys())
        self.list.selectionModel().currentChanged.connect(self._tell_buttons)
        self.list.installEventFilter(self)
        self.field.installEventFilter(self)
        self.change.clicked.connect(lambda: self.wait_for_keys())
        self.add.clicked.connect(lambda: self.wait_for_keys(adding=True))
        self.take_away.clicked.connect(self._take_keys_away)
        self.reset.clicked.connect(self._reset)
        self.reset_all.clicked.connect(self._reset_all)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        super().set_theme(theme)
        self.list.set_theme(theme)

    def focus_first(self) -> None:
        """The list, so that the arrows and Enter work at once; typing is for the field."""
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    # ---------------------------------------------------------------- what it shows

    @property
    def chosen(self) -> Command | None:
        """The command on whose row the list is."""
        return self._commands.get(self.list.chosen)

    def choose(self, name: str) -> None:
        """Go to the row of a command by its name, if it is shown."""
        number = next((number for number, command in self._commands.items() if command.name == name), None)
        if number is not None:
            self.list.choose(number)

    def _refresh(self) -> None:
        """Fill the list with what is searched for, and stay on the same command where it is still there."""
        before, scrolled = self.chosen, self.list.verticalScrollBar().value()
        wanted = tuple(fold(self.field.text()).text.split())
        rows: list[Row] = []
        self._commands = {}
        # The labels, whose keys are not to be changed here, come last.
        for title, commands in sorted(key_groups(self._scheme), key=lambda group: _is_label(group[1][0])):
            found = [command for command in commands if self._matches(command, wanted)]
            rows += [Row(title, heading=True)] if found else []
            for command in found:
                self._commands[len(rows)] = command
                rows.append(self._row(command, wanted))
        self.list.rows.show(rows)
        self.list.choose_first()
        if before is not None:
            self.list.verticalScrollBar().setValue(scrolled)
            self.choose(before.name)
        self._tell_buttons()

    def _matches(self, command: Command, wanted: tuple[str, ...]) -> bool:
        keys = [key.lower() for key in self.keymap.keys(command)]
        named = rank_of(command_names(command, self._scheme), wanted) is not None
        return named or any(all(word in key for word in wanted) for key in keys)

    def _row(self, command: Command, wanted: tuple[str, ...]) -> Row:
        words = command_names(command, self._scheme)[0]
        if self._waiting is command:
            return Row(words, note=QCoreApplication.translate("Keys", "Press the new keys; Esc leaves it as it is"))
        note = QCoreApplication.translate("Keys", "changed") if self.keymap.is_changed(command) else ""
        return Row(words, self.keymap.keys(command), aside=note, found=wanted)

    def _tell_buttons(self) -> None:
        command = self.chosen
        free = command is not None and not _is_label(command)
        for button in (self.change, self.add):
            button.setEnabled(free)
        self.take_away.setEnabled(free and command is not None and bool(self.keymap.keys(command)))
        self.reset.setEnabled(command is not None and self.keymap.is_changed(command))
        self.reset_all.setEnabled(bool(self.keymap.own))

    def _say(self, words: str, *answers: Answer) -> None:
        """Say something in the line at the foot, with a button for each answer; the first one has the focus."""
        for button in self._answers:
            button.hide()
            button.deleteLater()
        self._answers = []
        self.message.setText(words)
        for text, act in answers:
            button = Button(self.theme, "small", Words(text))
            button.clicked.connect(act)
            self._answer_row.addWidget(button)
            # The layout would show it later, and what is hidden cannot have the focus.
            button.show()
            self._answers.append(button)

    # ---------------------------------------------------------------- new keys

    def wait_for_keys(self, adding: bool = False) -> None:
        """Take the next keys pressed as the chosen command's, in place of its own or, `adding`, beside them."""
        command = self.chosen
        if command is None:
            return
        if _is_label(command):
            self._say(QCoreApplication.translate("Keys", "Labels have their keys from the scheme."))
            return
        self._say("")
        self._waiting, self._adding = command, adding
        self.list.rows.change(self.list.chosen, self._row(command, ()))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stop_waiting(self) -> None:
        if self._waiting is not None:
            self._waiting = None
            self._refresh()

    def _take(self, event: QKeyEvent) -> None:
        """A key pressed while waiting for one."""
        command = self._waiting
        if command is None or Qt.Key(event.key()) in HELD or event.isAutoRepeat():
            return
        if event.key() == Qt.Key.Key_Escape:
            self._stop_waiting()
            return
        key = key_name(event)
        why = fault(command, key, self._label_keys) if key else None
        if not key:
            self._say(QCoreApplication.translate("Keys", "This key cannot be given to a command. Press another one."))
        elif why:
            self._say(sentence_words(why))
        else:
            beside = self.keymap.keys(command) if self._adding else ()
            self._stop_waiting()
            self._propose(command, (*beside, key))

    def _propose(self, command: Command, keys: Keys) -> None:
        """Give a command its keys; if another one has them, ask."""
        others = self.keymap.clash(command, keys)
        if not others:
            self._settle(self.keymap.with_keys(command, keys))
            return
        taken = next(key for key in keys if key in self.keymap.keys(others[0]))
        words = QCoreApplication.translate("Keys", "%1 is the key of “%2”.")
        name = command_names(others[0], self._scheme)[0]
        self._say(
            words.replace("%1", isolated(taken)).replace("%2", isolated(name)),
            (QCoreApplication.translate("Keys", "Take it"), lambda: self._take_over(command, keys)),
            (QCoreApplication.translate("Keys", "Keep"), self._keep),
        )
        self._answers[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_over(self, command: Command, keys: Keys) -> None:
        self._settle(self.keymap.with_keys(command, keys))
        self.focus_first()

    def _keep(self) -> None:
        self._say("")
        self.focus_first()

    def _take_keys_away(self) -> None:
        if self.chosen and not _is_label(self.chosen):
            self._settle(self.keymap.with_keys(self.chosen, ()))

    def _reset(self) -> None:
        if self.chosen and self.keymap.is_changed(self.chosen):
            self._propose(self.chosen, self.chosen.keys)

    def _reset_all(self) -> None:
        before = self.keymap
        self._settle(Keymap())
        self._say(
            QCoreApplication.translate("Keys", "All keys are as they came."),
            (QCoreApplication.translate("Keys", "Undo"), lambda: self._settle(before)),
        )

    def _settle(self, keymap: Keymap) -> None:
        self.keymap = keymap
        self._say("")
        self._refresh()
        self.keymap_changed.emit(keymap)

    # ---------------------------------------------------------------- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While it waits, the list's keys are the new ones; else Enter, Insert and Delete work on the chosen row."""
        if watched is self.list and self._waiting is not None:
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                self._take(event)
                return True
            if event.type() in (QEvent.Type.FocusOut, QEvent.Type.MouseButtonPress):
                self._stop_waiting()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            acts = self._list_keys() if watched is self.list else self._field_keys() if watched is self.field else {}
            if key in acts:
                acts[key]()
                return True
        return super().eventFilter(watched, event)

    def _list_keys(self) -> dict[Qt.Key, Callable[[], object]]:
        return {
            Qt.Key.Key_Return: self.wait_for_keys,
            Qt.Key.Key_Enter: self.wait_for_keys,
            Qt.Key.Key_Insert: lambda: self.wait_for_keys(adding=True),
            Qt.Key.Key_Delete: self._take_keys_away,
            Qt.Key.Key_Up: lambda: self.list.step(-1),
            Qt.Key.Key_Down: lambda: self.list.step(1),
        }

    def _field_keys(self) -> dict[Qt.Key, Callable[[], object]]:
        return {
            Qt.Key.Key_Return: self.focus_first,
            Qt.Key.Key_Enter: self.focus_first,
            Qt.Key.Key_Up: lambda: self.list.step(-1),
            Qt.Key.Key_Down: lambda: self.list.step(1),
        }


def _is_label(command: Command) -> bool:
    return command.name.startswith(f"{LABEL_AREA}.")
