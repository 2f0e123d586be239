"""Threads: comments in the order in which they are read, answers under what they answer."""

from collections.abc import Callable, Iterable

from annotator.core.change import Edit
from annotator.core.identity import new_id
from annotator.core.layer import Comment


def make_comment(article: str, layer: str | None, span: str | None, author: str, body: str, at: str) -> Comment:
    """A new comment on a span of a layer, or on the article as such."""
    return Comment(new_id(), article, layer, span, author, None, body, at)


def make_answer(to: Comment, author: str, body: str, at: str) -> Comment:
    """A new comment that answers another one, in its thread."""
    return Comment(new_id(), to.article, to.layer, to.span, author, to.parent or to.id, body, at)


def read_in_order(comments: Iterable[Comment], place_of: Callable[[str], int]) -> list[tuple[Comment, bool]]:
    """Each comment, with whether it is an answer: those on the article first, then by `place_of` the span's id.

    An answer whose thread is gone stands for itself.
    """
    known = {comment.id: comment for comment in comments}
    roots = {comment.id: _root(comment, known) for comment in known.values()}
    places = {root.id: place_of(root.span) if root.span else -1 for root in roots.values()}

    def order(comment: Comment) -> tuple[int, str, str, bool, str]:
        root = roots[comment.id]
        return places[root.id], root.at, root.id, comment is not root, comment.at

    return [(comment, roots[comment.id] is not comment) for comment in sorted(known.values(), key=order)]


def _root(comment: Comment, known: dict[str, Comment]) -> Comment:
    seen = {comment.id}
    while comment.parent in known and comment.parent not in seen:
        comment = known[comment.parent]
        seen.add(comment.id)
    return comment


def removal(comment: Comment, comments: Iterable[Comment]) -> tuple[Edit, ...]:
    """The edits that take a comment away, and with it the answers to it."""
    answers = [other for other in comments if other.parent == comment.id]
    return tuple(Edit(row, None) for row in (*answers, comment))
