"""The command line as people and programs meet it: a process, its exit code, its words."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from annotator import paths

ROOT = Path(__file__).resolve().parent.parent.parent
TEXT = "هجوم على الميناء\nأعلنت كتائب الفجر مسؤوليتها عن الهجوم 🔥 بطائرة F-16."


def hashiya(*arguments: object) -> tuple[int, str, str]:
    """Run the command line: exit code, standard output, standard error."""
    done = subprocess.run(
        [sys.executable, "-m", "annotator", *map(str, arguments)],
        cwd=ROOT,
        env=os.environ,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, done.stdout, done.stderr


def answer(*arguments: object) -> dict[str, Any]:
    """The answer in JSON, which is all that is printed."""
    found: dict[str, Any] = json.loads(hashiya(*arguments, "--json")[1])
    return found


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "p.hashiya"
    assert hashiya("new", path)[0] == 0
    return path


@pytest.fixture
def sample(project: Path) -> Path:
    assert hashiya("import", project, paths.seed("sample.jsonl"))[0] == 0
    return project


@pytest.mark.parametrize("verb", ["new", "import", "export", "show", "labels", "formats", "check"])
def test_every_verb_explains_itself(verb: str) -> None:
    code, out, _ = hashiya(verb, "--help")
    assert code == 0
    assert "Usage: hashiya" in out


def test_texts_are_taken_in_once(project: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    found = answer("import", project, tmp_path / "a.txt", tmp_path / "b.txt")
    assert (found["added"], found["duplicates"], found["refused"]) == (1, 1, [])
    found = answer("import", project, tmp_path / "a.txt")
    assert (found["added"], found["duplicates"]) == (0, 1)


BAD_TEXTS = {
    "empty.txt": (b"", "empty"),
    "cut.txt": ("قال الجيش".encode()[:-1], "UTF-8"),
    "old.txt": ("قال الجيش إن القصف استمر".encode("windows-1256"), "encoding"),
    "nul.txt": ("خبر\0خبر".encode(), "NUL"),
    "wide.txt": ("خبر قصير".encode("utf-16-le"), "UTF-16|NUL|UTF-8"),
    "strange.bin": (b"abc", ".bin|suffix|read"),
}


@pytest.mark.parametrize("name", BAD_TEXTS)
def test_a_bad_file_is_refused_by_name_and_reason_and_the_good_one_is_kept(
    project: Path, tmp_path: Path, name: str
) -> None:
    content, _ = BAD_TEXTS[name]
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / name).write_bytes(content)
    (folder / "good.txt").write_text(TEXT, encoding="utf-8")
    code, _, err = hashiya("import", project, folder / name, folder / "good.txt")
    assert code == 1
    assert name in err
    assert len(err.splitlines()) == 1
    assert answer("import", project, folder / "good.txt")["duplicates"] == 1


def test_all_or_nothing_imports_nothing_when_one_line_is_refused(project: Path, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"")
    found = answer("import", project, tmp_path / "good.txt", tmp_path / "bad.txt", "--all-or-nothing")
    assert found["added"] == 0
    assert len(found["refused"]) == 1
    assert answer("import", project, tmp_path / "good.txt")["added"] == 1


def test_windows_1256_is_taken_when_the_person_says_so(project: Path, tmp_path: Path) -> None:
    file = tmp_path / "old.txt"
    file.write_bytes("قال الجيش".encode("windows-1256"))
    assert hashiya("import", project, file)[0] == 1
    assert hashiya("import", project, file, "--encoding", "windows-1256")[0] == 0
    assert "قال الجيش" in hashiya("show", project, "1")[1]


def test_the_sample_goes_out_and_comes_back_without_loss(sample: Path, tmp_path: Path) -> None:
    first, second, back = tmp_path / "1.jsonl", tmp_path / "2.jsonl", tmp_path / "back.hashiya"
    found = answer("export", sample, first)
    assert found["spans"] >= 200
    for line in first.read_text(encoding="utf-8").split("\n")[:-1]:
        record = json.loads(line)
        for span in record["spans"]:
            assert record["text"][span["start"] : span["end"]] == span["quote"]
    assert hashiya("new", back)[0] == 0
    assert answer("import", back, first)["refused"] == []
    answer("export", back, second)
    assert second.read_bytes() == first.read_bytes()
    assert first.read_bytes() == paths.seed("sample.jsonl").read_bytes()
    again = answer("import", back, first)
    assert (again["added"], again["refused"]) == (0, [])


def test_one_annotator_is_exported_alone(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "layla.jsonl"
    answer("export", sample, out, "--annotator", "ليلى")
    names = {json.loads(line)["layer"]["annotator_name"] for line in out.read_text("utf-8").splitlines()}
    assert names == {"ليلى"}
    code, _, err = hashiya("export", sample, out, "--annotator", "nobody")
    assert code == 2
    assert "nobody" in err


def test_a_changed_quote_is_refused_with_its_line(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    answer("export", sample, out)
    lines = out.read_text(encoding="utf-8").split("\n")
    record = json.loads(lines[2])
    record["spans"][0]["quote"] += "x"
    lines[2] = json.dumps(record, ensure_ascii=False)
    out.write_text("\n".join(lines), encoding="utf-8")
    fresh = tmp_path / "fresh.hashiya"
    hashiya("new", fresh)
    found = answer("import", fresh, out)
    assert [refusal["line"] for refusal in found["refused"]] == [3]
    assert "quote differs" in found["refused"][0]["reason"]


def test_a_layer_that_would_overwrite_other_work_is_refused(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    answer("export", sample, out, "--annotator", "ليلى")
    lines = out.read_text(encoding="utf-8").splitlines()
    record = json.loads(lines[0])
    record["spans"][0]["note"] = "x"
    out.write_text(json.dumps(record, ensure_ascii=False) + "\n", encoding="utf-8")
    before = answer("labels", sample)
    found = answer("import", sample, out)
    assert "not overwritten" in found["refused"][0]["reason"]
    assert answer("labels", sample) == before


def test_layers_come_in_under_another_name(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    answer("export", sample, out, "--annotator", "ليلى")
    fresh = tmp_path / "fresh.hashiya"
    hashiya("new", fresh)
    answer("import", fresh, out, "--annotator", "هدى")
    assert {row["annotator"] for row in answer("labels", fresh)["spans"]} == {"هدى"}


def test_show_prints_text_and_spans_and_shapes_them_on_request(sample: Path) -> None:
    plain, visual = hashiya("show", sample, "seed-01")[1], hashiya("show", sample, "seed-01", "--visual")[1]
    assert "كتائب الفجر" in plain
    assert "Actor" in plain
    assert "كتائب الفجر" not in visual
    assert any("\ufb50" <= letter <= "\ufeff" for letter in visual)
    assert "Event 1\t" in plain
    assert "attacked" in plain
    assert "→" in plain
    code, _, err = hashiya("show", sample, "nothing")
    assert code == 2
    assert "no article “nothing”" in err


def test_check_finds_what_was_broken_behind_its_back(sample: Path) -> None:
    assert hashiya("check", sample)[0] == 0
    import sqlite3

    connection = sqlite3.connect(sample)
    connection.execute("""UPDATE span SET fragments = '[[0,99999]]', "end" = 99999 WHERE layer = 'layla.seed-01'""")
    connection.execute("UPDATE article SET text = text || 'x' WHERE id = 'seed-02'")
    connection.execute("UPDATE layer SET spans = 999 WHERE id = 'yusuf.seed-03'")
    connection.commit()
    connection.close()
    code, out, _ = hashiya("check", sample)
    assert code == 1
    for words in ("past the text", "its hash differs", "says 999 spans"):
        assert words in out


@pytest.mark.parametrize("make", ["missing", "text", "empty"])
def test_what_is_no_project_is_refused_with_a_sentence(tmp_path: Path, make: str) -> None:
    path = tmp_path / "x.hashiya"
    if make != "missing":
        path.write_text("hello" * 300 if make == "text" else "")
    for verb in (("check", path), ("labels", path), ("import", path, path), ("export", path, tmp_path / "o")):
        code, _, err = hashiya(*verb)
        assert code == 2
        assert err.startswith("hashiya: ")
        assert str(path) in err


def test_failures_are_json_when_asked(tmp_path: Path) -> None:
    assert "no project at" in answer("check", tmp_path / "none")["error"]["reason"]


def test_an_export_never_replaces_the_project_itself(sample: Path) -> None:
    before = sample.read_bytes()
    assert hashiya("export", sample, sample)[0] == 2
    assert sample.read_bytes() == before


def test_formats_name_what_they_leave_out() -> None:
    out = hashiya("formats")[1]
    assert "jsonl" in out
    assert "leaves out" in out


@pytest.mark.parametrize("suffix", ["-wal", "-shm", "-journal"])
def test_an_export_never_replaces_what_the_project_needs_beside_it(sample: Path, suffix: str) -> None:
    code, _, err = hashiya("export", sample, f"{sample}{suffix}")
    assert code == 2
    assert "is the project itself" in err
    assert [file.name for file in sample.parent.iterdir()] == [sample.name]


def test_a_manifest_never_replaces_the_project(sample: Path) -> None:
    project = sample.with_name("out.jsonl.manifest.json")
    sample.rename(project)
    before = project.read_bytes()
    assert hashiya("export", project, sample.with_name("out.jsonl"))[0] == 2
    assert project.read_bytes() == before


def test_all_or_nothing_also_counts_what_the_project_refuses(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    record = json.loads(paths.seed("sample.jsonl").read_text(encoding="utf-8").splitlines()[0])
    record["spans"][0]["note"] = "x"
    (tmp_path / "other.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    found = answer("import", sample, tmp_path / "good.txt", tmp_path / "other.jsonl", "--all-or-nothing")
    assert (found["added"], len(found["refused"])) == (0, 1)
    assert answer("import", sample, tmp_path / "good.txt")["added"] == 1


def test_names_of_files_need_not_be_text(tmp_path: Path) -> None:
    folder = os.fsdecode(os.fsencode(tmp_path) + b"/\xff")
    Path(folder).mkdir()
    project, text, out = (f"{folder}/{name}" for name in ("p.hashiya", "a.txt", "o.jsonl"))
    Path(text).write_text(TEXT, encoding="utf-8")
    assert hashiya("new", project)[0] == 0
    assert answer("import", project, text)["added"] == 1
    assert answer("export", project, out)["path"] == out
    assert hashiya("check", project)[0] == 0
    assert answer("new", project)["error"]["values"]["path"] == project


@pytest.mark.parametrize("name", ["9" * 30, "9" * 5000, "\udcff"])
def test_no_article_is_so_called_that_asking_for_it_fails(project: Path, name: str) -> None:
    code, _, err = hashiya("show", project, name)
    assert code == 2
    assert "no article" in err


@pytest.mark.parametrize("name", ["\u202eevil", " ", "x" * 101, "\udcff"])
def test_a_name_that_could_not_be_exported_is_refused(project: Path, name: str) -> None:
    assert hashiya("import", project, paths.seed("sample.jsonl"), "--annotator", name)[0] == 2
    assert hashiya("export", project, project.with_name("o.jsonl"))[0] == 0


BAD_SCHEMES = {
    "not TOML": "x =",
    "empty": "",
    "labels that are none": 'id = "a"\nversion = 1\nlabel = [1]',
    "a version too large": f'id = "a"\nversion = {10**20}\nlabel = []',
}


@pytest.mark.parametrize("toml", BAD_SCHEMES.values(), ids=BAD_SCHEMES)
def test_a_bad_scheme_is_refused_in_words_and_makes_no_project(tmp_path: Path, toml: str) -> None:
    (tmp_path / "bad.toml").write_text(toml, encoding="utf-8")
    code, _, err = hashiya("new", tmp_path / "p.hashiya", "--scheme", tmp_path / "bad.toml")
    assert code == 2
    assert err.startswith("hashiya: ")
    assert [file.name for file in tmp_path.iterdir()] == ["bad.toml"]


def test_damage_is_told_by_every_verb_in_words(sample: Path) -> None:
    import sqlite3

    connection = sqlite3.connect(sample)
    connection.execute("UPDATE article SET title = CAST(x'ff61' AS TEXT) WHERE id = 'seed-01'")
    connection.commit()
    connection.close()
    assert hashiya("check", sample)[0] == 1
    for verb in (("export", sample, sample.with_name("o.jsonl")), ("show", sample, "seed-01")):
        code, _, err = hashiya(*verb)
        assert code == 2
        assert "cannot be read" in err


def test_a_full_disk_for_the_answer_itself_is_told(sample: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "annotator", "show", str(sample), "1"],
            cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert "could not be written" in done.stderr
    assert "Traceback" not in done.stderr


def test_progress_comes_before_the_answer_when_asked_for(project: Path) -> None:
    *progress, last = hashiya("import", project, paths.seed("sample.jsonl"), "--json", "--progress")[1].splitlines()
    assert progress
    assert all(set(json.loads(line)) == {"progress"} for line in progress)
    assert json.loads(last)["added"] > 0
