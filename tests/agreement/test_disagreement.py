"""What annotators differ on: its kind, how bad it is, what hangs together."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.agreement.cluster import MOST_MARKS
from annotator.agreement.disagreement import Cluster, article_severity, span_clusters, worst_first
from annotator.agreement.kind import AGREE, KINDS, TANGLE
from annotator.agreement.plot import event_clusters
from annotator.core.layer import Event
from annotator.core.policy import Policy
from annotator.core.span import Span
from tests.agreement.bench import TEXT, Marked, marks, sheet_of, words_in

POLICY = Policy(frozenset({frozenset({"ACTOR", "TARGET"})}), frozenset({"CLAIM"}), frozenset({"stance"}))


def clusters(
    *layers: Sequence[Marked] | Sequence[Span], text: str | int = TEXT, policy: Policy = POLICY
) -> list[Cluster]:
    return span_clusters(sheet_of(text, *layers), policy)


def only(found: Sequence[Cluster]) -> Cluster:
    (cluster,) = (cluster for cluster in found if cluster.kind != AGREE)
    return cluster


KINDS_OF = [
    ("clitic", ("بالصواريخ", "WEAPON"), ("الصواريخ", "WEAPON")),
    ("article", ("الجيش", "ACTOR"), ("جيش", "ACTOR")),
    ("punctuation", ("«كتائب الفجر»", "ACTOR"), ("كتائب الفجر", "ACTOR")),
    ("punctuation", ("الثلاثاء،", "TARGET"), ("الثلاثاء", "TARGET")),
    ("head", ("مقرّ الجيش", "TARGET"), ("مقرّ", "TARGET")),
    ("extent", ("ونفت وزارة الدفاع", "CLAIM"), ("ونفت", "CLAIM")),
    ("boundary", ("مقرّ الجيش", "TARGET"), ("الجيش ــ فجر", "TARGET")),
    ("label", ("وزارة الدفاع", "ACTOR"), ("وزارة الدفاع", "CLAIM")),
    ("confusable", ("وزارة الدفاع", "ACTOR"), ("وزارة الدفاع", "TARGET")),
    ("boundary_label", ("وزارة الدفاع", "ACTOR"), ("وزارة", "CLAIM")),
]


def placed(phrase: tuple[str, str]) -> list[Marked]:
    """The phrase where it first stands behind the first quotation mark, so that both versions are about one place."""
    start = TEXT.index(phrase[0], TEXT.index("إن"))
    return [(start, start + len(phrase[0]), phrase[1])]


@pytest.mark.parametrize(("kind", "first", "second"), KINDS_OF)
def test_a_difference_is_called_what_it_is(kind: str, first: tuple[str, str], second: tuple[str, str]) -> None:
    for one, other in ((first, second), (second, first)):
        assert only(clusters(placed(one), placed(other))).kind == kind


def test_what_all_marked_alike_is_agreed_and_ties_nothing_together() -> None:
    """A long agreed span around three disagreements leaves them three."""
    long = (0, 60, "CLAIM")
    found = clusters([long, (2, 5, "ACTOR"), (10, 15, "ACTOR")], [long, (2, 6, "ACTOR"), (10, 15, "TARGET")], text=80)
    assert [cluster.kind for cluster in found].count(AGREE) == 1
    assert len(found) == 3


def test_one_span_against_its_pieces_is_split_or_merged() -> None:
    found = only(clusters([(0, 20, "ACTOR")], [(0, 8, "ACTOR"), (10, 20, "ACTOR")], text=40))
    assert found.kind == "split_merge"
    assert found.facets == ("split_merge",)


def test_nested_against_flat_is_told_from_missing() -> None:
    outer, inner = (0, 20, "TARGET"), (5, 10, "ACTOR")
    assert only(clusters([outer, inner], [outer], text=40)).kind == "nested"
    assert only(clusters([outer, (25, 30, "ACTOR")], [outer], text=40)).kind == "missing"


def test_attributes_of_spans_that_agree_can_differ_and_a_stance_is_called_so() -> None:
    first, second = (
        [Span("l", "s", "CLAIM", ((0, 5),), (("stance", stance), ("mode", mode)))]
        for stance, mode in (("claims", "letter"), ("denies", "call"))
    )
    assert only(clusters(first, second, text=20)).facets == ("attribute", "stance")
    assert only(clusters(first, second, text=20)).kind == "stance"
    same = [replace(first[0], attributes=first[0].attributes[::-1])]
    assert [cluster.kind for cluster in clusters(first, same, text=20)] == [AGREE]


def test_touching_is_not_overlapping() -> None:
    assert len(clusters([(0, 5, "ACTOR")], [(5, 9, "ACTOR")], text=20)) == 2


def test_a_tangle_is_cut_where_it_hangs_together_least() -> None:
    chain = [(place, place + 10, "ACTOR") for place in range(0, 120, 8)]
    found = clusters(chain[::2], chain[1::2], text=200)
    assert len(found) > 1
    assert all(TANGLE in cluster.facets for cluster in found)
    assert all(sum(len(version.spans) for version in cluster.versions) <= MOST_MARKS for cluster in found)


def test_two_against_one_is_milder_than_one_against_one() -> None:
    mark = [(0, 5, "ACTOR")]
    tied = only(clusters(mark, [], text=20)).severity
    outvoted = only(clusters(mark, mark, [], text=20)).severity
    assert 0 < outvoted < tied == KINDS["missing"].severity


def test_the_weight_of_a_label_counts() -> None:
    first, second = placed(("وزارة الدفاع", "ACTOR")), placed(("وزارة", "ACTOR"))
    light = only(clusters(first, second)).severity
    heavy = only(clusters(first, second, policy=replace(POLICY, weights={"ACTOR": 2.0}))).severity
    assert heavy == pytest.approx(2 * light)


def test_the_worst_come_first_and_what_agrees_does_not_come() -> None:
    first = [*words_in(TEXT, ("كتائب الفجر", "ACTOR"), ("وزارة الدفاع", "ACTOR")), (0, 4, "CLAIM")]
    second = [*words_in(TEXT, ("«كتائب الفجر»", "ACTOR"), ("وزارة الدفاع", "TARGET")), (0, 4, "CLAIM")]
    found = clusters(first, second)
    assert [cluster.kind for cluster in worst_first(found)] == ["confusable", "punctuation"]


def test_a_large_article_with_one_disagreement_is_less_urgent_than_a_small_one() -> None:
    many = [(place, place + 2, "ACTOR") for place in range(0, 100, 4)]
    large = clusters(many, [*many[1:], (0, 2, "TARGET")], text=120)
    small = clusters(many[:2], [many[1], (0, 2, "TARGET")], text=120)
    assert article_severity(large) < article_severity(small) < 1.0
    assert article_severity(clusters(many, many, text=120)) == 0.0


def test_fewer_than_two_annotators_disagree_on_nothing() -> None:
    sheet = sheet_of(40, [(0, 5, "ACTOR")])
    assert span_clusters(sheet, POLICY) == []
    assert event_clusters(sheet, POLICY) == []


LAYERS = st.lists(marks(most=6), min_size=2, max_size=3)


@given(LAYERS)
def test_every_mark_stands_in_one_cluster(layers: list[list[Marked]]) -> None:
    found = clusters(*layers, text=40)
    for number, layer in enumerate(layers):
        spans = [span for cluster in found for span in cluster.versions[number].spans]
        assert sorted((s.start, s.end, s.label) for s in spans) == sorted(set(layer))


@given(LAYERS)
def test_clusters_are_sound_whatever_was_marked(layers: list[list[Marked]]) -> None:
    found = clusters(*layers, text=40)
    assert len({cluster.key for cluster in found}) == len(found)
    for cluster in found:
        assert cluster.kind in KINDS
        assert 0.0 <= cluster.severity <= 1.0
        same = len({frozenset((s.label, s.fragments) for s in v.spans) for v in cluster.versions}) == 1
        assert (cluster.kind == AGREE) == same
        assert (cluster.severity == 0.0) == same


PIECES_OF_A_TANGLE: list[list[Marked]] = [
    [(0, 1, "ACTOR"), (0, 1, "TARGET"), (0, 1, "WEAPON"), (0, 2, "ACTOR"), (10, 20, "ACTOR")],
    [(0, 2, "TARGET"), (0, 7, "ACTOR")],
    [(1, 2, "ACTOR"), (6, 11, "ACTOR")],
]


@example(PIECES_OF_A_TANGLE)
@given(LAYERS)
def test_who_comes_first_changes_neither_kinds_nor_severities(layers: list[list[Marked]]) -> None:
    turned = layers[::-1]
    ours, theirs = (
        sorted((c.start, c.end, c.kind, c.facets, round(c.severity, 9)) for c in clusters(*rows, text=40))
        for rows in (layers, turned)
    )
    assert ours == theirs


@given(marks(most=5), marks(most=5), marks(most=2))
def test_a_key_changes_when_a_version_does_and_only_then(
    first: list[Marked], second: list[Marked], third: list[Marked]
) -> None:
    before = {cluster.key: cluster for cluster in clusters(first, second, text=40)}
    after = {cluster.key: cluster for cluster in clusters(first, third, text=40)}
    for key in before.keys() & after.keys():
        said = [[{(s.label, s.fragments) for s in v.spans} for v in c[key].versions] for c in (before, after)]
        assert said[0] == said[1]
    if set(second) == set(third):
        assert before.keys() == after.keys()


SPANS: list[Marked] = [(0, 5, "ACTOR"), (10, 15, "TARGET"), (20, 25, "CLAIM"), (30, 33, "EVENT")]
FULL = Event("l", "e", "ATTACK", "s3", (("attacker", "s0"), ("target", "s1")), ("s2",), (("realis", "actual"),))


@pytest.mark.parametrize(
    ("other", "kinds"),
    [
        (FULL, [AGREE]),
        (None, ["missing_event"]),
        (replace(FULL, arguments=(("attacker", "s0"),)), ["missing_argument"]),
        (replace(FULL, claims=()), ["missing_argument"]),
        (replace(FULL, trigger=None), ["missing_argument"]),
        (replace(FULL, arguments=(("target", "s0"), ("attacker", "s1"))), ["swapped_roles"]),
        (replace(FULL, attributes=(("realis", "future"),)), ["attribute"]),
        (replace(FULL, type="PROTEST"), ["attribute"]),
        (replace(FULL, attributes=(("realis", "future"),), claims=()), ["attribute", "missing_argument"]),
    ],
)
def test_events_differ_in_being_there_in_their_parts_and_in_what_is_said(other: Event | None, kinds: list[str]) -> None:
    sheet = sheet_of(60, SPANS, SPANS, events=[[FULL], [other] if other else []])
    assert sorted(cluster.kind for cluster in event_clusters(sheet, POLICY)) == kinds


def test_an_argument_whose_span_is_not_marked_says_that_the_span_is_missing() -> None:
    theirs = [SPANS[0], *SPANS[2:]]
    other = Event("l", "e", "ATTACK", "s2", (("attacker", "s0"),), ("s1",), FULL.attributes)
    (cluster,) = event_clusters(sheet_of(60, SPANS, theirs, events=[[FULL], [other]]), POLICY)
    assert cluster.facets == ("missing", "missing_argument")


def test_three_annotators_share_an_event_and_one_lacks_it() -> None:
    sheet = sheet_of(60, SPANS, SPANS, SPANS, events=[[FULL], [replace(FULL, arguments=(("attacker", "s0"),))], []])
    found = {cluster.kind: cluster for cluster in event_clusters(sheet, POLICY)}
    assert sorted(found) == ["missing_argument", "missing_event"]
    assert [bool(version.events) for version in found["missing_event"].versions] == [True, True, False]
    assert found["missing_argument"].versions[0].roles == ("target",)
