"""Places: the spans behind a figure are as many as the figure says."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement.disagreement import span_clusters, worst_first
from annotator.agreement.place import Wanted, places
from annotator.agreement.report import report
from annotator.agreement.sheet import Sheet
from annotator.agreement.tally import tally
from annotator.core.article import make_article
from annotator.core.layer import DONE, WORK, Annotator, Layer
from annotator.core.policy import Policy
from annotator.core.record import Record
from annotator.core.span import make_span

TEXT = "هاجم مسلحون مجهولون رتل إمداد بعبوة ناسفة قرب الجسر"
LABELS = ("A", "B", "C")
ARTICLE = make_article(TEXT)
NOTHING = Policy()

MARKS = st.lists(
    st.tuples(st.integers(0, len(TEXT) - 4), st.integers(1, 12), st.sampled_from(LABELS)), max_size=6, unique=True
)


def sheet_of(*everybody: list[tuple[int, int, str]], at: str = "2026-02-10T00:00:00Z") -> Sheet:
    """One article as these annotators, called a, b, c …, have marked it: start, length, label."""
    layers = {}
    for number, marks in enumerate(everybody):
        who = "abc"[number]
        layer = Layer(f"layer-{who}", ARTICLE.id, who, 1, WORK, DONE)
        hulls = {(label, start, min(len(TEXT), start + length)) for start, length, label in marks}
        spans = tuple(make_span(layer.id, *hull) for hull in sorted(hulls))
        layers[who] = Record(ARTICLE, layer, Annotator(who, who), "", at, spans=spans)
    return Sheet(ARTICLE, layers)


@given(MARKS, MARKS)
def test_a_cell_opens_as_many_places_as_the_confusion_counts(
    ours: list[tuple[int, int, str]], theirs: list[tuple[int, int, str]]
) -> None:
    sheet = sheet_of(ours, theirs)
    counted = report(tally([sheet])).confusion.get(("a", "b"), {})
    cells = [(one, other) for one in (*LABELS, "") for other in (*LABELS, "")]
    opened = {cell: len(list(places(sheet, Wanted(("a", "b"), cell), NOTHING))) for cell in cells}
    assert {cell: number for cell, number in opened.items() if number} == dict(counted)


@given(MARKS, MARKS)
def test_a_cell_seen_from_the_other_side_holds_the_same(
    ours: list[tuple[int, int, str]], theirs: list[tuple[int, int, str]]
) -> None:
    sheet = sheet_of(ours, theirs)
    for one, other in (("A", "B"), ("A", ""), ("B", "B")):
        here = [(p.start, p.end) for p in places(sheet, Wanted(("a", "b"), (one, other)), NOTHING)]
        there = [(p.start, p.end) for p in places(sheet, Wanted(("b", "a"), (other, one)), NOTHING)]
        assert here == there


@given(MARKS, MARKS, MARKS)
def test_without_wishes_it_is_every_disagreement(
    one: list[tuple[int, int, str]], two: list[tuple[int, int, str]], three: list[tuple[int, int, str]]
) -> None:
    sheet = sheet_of(one, two, three)
    found = Counter(place.key for place in places(sheet, Wanted(), NOTHING))
    assert found == Counter(cluster.key for cluster in worst_first(span_clusters(sheet, NOTHING)))


def test_a_label_leaves_out_what_is_not_about_it() -> None:
    sheet = sheet_of([(0, 4, "A"), (20, 3, "B")], [(0, 4, "C")])
    assert [(p.start, p.end) for p in places(sheet, Wanted(label="C"), NOTHING)] == [(0, 4)]
    assert [(p.start, p.end) for p in places(sheet, Wanted(label="B"), NOTHING)] == [(20, 23)]


def test_a_week_leaves_out_what_was_finished_in_another() -> None:
    sheet = sheet_of([(0, 4, "A")], [(0, 4, "B")], at="2026-02-10T00:00:00Z")
    assert len(list(places(sheet, Wanted(period="2026-W07"), NOTHING))) == 1
    assert not list(places(sheet, Wanted(period="2026-W08"), NOTHING))


def test_a_pair_of_whom_one_has_not_finished_has_no_places() -> None:
    assert not list(places(sheet_of([(0, 4, "A")], []), Wanted(("a", "c")), NOTHING))
