"""`hashiya assign`, `bundle`, `merge` and `update` as people and programs meet them."""

import json
import os
import signal
import sqlite3
import stat
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotator import paths
from annotator.core.change import Change, Edit
from annotator.core.layer import Decision
from annotator.core.record import Record
from annotator.core.scheme_edit import Draft
from annotator.core.span import make_span
from annotator.exchange.source import read_paths
from annotator.store.assignment import assignments, reopened
from annotator.store.catalogue import article_numbers, article_rows
from annotator.store.check import check
from annotator.store.creation import create_project, open_project
from annotator.store.gold import freeze_gold, open_gold
from annotator.store.guideline import add_guideline_rule
from annotator.store.load import load
from annotator.store.scheme_change import change_scheme
from annotator.store.store import Store
from tests.store.bench import SCHEME
from tests.store.team import annotate, dump

ROOT = Path(__file__).resolve().parent.parent.parent
TEAM = ("ليلى", "يوسف", "ندى")


def hashiya(*arguments: object) -> tuple[int, str, str]:
    """Run the command line: exit code, standard output, standard error."""
    done = subprocess.run(
        [sys.executable, "-m", "annotator", *map(str, arguments)],
        cwd=ROOT,
        env=os.environ,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, done.stdout, done.stderr


def answer(*arguments: object, code: int = 0) -> dict[str, Any]:
    """The answer in JSON, which is all that is printed."""
    found, out, err = hashiya(*arguments, "--json")
    assert found == code, (out, err)
    result: dict[str, Any] = json.loads(out)
    return result


def take_in(project: Path, *sources: Path) -> Path:
    """Import into a project, made if it is not there."""
    with open_project(project) if project.exists() else create_project(project, SCHEME) as store:
        labels = {label.id for label in store.scheme().labels}
        found = [one for one in read_paths(sources, labels) if isinstance(one, Record)]
        assert load(store, found, "test").refused == []
    return project


@pytest.fixture
def lead(tmp_path: Path) -> Path:
    return take_in(tmp_path / "lead.hashiya", paths.seed("articles"))


def finish(project: Path, name: str, count: int = 100, label: str = "ACTOR") -> None:
    """Label the beginning of the first articles of the list, and finish them."""
    with open_project(project) as store:
        who = store.keep_annotator(name)
        for row in article_rows(store, article_numbers(store, who.id)[:count], who.id):
            more = [] if row.spans else [(5, 8, "TARGET")]
            annotate(store, who, row.id, [(0, 4, label), *more])


def states(*projects: Path) -> list[dict[str, list[tuple[Any, ...]]]]:
    found = []
    for project in projects:
        with open_project(project) as store:
            assert list(check(store)) == []
            found.append(dump(store))
    return found


def test_articles_are_handed_out_blind_and_privately_in_each_ones_order(lead: Path, tmp_path: Path) -> None:
    take_in(lead, paths.seed("sample.jsonl"))
    found = answer("assign", lead, tmp_path / "out", "--annotators", "سامي", "هند", "--overlap", 1, "--seed", 7)
    assert [row["articles"] for row in found["annotators"]] == [13, 13]
    shared: list[str] = []
    for row in found["annotators"]:
        path = Path(row["path"])
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        with open_project(path) as store:
            assert list(check(store)) == []
            assert [(person.id, person.name) for person in store.annotators()] == [(row["id"], row["name"])]
            for table in ("layer", "span", "comment", "change"):
                assert store.connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
            tasks = assignments(store, row["id"])
            listed = article_rows(store, article_numbers(store, row["id"]), row["id"])
            assert [one.id for one in listed] == [task.article for task in tasks]
            shared += [task.article for task in tasks]
        content = path.read_bytes()
        assert "ليلى".encode() not in content
    assert len(shared) == len(set(shared)) == 26


def test_the_same_seed_hands_out_the_same_and_shares_are_kept(lead: Path, tmp_path: Path) -> None:
    other = take_in(tmp_path / "other.hashiya", paths.seed("articles"))
    options = ("--annotators", ",".join(TEAM), "--overlap", 2, "--seed", 3, "--shares", "ليلى=2,يوسف=1,ندى=1")
    lists = []
    for n, project in enumerate((lead, other)):
        found = answer("assign", project, tmp_path / f"out{n}", *options)
        assert [row["articles"] for row in found["annotators"]] == [26, 13, 13]
        mine = []
        for row in found["annotators"]:
            with open_project(Path(row["path"])) as store:
                mine.append([one.article for one in assignments(store)])
        lists.append(mine)
    assert lists[0] == lists[1]


def test_whoever_leaves_leaves_unfinished_articles_to_the_others(lead: Path, tmp_path: Path) -> None:
    first = answer("assign", lead, tmp_path / "one", "--annotators", *TEAM, "--overlap", 1, "--seed", 1)
    given = next(row["articles"] for row in first["annotators"] if row["name"] == "ندى")
    gone = tmp_path / "one" / "ندى.hashiya"
    finish(gone, "ندى", 3)
    assert answer("bundle", gone, tmp_path / "b.zip")["layers"] == 3
    assert answer("merge", lead, tmp_path / "b.zip")["added"] == 3
    with open_project(lead) as store:
        before = {(t.article, t.annotator) for t in assignments(store)}
    found = answer("assign", lead, tmp_path / "two", "--annotators", "ليلى,يوسف", "--overlap", 1, "--left", "ندى")
    assert found["new"] == given - 3
    with open_project(lead) as store:
        tasks = assignments(store)
        done = {row[0] for row in store.connection.execute("SELECT article FROM layer WHERE kind = 'handed_in'")}
        standing = [task.article for task in tasks if task.selection != "left"]
        assert sorted(standing) == sorted({article for article, _ in before})
        assert {task.article for task in tasks if task.selection == "left"}.isdisjoint(done)


def test_nobodys_project_is_written_over(lead: Path, tmp_path: Path) -> None:
    answer("assign", lead, tmp_path / "out", "--annotators", *TEAM)
    before = states(lead)
    code, _, err = hashiya("assign", lead, tmp_path / "out", "--annotators", *TEAM, "--seed", 5, "--overlap", 3)
    assert (code, "exists already" in err) == (2, True)
    assert states(lead) == before


def test_names_that_lead_elsewhere_stay_in_the_folder(lead: Path, tmp_path: Path) -> None:
    found = answer("assign", lead, tmp_path / "out", "--annotators", "../../x", "--annotators", "CON")
    assert [Path(row["path"]).parent for row in found["annotators"]] == [tmp_path / "out"] * 2
    assert not (tmp_path.parent / "x.hashiya").exists()
    code, _, err = hashiya("assign", lead, tmp_path / "p", "--annotators", "a/b", "--annotators", "a.b")
    assert (code, "same file" in err) == (2, True)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--overlap", "4"), "cannot go to 4"),
        (("--shares", "سامي=2"), "not among"),
        (("--shares", "ليلى=0"), "no share"),
        (("--left", "سامي"), "Nobody called"),
    ],
)
def test_wishes_that_cannot_be_met_assign_nothing(lead: Path, tmp_path: Path, more: tuple[str, ...], said: str) -> None:
    before = states(lead)
    code, _, err = hashiya("assign", lead, tmp_path / "out", "--annotators", *TEAM, *more)
    assert (code, said in err) == (2, True), err
    assert states(lead) == before


