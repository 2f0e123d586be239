"""An export is there whole and checked, or not at all."""

import errno
import hashlib
import json
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core.article import make_article
from annotator.core.record import Record
from annotator.exchange import ExportError, jsonl, output
from annotator.exchange.jsonl import encode, read, write
from annotator.exchange.leftover import hold, sweep
from tests.exchange.sample import LABELS, about, full_record, scheme

OLD = b"what was there before\n"


def some_records(count: int = 3) -> list[Record]:
    return [Record(make_article(f"قصف الجيش المدينة {n}")) for n in range(count - 1)] + [full_record()]


def everything_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_an_export_is_its_records_and_a_manifest(tmp_path: Path) -> None:
    told: list[int] = []
    written = write(some_records(), tmp_path / "out.jsonl", about(), told.append)
    data = (tmp_path / "out.jsonl").read_bytes()
    assert data == b"".join(map(encode, some_records()))
    assert (written.count, written.spans, written.sha256) == (3, 3, hashlib.sha256(data).hexdigest())
    assert dict(written.labels) == {"CLAIM": 1, "ACTOR": 1, "WEAPON": 1}
    assert told == [1, 2, 3]
    manifest = json.loads((tmp_path / "out.jsonl.manifest.json").read_bytes())
    assert manifest == {
        "schema": "hashiya/1",
        "tool": "hashiya",
        "tool_version": "0.1.0",
        "project": "مشروع",
        "exported_at": "2025-11-01T08:00:00Z",
        "records": 3,
        "spans": 3,
        "labels": {"ACTOR": 1, "CLAIM": 1, "WEAPON": 1},
        "sha256": written.sha256,
        "scheme": {"id": scheme().id, "version": scheme().version, "toml": scheme().toml},
    }
    assert len(everything_in(tmp_path)) == 2


def test_the_same_project_gives_the_same_bytes_at_any_time(tmp_path: Path) -> None:
    first, second = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    write(some_records(), first, about())
    write(some_records(), second, replace(about(), exported_at="2031-01-01T00:00:00Z", tool_version="9"))
    assert first.read_bytes() == second.read_bytes()


def test_what_was_exported_is_imported_again(tmp_path: Path) -> None:
    write(some_records(), tmp_path / "out.jsonl", about())
    assert list(read(tmp_path / "out.jsonl", LABELS)) == some_records()


