"""Opening: only our own sound files, nothing written before they are recognised, older ones brought up to date."""

import errno
import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.core.sentence import Refused
from annotator.store import creation, migrations
from annotator.store.backup import back_up
from annotator.store.creation import create_project, open_project
from annotator.store.migrations import Step
from tests.store.bench import SCHEME, Bench


def raw(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None)


def test_a_new_project_is_readable_by_its_owner_only(project: Path) -> None:
    create_project(project, SCHEME).close()
    assert project.stat().st_mode & 0o777 == 0o600


def test_nothing_is_overwritten_by_a_new_project(project: Path) -> None:
    project.write_text("important")
    with pytest.raises(Refused, match="exists already"):
        create_project(project, SCHEME)
    assert project.read_text() == "important"


def _other_program(path: Path) -> None:
    connection = raw(path)
    connection.execute("CREATE TABLE notes (id)")
    connection.close()


BAD_FILES: dict[str, tuple[Callable[[Path], object], str]] = {
    "missing": (lambda path: None, "no project at"),
    "folder": (lambda path: path.mkdir(), "no project at"),
    "empty": (lambda path: path.write_bytes(b""), "empty file"),
    "text": (lambda path: path.write_text("<html>" * 500), "not a project"),
    "header only": (lambda path: path.write_bytes(b"SQLite format 3\0" + bytes(50)), "not a project|another program"),
    "other program": (_other_program, "another program"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_what_is_no_project_is_refused_and_left_as_it_was(project: Path, name: str) -> None:
    make, reason = BAD_FILES[name]
    make(project)
    before = project.read_bytes() if project.is_file() else None
    with pytest.raises(Refused, match=reason):
        open_project(project)
    assert (project.read_bytes() if project.is_file() else None) == before


def test_a_project_cut_off_anywhere_is_refused_and_left_as_it_was(bench: Bench) -> None:
    bench.store.close()
    whole = bench.store.path.read_bytes()
    for size in random.Random(1).sample(range(100, len(whole) - 1), 25):
        bench.store.path.write_bytes(whole[:size])
        with pytest.raises(Refused):
            open_project(bench.store.path)
        assert bench.store.path.read_bytes() == whole[:size]
    bench.store.path.write_bytes(whole)
    open_project(bench.store.path).close()


def test_overwritten_pages_are_found_when_opening(bench: Bench) -> None:
    bench.store.close()
    whole = bench.store.path.read_bytes()
    noise = random.Random(2)
    for page in range(1, len(whole) // 4096):
        damaged = whole[: page * 4096] + noise.randbytes(4096) + whole[(page + 1) * 4096 :]
        bench.store.path.write_bytes(damaged)
        with pytest.raises(Refused):
            open_project(bench.store.path)


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ("CREATE TRIGGER evil AFTER INSERT ON span BEGIN DELETE FROM article; END", "foreign trigger"),
        ("ALTER TABLE span ADD COLUMN more TEXT", "“span” was altered"),
        ("DROP INDEX layer_work", "“layer_work” was altered"),
        ("DROP VIEW spans_view", "“spans_view” was altered"),
    ],
)
def test_altered_objects_are_refused(bench: Bench, statement: str, reason: str) -> None:
    bench.store.close()
    connection = raw(bench.store.path)
    connection.execute(statement)
    connection.close()
    with pytest.raises(Refused, match=reason):
        open_project(bench.store.path)


def test_extra_tables_of_other_programs_are_harmless(bench: Bench) -> None:
    bench.store.close()
    connection = raw(bench.store.path)
    connection.execute("CREATE TABLE saved_queries (name)")
    connection.close()
    open_project(bench.store.path).close()


def test_a_project_of_a_newer_version_opens_for_reading_only(bench: Bench) -> None:
    _, span = bench.label(0, 3)
    bench.store.close()
    connection = raw(bench.store.path)
    connection.execute("ALTER TABLE span ADD COLUMN from_the_future TEXT")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = bench.store.path.read_bytes()
    with open_project(bench.store.path) as store:
        assert store.read_only
        assert store.spans(bench.layer.id) == (span,)
    assert bench.store.path.read_bytes() == before


VERSION = len(migrations.STEPS)
SECOND = Step("second", ("ALTER TABLE span ADD COLUMN colour TEXT", "CREATE TABLE extra (id TEXT PRIMARY KEY)"))
BROKEN = Step("broken", ("CREATE TABLE extra (id TEXT PRIMARY KEY)", "INSERT INTO nowhere VALUES (1)"))


def _with_steps(monkeypatch: pytest.MonkeyPatch, *more: Step) -> None:
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, *more))
    migrations.expected_schema.cache_clear()


