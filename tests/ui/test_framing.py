"""Framing: each verb is one change of the events, refuses what the scheme does not allow, and can be taken back."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator import paths
from annotator.core import frame
from annotator.core.layer import Event
from annotator.core.span import Span
from annotator.store.check import check
from annotator.store.events import events_of, relations_of
from annotator.ui import framing
from annotator.ui.desk import Desk
from annotator.ui.wording import change_words
from drive import make_project

ARTICLE = "seed-01"
LABELS = ("ACTOR", "TARGET", "WEAPON", "CLAIM")
RAID = """
[[event]]
id = "RAID"
name = { ar = "غارة", en = "Raid" }
triggers = []
[[event.role]]
id = "raider"
name = { ar = "مُغير", en = "Raider" }
labels = ["ACTOR"]
[[event.sentence]]
roles = []
words = { ar = "غارة", en = "A raid" }

"""


@contextmanager
def opened(path: Path) -> Iterator[Desk]:
    """A desk with the work of one of the sample's annotators on it."""
    desk = Desk()
    desk.open_project(path)
    desk.set_annotator("ليلى")
    desk.open_article(ARTICLE)
    yield desk
    desk.close_project()


@pytest.fixture
def layla(qapp: QApplication, home: Path, sample: Path) -> Iterator[Desk]:
    with opened(sample) as desk:
        yield desk


def spans(desk: Desk, label: str) -> list[Span]:
    return [span for span in desk.spans if span.label == label]


def made(desk: Desk) -> Event:
    """A new event with nothing in it."""
    desk.pick("")
    event_id = framing.new_event(desk)
    assert event_id is not None
    event = desk.event_of(event_id)
    assert event is not None
    return event


def now(desk: Desk, event: Event) -> Event:
    after = desk.event_of(event.id)
    assert after is not None
    return after


def kept(desk: Desk) -> int:
    """How many changes were kept so far."""
    return int(desk.store.connection.execute("SELECT count(*) FROM change").fetchone()[0])


def test_the_sample_has_work_to_go_on_with(layla: Desk) -> None:
    assert [len(spans(layla, label)) > 1 for label in LABELS] == [True] * 4
    assert len(layla.events) > 2


def test_a_new_event_is_of_the_schemes_type_and_picked_and_empty_without_a_picked_span(layla: Desk) -> None:
    event = made(layla)
    assert layla.picked_event == event == layla.events[-1]
    assert (event.type, event.trigger, event.arguments, event.claims) == ("ATTACK", None, (), ())


@pytest.mark.parametrize(
    ("label", "role"), [("ACTOR", "attacker"), ("TARGET", "target"), ("WEAPON", "weapon"), ("CLAIM", "")]
)
def test_the_picked_span_takes_the_part_that_it_fits_and_stays_picked(layla: Desk, label: str, role: str) -> None:
    span = spans(layla, label)[0]
    layla.pick(span.id)
    framing.new_event(layla)
    event = layla.picked_event
    assert event is not None
    assert event.arguments == (((role, span.id),) if role else ())
    assert event.claims == (() if role else (span.id,))
    assert layla.picked == span


def test_the_picked_span_becomes_the_trigger_where_the_scheme_says_so(layla: Desk) -> None:
    assert layla.article is not None
    layla.label_range("EVENT", 0, 3)
    framing.new_event(layla)
    assert layla.picked is not None
    assert layla.picked_event is not None
    assert layla.picked_event.trigger == layla.picked.id
    assert framing.set_trigger(layla, layla.picked_event.id, None)
    assert layla.picked_event.trigger is None
    assert framing.set_trigger(layla, layla.picked_event.id, layla.picked.id)
    assert layla.picked_event.trigger == layla.picked.id


def test_a_role_takes_several_spans_and_one_span_several_events(layla: Desk) -> None:
    first, second = made(layla), made(layla)
    one, other = spans(layla, "TARGET")[:2]
    for event, span in ((first, one), (first, other), (second, one)):
        assert framing.fill(layla, event.id, "target", span.id)
    assert frame.fillers(now(layla, first), "target") == (one.id, other.id)
    assert frame.fillers(now(layla, second), "target") == (one.id,)
    assert framing.take_out(layla, first.id, "target", one.id)
    assert frame.fillers(now(layla, first), "target") == (other.id,)
    assert layla.span(one.id) == one


