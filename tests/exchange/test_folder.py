"""A folder comes to stand whole or not at all, and never in the place of what is not ours."""

import hashlib
import json
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from annotator.core.record import Record
from annotator.exchange import ExportError, Written, jsonl
from annotator.exchange.folder import FolderDraft, write_folder
from annotator.exchange.leftover import PART
from tests.exchange.sample import LABELS, about, full_record


def fill(draft: FolderDraft) -> Iterable[Record]:
    draft.write("deep/a.jsonl", jsonl.encode(full_record()))
    yield full_record()


def read_back(folder: Path) -> Iterator[Record]:
    for outcome in jsonl.read(folder / "deep" / "a.jsonl", LABELS):
        assert isinstance(outcome, Record)
        yield outcome


def write(out: Path) -> Written:
    return write_folder(fill, out, about(), read_back)


def parts(folder: Path) -> list[Path]:
    return list(folder.glob(PART.format("*")))


def test_a_folder_has_its_hashes_its_scheme_and_a_manifest(tmp_path: Path) -> None:
    written = write(tmp_path / "out")
    found = json.loads((tmp_path / "out" / "manifest.json").read_bytes())
    assert (found["records"], found["spans"], found["sha256"]) == (1, 3, written.sha256)
    sums = (tmp_path / "out" / "SHA256SUMS").read_bytes()
    assert hashlib.sha256(sums).hexdigest() == written.sha256
    for name, sha256 in found["files"].items():
        assert hashlib.sha256((tmp_path / "out" / name).read_bytes()).hexdigest() == sha256
        assert f"{sha256}  {name}\n" in sums.decode()
    assert not parts(tmp_path)


@pytest.mark.skipif(os.name != "posix", reason="permissions are those of POSIX")
def test_only_the_owner_may_read_it(tmp_path: Path) -> None:
    write(tmp_path / "out")
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "out").rglob("*")}
    assert modes == {0o600, 0o700}


def test_an_earlier_export_is_replaced_and_nothing_of_it_stays(tmp_path: Path) -> None:
    write(tmp_path / "out")
    again = write(tmp_path / "out")
    assert again == write(tmp_path / "other")
    assert not parts(tmp_path)


@pytest.mark.parametrize("name", ["notes.txt", "deep/b.jsonl", "README.md"])
def test_a_folder_with_something_else_in_it_is_left_alone(tmp_path: Path, name: str) -> None:
    write(tmp_path / "out")
    (tmp_path / "out" / name).write_text("mine", "utf-8")
    with pytest.raises(ExportError, match="holds something else"):
        write(tmp_path / "out")
    assert (tmp_path / "out" / name).read_text("utf-8") == "mine"
    assert not parts(tmp_path)


def test_a_file_in_the_way_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine", "utf-8")
    with pytest.raises(ExportError, match="is a file"):
        write(tmp_path / "out")


def test_a_manifest_that_is_not_ours_gives_no_leave(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "manifest.json").write_text('{"tool": "hashiya", "files": ["x"]}', "utf-8")
    (tmp_path / "out" / "x").write_text("mine", "utf-8")
    with pytest.raises(ExportError):
        write(tmp_path / "out")


def test_what_does_not_read_back_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="read back"):
        write_folder(fill, tmp_path / "out", about(), lambda folder: iter(()))
    assert list(tmp_path.iterdir()) == []


def test_a_failure_on_the_way_leaves_the_earlier_export(tmp_path: Path) -> None:
    before = write(tmp_path / "out")

    def broken(draft: FolderDraft) -> Iterable[Record]:
        yield from fill(draft)
        raise OSError(28, "No space left on device")

    with pytest.raises(ExportError, match="Export stopped"):
        write_folder(broken, tmp_path / "out", about(), read_back)
    assert json.loads((tmp_path / "out" / "manifest.json").read_bytes())["sha256"] == before.sha256
    assert not parts(tmp_path)


def test_a_leftover_folder_of_a_killed_export_is_swept(tmp_path: Path) -> None:
    old = tmp_path / PART.format("0" * 16)
    (old / "deep").mkdir(parents=True)
    (old / "deep" / "a").write_text("x", "utf-8")
    os.utime(old, (0, 0))
    write(tmp_path / "out")
    assert not old.exists()


def test_a_draft_that_is_being_written_is_not_swept(tmp_path: Path) -> None:
    with FolderDraft(tmp_path / "slow") as draft:
        os.utime(draft.path, (0, 0))
        write(tmp_path / "out")
        assert draft.path.exists()