def test_an_older_project_is_backed_up_and_brought_up_to_date(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    _, span = bench.label(0, 3)
    bench.store.close()
    _with_steps(monkeypatch, SECOND)
    with open_project(bench.store.path) as store:
        assert store.spans(bench.layer.id) == (span,)
        assert store.connection.execute("PRAGMA user_version").fetchone() == (VERSION + 1,)
        assert store.connection.execute("SELECT count(*) FROM extra").fetchone() == (0,)
    with raw(bench.store.path.with_name(f"project.hashiya.before-v{VERSION + 1}.backup")) as backup:
        assert backup.execute("SELECT id FROM span").fetchall() == [(span.id,)]
        assert backup.execute("PRAGMA user_version").fetchone() == (VERSION,)
    open_project(bench.store.path).close()


def test_a_step_that_fails_leaves_the_project_as_it_was(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.store.close()
    with monkeypatch.context() as patched:
        patched.setattr(migrations, "STEPS", (*migrations.STEPS, BROKEN))
        patched.setattr(creation, "_apply_steps", _apply_all)
        with pytest.raises(Refused, match="unchanged; a backup is at"):
            open_project(bench.store.path)
    migrations.expected_schema.cache_clear()
    with open_project(bench.store.path) as store:
        assert store.connection.execute("PRAGMA user_version").fetchone() == (VERSION,)


def _apply_all(connection: sqlite3.Connection) -> None:
    for step in migrations.STEPS[VERSION:]:
        migrations.run_step(connection, step)


@pytest.mark.skipif(os.geteuid() == 0, reason="for root nothing is read-only")
def test_a_file_that_cannot_be_written_opens_for_reading_only(bench: Bench) -> None:
    bench.store.close()
    bench.store.path.chmod(0o400)
    with open_project(bench.store.path) as store:
        assert store.read_only


@pytest.mark.skipif(os.geteuid() == 0, reason="for root nothing is read-only")
def test_a_project_in_a_folder_that_cannot_be_written_opens_for_reading_only(bench: Bench) -> None:
    bench.store.close()
    bench.store.path.parent.chmod(0o500)
    with open_project(bench.store.path) as store:
        assert store.read_only
    bench.store.path.parent.chmod(0o700)


MAKE = """
import os, signal, sys, threading, time
from pathlib import Path
from annotator.store.backup import back_up
from annotator.store.creation import create_project
threading.Thread(target=lambda: (time.sleep(float(sys.argv[3])), os.kill(os.getpid(), signal.SIGKILL))).start()
create_project(Path(sys.argv[1]), Path(sys.argv[2]).read_text("utf-8")).close()
time.sleep(9)
"""


def test_a_project_is_there_whole_or_not_at_all_whenever_its_making_is_killed(tmp_path: Path) -> None:
    toml = tmp_path / "scheme.toml"
    toml.write_text(SCHEME, encoding="utf-8")
    made = 0
    for number in range(16):
        path = tmp_path / f"{number}.hashiya"
        subprocess.run([sys.executable, "-c", MAKE, path, toml, str(0.005 + number * 0.02)], check=False)
        made += path.exists()
        with open_project(path) if path.exists() else create_project(path, SCHEME) as store:
            assert store.scheme().toml == SCHEME
    assert 0 < made < 16


@pytest.mark.parametrize("failing", ["_fill", "_put_in_place"])
def test_a_project_that_could_not_be_made_leaves_nothing_behind(
    project: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    def fail(part: Path, *_: object) -> None:
        for suffix in ("-wal", "-journal"):
            Path(f"{part}{suffix}").write_bytes(b"x")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(creation, failing, fail)
    with pytest.raises(Refused, match="No space left on device"):
        create_project(project, SCHEME)
    assert list(project.parent.iterdir()) == []


def test_a_disk_without_second_names_takes_a_project_too(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    create_project(project, SCHEME).close()
    assert [file.name for file in project.parent.iterdir()] == [project.name]
    open_project(project).close()


def test_a_backup_that_cannot_be_made_is_refused_in_words(bench: Bench) -> None:
    with pytest.raises(Refused, match="No backup could be made"):
        back_up(bench.store.connection, bench.store.path / "inside" / "a file")
