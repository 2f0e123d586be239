"""“Keys at a glance”: all keys on one page, to look at, to save as PDF and to print."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMarginsF, QRectF, QSize, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPaintEvent, QPdfWriter, QResizeEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog, QFrame, QScrollArea, QWidget

from annotator.core.scheme import Scheme
from annotator.ui.button import Button, Words
from annotator.ui.keymap import Keymap
from annotator.ui.sheet.frame import Sheet
from annotator.ui.sheet.key_page import (
    COLUMN_GAP_PX,
    COLUMN_PX,
    columns_height,
    key_lines,
    paint_columns,
    paint_page,
    set_in_columns,
)
from annotator.ui.style import elided_label
from annotator.ui.theme import Theme
from annotator.ui.wording import isolated

SIZE = QSize(1180, 740)
PAD = 4
MARGIN_MM = 10
DOTS_PER_INCH = 300


class CheatSheet(Sheet):
    """The page in the window's theme; on paper it is black on white."""

    def __init__(self, keymap: Keymap, scheme: Scheme | None, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Keys", "Keys at a glance"), theme, SIZE, parent)
        self._keymap = keymap
        self._scheme = scheme
        self.page = KeyPage(keymap, scheme, theme)
        self.message = elided_label("", "small", muted=True)
        self.save = Button(theme, "plain", Words(QCoreApplication.translate("Keys", "Save as PDF…")))
        self.print = Button(theme, "plain", Words(QCoreApplication.translate("Keys", "Print…")))
        self._lay_out_page()
        self.save.clicked.connect(self._choose_file)
        self.print.clicked.connect(self._choose_printer)
        self.primary.clicked.connect(self.accept)

    def _lay_out_page(self) -> None:
        self.show_side(False)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setStyleSheet("QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }")
        area.setWidget(self.page)
        self.area = area
        self.body.addWidget(area)
        self.foot.addWidget(self.save)
        self.foot.addWidget(self.print)
        self.foot.addWidget(self.message, 1)
        self.print.setVisible(bool(QPrinterInfo.availablePrinterNames()))
        self.cancel.hide()
        self.primary.show_parts(Words(QCoreApplication.translate("Keys", "Close")))

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        super().set_theme(theme)
        self.page.theme = theme
        self.page.update()

    def focus_first(self) -> None:
        """The page, so that the arrows scroll it."""
        self.area.setFocus()

    # ---------------------------------------------------------------- on paper

    def _choose_file(self) -> None:
        title = QCoreApplication.translate("Keys", "Save the keys as PDF")
        name = QCoreApplication.translate("Keys", "Hashiya keys")
        chosen, _ = QFileDialog.getSaveFileName(self, title, str(Path.home() / f"{name}.pdf"), "(*.pdf)")
        if chosen:
            self.save_pdf(Path(chosen).with_suffix(".pdf"))

    def save_pdf(self, path: Path) -> bool:
        """Write the page as one sheet of A4 across; says in the line at the foot how that went."""
        try:
            path.write_bytes(key_pdf(self._keymap, self._scheme))
        except OSError as error:
            words = QCoreApplication.translate("Keys", "Not saved: %1. Choose another folder.")
            self.message.setText(words.replace("%1", isolated(error.strerror or str(error))))
            return False
        words = QCoreApplication.translate("Keys", "Saved: %1")
        self.message.setText(words.replace("%1", isolated(path.name)))
        return True

    def _choose_printer(self) -> None:
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setPageLayout(_page_layout())
        dialog = QPrintDialog(self._printer, self)
        dialog.accepted.connect(lambda: paint_on(self._printer, self._keymap, self._scheme))
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()


class KeyPage(QWidget):
    """The page on the screen, in as many columns as there is room for."""

    def __init__(self, keymap: Keymap, scheme: Scheme | None, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._groups = key_lines(keymap, scheme)
        self._columns = set_in_columns(self._groups, 1)
        lines = (line for group in self._groups for line in group)
        self.setAccessibleName(QCoreApplication.translate("Keys", "Keys at a glance"))
        self.setAccessibleDescription("\n".join(f"{line.words}: {', '.join(line.keys)}" for line in lines if line.keys))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        count = max(1, int((self.width() + COLUMN_GAP_PX) // (COLUMN_PX + COLUMN_GAP_PX)))
        self._columns = set_in_columns(self._groups, count)
        self.setMinimumHeight(columns_height(self._columns) + 2 * PAD)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_columns(painter, QRectF(self.rect()).adjusted(PAD, PAD, -PAD, -PAD), self._columns, self.theme)
        painter.end()


def key_pdf(keymap: Keymap, scheme: Scheme | None) -> bytes:
    """The page as a PDF file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(QCoreApplication.translate("Keys", "Hashiya: keys at a glance"))
    writer.setCreator(QCoreApplication.translate("Window", "Hashiya"))
    writer.setResolution(DOTS_PER_INCH)
    writer.setPageLayout(_page_layout())
    paint_on(writer, keymap, scheme)
    buffer.close()
    return bytes(buffer.data().data())


def paint_on(device: QPdfWriter | QPrinter, keymap: Keymap, scheme: Scheme | None) -> None:
    """Paint the page on paper of whatever kind."""
    painter = QPainter(device)
    paint_page(painter, QRectF(0, 0, device.width(), device.height()), keymap, scheme)
    painter.end()


def _page_layout() -> QPageLayout:
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    page = QPageSize(QPageSize.PageSizeId.A4)
    return QPageLayout(page, QPageLayout.Orientation.Landscape, margins, QPageLayout.Unit.Millimeter)
