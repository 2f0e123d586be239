"""“Labels and attributes…”: the project's scheme, changed in place; what happens to existing spans is told first."""

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from annotator.core import scheme_edit as edit
from annotator.core.attribute_edit import attributes_of
from annotator.core.scheme_rule import LABEL, Owner
from annotator.core.sentence import Sentence
from annotator.ui.button import Button, Icon, Words
from annotator.ui.desk import Desk
from annotator.ui.icon import icon_pixmap
from annotator.ui.inspector import scrolling
from annotator.ui.language import number
from annotator.ui.scheme_keeping import keep_draft
from annotator.ui.sheet.attribute_list import AttributeList
from annotator.ui.sheet.attribute_page import AttributePage
from annotator.ui.sheet.banner import ICON_PX, ICONS
from annotator.ui.sheet.drafting import Drafting
from annotator.ui.sheet.effect_strip import EffectStrip
from annotator.ui.sheet.frame import Sheet
from annotator.ui.sheet.label_page import LabelPage
from annotator.ui.sheet.scheme_list import SchemeList
from annotator.ui.sheet.scheme_page import SchemePage
from annotator.ui.style import RING_ROOM_PX, plain_label
from annotator.ui.theme import Theme
from annotator.ui.wording import sentence_words

SIZE = QSize(960, 690)
SIDE_PX = 272


