"""Merging: any order and any repetition give one state, and nothing that is here is overwritten."""

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.article import make_article
from annotator.core.bundle import Bundle
from annotator.core.change import Change, Edit
from annotator.core.layer import Comment
from annotator.core.record import Record
from annotator.core.sentence import Refused, say
from annotator.store import migrations
from annotator.store.check import check
from annotator.store.creation import open_project
from annotator.store.foreign import open_foreign, project_bundle
from annotator.store.hand_in import newest_hand_ins
from annotator.store.merge import KEEP, Choices, merge
from annotator.store.scheme_version import versions
from annotator.store.store import Store
from tests.store.bench import SCHEME
from tests.store.team import ARTICLES, annotate, dump, handed_in, person, project

LABELS = ("ACTOR", "TARGET", "WEAPON", "CLAIM")
marks = st.lists(st.tuples(st.integers(0, 9), st.integers(1, 5), st.sampled_from(LABELS)), max_size=4).map(
    lambda rows: sorted({(start, start + length, label) for start, length, label in rows})
)
work = st.dictionaries(st.sampled_from([article.id for article in ARTICLES]), marks, max_size=4)


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Store]:
    with project(tmp_path / "lead.hashiya") as store:
        yield store


def bundles_of(folder: Path, name: str, id: str, *rounds: dict[str, list[tuple[int, int, str]]]) -> list[Bundle]:
    """One annotator's bundles, one after each round of work."""
    found = []
    with project(folder / f"{id}.hashiya") as store:
        who = person(store, name, id)
        done: set[tuple[str, tuple[int, int, str]]] = set()
        for number, articles in enumerate(rounds):
            for article, rows in articles.items():
                annotate(store, who, article, [row for row in rows if (article, row) not in done])
                done |= {(article, row) for row in rows}
            found.append(handed_in(store, f"{id}-{number}"))
            store.connection.execute("UPDATE batch SET state = 'done'")
    return found


