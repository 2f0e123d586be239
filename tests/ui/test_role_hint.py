"""Role hints, without the window: which key stands for which part, and which span has which letter."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import paths
from annotator.core.layer import Event
from annotator.core.scheme import EventType, Role, Scheme
from annotator.core.scheme_file import read_scheme
from annotator.core.span import Span
from annotator.ui.framing import CLAIMS, TRIGGER
from annotator.ui.hint import EASE
from annotator.ui.role_hint import (
    Letters,
    centre,
    held,
    is_silent,
    letter_keys,
    letters,
    nearest_event,
    slots,
    useful,
)

SCHEME = read_scheme(paths.resource("scheme.toml").read_text(encoding="utf-8"))
ATTACK = SCHEME.events[0]
EMPTY = Event("layer", "e", "ATTACK")


def span(name: str, start: int, label: str = "ACTOR", length: int = 3) -> Span:
    return Span("layer", name, label, ((start, start + length),))


def keys(scheme: Scheme, kind: EventType) -> dict[str, str]:
    return {slot.id: slot.key for slot in slots(scheme, kind)}


def test_every_part_has_the_key_of_the_label_it_takes_in_the_order_of_the_labels() -> None:
    assert list(keys(SCHEME, ATTACK).items()) == [
        ("attacker", "1"), ("target", "2"), ("weapon", "3"), (CLAIMS, "4"), (TRIGGER, "5"), ("place", "6"),
        ("time", "7"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("labels", "key"), [(("ACTOR",), "9"), (("ACTOR", "SOURCE"), "8"), (("WEAPON", "PLACE"), "6"), (("SOURCE",), "8")]
)
def test_a_part_whose_labels_key_is_taken_has_the_next_labels_or_a_spare_one(labels: tuple[str, ...], key: str) -> None:
    roles = [role for role in ATTACK.roles if role.id != "place"]
    found = keys(SCHEME, replace(ATTACK, roles=(*roles, Role("organiser", {}, labels))))
    assert found["attacker"] == "1"
    assert found["organiser"] == key
    assert len(set(found.values())) == len(found)


def test_parts_that_nothing_can_be_put_in_do_not_show_unless_something_is_in_them() -> None:
    every = slots(SCHEME, ATTACK)
    shown = [slot.id for slot in useful(every, SCHEME, [], EMPTY)]
    assert shown == ["attacker", "target", "weapon", CLAIMS]
    shown = [slot.id for slot in useful(every, SCHEME, [span("p", 0, "PLACE")], EMPTY)]
    assert shown == ["attacker", "target", "weapon", CLAIMS, "place"]
    shown = [slot.id for slot in useful(every, SCHEME, [], replace(EMPTY, trigger="gone"))]
    assert TRIGGER in shown


def test_what_an_event_holds_in_a_part() -> None:
    event = replace(
        EMPTY, trigger="t", arguments=(("attacker", "a"), ("target", "b"), ("attacker", "c")), claims=("d", "e")
    )
    found = {slot.id: held(event, slot) for slot in slots(SCHEME, ATTACK)}
    assert found[TRIGGER] == ("t",)
    assert found["attacker"] == ("a", "c")
    assert found["weapon"] == ()
    assert found[CLAIMS] == ("d", "e")


def test_silence_is_known_where_the_scheme_has_a_word_for_it() -> None:
    event = replace(EMPTY, attributes=(("no_actor", "yes"),))
    assert [slot.id for slot in slots(SCHEME, ATTACK) if is_silent(event, slot)] == ["attacker"]
    assert [slot.id for slot in slots(SCHEME, ATTACK) if slot.silence] == ["attacker", CLAIMS]


def test_the_nearest_span_has_the_easiest_letter() -> None:
    spans = [span("far", 90), span("near", 40), span("other", 41, "TARGET"), span("before", 10)]
    found = letters(spans, ("ACTOR",), 50, (), EASE)
    assert {key: one.id for key, one in found.places().items()} == {"F": "near", "J": "before", "D": "far"}
    found = letters(spans, ("ACTOR",), 50, ("near",), EASE)
    assert next(iter(found.places().values())).id == "before"


@given(st.integers(0, 80), st.integers(1, 26))
def test_by_space_every_span_gets_a_letter_once_and_then_the_nearest_again(count: int, wide: int) -> None:
    opened = Letters(tuple(span(str(number), number * 5) for number in range(count)), EASE[:wide])
    seen: list[str] = []
    now = opened
    for _ in range(max(1, -(-count // wide))):
        seen += [one.id for one in now.places().values()]
        now = now.shifted()
    assert seen == [str(number) for number in range(count)]
    assert now == opened


def test_keys_that_mean_something_else_are_no_letters() -> None:
    assert letter_keys(["F", "1", "J"]) == EASE[2:]


def test_an_event_lies_at_its_trigger_else_at_its_last_argument_else_at_its_last_claim() -> None:
    spans = [span("t", 5), span("a", 10), span("b", 20), span("c", 30)]
    event = replace(EMPTY, arguments=(("attacker", "a"), ("attacker", "b")), claims=("c",))
    assert centre(replace(event, trigger="t"), spans, 99) == 5
    assert centre(event, spans, 99) == 20
    assert centre(replace(event, arguments=()), spans, 99) == 30
    assert centre(replace(event, arguments=(("attacker", "gone"),), claims=()), spans, 99) == 99


def test_the_nearest_event_is_the_one_with_the_nearest_span_and_empty_ones_come_last() -> None:
    spans = [span("a", 10), span("b", 80)]
    first = replace(EMPTY, id="1", arguments=(("attacker", "a"),))
    second = replace(EMPTY, id="2", claims=("b",))
    events = (EMPTY, first, second)
    assert nearest_event(events, spans, 12) == first
    assert nearest_event(events, spans, 60) == second
    assert nearest_event((EMPTY,), spans, 0) == EMPTY
    assert nearest_event((), spans, 0) is None