class SchemeSheet(Sheet):
    """Nothing is kept before Save; that is one change, which Ctrl+Z takes back."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Scheme", "Labels and attributes"), theme, SIZE, parent)
        self._desk = desk
        self.drafting = Drafting(desk.store, self)
        self.list = SchemeList(self.drafting, theme)
        self.strip = EffectStrip(theme)
        self.message = plain_label("", "small")
        self._icon = plain_label()
        self.page: SchemePage | None = None
        self._attribute = ""
        self._leaving = False
        self._lay_out_scheme()
        self._connect()
        self._show_owner()
        self._tell()

    # ---------------------------------------------------------------- what it is made of

    def _lay_out_scheme(self) -> None:
        self.side_pane.setFixedWidth(SIDE_PX)
        self.side.addWidget(self.list, 1)
        self.side.addLayout(self._side_buttons())
        self._area: QScrollArea = scrolling(QWidget())
        self.body.addWidget(self._area, 1)
        self.body.addWidget(self.strip)
        self.undo = Button(self.theme, "quiet", Icon("undo"), Words(QCoreApplication.translate("Scheme", "Step back")))
        self.message.setWordWrap(True)
        self.foot.addWidget(self.undo)
        self.foot.addWidget(self._icon)
        self.foot.addSpacing(6)
        self.foot.addWidget(self.message, 1)
        self.cancel.show_parts(Words(QCoreApplication.translate("Scheme", "Cancel")))
        self.primary.show_parts(Words(QCoreApplication.translate("Scheme", "Save")))

    def _side_buttons(self) -> QVBoxLayout:
        self.add = Button(
            self.theme, "small", Icon("plus"), Words(QCoreApplication.translate("Scheme", "Add a label"))
        )
        self.up = Button(self.theme, "small", Words(QCoreApplication.translate("Scheme", "Earlier")))
        self.down = Button(self.theme, "small", Words(QCoreApplication.translate("Scheme", "Later")))
        row = QHBoxLayout()
        row.setContentsMargins(16 - RING_ROOM_PX, 6, 16 - RING_ROOM_PX, 0)
        row.setSpacing(0)
        row.addWidget(self.add)
        row.addStretch(1)
        row.addWidget(self.up)
        row.addWidget(self.down)
        column = QVBoxLayout()
        column.addLayout(row)
        return column

    def _connect(self) -> None:
        self.list.chosen_changed.connect(self._show_chosen)
        self.list.entered.connect(self._enter)
        self.list.added.connect(self.add_label)
        self.list.moved.connect(self._move)
        self.add.clicked.connect(self.add_label)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.undo.clicked.connect(self.drafting.undo)
        self.primary.clicked.connect(self._save)
        self.drafting.rebuilt.connect(self._rebuild)
        self.drafting.changed.connect(self._tell)
        for why in (self.drafting.refused, self._desk.told, self._desk.failed):
            why.connect(self._refuse)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        super().set_theme(theme)
        self.list.set_theme(theme)
        self.strip.set_theme(theme)

    def focus_first(self) -> None:
        """The list, so that the arrows walk it at once."""
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    # ---------------------------------------------------------------- what it shows

    @property
    def owner(self) -> Owner:
        """The label or kind of event that is shown."""
        owner = self.list.owner
        assert owner is not None
        return owner

    def _show_chosen(self) -> None:
        self._attribute = ""
        self._show_owner()

    def open_attribute(self, attribute_id: str) -> None:
        """Show an attribute of what is chosen; "" goes back to that."""
        was = self._attribute
        self._attribute = attribute_id
        self._show_owner()
        self.focus_on("name.ar" if attribute_id else f"attribute.{was}")

    def _show_owner(self) -> None:
        page = self._page()
        page.left.connect(self.focus_first)
        page.opened.connect(self.open_attribute)
        page.went.connect(self._go_to)
        before = self._area.takeWidget()
        if before is not None:
            # Not at once: a click in it may have led here.
            before.deleteLater()
        self._area.setWidget(page)
        page.setAutoFillBackground(False)
        self.page = page
        self._order_stops(page)
        self.up.setEnabled(self.owner[0] == LABEL)
        self.down.setEnabled(self.owner[0] == LABEL)

    def _order_stops(self, page: SchemePage) -> None:
        """Tab leads from the list through the page to the footer, though the page was made last."""
        before: QWidget = self.down
        for part in page.findChildren(QWidget):
            if part.focusPolicy() & Qt.FocusPolicy.TabFocus:
                QWidget.setTabOrder(before, part)
                before = part

    def _page(self) -> SchemePage:
        if self._attribute:
            return AttributePage(self.drafting, self.owner, self._attribute, self.theme)
        if self.owner[0] == LABEL:
            return LabelPage(self.drafting, self.owner[1], self.theme)
        return EventPage(self.drafting, self.owner, self.theme)

    def _rebuild(self) -> None:
        """Other things are there: show them, with the focus where it was."""
        focus = self.focusWidget()
        name = focus.objectName() if focus is not None and self._area.isAncestorOf(focus) else ""
        self.list.refresh()
        known = {one.id for one in attributes_of(self.drafting.scheme, self.owner)}
        if self._attribute not in known:
            self._attribute = ""
        self._show_owner()
        if name:
            self.focus_on(name)

    def focus_on(self, name: str) -> None:
        """Put the focus on the part of the page that has this name; where there is none, on the list."""
        found = self.page.findChild(QWidget, name) if self.page else None
        target = found if found is not None else self.list
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        if found is not None:
            self._area.ensureWidgetVisible(found)

    def _go_to(self, label_id: str) -> None:
        self.list.choose_owner((LABEL, label_id))
        self.focus_on("name.ar")

    def _enter(self) -> None:
        self.focus_on("name.ar")

    def _tell(self) -> None:
        """What follows from the draft: the list, what happens to spans, and whether there is anything to save."""
        self._leaving = False
        self._say("")
        self.list.refresh()
        if self.page is not None:
            self.page.refresh()
        self.strip.tell(self.drafting.effects())
        changed = self.drafting.draft.is_changed
        self.primary.setEnabled(changed)
        self.undo.setEnabled(self.drafting.can_undo)
        version = self.drafting.draft.before.version
        self.show_subtitle(QCoreApplication.translate("Scheme", "Version %1").replace("%1", number(version)))

    def _refuse(self, why: Sentence) -> None:
        self._say(sentence_words(why), "danger")

    def _say(self, words: str, kind: str = "warning") -> None:
        """Say something in the line at the foot, with the icon of its kind; nothing clears it."""
        self.message.setText(words)
        icon = icon_pixmap(ICONS[kind], self.theme.colour(kind), ICON_PX) if words else QPixmap()
        self._icon.setPixmap(icon)

    # ---------------------------------------------------------------- steps

    def add_label(self) -> None:
        """Add a label behind the others, and go to its name."""
        names = {"ar": "وسم جديد", "en": "New label"}
        if self.drafting.do(lambda scheme: edit.add_label(scheme, names, taken=self.drafting.taken)):
            self.list.choose_owner((LABEL, self.drafting.scheme.every_label[-1].id))
            self.focus_on("name.ar")

    def _move(self, step: int) -> None:
        kind, owner_id = self.owner
        if kind == LABEL:
            self.drafting.do(lambda scheme: edit.move_label(scheme, owner_id, step))

    def _save(self) -> None:
        """Keep the draft; what could not be kept stays here, with the reason."""
        if not self.drafting.draft.is_changed:
            return
        if keep_draft(self._desk, self.drafting.draft):
            self.accept()

    def press_cancel(self) -> None:
        """Close; with something unsaved only when asked twice."""
        self.reject()

    def reject(self) -> None:
        """Esc and Cancel. Unsaved changes are lost only by doing it twice."""
        if self.drafting.draft.is_changed and not self._leaving:
            self._leaving = True
            self._say(QCoreApplication.translate("Scheme", "Not saved yet. Once more leaves without saving."))
            return
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if held and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._save()
        else:
            super().keyPressEvent(event)


class EventPage(SchemePage):
    """A kind of event: its attributes. Its roles follow the labels."""

    def __init__(self, drafting: Drafting, owner: Owner, theme: Theme) -> None:
        super().__init__(drafting, theme)
        self.attributes = AttributeList(drafting, owner, theme)
        self.attributes.opened.connect(self.opened)
        self._column.addWidget(self.attributes)
        self._column.addStretch(1)
