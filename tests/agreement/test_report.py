"""The report: every figure where it belongs, undefined ones with their reasons, intervals where there is enough."""

import json
from collections.abc import Sequence

import pytest

from annotator.agreement import MEASURES
from annotator.agreement.option import Options
from annotator.agreement.plain import MORE, UNDEFINED, to_plain
from annotator.agreement.report import FEWEST_ARTICLES, Report, report
from annotator.agreement.sheet import Sheet
from annotator.agreement.tally import MOST_BLOCKS, Tally, tally
from annotator.core.span import Span
from tests.agreement import oracle
from tests.agreement.bench import Marked, corpus, sheet_of, spans_of

LEAN = Options(resamples=50)
KEYS = ["options", "pairs", "u_alpha", "u_alpha_boundaries", "u_alpha_labels", "labels", "events", "articles"]
PAIR_KEYS = ["annotators", "articles", "spans", "f1_exact", "f1_edge", "f1_edge_clitic", "f1_relaxed", "f1_unlabelled"]
PAIR_KEYS += ["f1_character", "matched", "kappa_matched", "ci"]


def marked(sheet: Sheet, who: str) -> list[Marked]:
    return [(span.start, span.end, span.label) for span in sheet.layers[who].spans]


def made(sheets: Sequence[Sheet], options: Options = LEAN) -> Report:
    return report(tally(sheets, options))


def test_a_report_has_exactly_its_keys() -> None:
    found = to_plain(made(corpus(12)), {"a": "A", "b": "B", "c": "C"})
    assert sorted(found) == sorted(KEYS)
    assert [pair["annotators"] for pair in found["pairs"]] == [["A", "B"], ["A", "C"], ["B", "C"]]
    assert all(sorted(pair) == sorted(PAIR_KEYS) for pair in found["pairs"])
    json.dumps(found, allow_nan=False)
    more = to_plain(made(corpus(2)), {}, MORE)
    assert set(MORE) <= more.keys()


def test_a_pairs_exact_f1_pools_its_articles() -> None:
    sheets = corpus(12)
    for row in made(sheets).pairs:
        one, other = row.about[1:]
        ours = [(s.article.id, *mark) for s in sheets for mark in marked(s, one)]
        theirs = [(s.article.id, *mark) for s in sheets for mark in marked(s, other)]
        assert row.figures["f1_exact"].value == pytest.approx(oracle.f1_exact(ours, theirs))  # type: ignore[arg-type]
        assert (row.articles, row.spans) == (12, (len(set(ours)), len(set(theirs))))


def test_labels_annotators_and_articles_add_up_to_the_whole() -> None:
    found = made(corpus(12))
    assert sum(sum(row.spans) for row in found.labels) == sum(found.whole.spans)
    assert sum(sum(row.spans) for row in found.people) == 2 * sum(found.whole.spans)
    assert sum(sum(row.spans) for row in found.periods) == sum(found.whole.spans)
    assert [row.articles for row in found.people] == [12, 12, 12]
    assert len(found.articles) == 12


def test_no_common_article_is_undefined_and_not_agreement() -> None:
    lone = sheet_of(40, [(0, 5, "ACTOR")])
    other = sheet_of(40, [], [(0, 5, "ACTOR")], id="a2")
    other = Sheet(other.article, {"b": other.layers["b"]})
    found = to_plain(made([lone, other]), {"a": "A", "b": "B"})
    (pair,) = found["pairs"]
    assert (pair["articles"], pair["spans"], pair["f1_exact"], pair["kappa_matched"]) == (0, [0, 0], None, None)
    assert "finished by both" in pair[UNDEFINED]["f1_exact"]
    assert found["u_alpha"] is None
    assert found[UNDEFINED]["u_alpha"]
    assert found["articles"] == []


def test_one_annotator_and_nobody_at_all_give_a_report_without_pairs() -> None:
    for sheets in ([sheet_of(40, [(0, 5, "ACTOR")])], [sheet_of(40)], []):
        found = to_plain(made(sheets), {})
        assert found["pairs"] == []
        assert found["events"]["f1_existence"] is None
        json.dumps(found, allow_nan=False)


def test_articles_both_left_empty_are_counted_and_have_no_figure() -> None:
    found = made([sheet_of(40, [], []), sheet_of(40, [(0, 5, "ACTOR")], [(0, 5, "ACTOR")], id="a2")])
    (pair,) = found.pairs
    assert (pair.articles, pair.both_empty, pair.figures["f1_exact"].value) == (2, 1, 1.0)
    assert [row.figures["f1_exact"].value for row in found.articles] == [1.0, None]


