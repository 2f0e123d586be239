"""Agreement on events: which are the same, and who plays which part."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement.count import count
from annotator.agreement.figure import Figure
from annotator.agreement.option import Options
from annotator.agreement.report import Report, report
from annotator.agreement.tally import tally
from annotator.core.layer import Event
from tests.agreement.bench import Marked, sheet_of

SPANS: list[Marked] = [(0, 5, "ACTOR"), (10, 15, "TARGET"), (20, 25, "WEAPON"), (30, 35, "TARGET")]


def event(name: str, *arguments: tuple[str, str], **more: object) -> Event:
    return Event("l", name, "ATTACK", arguments=arguments, **more)  # type: ignore[arg-type]


def reported(first: Sequence[Event], second: Sequence[Event], theirs: Sequence[Marked] = SPANS) -> Report:
    options = Options(resamples=0, closed=frozenset({("ATTACK", "realis")}))
    return report(tally([sheet_of(60, SPANS, theirs, events=[first, second])], options))


def values(found: Report) -> tuple[float | None, ...]:
    return tuple(figure.value for figure in found.events.figures.values())


WHOLE = event("e1", ("attacker", "s0"), ("target", "s1"), ("weapon", "s2"))


def test_the_same_event_agrees_wholly_whatever_it_is_called() -> None:
    other = event("e9", ("weapon", "s2"), ("attacker", "s0"), ("target", "s1"))
    assert values(reported([WHOLE], [other])) == (1.0, 1.0, 1.0)


def test_an_event_only_one_has_is_missing_with_its_parts() -> None:
    assert values(reported([WHOLE], [])) == (0.0, 0.0, 0.0)


def test_no_events_at_all_are_undefined_with_a_reason() -> None:
    found = reported([], [])
    assert values(found) == (None, None, None)
    assert all(str(figure.reason) for figure in found.events.figures.values())


def test_swapped_roles_keep_the_event_and_lose_the_parts() -> None:
    swapped = event("e1", ("target", "s0"), ("attacker", "s1"), ("weapon", "s2"))
    found = reported([WHOLE], [swapped])
    assert values(found) == (1.0, 1 / 3, 1 / 3)
    assert {row.about[1]: row.figures["f1_role_exact"] for row in found.roles} == {
        "attacker": Figure(0.0),
        "target": Figure(0.0),
        "weapon": Figure(1.0),
    }


def test_nearly_the_same_span_in_a_role_counts_for_the_relaxed_figure_alone() -> None:
    theirs: list[Marked] = [(0, 6, "ACTOR"), *SPANS[1:]]
    assert values(reported([WHOLE], [WHOLE], theirs)) == (1.0, 2 / 3, 1.0)


def test_events_are_paired_by_most_shared_spans() -> None:
    """The first event shares one span with either of theirs, the second three with the second."""
    first = [event("e1", ("attacker", "s0")), event("e2", ("attacker", "s0"), ("target", "s1"), ("weapon", "s2"))]
    second = [event("e1", ("attacker", "s0"), ("target", "s1"), ("weapon", "s2")), event("e2", ("attacker", "s0"))]
    assert values(reported(first, second)) == (1.0, 1.0, 1.0)


def test_events_that_share_no_span_are_not_the_same() -> None:
    assert values(reported([event("e1", ("target", "s1"))], [event("e1", ("target", "s3"))]))[0] == 0.0


def test_a_trigger_alone_makes_events_the_same() -> None:
    found = reported([event("e1", trigger="s0")], [event("e1", trigger="s0")])
    assert values(found) == (1.0, None, None)


def test_attributes_are_compared_on_events_that_match() -> None:
    first, second = (event("e1", ("attacker", "s0"), attributes=(("realis", value),)) for value in ("actual", "future"))
    (row,) = reported([first], [second]).attributes
    assert (row.owner, row.name, row.of_events, row.things, row.alike.value) == ("ATTACK", "realis", True, 1, 0.0)


PART = st.tuples(st.sampled_from(["attacker", "target"]), st.sampled_from(["s0", "s1", "s2", "s3"]))
PARTS = st.lists(PART, max_size=4)
EVENTS = st.lists(PARTS.map(lambda parts: event("e", *parts)), max_size=3)


@given(EVENTS, EVENTS)
def test_event_figures_are_symmetric_bounded_and_exact_is_never_above_relaxed(
    first: list[Event], second: list[Event]
) -> None:
    here, there = values(reported(first, second)), values(reported(second, first))
    assert here == there
    assert all(value is None or 0.0 <= value <= 1.0 for value in here)
    assert here[1] is None or (here[2] is not None and here[1] <= here[2])


@given(EVENTS)
def test_who_made_the_same_events_agrees_on_all_that_have_a_span(events: list[Event]) -> None:
    told = [one for one in events if one.arguments]
    found = values(reported(told, told))
    assert found == ((1.0, 1.0, 1.0) if told else (None, None, None))


def test_spans_that_are_no_longer_there_fill_no_role() -> None:
    counts = count(sheet_of(60, SPANS, SPANS, events=[[event("e", ("attacker", "gone"))], [WHOLE]]))
    assert counts["role_first", "a", "b", "attacker"] == 0
    assert counts["events_first", "a", "b"] == 1
