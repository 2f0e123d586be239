"""Crowds: the list of spans that have no bar of their own in a line, to choose one from."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QWidget

from annotator.core.span import quote
from annotator.ui import language
from annotator.ui.desk import Desk
from annotator.ui.mark import mark_pixmap
from annotator.ui.settings import setting
from annotator.ui.theme import theme_named
from annotator.ui.wording import isolated

LONGEST = 60
"""A quote in the list is cut to so many code points."""


def crowd_menu(desk: Desk, spans: Sequence[str], parent: QWidget) -> QMenu:
    """A menu of these spans of the open layer, each with its mark and its words; choosing one picks it."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    theme = theme_named(setting("theme"))
    for span in filter(None, map(desk.span, spans)):
        assert desk.article is not None
        words = quote(span, desk.article.text).replace("\n", " ").replace("&", "&&")
        action = menu.addAction(isolated(words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"))
        label = desk.scheme.label(span.label)
        if label is not None:
            action.setIcon(QIcon(mark_pixmap(label, theme, language.current())))
        action.triggered.connect(partial(_pick, desk, span.id))
    return menu


def _pick(desk: Desk, span_id: str, *_: object) -> None:
    desk.pick(span_id)
