"""Frame words: what the window says in event mode."""

from PySide6.QtCore import QCoreApplication

from annotator.core.scheme import word
from annotator.ui import language
from annotator.ui.framing import CLAIMS, TRIGGER
from annotator.ui.role_hint import Slot
from annotator.ui.role_hinter import RoleHinter
from annotator.ui.wording import isolated


def slot_name(slot: Slot) -> str:
    """What a part of an event is called in the window's language."""
    if slot.id == TRIGGER:
        return QCoreApplication.translate("Frame", "Trigger")
    if slot.id == CLAIMS:
        return QCoreApplication.translate("Frame", "Claim")
    return word(slot.names, language.current(), slot.id)


def mode_words(roles: RoleHinter) -> str:
    """What can be done next in event mode; "" outside it."""
    shown = roles.letters.shown
    if shown is None:
        if roles.kind is None:
            return ""
        words = QCoreApplication.translate("Frame", "%1: press a part’s key; Enter when it is complete")
        return words.replace("%1", isolated(roles.kind.name(language.current())))
    slot = roles.slot
    if len(shown.spans) > len(shown.keys):
        words = QCoreApplication.translate("Frame", "%1: press a span’s letter, or Space for spans further off")
    else:
        words = QCoreApplication.translate("Frame", "%1: press a span’s letter")
    return words.replace("%1", isolated(slot_name(slot) if slot else roles.title))
