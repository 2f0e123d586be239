"""Gold in a real project: kept with its decisions, undone, opened again by hand-ins, frozen, carried out and in."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from annotator.agreement.docket import clusters_of
from annotator.core.article import Article, make_article
from annotator.core.change import Change, Edit
from annotator.core.guideline import cite
from annotator.core.layer import DONE, GOLD, GOLD_FINAL, HANDED_IN, Annotator, Decision, Layer
from annotator.core.question import Question, question_key
from annotator.core.record import Record
from annotator.core.review import (
    Gold,
    Stamp,
    all_agreed,
    is_complete,
    open_questions,
    reopen,
    review_change,
    settle,
    with_leftovers,
    with_review,
)
from annotator.core.span import Span, make_span
from annotator.core.verdict import OPEN, SETTLED, defer, likewise, nobody, take
from annotator.exchange import About
from annotator.exchange.jsonl import encode, read, write
from annotator.store.check import check
from annotator.store.creation import create_project, open_project
from annotator.store.docket import (
    Wanted,
    audit,
    count_open,
    counts,
    line_of,
    pace,
    queue,
    refresh,
)
from annotator.store.gold import final_numbers, freeze_gold, gold_layer, known_as, open_gold, read_gold
from annotator.store.guideline import (
    add_guideline_rule,
    change_guideline_rule,
    decisions_citing,
    deferred,
    guideline_rules,
    remove_guideline_rule,
)
from annotator.store.load import load
from annotator.store.records import records, records_at
from annotator.store.store import Conflict, Store, now
from tests.store.bench import SCHEME

TEXT = "قال حزب الشمال إن حزب الشمال لم يهاجم الميناء ولا حزب الشمال يعرف من فعل."
AT = "2026-02-01T09:00:00Z"
PARTY = "حزب الشمال"
Told = Sequence[tuple[int, int, str]]


def places(words: str) -> list[int]:
    return [n for n in range(len(TEXT)) if TEXT.startswith(words, n)]


FIRST, SECOND, THIRD = places(PARTY)
PORT = TEXT.index("الميناء")
ACTORS = [(at, at + len(PARTY), "ACTOR") for at in (FIRST, SECOND, THIRD)]
OURS: Told = [*ACTORS, (PORT, PORT + 7, "TARGET")]
THEIRS: Told = [*((start, end, "TARGET") for start, end, _ in ACTORS[:2]), ACTORS[2], (PORT, PORT + 7, "TARGET")]


def hand_in(article: Article, who: str, told: Told, at: str = "2026-01-05T08:00:00Z", name: str = "") -> Record:
    layer = Layer(f"{name or who}.{article.id}.{at[5:10]}", article.id, who, kind=HANDED_IN, status=DONE)
    spans = tuple(Span(layer.id, f"s{n}", label, ((start, end),)) for n, (start, end, label) in enumerate(told))
    return Record(article, layer, Annotator(who, name or who), "conflict-ar", at, spans)


class Review:
    """A project with two hand-ins on one article, and a reviewer."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.article = make_article(TEXT, id="a1")
        load(store, [hand_in(self.article, "layla", OURS), hand_in(self.article, "yusuf", THEIRS)], "test")
        self.reviewer = store.keep_annotator("سلمى")

    def ask(self, found: Sequence[Record]) -> list[Question]:
        return list(clusters_of(found, self.store.scheme().policy))

    def stamp(self, rule: str | None = None) -> Stamp:
        known = known_as(self.store, self.reviewer.id)
        return Stamp(self.reviewer.id, now(), ("layla.a1.01-05", "yusuf.a1.01-05"), rule=rule, ms=1500, known_as=known)

    def gold(self) -> Gold:
        (found,) = open_gold(self.store, ["a1"], self.reviewer.id)
        return found

    def questions(self) -> list[Question]:
        clusters = self.ask(list(records_at(self.store, ["a1"], (HANDED_IN,))))
        gold = read_gold(self.store, "a1")
        return with_leftovers(clusters, gold, TEXT) if gold else list(clusters)

    def waiting(self) -> list[Question]:
        return open_questions(self.questions(), self.gold().decisions)

    def keep(self, after: Gold) -> int:
        before = self.gold()
        return self.store.apply(review_change("review.settle", [(before, after)]), self.reviewer.id).seq

    def settle(self, *numbers: int) -> int:
        """Settle these of the open questions by their first answer; all of them without numbers."""
        waiting = self.waiting()
        some = [waiting[n] for n in numbers] if numbers else waiting
        return self.keep(settle(self.gold(), self.questions(), [(one, take(one, 0)) for one in some], self.stamp()))


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    with create_project(tmp_path / "p.hashiya", SCHEME) as store:
        yield Review(store)


