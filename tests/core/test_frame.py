"""Event frames as values."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from annotator import paths
from annotator.core import frame
from annotator.core.layer import Event, Relation
from annotator.core.open_item import open_items
from annotator.core.scheme_file import read_scheme
from annotator.core.span import Span, make_span

SCHEME = read_scheme(paths.resource("scheme.toml").read_text(encoding="utf-8"))
(ATTACK,) = SCHEME.events


def span(span_id: str, label: str, start: int) -> Span:
    return replace(make_span("l", label, start, start + 4), id=span_id)


ACTOR, TARGET, WEAPON, CLAIM = (
    span("a", "ACTOR", 0),
    span("t", "TARGET", 10),
    span("w", "WEAPON", 20),
    span("c", "CLAIM", 30),
)


def said(event: Event, language: str) -> str:
    quotes = {"a": "الكتائب", "t": "الميناء", "w": "صاروخ"}
    parts = frame.sentence(event, ATTACK, language)
    return "".join(part.words or " و".join(quotes[s] for s in frame.fillers(event, part.role)) for part in parts)


def test_an_event_is_said_with_what_it_has() -> None:
    event = frame.make_event("l", "ATTACK")
    assert said(event, "ar") == "هجوم"
    for role, filler in (("attacker", "a"), ("target", "t"), ("weapon", "w")):
        event = frame.with_filler(event, ATTACK, role, filler)
    assert said(event, "ar") == "هجوم من الكتائب على الميناء بـصاروخ"
    assert said(event, "en") == "الكتائب attacked الميناء with صاروخ"
    assert said(frame.without_filler(event, "attacker", "a"), "ar") == "هجوم على الميناء بـصاروخ"


def test_roles_beyond_the_patterns_follow() -> None:
    event = frame.with_filler(frame.make_event("l", "ATTACK"), ATTACK, "place", "t")
    assert [part.role for part in frame.sentence(event, ATTACK, "ar")] == ["", "place"]


def test_naming_somebody_ends_the_silence_about_them() -> None:
    event = replace(frame.make_event("l", "ATTACK"), attributes=(("no_actor", "yes"), ("no_claim", "yes")))
    event = frame.with_filler(event, ATTACK, "attacker", "a")
    assert event.attributes == (("no_claim", "yes"),)


def test_an_accusation_may_stand_beside_that_nobody_claims_it() -> None:
    event = replace(frame.make_event("l", "ATTACK"), attributes=(("no_claim", "yes"),))
    claimed = frame.with_claim(event, "c")
    assert (claimed.claims, claimed.attributes) == (("c",), (("no_claim", "yes"),))
    assert frame.with_claim(claimed, "c") is claimed


def test_removing_a_span_detaches_it_everywhere() -> None:
    event = Event("l", "e", "ATTACK", "t", (("attacker", "a"), ("target", "t")), ("c",))
    relations = (Relation("l", "r1", "claim_source", "c", "a"), Relation("l", "r2", "part_of", "t", "t2"))
    edits = frame.detach("a", [event], relations)
    assert [edit.after for edit in edits] == [replace(event, arguments=(("target", "t"),)), None]
    assert frame.detach("w", [event], relations) == ()
    (edit,) = frame.detach("c", [event], ())
    assert edit.after == replace(event, claims=())


def test_fitting_spans_come_nearest_first() -> None:
    spans = [ACTOR, span("a2", "ACTOR", 40), span("a3", "ACTOR", 15), TARGET]
    role = ATTACK.role("attacker")
    assert role is not None
    assert [s.id for s in frame.fitting(spans, role.labels, 18)] == ["a3", "a", "a2"]
    assert [s.id for s in frame.fitting(spans, role.labels, 18, taken=["a3"])] == ["a", "a2"]


def test_what_is_missing_is_listed_and_silence_is_an_answer() -> None:
    event = Event("l", "e", "ATTACK", arguments=(("target", "t"),))
    missing = [(item.kind, item.what) for item in open_items(SCHEME, [], [event])]
    assert missing == [("attribute", "realis"), ("role", "attacker")]
    silent = replace(event, attributes=(("realis", "actual"), ("no_actor", "yes")))
    assert open_items(SCHEME, [], [silent]) == []
    assert [item.what for item in open_items(SCHEME, [CLAIM], [])] == ["stance"]
    assert open_items(SCHEME, [replace(CLAIM, attributes=(("stance", "denies"),))], []) == []


names = st.sampled_from(["a", "b", "c"])


@given(st.lists(st.tuples(names, st.one_of(st.none(), st.text(min_size=1, max_size=3))), max_size=12))
def test_setting_attributes_behaves_like_a_dictionary(steps: list[tuple[str, str | None]]) -> None:
    attributes: tuple[tuple[str, str], ...] = ()
    model: dict[str, str] = {}
    for name, value in steps:
        attributes = frame.with_attribute(attributes, name, value)
        if value is None:
            model.pop(name, None)
        else:
            model[name] = value
    assert dict(attributes) == model
    assert len(attributes) == len(model)
