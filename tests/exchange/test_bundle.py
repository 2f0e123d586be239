"""Folders of formats that are folders: in parts or whole, with everything around them and the list of what moved."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from annotator.core.article import hash_text
from annotator.core.record import Record
from annotator.exchange import About, Format, Progress, Written, jsonl
from annotator.exchange.bundle import weigh, write_one, write_whole
from annotator.exchange.folder import FolderDraft, write_folder
from annotator.exchange.option import Options
from annotator.exchange.split import Split
from tests.exchange.sample import LABELS, about, full_record

LAST = "inner.jsonl"
FORM = Format("one", "One", (".one",), False, True, ("x",), ("y",), __name__, is_folder=True)


def carried(record: Record, options: Options) -> Record:
    """This format of ours loses the last span and everything but spans."""
    return replace(record, spans=record.spans[:-1], events=(), relations=(), comments=(), decisions=())


def write(records: Iterable[Record], out: Path, about: About, on_progress: Progress | None = None) -> Written:
    """A folder with a folder in it, whose name could be that of the data."""

    def fill(draft: FolderDraft) -> Iterator[Record]:
        with draft.open(f"data/{LAST}") as file:
            for record in records:
                kept = carried(record, about.options)
                file.write(jsonl.encode(replace(kept, spans=tuple(replace(s, decision=None) for s in kept.spans))))
                yield kept

    return write_folder(fill, out, about, lambda folder: _read(folder / "data" / LAST), on_progress)


def _read(path: Path) -> Iterator[Record]:
    return (outcome for outcome in jsonl.read(path, LABELS) if isinstance(outcome, Record))


def ask() -> Iterator[Record]:
    """Three records of one article and its like."""
    first = full_record()
    for number in range(3):
        text = f"{first.article.text}\n{number}"
        article = replace(first.article, id=f"a{number}", text=text, sha256=hash_text(text))
        yield replace(first, article=article, comments=())


def test_a_folder_format_becomes_the_export_itself(tmp_path: Path) -> None:
    weighed = weigh(ask, FORM, about())
    written, _ = write_whole(ask, FORM, tmp_path / "out", about(), weighed)
    found = {path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*") if path.is_file()}
    assert found == {f"data/{LAST}", "README.md", "SHA256SUMS", "manifest.json", "scheme.toml", "shifts.tsv"}
    assert (written.count, written.spans) == (3, 6)
    rows = (tmp_path / "out" / "shifts.tsv").read_text("utf-8").splitlines()
    assert [row.split("\t")[2] for row in rows] == ["what", *["dropped"] * 3]
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_bytes())
    assert {loss["kind"]: loss["count"] for loss in manifest["losses"]}["spans"] == 3
    assert "3 spans left out (in 3 records)" in (tmp_path / "out" / "README.md").read_text("utf-8")
    again, _ = write_whole(ask, FORM, tmp_path / "out", about(), weighed)
    assert again == written


def test_parts_of_a_folder_format_are_folders(tmp_path: Path) -> None:
    split = Split((("train", 2), ("test", 1)), together=False)
    _, parts = write_whole(ask, FORM, tmp_path / "out", about(), weigh(ask, FORM, about()), split)
    assert {name: part.count for name, part in parts.items()} == {"train": 2, "test": 1}
    assert len(list(_read(tmp_path / "out" / "train" / "data" / LAST))) == 2
    assert not (tmp_path / "out" / "train" / "manifest.json").exists()


def test_beside_a_single_file_the_list_comes_and_goes_with_what_is_in_it(tmp_path: Path) -> None:
    whole = Format("all", "All", (".jsonl",), False, True, ("x",), ("y",), jsonl.__name__, is_whole=True)
    out, beside = tmp_path / "o.jsonl", tmp_path / "o.jsonl.shifts.tsv"
    write_one(ask, whole, out, about(), weigh(ask, FORM, about()))
    assert len(beside.read_text("utf-8").splitlines()) == 4
    write_one(ask, whole, out, about(), weigh(ask, whole, about()))
    assert not beside.exists()
    beside.write_text("mine", "utf-8")
    write_one(ask, whole, out, about(), weigh(ask, whole, about()))
    assert beside.read_text("utf-8") == "mine"
