"""Keeping a draft of the scheme: one change for the new version and for all the work that follows it."""

from annotator.core.scheme_edit import Draft
from annotator.core.sentence import Refused, say
from annotator.store.scheme_change import scheme_edits
from annotator.store.scheme_version import keep_version, put_in_force
from annotator.ui.desk import Desk


def keep_draft(desk: Desk, draft: Draft) -> bool:
    """Keep the draft as a version, put it in force and make all work follow; says why not if it cannot be kept."""
    if desk.annotator is None:
        desk.ask_who()
        return False
    desk.look_for_others()
    if desk.scheme != draft.before:
        message = "Not saved: the labels were changed in another window meanwhile. Close this and open it again."
        desk.told.emit(say(message))
        return False
    try:
        version = keep_version(desk.store, draft.scheme, draft.rules).version
        edits = scheme_edits(desk.store, draft.rules, version)
        return desk.keep_everywhere("scheme", put_in_force(desk.store, version), *edits)
    except Refused as error:
        desk.failed.emit(error.sentence)
        return False