def test_gold_is_kept_undone_and_redone_across_a_restart(review: Review, tmp_path: Path) -> None:
    review.gold()
    empty = read_gold(review.store, "a1")
    seq = review.settle()
    gold = read_gold(review.store, "a1")
    assert gold is not None
    assert len(gold.spans) == 4
    review.store.close()
    with open_project(tmp_path / "p.hashiya") as store:
        assert read_gold(store, "a1") == gold
        undone = store.apply(store.change(seq).change.inverse(seq), review.reviewer.id)
        assert read_gold(store, "a1") == empty
        store.apply(undone.change.inverse(undone.seq), review.reviewer.id)
        assert read_gold(store, "a1") == gold
        assert list(check(store)) == []


def test_the_log_replayed_gives_the_gold_that_is_kept(review: Review) -> None:
    start = review.gold()
    first = review.settle(0, 1)
    review.settle()
    review.store.apply(review.store.change(first + 1).change.inverse(first + 1), review.reviewer.id)
    replayed = start
    for seq in range(first, first + 3):
        replayed = with_review(replayed, review.store.change(seq).change)
    assert replayed == read_gold(review.store, "a1")


def test_an_article_has_one_gold_layer_whoever_opens_it(review: Review) -> None:
    (one,) = open_gold(review.store, ["a1"], review.reviewer.id)
    (other,) = open_gold(review.store, ["a1"], review.store.keep_annotator("نور").id)
    assert one.layer == other.layer == gold_layer(review.store, "a1")


def test_deciding_what_another_window_has_just_decided_is_refused(review: Review) -> None:
    gold, found = review.gold(), review.questions()
    review.settle()
    late = settle(gold, found, [(found[0], nobody(found[0]))], review.stamp())
    with pytest.raises(Conflict):
        review.store.apply(review_change("review.settle", [(gold, late)]), review.reviewer.id)


def test_a_gold_span_without_a_decision_fails_the_check(review: Review) -> None:
    gold = review.gold()
    edit = Edit(None, make_span(gold.layer.id, "ACTOR", 0, 3))
    review.store.apply(Change("label", "a1", (edit,)), review.reviewer.id)
    (finding,) = check(review.store)
    assert "has no decision" in str(finding.sentence)


def test_a_new_hand_in_opens_only_what_it_changes_and_a_withdrawn_span_is_asked_about(review: Review) -> None:
    review.settle()
    assert is_complete(review.questions(), review.gold().decisions)
    changed = [(start - 1, end, label) if start == SECOND else (start, end, label) for start, end, label in THEIRS]
    load(review.store, [hand_in(review.article, "yusuf", changed, "2026-01-06T08:00:00Z")], "test")
    (waiting,) = review.waiting()
    assert (waiting.start, waiting.end) == (SECOND - 1, SECOND + len(PARTY))
    review.settle()
    assert is_complete(review.questions(), review.gold().decisions)
    for who, told in (("yusuf", changed), ("layla", OURS)):
        load(review.store, [hand_in(review.article, who, told[1:], "2026-01-07T08:00:00Z")], "test")
    (left,) = review.waiting()
    assert (left.kind, left.quote) == ("left", PARTY)
    assert list(check(review.store)) == []


