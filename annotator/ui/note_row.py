"""The note on a span: one line in the inspector. Enter keeps it, Esc leaves it as it was."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget

from annotator.core.span import Span
from annotator.ui.desk import Desk
from annotator.ui.edge_row import NAME_PX
from annotator.ui.keycap import KeyCap
from annotator.ui.prose import tip
from annotator.ui.style import lead, plain_label
from annotator.ui.theme import Theme


class NoteRow(QWidget):
    """What was typed is also kept when the focus goes elsewhere. `left` tells that Enter or Esc was pressed."""

    left = Signal()

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._span: Span | None = None
        self.field = NoteField()
        self._key = KeyCap("", theme)
        name = plain_label(QCoreApplication.translate("Inspector", "Note"), muted=True)
        name.setMinimumWidth(NAME_PX)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(name)
        row.addWidget(self.field, 1)
        row.addWidget(self._key)
        self.field.finished.connect(self._keep)
        self.field.entered.connect(self._leave)
        self.field.escaped.connect(self._leave_as_it_was)

    def show_key(self, key: str) -> None:
        """Show which key leads here."""
        self._key.show_key(key)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._key.set_theme(theme)

    def show_span(self, span: Span) -> None:
        """Show a span's note; what was being typed for another span is kept first."""
        if self._span is not None and self._span.id != span.id:
            self._keep()
        self._span = span
        if not self.field.isModified():
            self.field.show_note(span.note)

    def edit(self) -> None:
        """Put the focus into the field, behind what it says."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.end(False)

    def _keep(self) -> None:
        span = self._desk.span(self._span.id) if self._span else None
        if span is None or not self.field.isModified():
            return
        self.field.setModified(False)
        self._desk.change_span("note", replace(span, note=self.field.text().strip()))

    def _leave(self) -> None:
        self._keep()
        self.left.emit()

    def _leave_as_it_was(self) -> None:
        if self._span is not None:
            self.field.show_note(self._span.note)
        self.left.emit()


class NoteField(QLineEdit):
    """A field that is finished with as soon as one turns to anything else, even to what takes no focus."""

    finished = Signal()
    entered = Signal()
    escaped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("quiet", True)
        lead(self, QCoreApplication.translate("Inspector", "Write a note"))
        self.setAccessibleName(QCoreApplication.translate("Inspector", "Note on the span"))

    def show_note(self, note: str) -> None:
        """Show a note as it is kept, from its beginning."""
        self.setText(note)
        self.setCursorPosition(0)
        self.setModified(False)
        self.setToolTip(tip(note) if note else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finished.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press anywhere else may change what is picked or open: by then the note must be kept."""
        if event.type() == QEvent.Type.MouseButtonPress and watched is not self and watched.isWidgetType():
            self.finished.emit()
        return False