def test_contradictory_claims_stand_together_and_are_dropped_one_by_one(layla: Desk) -> None:
    event = made(layla)
    claims = [span.id for span in spans(layla, "CLAIM")[:2]]
    assert all(framing.add_claim(layla, event.id, claim) for claim in claims)
    assert now(layla, event).claims == tuple(claims)
    assert framing.drop_claim(layla, event.id, claims[0])
    assert now(layla, event).claims == (claims[1],)


def test_nobody_named_and_somebody_named_exclude_each_other(layla: Desk, qtbot: QtBot) -> None:
    event, actor = made(layla), spans(layla, "ACTOR")[0]
    assert framing.set_silent(layla, event.id, "attacker")
    assert frame.attribute(now(layla, event).attributes, "no_actor") == "yes"
    assert framing.fill(layla, event.id, "attacker", actor.id)
    assert frame.attribute(now(layla, event).attributes, "no_actor") is None
    with qtbot.waitSignal(layla.told):
        assert not framing.set_silent(layla, event.id, "attacker")
    assert now(layla, event).arguments == (("attacker", actor.id),)


def test_that_nobody_claims_the_event_may_be_said_beside_the_words_that_say_so(layla: Desk) -> None:
    event, words = made(layla), spans(layla, "CLAIM")[0]
    framing.add_claim(layla, event.id, words.id)
    assert framing.set_silent(layla, event.id, framing.CLAIMS)
    assert now(layla, event).claims == (words.id,)
    assert frame.attribute(now(layla, event).attributes, "no_claim") == "yes"
    assert framing.set_silent(layla, event.id, framing.CLAIMS, False)
    assert frame.attribute(now(layla, event).attributes, "no_claim") is None


def test_attributes_are_set_changed_and_taken_out(layla: Desk) -> None:
    event = made(layla)
    for value in ("actual", "future", None):
        assert framing.set_attribute(layla, event.id, "realis", value)
        assert frame.attribute(now(layla, event).attributes, "realis") == value
    assert now(layla, event) == event


def test_removing_an_event_leaves_its_spans(layla: Desk) -> None:
    event, before = layla.events[0], layla.spans
    layla.pick_event(event.id)
    assert framing.remove_event(layla, event.id)
    assert layla.event_of(event.id) is None
    assert layla.picked_event is None
    assert layla.spans == before


def test_only_an_event_with_nothing_in_it_changes_its_type(qapp: QApplication, home: Path, tmp_path: Path) -> None:
    scheme = paths.resource("scheme.toml").read_text(encoding="utf-8")
    at = scheme.index("[[event]]")
    project = make_project(tmp_path / "two.hashiya", scheme[:at] + RAID + scheme[at:], ["خبر عن غارة"])
    desk = Desk()
    desk.open_project(project)
    desk.set_annotator("هدى")
    event = made(desk)
    assert event.type == "RAID"
    assert framing.set_type(desk, event.id, "ATTACK")
    assert _said(desk) == "make it “\u2068Attack\u2069”"
    desk.label_range("ACTOR", 0, 3)
    assert framing.fill(desk, event.id, "attacker", desk.spans[0].id)
    assert not framing.set_type(desk, event.id, "RAID")
    assert now(desk, event).type == "ATTACK"
    assert framing.new_event(desk, "ATTACK")
    assert desk.events[-1].type == "ATTACK"
    desk.close_project()


def test_stepping_goes_round_the_events_both_ways(layla: Desk) -> None:
    count = len(layla.events)
    walked = []
    for _ in range(count + 1):
        framing.step_event(layla, 1)
        walked.append(layla.picked_event)
    assert walked == [*layla.events, layla.events[0]]
    framing.step_event(layla, -1)
    assert layla.picked_event == layla.events[-1]


def _wrong_label(desk: Desk, event: str) -> object:
    return framing.fill(desk, event, "weapon", spans(desk, "ACTOR")[0].id)