def test_equal_words_and_kinds_are_settled_together_each_with_its_own_decision(review: Review) -> None:
    refresh(review.store, review.ask)
    first, second = queue(review.store)
    assert first.alike == second.alike
    found = {question_key(question): question for question in review.waiting()}
    model, other = found[first.key], found[second.key]
    verdict = take(model, 1)
    same = likewise(verdict, model, other)
    assert same is not None
    seq = review.keep(settle(review.gold(), review.questions(), [(model, verdict), (other, same)], review.stamp()))
    gold = review.gold()
    assert len(gold.decisions) == len({span.decision for span in gold.spans}) == 2
    assert queue(review.store) == []
    review.store.apply(review.store.change(seq).change.inverse(seq), review.reviewer.id)
    assert review.gold().decisions == ()
    assert {line.key for line in queue(review.store)} == {first.key, second.key}


def test_the_queue_follows_decisions_hand_ins_and_its_filters(review: Review) -> None:
    assert refresh(review.store, review.ask) == 1
    assert refresh(review.store, review.ask) == 0
    lines = queue(review.store)
    assert [line.quote for line in lines] == [PARTY, PARTY]
    assert count_open(review.store) == 2
    assert counts(review.store) == {("confusable", OPEN): 2, ("agree", OPEN): 2}
    assert queue(review.store, limit=1) + queue(review.store, limit=5, after=lines[0]) == lines
    assert queue(review.store, order="article") == sorted(lines, key=lambda line: line.start)
    assert queue(review.store, order="article", after=lines[0]) == lines[1:]
    for wanted, many in (
        (Wanted(pair=("layla", "yusuf")), 2), (Wanted(pair=("layla", "nobody")), 0), (Wanted(label="ACTOR"), 2),
        (Wanted(label="WEAPON"), 0), (Wanted(surface=PARTY), 2), (Wanted(kind="boundary"), 0),
        (Wanted(kind="agree"), 2), (Wanted(article="a1"), 2), (Wanted(article="a2"), 0),
        (Wanted(alike=lines[0].alike), 2),
    ):  # fmt: skip
        assert len(queue(review.store, wanted)) == many, wanted
    worst = next(question for question in review.waiting() if question_key(question) == lines[0].key)
    review.keep(settle(review.gold(), review.questions(), [(worst, defer(worst))], review.stamp()))
    assert queue(review.store) == [lines[1], line_of(review.store, lines[0].key)]
    review.settle()
    assert count_open(review.store) == 0
    assert pace(review.store) == 1500
    assert refresh(review.store, review.ask) == 0
    load(review.store, [hand_in(review.article, "yusuf", THEIRS[1:], "2026-01-06T08:00:00Z")], "test")
    assert refresh(review.store, review.ask) == 1
    assert [line.kind for line in queue(review.store)] == ["missing"]
    assert len(audit(review.store, 1.0)) == 2
    assert audit(review.store, 0.5, seed=3) == audit(review.store, 0.5, seed=3)
    states = {line_of(review.store, question_key(question)).state for question in review.questions()}  # type: ignore[union-attr]
    assert states == {OPEN, SETTLED}


def test_the_queue_told_anew_is_the_queue_that_followed(review: Review) -> None:
    refresh(review.store, review.ask)
    review.settle(1)
    followed = review.store.connection.execute("SELECT * FROM question ORDER BY key").fetchall()
    counted = counts(review.store)
    with review.store.writing() as connection:
        connection.execute("DELETE FROM question")
        connection.execute("DELETE FROM project WHERE key = 'review_seen'")
    refresh(review.store, review.ask)
    assert review.store.connection.execute("SELECT * FROM question ORDER BY key").fetchall() == followed
    assert counts(review.store) == counted


def test_what_all_agree_on_is_accepted_in_one_gesture(review: Review) -> None:
    gold, found = review.gold(), review.questions()
    review.keep(settle(gold, found, all_agreed(found, gold.decisions), review.stamp()))
    assert [one.action for one in review.gold().decisions] == ["agreed", "agreed"]
    assert len(review.waiting()) == 2


