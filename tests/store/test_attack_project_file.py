"""Files that were tampered with, cut off or mixed up are refused in words, and nothing is written to them."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from annotator.core.sentence import Refused
from annotator.store.check import check
from annotator.store.connection import APPLICATION_ID
from annotator.store.creation import create_project, open_project
from annotator.store.records import records
from tests.store.bench import SCHEME, Bench

ENDLESS = "AS WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT n FROM c WHERE n < 0"


def tampered(bench: Bench, *statements: str) -> Path:
    """The bench's project after another program carried these statements out in it."""
    bench.label(0, 3)
    bench.store.close()
    connection = sqlite3.connect(bench.store.path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()
    return bench.store.path


TIED = {
    "a trigger of a table's name": "CREATE TRIGGER span AFTER INSERT ON span BEGIN DELETE FROM article; END",
    "an index on our rows": "CREATE UNIQUE INDEX theirs ON layer(scheme, article)",
    "a reference to our rows": "CREATE TABLE theirs (a REFERENCES SPAN(label))",
}


@pytest.mark.parametrize("statement", TIED.values(), ids=TIED)
def test_what_acts_on_our_rows_is_refused(bench: Bench, statement: str) -> None:
    path = tampered(bench, statement)
    before = path.read_bytes()
    with pytest.raises(Refused, match=r"by another program|of another program|foreign trigger"):
        open_project(path)
    assert path.read_bytes() == before


def test_a_view_in_the_place_of_the_list_of_steps_is_refused(bench: Bench) -> None:
    path = tampered(bench, "DROP TABLE _sqlite_migrations", f"CREATE VIEW _sqlite_migrations {ENDLESS}")
    with pytest.raises(Refused, match="“_sqlite_migrations” was altered"):
        open_project(path)


@pytest.mark.parametrize("table", ["span", "change", "article"])
def test_a_newer_version_that_keeps_a_table_differently_is_refused(bench: Bench, table: str) -> None:
    views = [f"DROP VIEW {view}" for view in ("spans_view", "arguments_view")]
    path = tampered(
        bench,
        *views,
        f"ALTER TABLE {table} RENAME TO moved",
        f"CREATE VIEW {table} {ENDLESS}",
        "PRAGMA user_version = 99",
    )
    with pytest.raises(Refused, match=f"newer version, which keeps “{table}” differently"):
        open_project(path)


@pytest.mark.parametrize("version", [0, -1])
def test_a_file_that_was_never_finished_is_refused_and_not_finished_by_us(bench: Bench, version: int) -> None:
    path = tampered(bench, f"PRAGMA user_version = {version}")
    before = path.read_bytes()
    with pytest.raises(Refused, match="never finished"):
        open_project(path)
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_foreign_file_with_our_mark_gets_no_tables_of_ours(project: Path) -> None:
    connection = sqlite3.connect(project, isolation_level=None)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("CREATE TABLE notes (id)")
    connection.close()
    with pytest.raises(Refused):
        open_project(project)
    connection = sqlite3.connect(project)
    assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("notes",)]
    connection.close()


def test_a_file_cut_off_in_its_last_page_is_refused(bench: Bench) -> None:
    bench.store.close()
    whole = bench.store.path.read_bytes()
    for missing in (1, 100, 4095):
        bench.store.path.write_bytes(whole[:-missing])
        with pytest.raises(Refused, match="damaged"):
            open_project(bench.store.path)


