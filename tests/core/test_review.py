"""Settling disagreements: what decisions make of the gold, and what a new hand-in opens again."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.agreement.sheet import Sheet
from annotator.core.layer import DONE, STARTED
from annotator.core.question import SPANS, answers, form_of, question_key, read_answers
from annotator.core.review import (
    Gold,
    all_agreed,
    is_complete,
    open_questions,
    rejections,
    reopen,
    review_change,
    settle,
    with_review,
)
from annotator.core.span import make_span
from annotator.core.verdict import EDIT, both, defer, edited, majority, nobody, skip, take
from tests.agreement.bench import sheet_of
from tests.core.review_bench import STAMP, asked, empty, layers, rulings, settle_all, sheet, sheets_of

ACTOR, WIDER, TARGET = (5, 10, "ACTOR"), (4, 10, "ACTOR"), (5, 10, "TARGET")


def marked(gold: Gold) -> list[tuple[int, int, str]]:
    return [(span.start, span.end, span.label) for span in gold.spans]


def assert_sound(gold: Gold) -> None:
    """Everything in the gold can say why it is there, and nothing speaks of what is not there."""
    decisions = {decision.id: decision for decision in gold.decisions}
    spans = {span.id for span in gold.spans}
    assert len({(span.label, span.fragments) for span in gold.spans}) == len(gold.spans)
    assert all(span.decision in decisions and span.id in decisions[span.decision].chosen for span in gold.spans)
    assert all(any(event.id in one.chosen for one in gold.decisions) for event in gold.events)
    for event in gold.events:
        assert {span for _, span in event.arguments} | set(event.claims) <= spans
        assert event.trigger is None or event.trigger in spans
    for one in gold.decisions:
        assert set(one.chosen) <= spans or ".whole" in one.cluster or ".parts" in one.cluster


def test_what_is_taken_stands_in_the_gold_with_its_decision() -> None:
    (question,) = asked(sheet_of(20, [ACTOR], [WIDER], [ACTOR]))
    gold = settle(empty(), [question], [(question, take(question, 1))], STAMP)
    (decision,) = gold.decisions
    assert marked(gold) == [WIDER]
    assert gold.spans[0].decision == decision.id
    assert (decision.reviewer, decision.at, decision.ms, decision.blind) == ("salma", STAMP.at, 1200, True)
    assert [(answer.by, answer.taken) for answer in read_answers(decision)] == [(("a", "c"), False), (("b",), True)]


def test_nobody_is_a_decision_with_nothing_chosen() -> None:
    (question,) = asked(sheet_of(20, [ACTOR], [TARGET]))
    gold = settle(empty(), [question], [(question, nobody(question))], STAMP)
    assert gold.spans == ()
    assert rejections(gold.decisions) == list(gold.decisions)
    assert is_complete([question], gold.decisions)


def test_the_majority_is_more_than_half_and_may_say_nothing() -> None:
    (two,) = asked(sheet_of(20, [ACTOR], [WIDER]))
    assert majority(two) is None
    (question,) = asked(sheet_of(20, [], [WIDER], []))
    verdict = majority(question)
    assert verdict is not None
    assert settle(empty(), [question], [(question, verdict)], STAMP).spans == ()


def test_both_keeps_what_is_nested() -> None:
    (question,) = asked(sheet_of(20, [(0, 12, "TARGET")], [ACTOR]))
    verdict = both(question)
    assert verdict is not None
    assert marked(settle(empty(), [question], [(question, verdict)], STAMP)) == [(0, 12, "TARGET"), ACTOR]


def test_an_answer_of_the_reviewers_own_stands_among_the_alternatives_under_nobodys_name() -> None:
    (question,) = asked(sheet_of(20, [ACTOR], [WIDER]))
    gold = settle(empty(), [question], [(question, edited(question, [make_span("x", "ACTOR", 4, 9)]))], STAMP)
    assert marked(gold) == [(4, 9, "ACTOR")]
    assert gold.decisions[0].action == EDIT
    assert [answer.by for answer in read_answers(gold.decisions[0]) if answer.taken] == [()]


def test_what_is_put_off_is_kept_and_stays_open() -> None:
    (question,) = asked(sheet_of(20, [ACTOR], [WIDER]))
    for verdict in (defer(question), skip(question)):
        gold = settle(empty(), [question], [(question, verdict)], STAMP)
        assert [one.action for one in gold.decisions] == [verdict.action]
        assert open_questions([question], gold.decisions) == [question]
        assert gold.layer.status == STARTED
        later = settle(gold, [question], [(question, take(question, 0))], STAMP)
        assert len(later.decisions) == 1
        assert later.layer.status == DONE


def test_who_annotated_what_they_review_is_marked_under_any_of_their_names() -> None:
    (question,) = asked(sheet_of(20, [ACTOR], [WIDER]))
    own, other_name = replace(STAMP, reviewer="a"), replace(STAMP, known_as=("b",))
    for stamp, conflict in ((STAMP, False), (own, True), (other_name, True)):
        gold = settle(empty(), [question], [(question, nobody(question))], stamp)
        assert gold.decisions[0].conflict is conflict


def test_everything_that_agrees_is_accepted_in_one_gesture_and_nothing_else() -> None:
    found = asked(sheet_of(40, [ACTOR, (20, 25, "WEAPON")], [WIDER, (20, 25, "WEAPON")]))
    gold = settle(empty(), found, all_agreed(found, ()), STAMP)
    assert marked(gold) == [(20, 25, "WEAPON")]
    assert len(open_questions(found, gold.decisions)) == 1
    assert all_agreed(found, gold.decisions) == []


def test_deciding_again_replaces_and_keeps_the_id_of_what_stays() -> None:
    (question,) = asked(sheet_of(20, [ACTOR], [WIDER]))
    first = settle(empty(), [question], [(question, take(question, 0))], STAMP)
    verdict = both(question)
    assert verdict is not None
    second = settle(first, [question], [(question, verdict)], STAMP)
    assert {span.id for span in first.spans} < {span.id for span in second.spans}
    assert len(second.decisions) == 1
    assert reopen(second, [question], [second.decisions[0].id]).spans == ()


def test_a_tangle_of_three_nestings_is_cut_and_can_be_settled_to_the_end() -> None:
    """Three annotators, three different nestings of eight spans."""
    told = [
        [(0, 30, "CLAIM"), (2, 28, "TARGET"), (3, 12, "ACTOR"), (4, 9, "WEAPON")],
        [(0, 18, "CLAIM"), (2, 16, "TARGET"), (14, 30, "ACTOR"), (15, 20, "WEAPON")],
        [(1, 29, "CLAIM"), (6, 24, "TARGET"), (10, 22, "ACTOR"), (12, 17, "WEAPON")],
    ]
    found = asked(sheet_of(40, *told))
    assert len(found) > 1
    assert all("tangle" in question.facets for question in found)
    gold = settle_all(empty(), found)
    assert is_complete(found, gold.decisions)
    assert_sound(gold)


def test_a_leftover_is_asked_about_and_kept_or_dropped() -> None:
    """Somebody takes back what was already in the gold: nobody marks it any more."""
    before = asked(sheet_of(40, [ACTOR, (20, 25, "WEAPON")], [(20, 25, "WEAPON")]))
    gold = settle_all(empty(), before)
    assert marked(gold) == [ACTOR, (20, 25, "WEAPON")]
    after = asked(sheet_of(40, [(20, 25, "WEAPON")], [(20, 25, "WEAPON")]), gold)
    (left,) = open_questions(after, gold.decisions)
    assert left.kind == "left"
    for verdict, kept in ((nobody(left), [(20, 25, "WEAPON")]), (take(left, 0), marked(gold))):
        settled = settle(gold, after, [(left, verdict)], STAMP)
        assert marked(settled) == kept
        again = asked(sheet_of(40, [(20, 25, "WEAPON")], [(20, 25, "WEAPON")]), settled)
        assert is_complete(again, settled.decisions)
        assert_sound(settled)


@settings(max_examples=60, deadline=None)
@given(sheets_of(), st.data())
def test_complete_means_that_every_cluster_is_decided(one: Sheet, data: st.DataObject) -> None:
    found = asked(one)
    gold = empty()
    chosen = data.draw(st.lists(st.sampled_from(found), unique_by=question_key)) if found else []
    gold = settle(gold, found, [(question, take(question, 0)) for question in chosen], STAMP)
    assert is_complete(found, gold.decisions) is (len(chosen) == len(found))
    assert (gold.layer.status == DONE) is (len(chosen) == len(found))
    assert is_complete(found, settle_all(gold, found).decisions)
    assert_sound(gold)


@settings(max_examples=60, deadline=None)
@given(sheets_of(), st.data())
def test_the_log_replayed_gives_the_same_gold_and_undone_the_gold_before(one: Sheet, data: st.DataObject) -> None:
    found = asked(one)
    start = gold = empty()
    standing, log = [start], []
    for _ in range(data.draw(st.integers(0, 5)) if found else 0):
        some = data.draw(st.lists(rulings(found), min_size=1, max_size=3))
        after = settle(gold, found, some, STAMP)
        assert_sound(after)
        log.append(review_change("review.settle", [(gold, after)]))
        gold = with_review(gold, log[-1])
        assert gold == after
        standing.append(gold)
    replayed = start
    for change in log:
        replayed = with_review(replayed, change)
    assert replayed == gold
    for number in range(len(log), 0, -1):
        gold = with_review(gold, log[number - 1].inverse(number))
        assert gold == standing[number - 1]


@settings(max_examples=80, deadline=None)
@given(sheets_of(), layers(), st.integers(0, 2))
def test_a_new_hand_in_opens_exactly_the_clusters_it_touches(one: Sheet, fresh: object, who: int) -> None:
    before = asked(one)
    gold = settle_all(empty(), before)
    told = [(list(record.spans), list(record.events)) for record in one.layers.values()]
    told[min(who, len(told) - 1)] = fresh  # type: ignore[call-overload]
    fresh_sheet = sheet(*told)
    said = {_said(question) for question in before}
    clusters = asked(fresh_sheet)
    touched = {question_key(question) for question in clusters if _said(question) not in said}
    assert {question_key(question) for question in open_questions(clusters, gold.decisions)} == touched
    after = asked(fresh_sheet, gold)
    again = settle_all(gold, after)
    again = settle_all(again, asked(fresh_sheet, again))
    assert is_complete(asked(fresh_sheet, again), again.decisions)
    assert_sound(again)


def _said(question: object) -> str:
    """Who says what, told without the names that layers give their rows."""
    versions = [
        (
            version.annotator,
            [(span.label, span.fragments, span.attributes) for span in version.spans],
            version.roles,
            [(e.id, e.type, e.trigger, e.arguments, e.claims, e.attributes) for e in version.events],
        )
        for version in question.versions  # type: ignore[attr-defined]
    ]
    return repr((form_of(question), versions))  # type: ignore[arg-type]


@settings(max_examples=60, deadline=None)
@given(sheets_of(2), st.data())
def test_events_come_out_the_same_in_whatever_order_things_are_settled(one: Sheet, data: st.DataObject) -> None:
    found = asked(one)
    order = data.draw(st.permutations(found))
    gold = empty()
    for question in order:
        gold = settle(gold, found, [(question, take(question, 0))], STAMP)
    at_once = settle_all(empty(), found)
    assert _told(gold) == _told(at_once)


def _told(gold: Gold) -> list[str]:
    """The gold's events with places instead of ids."""
    where = {span.id: (span.start, span.end, span.label) for span in gold.spans}
    return sorted(
        repr((e.id, e.type, where.get(e.trigger or ""), sorted((r, where[s]) for r, s in e.arguments),
         sorted(where[s] for s in e.claims)))
        for e in gold.events
    )  # fmt: skip


@settings(max_examples=30, deadline=None)
@given(sheets_of())
def test_a_question_has_a_name_of_its_own(one: Sheet) -> None:
    found = [question_key(question) for question in asked(one)]
    assert len(set(found)) == len(found)


def test_answers_are_each_given_once_the_most_frequent_first() -> None:
    (question,) = asked(sheet_of(20, [ACTOR], [WIDER], [WIDER]))
    assert form_of(question) == SPANS
    assert [answer.by for answer in answers(question)] == [("b", "c"), ("a",)]