def test_an_export_has_the_permissions_of_any_new_file_or_of_the_old_one(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    before = os.umask(0o027)
    try:
        write(some_records(), out, about())
    finally:
        os.umask(before)
    assert stat.S_IMODE(out.stat().st_mode) == 0o640
    out.chmod(0o604)
    write(some_records(), out, about())
    assert stat.S_IMODE(out.stat().st_mode) == 0o604


def test_a_link_goes_on_leading_to_the_export(tmp_path: Path) -> None:
    (tmp_path / "link.jsonl").symlink_to(tmp_path / "real.jsonl")
    write(some_records(), tmp_path / "link.jsonl", about())
    assert (tmp_path / "link.jsonl").is_symlink()
    assert (tmp_path / "real.jsonl").read_bytes() == b"".join(map(encode, some_records()))


def assert_nothing_changed(folder: Path) -> ExportError:
    (folder / "out.jsonl").write_bytes(OLD)
    with pytest.raises(ExportError) as caught:
        write(some_records(), folder / "out.jsonl", about())
    assert everything_in(folder) == {"out.jsonl": OLD}
    return caught.value


def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    error = assert_nothing_changed(tmp_path)
    assert str(error) == "Export stopped. No file was left behind. The disk is full."


SMALL_DISK = """
import resource, sys
from pathlib import Path
from annotator.exchange import ExportError
from annotator.exchange.jsonl import write
from tests.exchange.sample import about, full_record
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    write([full_record()] * 1000, Path(sys.argv[1]), about())
except ExportError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of this kind are POSIX's")
def test_a_file_that_may_not_grow_leaves_the_old_one(tmp_path: Path) -> None:
    (tmp_path / "out.jsonl").write_bytes(OLD)
    command = [sys.executable, "-c", SMALL_DISK, str(tmp_path / "out.jsonl")]
    root = Path(output.__file__).parents[2]
    done = subprocess.run(command, capture_output=True, cwd=root, check=True, env={**os.environ, "PYTHONUTF8": "1"})
    assert done.stdout.decode().strip() == (
        "Export stopped. No file was left behind. The file would be larger than the system allows."
    )
    assert everything_in(tmp_path) == {"out.jsonl": OLD}


def test_what_does_not_read_back_is_not_put_in_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "encode", lambda record: encode(record).replace("قصف".encode(), "نسف".encode(), 1))
    error = assert_nothing_changed(tmp_path)
    assert "Line 1 did not read back: the text differs from its hash" in str(error)


def test_a_disk_that_loses_bytes_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    finish = output.Draft.finish

    def lose(draft: output.Draft) -> None:
        finish(draft)
        os.truncate(draft.path, draft.path.stat().st_size - len(encode(full_record())))

    monkeypatch.setattr(output.Draft, "finish", lose)
    assert "What was read back is not what was written" in str(assert_nothing_changed(tmp_path))


def test_a_record_without_json_form_stops_the_export(tmp_path: Path) -> None:
    record = full_record()
    broken = [replace(record, annotator=None), replace(record, spans=(replace(record.spans[0], score=float("nan")),))]
    for record in broken:
        with pytest.raises(ExportError, match="Article “a1” cannot be written"):
            write([record], tmp_path / "out.jsonl", about())
    assert everything_in(tmp_path) == {}


def test_a_reader_that_fails_or_is_stopped_leaves_nothing(tmp_path: Path) -> None:
    def failing() -> Iterator[Record]:
        yield full_record()
        raise LookupError("the project is gone")

    def stop(count: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(LookupError):
        write(failing(), tmp_path / "out.jsonl", about())
    with pytest.raises(KeyboardInterrupt):
        write(some_records(), tmp_path / "out.jsonl", about(), stop)
    assert everything_in(tmp_path) == {}


def test_a_place_where_no_file_can_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    places = {
        tmp_path / "folder": "Export stopped. “{path}” is not a file that can be replaced.",
        tmp_path / "none" / "out.jsonl": "Export stopped. No file was left behind. There is no such folder.",
        tmp_path / ("x" * 250): "Export stopped. No file was left behind. The name is too long.",
        tmp_path / ("x" * 300): "Export stopped. No file was left behind. The name is too long.",
    }
    for place, sentence in places.items():
        with pytest.raises(ExportError) as caught:
            write(some_records(), place, about())
        assert caught.value.sentence.template == sentence
    assert everything_in(tmp_path / "folder") == {}


def test_a_folder_that_refuses_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(ExportError, match="Writing in this folder is not permitted"):
        write(some_records(), tmp_path / "out.jsonl", about())


def test_a_missing_manifest_is_not_called_a_missing_export(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settle = output.Draft.settle

    def fail(draft: output.Draft) -> None:
        if draft.destination.name.endswith(output.MANIFEST_SUFFIX):
            raise OSError(errno.EIO, "Input/output error")
        settle(draft)

    monkeypatch.setattr(output.Draft, "settle", fail)
    with pytest.raises(ExportError, match="its manifest may be missing"):
        write(some_records(), tmp_path / "out.jsonl", about())
    assert set(everything_in(tmp_path)) == {"out.jsonl"}


def test_what_killed_exports_left_is_removed_unless_it_is_held_or_fresh(tmp_path: Path) -> None:
    left, fresh, held = (tmp_path / f".hashiya-{name}.part" for name in ("left", "fresh", "held"))
    for part in (left, fresh, held):
        part.write_bytes(b"x")
    for part in (left, held):
        os.utime(part, (1_000_000_000, 1_000_000_000))
    with held.open("rb") as file:
        hold(file.fileno())
        write(some_records(), tmp_path / "out.jsonl", about())
    assert set(everything_in(tmp_path)) == {"out.jsonl", "out.jsonl.manifest.json", fresh.name, held.name}


def test_an_export_is_held_until_it_is_in_place(tmp_path: Path) -> None:
    """Another export into the folder must not take it for a leftover while it is read back."""

    def read_back(path: Path) -> Iterator[Record]:
        for part in tmp_path.iterdir():
            os.utime(part, (1_000_000_000, 1_000_000_000))
        sweep(tmp_path)
        return iter(some_records())

    lines = ((encode(record), record) for record in some_records())
    output.write_file(lines, tmp_path / "out.jsonl", about(), read_back)
    assert set(everything_in(tmp_path)) == {"out.jsonl", "out.jsonl.manifest.json"}


def test_what_replaces_a_private_file_is_private_from_the_beginning(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_bytes(OLD)
    out.chmod(0o600)
    seen: set[int] = set()

    def look(_: int) -> None:
        seen.update(stat.S_IMODE(path.stat().st_mode) for path in tmp_path.glob(".hashiya-*") if path.stat().st_size)

    lines = ((b"x" * 100_000 + b"\n", record) for record in some_records())
    with pytest.raises(ExportError):
        output.write_file(lines, out, about(), lambda path: iter([]), look)
    assert seen == {0o600}


@pytest.mark.parametrize("name", ["/", ".", "", "x" * 300])
def test_a_place_that_no_file_can_have_is_refused_in_words(tmp_path: Path, name: str) -> None:
    with pytest.raises(ExportError, match="Export stopped"):
        write(some_records(), tmp_path / name, about())
    assert everything_in(tmp_path) == {}
