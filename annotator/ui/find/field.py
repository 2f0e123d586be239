"""The field for the words to look for; how many places they have stands at its end."""

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QIcon, QPalette, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.ui.icon import icon
from annotator.ui.style import lead, plain_label
from annotator.ui.theme import Theme, look

LONGEST = 300
"""So many characters can be looked for."""
ICON_PX, PAD = 16, 10


class FindField(QLineEdit):
    """Writes from where the interface begins, whatever the keyboard's direction is."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = plain_label("", "small", parent=self)
        self._count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._icon = self.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        hint = QCoreApplication.translate("Find", "Find in article")
        lead(self, hint)
        self.setMaxLength(LONGEST)
        self.setFixedHeight(look()["space"]["row"]["field"])
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._icon.setIcon(icon("search", theme.colour("text"), ICON_PX))

    def show_count(self, words: str) -> None:
        """Show how many places there are, also to a screen reader; "" for nothing to say."""
        self._count.setText(words)
        self.setAccessibleDescription(words)
        self._place()

    @property
    def count(self) -> str:
        """What it says about the number of places."""
        return self._count.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """The words stay clear of the count."""
        width = self._count.sizeHint().width() if self._count.text() else 0
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = PAD if rtl else self.width() - PAD - width
        self._count.setGeometry(QRect(left, 0, width, self.height()))
        room = width + PAD if width else 0
        self.setTextMargins(room if rtl else 0, 0, 0 if rtl else room, 0)