def test_few_articles_have_no_interval_and_the_report_says_why() -> None:
    few = to_plain(made(corpus(FEWEST_ARTICLES - 1)), {})["pairs"][0]
    assert set(few["ci"].values()) == {None}
    assert "too few" in few[UNDEFINED]["ci"]
    enough = to_plain(made(corpus(FEWEST_ARTICLES)), {})["pairs"][0]
    assert all(low <= enough[name] <= high for name, (low, high) in enough["ci"].items())


def test_the_same_seed_gives_the_same_report() -> None:
    sheets = corpus(12)
    assert made(sheets) == made(sheets)
    other = made(sheets, Options(resamples=50, seed=1))
    assert other.pairs[0].figures == made(sheets).pairs[0].figures
    assert other.pairs[0].intervals != made(sheets).pairs[0].intervals


def test_tallies_made_apart_and_put_together_are_one() -> None:
    sheets = corpus(15)
    together = tally(sheets[:4], LEAN)
    together.merge(tally(sheets[4:], LEAN))
    whole = report(tally(sheets, LEAN))
    assert report(together) == whole


def test_a_tally_does_not_grow_with_the_number_of_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.agreement.tally.MOST_BLOCKS", 5)
    options = Options(resamples=50, most_articles=3)
    found = Tally(options)
    for sheet in corpus(23, spans=10):
        found.add(sheet)
    assert (len(found.blocks), found.shared) == (5, 23)
    assert len(found.articles) < 2 * 3
    assert sum(block["articles", "a", "b"] for block in found.blocks) == 0
    exact = sum(number for block in found.blocks for key, number in block.items() if key[0] == "exact")
    assert exact == sum(number for key, number in found.counts.items() if key[0] == "exact")
    assert MOST_BLOCKS >= 500


def test_the_worst_articles_come_first() -> None:
    found = [row.figures["f1_exact"].value for row in made(corpus(12)).articles]
    assert found == sorted(found, key=lambda value: 2.0 if value is None else value)


def test_two_people_of_one_name_are_told_apart() -> None:
    found = to_plain(made([sheet_of(40, [(0, 5, "ACTOR")], [(0, 5, "ACTOR")])]), {"a": "Layla", "b": "Layla"})
    assert found["pairs"][0]["annotators"] == ["Layla (a)", "Layla (b)"]


def test_attributes_are_compared_on_spans_that_match_and_free_ones_are_not_tabled() -> None:
    def spans(kind: str, many: str) -> tuple[Span, ...]:
        return spans_of([(0, 5, "ACTOR"), (10, 15, "ACTOR")], (("subtype", kind), ("count", many)))

    sheet = sheet_of(40, spans("state", "3"), spans("group", "3"))
    options = Options(resamples=0, closed=frozenset({("ACTOR", "subtype")}))
    rows = {row.name: row for row in made([sheet], options).attributes}
    assert (rows["subtype"].things, rows["subtype"].alike.value) == (2, 0.0)
    assert rows["subtype"].ac1.value == pytest.approx(-1.0)
    assert (rows["count"].alike.value, rows["count"].ac1.value) == (1.0, None)


def test_labels_of_things_marked_by_several_are_compared_over_all() -> None:
    layers: list[list[Marked]] = [[(0, 5, "ACTOR"), (10, 15, "TARGET")] for _ in range(3)]
    layers[2] = [(0, 5, "TARGET"), (10, 15, "TARGET"), (20, 25, "CLAIM")]
    found = made([sheet_of(40, *layers)])
    assert found.groups == (2, 3)
    assert found.fleiss_matched.value == pytest.approx(0.25)
    assert found.alpha_matched.value == pytest.approx(1 - 2 / (16 / 5))


def test_every_measure_says_what_it_means_and_what_it_does_not() -> None:
    sheets = corpus(3)
    assert len({measure.id for measure in MEASURES}) == len(MEASURES)
    whole = made(sheets).whole.figures
    for measure in MEASURES:
        assert str(measure.name)
        assert str(measure.means) != str(measure.not_means)
        figure = measure.compute(sheets, Options())
        assert figure.value is not None or str(figure.reason)
        if measure.id in whole:
            assert figure == whole[measure.id]
        assert measure.compute([], Options()).value is None
