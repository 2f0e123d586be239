"""The picked span, seen closely: its quote, its edges with the clitics that could be left out, what its label means."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from annotator.arabic.words import word_at
from annotator.core.article import Article
from annotator.core.frame import with_attribute
from annotator.core.scheme import Label
from annotator.core.span import Span, quote
from annotator.ui.attribute_rows import AttributeRows
from annotator.ui.before_row import BeforeRow
from annotator.ui.button import Button, Key, Picture, Quote, Words
from annotator.ui.commands import command_named
from annotator.ui.desk import Desk
from annotator.ui.edge_row import NAME_PX, EdgeRow
from annotator.ui.flow import FlowLayout
from annotator.ui.keymap import Keymap
from annotator.ui.language import current, number
from annotator.ui.link_rows import LinkRows
from annotator.ui.mark import mark_pixmap
from annotator.ui.note_row import NoteRow
from annotator.ui.prose import Prose
from annotator.ui.seen import seen_quote, shortened
from annotator.ui.style import RING_ROOM_PX, Hairline, plain_label
from annotator.ui.theme import Theme, reading_font
from annotator.ui.wording import label_name

EDGE_PX = 16
QUOTE_PT = 15.5
QUOTE_LINE_EM = 1.7
CHIP_LETTERS = 24
OFFER_INDENT = NAME_PX + 8
CHIP_GAP = 6 - 2 * RING_ROOM_PX
NEIGHBOURS = 12


class SpanPage(QWidget):
    """Chips move the start behind a clitic or back; the spans that share its place are one click away."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme = theme
        self._span: Span | None = None
        self._cut_key: tuple[Key, ...] = ()
        self._mark = Prose()
        self._count = plain_label("", "small", muted=True)
        self._quote = quote_label()
        self._start = EdgeRow(QCoreApplication.translate("Inspector", "Start"), theme)
        self._end = EdgeRow(QCoreApplication.translate("Inspector", "End"), theme)
        self._offer = Button(theme, "small")
        self._offer.clicked.connect(desk.cuts.step)
        self._offer_line = QWidget()
        self.note = NoteRow(desk, theme)
        self.attributes = AttributeRows(self._keep_attribute, theme)
        self.before = BeforeRow(desk, theme)
        self.attributes.put_at_head(self.before)
        self.links = LinkRows(desk, theme)
        self._meaning = plain_label("", "small", muted=True)
        self._meaning.setWordWrap(True)
        self._neighbours = QWidget()
        self._chips = FlowLayout(CHIP_GAP, self._neighbours)
        self._others = QWidget()
        self._lines = [Hairline(theme), Hairline(theme)]
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._mark)
        head.addWidget(self._count, 1)
        first = _section()
        first.addLayout(head)
        first.addWidget(self._quote)
        first.addWidget(self._start)
        first.addWidget(self._offer_line)
        offer = QHBoxLayout(self._offer_line)
        offer.setContentsMargins(0, 0, 0, 0)
        offer.setSpacing(0)
        offer.addSpacing(OFFER_INDENT)
        offer.addWidget(self._offer)
        offer.addStretch(1)
        first.addWidget(self._end)
        first.addWidget(self.note)
        second = _section()
        second.addWidget(self._meaning)
        third = _section()
        third.setContentsMargins(EDGE_PX - RING_ROOM_PX, 12, EDGE_PX - RING_ROOM_PX, 12)
        heading = plain_label(QCoreApplication.translate("Inspector", "Also here"), "strong")
        heading.setContentsMargins(RING_ROOM_PX, 0, RING_ROOM_PX, 0)
        third.addWidget(heading)
        third.addWidget(self._neighbours)
        self._others.setLayout(third)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(first)
        column.addWidget(self._lines[0])
        column.addWidget(self.attributes)
        column.addWidget(self.links)
        column.addLayout(second)
        column.addWidget(self._lines[1])
        column.addWidget(self._others)
        column.addStretch(1)

    def show_keys(self, keymap: Keymap) -> None:
        """Show the keys in force that move the edges, and the note's."""
        self.before.show_key(keymap.shown(command_named("span.as_before")))
        self.links.show_key(keymap.shown(command_named("span.link")))
        self.note.show_key(keymap.shown(command_named("span.note")))
        self._start.show_key(keymap.shown(command_named("span.start_earlier")))
        self._end.show_key(keymap.shown(command_named("span.end_later")))
        cut_key = keymap.shown(command_named("span.clitic"))
        self._cut_key = (Key(cut_key),) if cut_key else ()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        for line in self._lines:
            line.set_theme(theme)
        for row in (self._start, self._end, self._offer, self.note, self.attributes, self.before, self.links):
            row.set_theme(theme)
        for button in self._neighbours.findChildren(Button):
            button.set_theme(theme)
        self._show_mark()

    def focus_first(self) -> None:
        """Put the focus on the first attribute that is not set; where there are none, on the first chip."""
        if self.attributes.focus_first():
            return
        self._focus_chip()

    def _focus_chip(self) -> None:
        chips = (button for button in self.findChildren(Button) if button.focusPolicy() != Qt.FocusPolicy.NoFocus)
        first = next((chip for chip in chips if chip.isVisible()), None)
        if first:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_span(self, article: Article, span: Span) -> None:
        """Show the span, which lies in the article."""
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        had_attribute = self.attributes.in_focus() is not None
        self._span = span
        place = self._desk.spans.index(span) + 1
        words = QCoreApplication.translate("Inspector", "Span %1 of %2")
        self._count.setText(words.replace("%1", number(place)).replace("%2", number(len(self._desk.spans))))
        self._quote.setText(shortened(seen_quote(span, article.text)))
        self._show_mark()
        self._show_start(article.text, span)
        last = word_at(article.text, span.end - 1)
        self.note.show_span(span)
        label = self._label()
        self.attributes.show_held(span.id, label.attributes if label else (), span.attributes)
        self.before.show_span(span, label)
        self.links.show_span(span)
        self._end.show_words(article.text[last[0] : span.end] if last else article.text[span.end - 1 : span.end])
        self._show_others(article.text, span)
        if had_focus and QApplication.focusWidget() is not focused:
            self._refocus(had_attribute)

    def _refocus(self, on_attribute: bool) -> None:
        """What had the focus is there no more: give it to what stands in its place."""
        if on_attribute:
            self.focus_first()
        else:
            self._focus_chip()

    def _keep_attribute(self, span_id: str, name: str, value: str | None) -> None:
        span = self._desk.span(span_id)
        if span is not None:
            held = with_attribute(span.attributes, name, value)
            self._desk.change_span("attribute", replace(span, attributes=held))

    def _label(self) -> Label | None:
        return self._desk.scheme.label(self._span.label) if self._span else None

    def _show_mark(self) -> None:
        label = self._label()
        if label:
            self._mark.setPixmap(mark_pixmap(label, self._theme, current(), name=True))
            self._mark.setAccessibleName(label.name(current()))
        self._meaning.setText(label.definitions.get(current(), "") if label else "")

    def _show_start(self, text: str, span: Span) -> None:
        """The first word, once for each place behind its clitics at which the span could begin."""
        choice = self._desk.cuts.choice(span)
        self._offer_line.setVisible(choice is not None and choice.offered is not None)
        if choice is None:
            self._start.show_words(text[span.start : span.start + 1])
            return
        begin, end = choice.word
        cuts = choice.cuts if choice.taken in choice.cuts else tuple(sorted((*choice.cuts, choice.taken)))
        chips = [Quote(text[begin + cut : end], text[begin : begin + cut]) for cut in cuts]
        self._start.show_choices(chips, cuts.index(choice.taken), lambda at: self._begin_at(begin + cuts[at]))
        if choice.offered is not None:
            words = QCoreApplication.translate("Inspector", "Leave the clitic out")
            self._offer.show_parts(Words(words), *self._cut_key)
            self._offer.setToolTip(text[begin + choice.offered : end])

    def _begin_at(self, start: int) -> None:
        if self._span and self._span.start != start:
            self._desk.resize(self._span.id, start, self._span.end)

    def _show_others(self, text: str, span: Span) -> None:
        self._chips.clear()
        others = [o for o in self._desk.spans if o.id != span.id and o.start < span.end and o.end > span.start]
        for other in others[:NEIGHBOURS]:
            self._chips.addWidget(self._chip(other, quote(other, text)))
        self._others.setVisible(bool(others))
        self._lines[1].setVisible(bool(others))

    def _chip(self, span: Span, words: str) -> Button:
        label = self._desk.scheme.label(span.label)
        mark = [Picture(partial(_mark, label))] if label else []
        chip = Button(self._theme, "option", *mark, Quote(shortened(words, CHIP_LETTERS)), parent=self._neighbours)
        chip.setAccessibleName(f"{label_name(self._desk.scheme, span.label)}: {words}")
        chip.clicked.connect(lambda: self._desk.pick(span.id))
        chip.show()
        return chip


def quote_label() -> Prose:
    """A label for words of the article: Naskh, right to left, wrapped, as they are."""
    label = Prose(line_em=QUOTE_LINE_EM)
    label.setFont(reading_font(QUOTE_PT))
    label.setWordWrap(True)
    label.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return label


def _section() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(EDGE_PX, 12, EDGE_PX, 12)
    column.setSpacing(6)
    return column


def _mark(label: Label, theme: Theme) -> QPixmap:
    return mark_pixmap(label, theme, current())
