"""The steps of the guided tour: what each asks for, and how it is told that it was done."""

from collections.abc import Callable
from dataclasses import dataclass

from annotator.core.change import Change
from annotator.core.layer import DONE, Layer
from annotator.core.span import Span

LABEL, RELABEL, UNDO, FINISH = "label", "relabel", "undo", "finish"


@dataclass(frozen=True, slots=True)
class Aim:
    """What the tour is about: the words [start, end) in code points, the label asked for, and one to try instead."""

    article: str
    quote: str
    start: int
    end: int
    label: str
    other: str

    def is_met_by(self, span: Span) -> bool:
        """Whether the span lies on the words."""
        return span.start < self.end and span.end > self.start


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its name, and whether a change that was just kept fulfils it."""

    name: str
    is_done_by: Callable[[Change, Aim], bool]


def _labels(change: Change, aim: Aim) -> bool:
    return any(
        isinstance(edit.after, Span) and aim.is_met_by(edit.after) and edit.after.label == aim.label
        for edit in change.edits
    )


def _relabels(change: Change, aim: Aim) -> bool:
    return change.undoes is None and any(
        isinstance(edit.before, Span)
        and isinstance(edit.after, Span)
        and aim.is_met_by(edit.after)
        and edit.after.label != edit.before.label
        for edit in change.edits
    )


def _undoes(change: Change, aim: Aim) -> bool:
    return change.undoes is not None


def _finishes(change: Change, aim: Aim) -> bool:
    return any(isinstance(edit.after, Layer) and edit.after.status == DONE for edit in change.edits)


STEPS = (Step(LABEL, _labels), Step(RELABEL, _relabels), Step(UNDO, _undoes), Step(FINISH, _finishes))
