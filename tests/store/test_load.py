"""Loading: each record wholly or not at all, the same twice recognised, nobody overwritten."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.core.article import make_article
from annotator.core.change import Change, Edit
from annotator.core.layer import DONE, Annotator, Comment, Event, Layer, Relation
from annotator.core.record import Record
from annotator.core.span import make_span
from annotator.store.load import load
from annotator.store.records import records
from tests.store.bench import TEXTS, Bench

ARTICLE = make_article("قصف على الجسر\nأعلنت كتيبة النورس مسؤوليتها.", id="one")


def worked_on(annotator: str = "a1", layer_id: str = "l1", ends: tuple[int, ...] = (3, 5)) -> Record:
    """A record with spans, an event, a relation and a comment."""
    layer = Layer(layer_id, ARTICLE.id, annotator, status=DONE)
    spans = tuple(replace(make_span(layer_id, "ACTOR", 0, end), id=f"s{i}") for i, end in enumerate(ends))
    event = Event(layer_id, "e1", "ATTACK", arguments=(("attacker", "s0"),))
    relation = Relation(layer_id, "r1", "same_as", "s0", "s1")
    comment = Comment(f"c-{layer_id}", ARTICLE.id, layer_id, "s0", annotator, None, "ملاحظة", "2025-01-01T00:00:00Z")
    at = "2025-01-02T03:04:05Z"
    who = Annotator(annotator, annotator.upper())
    return Record(ARTICLE, layer, who, "conflict-ar", at, spans, (event,), (relation,), (comment,))


def test_what_is_loaded_comes_out_as_it_went_in(bench: Bench) -> None:
    loaded = load(bench.store, [worked_on()], "test")
    assert (loaded.added, loaded.articles, loaded.layers, loaded.spans) == (1, 1, 1, 2)
    found = [record for record in records(bench.store) if record.layer]
    assert found == [worked_on()]


def test_loading_again_brings_nothing(bench: Bench) -> None:
    load(bench.store, [worked_on()], "test")
    loaded = load(bench.store, [worked_on(), Record(ARTICLE), Record(make_article(TEXTS[0]))], "test")
    assert (loaded.added, loaded.duplicates, loaded.refused) == (0, 3, [])


def test_other_work_of_the_same_person_is_not_overwritten(bench: Bench) -> None:
    load(bench.store, [worked_on()], "test")
    loaded = load(bench.store, [worked_on(layer_id="l2", ends=(4,))], "test")
    assert "not overwritten" in str(loaded.refused[0].reason)
    assert [record for record in records(bench.store) if record.layer] == [worked_on()]


def test_ids_of_other_work_are_refused_and_nothing_of_the_record_is_kept(bench: Bench) -> None:
    load(bench.store, [worked_on()], "test")
    other = make_article("خبر آخر تمامًا")
    clash = worked_on(annotator="a2", layer_id="l2")
    comments = (replace(clash.comments[0], id="c-l1", article=other.id),)
    assert clash.layer is not None
    record = replace(clash, article=other, layer=replace(clash.layer, article=other.id), comments=comments)
    loaded = load(bench.store, [record, Record(make_article("خبر ثالث"))], "test")
    assert len(loaded.refused) == 1
    assert loaded.added == 1
    assert bench.store.article(other.id) is None


def test_an_article_id_with_another_text_is_refused(bench: Bench) -> None:
    load(bench.store, [Record(ARTICLE)], "test")
    loaded = load(bench.store, [Record(make_article("نص مختلف", id="one"))], "test")
    assert "another text" in str(loaded.refused[0].reason)
    assert bench.store.article("one") == ARTICLE


def test_a_layer_that_was_only_looked_at_gives_way(bench: Bench) -> None:
    load(bench.store, [Record(ARTICLE)], "test")
    annotator = bench.store.keep_annotator("A1")
    bench.store.open_layer(ARTICLE.id, annotator.id)
    loaded = load(bench.store, [worked_on()], "test", annotator="A1")
    assert (loaded.added, loaded.refused) == (1, [])


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(4)), repeats=st.lists(st.integers(0, 3), max_size=4))
def test_any_order_and_any_repetition_give_the_same_content(
    bench: Bench, order: list[int], repeats: list[int]
) -> None:
    given_records = [worked_on(), worked_on("a2", "l2", (7, 9)), Record(ARTICLE), Record(make_article("خبر"))]
    load(bench.store, [given_records[i] for i in (*order, *repeats)], "test")
    found = {record.layer.id: record for record in records(bench.store) if record.layer}
    assert found == {"l1": given_records[0], "l2": given_records[1]}


def test_the_work_of_others_does_not_stand_in_the_way_of_a_layer_that_was_only_looked_at(bench: Bench) -> None:
    load(bench.store, [Record(ARTICLE)], "test")
    looking = bench.store.keep_annotator("A1")
    bench.store.open_layer(ARTICLE.id, looking.id)
    other = bench.store.keep_annotator("A2")
    theirs = bench.store.open_layer(ARTICLE.id, other.id)
    span = make_span(theirs.id, "ACTOR", 0, 3)
    bench.store.apply(Change("label", ARTICLE.id, (Edit(None, span),)), other.id)
    assert load(bench.store, [worked_on()], "test", annotator="A1").refused == []


def test_an_id_of_anothers_layer_never_removes_it(bench: Bench) -> None:
    """Not even one that was only looked at."""
    clash = worked_on(layer_id=bench.layer.id)
    loaded = load(bench.store, [clash], "test")
    assert "already belongs to other work" in str(loaded.refused[0].reason)
    assert bench.store.layer(bench.layer.article, bench.annotator.id) == bench.layer


def test_remarks_come_in_also_where_the_rest_is_there_already(bench: Bench) -> None:
    remark = Comment("c9", ARTICLE.id, None, None, "a1", None, "سؤال", "2025-01-01T00:00:00Z")
    load(bench.store, [Record(ARTICLE, comments=(remark,))], "test")
    assert [record.comments for record in records(bench.store) if record.article == ARTICLE] == [(remark,)]
    load(bench.store, [worked_on()], "test")
    more = replace(worked_on(), comments=(*worked_on().comments, replace(remark, id="c10")))
    loaded = load(bench.store, [more, more], "test")
    assert (loaded.added, loaded.duplicates, loaded.refused) == (1, 1, [])
    (record,) = [record for record in records(bench.store) if record.article == ARTICLE]
    assert {comment.id for comment in record.comments} == {"c9", "c10", "c-l1"}
    assert next(comment for comment in record.comments if comment.id == "c9").layer is None


def test_a_remark_of_another_article_is_refused_with_its_record(bench: Bench) -> None:
    load(bench.store, [worked_on()], "test")
    other = make_article("خبر آخر")
    remark = replace(worked_on().comments[0], article=other.id, layer=None, span=None)
    loaded = load(bench.store, [Record(other, comments=(remark,))], "test")
    assert len(loaded.refused) == 1
    assert bench.store.article(other.id) is None


def test_whole_or_nothing_takes_nothing_when_the_project_refuses_one(bench: Bench) -> None:
    load(bench.store, [Record(ARTICLE)], "test")
    given_records = [worked_on(), Record(make_article("خبر")), Record(make_article("نص مختلف", id="one"))]
    before = list(records(bench.store))
    loaded = load(bench.store, given_records, "test", whole=True)
    assert (loaded.added, loaded.articles, loaded.layers, len(loaded.refused)) == (0, 0, 0, 1)
    assert list(records(bench.store)) == before
    assert load(bench.store, given_records[:2], "test", whole=True).added == 2
