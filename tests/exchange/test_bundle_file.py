"""Bundles as files: the same bytes for the same content, and whatever was tampered with is refused as a whole."""

import hashlib
import stat
import struct
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest

from annotator import paths
from annotator.core.article import make_article
from annotator.core.bundle import HAND_IN, Bundle, SchemeText
from annotator.core.layer import DONE, HANDED_IN, Annotator, Layer
from annotator.core.record import Record
from annotator.core.seal import is_sealed, sealed
from annotator.core.sentence import Refused
from annotator.core.span import make_span
from annotator.exchange.bundle_file import read_bundle, write_bundle
from annotator.exchange.jsonl import encode
from tests.exchange.sample import full_record

WHO = Annotator("p1", "ليلى")


def record(number: int = 0, text: str = "قصف الميناء فجر اليوم") -> Record:
    layer = Layer("work", f"a{number}", WHO.id, 1, HANDED_IN, DONE)
    article = make_article(f"{text} {number}", id=f"a{number}")
    span = replace(make_span("work", "ACTOR", 0, 3), id="s1")
    return sealed(Record(article, layer, WHO, "s", "2026-01-01T00:00:00Z", (span,)))


def bundle(*records: Record) -> Bundle:
    toml = paths.resource("scheme.toml").read_text(encoding="utf-8")
    return Bundle("", HAND_IN, "0.1", (WHO,), (SchemeText(1, None, "{}", toml),), 1, lambda: iter(records))


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.zip"
    write_bundle(path, bundle(record(0), record(1)))
    return path