@settings(max_examples=30)
@given(
    rounds=st.tuples(work, work, work, work),
    data=st.data(),
)
def test_any_order_and_any_repetition_of_merges_is_one_state(
    rounds: tuple[dict[str, list[tuple[int, int, str]]], ...], data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found = bundles_of(folder, "ليلى", "p1", rounds[0], rounds[1]) + bundles_of(folder, "يوسف", "p2", *rounds[2:])
        order = data.draw(st.permutations(range(4)))
        repeats = data.draw(st.lists(st.integers(0, 3), max_size=4))
        with project(folder / "one.hashiya", ARTICLES[:3]) as one, project(folder / "two.hashiya", ARTICLES[:3]) as two:
            at_once = merge(one, found)
            assert at_once.refused == []
            for number in (*order, *repeats):
                merge(two, [found[number]])
            assert dump(one) == dump(two)
            assert not merge(two, [found[number] for number in order]).changed
            assert list(check(one)) == []


def test_merging_again_writes_nothing_at_all(lead: Store, tmp_path: Path) -> None:
    found = bundles_of(tmp_path, "ليلى", "p1", {"a0": [(0, 3, "ACTOR")]})
    assert merge(lead, found).changed
    before = lead.connection.execute("SELECT count(*) FROM batch").fetchone(), lead.data_version(), dump(lead)
    again = merge(lead, found)
    assert (again.changed, again.files[0].known) == (False, 1)
    assert (lead.connection.execute("SELECT count(*) FROM batch").fetchone(), lead.data_version(), dump(lead)) == before


def test_an_older_bundle_never_rolls_back_newer_work(lead: Store, tmp_path: Path) -> None:
    rounds = {"a0": [(0, 3, "ACTOR")]}, {"a0": [(4, 7, "TARGET")]}
    first, second = bundles_of(tmp_path, "ليلى", "p1", *rounds)
    merge(lead, [second])
    merge(lead, [first])
    ((newest, _),) = newest_hand_ins(lead)
    assert {span.label for span in lead.spans(newest.id)} == {"ACTOR", "TARGET"}


def test_a_whole_project_brings_what_a_bundle_of_it_would(lead: Store, tmp_path: Path) -> None:
    with project(tmp_path / "theirs.hashiya") as theirs:
        who = theirs.keep_annotator("ليلى")
        annotate(theirs, who, "a0", [(0, 3, "ACTOR")])
        annotate(theirs, who, "a1", [(0, 3, "ACTOR")], done=False)
        with open_project(tmp_path / "theirs.hashiya", read_only=True) as read:
            found = merge(lead, [project_bundle(read, "theirs")])
        assert (found.files[0].layers, found.refused) == (1, [])
        assert not merge(lead, [handed_in(theirs)]).changed
    assert list(check(lead)) == []


def test_a_project_of_an_older_version_is_read_in_a_copy_and_left_as_it_is(
    lead: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = tmp_path / "theirs.hashiya"
    with monkeypatch.context() as older:
        older.setattr(migrations, "STEPS", migrations.STEPS[:1])
        with project(theirs) as store:
            annotate(store, store.keep_annotator("ليلى"), "a0", [(0, 3, "ACTOR")])
    before = theirs.read_bytes()
    room = tmp_path / "room"
    room.mkdir()
    with open_foreign(theirs, room) as read:
        assert merge(lead, [project_bundle(read, "theirs")]).files[0].layers == 1
    assert theirs.read_bytes() == before


def test_an_altered_hand_in_of_a_project_is_refused_and_nothing_changes(lead: Store, tmp_path: Path) -> None:
    with project(tmp_path / "theirs.hashiya") as theirs:
        annotate(theirs, theirs.keep_annotator("ليلى"), "a0", [(0, 3, "ACTOR")])
        handed_in(theirs)
        theirs.connection.execute(
            "UPDATE span SET label = 'TARGET' WHERE layer IN (SELECT id FROM layer WHERE kind = 'handed_in')"
        )
        before = dump(lead)
        found = merge(lead, [project_bundle(theirs, "theirs")])
    assert "altered" in str(found.refused[0][1])
    assert dump(lead) == before


def test_an_unsound_project_is_refused(tmp_path: Path) -> None:
    with project(tmp_path / "theirs.hashiya") as theirs:
        annotate(theirs, theirs.keep_annotator("ليلى"), "a0", [(0, 3, "ACTOR")])
        theirs.connection.execute("""UPDATE span SET fragments = '[[0, 99999]]', "end" = 99999""")
        with pytest.raises(Refused, match="not sound"):
            project_bundle(theirs, "theirs")


def test_another_text_under_the_same_id_is_left_out_or_kept_beside(lead: Store, tmp_path: Path) -> None:
    other = make_article("نص آخر تمامًا عن الهدنة", id="a0")
    with project(tmp_path / "theirs.hashiya", [other, ARTICLES[1]]) as theirs:
        who = theirs.keep_annotator("ليلى")
        for article in ("a0", "a1"):
            annotate(theirs, who, article, [(0, 3, "ACTOR")])
        bundle = handed_in(theirs)
    found = merge(lead, [bundle])
    assert "another text" in str(found.refused[0][1])
    assert (found.files[0].layers, found.articles) == (1, 0)
    assert lead.article("a0") == ARTICLES[0]
    kept = merge(lead, [bundle], Choices(articles=KEEP))
    assert (kept.files[0].layers, kept.articles, kept.refused) == (1, 1, [])
    assert lead.article(other.sha256[:16]) == replace(other, id=other.sha256[:16])
    assert lead.article("a0") == ARTICLES[0]
    assert not merge(lead, [bundle], Choices(articles=KEEP)).changed


def test_of_two_ids_of_one_text_the_smaller_wins_and_what_was_done_can_be_undone(lead: Store, tmp_path: Path) -> None:
    mine = lead.keep_annotator("رئيسة")
    annotate(lead, mine, "a0", [(0, 3, "ACTOR")])
    with project(tmp_path / "theirs.hashiya", [replace(ARTICLES[0], id="A"), replace(ARTICLES[1], id="z")]) as theirs:
        who = theirs.keep_annotator("ليلى")
        for article in ("A", "z"):
            annotate(theirs, who, article, [(0, 3, "ACTOR")])
        merge(lead, [handed_in(theirs)])
    assert lead.article("A") is not None
    assert lead.article("a0") is None
    assert lead.article("z") is None
    undo = lead.history(mine.id).next_undo
    assert undo is not None
    change = lead.change(undo).change
    assert change.article == "A"
    lead.apply(change.inverse(undo), mine.id)
    layer = lead.layer("A", mine.id)
    assert layer is not None
    assert lead.spans(layer.id) == ()
    assert list(check(lead)) == []


def test_one_name_of_two_people_is_told_and_joined_on_request(lead: Store, tmp_path: Path) -> None:
    one = bundles_of(tmp_path, "ليلى", "p1", {"a0": [(0, 3, "ACTOR")]})
    other = bundles_of(tmp_path, "ليلى", "p2", {"a1": [(0, 3, "ACTOR")]})
    found = merge(lead, [*one, *other])
    assert [str(s).count("--same-person p2=p1") for _, s in found.notices] == [1]
    assert {person.alias_of for person in lead.annotators()} == {None}
    joined = merge(lead, [], Choices(same_person=(("p2", "p1"),)))
    assert joined.joined == 1
    assert {person.id: person.alias_of for person in lead.annotators()} == {"p1": None, "p2": "p1"}
    again = merge(lead, [*one, *other], Choices(same_person=(("p2", "p1"),)))
    assert (again.changed, again.notices) == (False, [])
    with pytest.raises(Refused, match="Nobody"):
        merge(lead, [], Choices(same_person=(("x", "p1"),)))


def test_two_names_of_one_person_follow_to_the_one_they_are_joined_with(lead: Store) -> None:
    for id in ("p1", "p2", "p3"):
        person(lead, f"name {id}", id)
    merge(lead, [], Choices(same_person=(("name p3", "name p2"),)))
    merge(lead, [], Choices(same_person=(("p2", "p1"),)))
    assert {p.id: p.alias_of for p in lead.annotators()} == {"p1": None, "p2": "p1", "p3": "p1"}
    assert not merge(lead, [], Choices(same_person=(("p1", "p3"),))).changed


def test_work_under_a_version_of_the_scheme_that_is_not_here_waits_for_a_choice(lead: Store, tmp_path: Path) -> None:
    other = SCHEME.replace("version = 1", "version = 2", 1).replace('id = "WEAPON"', 'id = "TOOL"').replace(
        '"WEAPON"', '"TOOL"'
    )
    with project(tmp_path / "theirs.hashiya", scheme=other) as theirs:
        annotate(theirs, theirs.keep_annotator("ليلى"), "a0", [(0, 3, "TOOL")])
        bundle = handed_in(theirs)
    before = dump(lead)
    found = merge(lead, [bundle])
    assert "--schemes keep" in str(found.refused[0][1])
    assert (dump(lead)["layer"], dump(lead)["span"]) == (before["layer"], before["span"])
    kept = merge(lead, [bundle], Choices(schemes=KEEP))
    assert (kept.refused, kept.files[0].layers) == ([], 1)
    assert [version.number for version in versions(lead)] == [1, 2]
    assert lead.scheme().version == 1
    assert not merge(lead, [bundle], Choices(schemes=KEEP)).changed
    assert not merge(lead, [bundle]).changed
    assert list(check(lead)) == []


def test_an_empty_hand_in_is_told_and_changes_nothing(lead: Store, tmp_path: Path) -> None:
    with project(tmp_path / "theirs.hashiya") as theirs:
        found = merge(lead, [handed_in(theirs, "empty")])
    assert (found.changed, found.refused, found.files[0].layers) == (False, [], 0)


def test_remarks_come_with_the_work_and_end_at_its_newest_form_in_any_order(tmp_path: Path) -> None:
    with project(tmp_path / "theirs.hashiya") as theirs:
        who = theirs.keep_annotator("ليلى")
        annotate(theirs, who, "a0", [(0, 3, "ACTOR")])
        layer = theirs.layer("a0", who.id)
        assert layer is not None
        remark = Comment("c1", "a0", layer.id, None, who.id, None, "سؤال", "2026-01-01T00:00:00Z")
        theirs.apply(Change("comment", "a0", (Edit(None, remark),)), who.id)
        first = handed_in(theirs)
        annotate(theirs, who, "a0", [(4, 7, "ACTOR")])
        theirs.apply(Change("comment", "a0", (Edit(remark, replace(remark, resolved=True)),)), who.id)
        theirs.connection.execute("UPDATE batch SET state = 'done'")
        second = handed_in(theirs)
        assert not merge(theirs, [first, second]).changed
    dumps = []
    for n, order in enumerate(((first, second), (second, first), (first, second, first))):
        with project(tmp_path / f"lead{n}.hashiya") as lead:
            for bundle in order:
                merge(lead, [bundle])
            dumps.append(dump(lead))
            ((newest, _),) = newest_hand_ins(lead)
            assert lead.connection.execute("SELECT layer, resolved FROM comment").fetchall() == [(newest.id, 1)]
    assert dumps[0] == dumps[1] == dumps[2]


def test_a_bundle_that_turns_out_bad_half_way_leaves_the_others_to_come_in(lead: Store, tmp_path: Path) -> None:
    (good,) = bundles_of(tmp_path, "ليلى", "p1", {"a0": [(0, 3, "ACTOR")]})
    (bad,) = bundles_of(tmp_path, "يوسف", "p2", {"a0": [(0, 3, "ACTOR")], "a1": [(0, 3, "ACTOR")]})

    def half() -> Iterator[Record]:
        yield next(bad.records())
        raise Refused(say("bad"))

    found = merge(lead, [replace(bad, records=half), good])
    assert (len(found.refused), found.files[0].layers) == (1, 1)
    assert [p.id for p in lead.annotators()] == ["p1"]