def test_handing_in_carries_what_is_finished_and_changed_since(lead: Path, tmp_path: Path) -> None:
    finish(lead, "ليلى", 2)
    first = answer("bundle", lead, tmp_path / "1.zip")
    assert (first["layers"], first["spans"], first["annotators"]) == (2, 4, ["ليلى"])
    nothing = answer("bundle", lead, tmp_path / "2.zip", code=2)
    assert "nothing to hand in" in nothing["error"]["reason"]
    assert not (tmp_path / "2.zip").exists()
    finish(lead, "ليلى", 1, "WEAPON")
    assert answer("bundle", lead, tmp_path / "2.zip")["layers"] == 1
    assert answer("bundle", lead, tmp_path / "3.zip", "--all")["layers"] == 2
    only = ("--only", "handed-in", "--annotator", "ليلى")
    assert answer("export", lead, tmp_path / "newest.jsonl", *only)["records"] == 2
    assert states(lead)


def test_a_hand_in_that_could_not_be_written_is_in_the_next_one(lead: Path, tmp_path: Path) -> None:
    finish(lead, "ليلى", 2)
    answer("bundle", lead, tmp_path / "nowhere" / "1.zip", code=2)
    assert answer("bundle", lead, tmp_path / "1.zip")["layers"] == 2