def test_whoever_annotated_the_article_reviews_it_with_a_conflict_also_under_another_name(review: Review) -> None:
    with review.store.writing() as connection:
        connection.execute("UPDATE annotator SET alias_of = 'layla' WHERE id = ?", (review.reviewer.id,))
    review.settle()
    assert all(one.conflict for one in review.gold().decisions)


def test_final_gold_is_numbered_and_stays_when_the_gold_changes(review: Review) -> None:
    review.settle()
    assert freeze_gold(review.store, ["a1"]) == 1
    assert freeze_gold(review.store, ["a1"]) == 0
    (first,) = records(review.store, kinds=(GOLD_FINAL,))
    review.keep(reopen(review.gold(), review.questions(), [review.gold().decisions[0].id]))
    assert freeze_gold(review.store, ["a1"]) == 1
    assert final_numbers(review.store) == {"a1": 2}
    assert next(iter(records(review.store, kinds=(GOLD_FINAL,)))) == first
    assert list(check(review.store)) == []


def test_gold_with_its_provenance_is_exported_imported_and_equal(review: Review, tmp_path: Path) -> None:
    review.settle()
    freeze_gold(review.store, ["a1"])
    out = tmp_path / "gold.jsonl"
    kept = list(records(review.store, kinds=(GOLD, GOLD_FINAL)))
    write(kept, out, About("p", AT, "1", review.store.scheme()))
    assert all(record.decisions and all(span.decision for span in record.spans) for record in kept)
    labels = {label.id for label in review.store.scheme().every_label}
    with create_project(tmp_path / "other.hashiya", SCHEME) as other:
        found = [record for record in read(out, labels) if isinstance(record, Record)]
        assert load(other, found, "test").refused == []
        assert load(other, found, "test").duplicates == 2
        again = list(records(other, kinds=(GOLD, GOLD_FINAL)))
        assert list(check(other)) == []
    assert list(map(encode, again)) == list(map(encode, kept))


def test_another_projects_gold_does_not_come_in_beside_ours(review: Review) -> None:
    review.settle()
    layer = Layer("foreign", "a1", "nur", kind=GOLD)
    decision = Decision("d1", "foreign", "c", "label", "take", "nur", AT)
    record = Record(review.article, layer, Annotator("nur", "نور"), "conflict-ar", AT, decisions=(decision,))
    (refusal,) = load(review.store, [record], "test").refused
    assert "not overwritten" in str(refusal.reason)


def test_rules_are_numbered_once_and_tell_which_decisions_they_touch(review: Review) -> None:
    who = review.reviewer.id
    add_guideline_rule(review.store, "المتهم فاعل", who)
    added = add_guideline_rule(review.store, "السابقة خارج المقطع", who)
    first, second = guideline_rules(review.store)
    assert (first.n, second.n) == (1, 2)
    found = review.waiting()
    review.keep(settle(review.gold(), review.questions(), [(found[0], take(found[0], 0))], review.stamp(cite(first))))
    review.keep(settle(review.gold(), review.questions(), [(found[1], defer(found[1]))], review.stamp()))
    assert [decision.cluster for _, decision in decisions_citing(review.store, first)] == [question_key(found[0])]
    assert decisions_citing(review.store, second) == []
    assert [article for article, _ in deferred(review.store)] == ["a1"]
    changed = change_guideline_rule(review.store, first, "المتهم فاعل ولو نفى", who)
    assert guideline_rules(review.store)[0].version == 2
    review.store.apply(changed.change.inverse(changed.seq), who)
    assert guideline_rules(review.store) == [first, second]
    remove_guideline_rule(review.store, second, who)
    add_guideline_rule(review.store, "قاعدة أخرى", who)
    assert [rule.n for rule in guideline_rules(review.store)] == [1, 3]
    assert added.change.edits[0].row == second
    assert list(check(review.store)) == []