def repacked(good: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """A zip with the members changed, and their hashes in the manifest as they were."""
    with zipfile.ZipFile(good) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    path = good.with_name("bad.zip")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def with_records(good: Path, *lines: bytes) -> Path:
    """A bundle with these lines instead, and a manifest that says so."""
    def change(members: dict[str, bytes]) -> None:
        data = b"".join(lines)
        members["records.jsonl"] = data
        manifest: dict[str, Any] = msgspec.json.decode(members["manifest.json"])
        manifest["members"]["records.jsonl"] = {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}
        manifest["records"] = len(lines)
        members["manifest.json"] = msgspec.json.encode(manifest)

    return repacked(good, change)


def test_what_was_written_is_read(good: Path) -> None:
    found = read_bundle(good)
    assert list(found.records()) == [record(0), record(1)]
    assert (found.annotators, found.kind, found.in_force) == ((WHO,), HAND_IN, 1)


def test_the_same_content_has_the_same_bytes(good: Path, tmp_path: Path) -> None:
    write_bundle(tmp_path / "again.zip", bundle(record(0), record(1)))
    assert (tmp_path / "again.zip").read_bytes() == good.read_bytes()
    write_bundle(tmp_path / "again.zip", bundle(record(0)))
    assert (tmp_path / "again.zip").read_bytes() != good.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["again.zip", "good.zip"]


@pytest.mark.parametrize(
    "name", ["../../x", "/abs", "a/../../x", "C:\\x", "..\\..\\x", "x" * 300, "con", "records.jsonl.", "records.jsonl "]
)
def test_members_of_other_names_are_refused_and_nothing_is_unpacked(good: Path, name: str) -> None:
    bad = repacked(good, lambda members: members.update({name: b"x"}))
    with pytest.raises(Refused, match="which no bundle has"):
        read_bundle(bad)
    assert sorted(path.name for path in good.parent.iterdir()) == ["bad.zip", "good.zip"]


def test_missing_members_are_refused(good: Path) -> None:
    for name in ("manifest.json", "records.jsonl", "scheme.toml", "schemes.json"):
        with pytest.raises(Refused, match="missing"):
            read_bundle(repacked(good, lambda members, name=name: members.pop(name)))  # type: ignore[misc]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_duplicate_members_are_refused(good: Path) -> None:
    with zipfile.ZipFile(good, "a") as archive:
        archive.writestr("records.jsonl", b"")
    with pytest.raises(Refused, match="twice"):
        read_bundle(good)


def test_wrong_hashes_are_refused(good: Path) -> None:
    for name in ("records.jsonl", "scheme.toml", "schemes.json"):
        with pytest.raises(Refused):
            read_bundle(repacked(good, lambda members, name=name: members.update({name: b"x\n"})))  # type: ignore[misc]
    shorter = repacked(good, lambda members: members.update({"records.jsonl": encode(record(0))}))
    with pytest.raises(Refused, match="not what its manifest says"):
        read_bundle(shorter)


def test_links_are_refused(good: Path) -> None:
    path = good.with_name("bad.zip")
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(path, "w") as archive:
        for entry in source.infolist():
            entry.external_attr = (stat.S_IFLNK | 0o777) << 16
            archive.writestr(entry, source.read(entry.filename))
    with pytest.raises(Refused, match="not a plain file"):
        read_bundle(path)


def test_a_bomb_is_refused_quickly_and_without_memory(good: Path) -> None:
    path = good.with_name("bad.zip")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("manifest.json", "scheme.toml", "schemes.json"):
            archive.writestr(name, b"{}")
        with archive.open("records.jsonl", "w", force_zip64=True) as member:
            for _ in range(300):
                member.write(bytes(2**20))
    tracemalloc.start()
    began = time.monotonic()
    with pytest.raises(Refused, match="plausible"):
        read_bundle(path)
    assert time.monotonic() - began < 1
    assert tracemalloc.get_traced_memory()[1] < 20 * 2**20
    tracemalloc.stop()


def test_a_member_that_holds_more_than_it_says_is_refused(good: Path) -> None:
    """The list says 10 bytes, the stream holds a great many."""
    data = bytearray(good.read_bytes())
    at = data.rfind(b"PK\x01\x02", 0, data.rfind(b"records.jsonl"))
    data[at + 24 : at + 28] = struct.pack("<I", 10)
    good.write_bytes(data)
    with pytest.raises(Refused):
        read_bundle(good)


def test_a_list_of_very_many_members_is_refused_before_it_is_read(good: Path) -> None:
    with zipfile.ZipFile(good, "a") as archive:
        for number in range(100):
            archive.writestr(f"x{number}", b"")
    with pytest.raises(Refused, match="more files"):
        read_bundle(good)


@pytest.mark.parametrize("cut", [0, 1, 10, 100, 1000, -1, -22, -100])
def test_cut_off_files_are_refused(good: Path, cut: int) -> None:
    good.write_bytes(good.read_bytes()[:cut])
    with pytest.raises(Refused):
        read_bundle(good)


def test_flipped_bytes_never_bring_other_records(good: Path) -> None:
    whole = good.read_bytes()
    expected = list(read_bundle(good).records())
    for at in range(0, len(whole), max(1, len(whole) // 150)):
        good.write_bytes(whole[:at] + bytes([whole[at] ^ 0x41]) + whole[at + 1 :])
        try:
            found = list(read_bundle(good).records())
        except Refused:
            continue
        assert found == expected


def test_an_altered_record_is_refused_also_with_its_hashes_made_anew(good: Path) -> None:
    mine = record(0)
    assert is_sealed(mine)
    moved = replace(mine, spans=(replace(mine.spans[0], fragments=((0, 4),)),))
    with pytest.raises(Refused, match="altered"):
        read_bundle(with_records(good, encode(moved)))


def test_records_that_do_not_belong_are_refused(good: Path) -> None:
    mine = record(0)
    assert mine.layer is not None
    forged = sealed(replace(mine, layer=replace(mine.layer, annotator="x"), annotator=Annotator("x", "آخر")))
    working = sealed(replace(mine, layer=replace(mine.layer, kind="work")))
    undated = sealed(replace(mine, updated_at="yesterday"))
    for lines in ((forged,), (working,), (undated,), (mine, mine), (full_record(),), (Record(mine.article),)):
        with pytest.raises(Refused, match="does not belong"):
            read_bundle(with_records(good, *map(encode, lines)))


def test_lines_that_are_no_records_are_refused_with_their_number(good: Path) -> None:
    for line in (b"{}\n", b"\xff\xfe\n", b"[" * 100_000 + b"\n", encode(record(1)).replace(b"codepoint", b"utf16unit")):
        with pytest.raises(Refused, match="line 2"):
            read_bundle(with_records(good, encode(record(0)), line))
    with pytest.raises(Refused, match="cut off"):
        read_bundle(with_records(good, encode(record(0))[:-1]))


def test_a_later_format_is_named_and_asks_for_a_newer_program(good: Path) -> None:
    later = b'{"format": "hashiya/bundle/2", "tool_version": "9.0", "unheard": 1}'
    with pytest.raises(Refused, match=r"9\.0"):
        read_bundle(repacked(good, lambda members: members.update({"manifest.json": later})))


def test_a_manifest_of_another_shape_is_refused(good: Path) -> None:
    for data in (b"", b"[]", b"[" * 100_000, b'{"format": "hashiya/bundle/1"}', b"\xff"):
        with pytest.raises(Refused, match="manifest"):
            read_bundle(repacked(good, lambda members, data=data: members.update({"manifest.json": data})))  # type: ignore[misc]


def test_a_bundle_that_goes_away_while_it_is_used_is_a_refusal(good: Path) -> None:
    found = read_bundle(good)
    good.unlink()
    with pytest.raises(Refused, match="no such file"):
        list(found.records())


def test_a_failed_write_leaves_what_was_there(tmp_path: Path) -> None:
    out = tmp_path / "out.zip"
    out.write_bytes(b"before")
    mine = record(0)
    with pytest.raises(Refused):
        write_bundle(out, bundle(replace(mine, updated_at="altered")))
    assert out.read_bytes() == b"before"
    assert [path.name for path in tmp_path.iterdir()] == ["out.zip"]
