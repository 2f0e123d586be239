"""Editing a scheme: ids stay, looks are derived and checked, and what spans say is carried along."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import paths
from annotator.core import attribute_edit as attributes
from annotator.core import scheme_edit as labels
from annotator.core.change import with_edits
from annotator.core.colour import LEAST_CONTRAST, PAPER, contrast
from annotator.core.layer import Comment, Event, Relation
from annotator.core.scheme import CHOICE, COUNT, TEXT, Scheme, SchemeError
from annotator.core.scheme_edit import SPARE, Draft
from annotator.core.scheme_file import read_scheme
from annotator.core.scheme_rule import EVENT, LABEL, Content, Relabel, carry, edits_between
from annotator.core.span import Span
from tests.core.drafts import draw_draft

SCHEME = read_scheme(paths.resource("scheme.toml").read_text(encoding="utf-8"))
VICTIM = {"ar": "ضحية", "en": "Victim"}
TARGET = (LABEL, "TARGET")


def span(name: str, label: str, start: int = 0, **attributes: str) -> Span:
    return Span("layer", name, label, ((start, start + 3),), tuple(attributes.items()))


# ---------------------------------------------------------------- one label


def test_renaming_changes_names_only() -> None:
    renamed = labels.rename_label(SCHEME, "ACTOR", {"ar": "جهة", "en": "Party"})
    label, before = renamed.label("ACTOR"), SCHEME.label("ACTOR")
    assert label is not None
    assert before is not None
    assert label.names == {"ar": "جهة", "en": "Party"}
    assert replace(label, names=before.names) == before


def test_a_name_in_one_language_stands_for_both() -> None:
    assert labels.rename_label(SCHEME, "ACTOR", {"ar": " جهة "}).labels[0].names == {"ar": "جهة", "en": "جهة"}


@pytest.mark.parametrize("names", [{}, {"ar": " "}, {"en": "a\u202eb"}, {"ar": "ط" * 101}])
def test_a_name_that_cannot_be_read_is_refused(names: dict[str, str]) -> None:
    with pytest.raises(SchemeError):
        labels.rename_label(SCHEME, "ACTOR", names)


def test_a_bar_too_light_to_be_seen_is_refused_with_its_contrast() -> None:
    with pytest.raises(SchemeError, match=r"2\.2 to 1"):
        labels.recolour_label(SCHEME, "ACTOR", "#C0AF50")
    label = labels.recolour_label(SCHEME, "ACTOR", "#7a3b00").labels[0]
    assert label.colours["light"].bar == "#7A3B00"
    assert all(contrast(label.colours[theme].bar, paper) >= LEAST_CONTRAST for theme, paper in PAPER.items())


def test_the_nearest_label_is_told_for_the_worst_sight_and_theme() -> None:
    found = labels.nearest_label(SCHEME, "ACTOR")
    assert found is not None
    assert (round(found[0], 1), found[1].id) == (18.9, "CLAIM")
    alone = replace(SCHEME, every_label=SCHEME.every_label[:1])
    assert labels.nearest_label(alone, "ACTOR") is None


def test_two_labels_cannot_have_one_key() -> None:
    with pytest.raises(SchemeError, match="ACTOR"):
        labels.key_label(SCHEME, "TARGET", "1")
    with pytest.raises(SchemeError):
        labels.key_label(SCHEME, "TARGET", "ف")
    assert labels.key_label(SCHEME, "TARGET", "G").labels[1].key == "G"


def test_helpers_are_switched_on_and_stay_helpers() -> None:
    on = labels.switch_label(SCHEME, "PLACE", True)
    assert [label.id for label in on.labels] == ["ACTOR", "TARGET", "WEAPON", "CLAIM", "PLACE"]
    assert not on.labels[-1].core
    assert labels.switch_label(on, "PLACE", False) == SCHEME
    with pytest.raises(SchemeError):
        labels.switch_label(SCHEME, "ACTOR", False)


def test_labels_move_and_stop_at_the_ends() -> None:
    moved = labels.move_label(SCHEME, "WEAPON", -1)
    assert [label.id for label in moved.labels] == ["ACTOR", "WEAPON", "TARGET", "CLAIM"]
    assert labels.move_label(SCHEME, "ACTOR", -5) == SCHEME


def test_a_new_label_takes_the_next_spare_colour_with_a_free_pattern_and_the_next_key() -> None:
    label = labels.add_label(SCHEME, VICTIM).every_label[-1]
    assert (label.id, label.key, label.marks) == ("VICTIM", "9", {"ar": "ض", "en": "V"})
    bar = label.colours["light"].bar
    assert bar == next(spare for spare in SPARE if all(one.colours["light"].bar != spare for one in SCHEME.labels))
    assert label.pattern not in {one.pattern for one in SCHEME.every_label if one.colours["light"].bar == bar}
    assert label.in_use


def test_many_new_labels_never_look_alike() -> None:
    scheme = SCHEME
    for number in range(17):
        scheme = labels.add_label(scheme, {"ar": f"وسم {number}", "en": f"Label {number}"})
    looks = [(label.colours["light"].bar, label.pattern) for label in scheme.every_label]
    assert len(set(looks)) == len(looks) == 25
    assert len({label.key for label in scheme.every_label}) == 25


def test_an_id_that_was_ever_used_is_not_given_again() -> None:
    assert labels.add_label(SCHEME, VICTIM, taken={"VICTIM"}).every_label[-1].id == "VICTIM_2"
    assert labels.add_label(SCHEME, {"ar": "ضحية"}).every_label[-1].id == "LABEL"
    with pytest.raises(SchemeError):
        labels.add_label(SCHEME, VICTIM, label_id="ACTOR")


# ---------------------------------------------------------------- merging and splitting labels


def test_merging_makes_spans_roles_and_relations_follow() -> None:
    edited = labels.merge_label(SCHEME, "ACTOR", "TARGET")
    scheme = edited.scheme
    assert scheme.label("ACTOR") is None
    assert scheme.events[0].roles[0].labels == ("TARGET",)
    assert next(one for one in scheme.relations if one.id == "claim_source").targets == ("TARGET", "SOURCE")
    assert edited.rules == (Relabel("ACTOR", "TARGET"),)
    assert scheme.tour is None
    read_scheme_back(scheme)


def test_the_merged_label_can_hold_all_that_either_held() -> None:
    target = labels.merge_label(SCHEME, "ACTOR", "TARGET").scheme.label("TARGET")
    actor = SCHEME.label("ACTOR")
    assert target is not None
    assert actor is not None
    for one in actor.attributes:
        held = target.attribute(one.id)
        assert held is not None
        assert all(held.takes(choice.id) for choice in one.choices)


def test_attributes_of_another_kind_get_another_name_when_labels_are_merged() -> None:
    scheme = attributes.add_attribute(SCHEME, (LABEL, "ACTOR"), {"ar": "العدد", "en": "Count"}, TEXT)
    edited = labels.merge_label(scheme, "ACTOR", "TARGET")
    carried = carry(Content((span("one", "ACTOR", count="a few"),)), edited.rules).content.spans[0]
    merged = edited.scheme.label("TARGET")
    assert merged is not None
    (name, value), = carried.attributes
    held, own = merged.attribute(name), merged.attribute("count")
    assert held is not None
    assert own is not None
    assert (name != "count", held.takes(value), own.kind) == (True, True, COUNT)


def test_spans_that_come_to_say_the_same_become_one_and_keep_their_places() -> None:
    before = Content(
        spans=(span("a", "ACTOR", subtype="crowd", certainty="named"), span("t", "TARGET", subtype="military")),
        events=(Event("layer", "e", "ATTACK", "a", (("attacker", "a"), ("target", "t"), ("attacker", "t")), ("a",)),),
        relations=(
            Relation("layer", "r", "same_as", "a", "t"),
            Relation("layer", "s", "same_as", "x", "a"),
            Relation("layer", "u", "same_as", "x", "t"),
        ),
        comments=(Comment("c", "article", "layer", "a", "me", None, "?", "now"),),
    )
    carried = carry(before, labels.merge_label(SCHEME, "ACTOR", "TARGET").rules)
    kept = span("t", "TARGET", subtype="military", certainty="named")
    assert carried.content.spans == (kept,)
    assert carried.content.events == (
        Event("layer", "e", "ATTACK", "t", (("attacker", "t"), ("target", "t")), ("t",)),
    )
    assert [relation.id for relation in carried.content.relations] == ["u"]
    assert carried.content.comments[0].span == "t"
    assert carried.joined == {"a"}
    assert carried.lost == {"t"}
    edits = tuple(edits_between(before, carried.content))
    assert set(with_edits(Span, before.spans, edits)) == set(carried.content.spans)


def test_splitting_takes_the_spans_that_hold_the_value() -> None:
    edited = labels.split_label(SCHEME, "TARGET", "kind", "human", VICTIM)
    ids = [label.id for label in edited.scheme.every_label]
    assert ids[:3] == ["ACTOR", "TARGET", "VICTIM"]
    assert edited.scheme.events[0].roles[1].labels == ("TARGET", "VICTIM")
    spans = (span("a", "TARGET", kind="human"), span("b", "TARGET", 5), span("c", "ACTOR", 9, kind="human"))
    after = carry(Content(spans), edited.rules).content.spans
    assert [one.label for one in after] == ["VICTIM", "TARGET", "ACTOR"]
    assert after[0].attributes == spans[0].attributes
    with pytest.raises(SchemeError):
        labels.split_label(SCHEME, "TARGET", "kind", "nobody", VICTIM)


# ---------------------------------------------------------------- attributes and choices


def test_merging_choices_changes_what_was_set() -> None:
    edited = attributes.merge_choice(SCHEME, TARGET, "subtype", "security", "military")
    spans = (span("a", "TARGET", subtype="security"), span("b", "ACTOR", subtype="security"))
    after = carry(Content(spans), edited.rules)
    assert [one.attributes for one in after.content.spans] == [(("subtype", "military"),), (("subtype", "security"),)]


def test_splitting_a_choice_asks_another_attribute() -> None:
    edited = attributes.split_choice(SCHEME, TARGET, "subtype", "civilians", ("outcome", "killed"), VICTIM)
    spans = (span("a", "TARGET", subtype="civilians", outcome="killed"), span("b", "TARGET", 5, subtype="civilians"))
    after = carry(Content(spans), edited.rules).content.spans
    assert [dict(one.attributes)["subtype"] for one in after] == ["victim", "civilians"]


def test_splitting_an_attribute_moves_its_choices_and_what_was_chosen() -> None:
    edited = attributes.split_attribute(SCHEME, TARGET, "outcome", {"damaged"}, {"ar": "الضرر", "en": "Damage"})
    spans = (span("a", "TARGET", outcome="damaged"), span("b", "TARGET", 5, outcome="killed"))
    after = carry(Content(spans), edited.rules)
    assert [one.attributes for one in after.content.spans] == [(("damage", "damaged"),), (("outcome", "killed"),)]
    with pytest.raises(SchemeError):
        attributes.split_attribute(SCHEME, TARGET, "outcome", set(), VICTIM)


def test_merging_attributes_keeps_what_stands_and_tells_what_is_lost() -> None:
    edited = attributes.merge_attribute(SCHEME, TARGET, "outcome", "kind")
    spans = (span("a", "TARGET", outcome="killed"), span("b", "TARGET", 5, kind="human", outcome="killed"))
    carried = carry(Content(spans), edited.rules)
    assert [one.attributes for one in carried.content.spans] == [(("kind", "killed"),), (("kind", "human"),)]
    assert carried.lost == {"b"}


def test_events_follow_their_attributes() -> None:
    owner = (EVENT, "ATTACK")
    edited = attributes.merge_choice(SCHEME, owner, "realis", "historical", "actual")
    event = Event("layer", "e", "ATTACK", attributes=(("realis", "historical"),))
    assert carry(Content((), (event,)), edited.rules).content.events[0].attributes == (("realis", "actual"),)
    with pytest.raises(SchemeError):
        attributes.merge_attribute(SCHEME, owner, "no_actor", "no_claim")


def test_an_attribute_with_choices_needs_one() -> None:
    with pytest.raises(SchemeError):
        attributes.add_attribute(SCHEME, TARGET, VICTIM, CHOICE)


# ---------------------------------------------------------------- whatever is done


def read_scheme_back(scheme: Scheme) -> None:
    from annotator.core.scheme_text import write_scheme

    assert replace(read_scheme(write_scheme(scheme)), toml="") == replace(scheme, toml="")


VALUED = [
    (label.id, tuple((one.id, choice.id) for one in label.attributes for choice in one.choices))
    for label in SCHEME.every_label
]


@st.composite
def contents(draw: st.DrawFn) -> Content:
    """A layer that is valid under the default scheme."""
    spans: list[Span] = []
    for number in range(draw(st.integers(0, 7))):
        label, pairs = draw(st.sampled_from(VALUED))
        some = draw(st.lists(st.sampled_from(pairs), max_size=3, unique_by=lambda pair: pair[0])) if pairs else []
        made = Span("layer", f"s{number}", label, ((draw(st.integers(0, 2)), 9),), tuple(some))
        if all((made.label, made.fragments) != (other.label, other.fragments) for other in spans):
            spans.append(made)
    kind = SCHEME.events[0]
    fitting = [(role.id, one.id) for role in kind.roles for one in spans if one.label in role.labels]
    arguments = draw(st.lists(st.sampled_from(fitting), unique=True)) if fitting else []
    realis = (("realis", draw(st.sampled_from(["actual", "negated"]))), ("no_actor", "yes"))
    return Content(tuple(spans), (Event("layer", "e", kind.id, None, tuple(arguments), (), realis),))


@settings(max_examples=300)
@given(st.data(), contents())
def test_whatever_is_edited_no_span_is_lost_and_what_was_valid_stays_so(data: st.DataObject, before: Content) -> None:
    draft = draw_draft(data, SCHEME)
    carried = carry(before, draft.rules)
    after = carried.content
    assert {one.fragments for one in after.spans} == {one.fragments for one in before.spans}
    assert {one.id for one in before.spans} - {one.id for one in after.spans} == carried.joined
    assert len({(one.label, one.fragments) for one in after.spans}) == len(after.spans)
    by_id = {one.id: one for one in after.spans}
    for one in after.spans:
        label = draft.scheme.label(one.label)
        assert label is not None
        for name, value in one.attributes:
            held = label.attribute(name)
            assert held is not None
            assert held.takes(value)
    for event in after.events:
        kind = draft.scheme.event_type(event.type)
        assert kind is not None
        for role_id, filler in event.arguments:
            role = kind.role(role_id)
            assert role is not None
            assert by_id[filler].label in role.labels
        for name, value in event.attributes:
            told = kind.attribute(name)
            assert told is not None
            assert told.takes(value)
    if not carried.joined and not carried.lost:
        assert sum(len(one.attributes) for one in after.spans) == sum(len(one.attributes) for one in before.spans)


@given(st.data())
def test_ids_are_never_given_to_something_else(data: st.DataObject) -> None:
    draft = draw_draft(data, SCHEME)
    ids = [label.id for label in draft.scheme.every_label]
    assert len(ids) == len(set(ids))
    keys = [label.key for label in draft.scheme.every_label]
    assert len(keys) == len(set(keys))
    assert Draft(SCHEME, SCHEME).is_changed is False
