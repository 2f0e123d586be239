"""A change: one gesture of a person as a value, with its inverse."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from annotator.core.layer import Comment, Decision, Event, Layer, Relation
from annotator.core.rule import GuidelineRule
from annotator.core.setting import Setting
from annotator.core.span import Span

Row = Span | Event | Relation | Layer | Comment | Decision | Setting | GuidelineRule
Kind = TypeVar("Kind", Span, Event, Relation, Layer, Comment, Decision)


@dataclass(frozen=True, slots=True)
class Edit:
    """One row before and after: `None` before means added, `None` after means removed.

    Raises ValueError when both sides are missing or are not the same row.
    """

    before: Row | None
    after: Row | None

    def __post_init__(self) -> None:
        if self.before is None and self.after is None:
            raise ValueError("an edit needs a row before or after")
        if self.before is not None and self.after is not None and key(self.before) != key(self.after):
            raise ValueError("an edit keeps the identity of its row")

    @property
    def row(self) -> Row:
        """The row concerned, as it is after the edit, or as it was if the edit removes it."""
        row = self.after if self.after is not None else self.before
        assert row is not None
        return row

    def inverse(self) -> "Edit":
        """The edit that takes this one back."""
        return Edit(self.after, self.before)


@dataclass(frozen=True, slots=True)
class Change:
    """A gesture: what it is called (a command's name and its words), in which article ("" where it concerns the whole
    project), and its edits in order."""

    name: str
    article: str
    edits: tuple[Edit, ...]
    undoes: int | None = None

    def inverse(self, undoes: int) -> "Change":
        """The change that takes this one, kept under number `undoes`, back."""
        edits = tuple(edit.inverse() for edit in reversed(self.edits))
        return Change(self.name, self.article, edits, undoes)


def key(row: Row) -> tuple[str, ...]:
    """What makes a row that row: its kind and its id, with its layer where ids are the layer's own."""
    layer = getattr(row, "layer", "") if isinstance(row, Span | Event | Relation) else ""
    return (type(row).__name__, layer, row.id)


def with_edits(kind: type[Kind], rows: Iterable[Kind], edits: Iterable[Edit]) -> tuple[Kind, ...]:
    """The rows of one kind after the edits of that kind: changed ones in their place, added ones at the end."""
    held = {key(row): row for row in rows}
    for edit in edits:
        if isinstance(edit.row, kind):
            if isinstance(edit.after, kind):
                held[key(edit.row)] = edit.after
            else:
                held.pop(key(edit.row), None)
    return tuple(held.values())
