"""History: which changes can be undone and redone, told from the log alone."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class History:
    """The log folded: numbers of the changes that stand (`done`) and of the undoings that can be redone (`undone`)."""

    done: tuple[int, ...] = ()
    undone: tuple[int, ...] = ()

    def after(self, seq: int, undoes: int | None) -> "History":
        """The history once change `seq`, which takes back change `undoes` (or nothing), was kept."""
        if undoes is not None and self.done and self.done[-1] == undoes:
            return History(self.done[:-1], (*self.undone, seq))
        if undoes is not None and self.undone and self.undone[-1] == undoes:
            return History((*self.done, seq), self.undone[:-1])
        return History((*self.done, seq), ())

    @property
    def next_undo(self) -> int | None:
        """The change that undo takes back."""
        return self.done[-1] if self.done else None

    @property
    def next_redo(self) -> int | None:
        """The undoing that redo takes back."""
        return self.undone[-1] if self.undone else None


def fold(log: Iterable[tuple[int, int | None]]) -> History:
    """The history told by a log of (seq, undoes), oldest first; linear in its length."""
    done: list[int] = []
    undone: list[int] = []
    for seq, undoes in log:
        if undoes is not None and done and done[-1] == undoes:
            done.pop()
            undone.append(seq)
        elif undoes is not None and undone and undone[-1] == undoes:
            undone.pop()
            done.append(seq)
        else:
            done.append(seq)
            undone.clear()
    return History(tuple(done), tuple(undone))