def _foreign_log(folder: Path, path: Path) -> None:
    """Lay the write-ahead log of another database beside a project."""
    other = folder / "other.db"
    connection = sqlite3.connect(other, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE other (a)")
    connection.execute("INSERT INTO other VALUES (zeroblob(100000))")
    shutil.copy(f"{other}-wal", f"{path}-wal")
    connection.close()


def test_a_foreign_log_beside_a_project_is_not_carried_out_on_it(bench: Bench, tmp_path: Path) -> None:
    _, span = bench.label(0, 3)
    bench.store.close()
    before = bench.store.path.read_bytes()
    _foreign_log(tmp_path, bench.store.path)
    with pytest.raises(Refused):
        open_project(bench.store.path)
    assert bench.store.path.read_bytes() == before
    Path(f"{bench.store.path}-wal").unlink()
    with open_project(bench.store.path) as store:
        assert store.spans(bench.layer.id) == (span,)


def test_a_log_left_by_a_file_that_is_gone_does_not_get_into_a_new_project(project: Path, tmp_path: Path) -> None:
    _foreign_log(tmp_path, project)
    with create_project(project, SCHEME) as store:
        assert list(check(store)) == []


DAMAGES = {
    "text of other bytes": "UPDATE article SET text = CAST(x'ff61' AS TEXT)",
    "a title of other bytes": "UPDATE article SET title = CAST(x'ff61' AS TEXT)",
    "bytes for text": "UPDATE article SET text = x'6161'",
    "broken meta": "UPDATE article SET meta = '{'",
    "half a list": "UPDATE span SET fragments = '[[0'",
    "another shape": "UPDATE span SET fragments = '{\"a\": 1}'",
    "no fragments": "UPDATE span SET fragments = '[]'",
    "bytes for attributes": "UPDATE span SET attributes = x'00'",
    "words for a score": "UPDATE span SET score = 'high'",
    "words for a pass": "UPDATE layer SET pass = 'x', kind = 'gold'",
    "a broken event": """INSERT INTO event SELECT id, 'e', 'ATTACK', NULL, '[[1]]', '[]', '[]' FROM layer""",
}


@pytest.mark.parametrize("statement", DAMAGES.values(), ids=DAMAGES)
def test_damaged_cells_are_found_by_the_check_and_refused_in_words_elsewhere(bench: Bench, statement: str) -> None:
    path = tampered(bench, statement)
    with open_project(path) as store:
        findings = list(check(store))
    assert findings
    assert all("Row" in str(finding.sentence) for finding in findings)
    with pytest.raises(Refused, match=r"damaged|cannot be read"), open_project(path) as store:
        list(records(store))


WRONG: dict[str, tuple[str, str]] = {
    "edges unlike the fragments": ("UPDATE span SET start = start + 1", "its start or end is not that"),
    "an unknown status": ("UPDATE layer SET status = 'weird'", "“weird”, which is none of these"),
    "an unknown kind": ("UPDATE layer SET kind = 'weird'", "“weird”, which is none of these"),
    "a hidden name": ("UPDATE annotator SET name = char(0x202e) || 'x'", "holds hidden characters"),
    "a handed-in span past the text": (
        """UPDATE layer SET kind = 'handed_in'; UPDATE span SET fragments = '[[0,9999]]', "end" = 9999""",
        "past the text",
    ),
    "a relation to nothing": (
        "INSERT INTO relation SELECT id, 'r', 'same_as', 'x', 'y', '[]' FROM layer",
        "Relation r refers to a span that is not there: x",
    ),
    "a log of something else": (
        "INSERT INTO change (id, author, at, name, article, edits) VALUES ('x', 'a', 't', 'n', 'a', '[{')",
        "a row of “change” cannot be read",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_the_check_finds_what_another_program_wrote(bench: Bench, name: str) -> None:
    statements, words = WRONG[name]
    path = tampered(bench, *statements.split("; "))
    with open_project(path) as store:
        assert any(words in str(finding.sentence) for finding in check(store))


@pytest.mark.parametrize(
    "statement", ["DELETE FROM scheme", "UPDATE scheme SET toml = x'00'", "UPDATE scheme SET toml = 'label = [1]'"]
)
def test_a_project_without_a_scheme_is_refused_in_words(bench: Bench, statement: str) -> None:
    with pytest.raises(Refused, match="scheme"), open_project(tampered(bench, statement)) as store:
        store.scheme()


def test_a_change_of_the_log_that_is_damaged_is_refused_in_words(bench: Bench) -> None:
    applied, _ = bench.label(0, 3)
    for edits in ("[{", "{}", '[{"table": "nowhere"}]', '[{"table": "span", "before": 1, "after": 2}]'):
        bench.store.connection.execute("UPDATE change SET edits = ?", (edits,))
        # Another window: the one that wrote the change knows it without reading it again.
        with open_project(bench.store.path) as other, pytest.raises(Refused, match="“change” cannot be read"):
            other.change(applied.seq)


def test_what_is_kept_from_bytes_that_are_no_name_is_text(tmp_path: Path) -> None:
    path = tmp_path / "q\udcff.hashiya"
    create_project(path, SCHEME).close()
    with open_project(path) as store:
        assert store.setting("name") == "q\ufffd"
    with open_project(path, read_only=True) as store:
        assert store.annotators() == []


@pytest.mark.parametrize("name", ["x" * 300, "loop"])
def test_a_name_that_leads_nowhere_is_refused_in_words(tmp_path: Path, name: str) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(Refused):
        open_project(tmp_path / name)


