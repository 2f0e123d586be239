"""What counts as finished, and whose it is."""

from dataclasses import replace

import pytest

from annotator.agreement.option import Options, period_of
from annotator.agreement.sheet import AGAIN, sheets
from annotator.core.article import make_article
from annotator.core.layer import Annotator
from annotator.core.record import Record
from tests.agreement.bench import layer_of, spans_of

ARTICLE = make_article("س" * 40, id="a1")


def record(who: str, *marked: tuple[int, int, str], **more: object) -> Record:
    layer, annotator, at = layer_of("a1", who, **more)  # type: ignore[arg-type]
    return Record(ARTICLE, layer, annotator, updated_at=at, spans=spans_of(marked))


@pytest.mark.parametrize(
    ("kind", "status", "counts"),
    [
        ("work", "done", True),
        ("work", "started", False),
        ("work", "new", False),
        ("work", "skipped", False),
        ("handed_in", "done", True),
        ("gold", "done", False),
        ("gold_final", "done", False),
        ("prediction", "done", False),
    ],
)
def test_what_is_not_finished_or_not_an_annotators_is_missing(kind: str, status: str, counts: bool) -> None:
    (sheet,) = sheets([record("a"), record("b", kind=kind, status=status)])
    assert list(sheet.layers) == (["a", "b"] if counts else ["a"])


def test_an_article_nobody_has_worked_on_has_an_empty_sheet() -> None:
    (sheet,) = sheets([Record(ARTICLE)])
    assert dict(sheet.layers) == {}


@pytest.mark.parametrize("turned", [False, True])
def test_the_newest_hand_in_counts_in_whatever_order_they_came(turned: bool) -> None:
    old = record("a", (0, 5, "ACTOR"), kind="handed_in", at="2026-01-01T00:00:00Z")
    new = record("a", (5, 9, "ACTOR"), kind="handed_in", at="2026-01-02T00:00:00Z")
    work = record("a", (20, 30, "ACTOR"), at="2026-02-01T00:00:00Z")
    rows = [old, new, work]
    (sheet,) = sheets(rows[::-1] if turned else rows)
    assert sheet.layers["a"].spans == new.spans


def test_two_names_of_one_person_are_one_annotator() -> None:
    laptop = record("b", (0, 5, "ACTOR"), at="2026-03-01T00:00:00Z")
    laptop = replace(laptop, annotator=Annotator("b", "B", alias_of="a"))
    (sheet,) = sheets([record("a"), laptop])
    assert list(sheet.layers) == ["a"]
    assert sheet.layers["a"].spans == laptop.spans


def test_a_second_pass_is_compared_with_the_first_of_the_same_person_only() -> None:
    rows = [record("a", (0, 5, "ACTOR")), record("a", (0, 6, "ACTOR"), number=2), record("b")]
    (usual,) = sheets(rows)
    assert list(usual.layers) == ["a", "b"]
    (repeat,) = sheets(rows, again=True)
    assert list(repeat.layers) == ["a", "a" + AGAIN]


def test_without_suggestions_nothing_that_was_accepted_counts_for_anybody() -> None:
    accepted = replace(record("a", (0, 5, "ACTOR"), (8, 9, "ACTOR")).spans[0], origin="suggested_accepted")
    first = replace(record("a"), spans=(accepted, *spans_of([(8, 9, "ACTOR")])))
    rows = [first, record("b", (0, 5, "ACTOR"), (20, 22, "CLAIM"))]
    (sheet,) = sheets(rows, Options(suggestions=False))
    left = [(span.start, span.label) for r in sheet.layers.values() for span in r.spans]
    assert left == [(8, "ACTOR"), (20, "CLAIM")]
    (whole,) = sheets(rows)
    assert sum(len(r.spans) for r in whole.layers.values()) == 4


def test_moments_fall_into_weeks_and_months_and_a_wrong_clock_into_none() -> None:
    assert period_of("2026-01-01T00:00:00Z", "week") == "2026-W01"
    assert period_of("2027-01-01T00:00:00Z", "week") == "2026-W53"
    assert period_of("2026-01-31T00:00:00Z", "month") == "2026-01"
    assert period_of("", "week") == period_of("yesterday", "month") == ""