REFUSED: dict[str, Callable[[Desk, str], object]] = {
    "a span of another label": _wrong_label,
    "an actor as a claim": lambda desk, event: framing.add_claim(desk, event, spans(desk, "ACTOR")[0].id),
    "an actor as trigger": lambda desk, event: framing.set_trigger(desk, event, spans(desk, "ACTOR")[0].id),
    "a role that is none": lambda desk, event: framing.fill(desk, event, "cook", spans(desk, "ACTOR")[0].id),
    "a span that is none": lambda desk, event: framing.fill(desk, event, "attacker", "nothing"),
    "an event that is none": lambda desk, event: framing.remove_event(desk, "nothing"),
    "a value that is none": lambda desk, event: framing.set_attribute(desk, event, "realis", "never"),
    "an attribute that is none": lambda desk, event: framing.set_attribute(desk, event, "mood", "sad"),
    "silence of a role without": lambda desk, event: framing.set_silent(desk, event, "weapon"),
}


@pytest.mark.parametrize("verb", REFUSED.values(), ids=REFUSED)
def test_what_the_scheme_does_not_allow_is_told_and_nothing_is_kept(
    layla: Desk, qtbot: QtBot, verb: Callable[[Desk, str], object]
) -> None:
    event = made(layla)
    before = kept(layla)
    with qtbot.waitSignal(layla.told):
        assert not verb(layla, event.id)
    assert (kept(layla), now(layla, event)) == (before, event)


def test_what_is_so_already_is_not_kept_again(layla: Desk) -> None:
    event, actor = made(layla), spans(layla, "ACTOR")[0]
    assert framing.fill(layla, event.id, "attacker", actor.id)
    before = kept(layla)
    assert not framing.fill(layla, event.id, "attacker", actor.id)
    assert not framing.take_out(layla, event.id, "target", actor.id)
    assert not framing.set_attribute(layla, event.id, "realis", None)
    assert kept(layla) == before


def test_nobody_can_frame_without_a_name(qapp: QApplication, home: Path, sample: Path, qtbot: QtBot) -> None:
    desk = Desk()
    desk.open_project(sample)
    desk.open_first()
    with qtbot.waitSignal(desk.annotator_wanted):
        assert framing.new_event(desk) is None
    desk.close_project()


def test_every_verb_has_words_for_undo(layla: Desk) -> None:
    event = made(layla)
    actor, claim = spans(layla, "ACTOR")[0], spans(layla, "CLAIM")[0]
    said = [_said(layla)]
    verbs: list[Callable[[], object]] = [
        lambda: framing.fill(layla, event.id, "attacker", actor.id),
        lambda: framing.take_out(layla, event.id, "attacker", actor.id),
        lambda: framing.add_claim(layla, event.id, claim.id),
        lambda: framing.drop_claim(layla, event.id, claim.id),
        lambda: framing.set_silent(layla, event.id, "attacker"),
        lambda: framing.set_attribute(layla, event.id, "realis", "actual"),
        lambda: framing.set_attribute(layla, event.id, "realis", None),
        lambda: layla.label_range("EVENT", 0, 3) and framing.set_trigger(layla, event.id, spans(layla, "EVENT")[0].id),
        lambda: framing.set_trigger(layla, event.id, None),
        lambda: framing.remove_event(layla, event.id),
    ]
    for verb in verbs:
        assert verb()
        said.append(_said(layla))
    assert said == [
        "new event",
        "add as Attacker",
        "take out of the event",
        "add a claim",
        "take a claim out of the event",
        "set “\u2068No actor named\u2069” to “\u2068Yes\u2069”",
        "set “\u2068Realis\u2069” to “\u2068Actual\u2069”",
        "clear “\u2068Realis\u2069”",
        "set the trigger",
        "take the trigger out",
        "remove the event",
    ]


def _said(desk: Desk) -> str:
    change = desk.next_undo
    assert change is not None
    return change_words(change, desk.scheme)


# ---------------------------------------------------------------- whatever is done can be taken back

TABLES = ("span", "event", "relation", "comment")


def content(desk: Desk) -> list[tuple[object, ...]]:
    """Every row of the project that an annotator's gesture can change, as stored; when it was changed is left out."""
    rows: list[tuple[object, ...]] = []
    for table in TABLES:
        rows += sorted((table, *row) for row in desk.store.connection.execute(f"SELECT * FROM {table}"))
    rows += desk.store.connection.execute("SELECT id, status, open_answer, spans FROM layer ORDER BY id").fetchall()
    return rows


