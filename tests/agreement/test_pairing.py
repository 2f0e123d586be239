"""F1 in all its strictness, held against plain counting."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement.count import add, count, total
from annotator.agreement.option import Options
from annotator.agreement.pairing import CONFUSION, MATCHED, RELAXED
from annotator.agreement.tally import ALL, PAIR, grouped, span_figures
from annotator.core.span import Span
from tests.agreement import oracle
from tests.agreement.bench import LABELS, TEXT, Marked, apart, marks, sheet_of, words_in

ORDER = ("f1_exact", "f1_edge", "f1_edge_clitic")


def figures(*layers: Sequence[Marked] | Sequence[Span], text: str | int = 40) -> dict[str, float | None]:
    row = grouped(count(sheet_of(text, *layers))).get((ALL,), {})
    return {name: figure.value for name, figure in span_figures(row).items()}


def test_half_of_the_spans_alike_is_an_exact_f1_of_a_half() -> None:
    found = figures([(0, 5, "ACTOR"), (10, 15, "TARGET")], [(0, 5, "ACTOR"), (10, 15, "CLAIM")])
    assert found["f1_exact"] == 0.5
    assert found["f1_unlabelled"] == 1.0
    assert found["f1_character"] == 0.5


def test_two_who_marked_nothing_have_no_f1_and_one_alone_has_0() -> None:
    assert set(figures([], []).values()) == {None}
    assert set(figures([(0, 5, "ACTOR")], []).values()) == {0.0}


def test_what_only_one_has_finished_is_not_compared() -> None:
    assert total([sheet_of(40, [(0, 5, "ACTOR")])]) == {}


def test_punctuation_vowel_marks_and_elongation_at_the_edges_are_one_thing_for_the_edge_measure() -> None:
    text = "قال «الجيشُ ــ» ذلك"
    first = words_in(text, ("«الجيشُ ــ»", "ACTOR"))
    second = words_in(text, ("الجيش", "ACTOR"))
    found = figures(first, second, text=text)
    assert (found["f1_exact"], found["f1_edge"], found["f1_edge_clitic"]) == (0.0, 1.0, 1.0)


@pytest.mark.parametrize(
    ("text", "longer", "shorter"),
    [
        ("قصفت بالصواريخ", "بالصواريخ", "الصواريخ"),
        ("قصفت بالصواريخ", "بالصواريخ", "صواريخ"),
        ("ووزارة الدفاع نفت", "ووزارة الدفاع", "وزارة الدفاع"),
        ("قال الجيش", "الجيش", "جيش"),
    ],
)
def test_attached_proclitics_are_one_thing_for_the_clitic_measure_alone(text: str, longer: str, shorter: str) -> None:
    end = text.index(longer) + len(longer)
    first, second = [(end - len(longer), end, "ACTOR")], [(end - len(shorter), end, "ACTOR")]
    found = figures(first, second, text=text)
    assert (found["f1_exact"], found["f1_edge"], found["f1_edge_clitic"]) == (0.0, 0.0, 1.0)


def test_another_word_at_the_edge_is_forgiven_by_neither() -> None:
    first, second = words_in(TEXT, ("كتائب الفجر", "ACTOR")), words_in(TEXT, ("كتائب", "ACTOR"))
    found = figures(first, second, text=TEXT)
    assert (found["f1_edge"], found["f1_edge_clitic"]) == (0.0, 0.0)


def test_one_long_span_has_one_partner_only() -> None:
    """Matched without one-to-one, a long span would match all of its parts."""
    found = figures([(0, 40, "ACTOR")], [(0, 20, "ACTOR"), (20, 40, "ACTOR")])
    assert found["f1_relaxed"] == pytest.approx(2 / 3)


def test_spans_of_several_pieces_agree_by_their_pieces() -> None:
    split = [Span("l", "s1", "ACTOR", ((0, 4), (10, 14)))]
    whole = [Span("l", "s1", "ACTOR", ((0, 14),))]
    assert figures(split, split)["f1_exact"] == 1.0
    found = figures(split, whole)
    assert (found["f1_exact"], found["f1_relaxed"]) == (0.0, 1.0)
    assert found["f1_character"] == pytest.approx(2 * 8 / (8 + 14))


@given(marks(), marks())
def test_exact_f1_is_what_sets_give(first: list[Marked], second: list[Marked]) -> None:
    assert figures(first, second)["f1_exact"] == oracle.f1_exact(first, second)


@given(marks(length=8), marks(length=8))
def test_unlabelled_f1_is_what_sets_of_places_give(first: list[Marked], second: list[Marked]) -> None:
    places = [[(start, end, "") for start, end, _ in layer] for layer in (first, second)]
    assert figures(first, second)["f1_unlabelled"] == oracle.f1_exact(*places)


@given(marks(), marks())
def test_character_f1_is_what_letters_give(first: list[Marked], second: list[Marked]) -> None:
    expected = oracle.f1_character(first, second)
    found = figures(first, second)["f1_character"]
    assert found == (None if expected is None else pytest.approx(expected))


FEW = marks(length=20, most=5, labels=("A", "B"))


@given(FEW, FEW, st.sampled_from([0.2, 0.5, 0.8]))
def test_relaxed_f1_pairs_off_as_many_as_can_be(first: list[Marked], second: list[Marked], iou: float) -> None:
    counts = count(sheet_of(20, first, second), Options(iou=iou))
    found = sum(number for key, number in counts.items() if key[0] == RELAXED)
    assert found == oracle.most_pairs(first, second, iou)


@given(marks(length=80), marks(length=80))
def test_a_looser_measure_is_never_below_a_stricter_one(first: list[Marked], second: list[Marked]) -> None:
    found = figures(first, second, text=TEXT[:80])
    if found["f1_exact"] is not None:
        values = [found[name] for name in ORDER]
        assert values == sorted(values, key=lambda value: value or 0.0)
        assert (found["f1_relaxed"] or 0.0) >= found["f1_exact"]
        if all(len(set(layer)) == len({mark[:2] for mark in layer}) for layer in (first, second)):
            assert (found["f1_unlabelled"] or 0.0) >= found["f1_exact"]


@given(marks(), marks(), st.permutations(LABELS))
def test_f1_is_symmetric_bounded_and_blind_to_names(
    first: list[Marked], second: list[Marked], names: list[str]
) -> None:
    renamed = dict(zip(LABELS, names, strict=True))
    swapped = [[(start, end, renamed[label]) for start, end, label in layer] for layer in (second, first)]
    found = figures(first, second)
    assert found == figures(*swapped)
    assert all(value is None or 0.0 <= value <= 1.0 for value in found.values())


@given(marks())
def test_who_marked_the_same_agrees_wholly_by_every_measure(layer: list[Marked]) -> None:
    assert set(figures(layer, layer, text=TEXT[:40]).values()) == ({1.0} if layer else {None})


@given(apart(most=3), st.integers(0, 2), st.integers(1, 3))
def test_exact_never_comes_below_one_changed_edge(layer: list[Marked], which: int, step: int) -> None:
    if layer:
        start, end, label = layer[which % len(layer)]
        moved = [mark for mark in layer if mark != (start, end, label)] + [(start, end + step, label)]
        same, worse = figures(layer, layer, text=50), figures(layer, moved, text=50)
        assert all((same[name] or 0.0) >= (worse[name] or 0.0) for name in same)


@given(st.lists(st.lists(marks(most=4), min_size=2, max_size=3), min_size=1, max_size=4), st.integers(0, 4))
def test_counting_articles_apart_and_together_is_one(articles: list[list[list[Marked]]], cut: int) -> None:
    sheets = [sheet_of(40, *layers, id=f"a{number}") for number, layers in enumerate(articles)]
    apart_counts = total(sheets[:cut])
    add(apart_counts, total(sheets[cut:]))
    assert apart_counts == total(sheets)


@given(st.lists(marks(most=4), min_size=3, max_size=3), st.permutations(range(3)))
def test_figures_of_a_pair_do_not_depend_on_who_else_is_there(layers: list[list[Marked]], order: list[int]) -> None:
    groups = grouped(count(sheet_of(40, *layers)))
    for one, other in ((0, 1), (0, 2), (1, 2)):
        here = span_figures(groups[PAIR, "abc"[one], "abc"[other]])
        assert {name: figure.value for name, figure in here.items()} == figures(layers[one], layers[other])
    moved = grouped(count(sheet_of(40, *(layers[place] for place in order))))
    assert span_figures(moved[ALL,]) == span_figures(groups[ALL,])


def test_confusion_counts_matched_labels_and_what_has_no_match() -> None:
    first = [(0, 10, "ACTOR"), (20, 30, "TARGET"), (35, 38, "CLAIM")]
    second = [(0, 10, "TARGET"), (20, 29, "TARGET"), (12, 15, "WEAPON")]
    counts = count(sheet_of(40, first, second))
    found = {key[3:]: number for key, number in counts.items() if key[0] == CONFUSION}
    assert found == {("ACTOR", "TARGET"): 1, ("TARGET", "TARGET"): 1, ("CLAIM", ""): 1, ("", "WEAPON"): 1}
    assert counts[MATCHED, "a", "b"] == 2


@given(marks(), marks())
def test_every_span_stands_in_the_confusion_once(first: list[Marked], second: list[Marked]) -> None:
    counts = count(sheet_of(40, first, second))
    rows = {key[3:]: number for key, number in counts.items() if key[0] == CONFUSION}
    assert sum(number for (one, _), number in rows.items() if one) == len(set(first))
    assert sum(number for (_, other), number in rows.items() if other) == len(set(second))
