"""What is done with comments: each is one change of the desk."""

from dataclasses import replace

from annotator.core.change import Edit
from annotator.core.layer import Comment
from annotator.core.sentence import say
from annotator.core.thread import make_answer, make_comment, removal
from annotator.store.store import now
from annotator.ui.desk import Desk

LONGEST = 2_000
"""So many characters a comment may have."""


def comment_on(desk: Desk, body: str, span_id: str | None) -> bool:
    """Write a comment on a span of the open layer, or with None on the article; whether it was kept."""
    if desk.layer is None or desk.annotator is None or desk.article is None:
        desk.ask_who()
        return False
    layer = desk.layer.id if span_id else None
    return _add(desk, make_comment(desk.article.id, layer, span_id, desk.annotator.id, body.strip(), now()))


def answer(desk: Desk, to: Comment, body: str) -> bool:
    """Answer a comment; whether it was kept."""
    if desk.annotator is None:
        desk.ask_who()
        return False
    return _add(desk, make_answer(to, desk.annotator.id, body.strip(), now()))


def settle(desk: Desk, comment: Comment) -> None:
    """Say that a comment's question is settled, or open again."""
    _keep(desk, "settle_comment", Edit(comment, replace(comment, resolved=not comment.resolved)))


def remove_comment(desk: Desk, comment: Comment) -> None:
    """Remove one's own comment, with the answers to it, unless others wrote them."""
    gone = removal(comment, desk.comments)
    own = desk.annotator.id if desk.annotator else ""
    if any(isinstance(edit.row, Comment) and edit.row.author != own for edit in gone):
        desk.told.emit(say("Others wrote this comment, or answered it. Mark it as settled."))
    else:
        _keep(desk, "remove_comment", *gone)


def _add(desk: Desk, comment: Comment) -> bool:
    return bool(comment.body) and _keep(desk, "comment", Edit(None, comment))


def _keep(desk: Desk, name: str, *edits: Edit) -> bool:
    picked = desk.picked
    return desk.keep(name, *edits, pick=picked.id if picked else "")
