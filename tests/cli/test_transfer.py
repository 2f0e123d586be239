"""Export and import as a person at the command line meets them."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
import pytest

from annotator import __main__, paths
from annotator.cli import VERBS, program
from annotator.core.article import make_article
from annotator.core.record import Record
from annotator.core.span import Span
from annotator.exchange.folder import SURROUNDINGS
from annotator.exchange.jsonl import encode
from tests.cli.test_cli import answer, hashiya
from tests.exchange.sample import full_record

LABELS = {"ACTOR", "TARGET", "WEAPON", "CLAIM"}
SPLIT = "train=80,dev=10,test=10"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the sample in it, to be read only."""
    path = tmp_path_factory.mktemp("sample") / "p.hashiya"
    assert hashiya("new", path)[0] == 0
    assert hashiya("import", path, paths.seed("sample.jsonl"))[0] == 0
    return path


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").split("\n")[:-1]]


def project(folder: Path) -> Path:
    path = folder / "new.hashiya"
    assert hashiya("new", path)[0] == 0
    return path


def test_a_split_is_a_folder_with_every_article_in_one_part(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    found = answer("export", sample, out, "--split", SPLIT, "--seed", 5)
    ids = {part: {line["article_id"] for line in lines(out / f"{part}.jsonl")} for part in ("train", "dev", "test")}
    assert sum(map(len, ids.values())) == len(set().union(*ids.values())) == 26
    assert {part: bool(some) for part, some in ids.items()} == dict.fromkeys(ids, True)
    manifest = json.loads((out / "manifest.json").read_bytes())
    assert (manifest["split"]["seed"], manifest["split"]["parts"]) == (5, {"train": 80, "dev": 10, "test": 10})
    assert sum(part["spans"] for part in found["parts"].values()) == found["spans"]
    assert {path.name for path in out.iterdir()} == {
        *(name for name in SURROUNDINGS if name != "shifts.tsv"), "train.jsonl", "dev.jsonl", "test.jsonl"
    }  # fmt: skip
    done = subprocess.run([sys.executable, "-I", "verify.py"], cwd=out, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, f"{found['records']} records, {found['spans']} spans: sound")


def test_the_same_seed_gives_the_same_bytes(sample: Path, tmp_path: Path) -> None:
    first, second = (answer("export", sample, tmp_path / n, "--split", SPLIT, "--seed", 1) for n in "ab")
    assert first["sha256"] == second["sha256"]
    assert answer("export", sample, tmp_path / "a", "--split", SPLIT, "--seed", 2)["sha256"] != first["sha256"]


def test_an_exported_folder_comes_back_as_it_was(sample: Path, tmp_path: Path) -> None:
    answer("export", sample, tmp_path / "out", "--split", SPLIT)
    new = project(tmp_path)
    found = answer("import", new, tmp_path / "out")
    assert (found["refused"], found["warnings"]) == ([], [])
    assert answer("import", new, tmp_path / "out")["added"] == 0
    answer("export", sample, tmp_path / "1.jsonl")
    answer("export", new, tmp_path / "2.jsonl")
    first, second = (sorted((tmp_path / name).read_bytes().splitlines()) for name in ("1.jsonl", "2.jsonl"))
    assert first == second


def test_a_slash_makes_a_folder(sample: Path, tmp_path: Path) -> None:
    answer("export", sample, f"{tmp_path}/out/")
    assert len(lines(tmp_path / "out" / "data.jsonl")) == 38


def test_anonymous_means_that_no_annotator_is_named(sample: Path, tmp_path: Path) -> None:
    answer("export", sample, tmp_path / "o.jsonl", "--anonymous")
    names = {line["layer"]["annotator_name"] for line in lines(tmp_path / "o.jsonl") if line["layer"]}
    assert names == {"A1", "A2"}
    text = (tmp_path / "o.jsonl").read_text("utf-8")
    answer("export", sample, tmp_path / "n.jsonl")
    for line in lines(tmp_path / "n.jsonl"):
        if line["layer"]:
            assert f'"{line["layer"]["annotator"]}"' not in text


def test_only_what_is_done_goes_out_when_asked(sample: Path, tmp_path: Path) -> None:
    answer("export", sample, tmp_path / "o.jsonl")
    answer("export", sample, tmp_path / "d.jsonl", "--done-only")
    done = [line for line in lines(tmp_path / "o.jsonl") if line["layer"] and line["layer"]["status"] == "done"]
    assert lines(tmp_path / "d.jsonl") == done
    assert 0 < len(done) < 38


def test_a_dry_run_writes_nothing(sample: Path, tmp_path: Path) -> None:
    found = answer("export", sample, tmp_path / "o.jsonl", "--dry-run")
    assert (found["losses"], list(tmp_path.iterdir())) == ([], [])


@pytest.mark.parametrize("options", [("--split", "x"), ("--format", "text"), ("--format", "none"), ("--only", "x")])
def test_a_wrong_choice_is_told_and_nothing_is_written(sample: Path, tmp_path: Path, options: tuple[str, str]) -> None:
    code, _, err = hashiya("export", sample, tmp_path / "o.jsonl", *options)
    assert (code, bool(err), list(tmp_path.iterdir())) == (2, True, [])


def test_a_folder_of_somebody_elses_is_left_alone(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("x", "utf-8")
    code, _, err = hashiya("export", sample, tmp_path, "--split", SPLIT)
    assert (code, "mine.txt" in err) == (2, True)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_both_doors_know_the_same_verbs_and_every_one_of_them_is_there() -> None:
    assert set(__main__.VERBS) == set(VERBS)
    for name in VERBS:
        found = program.get_command(click.Context(program), name)
        assert found is not None
        assert found.name == name


# ------------------------------------------------------------------- import


@pytest.fixture
def foreign(sample: Path, tmp_path: Path) -> Path:
    """The sample with two labels that the scheme does not have."""
    out = tmp_path / "foreign.jsonl"
    answer("export", sample, out)
    text = out.read_text("utf-8").replace('"label":"ACTOR"', '"label":"PER"')
    out.write_text(text.replace('"label":"CLAIM"', '"label":"SAY"'), "utf-8")
    return out


def test_unknown_labels_are_refused_with_the_way_out(foreign: Path, tmp_path: Path) -> None:
    code, _, err = hashiya("import", project(tmp_path), foreign)
    assert code == 1
    assert "“PER” is not in the scheme" in err
    assert "--new-labels add" in err
    assert "MAP.toml" in err


def test_unknown_labels_are_added_to_the_scheme_where_that_is_asked_for(foreign: Path, tmp_path: Path) -> None:
    text = foreign.read_text("utf-8").replace('"label":"SAY"', '"label":"قول الناس"')
    foreign.write_text(text, "utf-8")
    new = project(tmp_path)
    found = answer("import", new, foreign, "--new-labels", "add")
    assert found["refused"] == []
    told = {label["id"]: label["names"] for label in answer("labels", new)["labels"]}
    assert told.keys() > LABELS
    assert "PER" in told
    (added,) = told.keys() - LABELS - {"PER"}
    assert told[added]["ar"] == "قول الناس"
    answer("export", new, tmp_path / "o.jsonl")
    used = {span["label"] for line in lines(tmp_path / "o.jsonl") for span in line["spans"]}
    assert used == {"PER", "TARGET", "WEAPON", added}
    assert answer("check", new)["sound"]
    again = answer("import", new, foreign, "--new-labels", "add")
    assert (again["added"], again["refused"]) == (0, [])


def test_nothing_is_added_to_the_scheme_by_a_strict_import_that_is_refused(foreign: Path, tmp_path: Path) -> None:
    foreign.write_text(foreign.read_text("utf-8") + "nonsense\n", "utf-8")
    new = project(tmp_path)
    assert hashiya("import", new, foreign, "--new-labels", "add", "--strict")[0] == 1
    assert {label["id"] for label in answer("labels", new)["labels"]} == LABELS


def test_unknown_labels_are_mapped_or_left_out(foreign: Path, tmp_path: Path) -> None:
    (tmp_path / "map.toml").write_text('PER = "ACTOR"\nSAY = ""\n', "utf-8")
    new = project(tmp_path)
    found = answer("import", new, foreign, "--new-labels", tmp_path / "map.toml")
    assert found["refused"] == []
    answer("export", new, tmp_path / "o.jsonl")
    labels = {span["label"] for line in lines(tmp_path / "o.jsonl") for span in line["spans"]}
    assert labels == LABELS - {"CLAIM"}
    assert answer("check", new)["sound"]


def test_layers_come_in_as_frozen_hand_ins_and_only_once(sample: Path, tmp_path: Path) -> None:
    answer("export", sample, tmp_path / "o.jsonl")
    new = project(tmp_path)
    first = answer("import", new, tmp_path / "o.jsonl", "--handed-in")
    again = answer("import", new, tmp_path / "o.jsonl", "--handed-in", "--annotator", "ليلى")
    assert (first["added"], first["refused"], again["refused"]) == (38, [], [])
    answer("export", new, tmp_path / "h.jsonl", "--only", "handed-in", "--annotator", "ليلى")
    assert {line["layer"]["kind"] for line in lines(tmp_path / "h.jsonl")} == {"handed_in"}
    assert answer("check", new)["sound"]


def test_strict_takes_nothing_when_a_span_splits_a_letter(tmp_path: Path) -> None:
    new = project(tmp_path)
    base = full_record()
    cut = Span("layla.a1", "s", "ACTOR", ((0, 3),))
    nothing: dict[str, Any] = {"events": (), "relations": (), "comments": (), "decisions": ()}
    split = replace(base, article=make_article("قصفٌ عنيف", id="a1"), spans=(cut,), **nothing)
    (tmp_path / "split.jsonl").write_bytes(encode(Record(make_article("نص آخر"))) + encode(split))
    found = answer("import", new, tmp_path / "split.jsonl", "--strict")
    assert (found["added"], len(found["refused"])) == (0, 1)
    found = answer("import", new, tmp_path / "split.jsonl")
    assert (found["added"], len(found["refused"]), len(found["warnings"])) == (2, 0, 1)


def test_a_format_can_be_forced(tmp_path: Path) -> None:
    new = project(tmp_path)
    (tmp_path / "article.dat").write_text("نص في ملف بلا لاحقة معروفة", "utf-8")
    assert len(answer("import", new, tmp_path / "article.dat")["refused"]) == 1
    assert answer("import", new, tmp_path / "article.dat", "--format", "text")["added"] == 1
    code, _, err = hashiya("import", new, tmp_path / "article.dat", "--format", "none")
    assert (code, "no format" in err) == (2, True)


def test_a_file_is_validated_without_a_project(sample: Path, foreign: Path, tmp_path: Path) -> None:
    found = answer("validate", foreign)
    assert (found["valid"], found["records"], found["spans"]) == (True, 38, 553)
    foreign.write_text(foreign.read_text("utf-8").replace('"start":', '"start":9', 1), "utf-8")
    code, _, err = hashiya("validate", foreign)
    assert (code, "line" in err) == (1, True)
