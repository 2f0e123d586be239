"""The user's guide: resources/help/{ar,en}/guide.md in a sheet, with its headings at the side."""

import re

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, QUrl
from PySide6.QtGui import (
    QPalette,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextOption,
    QTextTable,
)
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QStyle, QTextBrowser, QWidget

from annotator import paths
from annotator.ui import language
from annotator.ui.button import Words
from annotator.ui.sheet.frame import Sheet
from annotator.ui.style import scaled
from annotator.ui.theme import Theme

SIZE = QSize(940, 640)
SIDE_PX = 250
ROW_PX, ROW_PAD, ROW_SLACK = 36, 16, 8
SECTION = 2
"""The level of the headings that stand at the side."""
CODE = re.compile(r"`([^`\n]+)`")
LINE_PERCENT = {"ar": 100.0, "en": 130.0}
"""The Arabic face brings its own wide lines."""
GUIDE = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML


class HelpSheet(Sheet):
    """The guide in the window's language; nothing in it can load or open anything."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Help", "User's guide"), theme, SIZE, parent)
        self.page = Page(theme)
        self.sections = QListWidget()
        self._blocks: list[QTextBlock] = []
        self.side_pane.setFixedWidth(SIDE_PX)
        self.side.addWidget(self.sections)
        self.body.addWidget(self.page)
        self.foot.addStretch(1)
        self.cancel.hide()
        self.primary.show_parts(Words(QCoreApplication.translate("Help", "Close")))
        self.primary.clicked.connect(self.accept)
        self._fill()
        self._dress()
        self.sections.currentRowChanged.connect(self._go_to)

    def _fill(self) -> None:
        self.page.show_guide(paths.resource("help", language.current(), "guide.md").read_text(encoding="utf-8"))
        blocks = _blocks(self.page.document())
        self._blocks = [block for block in blocks if block.blockFormat().headingLevel() == SECTION]
        for block in self._blocks:
            item = QListWidgetItem(block.text())
            item.setSizeHint(QSize(0, self._row_height(block.text())))
            self.sections.addItem(item)
        self.sections.setWordWrap(True)
        self.sections.setAccessibleName(QCoreApplication.translate("Help", "Contents"))

    def _row_height(self, title: str) -> int:
        """Room for all of a heading, in two lines where it is long."""
        metrics = self.sections.fontMetrics()
        bar = self.sections.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        room = QRect(0, 0, SIDE_PX - 2 * ROW_PAD - bar - ROW_SLACK, SIDE_PX)
        lines = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, title).height()
        return ROW_PX + max(0, lines - metrics.height())

    def _go_to(self, row: int) -> None:
        if 0 <= row < len(self._blocks):
            top = self.page.document().documentLayout().blockBoundingRect(self._blocks[row]).top()
            self.page.verticalScrollBar().setValue(round(top))

    def focus_first(self) -> None:
        """The text has the focus, so that the arrows scroll it; it begins at its beginning."""
        self.page.verticalScrollBar().setValue(0)
        self.page.setFocus(Qt.FocusReason.PopupFocusReason)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        super().set_theme(theme)
        self.page.set_theme(theme)
        self._dress()

    def _dress(self) -> None:
        picked, hover, text = (self.theme.hex(name) for name in ("select_row", "hover", "text"))
        self.sections.setFrameShape(QFrame.Shape.NoFrame)
        self.sections.setStyleSheet(
            f"QListWidget {{ background: transparent; outline: none; color: {text}; }}"
            f"QListWidget::item {{ padding: 0 {ROW_PAD}px; border: none; }}"
            f"QListWidget::item:hover {{ background: {hover}; }}"
            f"QListWidget::item:selected {{ background: {picked}; color: {text}; }}"
        )


class Page(QTextBrowser):
    """A text of ours in Markdown. It follows no link and loads no file, whatever stands in it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._guide = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.document().setDocumentMargin(4)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        return None

    def show_guide(self, markdown: str) -> None:
        """Show a text; words between back-ticks are keys and keep their own direction."""
        self._guide = markdown
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self._show()

    def _show(self) -> None:
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Base, self._theme.colour("panel"))
        palette.setColor(QPalette.ColorRole.Text, self._theme.colour("text"))
        self.setPalette(palette)
        self.setStyleSheet("QTextBrowser { background: transparent; border: none; }")
        option = QTextOption()
        rtl = language.current() == "ar"
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        document = self.document()
        document.setDefaultTextOption(option)
        document.setDefaultFont(self.font())
        guide = _with_rows_turned(self._guide) if rtl else self._guide
        document.setMarkdown(CODE.sub("`\u2066\u00a0\\1\u00a0\u2069`", guide), GUIDE)
        for block in _blocks(document):
            _set_block(block, self._theme, rtl)
        for table in _tables(document):
            _set_table(table, self._theme, rtl)
        self.moveCursor(QTextCursor.MoveOperation.Start)


def _with_rows_turned(markdown: str) -> str:
    """Tables with their columns in the other order: Qt sets the first one at the left in every language."""
    lines = markdown.split("\n")
    return "\n".join("|".join(reversed(line.split("|"))) if line.startswith("|") else line for line in lines)


def _blocks(document: QTextDocument) -> list[QTextBlock]:
    blocks, block = [], document.begin()
    while block.isValid():
        blocks.append(block)
        block = block.next()
    return blocks


def _set_block(block: QTextBlock, theme: Theme, rtl: bool) -> None:
    """Space, direction and sizes of one paragraph; keys on a ground of their own."""
    cursor = QTextCursor(block)
    shape = block.blockFormat()
    level = shape.headingLevel()
    shape.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    in_table = cursor.currentTable() is not None
    shape.setTopMargin(0 if in_table else 18 if level == SECTION else 6 if level else 0)
    shape.setBottomMargin(0 if in_table else 6)
    shape.setLineHeight(LINE_PERCENT["ar" if rtl else "en"], 1)
    cursor.setBlockFormat(shape)
    _set_words(block, theme, level)


def _set_words(block: QTextBlock, theme: Theme, level: int) -> None:
    for position, length, form in _pieces(block):
        cursor = QTextCursor(block)
        cursor.setPosition(position)
        cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
        style = QTextCharFormat()
        if form.fontFixedPitch():
            style.setFontFamilies(cursor.document().defaultFont().families())
            style.setFontFixedPitch(False)
            style.setBackground(theme.colour("accent_soft"))
        if level:
            font = scaled(cursor.document().defaultFont(), "title" if level == 1 else "heading")
            style.setFontPointSize(font.pointSizeF())
            style.setFontWeight(int(font.weight()))
        cursor.mergeCharFormat(style)


def _pieces(block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
    """Where each stretch of one format begins, its length in UTF-16, and the format."""
    pieces, entry = [], block.begin()
    while not entry.atEnd():
        piece = entry.fragment()
        pieces.append((piece.position(), piece.length(), piece.charFormat()))
        entry += 1
    return pieces


def _tables(document: QTextDocument) -> list[QTextTable]:
    return [frame for frame in document.rootFrame().childFrames() if isinstance(frame, QTextTable)]


def _set_table(table: QTextTable, theme: Theme, rtl: bool) -> None:
    form = table.format()
    form.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    form.setBorderBrush(theme.colour("line"))
    form.setBorder(1)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    form.setBorderCollapse(True)
    form.setCellPadding(6)
    form.setCellSpacing(0)
    form.setTopMargin(4)
    form.setBottomMargin(10)
    table.setFormat(form)