def pick_one(desk: Desk, number: int, label: str = "") -> str:
    """The id of one of the spans, of a label or of any."""
    found = [span.id for span in desk.spans if label in ("", span.label)]
    return found[number % len(found)] if found else ""


Step = tuple[str, int, int]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ("new", "new from span", "fill", "misfit", "take out", "claim", "drop claim", "trigger", "no trigger",
             "attribute", "silent", "heard", "remove event", "remove span", "undo", "redo")
        ),
        st.integers(0, 40),
        st.integers(0, 40),
    ),
    max_size=14,
)  # fmt: skip
ROLES = ("attacker", "target", "weapon", "place", "time")
VALUES = (("realis", "actual"), ("realis", None), ("event_type", "battles"), ("date_text", "أمس"), ("no_claim", "yes"))


def take(desk: Desk, step: Step) -> None:
    """One verb, on an event and a span chosen by numbers."""
    verb, which, what = step
    event = desk.events[which % len(desk.events)] if desk.events else None
    verbs: dict[str, Callable[[str], object]] = {
        "fill": lambda e: framing.fill(desk, e, ROLES[what % 3], pick_one(desk, what, LABELS[what % 3])),
        "misfit": lambda e: framing.fill(desk, e, ROLES[what % 5], pick_one(desk, which)),
        "take out": lambda e: _take_out(desk, e, what),
        "claim": lambda e: framing.add_claim(desk, e, pick_one(desk, what, "CLAIM")),
        "drop claim": lambda e: framing.drop_claim(desk, e, pick_one(desk, what, "CLAIM")),
        "trigger": lambda e: framing.set_trigger(desk, e, pick_one(desk, what, "EVENT")),
        "no trigger": lambda e: framing.set_trigger(desk, e, None),
        "attribute": lambda e: framing.set_attribute(desk, e, *VALUES[what % len(VALUES)]),
        "silent": lambda e: framing.set_silent(desk, e, (framing.CLAIMS, "attacker")[what % 2]),
        "heard": lambda e: framing.set_silent(desk, e, (framing.CLAIMS, "attacker")[what % 2], False),
        "remove event": lambda e: framing.remove_event(desk, e),
    }
    if verb in verbs and event is not None:
        verbs[verb](event.id)
        return
    desk.pick(pick_one(desk, what) if verb in ("new from span", "remove span") else "")
    alone: dict[str, Callable[[], object]] = {"remove span": desk.remove, "undo": desk.undo, "redo": desk.redo}
    alone.get(verb, lambda: framing.new_event(desk))()


def _take_out(desk: Desk, event_id: str, what: int) -> None:
    event = desk.event_of(event_id)
    if event is not None and event.arguments:
        framing.take_out(desk, event_id, *event.arguments[what % len(event.arguments)])


@settings(max_examples=25)
@given(steps=STEPS)
def test_any_verbs_in_any_order_are_taken_back_to_the_very_rows(
    sample_bytes: bytes, qapp: QApplication, steps: list[Step]
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sample.hashiya"
        path.write_bytes(sample_bytes)
        with opened(path) as desk:
            desk.label_range("EVENT", 0, 3)
            before, done = content(desk), len(desk.history.done)
            for step in steps:
                if step[0] != "undo" or len(desk.history.done) > done:
                    take(desk, step)
                _is_sound(desk)
            while len(desk.history.done) > done:
                desk.undo()
            assert content(desk) == before
            _is_sound(desk)
            assert list(check(desk.store)) == []


def _is_sound(desk: Desk) -> None:
    """What lies on the desk is what is stored, and no event or relation names a span that is gone."""
    assert desk.layer is not None
    ids = {span.id for span in desk.spans}
    assert sorted(desk.events, key=lambda event: event.id) == sorted(
        events_of(desk.store, desk.layer.id), key=lambda event: event.id
    )
    assert set(desk.relations) == set(relations_of(desk.store, desk.layer.id))
    for event in desk.events:
        assert {span for _, span in event.arguments} | set(event.claims) | ({event.trigger} - {None}) <= ids
        kind = desk.scheme.event_type(event.type)
        assert kind is not None
        silent = [role for role in kind.roles if frame.is_silent(event, role)]
        assert not any(frame.fillers(event, role.id) for role in silent)
