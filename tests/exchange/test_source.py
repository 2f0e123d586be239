"""Whatever a person points at gives records, notices and refusals, and never an exception."""

import importlib
import os
import socket
import sys
from pathlib import Path
from typing import Any

import pytest

from annotator.core.record import Notice, Record, Refusal
from annotator.exchange import Outcome
from annotator.exchange.folder import SURROUNDINGS
from annotator.exchange.formats import FORMATS, format_named, format_of
from annotator.exchange.jsonl import encode, write
from annotator.exchange.source import Preview, preview, read_paths
from tests.exchange.sample import LABELS, about, full_record


def found_in(*paths: Path, encoding: str | None = None) -> list[Outcome]:
    return list(read_paths(paths, LABELS, encoding))


def reason(outcome: Outcome) -> tuple[str, str]:
    assert isinstance(outcome, Refusal)
    return Path(outcome.path).name, str(outcome.reason)


def titles(outcomes: list[Outcome]) -> list[str]:
    return [outcome.article.title for outcome in outcomes if isinstance(outcome, Record)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles and a record, one of them deeper, and things that are passed over."""
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / "b.TXT").write_text("باء", "utf-8")
    (tmp_path / "a.jsonl").write_bytes(encode(full_record()))
    (tmp_path / "deep" / "er" / "c.txt").write_text("جيم", "utf-8")
    (tmp_path / ".hidden.txt").write_text("مخفي", "utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "d.txt").write_text("دال", "utf-8")
    return tmp_path


def test_a_folder_is_read_in_the_order_of_names(folder: Path) -> None:
    assert titles(found_in(folder)) == [full_record().article.title, "باء", "جيم"]


def test_a_hidden_file_is_read_when_it_is_named(folder: Path) -> None:
    assert titles(found_in(folder / ".hidden.txt")) == ["مخفي"]


def test_links_that_lead_in_circles_end(folder: Path) -> None:
    (folder / "deep" / "back").symlink_to(folder)
    (folder / "deep" / "itself").symlink_to(folder / "deep" / "itself")
    found = found_in(folder)
    assert len(titles(found)) == 3
    assert [reason(outcome) for outcome in found if isinstance(outcome, Refusal)] == [
        ("itself", "its links lead in a circle.")
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has short paths")
def test_folders_may_be_nested_deeper_than_functions(tmp_path: Path) -> None:
    deepest = tmp_path
    for _ in range(700):
        deepest = deepest / "d"
        deepest.mkdir()
    (deepest / "a.txt").write_text("ألف", "utf-8")
    assert titles(found_in(tmp_path)) == ["ألف"]


def test_an_export_in_a_folder_comes_in_without_its_manifest(tmp_path: Path) -> None:
    write([full_record()], tmp_path / "out.jsonl", about())
    assert found_in(tmp_path) == [full_record()]
    (refusal,) = found_in(tmp_path / "out.jsonl.manifest.json")
    assert reason(refusal)[0] == "out.jsonl.manifest.json"


def test_what_cannot_be_read_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "z.txt").write_text("زاي", "utf-8")
    found = found_in(tmp_path, tmp_path / "missing.txt", tmp_path / "a.pdf")
    refused = [reason(outcome) for outcome in found if isinstance(outcome, Refusal)]
    assert [path for path, _ in refused] == ["gone.txt", "missing.txt", "a.pdf"]
    assert [said for _, said in refused[:2]] == ["there is no such file or folder."] * 2
    assert refused[2][1].startswith("files of this kind cannot be read; these can: .")
    assert titles(found) == ["زاي"]


def test_files_of_other_kinds_in_a_folder_are_passed_over_in_one_sentence(tmp_path: Path) -> None:
    for name in ("a.toml", "b.toml", "c.pdf", "LICENSE", ".hidden"):
        (tmp_path / name).write_bytes(b"%PDF")
    (tmp_path / "z.txt").write_text("زاي", "utf-8")
    record, notice = found_in(tmp_path)
    assert titles([record]) == ["زاي"]
    assert isinstance(notice, Notice)
    assert str(notice.reason) == "files of other kinds were passed over: 4 (.pdf, .toml, LICENSE)."


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX kinds of files")
def test_a_pipe_or_a_socket_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "b.jsonl"))
        found = found_in(tmp_path, Path("/dev/null"))
    assert [reason(outcome)[1] for outcome in found] == ["it is not a file."] * 3


def test_a_file_that_may_not_be_read_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.open

    def refuse(path: Path, *arguments: Any) -> Any:
        if path.name == "b.TXT":
            raise PermissionError(13, "Permission denied")
        return real(path, *arguments)

    monkeypatch.setattr(Path, "open", refuse)
    found = found_in(folder)
    assert [reason(outcome) for outcome in found if isinstance(outcome, Refusal)] == [
        ("b.TXT", "reading it is not permitted.")
    ]
    assert len(titles(found)) == 2


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has names of any bytes")
def test_names_that_are_not_text_can_be_printed(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.txt"))
    path.write_text("قصف", "utf-8")
    assert titles(found_in(path)) == ["قصف"]
    path.write_bytes(b"")
    assert reason(found_in(path)[0])[0] == "\\xff\\xfe.txt"


@pytest.mark.parametrize("name", ["a\0b.txt", "x" * 5000 + ".txt", ""])
def test_impossible_names_are_refused(name: str) -> None:
    (refusal,) = found_in(Path("/nowhere", name) if name else Path("/nowhere"))
    assert isinstance(refusal, Refusal)


def test_one_faulty_file_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("قصف الجيش".encode("cp1256"))
    (tmp_path / "b.jsonl").write_bytes(b"{}\n" + encode(full_record()))
    (tmp_path / "c.txt").write_text("جيم", "utf-8")
    found = found_in(tmp_path)
    assert [type(outcome) for outcome in found] == [Refusal, Refusal, Record, Record]
    assert "the encoding is uncertain" in reason(found[0])[1]
    assert isinstance(found[1], Refusal)
    assert found[1].line == 1
    assert titles(found_in(tmp_path, encoding="windows-1256"))[0] == "قصف الجيش"


def test_files_are_read_one_by_one(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("ألف", "utf-8")
    stream = read_paths([tmp_path / "a.txt", tmp_path / "b.txt"], LABELS)
    assert isinstance(next(stream), Record)
    (tmp_path / "b.txt").write_text("باء", "utf-8")
    assert isinstance(next(stream), Record)


def test_a_preview_shows_what_an_import_would_take(tmp_path: Path) -> None:
    plain, lines = tmp_path / "a.txt", tmp_path / "b.jsonl"
    plain.write_bytes(b"\xef\xbb\xbf" + "قصف".encode())
    lines.write_bytes(b"\xef\xbb\xbf" + encode(full_record()))
    shown = preview(plain, LABELS)
    assert shown.decoded is not None
    assert (shown.format, shown.decoded.text, shown.decoded.changes) == ("text", "قصف", ("bom_removed",))
    records = preview(lines, LABELS)
    assert (records.format, records.record) == ("jsonl", full_record())
    assert [type(notice) for notice in records.notices] == [Notice]


def test_a_preview_asks_for_the_encoding(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("قصف الجيش".encode("cp1256"))
    asked = preview(path, LABELS)
    assert asked.uncertain is not None
    assert (asked.uncertain.preview, asked.uncertain.guess) == ("قصف الجيش", "windows-1256")
    answered = preview(path, LABELS, asked.uncertain.guess)
    assert answered.decoded is not None
    assert answered.decoded.text == "قصف الجيش"


def test_a_preview_says_why_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.jsonl").write_bytes(b"{}\n")
    (tmp_path / "c.pdf").write_bytes(b"")
    refused: dict[str, Preview] = {p.name: preview(p, LABELS) for p in [*tmp_path.iterdir(), tmp_path / "none.txt"]}
    assert len(refused) == 5
    assert all(shown.refusal is not None for shown in refused.values())


def test_every_format_says_what_it_is_and_can_be_used() -> None:
    for row in FORMATS:
        assert format_named(row.name) is row
        assert row.title
        assert row.carries
        assert row.cannot
        module = importlib.import_module(row.module)
        assert hasattr(module, "read") or not row.reads
        assert (hasattr(module, "write") and hasattr(module, "carried")) or not row.writes
        assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in row.suffixes)


def test_a_suffix_tells_the_first_format_that_reads_it() -> None:
    for suffix in {suffix for row in FORMATS if row.reads for suffix in row.suffixes}:
        first = next(row for row in FORMATS if row.reads and suffix in row.suffixes)
        assert format_of(Path(f"A{suffix.upper()}")) is first
    assert format_of(Path("a.docx")) is None


def test_what_an_export_puts_beside_its_data_is_passed_over(tmp_path: Path) -> None:
    write([full_record()], tmp_path / "a.jsonl", about())
    for name in SURROUNDINGS:
        (tmp_path / name).write_text("{}", "utf-8")
    assert titles(found_in(tmp_path)) == [full_record().article.title]
    assert len(found_in(tmp_path)) == 1
    (tmp_path / "manifest.json").unlink()
    assert len(found_in(tmp_path)) > 1


def test_a_forced_format_reads_files_of_its_suffixes_in_folders_and_any_file_that_is_named(folder: Path) -> None:
    text = format_named("text")
    assert titles(list(read_paths([folder], LABELS, form=text))) == ["باء", "جيم"]
    (folder / "odd.dat").write_text("دال", "utf-8")
    assert titles(list(read_paths([folder / "odd.dat"], LABELS, form=text))) == ["دال"]


def test_a_file_of_an_unknown_suffix_is_known_by_what_is_inside(tmp_path: Path) -> None:
    (tmp_path / "export.data").write_bytes(encode(full_record()))
    assert titles(found_in(tmp_path / "export.data")) == [full_record().article.title]