def test_a_hand_in_is_never_written_over_the_project(lead: Path, tmp_path: Path) -> None:
    finish(lead, "ليلى", 1)
    before = states(lead)
    for out in (lead, Path(f"{lead}-wal")):
        answer("bundle", lead, out, code=2)
    assert states(lead) == before


def test_bad_files_change_not_a_byte_and_good_ones_beside_them_come_in(lead: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.hashiya"
    other.write_bytes(lead.read_bytes())
    finish(other, "ليلى", 2)
    answer("bundle", other, tmp_path / "good.zip")
    (tmp_path / "cut.zip").write_bytes((tmp_path / "good.zip").read_bytes()[:-300])
    (tmp_path / "text.txt").write_text("نص")
    (tmp_path / "empty").touch()
    trigger = tmp_path / "trigger.hashiya"
    trigger.write_bytes(other.read_bytes())
    hostile = sqlite3.connect(trigger)
    hostile.execute("CREATE TRIGGER t AFTER INSERT ON span BEGIN DELETE FROM article; END")
    hostile.commit()
    hostile.close()
    view = tmp_path / "view.hashiya"
    view.write_bytes(other.read_bytes())
    hostile = sqlite3.connect(view)
    hostile.executescript(
        """DROP TABLE event;
        CREATE VIEW event AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT * FROM n;"""
    )
    hostile.close()
    blob = tmp_path / "blob.hashiya"
    blob.write_bytes(other.read_bytes())
    hostile = sqlite3.connect(blob)
    hostile.execute("UPDATE span SET label = x'ff00'")
    hostile.commit()
    hostile.close()
    bad = [tmp_path / name for name in ("cut.zip", "text.txt", "empty", "none.zip")] + [trigger, view, blob, tmp_path]
    before = lead.read_bytes()
    found = answer("merge", lead, *bad, lead, code=1)
    assert len(found["refused"]) == len(bad) + 1
    assert "foreign trigger" in next(r["reason"] for r in found["refused"] if r["path"] == str(trigger))
    assert lead.read_bytes() == before
    found = answer("merge", lead, *bad, tmp_path / "good.zip", code=1)
    assert (found["added"], len(found["refused"])) == (2, len(bad))
    assert trigger.read_bytes() != before
    states(lead)


def test_merging_says_what_came_in_and_again_that_nothing_did(lead: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.hashiya"
    other.write_bytes(lead.read_bytes())
    finish(other, "ليلى", 2)
    answer("bundle", other, tmp_path / "b.zip")
    code, out, _ = hashiya("merge", lead, tmp_path / "b.zip")
    assert (code, "Merged: 2 layers with 4 spans" in out) == (0, True)
    whole = lead.read_bytes()
    code, out, _ = hashiya("merge", lead, tmp_path / "b.zip", other)
    assert (code, "Nothing new" in out) == (0, True)
    assert lead.read_bytes() == whole


def test_a_wrong_clock_is_told_and_takes_nothing_away(lead: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.hashiya"
    other.write_bytes(lead.read_bytes())
    finish(other, "ليلى", 1)
    with open_project(other) as store:
        store.connection.execute("UPDATE layer SET updated_at = '2999-01-01T00:00:00Z'")
    answer("bundle", other, tmp_path / "b.zip")
    found = answer("merge", lead, tmp_path / "b.zip")
    assert "clock" in found["warnings"][0]["reason"]
    finish(other, "ليلى", 1, "WEAPON")
    answer("bundle", other, tmp_path / "c.zip")
    assert answer("merge", lead, tmp_path / "c.zip")["added"] == 1
    with open_project(lead) as store:
        newest = store.connection.execute("SELECT id FROM layer ORDER BY updated_at DESC LIMIT 1").fetchone()[0]
        assert "WEAPON" in {span.label for span in store.spans(newest)}


def test_a_file_of_a_newer_program_is_told_or_left_out(lead: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.hashiya"
    other.write_bytes(lead.read_bytes())
    finish(other, "ليلى", 1)
    answer("bundle", other, tmp_path / "b.zip")
    with zipfile.ZipFile(tmp_path / "b.zip") as source, zipfile.ZipFile(tmp_path / "c.zip", "w") as archive:
        for name in source.namelist():
            data = source.read(name)
            if name == "manifest.json":
                manifest = json.loads(data)
                manifest["tool_version"] = "99.1"
                data = json.dumps(manifest).encode()
            archive.writestr(name, data)
    refused = answer("merge", lead, tmp_path / "c.zip", "--newer", "refuse", code=1)
    assert "99.1" in refused["refused"][0]["reason"]
    found = answer("merge", lead, tmp_path / "c.zip")
    assert (found["added"], "99.1" in found["warnings"][0]["reason"]) == (1, True)


def work_of(store: Store) -> list[list[tuple[Any, ...]]]:
    """Everything of the annotators' own layers."""
    return [
        store.connection.execute(f"SELECT * FROM {table} WHERE {where} ORDER BY 1, 2").fetchall()
        for table, where in (
            ("layer", "kind <> 'gold_final'"),
            ("span", "layer IN (SELECT id FROM layer WHERE kind <> 'gold_final')"),
            ("event", "layer IN (SELECT id FROM layer WHERE kind <> 'gold_final')"),
        )
    ]


def test_an_update_brings_the_leads_news_and_corrections_and_touches_no_layer(lead: Path, tmp_path: Path) -> None:
    answer("assign", lead, tmp_path / "out", "--annotators", "ليلى,يوسف", "--overlap", 2, "--seed", 1)
    mine = tmp_path / "out" / "ليلى.hashiya"
    finish(mine, "ليلى", 2)
    answer("bundle", mine, tmp_path / "1.zip")
    answer("merge", lead, tmp_path / "1.zip")
    with open_project(lead) as store:
        boss = store.keep_annotator("رئيسة")
        article = store.connection.execute("SELECT article FROM layer WHERE kind = 'handed_in'").fetchone()[0]
        (gold,) = open_gold(store, [article], boss.id)
        settled = Decision("d1", gold.layer.id, "k", "label", "take", boss.id, "2026-01-01T00:00:00Z")
        span = replace(make_span(gold.layer.id, "WEAPON", 0, 4), decision="d1")
        store.apply(Change("gold", article, (Edit(None, settled), Edit(None, span))), boss.id)
        assert freeze_gold(store, [article]) == 1
        add_guideline_rule(store, "قاعدة", boss.id)
        change_scheme(store, Draft(store.scheme(), replace(store.scheme(), tour=None)), boss.id)
    made = answer(
        "update", lead, tmp_path / "u.zip", "--annotator", "ليلى", "--reopen", article, "--comment", "انظري مرة أخرى",
        "--by", "رئيسة",
    )  # fmt: skip
    assert (made["number"], made["reopened"], made["corrections"], made["scheme_version"]) == (1, 1, 1, 2)
    assert answer("update", lead, tmp_path / "again.zip", "--annotator", "ليلى")["sha256"] == made["sha256"]
    with open_project(mine) as store:
        before = work_of(store)
    found = answer("merge", mine, tmp_path / "u.zip")
    assert (found["changed"], found["refused"]) == (True, [])
    with open_project(mine) as store:
        assert work_of(store) == before
        assert store.scheme().version == 2
        who = store.keep_annotator("ليلى")
        assert reopened(store, who.id) == [article]
        assert store.connection.execute("SELECT body, layer FROM comment").fetchall() == [("انظري مرة أخرى", None)]
        assert store.connection.execute("SELECT text FROM rule").fetchall() == [("قاعدة",)]
        corrections = store.connection.execute("SELECT id FROM layer WHERE kind = 'gold_final'").fetchall()
        assert [[s.label for s in store.spans(layer)] for (layer,) in corrections] == [["WEAPON"]]
        assert list(check(store)) == []
    assert not answer("merge", mine, tmp_path / "u.zip")["changed"]
    other = tmp_path / "out" / "يوسف.hashiya"
    refused = answer("merge", other, tmp_path / "u.zip", code=1)
    assert "somebody else" in refused["refused"][0]["reason"]
    with open_project(mine) as store:
        who = store.keep_annotator("ليلى")
        annotate(store, who, article, [(9, 12, "ACTOR")])
    answer("bundle", mine, tmp_path / "2.zip")
    with open_project(mine) as store:
        assert reopened(store, who.id) == []
    assert answer("merge", lead, tmp_path / "2.zip")["added"] == 1


def test_new_articles_reach_an_annotator_by_an_update_and_an_older_one_takes_nothing_back(
    lead: Path, tmp_path: Path
) -> None:
    answer("assign", lead, tmp_path / "out", "--annotators", "ليلى", "--seed", 1)
    mine = tmp_path / "out" / "ليلى.hashiya"
    answer("update", lead, tmp_path / "u1.zip", "--annotator", "ليلى")
    (tmp_path / "new.txt").write_text("خبر جديد عن الهدنة في الوادي", encoding="utf-8")
    take_in(lead, tmp_path / "new.txt")
    assert answer("assign", lead, tmp_path / "out2", "--annotators", "ليلى", "--only-new")["new"] == 1
    answer("update", lead, tmp_path / "u2.zip")
    assert answer("merge", mine, tmp_path / "u2.zip")["articles"] == 1
    assert not answer("merge", mine, tmp_path / "u1.zip")["changed"]
    with open_project(mine) as store:
        who = store.keep_annotator("ليلى")
        listed = article_rows(store, article_numbers(store, who.id), who.id)
        assert [row.id for row in listed] == [task.article for task in assignments(store, who.id)]
        assert len(listed) == 27


def test_killed_at_any_moment_a_merge_is_whole_or_never_was(lead: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.hashiya"
    other.write_bytes(lead.read_bytes())
    for name in TEAM:
        finish(other, name)
    answer("bundle", other, tmp_path / "b.zip")
    (old,) = states(lead)
    whole = tmp_path / "whole.hashiya"
    whole.write_bytes(lead.read_bytes())
    answer("merge", whole, tmp_path / "b.zip")
    (new,) = states(whole)
    seen = []
    for kill in range(12):
        target = tmp_path / "target.hashiya"
        target.write_bytes(lead.read_bytes())
        child = subprocess.Popen(
            [sys.executable, "-m", "annotator", "merge", str(target), str(tmp_path / "b.zip"), "--json", "--progress"],
            cwd=ROOT, env=os.environ, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        assert child.stdout is not None
        child.stdout.readline()
        try:
            child.wait(kill * 0.006)
        except subprocess.TimeoutExpired:
            child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()
        (state,) = states(target)
        assert state in (old, new)
        seen.append(state == new)
        answer("merge", target, tmp_path / "b.zip")
        assert states(target) == [new]
        for path in tmp_path.glob("target.hashiya*"):
            path.unlink()
    assert not all(seen)
