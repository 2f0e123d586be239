"""History told from the log behaves like the two stacks that people know from other programs."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.history import History, fold


@given(st.lists(st.sampled_from(["do", "undo", "redo"]), max_size=60))
def test_undo_and_redo_walk_the_same_states_as_two_stacks(gestures: list[str]) -> None:
    log: list[tuple[int, int | None]] = []
    history = History()
    state: tuple[int, ...] = ()
    past: list[tuple[int, ...]] = []
    future: list[tuple[int, ...]] = []
    meaning: dict[int, tuple[int, ...]] = {}
    for seq, gesture in enumerate(gestures, 1):
        undoes = {"do": None, "undo": history.next_undo, "redo": history.next_redo}[gesture]
        if gesture == "do":
            past.append(state)
            future.clear()
            state = (*state, seq)
        elif undoes is None:
            assert not (past if gesture == "undo" else future)
            continue
        elif gesture == "undo":
            future.append(state)
            state = past.pop()
        else:
            past.append(state)
            state = future.pop()
        log.append((seq, undoes))
        history = history.after(seq, undoes)
        meaning[seq] = state
        assert (history.next_undo is None) == (not past)
        assert (history.next_redo is None) == (not future)
        assert fold(log) == history
    if log:
        assert meaning[log[-1][0]] == state


def test_a_new_change_ends_what_could_be_redone() -> None:
    history = History().after(1, None).after(2, None).after(3, 2)
    assert (history.next_undo, history.next_redo) == (1, 3)
    assert history.after(4, None).next_redo is None
