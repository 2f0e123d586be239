"""`hashiya gold` and the export of gold, as people and programs meet them."""

from pathlib import Path

import pytest

from annotator.agreement.docket import clusters_of
from annotator.core.layer import HANDED_IN, WORK
from annotator.core.review import Stamp, all_agreed, open_questions, review_change, settle
from annotator.core.verdict import nobody, take
from annotator.store.creation import open_project
from annotator.store.gold import open_gold
from annotator.store.records import records_at
from tests.cli.test_agree import answer, hashiya, sample

__all__ = ["sample"]
AT = "2026-02-01T09:00:00Z"


def decide(path: Path, article: str, whole: bool) -> None:
    """Accept what all agree on in an article; settle the rest by the first answer, one of them by nobody's."""
    with open_project(path) as store:
        reviewer = store.keep_annotator("سلمى")
        found = clusters_of(records_at(store, [article], (HANDED_IN, WORK)), store.scheme().policy)
        (gold,) = open_gold(store, [article], reviewer.id)
        rulings = all_agreed(found, ())
        if whole:
            first, *rest = (one for one in open_questions(found, ()) if one.kind != "agree")
            rulings += [(first, nobody(first)), *((one, take(one, 0)) for one in rest)]
        after = settle(gold, found, rulings, Stamp(reviewer.id, AT))
        store.apply(review_change("review.settle", [(gold, after)]), reviewer.id)


@pytest.fixture(scope="module")
def reviewed(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    path = tmp_path_factory.mktemp("gold") / "p.hashiya"
    path.write_bytes(sample.read_bytes())
    found = answer("disagreements", path)["articles"]
    first, second = [row["id"] for row in found if row["disagreements"] > 2][:2]
    decide(path, first, whole=True)
    decide(path, second, whole=False)
    return path, [first, second]


def test_before_anything_is_decided_everything_is_open(sample: Path) -> None:
    found, told = answer("gold", sample), answer("disagreements", sample)
    assert (found["open"], found["agreed"], found["settled"]) == (told["count"], told["agreed"], 0)
    assert (found["complete"], found["final"], found["spans"]) == (0, 0, 0)
    assert {row["id"]: row["open"] for row in found["articles"]} == {
        row["id"]: row["disagreements"] for row in told["articles"] if row["disagreements"] or row["agreed"]
    }


def test_it_tells_settled_from_open_from_final(reviewed: tuple[Path, list[str]]) -> None:
    path, (first, second) = reviewed
    rows = {row["id"]: row for row in answer("gold", path)["articles"]}
    assert (rows[first]["complete"], rows[first]["open"], rows[first]["agreed"]) == (True, 0, 0)
    assert rows[first]["final"] is None
    assert (rows[second]["complete"], rows[second]["agreed"]) == (False, 0)
    assert rows[second]["open"] > 0
    assert rows[first]["rejected"] >= 1
    frozen = answer("gold", path, "--freeze")
    assert (frozen["frozen"], frozen["complete"], frozen["final"]) == (1, 1, 1)
    assert answer("gold", path, "--freeze")["frozen"] == 0
    assert {row["id"]: row["final"] for row in frozen["articles"] if row["final"]} == {first: 1}
    code, out, _ = hashiya("gold", path)
    assert code == 0
    assert "1 complete, 1 final" in out
    assert hashiya("check", path)[0] == 0


def test_exported_gold_carries_its_provenance_and_comes_back_equal(
    reviewed: tuple[Path, list[str]], tmp_path: Path
) -> None:
    path, _ = reviewed
    out, again, other = tmp_path / "gold.jsonl", tmp_path / "again.jsonl", tmp_path / "other.hashiya"
    assert answer("export", path, out, "--only", "gold")["records"] >= 2
    assert '"decision":"' in out.read_text(encoding="utf-8")
    assert '"reviewer":"' in out.read_text(encoding="utf-8")
    assert hashiya("new", other)[0] == 0
    assert answer("import", other, out)["refused"] == []
    answer("export", other, again, "--only", "gold")
    assert again.read_bytes() == out.read_bytes()
    assert hashiya("check", other)[0] == 0


def test_gold_is_nobodys_work_and_changes_no_agreement(reviewed: tuple[Path, list[str]], sample: Path) -> None:
    path, _ = reviewed
    assert answer("agree", path)["pairs"] == answer("agree", sample)["pairs"]
