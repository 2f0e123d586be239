"""Tables in and out at the command line: columns named by hand, folders of Parquet, the event table."""

import csv
from pathlib import Path

import pytest

from annotator import paths
from tests.cli.test_cli import answer, hashiya

TABLE = "h,b,n\nقصف الميناء,قال الجيش إن الميناء تعرض للقصف.,1\n,,2\n"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the sample in it, to be read only."""
    path = tmp_path_factory.mktemp("sample") / "p.hashiya"
    assert hashiya("new", path)[0] == 0
    assert hashiya("import", path, paths.seed("sample.jsonl"))[0] == 0
    return path


def project(folder: Path) -> Path:
    path = folder / "new.hashiya"
    assert hashiya("new", path)[0] == 0
    return path


def test_columns_that_nobody_knows_are_named_by_hand_and_twice_adds_nothing(tmp_path: Path) -> None:
    table = tmp_path / "news.csv"
    table.write_text(TABLE, "utf-8")
    work = project(tmp_path)
    code, _, told = hashiya("import", work, table)
    assert code == 1
    assert "--map text=COLUMN,title=COLUMN" in told
    found = answer("import", work, table, "--map", "text=b,title=h")
    assert (found["added"], [row["line"] for row in found["refused"]]) == (1, [3])
    again = answer("import", work, table, "--map", "text=b,title=h")
    assert (again["added"], again["duplicates"]) == (0, 1)
    code, _, told = hashiya("import", work, table, "--map", "text=b", "--format", "text")
    assert code == 2
    assert "only in tables" in told


def test_all_or_nothing_takes_nothing_of_a_table_with_a_bad_row(tmp_path: Path) -> None:
    table = tmp_path / "news.csv"
    table.write_text(TABLE, "utf-8")
    found = answer("import", project(tmp_path), table, "--map", "text=b,title=h", "--all-or-nothing")
    assert (found["added"], len(found["refused"])) == (0, 1)


def test_parquet_parts_carry_a_whole_project_into_an_empty_one(sample: Path, tmp_path: Path) -> None:
    work = project(tmp_path)
    hashiya("export", sample, tmp_path / "parts", "--format", "parquet")
    found = answer("import", work, tmp_path / "parts")
    assert found["refused"] == found["warnings"] == []
    for name, path in (("a", sample), ("b", work)):
        hashiya("export", path, tmp_path / f"{name}.jsonl")
    assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "b.jsonl").read_bytes()


def test_a_dataset_has_the_head_of_its_card_and_a_folder_for_each_part(sample: Path, tmp_path: Path) -> None:
    found = answer("export", sample, tmp_path / "out", "--format", "huggingface", "--split", "train=80,dev=20")
    names = {path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.parquet")}
    assert names == {"train/part-00000.parquet", "dev/part-00000.parquet"}
    card = (tmp_path / "out" / "README.md").read_text("utf-8")
    assert card.startswith("---\n")
    assert card.split("---\n")[1].count("- split:") == 2
    assert sum(part["records"] for part in found["parts"].values()) == found["records"] == 24


def test_the_event_table_says_what_it_leaves_out(sample: Path, tmp_path: Path) -> None:
    found = answer("export", sample, tmp_path / "events.csv", "--format", "events")
    with (tmp_path / "events.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len({row["event_id"] for row in rows}) == len(rows) > 20
    lost = {row["kind"]: row["count"] for row in found["losses"]}
    assert lost["spans"] == found["shifts"] > 0
    assert "events" not in lost
