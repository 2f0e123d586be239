"""Krippendorff's α for stretches, held against known numbers and against counting letter by letter."""

from collections import defaultdict
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement.count import total
from annotator.agreement.option import Options
from annotator.agreement.pairing import Counts
from annotator.agreement.unitizing import u_alpha, u_alpha_boundaries, u_alpha_labels, u_alpha_of
from tests.agreement import oracle
from tests.agreement.bench import LABELS, Marked, apart, corpus, marks, sheet_of

FLIPPED = ([(10, 20, "A"), (40, 50, "B")], [(10, 20, "B"), (40, 50, "B")])


def counts_of(length: int, *layers: Sequence[Marked]) -> Counts:
    return total([sheet_of(length, *layers)])


@pytest.mark.parametrize(
    ("length", "first", "second", "alpha"),
    [
        (100, [(10, 20, "A"), (40, 50, "B")], [(10, 22, "A"), (38, 50, "B")], 0.892879695155),
        (100, *FLIPPED, 0.705671641791),
        (300, [(75, 145, "c"), (220, 250, "c")], [(70, 150, "c"), (205, 225, "c"), (250, 270, "c")], 0.516279904306),
    ],
)
def test_u_alpha_gives_the_known_numbers(length: int, first: list[Marked], second: list[Marked], alpha: float) -> None:
    assert u_alpha(counts_of(length, first, second)).value == pytest.approx(alpha, abs=1e-9)


def test_labels_and_boundaries_are_told_apart() -> None:
    counts = counts_of(100, *FLIPPED)
    assert u_alpha_boundaries(counts).value == pytest.approx(1.0)
    assert u_alpha_labels(counts).value == pytest.approx(0.0, abs=1e-9)


def test_u_alpha_is_undefined_where_nobody_marked_anything_or_nothing_was_shared() -> None:
    for counts in (counts_of(100, [], []), defaultdict(int), total([sheet_of(100, [(1, 2, "A")])])):
        for measure in (u_alpha, u_alpha_boundaries, u_alpha_labels):
            figure = measure(counts)
            assert figure.value is None
            assert str(figure.reason)


def test_one_unit_against_nothing_is_not_agreement() -> None:
    found = u_alpha(counts_of(20, [(0, 5, "A")], [], [])).value
    assert found is not None
    assert found <= 0.0


@given(st.lists(st.lists(apart(), min_size=2, max_size=3), min_size=1, max_size=3))
def test_u_alpha_is_what_counting_letter_by_letter_gives(articles: list[list[list[Marked]]]) -> None:
    sheets = [sheet_of(40, *layers, id=f"a{number}") for number, layers in enumerate(articles)]
    expected = oracle.u_alpha([(40, layers) for layers in articles])
    found = u_alpha(total(sheets)).value
    assert found == (None if expected is None else pytest.approx(expected, abs=1e-9))


@given(st.lists(st.lists(apart(), min_size=2, max_size=3), min_size=1, max_size=3), st.sampled_from(LABELS))
def test_u_alpha_of_a_label_is_that_of_the_label_alone(articles: list[list[list[Marked]]], label: str) -> None:
    sheets = [sheet_of(40, *layers, id=f"a{number}") for number, layers in enumerate(articles)]
    alone = [(40, [[mark for mark in layer if mark[2] == label] for layer in layers]) for layers in articles]
    expected = oracle.u_alpha(alone)
    found = u_alpha_of(total(sheets), label).value
    assert found == (None if expected is None else pytest.approx(expected, abs=1e-9))


@given(st.lists(apart(), min_size=2, max_size=3))
def test_boundaries_are_u_alpha_under_one_label_where_nothing_touches(layers: list[list[Marked]]) -> None:
    one = [[(start, end, "A") for start, end, _ in layer] for layer in layers]
    expected = oracle.u_alpha([(40, one)])
    found = u_alpha_boundaries(counts_of(40, *layers)).value
    assert found == (None if expected is None else pytest.approx(expected, abs=1e-9))


def test_on_much_text_u_alpha_comes_to_alpha_letter_by_letter() -> None:
    articles = []
    sheets = corpus(30, annotators=2, spans=20)
    for sheet in sheets:
        layers = [[(s.start, s.end, s.label) for s in r.spans] for r in sheet.layers.values()]
        kept = [[mark for mark in layer if not overlapping(mark, layer)] for layer in layers]
        articles.append((len(sheet.article.text), kept))
    sheets = [sheet_of(length, *layers, id=str(number)) for number, (length, layers) in enumerate(articles)]
    assert u_alpha(total(sheets)).value == pytest.approx(oracle.letter_alpha(articles), abs=2e-3)


def overlapping(mark: Marked, others: Sequence[Marked]) -> bool:
    return any(mark != other and mark[0] < other[1] and other[0] < mark[1] for other in others)


def test_overlapping_spans_of_one_annotator_are_taken_label_by_label_and_that_is_said() -> None:
    nested = [(0, 30, "A"), (5, 10, "B")]
    figure = u_alpha(counts_of(100, nested, nested))
    assert figure.value == pytest.approx(1.0)
    assert "label by label" in str(figure.reason)
    flat = u_alpha(counts_of(100, nested, [(0, 30, "A")])).value
    assert flat is not None
    assert flat < 1.0


def test_spans_of_one_label_that_overlap_are_one() -> None:
    split = [(0, 10, "A"), (8, 20, "A")]
    assert u_alpha(counts_of(50, split, [(0, 20, "A")])).value == pytest.approx(1.0)


@given(marks(most=4), marks(most=4), st.permutations(LABELS))
def test_u_alpha_does_not_depend_on_order_or_names_and_never_passes_1(
    first: list[Marked], second: list[Marked], names: list[str]
) -> None:
    renamed = dict(zip(LABELS, names, strict=True))
    called = [[(start, end, renamed[label]) for start, end, label in layer] for layer in (second, first)]
    ours, theirs = (u_alpha(counts_of(40, *layers)).value for layers in ((first, second), called))
    assert ours == (None if theirs is None else pytest.approx(theirs))
    assert ours is None or ours <= 1.0 + 1e-12


@given(marks(most=5))
def test_who_agrees_with_everybody_in_everything_has_1(layer: list[Marked]) -> None:
    for measure in (u_alpha, u_alpha_boundaries):
        figure = measure(counts_of(60, layer, layer, layer))
        assert figure.value == (pytest.approx(1.0) if layer else None)


def test_a_worse_boundary_never_comes_out_better() -> None:
    """A wider span over several exact ones once ranked above them in another family of this measure."""
    exact = [(place, place + 8, "A") for place in range(10, 100, 20)]
    for step in range(1, 9):
        moved = [(start - step, end, label) for start, end, label in exact]
        before = [(start - step + 1, end, label) for start, end, label in exact]
        worse, better = (u_alpha(counts_of(120, exact, layer)).value for layer in (moved, before))
        assert worse is not None
        assert better is not None
        assert worse < better
    one_wide = [(10, 98, "A")]
    wide, own = u_alpha(counts_of(120, exact, one_wide)).value, u_alpha(counts_of(120, exact, exact)).value
    assert wide is not None
    assert own is not None
    assert wide < own


def test_the_headline_alone_counts_the_same() -> None:
    sheets = corpus(5)
    lean, whole = total(sheets, Options(headline=True)), total(sheets)
    assert u_alpha(lean) == u_alpha(whole)
    assert {key: n for key, n in lean.items() if key[0] == "exact"} == {
        key: n for key, n in whole.items() if key[0] == "exact"
    }
