"""The links of a span in the inspector: a row for each kind that it may have, with a chip for each span it leads to."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.core.layer import Relation
from annotator.core.scheme import Label, RelationType
from annotator.core.span import Span, quote
from annotator.ui.attribute_row import CHIP_GAP, LINE_PX
from annotator.ui.button import Button, Icon, Key, Picture, Quote, Words
from annotator.ui.desk import Desk
from annotator.ui.edge_row import NAME_PX
from annotator.ui.flow import FlowLayout
from annotator.ui.language import current
from annotator.ui.linking import link_types, unlink, wanted_link
from annotator.ui.mark import mark_pixmap
from annotator.ui.style import Hairline, plain_label
from annotator.ui.theme import Theme

EDGE_PX, NAME_MOST_PX = 16, 84
CHIP_LETTERS = 20


class LinkRows(QWidget):
    """`wanted` asks to choose a span for a link of that type; `picked` names the span whose chip was pressed."""

    wanted = Signal(str)
    picked = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme = theme
        self._key = ""
        self._shown: object = None
        self._rows = QWidget()
        self._column = QVBoxLayout(self._rows)
        self._column.setContentsMargins(EDGE_PX, 8, EDGE_PX, 8)
        self._column.setSpacing(0)
        self._line = Hairline(theme)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._rows)
        outer.addWidget(self._line)
        self.picked.connect(desk.pick)

    def show_key(self, key: str) -> None:
        """Show the key that makes the link that is wanted next."""
        self._key = key
        self._shown = None

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self._line.set_theme(theme)
        for button in self._rows.findChildren(Button):
            button.set_theme(theme)

    def show_span(self, span: Span) -> None:
        """Show the links that lead from a span; nothing where the scheme lets it have none."""
        kinds = link_types(self._desk, span)
        links = tuple(link for link in self._desk.relations if link.source == span.id)
        shown = (span.id, kinds, links, self._desk.spans)
        self.setVisible(bool(kinds))
        if shown != self._shown:
            self._shown = shown
            self._build(kinds, links, span)

    def press(self, key: str) -> bool:
        """Delete takes out the link whose chip has the focus; says whether it did anything."""
        focus = self.window().focusWidget()
        if key not in ("Delete", "Backspace") or focus is None or not self.isAncestorOf(focus):
            return False
        link = focus.property("link")
        if link:
            unlink(self._desk, str(link))
        return True

    def _build(self, kinds: tuple[RelationType, ...], links: tuple[Relation, ...], span: Span) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        names = [plain_label(kind.name(current()), muted=True) for kind in kinds]
        width = min(NAME_MOST_PX, max((name.sizeHint().width() for name in names), default=0))
        wanted = wanted_link(self._desk, span)
        for kind, name in zip(kinds, names, strict=True):
            name.setWordWrap(True)
            name.setFixedWidth(max(NAME_PX, width))
            name.setMinimumHeight(LINE_PX)
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(2, 0, 0, 0)
            line.setSpacing(8)
            line.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
            own = [link for link in links if link.type == kind.id]
            line.addWidget(self._chips(kind, own, kind == wanted), 1)
            self._column.addWidget(row)
            row.show()

    def _chips(self, kind: RelationType, links: list[Relation], is_next: bool) -> QWidget:
        body = QWidget()
        flow = FlowLayout(CHIP_GAP, body)
        for link in links:
            flow.addWidget(self._chip(link))
        key = [Key(self._key)] if is_next and self._key else []
        words = [] if links else [Words(QCoreApplication.translate("Links", "Choose a span"), light=True)]
        more = Button(self._theme, "option", Icon("plus"), *words, *key)
        more.setAccessibleName(kind.name(current()))
        more.setToolTip(QCoreApplication.translate("Links", "Choose a span"))
        more.clicked.connect(partial(self._want, kind.id))
        flow.addWidget(more)
        return body

    def _want(self, type_id: str, *_: object) -> None:
        self.wanted.emit(type_id)

    def _chip(self, link: Relation) -> Button:
        target, text = self._desk.span(link.target), self._desk.article.text if self._desk.article else ""
        label = self._desk.scheme.label(target.label) if target else None
        words = " ".join(quote(target, text).split()) if target else "…"
        shown = words if len(words) <= CHIP_LETTERS else words[: CHIP_LETTERS - 1].rstrip() + "…"
        mark = [Picture(partial(_mark, label))] if label else []
        chip = Button(self._theme, "option", *mark, Quote(shown))
        chip.setAccessibleName(words)
        chip.setProperty("link", link.id)
        chip.clicked.connect(lambda: self.picked.emit(link.target))
        return chip


def _mark(label: Label, theme: Theme) -> QPixmap:
    return mark_pixmap(label, theme, current())
